"""The real window in tests: opened like at a start, its dialogs answered, its pages read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mentorjournal import paths
from mentorjournal.settings import Settings
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.tasks import ProgressDialog

LOOK_MS = 5


def start(
    qtbot: QtBot, wanted: Path | str | None, scratch: Path, settings: Settings | None = None
) -> MainWindow:
    """The window as `app.main` opens it, once it shows a pane."""
    window = MainWindow(settings or Settings(paths.settings_file()))
    qtbot.addWidget(window)
    window.open_after_first_picture(wanted, scratch)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(lambda: bool(window.panes))
    return window


@contextmanager
def answering(*deeds: Callable[[Any], object]) -> Iterator[None]:
    """Do each of `deeds` with the next modal dialog that comes up; all of them must come up.

    A dialog that a deed leaves open is closed, so that a failing test does not wait for ever.
    """
    left = list(deeds)
    seen: list[QWidget] = []
    over: list[bool] = []

    def look() -> None:
        if over:
            return
        QTimer.singleShot(LOOK_MS, look)  # another one, because a deed may bring up a dialog
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or dialog in seen or not dialog.isVisible():
            return
        if isinstance(dialog, ProgressDialog):  # it goes by itself
            return
        seen.append(dialog)
        try:
            if left:
                left.pop(0)(dialog)
        finally:
            if dialog.isVisible():
                QDialog.done(dialog, 0)

    QTimer.singleShot(0, look)
    try:
        yield
    finally:
        over.append(True)
    assert not left, "a dialog that was waited for did not come"
    assert len(seen) == len(deeds), "there was a dialog that nobody waited for"


def press(words: str) -> Callable[[QMessageBox], None]:
    """Presses the button with these words in a question."""

    def deed(box: QMessageBox) -> None:
        next(one for one in box.buttons() if one.text().replace("&", "") == words).click()

    return deed


def button(inside: QWidget, words: str) -> QAbstractButton:
    """The button with these words that can be seen in a widget."""
    return next(
        one for one in inside.findChildren(QAbstractButton)
        if one.text().replace("&", "") == words and one.isVisible()
    )


def trigger(window: MainWindow, key: str) -> None:
    """Choose an entry of the menus that is allowed now."""
    action = window.actions_table.by_key[key]
    assert action.isEnabled(), key
    action.trigger()


def sentence(window: MainWindow) -> str:
    """What the message bar says."""
    message = window.messages.message()
    return message.text if message is not None and window.messages.isVisible() else ""


def act(window: MainWindow) -> None:
    """Press the button of the message."""
    message = window.messages.message()
    assert message is not None and message.action
    button(window.messages, message.action).click()


def read(widget: QWidget) -> str:
    """Every label that can be seen in a widget."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())
