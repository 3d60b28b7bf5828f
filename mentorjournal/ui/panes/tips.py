"""Twelve tips: what the journal itself shows of each, the state, one next step; never a score."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import naming, preferences, tips
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.deeds import Ref
from mentorjournal.mentoring.tips_order import TipShown, by_tip
from mentorjournal.settings import DEFAULT_RHYTHM_DAYS, Settings
from mentorjournal.ui import theme
from mentorjournal.ui.panes.tips_details import TipDetails
from mentorjournal.ui.panes.tips_parts import EDGE, fold_of, lay_columns, sharing
from mentorjournal.ui.panes.tips_row import TipRow
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.page_header import PageHeader
from mentorjournal.ui.widgets.pane import Pane
from mentorjournal.ui.widgets.parts import column, rule, scrolled
from mentorjournal.words import tr


class TipsPane(Pane):
    """States wishes by signal. One tip is open at a time."""

    deed_wanted = Signal(object)
    entry_wanted = Signal(object)
    threshold_wanted = Signal(str)
    review_wanted = Signal()

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, parent)
        self._journal, self._settings = journal, settings
        self.open_tip = 0
        self.shown: list[TipShown] = []
        self.rows: dict[int, TipRow] = {}
        self.details: dict[int, TipDetails] = {}
        self.header = PageHeader(tr("Twelve tips"), tr(
            "After Manuel and Poorsattar, 2020. What needs you comes first. Counts only, never a "
            "score."))
        self.review = self.header.add_button(tr("Annual review…"), "file-pdf")
        self.review.clicked.connect(self.review_wanted)
        self._lay_out()
        self._read()

    def focus_first(self) -> None:
        """Put the keyboard on the tip that needs it most."""
        if self.shown:
            self.rows[self.shown[0].tip.number].setFocus()

    def show_first(self) -> None:
        """Open what the tip asks that needs it most, as a way into all of them."""
        self.show_tip(self.shown[0].tip.number)

    def show_tip(self, number: int) -> None:
        """Open a tip, and bring it into view."""
        if self.open_tip != number:
            self._toggle(number)
        self.rows[number].setFocus()
        self._area.ensureWidgetVisible(self.details[number])
        self._area.ensureWidgetVisible(self.rows[number])

    def focus_threshold(self, key: str) -> None:
        """Put the keyboard where a threshold was told, as after it was changed."""
        for details in self.details.values():
            for one in details.readings.values():
                if key in one.reading.indicator.thresholds and details.isVisible():
                    one.how.setFocus()

    def take_changes(self, changes: Changes) -> None:
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._day != clock.today():
            self._read()


    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.shown:
            self._fold_rows()

    def _fold_rows(self) -> None:
        """Lay every row out for the width there is."""
        fold = fold_of(self.width())
        self._head.setVisible(fold == "wide")
        grid = self._head.layout()
        assert isinstance(grid, QGridLayout)
        lay_columns(grid, self._head_cells, fold)
        for each in self.rows.values():
            each.fold(fold)

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("canvas")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        whole = column(body, 0)
        whole.setContentsMargins(theme.px(24), 0, theme.px(24), theme.px(24))
        self._head = QWidget()
        self._head_cells = [
            label(words, "label", "ink2") for words in (
                "", tr("Tip"), tr("What your journal shows"), tr("Status"), tr("One next step"))]
        for words in self._head_cells[1:3]:
            sharing(words)
        grid = QGridLayout(self._head)
        grid.setContentsMargins(theme.px(EDGE), theme.px(10), 0, theme.px(10))
        whole.addWidget(self._head)
        self._list = column(gap=0)
        whole.addLayout(self._list)
        whole.addStretch(1)
        self._area = scrolled(body)
        lines = column(self, 0)
        lines.addWidget(self.header)
        lines.addWidget(self._area, 1)

    def _read(self) -> None:
        """Read everything anew; rows that stay keep what is open and focused."""
        self._day = clock.today()
        self._thresholds = preferences.thresholds(self._journal)
        self.shown = by_tip(tips.readings(
            self._journal, self._day, self._settings.get(DEFAULT_RHYTHM_DAYS)))
        order = [one.tip.number for one in self.shown]
        if order != list(self.rows):
            self._order(order)
        for one in self.shown:
            self.rows[one.tip.number].show_tip(one)
            if (details := self.details.get(one.tip.number)) is not None:
                details.show_tip(one, self._thresholds)

    def _order(self, numbers: list[int]) -> None:
        """Have a row for each tip, in this order."""
        while (item := self._list.takeAt(0)) is not None:
            if item.widget() is not None and item.widget().property("rule"):
                item.widget().deleteLater()
        rows = {number: self.rows.get(number) or self._made(number) for number in numbers}
        self.rows = rows
        before: QWidget = self.review
        for number, each in rows.items():
            self._list.addWidget(rule())
            self._list.addWidget(each)
            QWidget.setTabOrder(before, each)
            before = each
            if (details := self.details.get(number)) is not None:
                self._list.addWidget(details)

    def _made(self, number: int) -> TipRow:
        made = TipRow()
        made.toggled.connect(self._toggle)
        made.deed_wanted.connect(self.deed_wanted)
        made.moved.connect(lambda by: self._move(number, by))
        return made

    def _move(self, number: int, by: int) -> None:
        order = list(self.rows)
        place = order.index(number) + by
        if 0 <= place < len(order):
            self.rows[order[place]].setFocus()
            self._area.ensureWidgetVisible(self.rows[order[place]])

    def _toggle(self, number: int) -> None:
        before, self.open_tip = self.open_tip, 0 if number == self.open_tip else number
        for each in {before, number} - {0}:
            is_open = each == self.open_tip
            self.rows[each].show_open(is_open)
            if is_open or each in self.details:
                self._details_of(each).setVisible(is_open)

    def _details_of(self, number: int) -> TipDetails:
        if number not in self.details:
            made = TipDetails(self._names_of)
            made.deed_wanted.connect(self.deed_wanted)
            made.entry_wanted.connect(self.entry_wanted)
            made.threshold_wanted.connect(self.threshold_wanted)
            self.details[number] = made
            self._list.insertWidget(self._list.indexOf(self.rows[number]) + 1, made)
            made.show_tip(next(one for one in self.shown if one.tip.number == number),
                          self._thresholds)
        return self.details[number]

    def _names_of(self, refs: tuple[Ref, ...]) -> Mapping[Ref, str]:
        return naming.names(self._journal, refs, self._day)
