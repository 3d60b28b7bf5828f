"""Words that say of what kind an entry is, as in "okafor feedback", and the entries of a kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from sqlalchemy import Connection, select

from mentorjournal.journal.finding import parts
from mentorjournal.journal.search_sources import Entry, day_of, owner
from mentorjournal.mentoring.deeds import Ref
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.words import tr

BEGUN = 5  # letters from which on the last word may be one that has only begun
# Kinds of entry -> the words for them.
_WORDS: Mapping[tuple[str, ...], str] = {
    ("feedback", "feedback_given"): "feedback",
    ("letter",): "letter letters",
    ("thanks",): "thanks thank",
    ("goal",): "goal goals",
    ("need",): "need needs",
    ("reflection",): "reflection reflections",
    ("meeting",): "meeting meetings",
    ("contact",): "contact contacts",
    ("action",): "promise promises",
    ("accomplishment",): "accomplishment accomplishments",
}
# Kind of entry that several people have a part in -> the table of them.
_SHARED = {"goal": "goal_person", "need": "need_person", "accomplishment": "accomplishment_person"}


def split(words: Sequence[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The kinds of entry that some of the words say, and the words that say none."""
    kinds: set[str] = set()
    left: list[str] = []
    for place, word in enumerate(words):
        said = _kinds(word, is_last=place == len(words) - 1)
        if said:
            kinds.update(said)
        elif not (word.casefold() == tr("you") and "thanks" in kinds):  # "thank you okafor"
            left.append(word)
    return frozenset(kinds), tuple(left)


def newest(
    connection: Connection, kinds: Set[str], most: int, people: Sequence[int] | None = None
) -> list[Entry]:
    """The newest entries of these kinds, at the most so many of each; with `people`, of theirs."""
    found = []
    for kind in sorted(kinds):
        table = RECORD_TABLES[kind]
        day = day_of(table)
        asked = select(table.c.id, day)
        if people is not None:
            asked = asked.where(_of(kind, people))
        rows = connection.execute(asked.order_by(day.desc(), table.c.id.desc()).limit(most))
        found += [Entry(Ref(kind, row), said) for row, said in rows]
    return found


def _of(kind: str, people: Sequence[int]) -> Any:
    """What holds of an entry that is theirs, or that they have a part in."""
    if kind in _SHARED:
        link = RECORD_TABLES[_SHARED[kind]]
        return RECORD_TABLES[kind].c.id.in_(
            select(link.c[f"{kind}_id"]).where(link.c.person_id.in_(people)))
    return owner(kind).in_(people)


def _kinds(word: str, *, is_last: bool) -> tuple[str, ...]:
    pieces = parts(word)
    if len(pieces) != 1:
        return ()
    for kinds, said in _WORDS.items():
        for one in tr(said).split():
            if pieces[0] == one or (
                    is_last and len(pieces[0]) >= BEGUN and one.startswith(pieces[0])):
                return kinds
    return ()
