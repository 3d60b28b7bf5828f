"""Parts of weighing a request: the new total beside what runs, and the reply with its buttons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from mentorjournal.mentoring import load_check as check
from mentorjournal.mentoring.load_check import Weighed
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.capacity_bar import CapacityBar, Part
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import dress
from mentorjournal.ui.widgets.parts import column, set_wrapped, wrapped
from mentorjournal.words import tr


class NewTotal(QFrame):
    """What a yes would make of the week: a sentence, the bar, a question, and when it would fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.total = wrapped("", "row-title")
        self.bar = CapacityBar(low=True)
        self.parts = wrapped("", "small", "muted")
        self.think = wrapped("", "body", "warn")
        self.fit = wrapped("", "body", "ink2")
        lines = column(self, 5)
        lines.setContentsMargins(*(theme.px(n) for n in (14, 10, 14, 11)))
        for each in (self.total, self.bar, self.parts, self.think, self.fit):
            lines.addWidget(each)

    def show_weighed(self, found: Weighed, titles: Mapping[int, str], as_of: date) -> None:
        """Show what a request would make of the week."""
        words = " ".join(check.total_words(found))
        set_wrapped(self.total, words)
        dress(self.total, "row-title", "alert" if found.is_known and found.total.is_over else "ink")
        self.bar.setVisible(found.is_known)
        self.bar.set_hours([Part(tr("committed"), found.now.hours)], found.total.capacity,
                           [Part(tr("asked"), found.hours)], words)
        set_wrapped(self.parts, check.parts_words(found) if found.is_known else "")
        for made, text in ((self.parts, self.parts.text()),
                           (self.think, check.think_words(found)),
                           (self.fit, " ".join(check.fit_words(found, titles, as_of)).strip())):
            set_wrapped(made, text)
            made.setVisible(bool(text))


class ReplyTools(QWidget):
    """Copies a text, and brings back its draft when it was changed by hand."""

    def __init__(self, text: GrowingText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._drafted = ""
        self.copy = Button(tr("Copy"), "copy", "row")
        self.again = Button(tr("Draft it again"), "arrow-clockwise", "row")
        flow = FlowLayout(self)
        flow.addWidget(self.copy)
        flow.addWidget(self.again)
        self.copy.clicked.connect(self._copy)
        self.again.clicked.connect(self._draft_again)
        text.textChanged.connect(self._show)

    def follow(self, drafted: str) -> None:
        """Take a new draft; a text that was changed by hand stays."""
        before, self._drafted = self._drafted, drafted
        if self._text.text().strip() in ("", before.strip()) and drafted != self._text.text():
            self._text.set_text_quietly(drafted)
        self._show()

    def _show(self) -> None:
        self.copy.setText(tr("Copy"))
        self.copy.setEnabled(bool(self._text.text().strip()))
        self.again.setVisible(self._text.text().strip() != self._drafted.strip())

    def _draft_again(self) -> None:
        self._text.type_anew(self._drafted)
        self._text.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.text().strip())
        self.copy.setText(tr("Copied"))
