"""Ways to hurt a journal file, for tests: flipped bits, blanked, swapped and missing pages."""

from __future__ import annotations

import random
from pathlib import Path

from mentorjournal.store.keys import PAGE


def flip(path: Path, chance: random.Random) -> int:
    """Flip one bit; the byte it is in."""
    content = bytearray(path.read_bytes())
    at = chance.randrange(len(content))
    content[at] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
    return at


def blank(path: Path, *numbers: int) -> None:
    """Fill pages with zeros."""
    content = bytearray(path.read_bytes())
    for number in numbers:
        content[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
    path.write_bytes(content)


def swap(path: Path, one: int, other: int) -> None:
    """Put each of two pages in the place of the other."""
    content = path.read_bytes()
    pages = [content[at : at + PAGE] for at in range(0, len(content), PAGE)]
    pages[one - 1], pages[other - 1] = pages[other - 1], pages[one - 1]
    path.write_bytes(b"".join(pages))


def cut(path: Path, length: int) -> None:
    """Leave only the beginning."""
    path.write_bytes(path.read_bytes()[:length])


def pages(path: Path) -> int:
    """How many pages a file has."""
    return path.stat().st_size // PAGE
