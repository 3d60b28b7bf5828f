"""Undo and Redo: the text being typed first, then the journal, and the menu says which step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import agenda, meetings, people
from mentorjournal.tests import build
from mentorjournal.tests.windows import sentence, start, trigger
from mentorjournal.ui import theme
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.meetings import MeetingsPane

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, empty_file: Path, tmp_path: Path) -> MainWindow:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    mine = build.copy(empty_file, tmp_path / "mine.mentorjournal")
    return start(qtbot, mine, tmp_path / "scratch")


@pytest.fixture
def pane(window: MainWindow) -> MeetingsPane:
    """Meeting prep with one meeting; its fields are empty."""
    build.add_meeting(window.journal, people.add(window.journal, {"name": "Ann & Bo"}))
    return window.show_pane("meetings")


def words(window: MainWindow) -> tuple[str, str]:
    return tuple(window.actions_table.by_key[key].text() for key in ("undo", "redo"))


def outcome(window: MainWindow, pane: MeetingsPane) -> str | None:
    return meetings.get(window.journal, pane.current_meeting_id()).desired_outcome


def test_the_menu_names_the_step(window: MainWindow, pane: MeetingsPane) -> None:
    assert words(window) == ("&Undo new meeting", "&Redo")
    item = agenda.add_item(window.journal, pane.current_meeting_id(), {"title": "One"})
    agenda.edit_item(window.journal, item, {"title": "Two"})
    assert words(window) == ("&Undo edit agenda item", "&Redo")
    window.setFocus()
    QApplication.focusWidget().clearFocus()
    trigger(window, "undo")
    assert words(window) == ("&Undo add agenda item", "&Redo edit agenda item")
    for _ in range(3):
        trigger(window, "undo")
    assert words(window) == ("&Undo", "&Redo add Ann && Bo")
    assert not window.actions_table.by_key["undo"].isEnabled()


def test_the_words_do_not_outlive_their_journal(
    window: MainWindow, pane: MeetingsPane, tmp_path: Path
) -> None:
    window.opening.create(tmp_path / "other.mentorjournal", "")
    assert words(window) == ("&Undo", "&Redo")
    assert not window.actions_table.by_key["undo"].isEnabled()


def test_text_that_is_being_typed_comes_first(
    qtbot: QtBot, window: MainWindow, pane: MeetingsPane
) -> None:
    field = pane.page.outcome
    field.setFocus()
    qtbot.keyClicks(field, "A decision")
    trigger(window, "undo")
    assert field.text() != "A decision"
    assert words(window)[0] == "&Undo new meeting"
    trigger(window, "redo") if window.actions_table.by_key["redo"].isEnabled() else field.redo()
    assert field.text() == "A decision"


@pytest.mark.parametrize("name", ["outcome", "line"])
def test_the_keys_go_on_to_the_journal_when_the_text_has_nothing_left(
    qtbot: QtBot, window: MainWindow, pane: MeetingsPane, name: str
) -> None:
    field = pane.page.outcome if name == "outcome" else pane.page.agenda.add.edit
    agenda.add_item(window.journal, pane.current_meeting_id(), {"title": "One"})
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert agenda.items(window.journal, pane.current_meeting_id()) == []
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert [one.title for one in agenda.items(window.journal, pane.current_meeting_id())] == ["One"]


def test_what_was_handed_in_goes_letter_by_letter_and_then_step_by_step(
    qtbot: QtBot, window: MainWindow, pane: MeetingsPane
) -> None:
    field = pane.page.outcome
    field.setFocus()
    qtbot.keyClicks(field, "Yes")
    field.commit()
    assert outcome(window, pane) == "Yes"
    for _ in range(10):
        qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
        field.commit()
        if not meetings.coming(window.journal):
            break
    assert meetings.coming(window.journal) == []
    assert people.everybody(window.journal, clock.today())


def test_typing_after_undo_leaves_nothing_to_redo(
    qtbot: QtBot, window: MainWindow, pane: MeetingsPane
) -> None:
    agenda.add_item(window.journal, pane.current_meeting_id(), {"title": "One"})
    window.undo_journal()
    assert words(window)[1] == "&Redo add agenda item"
    qtbot.keyClicks(pane.page.outcome, "Yes")
    pane.page.outcome.commit()
    assert words(window) == ("&Undo edit meeting", "&Redo")


def test_a_step_that_cannot_be_taken_back_is_said(window: MainWindow, pane: MeetingsPane) -> None:
    window.journal.read().exec_driver_sql("PRAGMA query_only = ON")
    before = build.dump(window.journal)
    QApplication.focusWidget().clearFocus()
    trigger(window, "undo")
    assert window.messages.message().tone == "alert" and sentence(window)
    assert build.dump(window.journal) == before
