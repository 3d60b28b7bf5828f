"""The menu of a text field: Qt's own entries, and before or after them those that others add."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit

Field = QLineEdit | QPlainTextEdit
# Fills in entries for a place of the text.
Entries = Callable[[QMenu, int], object]


class TextMenu(QObject):
    """One for each field; come to by right click, the menu key or Shift+F10."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._field = field
        self._first: list[Entries] = []
        self._last: list[Entries] = []
        self._by_key = False
        self._shown: QMenu | None = None
        field.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        field.customContextMenuRequested.connect(self._pop_up)
        field.installEventFilter(self)

    def add(self, entries: Entries, first: bool = False) -> None:
        """Ask these too whenever the menu opens, for its beginning or its end."""
        (self._first if first else self._last).append(entries)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent):
            self._by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and (
            event.key() == Qt.Key.Key_F10
            and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        ):
            self._by_key = True
            self._pop_up(_cursor_spot(self._field))
            return True
        return False

    def _pop_up(self, spot: QPoint) -> None:
        if self._shown is not None:  # some systems send both the key and the wish
            return
        place = _cursor(self._field) if self._by_key else _place_at(self._field, spot)
        if self._by_key:
            spot = _cursor_spot(self._field)
        self._by_key = False
        self._shown = menu = self._filled(place)
        shown_in = self._field.viewport() if isinstance(self._field, QPlainTextEdit) \
            else self._field
        menu.popup(shown_in.mapToGlobal(spot))

    def _filled(self, place: int) -> QMenu:
        menu = self._field.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.destroyed.connect(self._forget)
        own = menu.actions()
        for entries in self._first:
            entries(menu, place)
        if len(menu.actions()) > len(own):
            menu.addSeparator()
            for action in own:  # to the end
                menu.removeAction(action)
                menu.addAction(action)
        for entries in self._last:
            menu.addSeparator()
            entries(menu, place)
        return menu

    def _forget(self) -> None:
        self._shown = None


def menu_of(field: Field) -> TextMenu:
    """The menu of a field, made when it is first asked for."""
    found = field.findChild(TextMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, TextMenu) else TextMenu(field)


def _cursor(field: Field) -> int:
    return field.textCursor().position() if isinstance(field, QPlainTextEdit) \
        else field.cursorPosition()


def _cursor_spot(field: Field) -> QPoint:
    return field.cursorRect().bottomLeft() if isinstance(field, QPlainTextEdit) \
        else QPoint(field.width() // 4, field.height())


def _place_at(field: Field, spot: QPoint) -> int:
    return field.cursorForPosition(spot).position() if isinstance(field, QPlainTextEdit) \
        else field.cursorPositionAt(spot)
