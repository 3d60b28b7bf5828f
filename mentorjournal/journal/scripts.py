"""Which characters beyond those of Europe are written in a journal: they need other fonts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.store.digests import batches
from mentorjournal.store.search import INDEXED

BEYOND = "[\u0590-\u1dff\u2190-\u2bff\u2e80-\U0010ffff]"
ME = ("name", "institution", "department")
FIRST = ("me", "person")
PIECE = 500  # rows; looking through so many takes a few milliseconds


def everywhere(journal: Journal) -> Iterator[set[str]]:
    """The characters, piece by piece, those of names first; ends when the journal is closed."""
    connection = journal.read()
    for table in (*FIRST, *(name for name in INDEXED if name not in FIRST)):
        last = 0
        while not connection.closed:
            ids = connection.exec_driver_sql(
                f'SELECT id FROM "{table}" WHERE id > ? ORDER BY id LIMIT ?', (last, PIECE)
            ).scalars().all()
            if not ids:
                break
            last = ids[-1]
            yield _written(journal, table, ids)


def changed(journal: Journal, changes: Changes) -> set[str]:
    """The characters in what a change has touched."""
    return {
        char for table, rows in changes.rows.items() for piece in batches(rows)
        for char in _written(journal, table, piece)
    }


def _written(journal: Journal, table: str, ids: Iterable[int]) -> set[str]:
    columns = ME if table == "me" else INDEXED.get(table)
    if not columns:
        return set()
    chosen = tuple(ids)
    marks = ",".join("?" for _ in chosen)
    names = ", ".join(f'"{name}"' for name in columns)
    beyond = " OR ".join(f'"{name}" GLOB ?' for name in columns)
    found = journal.read().exec_driver_sql(
        f'SELECT {names} FROM "{table}" WHERE id IN ({marks}) AND ({beyond})',
        (*chosen, *(f"*{BEYOND}*" for _ in columns)),
    )
    return {char for row in found for text in row if text for char in text}
