"""A case for each verb about getting to know somebody, as in `verb_cases`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from mentorjournal.journal import candidates, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.sample import LAST_DAY
from mentorjournal.tests.journal.verb_cases import whom

DAY = date(2026, 5, 15)


def osei(journal: Journal) -> int:
    """The candidate of the sample (p10)."""
    return next(one.person.id for one in people.everybody(journal, LAST_DAY)
                if "Osei" in one.person.name)


def task(journal: Journal) -> int:
    """What is still to do about him."""
    return candidates.homework_of(journal, osei(journal))[-1].id


def sheet(journal: Journal) -> int:
    """What I thought of him."""
    return candidates.fit_sheets(journal, osei(journal))[0].id


def stranger(journal: Journal) -> int:
    """Somebody I have not met."""
    known = [one.person for one in people.everybody(journal, LAST_DAY)]
    return next(one.id for one in known if one.name == "Dr. Una Friis")


def add_stranger(journal: Journal) -> None:
    """Add her."""
    people.add(journal, {"name": "Dr. Una Friis", "direction": "candidate",
                         "stage": "considering"})


def decline_osei(journal: Journal) -> None:
    """It did not come about with him."""
    candidates.decline(journal, osei(journal), DAY)


CASES: dict[str, list[Callable[[Journal], Any]]] = {
    "candidates.add_homework": [
        lambda j: candidates.add_homework(j, osei(j), ["Read the grant", "Ask Leila"])],
    "candidates.edit_homework": [
        lambda j: candidates.edit_homework(j, task(j), {"text": "Talk to one of his fellows"})],
    "candidates.do_homework": [lambda j: candidates.do_homework(j, task(j), DAY)],
    "candidates.remove_homework": [lambda j: candidates.remove_homework(j, task(j))],
    "candidates.note_request": [
        lambda j: candidates.note_request(j, osei(j), DAY),
        lambda j: candidates.note_request(j, osei(j), DAY, is_nudge=True)],
    "candidates.take_card": [lambda j: candidates.take_card(j, 51, "unwritten_rules")],
    "candidates.save_fit_sheet": [
        lambda j: candidates.save_fit_sheet(j, osei(j), {"inspired": 2}, sheet(j)),
        lambda j: candidates.save_fit_sheet(j, stranger(j), {"date": DAY, "inspired": 2})],
    "candidates.remove_fit_sheet": [lambda j: candidates.remove_fit_sheet(j, sheet(j))],
    "candidates.decide": [
        lambda j: candidates.decide(j, osei(j), "wait", DAY),
        lambda j: candidates.decide(j, whom(j), None, None)],
    "candidates.ask": [
        lambda j: candidates.ask(j, osei(j), DAY),
        lambda j: candidates.ask(j, stranger(j), DAY, anyway=True)],
    "candidates.note_if_early": [lambda j: candidates.note_if_early(j, stranger(j), DAY)],
    "candidates.agree": [lambda j: candidates.agree(j, osei(j), DAY)],
    "candidates.heard": [
        lambda j: candidates.heard(j, osei(j), DAY)],
    "candidates.said_no": [lambda j: candidates.said_no(j, osei(j), DAY)],
    "candidates.decline": [lambda j: candidates.decline(j, osei(j), DAY)],
    "candidates.consider_again": [lambda j: candidates.consider_again(j, osei(j), DAY)],
}
FIRST: dict[str, Callable[[Journal], object]] = {
    "candidates.heard": lambda j: candidates.note_request(j, osei(j), DAY),
    "candidates.save_fit_sheet": add_stranger, "candidates.ask": add_stranger,
    "candidates.note_if_early": add_stranger, "candidates.consider_again": decline_osei,
}
