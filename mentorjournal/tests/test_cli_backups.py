"""Backups from the command line, as processes of their own, also killed in the middle."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mentorjournal.journal import backups
from mentorjournal.journal.journal import Journal
from mentorjournal.store import copies
from mentorjournal.tests import build

KILLS = 8  # of each kind; the battery runs more


@pytest.fixture
def file(empty_file: Path, tmp_path: Path) -> Path:
    """A journal with one person in it, in a folder of its own."""
    path = tmp_path / "mine" / "mine.mentorjournal"
    path.parent.mkdir()
    journal = Journal(build.copy(empty_file, path))
    build.add_person(journal, "Dr. Rosalind Okafor", private_note="x" * 900_000)
    journal.close()
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "copies").mkdir()
    return tmp_path / "copies"


def person_names(path: Path, passphrase: str | None = None) -> list[str]:
    return list(backups.contents(path, passphrase).people)


def is_refusal(said: subprocess.CompletedProcess[str], code: int) -> bool:
    assert said.returncode == code, said.stderr
    assert said.stdout == ""
    assert said.stderr.count("\n") == 1 and said.stderr.endswith(".\n"), said.stderr
    return True


def test_backup_prints_where_the_copy_is(file: Path, folder: Path) -> None:
    said = [build.run("backup", file, folder) for _ in range(2)]
    assert [(one.returncode, one.stderr) for one in said] == [(0, "")] * 2
    paths = {Path(one.stdout.rstrip("\n")) for one in said}
    assert paths == set(folder.iterdir()) and len(paths) == 2
    for path in paths:
        assert person_names(path) == ["Dr. Rosalind Okafor"]
        assert path.stat().st_mode & 0o777 == 0o600


def test_backup_without_its_folder_is_refused(file: Path, tmp_path: Path) -> None:
    assert is_refusal(build.run("backup", file, tmp_path / "nowhere"), 2)
    assert not (tmp_path / "nowhere").exists()
    assert is_refusal(build.run("backup", file, file), 2)


def test_backup_of_what_is_open_is_made(file: Path, folder: Path) -> None:
    journal = Journal(file)
    said = build.run("backup", file, folder)
    journal.close()
    assert (said.returncode, said.stderr) == (0, "")


def test_damaged_journal_is_not_backed_up(file: Path, folder: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"Dr. Rosalind Okafor", b"Dr. Rosalind Okafar"))
    assert is_refusal(build.run("backup", file, folder), 3)
    assert list(folder.iterdir()) == []


def test_backup_and_restore_take_the_passphrase_from_standard_input(
    tmp_path: Path, folder: Path
) -> None:
    path = tmp_path / "locked.mentorjournal"
    build.run("new", path, "--passphrase-stdin", stdin="one\n")
    assert is_refusal(build.run("backup", path, folder), 2)
    assert is_refusal(build.run("backup", path, folder, "--passphrase-stdin", stdin="two\n"), 2)
    said = build.run("backup", path, folder, "--passphrase-stdin", stdin="one\n")
    copy = Path(said.stdout.rstrip("\n"))
    build.run("add", path, "people", "--passphrase-stdin", stdin='one\n{"name": "Later"}\n')
    assert is_refusal(build.run("restore", copy, path), 2)
    said = build.run("restore", copy, path, "--passphrase-stdin", stdin="one\n")
    assert (said.returncode, said.stderr) == (0, "")
    assert person_names(path, "one") == []
    assert person_names(Path(said.stdout.rstrip("\n")), "one") == ["Later"]


def test_restore_prints_where_the_earlier_journal_is(file: Path, folder: Path) -> None:
    copy = build.run("backup", file, folder).stdout.rstrip("\n")
    build.run("add", file, "people", stdin='{"name": "Later"}')
    said = build.run("restore", copy, file)
    assert (said.returncode, said.stderr) == (0, "")
    assert person_names(file) == ["Dr. Rosalind Okafor"]
    assert person_names(Path(said.stdout.rstrip("\n"))) == ["Dr. Rosalind Okafor", "Later"]
    file.write_bytes(b"ruin")
    said = build.run("restore", copy, file)
    assert Path(said.stdout.rstrip("\n")).read_bytes() == b"ruin"
    file.unlink()
    assert build.run("restore", copy, file).stdout == ""
    assert person_names(file) == ["Dr. Rosalind Okafor"]


def test_restore_is_refused_while_the_journal_is_open(file: Path, folder: Path) -> None:
    copy = build.run("backup", file, folder).stdout.rstrip("\n")
    journal = Journal(file)
    before = file.read_bytes()
    assert is_refusal(build.run("restore", copy, file), 4)
    journal.close()
    assert file.read_bytes() == before


def test_restore_of_what_is_no_backup_is_refused(file: Path, tmp_path: Path) -> None:
    before = file.read_bytes()
    ruined = tmp_path / "ruined"
    ruined.write_bytes(before.replace(b"Dr. Rosalind Okafor", b"Dr. Rosalind Okafar"))
    (tmp_path / "picture").write_bytes(b"\x89PNG" + bytes(5000))
    for name, code in (("nothing", 2), ("picture", 2), ("ruined", 3), ("mine", 2)):
        assert is_refusal(build.run("restore", tmp_path / name, file), code)
    assert file.read_bytes() == before


# Killed in the middle -------------------------------------------------------------------------


def kill_after(seconds: float, *words: str | Path) -> None:
    """Start a command and kill it after so long, unless it has ended."""
    process = subprocess.Popen(
        [sys.executable, "-m", "mentorjournal", *map(str, words)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()


def moments(*words: str | Path) -> list[float]:
    """When to kill a command: spread over the last two thirds of the time that it takes."""
    begun = time.monotonic()
    assert build.run(*words).returncode == 0
    whole = time.monotonic() - begun
    return [whole * (1 / 3 + 2 / 3 * n / (KILLS - 1)) for n in range(KILLS)]


def test_backup_that_is_killed_is_whole_or_not_there(file: Path, folder: Path) -> None:
    before = file.read_bytes()
    for moment in moments("backup", file, folder):
        kill_after(moment, "backup", file, folder)
        for path in folder.glob("*.mentorjournal"):
            copies.verify(path, None, 1, path.name)
    assert file.read_bytes() == before


def test_restore_that_is_killed_leaves_the_old_or_the_new_journal(
    file: Path, folder: Path
) -> None:
    new = Path(build.run("backup", file, folder).stdout.rstrip("\n"))
    build.run("add", file, "people", stdin='{"name": "Later"}')
    old = Path(build.run("backup", file, folder).stdout.rstrip("\n"))
    seen = set()
    for moment in moments("restore", new, file):
        build.run("restore", old, file)
        kill_after(moment, "restore", new, file)
        journal = Journal(file)  # which takes back what a kill left
        assert journal.findings() == []
        journal.close()
        seen.add(len(person_names(file)))
        for each in backups.every(file):
            copies.verify(each.path, None, 0, each.path.name)
    assert seen <= {1, 2}
    assert not list(file.parent.glob(".*"))
