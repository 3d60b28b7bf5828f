"""kill -9 in a running meeting while it is typed in: three seconds lost at most, and it goes on."""

from __future__ import annotations

import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from mentorjournal import clock
from mentorjournal.journal import agenda, meetings, people, running
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import running as rules
from mentorjournal.tests.battery import Procedure, must

LOST = 3.0  # seconds that a kill may cost
AT_ONCE = 2  # programs that are typed in at the same time
SHORTEST, LONGEST = 2.5, 7.0  # seconds until a kill

Typed = list[tuple[float, str, str]]  # second, place, what stands there


def _meeting(path: Path) -> int:
    """A journal with a meeting that begins about now."""
    journal = Journal.create(path)
    whom = people.add(journal, {"name": "Dr. Ann Okafor"})
    starts = clock.now().replace(tzinfo=None) - timedelta(minutes=1)
    which = meetings.add(
        journal, {"person_id": whom, "starts_at": starts, "planned_minutes": 30})
    for n in range(6):
        agenda.add_item(journal, which, {"title": f"Item {n}"})
    journal.close()
    return which


def _killed_after(path: Path, seconds: float) -> Typed:
    typist = subprocess.Popen(
        [sys.executable, "-m", "mentorjournal.tests.typist", str(path), "mode"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )
    typed: Typed = []
    assert typist.stdout is not None
    for line in typist.stdout:
        at, place, text = line.rstrip("\n").split(" ", 2)
        typed.append((float(at), place, text))
        if typed[-1][0] > seconds:
            break
    typist.kill()
    _, errors = typist.communicate()
    must(bool(typed) and typed[-1][0] > seconds, f"the typist stopped: {errors[-300:]}")
    return typed


def _one(path: Path, seconds: float) -> float:
    """Type and kill; how much later than the last kept letter the kill came."""
    which = _meeting(path)
    typed = _killed_after(path, seconds)
    with closing(Journal(path)) as journal:
        must(journal.findings() == [], "the journal is not sound after a kill")
        kept = {str(item.id): item.notes or "" for item in agenda.items(journal, which)}
        for place in {place for _, place, _ in typed} - {"line"}:
            _check(kept[place], [(at, text) for at, where, text in typed if where == place],
                   typed[-1][0])
        _check_line(str(running.kept_line(journal).get("text") or ""), typed)
        _check_turn(journal, which, typed)
    return typed[-1][0]


def _check(kept: str, texts: list[tuple[float, str]], killed: float) -> None:
    """What is kept goes at least to what stood there three seconds before the kill."""
    safe = [text for at, text in texts if at <= killed - LOST]
    must(kept.startswith(safe[-1] if safe else ""), f"{kept!r} lost too much of {texts[-1]!r}")
    last = texts[-1][1]
    must(last.startswith(kept[: len(last)]), f"{kept!r} was never typed")


def _check_line(kept: str, typed: Typed) -> None:
    """The words in the line that captures, when it was still being typed in three seconds on."""
    killed = typed[-1][0]
    if typed[-1][1] != "line":
        return
    begins = max((n for n, (_, where, _) in enumerate(typed) if where != "line"), default=-1) + 1
    _check(kept, [(at, text) for at, _, text in typed[begins:]], killed)


def _check_turn(journal: Journal, which: int, typed: Typed) -> None:
    live = running.find(journal)
    if live is None or live.meeting_id != which:
        raise AssertionError("the meeting does not go on")
    ids = [item.id for item in agenda.items(journal, which)]
    last = ids.index(next(int(place) for _, place, _ in reversed(typed) if place != "line"))
    must(live.current in ids[last: last + 2], "it goes on with another item")
    now = rules.look(live, clock.live_now())
    taken = sum(rules.spent_on(now, place) for place in ids)
    must(abs(taken - rules.passed(now)) < 1e-3, "minutes are gone")
    must(taken >= typed[-1][0], "time after the kill is gone")


def _meeting_mode(folder: Path, count: int, chance: random.Random) -> str:
    waits = [chance.uniform(SHORTEST, LONGEST) for _ in range(count)]
    homes = [folder / str(n) for n in range(count)]
    for home in homes:
        home.mkdir()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        killed = list(pool.map(_one, [home / "mine.mentorjournal" for home in homes], waits))
    return f"{len(killed)} meetings gone on with, at most {LOST:.0f} s of typing lost"


PROCEDURES = (
    Procedure("kill -9 in a running meeting", 10, 2, _meeting_mode),
)
