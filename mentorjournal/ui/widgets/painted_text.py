"""Lines of text for delegates and other painted things: cut to their room, on one baseline."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.label import flat

Pieces = str | tuple[str, str] | Sequence[tuple[str, str]]
LEFT = Qt.AlignmentFlag.AlignLeft


def paint_line(
    painter: QPainter, room: QRectF, text: str, font: QFont, color: QColor,
    align: Qt.AlignmentFlag = LEFT, *, beside: QFont | None = None,
) -> float:
    """Paint one line in the middle of `room`, cut with … if need be; the width it took.

    With `beside` it stands on the baseline that text in that font would have there.
    """
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(flat(text), Qt.TextElideMode.ElideRight, max(0.0, room.width()))
    width = metrics.horizontalAdvance(shown)
    left = room.left()
    if align & Qt.AlignmentFlag.AlignRight:
        left = room.right() - width
    elif align & Qt.AlignmentFlag.AlignHCenter:
        left = room.center().x() - width / 2
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(QPointF(left, baseline(room, QFontMetricsF(beside or font))), shown)
    return width


def paint_pieces(
    painter: QPainter, room: QRectF, pieces: Pieces, font: QFont, tone: str = "muted"
) -> None:
    """Paint one line of pieces, each with the token of its colour; plain text is in `tone`."""
    left = room.left()
    space = QFontMetricsF(font).horizontalAdvance(" ")
    for text, token in split_pieces(pieces, tone):
        left += space if text.startswith(" ") else 0
        rest = QRectF(left, room.top(), room.right() - left, room.height())
        if rest.width() <= 0:
            return
        left += paint_line(painter, rest, text, font, theme.color(token))
        left += space if text.endswith(" ") else 0


def split_pieces(pieces: Pieces, tone: str = "muted") -> list[tuple[str, str]]:
    """Any way of giving pieces as a list of text and token."""
    if isinstance(pieces, str):
        return [(pieces, tone)]
    if isinstance(pieces, tuple) and len(pieces) == 2 and isinstance(pieces[0], str):
        return [(pieces[0], pieces[1] if isinstance(pieces[1], str) else tone)]
    return [(str(text), str(token)) for text, token in pieces]


def pieces_text(pieces: Pieces) -> str:
    """The words of all pieces."""
    return "".join(text for text, _ in split_pieces(pieces))


def baseline(room: QRectF, metrics: QFontMetricsF) -> float:
    """Where text stands so that its capitals are in the middle of `room`, on a whole pixel."""
    return round(room.center().y() + metrics.capHeight() / 2)
