"""The scene mirrors its people: items come, change and go with the records, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from mentorjournal.tests.ui.map.people import GAPS, SOME, person
from mentorjournal.ui import theme
from mentorjournal.ui.map.links import ArcItem, LinkItem
from mentorjournal.ui.map.person import MapPerson, second_line
from mentorjournal.ui.map.scene import MapScene


@pytest.fixture
def scene(qapp: QApplication) -> Iterator[MapScene]:
    theme.apply(qapp, "light")
    made = MapScene()
    made.set_people(SOME, GAPS, "Noor")
    yield made
    made.deleteLater()


def lines(scene: MapScene, kind: type) -> set[int]:
    return {item.person.id for item in scene.items() if isinstance(item, kind)}


def test_links_belong_to_those_i_am_in_touch_with(scene: MapScene) -> None:
    assert lines(scene, LinkItem) == {1, 2, 5, 6}
    assert lines(scene, ArcItem) == {2}


def test_setting_the_same_people_again_keeps_every_item(scene: MapScene) -> None:
    before = {id(item) for item in scene.items()}
    scene.set_people(SOME, GAPS, "Noor")
    assert {id(item) for item in scene.items()} == before


def test_taking_people_away_undoes_adding_them(scene: MapScene) -> None:
    before = {id(item) for item in scene.items()}
    plan = scene.plan
    newcomers = [person(7, areas=("academic", "clinical")), person(8, standing="mentee")]
    scene.set_people([*SOME, *newcomers], GAPS, "Noor")
    assert len(scene.items()) == len(before) + 5  # two discs, two links, one arc
    scene.set_people(SOME, GAPS, "Noor")
    assert {id(item) for item in scene.items()} == before
    assert scene.plan == plan


def test_a_change_of_contact_moves_nobody(scene: MapScene) -> None:
    plan, items = scene.plan, len(scene.items())
    scene.update_people({1: replace(scene.people[1], contact="overdue")})
    assert scene.plan is plan
    assert len(scene.items()) == items


def test_a_person_who_becomes_past_loses_the_link(scene: MapScene) -> None:
    scene.update_people({1: replace(scene.people[1], standing="past", contact="none")})
    assert lines(scene, LinkItem) == {2, 5, 6}


def test_an_update_may_bring_somebody_new(scene: MapScene) -> None:
    scene.update_people({9: person(9, "Dr New")})
    assert scene.plan is not None
    assert 9 in scene.plan.places
    assert scene.item_of(9).scene() is scene


def test_a_long_name_is_wrapped_and_never_shortened(scene: MapScene) -> None:
    name = "Prof. Dr. " + "Maria-Theresia von Hohenlohe " * 4
    scene.update_people({1: replace(scene.people[1], name=name)})
    label = scene.item_of(1).label
    assert label.width <= 220
    assert label.height > 60


def test_a_name_without_spaces_is_wrapped_too(scene: MapScene) -> None:
    scene.update_people({1: replace(scene.people[1], name="x" * 120)})
    assert scene.item_of(1).label.width <= 220


def painted(scene: MapScene) -> QImage:
    rect = scene.sceneRect()
    image = QImage(rect.size().toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    scene.render(painter, image.rect(), rect)
    painter.end()
    return image


def color_near(scene: MapScene, number: int, offset: tuple[float, float]) -> QColor:
    spot = scene.item_of(number).pos() + QPointF(*offset) - scene.sceneRect().topLeft()
    return painted(scene).pixelColor(spot.toPoint())


def test_a_filter_fades_to_a_quarter_and_moves_nobody(scene: MapScene) -> None:
    places = dict(scene.plan.places)
    full = color_near(scene, 1, (0, -17))
    assert full == theme.role_colors("research_adviser").solid
    scene.set_filter({2, 6})
    assert scene.is_faded(1)
    assert not scene.is_faded(2)
    faded = color_near(scene, 1, (0, -17))
    assert faded.red() == pytest.approx(255 - (255 - full.red()) / 4, abs=2)
    assert scene.plan.places == places
    scene.set_filter(lambda one: one.standing == "mentor")
    assert scene.is_faded(3)
    assert not scene.is_faded(1)
    scene.set_filter(None)
    assert not scene.is_faded(3)


def test_further_roles_are_a_ring_in_their_colours(scene: MapScene) -> None:
    assert color_near(scene, 6, (25.5, 0)) == theme.role_colors("confidante").solid
    assert color_near(scene, 6, (0, -17)) == theme.role_colors("coach").solid


def test_a_new_theme_repaints_with_its_colours(scene: MapScene, qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    scene.refresh_theme()
    assert color_near(scene, 1, (0, -17)) == theme.role_colors("research_adviser").solid
    assert scene.backgroundBrush().color() == theme.color("surface")


def test_larger_text_makes_larger_labels_and_discs(scene: MapScene, qapp: QApplication) -> None:
    before = scene.item_of(1).label.height
    theme.apply(qapp, "light", 1.5)
    scene.refresh_theme()
    assert scene.item_of(1).label.height > 1.3 * before
    assert scene.item_of(1).radius == 27.5  # distances grow half as fast
    theme.apply(qapp, "light", 1.0)


def photo_bytes(side: int) -> bytes:
    image = QImage(side, side // 2, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def test_a_photo_fills_the_disc_and_rubbish_does_not(scene: MapScene) -> None:
    scene.update_people({1: replace(scene.people[1], photo=photo_bytes(900))})
    assert color_near(scene, 1, (0, 0)) == QColor("#123456")
    scene.update_people({1: replace(scene.people[1], photo=b"no picture")})
    assert color_near(scene, 1, (0, -17)) == theme.role_colors("research_adviser").solid


@pytest.mark.parametrize(("one", "words"), [
    (SOME[0], ["Coach", "8 days ago"]),
    (SOME[2], ["Candidate", "Coach", "8 days ago"]),
    (SOME[3], ["Past", "8 days ago"]),
    (SOME[4], []),
    (replace(SOME[4], contact="overdue"), ["8 days ago"]),
    (person(1, areas=()), ["Coach", "Senior", "8 days ago"]),
])
def test_the_second_line(one: MapPerson, words: list[str]) -> None:
    assert [text for text, _tone in second_line(one)] == words


def test_tooltips_are_plain_text(scene: MapScene) -> None:
    scene.update_people({1: replace(scene.people[1], summary="<b>Bold</b> & Co")})
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; Co" in scene.item_of(1).toolTip()
    assert scene.words_of(1) == "<b>Bold</b> & Co"


def test_words_explain_the_arc_and_a_place_beside_the_map(scene: MapScene) -> None:
    assert "arc" in scene.words_of(2)
    scene.update_people({1: replace(scene.people[1], areas=())})
    assert "No area is set yet" in scene.words_of(1)


def test_the_summary_counts_everyone(scene: MapScene) -> None:
    summary = scene.summary()
    for words in ("3 mentors, 1 candidate", "1 past mentor", "1 person I mentor",
                  "Nobody yet: Senior, clinical work"):
        assert words in summary


def test_keyboard_order_goes_ring_by_ring_from_the_inside(scene: MapScene) -> None:
    order = scene.keyboard_order()
    assert order[:3] == [5, 2, 6]
    assert set(order[3:]) == {1, 3, 4, -1}
    turns = [(90 - scene.plan.places[key].angle) % 360 for key in order[3:]]
    assert turns == sorted(turns)
