"""When to ask how it goes on, and what a good ending says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.journal.between import Ending
from mentorjournal.mentoring import endings

DAY = date(2026, 5, 15)
TEXT = st.sampled_from([None, "", "   ", "\n", ".", "words"])


def asked(**values: object) -> list[str]:
    given_values = {"quiet_days": None, "goals_done": (), "goals_open": 0, "my_stage_since": None,
                    "decided_on": None, "as_of": DAY, **values}
    return [one.why for one in endings.reasons_to_ask(**given_values)]  # type: ignore[arg-type]


@given(TEXT, TEXT, TEXT)
def test_a_part_is_ticked_only_when_it_is_written(
    framing: str | None, thanks: str | None, door: str | None
) -> None:
    one = Ending(1, 1, framing=framing, thanks=thanks, door_open=door, offer_back="much")
    wanted = {name for name, text in (("framing", framing), ("thanks", thanks),
                                      ("door_open", door)) if text == "words"}
    assert set(endings.parts_written(one)) == wanted
    assert (endings.missing_words(one) == "") == (len(wanted) == 3)


def test_what_is_missing_is_named() -> None:
    one = Ending(1, 1, framing="We finished the review.")
    assert endings.missing_words(one) == "Still to write: thanks for one thing and an open door."


@pytest.mark.parametrize(("days", "due"), [(-1, False), (0, True), (30, True)])
def test_promised_update_is_due_on_its_day(days: int, due: bool) -> None:
    one = Ending(1, 1, check_in_on=DAY - timedelta(days))
    assert endings.update_is_due(one, DAY) == due
    sent = Ending(1, 1, check_in_on=DAY - timedelta(days), check_in_done_on=DAY)
    assert not endings.update_is_due(sent, DAY)


def test_update_is_promised_for_ninety_days_later() -> None:
    assert endings.check_in_day(date(2025, 11, 20)) == date(2026, 2, 18)


def test_nothing_is_asked_without_a_reason() -> None:
    assert asked() == []
    assert asked(goals_open=2) == []


@pytest.mark.parametrize(("decided", "why"), [
    (None, ["dormant"]),
    (DAY - timedelta(20), []),  # answered while it was quiet already
    (DAY - timedelta(179), []),
    (DAY - timedelta(180), ["dormant"]),  # it was answered half a year ago
    (DAY - timedelta(300), ["dormant"]),  # another silence
])
def test_silence_that_was_answered_rests_for_half_a_year(
    decided: date | None, why: list[str]
) -> None:
    assert asked(quiet_days=250, decided_on=decided) == why


def test_all_goals_reached_is_a_reason_once() -> None:
    reached = [DAY - timedelta(40), DAY - timedelta(10)]
    assert asked(goals_done=reached) == ["goals_done"]
    assert asked(goals_done=reached, goals_open=1) == []
    assert asked(goals_done=reached, decided_on=DAY - timedelta(10)) == []
    assert asked(goals_done=reached, decided_on=DAY - timedelta(11)) == ["goals_done"]


@pytest.mark.parametrize(("days", "why"), [(0, ["my_stage"]), (90, ["my_stage"]), (91, []),
                                           (-1, [])])
def test_another_stage_of_mine_asks_for_ninety_days(days: int, why: list[str]) -> None:
    assert asked(my_stage_since=DAY - timedelta(days)) == why


def test_reasons_are_said_in_plain_words() -> None:
    assert endings.reason_words(endings.Reason("dormant", 213)) == "It has been quiet for 7 months."
