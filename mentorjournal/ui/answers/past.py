"""Answers about the past: what was deleted, earlier wordings of a text, and erasing for good."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from mentorjournal.ui.widgets.recorded import RecordField, record_of
from mentorjournal.ui.wording_menu import WordingMenu
from mentorjournal.words import tr

if TYPE_CHECKING:  # SQLAlchemy comes with the journal, and only after the first picture
    from mentorjournal.journal.deleted import Deleted
    from mentorjournal.journal.journal import Journal
    from mentorjournal.ui.dialogs.deleted import DeletedDialog
    from mentorjournal.ui.main_window import MainWindow


class PastAnswers(QObject):
    """Opens the dialogs and calls the verbs."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._menu = WordingMenu(self)
        self._menu.wanted.connect(self.show_wordings)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the menu entries do."""
        return {
            "deleted": self.show_deleted,
            "wordings": lambda: self.show_wordings(QApplication.focusWidget()),
        }

    @property
    def _journal(self) -> Journal:
        assert self._window.journal is not None
        return self._window.journal

    # What was deleted -------------------------------------------------------------------------

    def show_deleted(self) -> None:
        """Show what was removed, and bring back or erase what is chosen."""
        from mentorjournal.journal import deleted
        from mentorjournal.ui.dialogs.deleted import DeletedDialog

        dialog = DeletedDialog(self._window)
        dialog.restore_wanted.connect(lambda one: self._restore(dialog, one))
        dialog.erase_wanted.connect(lambda one: self._erase_deleted(dialog, one))
        dialog.show_entries(deleted.every(self._journal))
        dialog.exec()
        dialog.deleteLater()

    def _restore(self, dialog: DeletedDialog, one: Deleted) -> None:
        from mentorjournal.journal import deleted
        from mentorjournal.store.errors import JournalError

        says, tone = tr("“{title}” is back.", title=one.title), "ok"
        try:
            deleted.restore(self._journal, one.table, one.id)
        except JournalError as refusal:
            says, tone = str(refusal), "alert"
        else:
            self._window.say_undoable(says)
        dialog.show_entries(deleted.every(self._journal), says, tone)

    def _erase_deleted(self, dialog: DeletedDialog, one: Deleted) -> None:
        from mentorjournal.journal import deleted

        if self.erase(one.table, one.id, dialog):
            says = tr("It is erased for good.")
            dialog.show_entries(deleted.every(self._journal), says)

    # Erasing ----------------------------------------------------------------------------------

    def erase(self, table: str, row_id: int, parent: QWidget | None = None) -> bool:
        """Erase an entry for good, once the mentee has typed so; whether it was done."""
        from mentorjournal.journal import erasing
        from mentorjournal.store import backup
        from mentorjournal.store.errors import JournalError
        from mentorjournal.ui.dialogs.erase import ask_erase

        try:
            name = backup.name_of_folder(self._journal.path)
            folders = [each / name for each in self._window.settings.more_backup_folders()]
            erasure = erasing.prospect(self._journal, table, row_id, folders)
            backups_too = ask_erase(parent or self._window, erasure)
            if backups_too is None:
                return False
            QApplication.setOverrideCursor(QCursor(Qt.CursorShape.WaitCursor))
            try:
                erasing.erase_for_good(self._journal, erasure, backups_too=backups_too)
            finally:
                QApplication.restoreOverrideCursor()
        except JournalError as refusal:
            self._window.messages.say(str(refusal), "alert")
            return False
        self._window.messages.say(tr("It is erased for good."), "info")
        return True

    # Earlier wordings -------------------------------------------------------------------------

    def show_wordings(self, field: QWidget | None) -> None:
        """Show what a text said before, and use one of those wordings if that is wanted.

        In a form it only goes into the field, and is saved with the form.
        """
        from mentorjournal.store.errors import JournalError
        from mentorjournal.ui.dialogs.wordings import ask_wording
        from mentorjournal.ui.widgets.field_values import fill
        from mentorjournal.ui.widgets.form_dialog import FormDialog

        record = record_of(field)
        if field is None or record is None:
            self._window.messages.say(
                tr("Put the cursor into a text first; then its earlier wordings can be shown."))
            return
        in_form = isinstance(field.window(), FormDialog)
        if not in_form:
            field.commit()  # type: ignore[attr-defined]
        try:
            text = self._ask(field, record, ask_wording)
            if text is None:
                return
            if in_form:
                fill(field, text)
            else:
                self._use(record, text)
        except JournalError as refusal:
            self._window.messages.say(str(refusal), "alert")

    def _ask(
        self, field: QWidget, record: RecordField, ask: Callable[..., str | None]
    ) -> str | None:
        from mentorjournal.journal import wordings
        from mentorjournal.ui import questions

        now = str(field.text())  # type: ignore[attr-defined]
        found = [
            each for each in wordings.earlier(
                self._journal, record.table, record.row_id, record.name)
            if each.text != now
        ]
        if found:
            return ask(field.window(), field.accessibleName(), found, now)
        questions.tell(
            field.window(), tr("Earlier wordings"),
            tr("This text has no earlier wording: it never said anything else."),
        )
        return None

    def _use(self, record: RecordField, text: str) -> None:
        from mentorjournal.journal import wordings

        wordings.use(self._journal, record.table, record.row_id, record.name, text)
        self._window.say_undoable(tr("The earlier wording is used again."))
