"""The full-text index: words folded by us, so that soren finds Søren and 导师 finds 导师会议."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from sqlalchemy import Connection

from mentorjournal.store.columns import Words, clean
from mentorjournal.store.digests import batches
from mentorjournal.store.schema import RECORD_TABLES

TABLE = (
    "CREATE VIRTUAL TABLE search USING fts5("
    "body, content='', contentless_delete=1, tokenize=\"unicode61 remove_diacritics 0\")"
)

_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
     "ŋ": "n", "ß": "ss"}
)
# Scripts written without spaces: indexed as overlapping pairs.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_PICTURES = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")

# Tables whose texts are looked for; their columns of words, without ids of lists.
INDEXED: dict[str, tuple[str, ...]] = {
    name: tuple(
        c.name for c in table.c if isinstance(c.type, Words) and not c.info.get("listed")
        and not c.info.get("moment") and c.name not in ("photo", "file")
    )
    for name, table in RECORD_TABLES.items()
    if name not in ("preference", "dismissal", "me")
}


def _fold_letters(text: str) -> str:
    text = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    kept = (
        c for c in text
        if unicodedata.category(c) != "Mn" or "\u0900" <= c <= "\u0eff"  # vowels of India, Thailand
    )
    return unicodedata.normalize("NFC", "".join(kept))


def fold(text: str) -> str:
    """`text` as it goes into the index."""
    folded = _UNSPACED.sub(lambda m: f" {' '.join(_pairs(m.group()))} {m.group()[-1]} ",
                           _fold_letters(text))
    return _PICTURES.sub(lambda m: f" u{ord(m.group()):x} ", folded)


def query(text: str) -> str:
    """What a person typed as an FTS5 expression; every word must occur, the last may be begun."""
    folded = _PICTURES.sub(lambda m: f" u{ord(m.group()):x} ", _fold_letters(clean(text)))
    terms = []
    for word in folded.split():
        for part in re.split(f"({_UNSPACED.pattern})", word):
            letters = part.replace('"', "")
            if not letters:
                continue
            if _UNSPACED.fullmatch(letters):
                phrase = " ".join(_pairs(letters))
                terms.append(f'"{phrase}"' + ("*" if len(letters) == 1 else ""))
            elif any(c.isalnum() for c in letters):
                terms.append(f'"{letters}"*')
    return " ".join(terms)


def _pairs(text: str) -> list[str]:
    return [text[i : i + 2] for i in range(max(1, len(text) - 1))]


def renew(connection: Connection, table: str, rows: Iterable[int]) -> None:
    """Make the index fit what `rows` of `table` say now."""
    columns = INDEXED.get(table)
    if not columns:
        return
    names = ", ".join(f'"{name}"' for name in columns)
    for piece in batches(rows):
        marks = ",".join("?" for _ in piece)
        _forget(connection, table, piece)
        found = connection.exec_driver_sql(
            f'SELECT id, {names} FROM "{table}" WHERE id IN ({marks})', tuple(piece)
        ).all()
        for row_id, *texts in found:
            body = "\n".join(text for text in texts if text)
            if body:
                _remember(connection, table, row_id, fold(body))


def _forget(connection: Connection, table: str, rows: list[int]) -> None:
    marks = ",".join("?" for _ in rows)
    chosen = f"FROM search_entry WHERE tbl = ? AND row IN ({marks})"
    connection.exec_driver_sql(
        f"DELETE FROM search WHERE rowid IN (SELECT id {chosen})", (table, *rows)
    )
    connection.exec_driver_sql(f"DELETE {chosen}", (table, *rows))


def _remember(connection: Connection, table: str, row: int, body: str) -> None:
    entry = connection.exec_driver_sql(
        "INSERT INTO search_entry(tbl, row) VALUES (?, ?)", (table, row)
    ).lastrowid
    connection.exec_driver_sql("INSERT INTO search(rowid, body) VALUES (?, ?)", (entry, body))


def settle(connection: Connection) -> None:
    """Write the index anew, because words that are taken out of it are only marked as gone.

    One piece alone would not be written anew; so a second one is made for it to be joined with.
    """
    connection.exec_driver_sql("INSERT INTO search(rowid, body) VALUES (-1, 'x')")
    connection.exec_driver_sql("INSERT INTO search(search) VALUES ('optimize')")
    connection.exec_driver_sql("DELETE FROM search WHERE rowid = -1")


def find(connection: Connection, text: str, most: int = 50) -> list[tuple[str, int]]:
    """The newest rows that hold every word of `text`, as (table, id); at the most `most`."""
    expression = query(text)
    if not expression:
        return []
    rows = connection.exec_driver_sql(
        "SELECT e.tbl, e.row FROM search s JOIN search_entry e ON e.id = s.rowid "
        "WHERE search MATCH ? ORDER BY s.rowid DESC LIMIT ?",
        (expression, most),
    )
    return [(table, row) for table, row in rows]
