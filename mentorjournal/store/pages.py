"""The pages of a journal file read one by one, whatever is wrong with the others.

Nothing here trusts the file: a page is what it looks like, and a cell that makes no sense is
passed over. The format is that of SQLite (sqlite.org/fileformat.html); what is encrypted is
decrypted whether its code is right or not, because one flipped bit spoils one row, not a page.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, CipherContext, algorithms, modes

from mentorjournal.store import keys
from mentorjournal.store.keys import PAGE, SALT, VECTOR, Key

LEAF, BRANCH = 0x0D, 0x05  # the pages of a table: rows, and the way to them
INDEX = (0x0A, 0x02)
_HEADER = 100  # bytes before what the first page holds
_RESERVED = keys.VECTOR + keys.MAC  # at the end of each encrypted page

Value = str | int | float | bytes | None
Row = tuple[Value, ...]


@dataclass(frozen=True)
class Cell:
    """A row as it lies in a page; `is_whole` unless a part of it on another page is missing."""

    number: int
    values: Row
    is_whole: bool


class Pages:
    """The pages of one closed file, numbered from 1."""

    def __init__(self, path: Path, key: Key | None) -> None:
        """Read `path` as it is. Raises OSError."""
        self._raw = path.read_bytes()
        self._reserved = _RESERVED if key else self._told_reserved()
        self.usable = PAGE - self._reserved
        self.count = -(-len(self._raw) // PAGE)
        self._plain = self._decrypted(key) if key else self._raw

    def _told_reserved(self) -> int:
        return _RESERVED if self._raw[20:21] == bytes([_RESERVED]) else 0

    def _decrypted(self, key: Key) -> bytes:
        """The file with every page in plain words, in memory only."""
        out = bytearray(self.count * PAGE)
        for number in range(self.count):
            page = self._raw[number * PAGE : (number + 1) * PAGE].ljust(PAGE, b"\0")
            # The salt stands in the place of the first page's first block.
            skipped = 0 if number else SALT
            cipher = _cipher(key, page[self.usable : self.usable + VECTOR])
            plain = cipher.update(page[skipped : self.usable])
            out[number * PAGE + skipped : number * PAGE + self.usable] = plain
        return bytes(out)

    def content(self, number: int) -> bytes:
        """What a page holds, without what is reserved at its end; zeros where the file ends."""
        found = self._plain[(number - 1) * PAGE : (number - 1) * PAGE + self.usable]
        return found.ljust(self.usable, b"\0")

    def kind(self, number: int) -> int:
        """The byte that says what a page is for."""
        return self.content(number)[_start(number)]

    def children(self, number: int) -> list[int]:
        """The pages that a branch leads to, as far as they are pages of this file."""
        page, start = self.content(number), _start(number)
        found = [int.from_bytes(page[start + 8 : start + 12])]
        for at in _pointers(page, start, start + 12):
            found.append(int.from_bytes(page[at : at + 4]))
        return [child for child in found if 1 < child <= self.count]

    def cells(self, number: int) -> Iterator[Cell]:
        """The rows of a page; what makes no sense is passed over."""
        page, start = self.content(number), _start(number)
        for at in _pointers(page, start, start + 8):
            try:
                yield self._cell(page, at)
            except (IndexError, ValueError, struct.error):
                continue

    def _cell(self, page: bytes, at: int) -> Cell:
        size, at = _varint(page, at)
        number, at = _varint(page, at)
        if size > len(self._raw):
            raise ValueError("longer than the file")
        here = self._local(size)
        payload = page[at : at + here]
        if size > here:
            payload += self._overflow(int.from_bytes(page[at + here : at + here + 4]), size - here)
        return Cell(number, _record(payload), len(payload) == size)

    def _local(self, size: int) -> int:
        """How much of a row lies in its page; the rest is in a chain of others."""
        most, least = self.usable - 35, (self.usable - 12) * 32 // 255 - 23
        if size <= most:
            return size
        fitting = least + (size - least) % (self.usable - 4)
        return fitting if fitting <= most else least

    def _overflow(self, page: int, size: int) -> bytes:
        """What lies in a chain of pages, as far as it can be followed."""
        parts: list[bytes] = []
        left = size
        while left > 0 and 1 < page <= self.count:
            content = self.content(page)
            parts.append(content[4 : 4 + left])
            left -= len(parts[-1])
            page = int.from_bytes(content[:4])
        return b"".join(parts)


def _start(number: int) -> int:
    return _HEADER if number == 1 else 0


def _pointers(page: bytes, start: int, at: int) -> Iterator[int]:
    """Where the cells of a page lie."""
    count = int.from_bytes(page[start + 3 : start + 5])
    for place in range(at, min(at + 2 * count, len(page) - 1), 2):
        found = int.from_bytes(page[place : place + 2])
        if at + 2 * count <= found < len(page):
            yield found


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of up to nine bytes, and where it ends. Raises IndexError at the end of `data`."""
    value = 0
    for place in range(at, at + 8):
        value = value << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return value, place + 1
    value = value << 8 | data[at + 8]
    return value - (1 << 64) if value >= 1 << 63 else value, at + 9


_WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)


def _record(payload: bytes) -> Row:
    """The values of a row; one that is cut off ends in what is there.

    Raises ValueError for what is no row, IndexError for one without its beginning.
    """
    end, at = _varint(payload, 0)
    if not 1 <= end <= len(payload):
        raise ValueError("no header")
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values: list[Value] = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind >= 12:
        end = at + (kind - 12) // 2
        data = payload[at:end]
        # As the open journal reads it: a letter that is no letter any more becomes U+FFFD.
        return (data.decode("utf-8", "replace") if kind % 2 else data), end
    if kind < 0 or kind > 9:
        raise ValueError("no kind of value")
    data = payload[at : at + _WIDTHS[kind]]
    if kind in (0, 8, 9) or len(data) < _WIDTHS[kind]:
        return {8: 0, 9: 1}.get(kind), at + _WIDTHS[kind]
    if kind == 7:
        return struct.unpack(">d", data)[0], at + 8
    return int.from_bytes(data, signed=True), at + len(data)


def _cipher(key: Key, vector: bytes) -> CipherContext:
    return Cipher(algorithms.AES256(key.secret), modes.CBC(vector)).decryptor()
