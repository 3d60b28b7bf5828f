"""What tests of a person's page share: the page on the screen, whom it shows, what it says."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.ui import theme
from mentorjournal.ui.panes.person import PersonPane
from mentorjournal.ui.panes.person_tab import PersonTab
from mentorjournal.ui.widgets.chip import Chip

# People of the sample.
OKAFOR, VALE, BRANDT, STROUD, NEW, CANDIDATE, DORMANT, MENTEE = 1, 2, 4, 7, 8, 9, 10, 11


def open_page(
    qtbot: QtBot, folder: Path, journal: Journal, whom: int, tab: str = "", width: int = 1230
) -> PersonPane:
    """The page in a window of its own, on the sample's last day."""
    theme.apply(QApplication.instance(), "light")
    clock.set_as_of(build.SAMPLE_DAY)
    pane = PersonPane(journal, Settings(folder / "settings.json"))
    qtbot.addWidget(pane)
    pane.resize(width, 850)
    pane.show_person(whom, tab)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    return pane


def front(pane: PersonPane) -> PersonTab:
    """The tab in front, once what was made for it has come up."""
    QApplication.processEvents()
    return pane.current_tab()


def facts(pane: PersonPane) -> list[tuple[str, str]]:
    """What the facts of the head say."""
    return [(each.value.text(), each.more.text()) for each in pane.head.facts]


def chips(pane: PersonPane) -> list[str]:
    """The chips of the head."""
    QApplication.processEvents()
    return [chip.text() for chip in pane.head.findChildren(Chip) if chip.isVisible()]


def named(inside: QWidget, words: str) -> QAbstractButton:
    """The button that is called so for a screen reader."""
    return next(one for one in inside.findChildren(QAbstractButton)
                if one.accessibleName() == words and one.isVisible())
