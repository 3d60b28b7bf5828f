"""Labels: plain text in a style of the theme, wrapped, or cut with the whole in a tooltip."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def label(
    text: str = "", style: str = "body", tone: str = "ink", *,
    wrap: bool = False, parent: QWidget | None = None,
) -> QLabel:
    """A plain-text label. `style` is a style of the theme, `tone` one of ink, ink2, muted, accent,
    alert, warn, ok."""
    made = QLabel(parent)
    dress(made, style, tone)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setText(text)
    return made


def dress(widget: QLabel, style: str = "body", tone: str = "ink") -> None:
    """Give a label a style and a tone; works on one that is shown already too."""
    if widget.property("face") == style and widget.property("tone") == tone:
        return
    widget.setProperty("face", style)
    widget.setProperty("tone", tone)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def plain_tooltip(text: str) -> str:
    """`text` as a tooltip that Qt does not take for markup, and that wraps when it is long."""
    return f"<p style='white-space: pre-wrap'>{escape(text)}</p>" if text else ""


def flat(text: str, most: int = 600) -> str:
    """The beginning of `text` on one line, short enough to be measured quickly."""
    return " ".join(text[: 2 * most].split())[:most]


class ElidedLabel(QLabel):
    """One line that ends in … where there is no room; the whole text is in its tooltip."""

    def __init__(
        self, text: str = "", style: str = "body", tone: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        dress(self, style, tone)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(flat(text))
        self.setAccessibleName(text)
        self._whole = text
        self._tell_whole()

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().horizontalAdvance("mmm…")
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), self._cut())

    def _cut(self) -> str:
        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)

    def _tell_whole(self) -> None:
        self.setToolTip("" if self._cut() == self._whole else plain_tooltip(self._whole))
