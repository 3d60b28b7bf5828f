"""Goals: where the mentee wants to go, by when, and how it shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from mentorjournal import clock
from mentorjournal.journal import entries
from mentorjournal.journal.aims import GoalVersion
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Goal
from mentorjournal.store.schema import (
    goal,
    goal_gap,
    goal_person,
    goal_progress,
    goal_step,
    goal_version,
)
from mentorjournal.words import tr

WORDING = ("text", "measure", "due")  # what an old wording keeps


def active(journal: Journal) -> list[Goal]:
    """The goals that are being worked on, in their order."""
    rows = journal.read().execute(
        select(goal).where(goal.c.status == "active").order_by(goal.c.position, goal.c.id)
    ).mappings()
    return [Goal.of(row) for row in rows]


def with_ids(journal: Journal, ids: Iterable[int]) -> dict[int, Goal]:
    """The goals with `ids` by their id; those that are gone are left out."""
    rows = journal.read().execute(select(goal).where(goal.c.id.in_(list(ids)))).mappings()
    return {row["id"]: Goal.of(row) for row in rows}


def get(journal: Journal, goal_id: int) -> Goal:
    """One goal. Raises JournalError when it is gone."""
    return Goal.of(entries.fetch(journal.read(), goal, goal_id))


def versions(journal: Journal, goal_id: int) -> list[GoalVersion]:
    """How a goal read before, the newest first."""
    rows = journal.read().execute(
        select(goal_version).where(goal_version.c.goal_id == goal_id)
        .order_by(goal_version.c.date.desc(), goal_version.c.id.desc())).mappings()
    return [GoalVersion.of(row) for row in rows]


def open_gaps(journal: Journal, goal_id: int) -> list[str]:
    """The gaps that are still in the way of a goal."""
    rows = journal.read().execute(
        select(goal_gap.c.text).where(goal_gap.c.goal_id == goal_id, goal_gap.c.closed_on.is_(None))
        .order_by(goal_gap.c.id)).scalars()
    return list(rows)


def helpers(journal: Journal, goal_id: int) -> tuple[int, ...]:
    """The ids of the people who are attached to a goal."""
    rows = journal.read().execute(
        select(goal_person.c.person_id).where(goal_person.c.goal_id == goal_id)
        .order_by(goal_person.c.id)).scalars()
    return tuple(rows)


def add(
    journal: Journal, values: Mapping[str, Any], *, gaps: Sequence[str] = (),
    person_ids: Sequence[int] = (), first_step: str | None = None, origin: object = None,
) -> int:
    """Add a goal after all others; only `text` is needed.

    `gaps` are what is in the way, `person_ids` who helps, `first_step` what comes first.
    """
    with journal.change(tr("Add goal"), origin=origin) as connection:
        end = select(func.coalesce(func.max(goal.c.position) + 1, 0))
        new_id = entries.insert_row(connection, goal, {
            "position": connection.execute(end).scalar_one(), **values})
        _set_gaps(connection, new_id, gaps)
        _set_people(connection, new_id, person_ids)
        if first_step:
            entries.insert_row(connection, goal_step, {"goal_id": new_id, "text": first_step})
        if values.get("measure_value") is not None:
            _note_progress(connection, new_id, values["measure_value"], clock.today())
        return new_id


def edit(
    journal: Journal, goal_id: int, values: Mapping[str, Any], *, gaps: Sequence[str] | None = None,
    person_ids: Sequence[int] | None = None, change: str | None = None,
    person_id: int | None = None, merge: str | None = None, origin: object = None,
) -> None:
    """Change a goal. When its text, measure or day changes, the old wording is kept.

    That is once a day, so that typing leaves one; with a reason (`change`) or with whom it was
    talked over (`person_id`) it is a wording of its own. With `gaps` these and no others are still
    in the way; with `person_ids` these and no others are attached.
    """
    with journal.change(tr("Edit goal"), merge=merge, origin=origin) as connection:
        before = entries.fetch(connection, goal, goal_id)
        entries.update_row(connection, goal, goal_id, values)
        after = entries.fetch(connection, goal, goal_id)
        _keep_wording(connection, before, after, {"change": change, "person_id": person_id})
        if before["measure_value"] != after["measure_value"]:
            _note_progress(connection, goal_id, after["measure_value"], clock.today())
        if gaps is not None:
            _set_gaps(connection, goal_id, gaps)
        if person_ids is not None:
            _set_people(connection, goal_id, person_ids)


def remove(journal: Journal, goal_id: int, origin: object = None) -> None:
    """Remove a goal with its steps."""
    with journal.change(tr("Remove goal"), origin=origin) as connection:
        entries.delete_row(connection, goal, goal_id)


def set_status(
    journal: Journal, goal_id: int, status: str, on: date | None, origin: object = None
) -> None:
    """Say that a goal is done or was dropped, and on which day; "active" takes it up again."""
    label = {"done": tr("Goal reached"), "dropped": tr("Drop goal")}.get(status, tr("Take up goal"))
    with journal.change(label, origin=origin) as connection:
        entries.update_row(connection, goal, goal_id, {
            "status": status, "done_on": None if status == "active" else on})


def set_progress(
    journal: Journal, goal_id: int, value: float | None, on: date, origin: object = None
) -> None:
    """Say how far a goal's number was on a day; the latest day is what the goal shows."""
    with journal.change(tr("Note progress"), origin=origin) as connection:
        entries.fetch(connection, goal, goal_id)
        _note_progress(connection, goal_id, value, on)
        newest = connection.execute(
            select(goal_progress.c.value).where(goal_progress.c.goal_id == goal_id)
            .order_by(goal_progress.c.date.desc(), goal_progress.c.id.desc()).limit(1)).scalar()
        entries.update_row(connection, goal, goal_id, {"measure_value": newest})


def reorder(journal: Journal, goal_ids: Sequence[int], origin: object = None) -> None:
    """Put these goals in this order, in the places that they have among all."""
    with journal.change(tr("Reorder goals"), origin=origin) as connection:
        order = list(connection.execute(
            select(goal.c.id).order_by(goal.c.position, goal.c.id)).scalars())
        moved = iter([one for one in goal_ids if one in order])
        order = [next(moved) if one in goal_ids else one for one in order]
        for position, key in enumerate(order):
            connection.execute(
                update(goal).where(goal.c.id == key, goal.c.position != position)
                .values(position=position))


def _keep_wording(
    connection: Connection, before: Mapping[Any, Any], after: Mapping[Any, Any],
    said: Mapping[str, Any],
) -> None:
    """Keep the wording from before today's first change; not when all is as it was then."""
    if all(before[name] == after[name] for name in WORDING):
        return
    today, version = clock.today(), goal_version
    last = connection.execute(
        select(version).where(version.c.goal_id == before["id"], version.c.date == today)
        .order_by(version.c.id.desc()).limit(1)).mappings().first()
    if last is None or last["change"] or last["person_id"]:  # what was explained stays as it is
        entries.insert_row(connection, version, {
            "goal_id": before["id"], "date": today, **said,
            **{name: before[name] for name in WORDING}})
    elif all(last[name] == after[name] for name in WORDING):
        connection.execute(delete(version).where(version.c.id == last["id"]))
    elif any(said.values()):
        entries.update_row(connection, version, last["id"], said)


def _note_progress(
    connection: Connection, goal_id: int, value: float | None, on: date
) -> None:
    """One line a day; None takes that of the day away."""
    same = (goal_progress.c.goal_id == goal_id) & (goal_progress.c.date == on)
    known = connection.execute(select(goal_progress.c.id).where(same)).scalar()
    if value is None:
        connection.execute(delete(goal_progress).where(same))
    elif known is None:
        entries.insert_row(
            connection, goal_progress, {"goal_id": goal_id, "date": on, "value": value})
    else:
        entries.update_row(connection, goal_progress, known, {"value": value})


def _set_gaps(connection: Connection, goal_id: int, texts: Sequence[str]) -> None:
    """These are the open gaps; one that was worded anew stays the same gap."""
    rows = connection.execute(
        select(goal_gap.c.id, goal_gap.c.text)
        .where(goal_gap.c.goal_id == goal_id, goal_gap.c.closed_on.is_(None))
        .order_by(goal_gap.c.id)).all()
    wanted = list(dict.fromkeys(text.strip() for text in texts if text.strip()))
    others = [row.id for row in rows if row.text not in wanted]
    for text in wanted:
        if text in {row.text for row in rows}:
            continue
        if others:
            entries.update_row(connection, goal_gap, others.pop(0), {"text": text})
        else:
            entries.insert_row(connection, goal_gap, {"goal_id": goal_id, "text": text})
    for key in others:
        entries.delete_row(connection, goal_gap, key)


def _set_people(connection: Connection, goal_id: int, person_ids: Sequence[int]) -> None:
    """These are attached; whoever was already keeps their part and the day it was shared."""
    mine = goal_person.c.goal_id == goal_id
    known = set(connection.execute(select(goal_person.c.person_id).where(mine)).scalars())
    if known - set(person_ids):
        connection.execute(delete(goal_person).where(
            mine, goal_person.c.person_id.in_(known - set(person_ids))))
    for key in dict.fromkeys(person_ids):
        if key not in known:
            entries.insert_row(connection, goal_person, {"goal_id": goal_id, "person_id": key})
