"""In the overview: the updates promised when a relationship ended that are to be sent by now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorjournal.journal.records import Person
from mentorjournal.ui import theme
from mentorjournal.ui.panes.network_parts import heading
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import beginning
from mentorjournal.ui.widgets.label import label as text_label
from mentorjournal.ui.widgets.parts import column, rule, wrapped
from mentorjournal.words import short_day, tr

NAME_LETTERS = 24
WORD_LETTERS = 120  # of what was promised; the whole is on the person's page


@dataclass(frozen=True)
class UpdateOwed:
    """Whom an update was promised, what it is to tell, and since when it is due."""

    person: Person
    promised: str
    due: date
    as_of: date


class UpdatesOwed(QWidget):
    """A row for everybody who still waits; its button leads to where it is said to be sent."""

    wanted = Signal(int)

    def __init__(self, owed: Sequence[UpdateOwed], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        below = column(self, 8)
        count = text_label(str(len(owed)), "small", "muted")
        below.addLayout(heading(tr("Updates you promised"), count))
        for place, one in enumerate(owed):
            if place:
                below.addWidget(rule())
            below.addWidget(self._row(one))
        below.addSpacing(theme.px(8))

    def _row(self, one: UpdateOwed) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        words = column(gap=0)
        words.addWidget(wrapped(beginning(one.person.short_name, NAME_LETTERS), "heading"))
        words.addWidget(wrapped(_due_words(one), "small", "warn"))
        if one.promised:
            words.addWidget(wrapped(beginning(one.promised, WORD_LETTERS), "small", "muted"))
        row.addLayout(words, 1)
        open_it = Button(tr("Open"), None, "row")
        open_it.setAccessibleName(tr("Open the update promised to {name}", name=one.person.name))
        open_it.setObjectName(f"update-{one.person.id}")
        open_it.clicked.connect(lambda: self.wanted.emit(one.person.id))
        row.addWidget(open_it, 0, Qt.AlignmentFlag.AlignTop)
        return part


def _due_words(one: UpdateOwed) -> str:
    if one.due == one.as_of:
        return tr("Due today")
    return tr("Due since {day}", day=short_day(one.due, one.as_of))
