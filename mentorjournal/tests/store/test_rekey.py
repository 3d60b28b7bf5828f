"""Setting, changing and removing the passphrase keeps every word and leaves no old ones behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import Damaged, JournalError, WrongPassphrase
from mentorjournal.tests import build

CANARY = "the canary sang of aim two"

# Changes the passphrase back and forth until it is killed; says when each change is done.
_CHANGE = """
import sys
from pathlib import Path
from mentorjournal.journal.journal import Journal
journal = Journal(Path(sys.argv[1]), "one")
print("open", flush=True)
while True:
    for passphrase in ("two", "one"):
        journal.set_passphrase(passphrase)
        print(passphrase, flush=True)
"""


@pytest.fixture
def filled(journal: Journal) -> Journal:
    build.add_person(journal, capacity_note=CANARY)
    people.edit(journal, 1, {"my_ask": "an hour"})
    return journal


def test_setting_one_keeps_every_word_and_what_can_be_undone(filled: Journal) -> None:
    before = build.dump(filled)
    filled.set_passphrase("one")
    assert build.dump(filled) == before
    assert filled.findings() == []
    assert filled.undo() and build.dump(filled) != before
    assert filled.redo() and build.dump(filled) == before


def test_no_word_is_left_on_the_disk(filled: Journal) -> None:
    folder = filled.path.parent
    with filled.path.open("rb") as old:
        filled.set_passphrase("one")
        old.seek(0)
        assert not any(old.read())  # what was there is blank, even for who held it open
    assert not any(CANARY.encode() in content for content in build.bytes_of(folder).values())


def test_changing_and_removing(filled: Journal) -> None:
    before = build.dump(filled)
    filled.set_passphrase("one")
    filled.set_passphrase("two")
    path = filled.path
    filled.close()
    with pytest.raises(WrongPassphrase):
        Journal(path, "one")
    again = Journal(path, "two")
    again.set_passphrase("")
    again.close()
    plain = Journal(path)
    assert not plain.is_encrypted and build.dump(plain) == before and plain.findings() == []
    plain.close()


def test_lock_is_held_all_along(filled: Journal) -> None:
    filled.set_passphrase("one")
    done = build.run("list", filled.path, "people", "--passphrase-stdin", stdin="one\n")
    assert done.returncode == 4


def test_damaged_journal_is_left_as_it_was(filled: Journal) -> None:
    path = filled.path
    filled.close()
    with build.raw(path) as connection:
        connection.execute("DROP TRIGGER history_person_update")
        connection.execute("UPDATE person SET capacity_note = 'another word'")
    content = path.read_bytes()
    journal = Journal(path)
    with pytest.raises(Damaged):
        journal.set_passphrase("one")
    assert not journal.is_encrypted and build.dump(journal)["person"]
    journal.close()
    assert path.read_bytes() == content
    assert set(build.bytes_of(path.parent)) == {path.name}


def test_reading_only_refuses(filled: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled.path
    filled.close()
    monkeypatch.setattr(os, "access", lambda *_: False)
    journal = Journal(path)
    with pytest.raises(JournalError, match="reading only"):
        journal.set_passphrase("one")
    journal.close()


@pytest.mark.parametrize("after", [0, 1, 2])
def test_kill_in_the_middle_leaves_one_of_the_two(tmp_path: Path, after: int) -> None:
    path = tmp_path / "mine.mentorjournal"
    Journal.create(path, "one").close()
    changer = subprocess.Popen(
        [sys.executable, "-c", _CHANGE, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert changer.stdout
    for _ in range(after + 1):
        changer.stdout.readline()
    changer.send_signal(signal.SIGKILL)
    changer.wait()
    changer.stdout.close()
    opened = [passphrase for passphrase in ("one", "two") if _opens(path, passphrase)]
    assert len(opened) == 1
    left = [name for name in build.bytes_of(tmp_path) if not name.startswith("home/")]
    assert left == [path.name]


def _opens(path: Path, passphrase: str) -> bool:
    try:
        journal = Journal(path, passphrase)
    except WrongPassphrase:
        return False
    sound = journal.findings() == []
    journal.close()
    return sound
