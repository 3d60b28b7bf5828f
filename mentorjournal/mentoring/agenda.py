"""An agenda in time: minutes against the slot, printing order, what to send when, calling off.

Two days ahead for an agenda, a week for a long read and two weeks before a first formal meeting
come from common advice on agendas; a day's notice from advice to mentees; keeping five minutes to
sum up is a default of ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple, Protocol, TypeVar

from mentorjournal.mentoring.sides import Directed, side_of
from mentorjournal.mentoring.vocabulary import PRIORITIES
from mentorjournal.words import clock_time, long_day, tr, trn

SUM_UP_MINUTES = 5  # default of ours
HOURS_AHEAD = 48
LONG_READ_MINUTES = 10  # a longer one needs LONG_READ_DAYS
LONG_READ_DAYS = 7
FIRST_MEETING_DAYS = 14
READING = ("read", "review_opportunity", "look_at")  # kinds of ask that take reading time
SHORT_MINUTES = 15  # what a meeting with nothing new is shortened to
LATE_NOTICE_HOURS = 24
LEFT_OUT = ("parked", "dropped")  # states of items that take no time


class ItemLike(Protocol):
    """What these rules read of an agenda item; `minutes` is planned time."""

    @property
    def priority(self) -> str: ...
    @property
    def minutes(self) -> int: ...
    @property
    def state(self) -> str: ...


class AskLike(Protocol):
    """What these rules read of something asked for ahead; `minutes` is the mentor's time."""

    @property
    def kind(self) -> str: ...
    @property
    def minutes(self) -> int: ...
    @property
    def sent_at(self) -> str | None: ...


class DatedMeeting(Protocol):
    """What these rules read of a meeting; `starts_at` is on the clock of its place."""

    @property
    def starts_at(self) -> datetime: ...
    @property
    def purpose(self) -> str | None: ...


class Named(Directed, Protocol):
    """Somebody a note is written to."""

    @property
    def short_name(self) -> str: ...


class Signing(Protocol):
    """Somebody who signs a note."""

    @property
    def name(self) -> str | None: ...


Item = TypeVar("Item", bound=ItemLike)


# Time -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TimeBudget:
    """Minutes of an agenda against its slot: `planned + free == slot`, or `over` is above 0.

    `to_sum_up` is what remains of the five minutes kept for summing up.
    """

    planned: int
    slot: int
    free: int
    over: int
    to_sum_up: int

    @property
    def fits(self) -> bool:
        """Whether five minutes are left to sum up."""
        return self.planned == 0 or self.to_sum_up == SUM_UP_MINUTES

    @property
    def too_many(self) -> int:
        """Minutes to take out so that five are left."""
        return max(0, self.planned - max(0, self.slot - SUM_UP_MINUTES))


def live(items: Iterable[Item]) -> list[Item]:
    """The items that take time: neither parked nor dropped."""
    return [item for item in items if item.state not in LEFT_OUT]


def time_budget(items: Iterable[ItemLike], slot_minutes: int) -> TimeBudget:
    """The minutes of `items` against a slot; minutes below 0 count as 0."""
    slot = max(0, slot_minutes)
    planned = sum(max(0, item.minutes) for item in live(items))
    free = max(0, slot - planned)
    return TimeBudget(planned, slot, free, max(0, planned - slot), min(SUM_UP_MINUTES, free))


def budget_words(budget: TimeBudget) -> tuple[str, str]:
    """The label of the time bar in two parts: "25 of 30 min" and "5 left to sum up"."""
    total = tr("{planned} of {slot} min", planned=budget.planned, slot=budget.slot)
    if budget.over:
        return total, tr("{n} over", n=budget.over)
    if budget.free <= SUM_UP_MINUTES:
        return total, tr("{n} left to sum up", n=budget.free)
    return total, tr("{n} free", n=budget.free)


def order_for_print(items: Iterable[Item]) -> list[Item]:
    """Must, should, if time; within one priority as they stand. Unknown priorities come last."""
    rank = {priority: place for place, priority in enumerate(PRIORITIES)}
    return sorted(items, key=lambda item: rank.get(item.priority, len(rank)))


def as_printed(items: Iterable[Item]) -> list[Item]:
    """The live items in the order of the paper; the others keep their places among them."""
    whole = list(items)
    printed = iter(order_for_print(live(whole)))
    return [item if item.state in LEFT_OUT else next(printed) for item in whole]


# Sending --------------------------------------------------------------------------------------


def send_by(starts_at: datetime, hours: int = HOURS_AHEAD) -> datetime:
    """When an agenda should be out, on the clock of the meeting."""
    return starts_at - timedelta(hours=hours)


@dataclass(frozen=True)
class AskLead:
    """How much time something asked for ahead has.

    `days_needed` is 0 for what goes out with the agenda; `days_left` counts from the as-of day to
    the meeting; `send_by` is the last day in good time.
    """

    days_needed: int
    days_left: int
    send_by: date
    is_sent: bool

    @property
    def is_late(self) -> bool:
        """Whether it is not sent although fewer days are left than it needs."""
        return not self.is_sent and 0 <= self.days_left < self.days_needed


def ask_lead(ask: AskLike, meeting: DatedMeeting, as_of: date) -> AskLead:
    """The lead time of one ask: above 10 minutes of reading a week, two before a first meeting."""
    day = meeting.starts_at.date()
    needed = 0
    if ask.minutes > LONG_READ_MINUTES and ask.kind in READING:
        needed = FIRST_MEETING_DAYS if meeting.purpose == "first_as_mentor" else LONG_READ_DAYS
    return AskLead(needed, (day - as_of).days, day - timedelta(needed), bool(ask.sent_at))


# Nothing new, calling off ---------------------------------------------------------------------


class Offer(NamedTuple):
    """Something to do about a meeting with nothing new; `minutes` for a shorter one."""

    key: Literal["shorten", "postpone"]
    words: str
    minutes: int | None = None


def offers(planned_minutes: int, hours_left: float | None = None) -> tuple[Offer, ...]:
    """Shorten where that saves time; postpone while a day or more is left (or unknown)."""
    found = []
    if planned_minutes > SHORT_MINUTES:
        found.append(
            Offer("shorten", tr("Shorten to {n} min", n=SHORT_MINUTES), SHORT_MINUTES)
        )
    if hours_left is None or hours_left >= LATE_NOTICE_HOURS:
        found.append(Offer("postpone", tr("Postpone with a kind note")))
    return tuple(found)


def nothing_new(
    items: Iterable[ItemLike],
    promises_done: int,
    planned_minutes: int,
    hours_left: float | None = None,
) -> tuple[Offer, ...]:
    """What to offer when no item is a must and no promise of mine was done since last time.

    Empty when there is something new. Worth asking from two days ahead (tip 7).
    """
    if promises_done > 0 or any(item.priority == "must" for item in live(items)):
        return ()
    return offers(planned_minutes, hours_left)


def notice_hours(starts_at: datetime, now: datetime) -> float:
    """Hours from `now` to the start, both on the clock of the meeting; below 0 once begun."""
    return (starts_at - now).total_seconds() / 3600


class CancelAdvice(NamedTuple):
    """What to say before a meeting is called off."""

    suggests_shortening: bool
    sentence: str


def cancel_advice(notice: float) -> CancelAdvice:
    """Below 24 hours a shorter meeting is suggested instead; never forbidden."""
    if notice < 0:
        return CancelAdvice(False, tr("This meeting has already begun."))
    if notice < 1:
        said = tr("That is less than an hour’s notice.")
    elif notice < LATE_NOTICE_HOURS:
        said = trn("That is {n} hour’s notice.", "That is {n} hours’ notice.", int(notice))
    else:
        days = int(notice // 24)
        said = trn("That is {n} day’s notice.", "That is {n} days’ notice.", days)
        return CancelAdvice(False, tr("{notice} Good to say it early.", notice=said))
    return CancelAdvice(True, tr("{notice} Could you keep it and make it short?", notice=said))


def is_late_calling_off(status: str, called_off_by: str | None, notice: float | None) -> bool:
    """Whether I withdrew with less than a day's notice; moved in good time does not count."""
    return (
        status in ("cancelled", "postponed") and called_off_by == "me"
        and notice is not None and notice < LATE_NOTICE_HOURS
    )


def postpone_note(me: Signing, person: Named, meeting: DatedMeeting) -> str:
    """A short note that moves a meeting with nothing new; names and the time are all it reads."""
    say = side_of(person).postponing
    paragraphs = [
        tr("Dear {name},", name=person.short_name),
        say.why.format(
            day=long_day(meeting.starts_at.date()), time=clock_time(meeting.starts_at)),
        say.ask,
        "\n".join(filter(None, [say.goodbye, me.name])),
    ]
    return "\n\n".join(paragraphs)
