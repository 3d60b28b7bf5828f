"""Day after day: no day raises, every change of state has a reason, and a past day reads alike."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from mentorjournal import clock
from mentorjournal.journal import entries, preferences, tips, tips_facts
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import tips_order, tips_rules
from mentorjournal.mentoring.tips import NOT_YET, STATES, TOLD, Reading
from mentorjournal.mentoring.tips_facts import Facts
from mentorjournal.mentoring.tips_table import THRESHOLDS, Thresholds
from mentorjournal.tests import build

FIRST, LAST = date(2024, 11, 15), date(2026, 11, 15)
LIMITS = Thresholds()


def holds(one: Reading) -> None:
    """What is true of a reading whatever was written in a journal."""
    assert one.state in STATES
    assert one.says[0].isupper() or not one.says[0].isalpha()
    for text in (one.says, one.why):
        assert text[-1] in ".?!…" and "{" not in text and "  " not in text, text
    if one.state == NOT_YET:
        assert one.numerator is one.denominator is one.value is None
        assert "%" not in one.says
        assert one.step is not None
    elif one.value is None:
        assert one.numerator is not None and one.denominator
        assert 0 <= one.numerator <= one.denominator
    else:
        assert one.numerator is None and one.value >= 0 and one.unit
    for part in one.parts:
        if part.numerator is not None and part.denominator is not None:
            assert 0 <= part.numerator <= part.denominator
    assert bool(one.entries) == bool(one.behind)
    if one.numerator or one.value:
        assert one.entries
    if one.indicator.is_information:
        assert one.state in (TOLD, NOT_YET)


@pytest.fixture
def facts(sample_journal: Journal) -> Facts:
    """The sample's facts for two years."""
    return tips_facts.gather(sample_journal, FIRST, LAST)


def test_every_change_of_state_over_two_years_has_a_reason_that_can_be_read(
    facts: Facts
) -> None:
    before: dict[str, Reading] = {}
    changes = 0
    for n in range((LAST - FIRST).days + 1):
        now = {one.indicator.id: one
               for one in tips_rules.read(facts, FIRST + timedelta(n), LIMITS)}
        for key, one in now.items():
            holds(one)
            if before and before[key].state != one.state:
                changes += 1
                assert one.why != before[key].why, (key, one.as_of)
                reason_is_named(one)
        assert len(tips_order.by_tip(now.values())) == 12
        before = now
    assert changes > 60


def reason_is_named(one: Reading) -> None:
    """The number that was crossed stands in the reason, or the rule without one."""
    if one.state == NOT_YET:
        assert one.why.startswith("It takes ")
    elif one.state != TOLD and one.indicator.id != "D12.1":
        named = [key for key in one.indicator.thresholds
                 if f"{THRESHOLDS[key].usual:g}" in one.why]
        assert named or not one.indicator.thresholds
        assert one.why.endswith((" (the paper).", " (common advice).", " (your setting)."))


@pytest.mark.parametrize("after", range(0, 731, 73))
def test_a_day_of_many_reads_as_if_it_were_gathered_alone(
    sample_journal: Journal, facts: Facts, after: int
) -> None:
    day = FIRST + timedelta(after)
    for one, alone in zip(
        tips_rules.read(facts, day, LIMITS), tips.readings(sample_journal, day), strict=True
    ):
        assert one == alone


def test_a_day_before_everything_says_that_there_is_too_little(sample_journal: Journal) -> None:
    found = {one.indicator.id: one for one in tips.readings(sample_journal, date(1990, 1, 1))}
    assert {key for key, one in found.items() if one.state != NOT_YET} == {"D1.1"}
    assert found["D1.1"].numerator == 0  # needs have no day of their own


def test_a_past_day_counts_who_was_there_then(sample_journal: Journal) -> None:
    def names(key: str) -> set[str]:
        parts = tips.reading(sample_journal, key, date(2025, 10, 15)).parts
        return {name for one in parts if one.detail for name in one.detail.split(", ")}

    said = " ".join(names("D2.1") | names("D1.3") | names("D2.2"))
    assert "Dr. Stroud" in said and "Castellanos" not in said
    assert tips.reading(sample_journal, "D11.1", date(2025, 10, 15)).state == NOT_YET
    later = tips.reading(sample_journal, "D6.5", date(2025, 10, 15))
    assert (later.state, later.says) == (
        NOT_YET, "What was arranged then is not known any more.")
    assert len(tips.reading(sample_journal, "D3.1", date(2025, 1, 1)).entries) <= 2
    assert tips.reading(sample_journal, "D3.1", date(2025, 1, 1)).state == "worth a look"
    assert tips.reading(sample_journal, "D12.1", date(2025, 10, 15)).denominator == 1


def test_a_goal_that_was_reached_later_was_open_before(journal: Journal) -> None:
    build.add_record(journal, "goals", text="Write", horizon="3m", status="done",
                     started_on="2026-01-10", done_on="2026-04-01")
    states = [tips.reading(journal, "D3.2", day).state for day in (
        date(2026, 1, 9), date(2026, 1, 10), date(2026, 3, 31), date(2026, 4, 1))]
    assert states == [NOT_YET, TOLD, TOLD, NOT_YET]


# Journals made at random ----------------------------------------------------------------------

DAY = date(2026, 5, 15)
days = st.integers(-40, 500).map(lambda n: (DAY - timedelta(n)).isoformat())
maybe = st.none() | days
_OWNER = ("me", "mentor", "both")


def rows(noun: str, most: int = 6, /, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(st.tuples(st.just(noun), st.fixed_dictionaries(fields)), max_size=most)


somebody = st.integers(1, 3)
PEOPLE = st.lists(st.fixed_dictionaries({
    "direction": st.sampled_from(("mentor", "mentor", "candidate", "mentee")),
    "stage": st.sampled_from(("met", "initiation", "cultivation", "closed")),
    "level": st.sampled_from((None, "peer", "senior")), "start": maybe,
    "origin": st.sampled_from((None, "self_chosen", "assigned")),
    "cadence_days": st.sampled_from((None, 1, 30, 91)), "paused_until": maybe,
    "preferences_asked_on": maybe, "next_contact_on": maybe,
    "department": st.sampled_from((None, "ICU", "Ward")),
    "roles": st.lists(st.sampled_from(("coach", "confidante", "peer")), unique=True),
}), min_size=3, max_size=3)
RECORDS = st.tuples(
    rows("needs", importance=st.integers(1, 3), met_on=maybe),
    rows("goals", horizon=st.sampled_from((None, "3m", "5y")), due=maybe,
         status=st.sampled_from(("active", "done"))),
    rows("commitments", hours_per_week=st.floats(0, 30), asked_on=maybe,
         since=st.none() | st.just("2024-12-01"), until=maybe,
         decision=st.sampled_from(("accepted", "pending", "declined"))),
    rows("meetings", person_id=somebody, starts_at=days.map(lambda day: f"{day}T10:00"),
         status=st.sampled_from(("held", "held", "confirmed", "cancelled", "postponed")),
         called_off_by=st.sampled_from((None, "me")), notice_hours=st.none() | st.floats(0, 99),
         arrival=st.sampled_from((None, "late", "early")),
         agenda_sent_at=maybe.map(lambda day: day and f"{day}T10:00:00Z"),
         actual_minutes=st.none() | st.integers(1, 90)),
    rows("contacts", person_id=somebody, date=days, answered=st.booleans(),
         kind=st.sampled_from(("informal", "favour_received"))),
    rows("actions", person_id=somebody, owner=st.sampled_from(_OWNER), due=maybe, done_on=maybe,
         dropped_on=maybe),
    rows("feedback", person_id=somebody, date=maybe, asked_on=maybe, requested=st.booleans(),
         stance=st.sampled_from((None, "hurt", "accepted")), cool_off_until=maybe, plan_on=maybe,
         note_on=maybe, acted_on=maybe, reported_back_on=maybe, conversation_on=maybe),
    rows("letters", writer_id=somebody, asked_on=maybe, deadline=maybe, submitted_on=maybe,
         decided_on=maybe, outcome_shared_on=maybe),
    rows("thanks", person_id=somebody, date=maybe, reach=st.sampled_from(("private", "public"))),
    rows("compacts", 1, person_id=somebody, started_on=maybe, reviewed_on=maybe),
    rows("expectations", person_id=somebody, differs_since=maybe, conversation_on=maybe,
         status=st.sampled_from(("open", "agreed", "differs"))),
    rows("endings", person_id=somebody, decided_on=maybe, outcome=st.just("closed")),
    rows("know_answers", person_id=somebody, topic=st.sampled_from(("who", "path")),
         as_of=maybe, text=st.just("Told")),
    rows("reflections", date=maybe, tag=st.just("mentoring_others")),
)


@settings(  # without making a failure smaller: each try writes a journal
    max_examples=25, phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(everybody=PEOPLE, records=RECORDS, capacity=st.none() | st.integers(0, 20))
def test_whatever_is_written_a_reading_is_honest(
    empty_file: Path, tmp_path: Path, everybody: list[dict[str, Any]],
    records: tuple[list[tuple[str, dict[str, Any]]], ...], capacity: int | None,
) -> None:
    clock.set_as_of(DAY + timedelta(60))
    opened = Journal(build.copy(empty_file, tmp_path / "any.mentorjournal"))
    build.do_not_wait_for_the_disk(opened)
    try:
        with opened.change("Anything"):
            for values in everybody:
                entries.add(opened, "people", {"name": "Dr. Noor", **values})
            entries.add(opened, "me", {"capacity_hours_per_week": capacity})
            for kind, values in (row for several in records for row in several):
                entries.add(opened, kind, {**build.required(opened, kind), **values})
        wide = tips_facts.gather(opened, DAY - timedelta(30), DAY + timedelta(30))
        for day in (DAY - timedelta(30), DAY, DAY + timedelta(30)):
            many = tips_rules.read(wide, day, preferences.thresholds(opened))
            for one, alone in zip(many, tips.readings(opened, day), strict=True):
                holds(one)
                assert one == alone
    finally:
        opened.close()
