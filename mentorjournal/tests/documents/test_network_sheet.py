"""The network sheet on paper: always one page, nine points, signs instead of colour, any script."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorjournal.documents.flow import flow
from mentorjournal.documents.network_sheet import (
    SheetFacts,
    SheetPerson,
    compose,
    fit_one_page,
    signs,
)
from mentorjournal.documents.parts import SMALLEST, Outline
from mentorjournal.documents.pdf import page_count, write_pdf
from mentorjournal.documents.text import as_markdown, as_text
from mentorjournal.mentoring.vocabulary import FIVE_ROLES
from mentorjournal.tests.documents.paper import copied, said, seen, texts

OKAFOR = SheetPerson("Dr. Rosalind Okafor", "Dr. Okafor", "senior", ("research_adviser",),
                     "trial design", date(2026, 4, 21))
OSEI = SheetPerson("Dr. Daniel Osei", "Dr. Osei", "step_ahead", is_candidate=True)
FACTS = SheetFacts(
    "Dr. Amara Lindqvist", "fellow, year 2", (OKAFOR, OSEI), ("Nobody for clinical work yet",),
    ("Dr. Okafor alone is my research adviser",), "Dr. Osei: teach me linkage.",
    date(2026, 5, 20), date(2026, 5, 15))
LONG = "the very long name of somebody with many names " * 4
NAMES = st.sampled_from(
    ["张伟", "محمد الأمين", "Nguyễn Thị Ánh", "अनिता शर्मा", LONG, "x" * 300, ""])
PEOPLE = st.lists(st.builds(
    SheetPerson, NAMES, NAMES, st.sampled_from(["peer", "step_ahead", "senior", None]),
    st.lists(st.sampled_from([*FIVE_ROLES, "connector"]), unique=True).map(tuple),
    st.sampled_from(["", LONG * 3, "能读懂审稿人"]), st.none() | st.dates(), st.booleans()),
    max_size=60)


def test_it_says_who_stands_where_what_is_missing_and_what_is_asked() -> None:
    text = said(fit_one_page(FACTS))
    for part in ("My mentoring network", "fellow", "Peer", "Step-ahead", "Senior", "Dr. Okafor",
                 "21 Apr", "Dr. Rosalind Okafor", "Trial design", "candidate",
                 "Nobody for clinical work yet", "Dr. Okafor alone is my research adviser",
                 "My next ask, by Wednesday 20 May 2026", "teach me linkage"):
        assert part in text, part


def test_signs_are_told_apart_by_letter_and_by_shape() -> None:
    found = signs()
    assert len({one.letter for one in found}) == len({one.shape for one in found}) == 5
    drawn = [part for page in flow(fit_one_page(FACTS)).pages for part in page.parts
             if isinstance(part, Outline)]
    assert len({part.points for part in drawn}) == 5
    assert any(part.dashed for part in drawn)  # somebody who was not asked yet


@settings(max_examples=25)
@given(people=PEOPLE, sentences=st.lists(st.sampled_from([LONG, "ab"]), max_size=12),
       ask=st.sampled_from(["", LONG * 20]), paper=st.sampled_from(["A4", "Letter"]))
def test_it_is_always_one_page_and_never_too_small_to_read(
    people: list[SheetPerson], sentences: list[str], ask: str, paper: str
) -> None:
    facts = replace(FACTS, people=tuple(people), gaps=tuple(sentences), alone=tuple(sentences),
                    ask=ask)
    document = fit_one_page(facts, paper)
    assert page_count(document) == 1
    assert all(part.style.size >= SMALLEST for part in texts(document))
    page = flow(document).pages[0]
    for part in texts(document):
        assert part.x >= -0.1 and part.x + part.line.width <= page.width + 0.1
        assert part.bottom <= page.height


def test_who_is_left_out_of_forty_is_counted_on_the_page() -> None:
    many = tuple(replace(OKAFOR, name=f"Dr. Okafor {n}", short_name=f"Okafor {n}")
                 for n in range(40))
    document = fit_one_page(replace(FACTS, people=many))
    assert page_count(document) == 1
    assert said(document).count("more in the journal") >= 2
    assert all(one.name in as_text(compose(replace(FACTS, people=many))) for one in many)


@pytest.mark.parametrize("adds", ["", "trial design"])
def test_long_names_of_many_wrap_and_are_not_shortened(adds: str) -> None:
    name = "Dr. Amara Chukwuemeka Ramanathan-Oyelaran"
    many = tuple(replace(OKAFOR, name=f"{name} {n}", short_name=f"Dr. {n}", adds=adds)
                 for n in range(40))
    text = said(fit_one_page(replace(FACTS, people=many)))
    assert "…" not in text and seen(text).count(seen(name)) >= 5
    assert ("What they add" in text) == bool(adds)


def test_nobody_yet_says_so_and_what_is_next() -> None:
    document = fit_one_page(SheetFacts(made_on=date(2026, 5, 15)))
    assert "Nobody stands on this sheet yet. Add the people" in said(document)
    assert "missing" not in said(document)


def test_names_in_any_script_can_be_copied_from_the_page() -> None:
    people = tuple(replace(OKAFOR, name=name, short_name=name)
                   for name in ("张伟", "محمد الأمين", "Nguyễn Thị Ánh", "田中さくら"))
    (page,) = copied(write_pdf(fit_one_page(replace(FACTS, people=people))))
    for one in people:
        assert seen(one.name) in seen(page) or one.name == "محمد الأمين"
    assert "محمد" in page


@pytest.mark.parametrize("write", [as_text, as_markdown])
def test_as_text_each_ring_lists_its_people_with_their_roles(write: object) -> None:
    text = write(compose(FACTS))  # type: ignore[operator]
    assert "Dr. Okafor · Research adviser · 21 Apr" in text
    assert "How many hold it: Coach 0, Research adviser 1" in text
