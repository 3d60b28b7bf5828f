"""What stands behind a mark: all that was settled, and nothing that is private."""

from __future__ import annotations

from datetime import date

import pytest

from mentorjournal.journal import agenda, entries, mark_details, promises, timeline
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.tests import build

READERS = {
    "meeting": mark_details.of_meeting, "contact": mark_details.of_contact,
    "feedback": mark_details.of_feedback,
    "feedback_given": lambda journal, row: mark_details.of_given(journal, row, build.SAMPLE_DAY),
    "thanks": mark_details.of_thanks,
    "letter": mark_details.of_letter, "compact": mark_details.of_compact,
    "ending": mark_details.of_ending, "accomplishment_person": mark_details.of_accomplishment,
}


def test_a_meeting_tells_results_decisions_parked_items_promises_and_feedback(
    journal: Journal,
) -> None:
    who = build.add_person(journal)
    met = build.add_meeting(journal, who, "2026-05-04T10:00", status="held")
    entries.add(journal, "outcomes", {"meeting_id": met, "kind": "guidance", "text": "Write it."})
    agenda.add_item(journal, met, {"title": "Sites", "decision": "Three sites"})
    agenda.add_item(journal, met, {"title": "Research time", "state": "parked"})
    done = promises.add(journal, {"text": "Ask the pharmacy", "meeting_id": met})
    promises.set_done(journal, done, date(2026, 5, 6))
    promises.add(journal, {"text": "Not of this meeting", "person_id": who})
    entries.add(journal, "feedback", {
        "person_id": who, "meeting_id": met, "date": "2026-05-04", "gist": "One message a slide",
        "acted_on": "2026-05-08", "first_reaction": "Stung."})
    found = mark_details.of_meeting(journal, met)
    assert [(one.kind, one.text) for one in found.settled] == [
        ("guidance", "Write it."), ("decision", "Three sites"), ("parked", "Research time")]
    assert [(one.text, one.done_on) for one in found.actions] == [
        ("Ask the pharmacy", date(2026, 5, 6))]
    assert [(one.gist, one.step) for one in found.feedback] == [("One message a slide", 4)]
    assert "Stung" not in repr(found)


@pytest.mark.parametrize("table", sorted(READERS))
def test_what_is_gone_is_refused_in_words(journal: Journal, table: str) -> None:
    with pytest.raises(JournalError, match="no longer in the journal"):
        READERS[table](journal, 4711)


def test_every_mark_of_the_sample_can_be_told_of_without_a_private_word(
    sample_journal: Journal,
) -> None:
    """Every column marked private, and a meeting's notes, are named by no record."""
    private = [
        (table.name, column.name) for table in RECORD_TABLES.values() for column in table.c
        if column.info.get("private")
    ]
    seen = set()
    for lane in timeline.lanes(sample_journal, build.SAMPLE_DAY, 91):
        for mark in lane.marks:
            if mark.table not in READERS:
                continue
            told = repr(READERS[mark.table](sample_journal, mark.row))
            seen.add(mark.table)
            for name in [column for table, column in private if table == mark.table]:
                (text,) = sample_journal.read().exec_driver_sql(
                    f'SELECT "{name}" FROM "{mark.table}" WHERE id = {mark.row}').one()
                assert not text or repr(text) not in told, (mark, name)
    assert seen == set(READERS)
