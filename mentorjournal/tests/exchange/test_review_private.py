"""The review for myself, from a journal: two or three pages with all that is mine to see."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from mentorjournal.documents.pdf import page_count
from mentorjournal.exchange import review_private
from mentorjournal.journal import endings, people, year_ahead, yearly
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.year_ahead import Ahead
from mentorjournal.mentoring.yearly import Period
from mentorjournal.tests import build
from mentorjournal.tests.bench import twenty_years

DAY = build.SAMPLE_DAY


@pytest.fixture
def period(sample_journal: Journal) -> Period:
    return yearly.chosen(sample_journal, DAY)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_sample_takes_two_pages_or_three(
    sample_journal: Journal, period: Period, paper: str
) -> None:
    assert page_count(review_private.document(sample_journal, period, DAY, paper)) in (2, 3)


def test_it_tells_what_the_shared_page_does_not(sample_journal: Journal, period: Period) -> None:
    text = review_private.make(sample_journal, period, DAY, ".txt").decode()
    for part in ("Dr. Stroud", "closed, 20 Nov 2025", "compact due since 8 Mar 2026",
                 "keep, change or close?", "Open the second site now.", "thanks 4 times, 2 in",
                 "Two more months, so that the discussion", "13 h a week", "declined",
                 "accepted 4, mixed 1, disagree 1, defensive 1", "You are at 108%",
                 "What waits for Dr. Okafor", "10 contacts (9 met)", "Dr. Reyes: 5 contacts",
                 "it was crossed in 6 months"):
        assert part in " ".join(text.split()), part
    assert text.startswith("Private: for myself")


def test_what_is_decided_is_not_closed_until_it_is(
    sample_journal: Journal, period: Period
) -> None:
    def said(name: str) -> str:
        found = review_private.facts_of(sample_journal, period, DAY)
        return next(one.decision for one in found.mentors if one.name == name)

    whom = next(one.person for one in people.everybody(sample_journal, DAY)
                if one.person.short_name == "Dr. Brandt")
    made = endings.begin_closing(sample_journal, whom.id)
    endings.edit(sample_journal, made, {"decided_on": date(2026, 5, 2)})
    assert said("Dr. Brandt") == "closing decided, 2 May 2026"
    endings.close(sample_journal, made, date(2026, 5, 9))
    assert said("Dr. Brandt") == "closed, 9 May 2026"
    endings.reopen(sample_journal, whom.id, date(2026, 5, 12))
    assert said("Dr. Brandt") == "keep, change or close?"


def test_last_years_plans_are_looked_back_on(sample_journal: Journal, period: Period) -> None:
    before = yearly.chosen(sample_journal, DAY, None, period.eve)
    year_ahead.write(sample_journal, before, Ahead(("Finish paper 1.",), "", "Sleep less"), DAY)
    text = review_private.make(sample_journal, period, DAY, ".txt").decode()
    assert "What I had meant to do" in text and "Finish paper 1." in text and "Sleep less" in text


def test_twenty_years_take_less_than_two_seconds(tmp_path: Path) -> None:
    twenty_years.write(tmp_path / "twenty.mentorjournal")
    journal = Journal(tmp_path / "twenty.mentorjournal")
    try:
        begun = time.perf_counter()
        period = yearly.chosen(journal, DAY)
        document = review_private.document(journal, period, DAY)
        data = review_private.papers.readable(document, ".pdf")
        taken = time.perf_counter() - begun
    finally:
        journal.close()
    assert page_count(document) <= 3 and data.startswith(b"%PDF")
    assert taken < 2
