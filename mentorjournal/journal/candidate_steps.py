"""The next step with everybody I consider, read at once; one person's is in `candidates`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import String, func, select, type_coerce

from mentorjournal.journal import contacts
from mentorjournal.journal.aims import FitSheet
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import PersonFacts
from mentorjournal.mentoring import candidacy
from mentorjournal.mentoring.candidacy import State, Step
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.store.schema import contact, fit_sheet, meeting, person_stage

_BEGINS = type_coerce(meeting.c.starts_at, String)


@dataclass(frozen=True)
class Considered:
    """Somebody considered, how far it is, and what comes next; `sheet` is the newest fit sheet."""

    facts: PersonFacts
    state: State
    step: Step
    sheet: FitSheet | None = None


def every(journal: Journal, everybody: Iterable[PersonFacts], as_of: date) -> list[Considered]:
    """All candidates among `everybody`, in a constant number of queries."""
    found = [one for one in everybody if one.person.standing == "candidate"]
    if not found:
        return []
    ids = [one.person.id for one in found]
    met, passed = _met(journal, ids, as_of), _passed(journal, ids, as_of)
    answered, written = _messages(journal, ids, as_of)
    sheets, asked = _sheets(journal, ids), _asked(journal, ids)
    made = []
    for one in found:
        key, sheet = one.person.id, sheets.get(one.person.id)
        state = State(
            one.person.direction, one.person.stage, met.get(key), one.next_meeting,
            tuple(written.get(key, ())), key in answered, sheet is not None,
            sheet.decision if sheet else None, sheet.decided_on if sheet else None,
            asked.get(key), passed.get(key))
        made.append(Considered(one, state, candidacy.next_step(state, as_of), sheet))
    return made


def _met(journal: Journal, ids: list[int], as_of: date) -> dict[int, date]:
    rows = journal.read().execute(
        select(meeting.c.person_id, func.min(_BEGINS)).where(
            meeting.c.person_id.in_(ids), meeting.c.status == "held",
            as_of.isoformat() + "T99" > _BEGINS).group_by(meeting.c.person_id))
    return _days(rows)


def _passed(journal: Journal, ids: list[int], as_of: date) -> dict[int, date]:
    rows = journal.read().execute(
        select(meeting.c.person_id, func.max(_BEGINS)).where(
            meeting.c.person_id.in_(ids), meeting.c.status.in_(COMING_STATES),
            as_of.isoformat() > _BEGINS).group_by(meeting.c.person_id))
    return _days(rows)


def _days(rows: Any) -> dict[int, date]:
    return {owner: date.fromisoformat(moment[:10]) for owner, moment in rows}


def _messages(
    journal: Journal, ids: list[int], as_of: date
) -> tuple[set[int], dict[int, list[date]]]:
    """Who answered anything, and the days of my messages that nobody answered, oldest first."""
    mine = (contact.c.person_id.in_(ids), contact.c.date <= as_of)
    answered = set(journal.read().execute(select(contact.c.person_id).where(
        *mine, contact.c.answered.is_(True),
        contact.c.kind.is_distinct_from(contacts.NOBODY_ANSWERED)).distinct()).scalars())
    written: dict[int, list[date]] = {}
    for row in journal.read().execute(
        select(contact.c.person_id, contact.c.date).where(
            *mine, contact.c.initiated_by == "me", contact.c.answered.is_not(True),
            contact.c.kind.in_(("question", contacts.NOBODY_ANSWERED)))
        .order_by(contact.c.date, contact.c.id)
    ):
        written.setdefault(row.person_id, []).append(row.date)
    return answered, written


def _sheets(journal: Journal, ids: list[int]) -> dict[int, FitSheet]:
    rows = journal.read().execute(
        select(fit_sheet).where(fit_sheet.c.person_id.in_(ids))
        .order_by(fit_sheet.c.date.asc().nulls_first(), fit_sheet.c.id)).mappings()
    return {row["person_id"]: FitSheet.of(row) for row in rows}  # the newest stays


def _asked(journal: Journal, ids: list[int]) -> dict[int, date]:
    rows = journal.read().execute(
        select(person_stage.c.person_id, func.max(type_coerce(person_stage.c.since, String)))
        .where(person_stage.c.person_id.in_(ids), person_stage.c.stage == "asked",
               person_stage.c.since.is_not(None)).group_by(person_stage.c.person_id))
    return _days(rows)
