"""Knowing a mentor: what they told of themselves, their news, what stays out, how we differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import distinct, func, select

from mentorjournal import clock
from mentorjournal.journal import entries
from mentorjournal.journal.between import Boundary, KnowAnswer, News
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.knowing import Answer
from mentorjournal.mentoring.vocabulary import KNOW_TOPICS
from mentorjournal.store.schema import boundary, know_answer, person
from mentorjournal.store.schema import news as news_table
from mentorjournal.words import tr


def answers(journal: Journal, person_id: int) -> list[KnowAnswer]:
    """What somebody told of themselves, the newest first."""
    rows = journal.read().execute(
        select(know_answer)
        .where(know_answer.c.person_id == person_id, know_answer.c.topic.in_(KNOW_TOPICS),
               know_answer.c.text.is_not(None))
        .order_by(know_answer.c.as_of.desc().nulls_last(), know_answer.c.id.desc())
    ).mappings()
    return [KnowAnswer.of(row) for row in rows]


def told(journal: Journal, answer_id: int) -> KnowAnswer:
    """One answer. Raises JournalError when it is gone."""
    return KnowAnswer.of(entries.fetch(journal.read(), know_answer, answer_id))


def counts(journal: Journal, person_ids: Iterable[int] | None = None) -> dict[int, int]:
    """How many of the six are known by person; those of whom nothing is known are left out."""
    query = select(
        know_answer.c.person_id, func.count(distinct(know_answer.c.topic))
    ).where(
        know_answer.c.topic.in_(KNOW_TOPICS), know_answer.c.text.is_not(None)
    ).group_by(know_answer.c.person_id)
    if person_ids is not None:
        query = query.where(know_answer.c.person_id.in_(list(person_ids)))
    return {owner: int(n) for owner, n in journal.read().execute(query)}


def known(journal: Journal) -> dict[int, list[Answer]]:
    """Which of the six are known of everybody, and since when; the texts are not read."""
    rows = journal.read().execute(
        select(know_answer.c.person_id, know_answer.c.topic, know_answer.c.as_of)
        .where(know_answer.c.topic.in_(KNOW_TOPICS), know_answer.c.text.is_not(None)))
    found: dict[int, list[Answer]] = {}
    for owner, topic, day in rows:
        found.setdefault(owner, []).append(Answer(topic, day))
    return found


def boundaries(journal: Journal, person_id: int) -> list[Boundary]:
    """What stays out of a relationship, in the order it was noted."""
    rows = journal.read().execute(
        select(boundary).where(boundary.c.person_id == person_id).order_by(boundary.c.id)
    ).mappings()
    return [Boundary.of(row) for row in rows]


def news(journal: Journal, news_id: int) -> News:
    """One piece of news. Raises JournalError when it is gone."""
    return News.of(entries.fetch(journal.read(), news_table, news_id))


def news_of(journal: Journal, person_id: int) -> list[News]:
    """Somebody's news: what was not congratulated on first, then the newest first."""
    rows = journal.read().execute(
        select(news_table).where(news_table.c.person_id == person_id)
        .order_by(
            news_table.c.congratulated_on.is_not(None), news_table.c.date.desc().nulls_last(),
            news_table.c.id.desc())
    ).mappings()
    return [News.of(row) for row in rows]


# Verbs ----------------------------------------------------------------------------------------


def answer(
    journal: Journal, person_id: int, topic: str, text: str | None, *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Note what somebody told of themselves, as of today; without a text it is forgotten."""
    with journal.change(tr("Note about them"), merge=merge, origin=origin) as connection:
        row_id = connection.execute(
            select(know_answer.c.id)
            .where(know_answer.c.person_id == person_id, know_answer.c.topic == topic)
            .order_by(know_answer.c.as_of.desc().nulls_last(), know_answer.c.id.desc()).limit(1)
        ).scalar()
        if text and text.strip():
            told = {"person_id": person_id, "topic": topic, "text": text, "as_of": clock.today()}
            if row_id is None:
                entries.insert_row(connection, know_answer, told)
            else:
                entries.update_row(connection, know_answer, row_id, told)
        elif row_id is not None:
            entries.delete_row(connection, know_answer, row_id)


def confirm_answer(
    journal: Journal, answer_id: int, day: date | None, origin: object = None
) -> None:
    """Say as of which day an answer holds."""
    with journal.change(tr("Day of an answer"), origin=origin) as connection:
        entries.update_row(connection, know_answer, answer_id, {"as_of": day})


def add_boundary(
    journal: Journal, person_id: int, note: str, origin: object = None
) -> int:
    """Note something that stays out of a relationship."""
    with journal.change(tr("Add boundary"), origin=origin) as connection:
        values = {"person_id": person_id, "note": note, "date": clock.today()}
        return entries.insert_row(connection, boundary, values)


def edit_boundary(
    journal: Journal, boundary_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Word a boundary in another way."""
    with journal.change(tr("Edit boundary"), merge=merge, origin=origin) as connection:
        entries.update_row(connection, boundary, boundary_id, values)


def remove_boundary(journal: Journal, boundary_id: int, origin: object = None) -> None:
    """Take a boundary away."""
    with journal.change(tr("Remove boundary"), origin=origin) as connection:
        entries.delete_row(connection, boundary, boundary_id)


def add_news(
    journal: Journal, person_id: int, text: str, day: date | None = None, origin: object = None
) -> int:
    """Note something good that happened to somebody."""
    with journal.change(tr("Add news"), origin=origin) as connection:
        values = {"person_id": person_id, "text": text, "date": day}
        return entries.insert_row(connection, news_table, values)


def edit_news(
    journal: Journal, news_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Change somebody's news."""
    with journal.change(tr("Edit news"), merge=merge, origin=origin) as connection:
        entries.update_row(connection, news_table, news_id, values)


def set_congratulated(
    journal: Journal, news_id: int, day: date | None, origin: object = None
) -> None:
    """Say when somebody was congratulated; None when it is still to be done."""
    label = tr("Congratulated") if day else tr("Not congratulated yet")
    with journal.change(label, origin=origin) as connection:
        entries.update_row(connection, news_table, news_id, {"congratulated_on": day})


def remove_news(journal: Journal, news_id: int, origin: object = None) -> None:
    """Take a piece of news away."""
    with journal.change(tr("Remove news"), origin=origin) as connection:
        entries.delete_row(connection, news_table, news_id)


def note_differences(
    journal: Journal, person_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Note the talk about how we differ: its day, and a private note of it."""
    with journal.change(tr("How we differ"), merge=merge, origin=origin) as connection:
        entries.update_row(connection, person, person_id, values)
