"""A case for each verb about commitments and the hours I can give, as in `verb_cases`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from mentorjournal.journal import commitments
from mentorjournal.journal.journal import Journal

DAY = date(2026, 5, 15)
LATER = date(2026, 6, 19)


def called(journal: Journal, title: str) -> int:
    """The id of the commitment whose title has this word."""
    return next(one.id for one in commitments.every(journal) if title in one.title)


def elective(journal: Journal) -> int:
    """The request that waits for an answer (c10)."""
    return called(journal, "elective")


def decided(decision: str, **values: Any) -> Callable[[Journal], None]:
    """Answer the request that waits."""
    return lambda j: commitments.decide(j, elective(j), decision, values, DAY)


CASES: dict[str, list[Callable[[Journal], Any]]] = {
    "commitments.add": [lambda j: commitments.add(j, {"title": "Grant review"})],
    "commitments.edit": [
        lambda j: commitments.edit(j, elective(j), {"title": "Electives", "fits_goal": "fits"}),
        lambda j: commitments.edit(j, called(j, "Journal club"), {}, changes=[(DAY, 0.5)])],
    "commitments.remove": [lambda j: commitments.remove(j, elective(j))],
    "commitments.request": [
        lambda j: commitments.request(j, "pending", {"title": "A talk"}, DAY),
        lambda j: commitments.request(j, "smaller_yes", {
            "title": "A talk", "hours_asked": 3.0, "hours_per_week": 1.0}, DAY)],
    "commitments.decide": [
        decided("accepted"), decided("yes_later", since=LATER, reply="Yes, from June."),
        decided("smaller_yes", hours_per_week=1.0), decided("declined", reply="No."),
        decided("passed_to", passed_to="Joy Marchetti")],
    "commitments.end": [
        lambda j: commitments.end(j, called(j, "Journal club"), DAY, "ended")],
    "commitments.change_hours": [
        lambda j: commitments.change_hours(j, called(j, "Journal club"), 0.5, DAY),
        lambda j: commitments.change_hours(
            j, called(j, "Journal club"), 0.5, date(2025, 7, 1))],
    "commitments.set_capacity": [
        lambda j: commitments.set_capacity(j, 14.0, LATER, DAY),
        lambda j: commitments.set_capacity(j, 10.0, DAY, DAY),
        lambda j: commitments.set_capacity(j, 9.0, DAY, DAY, noted=[(None, 8.0)])],
}
FIRST: dict[str, Callable[[Journal], Any]] = {}
