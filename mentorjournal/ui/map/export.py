"""The map as a picture file: light, whole, with a title and a legend, nothing private in it.

Only what is written on the map goes into the picture: names, roles, contact words. My own words
for a need, and the whole sentences of the tooltips, stay behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from mentorjournal.ui.map.legend import Legend, legend_entries
from mentorjournal.ui.map.look import Look, light_look
from mentorjournal.ui.map.scene import MapScene
from mentorjournal.words import tr

CANVAS = (1000.0, 760.0)
MARGIN, TITLE = 24.0, 40.0
MOST_PIXELS = 40_000_000


class Sheet:
    """The scene between a title and a legend, ready to be painted anywhere."""

    def __init__(self, source: MapScene, look: Look) -> None:
        self.look = look
        self.scene = MapScene(look=look)
        self.scene.set_canvas(*CANVAS)
        self.scene.set_people(
            list(source.people.values()),
            [replace(gap, words="") if gap.are_mine else gap for gap in source.gaps],
            source.me_name, source.setting,
        )
        self.title = (
            tr("Network map of {name}", name=source.me_name) if source.me_name
            else tr("Network map")
        )
        self._map = self.scene.sceneRect()
        self.width = self._map.width() + 2 * MARGIN
        self.legend = Legend(legend_entries(source.people.values()), look, self._map.width())
        self.height = TITLE + self._map.height() + self.legend.height + 2 * MARGIN

    def paint(self, painter: QPainter) -> None:
        """Paint at full size with the upper left corner at (0, 0)."""
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.fillRect(QRectF(0, 0, self.width, self.height), self.look.color("surface"))
        painter.setFont(self.look.font("page-title"))
        painter.setPen(self.look.color("ink"))
        painter.drawText(
            QRectF(MARGIN, MARGIN - 8, self._map.width(), TITLE),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.title,
        )
        self.scene.render(
            painter, QRectF(MARGIN, MARGIN + TITLE, self._map.width(), self._map.height()),
            self._map,
        )
        self.legend.paint(painter, MARGIN, self.height - MARGIN - self.legend.height)


def export_png(scene: MapScene, scale: float = 2.0) -> bytes:
    """The map as a PNG at `scale` pixels a scene pixel, less for a huge map (40 million pixels)."""
    with _sheet(scene) as sheet:
        most = (MOST_PIXELS / (sheet.width * sheet.height)) ** 0.5
        scale = min(scale, most)
        image = QImage(
            QSize(round(sheet.width * scale), round(sheet.height * scale)),
            QImage.Format.Format_RGB32,
        )
        image.fill(sheet.look.color("surface"))
        painter = QPainter(image)
        painter.scale(scale, scale)
        sheet.paint(painter)
        painter.end()
        return _written(lambda buffer: image.save(buffer, "PNG"))


def export_svg(scene: MapScene) -> bytes:
    """The map as an SVG; text stays text."""
    from PySide6.QtSvg import QSvgGenerator

    with _sheet(scene) as sheet:
        def draw(buffer: QBuffer) -> bool:
            generator = QSvgGenerator()
            generator.setOutputDevice(buffer)
            generator.setSize(QSize(round(sheet.width), round(sheet.height)))
            generator.setViewBox(QRectF(0, 0, sheet.width, sheet.height))
            generator.setTitle(sheet.title)
            generator.setDescription(tr("Made with Mentor Journal"))
            painter = QPainter(generator)
            sheet.paint(painter)
            return painter.end()

        return _written(draw)


@contextmanager
def _sheet(scene: MapScene) -> Iterator[Sheet]:
    with light_look() as look:
        sheet = Sheet(scene, look)
        try:
            yield sheet
        finally:
            sheet.scene.deleteLater()


def _written(write: Callable[[QBuffer], bool]) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not write(buffer):
        raise OSError(tr("The picture could not be made."))
    buffer.close()
    return bytes(data.data())
