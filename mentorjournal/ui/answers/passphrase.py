"""The passphrase dialog: backup, the file written anew, a backup of that, and the old copies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mentorjournal.journal.journal import Journal
from mentorjournal.store import backup, keys, old_copies
from mentorjournal.store.errors import JournalError, WrongPassphrase
from mentorjournal.store.keys import Key
from mentorjournal.store.old_copies import OldCopy
from mentorjournal.ui.dialogs.old_copies import ask_removal
from mentorjournal.ui.dialogs.passphrase import PassphraseDialog
from mentorjournal.ui.in_thread import InThread
from mentorjournal.ui.remembered import Remembered
from mentorjournal.words import tr, trn

if TYPE_CHECKING:
    from mentorjournal.store.rekey import KeyChange
    from mentorjournal.ui.main_window import MainWindow


class PassphraseAnswers(QObject):
    """What is slow runs in a thread by connections of its own, while the dialog is in front."""

    _doing = Signal(str)

    def __init__(self, window: MainWindow, remembered: Remembered) -> None:
        super().__init__(window)
        self._window = window
        self._remembered = remembered
        self._background = InThread()
        self._dialog: PassphraseDialog | None = None
        self._left: list[OldCopy] = []
        self._doing.connect(self._show_doing)

    def is_busy(self) -> bool:
        """Whether the journal is being written anew."""
        return self._background.is_busy()

    def ask(self) -> None:
        """Show the dialog; afterwards what can still be read without the new passphrase."""
        journal = self._window.journal
        if journal is None or self._background.is_busy():
            return
        if journal.reading_only:
            self._window.messages.say(tr("This journal is open for reading only."), "alert")
            return
        dialog = PassphraseDialog(
            self._window, is_set=journal.is_encrypted,
            is_remembered=self._remembered.has(journal.path),
        )
        self._dialog, self._left = dialog, []
        dialog.wanted.connect(lambda present, new: self._begin(journal, present, new))
        dialog.forget_wanted.connect(lambda: self._remembered.forget(journal.path))
        done = dialog.exec()
        self._dialog = None
        if done and self._left:
            self._offer_removal(self._left)

    def _begin(self, journal: Journal, present: str, new: str) -> None:
        change = journal.key_change()
        former = journal.key

        def write() -> Key | None:
            self._check(journal, former, present)
            self._doing.emit(tr("Making a backup first…"))
            backup.make(journal.path, former, "passphrase")
            self._doing.emit(tr("Writing the journal anew…"))
            key = keys.fresh(new) if new else None
            change.write(key)
            return key

        def refused(refusal: JournalError) -> None:
            change.clear()
            self._refuse(refusal)

        self._background.run(write, lambda key: self._finish(journal, change, key, former), refused)
        self._show_doing(tr("One moment…"))

    def _check(self, journal: Journal, former: Key | None, present: str) -> None:
        if former is not None and keys.derive(present, former.salt) != former:
            raise WrongPassphrase(
                tr("This is not the passphrase of {name}.", name=journal.path.name))

    def _finish(
        self, journal: Journal, change: KeyChange, key: Key | None, former: Key | None
    ) -> None:
        try:
            change.finish()
        except JournalError as refusal:
            self._refuse(refusal)
            return
        finally:
            change.clear()
        self._remember_anew(journal, key)
        path, uid = journal.path, journal.uid
        more = self._window.settings.more_backup_folders()
        name = backup.name_of_folder(path)

        def look() -> list[OldCopy]:
            if key is None:
                return []
            self._doing.emit(tr("Making a backup with the new passphrase…"))
            backup.make(path, key, "passphrase")  # before any of the old ones may go
            return old_copies.found(path, uid, former, [folder / name for folder in more])

        self._background.run(look, lambda found: self._end(key, former, found), self._end_early)

    def _remember_anew(self, journal: Journal, key: Key | None) -> None:
        if not self._remembered.has(journal.path):
            return
        if key is None or not self._remembered.keep(journal.path, key):
            self._remembered.forget(journal.path)

    def _end(self, key: Key | None, former: Key | None, found: list[OldCopy]) -> None:
        self._left = found
        said = tr("The passphrase was removed.") if key is None else (
            tr("The passphrase was changed.") if former else tr("The passphrase was set."))
        self._window.messages.say(said, "info")
        self._close()

    def _end_early(self, refusal: JournalError) -> None:
        self._window.messages.say(tr(
            "The passphrase holds from now on, but no backup with it could be made: {why}",
            why=refusal), "alert")
        self._close()

    def _close(self) -> None:
        if self._dialog is not None:
            self._dialog.finish()

    def _refuse(self, refusal: JournalError) -> None:
        if self._dialog is not None:
            field = "present" if isinstance(refusal, WrongPassphrase) else ""
            self._dialog.refuse(str(refusal), field)

    def _show_doing(self, text: str) -> None:
        if self._dialog is not None and self._background.is_busy():
            self._dialog.show_busy(text)

    def _offer_removal(self, found: Sequence[OldCopy]) -> None:
        chosen = ask_removal(self._window, found)
        if chosen:
            self._background.run(
                lambda: old_copies.remove(chosen),
                lambda left: self._tell_removed(len(chosen), left), lambda refusal: None,
            )

    def _tell_removed(self, wanted: int, left: list[OldCopy]) -> None:
        if left:
            names = ", ".join(each.path.name for each in left[:3])
            self._window.messages.say(tr("Could not be removed: {names}.", names=names), "alert")
        else:
            self._window.messages.say(trn("{n} old copy was removed.",
                                          "{n} old copies were removed.", wanted), "info")
