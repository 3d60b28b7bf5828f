"""What keeps a journal safe, timed on twenty years of it: opening with a key, looking, saving."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from mentorjournal.journal import backups, merging
from mentorjournal.journal.journal import Journal
from mentorjournal.store import copies, health

RUNS = 5


def times(folder: Path) -> dict[str, float]:
    """Seconds by what was done; `folder` holds twenty.mentorjournal, and gets copies of it."""
    plain, locked = folder / "twenty.mentorjournal", folder / "locked.mentorjournal"
    copies.write(plain, None, locked)
    journal = Journal(locked)
    journal.set_passphrase("one")
    key = journal.key
    journal.close()
    opened = _median(lambda: Journal(locked, "one").close())
    found = {
        "encrypted, opened later than plain by":
            opened - _median(lambda: Journal(plain).close()),
        "quick check, twenty years": _median(lambda: health.quick(plain, None)),
        "quick check, encrypted": _median(lambda: health.quick(locked, key)),
        "full check, twenty years": _median(lambda: health.full(plain, None)),
        "backup, twenty years": _median(lambda: backups.make(plain, None, "hand")),
        "backup, encrypted": _median(lambda: backups.make(locked, key, "hand")),
    }
    journal = Journal(plain)
    found["two copies compared, twenty years"] = _median(
        lambda: merging.compare(journal, backups.every(plain)[0].path))
    journal.close()
    return found


def _median(deed: Callable[[], object]) -> float:
    taken = []
    for _ in range(RUNS):
        began = time.perf_counter()
        deed()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)
