"""What marks and bands of the timeline mean, in words: the bar above it and in files."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorjournal.mentoring.timeline import MARK_KINDS, Mark
from mentorjournal.models.timeline_list import kind_words
from mentorjournal.ui.map.look import Look
from mentorjournal.ui.timeline.lanes import OUTLINE
from mentorjournal.ui.timeline.sprites import Sprites
from mentorjournal.words import tr

ROW, MARK, BAND, BAND_HEIGHT = 24.0, 16.0, 26.0, 14.0
WORD_GAP, ENTRY_GAP, PART_GAP = 7.0, 18.0, 28.0
PART_OF = {"thanks": "said", "letter": "submitted"}  # the usual one of several drawings


class Entry(NamedTuple):
    """One sample and its words; `kind` is a kind of mark or of band."""

    kind: str
    words: str


def mark_entries() -> list[Entry]:
    """What each kind of mark is called."""
    return [Entry(kind, kind_words(kind)) for kind in MARK_KINDS]


def band_entries() -> list[Entry]:
    """What the bands are called."""
    return [
        Entry("exploring", tr("Exploring")), Entry("active", tr("Active")),
        Entry("moving_on", tr("Moving on")), Entry("gap", tr("Longer than agreed")),
    ]


class Legend:
    """Marks at the left, bands at the right; on rows of their own where there is less room."""

    def __init__(self, look: Look, width: float, sprites: Sprites) -> None:
        self.look, self._sprites = look, sprites
        self._font = look.font("small")
        self._metrics = QFontMetricsF(self._font)
        marks, bands = mark_entries(), band_entries()
        self._placed: list[tuple[Entry, float, float]] = []
        apart = self._wide(marks) + look.px(PART_GAP) + self._wide(bands)
        if apart <= width:
            self._place(marks, 0.0, 0.0, width)
            self.rows = self._place(bands, width - self._wide(bands), 0.0, width + 1)
        else:
            rows = self._place(marks, 0.0, 0.0, width)
            self.rows = self._place(bands, 0.0, rows, width)
        self.height = self.rows * look.px(ROW)

    def _place(self, entries: list[Entry], left: float, row: float, width: float) -> float:
        """Set entries side by side from `left`; the number of the row after them."""
        x = left
        for entry in entries:
            wide = self._width_of(entry)
            if x > left and x + wide > width:
                x, row = 0.0, row + 1
            self._placed.append((entry, x, row))
            x += wide + self.look.px(ENTRY_GAP)
        return row + 1

    def _width_of(self, entry: Entry) -> float:
        sample = self.look.px(MARK if entry.kind in MARK_KINDS else BAND)
        return sample + self.look.px(WORD_GAP) + self._metrics.horizontalAdvance(entry.words)

    def _wide(self, entries: list[Entry]) -> float:
        return sum(map(self._width_of, entries)) + self.look.px(ENTRY_GAP) * (len(entries) - 1)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint with the upper left corner at (left, top)."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, high = self.look, self.look.px(ROW)
        for entry, x, row in self._placed:
            is_mark = entry.kind in MARK_KINDS
            sample = look.px(MARK if is_mark else BAND)
            place = QRectF(left + x, top + row * high, sample, high)
            if is_mark:
                self._paint_mark(painter, place, entry.kind)
            else:
                self._paint_band(painter, place, entry.kind)
            painter.setFont(self._font)
            painter.setPen(look.color("ink2"))
            painter.drawText(
                QRectF(place.right() + look.px(WORD_GAP), place.top(), 4000, high),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, entry.words)

    def _paint_mark(self, painter: QPainter, place: QRectF, kind: str) -> None:
        part = PART_OF.get(kind, kind)
        picture = self._sprites.mark(Mark(kind, date.min, "", 0, part), self.look.color("ink2"))
        size = picture.deviceIndependentSize()
        painter.drawPixmap(QPointF(place.center().x() - size.width() / 2,
                                   place.center().y() - size.height() / 2), picture)

    def _paint_band(self, painter: QPainter, place: QRectF, kind: str) -> None:
        look, half = self.look, self.look.px(BAND_HEIGHT) / 2
        box = QRectF(place.left(), place.center().y() - half, place.width(), 2 * half)
        painter.setPen(Qt.PenStyle.NoPen)
        if kind in ("moving_on", "gap"):
            line = look.color("alert-line" if kind == "gap" else "line2")
            ground = look.color("alert-tint") if kind == "gap" else None
            painter.setBrush(self._sprites.hatch(line, ground))
            painter.drawRect(box)
            return
        box = box.adjusted(0.5, 0.5, -0.5, -0.5)
        pen = QPen(look.color("ink2"), 1)
        if kind == "active":
            line = QColor(look.color("accent"))  # a copy: the theme's own must not turn pale
            line.setAlphaF(OUTLINE)
            pen = QPen(line, 1)
            painter.setBrush(look.color("accent-tint"))
        else:
            pen.setDashPattern([3, 2])
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawRoundedRect(box, 3, 3)


class TimelineLegend(QWidget):
    """The bar above the timeline, with a line below; it grows by a row when the words need it."""

    SIDE, AIR = 24, 10

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Legend"))
        entries = (*mark_entries(), *band_entries())
        self.setAccessibleDescription(", ".join(entry.words for entry in entries))

    def _legend(self, width: int) -> Legend:
        look = Look()
        sprites = Sprites(look, self.devicePixelRatioF())
        return Legend(look, width - 2 * look.px(self.SIDE), sprites)

    def heightForWidth(self, width: int) -> int:
        return round(self._legend(width).height) + 2 * Look().px(self.AIR)

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(max(self.width(), 300)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 300)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), Look()
        legend = self._legend(self.width())
        legend.paint(painter, look.px(self.SIDE), (self.height() - legend.height) / 2)
        painter.fillRect(
            QRectF(0, self.height() - 1, self.width(), 1), look.color("line"))
