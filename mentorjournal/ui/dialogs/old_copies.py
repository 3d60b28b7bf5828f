"""Old copies that can still be read: listed with a tick each, to be removed or kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from mentorjournal import words
from mentorjournal.store.old_copies import OldCopy
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.form_dialog import FormDialog
from mentorjournal.words import tr, trn

MOST_ROWS = 8
KILO = 1000


def ask_removal(parent: QWidget, copies: Sequence[OldCopy]) -> list[OldCopy]:
    """The copies that may go."""
    dialog = OldCopiesDialog(copies, parent)
    return dialog.chosen() if dialog.exec() else []


class OldCopiesDialog(FormDialog):
    """All are ticked; without a tick, or with “Keep them”, a copy stays."""

    def __init__(self, copies: Sequence[OldCopy], parent: QWidget | None = None) -> None:
        super().__init__(tr("Old copies can still be read"), parent, intro=_intro(copies),
                         columns=2)
        self._copies = copies
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setAccessibleName(tr("Old copies"))
        for each in copies:
            row = QListWidgetItem(_words(each))
            row.setToolTip("")
            row.setCheckState(Qt.CheckState.Checked)
            row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            self.list.addItem(row)
        self.list.setFixedHeight(theme.px(28) * min(MOST_ROWS, len(copies)) + theme.px(8))
        self.list.itemChanged.connect(lambda _: self._count())
        self.add_wide(self.list)
        self._cancel.setText(tr("Keep them"))
        self.fill_in()
        self._says.setText(tr("Copies in other places are for you to find."))
        self._count()

    def chosen(self) -> list[OldCopy]:
        """Those with a tick."""
        return [
            each for row, each in enumerate(self._copies)
            if self.list.item(row).checkState() == Qt.CheckState.Checked
        ]

    def _count(self) -> None:
        n = len(self.chosen())
        self._ok.setText(trn("Remove {n} copy", "Remove {n} copies", n) if n else tr("Remove"))
        self._ok.setEnabled(n > 0)


def _intro(copies: Sequence[OldCopy]) -> str:
    if all(each.is_plain for each in copies):
        return tr("These were made without the passphrase, and hold what you wrote. A new backup "
                  "with the passphrase has been made.")
    return tr("These open without the new passphrase, and hold what you wrote. A new backup with "
              "it has been made.")


def _words(copy: OldCopy) -> str:
    return tr(
        "{day}, {time} · {size} · {kind} · {place}",
        day=words.short_day(copy.made_at.date()) + f" {copy.made_at.year}",
        time=words.clock_time(copy.made_at), size=_size(copy.size),
        kind=tr("no passphrase") if copy.is_plain else tr("former passphrase"),
        place=tr("backup") if copy.is_backup else copy.path.name,
    )


def _size(size: int) -> str:
    if size < KILO**2:
        return tr("{n} KB", n=max(1, round(size / KILO)))
    return tr("{n} MB", n=round(size / KILO**2, 1))
