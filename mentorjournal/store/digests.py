"""A digest for every row, so that a flipped bit in somebody's words is noticed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from mentorjournal.store.schema import RECORD_TABLES

BATCH = 500  # rows a statement; SQLite takes 32,766 marks, memory is the reason


def batches(ids: Iterable[int], size: int = BATCH) -> Iterator[list[int]]:
    """`ids` in pieces of `size`."""
    rest = iter(ids)
    while piece := list(islice(rest, size)):
        yield piece


def digest_of(values: Sequence[Any]) -> str:
    """The digest of a row's stored values: 32 hexadecimal digits."""
    text = json.dumps(list(values), ensure_ascii=False, separators=(",", ":"), default=repr)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def renew(connection: Connection, table: str, rows: Iterable[int]) -> None:
    """Make the digests of `rows` fit what is stored; those of removed rows go."""
    columns = ", ".join(f'"{c.name}"' for c in RECORD_TABLES[table].c)
    for piece in batches(rows):
        marks = ",".join("?" for _ in piece)
        found = connection.exec_driver_sql(
            f'SELECT {columns} FROM "{table}" WHERE id IN ({marks})', tuple(piece)
        ).all()
        connection.exec_driver_sql(
            f"DELETE FROM digest WHERE tbl = ? AND row IN ({marks})", (table, *piece)
        )
        if found:
            connection.exec_driver_sql(
                "INSERT INTO digest(tbl, row, sum) VALUES (?, ?, ?)",
                [(table, row[0], digest_of(row)) for row in found],
            )


def wrong_rows(
    connection: Connection, table: str, pause: Callable[[], object] = lambda: None
) -> list[int]:
    """Ids of rows of `table` whose words are not those that were written, or that are gone.

    It reads in pieces, so that a save need not wait; between two it calls `pause`.
    """
    piece = (  # all columns the file has: those of an older version are fewer
        f'SELECT d.sum, t.* FROM "{table}" t '
        'LEFT JOIN digest d ON d.tbl = ? AND d."row" = t.id '
        "WHERE t.id > ? ORDER BY t.id LIMIT ?"
    )
    wrong: list[int] = []
    last = -(1 << 63)
    while rows := connection.exec_driver_sql(piece, (table, last, BATCH)).all():
        wrong += [int(row[1]) for row in rows if row[0] != digest_of(row[1:])]
        last = rows[-1][1]
        pause()
    gone = connection.exec_driver_sql(
        f'SELECT "row" FROM digest WHERE tbl = ? AND "row" NOT IN (SELECT id FROM "{table}")',
        (table,),
    )
    return wrong + [int(row) for row in gone.scalars()]
