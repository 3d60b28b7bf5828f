"""A full disk: one sentence, nothing lost, no half file, and it works again when there is room."""

from __future__ import annotations

import lzma
import random
import resource
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mentorjournal.exchange.writing import write_whole
from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.store import backup
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build
from mentorjournal.tests.battery import Procedure, must
from mentorjournal.tests.battery.forks import answers_of

FILES = Path(__file__).parent.parent / "files"
ROOM = 3  # MiB; an empty journal takes under one


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path]:
    """A disk of a few MiB, or where none can be mounted, a folder where files stay small."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}m", "tmpfs", str(folder)]
    mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    if not mounted:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM << 19, resource.RLIM_INFINITY))
    try:
        yield folder
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        if mounted:
            subprocess.run(["umount", "-l", str(folder)], check=True)


def _full(folder: Path, count: int, chance: random.Random) -> str:
    def trial() -> str:
        for turn in range(count):
            with _small_disk(folder / str(turn)) as disk:
                _fill(disk, chance)
        return "well"

    answer = answers_of(trial)[0]  # in a child, because the limit is for a whole process
    must(answer == "well", answer)
    return "refused in a sentence, 0 lost, 0 half files, then it worked again"


def _fill(disk: Path, chance: random.Random) -> None:
    path, old = disk / "mine.mentorjournal", disk / "old.mentorjournal"
    with lzma.open(FILES / "schema-1.mentorjournal.xz") as packed:
        old.write_bytes(packed.read())
    journal = Journal.create(path)
    try:
        _fill_up(disk, journal, old, chance)
    finally:
        journal.close()


def _fill_up(disk: Path, journal: Journal, old: Path, chance: random.Random) -> None:
    saved: set[str] = set()

    def add() -> None:
        name = f"n{len(saved)}"
        # Of words: one word of 90,000 letters fills the index, which needs its size again at times.
        note = "said and done " * chance.randrange(1_500, 6_500)
        people.add(journal, {"name": name, "private_note": note})
        saved.add(name)

    while _allowed(add):
        must(len(saved) < 1000, "the disk is never full")
    rest = disk / "rest"
    _take_the_rest(rest)
    content = old.read_bytes()
    before = set(build.bytes_of(disk))
    must(not _allowed(lambda: backup.make(journal.path, None, "close", disk)), "a backup was made")
    must(not _allowed(lambda: write_whole(disk / "agenda.pdf", b"x" * (ROOM << 20))), "exported")
    if disk.is_mount():  # where only the size of files is limited there is room for this
        must(not _allowed(lambda: Journal(old).close()), "it was brought up to date")
    must(set(build.bytes_of(disk)) == before and old.read_bytes() == content, "half a file is left")
    must(journal.findings() == [], "not sound")
    found = set(journal.read().exec_driver_sql("SELECT name FROM person").scalars())
    must(found == saved, "saved words are gone, or refused ones are there")
    old.unlink()
    rest.unlink()
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
    add()


def _take_the_rest(rest: Path) -> None:
    with rest.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            pass


def _allowed(deed: Callable[[], object]) -> bool:
    """Whether `deed` was done; it may only be refused with a sentence."""
    try:
        deed()
    except JournalError as refusal:
        must(str(refusal).endswith("."), "no sentence")
        return False
    return True


PROCEDURES = (Procedure("full disk", 50, 2, _full),)
