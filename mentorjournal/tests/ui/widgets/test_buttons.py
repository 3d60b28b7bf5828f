"""Enter presses the button that has the keyboard, in a dialog and on a page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.ui.widgets.buttons import Button, IconButton


@pytest.fixture
def dialog(qtbot: QtBot) -> QDialog:
    made = QDialog()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    return made


def shown(dialog: QDialog, button: QWidget) -> None:
    dialog.layout().addWidget(button)
    dialog.show()
    button.setFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_focused_button_is_pressed_and_not_the_default_one(
    qtbot: QtBot, dialog: QDialog, key: Qt.Key
) -> None:
    other, mine, pressed = Button("Close"), Button("Back up now"), []
    other.setDefault(True)
    other.clicked.connect(lambda: pressed.append("other"))
    mine.clicked.connect(lambda: pressed.append("mine"))
    dialog.layout().addWidget(other)
    shown(dialog, mine)
    qtbot.keyClick(mine, key)
    assert pressed == ["mine"]


def test_enter_with_another_key_is_left_to_others(qtbot: QtBot, dialog: QDialog) -> None:
    button, pressed = IconButton("dots-three", "More"), []
    button.clicked.connect(lambda: pressed.append(1))
    shown(dialog, button)
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert pressed == [1]


@pytest.mark.parametrize("kind", [Button, IconButton])
def test_enter_opens_a_menu(qtbot: QtBot, dialog: QDialog, kind: type) -> None:
    button = Button("Export") if kind is Button else IconButton("dots-three", "More")
    menu, opened = QMenu(button), []
    menu.addAction("PDF")
    menu.aboutToShow.connect(lambda: opened.append(1))
    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu.close))
    button.setMenu(menu)
    shown(dialog, button)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert opened == [1]
