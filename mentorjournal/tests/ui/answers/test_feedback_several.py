"""What the window does about several entries of feedback at once: a file, a theme, removal."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import feedback
from mentorjournal.tests import build
from mentorjournal.tests.windows import act, answering, sentence, start
from mentorjournal.ui import questions, theme
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.feedback import FeedbackPane


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, sample_file: Path, tmp_path: Path) -> MainWindow:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    return start(qtbot, build.copy(sample_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")


@pytest.fixture
def page(window: MainWindow) -> FeedbackPane:
    made = window.show_pane("feedback")
    assert isinstance(made, FeedbackPane)
    return made


def test_only_what_is_shown_is_exported_in_its_order(
    window: MainWindow, page: FeedbackPane, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page.filters.set_group("waiting")
    monkeypatch.setattr(questions, "file_to_write", lambda *_: tmp_path / "log.csv")
    page.export_button.click()
    rows = list(csv.reader((tmp_path / "log.csv").read_text("utf-8-sig").splitlines()))
    assert [row[2] for row in rows[1:]] == ["teaching slides", "negotiating clinical time"]
    page.filters.words.look_for("zebra")
    page.export_button.click()
    assert sentence(window) == "There is nothing to export."


def test_several_get_a_theme_together_spelled_as_it_is(
    window: MainWindow, page: FeedbackPane
) -> None:
    chosen = page.shown_ids()[:3]
    with answering(lambda form: (form.theme.setText(" writing "), form.accept())):
        page.theme_wanted.emit(chosen)
    assert {feedback.get(window.journal, one).theme for one in chosen} == {"Writing"}
    assert sentence(window) == "The theme is “Writing” now."
    act(window)
    assert len({feedback.get(window.journal, one).theme for one in chosen}) > 1
    with answering(lambda form: (form.theme.setText(""), form.accept())):
        page.theme_wanted.emit(chosen)
    assert {feedback.get(window.journal, one).theme for one in chosen} == {None}


def test_several_are_removed_in_one_step(window: MainWindow, page: FeedbackPane) -> None:
    before = page.shown_ids()
    page.remove_wanted.emit(before[1:3])
    assert page.shown_ids() == [before[0], *before[3:]]
    assert sentence(window) == "2 entries were removed."
    act(window)
    assert page.shown_ids() == before
