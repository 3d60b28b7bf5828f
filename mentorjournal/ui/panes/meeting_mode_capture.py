"""The line that captures what was agreed, heard, decided or put off, with Enter and no form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.journal import running
from mentorjournal.journal.records import Person
from mentorjournal.mentoring.running import quick_days
from mentorjournal.mentoring.sides import side_of
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_parts import DenseChoice
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.committing import Committing
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.painted_text import paint_line
from mentorjournal.ui.widgets.parts import row
from mentorjournal.words import short_day, tr

# Key, words, icon, shortcut, words of the button, what stands in the empty line.
KINDS = (
    ("action", "Action", "check-square", "Ctrl+1", "Add action", "What will be done"),
    ("feedback", "Feedback", "chat-centered-text", "Ctrl+2", "Add feedback", ""),  # see Side
    ("decision", "Decision", "scales", "Ctrl+3", "Add decision", "What was decided"),
    ("park", "Park", "push-pin", "Ctrl+4", "Park it", "A thought for next time; "
     "leave it empty to park this item"),
)
ANOTHER_DAY = "another"
USUAL_DAY = "week"
NARROW = 600  # px below which the choices stand under the text


@dataclass(frozen=True)
class Capture:
    """What was typed: its kind, text, and for an action who does it by when."""

    kind: str
    text: str
    owner: str = "me"
    due: date | None = None


def write_capture(
    pen: Pen, meeting_id: int, item_id: int | None, what: Capture, today: date
) -> bool:
    """Put what was captured into the journal; whether that could be done."""
    if what.kind == "action":
        return pen.write(running.capture_action, meeting_id, what.text, owner=what.owner,
                         due=what.due, item_id=item_id)
    if what.kind == "feedback":
        return pen.write(running.capture_feedback, meeting_id, what.text, today)
    if what.kind == "decision":
        return pen.write(running.capture_decision, meeting_id, what.text, item_id=item_id)
    return pen.write(running.park_thought, meeting_id, what.text)


class CaptureButton(Button):
    """A button with its key at the right, where there is room for it."""

    def __init__(self, words: str, sign: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(words, sign, "capture", parent)
        self._key = key
        self.setCheckable(True)
        self.setToolTip(key)
        self.setAccessibleDescription(key)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(60), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        font = theme.font("micro")
        wide = QFontMetrics(font).horizontalAdvance(self._key)
        edge = theme.px(14)
        beside = self.parentWidget().findChildren(CaptureButton)
        if self.width() < max(each.sizeHint().width() for each in beside) + wide + edge:
            return  # all of them say their keys, or none
        room = QRectF(self.rect()).adjusted(0, 0, -edge, 0)
        paint_line(QPainter(self), room, self._key, font, theme.color("muted"),
                   Qt.AlignmentFlag.AlignRight)


class CaptureLine(QFrame):
    """`added` carries a Capture; `left` comes with Esc; `typed` what is to be kept meanwhile."""

    added = Signal(object)
    left = Signal()
    typed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("captureLine")
        self.kind = "action"
        self._can_park = True
        self._kept_owner = ""  # until it is known with whom the meeting is
        self.edit = _Line()
        self.edit.setProperty("quiet", True)
        self.owner = DenseChoice([("me", tr("Me"))], tr("Who does it"))
        self.due = DenseChoice([], tr("By when"))
        self.day = DateField(clock.today(), optional=True)
        self.day.setProperty("dense", True)
        self.day.setAccessibleName(tr("Another day"))
        self.day.hide()
        self.button = Button("", kind="row")
        self.button.clicked.connect(self.take)
        self._lay_out()
        self._keeping = Committing(self._state_key, lambda _text: self._say_typed(), self)
        for signal in (self.edit.textEdited, self.owner.chosen, self.due.chosen,
                       self.day.day_changed):
            signal.connect(lambda _value: self._keeping.touched())
        self.edit.gone.connect(self._keeping.now)
        self.edit.textChanged.connect(lambda _text: self._show_button())
        self.due.chosen.connect(self._show_day)
        self._show_days()

    def _lay_out(self) -> None:
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(*(theme.px(n) for n in (6, 8, 10, 8)))
        self._box.setSpacing(theme.px(8))
        self._box.addWidget(self.edit, 1)
        self._choices = QWidget()
        parts = row(self._choices)
        parts.addWidget(self.owner)
        parts.addWidget(self.due)
        parts.addWidget(self.day)
        parts.addStretch(1)
        parts.addWidget(self.button)
        self._box.addWidget(self._choices)

    # Showing

    def open_kind(self, kind: str, whom: Person, can_park: bool) -> None:
        """Turn to another kind; what is typed stays."""
        self.kind, self._can_park = kind, can_park
        side = side_of(whom)
        words = next(each for each in KINDS if each[0] == kind)
        placeholder = tr(words[5]) if words[5] else ""
        if kind == "park" and not can_park:
            placeholder = tr("A thought for next time")
        if kind == "feedback":
            placeholder = side.meeting.feedback_example
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(tr("{kind}: {what}", kind=tr(words[1]), what=placeholder))
        owner, self._kept_owner = side.called(self._kept_owner or self.owner.current()), ""
        self.owner.set_choices([
            ("me", tr("Me")), (side.party, whom.short_name), ("both", tr("Both of us"))], owner)
        for each in (self.owner, self.due):
            each.setVisible(kind == "action")
        self._show_day(self.due.current())
        self._turn_box()
        self._show_button()
        self._keeping.touched()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> dict[str, Any]:
        """What is in the line, to be kept."""
        return {"text": self.edit.text(), "kind": self.kind,
                "owner": self._kept_owner or self.owner.current(),
                "when": self.due.current(), "day": self.day.day()}

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show again what was kept."""
        self.edit.setText(str(values.get("text") or ""))
        self.kind = str(values.get("kind") or "action")
        self._kept_owner = str(values.get("owner") or "")
        self.due.set_current(values.get("when") or USUAL_DAY)
        if values.get("day"):
            self.day.set_day(values["day"])
        self._keeping.settle(self._state_key())

    def text(self) -> str:
        """What was typed."""
        return self.edit.text().strip()

    def keep_now(self) -> None:
        """Say at once what is to be kept."""
        self._keeping.now()

    def take(self) -> None:
        """Add what was typed; an empty line only parks the item."""
        if self.text() or (self.kind == "park" and self._can_park):
            self.added.emit(Capture(self.kind, self.text(), self.owner.current(), self._due()))

    def empty(self) -> None:
        """What was typed has been added."""
        self.edit.setText("")
        self.due.set_current(USUAL_DAY)
        self._show_day(USUAL_DAY)
        self._keeping.now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn_box()

    def minimumSizeHint(self) -> QSize:
        # The choices go below the text before they are too wide for the line.
        return QSize(theme.px(240), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the text and the choices leave alone."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        else:
            super().keyPressEvent(event)

    def _turn_box(self) -> None:
        narrow = self.width() < theme.px(NARROW) and self.kind == "action"
        way = QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def _due(self) -> date | None:
        if self.due.current() == ANOTHER_DAY:
            return self.day.day()
        days = {key: day for key, _, day in quick_days(clock.today())}
        return days.get(self.due.current())

    def _show_days(self) -> None:
        today = clock.today()
        choices = [
            (key, tr("{words}, {day}", words=words, day=short_day(day)) if day else words)
            for key, words, day in quick_days(today)
        ]
        self.due.set_choices([*choices, (ANOTHER_DAY, tr("Another day…"))], USUAL_DAY)

    def _show_day(self, when: str) -> None:
        self.day.setVisible(self.kind == "action" and when == ANOTHER_DAY)

    def _show_button(self) -> None:
        parks = self.kind == "park" and not self.text()
        words = next(each[4] for each in KINDS if each[0] == self.kind)
        self.button.setText(tr("Park this item") if parks else tr(words))
        self.button.setEnabled(bool(self.text()) or (parks and self._can_park))

    def _state_key(self) -> str:
        return repr(self.values()) if self.text() else ""

    def _say_typed(self) -> None:
        self.typed.emit(self.values())


class _Line(QLineEdit):
    gone = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.gone.emit()
