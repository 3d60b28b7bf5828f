"""The look: two tables of colours, the palette and style sheet made of them, fonts and text size.

The applied theme hangs on the application object, so that a second application in the same process
starts with a clean one. Colours are asked for by token ("accent-ink"), type by style ("row-title").
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication, QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from mentorjournal import paths
from mentorjournal.ui.widgets.focus_ring import FocusRing

Mode = Literal["light", "dark", "system"]
PROPERTY = "mentorjournalTheme"
FONTS_PROPERTY = "mentorjournalFonts"
FAMILY = "Inter"
RADIO, RADIO_DOT, RADIO_RING = 12, 6, 4  # px inside a radio button, of its dot, and around that

# Style -> pixels, weight, letter spacing in hundredths of the size.
STYLES: Mapping[str, tuple[float, int, int]] = {
    "countdown": (44, 600, -2),
    "welcome": (24, 600, 0),
    "display": (22, 600, 0),
    "page-title": (20, 600, -1),
    "record-title": (16, 600, 0),
    "heading": (13, 600, 0),
    "row-title": (13, 500, 0),
    "body": (13, 400, 0),
    "small": (12, 400, 0),
    "label": (12, 500, 0),
    "chip": (11.5, 500, 0),
    "micro": (11, 400, 0),
}
LINES: Mapping[str, int] = {
    "countdown": 44, "welcome": 32, "display": 30, "page-title": 28, "record-title": 22,
    "heading": 20, "row-title": 18, "body": 20, "small": 16, "label": 16, "chip": 16, "micro": 14,
}


@dataclass(frozen=True)
class RoleColors:
    """`solid` with `on_solid` for map nodes and dots, `tint` with `ink` for avatars and chips."""

    solid: QColor
    on_solid: QColor
    ink: QColor
    tint: QColor


class Theme(QObject):
    """What is applied now; `changed` is for what paints itself outside of widgets."""

    changed = Signal()

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self.mode: Mode = "light"
        self.text_scale = 1.0
        self.family = _family(app)
        self.medium, self.semibold = _weights(self.family)
        self._fonts: dict[str, QFont] = {}
        self._ring: FocusRing | None = None
        self._read("light")

    def _read(self, name: str) -> None:
        table = _table(name)
        self.name = name
        self.hexes: dict[str, str] = table["colors"]
        self.colors = {token: QColor(value) for token, value in self.hexes.items()}
        self.roles = {
            role: RoleColors(*(QColor(row[part]) for part in ("solid", "on-solid", "ink", "tint")))
            for role, row in table["roles"].items()
        }

    def font(self, style: str) -> QFont:
        """A copy of the font of `style` at the present text size."""
        if style not in self._fonts:
            pixels, weight, spacing = STYLES[style]
            self._fonts[style] = self._make_font(pixels, weight, spacing)
        return QFont(self._fonts[style])

    def _make_font(self, pixels: float, weight: int, spacing: int) -> QFont:
        font = QFont(self.family)
        font.setPixelSize(max(1, round(pixels * self.text_scale)))
        font.setWeight(QFont.Weight({500: self.medium, 600: self.semibold}.get(weight, weight)))
        font.setFeature(QFont.Tag("tnum"), 1)
        if spacing:
            step = pixels * self.text_scale * spacing / 100
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, step)
        return font

    def put_on(self, app: QApplication, mode: Mode, text_scale: float) -> None:
        """Take on `mode` and `text_scale`, and dress the whole application in them."""
        self.mode = mode
        hints = app.styleHints()
        if mode == "system":
            hints.unsetColorScheme()
        else:
            dark = mode == "dark"
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        dark = hints.colorScheme() == Qt.ColorScheme.Dark if mode == "system" else mode == "dark"
        if text_scale != self.text_scale:
            self.text_scale = text_scale
            self._fonts.clear()
        self._read("dark" if dark else "light")
        self._dress(app)
        self.changed.emit()

    def _dress(self, app: QApplication) -> None:
        if app.style().objectName() != "fusion" and not app.styleSheet():
            app.setStyle("Fusion")
        palette = palette_of(self.colors)
        app.setPalette(palette)
        QToolTip.setPalette(palette)
        app.setFont(self.font("body"))
        app.setStyleSheet(style_sheet(self))
        if self._ring is None:
            self._ring = FocusRing(app)

    def follow(self, scheme: Qt.ColorScheme) -> None:
        """The system has turned light or dark."""
        app = QApplication.instance()
        wanted = "dark" if scheme == Qt.ColorScheme.Dark else "light"
        if self.mode == "system" and wanted != self.name and isinstance(app, QApplication):
            self._read(wanted)
            self._dress(app)
            self.changed.emit()


def apply(app: QApplication, mode: Mode = "system", text_scale: float = 1.0) -> Theme:
    """Dress `app`; "system" follows the desktop, also later; sizes are `text_scale` times drawn."""
    QDir.setSearchPaths("controls", [str(paths.resources() / "icons" / "controls")])
    register_fonts(app)
    theme = current()
    theme.put_on(app, mode, text_scale)
    return theme


def current() -> Theme:
    """The theme of the running application: a light one until `apply` was called."""
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("There are no colours before there is an application.")
    theme = app.property(PROPERTY)
    if not isinstance(theme, Theme):
        theme = Theme(app)
        app.setProperty(PROPERTY, theme)
        QGuiApplication.styleHints().colorSchemeChanged.connect(theme.follow)
    return theme


def color(token: str) -> QColor:
    """The colour of a token such as "accent-ink"; KeyError for one that does not exist."""
    return current().colors[token]


def role_colors(role: str | None) -> RoleColors:
    """The colours of one of the five roles or of "mentee"; neutral ones for every other role."""
    roles = current().roles
    return roles.get(role or "", roles["mentee"])


def font(style: str) -> QFont:
    """The font of a style such as "row-title"; KeyError for one that does not exist."""
    return current().font(style)


def line(style: str) -> int:
    """The line height of a style in pixels at the present text size."""
    return px(LINES[style])


def px(pixels: float) -> int:
    """`pixels` of the drawings at the present text size."""
    return round(pixels * current().text_scale)


def is_dark() -> bool:
    """Whether the dark theme is on."""
    return current().name == "dark"


def register_fonts(app: QCoreApplication) -> None:
    """Make the bundled Inter known to Qt, once an application; nothing when it was not built."""
    if app.property(FONTS_PROPERTY) is not None:
        return
    found = False
    for weight in ("Regular", "Medium", "SemiBold"):
        file = paths.resources() / "fonts" / f"{FAMILY}-{weight}.ttf"
        found |= file.exists() and QFontDatabase.addApplicationFont(str(file)) >= 0
    app.setProperty(FONTS_PROPERTY, found)


def style_sheet(theme: Theme) -> str:
    """The style sheet with its tokens filled in and every size above 2 px scaled."""
    values = {
        **theme.hexes,
        "theme": theme.name,
        "medium": str(theme.medium),
        "semibold": str(theme.semibold),
    }

    def size(pixels: float) -> int:
        return round(pixels * theme.text_scale)

    def scaled(match: re.Match[str]) -> str:
        pixels = float(match[1])
        return match[0] if abs(pixels) <= 2 else f"{size(pixels)}px"

    # Qt draws a square where a radius is more than half of what it rounds.
    values["radio-round"] = f"{(size(RADIO) + 2) // 2}px"
    values["radio-on-round"] = f"{size(RADIO_DOT) // 2 + size(RADIO_RING)}px"

    text = re.sub(r"(-?\d+(?:\.\d+)?)px\b", scaled, _style_source())
    return re.sub(r"%([a-z0-9-]+)%", lambda match: values[match[1]], text)


def palette_of(colors: Mapping[str, QColor]) -> QPalette:
    """A palette with every role set, so that native dialogs and plain widgets follow too."""
    role = QPalette.ColorRole
    normal = {
        role.Window: "bg", role.WindowText: "ink", role.Base: "surface",
        role.AlternateBase: "sunken", role.Text: "ink", role.Button: "surface",
        role.ButtonText: "ink", role.BrightText: "alert", role.PlaceholderText: "muted",
        role.ToolTipBase: "surface", role.ToolTipText: "ink", role.Highlight: "accent-sel",
        role.HighlightedText: "ink", role.Link: "accent-ink", role.LinkVisited: "accent-ink",
        role.Accent: "accent", role.Light: "surface", role.Midlight: "hover", role.Mid: "line2",
        role.Dark: "ctl", role.Shadow: "line2",
    }
    disabled = {
        role.WindowText: "faint", role.Text: "faint", role.ButtonText: "faint",
        role.Base: "bg", role.Button: "bg", role.HighlightedText: "faint", role.Accent: "ctl",
        role.Highlight: "neutral-tint", role.Link: "faint", role.PlaceholderText: "faint",
    }
    palette = QPalette()
    for which, token in normal.items():
        palette.setColor(which, colors[token])
    for which, token in disabled.items():
        palette.setColor(QPalette.ColorGroup.Disabled, which, colors[token])
    return palette


def _family(app: QCoreApplication) -> str:
    # Asking for all families takes as long as registering ours: only where ours is not there.
    if app.property(FONTS_PROPERTY) or FAMILY in QFontDatabase.families():
        return FAMILY
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def _weights(family: str) -> tuple[int, int]:
    """Medium and semibold as `family` has them, else regular and bold."""
    if family == FAMILY:
        return 500, 600
    known = {QFontDatabase.weight(family, style) for style in QFontDatabase.styles(family)}
    return (500 if 500 in known else 400), (600 if 600 in known else 700)


@cache
def _style_source() -> str:
    source = (paths.resources() / "style.qss").read_text(encoding="utf-8")
    return re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)


@cache
def _table(name: str) -> dict[str, Any]:
    file: Path = paths.resources() / "themes" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
