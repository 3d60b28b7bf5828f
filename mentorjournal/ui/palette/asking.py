"""Asks the journal and the menus for what is typed, and puts the answers together as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtGui import QAction

from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.journal.searching import Found, Search, is_enough
from mentorjournal.mentoring.deeds import Ref
from mentorjournal.ui.palette import doing
from mentorjournal.ui.palette.rows import (
    FEW,
    FEW_ELSE,
    MORE_STEP,
    Listing,
    PaletteRow,
    of_hit,
)
from mentorjournal.words import tr

LONGEST_NAME = 60  # characters of what was typed, in a sentence


class Asking:
    """One look through the journal; `recent` are rows that were opened or changed lately."""

    def __init__(
        self, journal: Journal, actions: Mapping[str, QAction], recent: Sequence[Ref], as_of: date
    ) -> None:
        self._journal = journal
        self._actions = actions
        self._recent = recent
        self.as_of = as_of
        self._search = Search(journal, as_of)
        self._search.prepare()
        self._typed = ""
        self._most: dict[str, int] = {}

    def forget(self) -> None:
        """The journal has changed."""
        self._search.forget()
        self._most.clear()

    def listing(self, typed: str) -> Listing:
        """The rows for what is typed."""
        typed = typed.strip()
        if typed != self._typed:
            self._most.clear()
        self._typed = typed
        if not is_enough(typed):
            return self._beginning()
        found = self._search.find(typed)
        done = [*doing.person_rows(found.named, found.words, self._search.next_meeting,
                                   self.as_of),
                *doing.menu_rows(self._actions, typed.split())]
        made = Listing(is_cut=found.is_cut)
        groups = list(found.groups)
        groups.insert(groups[:1] == ["people"], "do")  # people, if they are first, before deeds
        for group in groups:
            if group == "do":
                made.add(group, done[:self._few(group)], len(done))
            else:
                made.add(group, self._rows(found, group), len(found.groups[group]))
        if not made.rows:
            self._add_nothing(made)
        return made

    def open_further(self, group: str) -> None:
        """Show more of a group from now on, until something else is typed."""
        self._most[group] = self._few(group) + MORE_STEP

    def _few(self, group: str) -> int:
        return self._most.get(group, FEW.get(group, FEW_ELSE))

    def _rows(self, found: Found, group: str) -> list[PaletteRow]:
        return [of_hit(hit, group, self._photo)
                for hit in self._search.hits(found, group, self._few(group))]

    def _photo(self, person: Person) -> bytes | None:
        return people.photo(self._journal, person)

    def _beginning(self) -> Listing:
        """What was opened or changed lately, and what is done the most."""
        made = Listing(is_found=False)
        recent = [of_hit(hit, "recent", self._photo)
                  for hit in self._search.recent(self._recent, FEW["recent"])]
        made.add("recent", recent, len(recent))
        useful = doing.useful_rows(self._actions)
        made.add("do", useful, len(useful))
        return made

    def _add_nothing(self, made: Listing) -> None:
        said = self._typed if len(self._typed) <= LONGEST_NAME else (
            f"{self._typed[:LONGEST_NAME]}…")
        rows = doing.nothing_rows(self._actions, self._typed[:LONGEST_NAME])
        made.add("do", rows, len(rows), tr("Nothing in the journal holds “{words}”.", words=said))
        made.count = 0
