"""A case for each verb about letters and their evidence, as in `verb_cases`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from mentorjournal.journal import letter_evidence, letter_papers, letters
from mentorjournal.journal.between import Evidence, Quality
from mentorjournal.journal.files import ChosenFile
from mentorjournal.journal.journal import Journal
from mentorjournal.tests.journal.verb_cases import whom

DAY = date(2026, 5, 15)


def k12(journal: Journal) -> int:
    """The letter that is still to come (l4)."""
    return next(one.id for one in letters.every(journal) if "K12" in one.target)


def quality(journal: Journal, n: int = 0) -> Quality:
    """One of its qualities."""
    return letter_evidence.qualities(journal, k12(journal))[n]


def piece(journal: Journal) -> Evidence:
    """A piece of its evidence."""
    return quality(journal).evidence[0]


def paper(journal: Journal) -> int:
    """One of its papers."""
    return letter_papers.of_letter(journal, k12(journal))[0].id


def turned(journal: Journal) -> list[int]:
    """Its qualities the other way round."""
    return [one.id for one in letter_evidence.qualities(journal, k12(journal))][::-1]


def two_pieces(journal: Journal) -> None:
    """Give the first quality a second piece of evidence."""
    letter_evidence.add_evidence(journal, quality(journal).id, [{"behaviour": "Wrote it down"}])


CASES: dict[str, list[Callable[[Journal], Any]]] = {
    "letters.add": [lambda j: letters.add(
        j, {"writer_id": whom(j), "target": "A residency", "asked_on": DAY}, {"aamc_id": "1"})],
    "letters.edit": [
        lambda j: letters.edit(j, k12(j), {"why": "Time"}, {"notice_number": "RFA-1"}),
        lambda j: letters.edit(j, k12(j), {"brief_sent_on": DAY}),
    ],
    "letters.remove": [lambda j: letters.remove(j, k12(j))],
    "letters.take_step": [
        lambda j: letters.take_step(j, k12(j), "brief_sent", DAY, {"brief_missing": ()}),
        lambda j: letters.take_step(j, k12(j), "declined", DAY),
    ],
    "letter_evidence.add_quality": [
        lambda j: letter_evidence.add_quality(j, k12(j), "Judgement")],
    "letter_evidence.edit_quality": [
        lambda j: letter_evidence.edit_quality(j, quality(j).id, {"quality": "Care"})],
    "letter_evidence.order_qualities": [
        lambda j: letter_evidence.order_qualities(j, k12(j), turned(j))],
    "letter_evidence.remove_quality": [
        lambda j: letter_evidence.remove_quality(j, quality(j).id)],
    "letter_evidence.add_evidence": [
        lambda j: letter_evidence.add_evidence(j, quality(j).id, [{"behaviour": "Taught"}])],
    "letter_evidence.take_offers": [
        lambda j: letter_evidence.take_offers(
            j, k12(j), quality(j).id, [{"behaviour": "Taught", "accomplishment_id": 1}],
            [{"behaviour": "Wrote", "accomplishment_id": 2}]),
        lambda j: letter_evidence.take_offers(
            j, k12(j), "Judgement", [{"behaviour": "Taught", "accomplishment_id": 1}])],
    "letter_evidence.edit_evidence": [
        lambda j: letter_evidence.edit_evidence(j, piece(j).id, {"impact": "It held"})],
    "letter_evidence.decline": [lambda j: letter_evidence.decline(j, piece(j).id)],
    "letter_evidence.pick": [lambda j: letter_evidence.pick(j, piece(j).id)],
    "letter_evidence.order_evidence": [lambda j: letter_evidence.order_evidence(
        j, quality(j).id, [one.id for one in quality(j).evidence][::-1])],
    "letter_evidence.remove_evidence": [
        lambda j: letter_evidence.remove_evidence(j, piece(j).id)],
    "letter_papers.add": [
        lambda j: letter_papers.add(j, k12(j), "CV, one page", "cv"),
        lambda j: letter_papers.add(j, k12(j), "CV", "cv", ChosenFile("cv.txt", b"words"))],
    "letter_papers.edit": [lambda j: letter_papers.edit(j, paper(j), {"name": "CV, short"})],
    "letter_papers.remove": [lambda j: letter_papers.remove(j, paper(j))],
}
FIRST: dict[str, Callable[[Journal], Any]] = {
    "letter_evidence.pick": lambda j: letter_evidence.decline(j, piece(j).id),
    "letter_evidence.order_evidence": two_pieces,
}
