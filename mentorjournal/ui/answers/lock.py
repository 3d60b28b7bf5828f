"""The lock: asks for the passphrase, locks by hand, when idle and with the screen; one writer.

While a journal is locked it is closed and its key forgotten: nothing of it is in the window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from mentorjournal.settings import LOCK_AFTER_MINUTES
from mentorjournal.ui.answers.one_window import OneWindow
from mentorjournal.words import tr

if TYPE_CHECKING:  # all of it comes when it is needed, after the first picture
    from mentorjournal.store.errors import JournalError
    from mentorjournal.store.keys import Key
    from mentorjournal.ui.actions import Actions
    from mentorjournal.ui.answers.passphrase import PassphraseAnswers
    from mentorjournal.ui.idle import IdleWatch
    from mentorjournal.ui.in_thread import InThread
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.remembered import Remembered
    from mentorjournal.ui.screen_lock import ScreenWatch
    from mentorjournal.ui.widgets.unlock_form import UnlockForm

MINUTE = 60_000  # ms
CHOICES = (5, 10, 30, 0)  # minutes that the menu offers, 0 for never


class LockAnswers(QObject):
    """What the window does about passphrases."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._one = OneWindow(window)
        self._asked = Path()  # the journal whose passphrase is asked for
        self._form: UnlockForm | None = None
        self._dialog: QDialog | None = None
        self._back: tuple[Path, str] | None = None  # the journal that was locked, and its pane
        self._is_locking = False
        self._given = ""  # a passphrase from standard input, for the first journal asked for
        self._passphrases: PassphraseAnswers | None = None
        self._background: InThread | None = None
        self._idle: IdleWatch | None = None
        self._screen: ScreenWatch | None = None
        self._remembered: Remembered | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Action -> what it does."""
        return {
            "passphrase": self.ask_passphrase,
            "lock": self.lock,
            **{
                f"lock_{minutes}": lambda minutes=minutes: self._lock_after(minutes)
                for minutes in CHOICES
            },
        }

    def show_in(self, actions: Actions) -> None:
        """Tick after how many minutes it locks, wherever that is chosen."""
        self._tick(actions)
        stop = self._window.settings.listen(
            LOCK_AFTER_MINUTES, lambda _minutes: (self._tick(actions), self.watch()))
        self.destroyed.connect(stop)

    def _tick(self, actions: Actions) -> None:
        now = self._window.settings.get(LOCK_AFTER_MINUTES)
        for minutes in CHOICES:
            actions.by_key[f"lock_{minutes}"].setChecked(minutes == now)

    def _lock_after(self, minutes: int) -> None:
        self._window.settings.set(LOCK_AFTER_MINUTES, minutes)

    def wire(self) -> None:
        """Listen; after the window does, which shows a journal before it is watched here."""
        opening = self._window.opening
        opening.locked.connect(self.ask)
        opening.held.connect(self._say_held)
        opening.opened.connect(self._take)
        opening.closing.connect(self._let_go)

    def begin(self, passphrase: str, *, held: bool) -> None:
        """What the start knows: a passphrase, and whether somebody has the journal."""
        self._given = passphrase
        self._one.begin(held=held)

    # Asking for a passphrase

    def create(self, path: Path, name: str, passphrase: str) -> None:
        """Make a journal, its key derived in a thread."""
        from mentorjournal.store import keys

        if not passphrase:
            self._window.opening.create(path, name)
        elif not self._run().is_busy():
            self._run().run(
                lambda: keys.fresh(passphrase),
                lambda key: self._window.opening.create(path, name, key), self._say,
            )

    def ask(self, path: Path, wrong: str) -> None:
        """Ask for the passphrase of `path`, or say what is wrong with the one that was typed."""
        from mentorjournal.store.database import full_path

        path = full_path(path)
        if self._form is not None and path == self._asked and wrong:
            self._form.set_busy(False)
            self._form.say(wrong)
            return
        if self._one.says_holder(path):
            return
        kept = None if wrong else self._kept_key(path)
        if kept is not None:
            self._window.opening.open(path, kept, reading_only=self._one.is_for_reading(path))
            return
        self._show_form(path)
        if self._given:
            passphrase, self._given = self._given, ""
            self._try(passphrase, False)
        if self._dialog is not None:
            self._dialog.exec()
            self._dialog.deleteLater()
            self._dialog = self._form = None

    def _kept_key(self, path: Path) -> Key | None:
        """The key in the keyring, if it is not of an earlier passphrase."""
        from mentorjournal.store import keys

        kept = self._keyring().key(path)
        if kept is not None and keys.fit(kept, path) is keys.Fit.WRONG:
            self._keyring().forget(path)
            return None
        return kept

    def _show_form(self, path: Path) -> None:
        self._asked = path
        can_remember = self._keyring().is_possible()
        if self._window.journal is not None:
            from mentorjournal.ui.dialogs.unlock import UnlockDialog

            dialog = UnlockDialog(path, self._window, can_remember=can_remember)
            self._dialog, self._form = dialog, dialog.form
        else:
            from mentorjournal.ui.panes.unlock import UnlockPane

            page = UnlockPane(path, can_remember=can_remember)
            page.form.left.connect(self._window.opening.ask_open)
            self._form = page.form
            self._window.show_front("unlock", page)
        self._form.tried.connect(self._try)

    def _try(self, passphrase: str, remember: bool) -> None:
        from mentorjournal.store import keys, recognise
        from mentorjournal.store.errors import JournalError

        path, form = self._asked, self._form
        if form is None or self._run().is_busy():
            return
        form.set_busy(True)

        def derive() -> Key:
            try:
                return keys.derive(passphrase, keys.salt_of(path))
            except OSError:
                raise JournalError(recognise.not_there(path)) from None

        self._run().run(derive, lambda key: self._open(path, key, remember), self._say)

    def _open(self, path: Path, key: Key, remember: bool) -> None:
        if self._form is None or path != self._asked:
            return  # another journal was opened meanwhile
        if self._window.opening.open(path, key, reading_only=self._one.is_for_reading(path)):
            if remember and not self._keyring().keep(path, key):
                self._window.messages.say(tr("The keyring did not take the passphrase."), "warn")
        elif self._form is not None:
            self._form.set_busy(False)

    def _say(self, refusal: JournalError) -> None:
        if self._form is not None:
            self._form.set_busy(False)
        if str(refusal):
            self._window.messages.say(str(refusal), "alert")

    def _say_held(self, path: Path, passphrase: str | Key | None, sentence: str) -> None:
        if self._dialog is not None:
            self._dialog.reject()
        self._one.say_held(path, passphrase, sentence)

    # Locking

    def lock(self) -> None:
        """Close the journal, forget its key and show nothing but the page that asks for it."""
        journal = self._window.journal
        if journal is None:
            return
        if not journal.is_encrypted:
            self._window.messages.say(
                tr("There is nothing to lock with: this journal has no passphrase."), "info",
                tr("Set a passphrase…"), self.ask_passphrase,
            )
        elif self._passphrases is not None and self._passphrases.is_busy():
            QTimer.singleShot(MINUTE // 60, self, self._lock_quietly)
        elif not _close_boxes():
            QTimer.singleShot(0, self, self.lock)  # once they are gone
        else:
            self._lock_now(journal.path, self._window.current_pane())

    def _lock_quietly(self) -> None:
        """Lock without being asked to, where there is something to lock with."""
        if self._window.journal is not None and self._window.journal.is_encrypted:
            self.lock()

    def _lock_now(self, path: Path, pane: str) -> None:
        import gc

        self._back = path, pane
        self._is_locking = True
        try:
            self._window.opening.close()
        finally:
            self._is_locking = False
        self._window.name_nothing()
        self._show_form(path)
        QTimer.singleShot(0, self, lambda: gc.collect())  # the panes went, and the key with them

    def _take(self) -> None:
        journal = self._window.journal
        assert journal is not None
        if self._dialog is not None:
            self._dialog.accept()
        self._form, self._given = None, ""
        if self._back is not None and self._back[0] == journal.path:
            self._window.show_pane(self._back[1])
        self._back = None
        self._one.take()
        self.watch()

    def _let_go(self) -> None:
        if not self._is_locking:  # who starts the program again is sent to the locked window
            self._one.let_go()
        if self._idle is not None:
            self._idle.stop()
        if self._dialog is None:
            self._form = None

    def watch(self) -> None:
        """Look for idleness and for a locked screen, if there is something to lock with."""
        journal = self._window.journal
        if journal is None or not journal.is_encrypted:
            return
        if self._idle is None:
            from mentorjournal.ui.idle import IdleWatch
            from mentorjournal.ui.screen_lock import ScreenWatch

            self._idle = IdleWatch(self)
            self._idle.idle.connect(self._lock_quietly)
            self._screen = ScreenWatch(self)
            self._screen.locked.connect(self._lock_quietly)
        self._idle.start(self._window.settings.get(LOCK_AFTER_MINUTES) * MINUTE)

    def watched(self) -> IdleWatch | None:
        """What looks for idleness; None until a journal with a passphrase was open."""
        return self._idle

    def ask_passphrase(self) -> None:
        """Set, change or remove the passphrase."""
        if self._passphrases is None:
            from mentorjournal.ui.answers.passphrase import PassphraseAnswers

            self._passphrases = PassphraseAnswers(self._window, self._keyring())
        self._passphrases.ask()
        self.watch()

    def _run(self) -> InThread:
        if self._background is None:
            from mentorjournal.ui.in_thread import InThread

            self._background = InThread()
        return self._background

    def _keyring(self) -> Remembered:
        if self._remembered is None:
            from mentorjournal.ui.remembered import Remembered

            self._remembered = Remembered(self._window.settings)
        return self._remembered


def _close_boxes() -> bool:
    """Close menus and dialogs, as Escape would; whether none was there."""
    from mentorjournal.ui.widgets.form_dialog import FormDialog

    found = False
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        found = True
    for box in QApplication.topLevelWidgets():
        if isinstance(box, QDialog) and box.isVisible():
            # What is typed in a form stays as a draft, inside the journal.
            box.put_aside() if isinstance(box, FormDialog) else QDialog.reject(box)
            found = True
    return not found
