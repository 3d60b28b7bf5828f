"""The steps of the feedback loop as days: which day a step has, and writing it."""

from __future__ import annotations

from datetime import date

from mentorjournal.journal import feedback
from mentorjournal.journal.between import Feedback
from mentorjournal.mentoring import loop
from mentorjournal.ui.pen import Pen
from mentorjournal.words import tr

ASKED, HEARD, REFLECTED, PLANNED, ACTED, REPORTED = range(len(loop.STEPS))


def day_of(entry: Feedback, place: int) -> date | None:
    """The day of a step, None when it was not taken or nobody noted when."""
    return (
        entry.asked_on, entry.date, loop.thought_over(entry), entry.plan_on, entry.acted_on,
        entry.reported_back_on,
    )[place]


def question_of(place: int) -> str:
    """What is asked for the day of a step."""
    return (
        tr("When I asked"), tr("When I heard it"), tr("When I looked at it again"),
        tr("When I planned what to do"), tr("When I acted on it"),
        tr("When I told them what came of it"),
    )[place]


def write_day(pen: Pen, entry: Feedback, place: int, day: date | None) -> bool:
    """Write the day of a step, None to take it back; whether that was done."""
    if place == ASKED:
        return pen.write(feedback.edit, entry.id, {"asked_on": day, "requested": day is not None})
    if place == HEARD:
        return pen.write(feedback.edit, entry.id, {"date": day})
    if place == REFLECTED and day is None and entry.revisited_on is None:
        return pen.write(feedback.talk, entry.id, None)
    if place == PLANNED:
        return pen.write(feedback.edit, entry.id, {"plan_on": day})
    verb = {REFLECTED: feedback.revisit, ACTED: feedback.act, REPORTED: feedback.report_back}[place]
    return pen.write(verb, entry.id, day)
