"""Feedback I gave and asked about when we met: they told me how it went, as of that day.

Verbs of other nouns call this inside their own change, so that all of it is undone together.
"""

from __future__ import annotations

from sqlalchemy import Connection, or_, select, update

from mentorjournal.journal import entries
from mentorjournal.mentoring.vocabulary import TALKED_ABOUT
from mentorjournal.store.schema import agenda_item, feedback_given, meeting

SOURCE = "feedback_given"  # of agenda items that ask how it went
PLAN = "feedback_plan"  # of those that ask what they want to try


def follow(connection: Connection, meeting_id: int) -> None:
    """Note as heard what was asked about in a meeting, and no longer what was not after all."""
    held = entries.fetch(connection, meeting, meeting_id)
    on = held["starts_at"].date()
    asked: dict[bool, list[int]] = {True: [], False: []}
    for row in connection.execute(
        select(agenda_item.c.source_id, agenda_item.c.state).where(
            agenda_item.c.meeting_id == meeting_id, agenda_item.c.source == SOURCE,
            agenda_item.c.source_id.is_not(None))
    ):
        asked[row.state in TALKED_ABOUT and held["status"] == "held"].append(row.source_id)
    heard = feedback_given.c.heard_back_on
    for was_told, condition, day in (
        (True, heard.is_(None) & or_(feedback_given.c.date.is_(None),
                                     feedback_given.c.date <= on), on),
        (False, heard == on, None),
    ):
        if asked[was_told]:
            connection.execute(
                update(feedback_given)
                .where(feedback_given.c.id.in_(asked[was_told]), condition)
                .values(heard_back_on=day))
