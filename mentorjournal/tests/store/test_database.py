"""A journal file: how it is made, what is in force when it is open, and what is refused."""

from __future__ import annotations

import os
import resource
import stat
import struct
from pathlib import Path

import pytest

from mentorjournal.journal.journal import Journal
from mentorjournal.store import database
from mentorjournal.store.errors import Damaged, JournalError, NewerVersion
from mentorjournal.store.schema import APPLICATION_ID, RECORD_TABLES, VERSION
from mentorjournal.tests import build


@pytest.fixture
def closed(empty_file: Path, tmp_path: Path) -> Path:
    """A journal with one person in it, closed."""
    path = tmp_path / "folder" / "mine.mentorjournal"
    path.parent.mkdir()
    journal = Journal(build.copy(empty_file, path))
    build.add_person(journal, "Dr. Rosalind Okafor", private_note="x" * 20_000)
    journal.close()
    return path


def refusal(path: Path) -> JournalError:
    """What opening `path` is refused with; nothing beside it may have changed by that."""
    before = build.bytes_of(path.parent)
    with pytest.raises(JournalError) as caught:
        Journal(path)
    assert build.bytes_of(path.parent) == before
    sentence = str(caught.value)
    assert sentence.endswith(".") and "\n" not in sentence
    assert path.name in sentence
    return caught.value


def test_header_names_the_program_and_the_version(closed: Path) -> None:
    header = closed.read_bytes()[:100]
    assert header[68:72] == b"MJRN"
    assert struct.unpack(">I", header[68:72])[0] == APPLICATION_ID
    assert struct.unpack(">I", header[60:64])[0] == VERSION


@pytest.mark.parametrize(
    ("setting", "value"),
    [("journal_mode", "delete"), ("synchronous", 3), ("foreign_keys", 1), ("trusted_schema", 0),
     ("secure_delete", 1), ("temp_store", 2)],
)
def test_settings_in_force(empty_file: Path, setting: str, value: object) -> None:
    journal = Journal(empty_file)
    found = journal.read().exec_driver_sql(f"PRAGMA {setting}").scalar()
    journal.close()
    assert found == value


def test_only_the_owner_may_read_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "mine" / "mine.mentorjournal"
    path.parent.mkdir()
    before = os.umask(0)
    try:
        journal = Journal.create(path)
        with journal.change("Busy") as connection:
            connection.exec_driver_sql("INSERT INTO person(name, uid, created_at, outside_field, "
                                       "added_value_shareable, mentor_led) "
                                       "VALUES ('A', 'u', '', 0, 0, 0)")
            files = {p.name: stat.S_IMODE(p.stat().st_mode) for p in path.parent.iterdir()}
        journal.close()
    finally:
        os.umask(before)
    assert files == {
        path.name: 0o600, f"{path.name}-journal": 0o600, f"{path.name}.lock": 0o600,
    }


def test_every_record_table_has_three_triggers(journal: Journal) -> None:
    names = set(journal.read().exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars())
    assert names == {
        f"history_{table}_{op}" for table in RECORD_TABLES for op in ("insert", "update", "delete")
    }


def test_what_was_written_is_there_after_opening_again(closed: Path) -> None:
    journal = Journal(closed)
    assert [row[0] for row in journal.read().exec_driver_sql("SELECT name FROM person")] == [
        "Dr. Rosalind Okafor"]
    assert journal.findings() == []
    assert not journal.reading_only
    journal.close()


PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)


@pytest.mark.parametrize("content", [b"", b"S", b"hello", PNG, b"SQLite format 2\0" + bytes(100),
                                     b"Salted__" + bytes(4096)])
def test_foreign_file_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "thing.mentorjournal"
    path.write_bytes(content)
    assert refusal(path).exit_code == 2


def test_folder_and_missing_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a folder").mkdir()
    assert "folder" in str(refusal(tmp_path / "a folder"))
    assert refusal(tmp_path / "nothing.mentorjournal").exit_code == 2
    assert not (tmp_path / "nothing.mentorjournal").exists()


def test_pipe_is_refused_without_waiting_for_somebody_to_write(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(JournalError, match="pipe is not a journal"):
        Journal(tmp_path / "pipe")


@pytest.mark.parametrize("name", ["x" * 300, "loop", "no/such/folder/mine"])
def test_path_that_leads_nowhere_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(JournalError):
        Journal(tmp_path / name)
    with pytest.raises(JournalError):
        database.create_file(tmp_path / "loop" / name)


def test_home_of_nobody_is_refused() -> None:
    for verb in (Journal, database.create_file):
        with pytest.raises(JournalError):
            verb(Path("~nobody-of-that-name/mine"))


@pytest.mark.parametrize("length", [16, 99, 100, 4096, 50_000])
def test_truncated_journal_is_damaged(closed: Path, length: int) -> None:
    whole = closed.read_bytes()
    assert len(whole) > 50_000
    closed.write_bytes(whole[:length])
    assert isinstance(refusal(closed), Damaged)


def test_last_byte_missing_is_damage(closed: Path) -> None:
    closed.write_bytes(closed.read_bytes()[:-1])
    assert isinstance(refusal(closed), Damaged)


def test_newer_journal_is_refused_with_its_own_code(closed: Path) -> None:
    with build.raw(closed) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    found = refusal(closed)
    assert isinstance(found, NewerVersion)
    assert found.exit_code == 5


def test_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    with build.raw(path) as connection:
        connection.execute("CREATE TABLE photo(id INTEGER)")
    assert "another program" in str(refusal(path))


def test_journal_without_its_tables_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "half.mentorjournal"
    with build.raw(path) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("CREATE TABLE person(id INTEGER)")
    assert isinstance(refusal(path), Damaged)


def test_broken_table_of_contents_is_damage_each_time(closed: Path) -> None:
    content = bytearray(closed.read_bytes())
    content[100:108] = b"\xff" * 8  # the head of the page that lists the tables
    closed.write_bytes(content)
    for _ in range(2):  # the second time would find the lock of the first one
        assert isinstance(refusal(closed), Damaged)


def test_save_that_was_killed_is_taken_back_and_not_called_damage(
    closed: Path, tmp_path: Path
) -> None:
    before = build.names_in(closed)
    build.interrupt_a_save(closed)
    # The page count is on the first page, which is written first; the new last pages come later.
    content = bytearray(closed.read_bytes())
    content[28:32] = struct.pack(">I", len(content) // 4096 + 9)
    closed.write_bytes(content)
    journal = Journal(closed)
    assert build.names_in(closed) == before
    assert journal.findings() == []
    journal.close()


@pytest.mark.parametrize("present", ["journal", "picture", "folder", "dead link"])
def test_nothing_is_ever_replaced_by_an_empty_journal(
    closed: Path, tmp_path: Path, present: str
) -> None:
    target = tmp_path / "target"
    if present == "journal":
        target.write_bytes(closed.read_bytes())
    elif present == "picture":
        target.write_bytes(PNG)
    elif present == "folder":
        target.mkdir()
    else:
        target.symlink_to(tmp_path / "gone")
    before = build.bytes_of(tmp_path)
    with pytest.raises(JournalError, match="target is there already"):
        Journal.create(target)
    assert build.bytes_of(tmp_path) == before


def test_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(JournalError, match="cannot be made"):
        database.create_file(tmp_path / "file" / "mine.mentorjournal")


def test_folder_that_is_not_there_is_named_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(JournalError) as caught:
        Journal.create(tmp_path / "no" / "such" / "mine.mentorjournal")
    assert str(caught.value) == f"There is no folder {tmp_path / 'no' / 'such'}."
    assert list(tmp_path.iterdir()) == []


def test_full_disk_while_making_a_journal_leaves_nothing_behind(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, before[1]))
    try:
        with pytest.raises(JournalError, match="cannot be made"):
            database.create_file(tmp_path / "mine.mentorjournal")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert build.bytes_of(tmp_path) == {}


def test_full_disk_while_saving_loses_nothing_and_works_again_later(journal: Journal) -> None:
    build.add_person(journal, "Before")
    before = build.dump(journal)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (journal.path.stat().st_size, limits[1]))
    try:
        with pytest.raises(JournalError) as caught:
            build.add_person(journal, "Too much", private_note="x" * 900_000)
        assert str(caught.value).endswith(".")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert build.dump(journal) == before
    assert journal.undo_label() == "Add Before"
    build.add_person(journal, "After", private_note="x" * 900_000)
    assert journal.findings() == []


def test_journal_that_may_not_be_written_opens_for_reading(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = build.bytes_of(closed.parent)
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    journal = Journal(closed)
    assert journal.reading_only
    assert build.dump(journal)["person"]
    with pytest.raises(JournalError, match="reading only"):
        build.add_person(journal, "No")
    assert journal.undo() is None
    journal.close()
    assert build.bytes_of(closed.parent) == before


def test_what_a_kill_left_half_made_beside_a_journal_is_cleared(
    empty_file: Path, tmp_path: Path
) -> None:
    """A copy in the making is a draft of a draft; what belongs to others stays."""
    path = build.copy(empty_file, tmp_path / "mine.mentorjournal")
    ours = (".mine.mentorjournal.1fcb423b", "..mine.mentorjournal.1fcb423b.bb441a32")
    others = (".mine.mentorjournal.note", "..other.mentorjournal.1fcb423b.bb441a32", ".hidden")
    for name in (*ours, *others):
        (tmp_path / name).write_text("half")
    Journal(path).close()
    left = {file.name for file in tmp_path.glob(".*")}
    assert left == set(others)
