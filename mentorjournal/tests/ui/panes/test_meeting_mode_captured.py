"""What is captured in a running meeting, by keys, and what becomes of what was only typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import agenda, feedback_given, meetings, promises, running
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.mode_pane import Hands, ids, opened, press, rows, three_items, write
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_mode import MeetingModePane

CONTROL = Qt.KeyboardModifier.ControlModifier
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


def test_four_kinds_are_captured_by_keys_alone(
    qtbot: QtBot, pane: MeetingModePane, journal: Journal, which: int
) -> None:
    first = ids(journal, which)[0]
    for key, words in ((Qt.Key.Key_1, "Send it"), (Qt.Key.Key_2, "Good options"),
                       (Qt.Key.Key_3, "Ventilator days"), (Qt.Key.Key_4, "Block 3")):
        press(qtbot, pane, key, CONTROL)
        write(qtbot, pane, words)
        press(qtbot, pane, Qt.Key.Key_Return)
    press(qtbot, pane, Qt.Key.Key_Escape)
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


def test_keys_in_the_choices_of_the_line(
    qtbot: QtBot, pane: MeetingModePane, journal: Journal, which: int
) -> None:
    press(qtbot, pane, Qt.Key.Key_1, CONTROL)
    write(qtbot, pane, "Send it")
    pane.stage.line.due.setFocus()
    press(qtbot, pane, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert QApplication.activePopupWidget() is not None and pane.stage.title.text() == "Aims"
    QApplication.activePopupWidget().close()
    pane.stage.line.due.setFocus()
    press(qtbot, pane, Qt.Key.Key_Return)
    assert running.captured(journal, which).count == 1
    pane.stage.line.owner.setFocus()
    press(qtbot, pane, Qt.Key.Key_Escape)
    assert not pane.stage.line.isVisible()


def test_an_empty_park_parks_the_item_and_goes_on(
    qtbot: QtBot, pane: MeetingModePane, journal: Journal, which: int
) -> None:
    press(qtbot, pane, Qt.Key.Key_4, CONTROL)
    assert pane.stage.line.button.text() == "Park this item"
    press(qtbot, pane, Qt.Key.Key_Return)
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


def test_with_somebody_i_mentor_feedback_goes_the_other_way(
    qtbot: QtBot, journal: Journal, open_pane: Open
) -> None:
    mentee = build.add_person(journal, "Tomas Brandt", direction="mentee")
    which = build.add_meeting(journal, mentee)
    pane = open_pane(journal)
    pane.start(which)
    press(qtbot, pane, Qt.Key.Key_2, CONTROL)
    assert pane.stage.line.edit.placeholderText() == "What you told them"
    write(qtbot, pane, "You stopped for questions")
    press(qtbot, pane, Qt.Key.Key_Return)
    (given,) = feedback_given.of_person(journal, mentee)
    assert (given.behaviour, given.meeting_id, given.date) == (
        "You stopped for questions", which, clock.today())
    assert running.captured(journal, which).feedback == ()
    (row,) = pane.captured.rows()
    assert "Goes to the feedback you gave" in [one.text() for one in row.findChildren(QLabel)]
    row.words.type_anew("You stopped twice for questions")
    row.words.commit()
    assert feedback_given.get(journal, given.id).behaviour == "You stopped twice for questions"
    journal.undo()
    journal.undo()
    assert feedback_given.every(journal) == [] and pane.captured.rows() == []


def test_a_promise_of_somebody_i_mentor_is_theirs_under_their_name(
    qtbot: QtBot, journal: Journal, open_pane: Open
) -> None:
    mentee = build.add_person(journal, "Tomas Brandt", direction="mentee")
    which = build.add_meeting(journal, mentee, desired_outcome="A plan")
    pane = open_pane(journal)
    pane.start(which)
    assert "What this meeting is for" in [one.text() for one in pane.findChildren(QLabel)]
    press(qtbot, pane, Qt.Key.Key_1, CONTROL)
    owner = pane.stage.line.owner
    assert [owner.itemText(at) for at in range(owner.count())] == [
        "Me", "Tomas Brandt", "Both of us"]
    owner.setCurrentIndex(1)
    write(qtbot, pane, "Read the protocol")
    pane.hand_in()
    again = open_pane(journal)  # as after a crash: what was chosen is chosen still
    assert again.stage.line.owner.currentText() == "Tomas Brandt"
    press(qtbot, again, Qt.Key.Key_Return)
    (made,) = running.captured(journal, which).actions
    assert (made.owner, made.text) == ("mentee", "Read the protocol")
    again.items.reached.click()
    assert running.is_reached(journal, which)
    assert journal.undo_label() == "What came of it"
