"""The twelve in order: each as the worst that is judged of it, its sentences and its next step."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from mentorjournal.mentoring import tips_order
from mentorjournal.mentoring.deeds import Deed
from mentorjournal.mentoring.tips import ACT, LOOK, NOT_YET, STATES, TOLD, WELL, Reading, State
from mentorjournal.mentoring.tips_table import INDICATORS


def reading(key: str, state: State) -> Reading:
    return Reading(INDICATORS[key], state, f"{key} {state}.", "Because.", date(2026, 5, 15),
                   step=Deed("show", key, detail="goals"))


@pytest.mark.parametrize(("first", "second"), list(product(STATES, STATES)))
def test_a_tip_stands_as_the_worst_that_is_judged(first: State, second: State) -> None:
    found = tips_order.state_of([reading("D1.1", first), reading("D1.3", second)])
    both = {first, second}
    judged = [one for one in (ACT, LOOK, WELL) if one in both]
    assert found == (judged[0] if judged else NOT_YET if NOT_YET in both else TOLD)


def test_what_asks_for_something_comes_first_and_then_the_number() -> None:
    found = tips_order.by_tip([
        reading("D11.1", NOT_YET), reading("D5.1", WELL), reading("D3.1", WELL),
        reading("D6.1", LOOK), reading("D2.1", LOOK), reading("D4.1", ACT)])
    assert [one.tip.number for one in found] == [4, 2, 6, 3, 5, 11]


def test_a_tip_says_its_two_most_telling_sentences_and_offers_the_first_one_s_step() -> None:
    found = tips_order.by_tip([
        reading("D5.1", WELL), reading("D5.2", NOT_YET), reading("D5.3", LOOK),
        reading("D5.4", LOOK)])
    assert found[0].says == "D5.3 worth a look. D5.4 worth a look."
    assert found[0].step is not None and found[0].step.words == "D5.3"
    assert [one.indicator.id for one in found[0].readings] == ["D5.1", "D5.2", "D5.3", "D5.4"]


def test_a_tip_with_too_little_says_what_to_do_first_and_never_green() -> None:
    found = tips_order.by_tip([reading("D1.1", NOT_YET), reading("D1.2", TOLD)])
    assert (found[0].state, found[0].says) == (NOT_YET, "D1.1 not enough yet.")
    assert found[0].step is not None and found[0].step.words == "D1.1"
