"""Finding people by the beginning of any part of their name, whatever its capitals and accents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mentorjournal.journal.finding import parts
from mentorjournal.journal.records import Person
from mentorjournal.store.search import fold
from mentorjournal.words import bare_name, family_first

_STANDINGS = ("mentor", "mentee", "candidate", "past")


def found_by(typed: str, everybody: Sequence[Person], called: Mapping[int, str]) -> list[Person]:
    """Those in whose name every typed word begins a part; the likeliest first.

    Whose own name begins like that comes before those of whom only a title or a word that tells
    them apart does; and mentors come before candidates and people from the past.
    """
    wanted = parts(typed)
    if not wanted:
        return []
    hits = [one for one in everybody if _fits(wanted, called.get(one.id, one.name))]
    return sorted(hits, key=lambda one: (
        not _fits(wanted, bare_name(one.name)), _STANDINGS.index(one.standing),
        fold(family_first(one.name)),
    ))


def _fits(wanted: Sequence[str], name: str) -> bool:
    called = parts(name)
    return all(any(part.startswith(word) for part in called) for word in wanted)
