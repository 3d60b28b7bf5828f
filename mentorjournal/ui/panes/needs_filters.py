"""The bar above the needs: those with nobody yet, by kind of guidance, by what they are about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QWidget

from mentorjournal.journal import needs
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.needs import Wanted
from mentorjournal.mentoring.vocabulary import label
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.label import beginning
from mentorjournal.ui.widgets.parts import row
from mentorjournal.ui.widgets.segmented import FilterChip
from mentorjournal.words import capital, tr

HEIGHT = 48
KIND_LETTERS = 60


class NeedFilters(QFrame):
    """`changed` comes after every choice."""

    changed = Signal()

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self.setObjectName("filterBar")
        self.nobody = FilterChip(tr("Nobody yet"))
        self.kind = self._box(tr("Kind of guidance"))
        self.domain = self._box(tr("About"))
        self.clear = Button(tr("Clear"), None, "link")
        self.clear.setAccessibleName(tr("Show all needs again"))
        self.nobody.toggled.connect(lambda _on: self._say())
        self.clear.clicked.connect(self.let_all_through)
        self._row = row(self)
        for part in (self.nobody, self.kind, self.domain, self.clear):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self.offer(0)
        self._size()

    def _box(self, words: str) -> ChoiceBox:
        made = ChoiceBox(dense=True)
        made.setAccessibleName(words)
        made.chosen.connect(lambda _key: self._say())
        return made

    def wanted(self) -> Wanted:
        """What is wanted of the list."""
        return Wanted(self.kind.current(), self.domain.current(), self.nobody.isChecked())

    def offer(self, nobody: int) -> None:
        """Offer the kinds and domains that there are, and say how many needs have nobody."""
        self.nobody.set_words(
            tr("Nobody yet ({n})", n=nobody) if nobody else tr("Nobody yet"))
        self.kind.set_choices([("", tr("Any guidance")), *(
            (one, beginning(capital(label(one)), KIND_LETTERS))
            for one in needs.kinds(self._journal))])
        self.domain.set_choices([("", tr("About anything")), *(
            (one, label(one)) for one in needs.domains(self._journal))])
        self.clear.setVisible(not self.wanted().is_all)

    def let_all_through(self) -> None:
        """Filter nothing out."""
        for box in (self.kind, self.domain):
            box.set_current("")
        if self.nobody.isChecked():
            self.nobody.setChecked(False)  # which says so
        else:
            self._say()

    def _say(self) -> None:
        self.clear.setVisible(not self.wanted().is_all)
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()

    def _size(self) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        self._row.setContentsMargins(theme.px(24), 0, theme.px(24), 1)
