"""The ring around whatever has the keyboard focus: 2 px, 1 px outside the control.

A style sheet can only draw inside a control, so one QFocusFrame follows the focus about. Fields
show their focus by their own border, tabs by that of the current one, lists and pictures by their
current row or node.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFocusFrame,
    QLabel,
    QSlider,
    QWidget,
)
from shiboken6 import isValid

PROPERTY = "focusRing"  # True on a widget that wants the ring, False on one that draws its own


class FocusRing:
    """Moves one ring to the widget that has the focus; hidden while the mouse gives it."""

    def __init__(self, app: QApplication) -> None:
        self._frame: QFocusFrame | None = None
        app.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        wanted = new if new is not None and self._wants_ring(new) else None
        if self._frame is not None and isValid(self._frame):
            self._frame.setWidget(wanted)
        elif wanted is not None:
            self._frame = _make_frame()
            self._frame.setWidget(wanted)

    @staticmethod
    def _wants_ring(widget: QWidget) -> bool:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return False
        wish = widget.property(PROPERTY)
        if wish is not None:
            return bool(wish)
        return isinstance(widget, QAbstractButton | QSlider | QLabel)


def _make_frame() -> QFocusFrame:
    from mentorjournal.ui.widgets.ring_style import RingStyle

    frame = QFocusFrame()
    style = RingStyle("Fusion")
    style.setParent(frame)
    frame.setStyle(style)
    frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return frame
