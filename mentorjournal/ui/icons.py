"""Icons that take their colour from the theme when they are painted, so they follow a change of it.

Phosphor shapes: the regular weight at rest, the filled one where an item is selected or checked.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache

from mentorjournal import paths
from mentorjournal.ui import theme


class PaintedIcon(QIconEngine):
    """An icon that a function paints; the base of all that take their colours from the theme."""

    def draw(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """A pixmap of `size` device pixels."""
        raise NotImplementedError

    def isNull(self) -> bool:
        return False

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.draw(size, mode, state)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        return self.draw(size, mode, state)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        pixmap = QPixmap(self.draw(rect.size() * ratio, mode, state))
        pixmap.setDevicePixelRatio(ratio)
        painter.drawPixmap(rect.topLeft(), pixmap)


class TintedIcon(PaintedIcon):
    """One shape, tinted by `token`; by `on_token` and filled where selected or checked."""

    def __init__(self, name: str, token: str, on_token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token
        self._on_token = on_token

    def clone(self) -> QIconEngine:
        return TintedIcon(self._name, self._token, self._on_token)

    def key(self) -> str:
        return "mentorjournal-tinted"

    def iconName(self) -> str:
        return self._name

    def draw(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        chosen = state == QIcon.State.On or mode == QIcon.Mode.Selected
        token = self._on_token if chosen else self._token
        if mode == QIcon.Mode.Disabled:
            token = "faint"
        return tinted(shape(self._name, filled=chosen), size, theme.color(token))


class DotIcon(PaintedIcon):
    """A dot of 8 px in the solid colour of a role, with air at its right."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role

    def clone(self) -> QIconEngine:
        return DotIcon(self._role)

    def key(self) -> str:
        return "mentorjournal-dot"

    def draw(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.role_colors(self._role).solid)
        side = size.height()
        painter.drawEllipse(QRectF(0, 0, side, side))
        painter.end()
        return pixmap


def dot(role: str) -> QIcon:
    """The dot of a role; give it an icon size wider than high to keep it off the text."""
    return QIcon(DotIcon(role))


def icon(name: str, token: str = "muted", on_token: str = "accent") -> QIcon:
    """The icon called `name` in the colour of `token`; FileNotFoundError for an unknown name.

    Where it is selected or checked it is filled, if such a shape exists, in `on_token`.
    """
    shape(name, filled=False)
    return QIcon(TintedIcon(name, token, on_token))


def paint_icon(
    painter: QPainter, rect: QRectF | QRect, name: str, color: QColor, *, filled: bool = False
) -> None:
    """Paint the icon `name` into `rect`, for delegates and other painted things."""
    ratio = painter.device().devicePixelRatioF()
    area = QRectF(rect)
    size = (area.size() * ratio).toSize()
    pixmap = QPixmap(tinted(shape(name, filled=filled), size, color))
    pixmap.setDevicePixelRatio(ratio)
    # On whole device pixels, or the thin lines blur.
    corner = QPointF(round(area.x() * ratio) / ratio, round(area.y() * ratio) / ratio)
    painter.drawPixmap(corner, pixmap)


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(paths.resources() / "icons" / "app.svg"))


@cache
def shape(name: str, *, filled: bool) -> Path:
    """The file of a shape: the filled one when wanted and there; FileNotFoundError if unknown."""
    folder = paths.resources() / "icons"
    names = [f"{name}-fill.svg", f"{name}.svg"] if filled else [f"{name}.svg"]
    for file in (folder / each for each in names):
        if file.exists():
            return file
    raise FileNotFoundError(f"There is no icon called {name}.")


def tinted(file: Path, size: QSize, color: QColor) -> QPixmap:
    """The shape in `file` in one colour, `size` in device pixels; kept in Qt's pixmap cache."""
    key = f"{file.name} {size.width()} {size.height()} {color.rgba():x}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    # QtSvg is loaded with the first icon that is painted, not with this module.
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # A wider icon is a square one with air at its right: Qt has no setting for the gap to the text.
    # A higher one has the air above, to stand on the line of the text.
    side = min(size.width(), size.height())
    square = QRectF(0, size.height() - side, side, side)
    QSvgRenderer(QByteArray(file.read_bytes())).render(painter, square)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), color)
    painter.end()
    QPixmapCache.insert(key, pixmap)
    return pixmap
