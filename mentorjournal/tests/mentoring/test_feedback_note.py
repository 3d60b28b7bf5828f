"""The follow-up note on feedback: its parts before and after acting, and that it stays short."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.mentoring.feedback_note import (
    MOST_WORDS,
    Told,
    draft,
    subject,
    tells_what_came_of_it,
)

HEARD = date(2026, 11, 10)
TOLD = Told(
    "Luis", "Noor", HEARD, asked=True, topic="the round", question="What would make it easier?",
    situation="Round on bay C, nine patients",
    behaviour="I gave each plan while facing the monitor.",
    impact="Two nurses missed the new targets",
    to_do=(("Turn to the team", None), ("Ask Sister Lindqvist.", date(2026, 11, 27))),
)


def test_before_acting_it_tells_what_was_heard_and_what_i_will_do() -> None:
    assert draft(replace(TOLD, next_meeting=date(2026, 12, 1))) == (
        "Dear Luis,\n\n"
        "Thank you for answering me on Tuesday 10 November 2026, when I asked about the round.\n\n"
        "You told me, as I took it:\n"
        "– The situation: Round on bay C, nine patients\n"
        "– What I did: I gave each plan while facing the monitor.\n"
        "– What it led to: Two nurses missed the new targets\n\n"
        "What I will do:\n– Turn to the team\n"
        "– Ask Sister Lindqvist, by Friday 27 November 2026\n\n"
        "I will tell you what came of it when we meet on Tuesday 1 December 2026.\n\n"
        "With thanks,\nNoor"
    )


def test_afterwards_it_tells_what_came_of_it() -> None:
    text = draft(replace(
        TOLD, acted=True, came_of="On Friday nobody had to ask twice.", done=("Turned round",),
        to_do=(("Ask Sister Lindqvist.", date(2026, 11, 27)),), next_meeting=date(2026, 12, 1)))
    assert text == (
        "Dear Luis,\n\n"
        "On Tuesday 10 November 2026 I asked you: What would make it easier? You told me:\n\n"
        "“I gave each plan while facing the monitor. Two nurses missed the new targets.”\n\n"
        "What I tried:\n– Turned round\n\n"
        "What changed:\n– On Friday nobody had to ask twice.\n\n"
        "What comes next:\n– Ask Sister Lindqvist, by Friday 27 November 2026\n\n"
        "Thank you for telling me. Could we come back to it when we meet on Tuesday 1 December "
        "2026?\n\n"
        "With thanks,\nNoor"
    )
    assert tells_what_came_of_it(text) and not tells_what_came_of_it(draft(TOLD))


@pytest.mark.parametrize(("known", "words"), [
    ({"next_meeting": None, "last_due": date(2026, 11, 27)},
     "I will write to you after Friday 27 November 2026 with what came of it."),
    ({"to_do": ()}, "I will tell you what came of it when we next speak."),
    ({"asked": False}, "Thank you for telling me about the round on Tuesday 10 November 2026."),
    ({"topic": ""}, "Thank you for what you told me on Tuesday 10 November 2026."),
    ({"differs": "They answer for it"},
     "I have tried to see your side: They answer for it. I would like to talk it over with you."),
    ({"differs": "They answer for it", "talked": True},
     "I think I understand your side better now: They answer for it."),
    ({"to_do": (), "plan": "Turn to the team"}, "What I will do:\n– Turn to the team"),
    ({"behaviour": "", "impact": "", "gist": "Face the team"},
     "as I took it:\n– Face the team\n– The situation: Round"),
])
def test_what_is_known_decides_what_is_said(known: dict[str, object], words: str) -> None:
    assert words in draft(replace(TOLD, **known))


def test_what_was_not_written_down_is_left_out() -> None:
    assert draft(Told("Ada", "", HEARD)) == (
        "Dear Ada,\n\nThank you for what you told me on Tuesday 10 November 2026.\n\n"
        "I will tell you what came of it when we next speak.\n\nWith thanks,")
    assert draft(Told("Ada", "", HEARD, acted=True)) == (
        "Dear Ada,\n\nOn Tuesday 10 November 2026 you told me:\n\n"
        "Thank you for telling me; I am glad you said it.\n\nWith thanks,")


def test_the_subject_names_the_topic() -> None:
    assert subject("the round", True) == "What I did with your advice on the round"
    assert subject("the round", False) == "What you told me about the round"
    assert subject("", True) == "What I did with your advice"
    assert subject("", False) == "What you told me"


WORDS = st.lists(st.sampled_from(["alpha", "beta.", "gamma,", "delta", "–", "“e”"]), max_size=90)
TEXT = st.one_of(st.just(""), WORDS.map(" ".join), st.text(max_size=300))
DAYS = st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
ANY = st.builds(
    Told, TEXT, TEXT, st.dates(date(2020, 1, 1), date(2030, 1, 1)), asked=st.booleans(),
    topic=TEXT, question=TEXT, gist=TEXT, situation=TEXT, behaviour=TEXT, impact=TEXT, plan=TEXT,
    done=st.lists(TEXT, max_size=9).map(tuple),
    to_do=st.lists(st.tuples(TEXT, DAYS), max_size=9).map(tuple), differs=TEXT,
    talked=st.booleans(), acted=st.booleans(), came_of=TEXT, next_meeting=DAYS, last_due=DAYS)


@given(ANY)
def test_it_never_has_more_than_200_words_and_ends_as_a_letter_does(told: Told) -> None:
    text = draft(told)
    assert len(text.split()) <= MOST_WORDS
    assert text.startswith("Dear ") and "With thanks," in text


@given(ANY)
def test_short_texts_are_never_cut(told: Told) -> None:
    brief = replace(
        told, **{name: " ".join(getattr(told, name).split()[:8]) for name in (
            "salutation", "me_name", "topic", "question", "gist", "situation", "behaviour",
            "impact", "plan", "differs", "came_of")},
        done=(), to_do=())
    kept = draft(brief)
    for name in ("behaviour", "impact"):
        assert " ".join(getattr(brief, name).split()) in kept
