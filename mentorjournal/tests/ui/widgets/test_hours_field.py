"""Hours are read as people write them: a comma never makes ten times as many."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from mentorjournal.ui.widgets.hours_field import HoursField


@pytest.mark.parametrize("language", [QLocale.Language.C, QLocale.Language.German])
@pytest.mark.parametrize(
    ("typed", "hours"),
    [("2,5", 2.5), ("2.5", 2.5), ("10,5", 10.5), ("1,25", 1.25), (".5", 0.5), ("12", 12.0),
     ("12h", 12.0), ("0,75", 0.75)],
)
def test_a_point_and_a_comma_mean_the_same(
    qtbot: QtBot, language: QLocale.Language, typed: str, hours: float
) -> None:
    field = HoursField()
    field.setLocale(QLocale(language))
    qtbot.addWidget(field)
    field.show()
    field.selectAll()
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    field.interpretText()
    assert field.value() == hours


def test_what_is_no_number_is_not_taken(qtbot: QtBot) -> None:
    field = HoursField()
    qtbot.addWidget(field)
    field.show()
    field.selectAll()
    qtbot.keyClicks(field, "x-2")
    field.interpretText()
    assert field.value() == 2.0  # letters and a sign were not let in
