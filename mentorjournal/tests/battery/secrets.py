"""What nobody else may read: passphrases, permissions, and words left lying about."""

from __future__ import annotations

import os
import random
import stat
from pathlib import Path

from mentorjournal import paths
from mentorjournal.journal import entries, people
from mentorjournal.journal.journal import Journal
from mentorjournal.store import backup
from mentorjournal.store.errors import WrongPassphrase
from mentorjournal.tests import build
from mentorjournal.tests.battery import Procedure, must
from mentorjournal.tests.battery.forks import Say, killed_while

PASSPHRASES = ("one", " ", "trailing ", "'", '"', "x'00'", "--", "🎓🎓", "naïve café", "p" * 10_000)
CANARY = "canarysangofaimtwo"


def _wrong(folder: Path, count: int, chance: random.Random) -> str:
    for number, passphrase in enumerate(PASSPHRASES):
        path = folder / f"{number}.mentorjournal"
        Journal.create(path, passphrase).close()
        before = path.read_bytes()
        for turn in range(count):
            wrong = chance.choice(["", passphrase + " ", passphrase[1:], passphrase.upper() + "x",
                                   str(turn)])
            try:
                Journal(path, wrong).close()
            except WrongPassphrase:
                continue
            raise AssertionError("a wrong passphrase opened it")
        Journal(path, passphrase).close()
        must(path.read_bytes() == before, "trying wrote to the file")
    return f"{len(PASSPHRASES)} journals, each opened by its own passphrase only"


def _permissions(folder: Path, count: int, chance: random.Random) -> str:
    environment = {paths.HOME_VARIABLE: str(folder / "home")}
    before = os.umask(0)
    try:
        for turn in range(count):
            path = folder / f"new {turn}" / "mine.mentorjournal"
            path.parent.mkdir(mode=0o700)
            for words, stdin in (
                (("new", path), ""), (("add", path, "people"), build.lines({"name": "Ann"})),
                (("add", path, "meetings"), build.lines(
                    {"person_id": 1, "starts_at": "2026-05-19T10:00", "planned_minutes": 30})),
                (("agenda", path, "--meeting", "1", "-o", path.with_suffix(".pdf")), ""),
            ):
                done = build.run(*words, stdin=stdin, **environment)
                must(done.returncode == 0, f"{words[0]} failed: {done.stderr[-200:]}")
    finally:
        os.umask(before)
    seen = 0
    for part in folder.rglob("*"):
        mode, seen = stat.S_IMODE(part.stat().st_mode), seen + 1
        must(not mode & 0o077, f"{part.name} can be read by others ({mode:o})")
    return f"{seen} files and folders, all for their owner only"


def _canary(folder: Path, count: int, chance: random.Random) -> str:
    os.environ[paths.HOME_VARIABLE] = str(folder / "home")
    path = folder / "mine.mentorjournal"
    Journal.create(path, "one").close()

    def use(say: Say) -> None:
        journal = Journal(path, "one")
        for number in range(1000):
            person = people.add(journal, {"name": f"{CANARY} {number}", "limits": CANARY})
            entries.add(journal, "reflections", {"text": CANARY * 50})
            people.edit(journal, person, {"private_note": f"{CANARY} again"})
            people.remove(journal, person)
            journal.undo()
            say(number)
            if number % 5 == 4:
                backup.make(path, journal.key, "hand")

    for _ in range(count):
        killed_while(use, chance, 8)
        for part in folder.rglob("*"):
            if part.is_file():
                content = part.read_bytes()
                must(CANARY.encode() not in content, f"words in {part.name}")
                must(CANARY.encode("utf-16-le") not in content, f"words in {part.name}")
    Journal(path, "one").close()
    return "no word in any file"


PROCEDURES = (
    Procedure("wrong passphrases", 20, 2, _wrong),
    Procedure("permissions under umask 000", 5, 1, _permissions),
    Procedure("no words of an encrypted journal on the disk", 50, 3, _canary),
)
