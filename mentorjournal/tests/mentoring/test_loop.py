"""The loop of feedback: the step it has come to, what comes next, and the counts of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.journal.between import Feedback
from mentorjournal.mentoring import loop
from mentorjournal.mentoring.loop import Around, counts, next_move

DAY = date(2026, 5, 1)
HEARD = Feedback(1, 1, date=DAY, topic="slides")
PLANNED = replace(HEARD, plan="Fewer words", plan_on=DAY, note_on=DAY)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


@pytest.mark.parametrize(("taken", "words"), [
    ({"date": None}, "Asked"),
    ({}, "Heard"),
    ({"conversation_on": DAY}, "Reflecting"),
    ({"cool_off_until": DAY}, "Reflecting"),
    ({"plan": "Ask first"}, "Planned"),
    ({"plan_on": DAY, "acted_on": DAY}, "Acted"),
    ({"reported_back_on": DAY}, "Reported back"),
])
def test_the_last_step_taken_counts_and_skipped_ones_do_not_matter(
    taken: dict[str, object], words: str
) -> None:
    assert loop.step_words(loop.step(replace(HEARD, **taken))) == words  # type: ignore[arg-type]


def test_one_more_step_never_goes_back() -> None:
    names = ("date", "revisited_on", "plan_on", "acted_on", "reported_back_on")
    for values in product((None, DAY), repeat=len(names)):
        entry = replace(HEARD, **dict(zip(names, values, strict=True)))
        assert 0 <= loop.step(entry) <= len(loop.STEPS)
        for name in names:
            assert loop.step(replace(entry, **{name: DAY})) >= loop.step(entry)


def test_cool_off_is_over_on_its_last_day_and_after_a_talk() -> None:
    entry = replace(HEARD, stance="hurt", cool_off_until=loop.cool_off_of(DAY))
    assert loop.is_cooling(entry, after(1)) and not loop.is_cooling(entry, after(2))
    assert not loop.is_cooling(replace(entry, conversation_on=after(1)), after(1))


@pytest.mark.parametrize(("entry", "around", "days", "words", "tone", "waiting"), [
    (replace(HEARD, date=None), Around(), 0, "Ask for it", "plain", True),
    (replace(HEARD, date=None, asked_on=DAY), Around(), 14, "No answer yet", "plain", False),
    (replace(HEARD, date=None, asked_on=DAY), Around(), 15, "No answer after 2 weeks", "look",
     True),
    (HEARD, Around(), 7, "Reflect on it", "plain", True),
    (HEARD, Around(), 8, "No plan after 8 days", "act", True),
    (replace(HEARD, cool_off_until=after(2)), Around(), 1, "Look again Sun 3 May", "plain", False),
    (replace(HEARD, stance="hurt"), Around(), 2, "Ask for a talk", "plain", True),
    (replace(HEARD, stance="hurt"), Around(), 3, "No talk after 3 days", "look", True),
    (replace(HEARD, stance="hurt"), Around(), 14, "No talk after 2 weeks", "act", True),
    (replace(HEARD, stance="disagree"), Around(), 14, "Ask for a talk", "plain", True),
    (replace(HEARD, stance="disagree"), Around(), 15, "No talk after 2 weeks", "act", True),
    (replace(HEARD, stance="disagree", talk_asked_on=after(16)), Around(), 30,
     "Asked to talk Sun 17 May", "plain", False),
    (replace(HEARD, stance="disagree", talk_asked_on=after(15)), Around(), 30,
     "No talk 2 weeks after asking", "look", True),
    (replace(PLANNED, note_on=None), Around(), 7, "Send the follow-up note", "plain", True),
    (replace(PLANNED, note_on=None), Around(), 8, "No note after 8 days", "look", True),
    (PLANNED, Around(3, 2, after(9)), 9, "2 of 3 actions done", "plain", False),
    (PLANNED, Around(3, 2, after(8)), 9, "An action is 1 day late", "act", True),
    (PLANNED, Around(3, 3), 9, "Say what you did", "plain", True),
    (replace(PLANNED, acted_on=after(5)), Around(), 9, "Report back", "look", True),
    (replace(PLANNED, acted_on=after(5)), Around(next_meeting=after(10)), 9,
     "Report back Mon 11 May", "plain", False),
    (replace(PLANNED, reported_back_on=after(9)), Around(), 20, "Done Sun 10 May", "done", False),
    (replace(HEARD, set_aside_on=after(9)), Around(), 90, "Set aside Sun 10 May", "plain", False),
])
def test_what_comes_next(
    entry: Feedback, around: Around, days: int, words: str, tone: str, waiting: bool
) -> None:
    move = next_move(entry, around, after(days))
    assert (move.words, move.tone, move.waiting) == (words, tone, waiting)


days_or_none = st.none() | st.dates(date(2026, 4, 1), date(2026, 6, 1))


@given(
    st.sampled_from([None, "accepted", "defensive", "disagree"]), days_or_none, days_or_none,
    days_or_none, days_or_none, days_or_none, days_or_none, st.dates(DAY, date(2026, 7, 1)),
)
def test_every_entry_has_a_next_move_until_it_is_over(
    stance: str | None, heard: date | None, cool: date | None, planned: date | None,
    acted: date | None, reported: date | None, aside: date | None, as_of: date,
) -> None:
    entry = Feedback(
        1, 1, date=heard, stance=stance, cool_off_until=cool, plan_on=planned, acted_on=acted,
        reported_back_on=reported, set_aside_on=aside)
    move = next_move(entry, Around(), as_of)
    assert move.words
    if reported or aside:
        assert not move.waiting and move.kind in ("done", "aside")


def test_note_within_seven_days_counts_the_seventh() -> None:
    notes = [replace(HEARD, note_on=after(n)) for n in (0, 7, 8)]
    found = counts([*notes, HEARD, replace(HEARD, date=None, note_on=DAY)])
    assert (found.entries, found.noted, found.noted_in_time) == (4, 3, 2)


def test_asked_counts_the_half_year_and_the_last_ones() -> None:
    asked = [replace(HEARD, requested=True, date=after(-n)) for n in (0, 183, 184)]
    assert loop.asked(asked, DAY) == 2
    assert loop.asked_of_last([*asked, replace(HEARD, date=after(1))], 2) == 1


@pytest.mark.parametrize(("entry", "around", "due"), [
    (replace(HEARD, date=None), Around(), None),
    (replace(HEARD, date=None, asked_on=DAY), Around(), after(14)),
    (HEARD, Around(), after(7)),
    (replace(HEARD, stance="hurt"), Around(), after(3)),
    (replace(HEARD, stance="hurt", cool_off_until=after(40)), Around(), after(40)),
    (replace(HEARD, stance="disagree"), Around(), after(14)),
    (replace(HEARD, stance="disagree", talk_asked_on=after(2)), Around(), after(16)),
    (replace(PLANNED, note_on=None), Around(), after(7)),
    (replace(PLANNED, note_on=None), Around(1, 0, after(-1)), after(-1)),
    (PLANNED, Around(2, 1, after(9)), after(9)), (PLANNED, Around(), None),
    (replace(PLANNED, acted_on=DAY), Around(next_meeting=after(5)), after(5)),
    (replace(PLANNED, acted_on=DAY), Around(), None),
    (replace(HEARD, set_aside_on=DAY), Around(), None),
    (replace(HEARD, reported_back_on=DAY), Around(), None),
])
def test_the_day_of_the_next_move(entry: Feedback, around: Around, due: date | None) -> None:
    assert loop.due_on(entry, around, after(30)) == due


def test_a_move_that_is_called_late_is_past_its_day() -> None:
    """What the list says with "after" has been due: the words and the day are one rule."""
    for stance, days in product((None, "hurt", "disagree"), range(40)):
        entry = replace(HEARD, stance=stance)
        move = next_move(entry, Around(), after(days))
        due = loop.due_on(entry, Around(), after(days))
        assert due is not None
        late = due <= after(days) if stance == "hurt" else due < after(days)
        assert (move.tone != "plain") == late


def test_the_end_of_the_calendar_is_no_obstacle() -> None:
    assert loop.due_on(replace(HEARD, date=date.max), Around(), DAY) == date.max
