"""A follow-up note to somebody I mentor does not thank them for their time as a mentor's would."""

from __future__ import annotations

from datetime import date

from mentorjournal.exchange import agenda_files, follow_up_files
from mentorjournal.journal import carry_in, dealings, meetings, promises
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build


def test_the_note_and_the_promises_are_from_the_mentors_side(journal: Journal) -> None:
    whom = build.add_person(journal, "Ada Lin", direction="mentee")
    meeting = build.add_meeting(journal, whom, "2026-05-05T10:00", status="held")
    promises.add(journal, {
        "meeting_id": meeting, "text": "Bring two ways out", "owner": "mentee"})
    promises.add(journal, {"meeting_id": meeting, "text": "Send the form"})
    text = follow_up_files.first_draft(journal, meeting, date(2026, 5, 15))
    assert "It was good to talk" in text
    assert "What you will do:\n– Bring two ways out" in text
    assert "What I will do:\n– Send the form" in text
    assert "kindly" not in text
    assert "for your time" not in text
    later = build.add_meeting(journal, whom, "2026-05-25T10:00")
    found = carry_in.collect(journal, later, date(2026, 5, 15))
    assert {(one.source, one.title) for one in found} == {
        ("their_promise", "Bring two ways out"), ("my_promise", "Send the form")}
    assert {(one.kind, one.text) for one in dealings.open_between(journal, whom)} == {
        ("theirs", "Bring two ways out"), ("mine", "Send the form")}
    paper = agenda_files.make(journal, later, date(2026, 5, 15), ".txt").decode()
    assert "Ada Lin: Bring two ways out" in paper
    assert meetings.get(journal, later).person_id == whom
