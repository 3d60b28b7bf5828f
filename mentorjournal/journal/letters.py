"""Letters of recommendation: the request, what each kind asks for, and the steps to its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, String, func, select, type_coerce

from mentorjournal.journal import entries
from mentorjournal.journal.between import Letter
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import letters as rules
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import (
    contact,
    goal,
    goal_person,
    letter,
    letter_detail,
    meeting,
    person,
)
from mentorjournal.words import tr

# Step -> its column, and what the change is called.
_DAYS = {
    "asked": ("asked_on", "Ask for a letter"), "agreed": ("agreed_on", "Letter agreed"),
    "declined": ("declined_on", "Letter declined"), "brief_sent": ("brief_sent_on", "Brief sent"),
    "reminded": ("reminded_on", "Reminder sent"), "submitted": ("submitted_on", "Letter submitted"),
    "thanked": ("thanked_on", "Thanked for a letter"),
    "decided": ("decided_on", "Result of a letter"),
    "told": ("outcome_shared_on", "Result told"),
}


def get(journal: Journal, letter_id: int) -> Letter:
    """One letter. Raises JournalError when it is gone."""
    return Letter.of(entries.fetch(journal.read(), letter, letter_id))


def every(journal: Journal, ids: Iterable[int] | None = None) -> list[Letter]:
    """All letters, or some, the earliest deadline first, those without one last."""
    query = select(letter).order_by(letter.c.deadline.nulls_last(), letter.c.id)
    if ids is not None:
        query = query.where(letter.c.id.in_(list(ids)))
    return [Letter.of(row) for row in journal.read().execute(query).mappings()]


def of_person(journal: Journal, person_id: int) -> list[Letter]:
    """The letters of one writer, the earliest deadline first."""
    ids = journal.read().execute(select(letter.c.id).where(letter.c.writer_id == person_id))
    return every(journal, ids.scalars())


def beside(journal: Journal, letter_id: int) -> list[Letter]:
    """The letters for the same opportunity, this one among them."""
    rows = journal.read().execute(select(letter.c.id, letter.c.target))
    targets = {row.id: _same(row.target) for row in rows}
    wanted = _same(get(journal, letter_id).target)
    return every(journal, [key for key, target in targets.items() if target == wanted])


def find(journal: Journal, words: str) -> Letter:
    """The one letter with this id, or with these words in what it is for or in its writer's name.

    Raises JournalError when there is none, or when several fit.
    """
    everyone = every(journal)
    if words.isdecimal() and (same := [one for one in everyone if str(one.id) == words]):
        return same[0]
    rows = journal.read().execute(select(person.c.id, person.c.name))
    names = {row.id: row.name for row in rows}
    called = [(one, f"{one.target}, {names.get(one.writer_id, '')}") for one in everyone]
    wanted = _same(words)
    found = [(one, name) for one, name in called if wanted and wanted in _same(name)]
    if not found:
        raise JournalError(tr("There is no letter “{words}”.", words=words[:60]))
    if len(found) > 1:
        raise JournalError(tr(
            "Several letters fit “{words}”: {letters}. Give the id.", words=words[:60],
            letters="; ".join(tr("{id} {name}", id=one.id, name=name) for one, name in found[:6])))
    return found[0][0]


def _same(target: str) -> str:
    return " ".join(target.split()).casefold()


def details(journal: Journal, letter_id: int) -> dict[str, str]:
    """What the form asks for beside what every letter has: field of LETTER_DETAILS -> text."""
    rows = journal.read().execute(
        select(letter_detail.c.field, letter_detail.c.text)
        .where(letter_detail.c.letter_id == letter_id).order_by(letter_detail.c.id))
    return {field: text for field, text in rows if field and text}


def uid(journal: Journal, letter_id: int) -> str:
    """What names the letter for ever, also in a calendar."""
    return str(entries.fetch(journal.read(), letter, letter_id)["uid"])


@dataclass(frozen=True)
class WorkTogether:
    """What the journal knows of a writer and me: since when, how often, and on which goals."""

    since: date | None = None
    meetings: int = 0
    first: date | None = None
    last: date | None = None
    goals: tuple[str, ...] = ()


def work_together(journal: Journal, writer_id: int, as_of: date) -> WorkTogether:
    """The first touchpoint, the meetings held until a day, and the goals shared with a writer."""
    connection = journal.read()
    started = type_coerce(meeting.c.starts_at, String)
    count, first, last = connection.execute(
        select(func.count(), func.min(started), func.max(started)).where(
            meeting.c.person_id == writer_id, meeting.c.status == "held",
            started < f"{as_of.isoformat()}T24")
    ).one()
    said = connection.execute(
        select(func.min(contact.c.date)).where(
            contact.c.person_id == writer_id, contact.c.answered, contact.c.date <= as_of)
    ).scalar()
    met = date.fromisoformat(first[:10]) if first else None
    goals = connection.execute(
        select(goal.c.text).join(goal_person, goal_person.c.goal_id == goal.c.id).where(
            goal_person.c.person_id == writer_id, goal_person.c.shared_on.is_not(None))
        .order_by(goal.c.position, goal.c.id)
    ).scalars().all()
    return WorkTogether(
        min(filter(None, (met, said)), default=None), count, met,
        date.fromisoformat(last[:10]) if last else None, tuple(goals))


# Requests -------------------------------------------------------------------------------------


def add(
    journal: Journal, values: Mapping[str, Any], details: Mapping[str, str] | None = None,
    origin: object = None,
) -> int:
    """Add a letter; `writer_id` and `target` are needed, `details` are what its kind asks for."""
    with journal.change(tr("Add letter"), origin=origin) as connection:
        new_id = entries.insert_row(connection, letter, values)
        for field, text in (details or {}).items():
            _set_detail(connection, new_id, field, text)
        _settle(connection, new_id)
        return new_id


def edit(
    journal: Journal, letter_id: int, values: Mapping[str, Any],
    details: Mapping[str, str] | None = None, *, merge: str | None = None, origin: object = None,
) -> None:
    """Change a letter, and of `details` those that are named.

    Raises JournalError when it becomes a waived one while the letter itself is kept here.
    """
    with journal.change(tr("Edit letter"), merge=merge, origin=origin) as connection:
        entries.update_row(connection, letter, letter_id, values)
        for field, text in (details or {}).items():
            _set_detail(connection, letter_id, field, text)
        if values.keys() & {name for name, _ in _DAYS.values()}:
            _settle(connection, letter_id)


def remove(journal: Journal, letter_id: int, origin: object = None) -> None:
    """Remove a letter with its brief."""
    with journal.change(tr("Remove letter"), origin=origin) as connection:
        entries.delete_row(connection, letter, letter_id)


def _set_detail(connection: Connection, letter_id: int, field: str, text: str | None) -> None:
    found = connection.execute(
        select(letter_detail.c.id).where(
            letter_detail.c.letter_id == letter_id, letter_detail.c.field == field)
    ).scalar()
    said = text if (text or "").strip() else None
    if found is not None and said is None:
        entries.delete_row(connection, letter_detail, found)
    elif found is not None:
        entries.update_row(connection, letter_detail, found, {"text": said})
    elif said is not None:
        entries.insert_row(
            connection, letter_detail, {"letter_id": letter_id, "field": field, "text": said})


# Steps ----------------------------------------------------------------------------------------


def take_step(
    journal: Journal, letter_id: int, step: str, on: date | None,
    values: Mapping[str, Any] | None = None, origin: object = None,
) -> None:
    """Say on which day a step was taken, with what is known of it; None takes it back.

    `step` is one of rules.STEPS, "declined" or "told". Raises JournalError for another word.
    """
    if step not in _DAYS:
        raise JournalError(tr("A letter has no step “{step}”.", step=step[:40]))
    column, words = _DAYS[step]
    with journal.change(tr(words), origin=origin) as connection:
        entries.update_row(connection, letter, letter_id, {**(values or {}), column: on})
        if step == "declined" and on:
            entries.update_row(connection, letter, letter_id, {"agreed_on": None})
        elif step == "agreed" and on:
            entries.update_row(connection, letter, letter_id, {"declined_on": None})
        _settle(connection, letter_id)


def _settle(connection: Connection, letter_id: int) -> None:
    """Let the status follow the days, where there are any."""
    now = Letter.of(entries.fetch(connection, letter, letter_id))
    taken = [place for place, day in enumerate(rules.step_days(now)) if day]
    if now.declined_on:
        status = "declined"
    elif taken:
        status = rules.STEPS[taken[-1]]
    else:
        status = now.status if now.status in ("considering", "declined") else "considering"
    if status != now.status:
        entries.update_row(connection, letter, letter_id, {"status": status})
