"""How an agenda gets shorter until it stands on one page: never smaller type, always less text."""

from __future__ import annotations

from dataclasses import dataclass, replace

# The outline of the agenda in the domain notes: six items, two asks, five promises, three goals.
MOST_ITEMS, MOST_ASKS, MOST_PROMISES, MOST_GOALS, MOST_OPTIONS = 6, 2, 5, 3, 4


@dataclass(frozen=True)
class Limits:
    """How much of each part the page shows: the most lines of a text, the most of a kind.

    `dropped` rows of items are left out, those that help the mentor least, but for those `put_back`
    (by their place among all, the most helpful first).
    """

    names: int = 3
    title: int = 4
    text: int = 12
    result: int = 4
    small: int = 4
    dropped: int = 0
    put_back: tuple[int, ...] = ()
    items: int = MOST_ITEMS
    asks: int = MOST_ASKS
    promises: int = MOST_PROMISES
    goals: int = MOST_GOALS
    time_saver: bool = True
    rules: bool = True
    gaps: float = 1.0


# Less air costs nobody a word, so it goes first; under 0.6 the items run into each other.
CLOSE = 0.6
# Each says less than the one before: first shorter texts, then row by row less, then the rest.
SHORTER = (
    Limits(),
    Limits(title=3, text=6, small=3),
    Limits(title=2, text=4, small=3),
    Limits(title=2, text=3, result=3, small=2),
    Limits(title=2, text=3, result=3, small=2, gaps=CLOSE),
    Limits(title=2, text=3, result=3, small=2, rules=False, gaps=CLOSE),
)
TIGHT = Limits(2, 2, text=2, result=2, small=2, rules=False, gaps=CLOSE)
# What the mentor does not need in order to answer goes before a row of a must.
BARE = replace(TIGHT, goals=0, time_saver=False)
LAST = (
    replace(BARE, title=1, text=1, small=1, promises=3),
    replace(BARE, names=1, title=1, text=1, result=1, small=1, promises=3),
    replace(BARE, names=1, title=1, text=1, result=1, small=1, asks=1, promises=2),
    replace(BARE, names=1, title=1, text=1, result=1, small=1, items=3, asks=1, promises=1),
)


def ladder(rows: int, others: int, questions: int) -> list[Limits]:
    """Every length of an agenda, the fullest first.

    Of the `rows` of its items, `others` are no must's, and `questions` are what the items are for.
    """
    asking = replace(BARE, dropped=rows - questions)
    return [
        *SHORTER,
        *(replace(TIGHT, dropped=n) for n in range(others + 1)),
        *(replace(TIGHT, dropped=others, goals=n) for n in reversed(range(MOST_GOALS))),
        *(replace(BARE, dropped=n) for n in range(others, rows - questions)),
        *(replace(asking, promises=n) for n in (MOST_PROMISES, 4, 3)),
        *(replace(asking, promises=3, dropped=n) for n in range(rows - questions + 1, rows + 1)),
        *(replace(limits, dropped=rows) for limits in LAST),
    ]
