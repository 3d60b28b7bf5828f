"""The agenda: always one page, in priority order, from the whitelist and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorjournal.documents import document as d
from mentorjournal.documents.agenda import (
    AgendaFacts,
    AgendaLine,
    AskLine,
    OptionLine,
    PromiseLine,
    compose,
    fit_one_page,
    in_priority_order,
)
from mentorjournal.documents.flow import flow
from mentorjournal.documents.parts import LEAD, Stroke
from mentorjournal.documents.pdf import page_count, write_pdf
from mentorjournal.documents.text import as_text
from mentorjournal.tests.documents.paper import copied, said, seen, texts

SMALLEST = 9
LONG = "The ethics form closes on Friday and the trial can power one primary outcome only. "
FACTS = AgendaFacts(
    person_name="Prof. Amara Okafor", me_name="Dr Noor Haddad",
    starts_at=datetime(2026, 11, 26, 15), ends_at=datetime(2026, 11, 26, 15, 30),
    where="Room 4.12", link="https://meet.example/okafor",
    result_wanted="A primary outcome we both stand behind.",
    opening="I am between two outcomes. I need yours. A third sentence.",
    time_saver="The curves are on one page.",
    items=(
        AgendaLine("An introduction", "Advice", "if_time", 5, "Would you introduce us?"),
        AgendaLine(
            "Which outcome?", "Decide", "must", 12, "", "180 patients.",
            (OptionLine("Ventilator-free days", "84% power."), OptionLine("Trial", "", True)),
            "It is the one I want to know.", "A decision",
        ),
        AgendaLine("Author order", "Advice", "should", 8),
    ),
    asks=(AskLine("Look at the curves", 10, date(2026, 11, 25), "https://x.example/c.pdf"),),
    promises=(
        PromiseLine("Power curves", "", date(2026, 11, 20)),
        PromiseLine("Ask pharmacy", "Prof. Okafor", None, date(2026, 11, 30)),
    ),
    since=date(2026, 10, 29), goals=("Submit the protocol",),
    planned_minutes=25, slot_minutes=30, prepared_on=date(2026, 11, 23), next_date="24 December",
)  # fmt: skip
FULL = AgendaLine(
    LONG, "Decide", "must", 12, LONG, LONG * 3, (OptionLine(LONG, LONG),) * 7, LONG, LONG
)

WORDS = st.text(st.sampled_from("ab cé漢اא👍\n<&\0"), max_size=400) | st.sampled_from(
    ["", LONG * 9, "word " * 2_000, "x" * 3_000, "\n" * 50 + "end", "محمد " * 200]
)
DAYS = st.none() | st.dates()
LINES = st.builds(
    AgendaLine, WORDS, WORDS, st.sampled_from(["must", "should", "if_time", "other"]),
    st.integers(-5, 600), WORDS, WORDS,
    st.lists(st.builds(OptionLine, WORDS, WORDS, st.booleans()), max_size=6).map(tuple),
    WORDS, WORDS,
)  # fmt: skip
ANY_FACTS = st.builds(
    AgendaFacts, person_name=WORDS, me_name=WORDS, starts_at=st.none() | st.datetimes(),
    ends_at=st.none() | st.datetimes(), where=WORDS, link=WORDS, result_wanted=WORDS,
    opening=WORDS, time_saver=WORDS, items=st.lists(LINES, max_size=9).map(tuple),
    asks=st.lists(st.builds(AskLine, WORDS, st.just(5), DAYS, WORDS), max_size=4).map(tuple),
    promises=st.lists(st.builds(PromiseLine, WORDS, WORDS, DAYS, DAYS), max_size=9).map(tuple),
    since=DAYS, goals=st.lists(WORDS, max_size=5).map(tuple), planned_minutes=st.integers(0, 90),
    slot_minutes=st.integers(0, 90), prepared_on=DAYS, next_date=WORDS,
)  # fmt: skip


def page_of(facts: AgendaFacts) -> str:
    (page,) = copied(write_pdf(fit_one_page(facts)))
    return page


def test_everything_it_may_say_stands_on_the_page() -> None:
    page = seen(page_of(FACTS))
    for words in (
        "Dr Noor Haddad with", "Prof. Amara Okafor", "Thursday 26 November 2026", "15:00 to 15:30",
        "Room 4.12", "https://meet.example/okafor", "What I want to leave with",
        "I am between two outcomes. I need yours. …", "Decide · must", "12 min", "180 patients.",
        "A. Ventilator-free days. 84% power.", "B. It is the one I want to know.",
        "wanted: a decision",
        "Would you introduce us?", "Before we meet, please", "10 min, by Wed 25 Nov",
        "https://x.example/c.pdf", "Since Thursday 29 October",
        "Prof. Okafor: Ask pharmacy, due Monday 30 November", "Submit the protocol",
        "To make this quick", "Decisions and actions", "Next date: 24 December",
        "25 of 30 minutes planned, 5 to sum up", "Prepared by Dr Noor Haddad, 23 November 2026",
        "Page 1 of 1",
    ):  # fmt: skip
        assert seen(words) in page
    assert "third sentence" not in page


def test_items_stand_in_priority_order_and_keep_their_own_order_within() -> None:
    items = [AgendaLine(str(at), priority=p) for at, p in enumerate(
        ["if_time", "must", "should", "must", "if_time", "should"])]  # fmt: skip
    assert [item.title for item in in_priority_order(items)] == list("132504")


def test_empty_parts_leave_no_empty_headings() -> None:
    text = said(fit_one_page(AgendaFacts("Prof. Amara Okafor")))
    assert text.split("\n") == [
        "Agenda", "Who", "Prof. Amara Okafor", "Decisions and actions", "Next date:", "Page 1 of 1",
    ]  # fmt: skip


@pytest.mark.parametrize("page", ["A4", "Letter"])
def test_too_much_is_shortened_and_counted_never_shrunk(page: d.PageSize) -> None:
    promises = (PromiseLine(LONG, "Prof. Amara Okafor", None, date(2026, 12, 1)),) * 9
    facts = replace(
        FACTS, items=(FULL,) * 8, asks=(AskLine(LONG, 5, None, LONG),) * 4, promises=promises,
        goals=(LONG,) * 5, opening=LONG, result_wanted=LONG * 2, time_saver=LONG,
    )  # fmt: skip
    document = fit_one_page(facts, page)
    text = said(document)
    assert page_count(document) == 1
    assert "+2 more when we meet: " in text
    assert "journal" not in text
    assert sum(line.strip() == f"{n}" for n in range(1, 7) for line in text.split("\n")) == 6
    assert min(part.style.size for part in texts(document)) >= SMALLEST


def test_a_title_of_ten_thousand_characters_ends_in_an_ellipsis() -> None:
    text = said(fit_one_page(AgendaFacts("A", items=(AgendaLine("word " * 2_000),))))
    assert "…" in text
    assert len(text) < 1_500


def test_a_short_agenda_is_not_shortened() -> None:
    facts = replace(FACTS, goals=(), time_saver="", opening="")
    assert "…" not in said(fit_one_page(facts))
    assert fit_one_page(facts) == compose(facts)


@given(ANY_FACTS, st.sampled_from(["A4", "Letter"]))
@settings(max_examples=10)
def test_any_facts_make_one_page_of_readable_type(facts: AgendaFacts, page: d.PageSize) -> None:
    document = fit_one_page(facts, page)
    assert page_count(document) == 1
    assert min(part.style.size for part in texts(document)) >= SMALLEST
    assert len(copied(write_pdf(document))) == 1
    assert as_text(document).encode()


def test_a_name_written_from_right_to_left_leaves_the_words_around_it_in_place() -> None:
    lines = texts(fit_one_page(AgendaFacts("A", me_name="محمد")))
    (text,) = [part for part in lines if "with" in part.line.text]
    assert not text.line.right_to_left


def test_a_short_page_keeps_what_helps_most() -> None:
    """Every question stays, and the options of the musts before other background."""
    long = "Some background that takes a line or two of the page because it says a lot. " * 2
    options = (OptionLine("The first way out", "with a note"), OptionLine("The second way out"))
    items = tuple(
        AgendaLine(f"Item {n}", "Advice", priority, 9, f"Question {n}?", long, options, "My view.")
        for n, priority in enumerate(("must", "must", "should", "if_time", "if_time", "if_time"))
    )
    page = seen(page_of(AgendaFacts("Prof. Amara Okafor", items=items)))
    assert all(seen(f"Question {n}?") in page for n in range(6))
    assert page.count(seen("The first way out")) >= 2
    assert page.count(seen("more when we meet")) == 4


def test_rows_of_a_must_stay_longer_than_what_is_only_good_to_know() -> None:
    background, view = "Back ground. " + LONG, "My own view. " + LONG
    must = AgendaLine("Item", "Advice", "must", 9, "Question?", background, (), view)
    other = replace(must, priority="if_time", background=LONG, my_view=LONG)
    facts = AgendaFacts(
        "Prof. Amara Okafor", time_saver="Read page two", goals=("Submit the protocol",) * 3
    )
    seen_less = False
    for n in range(2, 6):
        page = seen(page_of(replace(facts, items=(must,) * n + (other,) * (6 - n))))
        kept = [seen(part) in page for part in ("Read page two", "Submit the protocol")]
        whole = page.count(seen("Back ground.")) == page.count(seen("My own view.")) == n
        assert whole or not any(kept)
        assert not (seen_less and all(kept))
        seen_less |= not all(kept)
        assert page.count(seen("Question?")) == 6
    assert seen_less


def test_the_next_date_is_said_or_can_be_written_in() -> None:
    def stroke_beside(facts: AgendaFacts) -> bool:
        document = fit_one_page(facts)
        (label,) = [part for part in texts(document) if part.line.text.startswith("Next date:")]
        return any(
            isinstance(part, Stroke) and part.x > label.x and abs(part.y - label.y) < 5
            for part in flow(document).pages[0].parts
        )

    assert stroke_beside(replace(FACTS, next_date=""))
    assert not stroke_beside(FACTS)
    assert "Next date" not in as_text(compose(replace(FACTS, next_date="")))
    assert "Next date: 24 December" in as_text(compose(FACTS))


def test_the_texts_of_the_foot_keep_apart() -> None:
    facts = replace(FACTS, me_name="Dr. Amara Lindqvist-Haddad of Harrow Bay")
    left, centre, right = texts(fit_one_page(facts))[-3:]
    assert centre.x - (left.x + left.line.width) > 20
    assert right.x - (centre.x + centre.line.width) > 20


@pytest.mark.parametrize("start", range(1, 31))
def test_no_number_is_left_alone_on_the_last_line_of_the_box(start: int) -> None:
    facts = AgendaFacts("A", result_wanted="i" * start + " sentence" * 9 + " of paper 2.")
    lines = [part.line for part in texts(fit_one_page(facts)) if part.style == LEAD]
    assert len(lines) in (1, 2)
    assert lines[-1].width > 80


def test_a_link_gets_the_room_that_the_others_leave() -> None:
    facts = replace(FACTS, where="", link="https://video.example.org/okafor")
    assert facts.link in [part.line.text for part in texts(fit_one_page(facts))]
