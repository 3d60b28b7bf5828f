"""A pane takes in what changes at once, or all together when it comes to the front again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.journal import me, people
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.ui.widgets.pane import Pane


class Listener(Pane):
    """Writes down what it was told."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self.told: list[Changes] = []

    def take_changes(self, changes: Changes) -> None:
        self.told.append(changes)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal.create(tmp_path / "small.mentorjournal")


def test_changes_wait_while_another_pane_is_in_front(qtbot: QtBot, journal: Journal) -> None:
    stack, pane, other = QStackedWidget(), Listener(journal), QWidget()
    qtbot.addWidget(stack)
    stack.addWidget(pane)
    stack.addWidget(other)
    stack.show()
    first = people.add(journal, {"name": "Dr. Ada Quist"})
    assert [told.of("person") for told in pane.told] == [{first}]

    stack.setCurrentWidget(other)
    second = people.add(journal, {"name": "Dr. Bo Larsen"})
    me.edit(journal, {"name": "Mei"})
    assert len(pane.told) == 1

    stack.setCurrentWidget(pane)
    assert len(pane.told) == 2
    assert pane.told[1].of("person") == {second} and pane.told[1].touches("me")
    stack.setCurrentWidget(other)
    stack.setCurrentWidget(pane)
    assert len(pane.told) == 2
    journal.close()


def test_a_pane_that_was_never_shown_keeps_up(qtbot: QtBot, journal: Journal) -> None:
    pane = Listener(journal)
    qtbot.addWidget(pane)
    people.add(journal, {"name": "Dr. Ada Quist"})
    assert len(pane.told) == 1
    journal.close()
