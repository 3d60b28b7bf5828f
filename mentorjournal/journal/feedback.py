"""Feedback I was given: in whose words, when, and in which meeting."""

from __future__ import annotations

from datetime import date

from mentorjournal.journal import entries
from mentorjournal.journal.journal import Journal
from mentorjournal.store.schema import feedback
from mentorjournal.words import tr


def hear(
    journal: Journal, person_id: int, gist: str, on: date, *, meeting_id: int | None = None,
    requested: bool = False, origin: object = None,
) -> int:
    """Note what somebody said of my work; the id of the entry in the feedback log."""
    with journal.change(tr("Note feedback"), origin=origin) as connection:
        return entries.insert_row(connection, feedback, {
            "person_id": person_id, "gist": gist, "date": on, "meeting_id": meeting_id,
            "requested": requested,
        })


def edit_gist(
    journal: Journal, feedback_id: int, gist: str, *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Say in other words what was heard."""
    with journal.change(tr("Edit feedback"), merge=merge, origin=origin) as connection:
        entries.update_row(connection, feedback, feedback_id, {"gist": gist})


def remove(journal: Journal, feedback_id: int, origin: object = None) -> None:
    """Remove an entry of the feedback log."""
    with journal.change(tr("Remove feedback"), origin=origin) as connection:
        entries.delete_row(connection, feedback, feedback_id)
