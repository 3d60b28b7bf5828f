"""Where the map gets its colours, fonts and sizes: from the theme, or light for a picture file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont

from mentorjournal.ui import theme

FADED = 0.25  # TOKENS 7: a filter fades and never moves


class Look:
    """The application's theme as it is at the moment of asking, or another one."""

    def __init__(self, source: theme.Theme | None = None) -> None:
        self._theme = source or theme.current()
        self.rough = False  # True while a crowded map moves: lines plain, small words left out

    @property
    def worn(self) -> theme.Theme:
        """The theme itself."""
        return self._theme

    def color(self, token: str) -> QColor:
        """The colour of a token."""
        return self._theme.colors[token]

    def role(self, role: str) -> theme.RoleColors:
        """The colours of a role; neutral ones beyond the five."""
        return self._theme.roles.get(role, self._theme.roles["mentee"])

    def font(self, style: str) -> QFont:
        """A font of the type scale."""
        return self._theme.font(style)

    def px(self, pixels: float) -> int:
        """Pixels of the drawings at the text size."""
        return round(pixels * self._theme.text_scale)

    def wrap(self, pixels: float) -> float:
        """The width at which labels wrap: larger text gets more lines rather than wider ones."""
        scale = self.scale
        return pixels * (max(1.7 - 0.7 * scale, 0.5 * scale) if scale > 1 else scale)

    def mixed(self, color: QColor, faded: bool) -> QColor:
        """The colour, or what remains of it on the surface when it is faded to 25 %."""
        if not faded:
            return color
        # Mixed rather than painted with opacity, which made a crowded frame four times slower.
        back, share = self.color("surface"), FADED
        return QColor(*(
            round(share * top + (1 - share) * under)
            for top, under in zip(color.getRgb()[:3], back.getRgb()[:3], strict=True)
        ))

    @property
    def scale(self) -> float:
        """The text size, 1.0 being usual."""
        return self._theme.text_scale

    @property
    def spread(self) -> float:
        """How far things stand apart: grows half as fast as text, that text has the room."""
        return self.scale if self.scale < 1 else (1 + self.scale) / 2


@contextmanager
def light_look() -> Iterator[Look]:
    """The light colours at the usual text size, whatever the window wears."""
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("There are no colours before there is an application.")
    light = theme.Theme(app)
    try:
        yield Look(light)
    finally:
        light.deleteLater()
