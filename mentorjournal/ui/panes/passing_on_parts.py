"""Parts of the page of people I mentor: cards of rows that are walked by keyboard, and sections."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QVBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.focus_ring import PROPERTY
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.keyed_row import KeyedRow
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import clear, column, row, rule, wrapped
from mentorjournal.words import tr

Choices = Sequence[tuple[str, Callable[[], object]]]  # words and deed; "" for a line between


class ListRow(KeyedRow):
    """A row of a card; `key` tells it from other rows, also after it was shown anew.

    What can be done is in `choices`.
    """

    def __init__(self, key: str, name: str, choices: Choices = ()) -> None:
        """`name` is the whole row in words, for those who cannot see it."""
        super().__init__()
        self.key, self._choices = key, choices
        self.setAccessibleName(name)
        self.setProperty(PROPERTY, False)  # it shows the focus by its own ground
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # drawn anew when the mouse comes and goes
        self.across = row(self, 12)
        self.across.setContentsMargins(*(theme.px(n) for n in (14, 10, 10, 11)))
        self.words = column(gap=2)

    def lay_out(self, lead: QWidget | None, right: Sequence[QWidget]) -> None:
        """`lead` stands before the words, `right` after them, then the dots of the menu."""
        top = Qt.AlignmentFlag.AlignTop
        if lead is not None:
            self.across.addWidget(lead, 0, top)
        self.across.addLayout(self.words, 1)
        for each in right:
            self.across.addWidget(each, 0, top)
        if self._choices:
            more = IconButton("dots-three", tr("More for {what}", what=self.accessibleName()[:80]))
            more.clicked.connect(lambda: self.show_menu(
                more.mapToGlobal(QPoint(0, more.height()))))
            self.across.addWidget(more, 0, top)

    def menu(self) -> QMenu | None:
        if not self._choices:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, deed in self._choices:
            if words:
                menu.addAction(words.replace("&", "&&"), lambda deed=deed: deed())
            else:
                menu.addSeparator()
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self.hasFocus() or self.underMouse()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent-sel" if self.hasFocus() else "hover"))
        painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
        if self.hasFocus():
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(QRectF(0, theme.px(8), 3, self.height() - theme.px(16)), 1, 1)


class RowCard(QFrame):
    """A card of rows; whoever had the keyboard has it again after they were shown anew."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setAccessibleName(name)
        self._rows: list[ListRow] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(1, 1, 1, 1)
        self._lines.setSpacing(0)

    def rows(self) -> list[ListRow]:
        """The rows from above to below."""
        return self._rows

    def show_rows(self, rows: Sequence[ListRow], last: QWidget | None = None) -> None:
        """Show these, with a hairline between them; `last` stands below them and is kept."""
        held = self._held()
        if last is not None:
            self._lines.removeWidget(last)
        clear(self._lines)
        self._rows = list(rows)
        for place, each in enumerate(rows):
            if place:
                self._lines.addWidget(rule())
            self._lines.addWidget(each)
            each.show()  # at once, so that it can take the keyboard
            each.stepped.connect(lambda step, each=each: self._step(each, step))
        if last is not None:
            if rows:
                self._lines.addWidget(rule())
            self._lines.addWidget(last)
        self.setVisible(bool(rows) or last is not None)
        if held is not None and rows:
            same = [one for one in rows if one.key == held[0]]
            (same or [rows[min(held[1], len(rows) - 1)]])[0].setFocus()

    def focus_key(self, key: str) -> bool:
        """Put the keyboard on a row; whether there is such a row."""
        for each in self._rows:
            if each.key == key:
                each.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _held(self) -> tuple[str, int] | None:
        focused = QApplication.focusWidget()
        for place, each in enumerate(self._rows):
            if focused is not None and (focused is each or each.isAncestorOf(focused)):
                return each.key, place
        return None

    def _step(self, each: ListRow, step: int) -> None:
        place = self._rows.index(each) + step
        if 0 <= place < len(self._rows):
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)


class Part(QWidget):
    """A heading with something at its right, a quiet line that may be there, and what is below."""

    def __init__(self, words: str, *right: QWidget) -> None:
        super().__init__()
        self.heading = label(words, "heading")
        self.heading.setMinimumHeight(theme.px(28))  # as high as the button beside it
        self.says = wrapped("", "small", "muted")
        self.says.hide()
        head = row()
        head.addWidget(self.heading, 1)
        for each in right:
            head.addWidget(each)
        self.below = column(self, 6)
        self.below.addLayout(head)
        self.below.addWidget(self.says)

    def say(self, words: str) -> None:
        """The quiet line; without words it takes no room."""
        self.says.setText(words)
        self.says.setAccessibleName(words)
        self.says.setVisible(bool(words))


def signed_line(sign: str, text: str, token: str = "muted", tone: str = "muted") -> QWidget:
    """A small sentence with a sign before its first line."""
    made = QWidget()
    parts = row(made, 6)
    room = column(gap=0)
    room.setContentsMargins(0, theme.px(2), 0, 0)
    room.addWidget(IconLabel(sign, token, 13))
    room.addStretch(1)
    parts.addLayout(room)
    parts.addWidget(wrapped(text, "small", tone), 1)
    return made
