"""A paper before it is written: what is wanted on it at the left, its very pages at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QWidget

from mentorjournal.settings import Settings
from mentorjournal.store.errors import JournalError
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.page_preview import PagePreview
from mentorjournal.ui.widgets.parts import column, row, scrolled, set_wrapped
from mentorjournal.ui.widgets.scaled_width import keep_width
from mentorjournal.words import tr

if TYPE_CHECKING:
    from mentorjournal.documents.document import Document

OPTIONS = 348  # px
SIZE = (1080, 760)


class PaperOptions(QWidget):
    """What is wanted on a paper; `changed` says that it would look different now."""

    changed = Signal()

    def document(self, paper: str, *, whole: bool = False) -> Document:
        """The paper as it is wanted: what fits its pages, or all of it when `whole`.

        Raises JournalError where what is wanted makes no paper.
        """
        raise NotImplementedError

    def file_title(self) -> str:
        """What its file is called."""
        raise NotImplementedError

    def hand_in(self) -> None:
        """Give away what is still being typed."""


class PaperDialog(QDialog):
    """States wishes by signal and stays open; `say` shows how they went."""

    save_wanted = Signal(str)  # ".pdf" or ".txt"
    print_wanted = Signal()
    copy_wanted = Signal()

    def __init__(
        self, title: str, intro: str, options: PaperOptions, settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.options = options
        self.preview = PagePreview(settings)
        self.save = Button(tr("Save as PDF…"), "file-pdf", "primary")
        self.text = Button(tr("Save as text…"), "file-text")
        self.copy = Button(tr("Copy as text"), "copy")
        self.print = Button(tr("Print…"), "printer")
        self.close_button = Button(tr("Close"), kind="quiet")
        self._says = label("", "small", "muted", wrap=True)
        self._lay_out(title, intro)
        self._wire()
        self.preview.show_proof(self._proof)
        self._fit()

    def say(self, text: str, tone: str = "muted") -> None:
        """Show a sentence beside the buttons."""
        dress(self._says, "small", tone)
        set_wrapped(self._says, text)

    def again(self) -> None:
        """Show the pages anew."""
        self.preview.show_proof(self._proof)

    def _lay_out(self, title: str, intro: str) -> None:
        side = QWidget()
        lines = column(side, gap=14)
        lines.setContentsMargins(theme.px(24), theme.px(20), theme.px(20), theme.px(20))
        lines.addWidget(label(title, "record-title", wrap=True))
        lines.addWidget(label(intro, "body", "muted", wrap=True))
        lines.addWidget(self.options)
        lines.addStretch(1)
        area = scrolled(side)
        keep_width(area, OPTIONS)
        upper = row(gap=0)
        upper.addWidget(area)
        upper.addWidget(self.preview, 1)
        feet = QFrame()
        feet.setObjectName("actionBar")
        buttons = row(feet)
        buttons.setContentsMargins(*[theme.px(n) for n in (24, 12, 24, 12)])
        buttons.addWidget(self._says, 1)
        for button in (self.close_button, self.copy, self.text, self.print, self.save):
            buttons.addWidget(button)
        whole = column(self, gap=0)
        whole.addLayout(upper, 1)
        whole.addWidget(feet)

    def _wire(self) -> None:
        self.options.changed.connect(self.preview.soon)
        self.preview.wanted.connect(self.again)
        self.save.clicked.connect(lambda: self._wish(lambda: self.save_wanted.emit(".pdf")))
        self.text.clicked.connect(lambda: self._wish(lambda: self.save_wanted.emit(".txt")))
        self.print.clicked.connect(lambda: self._wish(self.print_wanted.emit))
        self.copy.clicked.connect(lambda: self._wish(self.copy_wanted.emit))
        self.close_button.clicked.connect(self.reject)
        self.save.setDefault(True)

    def _wish(self, wish: Callable[[], None]) -> None:
        self.options.hand_in()
        wish()

    def _fit(self) -> None:
        """As large as is good to read, and no larger than the screen."""
        room = self.screen().availableSize()
        self.resize(min(theme.px(SIZE[0]), room.width() - 40),
                    min(theme.px(SIZE[1]), room.height() - 60))
        QTimer.singleShot(0, self, self.preview.render)  # once its width is known

    def _proof(self, paper: str) -> tuple[bytes, list[str]]:
        from mentorjournal.exchange import papers

        document = self.options.document(paper)
        return papers.readable(document, ".pdf"), papers.remarks(document)

    def reject(self) -> None:
        try:
            self.options.hand_in()
        except JournalError as refusal:
            self.say(str(refusal), "alert")
            return
        super().reject()
