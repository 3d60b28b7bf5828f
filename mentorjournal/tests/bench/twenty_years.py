"""A journal of twenty years, made up: the size that lists, map and start-up are measured on."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import vocabulary as v
from mentorjournal.store.schema import RECORD_TABLES

LAST_DAY = date(2026, 5, 15)
PEOPLE, MEETINGS, ITEMS, CONTACTS, FEEDBACK, LETTERS = 200, 5_000, 20_000, 30_000, 5_000, 100
DAYS = 20 * 365

_FIRST = ("Amara", "Søren", "Ánh", "Priya", "Luis", "Mei", "Jonas", "Leila", "Tomas", "Helen")
_LAST = ("Okafor", "Ångström", "Nguyễn", "Ramanathan", "Ortega", "Tanaka", "Weber", "Haddad")
_WORDS = tuple(
    word
    for line in (
        "cohort follow-up draft reviewer enrolment ethics ward rounds statistics panel",
        "fellowship manuscript poster family meeting rehearsal budget contract protocol",
    )
    for word in line.split()
)


def write(path: Path, *, people: int = PEOPLE, empty: bool = False) -> None:
    """Write the journal (only its people and me when `empty`)."""
    chance = random.Random(20)
    journal = Journal.create(path)
    with journal.change("Write twenty years") as connection:
        _put(connection, "me", [{"name": "Dr. Ada Quist", "department": "Intensive Care",
                                 "institution": "Northfield"}])
        if not empty:
            _people(connection, chance, people)
            _meetings(connection, chance, people)
            _contacts(connection, chance, people)
    journal.close()


def _put(connection: Connection, table: str, rows: list[dict[str, Any]]) -> None:
    connection.execute(insert(RECORD_TABLES[table]), rows)


def _sentence(chance: random.Random, n: int) -> str:
    return " ".join(chance.choices(_WORDS, k=n)).capitalize()


def _day(chance: random.Random) -> date:
    return LAST_DAY - timedelta(days=chance.randrange(DAYS))


def _people(connection: Connection, chance: random.Random, n: int) -> None:
    standings = [("mentor", "cultivation")] * 5 + [("mentor", "closed"), ("candidate", "met"),
                                                   ("mentee", "cultivation")]
    rows, tags = [], []
    for number in range(1, n + 1):
        direction, stage = standings[number % len(standings)]
        rows.append({
            "name": f"Dr. {chance.choice(_FIRST)} {chance.choice(_LAST)} {number}",
            "direction": direction, "stage": stage,
            "level": "junior" if direction == "mentee" else chance.choice(v.LEVELS),
            "department": chance.choice(("Intensive Care", "Biostatistics", "Cardiology")),
            "institution": chance.choice(("Northfield", "Northfield", "Lakeshore")),
            "cadence_days": chance.choice((30, 60, 91)), "origin": chance.choice(v.ORIGINS),
            "start": _day(chance), "my_ask": _sentence(chance, 6),
        })
        for kind, words, most in (("role", v.FIVE_ROLES, 2), ("area", v.AREAS, 2),
                                  ("domain", v.DOMAINS[:5], 2)):
            for place, word in enumerate(chance.sample(words, chance.randint(1, most))):
                tags.append({"person_id": number, "kind": kind, "value": word, "position": place})
    _put(connection, "person", rows)
    _put(connection, "person_tag", tags)


def _meetings(connection: Connection, chance: random.Random, people: int) -> None:
    rows = []
    for number in range(MEETINGS):
        coming = number < 8
        day = LAST_DAY + timedelta(days=number + 1) if coming else _day(chance)
        rows.append({
            "person_id": 1 + number % people, "zone": "UTC", "planned_minutes": 45,
            "starts_at": datetime(day.year, day.month, day.day, chance.randint(8, 17)),
            "status": "confirmed" if coming else chance.choice(("held",) * 9 + ("cancelled",)),
            "headline": _sentence(chance, 4), "desired_outcome": _sentence(chance, 9),
            "notes": _sentence(chance, 60), "mode": "video",
        })
    _put(connection, "meeting", rows)
    _put(connection, "agenda_item", [
        {"meeting_id": 1 + number % MEETINGS, "position": number // MEETINGS,
         "title": _sentence(chance, 5), "question": _sentence(chance, 8),
         "background": _sentence(chance, 25), "kind": chance.choice(v.ITEM_KINDS),
         "priority": chance.choice(v.PRIORITIES), "minutes": chance.choice((5, 8, 10))}
        for number in range(ITEMS)
    ])


def _contacts(connection: Connection, chance: random.Random, people: int) -> None:
    _put(connection, "contact", [
        {"person_id": 1 + chance.randrange(people), "date": _day(chance), "kind": "informal",
         "channel": "in_person", "answered": chance.random() < 0.9, "line": _sentence(chance, 8)}
        for _ in range(CONTACTS)
    ])
    _put(connection, "feedback", [
        {"person_id": 1 + chance.randrange(people), "date": _day(chance), "topic":
         _sentence(chance, 3), "gist": _sentence(chance, 10), "first_reaction":
         _sentence(chance, 12), "requested": chance.random() < 0.5}
        for _ in range(FEEDBACK)
    ])
    _put(connection, "letter", [
        {"writer_id": 1 + chance.randrange(people), "target": _sentence(chance, 4),
         "asked_on": _day(chance), "status": "submitted"}
        for _ in range(LETTERS)
    ])
