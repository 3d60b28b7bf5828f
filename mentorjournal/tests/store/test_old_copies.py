"""Old copies that could still be read are found, whatever they are called, and go for good."""

from __future__ import annotations

from pathlib import Path

from mentorjournal.journal.journal import Journal
from mentorjournal.store import backup, old_copies
from mentorjournal.tests import build


def names(copies: list[old_copies.OldCopy]) -> set[str]:
    return {each.path.name for each in copies}


def look(journal: Journal, former: object = None, *folders: Path) -> list[old_copies.OldCopy]:
    return old_copies.found(journal.path, journal.uid, former, folders)


def test_plain_copies_are_found_among_the_backups_and_beside_the_journal(
    journal: Journal, tmp_path: Path
) -> None:
    made = backup.make(journal.path, None, "close")
    (tmp_path / "stick").mkdir()
    second = backup.copy_into(made, tmp_path / "stick")
    conflicted = tmp_path / "empty (conflicted copy 2026-05-01).mentorjournal"
    build.copy(made.path, conflicted)
    hurt = tmp_path / "empty.mentorjournal.damaged-2026-05-01-101010"
    hurt.write_bytes(made.path.read_bytes()[:3000])
    hurt.with_name(hurt.name + "-journal").write_bytes(b"words")
    Journal.create(tmp_path / "other.mentorjournal").close()
    (tmp_path / "photo.mentorjournal").write_bytes(b"\x89PNG" + bytes(5000))
    found = look(journal, None, second.parent)
    assert {each.path for each in found} == {made.path, second, conflicted, hurt}
    assert all(each.is_plain and each.size == each.path.stat().st_size for each in found)
    assert old_copies.remove(found) == []
    assert look(journal, None, second.parent) == []
    assert sorted(path.name for path in tmp_path.glob("*journal*")) == [
        "empty.mentorjournal", "empty.mentorjournal.lock", "other.mentorjournal",
        "other.mentorjournal.lock", "photo.mentorjournal",
    ]


def test_copies_under_the_former_passphrase_are_told_from_the_new_ones(journal: Journal) -> None:
    journal.set_passphrase("one")
    former = journal.key
    old = backup.make(journal.path, former, "close")
    journal.set_passphrase("two")
    new = backup.make(journal.path, journal.key, "close")
    assert look(journal) == []
    found = look(journal, former)
    assert names(found) == {old.path.name} and not found[0].is_plain
    assert old_copies.remove(found) == []
    assert [each.path for each in backup.found_in(new.path.parent)] == [new.path]


def test_words_of_a_removed_copy_are_blank_for_who_holds_it_open(journal: Journal) -> None:
    made = backup.make(journal.path, None, "close")
    with made.path.open("rb") as held:
        old_copies.remove(look(journal))
        assert not any(held.read())


def test_what_cannot_be_removed_comes_back(journal: Journal, tmp_path: Path) -> None:
    made = backup.make(journal.path, None, "close")
    found = look(journal)
    made.path.unlink()
    made.path.mkdir()
    assert old_copies.remove(found) == found
