"""What the parts of the feedback panel are made of: sections, labelled texts, a day to set."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import feedback
from mentorjournal.journal.between import Feedback
from mentorjournal.ui import theme
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.words import tr

LABELS = 92  # px of the names beside texts


class Section(QWidget):
    """A heading with what belongs to it; `aside` stands at the right of the heading."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("clear", True)
        self.lines: QVBoxLayout = column(self, 6)
        self.head: QHBoxLayout = row()
        self.heading = label(heading, "label", "muted")
        self.head.addWidget(self.heading)
        self.head.addStretch(1)
        self.lines.addLayout(self.head)


class Texts:
    """The texts of an entry by name, each handed in by the pen."""

    def __init__(self, pen: Pen, feedback_id: int) -> None:
        self._pen, self._id = pen, feedback_id
        self.fields: dict[str, GrowingText] = {}

    def make(
        self, name: str, words: str, placeholder: str = "", *, lines: int = 1,
        quiet: bool = True, verb: Callable[..., Any] = feedback.edit,
    ) -> GrowingText:
        """A field for the column `name`, called `words` for whoever does not see it."""
        field = GrowingText(placeholder, least_lines=lines, quiet=quiet)
        field.setAccessibleName(words)
        self._pen.bind(field, verb, "feedback", self._id, name)
        self.fields[name] = field
        return field

    def show(self, entry: Feedback, own: bool) -> None:
        """Show what the journal holds."""
        for name, field in self.fields.items():
            show_text(field, getattr(entry, name), own=own)


def labelled(pairs: list[tuple[str, QWidget]]) -> QGridLayout:
    """Names at the left, what they name beside them."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(8))
    grid.setVerticalSpacing(theme.px(2))
    grid.setColumnMinimumWidth(0, theme.px(LABELS))
    grid.setColumnStretch(1, 1)
    for place, (words, field) in enumerate(pairs):
        name = label(words, "small", "muted")
        name.setContentsMargins(0, theme.px(6), 0, 0)
        name.setBuddy(field)
        grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(field, place, 1)
    return grid


class DayStep(QWidget):
    """A step that was taken on a day, or a button that says it is taken today."""

    day_set = Signal(object)  # the day, None when it is taken back

    def __init__(self, deed: str, done: str, parent: QWidget | None = None) -> None:
        """`deed` is on the button, such as "We talked about it"; `done` before the day."""
        super().__init__(parent)
        self.button = Button(deed, "check", "row")
        self.button.clicked.connect(lambda: self.day_set.emit(clock.today()))
        self.said = label(done, "small", "muted")
        self.day = DateField(optional=True)
        self.day.setProperty("dense", True)
        self.day.setAccessibleName(done)
        self.day.setToolTip(tr("Delete takes it back."))
        self.day.day_changed.connect(self.day_set)
        across = row(self)
        for part in (self.button, self.said, self.day):
            across.addWidget(part)
        across.addStretch(1)

    def show_day(self, day: date | None, *, kind: str = "row") -> None:
        """Show the day on which the step was taken, or the button."""
        self.button.set_kind(kind)
        held = self.day.hasFocus() or self.button.hasFocus()
        self.button.setVisible(day is None)
        self.said.setVisible(day is not None)
        self.day.setVisible(day is not None)
        if self.day.day() != day:
            self.day.blockSignals(True)
            self.day.set_day(day)
            self.day.blockSignals(False)
        if held:
            (self.button if day is None else self.day).setFocus()
