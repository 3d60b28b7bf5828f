"""What the journal says of its backups: whether one is due, what one holds, what was replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentorjournal.journal import backups, people
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import Damaged, JournalError, Locked, WrongPassphrase
from mentorjournal.tests import build


def test_a_backup_is_due_after_a_change_and_after_undo(journal: Journal) -> None:
    assert not journal.was_changed
    build.add_person(journal)
    assert journal.was_changed
    journal.backed_up(journal.changes_made)
    assert not journal.was_changed
    journal.undo()
    assert journal.was_changed


def test_a_change_while_a_backup_is_made_makes_the_next_one_due(journal: Journal) -> None:
    build.add_person(journal)
    at = journal.changes_made
    build.add_person(journal, "Dr. Henrik Vale")
    journal.backed_up(at)
    assert journal.was_changed


def test_what_changed_nothing_makes_no_backup_due(journal: Journal) -> None:
    with journal.change("Nothing"):
        pass
    with pytest.raises(JournalError):
        people.add(journal, {"name": ""})
    assert not journal.was_changed


def test_another_passphrase_makes_a_backup_due(journal: Journal) -> None:
    journal.set_passphrase("one")
    assert journal.was_changed


def test_second_folder_that_is_gone_is_a_note_and_the_backup_is_there(
    journal: Journal, tmp_path: Path
) -> None:
    made = backups.make(journal.path, None, "hand", tmp_path / "gone")
    assert made.note.endswith(".") and "it is not there" in made.note
    assert backups.every(journal.path) == [made.backup]
    (tmp_path / "gone").mkdir()
    made = backups.make(journal.path, None, "hand", tmp_path / "gone")
    assert made.note == ""
    copies = [path for path in (tmp_path / "gone").rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in copies] == [made.backup.path.read_bytes()]


def test_a_folder_with_the_backups_is_no_second_one(journal: Journal) -> None:
    backups.make(journal.path, None, "hand")
    for folder in (backups.folder_of(journal.path), backups.folder_of(journal.path).parent):
        with pytest.raises(JournalError, match="another folder"):
            backups.copy_newest(journal.path, folder)


def test_contents_say_how_many_who_and_what_was_last(sample_journal: Journal) -> None:
    made = backups.make(sample_journal.path, None, "hand").backup
    before = build.bytes_of(made.path.parent)
    found = backups.contents(made.path, None)
    dump = build.dump(sample_journal)
    assert found.counts == {table: len(dump[table]) for table in backups.COUNTED}
    assert len(found.people) == found.counts["person"]
    assert "Dr. Rosalind Okafor" in found.people
    days = [entry.day for entry in found.newest]
    assert len(days) == backups.NEWEST and days == sorted(days, reverse=True)
    assert {entry.kind for entry in found.newest} >= {"meeting", "contact"}
    assert backups.counts(made.path, None) == found.counts
    assert build.bytes_of(made.path.parent) == before
    assert len(list(made.path.parent.iterdir())) == 1


def test_contents_hold_nothing_private(sample_journal: Journal) -> None:
    from mentorjournal.store.schema import RECORD_TABLES

    with sample_journal.change("Fill") as connection:
        for name, table in RECORD_TABLES.items():
            for column in table.c:
                if column.info.get("private"):
                    connection.exec_driver_sql(f'UPDATE "{name}" SET "{column.name}" = \'CANARY\'')
    made = backups.make(sample_journal.path, None, "hand").backup
    assert "CANARY" not in repr(backups.contents(made.path, None))


def test_journal_of_the_first_schema_can_be_looked_into(tmp_path: Path) -> None:
    import lzma

    packed = Path(__file__).parent.parent / "files" / "schema-1.mentorjournal.xz"
    path = tmp_path / "old.mentorjournal"
    path.write_bytes(lzma.decompress(packed.read_bytes()))
    found = backups.contents(path, None)
    assert found.counts["person"] == len(found.people) > 0


def test_backup_under_another_passphrase_says_so(journal: Journal) -> None:
    build.add_person(journal)
    journal.set_passphrase("one")
    made = backups.make(journal.path, journal.key, "hand").backup
    journal.set_passphrase("two")
    with pytest.raises(Locked):
        backups.counts(made.path, None)
    with pytest.raises(WrongPassphrase):
        backups.counts(made.path, journal.key)
    assert backups.counts(made.path, "one")["person"] == 1
    assert not backups.is_plain(made.path)


@pytest.mark.parametrize("content", [b"", b"ruin", b"SQLite format 3\0" + bytes(5000)])
def test_ruined_backup_is_refused_in_words(journal: Journal, content: bytes) -> None:
    made = backups.make(journal.path, None, "hand").backup
    made.path.write_bytes(content)
    with pytest.raises(JournalError):
        backups.contents(made.path, None)


def test_backup_with_a_torn_page_is_damaged(sample_journal: Journal) -> None:
    made = backups.make(sample_journal.path, None, "hand").backup
    content = bytearray(made.path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    made.path.write_bytes(content)
    with pytest.raises(Damaged):
        backups.contents(made.path, None)


def test_restore_says_where_the_earlier_journal_is(journal: Journal) -> None:
    path = journal.path
    made = backups.make(path, None, "hand").backup
    build.add_person(journal)
    journal.close()
    earlier = backups.restore(made.path, None, path)
    assert earlier is not None and backups.counts(earlier, None)["person"] == 1
    assert backups.counts(path, None)["person"] == 0
    path.write_bytes(b"ruin")
    aside = backups.restore(earlier, None, path)
    assert aside is not None and aside.read_bytes() == b"ruin"
    assert backups.counts(path, None)["person"] == 1
    path.unlink()
    assert backups.restore(earlier, None, path) is None
