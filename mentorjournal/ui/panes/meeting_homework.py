"""At a first meeting that is near: what to read or find out about somebody before it (tip 1)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from mentorjournal import clock
from mentorjournal.journal import candidates
from mentorjournal.journal.aims import Homework
from mentorjournal.mentoring import candidacy
from mentorjournal.ui import theme
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import clear, column, row, wrapped
from mentorjournal.words import tr


class HomeworkCard(QFrame):
    """A list to tick off; where nothing is on it yet, what is usually worth doing."""

    def __init__(self, pen: Pen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._pen = pen
        self._person_id = 0
        self._shown: Sequence[Homework] | None = None
        lines = column(self, 4)
        lines.setContentsMargins(*(theme.px(n) for n in (14, 10, 14, 10)))
        lines.addWidget(label(tr("Before you meet for the first time"), "heading"))
        self._rows = column(gap=2)
        lines.addLayout(self._rows)

    def show_homework(self, person_id: int, todo: Sequence[Homework] | None) -> None:
        """Show what there is to do; None takes the card away."""
        self.setVisible(todo is not None)
        if todo is None or (person_id, todo) == (self._person_id, self._shown):
            return
        self._person_id, self._shown = person_id, todo
        clear(self._rows)
        if todo:
            for one in todo:
                self._rows.addWidget(self._line(one))
            return
        self._rows.addWidget(wrapped(
            tr("A little homework makes a good fit likelier."), "small", "muted"))
        for text in candidacy.suggestions():
            self._rows.addWidget(self._offer(text))

    def _line(self, one: Homework) -> QWidget:
        line = QWidget()
        parts = row(line)
        tick = QCheckBox()
        tick.setChecked(one.done_on is not None)
        tick.setAccessibleName(tr("Done: {what}", what=one.text[:120]))
        tick.clicked.connect(lambda on: self._pen.write(
            candidates.do_homework, one.id, clock.today() if on else None))
        parts.addWidget(tick)
        parts.addWidget(wrapped(one.text, "body", "muted" if one.done_on else "ink"), 1)
        return line

    def _offer(self, text: str) -> QWidget:
        line = QWidget()
        parts = row(line)
        take = Button(text, "plus", "row")
        take.clicked.connect(
            lambda: self._pen.write(candidates.add_homework, self._person_id, [text]))
        parts.addWidget(take)
        parts.addStretch(1)
        return line
