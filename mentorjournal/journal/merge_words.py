"""What two copies disagree about, in words: which entry, which field, and what each copy says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Boolean, Connection

from mentorjournal.journal import fields, nouns
from mentorjournal.mentoring import vocabulary
from mentorjournal.store.columns import Day, WallTime, WordList
from mentorjournal.store.merge_plan import Conflict, Insert
from mentorjournal.store.merge_rows import FILES, LINKS, Row, Value, is_prose
from mentorjournal.store.merge_write import joined, suggested
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.words import clock_time, long_day, short_name, size_words, tr, trn

NAMED = 4  # entries that are named


@dataclass(frozen=True)
class Question:
    """A field on which the copies differ; `suggested` is the later wording."""

    key: tuple[str, str]  # what `choices` of a merge calls it
    title: str
    field: str
    mine: str
    theirs: str
    mine_at: datetime | None
    theirs_at: datetime | None
    suggested: str
    may_keep_both: bool


def question(mine: Connection, theirs: Connection, conflict: Conflict) -> Question:
    """A conflict in the words of a person."""
    prose = is_prose(conflict.table, conflict.field) and (
        fields.choices(conflict.table, conflict.field) is None)
    entry = _row(mine, conflict.table, "id", conflict.id)
    return Question(
        (conflict.uid, conflict.field), _title(mine, conflict.table, entry),
        _field(conflict.field),
        _said(mine, conflict, conflict.mine), _said(theirs, conflict, conflict.theirs),
        moment(conflict.mine_at), moment(conflict.theirs_at), suggested(conflict),
        prose and bool(conflict.mine) and bool(conflict.theirs)
        and len(joined(conflict)) <= fields.TEXT_LIMIT,
    )


def named(connection: Connection, rows: Sequence[Insert | Row]) -> tuple[str, ...]:
    """The first few entries of a copy by their titles, and how many more there are."""
    counted = [each for each in rows if nouns.is_counted(each.table)]
    shown = [
        _title(connection, each.table, _row(connection, each.table, "uid", each.uid))
        for each in counted[:NAMED]
    ]
    more = len(counted) - len(shown)
    return (*shown, *([trn("and {n} more", "and {n} more", more)] if more else []))


def _title(connection: Connection, table: str, values: Mapping[str, Any]) -> str:
    """The entry, such as "Meeting with Prof. Okafor, Tuesday 12 May 2026"."""
    if table == "me":
        return tr("About me")
    words = nouns.title(table, values, lambda row: _name(connection, row))
    if table == "meeting":
        day = date.fromisoformat(str(values["starts_at"])[:10])
        return tr("{meeting}, {day}", meeting=words, day=long_day(day))
    if table == "person" or words == nouns.kind(table):
        return words
    return tr("{kind}: {title}", kind=nouns.kind(table), title=words)


def _row(connection: Connection, table: str, column: str, value: Value) -> Mapping[str, Any]:
    found = connection.exec_driver_sql(
        f'SELECT * FROM "{RECORD_TABLES[table].name}" WHERE "{column}" = ?', (value,)
    ).mappings().first()
    return dict(found) if found else {}


def _name(connection: Connection, person_id: int) -> str:
    return short_name(str(_row(connection, "person", "id", person_id).get("name") or ""))


def _field(field: str) -> str:
    """A field as a person would call it."""
    unusual = {
        "starts_at": tr("Start"), "cadence_days": tr("Rhythm in days"), "due": tr("Due day"),
        "limits": tr("Their limits"), "photo": tr("Picture"), "gist": tr("What was said"),
        "mine": tr("What I want"), "theirs": tr("What they want"),
    }
    return unusual.get(field) or field.removesuffix("_id").replace("_", " ").capitalize()


def _said(connection: Connection, conflict: Conflict, value: Value) -> str:
    """A value as the journal shows it; "" for an empty field."""
    kind = RECORD_TABLES[conflict.table].c[conflict.field].type
    if value in (None, ""):
        return ""
    if conflict.field in LINKS[conflict.table]:
        target = LINKS[conflict.table][conflict.field]
        row = _row(connection, target, "uid", value)
        return nouns.title(target, row, lambda one: _name(connection, one)) if row else ""
    if FILES.get(conflict.table) == conflict.field:
        return tr("A picture") if conflict.field == "photo" else _file(connection, conflict, value)
    if isinstance(kind, Boolean):
        return tr("Yes") if value else tr("No")
    if isinstance(kind, Day):
        return long_day(date.fromisoformat(str(value)))
    if isinstance(kind, WallTime):
        start = datetime.fromisoformat(str(value))
        return tr("{day}, {time}", day=long_day(start.date()), time=clock_time(start))
    if isinstance(kind, WordList):
        return ", ".join(vocabulary.label(word) for word in kind.process_result_value(
            str(value), connection.dialect))
    return _text(conflict, value)


def _file(connection: Connection, conflict: Conflict, digest: Value) -> str:
    """A file by its name and size."""
    entry = _row(connection, conflict.table, "uid", conflict.uid)
    size = connection.exec_driver_sql(
        "SELECT size FROM file_content WHERE sha256 = ?", (digest,)).scalar()
    name = str(entry.get("file_name") or entry.get("name") or tr("A file"))
    return tr("{name}, {size}", name=name, size=size_words(size)) if size else name


def _text(conflict: Conflict, value: Value) -> str:
    is_moment = RECORD_TABLES[conflict.table].c[conflict.field].info.get("moment")
    if is_moment:
        at = moment(str(value))
        return tr("{day}, {time}", day=long_day(at.date()), time=clock_time(at)) if at else ""
    if fields.choices(conflict.table, conflict.field) is not None:
        return vocabulary.label(str(value))
    return str(value)


def moment(at: str) -> datetime | None:
    """An instant of the history on the clock of this computer."""
    try:
        return datetime.fromisoformat(at).astimezone()
    except ValueError:
        return None
