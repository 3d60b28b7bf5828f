"""The battery: what a journal must survive, done to real files many times over."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SEED = 20201  # the same cases in every run


@dataclass(frozen=True)
class Procedure:
    """One trial: `run` does it `count` times in a folder of its own and raises when one fails.

    `few` times are enough for `make test`; what `run` gives back is said in the table.
    """

    name: str
    count: int
    few: int
    run: Callable[[Path, int, random.Random], str]

    def once(self, count: int) -> str:
        """Do it `count` times in a fresh folder; the words for the table."""
        with tempfile.TemporaryDirectory(prefix="battery-") as folder:
            return self.run(Path(folder), count, random.Random(SEED))


def must(held: bool, what: str) -> None:
    """Fail the trial with the words `what` unless it held."""
    if not held:
        raise AssertionError(what)
