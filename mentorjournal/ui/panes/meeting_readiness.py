"""Is the agenda ready? In words, each of them a way to the place it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtWidgets import QApplication, QWidget

from mentorjournal.mentoring.readiness import Finding, Readiness
from mentorjournal.ui.panes.meeting_parts import SentenceButton
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column
from mentorjournal.words import tr

SIGNS = {"act": ("warning", "alert"), "look": ("warning-circle", "warn"),
         "hint": ("lightbulb", "muted")}
SENDING = "paper-plane-tilt"


def state_sign(ready: Readiness) -> tuple[str, str]:
    """Icon and tone of the whole."""
    if ready.is_late:
        return "warning", "alert"
    if ready.is_done:
        return "check-circle", "ok"
    talk = ready.is_ready and not ready.is_bare
    return ("list-bullets", "muted") if talk else ("circle-dashed", "muted")


class ReadinessView(QWidget):
    """The findings below an agenda: what to finish, the sending, then hints.

    `chosen` carries the one that was clicked.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] | None = None
        self.caption = label(tr("Before you send it"), "label", "muted")
        self._rows = QWidget()
        self._list = column(self._rows, gap=0)
        self._list.setContentsMargins(0, 0, 0, 0)
        lines = column(self, gap=2)
        lines.addWidget(self.caption)
        lines.addWidget(self._rows)

    def findings(self) -> tuple[Finding, ...]:
        """What is shown."""
        return self._findings or ()

    def buttons(self) -> list[SentenceButton]:
        """The findings as they can be clicked."""
        return self._rows.findChildren(SentenceButton)

    def show_readiness(self, ready: Readiness) -> None:
        """Show these findings; those that stay the same keep the focus."""
        self.setVisible(bool(ready.findings))
        self.caption.setText(
            tr("Before you send it") if ready.needs_agenda else tr("Before you meet"))
        if ready.findings == self._findings:
            return
        self._findings = ready.findings
        focused = QApplication.focusWidget()
        key = focused.property("finding") if focused is not None else None
        self._fill((*ready.to_finish, *ready.sending, *ready.hints))
        for button in self.buttons():
            if key is not None and button.property("finding") == key:
                button.setFocus()

    def _fill(self, findings: Sequence[Finding]) -> None:
        for old in self.buttons():
            old.setParent(None)
            old.deleteLater()
        for finding in findings:
            sign, token = SIGNS[finding.tone]
            button = SentenceButton(
                SENDING if finding.is_sending else sign, token, finding.sentence)
            button.setProperty("finding", QByteArray(f"{finding.key}:{finding.item_id}".encode()))
            button.clicked.connect(lambda _on=False, finding=finding: self.chosen.emit(finding))
            button.setToolTip("")
            self._list.addWidget(button)
