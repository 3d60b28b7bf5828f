"""The timeline as a picture file or as pages: light, with title, legend and day, nothing private.

The range and the filter are those shown; all lanes of the filter are in it, on as many pages as
they need. Photos stay behind, as they do in every file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from mentorjournal.mentoring.timeline import Lane
from mentorjournal.ui.map.look import Look, light_look
from mentorjournal.ui.panes.timeline_legend import Legend
from mentorjournal.ui.timeline.board import Filter
from mentorjournal.ui.timeline.sprites import Sprites
from mentorjournal.ui.timeline.whole import Whole
from mentorjournal.words import long_day, tr

WIDTH, MARGIN = 1152.0, 28.0  # px of a sheet, and around what is on it in a picture
WIDEST_NAME = 260.0  # px; on paper no tooltip says the rest
HEAD, FOOT, AIR = 60.0, 22.0, 12.0
SCALE, MOST_PIXELS = 2.0, 40_000_000
PAPER_MARGIN = 12.0  # mm
DOTS = 1200  # an inch
SHARPNESS = 6.0  # pixels of a mark on paper for each of the screen


class PaperLook(Look):
    """Plain figures: those of equal width lose their meaning in a PDF, which then cannot be read
    aloud, searched or copied."""

    def font(self, style: str) -> QFont:
        made = super().font(style)
        made.clearFeatures()
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0)  # it would not be scaled
        return made


@dataclass(frozen=True)
class Content:
    """What is exported: lanes and filter, the days from `first` to `last`, and words above."""

    lanes: tuple[Lane, ...]
    filter: Filter
    first: date
    last: date
    range_words: str
    filter_words: tuple[str, ...]
    as_of: date


class Sheet:
    """The content in one look, to be painted whole or lane by lane."""

    def __init__(self, content: Content, look: Look, ratio: float) -> None:
        self.content, self.look = content, look
        self.whole = Whole(
            [replace(lane, photo=None) for lane in content.lanes], content.as_of, content.first,
            content.last, WIDTH, look=look, wanted=content.filter, ratio=ratio,
            widest_name=WIDEST_NAME,
        )
        self.legend = Legend(look, WIDTH, Sprites(look, ratio))

    @property
    def around(self) -> float:
        """The height of what stands above and below the lanes and their axis."""
        return HEAD + AIR + self.legend.height + FOOT

    def paint(self, painter: QPainter, start: int, stop: int, foot: str = "") -> None:
        """Paint the lanes from `start` to before `stop`, with the upper left corner at (0, 0)."""
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._paint_head(painter)
        self.whole.paint(painter, 0, HEAD, start, stop)
        top = HEAD + self.whole.height(stop - start) + AIR
        self.legend.paint(painter, 0, top)
        self._paint_foot(painter, top + self.legend.height, foot)

    def _paint_head(self, painter: QPainter) -> None:
        content, look = self.content, self.look
        words = " · ".join((content.range_words, *content.filter_words))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for style, token, top, high, text in (
            ("page-title", "ink", 0.0, 28.0, tr("Timeline")), ("small", "muted", 28.0, 18.0, words),
        ):
            painter.setFont(look.font(style))
            painter.setPen(look.color(token))
            shown = QFontMetricsF(look.font(style)).elidedText(
                text, Qt.TextElideMode.ElideRight, WIDTH)
            painter.drawText(QRectF(0, top, WIDTH, high), left, shown)

    def _paint_foot(self, painter: QPainter, top: float, foot: str) -> None:
        painter.setFont(self.look.font("micro"))
        painter.setPen(self.look.color("muted"))
        room = QRectF(0, top, WIDTH, FOOT)
        middle = Qt.AlignmentFlag.AlignVCenter
        day = tr("As of {day}", day=long_day(self.content.as_of))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, day)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, foot)


def as_png(content: Content) -> bytes:
    """All lanes in one picture, twice as sharp as the screen; less for a huge one."""
    with _sheet(content, SCALE) as sheet:
        wide = WIDTH + 2 * MARGIN
        high = sheet.around + sheet.whole.height() + 2 * MARGIN
        scale = min(SCALE, (MOST_PIXELS / (wide * high)) ** 0.5)
        image = QImage(
            QSize(round(wide * scale), round(high * scale)), QImage.Format.Format_RGB32)
        image.fill(sheet.look.color("surface"))
        painter = QPainter(image)
        painter.scale(scale, scale)
        painter.translate(MARGIN, MARGIN)
        sheet.paint(painter, 0, sheet.whole.count)
        painter.end()
        return _written(lambda buffer: image.save(buffer, "PNG"))


def as_pdf(content: Content, paper: str) -> bytes:
    """Landscape pages of `paper` ("A4" or "Letter"), each with head, axis and legend."""
    with _sheet(content, SHARPNESS) as sheet:
        return _written(lambda buffer: _write_pages(buffer, sheet, paper))


def _write_pages(buffer: QBuffer, sheet: Sheet, paper: str) -> bool:
    writer = QPdfWriter(buffer)
    writer.setTitle(tr("Timeline"))
    writer.setCreator(tr("Mentor Journal"))
    writer.setResolution(DOTS)
    size = QPageSize.PageSizeId.Letter if paper == "Letter" else QPageSize.PageSizeId.A4
    side = PAPER_MARGIN
    writer.setPageLayout(QPageLayout(
        QPageSize(size), QPageLayout.Orientation.Landscape, QMarginsF(side, side, side, side),
        QPageLayout.Unit.Millimeter))
    scale = writer.width() / WIDTH
    count, each = sheet.whole.count, sheet.whole.lanes_in(writer.height() / scale - sheet.around)
    pages = max(1, -(-count // each))
    painter = QPainter(writer)
    painter.scale(scale, scale)
    for page in range(pages):
        if page:
            writer.newPage()
        foot = tr("Page {n} of {m}", n=page + 1, m=pages) if pages > 1 else ""
        sheet.paint(painter, page * each, min(page * each + each, count), foot)
    return painter.end()


@contextmanager
def _sheet(content: Content, ratio: float) -> Iterator[Sheet]:
    with light_look() as look:
        yield Sheet(content, PaperLook(look.worn), ratio)


def _written(write: Callable[[QBuffer], bool]) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not write(buffer):
        raise OSError(tr("The picture could not be made."))
    buffer.close()
    return bytes(data.data())
