"""In the close step: what came of feedback I gave before, and what they want to try."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from mentorjournal.journal import feedback_given, given_heard
from mentorjournal.journal.aims import FeedbackGiven
from mentorjournal.ui import theme
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import beginning
from mentorjournal.ui.widgets.parts import column, set_wrapped, wrapped
from mentorjournal.words import tr

LONGEST = 160  # characters of what it was about


class AskedRow(QWidget):
    """One piece of feedback that was asked about, and a field for what they said."""

    def __init__(
        self, pen: Pen, one: FeedbackGiven, asked: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = "their_plan" if asked == given_heard.PLAN else "came_of"
        self.about = wrapped("")
        self.text = GrowingText(
            tr("What they want to try, in their words") if asked == given_heard.PLAN else
            tr("What came of it; “not yet” is an answer too"), quiet=False, most_lines=8)
        pen.bind(self.text, feedback_given.edit, "feedback_given", one.id, self._name)
        lines = column(self, gap=4)
        lines.addWidget(self.about)
        lines.addWidget(self.text)
        self.text.setMinimumHeight(theme.px(32))

    def show_asked(self, one: FeedbackGiven, own: bool) -> None:
        """Show what the journal holds."""
        about = one.topic or one.their_plan or one.behaviour or one.situation or tr("Feedback")
        if self._name == "came_of" and one.their_plan:
            about = tr("Wanted to try: {plan}", plan=one.their_plan)
        words = beginning(about, LONGEST)
        set_wrapped(self.about, words)
        self.text.setAccessibleName(tr(
            "{question}: {what}", question=self.text.placeholderText(), what=words))
        show_text(self.text, getattr(one, self._name), own=own)


class AskedRows(QWidget):
    """Everything that was asked about when we met."""

    def __init__(self, pen: Pen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen = pen
        self._rows: dict[tuple[int, str], AskedRow] = {}
        self._lines = column(self, gap=12)

    def rows(self) -> list[AskedRow]:
        """The rows in their order."""
        return sorted(self._rows.values(), key=self._lines.indexOf)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [line.text for line in self.rows()]

    def show_asked(self, found: Sequence[tuple[FeedbackGiven, str]], own: bool) -> None:
        """Show these, in the order of the agenda."""
        wanted = {(one.id, asked): one for one, asked in found}
        for gone in self._rows.keys() - wanted.keys():
            leaving = self._rows.pop(gone)
            leaving.hide()
            leaving.deleteLater()
        for key, one in wanted.items():
            if key not in self._rows:
                self._rows[key] = made = AskedRow(self._pen, one, key[1])
                self._lines.addWidget(made)
                made.show()
            self._rows[key].show_asked(one, own)
