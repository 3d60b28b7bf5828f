"""A case for each verb about reflections and about questions put aside, as in `verb_cases`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from mentorjournal.journal import dismissals, missteps, reflections
from mentorjournal.journal.journal import Journal

DAY = date(2026, 5, 15)
KEY = "misstep:overcommitted"


def newest(journal: Journal, n: int = 0) -> int:
    """One of the reflections, the newest first."""
    return reflections.found(journal)[n].id


CASES: dict[str, list[Callable[[Journal], Any]]] = {
    "reflections.add": [
        lambda j: reflections.add(j, {"text": "I went quiet", "tag": "other", "date": DAY}),
        lambda j: reflections.add(j, {"text": "So will I", "paired_with_id": newest(j)})],
    "reflections.edit": [
        lambda j: reflections.edit(j, newest(j), {"text": "Worded anew", "energy": 5})],
    "reflections.pair": [lambda j: reflections.pair(j, newest(j), newest(j, 1))],
    "reflections.remove": [lambda j: reflections.remove(j, newest(j))],
    "reflections.put_prompt_aside": [
        lambda j: reflections.put_prompt_aside(j, "reflect:ethics", DAY)],
    "missteps.put_aside": [lambda j: missteps.put_aside(j, KEY, DAY)],
    "dismissals.bring_back": [lambda j: dismissals.bring_back(j, KEY)],
}
FIRST: dict[str, Callable[[Journal], Any]] = {
    "dismissals.bring_back": lambda j: missteps.put_aside(j, KEY, DAY),
}
