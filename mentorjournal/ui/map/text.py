"""Short texts laid out once and drawn often: wrapped, never shortened, in any script."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)


class Run(NamedTuple):
    """Words in one colour; None takes the painter's pen."""

    text: str
    color: QColor | None = None


SEPARATOR = Run(" · ")


def side_by_side(parts: Sequence[Run], font: QFont, wrap: float) -> list[list[Run]]:
    """The parts with dots between them, on as many lines as they need; no line ends in a dot."""
    metrics = QFontMetricsF(font)
    dot = metrics.horizontalAdvance(SEPARATOR.text)
    lines: list[list[Run]] = []
    taken = 0.0
    for part in parts:
        width = metrics.horizontalAdvance(part.text)
        if lines and taken + dot + width <= wrap:
            lines[-1] += (SEPARATOR, part)
            taken += dot + width
        else:
            lines.append([part])
            taken = width
    return lines


class TextBlock:
    """Paragraphs, each with a font and runs, wrapped at `wrap` pixels (anywhere if it must be)."""

    def __init__(
        self, paragraphs: Sequence[tuple[QFont, Sequence[Run]]], wrap: float, spacing: float = 1.0
    ) -> None:
        self._layouts = [_laid_out(font, runs, wrap) for font, runs in paragraphs]
        self._lines: list[tuple[QTextLine, float, float, int]] = []
        self.width = self.height = 0.0
        for index, layout in enumerate(self._layouts):
            if index:
                self.height += spacing
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                natural = line.naturalTextWidth()
                self._lines.append((line, self.height - line.y(), natural, index))
                self.height += line.height()
                self.width = max(self.width, natural)
        self.width, self.height = math.ceil(self.width), math.ceil(self.height)

    def draw(
        self, painter: QPainter, x: float, y: float, align: str, pens: Sequence[QColor],
        paragraphs: int | None = None,
    ) -> None:
        """Draw with the upper left corner at (x, y); one pen for each paragraph.

        `align` is "left", "right" or "middle"; `paragraphs` draws only the first so many.
        """
        share = {"left": 0.0, "middle": 0.5, "right": 1.0}[align]
        current = -1
        for line, down, natural, index in self._lines:
            if paragraphs is not None and index >= paragraphs:
                return
            if index != current:
                painter.setPen(pens[index])
                current = index
            line.draw(painter, QPointF(x + share * (self.width - natural), y + down))


def _laid_out(font: QFont, runs: Sequence[Run], wrap: float) -> QTextLayout:
    layout = QTextLayout("".join(run.text for run in runs), font)
    # Absolute: text from right to left must not move when its neighbour decides the side.
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    formats, start = [], 0
    for run in runs:
        length = len(run.text.encode("utf-16-le")) // 2
        if run.color is not None and length:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length = start, length
            style = QTextCharFormat()
            style.setForeground(run.color)
            piece.format = style
            formats.append(piece)
        start += length
    layout.setFormats(formats)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(wrap)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout
