"""A case for the verb about the year ahead, as in `verb_cases`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from mentorjournal.journal import year_ahead
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.year_ahead import Ahead
from mentorjournal.mentoring.yearly import last_year

DAY = date(2026, 5, 15)
PLANS = Ahead(("Say no twice.", "Finish."), "Somebody new", "Mail at night", True)


CASES: dict[str, list[Callable[[Journal], Any]]] = {
    "year_ahead.write": [
        lambda j, **more: year_ahead.write(j, last_year(DAY), PLANS, DAY, **more)],
}
