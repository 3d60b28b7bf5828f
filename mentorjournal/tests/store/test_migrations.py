"""Old files are promises: a journal of every version opens, keeps its words, and can be undone."""

from __future__ import annotations

import contextlib
import hashlib
import lzma
import sqlite3
from pathlib import Path

import pytest

from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.store import backup, migrations
from mentorjournal.store.errors import Damaged, JournalError
from mentorjournal.store.schema import VERSION
from mentorjournal.tests import build

FILES = Path(__file__).parent.parent / "files"
PASSPHRASE = "Grünes Haus 7"

# A step that has been released is never changed: its file's digest stands here for good.
STEPS = {
    2: "6f4c9f444afb53f28fe8e4c6079486bc6a253ca0a61d23abc45836738cd27e44",
    3: "90ad7b46add3ba51a33c0a0bed4a6f956211a0b3f32359de606efdd19988afda",
    4: "0c6a4f2af7262dd8011d8feead934b9c87759ea024025abf7c7f1c6d809dc2b0",
    5: "907429530c03b2de31efb11c662cab9c977217e2be19385044cb7b748d7ce640",
}


@pytest.fixture(params=["schema-1", "schema-2", "schema-3", "schema-4", "encrypted"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str | None]:
    """A journal of an older version, or an encrypted one of version 1, and its passphrase."""
    path = tmp_path / "old.mentorjournal"
    if request.param == "encrypted":
        path.write_bytes((FILES / "schema-1-locked.mentorjournal").read_bytes())
        return path, PASSPHRASE
    with lzma.open(FILES / f"{request.param}.mentorjournal.xz") as packed:
        path.write_bytes(packed.read())
    return path, None


def test_old_journal_opens_with_all_its_words(old: tuple[Path, str | None]) -> None:
    journal = Journal(*old)
    assert journal.read().exec_driver_sql("PRAGMA user_version").scalar() == VERSION
    assert journal.findings() == []
    found = build.dump(journal)
    assert [row[3] for row in found["person"]] == [
        "Prof. Nguyễn Thị Ánh", "د. ليلى حدّاد", "Dr. Søren Ångström"]
    assert any("It stung." in row for row in found["feedback"])
    assert any("Aims page <b>v4</b>" in row for row in found["agenda_item"])
    journal.close()


def test_its_history_can_be_gone_on_with(old: tuple[Path, str | None]) -> None:
    journal = Journal(*old)
    before = build.dump(journal)
    people.edit(journal, 1, {"my_ask": "half an hour"})
    assert journal.undo() and build.dump(journal) == before
    journal.close()


def test_a_backup_is_made_first(old: tuple[Path, str | None]) -> None:
    content = old[0].read_bytes()
    Journal(*old).close()
    (made,) = backup.found_in(backup.folder_of(old[0]))
    assert made.reason == "migration" and made.path.read_bytes() != content
    old[0].unlink()
    made.path.rename(old[0])
    test_old_journal_opens_with_all_its_words(old)


def test_step_that_fails_leaves_the_file_as_it_was(
    old: tuple[Path, str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    content = old[0].read_bytes()
    real = migrations.step

    def broken(version: int) -> object:
        def upgrade(operations: migrations.Operations) -> None:
            real(version)(operations)
            operations.execute("INSERT INTO nowhere VALUES (1)")

        return upgrade

    monkeypatch.setattr(migrations, "step", broken)
    with pytest.raises(JournalError, match="could not be brought up to date"):
        Journal(*old)
    assert old[0].read_bytes() == content


def test_without_room_for_the_backup_nothing_changes(
    old: tuple[Path, str | None], home: Path
) -> None:
    content = old[0].read_bytes()
    (home / "data").mkdir(parents=True)
    (home / "data" / "backups").write_text("not a folder")
    with pytest.raises((JournalError, OSError)):
        Journal(*old)
    assert old[0].read_bytes() == content


def test_new_journal_has_the_same_tables_as_one_brought_up_to_date(
    old: tuple[Path, str | None], journal: Journal
) -> None:
    upgraded = Journal(*old)
    assert _columns(upgraded) == _columns(journal)
    upgraded.close()


def test_indexes_and_triggers_are_those_of_a_new_journal(
    old: tuple[Path, str | None], journal: Journal
) -> None:
    upgraded = Journal(*old)
    assert _made_of(upgraded) == _made_of(journal)
    upgraded.close()


def _made_of(journal: Journal) -> dict[str, str]:
    rows = journal.read().exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql NOT NULL")
    return {name: " ".join(sql.replace('"', "").split()) for name, sql in rows}


@pytest.mark.parametrize("old", ["schema-1", "schema-2", "schema-3", "schema-4"], indirect=True)
def test_row_that_the_disk_has_changed_is_not_taken_for_sound(
    old: tuple[Path, str | None]
) -> None:
    with contextlib.closing(sqlite3.connect(old[0])) as disk, disk:
        disk.execute("UPDATE agenda_item SET title = 'somebody else’s words'")
    content = old[0].read_bytes()
    with pytest.raises(Damaged, match="is damaged"):
        Journal(*old)
    assert old[0].read_bytes() == content


def _columns(journal: Journal) -> dict[str, list[tuple[object, ...]]]:
    tables = journal.read().exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
    return {
        table: [tuple(row[1:4]) for row in
                journal.read().exec_driver_sql(f'PRAGMA table_info("{table}")')]
        + sorted(tuple(row[2:7]) for row in
                 journal.read().exec_driver_sql(f'PRAGMA foreign_key_list("{table}")'))
        for table in tables
    }


def test_every_version_has_its_step_and_no_step_was_changed() -> None:
    assert sorted(STEPS) == list(range(2, VERSION + 1))
    for version, digest in STEPS.items():
        file = Path(str(migrations.__file__)).parent / f"v{version}.py"
        assert hashlib.sha256(file.read_bytes()).hexdigest() == digest
