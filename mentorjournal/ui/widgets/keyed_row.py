"""Rows that act on keys: Enter opens, Delete removes, arrows go on, Alt with an arrow moves.

A row that can be of this class is a `KeyedRow`; any other one asks `asked` what a key means.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from mentorjournal.ui.widgets.buttons import ENTER

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_HARMLESS = Qt.KeyboardModifier.KeypadModifier
MENU_AT = QPoint(40, 30)  # of the row, when its menu comes by a key


class Asked(NamedTuple):
    """What a key asks of a row; `step` is -1 for up and 1 for down."""

    deed: Literal["", "open", "remove", "go", "move"]
    step: int = 0


def asked(event: QKeyEvent) -> Asked:
    """What a key asks of a row that has the keyboard; "" for a key that is none of a row's."""
    held = event.modifiers() & ~_HARMLESS
    step = STEPS.get(Qt.Key(event.key()))
    if step is not None and held == Qt.KeyboardModifier.AltModifier:
        return Asked("move", step)
    if held:
        return Asked("")
    if step is not None:
        return Asked("go", step)
    if event.key() in ENTER:
        return Asked("open")
    return Asked("remove" if event.key() in REMOVING else "")


class KeyedRow(QWidget):
    """A row that takes the keyboard; a double click opens it like Enter, its menu is `menu`.

    Keys of what stands inside are left to it. `moved` comes only where `moves` is set.
    """

    opened = Signal()
    remove_wanted = Signal()
    stepped = Signal(int)  # -1 or 1: the keyboard goes to the row before or after
    moved = Signal(int)

    moves = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def menu(self) -> QMenu | None:
        """All that can be done with it; None for nothing. It is to go when it closes."""
        return None

    def show_menu(self, at: QPoint) -> None:
        """Bring its menu up at a place on the screen."""
        menu = self.menu()
        if menu is not None:
            menu.popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        what = asked(event) if self.hasFocus() else Asked("")
        if what.deed == "move" and not self.moves:
            what = Asked("")
        if what.deed == "open":
            self.opened.emit()
        elif what.deed == "remove":
            self.remove_wanted.emit()
        elif what.deed:
            (self.stepped if what.deed == "go" else self.moved).emit(what.step)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.show_menu(event.globalPos() if by_mouse else self.mapToGlobal(MENU_AT))
