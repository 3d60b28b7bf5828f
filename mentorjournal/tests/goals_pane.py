"""What tests of the page of goals share: the page on the screen, and what it says."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build, windows
from mentorjournal.ui import theme
from mentorjournal.ui.panes.goals import GoalsPane
from mentorjournal.ui.panes.goals_card import GoalCard

DAY = build.SAMPLE_DAY


def opened(
    journal: Journal, settings: Settings, qtbot: QtBot, width: int = 1232
) -> GoalsPane:
    """The page in a window of its own."""
    clock.set_as_of(DAY)
    theme.apply(QApplication.instance(), "light")
    made = GoalsPane(journal, settings)
    qtbot.addWidget(made)
    made.resize(width, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.focus_first()
    return made


def read(widget: QWidget) -> str:
    """What can be seen, once what was added has come."""
    QApplication.processEvents()
    return windows.read(widget)


def card(pane: GoalsPane, words: str) -> GoalCard:
    """The card of a goal by some of its words."""
    return next(one for one in pane.list.cards()
                if one.facts is not None and words in one.facts.goal.text)


def texts(pane: GoalsPane) -> list[str]:
    """The goals from above to below."""
    return [one.facts.goal.text for one in pane.list.cards() if one.facts is not None]


def menu_words(pane: QWidget) -> list[str]:
    """What the menu offers that was just opened; it is closed again."""
    menu = pane.findChildren(QMenu)[-1]
    words = [one.text() for one in menu.actions() if one.text()]
    menu.close()
    return words
