"""One tip as a row: what the journal shows of it, its state, one next step; it opens for more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from mentorjournal.mentoring.tips_order import TipShown
from mentorjournal.ui import theme
from mentorjournal.ui.panes.tips_parts import (
    CARET,
    EDGE,
    Fold,
    StateLabel,
    StepButton,
    lay_columns,
    sharing,
    state_words,
)
from mentorjournal.ui.widgets.buttons import ENTER, IconButton
from mentorjournal.ui.widgets.focus_ring import PROPERTY
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import row, set_wrapped, wrapped
from mentorjournal.words import tr

HEIGHT, AIR = 62, 10  # px of a row, and above and below its words


class TipRow(QFrame):
    """Space opens it, Enter does its step, Up and Down go to the next one."""

    toggled = Signal(int)  # the number of the tip
    deed_wanted = Signal(object)
    moved = Signal(int)  # to the row so many below

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tipRow")
        self.setProperty(PROPERTY, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._shown: TipShown | None = None
        self.number = label("", "body", "muted")
        self.tip = sharing(wrapped("", "heading"))
        self.says = sharing(wrapped(""))
        self.state = StateLabel()
        self.step = StepButton()
        self.caret = IconButton("caret-down", tr("More about this tip"), side=CARET - 4)
        self.step.clicked.connect(self._do)
        self.caret.clicked.connect(self._toggle)
        steps = QWidget()
        beside = row(steps, 4)
        beside.addWidget(self.step, 1)
        beside.addWidget(self.caret)
        self._cells = (self.number, self.tip, self.says, self.state, steps)
        self._grid = QGridLayout(self)
        self.fold("wide")

    def fold(self, fold: Fold) -> None:
        """Lay it out for a page that is wide, or narrower."""
        self._grid.setContentsMargins(*(theme.px(n) for n in (EDGE, AIR, 0, AIR)))
        self.setMinimumHeight(theme.px(HEIGHT))
        lay_columns(self._grid, self._cells, fold)

    def show_tip(self, shown: TipShown) -> None:
        """Show how a tip stands."""
        self._shown = shown
        name = tr(shown.tip.words)
        self.number.setText(str(shown.tip.number))
        set_wrapped(self.tip, name)
        set_wrapped(self.says, shown.says)
        self.state.set_state(shown.state)
        self.step.setVisible(shown.step is not None)
        if shown.step is not None:
            self.step.set_words(shown.step.words)
        self.setAccessibleName(tr(
            "Tip {n}, {name}: {state}. {says}", n=shown.tip.number, name=name,
            state=state_words(shown.state), says=shown.says))

    def show_open(self, is_open: bool) -> None:
        """Say whether more is shown below it."""
        self.caret.set_face("caret-up" if is_open else "caret-down",
                            tr("Less about this tip") if is_open else tr("More about this tip"))

    def _toggle(self) -> None:
        if self._shown is not None:
            self.toggled.emit(self._shown.tip.number)

    def _do(self) -> None:
        if self._shown is not None and self._shown.step is not None:
            self.deed_wanted.emit(self._shown.step)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.isAutoRepeat() and (key in ENTER or key == Qt.Key.Key_Space):
            event.accept()  # a key that is held does it once
        elif key in ENTER:
            self._do()
        elif key == Qt.Key.Key_Space:
            self._toggle()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)
