"""Going between the five pages about my aims: by the menu, by tabs, and by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.tests import build
from mentorjournal.tests.windows import start, trigger
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.widgets.aims_header import PAGES

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, sample_file: Path, tmp_path: Path) -> MainWindow:
    clock.set_as_of(build.SAMPLE_DAY)
    mine = build.copy(sample_file, tmp_path / "mine.mentorjournal")
    opened = start(qtbot, mine, tmp_path / "scratch")
    opened.activateWindow()
    trigger(opened, "show_goals")
    return opened


@pytest.mark.parametrize("page", PAGES)
def test_the_view_menu_has_every_page(window: MainWindow, page: str) -> None:
    trigger(window, f"show_{page}")
    assert window.current_pane() == page and window.sidebar.current() == "goals"
    assert not window.actions_table.by_key[f"show_{page}"].shortcut().isEmpty()


def test_arrows_walk_the_tabs_and_stay_on_them(window: MainWindow, qtbot: QtBot) -> None:
    tabs = window.panes["goals"].header.tabs
    tabs.setFocus()
    for page in list(PAGES)[1:]:
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Right)
        assert window.current_pane() == page
        assert QApplication.focusWidget() is window.panes[page].header.tabs
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Left)
    assert window.current_pane() == list(PAGES)[-2]


def test_control_tab_goes_round_the_pages_from_wherever_the_keyboard_is(
    window: MainWindow, qtbot: QtBot
) -> None:
    for page in (*list(PAGES)[1:], "goals"):
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab, CTRL)
        assert window.current_pane() == page
        assert QApplication.focusWidget() is not window.panes[page].header.tabs
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_PageUp, CTRL)
    assert window.current_pane() == "passing_on"
    window.show_pane("network")
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab, CTRL)
    assert window.current_pane() == "network"


def test_a_click_on_a_tab_begins_on_the_page(window: MainWindow, qtbot: QtBot) -> None:
    tabs = window.panes["goals"].header.tabs
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    assert window.current_pane() == "needs"
    assert QApplication.focusWidget() is not window.panes["needs"].header.tabs
