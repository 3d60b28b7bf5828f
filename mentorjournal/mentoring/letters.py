"""Letters of recommendation: their steps and deadlines, what comes next, and their readings.

Lead times are those of the guides (four to eight weeks ahead); the other numbers of days are
defaults of ours. A deadline ends with its minute, or with its day, on the clock of its own zone.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from datetime import date as Day
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

from mentorjournal.words import capital, clock_time, long_day, short_day, span, tr

STEPS = ("asked", "agreed", "brief_sent", "reminded", "submitted", "thanked", "decided")
SHORT_LEAD = 28  # days; four weeks is the least that guides ask for (GVSU, Kalamazoo)
COMFORTABLE_LEAD = 42  # days; six weeks (ERAU, Oxy, Colorado State)
BRIEF_BEFORE = 14  # days before the deadline; default of ours
REMIND_BEFORE = (14, 7, 1)  # days before the deadline; default of ours
TELL_WITHIN = 14  # days after the decision; default of ours
BRIEF_SOON = 7

Tone = Literal["plain", "look", "act", "done"]
Group = Literal["to_come", "owed", "closed"]


class Requested(Protocol):
    """What is read of a letter to say how far it is."""

    @property
    def status(self) -> str: ...
    @property
    def asked_on(self) -> Day | None: ...
    @property
    def answer_by(self) -> Day | None: ...
    @property
    def agreed_on(self) -> Day | None: ...
    @property
    def declined_on(self) -> Day | None: ...
    @property
    def deadline(self) -> Day | None: ...
    @property
    def deadline_time(self) -> str | None: ...
    @property
    def zone(self) -> str | None: ...
    @property
    def brief_sent_on(self) -> Day | None: ...
    @property
    def brief_missing(self) -> tuple[str, ...]: ...
    @property
    def reminded_on(self) -> Day | None: ...
    @property
    def submitted_on(self) -> Day | None: ...
    @property
    def thanked_on(self) -> Day | None: ...
    @property
    def decided_on(self) -> Day | None: ...
    @property
    def outcome_shared_on(self) -> Day | None: ...


@dataclass(frozen=True)
class Move:
    """The next thing to do about a letter; `waiting` says that it waits for me now.

    `kind` is one of "ask", "answer", "brief", "remind", "submit", "thank", "result", "tell",
    "done"; `on` is the day it is due, if it has one.
    """

    kind: str
    words: str
    tone: Tone = "plain"
    waiting: bool = False
    on: date | None = None


# Steps ----------------------------------------------------------------------------------------


def is_declined(letter: Requested) -> bool:
    """Whether the writer said no, which is a normal outcome."""
    return letter.declined_on is not None or letter.status == "declined"


def step_days(letter: Requested) -> tuple[date | None, ...]:
    """The day of each of `STEPS`, None for one not taken or whose day is not known."""
    return (
        letter.asked_on, letter.agreed_on, letter.brief_sent_on, letter.reminded_on,
        letter.submitted_on, letter.thanked_on, letter.decided_on,
    )


def step(letter: Requested) -> int:
    """The place in `STEPS` of the last step taken, -1 while it is only considered.

    Once the writer knows the result it is `len(STEPS)`: nothing is left to do.
    """
    if letter.outcome_shared_on:
        return len(STEPS)
    taken = [place for place, day in enumerate(step_days(letter)) if day]
    if letter.status in STEPS:
        taken.append(STEPS.index(letter.status))
    return max(taken, default=-1)


def step_words(place: int) -> str:
    """The name of the step, such as "Brief sent"; -1 is "Considering"."""
    if place < 0:
        return tr("Considering")
    words = (
        tr("Asked"), tr("Agreed"), tr("Brief sent"), tr("Reminded"), tr("Submitted"),
        tr("Thanked"), tr("Decided"),
    )
    return words[min(place, len(words) - 1)]


def _has(letter: Requested, name: str) -> bool:
    return step(letter) >= STEPS.index(name)


def is_submitted(letter: Requested) -> bool:
    """Whether the letter went out, or was even decided on."""
    return _has(letter, "submitted")


def group(letter: Requested) -> Group:
    """Still to come, gone out with something owed to the writer, or closed."""
    if is_declined(letter):
        return "closed" if letter.thanked_on else "owed"
    if not is_submitted(letter):
        return "to_come"
    told = letter.decided_on is not None and letter.outcome_shared_on is not None
    return "closed" if told and letter.thanked_on else "owed"


# Deadlines ------------------------------------------------------------------------------------


def ends_at(letter: Requested, home: str) -> datetime | None:
    """The instant at which it is too late; `home` is my zone, for a letter without one."""
    if letter.deadline is None:
        return None
    zone = ZoneInfo(letter.zone or home)
    at = _time(letter.deadline_time)
    if at is not None:
        return datetime.combine(letter.deadline, at, zone)
    if letter.deadline == date.max:
        return datetime.combine(letter.deadline, time(23, 59), zone)
    return datetime.combine(letter.deadline + timedelta(days=1), time(), zone)


def _time(text: str | None) -> time | None:
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        return None


def last_day(letter: Requested, home: str) -> date | None:
    """The last day on my own calendar on which it is in time."""
    if letter.deadline is None:
        return None
    if not _inside(letter.deadline):
        return letter.deadline
    end = ends_at(letter, home)
    assert end is not None
    return (end - timedelta(seconds=1)).astimezone(ZoneInfo(home)).date()


def _inside(day: date) -> bool:
    """Whether another zone's clock can still name the day."""
    return date.min + timedelta(days=2) < day < date.max - timedelta(days=2)


def days_left(letter: Requested, as_of: date, home: str) -> int | None:
    """Days to the deadline, 0 on its last day, below 0 after it."""
    last = last_day(letter, home)
    return (last - as_of).days if last else None


def is_overdue(letter: Requested, as_of: date, home: str) -> bool:
    """Whether the deadline passed and nothing was submitted; its last day is not overdue."""
    left = days_left(letter, as_of, home)
    return left is not None and left < 0 and not is_submitted(letter) and not is_declined(letter)


def deadline_words(letter: Requested, home: str) -> str:
    """Such as "Friday 19 June 2026, 17:00 (New York; 23:00 here)"; "" without a deadline."""
    if letter.deadline is None:
        return ""
    said = long_day(letter.deadline)
    at = _time(letter.deadline_time)
    if at is not None:
        said = tr("{day}, {time}", day=said,
                  time=clock_time(datetime.combine(letter.deadline, at)))
    if not letter.zone or letter.zone == home:
        return said
    place = letter.zone.split("/")[-1].replace("_", " ")
    if at is None:
        return tr("{when} ({place})", when=said, place=place)
    return tr("{when} ({place}; {time} here)", when=said, place=place,
              time=_here(letter, letter.deadline, home) or said)


def _here(letter: Requested, day: date, home: str) -> str:
    """The end on my own clock, with its weekday where that is another day than `day`."""
    end = ends_at(letter, home)
    if end is None or not _inside(day):
        return ""
    mine = end.astimezone(ZoneInfo(home))
    if mine.date() == day:
        return clock_time(mine)
    return tr("{day}, {time}", day=short_day(mine.date()), time=clock_time(mine))


def reminders(letter: Requested, home: str) -> list[date]:
    """The days on which a reminder is kind, the earliest first."""
    last = last_day(letter, home)
    if last is None or not _inside(last):
        return []
    return [last - timedelta(days=days) for days in REMIND_BEFORE]


def brief_due(letter: Requested, home: str) -> date | None:
    """The day by which the writer should have the brief, None without a deadline."""
    last = last_day(letter, home)
    if last is None or last < date.min + timedelta(days=BRIEF_BEFORE):
        return None
    return last - timedelta(days=BRIEF_BEFORE)


# What comes next ------------------------------------------------------------------------------


def next_move(letter: Requested, as_of: date, home: str) -> Move:
    """What comes next, in words, as a list says it."""
    if is_declined(letter):
        if letter.thanked_on:
            return Move("done", tr("Declined"))
        return Move("thank", tr("Declined: thank them for answering"), waiting=True)
    if is_submitted(letter):
        return _afterwards(letter, as_of)
    if is_overdue(letter, as_of, home):
        day = short_day(last_day(letter, home) or as_of, as_of)
        return Move("submit", tr("Was due {day}", day=day), "act", True)
    if _has(letter, "brief_sent"):
        return _remind(letter, as_of, home)
    if _has(letter, "agreed"):
        return _brief(letter, as_of, home)
    if _has(letter, "asked"):
        return _answer(letter, as_of)
    left = days_left(letter, as_of, home)
    if left is not None and left < SHORT_LEAD:
        return Move("ask", tr("Ask soon: {span} left", span=span(left)), "look", True)
    return Move("ask", tr("Ask them"), waiting=True)


def _answer(letter: Requested, as_of: date) -> Move:
    by = letter.answer_by
    if by is None:
        return Move("answer", tr("No answer yet"))
    if by < as_of:
        return Move("answer", tr("No answer yet"), "act", True, by)
    return Move("answer", tr("Answer by {day}", day=short_day(by, as_of)), on=by)


def _brief(letter: Requested, as_of: date, home: str) -> Move:
    due = brief_due(letter, home)
    if due is None:
        return Move("brief", tr("Send the brief"), waiting=True)
    day = short_day(due, as_of)
    if due < as_of:
        return Move("brief", tr("Brief was due {day}", day=day), "act", True, due)
    near = (due - as_of).days <= BRIEF_SOON
    return Move("brief", tr("Brief due {day}", day=day), "look" if near else "plain", near, due)


def _remind(letter: Requested, as_of: date, home: str) -> Move:
    since = max(filter(None, (letter.reminded_on, letter.brief_sent_on)), default=date.min)
    ahead = [day for day in reminders(letter, home) if day > since]
    late = [day for day in ahead if day <= as_of]
    if late:
        return Move("remind", tr("Send a reminder"), "look", True, late[-1])
    if ahead:
        return Move("remind", tr("Reminder {day}", day=short_day(ahead[0], as_of)), on=ahead[0])
    last = last_day(letter, home)
    words = tr("Due {day}", day=short_day(last, as_of)) if last else tr("With the writer")
    return Move("submit", words, on=last)


def _afterwards(letter: Requested, as_of: date) -> Move:
    if letter.thanked_on is None and not _has(letter, "thanked"):
        return Move("thank", tr("Say thank you"), "look", True)
    if letter.decided_on is None:
        return Move("result", tr("Waiting for the result"))
    if letter.outcome_shared_on is None:
        days = (as_of - letter.decided_on).days
        if days > TELL_WITHIN:
            return Move("tell", tr("Result not told after {span}", span=span(days)), "act", True)
        return Move("tell", tr("Tell them the result"), "look", True)
    if letter.thanked_on is None:
        return Move("thank", tr("Say thank you"), "look", True)
    return Move("done", tr("Result told {day}", day=short_day(letter.outcome_shared_on, as_of)),
                "done")


def criteria_of(text: str | None) -> tuple[str, ...]:
    """What the readers look for, one by one: a line each, or parted by semicolons."""
    parts = [part for line in (text or "").splitlines() for part in line.split(";")]
    return tuple(capital(said) for part in parts if (said := part.strip(" .\t-•*")))


# Readings -------------------------------------------------------------------------------------


def lead_days(letter: Requested) -> int | None:
    """Days from asking to the deadline (D5.4), None while one of them is not known."""
    if letter.asked_on is None or letter.deadline is None:
        return None
    return (letter.deadline - letter.asked_on).days


def lead_words(days: int) -> str:
    """What a lead time is worth, such as "24 days: short; four weeks is the least"."""
    said = span(max(days, 0))
    if days < SHORT_LEAD:
        return tr("{span}: short; four weeks is the least people ask for", span=said)
    if days < COMFORTABLE_LEAD:
        return tr("{span}: enough", span=said)
    return tr("{span}: comfortable", span=said)


@dataclass(frozen=True)
class LetterCounts:
    """Lead times, complete briefs and results not told (D5.3, D5.4, D9.4)."""

    leads: tuple[int, ...] = ()
    complete: int = 0
    requests: int = 0
    untold: tuple[int, ...] = ()  # days since each decision the writer has not heard of

    @property
    def median(self) -> float | None:
        """The middle one of the lead times, in days."""
        return statistics.median(self.leads) if self.leads else None

    @property
    def short(self) -> int:
        """How many were asked for less than four weeks ahead."""
        return sum(lead < SHORT_LEAD for lead in self.leads)


def counts(letters: Iterable[Requested], as_of: date) -> LetterCounts:
    """The readings of all `letters` that were asked for."""
    asked = [one for one in letters if one.asked_on]
    return LetterCounts(
        leads=tuple(lead for one in asked if (lead := lead_days(one)) is not None),
        complete=sum(not one.brief_missing for one in asked), requests=len(asked),
        untold=tuple(
            days for one in asked if (days := untold_days(one, as_of)) is not None),
    )


def untold_days(letter: Requested, as_of: date) -> int | None:
    """Days since a decision that the writer has not been told; None where nothing is to tell."""
    if letter.decided_on is None or letter.outcome_shared_on is not None:
        return None
    return (as_of - letter.decided_on).days
