"""One writer: whoever comes second is told who has the journal, and a kill frees it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import OpenElsewhere
from mentorjournal.store.lock import WriterLock
from mentorjournal.tests import build

_HOLD = (
    "import sys; from pathlib import Path; from mentorjournal.store.lock import WriterLock\n"
    "lock = WriterLock(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()\n"
)
# Fifty starts of one program, all of which have done their imports before the race begins.
_RACE = """
import os, sys
from pathlib import Path
from mentorjournal.store.database import Database
from mentorjournal.store.errors import OpenElsewhere
start, go = os.pipe()
over, done = os.pipe()
said, say = os.pipe()
for _ in range(50):
    if os.fork():
        continue
    os.close(go); os.close(done)
    os.read(start, 1)
    try:
        held = Database(Path(sys.argv[1])); answer = "writer"
    except OpenElsewhere as refusal:
        answer = str(refusal)
    os.write(say, (answer + "\\n").encode())
    os.read(over, 1)
    os._exit(0)
os.close(say); os.close(go)
answers = os.fdopen(said)
print("".join(answers.readline() for _ in range(50)), flush=True)
os.close(done)
for _ in range(50):
    os.wait()
"""


def _start(code: str, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )


def _said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@contextmanager
def _holder(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that has the journal at `path`."""
    process = _start(_HOLD, path)
    try:
        assert _said(process) == "held"
        yield process
    finally:
        process.kill()
        process.communicate()


def test_second_opener_is_told_who_has_it(tmp_path: Path) -> None:
    path = tmp_path / "mine.mentorjournal"
    Journal.create(path).close()
    with _holder(path) as holder:
        with pytest.raises(OpenElsewhere, match=f"mine.mentorjournal.*process {holder.pid}"):
            Journal(path)
        with pytest.raises(OpenElsewhere):  # asking does not free it
            Journal(path)


def test_kill_frees_the_journal_at_once(tmp_path: Path) -> None:
    path = tmp_path / "mine.mentorjournal"
    Journal.create(path).close()
    with _holder(path) as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        Journal(path).close()


@pytest.mark.parametrize("text", [b"", b"process 1", b"process 99999999", b"\xff\xfe\0" * 400])
def test_lock_file_that_was_left_does_not_jam(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "mine.mentorjournal"
    Journal.create(path).close()
    lock = path.with_name(path.name + ".lock")
    lock.write_bytes(text)
    Journal(path).close()
    assert lock.read_text() == f"process {os.getpid()}"


def test_other_path_to_the_same_file_meets_the_same_lock(tmp_path: Path) -> None:
    path = tmp_path / "real" / "mine.mentorjournal"
    journal = Journal.create(path)
    (tmp_path / "link").symlink_to(path)
    (tmp_path / "folder").symlink_to(path.parent)
    for other in (tmp_path / "link", tmp_path / "folder" / path.name,
                  tmp_path / "real" / ".." / "real" / path.name):
        with pytest.raises(OpenElsewhere):
            Journal(other)
    journal.close()
    Journal(tmp_path / "link").close()


def test_reading_only_needs_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mine.mentorjournal"
    writer = Journal.create(path)
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    reader = Journal(path)
    assert reader.reading_only
    reader.close()
    writer.close()


def test_journal_can_be_opened_again_after_closing(tmp_path: Path) -> None:
    path = tmp_path / "mine.mentorjournal"
    Journal.create(path).close()
    for _ in range(3):
        Journal(path).close()


def test_lock_that_cannot_be_made_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "mine.mentorjournal"
    Journal.create(path).close()
    lock = path.with_name(path.name + ".lock")
    lock.unlink()
    lock.mkdir()
    done = build.run("list", path, "people")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr and done.stderr.count("\n") == 1


def test_fifty_racing_starts_are_one_writer(tmp_path: Path) -> None:
    path = tmp_path / "mine.mentorjournal"
    Journal.create(path).close()
    race = subprocess.run(
        [sys.executable, "-c", _RACE, str(path)], capture_output=True, text=True, timeout=60,
        check=True,
    )
    answers = race.stdout.split("\n")
    assert answers.count("writer") == 1
    # Whoever asks before the first one has written its name hears of another program.
    refusals = [answer for answer in answers if "is open in another window (" in answer]
    assert len(refusals) == 49


def test_lock_names_its_holder_and_nothing_else(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path / "mine.mentorjournal")
    assert lock.path.read_text() == f"process {os.getpid()}"
    lock.release()
