"""People: who they are, when we last spoke, and adding, editing, joining and removing them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    String,
    delete,
    func,
    select,
    type_coerce,
    update,
)

from mentorjournal import clock
from mentorjournal.journal import entries, files
from mentorjournal.journal.fields import ALONE, PERSON_LISTS, check_span
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person, PersonFacts
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.store.errors import JournalError
from mentorjournal.store.own_tables import file_content
from mentorjournal.store.schema import (
    RECORD_TABLES,
    action,
    contact,
    meeting,
    need_person,
    person,
    person_stage,
)
from mentorjournal.words import tr

PHOTO_LIMIT = 5_000_000  # bytes; PROMISES rule 13

_NAME = func.lower(person.c.name)


def get(journal: Journal, person_id: int) -> Person:
    """One person. Raises JournalError when they are gone."""
    row = entries.fetch(journal.read(), person, person_id)
    return Person.of(row, **entries.lists_of(journal.read(), (person_id,)).get(person_id, {}))


def is_there(journal: Journal, person_id: int) -> bool:
    """Whether the journal has this person."""
    found = journal.read().execute(select(person.c.id).where(person.c.id == person_id))
    return found.first() is not None


def everybody(
    journal: Journal, as_of: date, ids: Iterable[int] | None = None
) -> list[PersonFacts]:
    """All people, or those with `ids`, with their last touchpoint and next meeting by `as_of`.

    Sorted by name, without regard to capitals.
    """
    connection = journal.read()
    last, following = _touchpoints(as_of)
    query = select(person, last.label("_last"), following.label("_next")).order_by(_NAME)
    if ids is not None:
        ids = list(ids)
        query = query.where(person.c.id.in_(ids))
    lists = entries.lists_of(connection, ids)
    needs = _needs_of_people(connection)
    return [
        PersonFacts(
            Person.of(row, **lists.get(row["id"], {})),
            last_touchpoint=date.fromisoformat(row["_last"]) if row["_last"] else None,
            next_meeting=date.fromisoformat(row["_next"][:10]) if row["_next"] else None,
            need_ids=needs.get(row["id"], ()),
        )
        for row in connection.execute(query).mappings().all()
    ]


def _needs_of_people(connection: Connection) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for need_id, owner in connection.execute(
        select(need_person.c.need_id, need_person.c.person_id).order_by(need_person.c.id)
    ):
        found[owner] = (*found.get(owner, ()), need_id)
    return found


def _touchpoints(as_of: date) -> tuple[ColumnElement[str], ColumnElement[str]]:
    """Subqueries: the last day of contact (held meeting or answered exchange), the next meeting.

    An unanswered message is logged but is no touchpoint (TIPS, fixed terms).
    """
    starts_at = type_coerce(meeting.c.starts_at, String)
    today = as_of.isoformat()
    met = select(func.substr(func.max(starts_at), 1, 10)).where(
        meeting.c.person_id == person.c.id, meeting.c.status == "held", starts_at < today + "T99",
    )
    spoke = select(func.max(type_coerce(contact.c.date, String))).where(
        contact.c.person_id == person.c.id, contact.c.answered.is_(True), contact.c.date <= as_of,
        contact.c.kind.is_distinct_from("message_unanswered"),
    )
    following = select(func.min(starts_at)).where(
        meeting.c.person_id == person.c.id, meeting.c.status.in_(COMING_STATES),
        starts_at >= today,
    )
    either = [
        func.coalesce(found.correlate(person).scalar_subquery(), "") for found in (met, spoke)
    ]
    return (
        func.nullif(func.max(*either), ""),
        following.correlate(person).scalar_subquery(),
    )


def asked_on(journal: Journal) -> dict[int, date]:
    """Since when those wait who were asked to be my mentor and have not said yes or no."""
    since = func.max(type_coerce(person_stage.c.since, String))
    rows = journal.read().execute(
        select(person.c.id, since).join(person_stage, person_stage.c.person_id == person.c.id)
        .where(person.c.direction == "candidate", person.c.stage == "asked",
               person_stage.c.stage == "asked", person_stage.c.since.is_not(None))
        .group_by(person.c.id))
    return {key: date.fromisoformat(day) for key, day in rows}


def added_on(journal: Journal, ids: Iterable[int]) -> dict[int, date]:
    """The day each of these people was written down, on the machine's clock."""
    rows = journal.read().execute(
        select(person.c.id, person.c.created_at).where(person.c.id.in_(list(ids)))
    )
    return {key: datetime.fromisoformat(moment).astimezone().date() for key, moment in rows}


def stages(journal: Journal) -> dict[int, list[tuple[date, str]]]:
    """The stages of everybody with the day each began, in order."""
    found: dict[int, list[tuple[date, str]]] = {}
    for owner, since, stage in journal.read().execute(
        select(person_stage.c.person_id, person_stage.c.since, person_stage.c.stage)
        .where(person_stage.c.since.is_not(None))
        .order_by(person_stage.c.since, person_stage.c.id)
    ):
        found.setdefault(owner, []).append((since, stage or ""))
    return found


def photo(journal: Journal, someone: Person) -> bytes | None:
    """The bytes of a person's picture."""
    if not someone.photo:
        return None
    found: bytes | None = journal.read().execute(
        select(file_content.c.data).where(file_content.c.sha256 == someone.photo)
    ).scalar()
    return found


def add(journal: Journal, values: Mapping[str, Any], origin: object = None) -> int:
    """Add a person; only `name` is needed. Raises JournalError for a wrong value."""
    with journal.change(tr("Add {name}", name=_shown(values)), origin=origin) as connection:
        return entries.insert_row(connection, person, values)


def add_names(
    journal: Journal, names: Sequence[str], values: Mapping[str, Any], origin: object = None
) -> list[int]:
    """Add a person for each name, all with the same `values`, as one change."""
    with journal.change(tr("Add people"), origin=origin) as connection:
        return [
            entries.insert_row(connection, person, {**values, "name": name})
            for name in names if name.strip()
        ]


def edit(
    journal: Journal, person_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    stage_since: date | None = None, origin: object = None,
) -> None:
    """Change a person's fields and lists. Raises JournalError for a wrong value.

    A new stage is kept with the day it began: `stage_since`, else that of an ending, else today.
    Who is no longer somebody I mentor is no longer "junior" either.
    """
    before = get(journal, person_id)
    if values.get("direction", "mentee") != "mentee" and before.level == "junior":
        values = {"level": None, **values}
    label = tr("Edit {name}", name=before.short_name)
    with journal.change(label, merge=merge, origin=origin) as connection:
        entries.update_row(connection, person, person_id, values)
        if (values.get("stage") or before.stage) != before.stage:
            ended = values.get("ended") if values["stage"] == "closed" else None
            since = stage_since or ended or clock.today()
            _note_stage(connection, person_id, values["stage"], since)


def _note_stage(connection: Connection, person_id: int, stage: str, since: date) -> None:
    """Keep since when a relationship is in its stage, for the bands of the timeline.

    Several reached on one day are all kept, in the order in which they were.
    """
    entries.insert_row(
        connection, person_stage, {"person_id": person_id, "stage": stage, "since": since})


def remove(journal: Journal, person_id: int, origin: object = None) -> None:
    """Remove a person with their meetings, contacts, feedback and promises."""
    name = get(journal, person_id).short_name
    with journal.change(tr("Remove {name}", name=name), origin=origin) as connection:
        connection.execute(delete(action).where(action.c.person_id == person_id))
        entries.delete_row(connection, person, person_id)


def belongings(journal: Journal, person_id: int) -> dict[str, int]:
    """How many records would go with a person: table -> count, empty ones left out."""
    connection = journal.read()
    counts = {}
    for table in ("meeting", "contact", "feedback", "action", "thanks", "letter", "expectation"):
        columns = RECORD_TABLES[table].c
        owner = columns.writer_id if table == "letter" else columns.person_id
        n = connection.execute(select(func.count()).where(owner == person_id)).scalar()
        if n:
            counts[table] = int(n)
    return counts


def merge(journal: Journal, keep_id: int, other_id: int, origin: object = None) -> None:
    """Join two entries for one person: `keep_id` stays, and gets all that `other_id` has.

    Where both say something, the kept entry's wording stays and the other's is added to its private
    note, so that nothing is lost. Raises JournalError when both are the same.
    """
    if keep_id == other_id:
        raise JournalError(tr("Choose two different people."))
    keep, other = get(journal, keep_id), get(journal, other_id)
    with journal.change(tr("Join entries of {name}", name=keep.short_name), origin=origin) as c:
        lists = {
            name: (*getattr(keep, name), *getattr(other, name)) for name in PERSON_LISTS
        }
        rows = [entries.fetch(c, person, each) for each in (keep_id, other_id)]
        entries.update_row(c, person, keep_id, {**lists, **_joined(*rows)})
        _move_links(c, keep_id, other_id)
        entries.delete_row(c, person, other_id)


_UNSPOKEN = {"id", "uid", "created_at", "name", "photo", "direction", "stage", "private_note",
             "suggested_by_id"}


def _joined(keep: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {
        name: keep[name] or other[name] for name in ("photo", "suggested_by_id")
    }
    differing = [] if keep["name"] == other["name"] else [other["name"]]
    for name in sorted(keep.keys() - _UNSPOKEN):
        mine, theirs = keep[name], other[name]
        if not mine and theirs and _keeps_order(keep, {**values, name: theirs}):
            values[name] = theirs
        elif theirs and theirs != mine:
            differing.append(f"{name.replace('_', ' ')}: {theirs}")
    notes = [keep["private_note"], other["private_note"]]
    if differing:
        notes.append(tr("From the joined entry: {text}", text="; ".join(sorted(differing))))
    values["private_note"] = "\n\n".join(note for note in notes if note)
    return values


def _keeps_order(keep: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    """Whether the kept entry would still end after it began."""
    try:
        check_span(person, {**keep, **values})
    except JournalError:
        return False
    return True


def _move_links(connection: Connection, keep_id: int, other_id: int) -> None:
    for table in RECORD_TABLES.values():
        if table.name == "person_tag":
            continue  # a person's lists are joined as values
        for key in table.foreign_keys:
            if key.column.table is person:
                column = key.parent
                connection.execute(
                    update(table).where(column == other_id).values({column.name: keep_id})
                )
    connection.execute(
        update(person).where(person.c.id == keep_id, person.c.suggested_by_id == keep_id)
        .values(suggested_by_id=None)
    )
    for pairs in ("need_person", "goal_person", "accomplishment_person"):
        table = RECORD_TABLES[pairs]
        whole = [table.c[name] for name in ALONE[pairs]]
        first = select(func.min(table.c.id)).group_by(*whole)
        connection.execute(
            delete(table).where(table.c.person_id == keep_id, table.c.id.not_in(first))
        )


def set_photo(
    journal: Journal, person_id: int, data: bytes | None, media_type: str = "image/png",
    origin: object = None,
) -> None:
    """Give a person a picture, kept inside the journal; None takes it away.

    Raises JournalError when it is over 5 MB.
    """
    if data and len(data) > PHOTO_LIMIT:
        raise JournalError(tr("The picture is too large; 5 MB fit."))
    name = get(journal, person_id).short_name
    with journal.change(tr("Picture of {name}", name=name), origin=origin) as connection:
        digest = files.keep(connection, data, media_type) if data else None
        entries.update_row(connection, person, person_id, {"photo": digest})


def _shown(values: Mapping[str, Any]) -> str:
    name = str(values.get("name") or "")
    return name if len(name) <= 40 else name[:39] + "…"
