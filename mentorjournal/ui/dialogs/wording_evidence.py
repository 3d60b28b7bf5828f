"""What studies say of the words in letters: mixed, and told as it is."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from mentorjournal.journal.wording import lists_of
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, rule, wrapped
from mentorjournal.words import tr

WIDTH = 520


class EvidenceDialog(QDialog):
    """Each finding with its source."""

    def __init__(self, parent: QWidget | None = None, language: str = "en") -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What studies say"))
        self.setFixedWidth(theme.px(WIDTH))
        lines = column(self, 12)
        lines.setContentsMargins(*(theme.px(20),) * 4)
        lines.addWidget(label(tr("Words in letters, and what they do"), "record-title"))
        lines.addWidget(wrapped(tr(
            "The evidence is mixed. So this is a second look at wording and no verdict on anybody: "
            "results and skills say more than effort and warmth, whoever is written about."),
            "body", "ink2"))
        for text, source in lists_of(language).evidence:
            lines.addWidget(rule())
            lines.addWidget(wrapped(text))
            lines.addWidget(wrapped(source, "small", "muted"))
        deeds = row()
        deeds.addStretch(1)
        close = Button(tr("Close"), kind="primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        deeds.addWidget(close)
        lines.addLayout(deeds)
        close.setFocus()
