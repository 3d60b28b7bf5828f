"""The notes of meeting mode: a field a place, which fills the page, and when it was saved."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from mentorjournal import clock
from mentorjournal.journal import agenda, meetings
from mentorjournal.journal.changes import Changes
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_mode_facts import ModeFacts, is_talk
from mentorjournal.ui.pen import HELD, Pen, show_text
from mentorjournal.ui.widgets.committing import LONGEST_MS
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import clock_time, tr

WHOLE = 0  # the key of the field for the whole meeting
LEAST = 72  # px


class NotesText(GrowingText):
    """As high as there is room for, instead of as high as its text."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, quiet=False, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(400), theme.px(LEAST))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(LEAST))

    def set_text_quietly(self, text: str) -> None:
        before = self.text()
        super().set_text_quietly(text)
        if self.text() != before and not self.hasFocus():  # one goes on writing below
            self.moveCursor(QTextCursor.MoveOperation.End)

    def _grow(self) -> None:
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)


class ModeNotes(QWidget):
    """Notes on the item that is on, or on the whole meeting."""

    def __init__(self, pen: Pen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen = pen
        self._facts: ModeFacts | None = None
        self._place = WHOLE
        self._saved: dict[int, str] = {}
        self.fields: dict[int, NotesText] = {}
        self.about = Segmented([("item", tr("This item")), ("whole", tr("Whole meeting"))])
        self.about.chosen.connect(lambda _key: self._choose())
        self.caption = label(tr("Notes"), "label", "muted")
        self.saved = label("", "small", "muted")
        self._stack = QStackedWidget()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LONGEST_MS + 200)
        self._later.timeout.connect(self.show_saved)
        pen.refused.connect(lambda _sentence: self.show_saved())
        head = row()
        head.addWidget(self.caption)
        head.addSpacing(theme.px(4))
        head.addWidget(self.about)
        head.addStretch(1)
        head.addWidget(self.saved)
        lines = column(self, gap=6)
        lines.addLayout(head)
        lines.addWidget(self._stack, 1)

    def show_facts(self, facts: ModeFacts, place: int, *, own: bool) -> None:
        """Show the notes at a place as the journal holds them."""
        if self._facts is None or self._facts.meeting.id != facts.meeting.id:
            self._forget()
        turned = place != self._place
        self._facts, self._place = facts, place
        self.about.setVisible(not is_talk(place))
        if turned:
            self.hand_in()
            self.about.set_current("item")
        for key, field in self.fields.items():
            show_text(field, self._held(key), own=own)
        self._choose(focus=False)

    def note_change(self, changes: Changes) -> None:
        """Something was written with our pen: remember when, for what it was."""
        at = clock_time(clock.live_now())
        for key in changes.of("agenda_item"):
            self._saved[key] = at
        if changes.touches("meeting"):
            self._saved[WHOLE] = at

    def field(self) -> NotesText:
        """The field that is shown."""
        return self.fields[self._key()]

    def hand_in(self) -> None:
        """Hand in what was typed."""
        for field in self.fields.values():
            field.commit()

    def show_saved(self) -> None:
        """Say when the notes were saved, or that they are not."""
        if self._facts is None:
            return
        field = self.field()
        if field.text() == (field.property(HELD) or ""):
            at = self._saved.get(self._key())
            self.saved.setText(tr("saved {time}", time=at) if at else "")
            dress(self.saved, "small", "muted")
        elif self._later.isActive():
            self.saved.setText(tr("writing …"))
        else:
            self.saved.setText(tr("not saved yet"))
            dress(self.saved, "small", "alert")

    def _key(self) -> int:
        if is_talk(self._place) or self.about.current() == "whole":
            return WHOLE
        return self._place

    def _choose(self, *, focus: bool = True) -> None:
        """Bring the field up that belongs to what is chosen."""
        key = self._key()
        if key not in self.fields:
            self.fields[key] = self._make(key)
        field = self.fields[key]
        self.caption.setBuddy(field)
        self._stack.setCurrentWidget(field)
        if focus:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_saved()

    def _make(self, key: int) -> NotesText:
        facts = self._facts
        assert facts is not None
        field = NotesText(tr("What is said, in your own words"))
        if key == WHOLE:
            field.setAccessibleName(tr("Notes on the whole meeting"))
            self._pen.bind(field, meetings.edit, "meeting", facts.meeting.id, "notes")
        else:
            field.setAccessibleName(tr("Notes on: {title}", title=facts.title(key)))
            self._pen.bind(field, agenda.edit_item, "agenda_item", key, "notes")
        show_text(field, self._held(key), fresh=True)
        field.textChanged.connect(self._touched)
        self._stack.addWidget(field)
        return field

    def _held(self, key: int) -> str:
        assert self._facts is not None
        if key == WHOLE:
            return self._facts.meeting.notes or ""
        item = self._facts.item(key)
        return (item.notes or "") if item is not None else ""

    def _touched(self) -> None:
        # A long text is not compared at every key: that is done when it was handed in.
        self._later.start()
        self.saved.setText(tr("writing …"))
        dress(self.saved, "small", "muted")

    def _forget(self) -> None:
        for field in self.fields.values():
            self._stack.removeWidget(field)
            field.deleteLater()
        self.fields.clear()
        self._saved.clear()
