"""The agenda of a meeting that is over: what became of each item, and the notes taken on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorjournal.journal import agenda
from mentorjournal.journal.records import AgendaItem
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, wrapped
from mentorjournal.words import minutes, tr

STATE_SIGNS = {
    "covered": ("check", "ok"), "parked": ("push-pin", "muted"),
    "added_in_meeting": ("plus", "muted"), "planned": ("circle", "faint"),
}


class PastItems(QWidget):
    """An item a line, with its notes below; an item without notes has no field for them."""

    def __init__(self, pen: Pen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen = pen
        self._shown: object = None
        self.fields: dict[int, GrowingText] = {}
        self._lines = column(self)
        self._list: QWidget | None = None

    def show_items(self, items: Sequence[AgendaItem], was_held: bool, *, own: bool) -> None:
        """Show what the journal holds; a field that is written in stays."""
        known = ([replace(item, notes=None) for item in items], was_held)
        noted = {item.id for item in items if item.notes}
        if known != self._shown or noted - self.fields.keys():
            self._shown = known
            self._make_anew(items, was_held)
        for item in items:
            if item.id in self.fields:
                show_text(self.fields[item.id], item.notes, own=own)
        self.setVisible(bool(items))

    def hand_in(self) -> None:
        """Hand in what was typed."""
        for field in self.fields.values():
            field.commit()

    def _make_anew(self, items: Sequence[AgendaItem], was_held: bool) -> None:
        self.hand_in()
        self.fields.clear()
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
        self._list = QWidget()
        lines = column(self._list, gap=6)
        lines.addWidget(label(tr("Agenda"), "label", "muted"))
        for item in items:
            lines.addWidget(self._item(item, was_held))
        self._lines.addWidget(self._list)

    def _item(self, item: AgendaItem, was_held: bool) -> QWidget:
        line = QWidget()
        parts = row(line)
        sign, token = STATE_SIGNS.get(item.state, ("circle", "faint"))
        parts.addWidget(IconLabel(sign, token, 15), 0, Qt.AlignmentFlag.AlignTop)
        lines = column(gap=0)
        lines.addWidget(wrapped(item.title))
        state = word(item.state).lower()
        if was_held and item.state == "planned":
            state = tr("not reached")
        detail = (word(item.kind), minutes(item.minutes), state)
        lines.addWidget(wrapped(" · ".join(detail), "small", "muted"))
        if item.notes:
            lines.addWidget(self._notes(item))
        parts.addLayout(lines, 1)
        return line

    def _notes(self, item: AgendaItem) -> GrowingText:
        field = GrowingText(tr("What is said, in your own words"), most_lines=40)
        field.setAccessibleName(tr("Notes on: {title}", title=item.title))
        self._pen.bind(field, agenda.edit_item, "agenda_item", item.id, "notes")
        self.fields[item.id] = field
        return field
