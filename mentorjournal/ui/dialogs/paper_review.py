"""What is wanted of the review of a year: for whom, which days, and what I mean to do next."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.exchange import review_files, review_private
from mentorjournal.journal import year_ahead, yearly
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.year_ahead import Ahead
from mentorjournal.mentoring import yearly as rules
from mentorjournal.mentoring.yearly import Period
from mentorjournal.store.errors import JournalError
from mentorjournal.ui.dialogs.paper_preview import PaperOptions
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, set_wrapped, wrapped
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import tr

if TYPE_CHECKING:
    from mentorjournal.documents.document import Document

INTENTIONS = 3  # that are asked for
MINE, SHARED = "mine", "shared"
YEAR, ACADEMIC, BEFORE, OWN = "year", "academic", "before", "own"


class ReviewOptions(PaperOptions):
    """`ahead_typed` carries the period and what is meant to be done after it, to be written."""

    ahead_typed = Signal(object, object)  # Period, Ahead

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._shown = Ahead()
        self._of: Period | None = None  # whose plans are shown
        self.whom = Segmented([(MINE, tr("For myself")), (SHARED, tr("To share"))])
        self.says = label("", "small", "muted", wrap=True)
        self.which = ChoiceBox(list(self._periods()))
        first = rules.last_year(clock.today())
        self.since, self.until = DateField(first.since), DateField(first.until)
        self.wrong = wrapped("", "small", "alert")
        self._make_ahead()
        self._lay_out()
        self._wire()
        self._say_more()
        self._arrange()

    def _periods(self) -> Iterator[tuple[str, str]]:
        today = clock.today()
        yield YEAR, tr("The last 365 days")
        for key, back, words in ((ACADEMIC, 0, tr("This academic year")),
                                 (BEFORE, 1, tr("The academic year before"))):
            if yearly.academic_year(self._journal, today, back):
                yield key, words
        yield OWN, tr("From one day to another")

    def _make_ahead(self) -> None:
        self.meant = wrapped("", "small", "ink2")
        self.intentions = GrowingText(
            tr("One in a line"), quiet=False, least_lines=3, most_lines=8)
        self.more = wrapped(tr("Three are easier to hold to; all that you write is saved."),
                            "small", "ink2")
        self.person = QLineEdit(placeholderText=tr("Somebody I want to know"))
        self.stop = QLineEdit(placeholderText=tr("What I will no longer do"))
        self.share = QCheckBox(tr("May stand on the page I share"))
        self.share.setToolTip(tr("The intentions and the new person. What to stop never does."))
        for field, tag in ((self.intentions, rules.INTENTIONS), (self.person, rules.NEW_PERSON),
                           (self.stop, rules.TO_STOP)):
            field.setAccessibleName(rules.ahead_question(tag))
        for line in (self.person, self.stop):
            line.setMaxLength(LONGEST_LINE)

    def _lay_out(self) -> None:
        lines = column(self, gap=6)
        lines.addWidget(self.whom)
        lines.addWidget(self.says)
        lines.addSpacing(8)
        above = label(tr("Which days"), "label", "ink2")
        above.setBuddy(self.which)
        lines.addWidget(above)
        lines.addWidget(self.which)
        self.days = QWidget()
        fields = column(self.days, gap=4)
        for field, name in ((self.since, tr("First day")), (self.until, tr("Last day"))):
            said = label(name, "small", "ink2")
            said.setBuddy(field)
            fields.addWidget(said)
            fields.addWidget(field)
        lines.addWidget(self.days)
        lines.addWidget(self.wrong)
        lines.addSpacing(10)
        lines.addWidget(label(tr("The year ahead"), "heading"))
        lines.addWidget(self.meant)
        for field, tag in ((self.intentions, rules.INTENTIONS), (self.person, rules.NEW_PERSON),
                           (self.stop, rules.TO_STOP)):
            asked = label(rules.ahead_question(tag), "label", "ink2", wrap=True)
            asked.setBuddy(field)
            lines.addWidget(asked)
            lines.addWidget(field)
            if field is self.intentions:
                lines.addWidget(self.more)
        lines.addWidget(self.share)
        kept = row(gap=4)
        kept.addWidget(IconLabel("lock-simple", "muted", 13), 0, Qt.AlignmentFlag.AlignTop)
        kept.addWidget(label(
            tr("Private: kept among your reflections, and offered again when you look back in a "
               "year."), "small", "muted", wrap=True), 1)
        lines.addLayout(kept)

    def _wire(self) -> None:
        self.whom.chosen.connect(lambda _key: self._arrange())
        self.which.chosen.connect(lambda _key: self._arrange())
        for day in (self.since, self.until):
            day.day_changed.connect(lambda _day: self._arrange())
        self.intentions.textChanged.connect(self._say_more)
        self.intentions.text_committed.connect(lambda _text: self.hand_in())
        for line in (self.person, self.stop):
            line.editingFinished.connect(self.hand_in)
        self.share.toggled.connect(lambda _on: self.hand_in())

    # What is wanted

    def period(self) -> Period:
        """The days that are chosen. Raises JournalError where they make no period."""
        today, key = clock.today(), self.which.current()
        if key in (ACADEMIC, BEFORE):
            found = yearly.academic_year(self._journal, today, 1 if key == BEFORE else 0)
            if found is not None:
                return found
        if key == OWN:
            return yearly.chosen(self._journal, today, self.since.day(), self.until.day())
        return yearly.chosen(self._journal, today)

    def _files(self) -> ModuleType:
        return review_files if self.whom.current() == SHARED else review_private

    def document(self, paper: str, *, whole: bool = False) -> Document:
        made: Document = self._files().document(
            self._journal, self.period(), clock.today(), paper, whole=whole)
        return made

    def file_title(self) -> str:
        return str(self._files().title(self.period()))

    # What is shown

    def _arrange(self) -> None:
        self.days.setVisible(self.which.current() == OWN)
        self.says.setText(
            tr("One page. No hours, no missteps, no word on how feedback landed, and nobody who "
               "left.") if self.whom.current() == SHARED else
            tr("Two or three pages, each marked as private."))
        try:
            period = self.period()
        except JournalError as refusal:
            set_wrapped(self.wrong, str(refusal))
            self.wrong.show()
            return
        self.wrong.hide()
        if period != self._of:
            self._hand_in_old()
            self._of = period
            self._show_ahead(period)
        self.changed.emit()

    def _hand_in_old(self) -> None:
        """What was typed belongs to the days that were chosen then."""
        if self._of is not None:
            self.hand_in()

    def _show_ahead(self, period: Period) -> None:
        ahead = year_ahead.after(self._journal, period)
        self.intentions.set_text_quietly("\n".join(ahead.intentions))
        self.person.setText(ahead.new_person)
        self.stop.setText(ahead.to_stop)
        for line in (self.person, self.stop):
            line.setCursorPosition(0)
        self.share.blockSignals(True)
        self.share.setChecked(ahead.may_be_shared)
        self.share.blockSignals(False)
        self._shown = self._typed()
        meant = year_ahead.meant_for(self._journal, period)
        said = [*meant.intentions, meant.new_person, meant.to_stop]
        set_wrapped(self.meant, "\n".join(
            [tr("A year ago you meant to:"), *(f"– {one}" for one in said if one)]))
        self.meant.setVisible(not meant.is_empty)

    def _say_more(self) -> None:
        """More than three intentions are kept, and remarked upon."""
        self.more.setVisible(len(self._typed().intentions) > INTENTIONS)

    def _typed(self) -> Ahead:
        lines = tuple(line.strip() for line in self.intentions.text().splitlines() if line.strip())
        return Ahead(lines, self.person.text().strip(), self.stop.text().strip(),
                     self.share.isChecked())

    def hand_in(self) -> None:
        typed = self._typed()
        if self._of is None or typed == self._shown:
            return
        self._shown = typed
        self.ahead_typed.emit(self._of, typed)
        self.changed.emit()
