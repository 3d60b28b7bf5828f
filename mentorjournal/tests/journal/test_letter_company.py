"""What stands around a letter in a journal: its company, and how many letters are due."""

from __future__ import annotations

from datetime import date

from mentorjournal.journal import letter_company, letter_papers, letters, me, people
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.journal.verb_cases_letters import k12

DAY = build.SAMPLE_DAY


def test_one_letter_of_the_sample_is_due(sample_journal: Journal) -> None:
    """The result of the foundation letter was never told; the brief of the K12 is not due yet."""
    assert letter_company.due(sample_journal, DAY) == 1
    assert letter_company.due(sample_journal, date(2026, 6, 4)) == 1
    assert letter_company.due(sample_journal, date(2026, 6, 5)) == 2


def test_company_of_the_k12_letter(sample_journal: Journal) -> None:
    found = letter_company.company(sample_journal, letters.get(
        sample_journal, k12(sample_journal)), DAY)
    assert (found.letters, found.counted, found.is_mentor) == (1, 0, True)
    assert found.writer == "Dr. Vale" and {"cv", "criteria"} <= found.papers


def test_letters_for_the_same_are_counted_without_the_declined(journal: Journal) -> None:
    me.edit(journal, {"department": "ICU", "institution": "Northfield"})
    near = build.add_person(journal, "Ann", department="icu", institution="northfield")
    far = build.add_person(
        journal, "Bo", department="ICU", institution="Elsewhere", stage="considering",
        direction="candidate")
    unknown = build.add_person(journal, "Cy")
    no = build.add_person(journal, "Di", department="Law")
    first = letters.add(journal, {"writer_id": near, "target": "K12"})
    for who in (far, unknown):
        letters.add(journal, {"writer_id": who, "target": " k12 "})
    letters.add(journal, {"writer_id": no, "target": "K12", "declined_on": DAY})
    found = letter_company.company(journal, letters.get(journal, first), DAY)
    assert (found.letters, found.counted, found.outside, found.unplaced) == (3, 1, 1, 1)
    assert found.same_department and found.is_mentor
    people.edit(journal, near, {"stage": "declined"})
    again = letter_company.company(journal, letters.get(journal, first), DAY)
    assert not again.is_mentor and again.counted == 2


def test_the_same_letter_id_is_found_elsewhere(journal: Journal) -> None:
    ann = build.add_person(journal, "Ann")
    one = letters.add(journal, {"writer_id": ann, "target": "A"}, {"letter_id": "77"})
    letters.add(journal, {"writer_id": ann, "target": "B"}, {"letter_id": " 77 "})
    letters.add(journal, {"writer_id": ann, "target": "C"}, {"letter_id": "78"})
    letters.add(journal, {"writer_id": ann, "target": "D"})
    found = letter_company.company(journal, letters.get(journal, one), DAY)
    assert found.same_letter_id == ("B",)


def test_papers_are_known_by_kind(journal: Journal) -> None:
    one = letters.add(journal, {"writer_id": build.add_person(journal, "Ann"), "target": "A"})
    letter_papers.add(journal, one, "CV", "cv")
    found = letter_company.company(journal, letters.get(journal, one), DAY)
    assert found.papers == {"cv"}
