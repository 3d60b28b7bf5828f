"""Looks at where I stand: every topic rated on a day, kept so that later ones can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select

from mentorjournal.journal import entries, needs
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Need
from mentorjournal.mentoring.self_look import Mark, offered_need
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


@dataclass(frozen=True)
class Brought:
    """The open needs there are: by the topic (and its own words) they came of, and by their words.
    """

    by_topic: Mapping[tuple[str, str], Need] = field(default_factory=dict)
    by_words: Mapping[str, Need] = field(default_factory=dict)

    def of(self, mark: Mark) -> Need | None:
        """The need that a topic has brought already, or that is called as it would be."""
        return self.by_topic.get((mark.topic, mark.words)) or self.called(offered_need(mark))

    def called(self, text: str) -> Need | None:
        """The need of these words, however they are spaced and capitalized."""
        return self.by_words.get(_plain(text))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


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


def brought(journal: Journal) -> Brought:
    """Which needs the topics have brought; a need that is met may be offered again."""
    open_needs = {one.id: one for one in needs.every(journal) if one.met_on is None}
    rated = self_rating.c
    rows = journal.read().execute(
        select(rated.topic, rated.topic_words, rated.need_id)
        .where(rated.topic.is_not(None), rated.need_id.is_not(None))
        .order_by(rated.date, rated.id))
    return Brought(
        {(row.topic, row.topic_words or ""): open_needs[row.need_id]
         for row in rows if row.need_id in open_needs},
        {_plain(one.text): one for one in reversed(open_needs.values())})


def save(
    journal: Journal, on: date, marks: Iterable[Mark],
    new_needs: Mapping[str, Mapping[str, Any]] | None = None, origin: object = None,
) -> list[int]:
    """Keep a look, and the needs that came of it by their topic, as one change; the new ids.

    A second look on a day takes the place of what the first said of the same topics. What is said
    of a topic counts for the need it brought, now or earlier; none is made twice.
    """
    asked, known = new_needs or {}, brought(journal)
    made: dict[str, int] = {}
    with journal.change(tr("Look at where I stand"), origin=origin) as connection:
        for one in marks:
            values, there = asked.get(one.topic), known.of(one)
            if values is not None:
                words = _plain(values["text"])
                there = known.by_topic.get((one.topic, one.words)) or known.by_words.get(words)
                if there is None and words not in made:
                    made[words] = needs.add(journal, values)
            about = {"topic": one.topic, "topic_words": one.words or None}
            row = needs.note_rating(connection, about, on, one.now, one.wanted)
            need_id = there.id if there else made[words] if values is not None else None
            if row is not None and need_id is not None:
                entries.update_row(connection, self_rating, row, {"need_id": need_id})
    return list(made.values())
