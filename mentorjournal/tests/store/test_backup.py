"""Backups: verified, numbered, thinned with care, and put back without losing the present."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.store import backup, recognise
from mentorjournal.store.backup import Backup
from mentorjournal.store.errors import Damaged, JournalError, WrongPassphrase
from mentorjournal.tests import build


@pytest.fixture
def filled(journal: Journal) -> Journal:
    build.add_person(journal, "Dr. Rosalind Okafor")
    return journal


@pytest.fixture
def closed(filled: Journal) -> Iterator[Path]:
    path = filled.path
    backup.make(path, None, "hand")
    people.add(filled, {"name": "Dr. Henrik Vale"})
    filled.close()
    yield path


def names(path: Path, passphrase: str = "") -> list[str]:
    journal = Journal(path, passphrase or None)
    found = [row[0] for row in journal.read().exec_driver_sql("SELECT name FROM person")]
    journal.close()
    return found


def test_backup_of_an_open_journal_is_whole(filled: Journal) -> None:
    made = backup.make(filled.path, None, "hand")
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert names(made.path) == ["Dr. Rosalind Okafor"]
    assert backup.found_in(made.path.parent) == [made]


def test_numbers_count_up_whatever_the_clock_says(filled: Journal) -> None:
    first = backup.make(filled.path, None, "hand")
    late = first.path.with_name("0002 2036-01-01 00.00.00 close.mentorjournal")
    first.path.rename(late)
    assert backup.make(filled.path, None, "close").number == 3


def test_backup_of_an_encrypted_journal_is_encrypted(filled: Journal) -> None:
    filled.set_passphrase("one")
    made = backup.make(filled.path, filled.key, "hand")
    assert recognise.kind_of(made.path) is recognise.Kind.ENCRYPTED
    assert names(made.path, "one") == ["Dr. Rosalind Okafor"]


def test_damaged_journal_makes_no_backup_and_costs_none(filled: Journal) -> None:
    made = backup.make(filled.path, None, "hand")
    filled.read().exec_driver_sql("DROP TRIGGER history_person_update")
    filled.read().exec_driver_sql("UPDATE person SET name = 'Dr. Rosalind Okafar'")
    for _ in range(10):
        with pytest.raises(Damaged):
            backup.make(filled.path, None, "close")
    assert [each.path for each in backup.found_in(made.path.parent)] == [made.path]
    assert list(made.path.parent.iterdir()) == [made.path]


def test_second_copy_is_the_same_to_the_last_bit(filled: Journal, tmp_path: Path) -> None:
    made = backup.make(filled.path, None, "hand")
    (tmp_path / "stick").mkdir()
    copy = backup.copy_into(made, tmp_path / "stick")
    assert copy.read_bytes() == made.path.read_bytes()


def test_second_folder_that_is_a_file_is_refused(filled: Journal, tmp_path: Path) -> None:
    made = backup.make(filled.path, None, "hand")
    (tmp_path / "stick").write_text("a file")
    with pytest.raises(JournalError, match="cannot take a copy"):
        backup.copy_into(made, tmp_path / "stick")


# Restoring ------------------------------------------------------------------------------------


def test_restore_puts_it_back_and_saves_the_present(closed: Path) -> None:
    oldest = backup.found_in(backup.folder_of(closed))[-1]
    assert backup.restore(oldest.path, None, closed) is None
    assert names(closed) == ["Dr. Rosalind Okafor"]
    newest = backup.found_in(backup.folder_of(closed))[0]
    assert newest.reason == "restore"
    assert names(newest.path) == ["Dr. Rosalind Okafor", "Dr. Henrik Vale"]
    assert [each.name for each in closed.parent.glob("*.damaged-*")] == []


def test_damaged_journal_is_set_aside_with_its_sidecar(closed: Path) -> None:
    content = closed.read_bytes()[:5000]
    closed.write_bytes(content)
    sidecar = closed.with_name(closed.name + "-journal")
    sidecar.write_bytes(b"old")
    oldest = backup.found_in(backup.folder_of(closed))[-1]
    aside = backup.restore(oldest.path, None, closed)
    assert aside is not None and aside.read_bytes() == content
    assert not sidecar.exists()
    assert names(closed) == ["Dr. Rosalind Okafor"]


def test_damaged_backup_is_refused_and_nothing_moves(closed: Path) -> None:
    oldest = backup.found_in(backup.folder_of(closed))[-1]
    content = bytearray(oldest.path.read_bytes())
    place = content.index(b"Okafor")
    content[place] ^= 1
    oldest.path.write_bytes(content)
    before = build.bytes_of(closed.parent)
    said = f"{oldest.path.name} is damaged; nothing was restored and {closed.name} is as it was."
    with pytest.raises(Damaged, match=re.escape(said)):
        backup.restore(oldest.path, None, closed)
    assert build.bytes_of(closed.parent) == before


def test_backup_under_an_earlier_passphrase_needs_it(closed: Path) -> None:
    journal = Journal(closed)
    journal.set_passphrase("one")
    made = backup.make(closed, journal.key, "hand")
    journal.set_passphrase("two")
    journal.close()
    with pytest.raises(WrongPassphrase):
        backup.restore(made.path, "two", closed)
    backup.restore(made.path, "one", closed)
    assert names(closed, "one") == ["Dr. Rosalind Okafor", "Dr. Henrik Vale"]


def test_open_journal_is_not_restored_over(filled: Journal) -> None:
    made = backup.make(filled.path, None, "hand")
    with pytest.raises(JournalError, match="open in another window"):
        backup.restore(made.path, None, filled.path)


def test_missing_journal_is_restored(closed: Path) -> None:
    closed.unlink()
    backup.restore(backup.found_in(backup.folder_of(closed))[0].path, None, closed)
    assert names(closed) == ["Dr. Rosalind Okafor"]


# Thinning -------------------------------------------------------------------------------------

NOON = datetime(2026, 5, 15, 12)


def series(*ages: float, reason: str = "close") -> list[Backup]:
    """Backups of so many days ago, oldest first; back they come newest first."""
    made = [
        Backup(Path(f"{n}"), n, NOON - timedelta(days=age), reason, 1)
        for n, age in enumerate(ages, 1)
    ]
    return made[::-1]


def kept(backups: list[Backup]) -> list[Backup]:
    gone = backup.to_thin(backups)
    return [each for each in backups if each not in gone]


def test_a_year_of_daily_backups_keeps_days_weeks_and_months() -> None:
    left = kept(series(*range(400, -1, -1)))
    ages = sorted((NOON - each.made_at).days for each in left)
    assert ages[:7] == list(range(7))
    assert 18 <= len(left) <= 7 + 8 + 12 + 1
    assert ages[-1] == 400  # the first
    assert sum(1 for age in ages if age > 56) >= 9


def test_many_in_one_day_keep_the_newest_three_and_the_first() -> None:
    assert [each.number for each in kept(series(*[0.0] * 30))] == [30, 29, 28, 1]


def test_three_before_migrations_stay() -> None:
    old = series(*[3000.0, 2900, 2800, 2700], reason="migration")
    new = [
        Backup(Path(f"n{n}"), n, NOON - timedelta(minutes=100 - n), "close", 1)
        for n in range(60, 4, -1)
    ]
    left = [each for each in kept([*new, *old]) if each.reason == "migration"]
    assert [each.number for each in left] == [4, 3, 2, 1]


@given(st.lists(st.integers(-4000, 4000), min_size=1, max_size=60))
def test_the_newest_and_the_first_always_stay(ages: list[int]) -> None:
    backups = series(*ages)
    left = kept(backups)
    assert backups[:3] == left[: min(3, len(backups))] and backups[-1] in left
    assert backup.to_thin(left) == [] or len(left) > 3
    assert len(left) <= 7 + 8 + 12 + 3 + 3 + 1
