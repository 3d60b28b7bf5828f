"""What I left a meeting with: decisions, guidance and ideas."""

from __future__ import annotations

from sqlalchemy import select

from mentorjournal.journal.journal import Journal
from mentorjournal.store.schema import outcome


def of_meeting(journal: Journal, meeting_id: int) -> list[str]:
    """The words of each outcome, in their order."""
    rows = journal.read().execute(
        select(outcome.c.text).where(outcome.c.meeting_id == meeting_id)
        .order_by(outcome.c.position, outcome.c.id)
    )
    return [row.text for row in rows]
