"""What can be done with an agenda; what does not fit goes into a menu, the least used first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.icons import icon
from mentorjournal.ui.panes.meeting_parts import row
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.words import tr

HEIGHT = 56

# Key, words, icon. They fold from the left.
DEEDS = (
    ("copy", "Copy as text", "copy"),
    ("print", "Print", "printer"),
    (".ics", "Add to calendar", "calendar-plus"),
    (".pdf", "Export PDF", "file-pdf"),
)


class MeetingFooter(QFrame):
    """`wanted` carries copy, print, .ics, .pdf or .eml; `preview_toggled` the preview's state."""

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
        for key, button in {**self.deeds, ".eml": self.email}.items():
            button.clicked.connect(lambda _on=False, key=key: self.wanted.emit(key))
        self._parts = row(self)
        self._parts.addWidget(self.preview)
        self._parts.addStretch(1)
        for part in (self.more, *self.deeds.values(), self.email):
            self._parts.addWidget(part)
        self._size()
        self._fold()

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
        ends = self.preview.sizeHint().width() + self.email.sizeHint().width()
        return QSize(ends + self.more.width() + theme.px(56), theme.px(HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()
            self._fold()

    def folded(self) -> list[str]:
        """The keys that are in the menu."""
        return [key for key, button in self.deeds.items() if button.isHidden()]

    def _size(self) -> None:
        self.setFixedHeight(theme.px(HEIGHT))
        self._parts.setContentsMargins(theme.px(14), 0, theme.px(24), 0)

    def _fold(self) -> None:
        gap, margins = self._parts.spacing(), self._parts.contentsMargins()
        room = self.width() - margins.left() - margins.right() - theme.px(8)
        room -= self.preview.sizeHint().width() + self.email.sizeHint().width() + gap
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
