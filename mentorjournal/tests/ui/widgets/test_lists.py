"""Rows, the sidebar and the layout of chips."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QPushButton,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from mentorjournal.models.roles import Role
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.row_delegate import RowDelegate
from mentorjournal.ui.widgets.sidebar import RAIL_WIDTH, WIDTH, Sidebar, SidebarEntry

LONG = "Prof. Maximiliane Featherstonehaugh-Cholmondeley of Northfield and Lakeside " * 4


class People(QAbstractListModel):
    """Rows given as dictionaries of roles."""

    def __init__(self, rows: list[dict[int, Any]]) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        return self.rows[index.row()].get(role)


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def people(qtbot) -> QListView:
    model = People([
        {0: "To arrange", Role.SECTION: "To arrange"},
        {0: "Dr Weber", Role.SECOND: [("3 weeks over", "alert"), (" · every 4 weeks", "muted")],
         Role.INITIALS: "JW", Role.ROLE: "coach"},
        {0: LONG, Role.SECOND: "line\nbreaks <b>and</b> markup", Role.RIGHT: ("due Wed", "warn")},
        {0: "Nobody knows", Role.PHOTO: b"this is no picture", Role.STANDING: "past"},
    ])
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    model.setParent(view)
    view.setItemDelegate(RowDelegate(view))
    view.resize(300, 320)
    view.show()
    return view


def colors(picture: QPixmap, area: QRect) -> set[str]:
    image = picture.toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(area.left(), area.right()) for y in range(area.top(), area.bottom())
    }


def tooltip(view: QListView, row: int) -> str:
    option = QStyleOptionViewItem()
    index = view.model().index(row, 0)
    option.rect = view.visualRect(index)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(9, 9), view.mapToGlobal(QPoint(9, 9)))
    QToolTip.hideText()
    view.itemDelegate().helpEvent(event, view, option, index)
    return QToolTip.text()


def test_a_tone_colours_its_piece_of_the_line(people: QListView) -> None:
    area = people.visualRect(people.model().index(1, 0))
    found = colors(people.viewport().grab(), area)
    assert theme.color("alert").name() in found
    assert theme.role_colors("coach").tint.name() in found


def test_the_selected_row_is_marked_and_its_avatar_stands_out(people: QListView) -> None:
    people.setCurrentIndex(people.model().index(1, 0))
    area = people.visualRect(people.model().index(1, 0))
    found = colors(people.viewport().grab(), area)
    assert theme.color("accent-sel").name() in found
    assert theme.role_colors("coach").tint.name() not in found


def test_headings_are_lower_than_rows(people: QListView) -> None:
    heights = [people.visualRect(people.model().index(row, 0)).height() for row in range(3)]
    assert heights[0] < heights[1] == heights[2] == 52


def test_only_a_row_that_was_cut_has_a_tooltip_and_it_is_plain(people: QListView) -> None:
    assert tooltip(people, 1) == ""
    whole = tooltip(people, 2)
    assert LONG.strip() in whole
    assert "<b>and</b>" not in whole
    assert "&lt;b&gt;and&lt;/b&gt;" in whole


ENTRIES = (
    SidebarEntry("today", "sun", "Today", 4, count_words="4 due today"),
    SidebarEntry("map", "share-network", "Network map"),
)
COMMANDS = (SidebarEntry("search", "magnifying-glass", "Search", 0, "Ctrl+K"),)


@pytest.fixture
def sidebar(qtbot) -> Sidebar:
    made = Sidebar(ENTRIES, COMMANDS)
    qtbot.addWidget(made)
    made.set_current("today")
    made.resize(WIDTH, 600)
    made.show()
    return made


def test_keys_move_and_only_enter_chooses(qtbot, sidebar: Sidebar) -> None:
    heard: list[str] = []
    sidebar.chosen.connect(heard.append)
    qtbot.keyClick(sidebar.pages, Qt.Key.Key_Down)
    assert (sidebar.current(), heard) == ("today", [])
    qtbot.keyClick(sidebar.pages, Qt.Key.Key_Return)
    assert (sidebar.current(), heard) == ("map", ["map"])


def test_a_click_chooses(qtbot, sidebar: Sidebar) -> None:
    place = sidebar.pages.visualRect(sidebar.pages.model().index(1, 0)).center()
    with qtbot.waitSignal(sidebar.chosen) as caught:
        qtbot.mouseClick(sidebar.pages.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == ["map"]


def test_a_command_is_said_but_no_page(qtbot, sidebar: Sidebar) -> None:
    sidebar.commands.setCurrentIndex(sidebar.commands.model().index(0, 0))
    with qtbot.waitSignal(sidebar.chosen) as caught:
        qtbot.keyClick(sidebar.commands, Qt.Key.Key_Space)
    assert (caught.args, sidebar.current()) == (["search"], "today")


def test_screen_readers_hear_counts_and_shortcuts(sidebar: Sidebar) -> None:
    def words(view: QListView, row: int) -> str:
        return view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert words(sidebar.pages, 0) == "Today, 4 due today"
    assert words(sidebar.commands, 0) == "Search, Ctrl+K"
    sidebar.set_count("map", 3)
    assert words(sidebar.pages, 1) == "Network map, 3"


def test_the_rail_is_narrow_and_keeps_its_words_in_tooltips(sidebar: Sidebar) -> None:
    sidebar.set_rail(True)
    assert sidebar.width() == RAIL_WIDTH
    tip = sidebar.pages.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Network map" in tip
    sidebar.set_rail(False)
    assert sidebar.width() == WIDTH


def test_chips_go_on_in_the_next_line(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    flow = FlowLayout(window, gap=4, line_gap=4)
    chips = [QPushButton(f"Chip {n}") for n in range(6)]
    for each in chips:
        flow.addWidget(each)
    wide = flow.heightForWidth(2_000)
    assert flow.heightForWidth(chips[0].sizeHint().width() + 1) == wide * 6 + 5 * 4
    window.resize(chips[0].sizeHint().width() * 2 + 10, 400)
    window.show()
    assert chips[1].y() == chips[0].y()
    assert chips[2].y() > chips[0].y()
    flow.clear()
    assert flow.count() == 0
