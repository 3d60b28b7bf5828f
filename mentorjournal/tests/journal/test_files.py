"""Files kept inside the journal: taken in whole, refused where they were chosen, never lost."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorjournal.journal import entries, erasing, files, merging
from mentorjournal.journal.journal import Journal
from mentorjournal.store import rebuild, salvage
from mentorjournal.store.errors import JournalError
from mentorjournal.store.own_tables import file_content
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.tests import build
from mentorjournal.tests.copies import bring, part

CANARY = b"Quetzalcoatlus, page 1 of 1"
HAVING = ("accomplishments", "letter_attachments")


def attach(journal: Journal, kind: str, data: bytes = CANARY, row: int | None = None) -> int:
    """A record of `kind` with a file, and with nothing else of interest."""
    row = row or build.add_record(journal, kind)
    with journal.change("Attach") as connection:
        entries.update_row(
            connection, entries.table_of(kind), row, {"file": files.keep(connection, data)})
    return row


def inside(journal: Journal) -> set[bytes]:
    return set(journal.read().execute(file_content.select().with_only_columns(
        file_content.c.data)).scalars())


def digest_of(journal: Journal, kind: str, row: int) -> str | None:
    found: str | None = entries.fetch(journal.read(), entries.table_of(kind), row)["file"]
    return found


def test_the_same_bytes_are_kept_once_and_read_out_again(journal: Journal) -> None:
    one, two = attach(journal, "accomplishments"), attach(journal, "letter_attachments")
    digest = digest_of(journal, "accomplishments", one)
    assert digest and digest == digest_of(journal, "letter_attachments", two)
    assert inside(journal) == {CANARY}
    assert files.content(journal, digest) == CANARY
    assert files.sizes(journal, [digest, None, "f" * 64]) == {digest: len(CANARY)}
    assert files.kept(journal, digest, "a/b.pdf") == files.KeptFile(digest, "b.pdf", len(CANARY))
    assert files.kept(journal, "f" * 64, "b.pdf") is None is files.kept(journal, None, "b.pdf")


def test_bytes_that_are_gone_or_changed_are_told(journal: Journal) -> None:
    digest = digest_of(journal, "accomplishments", attach(journal, "accomplishments"))
    assert digest
    with journal.change("Spoil") as connection:
        connection.execute(file_content.update().values(data=b"Something else"))
        entries.insert_row(connection, entries.table_of("needs"), {"text": "A change"})
    with pytest.raises(JournalError, match="damaged"):
        files.content(journal, digest)
    with pytest.raises(JournalError, match="no longer in the journal"):
        files.content(journal, "f" * 64)


def test_a_chosen_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "poster.pdf"
    path.write_bytes(b"x" * files.LIMIT)
    found = files.chosen(path)
    assert (found.name, found.media_type, len(found.data)) == (
        "poster.pdf", "application/pdf", files.LIMIT)
    path.write_bytes(b"x" * (files.LIMIT + 1))
    with pytest.raises(JournalError, match=r"poster.pdf is too large; 20 MB fit\."):
        files.chosen(path)


@pytest.mark.parametrize("size", [0, files.LIMIT + 1])
def test_a_verb_takes_in_no_bytes_that_are_none_or_too_many(journal: Journal, size: int) -> None:
    with pytest.raises(JournalError, match="empty|too large"), journal.change("Keep") as open_one:
        files.keep(open_one, b"x" * size)
    assert inside(journal) == set()


def test_what_cannot_be_kept_is_refused_where_it_is_chosen(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    locked = tmp_path / "locked.pdf"
    locked.write_bytes(b"x")
    locked.chmod(0)
    cases = {tmp_path: "is a folder", tmp_path / "empty.pdf": "is empty",
             tmp_path / "gone.pdf": "no longer there"}
    if os.geteuid():  # whoever may do everything can read it
        cases[locked] = "cannot be read"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        cases[tmp_path / "pipe"] = "not a file that can be kept"
    for path, why in cases.items():
        for look in (files.check, files.chosen):
            with pytest.raises(JournalError, match=why):
                look(path)


@pytest.mark.parametrize(("name", "shown"), [
    ("poster.pdf", "poster.pdf"), ("/home/noor/CV.pdf", "CV.pdf"), ("C:\\Noor\\CV.pdf", "CV.pdf"),
    ("../../etc/passwd", "passwd"), ("CV\n.pdf", "CV .pdf"), ("..", "File"), ("", "File"),
    ("folder/", "folder"), ("pdf\u202efdp.exe", "pdf fdp.exe"), ("Résumé 張.pdf", "Résumé 張.pdf"),
    ("a" * 200 + ".pdf", "a" * 146 + ".pdf"),
])
def test_names_are_plain(name: str, shown: str) -> None:
    assert files.plain_name(name) == shown


@given(st.text())
def test_whatever_a_file_is_called_its_name_is_one_short_line(name: str) -> None:
    found = files.plain_name(name)
    assert found and len(found) <= files.LONGEST_NAME
    assert not set(found) & set("/\\\n\r\t\0") and files.plain_name(found) == found


# Erased for good


@pytest.mark.parametrize("kind", HAVING)
@pytest.mark.parametrize("state", ["there", "replaced", "taken away", "removed"])
def test_no_byte_of_a_file_is_left_when_its_entry_is_erased(
    journal: Journal, kind: str, state: str
) -> None:
    row, table = attach(journal, kind), entries.table_of(kind)
    with journal.change("Edit") as connection:
        if state == "replaced":
            entries.update_row(
                connection, table, row, {"file": files.keep(connection, b"The second")})
        elif state == "taken away":
            entries.update_row(connection, table, row, {"file": None})
        elif state == "removed":
            entries.delete_row(connection, table, row)
    assert CANARY in journal.path.read_bytes()
    erasing.erase_for_good(
        journal, erasing.prospect(journal, table.name, row), backups_too=False)
    assert inside(journal) == set()
    assert CANARY not in journal.path.read_bytes()


@pytest.mark.parametrize("other", [*HAVING, "people"])
@pytest.mark.parametrize("kind", HAVING)
def test_a_file_that_something_else_has_or_had_stays(
    journal: Journal, kind: str, other: str
) -> None:
    row = attach(journal, kind)
    column = "photo" if other == "people" else "file"
    holder = build.add_record(journal, other)
    for digest in (digest_of(journal, kind, row), None):  # it had it, which can be undone
        with journal.change("Edit") as connection:
            entries.update_row(connection, entries.table_of(other), holder, {column: digest})
    erasing.erase_for_good(
        journal, erasing.prospect(journal, entries.table_of(kind).name, row), backups_too=False)
    assert inside(journal) == {CANARY}


# Two copies


@pytest.mark.parametrize("kind", HAVING)
def test_a_file_comes_along_with_a_new_entry_and_with_an_old_one(
    journal: Journal, tmp_path: Path, kind: str
) -> None:
    old = build.add_record(journal, kind)
    with closing(part(journal, tmp_path / "other.mentorjournal")) as other:
        attach(other, kind, b"A new file of an old entry", old)
        new = attach(other, kind, b"A file of a new entry")
        uid = entries.fetch(other.read(), entries.table_of(kind), new)["uid"]
        bring(journal, other)
    table = entries.table_of(kind)
    here = journal.read().execute(table.select().where(table.c.uid == uid)).mappings().one()
    assert files.content(journal, here["file"]) == b"A file of a new entry"
    digest = digest_of(journal, kind, old)
    assert digest and files.content(journal, digest) == b"A new file of an old entry"


@pytest.mark.parametrize("kind", HAVING)
@pytest.mark.parametrize("choice", [merging.MINE, merging.THEIRS])
def test_of_two_files_the_chosen_one_stays_and_the_other_is_not_lost(
    journal: Journal, tmp_path: Path, kind: str, choice: str
) -> None:
    row = build.add_record(journal, kind)
    with closing(part(journal, tmp_path / "other.mentorjournal")) as other:
        attach(journal, kind, b"Mine", row)
        attach(other, kind, b"Theirs", row)
        found = merging.compare(journal, other.path)
        (question,) = found.questions
        assert not question.may_keep_both
        assert question.mine.endswith(", 4 bytes") and question.theirs.endswith(", 6 bytes")
        merging.merge(journal, found, {question.key: choice})
    digest = digest_of(journal, kind, row)
    assert digest and files.content(journal, digest) == (
        b"Mine" if choice == merging.MINE else b"Theirs")
    assert inside(journal) == {b"Mine", b"Theirs"}


# A damaged journal


def test_every_file_is_saved_from_a_damaged_journal(journal: Journal, tmp_path: Path) -> None:
    for size in (1, 4_000, 4_096, 60_000, 1_200_000):
        attach(journal, "accomplishments", os.urandom(size))
    before = inside(journal)
    journal.close()
    target = tmp_path / "new.mentorjournal"
    rebuild.write(salvage.find(journal.path, None), target, None, lambda *_: True)
    with closing(Journal(target)) as new:
        assert inside(new) == before
        assert new.findings() == []


def test_every_column_with_a_file_is_known_to_erasing_and_merging() -> None:
    from mentorjournal.store import erase, merge_rows

    named = {(table.name, name) for table in RECORD_TABLES.values()
             for name in ("file", "photo") if name in table.c}
    assert named == set(erase._FILES) == set(merge_rows.FILES.items())
