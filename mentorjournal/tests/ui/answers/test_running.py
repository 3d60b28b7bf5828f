"""The meeting that runs in the window: started, left, found again, and done with keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import agenda, meetings, people, running
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.windows import act, sentence, start, trigger
from mentorjournal.ui import theme
from mentorjournal.ui.main_window import MainWindow

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    yield
    theme.apply(qapp, "light")


@pytest.fixture
def mine(empty_file: Path, tmp_path: Path) -> Path:
    """A journal with a meeting about to begin, that nobody has open."""
    path = build.copy(empty_file, tmp_path / "mine.mentorjournal")
    journal = Journal(path)
    starts = clock.now().replace(tzinfo=None, second=0, microsecond=0) + timedelta(minutes=2)
    which = meetings.add(journal, {
        "person_id": people.add(journal, {"name": "Dr. Ann Okafor"}), "starts_at": starts,
        "planned_minutes": 30})
    for title in ("Aims", "Order"):
        agenda.add_item(journal, which, {"title": title})
    journal.close()
    return path


@pytest.fixture
def window(qtbot: QtBot, mine: Path, tmp_path: Path) -> MainWindow:
    made = start(qtbot, mine, tmp_path / "scratch")
    made.resize(1440, 900)
    return made


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, held)


def write(qtbot: QtBot, text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, text)


def test_a_whole_meeting_with_keys_alone(qtbot: QtBot, window: MainWindow) -> None:
    window.show_pane("meetings")
    press(qtbot, Qt.Key.Key_M, CONTROL)
    assert window.current_pane() == "meeting_mode"
    assert window.sidebar.is_rail() and window.sidebar.current() == "meetings"
    write(qtbot, "Start with the aims")
    press(qtbot, Qt.Key.Key_1, CONTROL)
    write(qtbot, "Send them")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_PageDown, CONTROL)
    write(qtbot, "Ann first")
    press(qtbot, Qt.Key.Key_PageDown, CONTROL)
    write(qtbot, "All good")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    journal = window.journal
    held = meetings.past(journal)[0].meeting
    assert (held.status, held.notes) == ("held", "All good")
    assert [(item.notes, item.state) for item in agenda.items(journal, held.id)] == [
        ("Start with the aims", "covered"), ("Ann first", "covered")]
    assert [one.text for one in running.captured(journal, held.id).actions] == ["Send them"]
    pane = window.panes["meeting_mode"]
    assert pane.stack.currentWidget() is pane.closing
    pane.closing.done.emit(held.id)
    assert window.current_pane() == "meetings" and not window.sidebar.is_rail()
    assert window.panes["meetings"].current_meeting_id() == held.id


def test_the_close_step_leads_to_the_note(qtbot: QtBot, window: MainWindow) -> None:
    trigger(window, "show_meetings")
    trigger(window, "start_meeting")
    pane = window.panes["meeting_mode"]
    write(qtbot, "Aims are fine")
    pane.end()
    which = meetings.past(window.journal)[0].meeting.id
    assert pane.closing.isVisible() and pane.closing.meeting_id == which
    pane.closing.note.click()
    prep = window.panes["meetings"]
    assert window.current_pane() == "meetings" and prep.current_meeting_id() == which
    assert prep.page.follow_up.isAncestorOf(QApplication.focusWidget())
    assert running.find(window.journal) is None


def test_back_from_the_close_step_is_back_in_the_meeting(
    qtbot: QtBot, window: MainWindow
) -> None:
    trigger(window, "show_meetings")
    trigger(window, "start_meeting")
    pane = window.panes["meeting_mode"]
    pane.end()
    pane.closing.back.click()
    assert pane.stack.currentWidget() is pane.running_page
    assert len(meetings.coming(window.journal)) == 1 and pane.stage.notes.field().hasFocus()


def test_leaving_does_not_end_it_and_a_sign_leads_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    prep = window.show_pane("meetings")
    assert not prep.running_sign.button.isVisible() and prep.footer.start.isVisible()
    prep.footer.start.click()
    which = window.panes["meeting_mode"].current_meeting_id()
    window.sidebar.chosen.emit("meetings")
    assert not window.sidebar.is_rail()
    assert prep.running_sign.button.text() == "Back to Dr. Okafor"
    assert not prep.footer.start.isVisible()
    prep.running_sign.button.click()
    assert window.current_pane() == "meeting_mode"
    assert window.panes["meeting_mode"].current_meeting_id() == which


def test_what_was_running_is_offered_when_the_journal_opens(
    qtbot: QtBot, window: MainWindow, mine: Path, tmp_path: Path
) -> None:
    trigger(window, "show_meetings")
    trigger(window, "start_meeting")
    window.panes["meeting_mode"].stage.open_line("decision")
    write(qtbot, "Half a decis")
    window.close()
    again = start(qtbot, mine, tmp_path / "scratch")
    qtbot.waitUntil(lambda: sentence(again) != "")
    assert sentence(again) == "The meeting with Dr. Okafor is still running."
    assert again.messages.message().action == "Go on with it"
    act(again)
    assert again.current_pane() == "meeting_mode"
    assert again.panes["meeting_mode"].stage.line.text() == "Half a decis"
    assert sentence(again) == ""


def test_a_meeting_that_is_over_cannot_be_started(qtbot: QtBot, window: MainWindow) -> None:
    which = meetings.coming(window.journal)[0].meeting.id
    window.show_pane("meetings").show_meeting(which)
    meetings.hold(window.journal, which)
    trigger(window, "start_meeting")
    assert window.current_pane() == "meetings"
    assert "is over" in sentence(window)
    window.journal.undo()
    trigger(window, "start_meeting")
    assert window.current_pane() == "meeting_mode"
    assert sentence(window) == ""


def test_near_its_time_the_start_is_the_next_thing_to_do(window: MainWindow) -> None:
    footer = window.show_pane("meetings").footer
    assert footer.start.property("kind") == "primary"
    assert footer.email.property("kind") == ""
    later = clock.now().replace(tzinfo=None) + timedelta(days=3)
    which = meetings.coming(window.journal)[0].meeting.id
    meetings.move(window.journal, which, later)
    assert footer.start.property("kind") == ""
    assert footer.email.property("kind") == "primary"
