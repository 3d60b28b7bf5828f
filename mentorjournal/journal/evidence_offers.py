"""What can be offered as evidence for a letter, and first of all what its writer saw.

Only columns that are named here are read: never a first reaction, a stance or a private note, and
no feedback that nothing came of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, or_, select

from mentorjournal.journal import accomplishments, letters
from mentorjournal.journal.accomplishments import Achieved
from mentorjournal.journal.between import Feedback
from mentorjournal.journal.journal import Journal
from mentorjournal.store.schema import (
    action,
    agenda_item,
    feedback,
    letter_evidence,
    letter_quality,
    meeting,
    outcome,
)
from mentorjournal.store.search import fold
from mentorjournal.words import sentence, tr

Kind = Literal["accomplishment", "feedback", "meeting"]
State = Literal["", "picked", "declined"]
KINDS: tuple[Kind, ...] = ("accomplishment", "feedback", "meeting")
_SOURCES = {kind: letter_evidence.c[f"{kind}_id"] for kind in KINDS}


@dataclass(frozen=True)
class Offer:
    """Something that happened, in the shape of evidence: situation, what I did, result, witness.

    `state` says whether it was picked for the letter, or left out of it, already.
    """

    kind: Kind
    source_id: int
    title: str
    situation: str = ""
    behaviour: str = ""
    impact: str = ""
    date: date | None = None
    seen_by_id: int | None = None
    shared_with_writer: bool = False
    state: State = ""

    @property
    def group(self) -> int:
        """0 for what the writer saw, 1 for what others saw, 2 for what nobody saw yet."""
        return 0 if self.shared_with_writer else 1 if self.seen_by_id else 2

    @cached_property
    def words(self) -> str:
        """What it is found by."""
        return fold(" ".join((self.title, self.situation, self.behaviour, self.impact)))

    def values(self) -> dict[str, Any]:
        """What the verbs of `letter_evidence` take."""
        return {
            "situation": self.situation or None, "behaviour": self.behaviour or None,
            "impact": self.impact or None, "date": self.date, "seen_by_id": self.seen_by_id,
            f"{self.kind}_id": self.source_id,
        }


def for_letter(journal: Journal, letter_id: int, as_of: date) -> list[Offer]:
    """Everything that could be evidence by a day: what the writer saw first, the newest first."""
    writer = letters.get(journal, letter_id).writer_id
    connection = journal.read()
    states = _states(connection, letter_id)
    found = [
        *_achieved(accomplishments.every(journal), writer, as_of, states),
        *_closed_loops(connection, writer, as_of, states),
        *_meetings(connection, writer, as_of, states),
    ]
    found.sort(key=lambda one: (
        one.group, -(one.date.toordinal() if one.date else 0), one.kind, one.source_id))
    return found


def matching(
    offers: Iterable[Offer], text: str = "", kinds: Sequence[str] = (), *,
    only_writer: bool = False, declined: bool = False,
) -> list[Offer]:
    """Those that hold every word of `text`; what was left out only when `declined` is wanted."""
    wanted = fold(text).split()
    return [
        one for one in offers
        if (declined or one.state != "declined") and (not kinds or one.kind in kinds)
        and (one.shared_with_writer or not only_writer)
        and all(word in one.words for word in wanted)
    ]


States = dict[tuple[str, int], State]


def _states(connection: Connection, letter_id: int) -> States:
    """What became of each source in this letter; picked for one strength counts for all."""
    mine = select(letter_quality.c.id).where(letter_quality.c.letter_id == letter_id)
    found: States = {}
    for row in connection.execute(
        select(letter_evidence.c.state, *(column.label(kind) for kind, column in _SOURCES.items()))
        .where(letter_evidence.c.quality_id.in_(mine))
    ).mappings():
        state: State = "declined" if row["state"] == "declined" else "picked"
        for kind in KINDS:
            key = (kind, row[kind])
            if row[kind] and found.get(key) != "picked":
                found[key] = state
    return found


# Accomplishments ------------------------------------------------------------------------------


def _achieved(
    every: Iterable[Achieved], writer: int, as_of: date, states: States
) -> Iterable[Offer]:
    for one in every:
        about = one.accomplishment
        if about.date is not None and about.date > as_of:
            continue
        saw = [part.person_id for part in (*one.witnesses, *one.contributors)]
        witness = writer if writer in saw else saw[0] if saw else None
        yield Offer(
            "accomplishment", about.id, about.title, behaviour=about.title,
            impact=_measured(about.result, about.number, about.unit), date=about.date,
            seen_by_id=witness, shared_with_writer=writer in saw,
            state=states.get(("accomplishment", about.id), ""),
        )


def _measured(result: str | None, number: float | None, unit: str | None) -> str:
    """The result, with its number where it does not say it already."""
    said = (result or "").strip()
    figure = "" if number is None else f"{number:.12g}"
    counted = " ".join(filter(None, (figure, (unit or "").strip())))
    if not figure or counted.casefold() in said.casefold():
        return said
    return f"{sentence(said)} {sentence(counted)}" if said else counted


# Feedback -------------------------------------------------------------------------------------


def closed_loops(journal: Journal, as_of: date) -> list[Feedback]:
    """The feedback that something came of by a day, the newest first, without what is private."""
    columns = [feedback.c[name] for name in _TOLD]
    rows = journal.read().execute(
        select(*columns).where(_is_closed(as_of))
        .order_by(feedback.c.date.desc(), feedback.c.id.desc()))
    return [Feedback.of(row) for row in rows.mappings()]


_TOLD = ("id", "person_id", "date", "topic", "gist", "situation", "plan", "came_of", "acted_on",
         "reported_back_on")


def _is_closed(as_of: date) -> ColumnElement[bool]:
    return and_(
        feedback.c.date <= as_of, feedback.c.set_aside_on.is_(None),
        or_(feedback.c.acted_on <= as_of, feedback.c.reported_back_on <= as_of))


def _closed_loops(
    connection: Connection, writer: int, as_of: date, states: States
) -> Iterable[Offer]:
    done = _done_actions(connection, select(
        action.c.feedback_id.label("owner"), action.c.text
    ).where(action.c.feedback_id.is_not(None)))
    columns = [feedback.c[name] for name in _TOLD]
    for row in connection.execute(select(*columns).where(_is_closed(as_of))):
        yield Offer(
            "feedback", row.id, row.topic or row.gist or tr("Feedback"),
            situation=_told(row), behaviour=row.plan or _sentences(done.get(row.id, ())),
            impact=row.came_of or "", date=row.reported_back_on or row.acted_on,
            seen_by_id=row.person_id, shared_with_writer=row.person_id == writer,
            state=states.get(("feedback", row.id), ""),
        )


def _told(row: Row[Any]) -> str:
    """What was the matter, and what I was told."""
    return _sentences((row.situation, row.gist))


# Meetings -------------------------------------------------------------------------------------


def _meetings(
    connection: Connection, writer: int, as_of: date, states: States
) -> Iterable[Offer]:
    decided = _texts(connection, select(
        agenda_item.c.meeting_id.label("owner"), agenda_item.c.decision.label("text")
    ).where(agenda_item.c.decision.is_not(None), agenda_item.c.decision != "")
        .order_by(agenda_item.c.position, agenda_item.c.id))
    guided, left_with = (_texts(connection, select(
        outcome.c.meeting_id.label("owner"), outcome.c.text
    ).where(condition).order_by(outcome.c.position, outcome.c.id)) for condition in (
        outcome.c.kind == "guidance", outcome.c.kind.is_distinct_from("guidance")))
    done = _done_actions(connection, select(
        action.c.meeting_id.label("owner"), action.c.text
    ).where(action.c.meeting_id.is_not(None)))
    columns = (meeting.c.id, meeting.c.person_id, meeting.c.starts_at, meeting.c.headline)
    for row in connection.execute(
        select(*columns).where(meeting.c.status == "held", meeting.c.id.in_(
            {*decided, *guided, *left_with}))
    ):
        day = row.starts_at.date()
        if day > as_of:
            continue
        results = dict.fromkeys((*decided.get(row.id, ()), *left_with.get(row.id, ())))
        advice = guided.get(row.id, [])
        yield Offer(
            "meeting", row.id, row.headline or [*results, *advice][0],
            situation=_sentences((row.headline, *advice)),
            behaviour=_sentences(done.get(row.id, ())), impact=_sentences(results), date=day,
            seen_by_id=row.person_id, shared_with_writer=row.person_id == writer,
            state=states.get(("meeting", row.id), ""),
        )


def _done_actions(connection: Connection, query: Select[Any]) -> dict[int, list[str]]:
    """What I said I would do, and did, by what it came from."""
    return _texts(connection, query.where(
        action.c.owner == "me", action.c.done_on.is_not(None), action.c.dropped_on.is_(None)
    ).order_by(action.c.position, action.c.id))


def _sentences(texts: Iterable[str | None]) -> str:
    return " ".join(sentence(text) for text in texts if text and text.strip())


def _texts(connection: Connection, query: Select[Any]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for row in connection.execute(query):
        found.setdefault(row.owner, []).append(row.text.strip().rstrip("."))
    return found
