"""Pronouns as recorded, and the name where none are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorjournal.mentoring.pronouns import Spoken, said

NAMED = Spoken("Dr. Vale", "Dr. Vale", "Dr. Vale’s")


@pytest.mark.parametrize(
    ("recorded", "spoken"),
    [
        ("she/her", Spoken("she", "her", "her")),
        ("She / Her / Hers", Spoken("she", "her", "her")),
        ("he/him", Spoken("he", "him", "his")),
        ("they/them", Spoken("they", "them", "their", True)),
        ("they", Spoken("they", "them", "their", True)),
        ("she/they", Spoken("she", "her", "her")),
        ("xe/xem/xyr", Spoken("xe", "xem", "xyr")),
        ("ze/hir", Spoken("ze", "hir", "hir")),
        ("ve/ver/vis", Spoken("ve", "ver", "vis")),
        ("ve/ver", Spoken("ve", "ver", "Dr. Vale’s")),
        ("ve", Spoken("ve", "Dr. Vale", "Dr. Vale’s")),
        (None, NAMED), ("", NAMED), (" / ", NAMED), ("any", NAMED), ("ask me first", NAMED),
        ("she/ask me", NAMED), ("x" * 13, NAMED),
    ],
)
def test_recorded_pronouns(recorded: str | None, spoken: Spoken) -> None:
    assert said("Dr. Vale", recorded) == spoken


def test_a_sentence_agrees() -> None:
    they, she = said("Sam", "they/them"), said("Dr. Vale", "she/her")
    assert f"{they.opening} {they.verb('has', 'have')} asked" == "They have asked"
    assert f"{she.opening} {she.verb('has', 'have')} asked" == "She has asked"
    nobody = said("Dr. Vale", None)
    assert f"{nobody.opening} {nobody.verb('has', 'have')} asked" == "Dr. Vale has asked"


@settings(deadline=None)
@given(st.text())
def test_any_text_gives_words_to_speak_with(recorded: str) -> None:
    spoken = said("Dr. Vale", recorded)
    assert spoken.subject and spoken.object and spoken.possessive
