"""The page of reflections in tests: opened, chosen from, looked through, and its questions read."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.ui import theme
from mentorjournal.ui.panes.reflections import ReflectionsPane
from mentorjournal.ui.panes.reflections_asks import AskCard

STING, PASSED, NO_GOAL = "The slides stung", "Callum brings options", "I said yes to the chart"
BUSY = "misstep:overcommitted"


def opened(
    journal: Journal, settings: Settings, qtbot: QtBot, width: int = 1232
) -> ReflectionsPane:
    """The page in a window, on the day of the sample."""
    clock.set_as_of(build.SAMPLE_DAY)
    theme.apply(QApplication.instance(), "light")
    made = ReflectionsPane(journal, settings)
    qtbot.addWidget(made)
    made.resize(width, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.focus_first()
    return made


def text(pane: ReflectionsPane) -> str:
    """What stands in the entry that is shown."""
    return pane.entry.text.text() if pane.entry.text is not None else ""


def choose(pane: ReflectionsPane, place: int) -> int:
    """Choose the reflection at a place of the list; its id."""
    key = pane.list.ids()[place]
    pane.show_reflection(key)
    return key


def cards(pane: ReflectionsPane) -> list[str]:
    """The questions that can be seen, from above to below."""
    return [one.accessibleName() for one in pane.asks.findChildren(AskCard) if one.isVisible()]
