"""What pages are laid out with: rows, columns and lines, and words that wrap whatever they are."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.label import label

MOST_LETTERS = 1_500  # of one text that wraps; the whole is where it was written
LONG_RUN = 24  # letters without a space after which a line may break anywhere


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


def rule() -> QFrame:
    """A line between two parts."""
    line = QFrame()
    line.setProperty("rule", True)
    return line


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


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if item.widget() is not None:
            item.widget().hide()
            item.widget().deleteLater()


def wrapped(text: str, style: str = "body", tone: str = "ink") -> QLabel:
    """A label that wraps, also inside a word that would not fit; a very long text is cut."""
    made = label("", style, tone, wrap=True)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    set_wrapped(made, text)
    return made


def set_wrapped(made: QLabel, text: str) -> None:
    """Say something else in a label made by `wrapped`."""
    shown = text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS].rstrip() + " …"
    made.setAccessibleName(shown)
    made.setText(breakable(shown))


def breakable(text: str) -> str:
    """`text` with invisible places to break inside runs of more than 24 letters."""
    return re.sub(
        rf"\S{{{LONG_RUN},}}",
        lambda run: "\u200b".join(
            run[0][at : at + LONG_RUN] for at in range(0, len(run[0]), LONG_RUN)
        ),
        text,
    )
