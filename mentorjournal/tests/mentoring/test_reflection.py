"""Questions and their tags, and when one is due: a day before, that day, and after an entry."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentorjournal.mentoring import reflection as rules
from mentorjournal.mentoring.reflection import Prompt, Written
from mentorjournal.mentoring.vocabulary import REFLECTION_TAGS

DAY = date(2026, 5, 15)


def ago(days: int) -> date:
    return DAY - timedelta(days)


RECENT = Written(DAY, {"mentoring_others": DAY, "ethics": DAY, "energy": DAY})


def kinds(
    written: Written, mentors: dict[int, date | None] | None = None, *, mentees: bool = True
) -> list[str]:
    return [one.kind for one in rules.due(written, mentors or {}, mentees, DAY)]


def test_each_question_suits_a_tag_and_each_tag_but_other_has_one() -> None:
    for one in rules.questions():
        assert one.text.endswith("?") and set(one.tags) <= set(REFLECTION_TAGS)
    for tag in set(REFLECTION_TAGS) - {"other"}:
        assert tag in rules.suiting(tag)[0].tags
    assert rules.suiting("mentoring_others")[0].text == "What have I passed on?"
    assert rules.suiting("") == rules.suiting("other") == rules.questions()
    assert rules.known("What was mine in it?") == rules.question("mine")
    assert rules.known("My own") is None and rules.known(None) is None
    assert len(rules.yearly_headings()) == 7


def test_nothing_is_due_right_after_writing() -> None:
    assert kinds(RECENT, {1: ago(900)}) == []


@pytest.mark.parametrize(("days", "due"), [(179, False), (180, True), (181, True)])
def test_half_a_year_without_an_entry(days: int, due: bool) -> None:
    assert ("self" in kinds(Written(ago(days), RECENT.by_tag))) == due
    assert "self" in kinds(Written(None, RECENT.by_tag))


@pytest.mark.parametrize(("days", "due"), [(182, False), (183, True)])
def test_those_i_mentor_come_up_twice_a_year_where_there_are_any(days: int, due: bool) -> None:
    written = Written(DAY, {**(RECENT.by_tag or {}), "mentoring_others": ago(days)})
    assert ("mentoring_others" in kinds(written)) == due
    assert "mentoring_others" not in kinds(written, mentees=False)


@pytest.mark.parametrize(("days", "due"), [(364, False), (365, True)])
def test_a_grey_area_comes_up_once_a_year(days: int, due: bool) -> None:
    written = Written(DAY, {**(RECENT.by_tag or {}), "ethics": ago(days)})
    assert ("ethics" in kinds(written)) == due


@pytest.mark.parametrize(("tag", "days", "due"), [
    ("energy", 182, False), ("energy", 183, True), ("person", 182, False), ("person", 183, True)])
def test_energy_is_asked_at_most_twice_a_year(tag: str, days: int, due: bool) -> None:
    written = Written(DAY, {"mentoring_others": DAY, "ethics": DAY, tag: ago(days)})
    assert kinds(written) == (["energy"] if due else [])
    assert kinds(written, {1: ago(900)}) == (["engaged"] if due else [])


def test_one_mentor_at_a_time_the_one_longest_unspoken_of() -> None:
    tags = {"mentoring_others": DAY, "ethics": DAY}
    mentors = {1: ago(900), 2: ago(800), 3: ago(100), 4: None}

    def whom(said: dict[int, date]) -> list[Prompt]:
        return rules.due(Written(DAY, tags, said), mentors, False, DAY)

    assert [one.person_id for one in whom({})] == [1]
    assert [one.person_id for one in whom({1: ago(10)})] == [2]
    assert [one.person_id for one in whom({1: ago(300), 2: ago(400)})] == [2]
    only = whom({1: ago(182), 2: ago(10)})
    assert [(one.kind, one.person_id) for one in only] == [("energy", None)]
    assert only[0].is_optional and only[0].key == "reflect:energy"


def test_why_it_is_asked_is_said() -> None:
    written = Written(ago(200), {"mentoring_others": ago(190), "ethics": ago(400)}, {})
    for due in (rules.due(written, {1: ago(900)}, True, DAY), rules.due(Written(), {}, True, DAY)):
        said = [rules.prompt_words(one, "Ada") for one in due]
        assert len(said) == 4 and all(said)
    assert rules.prompt_words(rules.due(written, {1: ago(900)}, True, DAY)[-1], "Ada").startswith(
        "About Ada.")
