"""Looking for anything in the journal as it is typed: people by name first, then what holds it.

Made for the window alone: what is found may be private, and no command, document or log asks here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sqlalchemy import String, func, select, type_coerce

from mentorjournal.journal import entries, search_hits, search_kinds
from mentorjournal.journal.finding import parts
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.journal.search_hits import Hit
from mentorjournal.journal.search_sources import (
    GROUP_OF,
    GROUPS,
    Entry,
    entries_of,
    kind_of,
    of_people,
    rows_about,
)
from mentorjournal.journal.timeline import without_collecting
from mentorjournal.mentoring.deeds import Ref
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.store import search
from mentorjournal.store.schema import meeting, person
from mentorjournal.store.search import Shelves
from mentorjournal.words import bare_name, family_first

LONGEST = 200  # characters of what is typed that are looked at
MOST_WORDS = 8
LEAST = 2  # letters before anything is looked for; a sign of a script without spaces is a word
MOST_OF_TABLE = 60  # rows of one table that become entries, the newest
MOST_OF_PERSON = 50  # entries of one kind listed for who was found by name
FEW = 16  # of either for words of two letters, which much begins with and nobody means alone
SHORT = 2  # letters of such words
NEWEST = 8_000  # rows of the index that are looked at for them
MOST_PEOPLE = 5  # found by name whose entries are listed
ALL = frozenset(GROUP_OF)
_UMLAUT = re.compile("([aou])e", re.IGNORECASE)
_STANDINGS = ("mentor", "mentee", "candidate", "past")


@dataclass(frozen=True)
class Named:
    """Somebody whose name holds some of the typed words, and the words that it does not hold."""

    person: Person
    left: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """What was found for `words`: group -> its entries, the best first; and people by name.

    Groups stand in their order, first those of a kind of entry that a word says.

    `is_cut` says that there is more than was looked at.
    """

    words: tuple[str, ...] = ()
    named: tuple[Named, ...] = ()
    groups: Mapping[str, Sequence[Entry]] = field(default_factory=dict)
    is_cut: bool = False

    @property
    def count(self) -> int:
        """How many entries, people included."""
        return sum(len(each) for each in self.groups.values())


def is_enough(typed: str) -> bool:
    """Whether there is something to look for: two letters, or one sign that is a word."""
    letters = [sign for sign in typed if sign.isalnum()]
    return len(letters) >= LEAST or bool(
        search.query(typed) and any(ord(sign) > 0x2000 for sign in typed))


def is_searched(table: str) -> bool:
    """Whether the rows of a table hold texts that are looked for."""
    return bool(search.INDEXED.get(table))


class Search:
    """One look through a journal, from opening the palette to closing it.

    It keeps names and the places of the index in memory for as long: `forget` them after a change.
    """

    def __init__(self, journal: Journal, as_of: date) -> None:
        self._journal = journal
        self._as_of = as_of

    def forget(self) -> None:
        """Read the journal anew, because it has changed."""
        for name in ("people", "_called", "_shelves"):
            self.__dict__.pop(name, None)

    def prepare(self) -> None:
        """Read now what the first letters will need."""
        assert self._called is not None and self._shelves is not None

    @cached_property
    def people(self) -> Mapping[int, Person]:
        """Everybody by id."""
        connection = self._journal.read()
        lists = entries.lists_of(connection)
        return {row["id"]: Person.of(row, **lists.get(row["id"], {}))
                for row in connection.execute(select(person)).mappings()}

    @cached_property
    def _called(self) -> Mapping[int, tuple[tuple[str, ...], tuple[str, ...], str]]:
        """The words of everybody's name, those of the bare one, and what they are sorted by."""
        return {key: (tuple(parts(one.name)), tuple(parts(bare_name(one.name))),
                      search.fold(family_first(one.name))) for key, one in self.people.items()}

    @cached_property
    def _shelves(self) -> Shelves:
        return Shelves.of(self._journal.read())

    # Finding ----------------------------------------------------------------------------------

    def find(self, typed: str) -> Found:
        """What the words that are typed so far bring up; nothing for less than two letters."""
        typed = typed[:LONGEST]
        if not is_enough(typed):
            return Found()
        with without_collecting():
            found = self._found(_words(typed))
            if not found.count and (spelled := self._spelled(found.words)) != found.words:
                found = self._found(spelled)
            return found

    def _found(self, words: tuple[str, ...]) -> Found:
        named = self._named(words)
        whole = _whole(named)
        found, is_cut = self._holding(words, named)
        kinds, left = search_kinds.split(words)
        if kinds:
            is_cut |= self._add_kinds(found, kinds, left)
        return Found(words, named, self._in_groups(found, whole, kinds), is_cut)

    def _holding(
        self, words: Sequence[str], named: Sequence[Named], kinds: Set[str] = ALL
    ) -> tuple[dict[Ref, Entry], bool]:
        """What holds all the words or is about who is `named` so; if there is more of it."""
        whole = _whole(named)
        found = {Ref("person", key): Entry(Ref("person", key)) for key in whole}
        if named and not whole:
            is_cut = self._add_about(found, named, words, kinds)
        else:
            is_cut = self._add_texts(
                found, self._places(words), kinds, _most(words, MOST_OF_TABLE))
        if whole and kinds == ALL:
            self._add(found, of_people(
                self._journal.read(), whole[:MOST_PEOPLE], _most(words, MOST_OF_PERSON)))
        return found, is_cut

    def _add_kinds(
        self, found: dict[Ref, Entry], kinds: Set[str], left: Sequence[str]
    ) -> bool:
        """Add the entries of these kinds that the other words find, without any the newest.

        Whether there is more of it than was looked at.
        """
        connection = self._journal.read()
        if not left:
            more = search_kinds.newest(connection, kinds, MOST_OF_PERSON)
            self._add(found, more)
            return len(more) >= MOST_OF_PERSON
        if not is_enough(" ".join(left)):
            return False
        named = self._named(left)
        holding, is_cut = self._holding(left, named, kinds)
        self._add(found, [entry for entry in holding.values() if entry.ref.kind in kinds])
        if whole := _whole(named)[:MOST_PEOPLE]:
            self._add(found, search_kinds.newest(connection, kinds, MOST_OF_PERSON, whole))
        return is_cut

    def _spelled(self, words: Sequence[str]) -> tuple[str, ...]:
        """The words with ä, ö and ü for ae, oe and ue, where as they are typed they find nothing.

        Both are one to the index, which knows no dots.
        """
        return tuple(
            _UMLAUT.sub(lambda found: found[1], word)
            if _UMLAUT.search(word) and not self._named([word]) and not self._places([word])
            else word for word in words)

    def _named(self, words: Sequence[str]) -> tuple[Named, ...]:
        """Whose name holds words, those first whose own name holds the most of them."""
        wanted = [parts(word) for word in words]
        found = []
        for key, (whole, bare, sorting) in self._called.items():
            left = tuple(word for word, pieces in zip(words, wanted, strict=True)
                         if not pieces or not _fits(pieces, whole))
            if len(left) == len(words):
                continue
            one = self.people[key]
            by_title = not all(_fits(pieces, bare) for word, pieces in zip(
                words, wanted, strict=True) if word not in left)
            found.append(((len(left), by_title, _STANDINGS.index(one.standing), sorting),
                          Named(one, left)))
        return tuple(each for _, each in sorted(found, key=lambda pair: pair[0]))

    def _places(self, words: Sequence[str]) -> list[int]:
        """Where all the words stand in the index."""
        expression = search.query(" ".join(words))
        most = _most(words, search.MOST_ROWS, NEWEST)
        return search.places(self._journal.read(), expression, most) if expression else []

    def _add_texts(
        self, found: dict[Ref, Entry], places: Sequence[int], kinds: Set[str],
        most: int = MOST_OF_TABLE,
    ) -> bool:
        """Add what stands at these places; whether there is more of it than was looked at."""
        is_cut = len(places) in (NEWEST, search.MOST_ROWS)
        for table, (ids, count) in self._shelves.by_table(places, most).items():
            if kind_of(table) not in kinds:
                continue
            is_cut |= count > len(ids)
            self._add(found, entries_of(self._journal.read(), table, ids))
        return is_cut

    def _add_about(
        self, found: dict[Ref, Entry], named: Sequence[Named], words: Sequence[str],
        kinds: Set[str],
    ) -> bool:
        """Add what holds all the words, and what holds the rest and is about whom the others name.

        Whether there is more of it than was looked at.
        """
        left = named[0].left
        if not is_enough(" ".join(left)):
            return self._add_texts(found, self._places(words), kinds)
        places = self._places(left)
        wanted = frozenset(places)
        name = self._places([word for word in words if word not in left])
        is_cut = self._add_texts(found, [place for place in name if place in wanted], kinds)
        people = [one.person.id for one in named if one.left == left][:MOST_PEOPLE]
        for table in self._shelves.by_table(places, 0):
            if kind_of(table) not in kinds:
                continue
            ids = rows_about(self._journal.read(), table, wanted, people)[:MOST_OF_TABLE]
            if ids:
                self._add(found, entries_of(self._journal.read(), table, ids))
        return is_cut

    def _add(self, found: dict[Ref, Entry], more: Sequence[Entry]) -> None:
        for entry in more:
            if entry.ref in found:
                found[entry.ref].rows.extend(entry.rows)
            elif entry.ref.kind in GROUP_OF:
                found[entry.ref] = entry

    def _in_groups(
        self, found: Mapping[Ref, Entry], whole: Sequence[int], kinds: Set[str]
    ) -> dict[str, list[Entry]]:
        """People by name as they were found, then whatever is newest; first what `kinds` say."""
        place = {key: n for n, key in enumerate(whole)}
        groups: dict[str, list[Entry]] = {}
        for entry in found.values():
            groups.setdefault(GROUP_OF[entry.ref.kind], []).append(entry)
        said = {GROUP_OF[kind] for kind in kinds}
        ordered = {key: sorted(groups[key], reverse=True, key=lambda one: (
                       one.ref.kind in kinds, one.day, one.ref.id))
                   for key in sorted(GROUPS, key=lambda key: key not in said) if key in groups}
        if "people" in ordered:
            ordered["people"].sort(key=lambda one: (
                place.get(one.ref.id, len(place)),
                _STANDINGS.index(self.people[one.ref.id].standing), self._called[one.ref.id][2]))
        return ordered

    # Showing ----------------------------------------------------------------------------------

    def hits(self, found: Found, group: str, most: int) -> list[Hit]:
        """The first entries of a group, with their words."""
        with without_collecting():
            return search_hits.read(self._journal.read(), found.groups.get(group, ())[:most],
                                    found.words, self.people, self._as_of)

    def recent(self, rows: Sequence[Ref], most: int) -> list[Hit]:
        """The entries that these rows are part of, once each, without those that are gone."""
        connection, found = self._journal.read(), dict[Ref, Entry]()
        for row in rows:
            for entry in entries_of(connection, row.kind, (row.id,)):
                found.setdefault(entry.ref, Entry(entry.ref, entry.day))
        kept = [entry for entry in found.values() if entry.ref.kind in GROUP_OF][:most]
        return search_hits.read(connection, kept, (), self.people, self._as_of)

    def next_meeting(self, person_id: int) -> date | None:
        """The day of the next meeting with somebody."""
        starts_at = type_coerce(meeting.c.starts_at, String)
        found: str | None = self._journal.read().execute(
            select(func.min(starts_at)).where(
                meeting.c.person_id == person_id, meeting.c.status.in_(COMING_STATES),
                starts_at >= self._as_of.isoformat())).scalar()
        return date.fromisoformat(found[:10]) if found else None


def _words(typed: str) -> tuple[str, ...]:
    """The words that are looked for: a lone letter at the end has only begun to be one."""
    words = typed.split()[:MOST_WORDS]
    begun = len(words) > 1 and len(words[-1]) == 1 and not is_enough(words[-1])
    return tuple(words[:-1] if begun else words)


def _most(words: Sequence[str], usual: int, few: int = FEW) -> int:
    """How many are looked at: `few` where no word has more than two letters."""
    is_short = all(word.isascii() and len(word) <= SHORT for word in words)
    return min(few, usual) if is_short else usual


def _whole(named: Sequence[Named]) -> list[int]:
    """The ids of those whose name holds all the words."""
    return [one.person.id for one in named if not one.left]


def _fits(pieces: Sequence[str], called: Sequence[str]) -> bool:
    return all(any(part.startswith(piece) for part in called) for piece in pieces)
