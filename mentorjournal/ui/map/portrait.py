"""A photo made into a small square picture, whatever its size."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap

SIDE = 132  # three times the disc, enough for a doubled picture file


def portrait(photo: bytes) -> QPixmap | None:
    """The middle square of the photo, or None when it cannot be read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(photo))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        # Scaled while it is read: a huge photo never stands in memory as a whole.
        reader.setScaledSize(size.scaled(
            QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatioByExpanding
        ))
    image: QImage = reader.read()
    if image.isNull():
        return None
    side = min(image.width(), image.height())
    square = image.copy((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    return QPixmap.fromImage(square)
