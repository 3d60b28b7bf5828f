"""Backups when the world is against them: full disks, folders that are gone, kills, writers."""

from __future__ import annotations

import resource
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mentorjournal import paths
from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.store import backup, copies
from mentorjournal.store.errors import JournalError, NewerVersion, Stopped
from mentorjournal.store.schema import VERSION
from mentorjournal.store.watch import Watch
from mentorjournal.tests import build


@pytest.fixture
def filled(journal: Journal) -> Journal:
    build.add_person(journal, "Dr. Rosalind Okafor", private_note="x" * 200_000)
    return journal


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """No file may grow beyond `size`, as on a disk that is full."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def is_sentence(refusal: JournalError) -> bool:
    return str(refusal).endswith(".") and "\n" not in str(refusal)


@pytest.mark.parametrize("size", [0, 4096, 100_000, 250_000])
def test_full_disk_makes_no_half_backup_and_works_again_later(filled: Journal, size: int) -> None:
    earlier = backup.make(filled.path, None, "hand")
    before = build.dump(filled)
    with full_disk(size), pytest.raises(JournalError) as caught:
        backup.make(filled.path, None, "close")
    assert is_sentence(caught.value)
    assert list(earlier.path.parent.iterdir()) == [earlier.path]
    assert build.dump(filled) == before and filled.findings() == []
    assert backup.make(filled.path, None, "close").number == 2


def test_full_disk_while_restoring_leaves_the_journal_as_it_was(filled: Journal) -> None:
    made = backup.make(filled.path, None, "hand")
    people.add(filled, {"name": "Dr. Henrik Vale"})
    path = filled.path
    filled.close()
    before = path.read_bytes()
    with full_disk(100_000), pytest.raises(JournalError) as caught:
        backup.restore(made.path, None, path)
    assert is_sentence(caught.value)
    assert path.read_bytes() == before
    assert not list(path.parent.glob(f".{path.name}*"))
    assert backup.found_in(made.path.parent) == [made]


@pytest.mark.skipif(sys.platform != "linux", reason="uses a folder that nobody may write")
def test_folder_that_may_not_be_written_is_refused_in_a_sentence(
    filled: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(JournalError) as caught:
        backup.make(filled.path, None, "hand", Path("/proc/self"))
    assert is_sentence(caught.value)
    monkeypatch.setenv(paths.HOME_VARIABLE, "/proc/self/home")
    with pytest.raises(JournalError) as caught:
        backup.make(filled.path, None, "hand")
    assert is_sentence(caught.value)


def test_file_where_the_backups_should_be_is_refused(filled: Journal) -> None:
    (paths.data_folder() / "backups").write_text("a file")
    with pytest.raises(JournalError, match="cannot take a copy"):
        backup.make(filled.path, None, "hand")


def test_what_a_kill_left_goes_with_the_next_backup_and_nothing_else(filled: Journal) -> None:
    folder = backup.folder_of(filled.path)
    left = folder / ".0001 2026-05-15 12.00.00 close.mentorjournal.0a1b2c3d"
    for path in (left, left.with_name(left.name + "-journal"), folder / "notes.txt"):
        path.write_bytes(b"half")
    made = backup.make(filled.path, None, "hand")
    assert {path.name for path in folder.iterdir()} == {"notes.txt", made.path.name}


@pytest.mark.parametrize("name", ["0009 2026-13-45 12.00.00 close.mentorjournal",
                                  "x.mentorjournal", "0001.mentorjournal", "1 a b.mentorjournal"])
def test_what_is_no_backup_is_passed_over(filled: Journal, name: str) -> None:
    folder = backup.folder_of(filled.path)
    (folder / name).write_bytes(b"x")
    made = backup.make(filled.path, None, "hand")
    assert backup.found_in(folder) == [made]
    assert (folder / name).exists()


# Stopping -------------------------------------------------------------------------------------


@pytest.mark.parametrize("said_before", [0, 1])
def test_backup_that_is_stopped_leaves_nothing(filled: Journal, said_before: int) -> None:
    said: list[str] = []

    def hear(words: str) -> None:
        said.append(words)
        if len(said) > said_before:
            watch.stop()

    watch = Watch(hear)
    with pytest.raises(Stopped):
        backup.make(filled.path, None, "hand", watch=watch)
    assert len(said) == said_before + 1
    assert list(backup.folder_of(filled.path).iterdir()) == []


def test_restore_that_is_stopped_changes_nothing(filled: Journal) -> None:
    made = backup.make(filled.path, None, "hand")
    path = filled.path
    people.add(filled, {"name": "Dr. Henrik Vale"})
    filled.close()
    before = build.bytes_of(path.parent)
    watch = Watch()
    watch.stop()
    with pytest.raises(Stopped):
        backup.restore(made.path, None, path, watch=watch)
    assert build.bytes_of(path.parent) == before


# The second folder ----------------------------------------------------------------------------


def test_second_folder_that_is_not_there_is_never_made(filled: Journal, tmp_path: Path) -> None:
    made = backup.make(filled.path, None, "hand")
    with pytest.raises(JournalError, match="it is not there"):
        backup.copy_into(made, tmp_path / "unplugged")
    assert not (tmp_path / "unplugged").exists()


def test_two_journals_do_not_mix_in_one_second_folder(
    filled: Journal, empty_file: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (tmp_path / "other").mkdir()
    other = build.copy(empty_file, tmp_path / "other" / filled.path.name)
    for _ in range(6):
        for path in (filled.path, other):
            backup.copy_into(backup.make(path, None, "hand"), stick)
    kept = [backup.found_in(folder) for folder in stick.iterdir()]
    assert [[each.number for each in found] for found in kept] == [[6, 5, 4, 1], [6, 5, 4, 1]]


def test_second_copy_on_a_full_disk_is_no_half_one(filled: Journal, tmp_path: Path) -> None:
    made = backup.make(filled.path, None, "hand")
    with full_disk(100_000), pytest.raises(JournalError):
        backup.copy_into(made, tmp_path)
    assert list((tmp_path / made.path.parent.name).iterdir()) == []


# What is put back -----------------------------------------------------------------------------


def test_what_was_set_aside_before_is_never_replaced(filled: Journal) -> None:
    made = backup.make(filled.path, None, "hand")
    path = filled.path
    filled.close()
    asides = set()
    for content in (b"first ruin", b"second ruin", b"third ruin"):
        path.write_bytes(content)
        aside = backup.restore(made.path, None, path)
        assert aside is not None and aside.read_bytes() == content
        asides.add(aside)
    assert len(asides) == 3
    assert sorted(each.read_bytes() for each in asides) == [
        b"first ruin", b"second ruin", b"third ruin"]


def test_journal_is_not_restored_from_itself(filled: Journal) -> None:
    path = filled.path
    filled.close()
    with pytest.raises(JournalError, match="is the journal itself"):
        backup.restore(path, None, path)


def test_encrypted_backup_of_a_newer_version_is_refused(filled: Journal) -> None:
    filled.set_passphrase("one")
    filled.read().exec_driver_sql(f"PRAGMA user_version = {VERSION + 1}")
    made = backup.make(filled.path, filled.key, "hand")
    path = filled.path
    filled.close()
    before = path.read_bytes()
    with pytest.raises(NewerVersion):
        backup.restore(made.path, "one", path)
    assert path.read_bytes() == before


def test_present_journal_under_another_passphrase_is_saved_first(filled: Journal) -> None:
    filled.set_passphrase("one")
    made = backup.make(filled.path, filled.key, "hand")
    filled.set_passphrase("two")
    people.add(filled, {"name": "Dr. Henrik Vale"})
    path, present = filled.path, filled.key
    filled.close()
    assert backup.restore(made.path, "one", path, present=present) is None
    saved = Journal(backup.found_in(made.path.parent)[0].path, "two")
    assert len(build.dump(saved)["person"]) == 2
    saved.close()


# A copy in a folder of one's choice -----------------------------------------------------------


def test_copies_taken_while_somebody_writes_are_sound(filled: Journal, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    taken: list[Path] = []
    copier = threading.Thread(target=lambda: taken.extend(
        backup.write_into(folder, filled.path, None) for _ in range(8)))
    copier.start()
    written = 0
    while copier.is_alive():
        written += 1
        people.add(filled, {"name": f"Person {written}"})
    copier.join()
    assert len(set(taken)) == 8 and written > 8
    for path in taken:
        copies.verify(path, None, 1, path.name)
    assert set(folder.iterdir()) == set(taken)


def test_copy_takes_back_what_a_kill_left(filled: Journal, tmp_path: Path) -> None:
    people.add(filled, {"name": "Dr. Henrik Vale"})
    path, before = filled.path, build.dump(filled)["person"]
    filled.close()
    build.interrupt_a_save(path)
    copy = backup.write_into(tmp_path, path, None)
    journal = Journal(copy)
    assert build.dump(journal)["person"] == before
    journal.close()
    assert not path.with_name(path.name + "-journal").exists()
