"""The window onto the map: keys, mouse, zoom, and rest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.tests.ui.map.people import GAPS, SOME, person
from mentorjournal.ui import theme
from mentorjournal.ui.map.legend import MapLegend
from mentorjournal.ui.map.view import READABLE, MapView

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> Iterator[MapView]:
    theme.apply(qapp, "light")
    made = MapView()
    qtbot.addWidget(made)
    made.resize(888, 724)
    made.map_scene.set_people(SOME, GAPS, "Noor")
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus(Qt.FocusReason.MouseFocusReason)
    yield made


def spot(view: MapView, key: int) -> QPoint:
    return view.mapFromScene(view.map_scene.item_of(key).pos())


def seen(view: MapView, key: int) -> bool:
    item = view.map_scene.item_of(key)
    box = view.mapFromScene(item.sceneBoundingRect()).boundingRect()
    return QRect(QPoint(0, 0), view.viewport().size()).adjusted(-2, -2, 2, 2).contains(box)


def test_at_the_size_of_the_design_the_map_fills_the_view(view: MapView) -> None:
    assert view.zoom == pytest.approx(1.0)
    assert all(seen(view, key) for key in view.map_scene.keyboard_order())


def test_a_click_chooses_and_a_double_click_opens(view: MapView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.person_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, 6))
    assert chosen.args == [6]
    assert view.map_scene.selected_id == 6
    with qtbot.waitSignal(view.person_opened) as opened:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, 6))
    assert opened.args == [6]


def test_an_empty_place_asks_for_its_level_and_area(view: MapView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.empty_place_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, -1))
    assert chosen.args == ["senior", "clinical"]


def test_arrow_keys_walk_around_and_enter_and_space_act(view: MapView, qtbot: QtBot) -> None:
    order = view.map_scene.keyboard_order()
    walked = []
    for _ in order:
        qtbot.keyClick(view, Qt.Key.Key_Right)
        walked.append(view.map_scene.focus_key)
        assert view.map_scene.item_of(walked[-1]).focused_here
    assert walked == order
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.map_scene.focus_key == order[0]
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.map_scene.focus_key == order[-1]
    qtbot.keyClick(view, Qt.Key.Key_Home)
    with qtbot.waitSignal(view.person_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Space)
    assert chosen.args == [order[0]]
    with qtbot.waitSignal(view.person_opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [order[0]]


def test_enter_on_an_empty_place_asks_for_someone(view: MapView, qtbot: QtBot) -> None:
    view.focus_on(-1)
    with qtbot.waitSignal(view.empty_place_chosen):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_tab_walks_through_and_leaves_at_both_ends(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light")
    window = QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    before, view = QLineEdit(), MapView()
    box.addWidget(before)
    box.addWidget(view, 1)
    window.resize(888, 760)
    view.map_scene.set_people(SOME, GAPS, "Noor")
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    before.setFocus()
    order = view.map_scene.keyboard_order()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    for key in order:
        assert view.hasFocus()
        assert view.map_scene.focus_key == key
        QTest.keyClick(view, Qt.Key.Key_Tab)
    assert not view.hasFocus()
    assert not any(view.map_scene.item_of(key).focused_here for key in order)
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    view.focus_on(order[0])
    QTest.keyClick(view, Qt.Key.Key_Backtab, SHIFT)
    assert before.hasFocus()


def test_the_focused_person_is_named_for_screen_readers(view: MapView) -> None:
    view.focus_on(6)
    assert "Dr Luis Ortega, coach, 8 days ago" in view.accessibleName()
    assert "3 mentors" in view.accessibleDescription()
    view.map_scene.set_people(SOME[:1], (), "Noor")
    assert "1 mentor." in view.accessibleDescription()


def test_the_wheel_zooms_to_the_pointer(view: MapView) -> None:
    at = QPointF(600, 200)
    before = view.mapToScene(at.toPoint())
    event = QWheelEvent(
        at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, 240),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )
    QApplication.sendEvent(view.viewport(), event)
    assert view.zoom > 1.3
    after = view.mapToScene(at.toPoint())
    assert (after - before).manhattanLength() < 3


def test_keys_zoom_pan_and_fit(view: MapView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    assert view.zoom == pytest.approx(1.2)
    qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    qtbot.keyClick(view, Qt.Key.Key_Plus, CONTROL | SHIFT)  # where a plus is a shifted key
    assert view.zoom == pytest.approx(1.2)
    middle = view.mapToScene(view.viewport().rect().center())
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    moved = view.mapToScene(view.viewport().rect().center()) - middle
    assert moved.x() == pytest.approx(50, abs=2)
    qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    assert view.zoom == pytest.approx(1.0)
    qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    qtbot.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert view.zoom == pytest.approx(1.0)


def test_the_buttons_zoom(view: MapView, qtbot: QtBot) -> None:
    nearer, farther, whole = view.controls.buttons
    qtbot.mouseClick(nearer, Qt.MouseButton.LeftButton)
    assert view.zoom == pytest.approx(1.2)
    qtbot.mouseClick(farther, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(farther, Qt.MouseButton.LeftButton)
    assert view.zoom < 1
    qtbot.mouseClick(whole, Qt.MouseButton.LeftButton)
    assert view.zoom == pytest.approx(1.0)
    assert all(button.accessibleName() for button in view.controls.buttons)


def test_resizing_fits_again_unless_zoomed_by_hand(view: MapView) -> None:
    view.resize(1000, 800)
    assert view.map_scene.plan.rings[-1].radius == pytest.approx(356)
    view.zoom_in()
    view.resize(900, 700)
    assert view.zoom == pytest.approx(1.2)
    assert view.map_scene.plan.rings[-1].radius == pytest.approx(356)


def crowd(number: int) -> list:
    areas = ("academic", "clinical", "personal_life")
    return [person(key, areas=(areas[key % 3],)) for key in range(1, number + 1)]


def test_a_crowd_opens_whole_and_clear_of_the_buttons(view: MapView, qtbot: QtBot) -> None:
    view.map_scene.set_people(crowd(80), (), "Noor")
    view.fit()
    corner = view.controls.geometry()
    for key in view.map_scene.keyboard_order():
        assert seen(view, key)
        box = view.map_scene.item_of(key).sceneBoundingRect()
        assert not view.mapFromScene(box).boundingRect().intersects(corner)
    view.map_scene.set_people(crowd(120), (), "Noor")
    assert all(seen(view, key) for key in view.map_scene.keyboard_order())
    view.zoom_in()
    assert view.map_scene.look.rough
    qtbot.waitUntil(lambda: not view.map_scene.look.rough)


def test_larger_text_makes_larger_names(view: MapView, qapp: QApplication) -> None:
    def name_pixels() -> float:
        return view.zoom * view.map_scene.look.font("row-title").pixelSize()

    before = name_pixels()
    try:
        theme.apply(qapp, "light", 1.4)
        assert name_pixels() > before
        assert view.zoom * 1.4 >= READABLE
        assert all(seen(view, key) for key in view.map_scene.keyboard_order())
    finally:
        theme.apply(qapp, "light")


def test_walking_through_a_map_that_fits_pans_nothing(view: MapView, qtbot: QtBot) -> None:
    before = view.mapToScene(QPoint(0, 0))
    for _ in view.map_scene.keyboard_order():
        qtbot.keyClick(view, Qt.Key.Key_Right)
        assert view.mapToScene(QPoint(0, 0)) == before
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Right)  # and after panning by hand it comes back
    assert (view.mapToScene(QPoint(0, 0)) - before).manhattanLength() < 3


def test_a_focused_person_is_brought_into_view(view: MapView) -> None:
    view.map_scene.set_people(crowd(120), (), "Noor")
    view.zoom_by(3)
    last = max(view.map_scene.plan.places.values(), key=lambda place: place.radius).key
    assert not seen(view, last)
    view.focus_on(last)
    assert seen(view, last)


class Paints(QWidget):
    """Counts the paint events of a widget."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.number = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        self.number += event.type() == QEvent.Type.Paint
        return False


def test_at_rest_nothing_is_painted(view: MapView, qtbot: QtBot) -> None:
    qtbot.wait(30)
    counter = Paints(view.viewport())
    qtbot.addWidget(counter)
    qtbot.wait(120)
    assert counter.number == 0


def test_a_new_theme_reaches_the_map(view: MapView, qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    image = view.grab().toImage()
    assert image.pixelColor(3, 3) == theme.color("surface")
    theme.apply(qapp, "light")


def test_the_legend_grows_by_a_row_when_it_is_narrow(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light")
    legend = MapLegend()
    qtbot.addWidget(legend)
    legend.set_people(SOME)
    assert legend.heightForWidth(400) > legend.heightForWidth(1600)
    for words in ("Overdue", "Candidate", "Past mentor", "You mentor them", "Several areas"):
        assert words in legend.accessibleDescription()
    legend.set_people(SOME[:1])
    assert "Candidate" not in legend.accessibleDescription()
