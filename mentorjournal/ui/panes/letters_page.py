"""The middle of the letters page: the head of one letter, its facts, its brief and its papers."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.ui import theme
from mentorjournal.ui.panes.letter_brief_editor import BriefEditor
from mentorjournal.ui.panes.letters_facts import LetterFacts
from mentorjournal.ui.panes.letters_fields import LetterFields
from mentorjournal.ui.panes.letters_head import LetterHead
from mentorjournal.ui.panes.letters_papers import LetterPapers
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.parts import column, scrolled


class LetterPage(QWidget):
    """`wanted` carries a wish and, where it is about a part of the letter, that part's id."""

    wanted = Signal(str, int)
    typed = Signal()

    def __init__(
        self, pen: Pen, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pen = pen
        self.fields: LetterFields | None = None
        self.head = LetterHead()
        self.editor = BriefEditor(journal, settings)
        self.papers = LetterPapers()
        self.head.wanted.connect(lambda wish: self.wanted.emit(wish, 0))
        self.papers.wanted.connect(self.wanted)
        self.editor.typed.connect(self.typed)
        self.editor.shown.connect(self._scroll_to)
        self._body = QWidget()
        self._lines = column(self._body, gap=18)
        self._lines.setContentsMargins(*(theme.px(n) for n in (24, 16, 24, 24)))
        for part in (self.head, self.editor, self.papers):
            self._lines.addWidget(part)
        self._lines.addStretch(1)
        self.area: QScrollArea = scrolled(self._body)
        whole = column(self, gap=0)
        whole.addWidget(self.area)

    def open(self, facts: LetterFacts) -> None:
        """Show another letter."""
        self.hand_in()
        if self.fields is not None:
            self.fields.hide()
            self.fields.deleteLater()
        self.fields = LetterFields(self._pen, facts.letter.id)
        self.fields.wanted.connect(lambda wish: self.wanted.emit(wish, 0))
        self._lines.insertWidget(1, self.fields)
        QWidget.setTabOrder(self.head, self.fields)
        self.refresh(facts, own=False)
        self.editor.show_letter(facts.letter.id)
        self.area.verticalScrollBar().setValue(0)

    def refresh(self, facts: LetterFacts, own: bool) -> None:
        """Show the same letter as it is now."""
        self.head.show_facts(facts)
        self.papers.show_facts(facts)
        if self.fields is not None:
            self.fields.show_facts(facts, own)

    def take_changes(self, changes: Changes) -> None:
        """Let the editor of the brief follow."""
        self.editor.take_changes(changes)

    def hand_in(self) -> None:
        """Hand in what was typed."""
        if self.fields is not None:
            self.fields.hand_in()
        self.editor.hand_in()

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        if self.fields is not None:
            self.fields.texts["target"].setFocus()

    def _scroll_to(self, part: QWidget) -> None:
        """A part that was just made or moved has its place in the next turn of the event loop."""
        QTimer.singleShot(
            0, part, lambda: self.area.ensureWidgetVisible(part, 0, theme.px(40)))
