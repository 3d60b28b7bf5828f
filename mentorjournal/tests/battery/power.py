"""Power cuts: at a random write, with what was not synced there or not, no saved word is lost."""

from __future__ import annotations

import random
from pathlib import Path

from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.tests.battery import Procedure, must
from mentorjournal.tests.battery.disk import Files, Recording, after_power_cut, recorded

EDITS = 40
PASSPHRASE = "one"


def _cuts(folder: Path, count: int, chance: random.Random) -> str:
    for passphrase in ("", PASSPHRASE):
        begun = folder / (passphrase or "plain")
        begun.mkdir()
        path = begun / "mine.mentorjournal"
        Journal.create(path, passphrase).close()
        before: Files = {path.name: bytearray(path.read_bytes())}
        recording = _edited(path, passphrase)
        for _ in range(count // 2):
            _cut(before, recording, path, passphrase, chance)
    return "0 corrupt, 0 saved words lost"


def _edited(path: Path, passphrase: str) -> Recording:
    with recorded() as recording:
        journal = Journal(path, passphrase or None)
        for number in range(EDITS):
            person = people.add(journal, {"name": f"n{number}"})
            recording.ack(f"n{number}")
            people.edit(journal, person, {"private_note": "a longer word " * (number * 7 % 90)})
            if number % 9 == 8:
                people.remove(journal, people.add(journal, {"name": "for a moment"}))
                journal.undo()
                journal.redo()
        journal.close()
    return recording


def _cut(
    before: Files, recording: Recording, path: Path, passphrase: str, chance: random.Random
) -> None:
    at = chance.randrange(1, len(recording.operations))
    for name, content in after_power_cut(before, recording.operations[:at], chance).items():
        path.with_name(name).write_bytes(content)
    acknowledged = {each[1] for each in recording.operations[:at] if each[0] == "ack"}
    journal = Journal(path, passphrase or None)
    must(journal.findings() == [], f"the journal is not sound after a cut at write {at}")
    found = set(journal.read().exec_driver_sql("SELECT name FROM person").scalars())
    journal.close()
    must(acknowledged <= found, f"saved words are gone after a cut at write {at}")
    for left in path.parent.iterdir():
        left.unlink()


PROCEDURES = (Procedure("power cut while editing, plain and encrypted", 2000, 40, _cuts),)
