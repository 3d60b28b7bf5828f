"""Each next step of the twelve tips is one that the window knows how to do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import pytest

from mentorjournal.journal import tips
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.deeds import Deed
from mentorjournal.mentoring.tips import Reading
from mentorjournal.tests import build
from mentorjournal.ui import actions, deeds, going
from mentorjournal.ui.panes import person
from mentorjournal.ui.places import PLACES

LONGEST = 40  # letters on a button


def keys(entries: Iterable[object]) -> set[str]:
    """The keys of all actions in some menus."""
    found: set[str] = set()
    for one in entries:
        if isinstance(one, actions.Entry):
            found.add(one.key)
        elif isinstance(one, tuple):
            found |= keys(one)
    return found


def is_known(step: Deed) -> bool:
    if step.name not in deeds.TABLE:
        return False
    if step.name == "go":
        return step.to is not None and step.to.kind in going.WAYS
    if step.name == "menu":
        return step.detail in keys(entry for menu in actions.MENUS.values() for entry in menu)
    if step.name == "show":
        return step.detail in PLACES
    if step.name == "page":
        return step.person_id is not None and step.detail in {"", *person.TABS}
    return step.name == "log_contact" or step.person_id is not None


def steps_hold(readings: Iterable[Reading]) -> None:
    for one in readings:
        assert one.step is not None, one.indicator.id
        assert is_known(one.step), (one.indicator.id, one.step)
        assert 0 < len(one.step.words) <= LONGEST, one.step.words


@pytest.mark.parametrize("days", [-400, -100, 0, 200])
def test_every_step_of_the_sample_can_be_done(sample_journal: Journal, days: int) -> None:
    steps_hold(tips.readings(sample_journal, build.SAMPLE_DAY + timedelta(days)))


def test_every_step_of_an_empty_journal_can_be_done(journal: Journal) -> None:
    steps_hold(tips.readings(journal, build.SAMPLE_DAY))


def test_every_entry_behind_a_reading_has_a_way_to_it(sample_journal: Journal) -> None:
    ways = {*going.WAYS, *going.TABS, "person", "contact", "action"}
    for one in tips.readings(sample_journal, build.SAMPLE_DAY):
        assert {ref.kind for ref in one.entries} <= ways
