"""A notice inside a page or card: an icon, a sentence that begins in semibold, one button."""

from __future__ import annotations

from html import escape
from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.icon_label import IconLabel

Place = Literal["card", "top", "bottom"]


class NoticeStrip(QFrame):
    """On the warn tint; `place` is "card" for one that stands alone, else which end of a card."""

    acted = Signal()

    def __init__(
        self, strong: str = "", text: str = "", button: str = "", icon_name: str = "clock",
        *, place: Place = "card", kind: str = "row", parent: QWidget | None = None,
    ) -> None:
        """`kind` is that of the button: "row", or "primary" when it is the next thing to do."""
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("place", place)
        self._sign = IconLabel(icon_name, "warn", 17)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.RichText)  # only ever our markup, see set_words
        self._text.setWordWrap(True)
        self._button = Button("", kind=kind)
        self._button.clicked.connect(self.acted)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._button)
        self.set_words(strong, text, button)
        self._size()

    def set_words(self, strong: str, text: str = "", button: str = "") -> None:
        """Say something else. Without words the button goes."""
        self._words = strong, text
        self._render()
        self._button.setText(button)
        self._button.setVisible(bool(button))

    def set_icon(self, icon_name: str) -> None:
        """Show another sign."""
        self._sign.set_icon(icon_name, "warn")

    def add_button(self, button: Button) -> None:
        """A second thing to do, at the end."""
        self._row.addWidget(button)

    def button(self) -> Button:
        """The button, to give it a shortcut or a menu."""
        return self._button

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()
            self._render()

    def _render(self) -> None:
        strong, text = self._words
        weight = theme.current().semibold
        shown = f'<span style="font-weight:{weight}">{escape(strong)}</span> {escape(text)}'
        self._text.setText(shown.strip())
        self._text.setAccessibleName(f"{strong} {text}".strip())

    def _size(self) -> None:
        self._row.setContentsMargins(theme.px(15), theme.px(9), theme.px(10), theme.px(9))
        self._row.setSpacing(theme.px(11))
