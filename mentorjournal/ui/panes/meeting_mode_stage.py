"""The middle of meeting mode: the item that is on, its minutes, notes, and what is captured."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mentorjournal.mentoring import running as rules
from mentorjournal.mentoring.running import SUM_UP, TALK, Running
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_mode_capture import KINDS, CaptureButton, CaptureLine
from mentorjournal.ui.panes.meeting_mode_course import ProgressLine
from mentorjournal.ui.panes.meeting_mode_facts import ModeFacts, count_words, sum_up_words
from mentorjournal.ui.panes.meeting_mode_notes import ModeNotes
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.chip import Chip
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import ElidedLabel, beginning, dress, label, plain_tooltip
from mentorjournal.ui.widgets.parts import column, row, set_wrapped, wrapped
from mentorjournal.words import clock_time, minutes, tr, trn

NAMED_LETTERS = 28  # of the next item, on the button that goes there
PREPARED_LETTERS = 400


class Stage(QWidget):
    """`wanted` carries next, back, pause, more or end; `captured` a Capture."""

    wanted = Signal(str)
    captured = Signal(object)
    line_typed = Signal(object)

    def __init__(self, pen: Pen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._facts: ModeFacts | None = None
        self._live: Running | None = None
        self._make_head()
        self._make_time()
        self._make_prepared()
        self.notes = ModeNotes(pen)
        self._make_capture()
        self._make_footer()
        self._lay_out()

    def _make_head(self) -> None:
        self.count = label("", "small", "muted")
        self.kind, self.priority = Chip(), Chip()
        self.title = ElidedLabel("", "display", most_lines=3)

    def _make_time(self) -> None:
        self.countdown = label("", "countdown")
        self.rest = label("", "body", "muted")
        self.pause = Button("", "pause")
        self.pause.clicked.connect(lambda: self.wanted.emit("pause"))
        self.more = Button(minutes(rules.MORE_MINUTES), "plus")
        self.more.setAccessibleName(tr("Two minutes more"))
        self.more.setToolTip(plain_tooltip(
            tr("Two minutes more for this; the end of the meeting stays")))
        self.more.clicked.connect(lambda: self.wanted.emit("more"))
        self.progress = ProgressLine()

    def _make_prepared(self) -> None:
        self.prepared = QFrame()
        self.prepared.setObjectName("well")
        self.question, self.background = wrapped("", "row-title"), wrapped("", "body", "muted")
        lines = column(gap=1)
        lines.addWidget(self.question)
        lines.addWidget(self.background)
        parts = row(self.prepared, gap=10)
        parts.setContentsMargins(*(theme.px(n) for n in (14, 9, 14, 9)))
        parts.addWidget(IconLabel("question", "accent", 18), 0, Qt.AlignmentFlag.AlignTop)
        parts.addLayout(lines, 1)

    def _make_capture(self) -> None:
        self.line = CaptureLine()
        self.line.hide()
        self.line.left.connect(self.close_line)
        self.line.typed.connect(self.line_typed)
        self.line.added.connect(self.captured)
        self.buttons = {
            key: CaptureButton(tr(words), sign, keys) for key, words, sign, keys, _, _ in KINDS
        }
        for key, button in self.buttons.items():
            button.clicked.connect(partial(self._pressed, key))

    def _make_footer(self) -> None:
        self.footer = QFrame()
        self.footer.setObjectName("actionBar")
        self.back = Button(tr("Back"), "arrow-left")
        self.back.setToolTip(plain_tooltip(tr("Ctrl+Page Up")))
        self.back.clicked.connect(lambda: self.wanted.emit("back"))
        self.next = Button("", "arrow-right", "primary")
        self.next.clicked.connect(self._next)
        parts = row(self.footer)
        parts.addWidget(self.back)
        parts.addStretch(1)
        parts.addWidget(self.next)
        self._size()

    def _lay_out(self) -> None:
        body = QWidget()
        body.setProperty("clear", True)
        lines = column(body, gap=10)
        lines.setContentsMargins(*(theme.px(n) for n in (28, 14, 28, 14)))
        lines.addLayout(self._head_part())
        lines.addLayout(self._time_part())
        lines.addWidget(self.progress)
        lines.addWidget(self.prepared)
        lines.addWidget(self.notes, 1)
        buttons = QWidget()
        parts = row(buttons)
        for button in self.buttons.values():
            parts.addWidget(button, 1)
        lines.addWidget(buttons)
        lines.addWidget(self.line)
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setWidget(body)
        whole = column(self, gap=0)
        whole.addWidget(self.scroll, 1)
        whole.addWidget(self.footer)

    def _head_part(self) -> QVBoxLayout:
        chips = row()
        for each in (self.count, self.kind, self.priority):
            chips.addWidget(each)
        chips.addStretch(1)
        lines = column(gap=4)
        lines.addLayout(chips)
        lines.addWidget(self.title)
        return lines

    def _time_part(self) -> QHBoxLayout:
        parts = row()
        parts.addWidget(self.countdown)
        parts.addSpacing(theme.px(4))
        parts.addWidget(self.rest, 1)
        parts.addWidget(self.pause)
        parts.addWidget(self.more)
        return parts

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()

    def _size(self) -> None:
        self.footer.setFixedHeight(theme.px(56))
        self.footer.layout().setContentsMargins(theme.px(28), 0, theme.px(28), 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(420), theme.px(300))

    # Showing

    def show_facts(self, facts: ModeFacts, live: Running, *, own: bool) -> None:
        """Show the place that is on."""
        self._facts, self._live = facts, live
        item = facts.item(live.current)
        self.count.setText(count_words(facts, live.current))
        for chip, words in ((self.kind, word(item.kind) if item else ""),
                            (self.priority, word(item.priority) if item else "")):
            chip.set_chip(words)
            chip.setVisible(bool(words))
        self.title.setText(facts.title(live.current))
        self._show_prepared(facts, live.current)
        self.notes.show_facts(facts, live.current, own=own)
        self.more.setVisible(live.current != SUM_UP)
        self.pause.setText(tr("Go on") if live.is_paused else tr("Pause"))
        self.pause.set_icon("play" if live.is_paused else "pause")
        self._show_ways(facts, live)

    def _show_prepared(self, facts: ModeFacts, place: int) -> None:
        item = facts.item(place)
        if item is not None:
            question, background = item.question or "", item.background or ""
        elif place == TALK:
            question, background = "", ""
        else:
            question, background = tr("Who does what by when?"), sum_up_words(facts)
        set_wrapped(self.question, _short(question))
        set_wrapped(self.background, _short(background))
        self.question.setVisible(bool(question))
        self.background.setVisible(bool(background))
        self.prepared.setVisible(bool(question or background))

    def _show_ways(self, facts: ModeFacts, live: Running) -> None:
        to = rules.following(live, facts.places)
        if to is None:
            self.next.setText(tr("End meeting"))
            self.next.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            self.next.set_icon("stop")
            self.next.setToolTip(plain_tooltip(tr("Ctrl+Return")))
        else:
            name = beginning(facts.title(to), NAMED_LETTERS).replace("&", "&&")
            self.next.setText(tr("Next: {title}", title=name) + " ")
            self.next.set_icon("arrow-right")
            self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow comes last
            self.next.setToolTip(plain_tooltip(tr("Ctrl+Page Down")))
        self.back.setEnabled(rules.neighbour(live, facts.places, -1) is not None)

    def show_time(self, live: Running) -> None:
        """Show how much is left of the place that is on."""
        facts = self._facts
        assert facts is not None
        self._live = live
        place = facts.place(live.current)
        left = rules.seconds_left(live, place)
        over = left <= -1
        shown = rules.countdown(left)
        self.countdown.setText(tr("+{time}", time=shown) if over else shown)
        words = _over_words(-left) if over else self._left_words(live)
        if live.is_paused:
            words = tr("{words} · paused", words=words)
        self.rest.setText(words)
        self.countdown.setAccessibleName(tr("{time}, {words}", time=shown, words=words))
        dress(self.rest, "body", "alert" if over else "muted")
        dress(self.countdown, "countdown", "muted" if live.is_paused else "ink")
        taken = rules.spent_on(live, place.id)
        self.progress.set_part(taken / max(1.0, taken + left))

    def _left_words(self, live: Running) -> str:
        assert self._facts is not None
        place = self._facts.place(live.current)
        if place.id == SUM_UP:
            return tr("left until {time}", time=clock_time(live.ends.astimezone(live.seen.tzinfo)))
        return tr("left of {minutes}", minutes=minutes(rules.minutes_for(live, place)))

    # Doing

    def open_line(self, kind: str) -> None:
        """Turn the line to a kind, with the keyboard in it."""
        facts, live = self._facts, self._live
        assert facts is not None and live is not None
        self.line.show()
        can_park = facts.item(live.current) is not None
        self.line.open_kind(kind, facts.person, can_park)
        for key, button in self.buttons.items():
            button.setChecked(key == kind)
        # The line gets its place in the next turn of the event loop.
        QTimer.singleShot(0, self.line, lambda: self.scroll.ensureWidgetVisible(self.line, 0))

    def close_line(self) -> None:
        """Leave the line; what is typed stays in it."""
        self.line.keep_now()
        self.line.hide()
        for button in self.buttons.values():
            button.setChecked(False)
        self.focus_notes()

    def is_capturing(self) -> bool:
        """Whether the keyboard is in the line."""
        focused = QApplication.focusWidget()
        return focused is not None and self.line.isAncestorOf(focused)

    def focus_notes(self) -> None:
        """Put the caret into the notes."""
        self.notes.field().setFocus(Qt.FocusReason.OtherFocusReason)

    def take_line(self) -> None:
        """Add what stands in the line, if anything does."""
        if self.line.text():
            self.line.take()

    def _pressed(self, kind: str, checked: bool) -> None:
        if checked:
            self.open_line(kind)
        else:
            self.close_line()

    def _next(self) -> None:
        assert self._facts is not None and self._live is not None
        is_last = rules.following(self._live, self._facts.places) is None
        self.wanted.emit("end" if is_last else "next")


def _over_words(seconds: float) -> str:
    if seconds < 60:
        return tr("less than a minute over")
    return trn("{n} min over", "{n} min over", int(seconds // 60))


def _short(text: str) -> str:
    return text if len(text) <= PREPARED_LETTERS else text[:PREPARED_LETTERS].rstrip() + " …"


