"""A file in a form: chosen or dropped here, replaced, or taken away; it is read when it is taken.

Its value is the place of a file on the disk, KEPT for the one in the journal already, or "".
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from mentorjournal.journal import files
from mentorjournal.journal.files import KeptFile
from mentorjournal.store.errors import JournalError
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import ElidedLabel, dress, label
from mentorjournal.ui.widgets.parts import row
from mentorjournal.words import size_words, tr

KEPT = "kept"
WIDEST = 300  # px of a name; the whole is in its tooltip


class FileField(QWidget):
    """What cannot be kept is refused where it was chosen, and the file before stays."""

    value_changed = Signal()

    def __init__(self, kept: KeptFile | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self._value = ""
        self.setAcceptDrops(True)
        self.choose = Button("", "paperclip", "row")
        self.choose.clicked.connect(self._ask)
        self.remove = Button(tr("Remove"), None, "row")
        self.remove.clicked.connect(self._take_away)
        self.name = ElidedLabel()
        self.name.setMaximumWidth(theme.px(WIDEST))
        self._sign = IconLabel("file-text")
        self._size = label("", "small", "muted")
        self.says = label("", "small", "muted", wrap=True)
        line = row()
        for part in (self._sign, self.name, self._size, self.choose, self.remove):
            line.addWidget(part)
        line.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(4))
        lines.addLayout(line)
        lines.addWidget(self.says)
        self.setFocusProxy(self.choose)
        self.set_value(KEPT if kept else "")

    def value(self) -> str:
        """Where the file is; KEPT for the one in the journal, "" for none."""
        return self._value

    def set_value(self, value: str | None) -> None:
        """Show another file, as a draft has it; one that cannot be kept is refused in words."""
        wrong = ""
        if value == KEPT:
            self._value = KEPT if self._kept else ""
        elif not value:
            self._value = ""
        else:
            wrong = self._try(Path(value))
        self._show(wrong)
        self.value_changed.emit()

    def path(self) -> Path | None:
        """The file that was chosen here, None when it is the one in the journal or none."""
        return Path(self._value) if self._value not in ("", KEPT) else None

    def take_file(self, path: Path) -> None:
        """Take a file; a sentence says why when that cannot be."""
        self.set_value(str(path))

    def _try(self, path: Path) -> str:
        try:
            files.check(path)
        except JournalError as refusal:
            return str(refusal)
        self._value = str(path)
        return ""

    def _take_away(self) -> None:
        self.set_value("")
        self.choose.setFocus()

    def _ask(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Attach a file"), "", tr("All files (*)"))
        if name:
            self.take_file(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.choose.setAccessibleName(
            tr("{field}: {button}", field=name, button=self.choose.text()))

    def _show(self, wrong: str) -> None:
        there = bool(self._value)
        for part in (self._sign, self.name, self._size, self.remove):
            part.setVisible(there)
        self.choose.setText(tr("Another file…") if there else tr("Attach a file…"))
        if self.accessibleName():
            self.setAccessibleName(self.accessibleName())
        name, size = self._seen()
        self.name.setText(name)
        self._size.setText(size_words(size) if there else "")
        self.remove.setAccessibleName(tr("Remove {name}", name=name))
        self.says.setText(wrong or tr("A copy is kept inside the journal; 20 MB fit."))
        dress(self.says, "small", "alert" if wrong else "muted")

    def _seen(self) -> tuple[str, int]:
        path = self.path()
        if path is not None:
            try:
                return files.plain_name(path.name), path.stat().st_size
            except OSError:
                return files.plain_name(path.name), 0
        return (self._kept.name, self._kept.size) if self._kept and self._value else ("", 0)
