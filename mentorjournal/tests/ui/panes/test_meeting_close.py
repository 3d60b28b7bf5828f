"""The close step through its widgets: everything optional, nothing lost, all of it by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import (
    after_meeting,
    agenda,
    feedback,
    meetings,
    outcomes,
    people,
    promises,
)
from mentorjournal.journal.after_meeting import Closing
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.prep_pane import NEXT, editor, heard, opened, said
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_close import MeetingClose
from mentorjournal.ui.panes.meeting_editor import MeetingEditor
from mentorjournal.ui.panes.meeting_past import PastMeeting
from mentorjournal.ui.panes.meetings import MeetingsPane
from mentorjournal.ui.pen import Pen

AS_OF = build.SAMPLE_DAY


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


class Host(QWidget):
    """What holds the close step elsewhere: a pane with a pen, which passes changes on."""

    def __init__(self, journal: Journal, settings: Settings) -> None:
        super().__init__()
        self.pen = Pen(journal, self)
        self.close_step = MeetingClose(journal, settings, self.pen)
        QVBoxLayout(self).addWidget(self.close_step)
        journal.changed.connect(self.take)

    def take(self, changes: Changes) -> None:
        self.close_step.take_changes(changes)


@pytest.fixture
def met(journal: Journal) -> int:
    """A meeting whose time has passed, not closed yet, with three items."""
    clock.set_as_of(AS_OF)
    someone = build.add_person(journal, cadence_days=28)
    which = build.add_meeting(journal, someone, "2026-05-12T16:00")
    for title in ("A", "B", "C"):
        agenda.add_item(journal, which, {"title": title})
    return which


@pytest.fixture
def step(
    journal: Journal, met: int, settings: Settings, qtbot: QtBot
) -> Iterator[MeetingClose]:
    host = Host(journal, settings)
    qtbot.addWidget(host)
    host.resize(760, 1200)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    host.close_step.show_meeting(met)
    host.close_step.focus_first()
    yield host.close_step


@pytest.fixture
def read(journal: Journal, met: int) -> Callable[[], Closing]:
    return lambda: after_meeting.read(journal, met, AS_OF)


def state(step: MeetingClose, place: int, key: str) -> None:
    step.form.items.rows()[place].state.button(key).click()


def test_lines_are_added_with_enter_one_after_the_other(
    step: MeetingClose, read: Callable[[], Closing], qtbot: QtBot
) -> None:
    line = step.form.outcomes.add.edit
    assert QApplication.focusWidget() is line
    for text in ("Aim two is out", "Begin with ten"):
        qtbot.keyClicks(QApplication.focusWidget(), text)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [one.text for one in read().outcomes] == ["Aim two is out", "Begin with ten"]
    assert [row.text.text() for row in step.form.outcomes.rows()] == [
        "Aim two is out", "Begin with ten"]
    assert QApplication.focusWidget() is line and line.text() == ""


def test_feedback_from_the_meeting_is_looked_over_too(
    step: MeetingClose, journal: Journal, met: int, read: Callable[[], Closing], qtbot: QtBot
) -> None:
    whose = meetings.get(journal, met).person_id
    feedback.hear(journal, whose, "Slower", AS_OF, meeting_id=met)
    rows = step.form.heard
    assert [row.text.text() for row in rows.rows()] == ["Slower"]
    rows.rows()[0].text.setPlainText("Speak slower")
    rows.rows()[0].text.commit()
    rows.add.edit.setFocus()
    qtbot.keyClicks(rows.add.edit, "Good table")
    qtbot.keyClick(rows.add.edit, Qt.Key.Key_Return)
    assert [one.text for one in read().heard] == ["Speak slower", "Good table"]
    rows.rows()[1].drop.click()
    assert [one.text for one in read().heard] == ["Speak slower"]


def test_control_and_enter_are_done_from_anywhere(
    step: MeetingClose, read: Callable[[], Closing], qtbot: QtBot
) -> None:
    over = heard(step.done)
    qtbot.keyClicks(step.form.outcomes.add.edit, "Begin with ten")
    qtbot.keyClick(
        step.form.outcomes.add.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(over) == 1
    assert [one.text for one in read().outcomes] == ["Begin with ten"]


def test_a_line_moves_with_alt_and_keeps_the_focus(
    step: MeetingClose, journal: Journal, met: int, qtbot: QtBot
) -> None:
    for text in "abc":
        outcomes.add(journal, met, {"text": text})
    row = step.form.outcomes.rows()[2]
    row.text.setFocus()
    qtbot.keyClick(row.text, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert outcomes.of_meeting(journal, met) == ["a", "c", "b"]
    assert row.text.hasFocus()
    for _ in range(3):
        qtbot.keyClick(row.text, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert outcomes.of_meeting(journal, met) == ["c", "a", "b"]
    row.drop.click()
    assert outcomes.of_meeting(journal, met) == ["a", "b"]
    journal.undo()
    assert [r.text.text() for r in step.form.outcomes.rows()] == ["c", "a", "b"]


def test_enter_in_a_line_goes_on_to_the_next_one(
    step: MeetingClose, journal: Journal, met: int, qtbot: QtBot
) -> None:
    outcomes.add(journal, met, {"text": "a"})
    row = step.form.outcomes.rows()[0]
    row.text.setFocus()
    qtbot.keyClicks(row.text, "b")
    qtbot.keyClick(row.text, Qt.Key.Key_Return)
    assert step.form.outcomes.add.edit.hasFocus()
    assert outcomes.of_meeting(journal, met) == ["ba"]


@pytest.mark.parametrize("part", ["outcomes", "promises", "thanks"])
def test_a_line_that_is_emptied_goes_when_it_is_left_and_not_before(
    step: MeetingClose, journal: Journal, met: int, part: str
) -> None:
    outcomes.add(journal, met, {"text": "Kept words"})
    promises.add(journal, {"meeting_id": met, "text": "Kept words"})
    after_meeting.thank(journal, met, "Kept words")
    refusals = heard(step._pen.refused)
    rows = getattr(step.form, part)
    row = rows.rows()[0]
    row.text.setFocus()
    row.text.setPlainText("")
    row.text.commit()
    assert rows.rows() == [row]
    step.form.private.setFocus()
    assert (rows.rows(), refusals) == ([], [])
    journal.undo()
    assert rows.rows()[0].text.text() == "Kept words"


def test_items_are_settled_with_one_click_and_the_click_taken_back(
    step: MeetingClose, journal: Journal, met: int
) -> None:
    def states() -> list[str]:
        return [one.state for one in agenda.items(journal, met)]

    state(step, 0, "covered")
    state(step, 1, "dropped")
    assert states() == ["covered", "dropped", "planned"]
    state(step, 1, "dropped")
    assert states() == ["covered", "planned", "planned"]
    assert "2 still open." in said(step)
    step.form.items.park.click()
    assert states() == ["covered", "parked", "parked"]
    assert step.form.items.park.isHidden() or not step.form.items.park.isVisible()
    step.finish.click()  # nothing that is still open is parked without being asked
    journal.undo()
    journal.undo()
    assert states() == ["covered", "planned", "planned"]


def test_a_promise_of_theirs_becomes_mine_in_one_action(
    step: MeetingClose, read: Callable[[], Closing], qtbot: QtBot
) -> None:
    qtbot.keyClicks(step.form.promises.add.edit, "Send the policy")
    qtbot.keyClick(step.form.promises.add.edit, Qt.Key.Key_Return)
    row = step.form.promises.rows()[0]
    assert not row.instead.isVisible()
    row.owner.setCurrentIndex(1)
    row.owner.activated.emit(1)
    row.due.set_day(date(2026, 6, 1))
    row.text.setPlainText("Send the authorship policy")
    row.text.commit()
    one = read().promises[0]
    assert one.text == "Send the authorship policy"
    assert (one.owner, one.due, one.person_id) == ("mentor", date(2026, 6, 1), read().person.id)
    assert row.instead.isVisible()
    row.instead.click()
    assert (read().promises[0].owner, row.owner.current()) == ("me", "me")
    assert not row.instead.isVisible()


def test_thanks_that_name_no_one_thing_are_asked_about(
    step: MeetingClose, read: Callable[[], Closing], qtbot: QtBot
) -> None:
    qtbot.keyClicks(step.form.thanks.add.edit, "everything")
    qtbot.keyClick(step.form.thanks.add.edit, Qt.Key.Key_Return)
    row = step.form.thanks.rows()[0]
    assert row.hint.isVisible() and "Which thing?" in said(step)
    row.text.setPlainText("the hour on the aims page")
    row.text.commit()
    assert not row.hint.isVisible()
    assert [one.for_what for one in read().thanks] == ["the hour on the aims page"]


def test_a_next_meeting_is_offered_and_arranged(
    step: MeetingClose, read: Callable[[], Closing], journal: Journal
) -> None:
    part = step.form.next
    assert part.starts_at() == datetime(2026, 6, 9, 16)
    assert "in 3 weeks" in said(part)
    part.day.set_day(date(2026, 6, 11))
    outcomes.add(journal, step.meeting_id, {"text": "x"})  # what was typed stays
    assert part.starts_at() == datetime(2026, 6, 11, 16)
    part.arrange.click()
    following = read().following
    assert following is not None and following.starts_at == datetime(2026, 6, 11, 16)
    assert "Thu 11 Jun 2026, 16:00" in said(part)
    assert not part.arrange.isVisible()


def test_a_day_that_has_passed_cannot_be_arranged(step: MeetingClose) -> None:
    step.form.next.day.set_day(date(2026, 5, 14))
    assert not step.form.next.arrange.isEnabled()
    assert not step.form.next.remember.isEnabled()


def test_only_a_day_to_be_in_touch_is_remembered_and_forgotten(
    step: MeetingClose, read: Callable[[], Closing], journal: Journal
) -> None:
    step.form.next.remember.click()
    assert people.get(journal, read().person.id).next_contact_on == date(2026, 6, 9)
    assert "In touch by Tue 9 Jun" in said(step.form.next)
    step.form.next.forget.click()
    assert read().meeting.next_contact_on is None
    assert "In touch by" not in said(step.form.next)


def test_how_it_went_is_answered_and_taken_back(
    step: MeetingClose, read: Callable[[], Closing]
) -> None:
    form = step.form
    assert not form.late.isVisible()
    form.arrival.button("late").click()
    form.late.setValue(8)
    assert (read().meeting.arrival, read().meeting.late_minutes) == ("late", 8)
    form.arrival.button("on_time").click()
    assert (read().meeting.arrival, read().meeting.late_minutes) == ("on_time", None)
    form.arrival.button("on_time").click()
    assert (read().meeting.arrival, form.arrival.current()) == (None, "")
    form.started_by.button("mentor").click()
    form.listened.button("yes").click()
    form.drifted.button("no").click()
    found = read().meeting
    assert (found.initiated_by, found.listened_more, found.drifted) == ("mentor", True, False)
    form.drifted.button("no").click()
    assert read().meeting.drifted is None
    assert "private, never exported" in said(step)


def test_done_notes_it_as_held_with_the_minutes_shown(
    step: MeetingClose, read: Callable[[], Closing], journal: Journal
) -> None:
    heard_done = heard(step.done)
    assert (step.form.minutes.value(), read().meeting.actual_minutes) == (45, None)
    step.form.outcomes.add.edit.setText("Typed and not entered")
    step.form.private.setPlainText("It stung.")
    step.finish.click()
    found = read()
    assert (found.meeting.status, found.meeting.actual_minutes) == ("held", 45)
    assert found.meeting.private_note == "It stung."
    assert [one.text for one in found.outcomes] == ["Typed and not entered"]
    assert heard_done == [(found.meeting.id,)]


def test_minutes_come_from_the_clock_where_the_meeting_was_timed(
    step: MeetingClose, journal: Journal, met: int
) -> None:
    meetings.edit(journal, met, {"started_at": "2026-05-12T16:02:00Z",
                                 "ended_at": "2026-05-12T16:40:20Z"})
    assert step.form.minutes.value() == 38


def test_leaving_keeps_everything_and_closes_nothing(
    step: MeetingClose, read: Callable[[], Closing], met: int, journal: Journal
) -> None:
    back, person, note = (heard(s) for s in (step.back_wanted, step.person_wanted,
                                             step.note_wanted))
    step.form.thanks.add.edit.setText("the blunt page")
    step.back.click()
    assert back == [()]
    assert [one.for_what for one in read().thanks] == ["the blunt page"]
    assert read().meeting.status == "confirmed"
    step.form.person.click()
    step.note.click()
    assert (person, note) == ([(read().person.id,)], [(met,)])
    other = build.add_meeting(journal, read().person.id, "2026-05-13T10:00")
    step.form.private.setPlainText("Kept when another is shown")
    step.show_meeting(other)
    assert read().meeting.private_note == "Kept when another is shown"
    assert step.form.private.text() == ""


def test_a_meeting_that_is_gone_is_said_so(step: MeetingClose, journal: Journal, met: int) -> None:
    refusals = heard(step.refused)
    meetings.remove(journal, met)
    step.show_meeting(met)
    assert refusals == [("This meeting is no longer in the journal.",)]


def test_a_meeting_that_was_called_off_meanwhile_is_not_closed(
    step: MeetingClose, journal: Journal, met: int
) -> None:
    refusals, done = heard(step._pen.refused), heard(step.done)
    meetings.cancel(journal, met)
    step.finish.click()
    assert done == [] and "called off" in refusals[0][0]


def test_tab_goes_down_the_page(step: MeetingClose, journal: Journal, met: int) -> None:
    outcomes.add(journal, met, {"text": "x"})
    promises.add(journal, {"meeting_id": met, "text": "y", "owner": "mentor"})
    after_meeting.thank(journal, met, "z")
    step.form.person.setFocus()
    places = []
    for _ in range(60):
        QApplication.focusWidget().focusNextChild()
        now = QApplication.focusWidget()
        if not step.form.isAncestorOf(now):
            break
        places.append(now.mapTo(step.form, now.rect().topLeft()).y())
    assert len(places) > 20
    assert all(later >= earlier - theme.px(8) for earlier, later in pairwise(places))
    assert now in (step.back, step.note, step.finish)


def test_every_field_has_a_name(step: MeetingClose, journal: Journal, met: int) -> None:
    outcomes.add(journal, met, {"text": "x"})
    promises.add(journal, {"meeting_id": met, "text": "y"})
    form = step.form
    stops = [*form.outcomes.stops(), *form.items.stops(), *form.promises.stops(),
             *form.next.stops(), *form.arrival.stops(), form.late, form.minutes, form.private]
    assert [each for each in stops
            if not (each.accessibleName() or getattr(each, "text", str)())] == []
    assert form.arrival.button("late").accessibleName() == "I came: Late"
    assert form.items.rows()[0].state.button("parked").accessibleName() == "A: Parked"


# In meeting prep --------------------------------------------------------------------------------


@pytest.fixture
def pane(sample_journal: Journal, settings: Settings, qtbot: QtBot) -> MeetingsPane:
    return opened(sample_journal, settings, qtbot)


def test_a_meeting_that_has_begun_can_be_closed(
    sample_journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    which = build.add_meeting(sample_journal, 3, "2026-05-15T08:50", zone=clock.zone_name())
    pane = opened(sample_journal, settings, qtbot)
    pane.show_meeting(which)
    assert editor(pane).closing.isVisible()
    pane.show_meeting(NEXT)
    assert not editor(pane).closing.isVisible()
    pane.show_meeting(which)
    editor(pane).closing.button().click()
    assert isinstance(pane.page, MeetingClose)
    assert not pane.page.back.isVisible()
    pane.page.note.click()
    assert isinstance(pane.page, PastMeeting)
    assert pane.page.follow_up.draft.hasFocus()
    assert "45 of 45 min" in said(pane.page)


def test_a_past_meeting_is_corrected(pane: MeetingsPane, sample_journal: Journal) -> None:
    pane.show_meeting(48)
    assert "On time · 45 of 45 min" in said(pane.page)
    pane.page.how.click()
    step = pane.page
    assert isinstance(step, MeetingClose)
    step.form.arrival.button("late").click()
    assert pane.page is step  # a change of its own does not turn the page
    persons = heard(pane.person_wanted)
    step.form.person.click()
    assert persons == [(1,)]
    step.form.thanks.add.edit.setText("the blunt page")
    step.finish.click()
    assert isinstance(pane.page, PastMeeting)
    assert "Late · 45 of 45 min" in said(pane.page) and "the blunt page" in said(pane.page)
    assert pane.page.how.hasFocus()


def test_another_meeting_is_chosen_while_one_is_closed(
    pane: MeetingsPane, sample_journal: Journal
) -> None:
    pane.show_meeting(48)
    pane.page.how.click()
    pane.page.form.private.setPlainText("Typed")
    pane.show_meeting(NEXT)
    assert isinstance(pane.page, MeetingEditor)
    assert meetings.get(sample_journal, 48).private_note == "Typed"


def test_undo_of_it_took_place_goes_back_to_the_agenda(
    pane: MeetingsPane, sample_journal: Journal
) -> None:
    next(one for one in editor(pane).head.menu.actions() if one.data() == "held").trigger()
    assert isinstance(pane.page, MeetingClose)
    sample_journal.undo()
    assert isinstance(pane.page, MeetingEditor)


def test_what_is_parked_waits_for_the_next_agenda(
    pane: MeetingsPane, sample_journal: Journal
) -> None:
    next(one for one in editor(pane).head.menu.actions() if one.data() == "held").trigger()
    pane.page.form.items.park.click()
    pane.page.form.next.arrange.click()
    following = after_meeting.read(sample_journal, NEXT, AS_OF).following
    assert following is not None
    pane.show_meeting(following.id)
    rows = [row.carry for row in pane.side.carry_in.rows()]
    waiting = [carry for carry in rows if carry.source == "parked"]
    assert len(waiting) == 3
    assert {carry.detail for carry in waiting} == {"Parked Tue 19 May"}
    [report] = [carry for carry in rows if carry.source == "feedback"]
    assert report.on_agenda  # what came of feedback joined it by itself


def test_text_size_changes_while_closing(
    pane: MeetingsPane, qapp: QApplication, qtbot: QtBot
) -> None:
    pane.show_meeting(48)
    pane.page.how.click()
    before = pane.page.form
    pane.page.form.private.setPlainText("Typed")
    theme.apply(qapp, "light", 1.4)
    try:
        qtbot.waitUntil(lambda: pane.page.form is not before)
        assert isinstance(pane.page, MeetingClose)
        assert pane.page.form.private.text() == "Typed"
    finally:
        theme.apply(qapp, "light")
