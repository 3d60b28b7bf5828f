"""People in a table: their words, sorting by any column, and filtering by words and standing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from PySide6.QtCore import QObject, Qt

from mentorjournal.journal.between import Contact
from mentorjournal.journal.keeping import has_rhythm
from mentorjournal.journal.records import Person, PersonFacts
from mentorjournal.mentoring import candidacy, keeping, phrases, rhythm
from mentorjournal.mentoring.keeping import Place
from mentorjournal.mentoring.rhythm import FourAYear, Rhythm
from mentorjournal.mentoring.vocabulary import ALL_LEVELS, area_label, label, role_label
from mentorjournal.models.record_list import Column, RecordList
from mentorjournal.models.roles import Role
from mentorjournal.store.search import fold
from mentorjournal.words import family_first, listing, month_year_short, short_day, tr

OWN_WORDS = "other:"  # begins an entry of an open list that is in the person's own words


@dataclass(frozen=True)
class PersonLine:
    """A person as map, list and details show them on the day `as_of`."""

    facts: PersonFacts
    reading: Rhythm
    as_of: date
    setting: str = "clinical"
    photo: bytes | None = field(default=None, repr=False)
    year: FourAYear | None = None
    waiting: tuple[Contact, ...] = ()  # what nobody has answered yet, newest first
    asked_on: date | None = None  # to be my mentor, while there is no answer

    @property
    def waiting_sides(self) -> tuple[tuple[Contact, ...], ...]:
        """What waits for them and what waits for me: one answer is enough for each."""
        sides = (tuple(one for one in self.waiting if one.is_theirs == theirs)
                 for theirs in (False, True))
        return tuple(side for side in sides if side)

    @property
    def place(self) -> Place | None:
        """Where they stand among those to be in touch with; None while it is not time."""
        if not has_rhythm(self.person):
            return None
        return keeping.place(self.reading, self.person.snoozed_until, self.as_of)

    @property
    def person(self) -> Person:
        """Who it is."""
        return self.facts.person

    @property
    def id(self) -> int:
        """The person's id."""
        return self.facts.person.id

    @cached_property
    def folded_name(self) -> str:
        """The name as it is sorted: family name first, without capitals and accents."""
        return fold(family_first(self.person.name))

    @cached_property
    def found_by(self) -> str:
        """Everything that a filter looks through, folded. Nothing private is in it."""
        one = self.person
        return fold("\n".join(filter(None, (
            one.name, role_words(one), level_words(one), area_words(one, self.setting),
            standing_words(one), where(one), one.rank, one.added_value, one.suggested_by,
            *one.strengths, *(spoken_word(domain) for domain in one.domains),
        ))))

    def matches(self, words: str) -> bool:
        """Whether every word of `words` occurs, whatever its capitals and accents."""
        return all(part in self.found_by for part in fold(words).split())


def line_of(
    facts: PersonFacts, as_of: date, default_days: int, setting: str = "clinical",
    photo: bytes | None = None, year: FourAYear | None = None, waiting: tuple[Contact, ...] = (),
    asked_on: date | None = None,
) -> PersonLine:
    """The line of a person; `default_days` is the rhythm where none is agreed."""
    one = facts.person
    reading = rhythm.reading(
        facts.last_touchpoint, one.cadence_days, one.cadence_agreed_on, as_of, one.start,
        one.paused_until, default_days,
    )
    return PersonLine(facts, reading, as_of, setting, photo, year, waiting, asked_on)


# Words ----------------------------------------------------------------------------------------


def spoken_word(word: str) -> str:
    """The label of an id of an open list; what the mentee wrote themselves stays as it is."""
    return word.removeprefix(OWN_WORDS).strip() if word.startswith(OWN_WORDS) else label(word)


def role_word(role: str) -> str:
    """The name of one role."""
    return spoken_word(role) if role.startswith(OWN_WORDS) else role_label(role)


def role_words(person: Person) -> str:
    """All roles, such as "Coach, Confidante"."""
    return ", ".join(role_word(role) for role in person.roles)


def level_words(person: Person) -> str:
    """The level; people I mentor have none of their own, and nobody else is "junior"."""
    return label(person.level) if person.level != "junior" and person.standing != "mentee" else ""


def area_words(person: Person, setting: str = "clinical") -> str:
    """The areas of life, such as "Clinical work, Personal life"."""
    return ", ".join(area_label(area, setting) for area in person.areas)


def standing_words(person: Person) -> str:
    """How the person stands to me."""
    if person.never_began:
        return tr("Did not come about")
    return {
        "mentor": tr("Mentor"), "candidate": tr("Candidate"), "past": tr("Past mentor"),
        "mentee": tr("You mentor them"),
    }[person.standing]


def where(person: Person) -> str:
    """Department and institution, as far as they are known."""
    return ", ".join(filter(None, (person.department, person.institution)))


def origin_words(person: Person) -> str:
    """How we came together, and through whom."""
    if person.suggested_by and person.origin == "referred":
        return tr("Recommended by {name}", name=person.suggested_by)
    return label(person.origin)


def contact_tone(line: PersonLine) -> str:
    """The colour token of the contact words: "muted", "warn" or "alert"."""
    if line.person.standing in ("past", "candidate"):
        return "muted"
    if line.reading.needs_contact:
        return "alert"
    return "warn" if line.reading.state == "due_soon" else "muted"


def contact_words(line: PersonLine) -> str:
    """When we last spoke, said against the rhythm; of somebody from the past, when it ended."""
    one = line.person
    if one.standing == "past":
        if one.ended is None:
            return ""
        month = month_year_short(one.ended)
        return tr("declined {month}", month=month) if one.stage == "declined" else tr(
            "closed {month}", month=month
        )
    if one.standing == "candidate":
        return waiting_words(line) or {
            "considering": tr("not asked yet"), "met": tr("met, not asked yet"),
        }.get(one.stage, "")
    return rhythm.words(line.reading, line.as_of)


def waiting_words(line: PersonLine) -> str:
    """That a candidate was asked or written to, and it is their turn; else ""."""
    mine = next((one.date for one in line.waiting if not one.is_theirs), None)
    return candidacy.waiting_words(line.person.stage, line.asked_on, mine, line.as_of) if (
        line.person.standing == "candidate") else ""


def rhythm_words(line: PersonLine) -> str:
    """The rhythm itself; nothing for somebody with whom none can be agreed yet."""
    if line.person.standing in ("past", "candidate"):
        return ""
    return rhythm.agreement_words(line.reading)


def year_count(line: PersonLine) -> str:
    """Such as "3 of 4" in a year, of active mentors only."""
    year = line.year
    if year is None or not line.person.is_active:
        return ""
    return tr("too new") if year.target is None else tr(
        "{count} of {target}", count=year.count, target=year.target)


def year_tone(line: PersonLine) -> str:
    """The colour token of that count: "warn" where it is fewer than tip 6 asks for."""
    below = line.year is not None and line.year.state == "below"
    return "warn" if below and line.person.is_active else "muted"


def second_words(person: Person) -> str:
    """What stands below a name in a list: standing, unless it is a mentor, and rank."""
    standing = "" if person.standing == "mentor" else standing_words(person)
    return " · ".join(part for part in (standing, person.rank or "") if part) or tr("Mentor")


def first_of(words: str) -> str:
    """The first of several, for the upper line of a cell."""
    return words.partition(", ")[0]


def rest_of(words: str) -> str:
    """The others, for the lower line."""
    return words.partition(", ")[2]


def next_words(line: PersonLine) -> str:
    """The day of the next meeting."""
    day = line.facts.next_meeting
    return short_day(day, line.as_of) if day else ""


def sentence(line: PersonLine) -> str:
    """The whole person in one line, for tooltips and screen readers."""
    one = line.person
    roles = listing([
        spoken_word(role) if role.startswith(OWN_WORDS) else phrases.role(role)
        for role in one.roles
    ])
    standing = "" if one.standing == "mentor" else standing_words(one).lower()
    parts = [
        standing, roles, phrases.level(one.level) if one.level and level_words(one) else "",
        contact_words(line),
        tr("next meeting {day}", day=next_words(line)) if next_words(line) else "",
    ]
    said = ", ".join(part for part in parts if part)
    return tr("{name}: {facts}.", name=one.name, facts=said) if said else one.name


# The model ------------------------------------------------------------------------------------


def _level_place(line: PersonLine) -> int | None:
    level = line.person.level
    return ALL_LEVELS.index(level) if level in ALL_LEVELS and level_words(line.person) else None


def _columns() -> tuple[Column[PersonLine], ...]:
    spoken = int(Qt.ItemDataRole.AccessibleTextRole)
    tip = int(Qt.ItemDataRole.ToolTipRole)
    return (
        Column(
            tr("Name"), lambda line: line.person.name, lambda line: line.folded_name,
            {
                Role.SECOND: lambda line: second_words(line.person),
                Role.INITIALS: lambda line: line.person.initials,
                Role.ROLE: lambda line: next(iter(line.person.roles), None),
                Role.STANDING: lambda line: line.person.standing,
                Role.PHOTO: lambda line: line.photo,
                spoken: sentence,
            },
        ),
        Column(
            tr("Roles"), lambda line: first_of(role_words(line.person)),
            lambda line: fold(role_words(line.person)) or None,
            {
                Role.SECOND: lambda line: rest_of(role_words(line.person)),
                tip: lambda line: role_words(line.person),
            },
        ),
        Column(tr("Level"), lambda line: level_words(line.person), _level_place),
        Column(
            tr("Areas"), lambda line: first_of(area_words(line.person, line.setting)),
            lambda line: area_words(line.person, line.setting) or None,
            {
                Role.SECOND: lambda line: rest_of(area_words(line.person, line.setting)),
                tip: lambda line: area_words(line.person, line.setting),
            },
        ),
        Column(
            tr("Where"), lambda line: line.person.department or line.person.institution or "",
            lambda line: fold(where(line.person)) or None,
            {
                Role.SECOND: lambda line: (
                    line.person.institution or "" if line.person.department else ""
                ),
                tip: lambda line: where(line.person),
            },
        ),
        Column(
            tr("Contact"), contact_words, lambda line: line.facts.last_touchpoint,
            {
                Role.SECOND: lambda line: (
                    rhythm_words(line) if line.reading.is_agreed or not rhythm_words(line)
                    else tr("not agreed yet")
                ),
                Role.TONE: contact_tone,
                tip: lambda line: "\n".join(filter(None, (
                    contact_words(line), rhythm_words(line)
                ))),
            },
        ),
        Column(
            tr("In a year"), year_count,
            lambda line: line.year.count if line.year and year_count(line) else None,
            {
                Role.TONE: year_tone,
                tip: lambda line: (
                    rhythm.four_a_year_words(line.year) if line.year and year_count(line) else ""
                ),
            },
        ),
        Column(tr("Next meeting"), next_words, lambda line: line.facts.next_meeting),
        Column(
            tr("How we met"), lambda line: origin_words(line.person),
            lambda line: fold(origin_words(line.person)) or None,
            {tip: lambda line: origin_words(line.person)},
        ),
    )


class PeopleList(RecordList[PersonLine]):
    """People in rows; those without a value stand last, whichever way a column is sorted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_columns(), lambda line: line.id, parent)
        self._everyone: list[PersonLine] = []
        self._order = (0, Qt.SortOrder.AscendingOrder)
        self._words = ""
        self._shown: Callable[[PersonLine], bool] | None = None

    @property
    def everyone(self) -> Sequence[PersonLine]:
        """All lines, filtered out or not."""
        return tuple(self._everyone)

    def set_everyone(self, lines: Iterable[PersonLine]) -> None:
        """Show these people, sorted and filtered as before."""
        self._everyone = list(lines)
        self._settle_all()

    def set_words(self, words: str) -> None:
        """Show only those in whom every one of `words` occurs."""
        if words != self._words:
            self._words = words
            self._settle_all()

    def set_shown(self, shown: Callable[[PersonLine], bool] | None) -> None:
        """Show only those the rule lets through; None shows everybody."""
        self._shown = shown
        self._settle_all()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; people who are alike in it go by name."""
        if 0 <= column < len(self.columns):
            self._order = (column, order)
            self._settle_all()

    def _settle_all(self) -> None:
        chosen = [
            line for line in self._everyone
            if (self._shown is None or self._shown(line)) and line.matches(self._words)
        ]
        self._reorder(self._sorted(chosen))

    def _sorted(self, lines: Iterable[PersonLine]) -> list[PersonLine]:
        column, order = self._order
        key: Callable[[PersonLine], Any] = self.columns[column].sort or self.columns[column].text
        named = sorted(lines, key=lambda line: line.folded_name)
        known = [line for line in named if key(line) is not None]
        known.sort(key=key, reverse=order == Qt.SortOrder.DescendingOrder)
        return known + [line for line in named if key(line) is None]

    def _reorder(self, wanted: list[PersonLine]) -> None:
        """A new order of the same people is one notice, not a move for each."""
        now = [line.id for line in self._records]
        ids = [line.id for line in wanted]
        if ids == now or set(ids) != set(now):
            self.set_records(wanted)
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = {one: row for row, one in enumerate(ids)}
        self._records = wanted
        self.changePersistentIndexList(
            before, [self.index(places[now[old.row()]], old.column()) for old in before]
        )
        self.layoutChanged.emit()
