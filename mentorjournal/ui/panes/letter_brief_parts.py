"""Small parts of a brief's editor: captions over fields, lines of warning, what was left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets import second_look
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, set_wrapped, wrapped


class BriefPen(Pen):
    """The pen of a brief, whose texts all get a second look at their wording.

    `names` are the people whose title is due in them.
    """

    def __init__(self, journal: Journal, settings: Settings, parent: QObject) -> None:
        super().__init__(journal, parent)
        self._settings = settings
        self.names: tuple[str, ...] = ()

    def look(self, field: GrowingText) -> QWidget:
        """The line to place below a text."""
        return second_look.watch(field, self._settings, lambda: self.names)


class Section(QWidget):
    """Words over a field, what can be done beside them, and quiet parts below."""

    def __init__(
        self, words: str, field: QWidget, deeds: Sequence[QWidget] = (),
        below: Sequence[QWidget] = (), icon_name: str = "", parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        lines = column(self, gap=6)
        head = row(gap=6)
        if icon_name:
            head.addWidget(IconLabel(icon_name, "muted", 14), 0, Qt.AlignmentFlag.AlignVCenter)
        self.caption = label(words, "label", "ink2")
        self.caption.setBuddy(field)
        head.addWidget(self.caption)
        head.addStretch(1)
        for each in deeds:
            head.addWidget(each)
        lines.addLayout(head)
        lines.addWidget(field)
        for each in below:
            lines.addWidget(each)
        if not field.accessibleName():
            field.setAccessibleName(words)


class WarnLine(QWidget):
    """A sentence in the colour of what wants another look; without words it is not there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        parts = row(self, gap=6)
        parts.addWidget(IconLabel("warning", "warn", 14), 0, Qt.AlignmentFlag.AlignTop)
        self.says = wrapped("", "small", "warn")
        parts.addWidget(self.says, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say something else, or "" for nothing."""
        set_wrapped(self.says, sentence)
        self.setVisible(bool(sentence))
