"""What tests build: journals, records with only what a test is about, and dumps to compare."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from mentorjournal.journal import entries, meetings, people
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.fields import NEEDED
from mentorjournal.journal.journal import Journal
from mentorjournal.store.schema import RECORD_TABLES

SAMPLE_DAY = date(2026, 5, 15)

Dump = dict[str, list[tuple[Any, ...]]]

# Strings that break programs: markup, quotes, scripts, joiners, controls, look-alikes of code.
NAUGHTY = (
    "<b>bold</b>", '<img src="/etc/hostname">', "<a href='javascript:x'>x</a>", "&amp; & &lt;",
    "O'Brien", "'; DROP TABLE person; --", '"quoted"', "%s %d {0} {name} ${x}", "back\\slash \\0",
    "Søren Ångström", "Nguyễn Thị Ánh Đặng", "张伟", "田中さくら", "محمد الأمين", "שרה כהן",
    "अनिता शर्मा", "การประชุม", "한국어", "👩🏽‍⚕️🎓", "e\u0301 é", "\u202eright to left\u202c",
    "zero\u200bwidth\ufeff", "ﬁ ligature", "Ω≈ç√∫", "1e5", "0", "-1", "null", "None", "true",
    "NaN", "=1+1", "@SUM(A1)", "file:///etc/passwd", "C:\\con\\aux", "\u2028line\u2029para",
    "𝒜 𠀀", "a" * 250,
)


def dump(journal: Journal) -> Dump:
    """Every record of every table as it is stored, by id."""
    driver = journal.read().connection.driver_connection  # quicker than by way of SQLAlchemy
    assert driver is not None
    return {
        name: driver.execute(f'SELECT * FROM "{name}" ORDER BY id').fetchall()
        for name in RECORD_TABLES
    }


def do_not_wait_for_the_disk(journal: Journal) -> None:
    """Save without waiting until the disk has it: quicker, and no test pulls the plug."""
    journal.read().exec_driver_sql("PRAGMA synchronous = OFF")


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` by its name, but for what holds nothing of the user's: locks, and
    when a journal was opened and looked over."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock" and path.parent.name != "checks"
    }


def add_person(journal: Journal, name: str = "Dr. Rosalind Okafor", **values: Any) -> int:
    """A person of whom only the name matters."""
    return people.add(journal, {"name": name, **values})


def add_meeting(
    journal: Journal, person_id: int, starts_at: str = "2026-05-19T10:00", minutes: int = 45,
    **values: Any,
) -> int:
    """A meeting of 45 minutes in UTC, unless said."""
    return meetings.add(
        journal,
        {"person_id": person_id, "starts_at": datetime.fromisoformat(starts_at),
         "planned_minutes": minutes, "zone": "UTC", **values},
    )


def notices(journal: Journal) -> list[Changes]:
    """A list that every notice of `journal` is added to from now on."""
    heard: list[Changes] = []
    journal.changed.connect(heard.append)
    return heard


def add_record(journal: Journal, kind: str, **values: Any) -> int:
    """A record of any kind, with what it must have to exist at all."""
    return entries.add(journal, kind, {**required(journal, kind), **values})


def required(journal: Journal, kind: str) -> dict[str, Any]:
    """Values for the fields that a record of `kind` cannot be without; owners are made."""
    table = entries.table_of(kind)
    values: dict[str, Any] = {}
    for column in table.c:
        if column.nullable or column.default is not None or column.name in ("id", "created_at"):
            continue
        if column.foreign_keys:
            owner = next(iter(column.foreign_keys)).column.table.name
            values[column.name] = add_record(journal, _kind_of(owner))
        else:
            values[column.name] = _plainest(column.name)
    return values | {name: _plainest(name) for name in NEEDED.get(table.name, ())}


def _kind_of(table: str) -> str:
    from mentorjournal.journal.fields import KINDS

    return next(kind for kind, found in KINDS.items() if found.name == table)


def _plainest(name: str) -> Any:
    known: Mapping[str, Any] = {
        "starts_at": "2026-05-19T10:00", "planned_minutes": 30, "date": "2026-05-01",
        "since": "2026-05-01", "hours_per_week": 1.0, "value": 1.0, "topic": "writing",
    }
    return known.get(name, name)


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """The file through the interpreter's own SQLite: nothing of ours in between."""
    connection = sqlite3.connect(path)
    try:
        yield connection
        connection.commit()
    finally:
        connection.close()


def names_in(path: Path) -> list[str]:
    """Who is in a journal without a passphrase that nobody has open."""
    with raw(path) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM person ORDER BY id")]


def copy(source: Path, target: Path) -> Path:
    """A copy of a closed journal; where it now is."""
    shutil.copyfile(source, target)
    return target


def run(
    *words: str | Path, stdin: str | bytes = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """The program as a process of its own, as people and scripts start it."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [sys.executable, "-m", "mentorjournal", *map(str, words)],
        input=data, capture_output=True, timeout=60, env={**os.environ, **environment},
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def interrupt_a_save(path: Path) -> None:
    """Leave a journal as a process leaves it that is killed with half a save on the disk."""
    code = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size = 5')\n"
        "c.execute('BEGIN IMMEDIATE')\n"
        "c.execute('UPDATE person SET name = ?', ('half',))\n"
        "for n in range(400): c.execute('INSERT INTO meta VALUES (?, ?)', (str(n), 'x' * 900))\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert path.with_name(path.name + "-journal").stat().st_size > 0


def lines(*records: Mapping[str, Any]) -> str:
    """Records as `add` reads them."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
