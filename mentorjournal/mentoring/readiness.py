"""Is this agenda ready? Each finding is a sentence and never a block: anything can be sent as is.

What is looked for comes from tips 3, 5, 6 and 7; two musts, two options and two days for the
opening are defaults of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from mentorjournal.mentoring import phrases
from mentorjournal.mentoring.agenda import (
    FIRST_MEETING_DAYS,
    HOURS_AHEAD,
    SUM_UP_MINUTES,
    AskLike,
    DatedMeeting,
    ItemLike,
    ask_lead,
    live,
    send_by,
    time_budget,
)
from mentorjournal.words import clock_time, short_day, tr, trn

MOST_MUSTS = 2
OPTIONS_WANTED = 2
OPENING_DAYS = 2
SEND_SOON_DAYS = 2

Tone = Literal["act", "look", "hint"]


class PlannedItem(ItemLike, Protocol):
    """An agenda item as these rules read it."""

    @property
    def id(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def question(self) -> str | None: ...
    @property
    def wanted(self) -> str | None: ...
    @property
    def domain(self) -> str | None: ...
    @property
    def options(self) -> Sized: ...


class PlannedMeeting(DatedMeeting, Protocol):
    """A meeting as these rules read it."""

    @property
    def planned_minutes(self) -> int: ...
    @property
    def desired_outcome(self) -> str | None: ...
    @property
    def opening(self) -> str | None: ...
    @property
    def agenda_sent_at(self) -> str | None: ...


class Attending(Protocol):
    """Somebody an item could be brought to."""

    @property
    def id(self) -> int: ...
    @property
    def short_name(self) -> str: ...
    @property
    def standing(self) -> str: ...
    @property
    def is_active(self) -> bool: ...
    @property
    def domains(self) -> tuple[str, ...]: ...
    @property
    def not_for(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class Finding:
    """One thing noticed about an agenda.

    `tone` is "act", "look" or "hint"; hints need nothing. `item_id` is the agenda item it is
    about. `is_sending` marks what is about the agenda going out rather than its content.
    """

    key: str
    sentence: str
    tone: Tone = "look"
    item_id: int | None = None
    is_sending: bool = False


@dataclass(frozen=True)
class Readiness:
    """Everything noticed about an agenda, in the order of the page.

    `needs_agenda` is False for a chat and with somebody I mentor, where nothing is to be sent;
    `planned` is how many items there are.
    """

    findings: tuple[Finding, ...]
    is_sent: bool = False
    needs_agenda: bool = True
    planned: int = 0

    @property
    def to_finish(self) -> tuple[Finding, ...]:
        """What to finish before sending: neither hints nor the sending itself."""
        return tuple(
            finding for finding in self.findings
            if finding.tone != "hint" and not finding.is_sending
        )

    @property
    def sending(self) -> tuple[Finding, ...]:
        """What is about the agenda going out."""
        return tuple(finding for finding in self.findings if finding.is_sending)

    @property
    def hints(self) -> tuple[Finding, ...]:
        """What may help and needs nothing."""
        return tuple(finding for finding in self.findings if finding.tone == "hint")

    @property
    def is_ready(self) -> bool:
        """Whether nothing is left to finish."""
        return not self.to_finish

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing that could be called ready: no item, and nothing went out."""
        return not self.planned and not self.is_sent

    @property
    def is_done(self) -> bool:
        """Whether it is as it should be: sent, or ready to go out. Never without a need for it."""
        return self.is_ready and (self.is_sent or (self.needs_agenda and not self.is_bare))

    @property
    def is_late(self) -> bool:
        """Whether the agenda should have gone out already."""
        return any(finding.tone == "act" for finding in self.sending)

    @property
    def summary(self) -> str:
        """One line that says of every finding what it is: "2 things to finish · 1 hint"."""
        if not self.hints:
            return self._state()
        hints = trn("{n} hint", "{n} hints", len(self.hints))
        return tr("{state} · {hints}", state=self._state(), hints=hints)

    def _state(self) -> str:
        if self.is_ready:
            if self.is_sent:
                return tr("Sent")
            if self.is_bare:
                return tr("Nothing on the agenda yet")
            if not self.needs_agenda:
                return trn("{n} thing to talk about", "{n} things to talk about", self.planned)
            return tr("Ready, but late: send it now") if self.is_late else tr("Ready to send")
        things = trn("{n} thing to finish", "{n} things to finish", len(self.to_finish))
        if self.is_late:
            return tr("{things}, and the agenda is late", things=things)
        return tr("{things}, then send it", things=things) if self.sending else things


def readiness(
    meeting: PlannedMeeting,
    items: Iterable[PlannedItem],
    asks: Iterable[AskLike],
    person: Attending,
    other_people: Iterable[Attending],
    as_of: date,
    hours_ahead: int = HOURS_AHEAD,
) -> Readiness:
    """What to finish before `meeting` with `person`, seen on `as_of`.

    An informal meeting, or one with somebody I mentor, needs no agenda: only what is written for
    it is looked at; with somebody I mentor only whether it fits, for questions, ways out and what
    is asked ahead are what a mentee brings. After the day of the meeting nothing is asked for that
    is too late to do.
    """
    planned, others = live(items), list(other_people)
    days_left = (meeting.starts_at.date() - as_of).days
    is_mentee = person.standing == "mentee"
    needs_agenda = meeting.purpose != "informal" and not is_mentee
    found: list[Finding] = []
    if needs_agenda:
        found += _of_the_whole(meeting, planned)
    found += _of_the_time(meeting, planned)
    if not is_mentee:
        for item in planned:
            found += _of_one_item(item, person, others)
        found += _of_the_asks(meeting, asks, as_of)
    if needs_agenda and days_left >= 0:
        found += _of_the_opening(meeting, days_left)
        found += _of_the_sending(meeting, as_of, hours_ahead)
    return Readiness(
        tuple(found), bool(meeting.agenda_sent_at), needs_agenda, len(planned))


def _of_the_whole(meeting: PlannedMeeting, items: Sequence[PlannedItem]) -> Iterator[Finding]:
    if not (meeting.desired_outcome or "").strip():
        yield Finding("no_result", tr("Say what you want to leave with."))
    musts = sum(1 for item in items if item.priority == "must")
    if not items:
        yield Finding("no_items", tr("Nothing on the agenda yet: what matters most?"))
    elif not musts and len(items) == 1:
        yield Finding(
            "no_must", tr("Your one item is not marked Must: is it why you meet?"), "hint"
        )
    elif not musts:
        yield Finding("no_must", tr("No item is marked Must. Which one matters most?"))
    if musts > MOST_MUSTS:
        yield Finding(
            "many_musts", tr("{n} items are marked Must; two is usually enough.", n=musts), "hint"
        )


def _of_the_time(meeting: PlannedMeeting, items: Sequence[PlannedItem]) -> Iterator[Finding]:
    budget = time_budget(items, meeting.planned_minutes)
    if budget.over:
        yield Finding("over_time", tr(
            "{planned} min planned for {slot}. Move something to next time.",
            planned=budget.planned, slot=budget.slot,
        ), "act")
    elif not budget.fits:
        yield Finding("over_time", tr(
            "{planned} of {slot} min planned. Keep {n} to sum up.",
            planned=budget.planned, slot=budget.slot, n=SUM_UP_MINUTES,
        ))


def _of_one_item(
    item: PlannedItem, person: Attending, others: Sequence[Attending]
) -> Iterator[Finding]:
    title = phrases.quoted(item.title)
    if item.kind == "problem" and not len(item.options):
        yield Finding(
            "no_options", tr("{item}: bring two ways out of it.", item=title), item_id=item.id
        )
    elif item.kind == "problem" and len(item.options) < OPTIONS_WANTED:
        yield Finding(
            "one_option", tr("{item}: a second way out gives you both a choice.", item=title),
            "hint", item.id,
        )
    if not (item.question or "").strip() and not item.wanted:
        yield Finding(
            "vague", tr("{item}: what is your question, or what do you hope for?", item=title),
            "hint", item.id,
        )
    better = _better_placed(item, person, others)
    if better:
        sentence = trn(
            "{item}: is this one for {names}?",
            "{item}: is this one for somebody else, such as {names}?", len(better),
            item=title, names=phrases.some([other.short_name for other in better]),
        )
        yield Finding("other_domain", sentence, "hint", item.id)


def _better_placed(
    item: PlannedItem, person: Attending, others: Sequence[Attending]
) -> list[Attending]:
    """Active mentors who cover the item's domain, when it is known that `person` does not."""
    domain = item.domain
    if not domain or domain == "other":
        return []
    is_theirs = domain in person.domains or not person.domains
    if is_theirs and domain not in person.not_for:
        return []
    return [
        other for other in others
        if other.id != person.id and other.is_active
        and domain in other.domains and domain not in other.not_for
    ]


def _of_the_asks(
    meeting: PlannedMeeting, asks: Iterable[AskLike], as_of: date
) -> Iterator[Finding]:
    for ask in asks:
        lead = ask_lead(ask, meeting, as_of)
        if not lead.is_late:
            continue
        usual = (
            tr("two weeks are usual before a first meeting")
            if lead.days_needed == FIRST_MEETING_DAYS else tr("a week is usual")
        )
        if lead.days_left == 0:
            sentence = tr(
                "The {minutes}-minute read is not sent, and you meet today; {usual}.",
                minutes=ask.minutes, usual=usual,
            )
        else:
            sentence = trn(
                "The {minutes}-minute read is not sent, {n} day before; {usual}.",
                "The {minutes}-minute read is not sent, {n} days before; {usual}.",
                lead.days_left, minutes=ask.minutes, usual=usual,
            )
        yield Finding("late_read", sentence)


def _of_the_opening(meeting: PlannedMeeting, days_left: int) -> Iterator[Finding]:
    if days_left <= OPENING_DAYS and not (meeting.opening or "").strip():
        yield Finding("no_opening", tr("One or two sentences to open with would help."), "hint")


def _of_the_sending(
    meeting: PlannedMeeting, as_of: date, hours_ahead: int
) -> Iterator[Finding]:
    if meeting.agenda_sent_at:
        return
    limit = send_by(meeting.starts_at, hours_ahead)
    days, time = (limit.date() - as_of).days, clock_time(limit)
    day = short_day(limit.date(), as_of)
    if days < 0:
        yield Finding(
            "send_passed",
            tr("The agenda was due out {day}, {time}. Sent now, it still helps.",
               day=day, time=time),
            "act", is_sending=True,
        )
    elif days == 0:
        yield Finding(
            "send_today", tr("Send the agenda today, by {time}.", time=time), is_sending=True
        )
    elif days <= SEND_SOON_DAYS:
        yield Finding(
            "send_soon", tr("Send the agenda by {day}, {time}.", day=day, time=time),
            is_sending=True,
        )
