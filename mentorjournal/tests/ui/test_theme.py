"""The look: both themes complete, legible, and applied without a trace of the other."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QDir, QFile, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.label import label

MODES = ("light", "dark")
SURFACES = ("bg", "side", "surface", "sunken", "hover")
INKS = ("ink", "ink2", "muted", "accent", "accent-ink", "alert", "warn", "ok")
ROLES = (
    "coach", "research_adviser", "project_sponsor", "institutional_advocate", "confidante", "mentee"
)


@pytest.fixture(autouse=True)
def _undress(qapp: QApplication):
    yield
    theme.apply(qapp, "light")


def luminance(color: QColor) -> float:
    parts = [color.redF(), color.greenF(), color.blueF()]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("ink", INKS)
def test_text_is_legible(qapp: QApplication, mode: str, surface: str, ink: str) -> None:
    theme.apply(qapp, mode)
    assert contrast(theme.color(ink), theme.color(surface)) >= 4.5


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("ink", "fill"),
    [
        ("on-accent", "accent"), ("on-accent", "accent-ink"), ("accent-ink", "accent-tint"),
        ("accent-ink", "accent-sel"), ("ink2", "accent-sel"), ("alert", "alert-tint"),
        ("warn", "warn-tint"), ("ok", "ok-tint"), ("neutral-ink", "neutral-tint"),
    ],
)
def test_text_on_fills_is_legible(qapp: QApplication, mode: str, ink: str, fill: str) -> None:
    theme.apply(qapp, mode)
    assert contrast(theme.color(ink), theme.color(fill)) >= 4.5


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("role", ROLES)
def test_every_role_is_legible(qapp: QApplication, mode: str, role: str) -> None:
    theme.apply(qapp, mode)
    colors = theme.role_colors(role)
    assert contrast(colors.on_solid, colors.solid) >= 4.5
    assert contrast(colors.ink, colors.tint) >= 4.5
    assert contrast(colors.solid, theme.color("surface")) >= 3.0


def test_roles_without_a_colour_of_their_own_are_neutral(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    assert theme.role_colors("connector") == theme.role_colors("mentee")
    assert theme.role_colors(None) == theme.role_colors("mentee")
    assert theme.role_colors("coach") != theme.role_colors("mentee")


def test_both_themes_have_the_same_tokens(qapp: QApplication) -> None:
    light = set(theme.apply(qapp, "light").hexes)
    assert set(theme.apply(qapp, "dark").hexes) == light
    with pytest.raises(KeyError):
        theme.color("no-such-token")


@pytest.mark.parametrize("mode", MODES)
def test_palette_follows_the_tokens(qapp: QApplication, mode: str) -> None:
    theme.apply(qapp, mode)
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Window) == theme.color("bg")
    assert palette.color(QPalette.ColorRole.PlaceholderText) == theme.color("muted")
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == theme.color("faint")
    assert theme.is_dark() is (mode == "dark")


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 2.0])
def test_a_radio_button_is_round_at_any_text_size(qapp: QApplication, scale: float) -> None:
    sheet = theme.style_sheet(theme.apply(qapp, "light", scale))
    found = re.findall(
        r"QRadioButton::indicator(?::checked)? { width: (\d+)px.* border: (\d+)px.*"
        r" border-radius: (\d+)px", sheet)
    assert len(found) == 2
    for width, edge, radius in found:
        assert int(radius) == (int(width) + 2 * int(edge)) // 2


@pytest.mark.parametrize("mode", MODES)
def test_style_sheet_is_filled_in_and_its_pictures_exist(qapp: QApplication, mode: str) -> None:
    sheet = theme.style_sheet(theme.apply(qapp, mode))
    assert "%" not in sheet
    pictures = re.findall(r"url\((controls:[^)]+)\)", sheet)
    assert pictures
    assert all(QFile.exists(picture) for picture in pictures)
    assert QDir.searchPaths("controls")


def test_text_size_scales_fonts_and_sizes_but_no_hairlines(qapp: QApplication) -> None:
    sheet = theme.style_sheet(theme.apply(qapp, "light", 1.5))
    assert theme.font("body").pixelSize() == 20
    assert theme.px(32) == 48
    assert "min-height: 45px" in sheet
    assert "border: 1px solid" in sheet
    theme.apply(qapp, "light", 1.0)
    assert theme.font("body").pixelSize() == 13


@pytest.mark.parametrize("style", list(theme.STYLES))
def test_every_style_has_a_font_and_a_line(qapp: QApplication, style: str) -> None:
    font = theme.font(style)
    assert font.pixelSize() >= 11
    assert theme.line(style) >= font.pixelSize()
    font.setPixelSize(99)
    assert theme.font(style).pixelSize() != 99


def test_a_label_takes_on_a_live_change(qtbot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    title = label("Today", "page-title", "muted")
    qtbot.addWidget(title)
    title.show()
    assert title.fontMetrics().height() > QLabel("x").fontMetrics().height()
    theme.apply(qapp, "dark", 1.5)
    assert title.palette().color(title.foregroundRole()) == theme.color("muted")
    assert title.font().pixelSize() == 30


def test_system_mode_follows_the_desktop(qtbot, qapp: QApplication) -> None:
    hints = qapp.styleHints()
    theme.apply(qapp, "system")
    # What the platform says when the desktop changes; the offscreen one never says it itself.
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.is_dark()
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.color("bg")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert not theme.is_dark()


def test_a_chosen_theme_stays_when_the_desktop_changes(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme.is_dark()


def test_who_paints_outside_of_widgets_is_told(qtbot, qapp: QApplication) -> None:
    with qtbot.waitSignal(theme.current().changed):
        theme.apply(qapp, "dark")


def test_the_ring_follows_the_keyboard(qtbot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second = QPushButton("One"), QPushButton("Two")
    for each in (first, second):
        column.addWidget(each)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    place = second.geometry().topLeft()
    picture = window.grab().toImage()
    assert picture.pixelColor(place.x() + 20, place.y() - 2) == theme.color("accent")
    first.setFocus(Qt.FocusReason.TabFocusReason)
    picture = window.grab().toImage()
    assert picture.pixelColor(place.x() + 20, place.y() - 2) == theme.color("bg")
