"""The calendar of a letter: its deadline and the days to remind of it, and nothing private."""

from __future__ import annotations

from datetime import datetime

from mentorjournal import clock
from mentorjournal.exchange import calendar
from mentorjournal.exchange.calendar import Dated
from mentorjournal.journal import letters, people
from mentorjournal.journal.between import Letter
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import letter_steps
from mentorjournal.mentoring import letters as rules
from mentorjournal.store.errors import JournalError
from mentorjournal.words import tr


def make(journal: Journal, letter_id: int, stamped: datetime) -> bytes:
    """The bytes of the .ics file. Raises JournalError for a letter without a deadline."""
    which = letters.get(journal, letter_id)
    days = entries(journal, which)
    if not days:
        raise JournalError(tr("This letter has no deadline yet."))
    return calendar.dated(days, stamped)


def entries(journal: Journal, which: Letter) -> list[Dated]:
    """The days as they will be written: the deadline, then the reminders before it."""
    home = clock.zone_name()
    last = rules.last_day(which, home)
    if last is None:
        return []
    name = people.get(journal, which.writer_id).name
    uid = letters.uid(journal, which.id)
    mine = letter_steps.is_mine(which)
    title = tr("Nomination due: {name}", name=name) if mine else tr(
        "Letter due: {name}, {target}", name=name, target=which.target)
    found = [Dated(f"letter-{uid}@mentorjournal", title, last)]
    if not mine and not rules.is_submitted(which):
        found += [
            Dated(f"letter-{uid}-{(last - day).days}@mentorjournal",
                  tr("Remind {name}: letter due on {day}", name=name, day=last.isoformat()), day)
            for day in rules.reminders(which, home)
        ]
    return found


def file_name(journal: Journal, letter_id: int) -> str:
    """What the file is called."""
    which = letters.get(journal, letter_id)
    return tr("Letter {name}", name=people.get(journal, which.writer_id).short_name)
