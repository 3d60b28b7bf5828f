"""What only I may see of a year: hours, how feedback landed, what was decided, and questions.

Nothing that is handed to others may ask here; the private paper alone does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from mentorjournal.journal import commitments, missteps, year_ahead
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.year_ahead import Ahead
from mentorjournal.mentoring.load import Load
from mentorjournal.mentoring.missteps_words import Finding
from mentorjournal.mentoring.yearly import Period
from mentorjournal.store.schema import ending, feedback


@dataclass(frozen=True)
class MonthLoad:
    """My load on the last day of a month, or of the period."""

    day: date
    load: Load


@dataclass(frozen=True)
class PrivateYear:
    """Hours by month, stances by how often, decisions by person, questions, plans."""

    months: tuple[MonthLoad, ...] = ()
    stances: Mapping[str, int] = field(default_factory=dict)
    decisions: Mapping[int, tuple[str, date]] = field(default_factory=dict)
    questions: tuple[Finding, ...] = ()
    untold: tuple[str, ...] = ()
    meant: Ahead = Ahead()
    ahead: Ahead = Ahead()


def look_back(journal: Journal, period: Period, default_days: int) -> PrivateYear:
    """Everything private about a period; questions are those of its last day."""
    plan = commitments.plan(journal)
    looked = missteps.look(journal, period.until, default_days)
    return PrivateYear(
        tuple(MonthLoad(day, plan.load_on(day)) for day in period.month_ends()),
        _stances(journal, period), _decisions(journal, period), looked.findings, looked.untold,
        year_ahead.meant_for(journal, period), year_ahead.after(journal, period))


def _stances(journal: Journal, period: Period) -> dict[str, int]:
    rows = journal.read().execute(
        select(feedback.c.stance).where(
            feedback.c.date.between(period.since, period.until), feedback.c.stance.is_not(None)))
    return Counter(rows.scalars())


def _decisions(journal: Journal, period: Period) -> dict[int, tuple[str, date]]:
    """The last decision of the period about each person: "keep", "change" or "close".

    One to close that was taken back by beginning again counts no more.
    """
    rows = journal.read().execute(
        select(ending.c.person_id, ending.c.decision, ending.c.decided_on)
        .where(ending.c.decided_on.between(period.since, period.until),
               ending.c.decision.is_not(None), ending.c.reopened_on.is_(None))
        .order_by(ending.c.decided_on, ending.c.id))
    return {row.person_id: (row.decision, row.decided_on) for row in rows}
