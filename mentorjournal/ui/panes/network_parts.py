"""Small parts of the details beside the map: headings, lines between parts, words that wrap."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label

MOST_LETTERS = 1_200  # of one text beside the map; the whole is in the form
LONG_RUN = 24  # letters without a space after which a line may break anywhere


def wrapped(text: str, style: str = "body", tone: str = "ink") -> QLabel:
    """A label that wraps, also inside a word that would not fit; a very long text is cut."""
    shown = text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS].rstrip() + " …"
    made = label(breakable(shown), style, tone, wrap=True)
    made.setAccessibleName(shown)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return made


def breakable(text: str) -> str:
    """`text` with invisible places to break inside runs of more than 24 letters."""
    return re.sub(
        rf"[^\s-]{{{LONG_RUN},}}",
        lambda run: "\u200b".join(
            run[0][at : at + LONG_RUN] for at in range(0, len(run[0]), LONG_RUN)
        ),
        text,
    )


def rule() -> QFrame:
    """A line between two parts."""
    line = QFrame()
    line.setProperty("rule", True)
    return line


def heading(words: str, right: QWidget | None = None) -> QHBoxLayout:
    """A heading with something at its right end."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    row.addWidget(label(words, "heading"), 1)
    if right is not None:
        row.addWidget(right)
    return row


def column(parent: QWidget | None = None, gap: int = 8) -> QVBoxLayout:
    """A column without margins."""
    made = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(theme.px(gap))
    return made


def scrolled(content: QWidget) -> QScrollArea:
    """`content` with a bar when it is higher than its room."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("clear", True)
    area.setWidget(content)
    return area


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
