"""Meeting mode through its widgets: turns, minutes, notes, and the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import agenda, meetings, outcomes, running
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import running as rules
from mentorjournal.mentoring.running import SUM_UP, TALK
from mentorjournal.tests import build
from mentorjournal.tests.mode_pane import Hands, ids, opened, press, rows, three_items, write
from mentorjournal.tests.prep_pane import NEXT, heard, said
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_mode import MeetingModePane
from mentorjournal.ui.panes.meeting_mode_rows import PressableRow

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Open = Callable[..., MeetingModePane]


@pytest.fixture(autouse=True)
def hands(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Hands:
    theme.apply(qapp, "light")
    made = Hands()
    monkeypatch.setattr(clock, "live_now", lambda: made.now)
    return made


@pytest.fixture
def open_pane(qtbot: QtBot, tmp_path: Path) -> Open:
    return lambda journal, *size: opened(journal, qtbot, tmp_path, *size)


@pytest.fixture
def which(journal: Journal) -> int:
    return three_items(journal)


@pytest.fixture
def pane(journal: Journal, which: int, open_pane: Open) -> MeetingModePane:
    made = open_pane(journal)
    made.start(which)
    return made


# Minutes --------------------------------------------------------------------------------------


def test_it_starts_with_the_first_item_and_the_keyboard_in_its_notes(
    pane: MeetingModePane, hands: Hands
) -> None:
    assert pane.stage.title.text() == "Aims"
    assert pane.stage.notes.field().hasFocus()
    hands.move(minutes=4, seconds=12)
    pane._tick()
    assert pane.stage.countdown.text() == "10:48"
    assert pane.stage.rest.text() == "left of 15 min"
    assert pane.head.ends.text() == "10:45"
    assert pane.head.left.text() == "ends, 41 min left"
    assert pane.items.finish.accessibleName() == "On course to finish at 10:32"
    assert rows(pane) == {
        "Aims": "Now · 15 min planned", "Order": "Next · 12 min", "Table": "5 min",
        "Sum up": "5 min · read back decisions and dates"}


def test_over_time_counts_up_in_words(pane: MeetingModePane, hands: Hands) -> None:
    hands.move(minutes=17, seconds=5)
    pane._tick()
    assert (pane.stage.countdown.text(), pane.stage.rest.text()) == ("+2:05", "2 min over")
    hands.move(minutes=30)
    pane._tick()
    assert pane.head.left.text() == "ended 2 min ago"
    assert pane.items.finish.accessibleName() == "On course to finish at 11:04"


def test_two_minutes_more_come_out_of_the_rest(pane: MeetingModePane, hands: Hands) -> None:
    pane.stage.more.click()
    assert pane.stage.countdown.text() == "17:00"
    assert pane.items.finish.accessibleName() == "On course to finish at 10:34"
    assert pane.head.ends.text() == "10:45"


def test_a_pause_stops_the_item_and_not_the_meeting(pane: MeetingModePane, hands: Hands) -> None:
    pane.stage.pause.click()
    hands.move(minutes=5)
    pane._tick()
    assert pane.stage.countdown.text() == "15:00"
    assert pane.stage.rest.text() == "left of 15 min · paused"
    assert pane.items.finish.accessibleName() == "On course to finish at 10:37"
    pane.stage.pause.click()
    hands.move(minutes=1)
    pane._tick()
    assert pane.stage.countdown.text() == "14:00"


def test_the_clock_runs_only_while_it_can_be_seen(pane: MeetingModePane) -> None:
    assert pane._timer.isActive()
    pane.hide()
    assert not pane._timer.isActive()
    pane.show()
    assert pane._timer.isActive()
    pane.end()
    assert not pane._timer.isActive()


def test_where_it_is_survives_the_pane(
    journal: Journal, which: int, pane: MeetingModePane, hands: Hands, open_pane: Open
) -> None:
    hands.move(minutes=13)
    pane.stage.next.click()
    again = open_pane(journal)
    assert again.current_meeting_id() == which
    hands.move(minutes=2)
    again._tick()
    assert again.stage.title.text() == "Order"
    assert again.stage.countdown.text() == "10:00"
    assert rows(again)["Aims"] == "Covered · took 13 min"


# Turns ----------------------------------------------------------------------------------------


def test_next_names_the_next_and_ends_the_meeting_at_last(
    pane: MeetingModePane, journal: Journal, which: int
) -> None:
    named = []
    for _ in range(3):
        named.append(pane.stage.next.text().strip())
        pane.stage.next.click()
    assert named == ["Next: Order", "Next: Table", "Next: Sum up"]
    assert pane.stage.next.text() == "End meeting"
    pane.stage.next.click()
    assert meetings.get(journal, which).status == "held"
    assert {item.state for item in agenda.items(journal, which)} == {"covered"}


def test_items_can_be_gone_to_in_any_order(
    qtbot: QtBot, pane: MeetingModePane, journal: Journal, which: int
) -> None:
    qtbot.mouseClick(pane.items.rows[ids(journal, which)[2]], Qt.MouseButton.LeftButton)
    assert pane.stage.title.text() == "Table"
    assert pane.stage.notes.field().hasFocus()
    press(qtbot, pane, Qt.Key.Key_Up, CONTROL)
    assert pane.stage.title.text() == "Order"
    press(qtbot, pane, Qt.Key.Key_Down, ALT)
    assert pane.stage.title.text() == "Table"
    pane.stage.back.click()
    assert pane.stage.title.text() == "Order"
    assert running.find(journal).current == ids(journal, which)[1]


def test_turns_are_nothing_to_take_back(pane: MeetingModePane, journal: Journal) -> None:
    label = journal.undo_label()
    pane.stage.next.click()
    pane.stage.more.click()
    assert journal.undo_label() == label


# Notes ----------------------------------------------------------------------------------------


def test_notes_belong_to_their_item_and_say_when_they_were_saved(
    qtbot: QtBot, pane: MeetingModePane, journal: Journal, which: int
) -> None:
    first = ids(journal, which)[0]
    write(qtbot, pane, "Who did what")
    assert pane.stage.notes.saved.text() == "writing …"
    qtbot.waitUntil(lambda: agenda.items(journal, which)[0].notes == "Who did what", timeout=3000)
    assert pane.stage.notes.saved.text() == "saved 10:00"
    pane.stage.next.click()
    assert pane.stage.notes.field().text() == ""
    write(qtbot, pane, "Two")
    pane.go(first)
    assert [item.notes for item in agenda.items(journal, which)] == ["Who did what", "Two", None]
    assert pane.stage.notes.field().text() == "Who did what"


def test_one_goes_on_writing_where_the_notes_end(
    qtbot: QtBot, pane: MeetingModePane, journal: Journal, which: int
) -> None:
    first, second = ids(journal, which)[:2]
    agenda.edit_item(journal, second, {"notes": "Before"})
    pane.go(second)
    write(qtbot, pane, " and after")
    pane.go(first)
    write(qtbot, pane, "Said")
    pane.hand_in()
    agenda.edit_item(journal, first, {"notes": "Said more"})
    write(qtbot, pane, ".")
    pane.hand_in()
    assert [item.notes for item in agenda.items(journal, which)] == [
        "Said more.", "Before and after", None]


def test_what_belongs_to_no_item_is_noted_on_the_whole_meeting(
    qtbot: QtBot, pane: MeetingModePane, journal: Journal, which: int
) -> None:
    pane.stage.notes.about.button("whole").click()
    write(qtbot, pane, "She leaves in June")
    pane.go(SUM_UP)
    assert meetings.get(journal, which).notes == "She leaves in June"
    assert not pane.stage.notes.about.isVisible()
    assert pane.stage.notes.field().text() == "She leaves in June"


def test_notes_that_are_refused_are_not_called_saved(
    qtbot: QtBot, pane: MeetingModePane, journal: Journal
) -> None:
    refused = heard(pane.refused)
    pane.stage.notes.field().type_anew("x" * 20)
    journal.read().exec_driver_sql("PRAGMA query_only = ON")
    pane.stage.notes.hand_in()
    journal.read().exec_driver_sql("PRAGMA query_only = OFF")
    assert refused
    pane.stage.notes._later.stop()
    pane.stage.notes.show_saved()
    assert pane.stage.notes.saved.text() == "not saved yet"


def test_a_change_elsewhere_keeps_what_is_being_typed(
    qtbot: QtBot, pane: MeetingModePane, journal: Journal, which: int
) -> None:
    write(qtbot, pane, "half a sen")
    agenda.edit_item(journal, ids(journal, which)[1], {"title": "Author order"})
    assert "Author order" in rows(pane)
    assert pane.stage.notes.field().text() == "half a sen"


# The left column ------------------------------------------------------------------------------


def test_something_that_came_up_is_an_item(
    qtbot: QtBot, pane: MeetingModePane, journal: Journal, which: int
) -> None:
    pane.items.add.edit.setFocus()
    write(qtbot, pane, "A visa")
    press(qtbot, pane, Qt.Key.Key_Return)
    assert agenda.items(journal, which)[-1].state == "added_in_meeting"
    assert rows(pane)["A visa"] == "5 min, came up"


def test_what_was_not_raised_is_raised_with_enter(
    qtbot: QtBot, sample_journal: Journal, open_pane: Open
) -> None:
    pane = open_pane(sample_journal)
    pane.start(NEXT)
    before = len(pane.items.rows)
    line = next(row for row in pane.items._carried_box.findChildren(PressableRow)
                if "Aims v4" in row.accessibleName())
    line.setFocus()
    press(qtbot, pane, Qt.Key.Key_Return)
    assert len(pane.items.rows) == before + 1
    assert "Aims v4 to Okafor" in rows(pane)
    assert "Aims v4" not in said(pane.items._carried_box)
    assert isinstance(QApplication.focusWidget(), PressableRow)  # the next one to raise


def test_a_promise_made_just_now_is_not_something_to_raise(
    pane: MeetingModePane, journal: Journal, which: int
) -> None:
    running.capture_action(journal, which, "Send it")
    assert "Send it" not in said(pane.items)


def test_what_was_wanted_is_ticked_off(
    pane: MeetingModePane, journal: Journal, which: int
) -> None:
    meetings.edit(journal, which, {"desired_outcome": "A signed plan"})
    pane.items.reached.click()
    assert outcomes.of_meeting(journal, which) == ["A signed plan"]
    pane.items.reached.click()
    assert outcomes.of_meeting(journal, which) == []


# Beginning and end ----------------------------------------------------------------------------


def test_a_meeting_without_an_agenda_is_one_conversation(
    qtbot: QtBot, journal: Journal, open_pane: Open
) -> None:
    bare = build.add_meeting(journal, build.add_person(journal))
    pane = open_pane(journal)
    pane.start(bare)
    assert (pane.stage.title.text(), pane.stage.countdown.text()) == ("Conversation", "45:00")
    write(qtbot, pane, "All of it")
    pane.hand_in()
    assert meetings.get(journal, bare).notes == "All of it"
    pane.items.add.edit.setText("A visa")
    pane.items.add.take()
    assert TALK not in pane.items.rows
    pane.end()
    assert meetings.get(journal, bare).status == "held"


def test_the_end_is_written_once_and_looked_over(
    qtbot: QtBot, pane: MeetingModePane, journal: Journal, which: int, hands: Hands
) -> None:
    done = heard(pane.done)
    hands.move(minutes=13)
    pane.stage.next.click()
    hands.move(minutes=6)
    press(qtbot, pane, Qt.Key.Key_Return, CONTROL)
    held = meetings.get(journal, which)
    assert (held.status, held.actual_minutes) == ("held", 19)
    assert held.started_at == "2026-05-19T10:00:00Z"
    found = [(item.state, item.spent_minutes) for item in agenda.items(journal, which)]
    assert found == [("covered", 13), ("covered", 6), ("planned", None)]
    assert pane.stack.currentWidget() is pane.closing
    pane.closing.done.emit(which)
    assert done == [(which,)]


def test_an_end_by_mistake_is_gone_back_from(
    pane: MeetingModePane, journal: Journal, which: int, hands: Hands
) -> None:
    hands.move(minutes=5)
    pane.end()
    hands.move(minutes=1)
    pane.closing.back_wanted.emit()
    assert meetings.get(journal, which).status == "confirmed"
    assert pane.stack.currentWidget() is pane.running_page
    assert pane.stage.countdown.text() == "9:00"


def test_undo_of_the_end_goes_on_with_the_meeting(
    pane: MeetingModePane, journal: Journal, which: int
) -> None:
    pane.end()
    journal.undo()
    assert meetings.get(journal, which).status == "confirmed"
    assert pane.current_meeting_id() == which
    assert running.find(journal) is not None


def test_a_meeting_that_is_cancelled_meanwhile_is_left(
    pane: MeetingModePane, journal: Journal, which: int
) -> None:
    meetings.cancel(journal, which)
    assert pane.current_meeting_id() is None
    assert "No meeting is running" in said(pane)
    pane.focus_first()
    assert pane.empty.button().hasFocus()


def test_a_second_meeting_is_refused_in_words(
    pane: MeetingModePane, journal: Journal, which: int
) -> None:
    refused = heard(pane.refused)
    pane.start(build.add_meeting(journal, build.add_person(journal, "Bo")))
    assert "still running" in refused[0][0]
    assert pane.current_meeting_id() == which


def test_in_a_narrow_window_what_was_captured_folds_to_a_button(
    pane: MeetingModePane, journal: Journal, which: int
) -> None:
    running.capture_decision(journal, which, "Days")
    assert pane.captured.isVisible() and not pane.head.captured.isVisible()
    pane.resize(1044, 600)
    assert not pane.captured.isVisible() and pane.head.captured.text() == "Captured (1)"
    pane.head.captured.click()
    assert pane.captured.isVisible() and not pane.items.isVisible()
    pane.head.captured.click()
    assert pane.items.isVisible()


def test_hostile_and_very_long_titles_are_shown_as_they_are(
    journal: Journal, open_pane: Open
) -> None:
    made = build.add_meeting(journal, build.add_person(journal, "<b>Ann</b>"))
    for title in (*build.NAUGHTY, "long " * 60):
        agenda.add_item(journal, made, {"title": title})
    pane = open_pane(journal, 1044, 600)
    pane.start(made)
    for place in list(pane.items.rows):
        pane.go(place)
    assert pane.head.title.text() == "Meeting with <b>Ann</b>"
    assert len(pane.items.rows) == len(agenda.items(journal, made)) + 1
    assert rules.MORE_MINUTES == 2 and pane.stage.minimumSizeHint().width() < 600
