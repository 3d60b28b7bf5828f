"""A digest for every row, so that a flipped bit in somebody's words is noticed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
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


def wrong_rows(connection: Connection) -> list[tuple[str, int]]:
    """Rows whose words are not those that were written, as (table, id)."""
    wrong = []
    for table, columns in RECORD_TABLES.items():
        names = ", ".join(f'"{c.name}"' for c in columns.c)
        sums: dict[int, str] = {}
        for row_id, found in connection.exec_driver_sql(
            "SELECT row, sum FROM digest WHERE tbl = ?", (table,)
        ):
            sums[row_id] = found
        for row in connection.exec_driver_sql(f'SELECT {names} FROM "{table}"'):
            if sums.pop(row[0], None) != digest_of(row):
                wrong.append((table, int(row[0])))
        wrong += [(table, int(row)) for row in sums]
    return wrong
