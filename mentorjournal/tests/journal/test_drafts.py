"""Drafts: what a form held when the program ended, kept inside the journal."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from mentorjournal.journal import drafts
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build

VALUES = {
    "name": "Søren “<b>” 👩🏽‍⚕️", "start": date(2026, 5, 12), "time": time(14, 3), "days": 28,
    "roles": ("coach", "other: x"), "outside": True, "ended": None,
}


def test_a_draft_comes_back_as_it_was_and_leaves_no_history(journal: Journal) -> None:
    before = build.dump(journal)
    assert drafts.keep(journal, "person:new", {"name": "older"})
    assert drafts.keep(journal, "person:new", {**VALUES, "photo": b"not kept"})
    path = journal.path
    journal.close()
    with closing(Journal(path)) as again:
        found = drafts.find(again, "person:new")
        assert found is not None and found.values == VALUES
        assert abs(found.at - datetime.now(UTC)) < timedelta(minutes=2)
        assert drafts.find(again, "person:1") is None
        drafts.drop(again, "person:new")
        drafts.drop(again, "person:new")
        assert drafts.find(again, "person:new") is None
        assert build.dump(again) == before and again.undo_label() is None
        assert again.findings() == []


def test_a_draft_that_cannot_be_written_is_no_reason_to_stop(journal: Journal) -> None:
    journal.read().exec_driver_sql("PRAGMA query_only = ON")
    assert not drafts.keep(journal, "me", {"name": "x"})
    journal.read().exec_driver_sql("PRAGMA query_only = OFF")
    assert drafts.find(journal, "me") is None


def test_in_an_encrypted_journal_a_draft_is_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "mine.mentorjournal"
    with closing(Journal.create(path, "four unrelated words")) as journal:
        drafts.keep(journal, "me", {"interest": "Quetzalcoatlus"})
        everything = b"".join(build.bytes_of(tmp_path).values())
        assert b"Quetzalcoatlus" not in everything
        assert drafts.find(journal, "me") is not None
