"""What meeting mode knows of the meeting that runs, read from the journal at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentorjournal import clock
from mentorjournal.journal import carry_in, meetings, people, running
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import AgendaItem, CarryIn, Meeting, Person
from mentorjournal.journal.running import Captured
from mentorjournal.mentoring import running as rules
from mentorjournal.mentoring.running import SUM_UP, TALK, Running, Timed
from mentorjournal.mentoring.sides import Side, side_of
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui.widgets.label import flat
from mentorjournal.words import long_day, minutes, tr

TABLES = ("meeting", "agenda_item", "action", "outcome", "feedback", "feedback_given", "person",
          "person_tag", "thanks", "letter", "news", "expectation", "compact", "contact")


@dataclass(frozen=True)
class ModeFacts:
    """A meeting with its person, where it can be, and what was captured so far."""

    meeting: Meeting
    person: Person
    photo: bytes | None
    items: tuple[AgendaItem, ...]
    places: tuple[Timed, ...]
    captured: Captured
    is_reached: bool
    not_raised: tuple[CarryIn, ...]
    today: date

    @property
    def side(self) -> Side:
        """Whose side it is seen from, with its words."""
        return side_of(self.person)

    def item(self, place: int) -> AgendaItem | None:
        """The item at a place; None for a place that is none."""
        return next((item for item in self.items if item.id == place), None)

    def place(self, place: int) -> Timed:
        """The place with this id."""
        return next(each for each in self.places if each.id == place)

    def title(self, place: int) -> str:
        """What a place is called."""
        item = self.item(place)
        if item is not None:
            return item.title
        return tr("Sum up") if place == SUM_UP else tr("Conversation")


def read(journal: Journal, meeting_id: int) -> ModeFacts:
    """Raises JournalError when the meeting is gone."""
    which = meetings.get(journal, meeting_id)
    whom = people.get(journal, which.person_id)
    items = tuple(running.to_talk_about(journal, meeting_id))
    captured = running.captured(journal, meeting_id)
    today = clock.today()
    carried = carry_in.collect(journal, meeting_id, today)
    return ModeFacts(
        which, whom, people.photo(journal, whom), items,
        tuple(rules.places(items, which.planned_minutes)),
        captured, running.is_reached(journal, meeting_id),
        tuple(one for one in carried if not (one.on_agenda or one.done or _is_new(one, captured))),
        today,
    )


def _is_new(carry: CarryIn, captured: Captured) -> bool:
    """Whether a promise was made just now."""
    made = {one.id for one in captured.actions}
    return carry.source in ("my_promise", "their_promise") and carry.source_id in made


def head_words(facts: ModeFacts) -> tuple[str, str]:
    """Title and subtitle of the head; a meeting that was planned for another day says so."""
    which = facts.meeting
    where = which.place or which.link or (word(which.mode) if which.mode else "")
    day = long_day(which.day)
    if which.day != facts.today:
        day = tr("Planned for {day}", day=day)
    return (
        tr("Meeting with {name}", name=facts.person.name),
        tr("{day} · {where}", day=day, where=flat(where)) if where else day,
    )


def state_words(facts: ModeFacts, live: Running, place: Timed, to_sum_up: int) -> str:
    """What stands below an item: covered and how long it took, now, next, parked."""
    taken = rules.spent_on(live, place.id)
    planned = rules.minutes_for(live, place)
    if place.id == live.current and place.id != SUM_UP:
        return tr("Now · {n} min planned", n=planned)
    if place.id == SUM_UP:
        if place.id == live.current:
            return tr("Now · read back decisions and dates")
        words = tr("read back decisions and dates")
        return tr("{n} min · {words}", n=to_sum_up, words=words) if to_sum_up else _begun(words)
    if place.state == "parked":
        return tr("Parked")
    if not rules.is_ahead(live, place):
        decided = any(one.item_id == place.id for one in facts.captured.decisions)
        took = rules.took_words(taken, planned)
        return tr("Decided · {took}", took=took) if decided else tr("Covered · {took}", took=took)
    return _ahead_words(facts, live, place, planned)


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


def _ahead_words(facts: ModeFacts, live: Running, place: Timed, planned: int) -> str:
    words = minutes(planned)
    if place.priority == "if_time":
        words = tr("{minutes}, if time", minutes=words)
    if place.state == "added_in_meeting":
        words = tr("{words}, came up", words=words)
    if rules.following(live, facts.places) == place.id:
        return tr("Next · {words}", words=words)
    return words


def count_words(facts: ModeFacts, place: int) -> str:
    """Such as "Item 2 of 3"."""
    ids = [item.id for item in facts.items]
    if place in ids:
        return tr("Item {n} of {count}", n=ids.index(place) + 1, count=len(ids))
    return tr("Last of all") if place == SUM_UP else tr("No agenda")


def sum_up_words(facts: ModeFacts) -> str:
    """What is there to be read back at the end."""
    lines = [tr("Decided: {text}", text=flat(one.text)) for one in facts.captured.decisions]
    for one in facts.captured.actions:
        who = tr("Me") if one.owner == "me" else facts.person.short_name
        lines.append(tr("{who}: {text}", who=who, text=flat(one.text)))
    return "\n".join(lines)


def is_talk(place: int) -> bool:
    """Whether notes at a place are about the whole meeting."""
    return place in (SUM_UP, TALK)
