"""Answers to Settings: each choice is kept and takes effect at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from mentorjournal import clock, words
from mentorjournal.settings import (
    AGENDA_HOURS_AHEAD,
    BACKUP_FOLDER,
    DATE_ORDER,
    DEFAULT_RHYTHM_DAYS,
    WEEK_START,
    Preference,
)
from mentorjournal.words import tr

if TYPE_CHECKING:  # SQLAlchemy comes with the journal, and only after the first picture
    from mentorjournal.ui.dialogs.settings import SettingsDialog
    from mentorjournal.ui.main_window import MainWindow


class SettingsAnswers(QObject):
    """For the whole window, with or without a journal."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: SettingsDialog | None = None
        self._is_stale = False  # what the pages show
        for preference, use in ((DATE_ORDER, words.use_dates), (WEEK_START, words.use_week)):
            self._listen(preference, use)
        for preference in (DEFAULT_RHYTHM_DAYS, AGENDA_HOURS_AHEAD):
            self._listen(preference, lambda _value: None)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Action -> what it does."""
        return {"settings": self.show}

    def _listen(self, preference: Preference[Any], use: Callable[[Any], object]) -> None:
        """Use a new value, and say everything anew that is on the screen.

        While the dialog is open only once, when it closes.
        """
        def hear(value: Any) -> None:
            use(value)
            self._is_stale = True
            if self._dialog is None:
                self._renew()

        stop = self._window.settings.listen(preference, hear)
        self.destroyed.connect(stop)

    def _renew(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self._window.renew_panes()

    def show(self, threshold: str = "", *, page: str = "") -> None:
        """Show the settings; with the key of a threshold or of a page, that one."""
        from mentorjournal.ui.dialogs.settings import SettingsDialog

        journal, thresholds, capacity = self._window.journal, None, None
        if journal is not None:
            from mentorjournal.journal import commitments, preferences

            self._window.opening.hand_in()
            thresholds = preferences.thresholds(journal)
            capacity = commitments.capacity_on(journal, clock.today())
        dialog = self._dialog = SettingsDialog(
            self._window.settings, self._window, thresholds=thresholds, capacity=capacity)
        dialog.chosen.connect(self._window.settings.set)
        dialog.capacity_chosen.connect(self._set_capacity)
        dialog.threshold_chosen.connect(self._set_threshold)
        dialog.folder_wanted.connect(self._choose_folder)
        dialog.no_folder_wanted.connect(self._forget_folder)
        if page:
            dialog.show_page(page)
        if threshold and dialog.thresholds is not None:
            dialog.pages.setCurrentWidget(dialog.thresholds)
            dialog.thresholds.reveal(threshold)
        dialog.exec()
        dialog.deleteLater()
        self._dialog = None
        self._renew()

    def _attempt(self, deed: Callable[[], object]) -> None:
        """Do it; a refusal is said in the dialog, where it was made."""
        from mentorjournal.store.errors import JournalError

        assert self._dialog is not None
        try:
            deed()
        except JournalError as refusal:
            self._dialog.say(str(refusal))
        else:
            self._dialog.say("")

    def _set_capacity(self, hours: float | None) -> None:
        from mentorjournal.journal import commitments

        journal, today = self._window.journal, clock.today()
        if journal is not None:
            self._attempt(lambda: commitments.set_capacity(journal, hours, today, today))

    def _set_threshold(self, key: str, value: float | None) -> None:
        from mentorjournal.journal import preferences

        journal = self._window.journal
        if journal is not None and self._dialog is not None:
            self._attempt(lambda: preferences.set_threshold(journal, key, value))
            if self._dialog.thresholds is not None:  # a number that was refused is taken back
                self._dialog.thresholds.show_values(preferences.thresholds(journal))

    def _choose_folder(self) -> None:
        from mentorjournal.ui import questions

        assert self._dialog is not None
        now = self._window.settings.get(BACKUP_FOLDER)
        folder = questions.folder(
            self._dialog, tr("Choose a second folder"), Path(now) if now else Path.home())
        if folder is not None:
            self._window.settings.set(BACKUP_FOLDER, str(folder))
            self._dialog.show_folder()

    def _forget_folder(self) -> None:
        assert self._dialog is not None
        self._window.settings.reset(BACKUP_FOLDER)
        self._dialog.show_folder()
