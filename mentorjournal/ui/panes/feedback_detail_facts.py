"""What the panel beside the feedback log shows of one entry, read in a few questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentorjournal.journal import dismissals, feedback, feedback_agenda, feedback_log
from mentorjournal.journal.between import Feedback
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Action, Meeting, Person
from mentorjournal.mentoring import loop
from mentorjournal.mentoring.loop import Around, Move
from mentorjournal.words import short_day

TABLES = ("feedback", "action", "person", "person_tag", "meeting", "agenda_item", "dismissal")
INVESTED = "feedback:invested"  # the line that somebody who says hard things means well


@dataclass(frozen=True)
class EntryFacts:
    """An entry with all that stands around it."""

    entry: Feedback
    person: Person
    around: Around
    actions: tuple[Action, ...]
    met: Meeting | None  # where it was said
    coming: Meeting | None  # the next meeting with whoever gave it
    on_agenda: Meeting | None
    themes: tuple[str, ...]
    shows_invested: bool
    as_of: date

    @property
    def move(self) -> Move:
        """What comes next."""
        return loop.next_move(self.entry, self.around, self.as_of)

    @property
    def is_cooling(self) -> bool:
        """Whether it is too early for an answer."""
        return loop.is_cooling(self.entry, self.as_of)

    @property
    def is_hard(self) -> bool:
        """Whether it stung."""
        return self.entry.stance in loop.HARD

    @property
    def is_over(self) -> bool:
        """Whether it was reported back or set aside."""
        return bool(self.entry.reported_back_on or self.entry.set_aside_on)

    def day(self, day: date) -> str:
        """A day in short, with its year where that is another one."""
        return short_day(day, self.as_of)


def read(journal: Journal, feedback_id: int, as_of: date) -> EntryFacts | None:
    """The facts of an entry, None when it is gone."""
    row = feedback_log.rows(journal, [feedback_id], as_of).get(feedback_id)
    if row is None:
        return None
    met = feedback_agenda.meeting_of(journal, row.entry)
    return EntryFacts(
        row.entry, row.person, row.around, tuple(feedback.actions(journal, feedback_id)),
        met[0] if met else None,
        feedback_agenda.next_meeting(journal, row.entry.person_id, as_of),
        feedback_agenda.on_agenda(journal, feedback_id), tuple(feedback.themes(journal)),
        INVESTED not in dismissals.keys(journal, as_of, INVESTED), as_of,
    )


def step_labels(facts: EntryFacts) -> Sequence[str]:
    """The names of the steps with the days on which they were taken."""
    entry = facts.entry
    days = (entry.asked_on if entry.requested else None, entry.date,
            loop.thought_over(entry) or entry.cool_off_until, entry.plan_on, entry.acted_on,
            entry.reported_back_on)
    names = [loop.step_words(place) for place in range(len(loop.STEPS))]
    return [f"{name}\n{short_day(day).partition(' ')[2]}" if day else name
            for name, day in zip(names, days, strict=True)]
