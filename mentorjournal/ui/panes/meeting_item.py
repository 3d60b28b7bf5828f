"""One item of an agenda: a quiet row, and everything about it once it is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QStackedWidget, QWidget

from mentorjournal.journal import agenda
from mentorjournal.journal.records import AgendaItem, Goal
from mentorjournal.mentoring import vocabulary
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_facts import MeetingFacts
from mentorjournal.ui.panes.meeting_item_details import ItemDetails
from mentorjournal.ui.panes.meeting_parts import (
    LINE_LIMIT,
    PRIORITY_TOKENS,
    DenseChoice,
    DottedWord,
    MinuteBox,
    WrappedLine,
    priority_dot,
)
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.drag import Handle
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.keyed_row import asked
from mentorjournal.ui.widgets.label import ElidedLabel, dress, label
from mentorjournal.ui.widgets.parts import column
from mentorjournal.ui.widgets.scaled_width import keep_width
from mentorjournal.words import minutes, tr

ROW = 46
KIND, PRIORITY, MINUTES = 116, 72, 50  # px of the columns at rest
TITLE, OPEN_TITLE = 180, 240  # px; where less is left beside the choices, they go below the title
BESIDE = 84  # px of a row besides title and choices: handle, number, caret, air


class AgendaItemCard(QFrame):
    """At rest it is one line that takes the focus; Enter opens it, Alt+Up and Alt+Down move it."""

    open_wanted = Signal(int, bool)
    move_wanted = Signal(int, int)  # id, -1 or +1
    neighbour_wanted = Signal(int, int)  # id, -1 or +1: the focus goes on
    remove_wanted = Signal(int)
    dragged = Signal(int, QPoint)
    dropped = Signal(int, QPoint)

    def __init__(self, pen: Pen, item: AgendaItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen = pen
        self.item = item
        self.details: ItemDetails | None = None
        self.is_open = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.handle = Handle()
        self.number = label("", "body", "muted")
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._make_resting()
        self.caret = IconButton("caret-down", tr("Open this item"), side=26)
        self.caret.clicked.connect(lambda: self.open_wanted.emit(self.item.id, not self.is_open))
        self._lay_out()
        self._wire()

    def _make_resting(self) -> None:
        """What a closed item shows; the fields are made when it is opened for the first time."""
        self.resting_title = ElidedLabel("", "row-title", most_lines=2)
        self.resting_title.setContentsMargins(*(theme.px(n) for n in (9, 6, 12, 6)))
        self.resting_kind = ElidedLabel("", "small", "ink2", most_lines=2)
        self.resting_priority = DottedWord()
        self.resting_minutes = label("", "small", "ink2")
        self._title = _Both(self.resting_title)
        self._kind = _Both(self.resting_kind, KIND)
        self._priority = _Both(self.resting_priority, PRIORITY)
        self._minutes = _Both(self.resting_minutes, MINUTES)

    def _make_fields(self) -> None:
        self.title = WrappedLine(
            tr("What is it about?"), "heading", most_lines=4, longest=LINE_LIMIT
        )
        self.title.setAccessibleName(tr("Title"))
        self._pen.bind(self.title, agenda.edit_item, "agenda_item", self.item.id, "title")
        kinds = [(one, word(one)) for one in vocabulary.ITEM_KINDS]
        self.kind = DenseChoice(kinds, tr("Kind"))
        self.kind.chosen.connect(lambda key: self._edit("kind", key))
        ranks = [(one, word(one)) for one in vocabulary.PRIORITIES]
        self.priority = DenseChoice(ranks, tr("Priority"))
        for one in vocabulary.PRIORITIES:
            self.priority.set_icon(one, priority_dot(one))
        self.priority.chosen.connect(lambda key: self._edit("priority", key))
        self.minutes = MinuteBox(tr("Minutes"))
        self.minutes.setFixedSize(theme.px(86), theme.px(28))
        self.minutes.setValue(self.item.minutes)
        self.minutes.valueChanged.connect(lambda value: self._edit("minutes", value))
        for pair, field in (
            (self._title, self.title), (self._kind, self.kind),
            (self._priority, self.priority), (self._minutes, self.minutes),
        ):
            pair.addWidget(field)

    def _lay_out(self) -> None:
        self._head = QWidget()
        self._grid = QGridLayout(self._head)
        self._grid.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        self._grid.setHorizontalSpacing(theme.px(2))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(2, 1)
        keep_width(self.number, 18)
        self._choices = QWidget()
        parts = FlowLayout(self._choices, gap=theme.px(6), line_gap=theme.px(6))
        for part in (self._kind, self._priority, self._minutes):
            parts.addWidget(part)
        for place, part in ((0, self.handle), (1, self.number), (2, self._title), (4, self.caret)):
            self._grid.addWidget(part, 0, place)
        self._grid.addWidget(self._choices, 0, 3, Qt.AlignmentFlag.AlignVCenter)
        self._head.setMinimumHeight(theme.px(ROW))
        self._lines = column(self, gap=0)
        self._lines.addWidget(self._head)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """In a narrow card what is chosen stands below the title, so that the title has room."""
        wanted, title = self._choices.sizeHint().width(), OPEN_TITLE if self.is_open else TITLE
        below = self.width() < wanted + theme.px(title + BESIDE)
        self._choices.setMinimumWidth(0 if below else wanted)
        if below == (self._grid.getItemPosition(self._grid.indexOf(self._choices))[0] == 1):
            return
        self._grid.removeWidget(self._choices)
        if below:
            self._grid.addWidget(self._choices, 1, 2, 1, 3)
        else:
            self._grid.addWidget(self._choices, 0, 3, Qt.AlignmentFlag.AlignVCenter)
        self._choices.setContentsMargins(theme.px(9) if below else 0, 0, 0, 0)
        edge = theme.px(8) if below else 0
        self._grid.setContentsMargins(theme.px(8), edge, theme.px(8), edge)

    def _wire(self) -> None:
        self.handle.dragged.connect(lambda spot: self.dragged.emit(self.item.id, spot))
        self.handle.dropped.connect(lambda spot: self.dropped.emit(self.item.id, spot))
        for keys, step in (("Alt+Up", -1), ("Alt+Down", +1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(
                lambda step=step: self.move_wanted.emit(self.item.id, step)
            )

    def show_item(
        self, item: AgendaItem, number: int | None, facts: MeetingFacts, goals: Sequence[Goal],
        own: bool,
    ) -> None:
        """Show what the journal holds; without `number` the item is parked."""
        self.item = item
        parked = number is None
        self.number.setText("" if parked else str(number))
        self.resting_title.setText(item.title)
        dress(self.resting_title, "row-title", "muted" if parked else "ink")
        self.resting_kind.setText(word(item.kind))
        token = "" if parked else PRIORITY_TOKENS.get(item.priority, "ctl")
        self.resting_priority.set_word(tr("Parked") if parked else word(item.priority), token)
        self.resting_minutes.setText("" if parked else minutes(item.minutes))
        self.setAccessibleName(_sentence(item, number))
        self._show_fields(facts, goals, own)

    def _show_fields(self, facts: MeetingFacts, goals: Sequence[Goal], own: bool) -> None:
        if self.details is None:
            return
        item = self.item
        show_text(self.title, item.title, own=own)
        self.kind.set_current(item.kind)
        self.priority.set_current(item.priority)
        if self.minutes.value() != item.minutes:
            self.minutes.blockSignals(True)
            self.minutes.setValue(item.minutes)
            self.minutes.blockSignals(False)
        self.details.show_item(item, facts, goals, own)

    def set_open(self, is_open: bool, facts: MeetingFacts, goals: Sequence[Goal]) -> None:
        """Open it, or close it."""
        if is_open == self.is_open:
            return
        self.is_open = is_open
        if is_open and self.details is None:
            self._make_fields()
            self.details = ItemDetails(self._pen, self.item, goals)
            self.details.remove_wanted.connect(lambda: self.remove_wanted.emit(self.item.id))
            self._lines.addWidget(self.details)
            self._show_fields(facts, goals, own=False)
            self._pen.keep_draft(self.title, f"agenda_item:{self.item.id}:title")
        if self.details is not None:
            self.details.setVisible(is_open)
        for pair in (self._title, self._kind, self._priority, self._minutes):
            pair.choose(is_open)
        self.caret.set_face(
            "caret-up" if is_open else "caret-down",
            tr("Close this item") if is_open else tr("Open this item"),
        )
        self._arrange()
        self.updateGeometry()

    def widgets_key(self) -> tuple[tuple[int, ...], ...]:
        """What decides which widgets there are: the ids of options and asks."""
        if self.details is None:
            return ()
        return self.details.widgets_key()

    def tab_chain(self) -> list[QWidget]:
        """Its widgets in the order of Tab."""
        if not self.is_open or self.details is None:
            return [self, self.caret]
        return [self, self.title, self.kind, self.priority, self.minutes, self.caret,
                *self.details.tab_chain()]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._head.geometry().contains(event.position().toPoint()) and not self.is_open:
            self.open_wanted.emit(self.item.id, True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, mine = event.key(), self.hasFocus()
        deed, step = asked(event)
        if key == Qt.Key.Key_Escape and self.is_open:
            self.open_wanted.emit(self.item.id, False)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif mine and (deed == "open" or key == Qt.Key.Key_Space):
            self.open_wanted.emit(self.item.id, not self.is_open)
        elif mine and deed == "go":
            self.neighbour_wanted.emit(self.item.id, step)
        elif mine and deed == "remove":
            self.remove_wanted.emit(self.item.id)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("line"))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -3), 6, 6)

    def _edit(self, name: str, value: object) -> None:
        item_id = self.item.id
        merge = f"agenda_item:{item_id}:{name}"
        self._pen.write(agenda.edit_item, item_id, {name: value}, merge=merge)


class _Both(QStackedWidget):
    """What is shown at rest and what is shown to edit; as large as the one that is shown."""

    def __init__(self, resting: QWidget, width: int | None = None) -> None:
        """`width` px at rest, where it stands in a column."""
        super().__init__()
        self._width = width
        self.addWidget(resting)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.choose(False)

    def choose(self, editing: bool) -> None:
        """Show what is edited, or what is at rest."""
        self.setCurrentIndex(int(editing))
        if self._width is not None:
            self.setFixedWidth(self.sizeHint().width() if editing else theme.px(self._width))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self.currentWidget().sizeHint().boundedTo(self.currentWidget().maximumSize())

    def minimumSizeHint(self) -> QSize:
        return self.currentWidget().minimumSizeHint().boundedTo(self.currentWidget().maximumSize())


def _sentence(item: AgendaItem, number: int | None) -> str:
    if number is None:
        return tr("{title}, parked", title=item.title)
    return tr(
        "{n}. {title}, {kind}, {priority}, {minutes}", n=number, title=item.title,
        kind=word(item.kind), priority=word(item.priority), minutes=minutes(item.minutes),
    )
