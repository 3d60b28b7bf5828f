"""A case for each verb about advice, feedback I gave and my own stages, as in `verb_cases`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from mentorjournal.journal import advice, feedback_given, passing_on, stages
from mentorjournal.journal.journal import Journal

DAY = date(2026, 5, 15)


def mentee(journal: Journal) -> int:
    """Somebody I mentor (p12)."""
    return passing_on.everybody(journal, DAY, 91)[0].person.id


def piece(journal: Journal) -> int:
    """A piece of advice (ad1)."""
    return advice.every(journal)[0].advice.id


def given(journal: Journal) -> int:
    """Feedback that is still to be looked at again (fg2)."""
    return feedback_given.of_person(journal, mentee(journal))[0].id


def stage(journal: Journal) -> int:
    """The stage I am in (ms3)."""
    return stages.every(journal)[0].id


CASES: dict[str, list[Callable[[Journal], Any]]] = {
    "advice.add": [lambda j: advice.add(j, {"text": "Sleep first.", "credited_to": "Mother"})],
    "advice.edit": [lambda j: advice.edit(j, piece(j), {"when_it_helps": None})],
    "advice.remove": [lambda j: advice.remove(j, piece(j))],
    "advice.pass_on": [
        lambda j: advice.pass_on(j, piece(j), mentee(j), DAY),
        lambda j: advice.pass_on(j, piece(j), None, DAY),
    ],
    "advice.take_back": [lambda j: advice.take_back(j, advice.every(j)[0].uses[0].id)],
    "advice.not_for": [lambda j: advice.not_for(j, piece(j), mentee(j))],
    "feedback_given.add": [lambda j: feedback_given.add(
        j, {"person_id": mentee(j), "date": DAY, "behaviour": "Asked first", "requested": True})],
    "feedback_given.edit": [
        lambda j: feedback_given.edit(j, given(j), {"their_plan": "Ask for a night"})],
    "feedback_given.tell": [
        lambda j: feedback_given.tell(j, mentee(j), "You asked before you answered", DAY)],
    "feedback_given.reword": [
        lambda j: feedback_given.reword(j, given(j), "You asked first", merge="given")],
    "feedback_given.looked_again": [
        lambda j: feedback_given.looked_again(j, given(j), "Twice this month", DAY)],
    "feedback_given.remove": [lambda j: feedback_given.remove(j, given(j))],
    "stages.begin": [lambda j: stages.begin(j, {"stage": "Junior faculty", "started": DAY})],
    "stages.edit": [lambda j: stages.edit(j, stage(j), {"stage": "Fellow"})],
    "stages.remove": [lambda j: stages.remove(j, stage(j))],
    "stages.decide": [lambda j: stages.decide(
        j, [stages.Decision(1, "keep"), stages.Decision(2, "close"),
            stages.Decision(3, "change", "lighter_rhythm", every_days=120)], DAY)],
    "stages.put_aside": [lambda j: stages.put_aside(j, stages.MENTORS, stage(j))],
}
