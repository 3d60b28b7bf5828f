"""Choosing: segments, chips, boxes, days and numbers."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from mentorjournal import clock
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField, TimeField
from mentorjournal.ui.widgets.number_field import NumberField
from mentorjournal.ui.widgets.segmented import FilterChip, Segmented

VIEWS = [("agree", "Agree"), ("partly", "Partly"), ("disagree", "Disagree")]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.mark.parametrize("make", [ChoiceBox, DateField, TimeField, NumberField])
def test_the_wheel_never_takes_the_focus_from_what_is_being_typed(qtbot, make) -> None:
    field = make()
    qtbot.addWidget(field)
    assert field.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_only_a_person_s_choice_is_said(qtbot) -> None:
    control, heard = Segmented(VIEWS), []
    qtbot.addWidget(control)
    control.chosen.connect(heard.append)
    control.set_current("partly")
    assert (control.current(), heard) == ("partly", [])
    qtbot.mouseClick(control.button("disagree"), Qt.MouseButton.LeftButton)
    assert (control.current(), heard) == ("disagree", ["disagree"])


def test_nothing_can_be_chosen_yet(qtbot) -> None:
    control = Segmented(VIEWS)
    qtbot.addWidget(control)
    control.set_current(None)
    assert control.current() == ""
    control.button("agree").click()
    assert control.current() == "agree"


def test_segments_keep_their_width(qtbot) -> None:
    control = Segmented(VIEWS)
    qtbot.addWidget(control)
    control.show()
    width = control.sizeHint().width()
    control.set_current("disagree")
    assert abs(control.sizeHint().width() - width) <= 2


def test_an_ampersand_is_no_shortcut(qtbot) -> None:
    chip = FilterChip("Thanks & credit")
    qtbot.addWidget(chip)
    assert chip.text() == "Thanks && credit"
    assert chip.accessibleName() == "Thanks & credit"


def test_a_tick_shows_only_while_checked(qtbot) -> None:
    chip = FilterChip("Past", tick=True)
    qtbot.addWidget(chip)
    before = chip.icon().name()
    chip.setChecked(True)
    assert (before, chip.icon().name()) == ("plus", "check")


def test_a_box_keeps_its_choice_when_offered_others(qtbot) -> None:
    box, heard = ChoiceBox(VIEWS, "partly"), []
    qtbot.addWidget(box)
    box.chosen.connect(heard.append)
    box.set_choices([("none", "None"), *VIEWS])
    assert (box.current(), heard) == ("partly", [])
    box.set_choices([("none", "None")])
    assert box.current() == "none"
    box.set_choices([])
    assert box.current() == ""


@pytest.mark.parametrize(
    "field", ["choice", "day", "moment", "number"]
)
def test_scrolling_a_page_changes_no_field(qtbot, field: str) -> None:
    made: QWidget = {
        "choice": lambda: ChoiceBox(VIEWS, "partly"), "day": lambda: DateField(date(2026, 11, 26)),
        "moment": lambda: TimeField(time(15, 0)), "number": lambda: NumberField(1, 60, 12),
    }[field]()
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    read = {"choice": "current", "day": "day", "moment": "moment", "number": "value"}[field]
    before = getattr(made, read)()
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(made.mapToGlobal(QPoint(5, 5))), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )
    QApplication.sendEvent(made, wheel)
    assert getattr(made, read)() == before
    assert not wheel.isAccepted()


def test_an_optional_day_can_be_left_open(qtbot) -> None:
    clock.set_as_of(date(2026, 11, 23))
    field, heard = DateField(optional=True), []
    qtbot.addWidget(field)
    field.day_changed.connect(heard.append)
    assert field.day() is None
    field.set_day(date(2024, 2, 29))
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.day() is None
    assert heard == [date(2024, 2, 29), None]


def test_a_needed_day_begins_as_today(qtbot) -> None:
    clock.set_as_of(date(2026, 11, 23))
    field = DateField()
    qtbot.addWidget(field)
    assert field.day() == date(2026, 11, 23)


def test_an_open_day_opens_the_calendar_at_the_present_month(qtbot) -> None:
    clock.set_as_of(date(2026, 11, 23))
    field = DateField(optional=True)
    qtbot.addWidget(field)
    field.show()
    arrow = QPoint(field.width() - 14, field.height() // 2)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=arrow)
    assert field.calendarWidget().isVisible()
    assert (field.calendarWidget().yearShown(), field.calendarWidget().monthShown()) == (2026, 11)
    QApplication.activePopupWidget().close()


def test_fields_stand_at_one_height(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    fields = [ChoiceBox(VIEWS), DateField(), TimeField(), NumberField()]
    for each in fields:
        each.setParent(window)
    window.show()
    assert {min(each.sizeHint().height(), each.maximumHeight()) for each in fields} == {36}
