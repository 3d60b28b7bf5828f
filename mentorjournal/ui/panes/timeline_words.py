"""The words of one mark of the timeline: what the strip below says about it, as plain data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from mentorjournal.journal import mark_details as details
from mentorjournal.journal import timeline
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.mark_details import FeedbackFacts, MeetingFacts, Settled
from mentorjournal.journal.records import Action, Person
from mentorjournal.journal.timeline_words import said
from mentorjournal.mentoring import loop
from mentorjournal.mentoring.passing_on import next_words
from mentorjournal.mentoring.timeline import Mark
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.words import clock_time, rhythm, short_day, short_day_year, tr, trn

SIGNS = {"decision": "scales", "guidance": "lightbulb", "idea": "lightbulb", "parked": "push-pin"}
MOST_LETTERS = 280  # of one text in the strip; the whole is where it was written


@dataclass(frozen=True)
class Line:
    """A sentence, with a sign before it and a quiet line below it."""

    text: str
    sign: str = ""
    second: str = ""


@dataclass(frozen=True)
class Part:
    """A column of the strip: lines, promises with a tick, and how far a loop has come."""

    heading: str
    lines: tuple[Line, ...] = ()
    actions: tuple[Action, ...] = ()
    step: int | None = None


@dataclass(frozen=True)
class Shown:
    """All that the strip says about one mark; `way` is the button that leads to it."""

    title: str
    second: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] = ()
    way: str = ""  # "notes", "contact", "feedback", "given", "letter", "person"


def describe(journal: Journal, person: Person, mark: Mark, as_of: date) -> Shown:
    """What the strip says of `mark`. Raises JournalError when what it stands for is gone."""
    title = tr("{what}, {day}", what=said(mark), day=short_day_year(mark.day))
    return _TELLERS[mark.table](journal, person, mark, as_of, title)


def _dated(day: date, as_of: date) -> str:
    return short_day(day, as_of)


# A meeting ------------------------------------------------------------------------------------


def _meeting(
    journal: Journal, person: Person, mark: Mark, as_of: date, title: str
) -> Shown:
    found = details.of_meeting(journal, mark.row)
    which = found.meeting
    parts = []
    if found.settled:
        parts.append(Part(tr("What was settled"), tuple(map(_settled, found.settled))))
    if found.actions:
        parts.append(Part(tr("Actions"), actions=found.actions))
    parts += [_feedback_part(one, as_of) for one in found.feedback]
    if which.headline and not found.settled:
        parts.insert(0, Part(tr("What it was about"), (Line(which.headline),)))
    if not parts:
        parts.append(Part(tr("What was settled"), (Line(_nothing_yet(which)),)))
    second = tr("{name} · {time}", name=person.name, time=_times(which))
    return Shown(title, second, _meeting_facts(which, as_of), tuple(parts), "notes")


def _nothing_yet(which: MeetingFacts) -> str:
    if which.status in COMING_STATES:
        return tr("Still to come. Its agenda is in the notes.")
    return tr("Nothing was written down of what came of it.")


def _settled(one: Settled) -> Line:
    text = tr("Parked: {text}", text=one.text) if one.kind == "parked" else one.text
    return Line(_short(text), SIGNS.get(one.kind, "check-circle"), _short(one.about))


def _times(which: MeetingFacts) -> str:
    minutes = which.actual_minutes or which.planned_minutes
    end = which.starts_at + timedelta(minutes=minutes)
    return tr("{start}–{end}", start=clock_time(which.starts_at), end=clock_time(end))


def _meeting_facts(which: MeetingFacts, as_of: date) -> tuple[tuple[str, str], ...]:
    facts = []
    if which.status == "held":
        facts.append((tr("Started"), _arrival(which)))
    else:
        facts.append((tr("State"), word(which.status)))
    facts += [
        (tr("Where"), which.place or word(which.mode)),
        (tr("Agenda"), _agenda(which)),
        (tr("Notes sent"), _moment_day(which.follow_up_sent_at, which.zone, as_of)),
    ]
    return _known(facts)


def _arrival(which: MeetingFacts) -> str:
    if which.arrival == "late" and which.late_minutes:
        return trn("{n} minute late", "{n} minutes late", which.late_minutes)
    return word(which.arrival).lower()


def _agenda(which: MeetingFacts) -> str:
    if not which.agenda_sent_at:
        return ""
    starts = which.starts_at.replace(tzinfo=ZoneInfo(which.zone))
    hours = round((starts - _instant(which.agenda_sent_at, which.zone)).total_seconds() / 3600)
    if hours < 1:
        return tr("sent")
    return trn("sent {n} hour ahead", "sent {n} hours ahead", hours)


def _instant(moment: str, zone: str) -> datetime:
    """A written instant; one without an offset is on the clock of `zone`."""
    read = datetime.fromisoformat(moment)
    return read if read.tzinfo else read.replace(tzinfo=ZoneInfo(zone))


def _moment_day(moment: str | None, zone: str, as_of: date) -> str:
    if not moment:
        return ""
    return _dated(_instant(moment, zone).astimezone(ZoneInfo(zone)).date(), as_of)


# Everything else ------------------------------------------------------------------------------


def _contact(journal: Journal, person: Person, mark: Mark, as_of: date, title: str) -> Shown:
    one = details.of_contact(journal, mark.row)
    answered = ""
    if one.answered:
        day = _dated(one.answered_on, as_of) if one.answered_on else ""
        answered = tr("answered {day}", day=day) if day else tr("yes")
    elif one.kind == "message_unanswered":
        answered = tr("not yet")
    facts = _known((
        (tr("How"), word(one.channel)), (tr("What"), word(one.kind)),
        (tr("From"), tr("me") if one.initiated_by == "me" else person.short_name),
        (tr("Answer"), answered), (tr("Occasion"), one.occasion or ""),
    ))
    about = Line(_short(one.line or tr("Nothing more was noted.")))
    return Shown(title, person.name, facts, (Part(tr("What it was about"), (about,)),), "contact")


def _feedback(journal: Journal, person: Person, mark: Mark, as_of: date, title: str) -> Shown:
    found = details.of_feedback(journal, mark.row)
    one = found.feedback
    facts = _known((
        (tr("About"), one.topic or one.theme or ""), (tr("Kind"), word(one.kind)),
        (tr("Asked"), _day(one.asked_on, as_of)), (tr("Plan"), _day(one.plan_on, as_of)),
        (tr("Acted"), _day(one.acted_on, as_of)),
    ))
    parts = [_feedback_part(one, as_of)]
    if one.plan or found.actions:
        lines = (Line(_short(one.plan), "target"),) if one.plan else ()
        parts.append(Part(tr("Plan"), lines, found.actions))
    if one.came_of:
        parts.append(Part(tr("What came of it"), (Line(_short(one.came_of)),)))
    return Shown(title, person.name, facts, tuple(parts), "feedback")


def _feedback_part(one: FeedbackFacts, as_of: date) -> Part:
    text = one.gist or one.topic or one.question or tr("Asked, not answered yet.")
    state = [
        tr("asked {day}", day=_day(one.asked_on, as_of)) if one.asked_on and not one.date else "",
        tr("acted {day}", day=_day(one.acted_on, as_of)) if one.acted_on else "",
        tr("told {day}", day=_day(one.reported_back_on, as_of)) if one.reported_back_on else "",
        tr("set aside {day}", day=_day(one.set_aside_on, as_of)) if one.set_aside_on else "",
    ]
    second = " · ".join(part for part in state if part)
    return Part(
        tr("Feedback"), (Line(_short(text), second=second[:1].upper() + second[1:]),),
        step=one.step,
    )


def _given(journal: Journal, person: Person, mark: Mark, as_of: date, title: str) -> Shown:
    """What I said stays on the page of people I mentor; here is how far it has come."""
    one = details.of_given(journal, mark.row, as_of)
    facts = ((tr("Asked for"), tr("by them") if one.requested else tr("no")),
             (tr("Steps"), tr("{n} of 4", n=one.steps)))
    heard = one.coming.do == "nothing"
    line = Line(next_words(one.coming, as_of), "check-circle" if heard else "clock")
    return Shown(title, person.name, facts, (Part(tr("What comes next"), (line,)),), "given")


def _thanks(journal: Journal, person: Person, mark: Mark, as_of: date, title: str) -> Shown:
    one = details.of_thanks(journal, mark.row)
    facts = _known((
        (tr("How"), word(one.kind)),
        (tr("Reach"), tr("said in public") if one.reach == "public" else tr("between us")),
    ))
    parts = [Part(tr("Thanks for"), (Line(_short(one.for_what)),))]
    if one.note_text:
        parts.append(Part(tr("The note"), (Line(_short(one.note_text)),)))
    return Shown(title, person.name, facts, tuple(parts), "person")


def _letter(journal: Journal, person: Person, mark: Mark, as_of: date, title: str) -> Shown:
    one = details.of_letter(journal, mark.row)
    facts = _known((
        (tr("Kind"), word(one.kind)), (tr("State"), word(one.status)),
        (tr("Deadline"), _day(one.deadline, as_of)),
    ))
    days = (
        (tr("Asked"), one.asked_on), (tr("Agreed"), one.agreed_on),
        (tr("Declined"), one.declined_on), (tr("Brief sent"), one.brief_sent_on),
        (tr("Letter sent"), one.submitted_on), (tr("Thanked"), one.thanked_on),
        (tr("Decided"), one.decided_on),
    )
    steps = tuple(
        Line(tr("{step} {day}", step=step, day=_day(day, as_of)), "check-circle")
        for step, day in days if day
    )
    target = Line(_short(one.target), second=word(one.outcome).capitalize() if one.outcome else "")
    parts = [Part(tr("Letter for"), (target,))]
    if steps:
        parts.append(Part(tr("How it went"), steps))
    return Shown(title, person.name, facts, tuple(parts), "letter")


def _milestone(journal: Journal, person: Person, mark: Mark, as_of: date, title: str) -> Shown:
    """A stage, a start, an end: the day says it, and the line of the mark says which."""
    (line,) = timeline.words_of(journal, [mark])
    text = line.removeprefix(f"{said(mark)}: ") if line != said(mark) else ""
    parts = (Part(tr("What it was"), (Line(text or _turn(mark), "flag"),)),)
    return Shown(title, person.name, _agreed(person), parts, "person")


def _turn(mark: Mark) -> str:
    return {
        "start": tr("Your time together began."), "ended": tr("Your time together ended."),
        "conversation": tr("You talked about how it ends."),
    }.get(mark.part, tr("Nothing more was noted."))


def _agreed(person: Person) -> tuple[tuple[str, str], ...]:
    every = rhythm(person.cadence_days) if person.cadence_days else ""
    return _known((
        (tr("Stage now"), word(person.stage)), (tr("Rhythm"), every),
    ))


def _achievement(journal: Journal, person: Person, mark: Mark, as_of: date, title: str) -> Shown:
    one = details.of_accomplishment(journal, mark.row)
    facts = _known((
        (tr("Their part"), word(one.part)),
        (tr("Credited"), _day(one.credited_on, as_of)), (tr("How"), one.credited_how or ""),
    ))
    line = Line(_short(one.title), "medal", _short(one.result))
    return Shown(title, person.name, facts, (Part(tr("What was achieved"), (line,)),), "person")


def _compact(journal: Journal, person: Person, mark: Mark, as_of: date, title: str) -> Shown:
    one = details.of_compact(journal, mark.row)
    facts = _known((
        (tr("Agreed"), _day(one.agreed_on, as_of)), (tr("Reviewed"), _day(one.reviewed_on, as_of)),
        (tr("Review"), rhythm(one.review_every_days)),
    ))
    purpose = _short(one.purpose) or tr("Its purpose was not written down.")
    parts = (Part(tr("What we want of each other"), (Line(purpose),)),)
    return Shown(title, person.name, facts, parts, "person")


def _ending(journal: Journal, person: Person, mark: Mark, as_of: date, title: str) -> Shown:
    one = details.of_ending(journal, mark.row)
    facts = _known((
        (tr("Decided"), word(one.decision)), (tr("Now"), word(one.outcome)),
        (tr("Check in"), _day(one.check_in_on, as_of)),
    ))
    parts = (Part(tr("What changes"), (Line(_short(one.what_changes) or _turn(mark)),)),)
    return Shown(title, person.name, facts, parts, "person")


Teller = Callable[[Journal, Person, Mark, date, str], Shown]
_TELLERS: Mapping[str, Teller] = {
    "meeting": _meeting, "contact": _contact, "feedback": _feedback,
    "feedback_given": _given, "thanks": _thanks,
    "letter": _letter, "accomplishment_person": _achievement, "compact": _compact,
    "ending": _ending, "person": _milestone, "person_stage": _milestone,
}


def _known(facts: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, text) for name, text in facts if text)


def _day(day: date | None, as_of: date) -> str:
    return _dated(day, as_of) if day else ""


def _short(text: str | None) -> str:
    flat = " ".join((text or "")[: 2 * MOST_LETTERS].split())
    return flat if len(flat) <= MOST_LETTERS else flat[:MOST_LETTERS].rstrip() + " …"


# Promises -------------------------------------------------------------------------------------


def promise_state(one: Action, their_name: str, as_of: date) -> str:
    """The quiet line below a promise: whose it is, when it is theirs, and by when or since when."""
    if one.done_on:
        when = tr("done {day}", day=_dated(one.done_on, as_of))
    elif one.dropped_on:
        when = tr("dropped {day}", day=_dated(one.dropped_on, as_of))
    elif one.due:
        late = one.due < as_of
        when = (tr("was due {day}", day=_dated(one.due, as_of)) if late
                else tr("due {day}", day=_dated(one.due, as_of)))
    else:
        when = tr("no date")
    if one.is_theirs:
        return tr("{who} · {when}", who=their_name, when=when)
    return when[:1].upper() + when[1:]


def step_words(step: int) -> str:
    """The name of the step of a loop, such as "Acted"."""
    return loop.step_words(step)
