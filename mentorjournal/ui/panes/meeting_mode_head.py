"""The head of meeting mode: with whom, what time it is, when it ends, and the end of it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from mentorjournal.mentoring.running import Running
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_mode_facts import ModeFacts, head_words
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import ElidedLabel, dress, label, plain_tooltip
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.words import clock_time, tr, trn

HEIGHT = 72


class ModeHead(QFrame):
    """`end_wanted` and `captured_wanted` come from its buttons."""

    end_wanted = Signal()
    captured_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageHeader")
        self.avatar = Avatar(side=40)
        self.title = ElidedLabel("", "page-title")
        self.subtitle = ElidedLabel("", "small", "muted")
        self.now, self.now_caption = label("", "page-title"), label(tr("now"), "small", "muted")
        self.ends, self.left = label("", "page-title"), label("", "small", "muted")
        self.captured = Button("", "sidebar-simple")
        self.captured.clicked.connect(self.captured_wanted)
        self.end = Button(tr("End meeting"), "stop")
        self.end.setToolTip(plain_tooltip(tr("Ctrl+Return")))
        self.end.clicked.connect(self.end_wanted)
        self._parts = row(self, gap=14)
        self._parts.addWidget(self.avatar)
        words = column(gap=0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        words.addStretch(1)
        self._parts.addLayout(words, 1)
        self._parts.addLayout(_time(self.now, self.now_caption))
        self._parts.addLayout(_time(self.ends, self.left))
        self._parts.addSpacing(theme.px(8))
        self._parts.addWidget(self.captured)
        self._parts.addWidget(self.end)
        self._size()

    def show_facts(self, facts: ModeFacts) -> None:
        """Say with whom."""
        one = facts.person
        title, subtitle = head_words(facts)
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.avatar.set_person(
            one.initials, next(iter(one.roles), None), one.standing, facts.photo, one.name)

    def show_time(self, live: Running, now: datetime) -> None:
        """Say what time it is, and how much is left."""
        self.now.setText(clock_time(now))
        self.ends.setText(clock_time(live.ends.astimezone(now.tzinfo)))
        seconds = (live.ends - now).total_seconds()
        if seconds >= 0:
            words = tr("ends, {n} min left", n=-int(-seconds // 60))
        elif seconds > -60:
            words = tr("ends now")
        else:
            words = trn("ended {n} min ago", "ended {n} min ago", int(-seconds // 60))
        self.left.setText(words)
        dress(self.left, "small", "muted" if seconds > -60 else "alert")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()

    def _size(self) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        self._parts.setContentsMargins(theme.px(24), 0, theme.px(24), 1)


def _time(above: QLabel, below: QLabel) -> QVBoxLayout:
    lines = column(gap=0)
    lines.addStretch(1)
    for each in (above, below):
        each.setAlignment(Qt.AlignmentFlag.AlignRight)
        lines.addWidget(each)
    lines.addStretch(1)
    return lines
