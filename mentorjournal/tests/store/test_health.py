"""Damage is noticed: words that are not those that were written are named by table and row."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mentorjournal import paths
from mentorjournal.journal import people, recovery
from mentorjournal.journal.journal import Journal
from mentorjournal.store import checks, health
from mentorjournal.store.database import reading
from mentorjournal.store.errors import JournalError
from mentorjournal.store.keys import Key
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.tests import build
from mentorjournal.tests.store import damage

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


# Bits and pages -------------------------------------------------------------------------------


@pytest.fixture(params=["plain", "encrypted"])
def whole(request: pytest.FixtureRequest, closed: Path) -> tuple[Path, Key | None]:
    """A closed journal and its key."""
    if request.param == "plain":
        return closed, None
    journal = Journal(closed)
    journal.set_passphrase("one")
    key = journal.key
    journal.close()
    return closed, key


def _said(path: Path, key: Key | None) -> list[str]:
    """What a full look says, or the refusal that comes before."""
    try:
        return recovery.examine(path, key)
    except JournalError as refusal:
        return [str(refusal)]


def _texts(path: Path, key: Key | None) -> object:
    with reading(path, key) as connection:
        return [connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()
                for name in RECORD_TABLES]


def test_every_flip_that_changes_a_text_is_reported(whole: tuple[Path, Key | None]) -> None:
    path, key = whole
    content, before, chance = path.read_bytes(), _texts(path, key), random.Random(1)
    for _ in range(60):
        path.write_bytes(content)
        at = damage.flip(path, chance)
        if not _said(path, key):
            assert _texts(path, key) == before, at
            assert key is None, "every page of an encrypted journal has a code"


def test_the_quick_look_finds_torn_pages_and_any_flip_under_a_passphrase(
    whole: tuple[Path, Key | None]
) -> None:
    path, key = whole
    assert health.quick(path, key) == health.full(path, key) == []
    content = bytearray(path.read_bytes())
    content[content.index(WORDS.encode()) if key is None else -1000] ^= 4
    path.write_bytes(content)
    assert bool(health.quick(path, key)) == (key is not None)
    damage.blank(path, *range(5, 30))
    assert health.quick(path, key)


@pytest.mark.parametrize("length", [1, 99, 100, 4095, 4096, 9000, -4096, -1])
def test_a_cut_off_file_is_reported_and_stays_as_it_is(
    whole: tuple[Path, Key | None], length: int
) -> None:
    path, key = whole
    damage.cut(path, length)
    before = build.bytes_of(path.parent)
    assert _said(path, key)
    assert build.bytes_of(path.parent) == before


def test_a_save_that_was_cut_off_is_no_damage_and_is_left_to_the_next_opening(
    closed: Path, tmp_path: Path
) -> None:
    with build.raw(closed) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE step SET label = hex(zeroblob(200000))")
        killed = tmp_path / "killed.mentorjournal"
        for ending in ("", "-journal"):
            build.copy(closed.with_name(closed.name + ending),
                       killed.with_name(killed.name + ending))
        connection.rollback()
    before = build.bytes_of(tmp_path)
    assert recovery.examine(killed, None) == []
    after = build.bytes_of(tmp_path)
    assert {name: after[name] for name in before} == before


def test_it_can_be_looked_at_while_it_is_open(closed: Path) -> None:
    journal = Journal(closed)
    build.add_person(journal, "Somebody new")
    assert recovery.examine(closed, None) == []
    journal.close()


# When to look ---------------------------------------------------------------------------------


def test_a_journal_is_looked_over_once_a_week(closed: Path) -> None:
    assert checks.is_due(closed)
    checks.looked_over(closed)
    assert not checks.is_due(closed)
    Journal(closed).close()
    assert not checks.is_due(closed)


def test_one_that_was_not_closed_is_looked_over(closed: Path) -> None:
    checks.looked_over(closed)
    program = ("import os, sys; from pathlib import Path\n"
               "from mentorjournal.journal.journal import Journal\n"
               "Journal(Path(sys.argv[1])); os._exit(9)")
    subprocess.run([sys.executable, "-c", program, str(closed)], check=False, timeout=60)
    Journal(closed).close()
    assert checks.is_due(closed)
    Journal(closed).close()  # until it has been done
    assert checks.is_due(closed)
    checks.looked_over(closed)
    assert not checks.is_due(closed)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"on": 7}', '{"on": "2999-01-01"}'])
def test_a_state_that_makes_no_sense_means_that_it_is_due(closed: Path, content: str) -> None:
    checks.looked_over(closed)
    file, = (paths.state_folder() / "checks").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    file.write_text(content)
    assert checks.is_due(closed)
