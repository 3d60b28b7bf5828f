"""Small parts of the timeline pane: columns and rows without margins, and words that wrap."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QWidget,
)

from mentorjournal.ui.widgets import parts
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.parts import row


def wrapped(text: str, style: str = "body", tone: str = "ink") -> QLabel:
    """A label that wraps, also inside a word that would not fit, and says how high it gets."""
    made = parts.wrapped(text, style, tone)
    policy = made.sizePolicy()
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


def signed(sign: str, text: QWidget) -> QWidget:
    """A sentence with a sign before its first line."""
    line = QWidget()
    beside = row(line, gap=10)
    beside.addWidget(IconLabel(sign, "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
    beside.addWidget(text, 1)
    return line


def scrolled(content: QWidget, words: str) -> QScrollArea:
    """`content`, called `words`, with a bar when it is higher than its room.

    Then Tab stops here too, so that the arrow keys can move it.
    """
    area = parts.scrolled(content)
    area.setAccessibleName(words)
    area.setProperty("focusRing", True)
    area.verticalScrollBar().rangeChanged.connect(lambda _, last: area.setFocusPolicy(
        Qt.FocusPolicy.TabFocus if last else Qt.FocusPolicy.NoFocus))
    return area


def in_order(*stops: QWidget) -> None:
    """Let Tab go from one to the next: what was made later would else come last of all."""
    passed_over = [stop for stop in stops if stop.focusPolicy() == Qt.FocusPolicy.NoFocus]
    for stop in passed_over:  # they have a place too, for when they become a stop
        stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
    for stop in passed_over:
        stop.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def upright() -> QFrame:
    """A line between two columns."""
    line = QFrame()
    line.setObjectName("upright")
    line.setFixedWidth(1)
    return line
