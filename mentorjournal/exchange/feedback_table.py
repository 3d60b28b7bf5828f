"""The feedback log as a table for a spreadsheet; only the fields named here, nothing private."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date

from mentorjournal.journal import feedback, people
from mentorjournal.journal.between import Feedback
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import loop
from mentorjournal.mentoring.vocabulary import label
from mentorjournal.words import tr

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would work out


def make(journal: Journal, as_of: date, ids: Sequence[int] | None = None) -> bytes:
    """The log as CSV, with the mark by which spreadsheets know UTF-8.

    Only the entries `ids`, in that order; without them the whole log, the newest first.
    """
    named = {one.person.id: one.person for one in people.everybody(journal, as_of)}
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(_heads())
    entries = feedback.every(journal, ids)
    if ids is not None:
        places = {key: place for place, key in enumerate(ids)}
        entries.sort(key=lambda entry: places[entry.id])
    for entry in entries:
        rows.writerow([_plain(cell) for cell in _cells(entry, named[entry.person_id])])
    return written.getvalue().encode("utf-8-sig", "replace")


def _heads() -> list[str]:
    return [
        tr("Heard on"), tr("From"), tr("Topic"), tr("Theme"), tr("Asked on"), tr("Question"),
        tr("Kind"), tr("What was said"), tr("Situation"), tr("What I did"), tr("What it led to"),
        tr("Step"), tr("Plan"), tr("Note sent on"), tr("Acted on"), tr("What came of it"),
        tr("Reported back on"), tr("Set aside on"),
    ]


def _cells(entry: Feedback, whom: Person) -> list[object]:
    return [
        entry.date, whom.name, entry.topic, entry.theme, entry.asked_on, entry.question,
        label(entry.kind) if entry.kind else "", entry.gist, entry.situation, entry.behaviour,
        entry.impact, loop.step_words(loop.step(entry)), entry.plan, entry.note_on,
        entry.acted_on, entry.came_of, entry.reported_back_on, entry.set_aside_on,
    ]


def _plain(cell: object) -> str:
    """Days as they are sorted; a text that looks like a formula is marked as a text."""
    if isinstance(cell, date):
        return cell.isoformat()
    text = str(cell or "")
    return f"'{text}" if text.startswith(_FORMULA) else text
