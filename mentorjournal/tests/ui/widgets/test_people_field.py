"""Naming people by keyboard: completion, chips, and what Enter, comma, Tab and Backspace do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.journal.records import Person
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.people_field import PeopleField

EVERYBODY = [Person(1, "Dr. Rosalind Okafor"), Person(2, "Dr. Henrik Vale"),
             Person(3, "Marta Ruiz"), Person(4, "Marcus Whitfield")]
Key = Qt.Key


class Shown:
    """A field with another one behind it, and what was heard of it."""

    def __init__(self, qtbot: QtBot, most: int = 0) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.field = PeopleField(EVERYBODY, {one.id: one.name for one in EVERYBODY}, most)
        self.field.setAccessibleName("With whom")
        self.after = QLineEdit()
        lines = QVBoxLayout(self.window)
        lines.addWidget(self.field)
        lines.addWidget(self.after)
        self.entered: list[tuple[int, ...]] = []
        self.field.entered.connect(lambda: self.entered.append(self.field.value()))
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.field.setFocus()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.field.line, text)

    def press(self, key: Qt.Key) -> None:
        popup = self.field.completer.popup()
        self.qtbot.keyClick(popup if popup.isVisible() else self.field.line, key)

    def offered(self) -> list[str]:
        popup = self.field.completer.popup()
        if not popup.isVisible():
            return []
        model = popup.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication) -> Iterator[Shown]:
    theme.apply(qapp, "light")
    made = Shown(qtbot)
    yield made
    made.field.completer.popup().hide()


def test_a_name_that_only_one_has_is_enough_with_enter(shown: Shown) -> None:
    shown.type("oka")
    assert shown.offered() == ["Dr. Rosalind Okafor"]
    assert shown.field.value() == (1,)  # already meant
    shown.press(Key.Key_Return)
    assert shown.entered == [(1,)]
    assert shown.field.line.text() == "" and shown.offered() == []
    assert shown.field.chip(1).accessibleName() == "Remove Dr. Rosalind Okafor"


def test_among_several_enter_takes_the_marked_one_and_the_next_enter_is_for_the_form(
    shown: Shown
) -> None:
    shown.type("mar")
    assert shown.offered() == ["Marta Ruiz", "Marcus Whitfield"]
    assert shown.field.value() == ()
    assert shown.field.wrong() == "Several people are called like that; choose one."
    marked = shown.field.completer.popup().currentIndex()
    assert marked.data() == "Marta Ruiz"
    shown.press(Key.Key_Down)
    shown.press(Key.Key_Return)
    assert (shown.field.value(), shown.entered) == ((4,), [])
    shown.press(Key.Key_Return)
    assert shown.entered == [(4,)]


def test_a_comma_takes_somebody_and_goes_on(shown: Shown) -> None:
    shown.type("vale,mart,")
    assert shown.field.value() == (2, 3)
    shown.type("oka")
    shown.press(Key.Key_Return)
    assert shown.entered == [(2, 3, 1)]


def test_tab_takes_who_is_meant_and_leaves(shown: Shown) -> None:
    shown.type("vale")
    shown.qtbot.keyClick(shown.field.line, Key.Key_Tab)
    assert shown.field.value() == (2,)
    assert shown.after.hasFocus()


def test_chips_are_removed_by_backspace_by_key_and_by_mouse(shown: Shown) -> None:
    shown.field.set_value((1, 2, 3))
    shown.press(Key.Key_Backspace)
    assert shown.field.value() == (1, 2)
    shown.field.chip(1).setFocus()
    shown.qtbot.keyClick(shown.field.chip(1), Key.Key_Delete)
    assert shown.field.value() == (2,) and shown.field.line.hasFocus()
    shown.qtbot.mouseClick(shown.field.chip(2), Qt.MouseButton.LeftButton)
    assert shown.field.value() == ()


def test_somebody_unknown_or_named_already_is_said(shown: Shown) -> None:
    shown.type("zorro")
    assert shown.field.wrong() == "Nobody in the journal is called “zorro”."
    shown.press(Key.Key_Return)
    assert shown.entered == [] and shown.field.line.text() == "zorro"
    shown.field.line.clear()
    shown.type("vale,vale")
    assert shown.field.wrong() == "That person is named already."
    assert shown.field.value() == (2,)


def test_escape_closes_the_list_and_keeps_the_words(shown: Shown) -> None:
    shown.type("mar")
    shown.press(Key.Key_Escape)
    assert shown.offered() == [] and shown.field.line.text() == "mar"


def test_whoever_is_gone_is_passed_over(shown: Shown) -> None:
    shown.field.set_value([99, 3])
    assert shown.field.value() == (3,)


def test_where_one_is_enough_another_takes_their_place(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    shown = Shown(qtbot, most=1)
    shown.field.set_value((1, 2))
    assert shown.field.value() == (1,)
    shown.type("vale,")
    assert shown.field.value() == (2,)
