"""The sample journal gives exactly the readings that were worked out for it by hand."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from mentorjournal import clock
from mentorjournal.journal import agenda, expectations, me, meetings, needs, people, sample
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import PersonFacts
from mentorjournal.mentoring import agenda as rules
from mentorjournal.mentoring import coverage, rhythm
from mentorjournal.mentoring import expectations as compact
from mentorjournal.store.columns import Words
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.tests import build

AS_OF = build.SAMPLE_DAY
KEYS = {
    "p01": "Okafor", "p02": "Vale", "p03": "Ramanathan", "p04": "Brandt", "p05": "Haddad",
    "p06": "Whitfield", "p08": "Stroud", "p09": "Castellanos", "p10": "Osei", "p11": "Marchetti",
    "p12": "Reyes", "p13": "Yoon",
}


@pytest.fixture
def facts(sample_journal: Journal) -> dict[str, PersonFacts]:
    """Everybody in the sample by their number in its plan."""
    everybody = people.everybody(sample_journal, AS_OF)
    assert len(everybody) == 12
    return {
        key: next(one for one in everybody if name in one.person.name)
        for key, name in KEYS.items()
    }


@pytest.fixture
def covered(sample_journal: Journal) -> coverage.Coverage:
    """What the sample's people cover."""
    everybody = [one.person for one in people.everybody(sample_journal, AS_OF)]
    return coverage.cover(everybody, needs.every(sample_journal), me.get(sample_journal))


def keys(facts: dict[str, PersonFacts], ids: Any) -> set[str]:
    return {key for key, one in facts.items() if one.person.id in set(ids)}


def test_who_is_there(facts: dict[str, PersonFacts], covered: coverage.Coverage) -> None:
    standing = {key: one.person.standing for key, one in facts.items()}
    assert sorted(k for k, s in standing.items() if s == "mentor") == [
        "p01", "p02", "p03", "p04", "p05", "p06", "p09", "p11"]
    assert [k for k, s in standing.items() if s == "candidate"] == ["p10"]
    assert [k for k, s in standing.items() if s == "past"] == ["p08"]
    assert [k for k, s in standing.items() if s == "mentee"] == ["p12", "p13"]
    assert {level: len(ids) for level, ids in covered.levels.items()} == {
        "peer": 1, "step_ahead": 1, "senior": 6}


def test_reach(facts: dict[str, PersonFacts], covered: coverage.Coverage) -> None:
    reach = covered.reach
    assert keys(facts, reach.own_department) == {"p01", "p02", "p03", "p06"}
    assert keys(facts, reach.other_department) == {"p04", "p09", "p11"}
    assert keys(facts, reach.outside) == {"p05"}
    assert reach.unknown == ()


def test_five_roles(facts: dict[str, PersonFacts], covered: coverage.Coverage) -> None:
    assert {role: keys(facts, ids) for role, ids in covered.roles.items()} == {
        "coach": {"p03", "p04", "p09", "p11"}, "research_adviser": {"p01", "p04"},
        "project_sponsor": {"p02", "p05"}, "institutional_advocate": {"p02"},
        "confidante": {"p03", "p06"}}
    assert covered.concentration.most == 2
    assert keys(facts, covered.concentration.person_ids) == {"p02", "p03", "p04"}


def test_areas(facts: dict[str, PersonFacts], covered: coverage.Coverage) -> None:
    assert {area: keys(facts, ids) for area, ids in covered.areas.items()} == {
        "clinical": {"p03", "p06", "p11"}, "academic": {"p01", "p02", "p04", "p05", "p09"},
        "personal_life": {"p03", "p06"}}


@pytest.mark.parametrize(
    ("key", "days", "every", "state"),
    [("p01", 24, 30, "due_soon"), ("p02", 80, 91, "due_soon"), ("p03", 45, 45, "due_soon"),
     ("p04", 31, 60, "within"), ("p05", 23, 91, "within"), ("p06", 14, 30, "within"),
     ("p09", 7, 60, "within"), ("p11", 213, 60, "dormant")],
)
def test_days_since_contact(
    facts: dict[str, PersonFacts], key: str, days: int, every: int, state: str
) -> None:
    one = facts[key]
    reading = rhythm.reading(
        one.last_touchpoint, one.person.cadence_days, one.person.cadence_agreed_on, AS_OF,
        one.person.start,
    )
    assert (reading.days_since, reading.every_days, reading.state) == (days, every, state)
    assert reading.is_due_today == (key == "p03")


def test_people_i_mentor_were_last_seen_on_5_may(facts: dict[str, PersonFacts]) -> None:
    assert max(facts[key].last_touchpoint or date.min for key in ("p12", "p13")) == date(2026, 5, 5)


def test_needs(
    sample_journal: Journal, facts: dict[str, PersonFacts], covered: coverage.Coverage
) -> None:
    assert len(covered.covered_needs) == 4
    open_needs = [one for one in needs.every(sample_journal)
                  if one.id not in covered.covered_needs]
    assert [one.text for one in open_needs] == ["Large linked data sets"]
    assert keys(facts, open_needs[0].person_ids) <= {"p10"}


@pytest.mark.parametrize(
    ("key", "counts", "days_left", "state"),
    [("p01", (8, 1, 1), -68, "act"), ("p02", (4, 0, 2), 9, "in_rhythm"),
     ("p03", (5, 0, 0), 65, "in_rhythm")],
)
def test_compacts(
    sample_journal: Journal, facts: dict[str, PersonFacts], key: str,
    counts: tuple[int, int, int], days_left: int, state: str,
) -> None:
    several = expectations.summaries(sample_journal)
    assert keys(facts, several) == {"p01", "p02", "p03"}
    found = compact.reading(*several[facts[key].person.id], AS_OF)
    assert (found.agreed, found.differs, found.open) == counts
    assert (found.days_left, found.state) == (days_left, state)
    assert [(one.days, one.needs_talk) for one in found.apart] == [(178, True)] * counts[1]


def test_records_are_as_many_as_planned(sample_journal: Journal) -> None:
    dump = build.dump(sample_journal)
    planned = {"meeting": 52, "contact": 31, "feedback": 9, "letter": 6, "commitment": 10,
               "action": 22, "thanks": 13, "compact": 3, "ending": 1, "fit_sheet": 3, "need": 5,
               "letter_quality": 4, "accomplishment": 3, "reflection": 3, "goal": 6}
    assert {table: len(dump[table]) for table in planned} == planned
    states = [found.meeting.status for found in
              meetings.past(sample_journal, 99) + meetings.coming(sample_journal)]
    assert {s: states.count(s) for s in set(states)} == {
        "held": 47, "confirmed": 2, "cancelled": 2, "postponed": 1}


def test_next_agenda(sample_journal: Journal, facts: dict[str, PersonFacts]) -> None:
    m51 = meetings.next_one(sample_journal, datetime(2026, 5, 15, 9, tzinfo=UTC))
    assert m51 is not None
    assert (m51.person_id, m51.day) == (facts["p01"].person.id, date(2026, 5, 19))
    items = agenda.items(sample_journal, m51.id)
    budget = rules.time_budget(items, m51.planned_minutes)
    assert (len(items), budget.planned, m51.planned_minutes) == (4, 35, 45)
    assert [one.priority for one in items].count("must") == 2
    asks = agenda.asks(sample_journal, m51.id)
    assert [(one.kind, one.minutes, one.sent_at) for one in asks] == [("read", 20, None)]
    lead = rules.ask_lead(asks[0], m51, AS_OF)
    assert (lead.days_left, lead.days_needed, lead.is_late) == (4, 7, True)
    assert m51.agenda_sent_at is None


# The days of the sample move ------------------------------------------------------------------

TODAYS = [
    (date(2026, 5, 15), "21 April", "12 December"),
    (date(2028, 2, 29), "5 February", "28 September"),
    (date(2025, 12, 31), "7 December", "30 July"),
]


@pytest.mark.parametrize(("today", "parked", "submitted"), TODAYS, ids=str)
def test_sample_is_the_same_on_any_day(
    tmp_path: Path, today: date, parked: str, submitted: str
) -> None:
    clock.set_as_of(today)
    journal = Journal.create(tmp_path / "moved")
    sample.fill(journal, today)
    everybody = people.everybody(journal, today)
    since = {key: (today - one.last_touchpoint).days
             for key, name in KEYS.items() for one in everybody
             if name in one.person.name and one.last_touchpoint}
    assert {key: since[key] for key in ("p01", "p02", "p03", "p11")} == {
        "p01": 24, "p02": 80, "p03": 45, "p11": 213}
    m51 = meetings.next_one(journal, clock.now())
    assert m51 is not None
    assert m51.day - today == timedelta(days=4)
    assert journal.findings() == []
    assert list(_texts(journal, "{")) == []
    assert f"Authorship of paper 2 (parked {parked})" in _texts(journal, "parked")
    assert f"submitted {submitted}" in _texts(journal, "submitted")
    journal.close()


def _texts(journal: Journal, part: str) -> Any:
    """Every text of the journal that holds `part`."""
    for name, table in RECORD_TABLES.items():
        for column in table.c:
            if isinstance(column.type, Words):
                yield from journal.read().exec_driver_sql(
                    f'SELECT "{column.name}" FROM "{name}" WHERE instr("{column.name}", ?)',
                    (part,),
                ).scalars()


def test_no_weekday_and_no_fixed_day_is_written_in_a_text(sample_journal: Journal) -> None:
    """A weekday would be wrong on most days; a day of the calendar would not move."""
    fixed = re.compile(
        r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|\b20\d\d-\d\d-\d\d\b", re.IGNORECASE)
    found = [
        text for name, table in RECORD_TABLES.items() for column in table.c
        if isinstance(column.type, Words) and not column.info.get("moment")
        for text in sample_journal.read().exec_driver_sql(
            f'SELECT "{column.name}" FROM "{name}" WHERE "{column.name}" IS NOT NULL').scalars()
        if fixed.search(text)
    ]
    assert found == []


def test_sample_never_replaces_anything(tmp_path: Path) -> None:
    from mentorjournal.store.errors import JournalError

    (tmp_path / "mine").write_text("mine")
    with pytest.raises(JournalError, match="there already"):
        sample.write(tmp_path / "mine", AS_OF)
    assert build.bytes_of(tmp_path) == {"mine": b"mine"}
