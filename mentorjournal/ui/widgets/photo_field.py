"""A person's picture in a form: chosen from a file, made small, or taken away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.words import tr

LARGEST_FILE = 5_000_000  # bytes
SIDE = 512  # px of the stored picture's longer side
MOST_SIDE = 30_000  # px; a picture that claims more is a trap, not a photo


def small_picture(data: bytes) -> bytes:
    """The picture in `data` as a PNG of 512 px at the most.

    Raises ValueError with a sentence for people when it is too large or no picture.
    """
    if len(data) > LARGEST_FILE:
        raise ValueError(tr("The picture is too large; 5 MB fit."))
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > MOST_SIDE:
        raise ValueError(tr("The picture has too many pixels."))
    if size.isValid() and max(size.width(), size.height()) > SIDE:
        reader.setScaledSize(size.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise ValueError(tr("This file is no picture that can be shown."))
    return _png(image)


def _png(image: QImage) -> bytes:
    if max(image.width(), image.height()) > SIDE:
        image = image.scaled(
            QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


class PhotoField(QWidget):
    """`value` is the picture as PNG, None without one."""

    value_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo: bytes | None = None
        self._face = ("", None, "mentor")
        self.avatar = Avatar(side=64)
        self.choose = Button(tr("Choose a picture…"), "image", "row")
        self.choose.clicked.connect(self._ask)
        self.remove = Button(tr("Remove"), None, "row")
        self.remove.clicked.connect(lambda: self.set_value(None))
        self.says = label("", "small", "muted", wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(theme.px(6))
        words.addStretch(1)
        words.addLayout(buttons)
        words.addWidget(self.says)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addWidget(self.avatar)
        row.addLayout(words, 1)
        self.setFocusProxy(self.choose)
        self._show("")

    def value(self) -> bytes | None:
        """The picture."""
        return self._photo

    def set_value(self, photo: bytes | None) -> None:
        """Show another picture, or none."""
        self._photo = photo
        self._show("")
        self.value_changed.emit()

    def set_face(self, initials: str, role: str | None, standing: str) -> None:
        """What stands in place of a picture."""
        self._face = (initials, role, standing)
        self.avatar.set_person(initials, role, standing, self._photo)

    def take_file(self, file: Path) -> None:
        """Take the picture of a file; a sentence says why when that cannot be."""
        try:
            if file.stat().st_size > LARGEST_FILE:
                raise ValueError(tr("The picture is too large; 5 MB fit."))
            photo = small_picture(file.read_bytes())
        except ValueError as refusal:
            self._show(str(refusal))
        except OSError:
            self._show(tr("This file cannot be read."))
        else:
            self.set_value(photo)

    def _ask(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Choose a picture"), "",
            tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp)"),
        )
        if name:
            self.take_file(Path(name))

    def _show(self, wrong: str) -> None:
        self.avatar.set_person(*self._face, self._photo)
        self.remove.setVisible(self._photo is not None)
        self.says.setText(wrong or tr("Optional. It stays inside the journal."))
        dress(self.says, "small", "alert" if wrong else "muted")
