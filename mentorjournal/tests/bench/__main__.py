"""`make bench`: ratios to a bare window, then plain times, with the mark each should stay under."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from mentorjournal import paths
from mentorjournal.tests.bench import file, twenty_years

RUNS = 7
BENCH = "mentorjournal.tests.bench"

# What is measured -> the mark of the design: ratios to the bare window, or seconds.
RATIOS = {"first painted frame": 1.4, "data in the first pane": 2.5, "memory (PSS)": 2.2}
SECONDS = {
    "switch panes": 0.1, "an agenda edit shown": 0.05, "a person's edit shown on the map": 0.05,
    "today, read and shown": 0.15, "a person's edit shown on today": 0.15,
    "agenda warm, Latin": 0.15, "agenda warm, Chinese": 0.5, "agenda, command line cold": 1.2,
    "a brief of 3 pages with 12 pieces of evidence, warm": 0.6,
    "timeline, opened": 0.3, "timeline, a step aside, a year": 0.016,
    "timeline, a step aside, all": 0.016, "timeline, a step of zoom": 0.016,
    "5,000 feedback entries: filter as you type": 0.05,
    "5,000 feedback entries: a page of scrolling": 0.016,
    "search: a letter typed, found, 95 of 100": 0.03,
    "layout of 300 people": 0.3, "encrypted, opened later than plain by": 0.35,
    "quick check, twenty years": 0.3, "backup, twenty years": 2, "backup, encrypted": 2,
}


def main() -> int:
    """Measure and print; 0 always, because a figure is for reading and not a verdict."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_journals(folder)
        home = {**os.environ, paths.HOME_VARIABLE: str(folder / "home")}
        # As an installed program starts: from compiled modules, which the first round writes.
        home.pop("PYTHONDONTWRITEBYTECODE", None)
        home["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        starts = _starts(folder, home)
        _print_ratios(starts)
        times = _run([sys.executable, "-m", f"{BENCH}.inside", str(folder)], home)
        times["agenda, command line cold"] = _command_line(folder, home)
        times["layout of 300 people"] = _layout()
        os.environ[paths.HOME_VARIABLE] = home[paths.HOME_VARIABLE]  # where backups go
        times |= file.times(folder)
        for words, seconds in times.items():
            _line(words, seconds * 1000, "ms", SECONDS.get(words, 0) * 1000)
    return 0


def _write_journals(folder: Path) -> None:
    began = time.perf_counter()
    twenty_years.write(folder / "twenty.mentorjournal")
    print(f"twenty years written in {time.perf_counter() - began:.1f} s", flush=True)
    twenty_years.write(folder / "empty.mentorjournal", empty=True)
    for size in (80, 300):
        twenty_years.write(folder / f"people-{size}.mentorjournal", people=size)


def _starts(folder: Path, home: dict[str, str]) -> dict[str, list[dict[str, float]]]:
    """Several starts of each kind in turn, so that a slow moment of the machine hits all alike."""
    kinds = {
        "bare": ["bare"],
        "empty": ["journal", str(folder / "empty.mentorjournal")],
        "twenty": ["journal", str(folder / "twenty.mentorjournal")],
    }
    found: dict[str, list[dict[str, float]]] = {kind: [] for kind in kinds}
    for _ in range(RUNS + 1):
        for kind, words in kinds.items():
            began = {**home, "BENCH_BEGAN": str(time.monotonic())}
            found[kind].append(_run([sys.executable, "-m", f"{BENCH}.start", *words], began))
    return {kind: runs[1:] for kind, runs in found.items()}


def _run(command: list[str], environment: dict[str, str]) -> dict[str, float]:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode or not done.stdout.strip():
        raise SystemExit(f"{' '.join(command[2:4])} failed:\n{done.stderr[-3000:]}")
    read: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return read


def _print_ratios(starts: dict[str, list[dict[str, float]]]) -> None:
    def of(kind: str, what: str) -> float:
        return statistics.median(run[what] for run in starts[kind])

    print(f"bare window: {of('bare', 'painted') * 1000:.0f} ms, {of('bare', 'pss') / 1024:.0f} MB")
    for words, what in (("first painted frame", "painted"), ("data in the first pane", "ready"),
                        ("memory (PSS)", "pss")):
        for kind in ("empty", "twenty"):
            _line(f"{words}, {kind}", of(kind, what) / of("bare", what), "x bare", RATIOS[words])
    _line("twenty years / empty, data", of("twenty", "ready") / of("empty", "ready"), "x", 1.1)
    for kind in starts:
        print(f"{'wake-ups in 2 idle seconds, ' + kind:<52}{of(kind, 'wakes'):>9.0f}")


def _command_line(folder: Path, home: dict[str, str]) -> float:
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "mentorjournal", "--as-of", str(twenty_years.LAST_DAY), "agenda",
             str(folder / "twenty.mentorjournal"), "-o", str(folder / "agenda.pdf")],
            env=home, check=True,
        )
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def _layout() -> float:
    """Seconds to place 300 people, without their painting."""
    from mentorjournal.mentoring.vocabulary import AREAS, LEVELS
    from mentorjournal.ui.map.geometry import ASIDE, Node
    from mentorjournal.ui.map.layout import arrange

    nodes = [
        Node(n, LEVELS[n % 3], (AREAS[n % 2], AREAS[2])[: 1 + n % 2], "mentor", 90 + n % 80, 32)
        for n in range(300)
    ]
    headings = dict.fromkeys(AREAS, (120.0, 20.0))
    names = dict.fromkeys((*LEVELS, "unset", ASIDE), (60.0, 16.0))
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        arrange(nodes, [], 888, 724, headings, names)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def _line(words: str, value: float, unit: str, mark: float) -> None:
    against = f"   under {mark:g}" if mark else ""
    missed = "   MISSED" if mark and value > mark else ""
    print(f"{words:<52}{value:>9.2f} {unit}{against}{missed}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
