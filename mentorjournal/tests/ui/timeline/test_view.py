"""The window onto the timeline: keys, mouse, wheel, zoom, filter, paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle
from pytestqt.qtbot import QtBot

from mentorjournal.mentoring.timeline import Mark
from mentorjournal.tests.ui.timeline.lanes import CROWD, NOBODY, OKAFOR, SOME, TODAY, VALE, mark
from mentorjournal.ui import theme
from mentorjournal.ui.map.look import light_look
from mentorjournal.ui.timeline.layout import BAND_Y, MONTH, NEAREST, QUARTER, UPPER_Y, YEAR
from mentorjournal.ui.timeline.single import PersonTimeline
from mentorjournal.ui.timeline.view import TimelineView

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> Iterator[TimelineView]:
    theme.apply(qapp, "light")
    made = TimelineView(TODAY)
    qtbot.addWidget(made)
    made.resize(1100, 400)
    made.show_lanes(SOME)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus(Qt.FocusReason.MouseFocusReason)
    yield made


def press(view: TimelineView, *keys: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    for key in keys:
        QTest.keyClick(view, key, held or Qt.KeyboardModifier.NoModifier)


def row_of(view: TimelineView) -> int | None:
    return view.chosen.mark.row if view.chosen else None


def spot(view: TimelineView, wanted: Mark) -> QPoint:
    """Where a mark is on the viewport."""
    chosen = view.board.find(wanted.key)
    assert chosen is not None
    row = view.board.rows(chosen.lane).row_of(wanted)
    found = row.spot_of(wanted, view.sight.day_width)
    assert found is not None
    up = UPPER_Y if wanted.kind == "feedback" else BAND_Y
    place = view.board.lanes.index(chosen.lane)
    y = view.canvas.axis_height + place * view.canvas.lane_height + up
    y -= view.verticalScrollBar().value()
    return QPoint(round(found.x - view.sight.left + view.canvas.label_width), round(y))


def click(view: TimelineView, at: QPoint) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def wheel(view: TimelineView, turned: int, held: Qt.KeyboardModifier, at: QPoint) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(view.viewport().mapToGlobal(at)), QPoint(), QPoint(0, turned),
        Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(view.viewport(), event)


def settled(view: TimelineView, qtbot: QtBot) -> float:
    """The width of a day once a zoom has arrived."""
    qtbot.waitUntil(lambda: view.sight.day_width == view.zooming.target)
    return view.sight.day_width


def test_it_opens_at_today_with_what_comes_after(view: TimelineView) -> None:
    first, last = view.visible_range()
    assert first < TODAY < last and view.sight.day_width == YEAR
    assert last >= TODAY + timedelta(4)


def test_arrow_keys_walk_through_a_lane_and_across(view: TimelineView) -> None:
    press(view, Key.Key_Left)
    assert row_of(view) in (5, 6)
    press(view, Key.Key_Home)
    assert row_of(view) == 1
    walked = []
    for _ in range(6):
        press(view, Key.Key_Right)
        walked.append(row_of(view))
    assert walked == [2, 3, 4, 5, 6, 6]
    press(view, Key.Key_Down)
    assert row_of(view) == 13  # the lane without marks is passed over
    press(view, Key.Key_Up)
    assert row_of(view) == 5


def test_a_chosen_mark_is_brought_into_view_and_told(view: TimelineView, qtbot: QtBot) -> None:
    view.set_scale(MONTH)
    settled(view, qtbot)
    press(view, Key.Key_Right, Key.Key_Home)
    first, last = view.visible_range()
    assert first <= OKAFOR.marks[0].day <= last
    assert "Number 1" in view.accessibleName() and "Okafor" in view.accessibleName()
    press(view, Key.Key_Escape)
    assert view.chosen is None and view.accessibleName() == "Timeline"


def test_choosing_and_opening_are_told_with_the_lane(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.mark_chosen) as chosen:
        click(view, spot(view, VALE.marks[1]))
    assert chosen.args == [VALE.marks[1], VALE]
    with qtbot.waitSignal(view.mark_opened) as opened:
        press(view, Key.Key_Return)
    assert opened.args == [VALE.marks[1], VALE]
    with qtbot.waitSignal(view.lane_chosen) as person:
        press(view, Key.Key_Return, held=CONTROL)
    assert person.args == [3]
    with qtbot.waitSignal(view.mark_chosen) as none:
        click(view, QPoint(400, view.viewport().height() - 5))
    assert none.args == [None, None]


def test_a_click_on_a_name_chooses_the_person(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.lane_chosen) as chosen:
        click(view, QPoint(80, view.canvas.axis_height + view.canvas.lane_height + 10))
    assert chosen.args == [NOBODY.person_id]


def test_the_upper_row_is_hit_above_the_band(view: TimelineView) -> None:
    click(view, spot(view, OKAFOR.marks[2]))
    assert row_of(view) == 3


def test_a_double_click_on_gathered_marks_looks_nearer(view: TimelineView, qtbot: QtBot) -> None:
    at = spot(view, CROWD.marks[30])
    found = view.pointer.hit(QPointF(at))
    assert found is not None and len(found.marks) > 1
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert settled(view, qtbot) > YEAR
    first, last = view.visible_range()
    assert first <= found.marks[0].day and found.marks[-1].day <= last


def test_a_tooltip_counts_and_names_what_is_gathered(view: TimelineView) -> None:
    from mentorjournal.ui.timeline.sentences import tooltip

    words = tooltip(CROWD.marks, view.words_of)
    assert words.startswith("60 meetings in 5 days, ") and "and 52 more" in words
    assert tooltip(CROWD.marks[:1], view.words_of) == "Tuesday 16 December 2025\nNumber 100"


def test_a_band_and_a_gap_say_from_when_to_when(view: TimelineView) -> None:
    def told(ago: int) -> str:
        x = view.sight.x_of(TODAY.toordinal() - ago + 0.5) + view.canvas.label_width
        return view.pointer.words_at(QPointF(x, view.canvas.axis_height + BAND_Y))

    view.zooming.to(0, 0, smooth=False)
    assert told(20) == "Active since Thu 10 Apr 2025"
    assert told(300) == "5 months longer than agreed, from Tue 20 May 2025 to Mon 27 Oct 2025"
    assert told(-20) == ""


def test_where_motion_is_not_wanted_a_zoom_is_there_at_once(view: TimelineView) -> None:
    class Still(QProxyStyle):
        def styleHint(self, hint: QStyle.StyleHint, *args: object) -> int:
            if hint == QStyle.StyleHint.SH_Widget_Animate:
                return 0
            return super().styleHint(hint, *args)

    view.set_scale(QUARTER)
    assert view.sight.day_width == YEAR  # on its way
    still = Still("Fusion")
    still.setParent(view)
    view.setStyle(still)
    view.set_scale(MONTH)
    assert view.sight.day_width == MONTH


def test_keys_and_wheel_zoom_around_a_place(view: TimelineView, qtbot: QtBot) -> None:
    at = QPoint(500, 100)
    x = at.x() - view.canvas.label_width
    day = view.sight.day_at(x)
    wheel(view, 240, CONTROL, at)
    assert settled(view, qtbot) > YEAR
    assert view.sight.day_at(x) == pytest.approx(day, abs=1)
    before = view.sight.day_width
    press(view, Key.Key_Minus)
    assert settled(view, qtbot) < before
    press(view, Key.Key_Plus, held=CONTROL)
    assert settled(view, qtbot) == pytest.approx(before)
    for _ in range(30):
        press(view, Key.Key_Plus)
    assert settled(view, qtbot) == NEAREST


def test_presets_tell_their_zoom_and_keep_today(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.zoom_changed) as told:
        view.set_scale(QUARTER)
    assert told.args == [QUARTER]
    first, last = view.visible_range()
    assert first < TODAY < last


def test_shift_and_wheel_or_dragging_move_through_time(view: TimelineView, qtbot: QtBot) -> None:
    view.set_scale(MONTH)
    settled(view, qtbot)
    heard = []
    view.range_changed.connect(lambda *days: heard.append(days))
    now = view.visible_range()
    wheel(view, 120, SHIFT, QPoint(500, 100))
    assert view.visible_range()[0] < now[0] and heard[-1] == view.visible_range()
    now = view.visible_range()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(500, 300))
    QTest.mouseMove(view.viewport(), QPoint(560, 300))
    QTest.mouseMove(view.viewport(), QPoint(700, 300))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(700, 300))
    assert (now[0] - view.visible_range()[0]).days == pytest.approx(200 / MONTH, abs=1)
    press(view, Key.Key_Home, held=CONTROL)
    assert view.visible_range()[0] < TODAY < view.visible_range()[1]


def test_pages_go_by_screenfuls(view: TimelineView, qtbot: QtBot) -> None:
    view.set_scale(MONTH)
    settled(view, qtbot)
    first, last = view.visible_range()
    view.page(-1)
    assert first < view.visible_range()[1] < last
    view.go_to(OKAFOR.marks[1].day)
    middle = view.sight.day_at(view.sight.width / 2)
    assert middle == pytest.approx(OKAFOR.marks[1].day.toordinal(), abs=1)
    view.resize(1100, 150)
    press(view, Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0


def test_the_scroll_bar_moves_through_time(view: TimelineView, qtbot: QtBot) -> None:
    view.set_scale(MONTH)
    settled(view, qtbot)
    bar = view.horizontalScrollBar()
    bar.setValue(0)
    assert view.sight.left == view.sight.begin
    bar.setValue(bar.maximum())
    assert view.sight.left == pytest.approx(view.sight.end, abs=1)


def test_a_filter_hides_marks_and_lanes_and_what_was_chosen(view: TimelineView) -> None:
    view.choose(OKAFOR.marks[0].key)
    view.set_filter(kinds={"feedback", "message"}, only_with_marks=True)
    assert [lane.person_id for lane in view.board.lanes] == [1]
    assert view.chosen is None
    press(view, Key.Key_Home)
    assert row_of(view) == 3
    view.set_filter(people={3, 4})
    assert [lane.person_id for lane in view.board.lanes] == [3, 4]
    view.set_filter()
    assert view.board.lanes == list(SOME)


def test_what_is_seen_and_chosen_stays_when_lanes_are_read_again(
    view: TimelineView, qtbot: QtBot
) -> None:
    view.set_scale(MONTH)
    settled(view, qtbot)
    view.choose(VALE.marks[2].key)
    seen = view.visible_range()
    heard = []
    view.mark_chosen.connect(lambda *what: heard.append(what))
    changed = VALE.__class__(**{**VALE.__dict__, "marks": (*VALE.marks, mark(14, 1))})
    view.show_lanes([OKAFOR, changed])
    assert (view.visible_range(), row_of(view), heard) == (seen, 13, [])
    assert view.chosen is not None and view.chosen.lane is changed
    view.show_lanes([OKAFOR])
    assert view.chosen is None and heard == [(None, None)]


def test_resizing_keeps_today_in_place_until_one_goes_elsewhere(view: TimelineView) -> None:
    view.resize(1400, 400)
    assert view.visible_range()[0] < TODAY < view.visible_range()[1]
    view.go_to(OKAFOR.marks[1].day)
    last = view.visible_range()[1]
    view.resize(1000, 400)
    assert abs((view.visible_range()[1] - last).days) <= 1


def has_color(image: QImage, wanted: QColor) -> bool:
    return any(
        image.pixelColor(x, y) == wanted
        for y in range(0, image.height()) for x in range(0, image.width()))


def test_the_mark_of_a_role_is_painted_where_it_is_hit(view: TimelineView) -> None:
    at = spot(view, VALE.marks[1])
    assert view.viewport().grab().toImage().pixelColor(at) == theme.role_colors("confidante").solid


def test_on_paper_all_lanes_are_light_whatever_the_window_wears(
    view: TimelineView, qapp: QApplication
) -> None:
    light = theme.role_colors("confidante").solid
    theme.apply(qapp, "dark")
    image = QImage(900, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with light_look() as look:
        painter = QPainter(image)
        view.paint_whole(painter, QRectF(0, 0, 900, 300), look=look)
        painter.end()
        whole = view.whole(900, look=look)
        assert whole.count == 4 and whole.lanes_in(whole.height(3) + 5) == 3
    assert has_color(image, light)
    assert image.pixelColor(450, 295) == QColor("white")


def test_a_new_theme_and_text_size_reach_it(view: TimelineView, qapp: QApplication) -> None:
    height = view.canvas.lane_height
    theme.apply(qapp, "dark", 1.5)
    at = QPoint(view.viewport().width() // 2, view.viewport().height() - 3)
    assert view.canvas.lane_height > height
    assert view.viewport().grab().toImage().pixelColor(at) == theme.color("surface")


def test_without_anybody_it_says_so_and_keys_do_nothing(view: TimelineView) -> None:
    view.show_lanes([])
    press(view, Key.Key_Right, Key.Key_Down, Key.Key_End, Key.Key_Return)
    assert view.chosen is None
    assert view.accessibleDescription().startswith("0 people on the timeline.")


def test_one_person_is_seen_as_a_whole(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light")
    made = PersonTimeline(TODAY)
    qtbot.addWidget(made)
    made.resize(900, made.sizeHint().height())
    made.show_person(OKAFOR)
    with qtbot.waitExposed(made):
        made.show()
    first, last = made.visible_range()
    assert first <= OKAFOR.marks[0].day and last >= OKAFOR.marks[-1].day
    QTest.keyClick(made, Key.Key_Home)
    assert made.accessibleName().startswith("Timeline of Dr. Rosalind Okafor: Number")
    made.show_person(None)
    assert made.board.lanes == [] and made.chosen is None


def test_no_name_of_the_axis_is_cut_at_the_edge(view: TimelineView, qtbot: QtBot) -> None:
    view.set_scale(MONTH)
    qtbot.waitUntil(lambda: view.sight.day_width == MONTH)
    seen = 0
    for _ in range(60):
        view.pan(9)
        places = list(view.canvas.upper_places(view.canvas.ticks().upper))
        assert all(x >= 0 for x, _ in places)
        seen += len(places)
    assert seen > 60
