"""Gratitude: what is thanked for, the readings of tip 9, and a note that makes nothing up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.mentoring import gratitude as g
from mentorjournal.mentoring.follow_up import is_too_general
from mentorjournal.mentoring.gratitude import Help
from mentorjournal.mentoring.vocabulary import THANKS_KINDS

TODAY = date(2026, 5, 15)


@dataclass(frozen=True)
class Thanked:
    person_id: int
    date: date | None = None
    kind: str | None = "note"
    reach: str = "private"
    letter_id: int | None = None


@dataclass(frozen=True)
class Part:
    accomplishment_id: int
    person_id: int
    credited_on: date | None = None
    part: str = "contributor"


def ago(days: int) -> date:
    return TODAY - timedelta(days)


def favour(days: int, person_id: int = 1) -> Help:
    return Help(person_id, "contact", days, "a favour", ago(days))


def test_thanks_on_the_day_of_help_or_after_count_for_all_help_before() -> None:
    helps = [favour(20), favour(10), favour(5), favour(10, person_id=2)]
    assert g.unthanked(helps, [Thanked(1, ago(10))], TODAY) == [helps[2], helps[3]]


def test_a_note_to_be_sent_thanks_for_nothing_yet() -> None:
    assert g.unthanked([favour(5)], [Thanked(1, None)], TODAY) == [favour(5)]


def test_a_letter_wants_its_own_thanks() -> None:
    letter = Help(1, "letter", 7, "the letter", ago(20))
    assert g.unthanked([letter], [Thanked(1, ago(2))], TODAY) == [letter]
    assert g.unthanked([letter], [Thanked(1, ago(2), letter_id=7)], TODAY) == []


def test_what_was_put_aside_or_is_still_to_come_is_not_asked_for() -> None:
    later = favour(-3)
    assert g.unthanked([favour(5), later], [], TODAY, {favour(5).key}) == []


@given(st.lists(st.integers(0, 400)), st.lists(st.integers(0, 400)))
def test_nothing_is_left_before_the_last_thanks_and_everything_after(
    helped: list[int], thanked: list[int]
) -> None:
    helps = [favour(days) for days in helped]
    left = g.unthanked(helps, [Thanked(1, ago(days)) for days in thanked], TODAY)
    last = min(thanked, default=10_000)
    assert left == [one for one in helps if (TODAY - one.day).days < last]


@pytest.mark.parametrize(("days", "late"), [(7, False), (8, True)])
def test_help_is_late_after_a_week(days: int, late: bool) -> None:
    assert favour(days).is_late(TODAY) is late


@pytest.mark.parametrize(("days", "look"), [(30, False), (31, True)])
def test_help_waiting_more_than_thirty_days_needs_a_look(days: int, look: bool) -> None:
    found = g.standings([1, 2], [Thanked(1, ago(90))], [favour(days)], TODAY)
    assert (found[1].days, found[1].needs_look) == (90, look)
    assert found[2] == g.Standing(2, None, None)


def test_only_thanks_given_within_the_year_are_counted() -> None:
    year = g.in_year([
        Thanked(1, TODAY), Thanked(1, ago(364), "spoken", "public"), Thanked(1, ago(365)),
        Thanked(1, None), Thanked(1, ago(-1)),
    ], TODAY)
    assert year == g.ThanksInYear(2, {"note": 1, "spoken": 1}, 1)


def test_credit_is_whole_when_every_contributor_has_it() -> None:
    parts = [Part(1, 1, TODAY), Part(1, 2), Part(2, 1, TODAY), Part(3, 2, part="witness")]
    assert g.credit_given(parts, TODAY) == g.CreditReading(1, 2, ((1, 2),))
    assert g.credit_given([], TODAY) == g.CreditReading(0, 0)


@pytest.mark.parametrize(("days", "late"), [(14, False), (15, True)])
def test_credit_is_late_after_two_weeks(days: int, late: bool) -> None:
    assert g.credit_is_late(ago(days), TODAY) is late
    assert not g.credit_is_late(None, TODAY)


def test_goals_are_asked_for_after_half_a_year() -> None:
    assert g.goals_are_due(ago(180), False, TODAY)
    assert not g.goals_are_due(ago(179), False, TODAY)
    assert not g.goals_are_due(ago(900), True, TODAY)
    assert not g.goals_are_due(None, False, TODAY)


def test_an_offer_is_due_once_a_year_or_at_good_news() -> None:
    offered = [Thanked(1, ago(100), "letter_for_mentor")]
    assert g.offer_is_due([], ago(365), False, TODAY)
    assert not g.offer_is_due([], ago(364), False, TODAY)
    assert g.offer_is_due([], None, True, TODAY)
    assert not g.offer_is_due(offered, ago(900), True, TODAY)
    assert g.offer_is_due([Thanked(1, ago(365), "offer_to_help")], ago(900), False, TODAY)


@pytest.mark.parametrize("text", [
    "everything", "All your help!", "your support and advice", "Thank you for being there", "help",
    "…everything you have done for me…",
])
def test_words_that_fit_any_help_are_general(text: str) -> None:
    assert is_too_general(text)


@pytest.mark.parametrize("text", [
    "two evenings on the ethics form", "award letter", "panel seat", "", "  ", "推荐信",
    "the introduction to Daniel Osei",
])
def test_words_that_name_one_thing_are_not(text: str) -> None:
    assert not is_too_general(text)


@pytest.mark.parametrize("kind", THANKS_KINDS)
def test_praise_and_credit_are_usually_public(kind: str) -> None:
    public = kind.startswith("praise") or "credit" in kind or kind in (
        "acknowledgement", "nomination")
    assert (g.usual_reach(kind) == "public") is public


def test_a_note_says_what_was_written_down_and_nothing_else() -> None:
    text = g.note("Amara Lindqvist", ["Dr. Okafor"], "two evenings on the ethics form ",
                  "not one question came back")
    assert text == (
        "Dear Dr. Okafor,\n\nThank you for two evenings on the ethics form.\n\n"
        "Not one question came back.\n\nWith thanks,\nAmara Lindqvist"
    )


def test_a_note_to_two_names_both_and_an_offer_offers() -> None:
    text = g.note(None, ["Dr. Okafor", "Dr. Vale"], "the mentoring award", kind="letter_for_mentor")
    assert text == (
        "Dear Dr. Okafor and Dr. Vale,\n\nI would be glad to write for you: the mentoring award.\n"
        "\nWith thanks,"
    )


def test_without_a_thing_there_is_no_note() -> None:
    assert g.note("Amara", ["Dr. Okafor"], "  \n", "much") == ""
    assert g.note("Amara", ["Dr. Okafor"], "long " * 1_000) == ""


@given(st.text(), st.text())
def test_a_note_holds_only_the_words_it_was_given(what: str, changed: str) -> None:
    text = g.note("", [], what, changed)
    own = {"Thank", "you", "for", "With", "thanks,", "."}
    written = {word.rstrip(".,;").casefold() for word in f"{what} {changed}".split()}
    for word in text.split():
        assert word in own or word.rstrip(".,;").casefold() in written or not word.strip(".,;")


@pytest.mark.parametrize(("typed", "thing"), [
    ("the two evenings", "the two evenings"),
    ("Thank you for the two evenings", "the two evenings"),
    (" Thanks so much for  the two evenings", "the two evenings"),
    ("Many thanks for the two evenings", "the two evenings"),
    ("thanks for", "thanks for"),
    ("thanks that she gave for the talk", "thanks that she gave for the talk"),
])
def test_thanks_are_not_said_twice(typed: str, thing: str) -> None:
    assert g.thing_in(typed) == thing
    assert f"Thank you for {thing}." in g.note("Amara", ["Dr. Berg"], typed)
    assert g.thing_in(typed, "offer_to_help") == typed.strip()
