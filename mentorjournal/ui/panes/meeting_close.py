"""The close step of a meeting: what came of it, on one page, all of it optional."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import after_meeting
from mentorjournal.journal.after_meeting import Closing
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.sides import side_of
from mentorjournal.settings import DEFAULT_RHYTHM_DAYS, Settings
from mentorjournal.store.errors import JournalError
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_close_form import CloseForm
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import ElidedLabel, plain_tooltip
from mentorjournal.ui.widgets.parts import row
from mentorjournal.words import tr

FOOTER = 56
TABLES = ("meeting", "agenda_item", "outcome", "action", "feedback", "feedback_given",
          "thanks", "person", "person_tag", "fit_sheet")


class MeetingClose(QWidget):
    """Shows one meeting after the other; each gets a form made for it.

    Everything is written as it is typed. `done` comes when the meeting is noted as held.
    """

    done = Signal(int)
    back_wanted = Signal()
    refused = Signal(str)  # there is nothing to show; the sentence. Refusals are the pen's
    person_wanted = Signal(int)
    fit_wanted = Signal(int)  # the fit sheet of a person
    note_wanted = Signal(int)  # done, and the follow-up note is what comes next

    def __init__(
        self, journal: Journal, settings: Settings, pen: Pen, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._journal, self._pen = journal, pen
        self._default_days = settings.get(DEFAULT_RHYTHM_DAYS)
        self._scale = theme.px(100)
        self.meeting_id: int | None = None
        self.form: CloseForm | None = None
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("canvas")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.back = Button(tr("Back"), "arrow-left")
        self.note = Button(tr("Done, and write the note"), "envelope-simple")
        self.finish = Button(tr("Done"), "check", "primary")
        self.finish.setToolTip(plain_tooltip(tr("Ctrl+Return")))
        self.back.clicked.connect(self._go_back)
        self.note.clicked.connect(lambda: self._finish(self.note_wanted))
        self.finish.clicked.connect(lambda: self._finish(self.done))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._key(keys)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self._scroll, 1)
        lines.addWidget(self._footer())

    def _key(self, keys: str) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)  # the keys that ended the meeting may still be held
        shortcut.activated.connect(self.finish.click)

    def _footer(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("actionBar")
        bar.setFixedHeight(theme.px(FOOTER))
        parts: QHBoxLayout = row(bar)
        parts.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        parts.addWidget(self.back)
        parts.addWidget(ElidedLabel(tr("All of it is optional, and kept as you type."),
                                    "small", "muted"), 1)
        parts.addWidget(self.note)
        parts.addWidget(self.finish)
        return bar

    # What others ask of it

    def show_meeting(self, meeting_id: int) -> None:
        """Show a meeting on a form of its own."""
        self.hand_in()
        self.meeting_id = meeting_id
        found = self._read()
        if found is None:
            self.refused.emit(tr("This meeting is no longer in the journal."))
            return
        self.form = CloseForm(self._pen, found)
        self.form.person_wanted.connect(self.person_wanted)
        self.form.fit_wanted.connect(self.fit_wanted)
        self._scroll.setWidget(self.form)
        self.form.show_closing(found)

    def refresh(self, own: bool = False) -> None:
        """Show what the journal holds now; `own` for a change that was written here."""
        found = self._read()
        if found is None or self.form is None or self.meeting_id is None:
            return
        if self.form.side.party != side_of(found.person).party:  # they are my mentor no more
            self.show_meeting(self.meeting_id)
        else:
            self.form.show_closing(found, own=own)

    def take_changes(self, changes: Changes) -> None:
        """Read again what has changed."""
        if changes.touches(*TABLES):
            self.refresh(own=changes.origin is self._pen)

    def hand_in(self) -> None:
        """Hand in what was typed, also in the lines that add."""
        if self.form is not None:
            self.form.hand_in()

    def focus_first(self) -> None:
        """Put the caret where one begins."""
        if self.form is not None:
            self.form.outcomes.add.setFocus(Qt.FocusReason.OtherFocusReason)

    # Within

    def _read(self) -> Closing | None:
        if self.meeting_id is None:
            return None
        try:
            return after_meeting.read(
                self._journal, self.meeting_id, clock.today(), self._default_days)
        except JournalError:  # removed meanwhile
            return None

    def _finish(self, signal: object) -> None:
        self.hand_in()
        if self.form is None or self.meeting_id is None:
            return
        minutes = self.form.minutes.value()
        if self._pen.write(after_meeting.close, self.meeting_id, minutes):
            signal.emit(self.meeting_id)  # type: ignore[attr-defined]

    def _go_back(self) -> None:
        self.hand_in()
        self.back_wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._scale != theme.px(100):
            self._scale = theme.px(100)
            QTimer.singleShot(0, self, self._text_resized)

    def _text_resized(self) -> None:
        """Make anew what another text size measures; a meeting that is gone is forgotten."""
        if self.meeting_id is not None and self._read() is None:
            self.meeting_id = None
        elif self.meeting_id is not None:
            self.show_meeting(self.meeting_id)
