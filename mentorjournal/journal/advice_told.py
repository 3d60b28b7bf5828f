"""Advice on an agenda counts as passed on once its item was covered in a meeting that was held.

Verbs of other nouns call this inside their own change, so that all of it is undone together.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from mentorjournal.journal import entries
from mentorjournal.mentoring.vocabulary import TALKED_ABOUT
from mentorjournal.store.schema import advice, advice_use, agenda_item, meeting

SOURCE = "advice"  # of agenda items that pass a piece of advice on


def follow(connection: Connection, meeting_id: int) -> None:
    """Note what was passed on in a meeting, and no longer what was not covered after all."""
    held = entries.fetch(connection, meeting, meeting_id)
    on_agenda = {
        row.source_id: row.state in TALKED_ABOUT and held["status"] == "held"
        for row in connection.execute(
            select(agenda_item.c.source_id, agenda_item.c.state)
            .join(advice, advice.c.id == agenda_item.c.source_id)
            .where(agenda_item.c.meeting_id == meeting_id, agenda_item.c.source == SOURCE))
    }
    known = set(connection.execute(
        select(advice_use.c.advice_id).where(advice_use.c.meeting_id == meeting_id)).scalars())
    for advice_id in sorted(key for key, told in on_agenda.items() if told and key not in known):
        entries.insert_row(connection, advice_use, {
            "advice_id": advice_id, "person_id": held["person_id"], "meeting_id": meeting_id,
            "date": held["starts_at"].date()})
    gone = [key for key, told in on_agenda.items() if not told and key in known]
    if gone:
        connection.execute(delete(advice_use).where(
            advice_use.c.meeting_id == meeting_id, advice_use.c.advice_id.in_(gone)))
