"""The playbook: looking through it, passing it on, and what is offered for a talk with a mentee."""

from __future__ import annotations

from datetime import datetime

import pytest

from mentorjournal.journal import advice, agenda, carry_in, feedback_given, meetings, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.passing_on import everybody
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

DAY = build.SAMPLE_DAY


def mentee(journal: Journal, n: int = 0) -> int:
    return everybody(journal, DAY, 91)[n].person.id


def talk(journal: Journal, n: int = 0, headline: str | None = None) -> int:
    return meetings.add(journal, {
        "person_id": mentee(journal, n), "starts_at": datetime(2026, 5, 20, 9),
        "planned_minutes": 30, "headline": headline})


def texts(pieces: list[advice.Piece]) -> list[str]:
    return [piece.advice.text.split()[0] for piece in pieces]


def test_the_playbook_is_credited_and_says_to_whom_it_went(sample_journal: Journal) -> None:
    found = advice.every(sample_journal)
    assert [(piece.credited, len(piece.uses)) for piece in found] == [
        ("Priya Ramanathan", 1), ("Tomas Brandt", 0), ("Leila Haddad", 1)]
    [(piece, use), _] = advice.passed_to(sample_journal, mentee(sample_journal))
    assert (piece.credited, use.date) == ("Priya Ramanathan", found[0].uses[0].date)


@pytest.mark.parametrize(("words", "n"), [
    ("rota", 1), ("ROTA writing", 1), ("haddad", 1), ("software page", 1), ("", 3), ("100%", 0),
    ("rota haddad", 0)])
def test_looking_through_it(sample_journal: Journal, words: str, n: int) -> None:
    assert len(advice.every(sample_journal, words)) == n


def test_offered_is_what_they_were_not_told(sample_journal: Journal) -> None:
    which = meetings.get(sample_journal, talk(sample_journal))
    assert texts(advice.offered(sample_journal, which)) == ["Name"]
    hana = meetings.get(sample_journal, talk(sample_journal, 1, "Which study to begin with"))
    assert texts(advice.offered(sample_journal, hana))[0] == "Say"
    advice.not_for(sample_journal, advice.every(sample_journal, "study")[0].advice.id,
                   hana.person_id)
    assert texts(advice.offered(sample_journal, hana)) == ["Name", "If"]
    mentor = meetings.coming(sample_journal)[0].meeting
    assert advice.offered(sample_journal, mentor) == []


def test_an_item_that_was_covered_counts_as_passed_on(sample_journal: Journal) -> None:
    meeting_id = talk(sample_journal)
    whom = mentee(sample_journal)
    carry = next(one for one in carry_in.collect(sample_journal, meeting_id, DAY)
                 if one.source == "advice")
    assert carry.title.endswith("(Tomas Brandt)")
    item = carry_in.take(sample_journal, meeting_id, carry)
    assert next(one for one in carry_in.collect(sample_journal, meeting_id, DAY)
                if one.source == "advice").on_agenda
    agenda.edit_item(sample_journal, item, {"state": "covered"})
    assert len(advice.passed_to(sample_journal, whom)) == 2  # it was not held yet
    meetings.edit(sample_journal, meeting_id, {"status": "held"})
    agenda.edit_item(sample_journal, item, {"state": "planned"})
    agenda.edit_item(sample_journal, item, {"state": "covered"})
    piece, use = advice.passed_to(sample_journal, whom)[0]
    assert (piece.advice.id, use.meeting_id) == (carry.source_id, meeting_id)
    agenda.edit_item(sample_journal, item, {"state": "parked"})
    assert len(advice.passed_to(sample_journal, whom)) == 2
    other = meetings.get(sample_journal, meetings.add(sample_journal, {
        "person_id": whom, "starts_at": datetime(2026, 6, 20, 9), "planned_minutes": 30}))
    assert [one.source for one in carry_in.collect(sample_journal, other.id, DAY)
            if one.source in ("parked", "advice")] == ["advice"]


def test_a_long_text_keeps_its_credit_on_the_agenda(journal: Journal) -> None:
    key = advice.add(journal, {"text": "word " * 400, "credited_to": "Mother"})
    carry = advice.carried(advice.get(journal, key))
    assert len(carry.title) <= 300
    assert carry.title.endswith("… (Mother)")


def test_what_they_wanted_to_try_is_carried_in_without_my_own_words(
    sample_journal: Journal
) -> None:
    found = feedback_given.to_look_at(
        sample_journal, meetings.get(sample_journal, talk(sample_journal)))
    assert [one.title for one in found] == [
        "How did it go: Ask for a night before saying yes, once this month."]
    hana = feedback_given.to_look_at(
        sample_journal, meetings.get(sample_journal, talk(sample_journal, 1)))
    assert [(one.title, one.detail) for one in hana] == [
        ("What to try: Asking questions", "You told them 17 Mar")]
    assert [one.source for one in (*found, *hana)] == ["feedback_given", "feedback_plan"]
    given = feedback_given.of_person(sample_journal, mentee(sample_journal))[0]
    feedback_given.looked_again(sample_journal, given.id, "Twice")
    assert feedback_given.to_look_at(
        sample_journal, meetings.get(sample_journal, talk(sample_journal))) == []


def test_nothing_of_a_mentee_is_carried_to_a_mentor(sample_journal: Journal) -> None:
    which = meetings.get(sample_journal, talk(sample_journal))
    mine = {"feedback_given", "advice"}
    sources = {one.source for one in carry_in.collect(sample_journal, which.id, DAY)}
    assert mine <= sources
    people.edit(sample_journal, which.person_id, {"direction": "mentor"})
    now = {one.source for one in carry_in.collect(sample_journal, which.id, DAY)}
    assert now == sources - mine


def test_nothing_is_heard_back_before_it_was_said(sample_journal: Journal) -> None:
    given = feedback_given.of_person(sample_journal, mentee(sample_journal))[0]
    for name in ("look_again_on", "heard_back_on"):
        with pytest.raises(JournalError, match="before the day"):
            feedback_given.edit(sample_journal, given.id, {name: datetime(2026, 5, 4).date()})


def test_a_piece_that_is_gone_says_so(sample_journal: Journal) -> None:
    with pytest.raises(JournalError):
        advice.get(sample_journal, 999)


def test_who_gave_it_may_leave_and_their_name_stays(sample_journal: Journal) -> None:
    giver = people.add(sample_journal, {"name": "Dr. Ada Lin, PhD"})
    key = advice.add(sample_journal, {"text": "Sleep first.", "person_id": giver})
    assert advice.get(sample_journal, key).credited == "Ada Lin"
    people.remove(sample_journal, giver)
    assert advice.get(sample_journal, key).credited == "Ada Lin"
