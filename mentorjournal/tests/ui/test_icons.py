"""Icons: every shape is there, and takes the colour of the theme that is on."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication

from mentorjournal import paths
from mentorjournal.ui import icons, theme

PACKAGING = Path(__file__).parents[3] / "packaging" / "icons.py"


@pytest.fixture(autouse=True)
def _light(qapp: QApplication):
    theme.apply(qapp, "light")
    yield
    theme.apply(qapp, "light")


def full_colors(image: QImage) -> set[str]:
    """The colours of all pixels that are not see-through."""
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width()) for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def picture(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal,
            state: QIcon.State = QIcon.State.Off) -> QImage:
    return icon.pixmap(QSize(32, 32), mode, state).toImage()


def test_every_listed_icon_is_there_with_its_licence() -> None:
    spec = importlib.util.spec_from_file_location("packaging_icons", PACKAGING)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    folder = paths.resources() / "icons"
    missing = [name for name in module.wanted() if not (folder / name).exists()]
    assert missing == []
    assert "Phosphor" in (folder / "LICENSE.txt").read_text(encoding="utf-8")


def test_an_unknown_name_is_refused_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def test_one_icon_follows_a_change_of_theme(qapp: QApplication) -> None:
    made = icons.icon("stop", "ink")
    assert full_colors(picture(made)) == {theme.color("ink").name()}
    theme.apply(qapp, "dark")
    assert full_colors(picture(made)) == {theme.color("ink").name()}


def test_checked_is_filled_in_the_accent_and_disabled_is_faint() -> None:
    made = icons.icon("heart", "muted")
    rest, on = picture(made), picture(made, state=QIcon.State.On)
    middle = QColor(on.pixelColor(16, 16))
    assert rest.pixelColor(16, 16).alpha() == 0
    assert middle == theme.color("accent")
    assert full_colors(picture(made, QIcon.Mode.Disabled)) == {theme.color("faint").name()}


def test_painting_keeps_to_its_place_and_colour() -> None:
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(2)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    icons.paint_icon(painter, _rect(16, 16, 16), "heart", QColor("#123456"), filled=True)
    painter.end()
    assert image.pixelColor(48, 48).name() == "#123456"
    assert all(image.pixelColor(x, y).alpha() == 0 for x in range(31) for y in range(64))


def test_dots_wear_the_colour_of_their_role() -> None:
    image = icons.dot("coach").pixmap(QSize(16, 8)).toImage()
    assert image.pixelColor(4, 4) == theme.role_colors("coach").solid
    assert image.pixelColor(13, 4).alpha() == 0


def test_the_app_icon_can_be_drawn() -> None:
    assert icons.app_icon().pixmap(QSize(64, 64)).toImage().pixelColor(32, 20).name() == "#0f766e"


def _rect(x: float, y: float, side: float):
    from PySide6.QtCore import QRectF

    return QRectF(x, y, side, side)
