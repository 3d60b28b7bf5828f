"""A page of many goals: only what is in sight and near it is made, and nobody notices."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.journal import goal_steps, goals
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests.goals_pane import opened, read
from mentorjournal.ui.panes.goals import GoalsPane
from mentorjournal.ui.panes.goals_card import GoalCard

MANY, STEPS = 30, 12


@pytest.fixture
def pane(journal: Journal, tmp_path: Path, qtbot: QtBot) -> GoalsPane:
    with journal.change("Many"):
        for n in range(MANY):
            key = goals.add(journal, {"text": f"Goal {n}", "horizon": "1y"})
            for each in range(STEPS):
                goal_steps.add(journal, key, {"text": f"Step {each} of {n}"})
    made = opened(journal, Settings(tmp_path / "settings.json"), qtbot)
    QApplication.processEvents()
    return made


def made(pane: GoalsPane) -> list[int]:
    """The places of the cards that are more than frames."""
    return [place for place, one in enumerate(pane.list.cards()) if one.is_filled()]


def top(pane: GoalsPane, card: GoalCard) -> int:
    return card.mapTo(pane.area.viewport(), QPoint(0, 0)).y()


def in_sight(pane: GoalsPane) -> list[GoalCard]:
    return [one for one in pane.list.cards()
            if top(pane, one) + one.height() > 0 and top(pane, one) < pane.area.viewport().height()]


def test_only_what_is_in_sight_and_near_is_made(pane: GoalsPane, qtbot: QtBot) -> None:
    assert 0 < len(made(pane)) <= 6 and made(pane)[0] == 0
    assert "Step 11 of 0" in read(pane)
    bar = pane.area.verticalScrollBar()
    for part in range(11):
        bar.setValue(bar.maximum() * part // 10)
        assert all(one.is_filled() for one in in_sight(pane))  # at once: nobody sees a frame
        QApplication.processEvents()
    assert "Step 11 of 29" in read(pane) and MANY - 1 in made(pane)
    assert 0 not in made(pane) and len(made(pane)) <= 12


def test_what_is_seen_stays_where_it_is_while_others_are_made(
    pane: GoalsPane, qtbot: QtBot
) -> None:
    bar = pane.area.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    QApplication.processEvents()
    held = in_sight(pane)[0]
    for _ in range(40):
        before, value = top(pane, held), bar.value()
        bar.setValue(value - 60)
        QApplication.processEvents()
        assert abs(top(pane, held) - before - 60) <= 2  # the layout rounds
        held = in_sight(pane)[0]


def test_the_keyboard_reaches_every_goal(pane: GoalsPane, qtbot: QtBot) -> None:
    cards = pane.list.cards()
    for one in cards[:-1]:
        qtbot.keyClick(one, Qt.Key.Key_Down)
    last = cards[-1]
    assert QApplication.focusWidget() is last and last.is_filled() and last in in_sight(pane)
    pane.show_goal(cards[14].goal_id)
    qtbot.waitUntil(lambda: cards[14] in in_sight(pane) and cards[14].is_filled())
    qtbot.keyClick(cards[14], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is cards[14].goal.deeds


def test_what_folds_out_is_brought_into_sight_whole(pane: GoalsPane, qtbot: QtBot) -> None:
    card = pane.list.cards()[10]
    pane.show_goal(card.goal_id)
    qtbot.waitUntil(lambda: card in in_sight(pane))
    qtbot.wait(60)
    card.set_open(True)
    qtbot.wait(120)
    details = card.details
    assert details is not None
    bottom = details.mapTo(pane.area.viewport(), details.rect().bottomLeft()).y()
    assert bottom <= pane.area.viewport().height()


def test_what_was_begun_is_still_there_after_a_long_way(pane: GoalsPane, qtbot: QtBot) -> None:
    cards, bar = pane.list.cards(), pane.area.verticalScrollBar()
    cards[0].add.edit.setText("half a st")
    cards[1].set_open(True)
    assert cards[1].details is not None
    cards[1].details.add.edit.setText("half a gap")
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    bar.setValue(0)
    QApplication.processEvents()
    assert cards[0].add.edit.text() == "half a st"
    assert cards[1].details is not None and cards[1].details.add.edit.text() == "half a gap"


def test_a_change_far_away_is_shown_when_one_comes_there(
    pane: GoalsPane, journal: Journal, qtbot: QtBot
) -> None:
    card = pane.list.cards()[-1]
    goals.edit(journal, card.goal_id, {"text": "Another word"})
    assert not card.is_filled() and "Another word" in card.accessibleName()
    pane.area.verticalScrollBar().setValue(pane.area.verticalScrollBar().maximum())
    assert "Another word" in read(pane)
