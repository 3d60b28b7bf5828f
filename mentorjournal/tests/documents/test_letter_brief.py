"""The brief for a letter on paper: every section in its order, none without words, what to cut."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorjournal import words
from mentorjournal.documents import document as d
from mentorjournal.documents.flow import flow
from mentorjournal.documents.letter_brief import (
    BriefFacts,
    Claim,
    Piece,
    compose,
    fit,
    sections_to_cut,
)
from mentorjournal.documents.parts import Stroke, Text
from mentorjournal.documents.pdf import page_count
from mentorjournal.documents.text import as_markdown, as_text
from mentorjournal.tests.documents.paper import said

DAY = date(2026, 2, 24)
SENTENCE = "I asked twice and wrote the answer down before anybody opened the data. "
FACTS = BriefFacts(
    writer_name="Dr. Henrik Vale", opportunity="K12 programme", me_name="Dr. Amara Lindqvist",
    me_line="second-year fellow", asked="A strong letter.", deadline="Friday 19 June 2026, 17:00",
    how_to_send="Upload through a link.", length_and_form="two pages", addressed_to="The board",
    rows=(("AAMC ID", "1234"),), waiver="I waived it.", why="it pays three years",
    why_you="you saw my hours", how_known="Division chief", dealings=("We met often.",),
    criteria=("rigour", "Initiative"),
    claims=(
        Claim("rigour", "Rigour of the plan", (
            Piece("eleven forms were missing", "wrote the rule", "it holds for both sites",
                  "Dr. Tomas Brandt", day=DAY),
            Piece(did="we shared a slot", by_reader=True, witness="Dr. Henrik Vale"),
            Piece(did="Ran three sessions", day=DAY),
            Piece(),
        )),
        Claim("Initiative", "initiative"),
    ),
    evidence_unknown="Two papers", growth="I count hours", context="My father was ill",
    leave_out="The closed project", others="Dr. Okafor: the science", attachments=("CV",),
    reminders=(date(2026, 6, 5), date(2026, 6, 12)), thanks="Thank you.", made_on=DAY,
)
ORDER = (
    "For Dr. Henrik Vale", "Dr. Amara Lindqvist, second-year fellow", "Opportunity", "What I ask",
    "Letter due", "How to send it", "Length and form", "Addressed to", "AAMC ID",
    "My right to see it", "Why this matters, and why you", "How you know me",
    "What the readers look for", "What I hope you can speak to", "What you could not know",
    "One thing I worked on", "What you may mention", "What I would rather leave out",
    "Who else writes, and what they cover", "What comes with this", "From me",
)
LONG = {"claims": "What I hope you can speak to", "evidence_unknown": "What you could not know",
        "why_you": "Why this matters, and why you"}


def test_all_sections_come_in_the_order_in_which_a_writer_needs_them() -> None:
    text = as_text(compose(FACTS))
    places = [text.find(part) for part in ORDER]
    assert -1 not in places
    assert places == sorted(places)


def test_fragments_become_sentences_in_the_first_person() -> None:
    text = " ".join(as_text(compose(FACTS)).split())
    assert "1. Rigour The readers ask for: Rigour of the plan" in text
    assert ("Eleven forms were missing. I wrote the rule. It holds for both sites. "
            "(Dr. Tomas Brandt, 24 February 2026)") in text
    assert "- We shared a slot. (You saw this)" in text
    assert "- Ran three sessions. (24 February 2026)" in text
    assert text.count("The readers ask for") == 1  # a criterion that says the same is not repeated
    assert "I will remind you on Friday 5 June and Friday 12 June." in text
    assert "It pays three years." in text and "Two papers." in text


def test_days_are_said_in_the_chosen_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "_date_order", "iso")
    text = " ".join(as_text(compose(FACTS)).split())
    assert "I will remind you on Friday 2026-06-05 and Friday 2026-06-12." in text
    assert "- Ran three sessions. (2026-02-24)" in text


def test_a_name_of_60_letters_leaves_room_for_the_day_and_is_cut_with_a_sign() -> None:
    name = "Prof. Maximiliane Theodora von und zu Hohenlohe Waldenburg Schillingsfürst"
    claim = Claim("Rigour", pieces=(Piece(did="wrote the rule", witness=name, day=DAY),))
    paper = compose(replace(FACTS, claims=(claim,), made_on=None))
    assert "Prof. Maximiliane" in said(paper) and "24 February 2026" in said(paper)
    footer = compose(replace(FACTS, me_name="A" * 58 + " Long")).footer
    assert footer is not None and "A…, 24 February 2026" in str(footer)


def test_a_section_without_words_has_no_heading() -> None:
    bare = compose(BriefFacts("Dr. Vale", "K12 programme"))
    headings = [block.text for block in bare.blocks if isinstance(block, d.Heading)]
    assert headings == ["From me"]
    assert "AAMC" not in as_text(bare) and "Letter due" not in as_text(bare)
    assert "## \n" not in as_markdown(compose(FACTS))


@pytest.mark.parametrize("field", LONG)
@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_over_three_pages_the_longest_section_is_named_first(
    field: str, page: d.PageSize
) -> None:
    text = SENTENCE * 250
    claims = (*FACTS.claims, Claim("Long", pieces=(Piece(did=text),)))
    facts = replace(FACTS, **({"claims": claims} if field == "claims" else {field: text}))
    assert page_count(compose(facts, page)) > 3
    assert sections_to_cut(facts, page) == [LONG[field]]
    assert sections_to_cut(FACTS, page) == []


def test_as_many_sections_are_named_as_it_takes() -> None:
    text = SENTENCE * 200
    facts = replace(FACTS, growth=text, context=text + "And more.")
    assert sections_to_cut(facts) == ["What you may mention", "One thing I worked on"]


@given(st.integers(0, 60), st.integers(0, 12), st.integers(1, 9))
@settings(max_examples=40, deadline=None)
def test_no_page_ends_in_a_heading_or_begins_or_ends_with_a_rule(
    why: int, criteria: int, pieces: int
) -> None:
    claims = tuple(
        Claim(f"Claim {n}", pieces=tuple(Piece(did=SENTENCE * 2) for _ in range(pieces)))
        for n in range(5))
    facts = replace(FACTS, why=SENTENCE * why, claims=claims, criteria=tuple(
        f"Criterion {n}" for n in range(criteria)))
    document = compose(facts)
    headings = {d.plain(block.text) for block in document.blocks if isinstance(block, d.Heading)}
    headings |= {f"Claim {n}" for n in range(5)} | {"With each stands who saw it, and when."}
    for page in flow(document).pages:
        body = [part for part in page.parts if part.bottom < page.height - 55]
        last = max((part for part in body if isinstance(part, Text)), key=lambda part: part.y)
        assert last.line.text not in headings
        rules = [part for part in body if isinstance(part, Stroke)]
        first = min(part.y for part in body if isinstance(part, Text))
        assert all(first < rule.y < last.y for rule in rules)


def test_no_type_is_smaller_than_nine_points() -> None:
    facts = replace(FACTS, why=SENTENCE * 300)
    drawn = [part for page in flow(compose(facts)).pages for part in page.parts
             if isinstance(part, Text)]
    foot = {part.style.size for part in drawn if part.line.text.startswith("Page ")}
    assert min(part.style.size for part in drawn if part.style.size not in foot) >= 9
    assert min(foot) >= 8


def test_harsh_texts_are_set_whole() -> None:
    name = "Prof. Maximiliana-Alexandrina von Hohenstein-Württemberg zu X"
    strength = "I carry a study from a question to an answer. " * 13
    facts = replace(FACTS, writer_name=name, claims=(
        Claim("Rigour", pieces=(Piece(strength, "wrote it", witness="د. ليلى حداد"),)),))
    assert name in said(compose(facts))
    drawn = "".join(part.line.text for page in flow(compose(facts)).pages for part in page.parts
                    if isinstance(part, Text) and part.x < 130)
    assert drawn.replace(" ", "").count("fromaquestiontoananswer") == 13


@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_less_air_saves_a_page_and_no_word(page: d.PageSize) -> None:
    words = "I led the audit on two units and told both what came of it. "
    for many in range(20, 120):
        facts = replace(FACTS, evidence_unknown=words * many)
        if page_count(compose(facts, page)) == 3 and page_count(fit(facts, page)) == 2:
            assert as_text(fit(facts, page)) == as_text(compose(facts, page))
            return
    raise AssertionError("no length at which less air saves a page")
