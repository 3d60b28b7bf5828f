"""A person as a small picture: initials in the colour of a role, in a shape that tells standing.

Mentor: a disc. Candidate: a dashed ring. Past: a thin ring. Somebody I mentor: a square.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImageReader,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorjournal.ui import theme

Standing = Literal["mentor", "candidate", "past", "mentee"]
INITIALS_PART = 0.38  # of the size


def paint_avatar(
    painter: QPainter, rect: QRectF | QRect, initials: str, role: str | None,
    standing: str = "mentor", selected: bool = False, photo: QPixmap | None = None,
    wearing: theme.Theme | None = None,
) -> None:
    """Paint one avatar into the square `rect`; `selected` is for one on a selected row.

    It wears the application's theme unless another one is given, for a picture to be exported.
    """
    area = QRectF(rect)
    worn = wearing or theme.current()
    colors = worn.roles.get("mentee" if standing == "mentee" else role or "", worn.roles["mentee"])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = _shape(area, standing)
    if photo is not None and not photo.isNull():
        _paint_photo(painter, area, shape, photo)
    elif standing in ("mentor", "mentee"):
        on_selected = selected and standing == "mentor"
        painter.fillPath(shape, worn.colors["surface"] if on_selected else colors.tint)
    _paint_ring(painter, area, standing, colors.ink, worn.colors["line2"])
    if photo is None or photo.isNull():
        ink = worn.colors["muted"] if standing == "past" else colors.ink
        _paint_initials(painter, area, initials, ink)
    painter.restore()


def photo_pixmap(data: bytes | None, side: int) -> QPixmap | None:
    """A stored photo, cut to a square of `side` device pixels; None if there is no readable one."""
    if not data:
        return None
    key = f"photo {hash(data):x} {len(data)} {side}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and min(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    if image.isNull():
        return None
    wanted = min(image.width(), image.height())
    left, top = (image.width() - wanted) // 2, (image.height() - wanted) // 2
    pixmap = QPixmap.fromImage(image.copy(left, top, wanted, wanted))
    QPixmapCache.insert(key, pixmap)
    return pixmap


def _shape(area: QRectF, standing: str) -> QPainterPath:
    shape = QPainterPath()
    if standing == "mentee":
        radius = max(4.0, area.width() * 6 / 28)
        shape.addRoundedRect(area, min(radius, 10.0), min(radius, 10.0))
    else:
        shape.addEllipse(area)
    return shape


def _paint_photo(painter: QPainter, area: QRectF, shape: QPainterPath, photo: QPixmap) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(shape)
    painter.drawPixmap(area, photo, QRectF(photo.rect()))
    painter.restore()


def _paint_ring(
    painter: QPainter, area: QRectF, standing: str, ink: QColor, pale: QColor
) -> None:
    if standing not in ("candidate", "past"):
        return
    width = 1.5 if standing == "candidate" else 1.0
    pen = QPen(ink if standing == "candidate" else pale, width)
    if standing == "candidate":
        pen.setDashPattern([2.2, 1.8])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawEllipse(area.adjusted(half, half, -half, -half))


def _paint_initials(painter: QPainter, area: QRectF, initials: str, ink: QColor) -> None:
    font = theme.font("heading")
    font.setPixelSize(max(6, round(area.width() * INITIALS_PART)))
    painter.setFont(font)
    painter.setPen(ink)
    # The accent of Å reaches above the capitals: centring by capitals keeps a row of avatars even.
    metrics = painter.fontMetrics()
    left = area.center().x() - metrics.horizontalAdvance(initials) / 2
    painter.drawText(round(left * 2) / 2, area.center().y() + metrics.capHeight() / 2, initials)


class Avatar(QWidget):
    """One avatar as a widget, `side` px large at text size 1."""

    def __init__(
        self, initials: str = "", role: str | None = None, standing: str = "mentor",
        side: int = 28, parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._side = side
        self._photo: bytes | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_person(initials, role, standing)

    def set_person(
        self, initials: str, role: str | None, standing: str = "mentor",
        photo: bytes | None = None, name: str = "",
    ) -> None:
        """Show somebody; `name` is for screen readers."""
        self._initials, self._role, self._standing = initials, role, standing
        self._photo = photo
        self.setAccessibleName(name or initials)
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = min(self.width(), self.height())
        photo = photo_pixmap(self._photo, round(side * self.devicePixelRatioF()))
        area = QRectF(0, 0, side, side)
        paint_avatar(painter, area, self._initials, self._role, self._standing, photo=photo)
