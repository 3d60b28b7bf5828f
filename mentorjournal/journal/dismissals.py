"""What was put aside: hints and reminders that are not to be shown again, or not before a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select

from mentorjournal.journal import entries
from mentorjournal.journal.journal import Journal
from mentorjournal.store.schema import dismissal
from mentorjournal.words import tr


def keys(journal: Journal, as_of: date, beginning: str = "") -> frozenset[str]:
    """The keys of all that is put aside on a day, or of those with this beginning."""
    rows = journal.read().execute(
        select(dismissal.c.key).where(
            dismissal.c.key.startswith(beginning, autoescape=True),
            or_(dismissal.c.until.is_(None), dismissal.c.until > as_of),
        )
    )
    return frozenset(rows.scalars())


def until(journal: Journal, beginning: str) -> dict[str, date | None]:
    """What with this beginning is or was put aside: key -> until which day, None for good."""
    rows = journal.read().execute(
        select(dismissal.c.key, dismissal.c.until)
        .where(dismissal.c.key.startswith(beginning, autoescape=True)))
    return {row.key: row.until for row in rows}


def asides(
    journal: Journal, as_of: date, beginnings: Sequence[str]
) -> dict[str, date | None]:
    """What is put aside on a day, by key, of all with one of these beginnings: and until when."""
    begins = or_(*(dismissal.c.key.startswith(one, autoescape=True) for one in beginnings))
    rows = journal.read().execute(
        select(dismissal.c.key, dismissal.c.until).where(
            begins, or_(dismissal.c.until.is_(None), dismissal.c.until > as_of)))
    return {row.key: row.until for row in rows}


def put_aside(
    journal: Journal, key: str, until: date | None = None, origin: object = None, *,
    why: str | None = None,
) -> None:
    """Show something no more, and why; with `until` only before that day."""
    with journal.change(tr("Put aside"), origin=origin) as connection:
        known = connection.execute(
            select(dismissal.c.id).where(dismissal.c.key == key)
        ).scalar()
        if known is None:
            entries.insert_row(connection, dismissal, {"key": key, "until": until, "why": why})
        else:
            entries.update_row(connection, dismissal, known, {"until": until, "why": why})


def bring_back(journal: Journal, key: str, origin: object = None) -> None:
    """Show something again that was put aside. Raises JournalError when it was not."""
    with journal.change(tr("Bring back"), origin=origin) as connection:
        known = connection.execute(
            select(dismissal.c.id).where(dismissal.c.key == key)).scalar()
        if known is None:
            raise entries.gone()
        entries.delete_row(connection, dismissal, known)
