"""Damaged and foreign files: noticed, refused, left as they are."""

from __future__ import annotations

import os
import random
import struct
from collections.abc import Callable
from pathlib import Path

from mentorjournal.journal import sample
from mentorjournal.journal.journal import Journal
from mentorjournal.store import backup
from mentorjournal.store.errors import Damaged, JournalError, NewerVersion
from mentorjournal.tests import build
from mentorjournal.tests.battery import Procedure, must

PASSPHRASE = "one"


def _flips(folder: Path, count: int, chance: random.Random) -> str:
    noticed = harmless = 0
    for passphrase in ("", PASSPHRASE):
        path = folder / f"sample{passphrase}.mentorjournal"
        sample.write(path, build.SAMPLE_DAY, passphrase)
        journal = Journal(path, passphrase or None)
        before = build.dump(journal)
        journal.close()
        whole = path.read_bytes()
        for _ in range(count // 2):
            content = bytearray(whole)
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
            path.write_bytes(content)
            if _is_noticed(path, passphrase, before):
                noticed += 1
            else:
                harmless += 1
            must(path.read_bytes() == bytes(content), "a damaged file was written to")
    return f"{noticed} reported, {harmless} changed nobody's words, 0 overlooked"


def _is_noticed(path: Path, passphrase: str, before: build.Dump) -> bool:
    """Whether the damage is reported; a flip that is not must have left every word as it was."""
    try:
        journal = Journal(path, passphrase or None)
    except JournalError:
        return True
    try:
        if journal.findings():
            return True
        must(build.dump(journal) == before, "changed words were not noticed")
        return False
    finally:
        journal.close()


def _never_rotates(folder: Path, count: int, chance: random.Random) -> str:
    path, kept = folder / "mine.mentorjournal", folder / "backups"
    sample.write(path, build.SAMPLE_DAY)
    kept.mkdir()
    good = backup.make(path, None, "close", kept)
    whole = path.read_bytes()
    tried = 0
    while tried < count:
        content = bytearray(whole)
        for _ in range(20):
            content[chance.randrange(8192, len(content))] ^= 0xFF
        path.write_bytes(content)
        try:
            backup.make(path, None, "close", kept)
        except Damaged:
            tried += 1
        else:  # all of it fell on places that hold nothing
            continue
        must(good.path.exists(), "the good backup is gone")
    return "no backup made, none gone"


def _refused(
    contents: Callable[[random.Random, bytes], bytes], kind: type[JournalError]
) -> Callable[[Path, int, random.Random], str]:
    def run(folder: Path, count: int, chance: random.Random) -> str:
        path = folder / "mine.mentorjournal"
        Journal.create(path).close()
        whole = path.read_bytes()
        for _ in range(count):
            content = contents(chance, whole)
            path.write_bytes(content)
            try:
                Journal(path).close()
            except kind as refusal:
                must(0 < len(str(refusal)) < 200, "no sentence")
            else:
                raise AssertionError("it was opened")
            must(path.read_bytes() == content, "it was written to")
        return "refused, untouched"

    return run


def _truncated(chance: random.Random, whole: bytes) -> bytes:
    return whole[: chance.randrange(len(whole))]


def _foreign(chance: random.Random, whole: bytes) -> bytes:
    heads = (b"", b"\x89PNG\r\n\x1a\n", b"PK\3\4", b"%PDF-1.7\n", b"#!/bin/sh\n", b"\0")
    head = chance.choice(heads)
    return head + os.urandom(chance.randrange(0, 20_000) | 1)  # never whole pages of noise


def _newer(chance: random.Random, whole: bytes) -> bytes:
    return whole[:60] + struct.pack(">I", chance.randrange(3, 1 << 20)) + whole[64:]


PROCEDURES = (
    Procedure("single bits flipped, plain and encrypted", 500, 24, _flips),
    Procedure("damaged journal and its good backup", 50, 3, _never_rotates),
    Procedure("truncated, empty", 200, 20, _refused(_truncated, JournalError)),
    Procedure("foreign files", 200, 20, _refused(_foreign, JournalError)),
    Procedure("newer versions", 50, 10, _refused(_newer, NewerVersion)),
)
