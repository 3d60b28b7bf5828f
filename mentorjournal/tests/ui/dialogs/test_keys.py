"""The sheet of keys holds every shortcut of the menus and finds one by what it does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.tests.windows import answering, start, trigger
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.keys import KeysDialog
from mentorjournal.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    yield


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """The window before there is a journal."""
    return start(qtbot, None, tmp_path / "scratch")


def seen(dialog: KeysDialog) -> str:
    return "\n".join(one.accessibleName() for one in dialog.findChildren(QWidget)
                     if one.accessibleName() and one.isVisible())


def test_every_shortcut_of_the_menus_is_there(window: MainWindow) -> None:
    def deed(dialog: KeysDialog) -> None:
        text = seen(dialog)
        for action in window.actions_table.by_key.values():
            if not action.shortcut().isEmpty():
                assert action.shortcut().toString() in text, action.text()
        assert "Note feedback: Ctrl+2" in text

    with answering(deed):
        trigger(window, "keys")


def test_a_key_is_found_by_what_it_does(window: MainWindow) -> None:
    def deed(dialog: KeysDialog) -> None:
        dialog.find.setText("person add")
        assert "Add a person: Ctrl+Shift+P" in seen(dialog)
        assert "Note feedback" not in seen(dialog)
        dialog.find.setText("nothing like this")
        assert "Ctrl+" not in seen(dialog).replace("Ctrl+K", "")

    with answering(deed):
        trigger(window, "keys")
