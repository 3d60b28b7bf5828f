"""The course of a meeting as a bar: what has passed, what is ahead, and the end."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorjournal.mentoring.running import Course, Stretch
from mentorjournal.ui import theme

HEIGHT, ROOM = 8, 14
GAP = 2.0
AHEAD = {"must": "g3", "should": "g4", "if_time": "line2"}


class CourseBar(QWidget):
    """8 px high, with a mark that says where now is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course: Course | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_course(self, course: Course, words: str) -> None:
        """Show a course; `words` are for screen readers."""
        self._course = course
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(ROOM))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._course is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = sum(part.seconds for part in self._course.stretches) or 1.0
        height = theme.px(HEIGHT)
        area = QRectF(0, (self.height() - height) / 2, self.width(), height)
        scale, left = area.width() / whole, 0.0
        outline = QPainterPath()
        outline.addRoundedRect(area, 3, 3)
        parts = self._course.stretches
        for part, after in zip(parts, [*parts[1:], None], strict=True):
            width = part.seconds * scale
            gap = 0.0 if after is None or _is_one(part, after) else GAP
            cut = QPainterPath()
            cut.addRect(QRectF(left, area.top(), max(1.0, width - gap), height))
            painter.fillPath(outline & cut, theme.color(_fill(part)))
            left += width
        self._paint_now(painter, min(area.width() - 2, self._course.passed * scale))

    def _paint_now(self, painter: QPainter, at: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink"))
        painter.drawRect(QRectF(round(at), 0, 2, self.height()))


def _is_one(part: Stretch, after: Stretch) -> bool:
    """Whether two parts belong to the same item."""
    return part.kind == "spent" and after.kind == "left" and part.place == after.place


def _fill(part: Stretch) -> str:
    if part.kind in ("left", "ahead"):
        return AHEAD.get(part.priority, "line2")
    return {"spent": "accent", "over": "alert-line"}.get(part.kind, "neutral-tint")


class ProgressLine(QWidget):
    """How much of its time an item has had; a tint of alert when it is over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_part(self, part: float) -> None:
        """From 0 to 1, and beyond when it is over."""
        self._part = part
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.fillPath(outline, theme.color("neutral-tint"))
        over = self._part > 1
        at = area.width() * (1 / self._part if over else self._part)
        cut = QPainterPath()
        cut.addRect(QRectF(0, 0, at, area.height()))
        painter.fillPath(outline & cut, theme.color("accent"))
        if over:
            rest = QPainterPath()
            rest.addRect(QRectF(at + GAP, 0, area.width(), area.height()))
            painter.fillPath(outline & rest, theme.color("alert-line"))
