"""kill -9 in the middle of everything that writes: nothing corrupt, nothing acknowledged lost."""

from __future__ import annotations

import itertools
import lzma
import random
from collections.abc import Callable
from pathlib import Path

from mentorjournal.exchange.writing import write_whole
from mentorjournal.journal import entries, people
from mentorjournal.journal.journal import Journal
from mentorjournal.store import backup, copies
from mentorjournal.store.errors import WrongPassphrase
from mentorjournal.tests.battery import Procedure, must
from mentorjournal.tests.battery.forks import Say, killed_while

FILES = Path(__file__).parent.parent / "files"


def _names(path: Path, passphrase: str | None = None) -> set[str]:
    journal = Journal(path, passphrase)
    try:
        must(journal.findings() == [], "the journal is not sound after a kill")
        return set(journal.read().exec_driver_sql("SELECT name FROM person").scalars())
    finally:
        journal.close()


def _writing(add: Callable[[Journal, str], object]) -> Callable[[Path, int, random.Random], str]:
    def run(folder: Path, count: int, chance: random.Random) -> str:
        path = folder / "mine.mentorjournal"
        Journal.create(path).close()
        kept: set[str] = set()
        for turn in range(count):
            def work(say: Say, turn: int = turn) -> None:
                journal = Journal(path)
                for number in itertools.count():
                    add(journal, name := f"{turn}-{number}")
                    say(name)

            kept |= set(killed_while(work, chance))
            if turn % 10 == 9 or turn == count - 1:
                must(kept <= _names(path), "an acknowledged record is gone")
        return f"{len(kept)} acknowledged, all there"

    return run


def _backups(folder: Path, count: int, chance: random.Random) -> str:
    path, kept = folder / "mine.mentorjournal", folder / "backups"
    journal = Journal.create(path)
    people.add(journal, {"name": "Ann"})
    journal.close()
    kept.mkdir()

    def work(say: Say) -> None:
        while True:
            say(backup.make(path, None, "close", kept).number)

    for _ in range(count):
        killed_while(work, chance)
        for each in backup.found_in(kept):
            copies.verify(each.path, None, 1, each.path.name)
    must(_names(path) == {"Ann"}, "the journal was changed")
    return f"{len(backup.found_in(kept))} backups left, all sound"


def _restoring(folder: Path, count: int, chance: random.Random) -> str:
    path = folder / "mine.mentorjournal"
    made = []
    for name in ("Ann", "Bo"):
        other = folder / f"{name}.mentorjournal"
        journal = Journal.create(other)
        people.add(journal, {"name": name})
        journal.close()
        made.append(backup.make(other, None, "hand", folder))
        other.rename(path)

    def work(say: Say) -> None:
        for each in itertools.cycle(made):
            backup.restore(each.path, None, path)
            say(each.number)

    for _ in range(count):
        killed_while(work, chance, 3)
        must(_names(path) in ({"Ann"}, {"Bo"}), "neither the old journal nor the new one")
    return "the old one or the new one each time"


def _rekeying(folder: Path, count: int, chance: random.Random) -> str:
    path = folder / "mine.mentorjournal"
    journal = Journal.create(path, "one")
    people.add(journal, {"name": "Ann"})
    journal.close()
    found = "one"
    for _ in range(count):
        def work(say: Say, found: str = found) -> None:
            opened = Journal(path, found)
            for passphrase in itertools.cycle(("two", "one")):
                opened.set_passphrase(passphrase)
                say(passphrase)

        killed_while(work, chance, 3)
        found = _fitting(path)
    return "the old one or the new one each time"


def _fitting(path: Path) -> str:
    for passphrase in ("one", "two"):
        try:
            must(_names(path, passphrase) == {"Ann"}, "words are gone")
        except WrongPassphrase:
            continue
        return passphrase
    raise AssertionError("neither passphrase opens the journal")


def _migrating(folder: Path, count: int, chance: random.Random) -> str:
    with lzma.open(FILES / "schema-1.mentorjournal.xz") as packed:
        old = packed.read()
    for turn in range(count):
        path = folder / f"old-{turn}.mentorjournal"
        path.write_bytes(old)

        def work(say: Say, path: Path = path) -> None:
            say("begun")
            Journal(path).close()
            say("done")

        killed_while(work, chance, 1)
        must(len(_names(path)) == 3, "words are gone")
        path.unlink()
    return "all words each time"


def _exporting(folder: Path, count: int, chance: random.Random) -> str:
    path = folder / "agenda.pdf"
    whole = (b"one" * 400_000, b"another" * 200_000)

    def work(say: Say) -> None:
        for content in itertools.cycle(whole):
            write_whole(path, content)
            say("written")

    for _ in range(count):
        killed_while(work, chance)
        must(not path.exists() or path.read_bytes() in whole, "half a file under the final name")
    return "complete old or complete new each time"


PROCEDURES = (
    Procedure("kill -9 while editing", 1000, 12,
              _writing(lambda journal, name: people.add(journal, {"name": name}))),
    Procedure("kill -9 while adding records", 50, 4,
              _writing(lambda journal, name: entries.add(journal, "people", {"name": name}))),
    Procedure("kill -9 while backing up", 50, 4, _backups),
    Procedure("kill -9 while restoring", 50, 4, _restoring),
    Procedure("kill -9 while changing the passphrase", 50, 4, _rekeying),
    Procedure("kill -9 while bringing up to date", 50, 4, _migrating),
    Procedure("kill -9 while exporting", 100, 8, _exporting),
)
