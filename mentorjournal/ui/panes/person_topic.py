"""One topic of a compact: a quiet row of a table, and everything about it once it is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal.between import Expectation
from mentorjournal.mentoring import expectations as rules
from mentorjournal.ui import theme
from mentorjournal.ui.panes.person_topic_open import TopicDetails
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.keyed_row import asked
from mentorjournal.ui.widgets.label import ElidedLabel, beginning, dress, label
from mentorjournal.words import short_day, tr

ROW = 41
TOPIC, STATE = 164, 176  # px of the first and the last column; the three texts share the rest
TONES = {"agreed": "ok", "differs": "alert", "open": "muted"}


@dataclass(frozen=True)
class TopicFacts:
    """A topic with what a row says besides: its place, earlier wordings, on which agenda it is."""

    topic: Expectation
    earlier: int = 0
    is_first: bool = False
    is_last: bool = False
    on_agenda: date | None = None
    meets: bool = False


class TopicRow(QFrame):
    """Enter opens it, Alt+Up and Alt+Down move it, Delete removes it."""

    open_wanted = Signal(int, bool)
    move_wanted = Signal(int, int)  # id, -1 or +1
    neighbour_wanted = Signal(int, int)
    remove_wanted = Signal(int)
    agenda_wanted = Signal(int)
    talk_wanted = Signal(int)
    wordings_wanted = Signal(int)

    def __init__(
        self, pen: Pen, facts: TopicFacts, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pen, self._name = pen, name
        self.facts = facts
        self.details: TopicDetails | None = None
        self.is_open = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.topic = _cell("row-title")
        self.mine, self.theirs, self.agreed = _cell(), _cell(), _cell()
        self._sign = IconLabel("circle-dashed", "muted", 15)
        self.state = _cell("small")
        self.caret = IconButton("caret-down", tr("Open this topic"), side=26)
        self.caret.clicked.connect(lambda: self.open_wanted.emit(self.id, not self.is_open))
        self._make_talk_line()
        self._lay_out()
        for keys, step in (("Alt+Up", -1), ("Alt+Down", +1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.move_wanted.emit(self.id, step))

    @property
    def id(self) -> int:
        """The topic's id."""
        return self.facts.topic.id

    def _make_talk_line(self) -> None:
        """What stands below a topic that is seen differently."""
        self.talk_line = QWidget()
        self.says = label("", "small", "muted", wrap=True)
        self.put = Button(tr("Put it on the agenda"), "clipboard-text", "row")
        self.put.clicked.connect(lambda: self.agenda_wanted.emit(self.id))
        parts = QHBoxLayout(self.talk_line)
        parts.setSpacing(theme.px(12))
        parts.addWidget(self.says, 1)
        parts.addWidget(self.put)

    def _lay_out(self) -> None:
        self._head = QWidget()
        self._head.setMinimumHeight(theme.px(ROW - 1))
        grid = columns(self._head)
        state = QHBoxLayout()
        state.setSpacing(theme.px(6))
        state.addWidget(self._sign)
        state.addWidget(self.state, 1)
        for place, cell in enumerate((self.topic, self.mine, self.theirs, self.agreed)):
            grid.addWidget(cell, 0, place)
        grid.addLayout(state, 0, 4)
        grid.addWidget(self.caret, 0, 5)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 1)
        self._lines.setSpacing(0)
        self._lines.addWidget(self._head)
        self._lines.addWidget(self.talk_line)

    def show_topic(self, facts: TopicFacts, own: bool) -> None:
        """Show what the journal holds."""
        self.facts = facts
        topic, words = facts.topic, rules.state_words(facts.topic, clock.today())
        tone = TONES.get(topic.status, "muted")
        self.topic.setText(rules.topic_label(topic))
        self._show_text(self.mine, topic.mine, "")
        self._show_text(self.theirs, topic.theirs, tr("Their side is empty"))
        self._show_text(self.agreed, topic.agreed, "")
        self._sign.set_icon(rules.STATE_ICONS.get(topic.status, "circle-dashed"), tone)
        self.state.setText(words)
        dress(self.state, "small", tone)
        self._show_talk_line()
        self.setAccessibleName(". ".join(filter(None, (
            rules.topic_label(topic), words, beginning(topic.agreed or "", 200),
            self.says.text() if topic.status == "differs" else ""))))
        if self.details is not None:
            ends = facts.is_first, facts.is_last
            self.details.show_topic(topic, facts.earlier, ends, own)

    def _show_text(self, cell: ElidedLabel, text: str | None, empty: str) -> None:
        said = text or ("" if self.is_open else empty)
        cell.setText("" if self.is_open else said)
        dress(cell, "body", "ink" if text else "muted")

    def _show_talk_line(self) -> None:
        topic, facts = self.facts.topic, self.facts
        talked = rules.talked(topic)
        self.talk_line.setVisible(topic.status == "differs")
        left = 15 if self.is_open else 15 + TOPIC + 12  # below what it is about
        self.talk_line.layout().setContentsMargins(theme.px(left), 0, theme.px(15), theme.px(9))
        self.put.setVisible(not talked and facts.on_agenda is None)
        if facts.on_agenda is not None:
            day = short_day(facts.on_agenda, clock.today())
            self.says.setText(tr("On the agenda for {day}.", day=day))
        elif talked and topic.conversation_on is not None:
            day = short_day(topic.conversation_on, clock.today())
            self.says.setText(tr("Talked about on {day}, not settled yet.", day=day))
        else:
            self.says.setText(_untold(topic, facts.meets))
            self.put.setText(tr("Put it on the agenda") if facts.meets else tr("Arrange a meeting"))

    def set_open(self, is_open: bool) -> None:
        """Open it, or close it."""
        if is_open == self.is_open:
            return
        self.is_open = is_open
        if is_open and self.details is None:
            self.details = TopicDetails(self._pen, self.facts.topic, self._name)
            self.details.talk_wanted.connect(self.talk_wanted)
            self.details.wordings_wanted.connect(self.wordings_wanted)
            self.details.move_wanted.connect(self.move_wanted)
            self.details.remove_wanted.connect(self.remove_wanted)
            self._lines.addWidget(self.details)
        if self.details is not None:
            self.details.setVisible(is_open)
            if not is_open:
                self.details.hand_in()
        self.caret.set_face(
            "caret-up" if is_open else "caret-down",
            tr("Close this topic") if is_open else tr("Open this topic"),
        )
        self.show_topic(self.facts, own=False)

    def tab_chain(self) -> list[QWidget]:
        """Its widgets in the order of Tab."""
        inside = self.details.tab_chain() if self.details is not None else []
        return [self, self.caret, self.put, *inside]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._head.geometry().contains(event.position().toPoint()):
            self.open_wanted.emit(self.id, not self.is_open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, mine = event.key(), self.hasFocus()
        deed, step = asked(event)
        if key == Qt.Key.Key_Escape and self.is_open:
            self.open_wanted.emit(self.id, False)
        elif mine and (deed == "open" or key == Qt.Key.Key_Space):
            self.open_wanted.emit(self.id, not self.is_open)
        elif mine and deed == "go":
            self.neighbour_wanted.emit(self.id, step)
        elif mine and deed == "remove":
            self.remove_wanted.emit(self.id)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.facts.is_last:
            line = QRectF(0, self.height() - 1, self.width(), 1)
            painter.fillRect(line, theme.color("line"))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -3), 6, 6)


def columns(parent: QWidget) -> QGridLayout:
    """The columns of the table, the same in its head and in every row."""
    grid = QGridLayout(parent)
    for place in (1, 2, 3):
        grid.setColumnStretch(place, 1)
    measure(grid)
    return grid


def measure(grid: QGridLayout) -> None:
    """Give the columns the widths of the present text size."""
    grid.setContentsMargins(theme.px(15), theme.px(6), theme.px(8), theme.px(6))
    grid.setHorizontalSpacing(theme.px(12))
    grid.setColumnMinimumWidth(0, theme.px(TOPIC))
    grid.setColumnMinimumWidth(4, theme.px(STATE))
    grid.setColumnMinimumWidth(5, theme.px(26))


def _untold(topic: Expectation, meets: bool) -> str:
    if not meets:
        return tr("Not talked about yet, and no meeting is arranged.")
    if topic.differs_since is None:
        return tr("Not talked about yet.")
    day = short_day(topic.differs_since, clock.today())
    return tr("So since {day}, and not talked about yet.", day=day)


def _cell(style: str = "body") -> ElidedLabel:
    cell = ElidedLabel("", style, most_lines=3)
    cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return cell
