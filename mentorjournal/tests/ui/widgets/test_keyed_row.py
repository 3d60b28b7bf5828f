"""Rows that act on keys: what each key asks, and what is left to whoever stands inside."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.ui.widgets.keyed_row import KeyedRow, asked

KEY, HELD = Qt.Key, Qt.KeyboardModifier
NONE, ALT = HELD.NoModifier, HELD.AltModifier


@pytest.mark.parametrize(("key", "held", "wanted"), [
    (KEY.Key_Return, NONE, ("open", 0)), (KEY.Key_Enter, HELD.KeypadModifier, ("open", 0)),
    (KEY.Key_Delete, NONE, ("remove", 0)), (KEY.Key_Backspace, NONE, ("remove", 0)),
    (KEY.Key_Up, NONE, ("go", -1)), (KEY.Key_Down, NONE, ("go", 1)),
    (KEY.Key_Up, ALT, ("move", -1)), (KEY.Key_Down, ALT, ("move", 1)),
    (KEY.Key_Return, HELD.ControlModifier, ("", 0)), (KEY.Key_Backspace, ALT, ("", 0)),
    (KEY.Key_Delete, HELD.ShiftModifier, ("", 0)), (KEY.Key_A, NONE, ("", 0)),
])
def test_a_key_asks_one_thing(key: Qt.Key, held: HELD, wanted: tuple[str, int]) -> None:
    assert asked(QKeyEvent(QEvent.Type.KeyPress, key, held)) == wanted


class Moving(KeyedRow):
    moves = True


Heard = list[tuple[str, int]]


def heard(row: KeyedRow) -> Heard:
    said: Heard = []
    row.opened.connect(lambda: said.append(("open", 0)))
    row.remove_wanted.connect(lambda: said.append(("remove", 0)))
    row.stepped.connect(lambda step: said.append(("go", step)))
    row.moved.connect(lambda step: said.append(("move", step)))
    return said


@pytest.mark.parametrize(("made", "moved"), [(KeyedRow, []), (Moving, [("move", 1)])])
def test_a_row_says_what_was_asked_and_moves_only_where_it_may(
    qtbot: QtBot, made: Callable[[], KeyedRow], moved: Heard
) -> None:
    row = made()
    qtbot.addWidget(row)
    with qtbot.waitActive(row):
        row.show()
        row.activateWindow()
    row.setFocus()
    said = heard(row)
    for key in (KEY.Key_Return, KEY.Key_Delete, KEY.Key_Up):
        qtbot.keyClick(row, key)
    qtbot.keyClick(row, KEY.Key_Down, ALT)
    assert said == [("open", 0), ("remove", 0), ("go", -1), *moved]


def test_keys_of_what_stands_inside_are_its_own(qtbot: QtBot) -> None:
    window, row, line = QWidget(), KeyedRow(), QLineEdit("ab")
    QVBoxLayout(window).addWidget(row)
    QVBoxLayout(row).addWidget(line)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    line.setFocus()
    said = heard(row)
    for key in (KEY.Key_Backspace, KEY.Key_Return, KEY.Key_Down):
        qtbot.keyClick(line, key)
    assert said == [] and line.text() == "a"
