"""Erase rows for good: out of the tables, the history, the index, the drafts, and the file's bytes.

Of each row its id and uid stay in the history, so that another copy of the journal can be told that
it is gone; no word of it does.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection

from mentorjournal.store import digests, past, search
from mentorjournal.store.past import LINKS, Key
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.words import tr

_FILES = (("person", "photo"), ("letter_attachment", "file"), ("accomplishment", "file"))
# Forms that are about a row without being called like its table.
_FORMS = {
    "person": ("pause",), "meeting": ("postpone", "cancel"), "expectation": ("talk",),
    "accomplishment_person": ("credit",),
    "feedback": ("feedback_ask", "feedback_heard", "feedback_talk", "feedback_aside"),
    "letter": ("letter-ask", "letter-remind", "letter-tell", "letter-result", "letter-paper-new"),
    "letter_attachment": ("letter-paper",),
}
# Fields of forms in which people or a meeting are chosen.
_CHOICES = {
    "person": "person", "people": "person", "who": "person", "contributors": "person",
    "witnesses": "person", "writer": "person", "meeting_id": "meeting", "asked": "feedback",
}


def everything_of(connection: Connection, top: Key) -> list[Key]:
    """`top` with all that hangs on it or ever did, whether it is there or was removed."""
    removed = past.vanished(connection)
    children: dict[Key, set[Key]] = {}
    for each in removed.values():
        for owner in each.owners():
            children.setdefault(owner, set()).add(each.key)
    found, waiting = {top}, [top]
    while waiting:
        key = waiting.pop()
        for child in children.get(key, set()) | _present(connection, key):
            if child not in found:
                found.add(child)
                waiting.append(child)
    return sorted(found)


def _present(connection: Connection, owner: Key) -> set[Key]:
    """The rows that hang on `owner` now."""
    found: set[Key] = set()
    for table, links in LINKS.items():
        for column, target, owned in links:
            if owned and target == owner[0]:
                found.update((table, row) for row in connection.exec_driver_sql(
                    f'SELECT id FROM "{table}" WHERE "{column}" = ?', (owner[1],)).scalars())
    return found


def erase(connection: Connection, rows: Collection[Key], names: Collection[str]) -> None:
    """Erase `rows` inside the open transaction; drafts in which one of `names` occurs go too."""
    uids = {key: uid for key in rows if (uid := _uid(connection, key))}
    pictures = _pictures(connection, rows)
    _neutral_labels(connection, rows)
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for table, row in rows:
        name = RECORD_TABLES[table].name
        connection.exec_driver_sql(f'DELETE FROM "{name}" WHERE id = ?', (row,))
        connection.exec_driver_sql("DELETE FROM history WHERE tbl = ? AND row = ?", (table, row))
    for (table, row), uid in uids.items():
        connection.exec_driver_sql(
            "INSERT INTO history(step, tbl, row, op, before) VALUES ((SELECT max(id) FROM step), "
            "?, ?, 'd', json_object('id', quote(?), 'uid', quote(?)))", (table, row, row, uid),
        )
    _forget_pictures(connection, pictures)
    _forget_drafts(connection, rows, names)
    for table in {table for table, _ in rows}:
        ids = [row for name, row in rows if name == table]
        digests.renew(connection, table, ids)
        search.renew(connection, table, ids)
    search.settle(connection)


def _uid(connection: Connection, key: Key) -> str | None:
    table, row = key
    found = connection.exec_driver_sql(
        f'SELECT uid FROM "{RECORD_TABLES[table].name}" WHERE id = ?', (row,)
    ).scalar()
    if found is None:
        before = connection.exec_driver_sql(
            "SELECT before FROM history WHERE tbl = ? AND row = ? AND before IS NOT NULL "
            "ORDER BY seq DESC LIMIT 1", (table, row),
        ).scalar()
        found = past.values_of(before).get("uid")
    return None if found is None else str(found)


def _neutral_labels(connection: Connection, rows: Iterable[Key]) -> None:
    """The steps that touched one of `rows` may name it; from now on they name nobody."""
    for table, row in rows:
        connection.exec_driver_sql(
            "UPDATE step SET label = ? WHERE id IN "
            "(SELECT step FROM history WHERE tbl = ? AND row = ?)", (tr("Edit"), table, row),
        )


def _pictures(connection: Connection, rows: Iterable[Key]) -> set[str]:
    """The digests of the files that one of `rows` has or had."""
    columns = dict(_FILES)
    found: set[str] = set()
    for table, row in rows:
        if table not in columns:
            continue
        name = columns[table]
        found.update(connection.exec_driver_sql(
            f'SELECT "{name}" FROM "{table}" WHERE id = ? AND "{name}" IS NOT NULL', (row,)
        ).scalars())
        for before in connection.exec_driver_sql(
            "SELECT before FROM history WHERE tbl = ? AND row = ? AND before IS NOT NULL",
            (table, row),
        ).scalars():
            found.add(str(past.values_of(before).get(name)))
    return found


def _forget_pictures(connection: Connection, digests_of: Iterable[str]) -> None:
    """Remove files that nothing else has or had."""
    for digest in digests_of:
        used = any(
            connection.exec_driver_sql(
                f'SELECT 1 FROM "{table}" WHERE "{column}" = ?', (digest,)).first()
            or connection.exec_driver_sql(
                "SELECT 1 FROM history WHERE tbl = ? AND instr(before, ?)", (table, digest)).first()
            for table, column in _FILES
        )
        if not used:
            connection.exec_driver_sql("DELETE FROM file_content WHERE sha256 = ?", (digest,))


def _forget_drafts(
    connection: Connection, rows: Collection[Key], names: Collection[str]
) -> None:
    """Drafts about one of `rows`, those that choose one of them, and those that name somebody."""
    for table, row in rows:
        for form in (table, *_FORMS.get(table, ())):
            key = f"{form}:{row}"
            connection.exec_driver_sql(
                "DELETE FROM draft WHERE key = ? OR key GLOB ?", (key, f"{key}:*"))
    for name in names:
        connection.exec_driver_sql("DELETE FROM draft WHERE instr(content, ?)", (name,))
    for key, content in connection.exec_driver_sql("SELECT key, content FROM draft").all():
        if not _chosen(json.loads(content)).isdisjoint(rows):
            connection.exec_driver_sql("DELETE FROM draft WHERE key = ?", (key,))
    # What was typed to be captured says of itself nothing about its meeting.
    connection.exec_driver_sql(
        "DELETE FROM draft WHERE key = 'running-line' "
        "AND NOT EXISTS (SELECT 1 FROM draft WHERE key = 'running-meeting')")


def _chosen(values: Mapping[str, Any]) -> set[Key]:
    """The rows that were chosen in the fields of a form."""
    found: set[Key] = set()
    for name, table in _CHOICES.items():
        value = values.get(name)
        several = value.get("list", ()) if isinstance(value, dict) else (value,)
        for one in several:  # somebody who is given credit comes with what for
            row = one[0] if isinstance(one, list) and one else one
            if isinstance(row, int) or (isinstance(row, str) and row.isdecimal()):
                found.add((table, int(row)))
    return found


def wipe(connection: Connection) -> None:
    """Write the file anew without the room that erased rows left; outside any transaction."""
    connection.exec_driver_sql("VACUUM")
