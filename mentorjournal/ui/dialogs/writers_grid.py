"""Who covers what: the strengths of all letters for one opportunity, and what two repeat."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from mentorjournal.mentoring.brief import Cell, Grid
from mentorjournal.mentoring.phrases import quoted
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import beginning, label, plain_tooltip
from mentorjournal.ui.widgets.parts import column, row, wrapped
from mentorjournal.words import listing, tr, trn

SIZE = 760, 520
ROW, NARROWEST, AIR = 46, 150, 10  # px
FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
Index = QModelIndex | QPersistentModelIndex


def show_grid(
    parent: QWidget | None, target: str, grid: Grid, writers: Mapping[int, str], letter_id: int
) -> tuple[int, int | None] | None:
    """The letter, and the strength in it, that somebody wants to go to; None without such a wish.

    `writers` are the names by letter; `letter_id` is the letter one comes from.
    """
    dialog = WritersGrid(target, grid, writers, letter_id, parent)
    chosen = dialog.chosen() if dialog.exec() else None
    dialog.deleteLater()
    return chosen


class WritersGrid(QDialog):
    """Strengths down, writers across; Enter or a click goes to the strength in that letter."""

    def __init__(
        self, target: str, grid: Grid, writers: Mapping[int, str], letter_id: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Who covers what"))
        self._grid, self._writers = grid, writers
        self._chosen: tuple[int, int | None] | None = None
        self.table = _Table(len(grid.qualities), len(grid.letters))
        self._fill(letter_id)
        self.table.cellClicked.connect(self._choose)
        self.table.entered_cell = self._choose
        self.close_button = Button(tr("Close"))
        self.close_button.clicked.connect(self.reject)
        self._lay_out(target)
        self.resize(*(theme.px(n) for n in SIZE))
        if grid.qualities:
            self.table.setCurrentCell(0, grid.letters.index(letter_id))
        self.table.setFocus()

    def chosen(self) -> tuple[int, int | None] | None:
        """The letter and the strength that were gone to."""
        return self._chosen

    def _fill(self, letter_id: int) -> None:
        self.table.setHorizontalHeaderLabels([
            tr("{name} (this one)", name=self._writers[one]) if one == letter_id
            else self._writers[one] for one in self._grid.letters])
        self.table.setVerticalHeaderLabels(
            [beginning(one, 36) for one in self._grid.qualities])
        for down, quality in enumerate(self._grid.qualities):
            self.table.verticalHeaderItem(down).setToolTip(plain_tooltip(quality))
            for across, letter in enumerate(self._grid.letters):
                cell = self._grid.cell(quality, letter)
                self.table.setItem(down, across, self._item(quality, letter, cell))

    def _item(self, quality: str, letter: int, cell: Cell) -> QTableWidgetItem:
        said = cell_words(cell)
        made = QTableWidgetItem(said)
        made.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        made.setToolTip(plain_tooltip("\n".join(cell.pieces)))
        made.setData(Qt.ItemDataRole.AccessibleTextRole, tr(
            "{quality}, {writer}: {said}", quality=quality, writer=self._writers[letter],
            said=said))
        bare = "muted" if cell.id is None else "warn"
        made.setData(Qt.ItemDataRole.UserRole, "ink" if cell.pieces else bare)
        return made

    def _lay_out(self, target: str) -> None:
        card = QFrame()
        card.setProperty("card", True)
        inside = column(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        lines = column(self, gap=12)
        lines.setContentsMargins(*(theme.px(n) for n in (24, 16, 24, 16)))
        head = column(gap=4)
        head.addWidget(label(tr("Who covers what"), "record-title"))
        head.addWidget(wrapped(target, "body", "muted"))
        lines.addLayout(head)
        lines.addWidget(card, 1)
        self.findings = [wrapped(text, "small", "warn") for text in self._sentences()]
        if not self.findings:
            self.findings = [wrapped(tr(
                "Every strength has evidence, and no two letters tell the same."), "small", "ok")]
        for each in self.findings:
            lines.addWidget(each)
        deeds = row()
        deeds.addWidget(label(tr("Enter goes to the strength in that letter."), "small", "muted"))
        deeds.addStretch(1)
        deeds.addWidget(self.close_button)
        lines.addLayout(deeds)

    def _sentences(self) -> list[str]:
        """What nobody covers, and what more than one letter tells."""
        found = []
        bare = self._grid.uncovered
        if bare:
            found.append(tr("Nobody covers {what} yet.",
                            what=listing([quoted(one) for one in bare])))
        told: dict[tuple[int, ...], list[str]] = {}
        for words, letters in self._grid.repeated:
            told.setdefault(letters, []).append(quoted(words))
        for letters, pieces in told.items():
            who, what = listing([self._writers[one] for one in letters]), listing(pieces)
            both = tr("{who} both tell {what}.", who=who, what=what)
            found.append(both if len(letters) == 2 else tr(
                "{who} all tell {what}.", who=who, what=what))
        return found

    def _choose(self, down: int, across: int) -> None:
        letter = self._grid.letters[across]
        self._chosen = letter, self._grid.cell(self._grid.qualities[down], letter).id
        self.accept()


class _CellDelegate(QStyledItemDelegate):
    """Words with air around them, on as many lines as they need."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, theme.color("accent-sel"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        tone = index.data(Qt.ItemDataRole.UserRole)
        painter.setPen(theme.color("accent-ink" if selected and tone == "ink" else tone))
        painter.setFont(theme.font("body"))
        painter.drawText(self._room(option.rect), FLAGS, index.data())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        table = self.parent()
        assert isinstance(table, QTableWidget)
        width = table.columnWidth(index.column()) - theme.px(2 * AIR)
        font = QFontMetrics(theme.font("body"))
        needed = font.boundingRect(QRect(0, 0, width, 10_000), FLAGS, index.data()).height()
        return QSize(width, max(theme.px(ROW), needed + theme.px(16)))

    def _room(self, rect: QRect) -> QRect:
        return rect.adjusted(theme.px(AIR), 0, -theme.px(AIR), 0)


class _Table(QTableWidget):
    """Arrow keys go from cell to cell; Enter chooses one."""

    def __init__(self, down: int, across: int) -> None:
        super().__init__(down, across)
        self.entered_cell = lambda _down, _across: None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Strengths by writer"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setMinimumSectionSize(theme.px(NARROWEST))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setItemDelegate(_CellDelegate(self))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setMaximumWidth(theme.px(220))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.entered_cell(self.currentRow(), self.currentColumn())
            return
        super().keyPressEvent(event)


def cell_words(cell: Cell) -> str:
    """What a cell says: how many pieces, and the first of them."""
    if cell.id is None:
        return tr("–")
    if not cell.pieces:
        return tr("No evidence yet")
    return trn("{first}", "{n} pieces: {first}", len(cell.pieces),
               first=beginning(cell.pieces[0], 60))
