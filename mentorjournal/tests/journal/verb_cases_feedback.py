"""A case for each verb of the feedback log, as in `verb_cases`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from mentorjournal.journal import feedback, feedback_agenda
from mentorjournal.journal.journal import Journal
from mentorjournal.tests.journal.verb_cases import next_meeting, whom

DAY = date(2026, 5, 15)


def entry(journal: Journal, topic: str) -> int:
    """The entry of the sample whose topic holds `topic`."""
    return next(one.id for one in feedback.every(journal) if topic in (one.topic or ""))


FIRST: dict[str, Callable[[Journal], Any]] = {
    "feedback.answer": lambda j: feedback.ask(
        j, {"person_id": whom(j, "Castellanos"), "topic": "the talk", "asked_on": DAY}),
}
CASES: dict[str, list[Callable[[Journal], Any]]] = {
    "feedback.ask": [
        lambda j: feedback.ask(j, {"person_id": whom(j), "topic": "the talk", "asked_on": DAY})],
    "feedback.hear": [lambda j: feedback.hear(j, whom(j), "Slower", DAY, meeting_id=None)],
    "feedback.log": [lambda j: feedback.log(
        j, {"person_id": whom(j), "gist": "Slower", "date": DAY, "stance": "hurt"})],
    "feedback.edit": [
        lambda j: feedback.edit(j, entry(j, "slides"), {"theme": "Slides"}),
        lambda j: feedback.edit(j, entry(j, "aims page"), {"stance": "hurt"}),
    ],
    "feedback.answer": [lambda j: feedback.answer(j, entry(j, "slides"), entry(j, "the talk"))],
    "feedback.edit_gist": [lambda j: feedback.edit_gist(j, 1, "Slower")],
    "feedback.remove": [lambda j: feedback.remove(j, 1)],
    "feedback.remove_all": [lambda j: feedback.remove_all(j, [1, 2])],
    "feedback.set_theme": [lambda j: feedback.set_theme(j, [1, 2], " writing ")],
    "feedback.revisit": [lambda j: feedback.revisit(j, entry(j, "slides"), DAY)],
    "feedback.ask_for_talk": [lambda j: feedback.ask_for_talk(j, entry(j, "slides"), DAY)],
    "feedback.talk": [lambda j: feedback.talk(j, entry(j, "slides"), DAY)],
    "feedback.plan": [lambda j: feedback.plan(j, entry(j, "slides"), "Ten words a slide", DAY)],
    "feedback.add_action": [
        lambda j: feedback.add_action(j, entry(j, "slides"), "Cut the slides", on=DAY)],
    "feedback.send_note": [
        lambda j: feedback.send_note(j, entry(j, "negotiating"), date(2026, 1, 22))],
    "feedback.act": [lambda j: feedback.act(j, entry(j, "negotiating"), DAY, "Half a day")],
    "feedback.report_back": [lambda j: feedback.report_back(j, entry(j, "career"), DAY)],
    "feedback.set_aside": [
        lambda j: feedback.set_aside(j, entry(j, "slides"), DAY, "The talk is over")],
    "feedback_agenda.ask_in_meeting": [lambda j: feedback_agenda.ask_in_meeting(
        j, {"person_id": whom(j), "topic": "the talk"}, next_meeting(j))],
    "feedback_agenda.talk_in_meeting": [lambda j: feedback_agenda.talk_in_meeting(
        j, entry(j, "slides"), next_meeting(j), DAY)],
    "feedback_agenda.put": [
        lambda j: feedback_agenda.put(j, entry(j, "slides"), next_meeting(j))],
}
