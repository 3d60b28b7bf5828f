"""What is wanted on the network sheet: candidates, needs in my words, and the one next ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from mentorjournal import clock
from mentorjournal.exchange import sheet_files
from mentorjournal.exchange.sheet_files import Wanted
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.next_ask import NextAsk
from mentorjournal.ui.dialogs.paper_preview import PaperOptions
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column
from mentorjournal.words import tr

if TYPE_CHECKING:
    from mentorjournal.documents.document import Document


class SheetOptions(PaperOptions):
    """The ask begins with what the journal knows of; what is typed stands on this sheet only."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        found = sheet_files.found_ask(journal, clock.today())
        self.candidates = QCheckBox(tr("Candidates, with a dashed mark"))
        self.needs = QCheckBox(tr("What I look for, in my words"))
        self.ask = GrowingText(
            tr("Whom do I ask for what?"), quiet=False, least_lines=2, most_lines=6)
        self.ask.setAccessibleName(tr("My next ask"))
        self.by = DateField(found.day, optional=True)
        self.by.setAccessibleName(tr("By when"))
        self.ask.set_text_quietly(found.words)
        for box in (self.candidates, self.needs):
            box.setChecked(True)
            box.toggled.connect(lambda _on: self.changed.emit())
        self.ask.textChanged.connect(self.changed)
        self.by.day_changed.connect(lambda _day: self.changed.emit())
        self._lay_out()

    def _lay_out(self) -> None:
        lines = column(self, gap=6)
        lines.addWidget(label(tr("On the sheet"), "heading"))
        lines.addWidget(self.candidates)
        lines.addWidget(self.needs)
        lines.addWidget(label(tr(
            "What somebody adds is on it only where you said it may be shared. Needs of your "
            "private life never are."), "small", "muted", wrap=True))
        lines.addSpacing(12)
        for words, field in ((tr("My next ask"), self.ask), (tr("By when"), self.by)):
            above = label(words, "label", "ink2")
            above.setBuddy(field)
            lines.addWidget(above)
            lines.addWidget(field)
        lines.addWidget(label(
            tr("One concrete ask with a day is easier to answer. It stands on this sheet only."),
            "small", "muted", wrap=True))

    def document(self, paper: str, *, whole: bool = False) -> Document:
        ask = NextAsk(self.ask.text().strip(), self.by.day())
        return sheet_files.document(
            self._journal, clock.today(), paper,
            Wanted(self.candidates.isChecked(), self.needs.isChecked(), ask), whole=whole)

    def file_title(self) -> str:
        return sheet_files.title(clock.today())
