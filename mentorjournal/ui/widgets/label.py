"""Labels: plain text in a style of the theme, wrapped, or cut with the whole in a tooltip."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget


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


def beginning(text: str, most: int = 40) -> str:
    """The first words of `text`, with … where more follows."""
    line = flat(text)
    if len(line) <= most:
        return line
    cut = line[: most + 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut[:most]} …"


class ElidedLabel(QLabel):
    """Ends in … where there is no room, after `most_lines`; the whole text is in its tooltip."""

    def __init__(
        self, text: str = "", style: str = "body", tone: str = "ink", *, most_lines: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._most = most_lines
        self._count = 1  # of lines now
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        dress(self, style, tone)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(flat(text))
        self.setAccessibleName(text)
        self._whole = text
        self._fit()

    def sizeHint(self) -> QSize:
        more = (self._count - 1) * self.fontMetrics().lineSpacing()
        return super().sizeHint() + QSize(0, more)

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(self.fontMetrics().horizontalAdvance("mmm…"), whole.width()),
                     whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = "\n".join(self.shown_lines())
        # Where a word stands goes by the page, as in lists, and not by the script it is in.
        place = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        painter.drawText(
            self.contentsRect(), int(place | Qt.AlignmentFlag.AlignAbsolute), shown)

    def shown_lines(self) -> list[str]:
        """The lines as they are painted."""
        width, text = self.contentsRect().width(), self.text()
        lines = []
        layout = QTextLayout(text, self.font())
        layout.beginLayout()
        while len(lines) < self._most - 1 and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lines.append(text[line.textStart() : line.textStart() + line.textLength()])
        layout.endLayout()
        rest = text[sum(map(len, lines)) :]
        if rest or not lines:
            lines.append(self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width))
        return lines

    def _fit(self) -> None:
        lines = self.shown_lines()
        whole = "".join(lines) == self._whole
        self.setToolTip("" if whole else plain_tooltip(self._whole))
        if self.contentsRect().width() > 0 and len(lines) != self._count:
            self._count = len(lines)
            self.updateGeometry()
