"""Recently deleted: what was removed from the journal, and bringing it back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from mentorjournal import clock
from mentorjournal.journal import nouns
from mentorjournal.journal.journal import Journal
from mentorjournal.store import past
from mentorjournal.store.errors import JournalError
from mentorjournal.store.past import Gone, Key
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.words import short_name, tr


@dataclass(frozen=True)
class Deleted:
    """An entry that was removed: its words, when, and how much hung on it by table.

    `owner` says what it belonged to; `owner_gone` whether that was removed too, and would come back
    with it.
    """

    table: str
    id: int
    title: str
    at: datetime
    day: str = ""
    owner: str = ""
    owner_gone: bool = False
    counts: Mapping[str, int] = field(default_factory=dict)


def every(journal: Journal) -> list[Deleted]:
    """All that was removed and is not back, newest first."""
    connection = journal.read()
    removed = past.gone(connection)
    names = _Names(connection, removed)
    return [_deleted(top, parts, names) for top, parts in past.tops(removed)]


def _deleted(top: Gone, parts: list[Gone], names: _Names) -> Deleted:
    owners = top.owners()
    return Deleted(
        top.table, top.row, nouns.title(top.table, top.values, names.person),
        datetime.fromisoformat(top.at).astimezone(),
        nouns.day_of(top.table, top.values, clock.today()),
        names.of(owners[0]) if owners else "",
        any(not names.is_there(owner) for owner in owners),
        Counter(part.table for part in parts if part.table not in past.PARTS),
    )


class _Names:
    """The titles of rows, whether they are there or gone."""

    def __init__(self, connection: Connection, removed: Mapping[Key, Gone]) -> None:
        self._connection = connection
        self._removed = removed
        self._known: dict[Key, Mapping[Any, Any] | None] = {}

    def of(self, key: Key) -> str:
        """The title of a row; "" for one that was erased."""
        values = self._values(key)
        if values is None:
            return ""
        if key[0] == "person":
            return short_name(str(values["name"]))
        return nouns.title(key[0], values, self.person)

    def person(self, person_id: int) -> str:
        """The name of a person."""
        return self.of(("person", person_id)) or tr("somebody who was erased")

    def is_there(self, key: Key) -> bool:
        """Whether a row is in the journal."""
        return key not in self._removed and self._values(key) is not None

    def _values(self, key: Key) -> Mapping[Any, Any] | None:
        if key in self._removed:
            return self._removed[key].values
        if key not in self._known:
            table, row = key
            self._known[key] = self._connection.exec_driver_sql(
                f'SELECT * FROM "{RECORD_TABLES[table].name}" WHERE id = ?', (row,)
            ).mappings().first()
        return self._known[key]


def restore(journal: Journal, table: str, row_id: int, origin: object = None) -> None:
    """Bring a removed entry back with all that hung on it, and what it belongs to if need be.

    Raises JournalError when it is back already, or what it belongs to was erased for good.
    """
    removed = past.gone(journal.read())
    top = removed.get((table, row_id))
    if top is None:
        raise JournalError(tr("This entry is back already, or was erased for good."))
    rows = _with_owners(journal.read(), top, removed)
    title = nouns.title(table, top.values, _Names(journal.read(), removed).person)
    with journal.change(tr("Restore {title}", title=_short(title)), origin=origin) as connection:
        past.bring_back(connection, rows)


def _with_owners(
    connection: Connection, top: Gone, removed: Mapping[Key, Gone]
) -> list[Gone]:
    """What comes back with `top`, itself included; all that it rests on is there afterwards."""
    wanted: dict[Key, Gone] = {}
    waiting = [top.key]
    while waiting:
        for each in past.hanging(waiting.pop(), removed):
            wanted[each.key] = each
            if each.table not in past.PARTS:
                waiting += [key for key in each.owners() if key in removed and key not in wanted]
    while lost := [
        each for each in wanted.values() if not all(
            owner in wanted or past.is_there(connection, owner) for owner in each.owners())
    ]:
        if top in lost:
            raise JournalError(
                tr("It cannot come back: what it belonged to was erased for good."))
        for each in lost:
            del wanted[each.key]
    return list(wanted.values())


def _short(title: str) -> str:
    return title if len(title) <= 40 else title[:39].rstrip() + "…"
