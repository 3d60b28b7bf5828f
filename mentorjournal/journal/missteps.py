"""Whether I have gone quiet on somebody, or ask too much of them: what the question rests on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Select, String, func, select, type_coerce

from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import missteps as rules
from mentorjournal.mentoring.rhythm import DEFAULT_DAYS
from mentorjournal.store.schema import action, agenda_item, agenda_option, contact, meeting

Days = dict[int, list[date]]


def ghosts(
    journal: Journal, as_of: date, ids: Iterable[int] | None = None
) -> dict[int, rules.Ghost]:
    """Person -> since when I have been quiet on them; those I have not are left out.

    Of everybody, or of those with `ids`.
    """
    due = _days(journal, select(action.c.person_id, action.c.due).where(
        action.c.owner == "me", action.c.done_on.is_(None), action.c.dropped_on.is_(None),
        action.c.due < as_of, action.c.person_id.is_not(None)))
    wrote = _days(journal, select(contact.c.person_id, contact.c.date).where(
        contact.c.initiated_by != "me", contact.c.answered.is_(False), contact.c.date <= as_of))
    asked = {*due, *wrote} if ids is None else {*due, *wrote}.intersection(ids)
    last = {one.person.id: one for one in people.everybody(journal, as_of, asked)}
    found = {}
    for person_id, one in last.items():
        touchpoints = [one.last_touchpoint] if one.last_touchpoint else []
        ghost = rules.ghost(due.get(person_id, []), wrote.get(person_id, []), touchpoints, as_of)
        if ghost is not None and one.person.is_active:
            found[person_id] = ghost
    return found


def vampires(
    journal: Journal, as_of: date, default_days: int = DEFAULT_DAYS
) -> dict[int, rules.Vampire]:
    """Person -> how much I ask of them with little brought along; the others are left out."""
    begun = _days(journal, select(contact.c.person_id, contact.c.date).where(
        contact.c.initiated_by == "me", contact.c.date <= as_of))
    met = _days(journal, select(
        meeting.c.person_id, func.date(type_coerce(meeting.c.starts_at, String))
    ).where(meeting.c.initiated_by == "me", meeting.c.status == "held"))
    options = _options(journal)
    found = {}
    for one in people.everybody(journal, as_of, options):
        who = one.person
        days = [*begun.get(who.id, []), *met.get(who.id, [])]
        known_since = who.start or min(days, default=None)
        vampire = rules.vampire(
            days, who.cadence_days or default_days, options[who.id],
            (as_of - known_since).days if known_since else None, as_of)
        if vampire is not None and who.is_active:
            found[who.id] = vampire
    return found


def _options(journal: Journal) -> dict[int, list[int]]:
    """Person -> how many options came with each problem brought to them."""
    n = select(func.count()).where(agenda_option.c.item_id == agenda_item.c.id)
    rows = journal.read().execute(
        select(meeting.c.person_id, n.correlate(agenda_item).scalar_subquery())
        .join(agenda_item, agenda_item.c.meeting_id == meeting.c.id)
        .where(agenda_item.c.kind == "problem", agenda_item.c.state != "dropped")
    )
    found: dict[int, list[int]] = {}
    for person_id, count in rows:
        found.setdefault(person_id, []).append(count)
    return found


def _days(journal: Journal, query: Select[Any]) -> Days:
    found: Days = {}
    for person_id, day in journal.read().execute(query):
        found.setdefault(person_id, []).append(
            day if isinstance(day, date) else date.fromisoformat(day))
    return found
