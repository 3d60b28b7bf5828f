"""A case for each verb about needs, looks at oneself and candidates, as in `verb_cases`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mentorjournal.journal import considering, needs, self_looks
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.self_look import Mark
from mentorjournal.tests.build import SAMPLE_DAY
from mentorjournal.tests.journal.verb_cases import whom


def need(journal: Journal, n: int = 0) -> int:
    """One of the sample's needs."""
    return needs.every(journal)[n].id


CASES: dict[str, list[Callable[[Journal], Any]]] = {
    "needs.add": [lambda j: needs.add(j, {"text": "Somebody who has sat on a panel"})],
    "needs.edit": [lambda j: needs.edit(j, need(j), {"importance": 1})],
    "needs.remove": [lambda j: needs.remove(j, need(j)), lambda j: needs.remove(j, need(j, 4))],
    "needs.move": [lambda j: needs.move(j, need(j, 4), 0), lambda j: needs.move(j, need(j), 3)],
    "needs.meet": [lambda j: needs.meet(j, need(j), SAMPLE_DAY)],
    "needs.rate": [lambda j: needs.rate(j, need(j), SAMPLE_DAY, 2, 5),
                   lambda j: needs.rate(j, need(j, 2), SAMPLE_DAY, 4, None)],
    "needs.link_people": [
        lambda j: needs.link_people(j, need(j), [whom(j, "Haddad"), whom(j)]),
        lambda j: needs.link_people(j, need(j), []),
    ],
    "needs.add_person": [lambda j: needs.add_person(j, need(j), whom(j, "Haddad"))],
    "self_looks.save": [
        lambda j: self_looks.save(
            j, SAMPLE_DAY, [Mark("writing", 2, 4), Mark("other", 1, 3, "Rest")],
            {"writing": {"text": "Somebody to read with"}}),
        lambda j: self_looks.save(j, SAMPLE_DAY, [Mark("speaking", None, 4)]),
    ],
    "considering.add": [
        lambda j: considering.add(j, [
            {"name": "Ines Moreau", "admire_for": "Links records",
             "suggested_by_id": whom(j, "Haddad")}, {"name": "Bo", "suggested_by": "A poster"},
        ], need(j, 4)),
        lambda j: considering.add(j, [{"name": "Ann", "roles": ("coach",)}]),
    ],
}
FIRST: dict[str, Callable[[Journal], Any]] = {}
