"""Picture files of the map: whole, light, and with nothing in them but what the map shows."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from mentorjournal.tests.ui.map.people import GAPS, SOME
from mentorjournal.ui import theme
from mentorjournal.ui.map.export import export_png, export_svg
from mentorjournal.ui.map.scene import MapScene


@pytest.fixture
def scene(qapp: QApplication) -> MapScene:
    theme.apply(qapp, "dark")
    made = MapScene()
    people = [replace(one, summary="Only for me: a secret") for one in SOME]
    made.set_people(people, GAPS, "Noor")
    return made


def test_a_png_is_light_and_twice_the_size(scene: MapScene) -> None:
    one = QImage.fromData(export_png(scene, 1.0))
    two = QImage.fromData(export_png(scene, 2.0))
    assert abs(two.width() - 2 * one.width()) <= 1
    assert two.pixelColor(3, 3) == QColor("#ffffff")
    assert theme.is_dark()


def test_an_svg_keeps_its_words_and_no_secret(scene: MapScene) -> None:
    data = export_svg(scene).decode("utf-8")
    root = ElementTree.fromstring(data)
    words = " ".join(root.itertext())
    for text in ("Network map of Noor", "Amara", "Ánh", "Within rhythm", "Clinical work"):
        assert text in words
    assert "secret" not in data


def test_my_own_words_for_a_need_stay_on_the_screen(scene: MapScene) -> None:
    mine = [replace(gap, words="A way out of here", are_mine=True) for gap in GAPS[:1]]
    scene.set_people(list(scene.people.values()), [*mine, *GAPS[1:]], "Noor")
    words = " ".join(ElementTree.fromstring(export_svg(scene).decode("utf-8")).itertext())
    assert "Nobody yet" in words and "way out" not in words
    assert all(gap.words in words for gap in GAPS[1:])


def test_hostile_names_stay_words(scene: MapScene) -> None:
    scene.update_people({1: replace(scene.people[1], name="<script>&amp;")})
    root = ElementTree.fromstring(export_svg(scene).decode("utf-8"))
    assert "<script>&amp;" in " ".join(root.itertext())
