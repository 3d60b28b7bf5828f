"""Letters in one list: to come, gone out with something owed to the writer, closed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Qt

from mentorjournal import clock
from mentorjournal.journal import letters, people
from mentorjournal.journal.between import Letter
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import letter_steps, letter_words
from mentorjournal.mentoring import letters as rules
from mentorjournal.mentoring.letters import Move
from mentorjournal.models.record_list import Column, RecordList
from mentorjournal.models.roles import Role
from mentorjournal.words import short_day, tr

TABLES = ("letter", "person", "person_tag")
GROUPS = ("to_come", "owed", "closed")
TONES = {"plain": "muted", "look": "warn", "act": "alert", "done": "muted"}


@dataclass(frozen=True)
class LetterRow:
    """A heading, or a letter with its writer and what comes next; `key` is unique in the list."""

    key: str
    section: str = ""
    letter: Letter | None = None
    writer: Person | None = None
    move: Move | None = None
    second: str = ""
    photo: bytes | None = field(default=None, repr=False)

    @property
    def letter_id(self) -> int | None:
        """The letter of the row."""
        return self.letter.id if self.letter is not None else None


def group_words(group: str) -> str:
    """The heading of a group."""
    return {"to_come": tr("To come"), "owed": tr("Sent, thanks or result owed"),
            "closed": tr("Closed")}[group]


class LetterList(RecordList[LetterRow]):
    """The list beside a letter; a journal has few of them, so they are read together."""

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(_columns(), lambda row: row.key, parent)
        self._journal = journal
        self._filter = ""
        self._all: list[LetterRow] = []
        self._photos: dict[str, bytes | None] = {}
        self.load()

    def load(self) -> None:
        """Read the letters again."""
        today, home = clock.today(), clock.zone_name()
        everybody = {one.person.id: one.person
                     for one in people.everybody(self._journal, today)}
        self._all = [
            self._row(one, everybody[one.writer_id], today, home)
            for one in letters.every(self._journal) if one.writer_id in everybody
        ]
        self._show()

    def set_filter(self, text: str) -> None:
        """Show only letters in whose opportunity or writer's name every word stands."""
        self._filter = text
        self._show()

    def is_empty(self) -> bool:
        """Whether there is no letter at all, whatever the filter."""
        return not self._all

    def letters(self) -> list[LetterRow]:
        """Every letter, whatever the filter."""
        return list(self._all)

    def first_row(self) -> int:
        """The row of the first letter, -1 when none is shown."""
        return next((n for n, row in enumerate(self.records()) if row.letter is not None), -1)

    def row_of_letter(self, letter_id: int) -> int:
        """The row of a letter, -1 when it is not shown."""
        return self.row_of(f"letter:{letter_id}")

    def summary(self) -> str:
        """Such as "1 letter to come, next deadline Fri 19 Jun"."""
        today, home = clock.today(), clock.zone_name()
        coming = [row.letter for row in self._all
                  if row.letter and letter_steps.group(row.letter) == "to_come"]
        days = [day for one in coming if (day := rules.last_day(one, home)) and day >= today]
        return letter_steps.to_come_words(len(coming), min(days, default=None), today)

    def _show(self) -> None:
        words = self._filter.casefold().split()
        shown = [row for row in self._all if all(word in _searched(row) for word in words)]
        found: list[LetterRow] = []
        for group in GROUPS:
            members = [row for row in shown
                       if row.letter and letter_steps.group(row.letter) == group]
            if group != "to_come":
                members.sort(key=_latest, reverse=True)
            if members:
                found += [LetterRow(f"group:{group}", group_words(group)), *members]
        self.set_records(found)

    def _row(self, one: Letter, writer: Person, today: date, home: str) -> LetterRow:
        if writer.photo and writer.photo not in self._photos:
            self._photos[writer.photo] = people.photo(self._journal, writer)
        return LetterRow(
            f"letter:{one.id}", letter=one, writer=writer,
            move=letter_steps.next_move(one, today, home), second=_second(one, writer, today, home),
            photo=self._photos.get(writer.photo) if writer.photo else None)


def _second(one: Letter, writer: Person, today: date, home: str) -> str:
    said = ""
    if one.outcome and one.decided_on:
        outcome = letter_words.outcome_words(one.outcome)
        said = outcome[:1].lower() + outcome[1:]
    elif one.submitted_on:
        said = tr("sent {day}", day=short_day(one.submitted_on, today))
    elif last := rules.last_day(one, home):
        said = short_day(last, today)
    return tr("{name} · {what}", name=writer.short_name, what=said) if said else writer.short_name


def _latest(row: LetterRow) -> str:
    one = row.letter
    assert one is not None
    days = (one.deadline, one.asked_on, one.submitted_on, one.decided_on, one.declined_on)
    return max((day.isoformat() for day in days if day), default="")


def _searched(row: LetterRow) -> str:
    return f"{row.letter.target} {row.writer.name}".casefold() if row.letter and row.writer else ""


def _sentence(row: LetterRow) -> str:
    if row.letter is None or row.writer is None or row.move is None:
        return row.section
    return tr("{target}, {second}, {step}, {move}", target=row.letter.target, second=row.second,
              step=letter_steps.now_words(row.letter), move=row.move.words)


def _columns() -> tuple[Column[LetterRow], ...]:
    def of_writer(read: Any) -> Any:
        return lambda row: read(row.writer) if row.writer is not None else None

    return (Column(
        tr("Letters"), lambda row: row.section or (row.letter.target if row.letter else ""),
        roles={
            Role.SECTION: lambda row: row.section or None,
            Role.SECOND: lambda row: row.second,
            Role.INITIALS: of_writer(lambda one: one.initials),
            Role.ROLE: of_writer(lambda one: next(iter(one.roles), None)),
            Role.STANDING: of_writer(lambda one: one.standing),
            Role.PHOTO: lambda row: row.photo,
            int(Qt.ItemDataRole.AccessibleTextRole): _sentence,
        },
    ),)
