"""Something to take along to the next meeting with somebody, which is arranged where there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mentorjournal import clock
from mentorjournal.journal import carry_in, meetings
from mentorjournal.journal.records import CarryIn, Meeting
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.ui.answers.trying import taking
from mentorjournal.words import short_day, tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow


def take_along(window: MainWindow, person_id: int, carry: CarryIn) -> Meeting | None:
    """Put it on the next agenda with somebody: that meeting, None where one was asked for first.

    Raises JournalError where the journal refuses.
    """
    assert window.journal is not None
    today = clock.today()
    following = next(
        (found.meeting for found in meetings.coming(window.journal)
         if found.person.id == person_id and found.meeting.day >= today), None)
    if following is None:
        _arrange(window, person_id, carry)
    else:
        carry_in.take(window.journal, following.id, carry)
    return following


def on_agenda_words(carry: CarryIn, which: Meeting) -> str:
    """What is said once it is on an agenda."""
    return tr("“{title}” is on the agenda for {day}.", title=carry.title,
              day=short_day(which.day, clock.today()))


def _arrange(window: MainWindow, person_id: int, carry: CarryIn) -> None:
    """Ask for a meeting first; it begins with this on its agenda."""
    from mentorjournal.ui.dialogs.meeting import ask_meeting

    journal = window.journal
    assert journal is not None

    def arrange(answer: dict[str, Any]) -> None:
        with journal.change(tr("New meeting")):
            new_id = meetings.add(journal, answer)
            which = meetings.get(journal, new_id)
            if which.status in COMING_STATES and which.person_id == person_id:
                carry_in.take(journal, new_id, carry)

    ask_meeting(window, journal, person_id, take=taking(arrange))
