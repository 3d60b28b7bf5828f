"""Odd words, long words, odd days: kept as they are, found, printed, taken back."""

from __future__ import annotations

import random
import time
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mentorjournal import clock
from mentorjournal.documents import document
from mentorjournal.documents.pdf import write_pdf
from mentorjournal.journal import entries, fields, meetings, people, sample
from mentorjournal.journal.journal import Journal
from mentorjournal.store import search
from mentorjournal.store.columns import Words
from mentorjournal.tests import build
from mentorjournal.tests.battery import Procedure, must
from mentorjournal.ui.widgets.growing_text import GrowingText


def _naughty(folder: Path, count: int, chance: random.Random) -> str:
    journal = Journal.create(folder / "mine.mentorjournal")
    again = Journal.create(folder / "again.mentorjournal")
    written = 0
    for kind, table in fields.KINDS.items():
        texts = {
            c.name: bool(c.info.get("limit")) for c in table.c
            if isinstance(c.type, Words) and not c.info.get("listed")
            and not c.info.get("moment") and c.name not in ("photo", "file", "zone")
        }
        for text in chance.sample(build.NAUGHTY, min(count, len(build.NAUGHTY))):
            # A title has no second line: what breaks one is a blank there.
            line = " ".join(text.splitlines())
            values = {name: line.strip() if short else text for name, short in texts.items()}
            made = entries.add(journal, kind, {**build.required(journal, kind), **values})
            found = next(e for e in entries.every(journal, kind) if e["id"] == made)
            must({name: found[name] for name in texts} == values, f"{kind} keeps another text")
            twin = entries.add(again, kind, {**build.required(again, kind),
                                             **{name: found[name] for name in texts}})
            copy = next(e for e in entries.every(again, kind) if e["id"] == twin)
            must({name: copy[name] for name in texts} == values, f"{kind} changes on the way")
            written += len(texts)
    must(journal.findings() == [] and again.findings() == [], "not sound")
    journal.close()
    again.close()
    return f"{written} texts saved, read, taken over, identical"


def _found(folder: Path, count: int, chance: random.Random) -> str:
    journal = Journal.create(folder / "mine.mentorjournal")
    looked = 0
    for text in build.NAUGHTY:
        if not search.query(text):  # nothing in it that one could look for
            continue
        person = people.add(journal, {"name": text})
        must(("person", person) in search.find(journal.read(), text), "not found again")
        looked += 1
    journal.close()
    return f"{looked} odd names found again"


def _long(folder: Path, count: int, chance: random.Random) -> str:
    path, text = folder / "mine.mentorjournal", ("long words " * count)[:count - 1] + "."
    journal = Journal.create(path)
    person = build.add_person(journal)
    people.edit(journal, person, {"private_note": text})
    journal.close()
    began = time.perf_counter()
    journal = Journal(path)
    note = people.get(journal, person).private_note
    times = {"opened": (time.perf_counter() - began, 1.0)}
    journal.close()
    must(note == text, "it was changed")
    times["a key typed"] = (_typed(text), 0.1)
    began = time.perf_counter()
    write_pdf(document.Document("Long", (document.Paragraph(text),)))
    times["printed"] = (time.perf_counter() - began, 30.0)
    for what, (seconds, most) in times.items():
        must(seconds <= most, f"{what} after {seconds:.2f} s, more than {most} s")
    return ", ".join(f"{what} in {seconds * 1000:.0f} ms" for what, (seconds, _) in times.items())


def _typed(text: str) -> float:
    """Seconds from a key in a field that holds `text` until it can be seen."""
    application = QApplication.instance() or QApplication([])
    field = GrowingText()
    field.set_text_quietly(text[:-1])
    field.show()
    application.processEvents()
    began = time.perf_counter()
    QTest.keyClick(field, Qt.Key.Key_A)
    field.repaint()
    application.processEvents()
    taken = time.perf_counter() - began
    must(field.text() == "a" + text[:-1], "the key was lost")
    field.close()
    return taken


def _days(folder: Path, count: int, chance: random.Random) -> str:
    days = [date(2016, 2, 29), date(2036, 5, 15), date(2028, 2, 29), date(2026, 3, 29),
            date(2026, 10, 25), date(2026, 12, 31), date(2027, 1, 1)]
    for number, day in enumerate(days[:count]):
        clock.set_as_of(day)
        try:
            path = folder / f"{number}.mentorjournal"
            sample.write(path, day)
            journal = Journal(path)
            for starts_at in ("T01:30", "T02:30", "T23:59", "T00:00"):
                made = build.add_meeting(journal, 1, f"{day}{starts_at}", zone="Europe/Berlin")
                must(meetings.get(journal, made).day == day, "the day has shifted")
            must(journal.findings() == [], "not sound")
            must(meetings.next_one(journal, clock.now()) is not None, "no next meeting")
            journal.close()
        finally:
            clock.set_as_of(None)
    return "no day shifted, on leap days, at clock changes, ten years off"


def _undone(folder: Path, count: int, chance: random.Random) -> str:
    path = folder / "sample.mentorjournal"
    sample.write(path, build.SAMPLE_DAY)
    journal = Journal(path)
    before, removed = build.dump(journal), 0
    for person in sorted(row[0] for row in before["person"])[:count]:
        with journal.loss_confirmed():
            people.remove(journal, person)
        removed = max(removed, sum(map(len, before.values()))
                      - sum(map(len, build.dump(journal).values())))
        must(journal.undo() is not None and build.dump(journal) == before, "not all came back")
    journal.close()
    return f"up to {removed} records at once, all back"


PROCEDURES = (
    Procedure("odd strings in every field", 38, 3, _naughty),
    Procedure("odd names found", 1, 1, _found),
    Procedure("a text of so many characters", 1_000_000, 50_000, _long),
    Procedure("odd days", 7, 2, _days),
    Procedure("undo of a large removal", 12, 2, _undone),
)
