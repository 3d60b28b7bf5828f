"""The table of the feedback log by itself: read by pages, kept in sight, folded by theme."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from mentorjournal.journal import feedback, feedback_log
from mentorjournal.journal.feedback_log import Wanted
from mentorjournal.journal.journal import Journal
from mentorjournal.models.feedback_list import NEXT, PAGE, RECEIVED, STEP, FeedbackList
from mentorjournal.models.roles import Role
from mentorjournal.tests import build

DAY = build.SAMPLE_DAY
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def made(journal: Journal, **wanted: str) -> FeedbackList:
    found = FeedbackList(journal, DAY)
    found.wanted = Wanted(**wanted)  # type: ignore[arg-type]
    found.load(DAY)
    return found


def cells(found: FeedbackList, row: int) -> list[str]:
    return [found.index(row, column).data() for column in range(found.columnCount())]


def test_what_a_row_says(journal: Journal) -> None:
    whom = build.add_person(journal)
    mentee = build.add_person(journal, "Sam Brooks", direction="mentee")
    feedback.log(journal, {"person_id": mentee, "date": DAY, "gist": "Faster at the start"})
    feedback.ask(journal, {"person_id": whom, "topic": "the talk",
                           "asked_on": DAY - timedelta(days=20)})
    found = made(journal)
    assert cells(found, 0) == ["the talk", "—", "Asked", "No answer after 2 weeks"]
    assert found.index(0, 0).data(Role.SECOND) == "Dr. Okafor, asked Sat 25 Apr"
    assert found.index(0, NEXT).data(Role.TONE) == "warn"
    assert cells(found, 1) == ["Faster at the start", "Fri 15 May", "Heard", "Reflect on it"]
    assert found.index(1, 0).data(Role.SECOND) == "Sam Brooks, whom you mentor"
    assert found.index(1, RECEIVED).data(SPOKEN) == found.index(1, STEP).data(SPOKEN) == (
        "Faster at the start: Sam Brooks, whom you mentor, Fri 15 May, Heard, Reflect on it")


def test_rows_are_read_by_pages(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    whom = build.add_person(journal)
    for n in range(3 * PAGE):
        feedback.log(journal, {"person_id": whom, "date": DAY - timedelta(days=n), "topic": f"{n}"})
    read: list[int] = []
    original = feedback_log.rows
    monkeypatch.setattr(feedback_log, "rows", lambda j, ids, on: (
        read.append(len(list(ids))), original(j, ids, on))[1])
    found = made(journal)
    assert found.rowCount() == 3 * PAGE and read == []
    assert [found.index(n, 0).data() for n in range(20)] == [str(n) for n in range(20)]
    assert read == [PAGE]
    assert found.index(3 * PAGE - 1, 0).data() == str(3 * PAGE - 1)
    assert sum(read) < 3 * PAGE


def test_what_is_kept_stays_where_it_was_until_it_is_gone(sample_journal: Journal) -> None:
    found = made(sample_journal, group="waiting")
    first, second = found.shown_ids()
    feedback.set_aside(sample_journal, first, DAY, "Enough")
    found.load(DAY, keep=first)
    assert found.shown_ids() == [first, second]
    feedback.remove(sample_journal, first)
    found.load(DAY, keep=first)
    assert found.shown_ids() == [second]


def test_themes_name_how_many_said_it(sample_journal: Journal) -> None:
    ids = made(sample_journal).shown_ids()
    feedback.set_theme(sample_journal, ids, None)
    feedback.set_theme(sample_journal, ids[:4], "Writing")
    feedback.set_theme(sample_journal, ids[4:5], "Aims")
    found = made(sample_journal, order="theme")
    headings = [heading.words for row in range(found.rowCount())
                if (heading := found.heading_at(row))]
    assert headings == [
        "Aims · 1 person, once", "Writing · 4 people, 4 times", "Without a theme · 4 entries"]
    assert found.id_at(0) is None and found.id_at(1) == ids[4]
    assert not found.flags(found.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    found.fold("Writing", True)
    assert found.rowCount() == 3 + 9 - 4 and found.shown_ids().count(ids[0]) == 1
    assert found.row_of(ids[0]) == -1
    found.unfold_for(ids[0])
    assert found.row_of(ids[0]) == found.heading_row_of("Writing") + 1
