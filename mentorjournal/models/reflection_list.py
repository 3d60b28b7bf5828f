"""Reflections as a list: the newest first, under months of this year and under earlier years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Qt

from mentorjournal.journal import reflections
from mentorjournal.journal.aims import Reflection
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.reflections import Wanted
from mentorjournal.mentoring.reflection import MOST_ENERGY
from mentorjournal.models.people_list import spoken_word
from mentorjournal.models.record_list import Column, Index, RecordList
from mentorjournal.models.roles import Role
from mentorjournal.words import month_year, near_day, short_name, tr, trn

LONGEST = 200  # letters of a line that is shown in a row, or spoken
TABLES = ("reflection", "person", "goal")


@dataclass(frozen=True)
class ReflectionRow:
    """A heading, or a reflection with whom it is about; `key` is unique in the list."""

    key: str
    section: str = ""
    entry: Reflection | None = None
    person: str = ""
    as_of: date = date.min


def row_key(reflection_id: int) -> str:
    """The key of a reflection's row."""
    return f"reflection:{reflection_id}"


def title_words(one: Reflection) -> str:
    """The question, or where none was asked the first line."""
    return one.question or one.text.strip().split("\n", 1)[0][:LONGEST]


def beginning_words(one: Reflection) -> str:
    """The first lines below its title; "" where they are the title."""
    text = one.text.strip()
    return text if one.question else text.partition("\n")[2].strip()


def day_words(day: date | None, as_of: date) -> str:
    """Such as "9 May", with the year when it is another one; "no day" without one."""
    if day is None:
        return tr("no day")
    return near_day(day, as_of)


def about_words(row: ReflectionRow) -> str:
    """Such as "9 May · Feedback · Dr. Castellanos"."""
    assert row.entry is not None
    parts = (day_words(row.entry.date, row.as_of), spoken_word((row.entry.tag or "")[:LONGEST]),
             row.person)
    return " · ".join(part for part in parts if part)


def energy_words(energy: int | None, *, short: bool = False) -> str:
    """Such as "energy 3 of 5", or when `short` "energy 3"; "" where it was not said."""
    if not energy:
        return ""
    return tr("energy {n}", n=energy) if short else tr(
        "energy {n} of {most}", n=energy, most=MOST_ENERGY)


def section_words(day: date | None, as_of: date) -> str:
    """What a reflection stands under."""
    if day is None:
        return tr("Without a day")
    if day.year != as_of.year:
        return str(day.year)
    return month_year(day)


def reading_words(journal: Journal, as_of: date) -> str:
    """Such as "3 reflections, the last on 9 May"; "" without any."""
    total = reflections.count(journal)
    if not total:
        return ""
    said = trn("{n} reflection", "{n} reflections", total)
    last = reflections.written(journal, as_of).last
    if last is None:
        return said
    return tr("{said}, the last on {day}", said=said, day=day_words(last, as_of))


def _sentence(row: ReflectionRow) -> str:
    if row.entry is None:
        return row.section
    parts = (title_words(row.entry), about_words(row), energy_words(row.entry.energy),
             beginning_words(row.entry)[:LONGEST])
    return ", ".join(part for part in parts if part)


class ReflectionList(RecordList[ReflectionRow]):
    """What is wanted of them; headings cannot be chosen."""

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        column = Column[ReflectionRow](
            tr("Reflection"),
            lambda row: row.section or title_words(row.entry) if row.entry else row.section,
            roles={Role.SECTION: lambda row: row.section or None,
                   Role.SECOND: lambda row: beginning_words(row.entry) if row.entry else "",
                   Qt.ItemDataRole.AccessibleTextRole: _sentence})
        super().__init__([column], lambda row: row.key, parent)
        self._journal = journal
        self.wanted = Wanted()

    def load(self, as_of: date) -> None:
        """Read what is wanted."""
        names = reflections.about_people(self._journal)
        rows: list[ReflectionRow] = []
        section = ""
        for one in reflections.found(self._journal, self.wanted):
            words = section_words(one.date, as_of)
            if words != section:
                section = words
                rows.append(ReflectionRow(f"section:{words}", words))
            rows.append(_row(one, names, as_of))
        self.show_records(rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.record_at(index.row()).entry is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def ids(self) -> list[int]:
        """The reflections that are shown, in their order."""
        return [row.entry.id for row in self._records if row.entry is not None]

    def row_of_reflection(self, reflection_id: int) -> int:
        """The row of a reflection, -1 when it is not shown."""
        return self.row_of(row_key(reflection_id))


def _row(one: Reflection, names: Mapping[int, str], as_of: date) -> ReflectionRow:
    name = short_name(names.get(one.person_id or 0, ""))
    return ReflectionRow(row_key(one.id), "", one, name, as_of)
