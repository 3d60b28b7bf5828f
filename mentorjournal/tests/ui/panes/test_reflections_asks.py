"""Beside the reflections: what is asked, on which facts, and how it is put aside."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.journal import dismissals, missteps, promises, reflections
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.journal.verb_cases import whom
from mentorjournal.tests.ui.panes.reflections_page import BUSY, cards, opened
from mentorjournal.tests.windows import button, read
from mentorjournal.ui.panes.reflections import ReflectionsPane
from mentorjournal.ui.panes.reflections_asks import AskCard
from mentorjournal.ui.panes.reflections_energy import EnergyLine
from mentorjournal.ui.widgets.buttons import Button


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def pane(sample_journal: Journal, settings: Settings, qtbot: QtBot) -> ReflectionsPane:
    return opened(sample_journal, settings, qtbot)


def test_the_sample_asks_four_things(pane: ReflectionsPane) -> None:
    assert cards(pane) == [
        "You are at 108%. What could you hand back?",
        "Where was a grey area, and what did I do in it?",
        "What still draws me to the work with this person?",
        "What waits for Dr. Okafor, and does it hold you up?"]
    said = read(pane.asks)
    assert "13 of 12 hours a week are committed." in said and "161 days ago" in said
    assert "Worth naming, and only here" in said and "speak to another mentor" in said
    assert "private, never exported" in said and "JAMA" not in said


def test_where_it_comes_from_is_told_on_demand(pane: ReflectionsPane) -> None:
    button(pane.asks, "Where this comes from").click()
    assert "Vaughn, Saint and Chopra (JAMA 2017)" in read(pane.asks)
    assert "the overcommitter" in read(pane.asks)


def test_what_can_be_done_about_a_question(
    pane: ReflectionsPane, qtbot: QtBot, sample_journal: Journal
) -> None:
    with qtbot.waitSignal(pane.step_wanted) as heard:
        button(pane.asks, "Look at my hours").click()
    assert heard.args[0].key == BUSY
    with qtbot.waitSignal(pane.write_wanted) as heard:
        button(pane.asks, "Write about it").click()
    assert heard.args[0]["question"] == "You are at 108%. What could you hand back?"
    with qtbot.waitSignal(pane.write_wanted) as heard:
        button(pane.asks, "Answer").click()
    assert heard.args[0]["tag"] == "ethics"
    with qtbot.waitSignal(pane.aside_wanted) as heard:
        button(pane.asks, "Not now").click()
    assert heard.args == [BUSY]


def test_not_now_stands_at_the_same_place_in_every_card(
    pane: ReflectionsPane, qtbot: QtBot
) -> None:
    found = pane.asks.findChildren(AskCard)
    qtbot.waitUntil(lambda: all(one.width() > 100 for one in found))
    ends = set()
    for card in found:
        later = button(card, "Not now")
        ends.add(card.width() - later.mapTo(card, later.rect().topRight()).x())
        above = [one for one in card.findChildren(Button) if one.text() in ("Answer",
                                                                           "Write about it")]
        assert all(one.geometry().bottom() < later.geometry().top() for one in above)
    assert len(found) == 4 and len(ends) == 1


def test_put_aside_it_goes_and_can_be_brought_back(
    pane: ReflectionsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    button(pane.asks, "Not now").setFocus()
    missteps.put_aside(sample_journal, BUSY, build.SAMPLE_DAY)
    assert len(cards(pane)) == 3
    assert pane.asks.isAncestorOf(QApplication.focusWidget())  # not lost with the button
    button(pane.asks, "What is looked at here").click()
    said = read(pane.asks)
    assert "Put aside for now." in said and "Nothing to ask." in said
    assert "Too few problems to tell. It needs three problems brought to somebody" in said
    with qtbot.waitSignal(pane.back_wanted) as heard:
        button(pane.asks, "Bring back: You are at 108%. What could you hand back?").click()
    dismissals.bring_back(sample_journal, heard.args[0])
    assert len(cards(pane)) == 4


def test_many_questions_are_folded_to_the_first_ones(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    reflections.add(journal, {"text": "x", "date": build.SAMPLE_DAY, "tag": "ethics"})
    reflections.add(journal, {"text": "x", "date": build.SAMPLE_DAY, "tag": "energy"})
    for n in range(5):
        promises.add(journal, {"person_id": build.add_person(journal, f"Ada {n}"), "text": "Draft",
                               "due": build.SAMPLE_DAY - timedelta(20)})
    pane = opened(journal, settings, qtbot)
    assert len(cards(pane)) == 3
    button(pane.asks, "Show 2 more").click()
    assert len(cards(pane)) == 5


def test_a_change_elsewhere_asks_anew(pane: ReflectionsPane, sample_journal: Journal) -> None:
    promise = promises.of_person(sample_journal, whom(sample_journal, "Okafor"))
    waiting = next(one for one in promise if one.owner == "mentor" and one.done_on is None)
    promises.set_done(sample_journal, waiting.id, build.SAMPLE_DAY)
    assert "Worth naming, and only here" not in read(pane.asks)
    sample_journal.undo()
    assert "Worth naming, and only here" in read(pane.asks)


def test_energy_is_drawn_from_three_entries_on(
    pane: ReflectionsPane, sample_journal: Journal
) -> None:
    line = pane.asks.findChild(EnergyLine)
    assert [n for _, n in line.points] == [2, 4, 3] and "9 May: 3" in line.accessibleName()
    line.grab()
    reflections.edit(sample_journal, pane.current_id(), {"energy": None})
    assert pane.asks.findChild(EnergyLine) is None or not [
        one for one in pane.asks.findChildren(EnergyLine) if one.isVisible()]


def test_an_empty_journal_says_what_is_needed_first(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    shown = opened(journal, settings, qtbot)
    assert "There is too little here yet to ask about." in read(shown.asks)
    assert "Nothing here asks" not in read(shown.asks)
    whom = build.add_person(journal, "Ada", start=build.SAMPLE_DAY)
    button(shown.asks, "What is looked at here").click()
    assert "No promise and no message to tell by." in read(shown.asks)
    promises.add(journal, {"person_id": whom, "text": "Draft", "due": build.SAMPLE_DAY})
    assert "Nothing here asks for a second look today." in read(shown.asks)
