"""The head of a page: its title, a line below it, and at the right what can be done here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import ElidedLabel

HEIGHT = 64


class PageHeader(QFrame):
    """64 px high with a line below. What is added at the right stands in the order of adding."""

    def __init__(
        self, title: str = "", subtitle: str = "", *, height: int = HEIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pageHeader")
        self._height = height
        self._title = ElidedLabel("", "page-title")
        self._subtitle = ElidedLabel("", "small", "muted")
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addWidget(self._title)
        lines.addWidget(self._subtitle)
        lines.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(theme.px(8))
        self._row.addLayout(lines, 1)
        self._row.addSpacing(theme.px(8))
        self.set_title(title)
        self.set_subtitle(subtitle)
        self._size()

    def set_title(self, title: str) -> None:
        """The page's name."""
        self._title.setText(title)

    def set_subtitle(self, subtitle: str) -> None:
        """The line below the title; an empty one takes no room."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def add_widget(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_button(self, words: str, icon_name: str | None = None, kind: str = "") -> Button:
        """Put a button at the right end; `kind` as for Button."""
        button = Button(words, icon_name, kind)
        self.add_widget(button)
        return button

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()

    def _size(self) -> None:
        self.setFixedHeight(theme.px(self._height))
        side = theme.px(24)
        self._row.setContentsMargins(side, 0, side, 1)
