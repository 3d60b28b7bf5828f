"""Backups in a list: words for when, why, how large and what is in them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from mentorjournal.models import backup_list
from mentorjournal.models.backup_list import BackupList
from mentorjournal.models.roles import Role
from mentorjournal.store.backup import REASONS, Backup


def made(number: int = 1, reason: str = "close", size: int = 1_234_567) -> Backup:
    return Backup(Path(f"/b/{number}"), number, datetime(2026, 11, 25, 18, 20), reason, size)


def test_row_says_when_why_how_large_and_then_what_it_holds() -> None:
    model = BackupList()
    model.show([made()])
    index = model.index(0, 0)
    assert index.data() == "Wednesday 25 November 2026, 18:20"
    assert index.data(Role.SECOND) == "When the journal was closed"
    assert index.data(Role.RIGHT) == "1.2 MB"
    model.tell(made(), "7 people")
    assert index.data(Role.SECOND) == "When the journal was closed · 7 people"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Wednesday 25 November 2026, 18:20, When the journal was closed · 7 people, 1.2 MB")


def test_what_is_known_stays_when_another_backup_comes() -> None:
    model = BackupList()
    model.show([made(1)])
    model.tell(made(1), "damaged", "alert")
    model.show([made(2, "hand"), made(1)])
    assert [line.backup.number for line in model.records()] == [2, 1]
    assert [model.index(row, 0).data(Role.TONE) for row in (0, 1)] == ["muted", "alert"]
    model.tell(made(9), "gone")  # thinned meanwhile
    assert model.rowCount() == 2


def test_every_reason_has_words_of_its_own() -> None:
    words = [backup_list.reason_words(reason) for reason in REASONS]
    assert len(set(words)) == len(REASONS)
    assert backup_list.reason_words("of later times") not in words


@pytest.mark.parametrize(("counts", "said"), [
    ({}, "empty"), ({"person": 0}, "empty"), ({"person": 1}, "1 person"),
    ({"person": 7, "meeting": 51, "feedback": 1, "letter": 4, "goal": 9},
     "7 people, 51 meetings, 1 feedback entry and 4 letters"),
])
def test_what_a_backup_holds(counts: dict[str, int], said: str) -> None:
    assert backup_list.holds_words(counts) == said


def test_the_whole_of_it_has_goals_and_contacts_too() -> None:
    counts = {"person": 2, "goal": 1, "contact": 3}
    assert backup_list.holds_words(counts, whole=True) == "2 people, 1 goal and 3 contacts"


@pytest.mark.parametrize(("size", "said"), [
    (10, "1 KB"), (840_400, "840 KB"), (999_999, "1000 KB"), (1_000_000, "1.0 MB"),
    (38_900_000, "38.9 MB"),
])
def test_size(size: int, said: str) -> None:
    assert backup_list.size_words(size) == said
