"""Small parts of the timeline pane: columns and rows without margins, and words that wrap."""

from __future__ import annotations

import re
from itertools import pairwise

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

LONG_RUN = 24  # letters without a space after which a line may break anywhere


def wrapped(text: str, style: str = "body", tone: str = "ink") -> QLabel:
    """A label that wraps, also inside a word that would not fit."""
    shown = re.sub(
        rf"\S{{{LONG_RUN},}}",
        lambda run: "\u200b".join(
            run[0][at : at + LONG_RUN] for at in range(0, len(run[0]), LONG_RUN)
        ),
        text,
    )
    made = label(shown, style, tone, wrap=True)
    made.setAccessibleName(text)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


def column(parent: QWidget | None = None, gap: int = 8) -> QVBoxLayout:
    """A column without margins."""
    made = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(theme.px(gap))
    return made


def row(parent: QWidget | None = None, gap: int = 8) -> QHBoxLayout:
    """A row without margins."""
    made = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(theme.px(gap))
    return made


def signed(sign: str, text: QWidget) -> QWidget:
    """A sentence with a sign before its first line."""
    line = QWidget()
    parts = row(line, gap=10)
    parts.addWidget(IconLabel(sign, "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
    parts.addWidget(text, 1)
    return line


def scrolled(content: QWidget, words: str) -> QScrollArea:
    """`content`, called `words`, with a bar when it is higher than its room.

    Then Tab stops here too, so that the arrow keys can move it.
    """
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(words)
    area.setProperty("focusRing", True)
    area.verticalScrollBar().rangeChanged.connect(lambda _, last: area.setFocusPolicy(
        Qt.FocusPolicy.TabFocus if last else Qt.FocusPolicy.NoFocus))
    content.setProperty("clear", True)
    area.setWidget(content)
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


def clear(lines: QHBoxLayout | QVBoxLayout) -> None:
    """Take everything out of a layout and let it go."""
    while lines.count():
        item = lines.takeAt(0)
        if item.widget() is not None:
            item.widget().hide()
            item.widget().deleteLater()
