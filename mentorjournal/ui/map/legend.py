"""What lines and shapes mean, in words: the strip below the map and in picture files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorjournal.ui.map.links import link_pen
from mentorjournal.ui.map.look import Look
from mentorjournal.ui.map.person import MapPerson
from mentorjournal.words import tr

SAMPLE_LINE, SAMPLE_SHAPE, SAMPLE_ARC = 30.0, 14.0, 30.0
WORD_GAP, ENTRY_GAP, ROW = 8.0, 20.0, 22.0


class Entry(NamedTuple):
    """One sample and its words; `kind` is a contact, a standing, "arc", "roles" or "title"."""

    kind: str
    words: str


def legend_entries(people: Iterable[MapPerson]) -> list[Entry]:
    """What this map needs explained: the contact lines always, the rest when it is there."""
    people = list(people)
    entries = [
        Entry("title", tr("Contact")), Entry("within", tr("Within rhythm")),
        Entry("due_soon", tr("Due soon")), Entry("overdue", tr("Overdue")),
    ]
    if any(person.linked and person.contact == "none" for person in people):
        entries.append(Entry("none", tr("No rhythm set")))
    standings = {person.standing for person in people}
    for standing, words in (
        ("candidate", tr("Candidate")), ("past", tr("Past mentor")),
        ("mentee", tr("You mentor them")),
    ):
        if standing in standings:
            entries.append(Entry(standing, words))
    mentors = [person for person in people if person.standing != "mentee"]
    if any(len(person.roles) > 1 and person.standing != "past" for person in mentors):
        entries.append(Entry("roles", tr("Further roles")))
    if any(len(set(person.areas)) > 1 for person in mentors):
        entries.append(Entry("arc", tr("Several areas")))
    return entries


class Legend:
    """Entries flowed into rows of a given width."""

    def __init__(self, entries: Iterable[Entry], look: Look, width: float) -> None:
        self.look = look
        self._font = look.font("small")
        metrics = QFontMetricsF(self._font)
        scale = look.scale
        self._entries: list[tuple[Entry, float, float]] = []
        x = y = 0.0
        for entry in entries:
            wide = _sample_width(entry.kind) * scale + metrics.horizontalAdvance(entry.words)
            if x and x + wide > width:
                x, y = 0.0, y + ROW * scale
            self._entries.append((entry, x, y))
            x += wide + ENTRY_GAP * scale
        self.height = y + ROW * scale if self._entries else 0.0

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint with the upper left corner at (left, top)."""
        row = ROW * self.look.scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for entry, x, y in self._entries:
            middle = QPointF(left + x, top + y + row / 2)
            _paint_sample(painter, self.look, entry.kind, middle)
            painter.setFont(self._font)
            painter.setPen(self.look.color("muted" if entry.kind == "title" else "ink2"))
            start = left + x + _sample_width(entry.kind) * self.look.scale
            painter.drawText(
                QRectF(start, top + y, 4000, row),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, entry.words,
            )


def _sample_width(kind: str) -> float:
    if kind == "title":
        return 0.0
    wide = kind in ("within", "due_soon", "overdue", "none", "arc")
    return (SAMPLE_LINE if wide else SAMPLE_SHAPE) + WORD_GAP


def _paint_sample(painter: QPainter, look: Look, kind: str, at: QPointF) -> None:
    scale, color = look.scale, look.color
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if kind in ("within", "due_soon", "overdue", "none"):
        painter.setPen(link_pen(kind, look))
        painter.drawLine(at + QPointF(1, 0), at + QPointF(SAMPLE_LINE * scale, 0))
        return
    if kind == "arc":
        painter.setPen(QPen(color("edge"), 1.75))
        box = QRectF(at.x() + 3, at.y() - 3 * scale, SAMPLE_ARC * scale - 6, 20 * scale)
        painter.drawArc(box, 16 * 30, 16 * 120)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("edge"))
        painter.drawEllipse(QPointF(box.center().x(), box.top()), 4 * scale, 4 * scale)
        return
    middle = at + QPointF(SAMPLE_SHAPE * scale / 2, 0)
    _paint_shape(painter, look, kind, middle, 6.25 * scale)


def _paint_shape(
    painter: QPainter, look: Look, kind: str, middle: QPointF, radius: float
) -> None:
    color = look.color
    box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    if kind == "mentee":
        painter.setPen(QPen(look.role("mentee").solid, 1.5))
        painter.setBrush(color("neutral-tint"))
        painter.drawRoundedRect(box, 3, 3)
    elif kind == "past":
        painter.setPen(QPen(color("ctl"), 1))
        painter.setBrush(color("sunken"))
        painter.drawEllipse(box)
    elif kind == "candidate":
        pen = QPen(color("ink2"), 1.5)
        pen.setDashPattern([2, 1.5])
        painter.setPen(pen)
        painter.drawEllipse(box)
    elif kind == "roles":
        painter.setPen(QPen(color("ink2"), 2))
        painter.drawArc(box, 16 * 90, -16 * 250)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("edge"))
        painter.drawEllipse(middle, radius - 3, radius - 3)


class MapLegend(QWidget):
    """The strip below the map; it grows by a row when the words need it."""

    MARGIN = 16

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = legend_entries(())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._tell()

    def set_people(self, people: Iterable[MapPerson]) -> None:
        """Explain what this map shows."""
        self._entries = legend_entries(people)
        self._tell()
        self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        self.setAccessibleName(tr("Legend"))
        self.setAccessibleDescription(
            ", ".join(entry.words for entry in self._entries if entry.kind != "title")
        )

    def _legend(self, width: int) -> Legend:
        return Legend(self._entries, Look(), width - 2 * self.MARGIN)

    def heightForWidth(self, width: int) -> int:
        return round(self._legend(width).height + 18)

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(max(self.width(), 300)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 300)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        legend = self._legend(self.width())
        legend.paint(painter, self.MARGIN, (self.height() - legend.height) / 2)
