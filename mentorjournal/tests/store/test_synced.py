"""Which folder is synced and which file is a conflicted copy, told by names."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentorjournal.store import synced


@pytest.mark.parametrize(("folder", "program"), [
    ("Dropbox", "Dropbox"), ("Dropbox (Northfield)/notes", "Dropbox"),
    ("OneDrive - Northfield/Documents", "OneDrive"), ("Nextcloud", "Nextcloud"),
    ("ownCloud/a/b", "ownCloud"), ("Google Drive", "Google Drive"),
    ("CloudStorage/GoogleDrive-me@example.org/My Drive", "Google Drive"),
    ("Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
    ("Documents", None), ("My Dropboxes", None), ("Nextcloudy", None),
])
def test_folders_by_name(tmp_path: Path, folder: str, program: str | None) -> None:
    assert synced.program_of(tmp_path / folder / "mine.mentorjournal") == program


@pytest.mark.parametrize(("mark", "program"), [(".stfolder", "Syncthing"), (".dropbox", "Dropbox")])
def test_folders_by_what_lies_in_them(tmp_path: Path, mark: str, program: str) -> None:
    (tmp_path / mark).mkdir()
    assert synced.program_of(tmp_path / "a" / "b" / "mine.mentorjournal") == program


@pytest.mark.parametrize(("name", "sure"), [
    ("Mine (conflicted copy 2026-05-12 101112).mentorjournal", True),
    ("Mine (Amara's conflicted copy 2026-05-12).mentorjournal", True),
    ("Mine (Amara Lindqvist's Conflicted Copy).mentorjournal", True),
    ("Mine.sync-conflict-20260512-101112-ABCDEFG.mentorjournal", True),
    ("Mine_conflict-20260512-101112.mentorjournal", True),
    ("Mine-LAPTOP7.mentorjournal", False), ("Mine (1).mentorjournal", False),
    ("Mine 2.mentorjournal", False),
    ("Mine.mentorjournal", None), ("Mine.old.mentorjournal", None), ("Other.mentorjournal", None),
    ("Mine (1).txt", None), ("Mine and yours.mentorjournal", None),
])
def test_copies_by_name(tmp_path: Path, name: str, sure: bool | None) -> None:
    (tmp_path / name).touch()
    found = synced.copies_beside(tmp_path / "Mine.mentorjournal")
    assert found == ([] if sure is None else [(tmp_path / name, sure)])


def test_a_name_full_of_signs_is_taken_literally(tmp_path: Path) -> None:
    (tmp_path / "My [x] (1) (2).mentorjournal").touch()
    (found,) = synced.copies_beside(tmp_path / "My [x] (1).mentorjournal")
    assert found == (tmp_path / "My [x] (1) (2).mentorjournal", False)
