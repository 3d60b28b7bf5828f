"""The three buttons over the lower right corner of the map: nearer, farther, all of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.icons import icon
from mentorjournal.words import tr

SIDE = QSize(31, 30)


class ZoomButton(QAbstractButton):
    """One cell of the group."""

    def __init__(self, name: str, words: str, keys: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setIcon(icon(name, "ink2"))
        self.setToolTip(f"{words} ({keys})")
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(SIDE.width()), theme.px(SIDE.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("neutral-tint" if self.isDown() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 4, 4)
        side = theme.px(16)
        spot = self.rect().center()
        self.icon().paint(painter, spot.x() - side // 2 + 1, spot.y() - side // 2 + 1, side, side)


class ZoomControls(QWidget):
    """The group with its border."""

    zoom_in_asked = Signal()
    zoom_out_asked = Signal()
    fit_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self.buttons: list[ZoomButton] = []
        for name, words, keys, asked in (
            ("plus", tr("Zoom in"), "Ctrl++", self.zoom_in_asked),
            ("minus", tr("Zoom out"), "Ctrl+-", self.zoom_out_asked),
            ("corners-out", tr("Show the whole map"), "Ctrl+0", self.fit_asked),
        ):
            button = ZoomButton(name, words, keys, self)
            button.clicked.connect(asked)
            row.addWidget(button)
            self.buttons.append(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.color("line2"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(box, 6, 6)
        cell = (self.width() - 2) / 3
        for number in (1, 2):
            x = round(1 + number * cell) + 0.5
            painter.drawLine(QPointF(x, 1), QPointF(x, self.height() - 1))
