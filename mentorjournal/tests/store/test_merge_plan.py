"""Merging as a table of cases: what each copy did to a row since they parted, and what comes of it.

A row is written as its states, oldest first: `{…}` what it said, `None` that it was not there.
Each state but the first is a step of its own, at the second given by its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from mentorjournal.store.merge_plan import Plan, plan
from mentorjournal.store.merge_rows import FIELDS, Copy, Past, Row

State = Mapping[str, Any] | None


def row(table: str, uid: str, *states: State, steps: Iterable[int] = (), row_id: int = 1) -> Row:
    """A row that went through `states`; `steps` are the numbers of the changes between them."""
    whole = [None if state is None else
             {"created_at": "", **dict.fromkeys(FIELDS[table]), **state} for state in states]
    numbers = list(steps) or [10 * n + 1 for n in range(len(states) - 1)]
    past = [Past(before, step, f"2026-05-15T10:00:{step:02d}Z")
            for before, step in zip(whole, numbers, strict=False)]
    return Row(table, row_id, uid, whole[-1], tuple(past))


def copy(*rows: Row) -> Copy:
    return {each.uid: each for each in rows}


def person(*states: State, uid: str = "p", **more: Any) -> Row:
    return row("person", uid, *states, **more)


def merged(mine: Copy, theirs: Copy) -> dict[str, Any]:
    """What the row `p` says in my copy after the merge, conflicts settled as suggested."""
    found = plan(mine, theirs)
    values = dict(mine["p"].values or {}) if "p" in mine else {}
    for insert in found.inserts:
        values = dict(insert.values)
    for update in found.updates:
        values |= update.values
    for conflict in found.conflicts:
        if conflict.theirs_is_later:
            values[conflict.field] = conflict.theirs
    if found.removals:
        return {}
    return {name: value for name, value in values.items() if value and name != "created_at"}


A, B, C = {"name": "A"}, {"name": "B"}, {"name": "C"}
FIELD_CASES = {
    # my states, their states -> the row in both copies afterwards, how many questions
    "only mine changed": ([A, B], [A], B, 0),
    "only theirs changed": ([A], [A, B], B, 0),
    "neither changed": ([A], [A], A, 0),
    "both the same": ([A, B], [A, B], B, 0),
    "different fields": ([A, {**A, "rank": "MD"}], [A, B], {"name": "B", "rank": "MD"}, 0),
    "same field, theirs later": ([A, B], [A, A, C], C, 1),
    "same field, mine later": ([A, A, C], [A, B], C, 1),
    "same field, same second": ([A, C], [A, B], C, 1),
    "one emptied it": ([{**A, "rank": "MD"}, A], [{**A, "rank": "MD"}], A, 0),
    "mine went on from theirs": ([A, B, C], [A, B], C, 0),
    "theirs went on from mine": ([A, B], [A, B, C], C, 0),
    "mine went back to what it was": ([A, B, A], [A, A, A, C], C, 0),
    "removed there, untouched here": ([A], [A, None], {}, 0),
    "removed here, untouched there": ([A, None], [A], {}, 0),
    "removed there, changed here": ([A, B], [A, None], B, 0),
    "removed here, changed there": ([A, None], [A, B], B, 0),
    "removed by both": ([A, None], [A, None], {}, 0),
    "changed and removed there": ([A], [A, B, None], {}, 0),
    "removed and brought back there": ([A, None], [A, None, A], A, 0),
    "new there": (None, [None, A], A, 0),
    "new here": ([None, A], None, A, 0),
    "came over and was removed since": ([None, A, None], [None, A], {}, 0),
    "came over, removed, changed there": ([None, A, None], [None, A, B], B, 0),
    "erased for good there": ([A], None, {}, 0),
    "erased for good there, changed here": ([A, B], None, B, 0),
}


@pytest.mark.parametrize(
    ("mine", "theirs", "result", "asked"), FIELD_CASES.values(), ids=FIELD_CASES)
def test_row_comes_out_the_same_from_both_sides(
    mine: list[State] | None, theirs: list[State] | None, result: dict[str, Any], asked: int
) -> None:
    one = copy(person(*mine)) if mine else copy()
    two = copy(person(*theirs)) if theirs else copy()
    assert merged(one, two) == merged(two, one) == result
    assert len(plan(one, two).conflicts) == len(plan(two, one).conflicts) == asked


def test_a_wording_that_was_weighed_is_not_asked_about_again() -> None:
    kept = person(A, B, C, B, steps=[1, 40, 40])  # a merge wrote C, then B again
    theirs = person(A, C)
    assert plan(copy(kept), copy(theirs)).is_empty
    (update,) = plan(copy(theirs), copy(kept)).updates
    assert update.values == B


def test_erased_for_good_with_only_its_name_left_behind() -> None:
    grave = Row("person", 1, "p", None, (Past({}, 5, "2026-05-15T10:00:05Z"),))
    assert merged(copy(person(A)), copy(grave)) == {}
    assert merged(copy(grave), copy(person(None, A))) == {}
    assert merged(copy(grave), copy(person(A, B))) == B


# What hangs together -------------------------------------------------------------------------


def tag(uid: str, *states: State, steps: Iterable[int] = ()) -> Row:
    return row("person_tag", uid, *states, steps=steps)


COACH = {"person_id": "p", "kind": "role", "value": "coach", "position": 0}


def meeting(*states: State, uid: str = "m", steps: Iterable[int] = ()) -> Row:
    return row("meeting", uid, *states, steps=steps)


HERS = {"person_id": "p", "notes": "N"}


def inserted(found: Plan) -> set[str]:
    return {each.uid for each in found.inserts}


def removed(found: Plan) -> set[str]:
    return {each.uid for each in found.removals}


def test_removed_together_goes_together() -> None:
    mine = copy(person(A), meeting(HERS), tag("t", COACH))
    theirs = copy(person(A, None), meeting(HERS, None), tag("t", COACH, None))
    assert removed(plan(mine, theirs)) == {"p", "m", "t"}


def test_a_change_to_one_keeps_all_that_was_removed_with_it() -> None:
    gone = copy(
        person(A, None, steps=[7]), meeting(HERS, None, steps=[7]),
        tag("t", COACH, None, steps=[7]), meeting({"person_id": "q"}, None, uid="n", steps=[7]),
        meeting(HERS, None, uid="o", steps=[6]),
    )
    there = copy(
        person(A), meeting(HERS, {**HERS, "notes": "More"}), tag("t", COACH),
        meeting({"person_id": "q"}, uid="n"), meeting(HERS, uid="o"),
    )
    # "n" was removed in the same step but hangs on nobody here, "o" in a step of its own.
    assert inserted(plan(gone, there)) == {"p", "m", "t"}
    assert removed(plan(there, gone)) == {"n", "o"}


def test_something_new_keeps_what_it_hangs_on() -> None:
    mine = copy(person(A), meeting(None, HERS))
    theirs = copy(person(A, None))
    assert removed(plan(mine, theirs)) == set()
    assert inserted(plan(theirs, mine)) == {"p", "m"}


STEP = {"goal_id": "g", "text": "S"}
LINKED = {**STEP, "helper_id": "p"}


def step(*states: State, steps: Iterable[int] = ()) -> Row:
    return row("goal_step", "s", *states, steps=steps)


def test_a_new_link_keeps_what_it_goes_to() -> None:
    mine = copy(person(A), step(STEP, LINKED))
    theirs = copy(person(A, None), step(STEP))
    assert plan(mine, theirs).is_empty
    assert inserted(plan(theirs, mine)) == {"p"}


def test_an_old_link_does_not_keep_what_was_removed() -> None:
    mine = copy(person(A), step(LINKED, {**LINKED, "text": "T"}))
    theirs = copy(person(A, None, steps=[4]), step(LINKED, STEP, None, steps=[4, 9]))
    assert removed(plan(mine, theirs)) == {"p"}
    assert [each.values for each in plan(mine, theirs).updates] == [{"helper_id": None}]


def test_a_link_emptied_by_a_removal_is_nobodys_choice() -> None:
    gone = copy(person(A, None, steps=[4]), step(LINKED, STEP, steps=[4]))
    # Another helper was chosen there: that is the only choice there is.
    chosen = copy(person(A), step(LINKED, {**STEP, "helper_id": "q"}))
    assert plan(gone, chosen).updates[0].values == {"helper_id": "q"}
    assert plan(gone, chosen).conflicts == ()
    # The person was changed there, so they stay, and so does the link.
    changed = copy(person(A, B), step(LINKED))
    assert inserted(plan(gone, changed)) == {"p"}
    assert plan(gone, changed).updates[0].values == {"helper_id": "p"}
    assert plan(changed, gone).is_empty


def test_a_place_in_a_list_is_never_asked_about() -> None:
    item = {"meeting_id": "m", "title": "T", "position": 0}
    one = copy(row("agenda_item", "p", item, {**item, "position": 1}))
    two = copy(row("agenda_item", "p", item, item, {**item, "position": 2}))
    assert plan(one, two).conflicts == plan(two, one).conflicts == ()
    assert merged(one, two)["position"] == merged(two, one)["position"] == 2


def test_a_place_alone_does_not_keep_what_was_removed() -> None:
    item = {"meeting_id": "m", "title": "T", "position": 0}
    moved = copy(row("agenda_item", "p", item, {**item, "position": 1}))
    assert removed(plan(moved, copy(row("agenda_item", "p", item, None)))) == {"p"}


def test_two_rows_that_came_to_the_same_place_are_told() -> None:
    item = {"meeting_id": "m", "title": "T", "position": 1}
    one, two = (copy(row("agenda_item", uid, None, item)) for uid in "ab")
    found = plan(one, two)
    assert found.crowded == (("agenda_item", ("m",)),)


def test_what_both_made_is_one() -> None:
    one = copy(row("me", "x", None, {"name": "Amara", "setting": "clinical"}))
    two = copy(row("me", "a", None, {"name": "Amara", "setting": "phd", "email": "a@b.c"}))
    found = plan(one, two)
    assert found.inserts == found.removals == found.conflicts == ()
    assert found.updates[0].values == {"uid": "a", "setting": "phd", "email": "a@b.c"}
    assert plan(two, one).is_empty


def test_the_same_role_given_in_both_copies_is_one() -> None:
    one = copy(tag("x", None, COACH), tag("y", None, {**COACH, "value": "peer", "position": 1}))
    two = copy(tag("a", None, COACH))
    assert inserted(plan(two, one)) == {"y"}
    assert [each.values for each in plan(one, two).updates] == [{"uid": "a"}]
