"""What is known about the wording of letters, shown on request: the studies do not agree."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from mentorjournal.mentoring.wording import WordLists
from mentorjournal.ui import theme
from mentorjournal.ui.placing import open_at
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, scrolled, wrapped
from mentorjournal.words import tr


class WordingEvidence(QDialog):
    """The studies with their sources, and where the words come from."""

    def __init__(self, lists: WordLists, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Why this list?"))
        open_at(self, 640, 620)
        close = Button(tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        deeds = row()
        deeds.addStretch(1)
        deeds.addWidget(close)
        page = QVBoxLayout(self)
        page.setContentsMargins(*[theme.px(20)] * 4)
        page.setSpacing(theme.px(16))
        pages = scrolled(_content(lists))
        pages.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys read on
        pages.setAccessibleName(self.windowTitle())
        page.addWidget(pages, 1)
        page.addLayout(deeds)
        close.setFocus()


def show_evidence(parent: QWidget, lists: WordLists) -> None:
    """Show it until it is closed."""
    dialog = WordingEvidence(lists, parent)
    dialog.exec()
    dialog.deleteLater()


def _content(lists: WordLists) -> QWidget:
    page = QWidget()
    lines = column(page, 12)
    lines.setContentsMargins(0, 0, theme.px(8), 0)
    lines.addWidget(label(tr("Wording worth a second look"), "page-title"))
    lines.addWidget(wrapped(tr(
        "The evidence is mixed. Some studies of letters found that certain words are written more "
        "about some people than about others, and some hardly found it. So this is advice for "
        "your own text and nothing more: a word that is underlined may be just the right one.")))
    lines.addSpacing(theme.px(4))
    lines.addWidget(label(tr("What studies of letters found"), "heading"))
    for note in lists.notes:
        both = column(gap=2)
        both.addWidget(wrapped(note.text))
        both.addWidget(wrapped(note.source, "small", "muted"))
        lines.addLayout(both)
    lines.addSpacing(theme.px(4))
    lines.addWidget(label(tr("Where the words come from"), "heading"))
    origins = column(gap=4)
    for note in lists.origins:
        origins.addWidget(wrapped(
            tr("{words}: {source}", words=note.text, source=note.source), "small", "muted"))
    lines.addLayout(origins)
    lines.addStretch(1)
    for words in page.findChildren(QLabel):
        words.setMinimumHeight(1)  # else room is kept for it as if it were narrow
    return page
