"""Undo and Redo: the text being typed first, then the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from mentorjournal.words import tr

if TYPE_CHECKING:  # SQLAlchemy comes with it
    from mentorjournal.journal.journal import Journal
    from mentorjournal.ui.main_window import MainWindow


class UndoKeys(QObject):
    """Lets the keys for Undo and Redo through to the menu where the text has nothing to give back.

    A text field of Qt takes these keys for itself even then, and they would do nothing at all.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        QApplication.instance().focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if isinstance(new, QLineEdit | QPlainTextEdit | QTextEdit):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            for what, key in (("undo", keys.Undo), ("redo", keys.Redo)):
                if event.matches(key) and not _is_possible(watched, what):
                    event.ignore()
                    return True
        return super().eventFilter(watched, event)


class UndoSteps:
    """Undo and Redo of one window: the menu entries, and the message that offers Undo."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._offered = ""  # the message that offers Undo
        self._keys = UndoKeys(window)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Action -> what it does."""
        return {"undo": self._undo, "redo": lambda: self._step(redo)}

    def undo_journal(self) -> None:
        """Take back the journal's last step, whatever has the focus."""
        self._say_taken_back(self._step(lambda journal: journal.undo()))

    def _undo(self) -> None:
        """Undo from the menu; where a message just offered it, its place says that it was done."""
        shown = self._window.messages.message()
        is_offered = shown is not None and bool(shown.action) and shown.text == self._offered
        label = self._step(undo)
        if is_offered:
            self._say_taken_back(label)

    def _say_taken_back(self, label: str | None) -> None:
        """Say it until the next step, as what was done is said."""
        if label:
            self._offered = tr("Taken back: {step}.", step=label[:1].lower() + label[1:])
            self._window.messages.say(self._offered, "info")

    def say(self, text: str) -> None:
        """Say what was done, with a button for Undo for as long as it is the last thing done."""
        self._window.messages.say(text, "info", tr("Undo"), self.undo_journal)
        self._offered = text

    def show(self) -> None:
        """Name in the menu what there is to undo, and take back an offer that is past."""
        self._window.messages.withdraw(self._offered)
        for key, words in (("undo", undo_words), ("redo", redo_words)):
            text, possible = words(self._window.journal)
            action = self._window.actions_table.by_key[key]
            action.setText(text)
            action.setEnabled(possible)

    def _step(self, take: Callable[[Journal], str | None]) -> str | None:
        """The name of the step, None where none was taken."""
        from mentorjournal.store.errors import JournalError

        if self._window.journal is None:
            return None
        try:
            return take(self._window.journal)
        except JournalError as refusal:
            self._window.messages.say(str(refusal), "alert")
            return None


def undo(journal: Journal) -> str | None:
    """Undo in the focused text, else the journal's last step; what was undone, in words."""
    return None if _in_text("undo") else journal.undo()


def redo(journal: Journal) -> str | None:
    """Redo in the focused text, else the journal's last undone step."""
    return None if _in_text("redo") else journal.redo()


def undo_words(journal: Journal | None) -> tuple[str, bool]:
    """The words of the Undo entry, and whether the journal has something to undo."""
    step = journal.undo_label() if journal else None
    return (tr("&Undo {step}", step=_lower(step)) if step else tr("&Undo")), step is not None


def redo_words(journal: Journal | None) -> tuple[str, bool]:
    """The words of the Redo entry, and whether there is something to redo."""
    step = journal.redo_label() if journal else None
    return (tr("&Redo {step}", step=_lower(step)) if step else tr("&Redo")), step is not None


def _lower(step: str) -> str:
    return (step[:1].lower() + step[1:]).replace("&", "&&")


def _in_text(what: str) -> bool:
    widget = QApplication.focusWidget()
    possible = _is_possible(widget, what)
    if possible:
        getattr(widget, what)()
    return possible


def _is_possible(widget: object, what: str) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable() if what == "undo" else widget.isRedoAvailable()
    if isinstance(widget, QPlainTextEdit | QTextEdit) and not widget.isReadOnly():
        document = widget.document()
        return document.isUndoAvailable() if what == "undo" else document.isRedoAvailable()
    return False
