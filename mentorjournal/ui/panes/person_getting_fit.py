"""Getting to know somebody: my private fit sheet beside what I say of myself, and my decision."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from mentorjournal import clock
from mentorjournal.journal import candidates
from mentorjournal.journal.aims import FitSheet
from mentorjournal.journal.candidates import GettingToKnow
from mentorjournal.journal.records import Me
from mentorjournal.mentoring import fit
from mentorjournal.mentoring.fit import Checked
from mentorjournal.mentoring.vocabulary import FIT_DECISIONS
from mentorjournal.ui import theme
from mentorjournal.ui.panes.person_parts import (
    Section,
    day_words,
    flowing,
    refill,
    remove_button,
)
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.parts import column, row, rule
from mentorjournal.ui.widgets.private_mark import PrivateMark
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import listing, tr

TITLES, ANSWERS = 152, 92  # px, of the first two columns


class FitSection(Section):
    """What was answered, each by itself, and what was decided; the sheet is written in a form."""

    sheet_wanted = Signal(object)  # the id of a sheet, None for a new one
    remove_wanted = Signal(int)  # the id of a sheet

    def __init__(self, pen: Pen, person_id: int, parent: QWidget | None = None) -> None:
        right = QWidget()
        parts = row(right, 12)
        self.edit = Button(tr("Edit"), "pencil-simple", "link")
        parts.addWidget(PrivateMark())
        parts.addWidget(self.edit)
        self.remove = remove_button(tr("Remove this fit sheet"), self._remove)
        parts.addWidget(self.remove)
        super().__init__(tr("Does it fit?"), right, parent)
        self._sheet: FitSheet | None = None
        self._shown: object = None
        self.edit.clicked.connect(
            lambda: self.sheet_wanted.emit(self._sheet.id if self._sheet else None))
        self.lines.setContentsMargins(*(theme.px(n) for n in (15, 10, 15, 10)))
        self._rows = column(gap=0)
        self.decision = DecisionLine(pen, person_id)
        self._rule = rule()
        self.checked = flowing("", "small", "muted")
        self.lines.addLayout(self._rows)
        for part in (self._rule, self.decision, self.checked):
            self.lines.addWidget(part)

    def _remove(self) -> None:
        if self._sheet is not None:
            self.remove_wanted.emit(self._sheet.id)

    def show_getting(
        self, found: GettingToKnow, mine: Me, checked: Checked, as_of: date
    ) -> None:
        """Show the newest sheet, and earlier ones as links."""
        sheet = found.sheet
        self.edit.setVisible(sheet is not None)
        self.remove.setVisible(sheet is not None)
        self.decision.setVisible(sheet is not None)
        self._rule.setVisible(sheet is not None)
        self.decision.show_sheet(sheet, as_of)
        self.checked.setText(fit.checked_words(checked))
        self.checked.setVisible(sheet is not None and checked.is_known)
        if (found.sheets, mine, as_of) == self._shown:
            return
        self._shown, self._sheet = (found.sheets, mine, as_of), sheet
        refill(self._rows, [_table(sheet, mine), *map(self._earlier, found.sheets[1:])]
               if sheet else [self._nothing()])

    def _nothing(self) -> QWidget:
        part = QWidget()
        lines = row(part, 12)
        lines.addWidget(flowing(tr(
            "Nothing written yet. Five short questions once you have met; any of them may stay "
            "open."), "body", "muted"), 1)
        fill = Button(tr("Fill the fit sheet"), kind="row")
        fill.clicked.connect(lambda: self.sheet_wanted.emit(None))
        lines.addWidget(fill, 0, Qt.AlignmentFlag.AlignTop)
        return part

    def _earlier(self, sheet: FitSheet) -> QWidget:
        day = day_words(sheet.date) if sheet.date else tr("no date")
        link = Button(tr("An earlier sheet, {day}", day=day), kind="link")
        link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        link.clicked.connect(lambda: self.sheet_wanted.emit(sheet.id))
        return link


def _table(sheet: FitSheet, mine: Me) -> QWidget:
    part = QWidget()
    grid = QGridLayout(part)
    grid.setContentsMargins(0, 0, 0, theme.px(4))
    grid.setHorizontalSpacing(theme.px(12))
    grid.setVerticalSpacing(theme.px(8))
    grid.setColumnMinimumWidth(0, theme.px(TITLES))
    grid.setColumnMinimumWidth(1, theme.px(ANSWERS))
    grid.setColumnStretch(2, 1)
    day = day_words(sheet.date) if sheet.date else tr("no date")
    grid.addWidget(label(tr("Written {day}", day=day), "small", "muted"), 0, 0, 1, 3)
    for question in fit.QUESTIONS:
        answer = getattr(sheet, question)
        said = flowing(fit.answer_words(question, answer), "body",
                       "muted" if answer is None else "ink")
        _add(grid, fit.title(question), getattr(sheet, f"{question}_note"), said,
             _beside(question, mine))
    for title, text in ((tr("With others like me"), sheet.track_record),
                        (tr("Anything else"), sheet.note)):
        if text:
            _add(grid, title, text)
    return part


def _add(
    grid: QGridLayout, title: str, text: str | None, answer: QWidget | None = None,
    beside: str = "",
) -> None:
    place, top = grid.rowCount(), Qt.AlignmentFlag.AlignTop
    grid.addWidget(flowing(title, "label", "ink2"), place, 0, top)
    if answer is not None:
        grid.addWidget(answer, place, 1, top)
    words = column(gap=1)
    if text:
        words.addWidget(flowing(text))
    if beside:
        words.addWidget(flowing(beside, "small", "muted"))
    grid.addLayout(words, place, 2, 1, 1)


def _beside(question: str, mine: Me) -> str:
    """What I say of myself, to be read beside the answer (A1.13, A1.14)."""
    if question == "style" and mine.work_style:
        return tr("My own way: {what}", what=listing(list(mine.work_style)))
    if question == "shared_values" and mine.personal_values:
        return tr("What matters to me: {what}", what=listing(list(mine.personal_values)))
    return ""


class DecisionLine(QWidget):
    """Ask, wait or not; pressing the chosen one opens it again. While it is open, for how long."""

    def __init__(self, pen: Pen, person_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self._person_id = pen, person_id
        self._held: str | None = None
        self.choice = Segmented(
            [(one, fit.decision_words(one)) for one in FIT_DECISIONS], "", slow=True)
        for one in FIT_DECISIONS:
            self.choice.button(one).setAccessibleName(
                tr("What I want to do: {what}", what=fit.decision_words(one)))
        self.choice.chosen.connect(self._choose)
        self.day = DateField()
        self.day.setProperty("dense", True)
        self.day.setAccessibleName(tr("Decided on"))
        self.day.day_changed.connect(self._date)
        self.says = label("", "small", "muted")
        parts = row(self, 12)
        parts.setContentsMargins(0, theme.px(6), 0, theme.px(2))
        parts.addWidget(label(tr("What I want to do"), "label", "ink2"))
        parts.addWidget(self.choice)
        parts.addWidget(self.day)
        parts.addWidget(self.says)
        parts.addStretch(1)

    def show_sheet(self, sheet: FitSheet | None, as_of: date) -> None:
        """Show what was decided on it."""
        self._held = sheet.decision if sheet else None
        self.choice.set_current(self._held)
        self.day.blockSignals(True)
        self.day.set_day((sheet.decided_on if sheet else None) or as_of)
        self.day.blockSignals(False)
        self.day.setVisible(self._held is not None)
        words = fit.undecided_words(sheet, as_of) if sheet else ""
        self.says.setText(words)
        self.says.setVisible(bool(words))
        late = sheet is not None and fit.is_long_undecided(sheet, as_of)
        dress(self.says, "small", "warn" if late else "muted")

    def _choose(self, key: str) -> None:
        self._write(None if key == self._held else key, clock.today())

    def _date(self, day: date | None) -> None:
        if self._held is not None and day is not None:
            self._write(self._held, day)

    def _write(self, key: str | None, day: date) -> None:
        if not self._pen.write(candidates.decide, self._person_id, key, day):
            self.choice.set_current(self._held)
