"""The loop of feedback: which step it has come to, for every way of having taken some."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from mentorjournal.mentoring import loop

DAY = date(2026, 5, 1)


@pytest.mark.parametrize(("taken", "words"), [
    ({}, "Asked"),
    ({"received": DAY}, "Received"),
    ({"received": DAY, "reflected": DAY}, "Reflecting"),
    ({"received": DAY, "planned": True}, "Planned"),
    ({"received": DAY, "planned": True, "acted": DAY}, "Acted"),
    ({"received": DAY, "reported": DAY}, "Reported back"),
])
def test_the_last_step_taken_counts_and_skipped_ones_do_not_matter(
    taken: dict[str, object], words: str
) -> None:
    given = {"received": None, "reflected": None, "planned": False, "acted": None,
             "reported": None, **taken}
    assert loop.step_words(loop.step(**given)) == words


def test_one_more_step_never_goes_back() -> None:
    names = ("received", "reflected", "acted", "reported")
    for values in product((None, DAY), repeat=4):
        for planned in (False, True):
            given = {**dict(zip(names, values, strict=True)), "planned": planned}
            before = loop.step(**given)
            assert 0 <= before <= len(loop.STEPS)
            for name in (*names, "planned"):
                assert loop.step(**{**given, name: True if name == "planned" else DAY}) >= before
