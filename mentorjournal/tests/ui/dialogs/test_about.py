"""About the program: its version, what it rests on, and every licence it must show."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QTabWidget
from pytestqt.qtbot import QtBot

from mentorjournal import __version__
from mentorjournal.tests.windows import button, read
from mentorjournal.ui.dialogs.about import LIBRARIES, AboutDialog, libraries, licences


def test_it_says_which_program_this_is(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert f"Version {__version__}" in read(dialog)
    assert "10.1080/0142159X.2020.1795098" in read(dialog)
    tabs = dialog.findChild(QTabWidget)
    assert dialog.focusWidget() is button(dialog, "Close")
    assert [tabs.tabText(n) for n in range(tabs.count())] == ["About", "Libraries", "Licences"]
    for field in dialog.findChildren(QPlainTextEdit):
        assert field.isReadOnly() and field.toPlainText()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_every_library_stands_with_its_version() -> None:
    lines = libraries().splitlines()
    assert lines[0].startswith("Python 3") and lines[1].startswith("Qt 6")
    for name in LIBRARIES:
        assert any(re.match(rf"{re.escape(name)} \d", line) for line in lines), name


def test_the_licences_of_what_is_carried_are_there() -> None:
    text = licences()
    assert text.count("――――――") >= 3
    for words in ("MIT License", "SIL OPEN FONT LICENSE", "Inter", "Noto", "Phosphor"):
        assert words.casefold() in text.casefold(), words
