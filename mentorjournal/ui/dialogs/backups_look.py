"""A look inside a backup: what one would get back; and its passphrase, when it has another one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mentorjournal.journal.backups import Contents, Entry
from mentorjournal.models.backup_list import holds_words, reason_words, when
from mentorjournal.store.backup import Backup
from mentorjournal.ui import theme
from mentorjournal.ui.placing import open_at
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.form_dialog import FormDialog
from mentorjournal.ui.widgets.label import ElidedLabel, flat, label
from mentorjournal.ui.widgets.scaled_width import keep_width
from mentorjournal.words import short_day, tr, trn

MOST_NAMES = 60  # of people shown; the rest is counted


class BackupContentsDialog(QDialog):
    """Read only. Accepted when the person wants this backup back."""

    def __init__(self, backup: Backup, contents: Contents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Inside a backup"))
        self.restore = Button(tr("Restore…"), "clock-counter-clockwise")
        self.restore.clicked.connect(self.accept)
        close = Button(tr("Close"), kind="primary")
        close.clicked.connect(self.reject)
        close.setDefault(True)
        feet = QHBoxLayout()
        feet.addWidget(self.restore)
        feet.addStretch(1)
        feet.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(24)] * 4)
        column.setSpacing(theme.px(12))
        head = QVBoxLayout()
        head.setSpacing(theme.px(4))
        head.addWidget(label(when(backup), "record-title", wrap=True))
        head.addWidget(label(reason_words(backup.reason), "body", "muted", wrap=True))
        column.addLayout(head)
        column.addWidget(_scrolled(_page(contents, backup)), 1)
        column.addLayout(feet)
        open_at(self, 620, 600)


def _page(contents: Contents, backup: Backup) -> QWidget:
    page = QWidget()
    page.setProperty("clear", True)
    column = QVBoxLayout(page)
    column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
    column.setSpacing(theme.px(4))
    column.addWidget(label(tr("What it holds"), "heading"))
    column.addWidget(label(holds_words(contents.counts, whole=True), wrap=True))
    if contents.people:
        column.addSpacing(theme.px(12))
        column.addWidget(label(tr("People"), "heading"))
        column.addWidget(label(_names(contents.people), wrap=True))
    if contents.newest:
        column.addSpacing(theme.px(12))
        column.addWidget(label(tr("The newest in it"), "heading"))
        for entry in contents.newest:
            column.addLayout(_entry_row(entry, backup))
    column.addStretch(1)
    return page


def _entry_row(entry: Entry, backup: Backup) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(12))
    day = label(short_day(entry.day, backup.made_at.date()), "small", "muted")
    keep_width(day, 112)
    row.addWidget(day)
    row.addWidget(ElidedLabel(entry_words(entry)), 1)
    return row


def entry_words(entry: Entry) -> str:
    """Such as "Meeting with Dr. Rosalind Okafor: Aims v3"."""
    person = flat(entry.person, 80)
    said = {
        "meeting": tr("Meeting with {name}", name=person),
        "contact": tr("Contact with {name}", name=person),
        "feedback": tr("Feedback from {name}", name=person),
        "thanks": tr("Thanks to {name}", name=person),
        "letter": tr("Letter by {name}", name=person),
        "accomplishment": tr("Accomplishment"),
    }[entry.kind]
    return tr("{what}: {text}", what=said, text=flat(entry.text)) if entry.text else said


def _names(people: tuple[str, ...]) -> str:
    # No line ends inside a name.
    shown = " · ".join(flat(name, 80).replace(" ", "\u00a0") for name in people[:MOST_NAMES])
    more = len(people) - MOST_NAMES
    return tr("{names} · {rest}", names=shown, rest=trn("and {n} more", "and {n} more", more)
              ) if more > 0 else shown


def _scrolled(page: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("card", True)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    area.setAccessibleName(tr("What the backup holds"))
    column = QVBoxLayout(card)
    column.setContentsMargins(1, 1, 1, 1)
    column.addWidget(area)
    return card


class BackupPassphraseForm(FormDialog):
    """Asks for the passphrase a backup was made under."""

    def __init__(self, backup: Backup, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Passphrase of this backup"), parent, ok=tr("Open it"),
            intro=tr("The backup of {when} was made under a passphrase that the journal does not "
                     "have now.", when=when(backup)))
        self.passphrase = self.add_field("passphrase", tr("Passphrase"), QLineEdit())
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.fill_in()
        self.passphrase.setFocus()

    def check(self, values: dict[str, object]) -> dict[str, str]:
        return {} if self.passphrase.text() else {"passphrase": tr("Type the passphrase.")}
