"""The words of marks on the timeline, read when they are shown; nothing private is in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, func, select

from mentorjournal.mentoring.timeline import Mark
from mentorjournal.mentoring.vocabulary import label
from mentorjournal.store.schema import (
    RECORD_TABLES,
    accomplishment,
    accomplishment_person,
    contact,
    feedback,
    letter,
    meeting,
    person_stage,
    thanks,
)
from mentorjournal.words import tr

LONGEST = 160  # characters of what a person wrote; a tooltip is no page


def of(connection: Connection, marks: Sequence[Mark]) -> list[str]:
    """One line for each mark, in one question a table; "" for a row that is gone."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for mark in marks:
        wanted[mark.table].add(mark.row)
    texts = {table: _texts(connection, table, rows) for table, rows in wanted.items()}
    return [
        _line(mark, texts[mark.table][mark.row]) if mark.row in texts[mark.table] else ""
        for mark in marks
    ]


def _texts(connection: Connection, table: str, rows: Iterable[int]) -> dict[int, str]:
    columns = RECORD_TABLES[table].c
    query = select(columns.id, _text(table)).where(columns.id.in_(list(rows)))
    if table == "accomplishment_person":
        query = query.join(
            accomplishment, accomplishment.c.id == accomplishment_person.c.accomplishment_id)
    return {row: _short(text) for row, text in connection.execute(query)}


def _text(table: str) -> ColumnElement[str | None]:
    """What a row says of itself, the first that says something."""
    spoken: Mapping[str, ColumnElement[str | None]] = {
        "meeting": func.coalesce(meeting.c.headline, meeting.c.desired_outcome),
        "contact": func.coalesce(contact.c.line, contact.c.occasion),
        "feedback": func.coalesce(feedback.c.topic, feedback.c.gist, feedback.c.question),
        "thanks": thanks.c.for_what + "",
        "letter": letter.c.target + "",
        "accomplishment_person": accomplishment.c.title + "",
        "person_stage": person_stage.c.stage + "",
    }
    return spoken.get(table, func.coalesce(None, ""))


def _short(text: str | None) -> str:
    shown = " ".join((text or "")[: 4 * LONGEST].split())
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1].rstrip() + "…"


def _line(mark: Mark, text: str) -> str:
    what = said(mark)
    if mark.part == "stage":
        text = label(text)
    return tr("{what}: {text}", what=what, text=text) if text else what


def said(mark: Mark) -> str:
    """What kind of thing a mark is, such as "Meeting called off"."""
    return tr({
        "held": "Meeting", "coming": "Meeting to come", "called_off": "Meeting called off",
        "missed": "Meeting missed", "answered": "Contact", "unanswered": "Contact without answer",
        "given": "Feedback", "told": "Feedback I gave", "said": "Thanks",
        "asked": "Letter asked for",
        "submitted": "Letter submitted", "stage": "Stage", "start": "Start", "ended": "End",
        "achieved": "Accomplishment", "agreed": "Expectations agreed",
        "reviewed": "Expectations reviewed", "conversation": "Closing conversation",
    }.get(mark.part, mark.kind.capitalize()))
