"""Feedback I asked for and was given: each entry, and the steps from asking to reporting back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from mentorjournal import clock
from mentorjournal.journal import entries, reports
from mentorjournal.journal.between import Feedback
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Action
from mentorjournal.mentoring import loop
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import action, feedback
from mentorjournal.words import tr, trn


def get(journal: Journal, feedback_id: int) -> Feedback:
    """One entry. Raises JournalError when it is gone."""
    return Feedback.of(entries.fetch(journal.read(), feedback, feedback_id))


def every(journal: Journal, ids: Iterable[int] | None = None) -> list[Feedback]:
    """All entries, or some, the newest first, those not heard yet before."""
    query = select(feedback).order_by(feedback.c.date.desc().nulls_first(), feedback.c.id.desc())
    if ids is not None:
        query = query.where(feedback.c.id.in_(list(ids)))
    return [Feedback.of(row) for row in journal.read().execute(query).mappings()]


def actions(journal: Journal, feedback_id: int) -> list[Action]:
    """What an entry's plan consists of, in order."""
    rows = journal.read().execute(
        select(action).where(action.c.feedback_id == feedback_id, action.c.dropped_on.is_(None))
        .order_by(action.c.position, action.c.id)
    ).mappings()
    return [Action.of(row) for row in rows]


def themes(journal: Journal) -> list[str]:
    """The themes that were set, the commonest first."""
    named = feedback.c.theme
    rows = journal.read().execute(
        select(named).where(named.is_not(None), named != "")
        .group_by(named).order_by(func.count().desc(), named))
    return list(rows.scalars())


def unanswered(journal: Journal, person_id: int) -> list[Feedback]:
    """What somebody was asked and has not answered, the last asked first."""
    rows = journal.read().execute(
        select(feedback).where(
            feedback.c.person_id == person_id, feedback.c.date.is_(None),
            feedback.c.set_aside_on.is_(None),
        ).order_by(feedback.c.asked_on.desc().nulls_last(), feedback.c.id.desc())
    ).mappings()
    return [Feedback.of(row) for row in rows]


def last_asked(journal: Journal) -> int | None:
    """Whoever was asked last."""
    found: int | None = journal.read().execute(
        select(feedback.c.person_id).where(feedback.c.requested)
        .order_by(func.coalesce(feedback.c.asked_on, feedback.c.date).desc(), feedback.c.id.desc())
        .limit(1)
    ).scalar()
    return found


# Entries --------------------------------------------------------------------------------------


def ask(journal: Journal, values: Mapping[str, Any], origin: object = None) -> int:
    """Note what was asked of whom; the id. `person_id` and `topic` are needed.

    Raises JournalError without a topic: feedback on everything is feedback on nothing.
    """
    if not (values.get("topic") or "").strip():
        raise JournalError(tr("Say what you want feedback on."))
    with journal.change(tr("Ask for feedback"), origin=origin) as connection:
        return entries.insert_row(connection, feedback, {**values, "requested": True})


def hear(
    journal: Journal, person_id: int, gist: str, on: date, *, meeting_id: int | None = None,
    requested: bool = False, origin: object = None,
) -> int:
    """Note what somebody said of my work; the id of the entry in the feedback log."""
    return log(journal, {
        "person_id": person_id, "gist": gist, "date": on, "meeting_id": meeting_id,
        "requested": requested,
    }, origin)


def log(journal: Journal, values: Mapping[str, Any], origin: object = None) -> int:
    """Note what was said with all that is known of it; the id."""
    with journal.change(tr("Note feedback"), origin=origin) as connection:
        new_id = entries.insert_row(connection, feedback, values)
        _cool_off(connection, new_id)
        return new_id


def edit(
    journal: Journal, feedback_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Change fields of an entry; a stance that is hard begins a cool-off."""
    with journal.change(tr("Edit feedback"), merge=merge, origin=origin) as connection:
        entries.update_row(connection, feedback, feedback_id, values)
        if values.get("stance"):
            _cool_off(connection, feedback_id)


def edit_gist(
    journal: Journal, feedback_id: int, gist: str, *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Say in other words what was heard."""
    edit(journal, feedback_id, {"gist": gist}, merge=merge, origin=origin)


def answer(
    journal: Journal, feedback_id: int, asked_id: int, values: Mapping[str, Any] | None = None,
    origin: object = None,
) -> None:
    """Say that what was heard answers what was asked: both become one entry, with `values`."""
    with journal.change(tr("Note feedback"), origin=origin) as connection:
        heard = {**entries.fetch(connection, feedback, feedback_id), **(values or {})}
        asked = entries.fetch(connection, feedback, asked_id)
        if asked["date"] is not None:
            raise JournalError(tr("That was answered already."))
        told = {name: heard[name] or asked[name] for name in ("topic", "theme")}
        asked_then = {name: asked[name] for name in ("asked_on", "question")}
        edit(journal, feedback_id, {**(values or {}), **told, **asked_then, "requested": True})
        reports.move(connection, asked_id, feedback_id)
        entries.delete_row(connection, feedback, asked_id)


def remove(journal: Journal, feedback_id: int, origin: object = None) -> None:
    """Remove an entry of the feedback log."""
    with journal.change(tr("Remove feedback"), origin=origin) as connection:
        entries.delete_row(connection, feedback, feedback_id)


def remove_all(journal: Journal, feedback_ids: Iterable[int], origin: object = None) -> None:
    """Remove several entries as one step."""
    ids = list(feedback_ids)
    words = trn("Remove {n} entry", "Remove {n} entries", len(ids))
    with journal.change(words, origin=origin) as connection:
        for one in ids:
            entries.delete_row(connection, feedback, one)


def set_theme(
    journal: Journal, feedback_ids: Iterable[int], theme: str | None, origin: object = None
) -> None:
    """Put entries under one theme, spelled as it is elsewhere; without words under none."""
    wanted = " ".join((theme or "").split())
    known = {one.casefold(): one for one in themes(journal)}
    name = known.get(wanted.casefold(), wanted) or None
    changing = [one.id for one in every(journal, feedback_ids) if (one.theme or None) != name]
    with journal.change(tr("Set the theme"), origin=origin) as connection:
        for one in changing:
            entries.update_row(connection, feedback, one, {"theme": name})


def _cool_off(connection: Connection, feedback_id: int) -> None:
    """Something hard that was just heard gets a few days, unless it has them or was talked over."""
    row = entries.fetch(connection, feedback, feedback_id)
    if row["stance"] not in loop.HARD or row["date"] is None:
        return
    if row["cool_off_until"] or row["conversation_on"] or row["plan"]:
        return
    entries.update_row(
        connection, feedback, feedback_id, {"cool_off_until": loop.cool_off_of(row["date"])})


# Steps ----------------------------------------------------------------------------------------


def revisit(
    journal: Journal, feedback_id: int, on: date | None, origin: object = None
) -> None:
    """Say that I looked at it again after the cool-off; None takes it back."""
    _step(journal, feedback_id, {"revisited_on": on}, tr("Look at feedback again"), origin)


def ask_for_talk(
    journal: Journal, feedback_id: int, on: date | None, meeting_id: int | None = None,
    origin: object = None,
) -> None:
    """Say that I asked to talk about it, perhaps in a meeting; None takes it back."""
    _step(journal, feedback_id, {"talk_asked_on": on, "follow_up_meeting_id": meeting_id},
          tr("Ask for a talk"), origin)


def talk(journal: Journal, feedback_id: int, on: date | None, origin: object = None) -> None:
    """Say when we talked about it; None takes it back."""
    _step(journal, feedback_id, {"conversation_on": on}, tr("Talk about feedback"), origin)


def plan(
    journal: Journal, feedback_id: int, text: str | None, on: date, *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Write what I will do; it is planned since the day of the first words."""
    with journal.change(tr("Plan"), merge=merge, origin=origin) as connection:
        since = entries.fetch(connection, feedback, feedback_id)["plan_on"]
        entries.update_row(connection, feedback, feedback_id, {
            "plan": text, "plan_on": (since or on) if (text or "").strip() else None})


def add_action(
    journal: Journal, feedback_id: int, text: str, due: date | None = None,
    on: date | None = None, origin: object = None,
) -> int:
    """Add something I will do about it; the id. With `on` this is the day it was planned."""
    with journal.change(tr("Add action"), origin=origin) as connection:
        row = entries.fetch(connection, feedback, feedback_id)
        last = connection.execute(
            select(func.max(action.c.position)).where(action.c.feedback_id == feedback_id)
        ).scalar()
        if on and not row["plan_on"]:
            entries.update_row(connection, feedback, feedback_id, {"plan_on": on})
        return entries.insert_row(connection, action, {
            "feedback_id": feedback_id, "person_id": row["person_id"], "owner": "me",
            "text": text, "due": due, "position": (last if last is not None else -1) + 1,
        })


def send_note(
    journal: Journal, feedback_id: int, on: date | None, origin: object = None
) -> None:
    """Say when the follow-up note went out; None takes it back. Raises JournalError without one."""
    if on and not (get(journal, feedback_id).note_text or "").strip():
        raise JournalError(tr("Write the note first."))
    _step(journal, feedback_id, {"note_on": on}, tr("Follow-up note sent"), origin)


def act(
    journal: Journal, feedback_id: int, on: date | None, came_of: str | None = None,
    origin: object = None,
) -> None:
    """Say that I acted on it and what came of it; None for `on` takes it back.

    Telling them joins the next agenda with them by itself, and leaves it again.
    """
    words = {} if came_of is None else {"came_of": came_of}
    with journal.change(tr("Act on feedback"), origin=origin) as connection:
        _step(journal, feedback_id, {"acted_on": on, **words}, tr("Act on feedback"), None)
        if on:
            reports.join_next(connection, feedback_id, max(on, clock.today()))
        else:
            reports.leave_agendas(connection, feedback_id)


def report_back(
    journal: Journal, feedback_id: int, on: date | None, origin: object = None
) -> None:
    """Say when I told them what came of it, which ends the loop; None opens it again."""
    _step(journal, feedback_id, {"reported_back_on": on}, tr("Report back"), origin)


def set_aside(
    journal: Journal, feedback_id: int, on: date | None, why: str | None = None,
    origin: object = None,
) -> None:
    """Leave it at that, with a reason; None for `on` takes it up again.

    Raises JournalError without a reason.
    """
    if on and not (why or "").strip():
        raise JournalError(tr("Say in a few words why you set it aside."))
    words = tr("Set feedback aside") if on else tr("Take feedback up again")
    with journal.change(words, origin=origin) as connection:
        _step(journal, feedback_id, {"set_aside_on": on, "set_aside_why": why if on else None},
              words, None)
        if on:
            reports.leave_agendas(connection, feedback_id)
        elif entries.fetch(connection, feedback, feedback_id)["acted_on"]:
            reports.join_next(connection, feedback_id, clock.today())


def _step(
    journal: Journal, feedback_id: int, values: Mapping[str, Any], words: str, origin: object
) -> None:
    with journal.change(words, origin=origin) as connection:
        row = entries.fetch(connection, feedback, feedback_id)
        if row["date"] is None and any(isinstance(each, date) for each in values.values()) and (
            "set_aside_on" not in values
        ):
            raise JournalError(tr("Nothing was heard yet; say first what was said, and when."))
        entries.update_row(connection, feedback, feedback_id, values)
