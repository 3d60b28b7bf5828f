"""Is the agenda ready? In words, each of them a way to the place it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtWidgets import QApplication, QWidget

from mentorjournal.mentoring.readiness import Finding, Readiness
from mentorjournal.ui.panes.meeting_parts import SentenceButton, column, row
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import dress, label

SIGNS = {"act": ("warning", "alert"), "look": ("warning-circle", "warn"),
         "hint": ("lightbulb", "muted")}


class ReadinessView(QWidget):
    """The findings below an agenda; `chosen` carries the one that was clicked."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] | None = None
        self.summary = label("", "label")
        self._sign = IconLabel("check-circle", "ok", 15)
        head = row(gap=6)
        head.addWidget(self._sign)
        head.addWidget(self.summary, 1)
        self._rows = QWidget()
        self._list = column(self._rows, gap=0)
        self._list.setContentsMargins(0, 0, 0, 0)
        lines = column(self, gap=2)
        lines.addLayout(head)
        lines.addWidget(self._rows)

    def findings(self) -> tuple[Finding, ...]:
        """What is shown."""
        return self._findings or ()

    def buttons(self) -> list[SentenceButton]:
        """The findings as they can be clicked."""
        return self._rows.findChildren(SentenceButton)

    def show_readiness(self, ready: Readiness) -> None:
        """Show these findings; those that stay the same keep the focus."""
        tone, sign = ("ok", "check-circle") if ready.is_ready else ("muted", "circle-dashed")
        self._sign.set_icon(sign, tone)
        self.summary.setText(ready.summary)
        dress(self.summary, "label", tone)
        if ready.findings == self._findings:
            return
        self._findings = ready.findings
        focused = QApplication.focusWidget()
        key = focused.property("finding") if focused is not None else None
        self._fill(ready.findings)
        for button in self.buttons():
            if key is not None and button.property("finding") == key:
                button.setFocus()

    def _fill(self, findings: Sequence[Finding]) -> None:
        for old in self.buttons():
            old.setParent(None)
            old.deleteLater()
        for finding in findings:
            sign, token = SIGNS[finding.tone]
            button = SentenceButton(sign, token, finding.sentence)
            button.setProperty("finding", QByteArray(f"{finding.key}:{finding.item_id}".encode()))
            button.clicked.connect(lambda _on=False, finding=finding: self.chosen.emit(finding))
            button.setToolTip("")
            self._list.addWidget(button)
        self._rows.setVisible(bool(findings))
