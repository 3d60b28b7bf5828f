"""The settings, each of their pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mentorjournal.ui.dialogs.settings import SettingsDialog
from mentorjournal.ui.main_window import MainWindow


def page(place: int) -> Callable[[MainWindow], None]:
    """The settings, on the page with this number."""

    def turn() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, SettingsDialog):
            dialog.pages.setCurrentIndex(place)

    def show(window: MainWindow) -> None:
        QTimer.singleShot(0, turn)
        window.actions_table.by_key["settings"].trigger()

    return show


SETTINGS_SHOTS = tuple((f"dialog-settings-{words}", page(place)) for place, words in enumerate(
    ("look", "dates", "rhythm", "safety", "tips")))
