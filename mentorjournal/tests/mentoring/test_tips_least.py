"""Each indicator says nothing below its least data, and something from there on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from mentorjournal.journal.aims import Commitment
from mentorjournal.journal.between import (
    Compact,
    Credit,
    Ending,
    Expectation,
    Letter,
    Thanks,
)
from mentorjournal.journal.records import Action, Goal, Me, Meeting, Need, Person
from mentorjournal.mentoring import tips_rules
from mentorjournal.mentoring.gratitude import Help
from mentorjournal.mentoring.keeping import Touch
from mentorjournal.mentoring.load_plan import Plan
from mentorjournal.mentoring.meetings import Held
from mentorjournal.mentoring.tips import NOT_YET, Reading
from mentorjournal.mentoring.tips_facts import Aim, Facts, Heard, Problem
from mentorjournal.mentoring.tips_table import INDICATORS, Thresholds

DAY = date(2026, 5, 15)
ME = Me(1, institution="Northfield", department="Cardiology")
NOBODY: tuple[Any, ...] = (None,) * 12


def ago(days: int) -> date:
    return DAY - timedelta(days)


def mentors(n: int, known: int = 400, **values: Any) -> dict[str, Any]:
    return {"people": tuple(
        Person(one, f"Dr. {one}", start=ago(known), origin="self_chosen",
               institution="Northfield", department=f"Ward {one}", **values)
        for one in range(1, n + 1))}


def held(n: int, **values: Any) -> dict[str, Any]:
    return {"held": tuple(
        Held(Meeting(one, 1, datetime(2026, 5, one, 10), 30, status="held", **values), True)
        for one in range(1, n + 1)), **mentors(1)}


def heard(n: int, known: int = 400) -> dict[str, Any]:
    return {"feedback": tuple(Heard(one, 1, ago(one), False, *NOBODY) for one in range(1, n + 1)),
            **mentors(1, known)}


def goals(n: int) -> dict[str, Any]:
    return {"aims": tuple(Aim(Goal(one, "Write", horizon="1y"), ()) for one in range(1, n + 1))}


def committed(n: int) -> dict[str, Any]:
    return {"plan": Plan([Commitment(one, "Panel", hours_per_week=1.0, decision="accepted")
                          for one in range(1, n + 1)], usual=12.0)}


def touched(n: int) -> dict[str, Any]:
    return {"touches": tuple(Touch(1, ago(one), True, True) for one in range(1, n + 1)),
            **mentors(1)}


def compacts(n: int) -> dict[str, Any]:
    return {"compacts": {1: (Compact(1, 1, started_on=ago(9)), (Expectation(1, 1, "boundaries"),))}
            if n else {}, **mentors(1)}


def letters(n: int, **values: Any) -> dict[str, Any]:
    given = {"asked_on": ago(60), "deadline": ago(20), **values}
    return {"letters": tuple(Letter(one, 1, "Award", **given) for one in range(1, n + 1)),
            **mentors(1)}


def mentees(n: int) -> dict[str, Any]:
    return {"people": tuple(Person(one, "Sam", direction="mentee") for one in range(1, n + 1))}


Make = Callable[[int], dict[str, Any]]
LEAST: dict[str, tuple[int, Make]] = {
    "D1.1": (3, lambda n: {"needs": tuple(Need(one, "Frank reading") for one in range(n))}),
    "D1.2": (2, mentors), "D1.3": (3, mentors), "D2.1": (1, mentors), "D2.2": (1, mentors),
    "D2.3": (1, mentors), "D2.4": (3, mentors), "D3.1": (1, goals), "D3.2": (1, goals),
    "D3.3": (3, held), "D3.4": (3, held), "D4.1": (1, committed), "D4.2": (2, committed),
    "D4.3": (5, lambda n: {"promises": tuple(
        Action(one, "Send it", due=ago(one)) for one in range(n))}),
    "D4.4": (1, compacts), "D5.1": (3, held),
    "D5.2": (3, lambda n: {"problems": tuple(Problem(one, 1, 1, ago(3), 1) for one in range(n))}),
    "D5.3": (1, letters), "D5.4": (1, letters),
    "D6.1": (90, lambda n: mentors(1, n)), "D6.2": (1, touched), "D6.3": (4, touched),
    "D6.4": (1, mentors), "D6.5": (1, mentors), "D7.1": (3, lambda n: held(n, arrival="early")),
    "D7.2": (1, held), "D7.3": (3, lambda n: held(n, actual_minutes=30)),
    "D8.1": (90, lambda n: mentors(1, n)), "D8.2": (1, heard), "D8.3": (3, heard),
    "D8.4": (1, heard),
    "D9.1": (1, lambda n: {"helps": (Help(1, "contact", 1, "the favour", ago(3)),) * n,
                           **mentors(1)}),
    "D9.2": (1, lambda n: {"thanks": (Thanks(1, 1, "time", date=ago(3)),) * n}),
    "D9.3": (1, lambda n: {"credits": (Credit(1, 1, 1),) * n}),
    "D9.4": (1, lambda n: letters(n, decided_on=ago(2))),
    "D10.1": (180, lambda n: mentors(1, n)), "D10.2": (1, compacts),
    "D11.1": (1, lambda n: {"endings": (
        Ending(1, 1, "close", ago(9), outcome="closed"),) * n, **mentors(1)}),
    "D11.2": (1, mentors), "D12.1": (1, mentees), "D12.2": (1, mentees),
}


def read(key: str, values: dict[str, Any]) -> Reading:
    return tips_rules.read_one(key, Facts(DAY, DAY, ME, **values), DAY, Thresholds())


def test_every_indicator_is_here_and_has_its_rule() -> None:
    assert list(LEAST) == list(INDICATORS) == list(tips_rules.RULES)


@pytest.mark.parametrize("key", LEAST)
def test_below_its_least_data_an_indicator_says_what_to_do_first(key: str) -> None:
    least, make = LEAST[key]
    for n in {least - 1, 0}:
        found = read(key, make(n))
        assert found.state == NOT_YET
        assert found.numerator is found.denominator is found.value is None
        assert "%" not in found.says
        assert found.step is not None
        assert found.why.startswith("It takes "), found.why


@pytest.mark.parametrize("key", LEAST)
def test_from_its_least_data_on_it_counts(key: str) -> None:
    least, make = LEAST[key]
    found = read(key, make(least))
    assert found.state != NOT_YET
    assert (found.numerator is None) != (found.value is None)


def test_an_empty_journal_asks_for_the_first_entry_everywhere() -> None:
    found = tips_rules.read(Facts(DAY, DAY, Me(0)), DAY, Thresholds())
    assert {one.state for one in found} == {NOT_YET}
    assert [one.says for one in found if one.says != one.indicator.too_little] == [
        "Add people you already rely on."] * 2  # D6.1 and D10.1 have nobody to be too new


def test_load_without_capacity_and_without_commitment_are_two_things_to_do() -> None:
    unknown = read("D4.1", {"plan": Plan([Commitment(1, "Panel", decision="accepted")])})
    nothing = read("D4.1", {"plan": Plan(usual=12.0)})
    assert (unknown.says, nothing.says) == (
        "Set the hours you can give.", "Write down what takes your hours.")


def test_somebody_known_89_days_is_too_new() -> None:
    assert read("D6.1", mentors(1, 89)).says == "Too new to tell (89 days)."


def test_a_place_that_is_not_noted_is_never_counted_as_another_one() -> None:
    near = [Person(one, "A", institution="Northfield", department="Cardiology")
            for one in (1, 2, 3)]
    assert read("D1.3", {"people": tuple(near)}).state == "worth a look"
    found = read("D1.3", {"people": (*near, Person(4, "B"))})
    assert (found.state, found.people) == (NOT_YET, (4,))
    assert found.says == "It is not noted where they work."


def test_a_share_is_not_rounded_to_the_other_side_of_its_threshold() -> None:
    on_time = [Held(Meeting(one, 1, datetime(2026, 5, 1, 10), 30, status="held",
                            arrival="late" if one <= 21 else "early")) for one in range(1, 201)]
    found = read("D7.1", {"held": tuple(on_time), **mentors(1)})
    assert found.state == "worth a look"
    assert found.why.startswith("179 of 200 is 89.5%; below 90% is worth a look")


def test_a_day_that_was_not_gathered_is_refused() -> None:
    with pytest.raises(ValueError, match="2026-05-16"):
        tips_rules.read(Facts(DAY, DAY, ME), DAY + timedelta(1), Thresholds())
