"""The papers that go with a brief: named, kept inside the journal where wanted, saved as a copy."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QWidget

from mentorjournal.journal.between import Attachment
from mentorjournal.mentoring.vocabulary import label as spoken
from mentorjournal.ui import theme
from mentorjournal.ui.panes.letters_facts import LetterFacts
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.chip import Chip
from mentorjournal.ui.widgets.label import ElidedLabel, label
from mentorjournal.ui.widgets.parts import clear, column, row, rule, wrapped
from mentorjournal.words import tr


class LetterPapers(QWidget):
    """`wanted` carries "paper_add", "paper_edit", "paper_save" or "paper_remove", and a paper."""

    wanted = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self.add = Button(tr("Add a paper"), "plus", "link")
        self.add.clicked.connect(lambda: self.wanted.emit("paper_add", 0))
        head = row()
        head.addWidget(label(tr("Papers that go along"), "label", "ink2"), 1)
        head.addWidget(self.add)
        self._card = QFrame()
        self._card.setProperty("card", True)
        self._stack = column(self._card, gap=0)
        self.note = wrapped("", "small", "muted")
        lines = column(self, gap=6)
        lines.addLayout(head)
        lines.addWidget(self._card)
        lines.addWidget(self.note)

    def show_facts(self, facts: LetterFacts) -> None:
        """Show the papers; nothing is made anew while they stay the same."""
        if (facts.papers, facts.letter.waived) == self._shown:
            return
        self._shown = (facts.papers, facts.letter.waived)
        clear(self._stack)
        for place, one in enumerate(facts.papers):
            if place:
                self._stack.addWidget(rule())
            line = self._line(one)
            self._stack.addWidget(line)
            line.show()
        self._card.setVisible(bool(facts.papers))
        said = tr("The letter itself is never kept here: you waived the right to see it.") \
            if facts.letter.waived == "yes" else tr("No file is ever opened by itself.")
        self.note.setText(said)
        self.note.setAccessibleName(said)

    def _line(self, one: Attachment) -> QWidget:
        line = QWidget()
        parts = row(line)
        parts.setContentsMargins(*(theme.px(n) for n in (12, 4, 6, 4)))
        if one.kind:
            parts.addWidget(Chip(spoken(one.kind)))
        parts.addWidget(ElidedLabel(one.name), 1)
        parts.addWidget(label(tr("kept here") if one.file else tr("only named"), "small", "muted"))
        more = IconButton("dots-three", tr("More about {name}", name=one.name[:60]))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        entries = [("paper_edit", tr("Edit…")), ("paper_remove", tr("Remove"))]
        if one.file:
            entries.insert(0, ("paper_save", tr("Save a copy…")))
        for key, words in entries:
            menu.addAction(words).triggered.connect(
                lambda _on=False, key=key: self.wanted.emit(key, one.id))
        more.setMenu(menu)
        parts.addWidget(more)
        return line
