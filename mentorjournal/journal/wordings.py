"""Earlier wordings of a text: what a field said before, what has changed since, and using one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from typing import Literal

from mentorjournal.journal import entries
from mentorjournal.journal.journal import Journal
from mentorjournal.store import past
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.words import tr

BURST = timedelta(minutes=15)  # within it, a wording that only grew into the next is not shown
SLIPS = 40  # characters that may be mended in a burst
MOST_PAIRS = 4_000_000  # words before times words after that are compared word by word

Change = Literal["same", "gone", "new"]


@dataclass(frozen=True)
class Wording:
    """What a field said from `at` on."""

    at: datetime
    text: str
    step: int = 0


def earlier(journal: Journal, table: str, row_id: int, field: str) -> list[Wording]:
    """What a text field said before it says what it says now, newest first.

    What was written in one go counts as one wording. Raises JournalError for an unknown field.
    """
    if table not in RECORD_TABLES or field not in RECORD_TABLES[table].c:
        raise JournalError(tr("There is no field “{field}” here.", field=field))
    found = [
        Wording(datetime.fromisoformat(each.at).astimezone(), each.text, each.step)
        for each in past.wordings(journal.read(), table, row_id, field)
    ]
    seen = {found[-1].text if found else "", ""}
    newest: list[Wording] = []
    for each in reversed(_in_one_go(found)):
        if each.text not in seen:
            seen.add(each.text)
            newest.append(each)
    return newest


def use(
    journal: Journal, table: str, row_id: int, field: str, text: str, origin: object = None
) -> None:
    """Make a text say what it said before. Raises JournalError when its entry is gone."""
    with journal.change(tr("Use an earlier wording"), origin=origin) as connection:
        entries.update_row(connection, RECORD_TABLES[table], row_id, {field: text})


def _in_one_go(found: Iterable[Wording]) -> list[Wording]:
    """The wordings without those that were only on the way to the next one."""
    kept: list[Wording] = []
    burst: list[Wording] = []
    mended = 0
    for each in found:
        lost = _lost(burst[-1].text, each.text) if burst else 0
        # One step that writes twice means to keep the first: two copies were brought together.
        paused = bool(burst) and (
            each.at - burst[-1].at > BURST or each.step == burst[-1].step)
        if burst and (paused or mended + lost > SLIPS):
            # After a pause the last one is what was meant; else the fullest is what was given up.
            meant = burst[-1] if paused else max(burst, key=lambda one: len(one.text))
            if paused or not kept or _lost(meant.text, kept[-1].text):
                kept.append(meant)
            burst, lost, mended = [], 0, 0
        burst.append(each)
        mended += lost
    return kept + burst[-1:]


def _lost(before: str, after: str) -> int:
    """How many characters of `before` are no longer where they were."""
    first = _shared(before, after)
    last = _shared(before[first:][::-1], after[first:][::-1])
    return len(before) - first - last


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many places two sequences begin alike; halving, because comparing pieces is quick."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low


# What has changed ---------------------------------------------------------------------------------


def compare(before: str, after: str) -> list[tuple[Change, str]]:
    """The two texts as one, in pieces: the same in both, gone since `before`, new in `after`."""
    pieces: list[tuple[Change, str]] = []
    for change, text in _compared(_parts(before), _parts(after)):
        if not text:
            continue
        if pieces and pieces[-1][0] == change:
            pieces[-1] = (change, pieces[-1][1] + text)
        else:
            pieces.append((change, text))
    return pieces


def _parts(text: str) -> list[str]:
    """Words, each with the space that follows it."""
    return re.findall(r"\s+|\S+\s*", text)


def _compared(before: list[str], after: list[str]) -> Iterator[tuple[Change, str]]:
    first = _shared(before, after)
    rest_before, rest_after = before[first:], after[first:]
    last = _shared(rest_before[::-1], rest_after[::-1])
    middle_before = rest_before[: len(rest_before) - last]
    middle_after = rest_after[: len(rest_after) - last]
    yield "same", "".join(before[:first])
    if len(middle_before) * len(middle_after) > MOST_PAIRS:
        yield "gone", "".join(middle_before)
        yield "new", "".join(middle_after)
    else:
        matcher = SequenceMatcher(None, middle_before, middle_after, autojunk=False)
        for what, i1, i2, j1, j2 in matcher.get_opcodes():
            if what == "equal":
                yield "same", "".join(middle_before[i1:i2])
            else:
                yield "gone", "".join(middle_before[i1:i2])
                yield "new", "".join(middle_after[j1:j2])
    yield "same", "".join(rest_before[len(rest_before) - last:])
