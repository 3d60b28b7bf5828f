"""Small parts of the details beside the map: headings, lines between parts, words that wrap."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import wrapped


def heading(words: str, right: QWidget | None = None) -> QHBoxLayout:
    """A heading with something at its right end."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    row.addWidget(label(words, "heading"), 1)
    if right is not None:
        row.addWidget(right)
    return row


def signed(icon_name: str, token: str, text: str, tone: str = "ink") -> QWidget:
    """A sentence with a sign before it."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    box = QVBoxLayout()
    box.setContentsMargins(0, theme.px(2), 0, 0)
    box.addWidget(IconLabel(icon_name, token, 15))
    box.addStretch(1)
    row.addLayout(box)
    row.addWidget(wrapped(text, "body", tone), 1)
    return line
