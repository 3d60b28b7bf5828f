"""Several at once: racing starts, copies while somebody writes, folders that may only be read."""

from __future__ import annotations

import itertools
import os
import random
import signal
from pathlib import Path

from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.store import copies
from mentorjournal.store.database import Database
from mentorjournal.tests import build
from mentorjournal.tests.battery import Procedure, must
from mentorjournal.tests.battery.forks import answers_of

NOBODY = 65534  # the user that owns nothing


def _race(folder: Path, count: int, chance: random.Random) -> str:
    path = folder / "mine.mentorjournal"
    Journal.create(path).close()
    held: list[Database] = []

    def start() -> str:
        held.append(Database(path))
        return "writer"

    answers = answers_of(start, count)
    refused = [each for each in answers if "is open in another window (" in each]
    must(answers.count("writer") == 1, f"{answers.count('writer')} writers")
    must(len(refused) == count - 1, f"an answer nobody understands: {set(answers)}")
    return "exactly 1 writer, the others were told"


def _copies(folder: Path, count: int, chance: random.Random) -> str:
    path = folder / "mine.mentorjournal"
    Journal.create(path).close()
    writer = os.fork()
    if not writer:
        journal = Journal(path)
        for number in itertools.count():
            people.add(journal, {"name": f"n{number}"})
    made = 0
    try:
        while made < count:
            copies.write(path, None, folder / f"copy-{made}.mentorjournal")  # looked over there
            made += 1
    finally:
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
    return f"{made} of {count} sound"


def _protected(folder: Path, count: int, chance: random.Random) -> str:
    path = folder / "shelf" / "mine.mentorjournal"
    path.parent.mkdir()
    journal = Journal.create(path)
    people.add(journal, {"name": "Ann"})
    journal.close()
    for left in path.parent.glob("*.lock"):
        left.unlink()
    before = build.bytes_of(path.parent)
    for part, mode in ((path, 0o444), (path.parent, 0o555), (folder, 0o755)):
        part.chmod(mode)

    def read() -> str:
        if os.geteuid() == 0:
            os.setuid(NOBODY)
        opened = Journal(path)
        found = opened.read().exec_driver_sql("SELECT name FROM person").scalars().all()
        said = f"{found} {opened.reading_only}"
        opened.close()
        return said

    answers = answers_of(read, count)
    path.parent.chmod(0o755)
    must(set(answers) == {"['Ann'] True"}, f"not opened for reading: {set(answers)}")
    must(build.bytes_of(path.parent) == before, "the file was changed")
    must(len(list(path.parent.iterdir())) == 1, "something was left in the folder")
    return "opened for reading, the file is the same to the last bit"


PROCEDURES = (
    Procedure("racing starts", 50, 20, _race),
    Procedure("copies while somebody writes", 100, 6, _copies),
    Procedure("folder that may only be read", 20, 2, _protected),
)
