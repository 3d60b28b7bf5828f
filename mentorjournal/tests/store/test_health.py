"""Damage is noticed: words that are not those that were written are named by table and row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build

WORDS = "She said that aim two depends on aim one"


@pytest.fixture
def closed(empty_file: Path, tmp_path: Path) -> Path:
    """A journal with a note in person 1, closed."""
    journal = Journal(build.copy(empty_file, tmp_path / "mine.mentorjournal"))
    build.add_person(journal, capacity_note=WORDS)
    build.add_person(journal, "Dr. Henrik Vale", suggested_by_id=1)
    journal.close()
    return journal.path


def findings(path: Path) -> list[str]:
    journal = Journal(path)
    try:
        return journal.findings()
    finally:
        journal.close()


def test_sound_journal_has_no_findings(closed: Path) -> None:
    assert findings(closed) == []


@pytest.mark.parametrize("flip", [0x01, 0x20, 0x80])
@pytest.mark.parametrize("where", [0, len(WORDS) - 1])
def test_flipped_bit_on_the_disk_is_found_and_named(closed: Path, flip: int, where: int) -> None:
    content = bytearray(closed.read_bytes())
    places = [at for at in range(len(content)) if content.startswith(WORDS.encode(), at)]
    assert len(places) == 1
    content[places[0] + where] ^= flip
    closed.write_bytes(content)
    assert findings(closed) == ["The words of person 1 are not those that were written."]


def _edit(statement: str) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        with build.raw(path) as connection:
            for table in ("person",):
                for op in ("insert", "update", "delete"):
                    connection.execute(f"DROP TRIGGER history_{table}_{op}")
            connection.execute(statement)

    return damage


@pytest.mark.parametrize(
    ("statement", "row"),
    [
        ("UPDATE person SET name = 'Dr. Rosalind 0kafor' WHERE id = 1", 1),
        ("UPDATE person SET name = CAST('Dr. X' AS BLOB) WHERE id = 1", 1),
        ("UPDATE person SET cadence_days = 31 WHERE id = 2", 2),
        ("UPDATE person SET capacity_note = NULL WHERE id = 1", 1),
        ("UPDATE person SET stage = 'closed' WHERE id = 2", 2),
        ("DELETE FROM digest WHERE tbl = 'person' AND row = 1", 1),
        ("UPDATE digest SET sum = 'x' WHERE tbl = 'person' AND row = 2", 2),
        ("DELETE FROM person WHERE id = 2", 2),
    ],
)
def test_edit_behind_our_back_is_named(closed: Path, statement: str, row: int) -> None:
    _edit(statement)(closed)
    assert findings(closed) == [f"The words of person {row} are not those that were written."]


def test_link_to_nobody_is_found(closed: Path) -> None:
    _edit("UPDATE person SET suggested_by_id = 77 WHERE id = 2")(closed)
    assert "1 entry points to one that is gone." in findings(closed)


def test_torn_page_is_found(closed: Path) -> None:
    content = bytearray(closed.read_bytes())
    at = content.index(WORDS.encode()) // 4096 * 4096
    content[at : at + 12] = bytes(12)
    closed.write_bytes(content)
    assert findings(closed)


def test_digests_follow_edits_removal_and_undo(closed: Path) -> None:
    journal = Journal(closed)
    people.edit(journal, 1, {"capacity_note": "other", "strengths": ["x", "y"]})
    people.remove(journal, 2)
    assert journal.findings() == []
    journal.undo()
    journal.undo()
    assert journal.findings() == []
    journal.close()


def test_damaged_row_does_not_hide_the_others(closed: Path) -> None:
    content = bytearray(closed.read_bytes())
    content[content.index(WORDS.encode())] ^= 0x80
    closed.write_bytes(content)
    journal = Journal(closed)
    assert people.get(journal, 2).name == "Dr. Henrik Vale"
    assert people.get(journal, 1).name == "Dr. Rosalind Okafor"
    journal.close()
