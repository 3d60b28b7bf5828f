"""Ask, confirm, choose a file, report a crash: the only modal boxes."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QWidget

from mentorjournal.paths import ENDING
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.label import dress
from mentorjournal.words import tr

WIDTH = 420  # px, of what a box says
JOURNALS = f"Mentor Journal (*{ENDING})"


def confirm(parent: QWidget, title: str, text: str, yes: str) -> bool:
    """Ask before something that matters; `yes` names the deed, Cancel is the default."""
    box = _headed(parent, title, text)
    deed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.exec()
    box.deleteLater()
    return box.clickedButton() is deed


def tell(parent: QWidget, title: str, text: str) -> None:
    """Say something that was asked for, with nothing to decide."""
    box = _headed(parent, title, text)
    box.addButton(tr("Close"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()
    box.deleteLater()


def _headed(parent: QWidget, title: str, text: str) -> QMessageBox:
    """A box with its title above its words, as in every other dialog; both are plain text."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, title, parent=parent)
    box.setInformativeText(text)
    box.setTextFormat(Qt.TextFormat.PlainText)
    for said in box.findChildren(QLabel):
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setMinimumWidth(theme.px(WIDTH))
    dress(box.findChild(QLabel, "qt_msgbox_label"), "record-title")
    return box


def journal_to_open(parent: QWidget, folder: Path, title: str = "") -> Path | None:
    """A journal file to open."""
    name, _ = QFileDialog.getOpenFileName(
        parent, title or tr("Open journal"), str(folder), f"{tr(JOURNALS)};;{tr('All files (*)')}"
    )
    return Path(name) if name else None


def new_journal(parent: QWidget, suggested: Path) -> Path | None:
    """Where to keep a new journal; the ending is added when it is missing."""
    name, _ = QFileDialog.getSaveFileName(
        parent, tr("New journal"), str(suggested), tr(JOURNALS),
        options=QFileDialog.Option.DontConfirmOverwrite,  # an existing file is refused, never lost
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix == ENDING else path.with_name(path.name + ENDING)


def folder(parent: QWidget, title: str, start: Path) -> Path | None:
    """A folder that is there."""
    name = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(name) if name else None


def file_to_write(parent: QWidget, title: str, suggested: Path, kinds: str) -> Path | None:
    """Where to write an export, with its ending; the system asks before replacing."""
    name, kind = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() in {suggested.suffix, *_endings(kinds)}:
        return path
    path = path.with_name(path.name + next(iter(_endings(kind)), suggested.suffix))
    # The system asked for the name without its ending, so an existing file was not asked about.
    again = tr("{name} is there already. Replace it?", name=path.name)
    return path if not path.exists() or confirm(parent, title, again, tr("Replace")) else None


def _endings(kinds: str) -> list[str]:
    """The endings named in a choice of kinds, as "Text (*.txt);;PDF (*.pdf)"."""
    return re.findall(r"\*(\.\w+)", kinds)


def crash(parent: QWidget | None, report: str) -> None:
    """Say that something in the program broke, with a report that can be copied."""
    box = QMessageBox(
        QMessageBox.Icon.NoIcon, tr("Something went wrong"),
        tr("Something in Mentor Journal broke. Your journal is safe: what was saved stays saved. "
           "The report below holds none of your words."),
        parent=parent,
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setDetailedText(report)
    copy = box.addButton(tr("Copy the report"), QMessageBox.ButtonRole.ActionRole)
    go_on = box.addButton(tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
    box.setEscapeButton(go_on)
    box.exec()
    box.deleteLater()
    if box.clickedButton() is copy:
        QGuiApplication.clipboard().setText(report)
