"""Commitments: what takes my hours, what is asked of me, and how many hours I can give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import select

from mentorjournal.journal import me
from mentorjournal.journal.aims import Capacity, Commitment, CommitmentHours
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import load as rules
from mentorjournal.mentoring.load import Load
from mentorjournal.store.schema import capacity, commitment, commitment_hours


def every(journal: Journal) -> list[Commitment]:
    """All commitments, with the hours they began with, by when they began."""
    rows = journal.read().execute(
        select(commitment).order_by(commitment.c.since, commitment.c.id)).mappings()
    return [Commitment.of(row) for row in rows]


def on(journal: Journal, day: date) -> list[Commitment]:
    """All commitments, with the hours they take on a day."""
    rows = journal.read().execute(
        select(commitment_hours).where(commitment_hours.c.since <= day)
        .order_by(commitment_hours.c.since, commitment_hours.c.id)).mappings()
    newest = {row["commitment_id"]: CommitmentHours.of(row).hours_per_week for row in rows}
    return [
        replace(one, hours_per_week=newest.get(one.id) or 0.0) if one.id in newest else one
        for one in every(journal)
    ]


def capacity_on(journal: Journal, day: date) -> float | None:
    """How many hours a week I could give on a day; None when that was never said."""
    rows = journal.read().execute(
        select(capacity).order_by(capacity.c.since, capacity.c.id)).mappings()
    changes = [Capacity.of(row) for row in rows]
    then = [one for one in changes if one.since is None or one.since <= day]
    return then[-1].hours_per_week if then else me.get(journal).capacity_hours_per_week


def load_on(journal: Journal, day: date) -> Load:
    """My load on a day."""
    return rules.load(on(journal, day), capacity_on(journal, day), day)
