"""On a person's page: what I seek from them, how they like to work, and what they are after."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorjournal import clock
from mentorjournal.journal import dealings, fields, knowing, people
from mentorjournal.journal.dealings import TiedGoal
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import knowing as rules
from mentorjournal.mentoring.pronouns import Spoken
from mentorjournal.mentoring.pronouns import said as pronouns_of
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui.panes.person_parts import (
    Line,
    Section,
    Text,
    bound,
    copied,
    day_words,
    quiet,
    refill,
    said,
)
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.parts import column
from mentorjournal.words import in_sentence, listing, short_day, tr


def spoken_of(one: Person) -> Spoken:
    """How to speak of somebody in a heading: their pronouns, or a name that is not too long."""
    name = one.short_name if len(one.short_name) <= 40 else one.short_name[:39].rstrip() + "…"
    return pronouns_of(in_sentence(name), one.pronouns)


def capital(words: str) -> str:
    """With a capital at its beginning."""
    return words[:1].upper() + words[1:]


def _line(pen: Pen, person_id: int, name: str, words: str, placeholder: str) -> Text:
    field = Text(
        words, placeholder, longest=fields.limit("person", name),
        is_line=fields.limit("person", name) < fields.TEXT_LIMIT,
    )
    return bound(pen, field, people.edit, "person", person_id, name)


# What a line is called, and what stands in it while it is empty.
_ASK = ("My ask", "What do I want from this person? One line.")
_VALUE = ("Greatest added value", "What are they best for? One line.")
_WORK_ON = ("What we work on", "What do they want from our talks? One line.")
_GOOD_AT = ("Good at", "What are they good at already? One line.")


class SeekSection(Section):
    """My ask, their greatest added value, the needs they meet, our goals, and the effort so far."""

    def __init__(
        self, journal: Journal, pen: Pen, person_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent=parent)
        self._journal = journal
        self.ask = _line(pen, person_id, "my_ask", *map(tr, _ASK))
        self.value = _line(pen, person_id, "added_value", *map(tr, _VALUE))
        self._rows = column(gap=0)
        self._shown: object = None
        self.lines.addWidget(Line("chat-circle", self.ask))
        self.lines.addWidget(Line("star", self.value))
        self.lines.addLayout(self._rows)

    def show_person(self, one: Person, as_of: date, own: bool) -> None:
        """Show what the journal holds."""
        who = spoken_of(one)
        self.set_title({
            "mentee": tr("What we work on together"),
            "past": tr("What I sought from {them}", them=who.object),
        }.get(one.standing) or tr("What I seek from {them}", them=who.object))
        self._word(one.direction == "mentee")
        show_text(self.ask, one.my_ask, own=own)
        show_text(self.value, one.added_value, own=own)
        met = dealings.needs_met(self._journal, one.id)
        tied = dealings.goals_with(self._journal, one.id)
        asked = dealings.asks(self._journal, one.id, as_of, rules.EFFORT_DAYS)
        mentee = one.direction == "mentee"
        if (met, tied, asked, mentee) == self._shown:
            return
        self._shown = (met, tied, asked, mentee)
        refill(self._rows, (
            *(said("magnifying-glass", need.text) for need in met),
            *(self._goal(each) for each in tied),
            *(() if mentee else (self._effort(asked),)),
        ))

    def _word(self, mentee: bool) -> None:
        """Ask about somebody I mentor from the other side."""
        for field, theirs, mine in ((self.ask, _WORK_ON, _ASK), (self.value, _GOOD_AT, _VALUE)):
            words, example = theirs if mentee else mine
            field.setAccessibleName(tr(words))
            field.setPlaceholderText(tr(example))

    def _goal(self, tied: TiedGoal) -> Line:
        text = tied.goal.text
        if tied.part:
            text = tr("{goal}: {part}", goal=text, part=tied.part)
        return said("target", text, *(
            () if tied.shared_on else (quiet(tr("not shared yet"), "warn"),)))

    def _effort(self, asked: dict[str, int]) -> Line:
        if not asked:
            text = tr("Nothing asked in the last {n} days", n=rules.EFFORT_DAYS)
        else:
            text = tr("Asked in the last {n} days: {what}", n=rules.EFFORT_DAYS,
                      what=rules.effort_words(asked))
        return said("hand", text, tone="muted")


class WorkSection(Section):
    """Channel, ways and place, what they wrote of their style and load, and whether I asked."""

    def __init__(
        self, journal: Journal, pen: Pen, person_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent=parent)
        self._pen, self._person_id = pen, person_id
        self._rows, self._last = column(gap=0), column(gap=0)
        self._shown: object = None
        self.style_note = _line(pen, person_id, "style_note", tr("How they like to work"),
                                tr("When and how do they like to meet?"))
        self.load = _line(pen, person_id, "capacity_note", tr("Their load"),
                          tr("How full are their days?"))
        self.lines.addLayout(self._rows)
        self.lines.addWidget(Line("notebook", self.style_note))
        self.lines.addWidget(Line("scales", self.load))
        self.lines.addLayout(self._last)

    def show_person(self, one: Person, as_of: date, own: bool) -> None:
        """Show what the journal holds."""
        who = spoken_of(one)
        likes = who.verb(tr("likes"), tr("like"))
        self.set_title(tr("How {she} {likes} to work", she=who.subject, likes=likes))
        show_text(self.style_note, one.style_note, own=own)
        show_text(self.load, one.capacity_note, own=own)
        known = (one.channel, one.email, one.phone, one.assistant, one.styles, one.usual_place,
                 one.usual_link, one.preferences_asked_on, one.is_active)
        if known == self._shown:
            return
        self._shown = known
        refill(self._rows, self._ways(one))
        refill(self._last, self._asked(one))

    def _ways(self, one: Person) -> list[QWidget]:
        found: list[QWidget] = []
        if one.channel:
            found.append(said("chats", tr("Best reached: {channel}", channel=word(one.channel))))
        for sign, address in (("envelope-simple", one.email), ("phone", one.phone)):
            if address:
                found.append(copied(sign, address))
        if one.assistant:
            found.append(said("user", tr("Assistant: {name}", name=one.assistant)))
        if one.styles:
            ways = [word(style) for style in one.styles]
            found.append(said("list-bullets", capital(listing([ways[0], *map(_small, ways[1:])]))))
        place = ", ".join(filter(None, (one.usual_place, one.usual_link)))
        if place:
            found.append(said("map-pin", place))
        return found

    def _asked(self, one: Person) -> list[QWidget]:
        if one.preferences_asked_on:
            return [said("check-circle", tr(
                "You asked about this on {day}", day=day_words(one.preferences_asked_on)),
                tone="muted")]
        if not one.is_active:
            return []
        note = Button(tr("I asked today"), kind="row")
        note.clicked.connect(lambda: self._pen.write(
            people.edit, self._person_id, {"preferences_asked_on": clock.today()}))
        return [said("question", tr("Not asked yet how they like it"), note, token="warn")]


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


class GoalsSection(Section):
    """Their priorities and goals as they told them, and how I offered to help."""

    tab_wanted = Signal(str)

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        self.more = Button(tr("Knowing them"), kind="link")
        super().__init__("", self.more, parent)
        self._journal = journal
        self._rows = column(gap=0)
        self._shown: object = None
        self.lines.addLayout(self._rows)
        self.more.clicked.connect(lambda: self.tab_wanted.emit("knowing"))

    def show_person(self, one: Person, as_of: date, own: bool) -> None:
        """Show what the journal holds."""
        who = spoken_of(one)
        self.set_title(tr("{Her} goals and priorities", Her=capital(who.possessive)))
        told = [each for each in knowing.answers(self._journal, one.id)
                if each.topic in ("priorities", "goals")]
        offer = dealings.last_thanks(self._journal, one.id, as_of, dealings.OFFERS)
        if (told, offer) == self._shown:
            return
        self._shown = (told, offer)
        newest = {each.topic: each for each in reversed(told)}
        rows: list[QWidget] = []
        for topic, sign in (("priorities", "flag"), ("goals", "target")):
            if topic in newest:
                latest = newest[topic]
                rows.append(said(sign, latest.text or "", *_as_of(latest.as_of, as_of)))
        if not rows:
            rows.append(said("flag", tr("Nothing known yet: ask at a meeting."), tone="muted"))
        if offer is not None and offer.date is not None:
            text = tr("How I can help: {what}", what=offer.for_what)
            rows.append(said("hand-heart", text, quiet(short_day(offer.date, as_of))))
        refill(self._rows, rows)


def _as_of(day: date | None, today: date) -> tuple[QWidget, ...]:
    if day is None:
        return ()
    old = rules.is_old(day, today)
    words = tr("{day}, ask again", day=day_words(day)) if old else day_words(day)
    return (quiet(words, "warn" if old else "muted"),)
