"""Small parts of the page of goals: its wishes, steps, signs, and rows that can be chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QLayout, QMenu, QWidget

from mentorjournal.journal.aims import GoalStep
from mentorjournal.journal.records import Person
from mentorjournal.ui import theme
from mentorjournal.ui.panes.goals_facts import CardFacts, step_day, whose_words
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import ENTER, Button
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import dress, label, plain_tooltip
from mentorjournal.ui.widgets.parts import clear, column, row, set_wrapped, wrapped
from mentorjournal.words import tr

AVATAR = 22
LINE = 22  # px, the least height of a line
SHORT = 40  # letters of a sentence that has its button beside it


class GoalWishes(QObject):
    """What the page wants done; the numbers are ids."""

    add = Signal(object)  # values to begin with
    edit = Signal(int)
    remove = Signal(int)
    status = Signal(int, str)
    progress = Signal(int)
    history = Signal(int)
    order = Signal(object)  # ids of goals
    agenda = Signal(int)
    attach = Signal(int)
    share = Signal(int, object)  # goal, ids of people
    step_edit = Signal(int)
    step_helper = Signal(int)  # who helps with it
    step_done = Signal(int, bool)
    step_ours = Signal(int)
    step_move = Signal(int, int)  # step, place
    step_remove = Signal(int)
    gap_done = Signal(int, bool)
    gap_edit = Signal(int)
    gap_remove = Signal(int)
    part_edit = Signal(int)
    detach = Signal(int)
    person = Signal(int)
    meeting = Signal(int)
    commitment = Signal(int)


def avatar_of(one: Person, words: str = "") -> Avatar:
    """Somebody's small picture; the words, or their name, are its tooltip."""
    made = Avatar(one.initials, next(iter(one.roles), None), one.standing, AVATAR)
    made.setAccessibleName(words or one.name)
    made.setToolTip(plain_tooltip(words or one.name))
    return made


class Sign(QWidget):
    """Something worth a look: a short sentence, and a button that does something about it."""

    def __init__(
        self, text: str, button: Button | None, *, quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        token = "muted" if quiet else "warn"
        self.button = button
        if button is not None:
            button.setProperty("calm", True)
        box = QWidget()
        box.setFixedSize(theme.px(16), theme.px(LINE))
        row(box, 0).addWidget(IconLabel("info" if quiet else "warning-circle", token, 15))
        parts = row(self, 7)
        parts.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        if len(text) > SHORT:  # it wraps, with the button below it
            lines = column(gap=0)
            said = wrapped(text, "small", token)
            said.setMinimumHeight(theme.px(LINE))
            lines.addWidget(said)
            if button is not None:
                lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            parts.addLayout(lines, 1)
            return
        flow = QWidget()
        pieces = FlowLayout(flow, gap=theme.px(8), line_gap=0)
        words = label(text, "small", token)
        words.setMinimumHeight(theme.px(LINE))
        pieces.addWidget(words)
        if button is not None:
            pieces.addWidget(button)
        parts.addWidget(flow, 1)


class _Tick(QCheckBox):
    """A box to tick; what else the keyboard asks of its line is passed on."""

    edit = Signal()
    remove = Signal()
    go = Signal(int)
    move = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if step is not None:
            held = event.modifiers() & Qt.KeyboardModifier.AltModifier
            (self.move if held else self.go).emit(step)
        elif key in ENTER:
            self.edit.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove.emit()
        else:
            super().keyPressEvent(event)


class StepLine(QWidget):
    """A step: ticked here, opened by Enter or a click on its words."""

    go = Signal(int)  # -1 or +1: the focus goes to a neighbour
    move = Signal(int)

    def __init__(self, wishes: GoalWishes, step_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wishes, self.step_id = wishes, step_id
        self.box = _Tick()
        self.text = wrapped("")
        self.text.setCursor(Qt.CursorShape.PointingHandCursor)
        self.whose = wrapped("", "small", "muted")
        self.day = label("", "small", "muted")
        self.helper = row(gap=0)
        lines = column(gap=0)
        lines.addWidget(self.text)
        lines.addWidget(self.whose)
        parts = row(self, 8)
        top = Qt.AlignmentFlag.AlignTop
        for widget in (self.box, self.day):
            widget.setMinimumHeight(theme.px(LINE))
        self.text.setMinimumHeight(theme.px(LINE))
        parts.addWidget(self.box, 0, top)
        parts.addLayout(lines, 1)
        parts.addWidget(self.day, 0, top)
        parts.addLayout(self.helper)
        parts.setAlignment(self.helper, top)
        self.box.clicked.connect(lambda on: wishes.step_done.emit(step_id, on))
        self.box.edit.connect(lambda: wishes.step_edit.emit(step_id))
        self.box.remove.connect(lambda: wishes.step_remove.emit(step_id))
        self.box.go.connect(self.go)
        self.box.move.connect(self.move)
        self.setFocusProxy(self.box)
        self._shown: object = None
        self._can_move = (False, False)
        self._seat: Avatar | None = None

    def show_step(self, step: GoalStep, card: CardFacts) -> None:
        """Show what the journal holds."""
        keys = [one.id for one in card.about.steps]
        self._can_move = step.id != keys[0], step.id != keys[-1]
        helper = card.person(step.helper_id)
        if (step, helper, card.as_of) == self._shown:
            return
        self._shown = step, helper, card.as_of
        set_wrapped(self.text, step.text)
        dress(self.text, "body", "muted" if step.done_on else "ink")
        day, tone = step_day(step, card.as_of)
        self.day.setText(day)
        dress(self.day, "small", tone)
        whose = whose_words(step, helper)
        set_wrapped(self.whose, whose)
        self.whose.setVisible(bool(whose))
        self.box.blockSignals(True)
        self.box.setChecked(step.done_on is not None)
        self.box.blockSignals(False)
        self.box.setAccessibleName(_spoken(step, helper, day, whose))
        self._show_helper(step, helper)

    def _show_helper(self, step: GoalStep, helper: Person | None) -> None:
        clear(self.helper)
        self._seat = None
        if helper is not None:
            self.helper.addWidget(avatar_of(helper))
        elif step.done_on is None:
            seat = Avatar("+", None, "past", AVATAR)
            seat.setToolTip(plain_tooltip(tr("Nobody helps with this step yet. Who could?")))
            seat.setCursor(Qt.CursorShape.PointingHandCursor)
            self.helper.addWidget(seat)
            self._seat = seat
        else:
            room = QWidget()
            room.setFixedSize(theme.px(AVATAR), theme.px(AVATAR))
            self.helper.addWidget(room)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.childAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and at is not None:
            wish = self._wishes.step_helper if at is self._seat else self._wishes.step_edit
            wish.emit(self.step_id)
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu(event.globalPos())

    def open_menu(self, at: QPoint) -> None:
        """What can be done with the step."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        done = self.box.isChecked()
        menu.addAction(tr("Edit step…"), lambda: self._wishes.step_edit.emit(self.step_id))
        menu.addAction(tr("Who helps…"), lambda: self._wishes.step_helper.emit(self.step_id))
        menu.addAction(tr("Not done yet") if done else tr("Done"),
                       lambda: self._wishes.step_done.emit(self.step_id, not done))
        add_moves(menu, self.move.emit, self._can_move)
        menu.addSeparator()
        menu.addAction(tr("Remove step"), lambda: self._wishes.step_remove.emit(self.step_id))
        menu.popup(at)


def _spoken(step: GoalStep, helper: Person | None, day: str, whose: str) -> str:
    """The whole line for screen readers."""
    when = tr("done {day}", day=day) if step.done_on else day
    helps = tr("{name} helps", name=helper.name) if helper else tr("nobody helps yet")
    return ", ".join(filter(None, (step.text, when, whose, helps)))


def add_moves(
    menu: QMenu, move: Callable[[int], object], can_move: tuple[bool, bool]
) -> None:
    """Offer to move up (-1) and down (+1), each where there is a neighbour."""
    for words, way, can in (
        (tr("Move up"), -1, can_move[0]), (tr("Move down"), 1, can_move[1])
    ):
        menu.addAction(words, lambda way=way: move(way)).setEnabled(can)


def caption(words: str) -> QLabel:
    """A quiet heading inside a card."""
    return label(words, "label", "muted")


def put_away(widget: QWidget, layout: QLayout) -> None:
    """Take a widget off the page at once; it goes for good when nothing uses it any more."""
    layout.removeWidget(widget)
    widget.hide()
    widget.deleteLater()
