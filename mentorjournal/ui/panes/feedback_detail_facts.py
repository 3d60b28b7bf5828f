"""What the detail of an entry of the feedback log shows, read at one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorjournal.journal import agenda, dismissals, feedback, meetings, people
from mentorjournal.journal.between import Feedback
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Action, Meeting, Person
from mentorjournal.mentoring import loop
from mentorjournal.words import in_sentence

INVESTED = "feedback-invested"  # the key of the reminder; with ":id" for one entry


@dataclass(frozen=True)
class Facts:
    """An entry with who gave it, its actions, and the meetings around it."""

    entry: Feedback
    person: Person
    photo: bytes | None
    actions: tuple[Action, ...]
    said_in: Meeting | None
    next_meeting: Meeting | None
    agenda_of: Meeting | None  # where what came of it stands on the agenda
    themes: tuple[str, ...]
    put_aside: frozenset[str]
    as_of: date

    @property
    def name(self) -> str:
        """Who gave it, as in a sentence."""
        return in_sentence(self.person.short_name)

    @property
    def is_heard(self) -> bool:
        """Whether anything was said yet."""
        return self.entry.date is not None

    @property
    def is_cooling(self) -> bool:
        """Whether it is too early for an answer."""
        return loop.is_cooling(self.entry, self.as_of)

    @property
    def move(self) -> loop.Move:
        """What comes next."""
        due = [one.due for one in self.actions if one.due and one.is_open]
        around = loop.Around(
            len(self.actions), sum(one.done_on is not None for one in self.actions),
            min(due, default=None), self.next_meeting.day if self.next_meeting else None)
        return loop.next_move(self.entry, around, self.as_of)

    @property
    def wants_reminder(self) -> bool:
        """Whether something hard may be put into words that help (A8.11)."""
        shut = {INVESTED, f"{INVESTED}:{self.entry.id}"} & self.put_aside
        return self.entry.stance in loop.HARD and not shut


def read(journal: Journal, feedback_id: int, as_of: date) -> Facts:
    """Everything about an entry. Raises JournalError when it is gone."""
    entry = feedback.get(journal, feedback_id)
    person = people.get(journal, entry.person_id)
    coming = [
        one.meeting for one in meetings.coming(journal)
        if one.meeting.person_id == person.id and one.meeting.day >= as_of
    ]
    is_due = entry.acted_on is not None and entry.reported_back_on is None
    on = next((one for one in coming if is_due and _stands_on(journal, one.id, feedback_id)), None)
    said_in = meetings.get(journal, entry.meeting_id) if entry.meeting_id else None
    return Facts(
        entry, person, people.photo(journal, person),
        tuple(feedback.actions(journal, feedback_id)), said_in, next(iter(coming), None), on,
        tuple(feedback.themes(journal)), dismissals.keys(journal, as_of, INVESTED), as_of)


def _stands_on(journal: Journal, meeting_id: int, feedback_id: int) -> bool:
    return any(
        (item.source, item.source_id) == ("feedback", feedback_id) and item.state != "dropped"
        for item in agenda.items(journal, meeting_id))


def concern(changes: Changes, facts: Facts) -> bool:
    """Whether anything that is shown has changed."""
    entry = facts.entry
    return (
        entry.id in changes.of("feedback") or facts.person.id in changes.of("person")
        or changes.touches("action", "meeting", "agenda_item", "dismissal"))
