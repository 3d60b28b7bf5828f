"""Accomplishments as a list: what each came to, what it shows, who contributed, who is owed credit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Qt

from mentorjournal.journal import accomplishment_search, accomplishments
from mentorjournal.journal.accomplishment_search import Wanted
from mentorjournal.journal.accomplishments import Achieved
from mentorjournal.journal.between import Accomplishment, Credit
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import gratitude
from mentorjournal.models.people_list import spoken_word
from mentorjournal.models.record_list import Column, RecordList
from mentorjournal.models.roles import Role
from mentorjournal.words import day_month_year, listing, number, short_day, short_name, tr, trn

LONGEST = 300  # letters of one word or text that is shown in a row, or spoken
MOST_NAMED = 3  # people named one by one; more are counted


@dataclass(frozen=True)
class AccomplishmentRow:
    """One accomplishment, with the names of those who contributed and of those still owed credit.
    """

    achieved: Achieved
    contributors: tuple[str, ...]
    owed: tuple[str, ...]
    goal: str
    as_of: date

    @property
    def about(self) -> Accomplishment:
        """The accomplishment itself."""
        return self.achieved.accomplishment

    @property
    def id(self) -> int:
        """Its id."""
        return self.about.id

    @property
    def is_late(self) -> bool:
        """Whether credit is owed, and has been for more than 14 days."""
        return bool(self.owed) and gratitude.credit_is_late(self.about.date, self.as_of)


def is_owed(credit: Credit, as_of: date) -> bool:
    """Whether a contributor is still to be credited."""
    return credit.credited_on is None or credit.credited_on > as_of


def credit_words(credit: Credit, as_of: date) -> str:
    """How and when somebody was credited, or that they were not."""
    if credit.credited_on is None or is_owed(credit, as_of):
        return tr("Not credited yet")
    day = short_day(credit.credited_on, as_of)
    if credit.credited_how:
        return tr("Credited {day}: {how}", day=day, how=credit.credited_how)
    return tr("Credited {day}", day=day)


def day_words(row: AccomplishmentRow) -> str:
    """The day, such as "10 Nov 2025"; "" without one."""
    day = row.about.date
    if day is None:
        return ""
    return day_month_year(day)


def number_words(row: AccomplishmentRow) -> str:
    """The result in numbers, such as "212 discharges"; "" without one."""
    if row.about.number is None:
        return ""
    return " ".join(filter(None, [number(row.about.number, grouped=True), row.about.unit]))


def with_words(row: AccomplishmentRow) -> str:
    """Who contributed, such as "With Dr. Okafor and Dr. Vale"; "" when nobody is named."""
    return tr("With {names}", names=_named(row.contributors)) if row.contributors else ""


def owed_words(row: AccomplishmentRow) -> str:
    """Who is still to be credited; "" when nobody is."""
    if not row.owed:
        return ""
    if len(row.contributors) == 1:
        return tr("not credited yet")
    if len(row.owed) == 1:
        return tr("{name} not credited yet", name=row.owed[0])
    return tr("{n} not credited yet", n=len(row.owed))


def competency_words(row: AccomplishmentRow) -> list[str]:
    """What it shows, each in its words."""
    return [spoken_word(one[:LONGEST]) for one in row.about.competencies]


def reading_words(journal: Journal, as_of: date) -> str:
    """How many there are, and credit given as a plain fact (D9.3)."""
    total = accomplishment_search.count(journal)
    if not total:
        return ""
    said = trn("{n} accomplishment", "{n} accomplishments", total)
    reading = gratitude.credit_given(accomplishments.credits(journal), as_of)
    if not reading.total:
        return said
    return tr("{said} · {done} of {all} with everybody credited", said=said,
              done=reading.complete, all=reading.total)


def _named(names: tuple[str, ...]) -> str:
    if len(names) > MOST_NAMED:
        more = trn("{n} more", "{n} more", len(names) - MOST_NAMED + 1)
        return listing([*names[: MOST_NAMED - 1], more])
    return listing(names)


def _sentence(row: AccomplishmentRow) -> str:
    parts = [row.about.title, day_words(row), number_words(row),
             (row.about.result or "")[:LONGEST],
             with_words(row), owed_words(row), listing(competency_words(row))]
    return ", ".join(part for part in parts if part)


class AccomplishmentList(RecordList[AccomplishmentRow]):
    """What is wanted of them, in the order that is wanted."""

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        column = Column[AccomplishmentRow](
            tr("Accomplishment"), lambda row: row.about.title, roles={
                Role.SECOND: lambda row: row.about.result or "", Role.RIGHT: number_words,
                Qt.ItemDataRole.AccessibleTextRole: _sentence,
            })
        super().__init__([column], lambda row: row.id, parent)
        self._journal = journal
        self.wanted = Wanted()

    def load(self, as_of: date) -> None:
        """Read what is wanted."""
        found = accomplishment_search.found(self._journal, self.wanted, as_of)
        names = accomplishment_search.names(self._journal)
        goals = dict(accomplishment_search.goals(self._journal))
        self.show_records([_row(one, names, goals, as_of) for one in found])


def _row(
    achieved: Achieved, names: Mapping[int, str], goals: Mapping[int, str], as_of: date
) -> AccomplishmentRow:
    mine = achieved.contributors
    called = {one.person_id: short_name(names.get(one.person_id, "")) for one in mine}
    return AccomplishmentRow(
        achieved, tuple(called[one.person_id] for one in mine),
        tuple(called[one.person_id] for one in mine if is_owed(one, as_of)),
        goals.get(achieved.accomplishment.goal_id or 0, ""), as_of)
