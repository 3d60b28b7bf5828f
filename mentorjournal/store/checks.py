"""When a journal was last looked over in full, and whether it was closed since it was opened.

Kept beside the log, one small file a journal, because looking must not change the journal itself.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

from mentorjournal import clock, paths

DAYS = 7  # after which a journal is looked over again


def opened(journal: Path) -> None:
    """Somebody writes in `journal` from now on. One that was not closed before was cut off."""
    state = _read(journal)
    _write(journal, {**state, "open": True, "cut_off": state.get("cut_off") or state.get("open")})


def closed(journal: Path) -> None:
    """Nobody writes in `journal` any more."""
    _write(journal, {**_read(journal), "open": False})


def looked_over(journal: Path) -> None:
    """`journal` has been looked over in full."""
    today = clock.machine_now().date().isoformat()
    _write(journal, {**_read(journal), "on": today, "cut_off": False})


def is_due(journal: Path) -> bool:
    """Whether `journal` should be looked over in full: a week has gone by, or it was cut off."""
    state = _read(journal)
    if state.get("cut_off"):
        return True
    try:
        days = (clock.machine_now().date() - date.fromisoformat(state.get("on", ""))).days
    except (TypeError, ValueError):
        return True
    return not 0 <= days < DAYS  # a day to come was the clock's mistake


def _file(journal: Path) -> Path:
    place = hashlib.sha256(str(journal).encode("utf-8", "surrogatepass")).hexdigest()
    return paths.make_private(paths.state_folder() / "checks") / f"{place[:16]}.json"


def _read(journal: Path) -> dict[str, Any]:
    try:
        state = json.loads(_file(journal).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def _write(journal: Path, state: dict[str, Any]) -> None:
    with contextlib.suppress(OSError):  # without it the journal is looked over more often
        file = _file(journal)
        file.touch(mode=0o600)
        file.write_text(json.dumps(state), encoding="ascii")
