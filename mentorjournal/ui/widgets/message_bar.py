"""Messages in the window: one sentence, at most one thing to do, and a way to close it.

The page stays as it is. A message that arrives while another is shown covers it; closing shows the
earlier one again, so that nothing is lost unread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.words import tr

Tone = Literal["info", "warn", "alert"]
ICONS = {
    "info": ("info", "accent"), "warn": ("warning", "warn"), "alert": ("warning-circle", "alert"),
}
MOST_KEPT = 20


@dataclass(frozen=True)
class Message:
    """A sentence; `do` is called when the button with the words `action` is pressed."""

    text: str
    tone: Tone = "info"
    action: str = ""
    do: Callable[[], None] | None = None


class MessageBar(QFrame):
    """Hidden while there is nothing to say."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._messages: list[Message] = []
        self._sign = IconLabel("info", "accent", 17)
        self._text = label("", wrap=True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = Button("", kind="row")
        self._action.clicked.connect(self._act)
        self._close = IconButton("x", tr("Close this message"))
        self._close.clicked.connect(self.close_message)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(6), theme.px(8), theme.px(6))
        row.setSpacing(theme.px(10))
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.hide()

    def say(
        self, text: str, tone: Tone = "info", action: str = "",
        do: Callable[[], None] | None = None,
    ) -> None:
        """Show a sentence at once; the same one twice is shown once."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 8 ms of a start

        message = Message(text, tone, action, do)
        self._messages = [each for each in self._messages if each.text != text][-MOST_KEPT:]
        self._messages.append(message)
        self._show_last()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def taken(self) -> int:
        """How many pixels of height it takes now."""
        return 0 if self.isHidden() else self.height()

    def message(self) -> Message | None:
        """What is shown now."""
        return self._messages[-1] if self._messages else None

    def close_message(self) -> None:
        """Close what is shown; an earlier message comes back."""
        if self._messages:
            self._messages.pop()
        self._show_last()
        self.closed.emit()

    def withdraw(self, text: str) -> None:
        """Take a message back that no longer holds, wherever it waits."""
        self._messages = [each for each in self._messages if each.text != text]
        self._show_last()

    def clear(self) -> None:
        """Close all."""
        self._messages.clear()
        self._show_last()

    def _show_last(self) -> None:
        message = self.message()
        self.setVisible(message is not None)
        if message is None:
            self._text.clear()  # what was closed is nowhere, also not in a locked window
            return
        name, token = ICONS[message.tone]
        self._sign.set_icon(name, token)
        self._text.setText(message.text)
        self._action.setText(message.action)
        self._action.setVisible(bool(message.action))
        self.setProperty("tone", message.tone)
        self.style().unpolish(self)
        self.style().polish(self)

    def _act(self) -> None:
        message = self.message()
        self.close_message()
        if message is not None and message.do is not None:
            message.do()
