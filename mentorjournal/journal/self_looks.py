"""Looks at where I stand: every topic rated on a day, kept so that later ones can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from mentorjournal.journal import needs
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.self_look import Mark
from mentorjournal.store.schema import self_rating
from mentorjournal.words import tr


@dataclass(frozen=True)
class Look:
    """What I said of my topics on a day."""

    day: date
    marks: tuple[Mark, ...] = ()

    def mark(self, topic: str, words: str = "") -> Mark | None:
        """What was said of a topic, if anything was."""
        return next((one for one in self.marks
                     if one.topic == topic and one.words == words), None)


def every(journal: Journal) -> list[Look]:
    """All looks, the newest first."""
    rows = journal.read().execute(
        select(self_rating).where(self_rating.c.topic.is_not(None), self_rating.c.date.is_not(None))
        .order_by(self_rating.c.date.desc(), self_rating.c.id)).mappings()
    found: dict[date, list[Mark]] = {}
    for row in rows:
        found.setdefault(row["date"], []).append(
            Mark(row["topic"], row["now"], row["wanted"], row["topic_words"] or ""))
    return [Look(day, tuple(marks)) for day, marks in found.items()]


def save(
    journal: Journal, on: date, marks: Iterable[Mark],
    new_needs: Iterable[Mapping[str, Any]] = (), origin: object = None,
) -> list[int]:
    """Keep a look, and the needs that came of it, as one change; the ids of the needs.

    A second look on a day takes the place of what the first said of the same topics.
    """
    with journal.change(tr("Look at where I stand"), origin=origin) as connection:
        for one in marks:
            about = {"topic": one.topic, "topic_words": one.words or None}
            needs.note_rating(connection, about, on, one.now, one.wanted)
        return [needs.add(journal, values) for values in new_needs]
