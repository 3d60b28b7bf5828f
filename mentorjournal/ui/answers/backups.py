"""Backups: made by themselves when something changed, listed, looked into, and put back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from mentorjournal import clock
from mentorjournal.words import tr

if TYPE_CHECKING:  # SQLAlchemy comes with the journal, and only after the first picture
    from mentorjournal.journal.backups import Made
    from mentorjournal.journal.journal import Journal
    from mentorjournal.store.keys import Key
    from mentorjournal.store.watch import Watch
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.tasks import Task

LOOK_MS = 10 * 60 * 1000  # between two looks whether a new day has begun


class BackupAnswers(QObject):
    """Keeps the open journal backed up, and answers Journal > Backups."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._last_day = clock.machine_now().date()
        self._skips_next = False  # the journal is closed for a reason that saves it in its own way
        self._is_saving = False
        self._told = ""  # why the window could not close with a backup
        self._at_work: Task[Made] | None = None
        self._notes: set[str] = set()  # about the second folder, said once in a session
        window.opening.opened.connect(self._begin)
        window.opening.closing.connect(self._before_close)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look_at_the_day)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Action -> what it does."""
        return {"backups": self.show}

    # By itself --------------------------------------------------------------------------------

    def may_quit(self) -> bool:
        """Back up what changed before the window goes.

        When that is refused the window stays once, to tell; the next time it goes all the same.
        """
        if self._is_saving:  # asked to close again while it waits for the backup
            return False
        self._window.opening.hand_in()
        refusal = self._back_up_what_changed()
        if refusal and refusal != self._told:
            self._told = refusal
            self._window.messages.say(
                tr("{why} Your journal itself is saved.", why=refusal), "alert",
                tr("Close without a backup"), self._window.close)
            return False
        self._skips_next = True
        return True

    def look_at_the_day(self) -> None:
        """Once a day, back up a journal that stays open; in the background."""
        today = clock.machine_now().date()
        if today != self._last_day and self._at_work is None and self._is_due():
            self._last_day = today
            self._back_up_quietly()

    def _begin(self) -> None:
        self._skips_next = False
        self._told = ""
        self._last_day = clock.machine_now().date()
        self._timer.start()

    def _before_close(self) -> None:
        """The journal is closed for another one, or locked: the window stays and can tell."""
        self._timer.stop()
        self._wait_for_work()
        if self._skips_next:
            return
        refusal = self._back_up_what_changed()
        if refusal:  # after the messages of the next journal
            QTimer.singleShot(0, lambda: self._window.messages.say(refusal, "alert"))

    def _is_due(self) -> bool:
        journal = self._window.journal
        return journal is not None and journal.was_changed and not self._is_scratch(journal)

    def _is_scratch(self, journal: Journal) -> bool:
        return self._window.opening.is_scratch(journal.path)

    def _back_up_what_changed(self) -> str:
        """Why there is no backup, "" when there is one or none was needed."""
        self._wait_for_work()
        if not self._is_due():
            return ""
        from mentorjournal.store.errors import JournalError, Stopped

        try:
            self._back_up("close")
        except Stopped:  # by the person who did not want to wait
            return ""
        except JournalError as refusal:
            return tr("No backup was made: {why}", why=refusal)
        return ""

    def _back_up(self, reason: str) -> Made:
        """Make a backup and wait for it. Raises JournalError."""
        from mentorjournal.ui import tasks

        journal = self._window.journal
        assert journal is not None
        self._wait_for_work()
        at = journal.changes_made
        self._is_saving = True
        try:
            made = tasks.run(self._window, tr("Making a backup"), self._work(journal, reason))
        finally:
            self._is_saving = False
        journal.backed_up(at)
        self._last_day = clock.machine_now().date()
        return made

    def _work(self, journal: Journal, reason: str) -> Callable[[Watch], Made]:
        from mentorjournal.journal import backups

        path, key, second = journal.path, journal.key, self._second_folder()
        return lambda watch: backups.make(path, key, reason, second, watch)

    def _wait_for_work(self) -> None:
        """Let a backup in the background end: two at once would take one number."""
        if self._at_work is not None:
            self._at_work.finish()

    def _back_up_quietly(self) -> None:
        from mentorjournal.ui.tasks import Task

        journal = self._window.journal
        assert journal is not None
        at = journal.changes_made
        task = self._at_work = Task(self._work(journal, "day"), self)
        task.ended.connect(lambda: self._tell_how_it_went(task, journal, at))
        task.start()

    def _tell_how_it_went(self, task: Task[Made], journal: Journal, at: int) -> None:
        from mentorjournal.store.errors import JournalError

        self._at_work = None
        task.deleteLater()
        if isinstance(task.error, JournalError):
            self._window.messages.say(tr("No backup was made: {why}", why=task.error), "warn")
        elif task.error is not None:
            raise task.error
        elif task.result is not None:
            journal.backed_up(at)
            note = task.result.note
            if note and note not in self._notes:
                self._notes.add(note)
                self._window.messages.say(note, "info")

    def _second_folder(self) -> Path | None:
        return next(iter(self._window.settings.more_backup_folders()), None)

    # The dialog -------------------------------------------------------------------------------

    def show(self) -> None:
        """Show the backups of the open journal until the person closes them or restores one."""
        from mentorjournal.ui.answers.backups_list import BackupDesk

        assert self._window.journal is not None
        desk = BackupDesk(self._window, self._back_up, self._second_folder)
        wanted = desk.run(can_make=not self._is_scratch(self._window.journal))
        if wanted is not None:
            self._put_back(*wanted)

    def _put_back(self, chosen: Path, passphrase: str | Key | None, when: str) -> None:
        """Close the journal, put a backup in its place, open it, and offer the way back."""
        from mentorjournal.store.errors import JournalError

        window = self._window
        assert window.journal is not None
        path, present = window.journal.path, window.journal.key
        self._skips_next = True
        window.opening.close()
        try:
            earlier = self._restore(chosen, passphrase, path, present)
        except JournalError as refusal:
            window.opening.open(path, present)
            window.messages.say(str(refusal), "alert")
            return
        if window.opening.open(path, passphrase):
            self._tell_the_way_back(earlier, present, when)

    def _restore(
        self, chosen: Path, passphrase: str | Key | None, path: Path, present: Key | None
    ) -> Path | None:
        from mentorjournal.journal import backups
        from mentorjournal.ui import tasks

        return tasks.run(
            self._window, tr("Putting the backup back"),
            lambda watch: backups.restore(chosen, passphrase, path, present=present, watch=watch),
        )

    def _tell_the_way_back(self, earlier: Path | None, present: Key | None, when: str) -> None:
        done = tr("The journal is again as it was: {when}.", when=when)
        if earlier is None or ".damaged-" in earlier.name:
            where = tr("What was there is kept as {name}.", name=earlier.name) if earlier else ""
            self._window.messages.say(f"{done} {where}".strip(), "info")
            return
        back = tr("before the backup was put back")
        self._window.messages.say(
            done, "info", tr("Take it back"), lambda: self._put_back(earlier, present, back))
