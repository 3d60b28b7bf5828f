"""A day that is typed: digits, separators, a short year, and one day said at the end of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.tests import build
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.typed_day import TypedDay, read_day

Key = Qt.Key


@pytest.fixture(params=[False, True])
def field(
    qapp: QApplication, qtbot: QtBot, request: pytest.FixtureRequest
) -> Iterator[DateField]:
    """A field on a page with something to go to; an open one, or one that has a day."""
    clock.set_as_of(build.SAMPLE_DAY)
    theme.apply(qapp, "light")
    page = QWidget()
    made = DateField(optional=request.param)
    lines = QVBoxLayout(page)
    lines.addWidget(made)
    lines.addWidget(QLineEdit())
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    made.setFocus(Qt.FocusReason.TabFocusReason)
    yield made


@pytest.mark.parametrize(("keys", "day"), [
    ("05062026", date(2026, 6, 5)), ("5/6/2026", date(2026, 6, 5)),
    ("31/12/26", date(2026, 12, 31)), ("7", date(2026, 5, 7)), ("0712", date(2026, 12, 7)),
    ("5 june", date(2026, 6, 5)), ("5.JUN.27", date(2027, 6, 5)), ("2027-06-05", date(2027, 6, 5)),
])
@pytest.mark.parametrize("end", [Key.Key_Tab, Key.Key_Return])
def test_a_day_is_typed(field: DateField, keys: str, day: date, end: Qt.Key) -> None:
    said: list[date | None] = []
    field.day_changed.connect(said.append)
    QTest.keyClicks(field, keys[:1])
    typed = field.findChild(TypedDay)
    QTest.keyClicks(typed, keys[1:])
    QTest.keyClick(typed, end)
    assert field.day() == day
    assert said == [day]
    assert field.text().endswith(str(day.year))
    assert field.hasFocus() == (end == Key.Key_Return)


@pytest.mark.parametrize("keys", ["32", "29/2/2027", "5 xx", "1/2/3/4", "31/4"])
def test_what_is_no_day_stays_until_it_is_one_or_left(field: DateField, keys: str) -> None:
    before = field.day()
    QTest.keyClicks(field, keys[:1])
    typed = field.findChild(TypedDay)
    QTest.keyClicks(typed, keys[1:])
    QTest.keyClick(typed, Key.Key_Return)
    assert typed.isVisible() and typed.property("wrong") and field.day() == before
    QTest.keyClick(typed, Key.Key_Escape)
    assert not typed.isVisible() and field.hasFocus() and field.day() == before


@given(st.text(max_size=20) | st.lists(st.sampled_from("0123456789/.- junemay"), max_size=12)
       .map("".join))
def test_any_text_is_a_day_or_none(text: str) -> None:
    found = read_day(text, build.SAMPLE_DAY)
    assert found is None or isinstance(found, date)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_as_it_is_written_is_read_again(day: date) -> None:
    for text in (day.isoformat(), f"{day.day}/{day.month}/{day.year}", f"{day:%d%m%Y}"):
        assert read_day(text, build.SAMPLE_DAY) == day


def test_arrows_change_a_part_of_the_day_as_ever(field: DateField) -> None:
    field.set_day(date(2026, 5, 15))
    field.setSelectedSection(DateField.Section.DaySection)
    QTest.keyClick(field, Key.Key_Up)
    assert field.day() == date(2026, 5, 16)


def test_delete_leaves_it_open_again_only_where_it_may_be(field: DateField) -> None:
    QTest.keyClicks(field, "5")
    QTest.keyClick(field.findChild(TypedDay), Key.Key_Return)
    QTest.keyClick(field, Key.Key_Delete)
    assert (field.day() is None) == field._optional
