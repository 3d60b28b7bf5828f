"""Rows in and out for every noun: checked, with a person's lists, inside the open change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from mentorjournal.journal import fields, waiver
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import RECORD_TABLES, person_tag
from mentorjournal.words import listing, tr


def insert_row(connection: Connection, table: Table, values: Mapping[str, Any]) -> int:
    """Add a record and return its id. Raises JournalError for a wrong value."""
    row = fields.checked(table, values, whole=True)
    fields.check_span(table, row)
    lists = _take_lists(table, row)
    _check_links(connection, table, row)
    row = {name: value for name, value in row.items() if value is not None}  # else the default
    row["created_at"] = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    done = connection.execute(insert(table), row)
    new_id = int(done.lastrowid)
    _write_lists(connection, new_id, lists)
    waiver.check(connection, table, new_id)
    return new_id


def update_row(
    connection: Connection, table: Table, row_id: int, values: Mapping[str, Any]
) -> None:
    """Change fields of a record. Raises JournalError for a wrong value or one that is gone."""
    row = fields.checked(table, values, whole=False)
    lists = _take_lists(table, row)
    _check_links(connection, table, row)
    if row.keys() & fields.SPANS.get(table.name, ()):
        fields.check_span(table, {**fetch(connection, table, row_id), **row})
    if row:
        changes = {name: _or_default(table, name, value) for name, value in row.items()}
        done = connection.execute(update(table).where(table.c.id == row_id).values(changes))
        if not done.rowcount:
            raise gone()
        waiver.check(connection, table, row_id)
    _write_lists(connection, row_id, lists)


def _or_default(table: Table, name: str, value: Any) -> Any:
    """A field that is emptied falls back to what a new record has there."""
    default = table.c[name].default
    return default.arg if value is None and default is not None else value  # type: ignore[attr-defined]


def delete_row(connection: Connection, table: Table, row_id: int) -> None:
    """Remove a record with what it owns. Raises JournalError when it is gone already."""
    if not connection.execute(delete(table).where(table.c.id == row_id)).rowcount:
        raise gone()


def replace_steps(
    connection: Connection, table: Table, owner: Mapping[str, Any],
    steps: Iterable[tuple[date | None, Any]], field: str,
) -> None:
    """Make the rows of `owner` in a table say this and no more: from a `since` on so much."""
    same = [table.c[name] == value for name, value in owner.items()]
    known = {row.since: row.id for row in connection.execute(select(table).where(*same))}
    wanted = dict(steps)
    for day, row_id in known.items():
        if day not in wanted:
            delete_row(connection, table, row_id)
    for day, value in wanted.items():
        if day in known:
            update_row(connection, table, known[day], {field: value})
        else:
            insert_row(connection, table, {**owner, "since": day, field: value})


def gone() -> JournalError:
    """The refusal for a record that somebody removed."""
    return JournalError(tr("This entry is no longer in the journal."))


def fetch(connection: Connection, table: Table, row_id: int) -> Mapping[Any, Any]:
    """One row. Raises JournalError when it is gone."""
    row = connection.execute(select(table).where(table.c.id == row_id)).mappings().first()
    if row is None:
        raise gone()
    return row


def add(journal: Journal, kind: str, values: Mapping[str, Any], *, once: bool = False) -> int:
    """Add a record of `kind` (a plural of `fields.KINDS`) as one change; its id.

    `once` refuses a second one of what there can be only one of: nothing would ever show it.
    """
    table = table_of(kind)
    with journal.change(tr("Add entry")) as connection:
        standing = _standing(table, values)
        given = {name: value for name, value in values.items()
                 if value is not None or name not in standing}
        values = {**standing, **given}
        missing = [name for name in fields.needed(table) if values.get(name) in (None, "")]
        if missing:  # what is there is looked at first: a slip in a name is not something missing
            fields.checked(table, {name: each for name, each in values.items()
                                   if name not in missing}, whole=False)
            raise JournalError(tr("{fields} must not be empty.", fields=listing(
                [tr("“{field}”", field=name) for name in missing])))
        new_id = insert_row(connection, table, values)
        if once:
            _check_alone(connection, table, new_id)
        return new_id


def _standing(table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """A candidate who is only named is being considered, not yet a mentor; a meeting has a zone.

    A contact with the day of its answer was answered.
    """
    from mentorjournal import clock

    if table.name == "person" and values.get("direction") == "candidate":
        return {"stage": "considering"}
    if table.name == "meeting":
        return {"zone": clock.zone_name()}
    if table.name == "contact" and values.get("answered_on"):
        if values.get("answered") is False:
            raise JournalError(tr("What nobody answered has no “answered_on”."))
        return {"answered": True}
    return {}


def _check_alone(connection: Connection, table: Table, new_id: int) -> None:
    """Refuse a second one of what there can be only one of."""
    names = fields.ALONE.get(table.name)
    if names is None:
        return
    row = fetch(connection, table, new_id)
    if any(row[name] is None for name in names):
        return
    same = [table.c[name] == row[name] for name in names]
    first = connection.execute(select(table.c.id).where(table.c.id != new_id, *same)).scalar()
    if first is not None:
        raise JournalError(tr("This is in the journal already, with the id {id}.", id=first))


def table_of(kind: str) -> Table:
    """The table behind a noun's plural. Raises JournalError naming the known ones."""
    if kind not in fields.KINDS:
        raise JournalError(
            tr(
                "There is no kind “{kind}”. The kinds are {kinds}.",
                kind=kind[:60], kinds=", ".join(sorted(fields.KINDS)),
            )
        )
    return fields.KINDS[kind]


def every(journal: Journal, kind: str) -> Iterator[dict[str, Any]]:
    """Each record of `kind` as plain values, `id` first; days and times as ISO text."""
    table = table_of(kind)
    connection = journal.read()
    lists = lists_of(connection) if table.name == "person" else {}
    columns = [c for c in table.c if c.name not in ("uid", "created_at")]
    for row in connection.execute(select(*columns).order_by(table.c.id)).mappings():
        values = {name: _plain(value) for name, value in row.items()}
        if table.name == "person":
            mine = lists.get(row["id"], {})
            values |= {name: list(mine.get(name, ())) for name in fields.PERSON_LISTS}
        yield values


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


Lists = dict[str, tuple[str, ...]]


def lists_of(
    connection: Connection, person_ids: Collection[int] | None = None
) -> dict[int, Lists]:
    """Each person's lists by field name (roles, areas, …); of those named or of all."""
    names = {kind: name for name, (kind, _) in fields.PERSON_LISTS.items()}
    query = select(person_tag.c.person_id, person_tag.c.kind, person_tag.c.value).order_by(
        person_tag.c.person_id, person_tag.c.kind, person_tag.c.position
    )
    if person_ids is not None:
        query = query.where(person_tag.c.person_id.in_(person_ids))
    found: dict[int, Lists] = {}
    for owner, kind, value in connection.execute(query).all():
        mine = found.setdefault(owner, {})
        mine[names[kind]] = (*mine.get(names[kind], ()), value)
    return found


def _take_lists(table: Table, row: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    if table.name != "person":
        return {}
    return {name: row.pop(name) for name in fields.PERSON_LISTS if name in row}


def _write_lists(
    connection: Connection, person_id: int, lists: Mapping[str, tuple[str, ...]]
) -> None:
    for name, values in lists.items():
        kind = fields.PERSON_LISTS[name][0]
        same = (person_tag.c.person_id == person_id) & (person_tag.c.kind == kind)
        now = connection.execute(
            select(person_tag.c.value).where(same).order_by(person_tag.c.position)
        ).scalars().all()
        if tuple(now) == values:
            continue
        connection.execute(delete(person_tag).where(same))
        for position, value in enumerate(values):
            connection.execute(
                insert(person_tag),
                {"person_id": person_id, "kind": kind, "value": value, "position": position},
            )


def _check_links(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    for key in table.foreign_keys:
        name = key.parent.name
        if row.get(name) is None:
            continue
        target = RECORD_TABLES[key.column.table.name]
        found = connection.exec_driver_sql(
            f'SELECT 1 FROM "{target.name}" WHERE id = ?', (row[name],)
        )
        if found.first() is None:
            raise JournalError(
                tr(
                    "There is no {noun} with the id {id}.",
                    noun=target.name.replace("_", " "), id=row[name],
                )
            )
