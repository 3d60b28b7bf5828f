"""Meeting mode through its widgets: turns, minutes, notes, what is captured, and the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import agenda, meetings, outcomes, promises, running
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import running as rules
from mentorjournal.mentoring.running import SUM_UP, TALK
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.prep_pane import NEXT, heard, said
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_mode import MeetingModePane
from mentorjournal.ui.panes.meeting_mode_rows import PressableRow

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
START = datetime(2026, 5, 19, 10, 0, tzinfo=UTC)
Open = Callable[..., MeetingModePane]


class Hands:
    """The hands of a clock that a test moves."""

    def __init__(self) -> None:
        self.now = START

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture(autouse=True)
def hands(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Hands]:
    theme.apply(qapp, "light")
    made = Hands()
    monkeypatch.setattr(clock, "live_now", lambda: made.now)
    yield made
    theme.apply(qapp, "light")


@pytest.fixture
def open_pane(qtbot: QtBot, tmp_path: Path) -> Open:
    def opened(journal: Journal, width: int = 1384, height: int = 840) -> MeetingModePane:
        pane = MeetingModePane(journal, Settings(tmp_path / "settings.json"))
        qtbot.addWidget(pane)
        pane.resize(width, height)
        pane.show()
        pane.activateWindow()
        qtbot.waitUntil(pane.isActiveWindow)
        return pane

    return opened


@pytest.fixture
def which(journal: Journal) -> int:
    """A meeting of 45 minutes with three items."""
    made = build.add_meeting(journal, build.add_person(journal))
    for title, minutes in (("Aims", 15), ("Order", 12), ("Table", 5)):
        agenda.add_item(journal, made, {"title": title, "minutes": minutes})
    return made


@pytest.fixture
def pane(journal: Journal, which: int, open_pane: Open) -> MeetingModePane:
    made = open_pane(journal)
    made.start(which)
    return made


def ids(journal: Journal, which: int) -> list[int]:
    return [item.id for item in agenda.items(journal, which)]


def rows(pane: MeetingModePane) -> dict[str, str]:
    """What stands below each item."""
    return {row.title.accessibleName(): row.detail.accessibleName()
            for row in pane.items.rows.values()}


def press(qtbot: QtBot, pane: MeetingModePane, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """A key where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None and pane.isAncestorOf(focused)
    qtbot.keyClick(focused, key, held)


def write(qtbot: QtBot, pane: MeetingModePane, text: str) -> None:
    """Letters where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None and pane.isAncestorOf(focused)
    qtbot.keyClicks(focused, text)


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
    assert pane.items.finish.text() == "On course to finish at 10:32"
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
    assert pane.items.finish.text() == "On course to finish at 11:04"


def test_two_minutes_more_come_out_of_the_rest(pane: MeetingModePane, hands: Hands) -> None:
    pane.stage.more.click()
    assert pane.stage.countdown.text() == "17:00"
    assert pane.items.finish.text() == "On course to finish at 10:34"
    assert pane.head.ends.text() == "10:45"


def test_a_pause_stops_the_item_and_not_the_meeting(pane: MeetingModePane, hands: Hands) -> None:
    pane.stage.pause.click()
    hands.move(minutes=5)
    pane._tick()
    assert pane.stage.countdown.text() == "15:00"
    assert pane.stage.rest.text() == "left of 15 min · paused"
    assert pane.items.finish.text() == "On course to finish at 10:37"
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


# Captured -------------------------------------------------------------------------------------


def test_four_kinds_are_captured_by_keys_alone(
    qtbot: QtBot, pane: MeetingModePane, journal: Journal, which: int
) -> None:
    first = ids(journal, which)[0]
    for key, words in ((Qt.Key.Key_1, "Send it"), (Qt.Key.Key_2, "Good options"),
                       (Qt.Key.Key_3, "Ventilator days"), (Qt.Key.Key_4, "Block 3")):
        press(qtbot, pane, key, CONTROL)
        write(qtbot, pane, words)
        press(qtbot, pane, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    press(qtbot, pane, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert pane.stage.notes.field().hasFocus() and not pane.stage.line.isVisible()
    got = running.captured(journal, which)
    (made,) = got.actions
    assert (made.text, made.owner, made.item_id) == ("Send it", "me", first)
    assert made.due == clock.today() + timedelta(days=7)
    assert [one.text for one in got.feedback] == ["Good options"]
    assert [(one.text, one.item_id) for one in got.decisions] == [("Ventilator days", first)]
    assert [one.title for one in got.parked] == ["Block 3"]
    assert pane.captured.count.text() == "4"
    assert [row.words.text() for row in pane.captured.rows()] == [
        "Ventilator days", "Send it", "Good options", "Block 3"]
    assert "Block 3" not in rows(pane)


def test_who_and_when_are_chosen(pane: MeetingModePane, journal: Journal, which: int) -> None:
    pane.stage.open_line("action")
    line = pane.stage.line
    line.edit.setText("Write to the committee")
    line.owner.set_current("mentor")
    line.due.set_current("tomorrow")
    line.take()
    assert line.edit.text() == ""
    (made,) = promises.of_person(journal, meetings.get(journal, which).person_id)
    assert (made.owner, made.due) == ("mentor", clock.today() + timedelta(days=1))
    line.edit.setText("Another")
    line.due.set_current("another")
    line.day.set_day(clock.today() + timedelta(days=40))
    line.take()
    assert promises.of_person(journal, made.person_id)[0].due == clock.today() + timedelta(days=40)


def test_an_empty_park_parks_the_item_and_goes_on(
    qtbot: QtBot, pane: MeetingModePane, journal: Journal, which: int
) -> None:
    press(qtbot, pane, Qt.Key.Key_4, CONTROL)
    assert pane.stage.line.button.text() == "Park this item"
    press(qtbot, pane, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert agenda.items(journal, which)[0].state == "parked"
    assert pane.stage.title.text() == "Order" and rows(pane)["Aims"] == "Parked"
    pane.go(ids(journal, which)[0])
    assert agenda.items(journal, which)[0].state == "planned"
    assert rows(pane)["Aims"] == "Now · 15 min planned"


def test_what_was_typed_and_not_added_is_there_again(
    qtbot: QtBot, pane: MeetingModePane, journal: Journal, open_pane: Open
) -> None:
    press(qtbot, pane, Qt.Key.Key_3, CONTROL)
    write(qtbot, pane, "We take the")
    qtbot.waitUntil(lambda: bool(running.kept_line(journal)), timeout=3000)
    again = open_pane(journal)
    assert again.stage.line.isVisible()
    assert (again.stage.line.kind, again.stage.line.text()) == ("decision", "We take the")
    again.end()
    assert running.kept_line(journal) == {}
    assert [one.text for one in running.captured(
        journal, meetings.past(journal)[0].meeting.id).decisions] == ["We take the"]


def test_what_was_captured_is_changed_and_removed_and_taken_back(
    qtbot: QtBot, pane: MeetingModePane, journal: Journal, which: int
) -> None:
    running.capture_decision(journal, which, "Days")
    (row,) = pane.captured.rows()
    row.words.setFocus()
    row.words.moveCursor(QTextCursor.MoveOperation.End)
    write(qtbot, pane, " at 28")
    row.words.commit()
    assert running.captured(journal, which).decisions[0].text == "Days at 28"
    assert pane.captured.rows() == [row] and row.words.hasFocus()
    row.menu.actions()[0].trigger()
    assert running.captured(journal, which).count == 0 and pane.captured.rows() == []
    journal.undo()
    assert [one.words.text() for one in pane.captured.rows()] == ["Days at 28"]


def test_an_entry_without_words_keeps_those_it_had(
    pane: MeetingModePane, journal: Journal, which: int
) -> None:
    running.capture_feedback(journal, which, "Slower", clock.today())
    (row,) = pane.captured.rows()
    row.words.type_anew("  ")
    row.words.commit()
    assert row.words.text() == "Slower"
    assert running.captured(journal, which).feedback[0].text == "Slower"


# The left column ------------------------------------------------------------------------------


def test_something_that_came_up_is_an_item(
    qtbot: QtBot, pane: MeetingModePane, journal: Journal, which: int
) -> None:
    pane.items.add.edit.setFocus()
    write(qtbot, pane, "A visa")
    press(qtbot, pane, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
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
    press(qtbot, pane, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
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
