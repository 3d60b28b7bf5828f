"""The agenda in the close step: each item covered, parked or dropped with one click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.journal import after_meeting, agenda
from mentorjournal.journal.records import AgendaItem
from mentorjournal.ui.panes.meeting_close_parts import Answer
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, set_wrapped, wrapped
from mentorjournal.words import tr, trn

STATES = (("covered", "Covered"), ("parked", "Parked"), ("dropped", "Dropped"))


class ItemRow(QWidget):
    """An item and what became of it; pressing the same again makes it open again."""

    chosen = Signal(int, str)

    def __init__(self, item_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item_id = item_id
        self.title = wrapped("")
        self.state = Answer([(key, tr(words)) for key, words in STATES], "")
        self.state.answered.connect(lambda key: self.chosen.emit(item_id, key or "planned"))
        parts = row(self, gap=12)
        parts.addWidget(self.title, 1)
        parts.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_item(self, item: AgendaItem) -> None:
        """Show what the journal holds."""
        added = item.state == "added_in_meeting"
        set_wrapped(self.title, tr("{title} (came up when we met)", title=item.title)
                    if added else item.title)
        self.state.show_answer("covered" if added else item.state)
        for key, words in STATES:
            self.state.button(key).setAccessibleName(
                tr("{question}: {answer}", question=item.title, answer=tr(words)))


class ItemRows(QWidget):
    """All items; those never reached can be parked together, or all said to be covered."""

    def __init__(self, pen: Pen, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self._meeting = pen, meeting_id
        self._rows: dict[int, ItemRow] = {}
        lines = column(self, gap=6)
        self._lines = column(gap=6)
        lines.addLayout(self._lines)
        self._rest = QWidget()
        parts = row(self._rest, gap=12)
        self.says = label("", "small", "muted")
        self.cover = Button(tr("All covered"), kind="link")
        self.park = Button("", kind="link")
        self.cover.clicked.connect(lambda: self._settle("covered"))
        self.park.clicked.connect(lambda: self._settle("parked"))
        for each in (self.says, self.cover, self.park):
            parts.addWidget(each)
        parts.addStretch(1)
        lines.addWidget(self._rest)

    def rows(self) -> list[ItemRow]:
        """The rows in their order."""
        return sorted(self._rows.values(), key=self._lines.indexOf)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [*(each for line in self.rows() for each in line.state.stops()),
                self.cover, self.park]

    def show_items(self, items: Sequence[AgendaItem]) -> None:
        """Show these items in their order."""
        for gone in self._rows.keys() - {item.id for item in items}:
            leaving = self._rows.pop(gone)
            leaving.hide()
            leaving.deleteLater()
        for place, item in enumerate(items):
            if item.id not in self._rows:
                self._rows[item.id] = made = ItemRow(item.id)
                made.chosen.connect(self._choose)
            line = self._rows[item.id]
            line.show_item(item)
            if self._lines.indexOf(line) != place:
                self._lines.insertWidget(place, line)
                line.show()
        left = sum(item.state == "planned" for item in items)
        focused = self._rest.isAncestorOf(self.window().focusWidget() or self)
        if not left and focused and items:
            self._rows[items[0].id].state.button("covered").setFocus()
        self._rest.setVisible(left > 0)
        self.says.setText(trn("{n} still open.", "{n} still open.", left))
        self.park.setText(trn(
            "Not reached: park it for next time", "Not reached: park them for next time", left))

    def _choose(self, item_id: int, state: str) -> None:
        self._pen.write(agenda.edit_item, item_id, {"state": state})

    def _settle(self, state: str) -> None:
        self._pen.write(after_meeting.settle_rest, self._meeting, state)
