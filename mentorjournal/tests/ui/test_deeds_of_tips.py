"""Each next step of the twelve tips is one that the window knows how to do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mentorjournal import clock, words
from mentorjournal.journal import naming, people, tips
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.deeds import Deed
from mentorjournal.mentoring.tips import Reading
from mentorjournal.tests import build, windows
from mentorjournal.ui import actions, deeds, going
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes import person
from mentorjournal.ui.places import PLACES

LONGEST = 24  # letters on a button


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


@pytest.mark.parametrize("days", range(-500, 400, 60))
def test_every_step_of_the_sample_can_be_done(sample_journal: Journal, days: int) -> None:
    steps_hold(tips.readings(sample_journal, build.SAMPLE_DAY + timedelta(days)))


def test_the_words_of_every_step_fit_on_its_button_with_long_names_and_iso_days(
    sample_journal: Journal
) -> None:
    for facts in people.everybody(sample_journal, build.SAMPLE_DAY):
        people.edit(sample_journal, facts.person.id, {"name": "Dr. Ann Papadimitrou"})
    assert {one.person.short_name for one in people.everybody(
        sample_journal, build.SAMPLE_DAY)} == {"Dr. Papadimitrou"}
    words.use_dates("iso")
    try:
        for n in range(-500, 400, 60):
            for one in tips.readings(sample_journal, build.SAMPLE_DAY + timedelta(n)):
                assert one.step is not None
                assert len(one.step.words) <= LONGEST, one.step.words
    finally:
        words.use_dates("day")


def test_an_empty_journal_offers_what_leads_to_data(journal: Journal) -> None:
    steps = {one.indicator.id: one.step.detail for one in tips.readings(
        journal, build.SAMPLE_DAY) if one.step}
    for key in ("D3.3", "D3.4", "D5.1", "D5.2", "D7.1", "D7.2", "D7.3"):
        assert steps[key] == "new_meeting"
    for key in ("D8.1", "D8.2", "D8.3", "D8.4"):
        assert steps[key] == "ask_feedback"
    assert [steps[key] for key in ("D5.3", "D5.4", "D9.3", "D9.4")] == [
        "new_letter", "new_letter", "add_accomplishment", "new_letter"]
    assert [steps[key] for key in ("D6.2", "D6.3", "D9.1", "D11.1")] == [
        "log_contact", "log_contact", "log_contact", "add_person"]


def test_what_is_long_past_is_followed_by_a_step_that_looks_forward(
    sample_journal: Journal
) -> None:
    found = {one.indicator.id: one.step.words for one in tips.readings(
        sample_journal, build.SAMPLE_DAY) if one.step}
    assert (found["D7.2"], found["D5.4"], found["D5.1"]) == (
        "Prepare 19 May", "New letter request…", "Send 19 May’s agenda")


def test_every_step_of_an_empty_journal_can_be_done(journal: Journal) -> None:
    steps_hold(tips.readings(journal, build.SAMPLE_DAY))


def test_every_entry_behind_a_reading_has_a_way_to_it(sample_journal: Journal) -> None:
    refs = {ref for one in tips.readings(sample_journal, build.SAMPLE_DAY)
            for ref in one.entries}
    assert {one.kind for one in refs} >= {"action", "letter", "expectation", "need", "person"}
    for one in refs:
        assert one.kind in {*going.WAYS, "person", "contact"} or (
            one.kind in going.TABS and naming.owner(sample_journal, one) is not None)


# In the window --------------------------------------------------------------------------------

QUIET = ("go", "page", "show", "prepare")  # those that show a page, and ask nothing


@pytest.fixture
def window(qtbot: QtBot, sample_file: Path, tmp_path: Path) -> MainWindow:
    clock.set_as_of(build.SAMPLE_DAY)
    mine = build.copy(sample_file, tmp_path / "mine.mentorjournal")
    return windows.start(qtbot, mine, tmp_path)


def test_every_step_of_the_sample_shows_or_asks_something(window: MainWindow) -> None:
    assert window.journal is not None
    steps = {(one.step.name, one.step.detail): one.step
             for one in tips.readings(window.journal, build.SAMPLE_DAY) if one.step}
    assert len(steps) > 10
    for step in steps.values():
        if step.name in QUIET:
            deeds.do(window, step)
            continue
        with windows.answering(lambda dialog: dialog.reject()):
            deeds.do(window, step)
