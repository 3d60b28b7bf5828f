"""The review of a year on paper: one page to hand on, two or three that say they are private."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorjournal.documents import annual_review as shared
from mentorjournal.documents import annual_review_private as private
from mentorjournal.documents.annual_review import (
    Counted,
    GoalLine,
    LetterLine,
    MentorLine,
    Network,
    SharedFacts,
)
from mentorjournal.documents.annual_review_private import (
    MOST_PAGES,
    Asked,
    Month,
    PrivateFacts,
    PrivateMentor,
)
from mentorjournal.documents.flow import flow
from mentorjournal.documents.parts import SMALLEST, Area
from mentorjournal.documents.pdf import page_count, write_pdf
from mentorjournal.documents.text import as_markdown, as_text
from mentorjournal.tests.documents.paper import copied, said, texts

FACTS = SharedFacts(
    "16 May 2025 to 15 May 2026", "Dr. Amara Lindqvist", "fellow",
    (("Mentors", "8"),), done=(GoalLine("Paper 1", "on 12 Dec 2025"),),
    moved=(GoalLine("Award", "from 1 May to 1 June"),), dropped=(GoalLine("Finnish"),),
    active=(GoalLine("80 survivors", "52 of 80"),),
    network=Network(8, (Counted("peer", 1), Counted("senior", 6))), came=("Dr. Haddad",),
    mentors=(MentorLine("Dr. Okafor", "Research adviser", 10, "advice 22"),),
    feedback=("Writing: 2 times, acted on",),
    letters=(LetterLine("Award", "Dr. Okafor", "4 Aug to 15 Sep 2025", "awarded"),),
    thanks=("Thanked 12 times",), passing_on=("I mentor 2 people",),
    intentions=("Say no twice.",), new_person="A clinic builder", made_on=date(2026, 5, 15))
PRIVATE = PrivateFacts(
    FACTS, "a year ago", Network(7, (Counted("peer", 1), Counted("senior", 5))), ("Dr. Stroud",),
    (PrivateMentor("Dr. Okafor", "10 contacts", ("Open the site.",), ("thanks once",),
                   "compact due", "keep, change or close?"),),
    "accepted 4, disagree 1", (Month("Apr", 13.0, "13", 12.0), Month("May", 8.5, "8.5", 12.0)),
    "Now 8.5 of 12 h.", (Asked("What could you hand back?", ("13 of 12 hours.",)),), "",
    (("Intentions", ("Write more.",)),), ("Say no twice.",), "A clinic builder", "Night mail")
LONG = "We agreed on this slowly, and both would say it in other words today. " * 6
ANY = st.sampled_from(["ab", LONG, "你需要先写下一个问题" * 20, "محمد الأمين " * 9, ""])


def grown(n: int, text: str) -> PrivateFacts:
    """The same with `n` of everything, each of them saying `text`."""
    goal = tuple(GoalLine(text, text) for _ in range(n))
    told = replace(
        FACTS, me_name=text, done=goal, moved=goal, active=goal, dropped=goal,
        came=(text,) * n, feedback=(text,) * n, thanks=(text,) * n, passing_on=(text,) * n,
        mentors=(MentorLine(text, text, 3, text),) * n, intentions=(text,) * n, new_person=text,
        letters=(LetterLine(text, text, text, text),) * n)
    return replace(
        PRIVATE, shared=told, left=(text,) * n, untold=text, to_stop=text,
        mentors=(PrivateMentor(text, text, (text,) * 4, (text,) * 4, text, text,
                               "advice 22, feedback 2"),) * n,
        questions=(Asked(text, (text,) * 3),) * n, meant=((text, (text,) * n),),
        intentions=(text,) * n, new_person=text)


@settings(max_examples=20)
@given(n=st.integers(0, 45), text=ANY, page=st.sampled_from(["A4", "Letter"]))
def test_pages_are_kept_whatever_there_is_and_nothing_is_too_small(
    n: int, text: str, page: Any
) -> None:
    facts = grown(n, text)
    one = shared.fit_one_page(facts.shared, page)
    several = private.fit(facts, page)
    assert page_count(one) == 1
    assert page_count(several) <= MOST_PAGES
    for document in (one, several):
        assert all(part.style.size >= SMALLEST for part in texts(document))


def test_every_private_page_says_so_and_the_shared_one_does_not() -> None:
    pages = copied(write_pdf(private.fit(grown(30, LONG))))
    assert len(pages) > 1
    assert all("Private: for myself" in page for page in pages)
    assert "rivate" not in said(shared.fit_one_page(FACTS))


def test_the_private_paper_has_all_that_belongs_to_it() -> None:
    text = said(private.fit(PRIVATE))
    for part in ("What I had meant to do", "Write more.", "Reached", "Moved", "Dropped",
                 "Under way", "Who left", "Dr. Stroud", "Open the site.", "thanks once",
                 "keep, change or close?", "How it landed: accepted 4", "Hours a week",
                 "Missteps I may recognise", "What could you hand back? 13 of 12 hours.",
                 "One thing to stop", "Night mail", "awarded", "Giving back"):
        assert part in text, part


def test_what_i_got_is_counted_and_says_how_much_of_it_is_not_here() -> None:
    told = tuple(f"Text {n}. {LONG}" for n in range(22))
    one = replace(PRIVATE.mentors[0], got=told, counted="advice 22, feedback 2, letters 1")
    for n in (1, 8, 60):
        text = said(private.fit(replace(PRIVATE, mentors=(one,) * n)))
        shown = text.count("Text 0.")
        assert shown >= 3 if n > 3 else shown == n
        assert text.count("advice 22, feedback 2, letters 1") == shown
        left = 22 - len({at for at in range(22) if f"Text {at}." in text})
        assert left >= 19 and text.count(f"+{left} more in the journal") >= shown
    whole = as_text(private.compose(replace(PRIVATE, mentors=(one,))))
    assert "Text 21." in whole and "feedback 2" in whole and "more in the" not in whole


def test_the_shared_page_has_no_field_for_what_is_private() -> None:
    names = {field.name for field in fields(SharedFacts)}
    assert not {name for name in names for word in (
        "stance", "load", "hour", "misstep", "question", "left", "reason", "stop", "score",
        "decision", "ending", "then", "before", "ago") if word in name}
    assert {field.name for field in fields(Counted)} == {"words", "n"}  # of one day
    assert [field.type for field in fields(SharedFacts)].count("Network") == 1
    text = said(shared.fit_one_page(FACTS))
    for part in ("Paper 1", "8: peer 1, senior 6", "Dr. Haddad", "advice 22",
                 "Thanked 12 times", "Say no twice.", "A clinic builder", "awarded"):
        assert part in text, part
    assert "→" not in text and "ago" not in text
    assert "7 → 8: peer 1, senior 5 → 6" in said(private.fit(PRIVATE))


@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_heads_of_figures_are_whole_whatever_the_order_of_dates(page: Any) -> None:
    told = replace(FACTS, period="September 26, 2025 to September 25, 2026", figures=(
        ("Mentors", "8"), ("Contacts with them", "50"), ("Goals reached", "1")))
    text = said(shared.fit_one_page(told, page))
    assert "Contacts with them" in text and told.period in text


def test_hours_beyond_what_can_be_given_stand_out_in_black_and_have_their_figure() -> None:
    document = private.fit(PRIVATE)
    areas = [part for page in flow(document).pages for part in page.parts
             if isinstance(part, Area)]
    assert [part.shade for part in areas] == [0.74, 0.2, 0.74]
    assert areas[1].bottom == pytest.approx(areas[0].y)
    assert "13" in said(document) and "8.5" in said(document)


def test_where_nothing_is_written_yet_there_are_lines_to_write_on() -> None:
    bare = replace(PRIVATE, intentions=(), new_person="", to_stop="")
    assert "To write: three intentions, one new person, one thing to stop" in said(
        private.fit(bare))
    assert "To write:" not in said(private.fit(PRIVATE))
    some = said(private.fit(replace(PRIVATE, to_stop="")))
    assert "One thing to stop" in some and "open" in some


def test_an_empty_year_says_what_it_is_made_of() -> None:
    empty = SharedFacts("16 May 2025 to 15 May 2026")
    for document in (shared.fit_one_page(empty), private.fit(PrivateFacts(empty))):
        assert "The journal holds nothing of these days yet." in said(document)
        assert "Missteps" not in said(document)


@pytest.mark.parametrize("write", [as_text, as_markdown])
def test_as_text_nothing_is_left_out(write: Any) -> None:
    text = write(private.compose(grown(20, "the very words")))
    assert "more in the journal" not in text
    assert text.count("the very words") > 300
    assert "13 h a week" in write(private.compose(PRIVATE))
