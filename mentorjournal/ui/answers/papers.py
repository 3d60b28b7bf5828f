"""Papers of one's own, with their preview: the review of a year and the network sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from mentorjournal import clock
from mentorjournal.settings import PAPER
from mentorjournal.store.errors import JournalError
from mentorjournal.ui import questions
from mentorjournal.words import tr

if TYPE_CHECKING:
    from mentorjournal.ui.dialogs.paper_preview import PaperDialog
    from mentorjournal.ui.main_window import MainWindow

KINDS = {".pdf": "PDF (*.pdf)", ".txt": "Text (*.txt);;Markdown (*.md)"}


class PaperAnswers(QObject):
    """Opens the previews from the menu, writes what is typed there, and the papers."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the menu's entries do."""
        return {"annual_review": self.review, "network_sheet": self.sheet}

    def review(self) -> None:
        """Look back on a year."""
        dialog = self.review_dialog()
        dialog.exec()
        dialog.deleteLater()

    def sheet(self) -> None:
        """Everybody around me on one page."""
        dialog = self.sheet_dialog()
        dialog.exec()
        dialog.deleteLater()

    def review_dialog(self) -> PaperDialog:
        """The preview of the review, ready to be shown."""
        from mentorjournal.journal import year_ahead
        from mentorjournal.ui.dialogs.paper_review import ReviewOptions

        journal = self._window.journal
        assert journal is not None
        options = ReviewOptions(journal)
        dialog = self._dialog(tr("Annual review"), tr(
            "What became of a year: goals, people, feedback, letters and thanks, as the journal "
            "has them."), options)
        options.ahead_typed.connect(lambda period, ahead: _attempt(
            dialog, lambda: year_ahead.write(journal, period, ahead, clock.today())))
        return dialog

    def sheet_dialog(self) -> PaperDialog:
        """The preview of the sheet, ready to be shown."""
        from mentorjournal.ui.dialogs.paper_sheet import SheetOptions

        assert self._window.journal is not None
        return self._dialog(tr("Network sheet"), tr(
            "Everybody around you on one page, to talk it over with somebody."),
            SheetOptions(self._window.journal))

    def _dialog(self, title: str, intro: str, options: object) -> PaperDialog:
        from mentorjournal.ui.dialogs.paper_preview import PaperDialog, PaperOptions

        assert isinstance(options, PaperOptions)
        dialog = PaperDialog(title, intro, options, self._window.settings, self._window)
        dialog.save_wanted.connect(lambda suffix: _attempt(
            dialog, lambda: self._save(dialog, suffix)))
        dialog.print_wanted.connect(lambda: _attempt(dialog, lambda: self._print(dialog)))
        dialog.copy_wanted.connect(lambda: _attempt(dialog, lambda: self._copy(dialog)))
        return dialog

    def _save(self, dialog: PaperDialog, suffix: str) -> None:
        from mentorjournal.exchange import papers
        from mentorjournal.exchange.writing import safe_name, write_whole

        name = safe_name(dialog.options.file_title(), suffix[1:])
        path = questions.file_to_write(
            dialog, dialog.windowTitle(), Path.home() / name, tr(KINDS[suffix]))
        if path is None:
            return
        kind = path.suffix.lower()
        made = dialog.options.document(self._window.settings.get(PAPER), whole=kind != ".pdf")
        write_whole(path, papers.readable(made, kind))
        dialog.say(tr("{name} is written.", name=path.name), "ok")

    def _print(self, dialog: PaperDialog) -> None:
        from mentorjournal.exchange import papers
        from mentorjournal.ui.printing import print_pages

        paper = self._window.settings.get(PAPER)
        data = papers.readable(dialog.options.document(paper), ".pdf")
        print_pages(dialog, data, dialog.options.file_title(), paper)

    def _copy(self, dialog: PaperDialog) -> None:
        from mentorjournal.documents.text import as_text

        made = dialog.options.document(self._window.settings.get(PAPER), whole=True)
        QGuiApplication.clipboard().setText(as_text(made))
        dialog.say(tr("Copied."), "ok")


def _attempt(dialog: PaperDialog, deed: Callable[[], object]) -> None:
    """What the journal refuses is said where it was asked for."""
    try:
        deed()
    except JournalError as refusal:
        dialog.say(str(refusal), "alert")
