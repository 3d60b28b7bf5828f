"""One next ask: a candidate for a gap, else the mentor I see next, else whom the reader knows."""

from __future__ import annotations

from datetime import date

from mentorjournal.mentoring.gaps import Gap
from mentorjournal.mentoring.next_ask import Askable, NextAsk, next_ask

DAY = date(2026, 5, 15)
GAP = Gap("need:1", "need", "Nobody yet for “linked data”", "", 2, candidate_ids=(9,))
OSEI = Askable(9, "Dr. Osei", "Teach me linkage.", next_contact_on=date(2026, 5, 20))
OKAFOR = Askable(1, "Dr. Okafor", "Read my aims.", date(2026, 5, 19))
VALE = Askable(2, "Dr. Vale", "Keep my half-day.", date(2026, 5, 28))


def test_a_candidate_who_could_fill_a_gap_comes_first() -> None:
    assert next_ask([GAP], [OSEI], [OKAFOR], DAY) == NextAsk(
        "Dr. Osei: Teach me linkage.", date(2026, 5, 20), 9)
    bare = next_ask([GAP], [Askable(9, "Dr. Osei")], [], DAY)
    assert bare == NextAsk("Dr. Osei: Nobody yet for “linked data”", None, 9)


def test_else_what_i_ask_of_the_mentor_i_see_next() -> None:
    assert next_ask([], [OSEI], [VALE, OKAFOR], DAY).words == "Dr. Okafor: Read my aims."
    past = Askable(3, "Dr. Brandt", "Stop me.", date(2026, 5, 14))
    assert next_ask([], [], [past], DAY) == NextAsk()


def test_else_whom_the_reader_would_suggest() -> None:
    assert next_ask([GAP], [], [], DAY).words == (
        "Nobody yet for “linked data”. Whom would you suggest?")
