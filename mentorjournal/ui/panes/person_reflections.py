"""On a person's page: what I wrote to myself about them, private, with the way to each of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.journal import reflections
from mentorjournal.journal.aims import Reflection
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.models.reflection_list import day_words, title_words
from mentorjournal.ui import theme
from mentorjournal.ui.panes.person_parts import Line, Section, quiet, refill, said
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import beginning
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.ui.widgets.private_mark import PrivateMark
from mentorjournal.words import tr, trn

MOST = 5  # rows shown here; all of them are on the page of reflections


class ReflectionsSection(Section):
    """The newest reflections about somebody; hidden where there are none."""

    reflection_wanted = Signal(int)
    write_wanted = Signal(int)  # about whom

    def __init__(self, journal: Journal, person_id: int, parent: QWidget | None = None) -> None:
        right = QWidget()
        parts = row(right, 12)
        self.write = Button(tr("Write a reflection"), kind="link")
        parts.addWidget(PrivateMark())
        parts.addWidget(self.write)
        super().__init__(tr("My reflections"), right, parent)
        self._journal = journal
        self._shown: object = None
        self._rows = column(gap=0)
        self.lines.addLayout(self._rows)
        self.write.clicked.connect(lambda: self.write_wanted.emit(person_id))

    def show_person(self, one: Person, as_of: date, own: bool) -> None:
        """Show what the journal holds."""
        found = reflections.found(self._journal, reflections.Wanted(person_id=one.id))
        self.setVisible(bool(found))
        if (found, as_of) == self._shown:
            return
        self._shown = found, as_of
        rows: list[QWidget] = [self._row(each, as_of) for each in found[:MOST]]
        if len(found) > MOST:
            rows.append(quiet(trn("and {n} earlier one", "and {n} earlier ones",
                                  len(found) - MOST)))
        refill(self._rows, rows)

    def _row(self, one: Reflection, as_of: date) -> Line:
        day, title = day_words(one.date, as_of), beginning(title_words(one), 160)
        way = Button(day, kind="link")
        way.setToolTip(tr("Open in reflections"))
        way.setAccessibleName(tr("Open the reflection of {day}: {title}", day=day, title=title))
        way.clicked.connect(lambda: self.reflection_wanted.emit(one.id))
        room = QWidget()  # in which it stands in the middle of the line
        parts = row(room)
        parts.setContentsMargins(0, 0, theme.px(6), 0)
        parts.addWidget(way)
        return said("notebook", title, room)
