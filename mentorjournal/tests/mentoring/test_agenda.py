"""Minutes, order, sending and calling off."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorjournal.journal.records import AgendaItem, AskAhead, Me, Meeting
from mentorjournal.mentoring.agenda import (
    as_printed,
    ask_lead,
    budget_words,
    cancel_advice,
    is_late_calling_off,
    nothing_new,
    notice_hours,
    offers,
    order_for_print,
    postpone_note,
    send_by,
    time_budget,
)
from mentorjournal.mentoring.vocabulary import ITEM_STATES, PRIORITIES
from mentorjournal.tests.mentoring.network import ME, PERSON

START = datetime(2026, 5, 19, 15, 0)


def item(minutes: int = 5, priority: str = "should", state: str = "planned") -> AgendaItem:
    return AgendaItem(1, 1, 0, "Aims", minutes=minutes, priority=priority, state=state)


def items() -> st.SearchStrategy[list[AgendaItem]]:
    return st.lists(st.builds(
        item, st.integers(-5, 90), st.sampled_from((*PRIORITIES, "odd")),
        st.sampled_from(ITEM_STATES),
    ), max_size=9)


@pytest.mark.parametrize(
    ("minutes", "slot", "said", "fits"),
    [
        ((12, 8, 5), 30, ("25 of 30 min", "5 left to sum up"), True),
        ((15, 12, 3, 5), 45, ("35 of 45 min", "10 free"), True),
        ((26,), 30, ("26 of 30 min", "4 left to sum up"), False),
        ((30,), 30, ("30 of 30 min", "0 left to sum up"), False),
        ((35,), 30, ("35 of 30 min", "5 over"), False),
        ((), 30, ("0 of 30 min", "30 free"), True),
        ((), 0, ("0 of 0 min", "0 left to sum up"), True),
    ],
)
def test_the_time_bar(
    minutes: tuple[int, ...], slot: int, said: tuple[str, str], fits: bool
) -> None:
    budget = time_budget([item(n) for n in minutes], slot)
    assert budget_words(budget) == said
    assert budget.fits == fits


def test_parked_and_dropped_items_take_no_time() -> None:
    agenda = [item(10), item(20, state="parked"), item(20, state="dropped")]
    assert time_budget(agenda, 30).planned == 10


@settings(deadline=None)
@given(items=items(), slot=st.integers(0, 240))
def test_planned_and_free_make_the_slot_or_it_is_over(
    items: list[AgendaItem], slot: int
) -> None:
    budget = time_budget(items, slot)
    assert budget.planned + budget.free == slot or budget.over > 0
    assert budget.planned + budget.free - budget.over == slot
    assert not (budget.free and budget.over)
    assert 0 <= budget.to_sum_up <= min(5, budget.free)
    assert budget.fits == (budget.planned == 0 or budget.planned <= slot - 5)
    assert budget.fits == (budget.too_many == 0)


@settings(deadline=None)
@given(items())
def test_print_order_is_a_stable_permutation_by_priority(items: list[AgendaItem]) -> None:
    printed = order_for_print(items)
    assert sorted(map(id, printed)) == sorted(map(id, items))
    rank = [*PRIORITIES, "odd"]
    assert [rank.index(one.priority) for one in printed] == sorted(
        rank.index(one.priority) for one in items
    )
    place = {id(one): n for n, one in enumerate(items)}
    for priority in rank:
        kept = [place[id(one)] for one in printed if one.priority == priority]
        assert kept == sorted(kept)


def test_as_printed_moves_live_items_and_leaves_the_others_in_their_places() -> None:
    late, parked, must = item(1, "if_time"), item(2, "must", "parked"), item(3, "must")
    assert as_printed([late, parked, must]) == [must, parked, late]


def test_an_agenda_is_due_48_hours_ahead() -> None:
    assert send_by(datetime(2026, 11, 26, 15, 0)) == datetime(2026, 11, 24, 15, 0)
    assert send_by(START, 24) == datetime(2026, 5, 18, 15, 0)


@pytest.mark.parametrize(
    ("minutes", "kind", "purpose", "days_left", "needed", "late"),
    [
        (20, "read", "regular", 4, 7, True),
        (20, "read", "regular", 6, 7, True),
        (20, "read", "regular", 7, 7, False),
        (20, "read", "regular", 0, 7, True),
        (20, "read", "regular", -1, 7, False),
        (10, "read", "regular", 0, 0, False),
        (11, "read", "regular", 6, 7, True),
        (20, "bring", "regular", 4, 0, False),
        (20, "read", "first_as_mentor", 13, 14, True),
        (20, "read", "first_as_mentor", 14, 14, False),
    ],
)
def test_a_long_read_needs_a_week(
    minutes: int, kind: str, purpose: str, days_left: int, needed: int, late: bool
) -> None:
    meeting = Meeting(1, 1, START, planned_minutes=30, purpose=purpose)
    as_of = START.date() - timedelta(days_left)
    lead = ask_lead(AskAhead(1, 1, "Pages 4 to 9", kind=kind, minutes=minutes), meeting, as_of)
    assert (lead.days_needed, lead.days_left, lead.is_late) == (needed, days_left, late)
    assert lead.send_by == START.date() - timedelta(needed)
    sent = AskAhead(1, 1, "Pages", kind=kind, minutes=minutes, sent_at="2026-05-01T08:00:00Z")
    assert not ask_lead(sent, meeting, as_of).is_late


@pytest.mark.parametrize(
    ("agenda", "done", "planned", "hours", "keys"),
    [
        ([], 0, 30, 60, ["shorten", "postpone"]),
        ([item()], 0, 30, None, ["shorten", "postpone"]),
        ([item(priority="must")], 0, 30, 60, []),
        ([item(priority="must", state="parked")], 0, 30, 60, ["shorten", "postpone"]),
        ([item()], 1, 30, 60, []),
        ([], 0, 15, 60, ["postpone"]),
        ([], 0, 30, 24, ["shorten", "postpone"]),
        ([], 0, 30, 23.9, ["shorten"]),
        ([], 0, 15, 5, []),
    ],
)
def test_nothing_new(
    agenda: list[AgendaItem], done: int, planned: int, hours: float | None, keys: list[str]
) -> None:
    assert [offer.key for offer in nothing_new(agenda, done, planned, hours)] == keys


def test_offers_are_said_plainly() -> None:
    assert [offer.words for offer in offers(30)] == [
        "Shorten to 15 min", "Postpone with a kind note",
    ]


@pytest.mark.parametrize(
    ("notice", "suggests", "said"),
    [
        (96, False, "That is 4 days’ notice. Good to say it early."),
        (24, False, "That is 1 day’s notice. Good to say it early."),
        (23.99, True, "That is 23 hours’ notice. Could you keep it and make it short?"),
        (5, True, "That is 5 hours’ notice. Could you keep it and make it short?"),
        (1, True, "That is 1 hour’s notice. Could you keep it and make it short?"),
        (0.5, True, "That is less than an hour’s notice. Could you keep it and make it short?"),
        (-0.1, False, "This meeting has already begun."),
    ],
)
def test_calling_off_late_suggests_shortening(notice: float, suggests: bool, said: str) -> None:
    assert cancel_advice(notice) == (suggests, said)


def test_notice_is_counted_in_hours_on_one_clock() -> None:
    assert notice_hours(START, START - timedelta(hours=5)) == 5
    assert notice_hours(START, START + timedelta(minutes=30)) == -0.5


@pytest.mark.parametrize(
    ("status", "by", "notice", "late"),
    [
        ("cancelled", "me", 5, True), ("postponed", "me", 96, False),
        ("postponed", "me", 23, True), ("cancelled", "me", 24, False),
        ("cancelled", "mentor", 5, False), ("cancelled", "me", None, False),
        ("held", "me", 5, False),
    ],
)
def test_only_my_own_late_calling_off_counts(
    status: str, by: str, notice: float | None, late: bool
) -> None:
    assert is_late_calling_off(status, by, notice) == late


def test_the_note_that_postpones_is_kind_and_reads_only_names_and_time() -> None:
    meeting = Meeting(
        1, 2, datetime(2026, 5, 28, 9, 30), planned_minutes=30, notes="SECRET",
        private_note="SECRET", called_off_why="SECRET",
    )
    note = postpone_note(ME, PERSON[2], meeting)
    assert note.startswith("Dear Dr. Vale,\n\nWe are due to meet on Thursday 28 May 2026 at 09:30.")
    assert note.endswith("With thanks,\nDr. Amara Lindqvist")
    assert "SECRET" not in note
    assert not {"he", "she", "his", "her", "him"} & set(note.casefold().split())
    assert postpone_note(Me(1), PERSON[2], meeting).endswith("With thanks,")
