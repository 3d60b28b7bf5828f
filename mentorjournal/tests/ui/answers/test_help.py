"""The tour shows five pages of the sample by keyboard alone, and leads back to one's journal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.windows import act, read, sentence, start, trigger
from mentorjournal.ui import theme
from mentorjournal.ui.answers.help import tour
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.widgets.tour_card import TourCard


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    yield
    theme.apply(qapp, "light")


@pytest.fixture
def window(qtbot: QtBot, empty_file: Path, tmp_path: Path) -> MainWindow:
    """The window with a journal of one's own."""
    (tmp_path / "scratch").mkdir()
    mine = build.copy(empty_file, tmp_path / "mine.mentorjournal")
    return start(qtbot, mine, tmp_path / "scratch")


def opened(window: MainWindow) -> Journal:
    """The journal that is open now."""
    assert window.journal is not None
    return window.journal


def card(window: MainWindow) -> TourCard | None:
    return next((one for one in window.findChildren(TourCard) if one.isVisible()), None)


def test_five_pages_with_enter_and_back_to_ones_own(window: MainWindow, qtbot: QtBot) -> None:
    mine = opened(window).path
    trigger(window, "tour")
    assert opened(window).path != mine
    for step, (page, heading, _) in enumerate(tour()):
        shown = card(window)
        assert shown is not None and window.current_pane() == page
        assert heading in read(shown) and f"{step + 1} of 5" in read(shown)
        assert window.rect().contains(shown.geometry())
        qtbot.keyClick(QApplication.focusWidget() or shown, Qt.Key.Key_Return)
    assert card(window) is None and "sample journal" in sentence(window)
    act(window)
    assert opened(window).path == mine


def test_one_can_go_back_and_leave(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "tour")
    shown = card(window)
    assert shown is not None and not shown.back.isEnabled()
    shown.next.click()
    shown.back.click()
    assert window.current_pane() == tour()[0][0]
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert card(window) is None


def test_the_card_follows_the_window_and_the_text_size(
    window: MainWindow, qapp: QApplication
) -> None:
    trigger(window, "tour")
    shown = card(window)
    assert shown is not None
    window.resize(1100, 700)
    assert window.rect().contains(shown.geometry())
    theme.apply(qapp, "light", 1.5)
    QApplication.processEvents()
    assert window.rect().contains(shown.geometry())


def test_another_journal_ends_it(window: MainWindow) -> None:
    trigger(window, "tour")
    window.opening.open_sample()
    assert card(window) is None
