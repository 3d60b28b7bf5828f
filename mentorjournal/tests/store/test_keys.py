"""Passphrases: what opens a journal, what does not, and what a file gives away without one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mentorjournal.journal.journal import Journal
from mentorjournal.store import keys, recognise
from mentorjournal.store.errors import Damaged, JournalError, Locked, WrongPassphrase
from mentorjournal.store.keys import Fit
from mentorjournal.tests import build

WORDS = "Grünes Haus 7"


@pytest.fixture(scope="module")
def locked_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("locked") / "mine.mentorjournal"
    journal = Journal.create(path, WORDS)
    build.add_person(journal, capacity_note="the canary sang")
    journal.close()
    return path


@pytest.fixture
def locked(locked_file: Path, tmp_path: Path) -> Path:
    return build.copy(locked_file, tmp_path / "mine.mentorjournal")


def test_file_is_noise_from_its_first_byte(locked: Path) -> None:
    content = locked.read_bytes()
    assert not content.startswith(b"SQLite")
    assert b"canary" not in content and b"person" not in content
    assert recognise.kind_of(locked) is recognise.Kind.ENCRYPTED


def test_without_a_passphrase_it_is_locked(locked: Path) -> None:
    with pytest.raises(Locked, match="mine.mentorjournal is locked with a passphrase."):
        Journal(locked)


@pytest.mark.parametrize("again", [WORDS, "Gru\u0308nes Haus 7"])
def test_the_same_letters_open_it_however_they_are_typed(locked: Path, again: str) -> None:
    journal = Journal(locked, again)
    assert journal.is_encrypted and journal.opens_with(again) and not journal.opens_with("x")
    assert build.dump(journal)["person"]
    journal.close()


@pytest.mark.parametrize(
    "wrong",
    ["", "grünes haus 7", WORDS + " ", " " + WORDS, "'; DROP TABLE person; --", '"', "🎓" * 20,
     "x" * 10_000, "Grünes\0Haus 7", "\ud800"],
)
def test_no_other_passphrase_opens_it(locked: Path, wrong: str) -> None:
    before = locked.read_bytes()
    with pytest.raises(WrongPassphrase, match="This is not the passphrase of"):
        Journal(locked, wrong)
    assert locked.read_bytes() == before


@pytest.mark.parametrize("passphrase", ["'", '"', "x'00'", " ", "trailing ", "🎓🎓", "p" * 10_000])
def test_any_letters_make_a_passphrase(tmp_path: Path, passphrase: str) -> None:
    path = tmp_path / "any.mentorjournal"
    Journal.create(path, passphrase).close()
    Journal(path, passphrase).close()
    with pytest.raises(WrongPassphrase):
        Journal(path, passphrase + "x")


def test_right_key_on_a_damaged_first_page_is_not_called_a_wrong_one(locked: Path) -> None:
    content = bytearray(locked.read_bytes())
    content[1000] ^= 1
    locked.write_bytes(content)
    assert keys.fit(keys.derive(WORDS, keys.salt_of(locked)), locked) is Fit.HURT
    with pytest.raises(Damaged):
        Journal(locked, WORDS)
    with pytest.raises(WrongPassphrase):
        Journal(locked, "another")


def test_truncated_one_is_damaged(locked: Path) -> None:
    locked.write_bytes(locked.read_bytes()[:-100])
    with pytest.raises(Damaged, match="its end is missing"):
        Journal(locked, WORDS)


def test_flipped_bit_in_the_middle_is_found(locked: Path) -> None:
    content = bytearray(locked.read_bytes())
    content[len(content) // 2] ^= 1
    locked.write_bytes(content)
    journal = Journal(locked, WORDS)
    assert journal.findings()
    journal.close()


@pytest.mark.parametrize(
    "content",
    [b"", b"\x89PNG\r\n\x1a\n" + os.urandom(40_000), b"a" * 8192, os.urandom(4000),
     b"PK\x03\x04" + os.urandom(8188)],
)
def test_what_is_no_journal_is_not_taken_for_a_locked_one(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.mentorjournal"
    path.write_bytes(content)
    with pytest.raises(JournalError, match="is not a journal|is empty"):
        Journal(path, WORDS)
    assert path.read_bytes() == content


def test_plain_journal_with_a_flipped_bit_in_its_first_word_is_damaged(
    empty_file: Path, tmp_path: Path
) -> None:
    path = build.copy(empty_file, tmp_path / "flipped.mentorjournal")
    content = bytearray(path.read_bytes())
    content[3] ^= 1
    path.write_bytes(content)
    with pytest.raises(Damaged, match="is damaged at its beginning"):
        Journal(path)


def test_key_never_shows_itself() -> None:
    key = keys.derive("secret", bytes(16))
    assert key.secret.hex() not in repr(key) and "secret=" not in repr(key)
