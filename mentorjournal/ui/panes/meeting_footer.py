"""How far an agenda is, always in sight, and what can be done with it.

What does not fit goes into a menu, the least used first.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QWidget

from mentorjournal.mentoring.readiness import Readiness
from mentorjournal.ui import theme
from mentorjournal.ui.icons import icon
from mentorjournal.ui.panes.meeting_facts import MeetingFacts
from mentorjournal.ui.panes.meeting_readiness import state_sign
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import plain_tooltip
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.words import tr

HEIGHT, STATE_HEIGHT = 56, 32

# Key, words, icon. They fold from the left.
DEEDS = (
    ("copy", "Copy as text", "copy"),
    ("print", "Print", "printer"),
    (".ics", "Add to calendar", "calendar-plus"),
    (".pdf", "Export PDF", "file-pdf"),
)


class MeetingFooter(QFrame):
    """`wanted` carries copy, print, .ics, .pdf, .eml, start or readiness.

    `preview_toggled` carries whether the page is to be shown.
    """

    wanted = Signal(str)
    preview_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("actionBar")
        self.preview = Button(tr("Preview"), "eye", "quiet")
        self.preview.setCheckable(True)
        self.preview.clicked.connect(self.preview_toggled)
        self.more = IconButton("dots-three", tr("More ways to hand it over"), "box", side=32)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.more.setMenu(self.menu)
        self.deeds = {key: Button(tr(words), sign) for key, words, sign in DEEDS}
        self.email = Button(tr("Email draft"), "envelope-simple", "primary")
        self.start = Button(tr("Start meeting"), "timer")
        self.start.setToolTip(plain_tooltip(tr("Ctrl+M")))
        for key, button in {**self.deeds, ".eml": self.email, "start": self.start}.items():
            button.clicked.connect(lambda _on=False, key=key: self.wanted.emit(key))
        self._sign = IconLabel("circle-dashed", "muted", 16)
        self.state = Button("", kind="link")
        self.state.setToolTip(plain_tooltip(tr("Show what there is to do")))
        self.state.clicked.connect(lambda: self.wanted.emit("readiness"))
        self._state = row(gap=7)
        self._state.addWidget(self._sign)
        self._state.addWidget(self.state)
        self._state.addStretch(1)
        self._parts = row()
        self._parts.addWidget(self.preview)
        self._parts.addStretch(1)
        for part in (self.more, *self.deeds.values(), self.email, self.start):
            self._parts.addWidget(part)
        lines = column(self, gap=0)
        lines.addLayout(self._state)
        lines.addLayout(self._parts, 1)
        self._size()
        self._fold()

    def show_facts(self, facts: MeetingFacts) -> None:
        """Say how far the agenda is; when the meeting is near, its start is the next thing.

        Where nothing is to be sent, sending it is one way among others.
        """
        self.show_readiness(facts.ready)
        self.start.set_kind("primary" if facts.is_near else "")
        sends = facts.ready.needs_agenda and not facts.is_near
        self.email.set_kind("primary" if sends else "")
        self._fold()

    def show_readiness(self, ready: Readiness) -> None:
        """Say how far the agenda is."""
        sign, tone = state_sign(ready)
        self._sign.set_icon(sign, tone)
        self.state.setText(ready.summary)

    def show_preview(self, shown: bool) -> None:
        """Say whether the preview is shown."""
        self.preview.setChecked(shown)
        self.preview.setText(tr("Hide preview") if shown else tr("Preview"))
        self.preview.set_icon("eye-slash" if shown else "eye")
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        # What does not fit folds away, so only the two ends count.
        ends = sum(each.sizeHint().width() for each in (self.preview, self.email, self.start))
        return QSize(ends + self.more.width() + theme.px(64), theme.px(HEIGHT + STATE_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()
            self._fold()

    def folded(self) -> list[str]:
        """The keys that are in the menu."""
        return [key for key, button in self.deeds.items() if button.isHidden()]

    def _size(self) -> None:
        self.setFixedHeight(theme.px(HEIGHT + STATE_HEIGHT))
        self._state.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), 0)
        self._parts.setContentsMargins(theme.px(14), 0, theme.px(24), 0)

    def _fold(self) -> None:
        gap, margins = self._parts.spacing(), self._parts.contentsMargins()
        room = self.width() - margins.left() - margins.right() - theme.px(8)
        room -= self.preview.sizeHint().width() + self.email.sizeHint().width() + gap
        room -= self.start.sizeHint().width() + gap
        widths = [button.sizeHint().width() + gap for button in self.deeds.values()]
        fold = 0
        while fold < len(widths):
            menu = self.more.width() + gap if fold else 0
            if sum(widths[fold:]) + menu <= room:
                break
            fold += 1
        self._show_folded([key for key, _, _ in DEEDS][:fold])

    def _show_folded(self, keys: Sequence[str]) -> None:
        self.more.setVisible(bool(keys))
        for key, button in self.deeds.items():
            button.setVisible(key not in keys)
        self.menu.clear()
        for key, words, sign in DEEDS:
            if key in keys:
                entry = self.menu.addAction(icon(sign), tr(words))
                entry.triggered.connect(lambda _on=False, key=key: self.wanted.emit(key))
