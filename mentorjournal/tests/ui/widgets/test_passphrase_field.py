"""Passphrases typed with keys alone: every letter goes where it was meant to, and stays hidden."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.passphrase import PassphraseDialog
from mentorjournal.ui.panes.first_run import FirstRunPane
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.passphrase_field import PassphraseField
from mentorjournal.ui.widgets.unlock_form import UnlockForm

TYPED = ("correct horse", "correct horsX", "and a third")


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    yield


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


def type_on(qtbot: QtBot, window: QWidget, texts: tuple[str, ...]) -> None:
    """Type each text at the focus, with a Tab after each but the last."""
    for number, text in enumerate(texts):
        if number:
            qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        for letter in text:
            qtbot.keyClicks(window.focusWidget(), letter)


def assert_held(fields: list[PassphraseField], texts: tuple[str, ...]) -> None:
    assert tuple(field.text() for field in fields) == texts
    assert not any(field.is_shown() for field in fields)


def test_first_run(qtbot: QtBot, tmp_path: Path) -> None:
    pane = FirstRunPane(tmp_path)
    shown(qtbot, pane)
    pane.protection.wanted.setFocus()
    qtbot.keyClick(pane.protection.wanted, Qt.Key.Key_Space)
    type_on(qtbot, pane, TYPED[:2])
    assert_held([pane.protection.first, pane.protection.again], TYPED[:2])
    qtbot.keyClick(pane.focusWidget(), Qt.Key.Key_Backtab)
    assert pane.focusWidget() is pane.protection.first


@pytest.mark.parametrize("is_set", [False, True])
def test_dialog(qtbot: QtBot, is_set: bool) -> None:
    form = PassphraseDialog(is_set=is_set)
    shown(qtbot, form)
    keys = ["present", "new", "again"] if is_set else ["new", "again"]
    texts = TYPED[: len(keys)]
    type_on(qtbot, form, texts)
    assert_held([form.field(key) for key in keys], texts)


def test_unlock_form(qtbot: QtBot) -> None:
    form = UnlockForm(Button("Other"), can_remember=True)
    shown(qtbot, form)
    form.focus_first()
    type_on(qtbot, form, TYPED[:1])
    assert_held([form.field], TYPED[:1])
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    assert form.focusWidget() is form.remember


def test_the_eye_leaves_the_caret_and_takes_no_keys(qtbot: QtBot) -> None:
    field = PassphraseField()
    shown(qtbot, field)
    field.setFocus()
    qtbot.keyClicks(field, "one")
    qtbot.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    assert field.is_shown() and field.hasFocus()
    qtbot.keyClicks(field.eye, "x y")
    assert field.text() == "one" and field.is_shown()


def test_the_context_menu_shows_and_hides_the_letters(qtbot: QtBot) -> None:
    field = PassphraseField()
    shown(qtbot, field)
    for words, is_shown in (("Show the letters", True), ("Hide the letters", False)):
        QApplication.sendEvent(field, QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), field.mapToGlobal(QPoint(5, 5))))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu) and menu.actions()[-1].text() == words
        qtbot.keyClick(menu, Qt.Key.Key_Up)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
        assert field.is_shown() is is_shown
