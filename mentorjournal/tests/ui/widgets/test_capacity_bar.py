"""The bar of hours: its pieces inside and beyond the limit, in words and painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.capacity_bar import CapacityBar, Part, ramp


def bar(qtbot: QtBot, hours: list[float], capacity: float | None, asked: float = 0.0,
        *, low: bool = False) -> CapacityBar:
    theme.apply(QApplication.instance(), "light")
    made = CapacityBar(low=low)
    qtbot.addWidget(made)
    made.resize(240, made.sizeHint().height())
    made.set_hours([Part(f"P{n}", each) for n, each in enumerate(hours)], capacity,
                   [Part("asked", asked)], "words")
    made.show()
    return made


def colors(made: CapacityBar) -> list[str]:
    """The tokens from left to right; "free" where nothing is."""
    picture = made.grab().toImage()
    found: list[str] = []
    known = {theme.color(t).name(): t for t in ("g1", "g2", "g3", "g4", "g5", "alert")}
    for x in range(picture.width()):
        token = known.get(picture.pixelColor(x, picture.height() // 2).name())
        if token and (not found or found[-1] != token):
            found.append(token)
    return found


@pytest.mark.parametrize(("hours", "capacity", "asked", "tokens"), [
    ([4, 3, 2, 1], 12, 0, ["g1", "g2", "g3", "g4"]),
    ([4, 3, 6], 12, 0, ["g1", "g2", "g3", "alert"]),
    ([12], 12, 0, ["g1"]), ([13], 12, 0, ["g1", "alert"]), ([5], None, 0, ["g1"]),
    ([2], 0, 0, ["alert"]), ([1, 1, 1, 1, 1, 1, 1], 20, 0, ["g1", "g2", "g3", "g4", "g5"]),
    ([], 12, 0, []),
])
def test_what_is_beyond_the_limit_is_red(
    qtbot: QtBot, hours: list[float], capacity: float | None, asked: float, tokens: list[str]
) -> None:
    assert colors(bar(qtbot, hours, capacity, asked)) == tokens


def test_what_is_asked_stands_behind_what_is_committed(qtbot: QtBot) -> None:
    assert colors(bar(qtbot, [10], 14, 2, low=True)) == ["g2", "g4"]
    assert colors(bar(qtbot, [13], 12, 2, low=True)) == ["g2", "alert"]


def test_the_limit_is_marked_where_something_is_beyond_it(qtbot: QtBot) -> None:
    over = bar(qtbot, [13], 12).grab().toImage()
    ink = theme.color("ink").name()
    at = round(240 * 12 / 13)
    assert ink in {over.pixelColor(at + n, 0).name() for n in (-1, 0, 1)}
    fine = bar(qtbot, [11], 12).grab().toImage()
    assert ink not in {fine.pixelColor(x, 0).name() for x in range(240)}


def test_it_is_read_out_and_each_part_has_a_tooltip(qtbot: QtBot) -> None:
    made = bar(qtbot, [4, 9], 12)
    assert made.accessibleName() == "Hours a week: words"
    assert made.accessibleDescription() == "P0: 4.0 h; P1: 9.0 h"
    for x, words in ((5, "P0: 4.0 h"), (239, "P1: 9.0 h, 1.0 h of it over")):
        spot = QPoint(x, made.height() // 2)
        QApplication.sendEvent(made, QHelpEvent(QEvent.Type.ToolTip, spot, made.mapToGlobal(spot)))
        qtbot.waitUntil(lambda words=words: words in QToolTip.text())
    QToolTip.hideText()


def test_beyond_the_fifth_all_have_one_colour() -> None:
    assert [ramp(n) for n in (0, 4, 5, 40)] == ["g1", "g5", "g5", "g5"]
