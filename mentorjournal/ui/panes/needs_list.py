"""The list of needs: open ones in their order with a line to add one, and met ones folded below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from mentorjournal.journal import needs
from mentorjournal.journal.needs import NeedShown, Overview
from mentorjournal.mentoring.coverage import Coverage
from mentorjournal.ui import theme
from mentorjournal.ui.panes.needs_row import NeedRow
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.add_line import AddLine
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.drag import DropMark
from mentorjournal.ui.widgets.parts import column
from mentorjournal.words import tr, trn

LONGEST = 1_000_000  # letters that the line takes in


class NeedsList(QWidget):
    """Reorders by dragging and by Alt with Up or Down, as long as nothing is filtered out."""

    wished = Signal(str, int)
    person_wanted = Signal(int)
    goal_wanted = Signal(int)
    shown = Signal(QWidget)  # something to scroll to

    def __init__(self, pen: Pen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen = pen
        self._rows: dict[int, NeedRow] = {}
        self._all_shown = True
        self.card = QFrame()
        self.card.setProperty("card", True)
        self._lines = column(self.card, 0)
        self._lines.setContentsMargins(1, 1, 1, 1)
        self.add = AddLine(tr("Add a need in your own words"), self._add_need, inset=12)
        self.add.edit.setMaxLength(LONGEST)  # a long text is refused in words, never cut
        self.add.setMinimumHeight(theme.px(44))
        self._lines.addWidget(self.add)
        self.fold = Button("", "caret-down", "link")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(lambda _on: self._show_fold())
        self.met_card = QFrame()
        self.met_card.setProperty("card", True)
        self._met_lines = column(self.met_card, 0)
        self._met_lines.setContentsMargins(1, 1, 1, 1)
        self.mark = DropMark(self.card)
        page = column(self, 10)
        page.addWidget(self.card)
        page.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        page.addWidget(self.met_card)

    def show_needs(self, overview: Overview, all_shown: bool) -> None:
        """Show these; in order they can be moved only while all are shown."""
        self._all_shown = all_shown
        wanted = [*overview.open, *overview.met]
        self._drop_missing({one.need.id for one in wanted})
        self._place(self._lines, overview.open, overview.coverage)
        self._place(self._met_lines, overview.met, overview.coverage)
        n = len(overview.met)
        self.fold.setText(trn("{n} need that is met", "{n} needs that are met", n))
        self.fold.setVisible(bool(n))
        self._show_fold()
        self._chain_tabs()

    def _place(
        self, lines: QVBoxLayout, needs_shown: Sequence[NeedShown], coverage: Coverage
    ) -> None:
        for place, one in enumerate(needs_shown):
            line = self._rows.get(one.need.id)
            if line is None:
                line = self._make(one, coverage)
            else:
                line.show_need(one, coverage)
            if lines.indexOf(line) != place:
                focused = QApplication.focusWidget()
                lines.insertWidget(place, line)
                line.show()
                if focused is not None and (focused is line or line.isAncestorOf(focused)):
                    focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, one: NeedShown, coverage: Coverage) -> NeedRow:
        line = NeedRow(one, coverage)
        line.wished.connect(self.wished)
        line.person_wanted.connect(self.person_wanted)
        line.goal_wanted.connect(self.goal_wanted)
        line.move_wanted.connect(self._move)
        line.neighbour_wanted.connect(self._go_on)
        line.dragged.connect(self._show_mark)
        line.dropped.connect(self._drop)
        self._rows[one.need.id] = line
        return line

    def _drop_missing(self, staying: set[int]) -> None:
        order = [one.shown.need.id for one in self.rows()]
        for gone in [key for key in list(self._rows) if key not in staying]:
            line = self._rows.pop(gone)
            focused = QApplication.focusWidget()
            if focused is not None and (focused is line or line.isAncestorOf(focused)):
                near = [key for key in self._near(order, gone) if key in staying]
                target: QWidget = self._rows[near[0]] if near else self.add
                target.setFocus(Qt.FocusReason.OtherFocusReason)
            line.hide()
            line.deleteLater()

    @staticmethod
    def _near(order: list[int], gone: int) -> list[int]:
        if gone not in order:
            return []
        place = order.index(gone)
        return order[place + 1:] + order[:place][::-1]

    # What others ask of it

    def rows(self) -> list[NeedRow]:
        """The rows of open needs in their order."""
        open_rows = [one for one in self._rows.values() if self._lines.indexOf(one) >= 0]
        return sorted(open_rows, key=self._lines.indexOf)

    def met_rows(self) -> list[NeedRow]:
        """The rows of needs that are met."""
        found = [one for one in self._rows.values() if self._met_lines.indexOf(one) >= 0]
        return sorted(found, key=self._met_lines.indexOf)

    def row(self, need_id: int) -> NeedRow | None:
        """The row of a need, if it is shown."""
        return self._rows.get(need_id)

    def go_to(self, need_id: int) -> None:
        """Put the keyboard on a need, unfolding it if need be."""
        line = self._rows.get(need_id)
        if line is None:
            return
        if line.shown.need.met_on is not None:
            self.fold.setChecked(True)
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit(line)

    # What one does with needs

    def _add_need(self, text: str) -> bool:
        return self._pen.write(needs.add, {"text": " ".join(text.split())})

    def _move(self, need_id: int, step: int) -> None:
        if not self._all_shown:
            self._pen.refused.emit(tr("Show all needs to change their order."))
            return
        order = [one.shown.need.id for one in self.rows()]
        if need_id not in order:
            return
        to = order.index(need_id) + step
        if 0 <= to < len(order) and self._pen.write(needs.move, need_id, to):
            self.shown.emit(self._rows[need_id])

    def _go_on(self, need_id: int, step: int) -> None:
        shown = [*self.rows(), *(self.met_rows() if self.fold.isChecked() else ())]
        to = next(n for n, one in enumerate(shown) if one.shown.need.id == need_id) + step
        if to == len(shown):
            self.add.setFocus(Qt.FocusReason.TabFocusReason)
        elif to >= 0:
            shown[to].setFocus(Qt.FocusReason.TabFocusReason)
            self.shown.emit(shown[to])

    def _place_at(self, spot: QPoint) -> int:
        """Before which row something dropped at `spot` (global) would come."""
        y = self.card.mapFromGlobal(spot).y()
        return sum(1 for one in self.rows() if one.geometry().center().y() < y)

    def _show_mark(self, _need_id: int, spot: QPoint) -> None:
        order, place = self.rows(), self._place_at(spot)
        top = order[place].y() if place < len(order) else order[-1].geometry().bottom()
        self.mark.setGeometry(8, top - 1, self.card.width() - 16, 2)
        self.mark.raise_()
        self.mark.show()

    def _drop(self, need_id: int, spot: QPoint) -> None:
        self.mark.hide()
        now = [one.shown.need.id for one in self.rows()].index(need_id)
        place = self._place_at(spot)
        step = (place - 1 if place > now else place) - now
        if step:
            self._move(need_id, step)

    def _show_fold(self) -> None:
        is_open = self.fold.isChecked() and not self.fold.isHidden()
        self.fold.set_icon("caret-up" if self.fold.isChecked() else "caret-down")
        self.met_card.setVisible(is_open)

    def _chain_tabs(self) -> None:
        """Tab goes down the page, whatever order the rows were made in."""
        chain: list[QWidget] = []
        for one in self.rows():
            chain += [one, *one.stops()]
        chain += [self.add.edit, self.fold]
        for before, after in zip(chain, chain[1:], strict=False):
            QWidget.setTabOrder(before, after)
