"""The reflections at the left of their page, and above them what they are looked through by."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from mentorjournal.journal import reflections
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.reflections import Wanted
from mentorjournal.models.people_list import spoken_word
from mentorjournal.models.reflection_list import (
    ReflectionList,
    ReflectionRow,
    about_words,
    energy_words,
)
from mentorjournal.models.roles import Role
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.heading_list import HeadingList
from mentorjournal.ui.widgets.painted_text import paint_line
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.ui.widgets.row_delegate import SECTION_HEIGHT, Index, RowDelegate
from mentorjournal.ui.widgets.search_line import SearchLine
from mentorjournal.words import tr

ROW = 74  # px
TOP = 9
NAME_LETTERS = 60


class ReflectionDelegate(RowDelegate):
    """The question, the first words, and below them the day, the tag and whom it is about."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(120), theme.px(SECTION_HEIGHT if index.data(Role.SECTION) else ROW))

    def _paint_row(
        self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        row_: ReflectionRow = index.data(Role.RECORD)
        room = self._text_room(area)
        title, small = theme.line("row-title"), theme.line("small")
        line = QRectF(room.left(), area.top() + theme.px(TOP), room.width(), title)
        paint_line(painter, line, str(index.data() or ""),
                   theme.font("heading" if selected else "row-title"),
                   theme.color("accent-ink" if selected else "ink"))
        line = QRectF(line.left(), line.bottom() + theme.px(1), line.width(), small)
        second = str(index.data(Role.SECOND) or "")
        if second:
            paint_line(painter, line, second, theme.font("small"), theme.color("ink2"))
            line.translate(0, small + theme.px(2))
        self._paint_about(painter, line, row_, "ink2" if selected else "muted")

    def _paint_about(
        self, painter: QPainter, room: QRectF, row_: ReflectionRow, tone: str
    ) -> None:
        assert row_.entry is not None
        font = theme.font("small")
        energy = energy_words(row_.entry.energy, short=True)
        if energy:
            width = QFontMetricsF(font).horizontalAdvance(energy) + 1
            end = QRectF(room.right() - width, room.top(), width, room.height())
            paint_line(painter, end, energy, font, theme.color(tone))
            room = room.adjusted(0, 0, -width - theme.px(10), 0)
        paint_line(painter, room, about_words(row_), font, theme.color(tone))


class ReflectionListView(HeadingList):
    """`chosen` carries the id a person went to, `opened` one that Enter was pressed on."""

    chosen = Signal(int)
    opened = Signal(int)
    remove_wanted = Signal(int)
    menu_wanted = Signal(int, object)  # a reflection, and where on the screen

    def __init__(self, model: ReflectionList, parent: QWidget | None = None) -> None:
        super().__init__(model, tr("Reflections"), parent)
        self._list = model
        self.setItemDelegate(ReflectionDelegate(self, height=ROW, avatars=False))
        self.row_gone_to.connect(lambda row: self.chosen.emit(self._id_at(row)))
        self.row_entered.connect(lambda row: self.opened.emit(self._id_at(row)))
        self.row_removal.connect(lambda row: self.remove_wanted.emit(self._id_at(row)))
        self.row_menu.connect(lambda row, at: self.menu_wanted.emit(self._id_at(row), at))

    def is_heading(self, row: int) -> bool:
        return self._list.record_at(row).entry is None

    def _id_at(self, row: int) -> int | None:
        found = self._list.record_at(row).entry if row >= 0 else None
        return found.id if found is not None else None

    def current_id(self) -> int | None:
        """The reflection that is selected."""
        return self._id_at(self.current_place())

    def select_quietly(self, reflection_id: int | None) -> None:
        """Select a reflection without saying so, or none."""
        self.select_place(
            -1 if reflection_id is None else self._list.row_of_reflection(reflection_id))


class ReflectionsColumn(QWidget):
    """`filtered` comes after every choice, and after a short pause in typing."""

    filtered = Signal()

    def __init__(
        self, journal: Journal, model: ReflectionList, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._journal, self._list = journal, model
        self.find = SearchLine(tr("Find by any word"), tr("Find a reflection by any word"))
        self.tag, self.about = self._box(tr("Tag")), self._box(tr("About"))
        self.view = ReflectionListView(model)
        self.find.searched.connect(lambda _words: self.filtered.emit())
        self._lay_out()
        self.offer()

    def _lay_out(self) -> None:
        lines = column(self, gap=4)
        around = column(gap=6)
        around.setContentsMargins(theme.px(16), theme.px(12), theme.px(12), theme.px(2))
        around.addWidget(self.find)
        boxes = row(gap=6)
        boxes.addWidget(self.tag, 1)
        boxes.addWidget(self.about, 1)
        around.addLayout(boxes)
        lines.addLayout(around)
        lines.addWidget(self.view, 1)

    def wanted(self) -> Wanted:
        """What is looked for."""
        kind, _, key = self.about.current().partition(":")
        return Wanted(self.find.text(), self.tag.current(),
                      int(key) if kind == "person" else None,
                      int(key) if kind == "goal" else None)

    def offer(self) -> None:
        """Offer the tags, people and goals that there are."""
        self.tag.set_choices([("", tr("Any tag")), *(
            (one, spoken_word(one[:NAME_LETTERS])) for one in reflections.tags(self._journal))])
        people, goals = (reflections.about_people(self._journal),
                         reflections.about_goals(self._journal))
        self.about.set_choices([
            ("", tr("About anything")),
            *((f"person:{key}", name[:NAME_LETTERS]) for key, name in people.items()),
            *((f"goal:{key}", text[:NAME_LETTERS]) for key, text in goals.items())])

    def let_all_through(self) -> None:
        """Look for nothing."""
        self.tag.set_current("")
        self.about.set_current("")
        self.find.look_for("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ids = self._list.ids()
        if self.find.hasFocus() and event.key() == Qt.Key.Key_Down and ids:
            self.view.setFocus()
            if self.view.current_id() is None:
                self.view.setCurrentIndex(
                    self._list.index(self._list.row_of_reflection(ids[0]), 0))
        elif self.find.hasFocus() and event.key() == Qt.Key.Key_Escape and self.find.text():
            self.find.clear()
        else:
            super().keyPressEvent(event)

    def _box(self, name: str) -> ChoiceBox:
        box = ChoiceBox(dense=True)
        box.setAccessibleName(name)
        box.setMinimumWidth(theme.px(96))
        box.chosen.connect(lambda _key: self.find.hand_in())
        return box
