"""The network sheet from a journal: who is on it, what is said of them, and what never is."""

from __future__ import annotations

from datetime import date

import pytest

from mentorjournal.exchange import sheet_files
from mentorjournal.exchange.sheet_files import Wanted
from mentorjournal.journal import needs, people
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.next_ask import NextAsk
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

DAY = build.SAMPLE_DAY


def test_the_sample_has_eight_mentors_and_a_candidate(sample_journal: Journal) -> None:
    facts = sheet_files.facts_of(sample_journal, DAY, Wanted())
    assert [one.is_candidate for one in facts.people] == [False] * 8 + [True]
    assert facts.gaps == ("Nobody yet for “Large linked data sets”; Dr. Osei might help",)
    assert facts.alone == ("Dr. Vale alone is my advocate",)
    assert facts.ask == "Dr. Osei: Teach me enough about linkage to write aim 3."
    assert next(one.last for one in facts.people if "Marchetti" in one.name) == date(2025, 10, 14)


def test_what_somebody_adds_is_said_only_where_it_may_be(sample_journal: Journal) -> None:
    text = sheet_files.make(sample_journal, DAY, ".txt").decode()
    assert "missing-data methods" in text.lower()
    assert "night shifts" not in text and "first-generation" not in text


def test_candidates_and_needs_can_be_left_out(sample_journal: Journal) -> None:
    facts = sheet_files.facts_of(sample_journal, DAY, Wanted(candidates=False, needs=False))
    assert len(facts.people) == 8 and facts.gaps == ()
    only = sheet_files.facts_of(sample_journal, DAY, Wanted(candidates=False))
    assert only.gaps == ("Nobody yet for “Large linked data sets”",)


def test_a_need_of_private_life_is_never_named(journal: Journal) -> None:
    build.add_person(journal, "Ann", level="peer", roles=("coach",), areas=("clinical",))
    needs.add(journal, {"text": "Somebody about my divorce", "domain": "personal",
                        "importance": 3})
    text = sheet_files.make(journal, DAY, ".txt").decode()
    assert "divorce" not in text
    assert "No confidante yet" in text and "Nobody senior yet" in text


def test_an_ask_of_my_own_stands_in_its_place(sample_journal: Journal) -> None:
    mine = Wanted(ask=NextAsk("Priya: one morning in clinic.", date(2026, 6, 1)))
    text = sheet_files.make(sample_journal, DAY, ".md", wanted=mine).decode()
    assert "My next ask, by Monday 1 June 2026" in text and "one morning" in text
    assert "linkage" not in text
    none = sheet_files.make(sample_journal, DAY, ".txt", wanted=Wanted(ask=NextAsk())).decode()
    assert "My next ask" not in none


def test_everybody_in_one_department_is_said_in_the_first_person(journal: Journal) -> None:
    from mentorjournal.journal import me

    own = {"institution": "Harrow Bay", "department": "Intensive care"}
    me.edit(journal, own)
    for n in range(3):
        people.add(journal, {"name": f"Ann {n}", **own})
    facts = sheet_files.facts_of(journal, DAY, Wanted())
    assert "Everyone is from my own department" in facts.gaps


def test_another_ending_is_refused(sample_journal: Journal) -> None:
    with pytest.raises(JournalError, match=r"This can be written as \.pdf, \.txt, \.md\."):
        sheet_files.make(sample_journal, DAY, ".docx")
    assert sheet_files.title(DAY) == "Network sheet 2026-05-15"
