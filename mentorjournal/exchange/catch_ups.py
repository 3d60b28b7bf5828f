"""The calendar of catch-ups: one repeating day for each active mentor, and no private text."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from mentorjournal.exchange import calendar
from mentorjournal.exchange.calendar import Repeating
from mentorjournal.journal import keeping
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.keeping import Keeping
from mentorjournal.mentoring.rhythm import DEFAULT_DAYS
from mentorjournal.store.errors import JournalError
from mentorjournal.words import tr


def make(
    journal: Journal, as_of: date, stamped: datetime, default_days: int = DEFAULT_DAYS
) -> bytes:
    """The bytes of the .ics file. Raises JournalError when there is nobody to be in touch with.

    Who is paused is left out until the pause is over; who is no active mentor, always.
    """
    days = entries(journal, as_of, default_days)
    if not days:
        paused = any(one.person.is_active for one in keeping.everybody(journal, as_of))
        raise JournalError(
            tr("Every mentor is paused; there is nothing to put in a calendar now.") if paused
            else tr("There is no active mentor to make a calendar of."))
    return calendar.repeating(days, stamped)


def entries(journal: Journal, as_of: date, default_days: int = DEFAULT_DAYS) -> list[Repeating]:
    """The days as they will be written, by the name of the person."""
    uids = keeping.uids(journal)
    return [
        Repeating(
            f"catch-up-{uids[one.person.id]}@mentorjournal",
            tr("Catch up: {name}", name=one.person.name), _first(one, as_of),
            one.rhythm.every_days,
        )
        for one in keeping.everybody(journal, as_of, default_days)
        if one.person.is_active and one.place != "paused"
    ]


def _first(one: Keeping, as_of: date) -> date:
    """The day that is set next, or the one the rhythm asks for; tomorrow when that has passed."""
    set_day = one.person.next_contact_on
    if set_day is not None and set_day >= as_of:
        return set_day
    due = one.rhythm.due_on
    return due if due is not None and due > as_of else as_of + timedelta(1)
