"""Chips: one or two words on a tint, such as a role, a state or a date due."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.icons import paint_icon
from mentorjournal.ui.widgets.label import plain_tooltip
from mentorjournal.ui.widgets.painted_text import paint_line

HEIGHT = 20
PADDING = 7
RADIUS = 6
ICON = 13
ICON_GAP = 5
MOST_WIDTH = 320

TONES = {
    "neutral": ("neutral-tint", "neutral-ink"),
    "accent": ("accent-tint", "accent-ink"),
    "warn": ("warn-tint", "warn"),
    "alert": ("alert-tint", "alert"),
    "ok": ("ok-tint", "ok"),
}


def chip_colors(tone: str) -> tuple[QColor, QColor]:
    """Fill and ink of a tone: neutral, accent, warn, alert, ok, or the id of a role."""
    if tone in TONES:
        fill, ink = TONES[tone]
        return theme.color(fill), theme.color(ink)
    colors = theme.role_colors(tone)
    return colors.tint, colors.ink


def chip_size(text: str, icon_name: str | None = None) -> QSize:
    """The size a chip with this text wants."""
    width = QFontMetricsF(theme.font("chip")).horizontalAdvance(text) + 2 * theme.px(PADDING)
    if icon_name:
        width += theme.px(ICON) + theme.px(ICON_GAP)
    return QSize(min(round(width + 0.5), theme.px(MOST_WIDTH)), theme.px(HEIGHT))


def paint_chip(
    painter: QPainter, rect: QRectF, text: str, fill: QColor, ink: QColor,
    icon_name: str | None = None,
) -> None:
    """Paint a chip that fills `rect`; its text is cut where there is no room."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(rect, RADIUS, RADIUS)
    padding = theme.px(PADDING)
    inside = QRectF(rect).adjusted(padding, 0, -padding, 0)
    if icon_name:
        side = theme.px(ICON)
        top = rect.center().y() - side / 2
        paint_icon(painter, QRectF(inside.left(), top, side, side), icon_name, ink)
        inside.setLeft(inside.left() + side + theme.px(ICON_GAP))
    # A whisper more room than measured, or rounding cuts the last letter.
    paint_line(painter, inside.adjusted(0, 0, 1, 0), text, theme.font("chip"), ink)
    painter.restore()


class Chip(QWidget):
    """A chip as a widget; `tone` as for chip_colors."""

    def __init__(
        self, text: str = "", tone: str = "neutral", icon_name: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_chip(text, tone, icon_name)

    def set_chip(self, text: str, tone: str = "neutral", icon_name: str | None = None) -> None:
        """Show other words, another tone, another icon."""
        self._text, self._tone, self._icon_name = text, tone, icon_name
        self.setAccessibleName(text)
        cut = chip_size(text, icon_name).width() >= theme.px(MOST_WIDTH)
        self.setToolTip(plain_tooltip(text) if cut else "")
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Its words."""
        return self._text

    def sizeHint(self) -> QSize:
        return chip_size(self._text, self._icon_name)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill, ink = chip_colors(self._tone)
        area = QRectF(self.rect())
        paint_chip(QPainter(self), area, self._text, fill, ink, self._icon_name)
