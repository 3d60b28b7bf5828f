"""Papers for somebody I mentor: the note and the agenda speak to them as their mentor would."""

from __future__ import annotations

from datetime import date

from mentorjournal.exchange import agenda_files, follow_up_files
from mentorjournal.journal import (
    agenda,
    carry_in,
    dealings,
    goals,
    meetings,
    people,
    promises,
)
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


def test_the_page_speaks_to_them_and_keeps_what_i_would_say(journal: Journal) -> None:
    def page() -> str:
        text = agenda_files.make(journal, which, build.SAMPLE_DAY, ".txt").decode()
        return " ".join(text.split())

    whom = build.add_person(journal, "Ada Lin", direction="mentee")
    goal = goals.add(journal, {"text": "My own grant"})
    which = build.add_meeting(journal, whom, "2026-05-25T10:00", desired_outcome="A first aim")
    item = agenda.add_item(journal, which, {
        "title": "The aims page", "question": "What would you cut?", "goal_id": goal,
        "my_view": "I would cut the second"})
    for text in ("Cut it", "Keep it"):
        option = agenda.add_option(journal, item, {"text": text})
    agenda.prefer_option(journal, option)
    theirs = page()
    for said in ("What this meeting is for", "To think about", "Ways to go",
                 "You lean towards: B."):
        assert said in theirs
    for wrong in ("What I want to leave with", "My question", "My options", "My view",
                  "I would cut the second", "My own grant"):
        assert wrong not in theirs
    people.edit(journal, whom, {"direction": "mentor"})
    mine = page()
    for said in ("What I want to leave with", "My question", "My options",
                 "My view: B. I would cut the second", "My own grant"):
        assert said in mine
