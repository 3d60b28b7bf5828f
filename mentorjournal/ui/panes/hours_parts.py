"""Parts of the pages about my hours: the number with its bar, blocks with a heading, requests."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QWidget

from mentorjournal.mentoring.load import hours_words, left_words, of_words
from mentorjournal.ui import theme
from mentorjournal.ui.panes.hours_facts import HoursFacts
from mentorjournal.ui.panes.hours_request import RequestCard
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.capacity_bar import CapacityBar, Part
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.parts import clear, column, row, set_wrapped, wrapped
from mentorjournal.words import tr


class HoursHead(QWidget):
    """Such as "13.0 of 12 h a week" and "1.0 h over", with the bar below.

    With `edits` a button beside the number says how many hours there are to give.
    """

    def __init__(self, *, edits: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = label("", "display")
        self.rest = label("", "body", "muted")
        self.left = label("", "label", "muted")
        self.bar = CapacityBar()
        lines = column(self, 4)
        line = row(gap=6)
        base = Qt.AlignmentFlag.AlignBaseline
        line.addWidget(self.number, 0, base)
        line.addWidget(self.rest, 0, base)
        self.edit = IconButton("pencil-simple", tr("Hours I can give…"), side=24, parent=self)
        self.edit.setVisible(edits)
        if edits:
            line.addWidget(self.edit)
        line.addStretch(1)
        line.addWidget(self.left, 0, base)
        lines.addLayout(line)
        lines.addWidget(self.bar)

    def show_facts(self, facts: HoursFacts) -> None:
        """Show the load of the day."""
        now = facts.load
        whole, left = of_words(now), left_words(now)
        number = hours_words(now.hours)
        self.number.setText(number)
        self.number.setAccessibleName(whole)
        self.rest.setText(whole.removeprefix(number).strip())
        self.left.setText(left)
        dress(self.left, "heading" if now.is_over else "label", "alert" if now.is_over else "muted")
        parts = [Part(one.about.title, one.hours) for one in facts.running(facts.as_of)]
        words = ", ".join(filter(None, (whole, left)))
        self.bar.set_hours(parts, now.capacity, words=words)


class Block(QWidget):
    """A heading with something at its right end, a quiet line below it, and what it holds.

    One that `folds` opens and closes by a caret before its heading.
    """

    def __init__(
        self, title: str, body: QWidget, *, card: bool = True, folds: bool = False,
        right: QWidget | None = None, parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = title
        self.title = label(title, "heading")
        self.says = wrapped("", "small", "muted")
        self.says.hide()
        self.body: QWidget = body
        if card:
            self.body = QFrame()
            self.body.setProperty("card", True)
            column(self.body, 0).addWidget(body)
        head = row(gap=4)
        self.caret = IconButton("caret-right", title, side=24) if folds else None
        if self.caret is not None:
            self.caret.clicked.connect(lambda: self.set_open(self.body.isHidden()))
            head.addWidget(self.caret)
        head.addWidget(self.title, 1)
        if right is not None:
            head.addWidget(right)
        lines = column(self, 6)
        lines.addLayout(head)
        lines.addWidget(self.says)
        lines.addWidget(self.body)
        if folds:
            self.set_open(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def say(self, words: str) -> None:
        """The quiet line; an empty one takes no room."""
        set_wrapped(self.says, words)
        self.says.setVisible(bool(words))

    def set_count(self, n: int) -> None:
        """Say behind the heading how many there are."""
        self.title.setText(tr("{title}  {n}", title=self._title, n=n))

    def set_open(self, is_open: bool) -> None:
        """Fold it out, or away."""
        self.body.setVisible(is_open)
        if self.caret is not None:
            words = tr("Hide: {what}", what=self._title) if is_open else tr(
                "Show: {what}", what=self._title)
            self.caret.set_face("caret-down" if is_open else "caret-right", words)


class Requests(QWidget):
    """The cards of what was asked; with `primary` the first one has the page's next thing to do."""

    wished = Signal(str, int)

    def __init__(self, *, primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._primary = primary
        self._lines = column(self, 10)

    def show_facts(self, facts: HoursFacts) -> None:
        """Show what waits for an answer."""
        place = next((n for n, one in enumerate(self.cards()) if _holds_focus(one)), None)
        clear(self._lines)
        for number, one in enumerate(facts.pending()):
            card = RequestCard(facts, one, primary=self._primary and not number)
            card.wished.connect(self.wished)
            self._lines.addWidget(card)
            card.show()
        left = self.cards()
        if place is not None and left:
            left[min(place, len(left) - 1)].setFocus()

    def cards(self) -> Sequence[RequestCard]:
        """The cards from above to below."""
        found = (self._lines.itemAt(n).widget() for n in range(self._lines.count()))
        return [each for each in found if isinstance(each, RequestCard)]

    def card_of(self, commitment_id: int) -> RequestCard | None:
        """The card of a request, if it is here."""
        return next((each for each in self.cards() if each.about.id == commitment_id), None)


def padded(*widgets: QWidget, gap: int = 8) -> QWidget:
    """Widgets below each other with the room that a card has around them."""
    made = QWidget()
    lines = column(made, gap)
    lines.setContentsMargins(*(theme.px(n) for n in (14, 12, 14, 12)))
    for each in widgets:
        lines.addWidget(each)
    return made


def _holds_focus(card: QWidget) -> bool:
    now = QApplication.focusWidget()
    return now is not None and (now is card or card.isAncestorOf(now))
