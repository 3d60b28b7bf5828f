"""Rows of meeting mode that can be pressed: an item with its number, and what can become one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.icons import paint_icon
from mentorjournal.ui.widgets.label import ElidedLabel, dress
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.words import tr

SIDE = 22


class Disc(QWidget):
    """The number of an item, a tick when it is done, or the sign of what is no item."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = ("ahead", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, kind: str, face: str) -> None:
        """`kind` is done, now, ahead or parked; `face` a number, or the name of an icon."""
        self._look = (kind, face)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(SIDE), theme.px(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        kind, face = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        fills = {"done": "accent", "now": "accent-tint"}
        edge = "accent" if kind in fills else "ctl"
        painter.setPen(QPen(theme.color(edge), 1.2))
        painter.setBrush(theme.color(fills[kind]) if kind in fills else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(area)
        ink = {"done": "on-accent", "now": "accent-ink"}.get(kind, "muted")
        if face.isdigit():
            painter.setFont(theme.font("label"))
            painter.setPen(theme.color(ink))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, face)
        else:
            side = area.width() * 0.55
            sign = QRectF(0, 0, side, side)
            sign.moveCenter(area.center())
            paint_icon(painter, sign, face, theme.color(ink))


class PressableRow(QAbstractButton):
    """A sign, a title of up to three lines and a line below it, to be pressed."""

    def __init__(self, sign: QWidget, title_style: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.sign = sign
        self.title = ElidedLabel("", title_style, most_lines=3)
        self.detail = ElidedLabel("", "small", "muted", most_lines=2)
        self._hovered = False
        lines = column(gap=1)
        lines.addWidget(self.title)
        lines.addWidget(self.detail)
        self._parts = row(self, gap=12)
        self._parts.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        self._parts.addLayout(lines, 1)
        for each in (sign, self.title, self.detail):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_words(self, title: str, detail: str) -> None:
        """Say something else."""
        if (title, detail) == (self.title.accessibleName(), self.detail.accessibleName()):
            return
        self.title.setText(title)
        self.detail.setText(detail)
        self.setToolTip(self.title.toolTip())
        self.setAccessibleName(
            tr("{title}, {detail}", title=title, detail=detail) if detail else title)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.layout().minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self._hovered = event.type() == QEvent.Type.Enter
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._hovered:
            self._paint_card("hover", "hover")

    def _paint_card(self, fill: str, edge: str) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(edge), 1))
        painter.setBrush(theme.color(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class ItemRow(PressableRow):
    """One place of the meeting."""

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        self.disc = Disc()
        super().__init__(self.disc, "row-title", parent)
        self.place = place
        self._is_now = False
        self._parts.setContentsMargins(*(theme.px(n) for n in (12, 10, 12, 10)))

    def set_state(self, kind: str, face: str) -> None:
        """Show how far it is: done, now, ahead or parked."""
        self._is_now = kind == "now"
        self.disc.set_look(kind, face)
        dress(self.title, "heading" if self._is_now else "row-title")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_now:
            self._paint_card("surface", "accent")
        else:
            super().paintEvent(event)
