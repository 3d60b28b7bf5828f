"""What there is between one person and me: open matters, asks, the last days, who stands beside."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentorjournal.journal import dealings, entries, people
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build

TODAY = build.SAMPLE_DAY


@pytest.fixture
def whom(journal: Journal) -> int:
    return build.add_person(journal)


def test_open_promises_and_letters_stand_by_their_day(journal: Journal, whom: int) -> None:
    other = build.add_person(journal, "Dr. Henrik Vale")
    for values in (
        {"text": "No day"}, {"text": "Late", "due": "2026-05-01"},
        {"text": "Theirs", "due": "2026-06-01", "owner": "mentor"},
        {"text": "Kept", "done_on": "2026-05-01"}, {"text": "Dropped", "dropped_on": "2026-05-01"},
    ):
        build.add_record(journal, "actions", person_id=whom, **values)
    build.add_record(journal, "actions", person_id=other, text="To another")
    for values in (
        {"target": "Award", "status": "asked", "deadline": "2026-05-20"},
        {"target": "Sent", "status": "asked", "submitted_on": "2026-05-01"},
        {"target": "Only thought of", "status": "considering"},
        {"target": "Said no", "status": "declined"},
    ):
        build.add_record(journal, "letters", writer_id=whom, **values)
    assert [(one.kind, one.text) for one in dealings.open_between(journal, whom)] == [
        ("mine", "Late"), ("letter", "Award"), ("theirs", "Theirs"), ("mine", "No day")]


def test_the_next_meeting_is_one_that_will_be_held(journal: Journal, whom: int) -> None:
    build.add_meeting(journal, whom, "2026-05-14T10:00")
    build.add_meeting(journal, whom, "2026-05-16T10:00", status="cancelled")
    late = build.add_meeting(journal, whom, "2026-06-01T10:00")
    assert dealings.next_meeting(journal, whom, TODAY).meeting.id == late
    today = build.add_meeting(journal, whom, "2026-05-15T08:00")
    assert dealings.next_meeting(journal, whom, TODAY).meeting.id == today
    assert dealings.next_meeting(journal, build.add_person(journal, "Ann"), TODAY) is None


@pytest.mark.parametrize(("days_ago", "counted"), [(0, 1), (89, 1), (90, 0), (-1, 0)])
def test_asks_count_within_ninety_days(
    journal: Journal, whom: int, days_ago: int, counted: int
) -> None:
    day = (TODAY - timedelta(days_ago)).isoformat()
    which = build.add_meeting(journal, whom)
    build.add_record(journal, "asks_ahead", meeting_id=which, text="Read it",
                     sent_at=f"{day}T09:00:00Z")
    build.add_record(journal, "asks_ahead", meeting_id=which, text="Not sent")
    build.add_record(journal, "letters", writer_id=whom, target="Award", asked_on=day)
    build.add_record(journal, "feedback", person_id=whom, requested=True, asked_on=day)
    build.add_record(journal, "feedback", person_id=whom, requested=False, date=day)
    for kind, by in (("question", "me"), ("question", "mentor"), ("brief_update", "me")):
        entries.add(journal, "contacts", {
            "person_id": whom, "date": day, "kind": kind, "initiated_by": by})
    wanted = {"read": 1, "letter": 1, "feedback": 1, "question": 1} if counted else {}
    assert dealings.asks(journal, whom, TODAY, 90) == wanted


def test_asks_of_okafor_match_her_records(sample_journal: Journal) -> None:
    okafor = next(facts.person.id for facts in people.everybody(sample_journal, TODAY)
                  if "Okafor" in facts.person.name)
    assert dealings.asks(sample_journal, okafor, TODAY, 90) == {"read": 2, "feedback": 1}


def test_what_came_last_is_of_every_kind_and_never_to_come(journal: Journal, whom: int) -> None:
    build.add_record(journal, "contacts", person_id=whom, date="2026-05-10", line="Wrote")
    build.add_record(journal, "thanks", person_id=whom, date="2026-05-12", for_what="The page")
    build.add_record(journal, "feedback", person_id=whom, date="2026-05-11", gist="Too fast")
    build.add_meeting(journal, whom, "2026-05-09T10:00", status="held", headline="Aims")
    build.add_meeting(journal, whom, "2026-05-08T10:00", status="cancelled")
    build.add_record(journal, "contacts", person_id=whom, date="2026-05-16", line="Tomorrow")
    build.add_record(journal, "thanks", person_id=whom, for_what="Still to be sent")
    found = dealings.recent(journal, whom, TODAY)
    assert [(one.table, one.text) for one in found] == [
        ("thanks", "The page"), ("feedback", "Too fast"), ("contact", "Wrote"),
        ("meeting", "Aims")]
    assert found[-1].day == date(2026, 5, 9)
    assert dealings.recent(journal, whom, TODAY, 2) == found[:2]


def test_the_last_thanks_and_the_last_offer(journal: Journal, whom: int) -> None:
    assert dealings.last_thanks(journal, whom, TODAY) is None
    for day, kind in (("2026-03-01", "offer_to_help"), ("2026-04-01", "note"),
                      ("2026-06-01", "note")):
        entries.add(journal, "thanks", {
            "person_id": whom, "date": day, "kind": kind, "for_what": day})
    assert dealings.last_thanks(journal, whom, TODAY).for_what == "2026-04-01"
    offered = dealings.last_thanks(journal, whom, TODAY, dealings.OFFERS)
    assert offered.for_what == "2026-03-01"


def test_the_last_meetings_stand_in_the_order_they_were_held(journal: Journal, whom: int) -> None:
    for month in range(1, 6):
        build.add_meeting(journal, whom, f"2026-0{month}-02T10:00", status="held")
    build.add_meeting(journal, whom, "2026-06-02T10:00", status="held")
    held = dealings.last_held(journal, whom, TODAY, 3)
    assert [which.day.month for which in held] == [3, 4, 5]


def test_goals_and_needs_are_those_tied_to_the_person(sample_journal: Journal) -> None:
    okafor = next(facts.person.id for facts in people.everybody(sample_journal, TODAY)
                  if "Okafor" in facts.person.name)
    assert [tied.part for tied in dealings.goals_with(sample_journal, okafor)] == [
        "design and reading", "two readings"]  # the submitted paper is done
    assert [need.text for need in dealings.needs_met(sample_journal, okafor)] == [
        "Someone to pull apart my trial design"]


def test_people_stand_beside_each_other_by_family_name(journal: Journal) -> None:
    zoe = build.add_person(journal, "Zoe Adams")
    ann = build.add_person(journal, "Dr. Ann Zuse")
    eva = build.add_person(journal, "Prof. Eva Çelik")
    assert dealings.beside(journal, zoe) == (None, eva)
    assert dealings.beside(journal, eva) == (zoe, ann)
    assert dealings.beside(journal, ann) == (eva, None)
    assert dealings.beside(journal, 999) == (None, None)
