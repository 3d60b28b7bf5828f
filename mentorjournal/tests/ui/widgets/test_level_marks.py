"""Levels and parts: each says in words what it shows, and neither looks like the other."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.level_marks import OFF, REACHED, WANTED, LevelMarks
from mentorjournal.ui.widgets.part_marks import PartMarks


def inked(image: QImage, token: str) -> int:
    """How many points have about the colour of a token."""
    wanted = theme.color(token)
    return sum(
        all(abs(a - b) < 40 for a, b in zip(
            QColor(image.pixel(x, y)).getRgb(), wanted.getRgb(), strict=True))
        for x in range(image.width()) for y in range(image.height()))


def test_a_level_is_filled_up_to_now_and_outlined_up_to_what_is_wanted(qtbot: QtBot) -> None:
    made = LevelMarks(2, 4, "2 of 5 now, 4 wanted")
    qtbot.addWidget(made)
    assert made.marks == (REACHED, REACHED, WANTED, WANTED, OFF)
    assert made.accessibleName() == "2 of 5 now, 4 wanted"
    made.set_level(4, 2, "4 of 5 now, 2 wanted")
    assert made.marks == (REACHED, REACHED, REACHED, REACHED, OFF)
    made.set_level(None, None, "")
    assert made.marks == (OFF,) * 5


def test_parts_are_ticks_and_not_bars(qtbot: QtBot) -> None:
    theme.apply(QApplication.instance(), "light")
    bars, ticks = LevelMarks(5, 5, "5 of 5 now"), PartMarks()
    ticks.set_parts([True] * 5, "All five parts are there.")
    for one in (bars, ticks):
        qtbot.addWidget(one)
        one.resize(one.sizeHint())
        one.show()
    assert ticks.accessibleName() == "All five parts are there."
    assert ticks.height() > 2 * bars.height()
    filled = [inked(one.grab().toImage(), "ink2") / (one.width() * one.height())
              for one in (bars, ticks)]
    assert filled[0] > 2 * filled[1] > 0  # solid bars, and thin lines
    ticks.set_parts([False] * 5, "None")
    assert inked(ticks.grab().toImage(), "ink2") < 20
