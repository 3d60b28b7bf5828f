"""The letters at the left of their page, with a field above them to find one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from mentorjournal.mentoring import letter_steps
from mentorjournal.models.letter_list import TONES, LetterList, LetterRow
from mentorjournal.models.roles import Role
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.heading_list import HeadingList
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


class LetterListView(HeadingList):
    """`row_chosen` carries the row a person went to, `opened` one that Enter was pressed on."""

    row_chosen = Signal(object)
    opened = Signal(object)
    removal_wanted = Signal(int)
    menu_wanted = Signal(int, object)  # a letter, and where on the screen

    def __init__(self, model: LetterList, parent: QWidget | None = None) -> None:
        super().__init__(model, tr("Letters"), parent)
        self._list = model
        self.setItemDelegate(LetterDelegate(self, height=ROW))
        at = model.record_at
        self.row_gone_to.connect(lambda row: self.row_chosen.emit(at(row)))
        self.row_entered.connect(lambda row: self.opened.emit(at(row)))
        self.row_removal.connect(lambda row: self.removal_wanted.emit(at(row).letter_id))
        self.row_menu.connect(lambda row, place: self.menu_wanted.emit(at(row).letter_id, place))

    def is_heading(self, row: int) -> bool:
        return self._list.record_at(row).letter is None

    def current_letter(self) -> int | None:
        """The letter that is selected."""
        here = self.current_place()
        return self._list.record_at(here).letter_id if here >= 0 else None


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
