"""Pictures of wording worth a second look: in a field, its menu, and what is known of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from mentorjournal.journal import word_lists
from mentorjournal.settings import Settings
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.wording_evidence import show_evidence
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.widgets import second_look
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.second_look import SecondLook

TEXTS = {
    "How you know my work": "I have worked with Rosalind since July 2025. My careful analysis of "
    "the sedation data became a talk. I am hardworking and dependable.",
    "What I can do": "While I have few papers, I might be somewhat ready to lead a study.",
    "Strength": "I led the audit of sedation depth on two units: 212 patients.",
}


class _Host(QDialog):
    """Fields below one another, as on a page."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.resize(theme.px(560), theme.px(440))
        self.looks: list[SecondLook] = []
        self.fields: list[GrowingText] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(24)] * 4)
        column.setSpacing(theme.px(6))
        for name, text in TEXTS.items():
            field = GrowingText(quiet=False)
            field.setAccessibleName(name)
            field.set_text_quietly(text)
            look = second_look.watch(field, settings, ["Dr. Rosalind Okafor"])
            for part in (label(name, "label", "muted"), field, look):
                column.addWidget(part)
            column.addSpacing(theme.px(6))
            self.fields.append(field)
            self.looks.append(look)
        column.addStretch(1)


def _shown(window: MainWindow, then: str) -> None:
    window.messages.clear()
    host = _Host(window.settings, window)
    # Of a menu over a modal dialog the picture would show the dialog.
    host.show() if then == "menu" else host.open()
    QTest.qWaitForWindowExposed(host)
    if then:
        for _ in range(2):
            host.looks[0].step.click()
    if then == "menu":
        QTimer.singleShot(0, lambda: QTest.keyClick(
            host.fields[0], Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier))
    QTimer.singleShot(20_000, host.deleteLater)


def _evidence(window: MainWindow) -> None:
    show_evidence(window, word_lists.of_language("en"))


SHOTS = (
    ("wording-field", lambda window: _shown(window, "")),
    ("wording-reason", lambda window: _shown(window, "reason")),
    ("wording-menu", lambda window: _shown(window, "menu")),
    ("dialog-wording-evidence", _evidence),
)
