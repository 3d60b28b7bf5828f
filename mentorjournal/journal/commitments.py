"""Commitments: what takes my hours, what is asked of me, and how many hours I can give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, select

from mentorjournal.journal import entries, me, reliability
from mentorjournal.journal.aims import Commitment, CommitmentHours
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.load import LATE_DAYS, SAID_NO, TAKING, Load
from mentorjournal.mentoring.load_plan import Changes, Plan, off_course
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import commitment, commitment_hours
from mentorjournal.words import tr

YEAR = 365  # days in which a no is counted
OVER = ("done", "ended")


def every(journal: Journal) -> list[Commitment]:
    """All commitments, with the hours they began with, by when they began."""
    rows = journal.read().execute(
        select(commitment).order_by(commitment.c.since, commitment.c.id)).mappings()
    return [Commitment.of(row) for row in rows]


def get(journal: Journal, commitment_id: int) -> Commitment:
    """One commitment, with the hours it began with. Raises JournalError when it is gone."""
    return Commitment.of(entries.fetch(journal.read(), commitment, commitment_id))


def plan(journal: Journal) -> Plan:
    """All commitments with how their hours changed, and my capacity over time."""
    rows = journal.read().execute(
        select(commitment_hours)
        .order_by(commitment_hours.c.since, commitment_hours.c.id)).mappings()
    changes: dict[int, list[tuple[date | None, float | None]]] = {}
    for one in map(CommitmentHours.of, rows):
        changes.setdefault(one.commitment_id, []).append((one.since, one.hours_per_week))
    return Plan(every(journal), changes, me.capacities(journal),
                me.get(journal).capacity_hours_per_week)


def on(journal: Journal, day: date) -> list[Commitment]:
    """All commitments, with the hours they take on a day."""
    found = plan(journal)
    return [replace(one, hours_per_week=found.hours_of(one, day))
            for one in found.commitments if isinstance(one, Commitment)]


def capacity_on(journal: Journal, day: date) -> float | None:
    """How many hours a week I could give on a day; None when that was never said."""
    return plan(journal).capacity_on(day)


def load_on(journal: Journal, day: date) -> Load:
    """My load on a day."""
    return plan(journal).load_on(day)


def late_promises(journal: Journal, as_of: date) -> int:
    """How many of my promises of the last 30 days were kept late, or are past their day."""
    found = reliability.of_promises(journal, as_of - timedelta(1), LATE_DAYS)
    return found.late + found.open


def add(journal: Journal, values: Mapping[str, Any], origin: object = None) -> int:
    """Add a commitment, or a request that is "pending" until it is decided; `title` is needed."""
    with journal.change(tr("Add commitment"), origin=origin) as connection:
        _check_hours(values)
        return entries.insert_row(connection, commitment, values)


def edit(
    journal: Journal, commitment_id: int, values: Mapping[str, Any], origin: object = None, *,
    changes: Changes | None = None,
) -> None:
    """Change a commitment; `hours_per_week` are those it begins with.

    `changes` are other hours from later days on, in place of those noted before. Raises
    JournalError where one is not of a day between the first and the last.
    """
    with journal.change(tr("Edit commitment"), origin=origin) as connection:
        entries.update_row(connection, commitment, commitment_id, values)
        row = entries.fetch(connection, commitment, commitment_id)
        _check_hours(row)
        if changes is not None:
            if off_course(row["since"], row["until"], changes):
                raise JournalError(tr("Other hours begin after the first day and before the end."))
            entries.replace_steps(connection, commitment_hours, {"commitment_id": commitment_id},
                                  changes, "hours_per_week")


def remove(journal: Journal, commitment_id: int, origin: object = None) -> None:
    """Remove a commitment with how its hours changed."""
    with journal.change(tr("Remove commitment"), origin=origin) as connection:
        entries.delete_row(connection, commitment, commitment_id)


def request(
    journal: Journal, decision: str, values: Mapping[str, Any], as_of: date,
    origin: object = None,
) -> int:
    """Add a request that is weighed and answered in one step; `values` as for `decide`."""
    with journal.change(tr("Add request"), origin=origin) as connection:
        new_id = entries.insert_row(connection, commitment, {
            "title": values.get("title"), "hours_per_week": values.get("hours_per_week"),
            "asked_on": values.get("asked_on")})
        _decide(connection, new_id, decision, values, as_of)
        return new_id


def decide(
    journal: Journal, commitment_id: int, decision: str, values: Mapping[str, Any], as_of: date,
    origin: object = None,
) -> None:
    """Answer a request: "accepted", "yes_later", "smaller_yes", "declined", "passed_to".

    `values` are other fields that go with it: `since` of a yes later lies behind `as_of` or is
    not known yet, `hours_per_week` of a smaller yes below what was asked (`hours_asked`), 0 while
    nobody knows how many, `passed_to` says who does it instead, `reply` what was answered.
    "pending" opens it again. Raises JournalError with a sentence where a value contradicts the
    decision; what is only missing can be said later.
    """
    with journal.change(tr("Decide on a request"), origin=origin) as connection:
        _decide(connection, commitment_id, decision, values, as_of)


def end(
    journal: Journal, commitment_id: int, until: date, how: str = "done", origin: object = None
) -> None:
    """Say that it is over: `until` is the first day without it, `how` is "done" or "ended"."""
    with journal.change(tr("End commitment"), origin=origin) as connection:
        if how not in OVER:
            raise JournalError(tr("Say whether it is done, or ended."))
        entries.update_row(connection, commitment, commitment_id, {
            "until": until, "decision": how})


def change_hours(
    journal: Journal, commitment_id: int, hours: float, since: date, origin: object = None
) -> None:
    """From a day on it takes other hours a week; one change a day, the last one counts."""
    with journal.change(tr("Change hours"), origin=origin) as connection:
        one = Commitment.of(entries.fetch(connection, commitment, commitment_id))
        if one.until and since >= one.until:
            raise JournalError(tr("It is over by that day."))
        if one.decision not in TAKING or one.since is None or since <= one.since:
            entries.update_row(connection, commitment, commitment_id, {"hours_per_week": hours})
            _forget_changes(connection, commitment_id, since)
            return
        same = connection.execute(select(commitment_hours.c.id).where(
            commitment_hours.c.commitment_id == commitment_id,
            commitment_hours.c.since == since)).scalar()
        if same:
            entries.update_row(connection, commitment_hours, same, {"hours_per_week": hours})
        else:
            entries.insert_row(connection, commitment_hours, {
                "commitment_id": commitment_id, "since": since, "hours_per_week": hours})


def set_capacity(
    journal: Journal, hours: float | None, since: date, as_of: date, origin: object = None, *,
    noted: Changes | None = None,
) -> None:
    """From a day on I can give so many hours a week; what was said before stays for before.

    `noted` takes the place of what was said before; nothing is added to it that it says already.
    """
    with journal.change(tr("Hours I can give"), origin=origin) as connection:
        if noted is not None:
            me.rewrite_capacities(journal, connection, noted, as_of)
            if capacity_on(journal, since) == hours:
                return
        me.note_capacity(journal, connection, hours, since, as_of)


def _decide(
    connection: Connection, commitment_id: int, decision: str, values: Mapping[str, Any],
    as_of: date,
) -> None:
    before = Commitment.of(entries.fetch(connection, commitment, commitment_id))
    said: dict[str, Any] = {"decided_on": as_of, **values, "decision": decision}
    asked = values.get("hours_asked", before.hours_asked or before.hours_per_week)
    if decision == "pending":
        said |= {"decided_on": None, "hours_asked": None, "passed_to": None}
        said.setdefault("hours_per_week", asked)
    elif decision in TAKING:
        said["since"] = _begins(decision, before, values, as_of)
        said["hours_asked"] = (asked or None) if decision == "smaller_yes" else None
    elif decision not in SAID_NO:
        raise JournalError(tr("That is no answer to a request."))
    if decision == "smaller_yes":
        said.setdefault("hours_per_week", 0.0)
        _check_hours(said)
    entries.update_row(connection, commitment, commitment_id, said)


def _begins(
    decision: str, before: Commitment, values: Mapping[str, Any], as_of: date
) -> date | None:
    """The day from which a yes takes hours; None while a yes for later has none."""
    given = values.get("since")
    if decision != "yes_later":
        return given or max(values.get("since", before.since) or as_of, as_of)
    if given and given <= as_of:
        raise JournalError(tr("A yes for later begins on a day that is still to come."))
    if "since" in values or before.since is None or before.since <= as_of:
        return given
    return before.since


def _check_hours(one: Mapping[Any, Any]) -> None:
    if one.get("decision") == "smaller_yes" and one.get("hours_asked") and (
        (one.get("hours_per_week") or 0.0) >= one["hours_asked"]
    ):
        raise JournalError(tr("A smaller yes is of fewer hours than were asked."))


def _forget_changes(connection: Connection, commitment_id: int, since: date) -> None:
    """Drop changes of a day before a commitment began, which would come before what it began with.
    """
    for key in connection.execute(select(commitment_hours.c.id).where(
        commitment_hours.c.commitment_id == commitment_id, commitment_hours.c.since <= since,
    )).scalars().all():
        entries.delete_row(connection, commitment_hours, key)
