"""Keeping in touch: the sample's readings for everybody, few queries, pauses and snoozes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from mentorjournal import clock
from mentorjournal.journal import contacts, keeping, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.keeping import Keeping
from mentorjournal.mentoring import keeping as rules
from mentorjournal.mentoring import rhythm
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

AS_OF = build.SAMPLE_DAY
DAY = timedelta(1)


def by_name(journal: Journal, as_of: date = AS_OF) -> dict[str, Keeping]:
    return {one.person.name.split(",")[0].split()[-1]: one
            for one in keeping.everybody(journal, as_of)}


def test_contacts_of_the_last_year_in_the_sample(sample_journal: Journal) -> None:
    found = by_name(sample_journal)
    assert {name: one.year.count for name, one in found.items() if one.person.is_active} == {
        "Okafor": 10, "Vale": 5, "Ramanathan": 6, "Brandt": 6, "Haddad": 7, "Whitfield": 10,
        "Castellanos": 3, "Marchetti": 3}
    assert rules.year_words(found["Marchetti"].year) == "3 of 4 in a year"
    assert (found["Castellanos"].year.target, found["Castellanos"].year.known_days) == (None, 56)
    assert rhythm.four_a_year_words(found["Castellanos"].year) == "Too new to tell (56 days)"


def test_whom_to_be_in_touch_with_in_the_sample(sample_journal: Journal) -> None:
    calling = keeping.calling(sample_journal, AS_OF)
    assert [
        (one.person.name, rules.place_words(one.place, one.rhythm, None)) for one in calling
        if one.place
    ] == [
        ("Joy Marchetti, NP", "Dormant: 213 of 60 days"),
        ("Dr. Priya Ramanathan", "Due today: 45 of 45 days"),
        ("Hana Yoon", "Due soon: 59 of 60 days"),
        ("Dr. Henrik Vale", "Due soon: 80 of 91 days"),
        ("Dr. Rosalind Okafor", "Due soon: 24 of 30 days"),
    ]
    assert [one.date for one in by_name(sample_journal)["Marchetti"].waiting] == [
        date(2026, 2, 3)]


def test_tip_six_in_the_sample(sample_journal: Journal) -> None:
    begun = keeping.who_begins(sample_journal, AS_OF)
    assert (begun.mine, begun.total, begun.state) == (48, 55, "within")
    asked = keeping.asked(sample_journal, AS_OF)
    assert (len(asked.asked), asked.total) == (6, 8)
    names = {people.get(sample_journal, one).name for one in asked.to_ask}
    assert names == {"Dr. Imogen Castellanos", "Joy Marchetti, NP"}
    days = keeping.next_dates(sample_journal, AS_OF)
    assert {people.get(sample_journal, one).short_name: day for one, day in days.items() if day
            } == {"Dr. Okafor": date(2026, 5, 19), "Dr. Vale": date(2026, 5, 28)}
    assert len(days) == 8


def test_one_day_later_what_was_due_today_is_overdue(sample_journal: Journal) -> None:
    assert by_name(sample_journal)["Ramanathan"].place == "due_soon"
    assert by_name(sample_journal, AS_OF + DAY)["Ramanathan"].place == "overdue"


def test_an_unanswered_message_changes_nothing_and_two_on_a_day_count_once(
    sample_journal: Journal
) -> None:
    okafor = by_name(sample_journal)["Okafor"]

    def log(answered: bool) -> Keeping:
        contacts.add(sample_journal, {
            "person_id": okafor.person.id, "date": AS_OF, "answered": answered})
        return by_name(sample_journal)["Okafor"]

    unanswered = log(False)
    assert (unanswered.rhythm, unanswered.year) == (okafor.rhythm, okafor.year)
    assert len(unanswered.waiting) == 1
    once = log(True)
    assert (once.rhythm.days_since, once.year.count) == (0, 11)
    assert once.waiting[0].date == AS_OF  # on the very day it may still wait
    twice = log(True)
    assert (twice.rhythm, twice.year) == (once.rhythm, once.year)


@pytest.mark.parametrize("question", [
    lambda j: keeping.everybody(j, AS_OF), lambda j: keeping.who_begins(j, AS_OF),
    lambda j: keeping.asked(j, AS_OF), lambda j: keeping.next_dates(j, AS_OF),
    lambda j: contacts.waiting(j, AS_OF),
], ids=["everybody", "who_begins", "asked", "next_dates", "waiting"])
def test_the_number_of_queries_does_not_grow_with_the_people(
    sample_journal: Journal, question: Callable[[Journal], object]
) -> None:
    def count() -> int:
        asked: list[str] = []

        def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            asked.append(statement)

        engine = sample_journal.read().engine
        event.listen(engine, "before_cursor_execute", note)
        question(sample_journal)
        event.remove(engine, "before_cursor_execute", note)
        return len(asked)

    before = count()
    for name in ("A", "B", "C"):
        one = people.add(sample_journal, {"name": name})
        contacts.add(sample_journal, {"person_id": one, "date": AS_OF, "answered": True})
    assert count() == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    st.lists(st.tuples(st.integers(-3, 800), st.booleans(), st.booleans()), max_size=8),
    st.sampled_from([date(2026, 5, 15), date(2028, 2, 29), date(2025, 12, 31), date(2026, 1, 1)]),
)
def test_all_at_once_says_what_each_alone_says(
    journal: Journal, logged: list[tuple[int, bool, bool]], as_of: date
) -> None:
    """The queries agree with the rule worked out by hand, whatever the day of the year."""
    clock.set_as_of(as_of + timedelta(5))
    one = build.add_person(journal, cadence_days=30)
    days = set()
    for ago, answered, is_meeting in logged:
        day = as_of - timedelta(ago)
        if is_meeting:
            build.add_meeting(journal, one, f"{day}T23:30", status="held" if answered
                              else "cancelled")
        else:
            contacts.add(journal, {"person_id": one, "date": day, "answered": answered})
        if answered and ago >= 0:
            days.add(day)
    found = next(each for each in keeping.everybody(journal, as_of) if each.person.id == one)
    assert found.rhythm == rhythm.reading(
        max(days, default=None), 30, None, as_of, None)
    assert found.year == rhythm.four_a_year(days, None, as_of)
    assert keeping.last_touchpoint(journal, one, as_of) == max(days, default=None)
    with journal.loss_confirmed():
        people.remove(journal, one)


def test_four_a_year_counts_from_the_first_contact_of_somebody_without_a_beginning(
    journal: Journal
) -> None:
    clock.set_as_of(AS_OF)
    one = build.add_person(journal)
    for ago in (500, 200):
        contacts.add(journal, {
            "person_id": one, "date": AS_OF - timedelta(ago), "answered": True})
    year = keeping.everybody(journal, AS_OF)[0].year
    assert (year.count, year.target, year.known_days) == (1, 4, 500)


def test_a_contact_that_is_looked_at_can_be_left_out(journal: Journal) -> None:
    clock.set_as_of(AS_OF)
    one = build.add_person(journal)
    contacts.add(journal, {"person_id": one, "date": AS_OF - DAY, "answered": True})
    last = contacts.add(journal, {"person_id": one, "date": AS_OF, "answered": True})
    assert keeping.last_touchpoint(journal, one, AS_OF) == AS_OF
    assert keeping.last_touchpoint(journal, one, AS_OF, without=last) == AS_OF - DAY


def test_snoozing_is_quiet_until_its_day_and_does_not_lie(sample_journal: Journal) -> None:
    before = by_name(sample_journal)["Marchetti"]
    keeping.snooze(sample_journal, before.person.id, AS_OF + 7 * DAY)
    quiet = by_name(sample_journal)["Marchetti"]
    assert (quiet.place, quiet.rhythm) == ("snoozed", before.rhythm)
    assert "Marchetti" not in {one.person.name for one in keeping.calling(sample_journal, AS_OF)}
    assert by_name(sample_journal, AS_OF + 6 * DAY)["Marchetti"].place == "snoozed"
    assert by_name(sample_journal, AS_OF + 7 * DAY)["Marchetti"].place == "dormant"
    keeping.wake(sample_journal, before.person.id)
    assert by_name(sample_journal)["Marchetti"].place == "dormant"


def test_a_pause_rests_and_then_begins_afresh(sample_journal: Journal) -> None:
    one = by_name(sample_journal)["Ramanathan"].person.id
    keeping.pause(sample_journal, one, AS_OF + 20 * DAY, "grant weeks")
    paused = by_name(sample_journal)["Ramanathan"]
    assert (paused.place, paused.person.paused_for) == ("paused", "grant weeks")
    assert by_name(sample_journal, AS_OF + 20 * DAY)["Ramanathan"].place is None
    keeping.resume(sample_journal, one)
    back = by_name(sample_journal)["Ramanathan"]
    assert (back.place, back.rhythm.days_left, back.person.paused_for) == (None, 45, None)
    assert back.rhythm.days_since == 45


def test_leave_of_ones_own_pauses_with_everybody_in_one_change(sample_journal: Journal) -> None:
    before = build.dump(sample_journal)
    vale = by_name(sample_journal)["Vale"].person.id
    keeping.pause(sample_journal, vale, AS_OF + 90 * DAY, "their sabbatical")
    assert keeping.pause_everybody(sample_journal, AS_OF + 30 * DAY, "leave") == 9
    paused = by_name(sample_journal)
    assert {one.place for one in paused.values()} == {"paused"}
    assert paused["Vale"].person.paused_for == "their sabbatical"
    assert keeping.calling(sample_journal, AS_OF) == []
    sample_journal.undo()
    sample_journal.undo()
    assert build.dump(sample_journal) == before


def test_rhythm_and_next_date(sample_journal: Journal) -> None:
    one = by_name(sample_journal)["Marchetti"].person.id
    keeping.set_rhythm(sample_journal, one, 91, AS_OF)
    keeping.set_next(sample_journal, one, AS_OF + DAY)
    found = by_name(sample_journal)["Marchetti"]
    assert (found.rhythm.every_days, found.rhythm.is_agreed) == (91, True)
    assert keeping.next_dates(sample_journal, AS_OF)[one] == AS_OF + DAY


@pytest.mark.parametrize(
    ("verb", "values"),
    [(keeping.pause, (AS_OF,)), (keeping.snooze, (AS_OF,)), (keeping.set_next, (AS_OF - DAY,)),
     (keeping.set_rhythm, (0, None)), (keeping.set_rhythm, (3651, None))],
)
def test_what_makes_no_sense_is_refused(
    sample_journal: Journal, verb: Callable[..., None], values: tuple[Any, ...]
) -> None:
    before = build.dump(sample_journal)
    with pytest.raises(JournalError):
        verb(sample_journal, 1, *values)
    assert build.dump(sample_journal) == before


def test_past_mentors_candidates_and_mentees_without_a_rhythm_are_left_alone(
    sample_journal: Journal
) -> None:
    assert set(by_name(sample_journal)) == {
        "Okafor", "Vale", "Ramanathan", "Brandt", "Haddad", "Whitfield", "Castellanos",
        "Marchetti", "Reyes", "Yoon"}
    people.edit(sample_journal, by_name(sample_journal)["Yoon"].person.id, {"cadence_days": None})
    assert "Yoon" not in by_name(sample_journal)
