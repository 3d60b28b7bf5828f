"""Undo and Redo: the text being typed first, then the journal."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from mentorjournal.journal.journal import Journal
from mentorjournal.words import tr


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
    if isinstance(widget, QLineEdit):
        possible = widget.isUndoAvailable() if what == "undo" else widget.isRedoAvailable()
    elif isinstance(widget, QPlainTextEdit | QTextEdit) and not widget.isReadOnly():
        document = widget.document()
        possible = (
            document.isUndoAvailable() if what == "undo" else document.isRedoAvailable()
        )
    else:
        return False
    if possible:
        getattr(widget, what)()
    return possible
