"""The other copy is only ever read: an old one, one cut off in a save, a damaged or a newer one."""

from __future__ import annotations

import lzma
import tempfile
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from mentorjournal.journal import merging, people
from mentorjournal.journal.journal import Journal
from mentorjournal.store import backup, merge_source
from mentorjournal.store.errors import Damaged, JournalError, NewerVersion
from mentorjournal.store.schema import VERSION
from mentorjournal.tests import build
from mentorjournal.tests.copies import part, records

FILES = Path(__file__).parent.parent / "files"
PASSPHRASE = "Grünes Haus 7"


@pytest.fixture(params=["plain", "encrypted"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str | None]:
    """A journal of version 1, and its passphrase."""
    path = tmp_path / "old.mentorjournal"
    if request.param == "encrypted":
        path.write_bytes((FILES / "schema-1-locked.mentorjournal").read_bytes())
        return path, PASSPHRASE
    with lzma.open(FILES / "schema-1.mentorjournal.xz") as packed:
        path.write_bytes(packed.read())
    return path, None


def test_an_old_copy_is_merged_and_stays_as_it_is(
    old: tuple[Path, str | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "private").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "private"))
    content = old[0].read_bytes()
    mine = Journal(build.copy(old[0], tmp_path / "mine.mentorjournal"), old[1])
    people.edit(mine, 1, {"my_ask": "half an hour"})
    assert merging.compare(mine, old[0], old[1]).is_empty
    assert old[0].read_bytes() == content
    assert list((tmp_path / "private").iterdir()) == []
    assert backup.found_in(backup.folder_of(old[0])) == []
    # Merging the other way: the old copy is opened and brought up to date as always.
    other = Journal(*old)
    merging.merge(other, merging.compare(other, mine.path, old[1]))
    assert records(other) == records(mine)
    for each in (mine, other):
        each.close()


def test_a_copy_of_today_is_read_where_it_is(journal: Journal) -> None:
    content = journal.path.read_bytes()
    with merge_source.opened(journal.path, None) as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == VERSION
        with pytest.raises(DBAPIError, match="readonly"):
            connection.exec_driver_sql("DELETE FROM meta")
    assert journal.path.read_bytes() == content


def test_a_copy_cut_off_in_a_save_is_read_as_it_was_before_it(
    journal: Journal, tmp_path: Path
) -> None:
    build.add_person(journal)
    path = tmp_path / "cut.mentorjournal"
    journal.read().exec_driver_sql("PRAGMA cache_spill = 1")
    journal.read().exec_driver_sql("PRAGMA cache_size = 2")
    journal.read().exec_driver_sql("BEGIN IMMEDIATE")
    journal.read().exec_driver_sql("UPDATE person SET name = 'half a save'")
    journal.read().exec_driver_sql("CREATE TABLE filler AS SELECT hex(randomblob(90000)) AS a")
    build.copy(journal.path, path)
    build.copy(journal.path.with_name(journal.path.name + "-journal"),
               path.with_name(path.name + "-journal"))
    journal.read().exec_driver_sql("ROLLBACK")
    before = build.bytes_of(tmp_path)
    assert merging.compare(journal, path).is_empty
    assert build.bytes_of(tmp_path) == before


def test_changed_words_of_a_damaged_copy_do_not_come_over(
    journal: Journal, tmp_path: Path
) -> None:
    build.add_person(journal)
    other = part(journal, tmp_path / "other.mentorjournal")
    people.edit(other, 1, {"my_ask": "An hour"})
    other.close()
    with build.raw(other.path) as connection:
        connection.execute("DROP TRIGGER history_person_update")
        connection.execute("UPDATE person SET my_ask = 'An hovr'")
    with pytest.raises(Damaged, match="nothing was brought over"):
        merging.compare(journal, other.path)


def test_a_newer_copy_is_refused(journal: Journal, tmp_path: Path) -> None:
    path = build.copy(journal.path, tmp_path / "newer.mentorjournal")
    with build.raw(path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(NewerVersion):
        merging.compare(journal, path)


def test_what_is_no_journal_is_refused(journal: Journal, tmp_path: Path) -> None:
    path = tmp_path / "letter.mentorjournal"
    path.write_text("Dear Rosalind")
    with pytest.raises(JournalError, match="is not a journal"):
        merging.compare(journal, path)
