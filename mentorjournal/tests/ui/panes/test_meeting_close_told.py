"""The close step of a meeting with somebody I mentor: its words and its feedback are a mentor's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import (
    agenda,
    carry_in,
    feedback,
    feedback_given,
    meetings,
    people,
    promises,
)
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.ui.panes.test_meeting_close import Host

AS_OF = build.SAMPLE_DAY


def opened(journal: Journal, tmp_path: Path, qtbot: QtBot, met: int) -> Host:
    """What holds the close step of a meeting, opened."""
    clock.set_as_of(AS_OF)
    host = Host(journal, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(host)
    host.resize(760, 1200)
    host.show()
    host.close_step.show_meeting(met)
    return host


def test_with_somebody_i_mentor_the_feedback_is_mine(
    journal: Journal, tmp_path: Path, qtbot: QtBot
) -> None:
    whose = build.add_person(journal, direction="mentee")
    met = build.add_meeting(journal, whose, "2026-05-12T16:00")
    host = opened(journal, tmp_path, qtbot, met)
    step = host.close_step
    assert step.form.told.isVisible() and not step.form.heard.isVisible()
    line = step.form.told.add.edit
    assert line.placeholderText().startswith("What you told them")
    line.setFocus()
    qtbot.keyClicks(line, "You asked before you answered")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    (given,) = feedback_given.of_person(journal, whose)
    assert (given.behaviour, given.meeting_id, given.date) == (
        "You asked before you answered", met, meetings.get(journal, met).day)
    (row,) = step.form.told.rows()
    row.text.type_anew("You asked first")
    row.text.commit()
    assert feedback_given.get(journal, given.id).behaviour == "You asked first"
    feedback.hear(journal, whose, "Slower", AS_OF, meeting_id=met)
    assert step.form.heard.isVisible()  # what is noted the other way is not lost from sight
    row.drop.click()
    assert feedback_given.every(journal) == []
    journal.undo()
    assert [one.text.text() for one in step.form.told.rows()] == ["You asked first"]


def test_its_words_are_a_mentors(journal: Journal, tmp_path: Path, qtbot: QtBot) -> None:
    def headings() -> set[str]:
        return {one.text() for one in step.form.findChildren(QLabel) if one.isVisible()}

    whose = build.add_person(journal, "Ada Lin", direction="mentee")
    met = build.add_meeting(journal, whose, "2026-05-12T16:00")
    host = opened(journal, tmp_path, qtbot, met)
    step = host.close_step
    assert {"What came of it", "Promises made", "Feedback I gave"} <= headings()
    assert "What I left with" not in headings()
    assert "guidance" not in step.form.outcomes.add.edit.placeholderText()
    promises.add(journal, {"meeting_id": met, "text": "Read it", "owner": "mentee"})
    (row,) = step.form.promises.rows()
    assert row.owner.currentText() == "Ada Lin"
    people.edit(journal, whose, {"direction": "mentor"})  # the other way round, after all
    assert "What I left with" in headings() and "What came of it" not in headings()
    (row,) = step.form.promises.rows()
    assert row.owner.currentText() == "Ada Lin"  # not mine, whatever it is called


def test_what_came_of_feedback_is_asked_once_it_was_covered(
    journal: Journal, tmp_path: Path, qtbot: QtBot
) -> None:
    whose = build.add_person(journal, "Ada Lin", direction="mentee")
    tried = feedback_given.add(journal, {
        "person_id": whose, "date": date(2026, 4, 1), "behaviour": "You said yes at once",
        "their_plan": "Ask for a night"})
    bare = feedback_given.add(journal, {
        "person_id": whose, "date": date(2026, 4, 2), "topic": "Questions"})
    met = build.add_meeting(journal, whose, "2026-05-12T16:00")
    carried = carry_in.collect(journal, met, AS_OF)
    assert {one.title for one in carried} == {
        "How did it go: Ask for a night", "What to try: Questions"}
    for one in carried:
        carry_in.take(journal, met, one)
    host = opened(journal, tmp_path, qtbot, met)
    step = host.close_step
    assert not step.form.asked.isVisible()
    meetings.hold(journal, met)
    step.form.items.cover.click()
    assert step.form.asked.isVisible()
    assert feedback_given.get(journal, tried).heard_back_on == date(2026, 5, 12)
    assert feedback_given.get(journal, bare).heard_back_on is None  # nothing was tried yet
    for line, text in zip(step.form.asked.rows(), ("Questions first", "Twice"), strict=True):
        line.text.setFocus()
        line.text.type_anew(text)
    step.finish.click()
    assert feedback_given.get(journal, tried).came_of == "Twice"
    plan = feedback_given.get(journal, bare)
    assert plan.their_plan == "Questions first"
    assert plan.heard_back_on is None and plan.came_of is None
    later = build.add_meeting(journal, whose, "2026-06-12T16:00")
    assert [one.title for one in carry_in.collect(journal, later, AS_OF)] == [
        "How did it go: Questions first"]


def test_an_item_that_was_not_covered_leaves_it_open(journal: Journal) -> None:
    clock.set_as_of(AS_OF)
    whose = build.add_person(journal, direction="mentee")
    tried = feedback_given.add(journal, {
        "person_id": whose, "date": date(2026, 4, 1), "their_plan": "Ask for a night"})
    met = build.add_meeting(journal, whose, "2026-05-12T16:00")
    item = carry_in.take(journal, met, carry_in.collect(journal, met, AS_OF)[0])

    def heard() -> date | None:
        return feedback_given.get(journal, tried).heard_back_on

    agenda.edit_item(journal, item, {"state": "covered"})
    assert heard() is None  # the meeting is still to be held
    meetings.hold(journal, met)
    assert heard() == date(2026, 5, 12)
    journal.undo()
    assert heard() is None
    journal.redo()
    agenda.edit_item(journal, item, {"state": "parked"})
    assert heard() is None
    later = build.add_meeting(journal, whose, "2026-06-12T16:00")
    assert len(carry_in.collect(journal, later, AS_OF)) == 1  # once, not as parked too
