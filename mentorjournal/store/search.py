"""The full-text index: words folded by us, so that soren finds Søren and 导师 finds 导师会议."""

from __future__ import annotations

import json
import re
import unicodedata
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

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

MOST_ROWS = 60_000  # of the index, newest first: what two letters can bring up in a long journal
LONGEST_MARKED = 100_000  # characters of a text in which words are marked

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


# Every table at once ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Shelves:
    """Which row each place of the index stands for, nine bytes a place.

    Joining tens of thousands of places to their tables takes SQLite longer than a keystroke may.
    """

    tables: tuple[str, ...]
    shelf: bytes  # place -> number of its table in `tables` and 1, or 0
    row: array[int]  # place -> id in its table

    @classmethod
    def of(cls, connection: Connection) -> Shelves:
        """As the index is now."""
        # Two values a table, because sixty thousand rows take three times as long to hand over.
        listed = [
            (table, json.loads(places), json.loads(rows))
            for table, places, rows in connection.exec_driver_sql(
                "SELECT tbl, json_group_array(id), json_group_array(row) "
                "FROM search_entry GROUP BY tbl").all()
        ]
        size = max((max(places) for _, places, _ in listed), default=0) + 1
        shelf, found = bytearray(size), array("q", bytes(8 * size))
        for table, places, rows in listed:
            number = list(INDEXED).index(table) + 1 if table in INDEXED else 0
            for place, row in zip(places, rows, strict=True):
                shelf[place] = number
                found[place] = row
        return cls(tuple(INDEXED), bytes(shelf), found)

    def by_table(self, places: Sequence[int], most: int) -> Mapping[str, tuple[list[int], int]]:
        """Table -> the ids of its first rows among `places`, and how many there are of it."""
        if not places:
            return {}
        at_places = itemgetter(*places)(self.shelf)
        shelves = bytes(at_places if len(places) > 1 else (at_places,))
        found = {}
        for number in set(shelves) - {0}:
            count, at, ids = shelves.count(number), -1, []
            for _ in range(min(count, most)):
                at = shelves.index(number, at + 1)
                ids.append(self.row[places[at]])
            found[self.tables[number - 1]] = (ids, count)
        return found


def places(connection: Connection, expression: str, most: int = MOST_ROWS) -> list[int]:
    """The places of the index where an `expression` of `query` is found, the newest first."""
    # As one value, because tens of thousands of rows take longer to hand over than to find.
    listed = connection.exec_driver_sql(
        "SELECT json_group_array(rowid) FROM (SELECT rowid FROM search WHERE search MATCH ? "
        "ORDER BY rowid DESC LIMIT ?)", (expression, most),
    ).scalar_one()
    return sorted(json.loads(listed), reverse=True)


# The words in the text as it was written -------------------------------------------------------


# Where a word begins: not after a letter, but for one of a script without spaces.
_BEGINNING = rf"(?:(?<![^\W_])|(?<={_UNSPACED.pattern[:-1]}))"


@lru_cache(maxsize=4096)
def _fold_sign(sign: str) -> str:
    return _fold_letters(sign)


def _fold_by_sign(text: str) -> tuple[str, Sequence[int]]:
    """`text` folded, and for each of its letters which sign of `text` it came from."""
    if text.isascii():
        return text.lower(), range(len(text))
    letters, origin = [], []
    for at, sign in enumerate(text):
        folded = _fold_sign(sign)
        letters.append(folded)
        origin += [at] * len(folded)
    return "".join(letters), origin


@lru_cache(maxsize=64)
def _word_pattern(word: str) -> re.Pattern[str] | None:
    """What marks a typed word in folded text; None for one without letters."""
    found = []
    for part in re.split(f"({_UNSPACED.pattern}|{_PICTURES.pattern})", _fold_letters(word)):
        if not part:
            continue
        if _UNSPACED.fullmatch(part) or _PICTURES.fullmatch(part):
            found.append(re.escape(part))
        elif letters := re.findall(r"[^\W_]+", part):
            found.append(_BEGINNING + r"[\W_]+".join(letters))
    return re.compile(r"[\W_]*".join(found)) if found else None


def marks(text: str, words: Iterable[str]) -> list[list[tuple[int, int]]]:
    """Where each of the typed `words` stands in `text` as it was written: (start, end) pairs.

    Words are found as the index finds them, whatever their capitals, accents and spellings.
    """
    folded, origin = _fold_by_sign(text[:LONGEST_MARKED])
    found = []
    for word in words:
        pattern = _word_pattern(word)
        spans = [] if pattern is None else [
            (origin[match.start()], _end(text, origin[match.end() - 1]))
            for match in pattern.finditer(folded)]
        found.append(spans)
    return found


def _end(text: str, last: int) -> int:
    """After the sign at `last` and the accents that stand on it."""
    end = last + 1
    while end < len(text) and unicodedata.category(text[end])[0] == "M":
        end += 1
    return end
