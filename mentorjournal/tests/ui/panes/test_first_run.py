"""The first screen: a name is enough, nothing is replaced, and the sample is one choice away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorjournal.journal import me
from mentorjournal.tests.windows import sentence, start
from mentorjournal.ui import questions
from mentorjournal.ui.panes.first_run import FirstRunPane


@pytest.fixture
def pane(qtbot: QtBot, tmp_path: Path) -> FirstRunPane:
    made = FirstRunPane(tmp_path)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.focus_first()
    return made


@pytest.mark.parametrize(
    ("typed", "file"),
    [("", "My journal"), ("Amara", "Amara"), ("Dr. Amara Lindqvist, MD", "Amara"),
     ("../../etc/passwd", "etcpasswd"), ("<b>", "b"), ("O'Brien", "OBrien"), ("张伟", "张伟"),
     ("...", "My journal"), ("\u202eevil", "evil"), ("Dr.", "My journal")],
)
def test_the_file_is_called_like_the_mentee(
    qtbot: QtBot, pane: FirstRunPane, tmp_path: Path, typed: str, file: str
) -> None:
    pane.name.clear()
    pane.name.insert(typed)  # as an input method or a paste would
    with qtbot.waitSignal(pane.journal_wanted) as wanted:
        qtbot.keyClick(pane.name, Qt.Key.Key_Return)
    assert wanted.args == [tmp_path / f"{file}.mentorjournal", typed, ""]
    assert pane.place.text().endswith(f"{file}.mentorjournal")


def test_a_file_that_is_there_is_not_offered(
    qtbot: QtBot, pane: FirstRunPane, tmp_path: Path
) -> None:
    for name in ("Bo.mentorjournal", "Bo 2.mentorjournal"):
        (tmp_path / name).touch()
    qtbot.keyClicks(pane.name, "Bo")
    assert pane.place.text().endswith("Bo 3.mentorjournal")


def test_a_chosen_place_is_kept_whatever_is_typed(
    qtbot: QtBot, pane: FirstRunPane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questions, "new_journal", lambda *_: None)
    pane.choose.click()
    qtbot.keyClicks(pane.name, "Bo")
    assert pane.place.text().endswith("Bo.mentorjournal")
    chosen = tmp_path / "stick" / "mine.mentorjournal"
    monkeypatch.setattr(questions, "new_journal", lambda *_: chosen)
    pane.choose.click()
    qtbot.keyClicks(pane.name, " Li")
    with qtbot.waitSignal(pane.journal_wanted) as wanted:
        pane.go.click()
    assert wanted.args == [chosen, "Bo Li", ""]


def test_a_place_asked_for_is_kept_when_a_journal_can_be_made_there(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "there.mentorjournal").touch()
    (tmp_path / "link.mentorjournal").symlink_to(tmp_path / "nowhere")
    for asked, kept in (("anna", "anna"), ("there", "Bo"), ("link", "Bo"), ("no folder/a", "Bo"),
                        ("a" * 300, "Bo")):
        pane = FirstRunPane(tmp_path, suggested=tmp_path / f"{asked}.mentorjournal")
        qtbot.addWidget(pane)
        pane.name.insert("Bo")
        with qtbot.waitSignal(pane.journal_wanted) as wanted:
            pane.go.click()
        assert wanted.args[0] == tmp_path / f"{kept}.mentorjournal"


def test_the_sample_needs_no_name(qtbot: QtBot, pane: FirstRunPane) -> None:
    assert pane.start.radio.isChecked() and pane.form.isEnabled()
    qtbot.mouseClick(pane.sample, Qt.MouseButton.LeftButton)
    assert pane.sample.radio.isChecked() and not pane.start.radio.isChecked()
    assert not pane.form.isEnabled() and pane.go.text() == "Open the sample"
    with qtbot.waitSignal(pane.sample_wanted):
        pane.go.click()
    qtbot.mouseClick(pane.start, Qt.MouseButton.LeftButton)
    assert pane.form.isEnabled() and pane.go.text() == "Start my journal"


def test_everything_is_reached_by_keys(qtbot: QtBot, pane: FirstRunPane) -> None:
    reached = []
    for _ in range(12):
        reached.append(pane.focusWidget())
        qtbot.keyClick(pane.focusWidget(), Qt.Key.Key_Tab)
    for one in (pane.name, pane.place, pane.choose, pane.go, pane.other):
        assert one in reached
    assert pane.start.radio in reached or pane.sample.radio in reached


def test_a_place_that_cannot_be_written_is_refused_and_the_screen_stays(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start(qtbot, None, tmp_path / "scratch")
    first = window.panes["first-run"]
    (tmp_path / "file").touch()
    monkeypatch.setattr(questions, "new_journal", lambda *_: tmp_path / "file" / "a.mentorjournal")
    first.choose.click()
    qtbot.keyClicks(first.name, "Bo")
    first.go.click()
    assert "a.mentorjournal cannot be made there" in sentence(window)
    assert window.stack.currentWidget() is first and first.name.text() == "Bo"
    monkeypatch.setattr(questions, "new_journal", lambda *_: tmp_path / "a.mentorjournal")
    first.choose.click()
    first.go.click()
    assert me.get(window.journal).name == "Bo" and "first-run" not in window.panes
