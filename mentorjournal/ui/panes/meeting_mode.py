"""Meeting mode: the meeting that runs, one item at a time, until it is ended and looked over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QComboBox, QStackedWidget, QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import meetings, running
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import running as rules
from mentorjournal.mentoring.running import SUM_UP, Running
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.settings import Settings
from mentorjournal.store.errors import JournalError
from mentorjournal.ui import theme
from mentorjournal.ui.panes import meeting_mode_facts
from mentorjournal.ui.panes.meeting_close import MeetingClose
from mentorjournal.ui.panes.meeting_mode_capture import KINDS, Capture, write_capture
from mentorjournal.ui.panes.meeting_mode_captured import CapturedColumn
from mentorjournal.ui.panes.meeting_mode_columns import ModeColumns
from mentorjournal.ui.panes.meeting_mode_facts import TABLES, ModeFacts
from mentorjournal.ui.panes.meeting_mode_head import ModeHead
from mentorjournal.ui.panes.meeting_mode_items import ModeItems
from mentorjournal.ui.panes.meeting_mode_stage import Stage
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.pane import Pane
from mentorjournal.words import tr

TICK_MS = 1_000


class MeetingModePane(Pane):
    """Keeps where the meeting is at every turn; leaving the pane does not end it."""

    done = Signal(int)  # the meeting was ended and looked over
    note_wanted = Signal(int)  # the same, and its follow-up note comes next
    person_wanted = Signal(int)
    prep_wanted = Signal()
    refused = Signal(str)

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, parent)
        self._journal, self._settings = journal, settings
        self._pen = Pen(journal, self)
        self._pen.refused.connect(self.refused)
        self._live: Running | None = None
        self._facts: ModeFacts | None = None
        self._ended: Running | None = None  # the one that the close step shows
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._make_parts()
        self._lay_out()
        self._wire()
        self._set_keys()
        self._resume()

    # What others ask of it

    def start(self, meeting_id: int) -> None:
        """Begin a meeting, or go on with it when it is the one that runs."""
        try:
            live = running.start(self._journal, meeting_id, clock.live_now())
        except JournalError as refusal:
            self.refused.emit(str(refusal))
            return
        if self._live is None or self._live.meeting_id != live.meeting_id:
            self._open(live)
        self.focus_first()

    def current_meeting_id(self) -> int | None:
        """The meeting that runs."""
        return self._live.meeting_id if self._live is not None else None

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        page = self.stack.currentWidget()
        if page is self.running_page:
            self.stage.focus_notes()
        elif page is self.closing:
            self.closing.focus_first()
        else:
            self.empty.button().setFocus()

    def hand_in(self) -> None:
        """Hand in what was typed."""
        self.stage.notes.hand_in()
        self.captured.hand_in()
        self.stage.line.keep_now()
        self.closing.hand_in()

    # How it is made

    def _make_parts(self) -> None:
        self.head = ModeHead()
        self.items = ModeItems(self._pen)
        self.stage = Stage(self._pen)
        self.captured = CapturedColumn(self._pen)
        self.closing = MeetingClose(self._journal, self._settings, self._pen)
        self.empty = EmptyState(
            tr("No meeting is running"),
            tr("Start one from its agenda in Meeting prep, when you sit down together."),
            tr("Meeting prep"), "clipboard-text",
        )

    def _lay_out(self) -> None:
        self.columns = ModeColumns(self._settings, self.items, self.stage, self.captured)
        self.columns.arranged.connect(self._show_folded)
        self.running_page = QWidget()
        lines = QVBoxLayout(self.running_page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.head)
        lines.addWidget(self.columns, 1)
        self.stack = QStackedWidget()
        for page in (self.empty, self.running_page, self.closing):
            self.stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self.columns.arrange()

    def _wire(self) -> None:
        self.head.end_wanted.connect(self.end)
        self.head.captured_wanted.connect(self.columns.toggle)
        self.items.place_wanted.connect(self.go)
        self.stage.wanted.connect(self._wish)
        self.stage.captured.connect(self._capture)
        self.stage.line_typed.connect(lambda values: running.keep_line(self._journal, values))
        self.empty.acted.connect(self.prep_wanted)
        for ends, said in (
            (self.closing.done, self.done), (self.closing.note_wanted, self.note_wanted),
        ):
            ends.connect(lambda _id: self.stack.setCurrentWidget(self.empty))
            ends.connect(said)
        self.closing.person_wanted.connect(self.person_wanted)
        self.closing.back_wanted.connect(self._reopen)
        self.closing.refused.connect(self.refused)

    def _set_keys(self) -> None:
        for kind, _, _, keys, _, _ in KINDS:
            self._key(keys, lambda kind=kind: self.stage.open_line(kind))
        for keys, step in (("Ctrl+Up", -1), ("Alt+Up", -1), ("Ctrl+Down", 1), ("Alt+Down", 1)):
            self._key(keys, lambda step=step: self._step_by_key(step))
        self._key("Ctrl+PgDown", lambda: self._wish("next"))
        self._key("Ctrl+PgUp", lambda: self._wish("back"))
        self._key("Ctrl+Return", self.end)
        self._key("Ctrl+Enter", self.end)

    def _key(self, keys: str, deed: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self.running_page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(deed)

    # The meeting that runs

    def _resume(self) -> None:
        """Go on with what was running when the journal was closed."""
        live = running.find(self._journal)
        if live is not None:
            self._open(live)

    def _open(self, live: Running) -> None:
        self._live, self._facts = live, None
        self.stage.line.fill(running.kept_line(self._journal))
        if self._read():
            self.stack.setCurrentWidget(self.running_page)
            self._show()
            if self.stage.line.text():
                self.stage.open_line(self.stage.line.kind)
        self._time_it()

    def _read(self) -> bool:
        """Read the journal anew; whether the meeting is still there and to be held."""
        assert self._live is not None
        try:
            facts = meeting_mode_facts.read(self._journal, self._live.meeting_id)
        except JournalError:
            return self._leave()
        if facts.meeting.status not in COMING_STATES:
            return self._leave()
        self._facts = facts
        fitting = rules.fit(rules.look(self._live, clock.live_now()), facts.places)
        if fitting.current != self._live.current:
            running.keep(self._journal, fitting)
        self._live = fitting
        return True

    def _leave(self) -> bool:
        """The meeting is gone, or was ended elsewhere."""
        self._live = self._facts = None
        self.stack.setCurrentWidget(self.empty)
        self._time_it()
        return False

    def _show(self, *, own: bool = False) -> None:
        facts, live = self._facts, self._live
        assert facts is not None and live is not None
        self.head.show_facts(facts)
        self.items.show_facts(facts, live)
        self.stage.show_facts(facts, live, own=own)
        self.captured.show_facts(facts, own)
        self._show_time()
        self._show_folded()

    def _show_time(self) -> None:
        assert self._live is not None
        now = clock.live_now()
        self._live = rules.look(self._live, now)
        self.head.show_time(self._live, now)
        self.items.show_time(self._live, now)
        self.stage.show_time(self._live)

    def _tick(self) -> None:
        if self._live is not None and self._facts is not None:
            self._show_time()

    def _time_it(self) -> None:
        """Let the time be shown while it can be seen."""
        runs = self._live is not None and self.isVisible()
        self._timer.start() if runs else self._timer.stop()

    # Turns

    def _turn(self, turn: Callable[[Running, datetime], Running]) -> None:
        """Take a turn, write it down, and show it."""
        assert self._live is not None
        self.hand_in()
        self._live = turn(self._live, clock.live_now())
        if not running.keep(self._journal, self._live):
            self.refused.emit(tr(
                "Where the meeting is could not be written down. The meeting goes on."))
        self._show()

    def go(self, place: int) -> None:
        """Turn to a place; a parked item is taken up with that."""
        facts = self._facts
        assert facts is not None
        if facts.place(place).state == "parked":
            self._pen.write(running.take_up, place)
        self._turn(lambda live, now: rules.go(live, place, now))
        self._arrived()

    def _go_on(self) -> None:
        assert self._live is not None and self._facts is not None
        to = rules.following(self._live, self._facts.places)
        if to is not None:
            self._turn(lambda live, now: rules.go_on(live, to, now))
            self._arrived()

    def _step(self, step: int) -> None:
        assert self._live is not None and self._facts is not None
        to = rules.neighbour(self._live, self._facts.places, step)
        if to is not None:
            self.go(to)

    def _step_by_key(self, step: int) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QComboBox):  # these keys open a list
            focused.showPopup()
        else:
            self._step(step)

    def _arrived(self) -> None:
        assert self._live is not None
        self.items.reveal(self._live.current)
        if not self.stage.is_capturing():
            self.stage.focus_notes()

    def _wish(self, wish: str) -> None:
        live = self._live
        if live is None:
            return
        if wish == "end":
            self.end()
        elif wish == "next":
            self._go_on()
        elif wish == "back":
            self._step(-1)
        elif wish == "more":
            self._turn(lambda now_live, now: rules.give(now_live, now_live.current, now))
        else:
            self._turn(rules.resume if live.is_paused else rules.pause)

    def end(self) -> None:
        """The meeting is over: write it down, and look it over."""
        if self._live is None:
            return
        self.stage.take_line()
        self.hand_in()
        ended, self._live = self._live, None
        if not self._pen.write(running.end, ended, clock.live_now()):
            self._live = ended
            return
        self._ended, self._facts = ended, None
        self.closing.show_meeting(ended.meeting_id)
        self.stack.setCurrentWidget(self.closing)
        self._time_it()
        self.focus_first()

    def _reopen(self) -> None:
        if self._ended is not None and self._pen.write(running.reopen, self._ended):
            self._open(running.find(self._journal) or self._ended)
            self.focus_first()

    # What is captured

    def _capture(self, what: Capture) -> None:
        live, facts = self._live, self._facts
        assert live is not None and facts is not None
        item = facts.item(live.current)
        item_id = item.id if item is not None else None
        if not what.text:
            self._park(item_id)
        elif write_capture(self._pen, live.meeting_id, item_id, what, facts.today):
            self.stage.line.empty()

    def _park(self, item_id: int | None) -> None:
        if item_id is not None and self._pen.write(running.park, item_id):
            self.stage.close_line()
            assert self._live is not None and self._facts is not None
            to = rules.following(self._live, self._facts.places)
            self.go(SUM_UP if to is None else to)

    # The journal has changed

    def take_changes(self, changes: Changes) -> None:
        if self.stack.currentWidget() is self.closing:
            self.closing.take_changes(changes)
        if not changes.touches(*TABLES):
            return
        if self._live is None:
            self._look_after_end(changes)
            return
        own = changes.origin is self._pen
        if own:
            self.stage.notes.note_change(changes)
        if self._read():
            self._show(own=own)

    def _look_after_end(self, changes: Changes) -> None:
        """Undo has taken back the end: the meeting goes on."""
        if self.stack.currentWidget() is not self.closing or not changes.touches("meeting"):
            return
        ended = self._ended
        assert ended is not None
        if not meetings.is_there(self._journal, ended.meeting_id):
            self.stack.setCurrentWidget(self.empty)
        elif meetings.get(self._journal, ended.meeting_id).status in COMING_STATES:
            running.keep(self._journal, ended)
            self._open(ended)

    # The window

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(640), theme.px(400))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._live is None and self.stack.currentWidget() is self.empty:
            self._resume()
        self._tick()
        self._time_it()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hand_in()
        self._time_it()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fold(event.size().width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._text_resized)

    def _text_resized(self) -> None:
        self.columns.fold(self.width())
        self.captured.forget()
        if self._facts is not None:
            self._show(own=True)

    def _show_folded(self) -> None:
        self.head.captured.setVisible(self.columns.is_narrow)
        n = self._facts.captured.count if self._facts is not None else 0
        self.head.captured.setText(
            tr("Items") if self.columns.is_captured_open else tr("Captured ({n})", n=n))
