"""How a letter speaks to somebody, and how it is signed: by first name only among friends."""

from __future__ import annotations

from mentorjournal.journal.records import Me, Person
from mentorjournal.words import bare_name


def called(whom: Person) -> str:
    """What follows "Dear": the first name where that is how we are, else title and family name."""
    return _given(whom.name) if whom.tone == "friendly" else whom.short_name


def signed(mine: Me, whom: Person) -> str:
    """What stands below, "" while the journal has no name of mine."""
    if not mine.name:
        return ""
    return _given(mine.name) if whom.tone == "friendly" else mine.name


def _given(name: str) -> str:
    return bare_name(name).split()[0] if bare_name(name) else name
