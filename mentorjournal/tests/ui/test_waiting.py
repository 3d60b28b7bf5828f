"""The counts of the sidebar: read with the journal, with what is counted, and on a new day."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import feedback, feedback_log, people
from mentorjournal.tests import build
from mentorjournal.tests.windows import start, trigger
from mentorjournal.ui import theme
from mentorjournal.ui.main_window import MainWindow

DAY = build.SAMPLE_DAY


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, sample_file: Path, tmp_path: Path) -> MainWindow:
    theme.apply(qapp, "light")
    clock.set_as_of(DAY)
    made = start(qtbot, build.copy(sample_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")
    qtbot.waitUntil(lambda: said(made)[0] > 0)  # after the first picture
    return made


def said(window: MainWindow) -> tuple[int, str]:
    (entry,) = [one for one in window.sidebar.pages.entries() if one.key == "feedback"]
    return entry.count, entry.count_words


def test_it_counts_with_the_journal_and_follows_changes(window: MainWindow) -> None:
    assert said(window) == (2, "2 overdue or due today")
    assert "feedback" not in window.panes  # it counts without making the page
    one, *_ = feedback_log.ids(
        window.journal, feedback_log.Wanted(group=feedback_log.WAITING), DAY)
    feedback.set_aside(window.journal, one, DAY, "Enough")
    assert said(window) == (1, "1 overdue or due today")
    window.undo_journal()
    assert said(window)[0] == 2


def test_what_is_not_counted_does_not_count_again(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_more(*_: object) -> int:
        raise AssertionError("counted again")

    monkeypatch.setattr(feedback_log, "due", no_more)
    people.add(window.journal, {"name": "Ann"})
    window.show_pane("meetings")
    assert said(window)[0] == 2


def test_a_new_day_counts_again(window: MainWindow) -> None:
    whom = feedback_log.givers(window.journal)[0][0]
    feedback.ask(window.journal, {"person_id": whom, "topic": "the talk", "asked_on": DAY})
    assert said(window)[0] == 2  # an answer takes its time
    clock.set_as_of(DAY + timedelta(days=15))
    window.show_pane("feedback")
    expected = feedback_log.due(window.journal, DAY + timedelta(days=15))
    assert said(window)[0] == expected > 2


def test_nothing_is_said_of_a_journal_that_is_closed(window: MainWindow) -> None:
    window.opening.close()
    assert said(window)[0] == 0


def test_the_pages_have_their_keys(window: MainWindow) -> None:
    keys = {key: window.actions_table.by_key[key].shortcut().toString()
            for key in ("show_today", "show_network", "show_meetings", "show_feedback")}
    assert list(keys.values()) == ["Alt+1", "Alt+2", "Alt+3", "Alt+4"]
    trigger(window, "show_feedback")
    assert window.current_pane() == "feedback"
