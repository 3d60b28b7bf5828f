"""What was removed, as a list: its words, what hung on it, when; filtered by any word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Qt

from mentorjournal import clock
from mentorjournal.journal import nouns
from mentorjournal.journal.deleted import Deleted
from mentorjournal.models.record_list import Column, RecordList
from mentorjournal.models.roles import Role
from mentorjournal.store.search import fold
from mentorjournal.words import clock_time, short_day, tr

MOST_NAMED = 3  # kinds of records that a row names


def key_of(one: Deleted) -> str:
    """What tells one removed entry from another."""
    return f"{one.table}:{one.id}"


def about(one: Deleted) -> str:
    """What kind it is, what it belonged to, and how much hung on it."""
    parts = [nouns.kind(one.table), one.owner, one.day]
    if one.counts:
        parts.append(tr("with {what}", what=hung_on(one)))
    return " · ".join(part for part in parts if part)


def hung_on(one: Deleted) -> str:
    """The commonest kinds of what hung on it, such as "12 meetings, 3 contacts and more"."""
    return nouns.counted(one.counts, MOST_NAMED)


def when(one: Deleted) -> str:
    """The day and the time it was removed."""
    return tr(
        "{day}, {time}", day=short_day(one.at.date(), clock.today()), time=clock_time(one.at))


def _sentence(one: Deleted) -> str:
    return tr("{title}, {about}, removed {when}", title=one.title, about=about(one), when=when(one))


def _found_by(one: Deleted) -> str:
    return fold(" ".join((one.title, about(one), when(one))))


class DeletedList(RecordList[Deleted]):
    """Newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        column = Column[Deleted](tr("Removed"), lambda one: one.title, roles={
            Role.SECOND: about, Role.RIGHT: when, Qt.ItemDataRole.AccessibleTextRole: _sentence,
        })
        super().__init__([column], key_of, parent)
        self._all: Sequence[Deleted] = ()
        self._words: list[str] = []

    def show(self, entries: Iterable[Deleted]) -> None:
        """Show other entries; what is looked for stays."""
        self._all = tuple(entries)
        self._filter()

    def look_for(self, words: str) -> None:
        """Show only the entries in which every word occurs."""
        self._words = fold(words).split()
        self._filter()

    def is_empty(self) -> bool:
        """Whether there is nothing at all, whatever is looked for."""
        return not self._all

    def _filter(self) -> None:
        self.set_records(
            one for one in self._all
            if not self._words or all(word in _found_by(one) for word in self._words)
        )
