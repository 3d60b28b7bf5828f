"""The letters at the left of their page, with a field above them to find one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from mentorjournal.mentoring import letter_steps
from mentorjournal.models.letter_list import TONES, LetterList, LetterRow
from mentorjournal.models.roles import Role
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.painted_text import paint_line
from mentorjournal.ui.widgets.parts import column
from mentorjournal.ui.widgets.row_delegate import SECTION_HEIGHT, Index, RowDelegate
from mentorjournal.ui.widgets.stepper import paint_mini_stepper
from mentorjournal.words import tr

ROW, WITH_MOVE = 70, 87  # px; with a line for what waits
TOP = 8
STEPPER = 111  # px for seven steps


class LetterDelegate(RowDelegate):
    """Two lines, the steps with the last one's name, and what waits for me where something does."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: LetterRow = index.data(Role.RECORD)
        if row.letter is None:
            return QSize(theme.px(120), theme.px(SECTION_HEIGHT))
        return QSize(theme.px(120), theme.px(WITH_MOVE if has_move_line(row) else ROW))

    def _paint_row(
        self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        row: LetterRow = index.data(Role.RECORD)
        top = area.top() + theme.px(TOP)
        title, small = theme.line("row-title"), theme.line("small")
        self._paint_avatar(
            painter, QRectF(area.left(), top, area.width(), theme.px(32)), index, selected)
        room = self._text_room(area)
        self._paint_lines(
            painter, QRectF(room.left(), top, room.width(), title + small), index, selected)
        third = QRectF(room.left(), top + title + small + theme.px(2), room.width(), small)
        self._paint_steps(painter, third, row, "ink2" if selected else "muted")
        if has_move_line(row) and row.move is not None:
            tone = TONES[row.move.tone]
            if tone == "muted":
                tone = "ink2"
            paint_line(painter, third.translated(0, small + theme.px(1)), row.move.words,
                       theme.font("small"), theme.color(tone))

    def _paint_steps(self, painter: QPainter, room: QRectF, row: LetterRow, tone: str) -> None:
        one = row.letter
        assert one is not None
        steps = letter_steps.steps(one)
        words = room
        if not one.declined_on:
            paint_mini_stepper(painter, room, letter_steps.at(one), len(steps))
            words = room.adjusted(theme.px(STEPPER - 17 * (7 - len(steps)) + 8), 0, 0, 0)
        paint_line(painter, words, letter_steps.now_words(one), theme.font("small"),
                   theme.color(tone))


def has_move_line(row: LetterRow) -> bool:
    """Whether something waits that the steps do not say."""
    return row.move is not None and row.move.waiting


class LetterListView(QListView):
    """`row_chosen` carries the row a person went to, `opened` one that Enter was pressed on."""

    row_chosen = Signal(object)
    opened = Signal(object)
    removal_wanted = Signal(int)
    menu_wanted = Signal(int, object)  # a letter, and where on the screen

    def __init__(self, model: LetterList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = model
        self._quiet = False
        self.setAccessibleName(tr("Letters"))
        self.setProperty("clear", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { selection-background-color: transparent; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setModel(model)
        self.setItemDelegate(LetterDelegate(self, height=ROW))
        self.activated.connect(lambda index: self.opened.emit(model.record_at(index.row())))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid():
            row = self._list.record_at(current.row())
            if row.letter is not None:
                self.row_chosen.emit(row)

    def current_letter(self) -> int | None:
        """The letter that is selected."""
        index = self.currentIndex()
        return self._list.record_at(index.row()).letter_id if index.isValid() else None

    def set_quiet(self, quiet: bool) -> None:
        """Say nothing of the moves of the current row while the model is brought up to date."""
        self._quiet = quiet

    def select_quietly(self, row: int) -> None:
        """Select a row without saying so; -1 selects none."""
        before, self._quiet = self._quiet, True
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif row != self.currentIndex().row() or not self.selectedIndexes():
            self.setCurrentIndex(self._list.index(row, 0))
        if row == self._list.first_row():  # its heading too
            self.scrollToTop()
        self._quiet = before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex().row()
        steps = {
            Qt.Key.Key_Up: (here, -1), Qt.Key.Key_Down: (here, 1),
            Qt.Key.Key_Home: (-1, 1), Qt.Key.Key_End: (self._list.rowCount(), -1),
        }
        which = self.current_letter()
        if event.key() in steps and not event.modifiers():
            self._step(*steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete and which is not None:
            self.removal_wanted.emit(which)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: object) -> None:
        index = self.indexAt(event.position().toPoint())  # type: ignore[attr-defined]
        if index.isValid() and self._list.record_at(index.row()).letter is None:
            return  # a heading is nothing to select
        super().mousePressEvent(event)  # type: ignore[arg-type]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """For the mouse where it points, for the keyboard at the selected row."""
        which = self.current_letter()
        if which is None:
            return
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            area = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(area.center())
        self.menu_wanted.emit(which, place)

    def _step(self, here: int, by: int) -> None:
        """To the next row from `here` that is no heading."""
        row = here + by
        while 0 <= row < self._list.rowCount() and self._list.record_at(row).letter is None:
            row += by
        if 0 <= row < self._list.rowCount():
            self.setCurrentIndex(self._list.index(row, 0))
        elif by < 0:
            self.scrollToTop()


class LettersColumn(QWidget):
    """The field to find a letter, and the list; `filtered` comes when other letters are listed."""

    filtered = Signal()

    def __init__(self, model: LetterList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = model
        self.find = QLineEdit(placeholderText=tr("Find by name or opportunity"))
        self.find.setAccessibleName(tr("Find a letter"))
        self.find.setClearButtonEnabled(True)
        self.find.setMaxLength(200)
        self.view = LetterListView(model)
        self.none = label(tr("No letter fits."), "small", "muted", wrap=True)
        self.none.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), 0)
        self.none.hide()
        lines = column(self, gap=4)
        around = column(gap=0)
        around.setContentsMargins(theme.px(8), theme.px(12), theme.px(8), theme.px(2))
        around.addWidget(self.find)
        lines.addLayout(around)
        lines.addWidget(self.none)
        lines.addWidget(self.view, 1)
        self.find.textChanged.connect(self._filter)

    def _filter(self, text: str) -> None:
        self.view.set_quiet(True)
        self._list.set_filter(text)
        self.view.set_quiet(False)
        self.filtered.emit()
        self.none.setVisible(bool(text.strip()) and not self._list.rowCount())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.find.hasFocus() and event.key() == Qt.Key.Key_Down and self._list.rowCount():
            self.view.setFocus()
            if self.view.current_letter() is None:
                self.view.setCurrentIndex(self._list.index(self._list.first_row(), 0))
            return
        if self.find.hasFocus() and event.key() == Qt.Key.Key_Escape and self.find.text():
            self.find.clear()
            return
        super().keyPressEvent(event)
