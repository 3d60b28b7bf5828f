"""The backups of the open journal: which there are, and what can be done with one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QListView,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from mentorjournal.models.backup_list import BackupList
from mentorjournal.store.backup import Backup
from mentorjournal.ui import theme
from mentorjournal.ui.placing import open_at
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.label import ElidedLabel, dress, label
from mentorjournal.ui.widgets.row_delegate import RowDelegate
from mentorjournal.words import tr

ROW = 52  # px


class BackupsDialog(QDialog):
    """States wishes by signal and stays open; `say` shows how they went."""

    make_wanted = Signal()
    look_wanted = Signal(object)  # a Backup
    restore_wanted = Signal(object)
    folder_wanted = Signal()
    no_folder_wanted = Signal()
    show_wanted = Signal()

    def __init__(self, model: BackupList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = model
        self.setWindowTitle(tr("Backups"))
        self.view = QListView()
        self.look = Button(tr("Look inside…"), "eye")
        self.restore = Button(tr("Restore…"), "clock-counter-clockwise")
        self.show_folder = Button(tr("Show in folder"), "folder-open", "quiet")
        self.choose = Button("", kind="row")
        self.forget = Button(tr("Stop using it"), kind="row")
        self.make = Button(tr("Back up now"), kind="primary")
        self.close_button = Button(tr("Close"))
        self._place = ElidedLabel("", "row-title")
        self._place_note = label("", "small", "muted", wrap=True)
        self._says = label("", "small", "muted", wrap=True)
        self._lay_out()
        self._wire()
        self.set_second_folder("", True)
        self._show_possible()
        open_at(self, 680, 600)

    # What is shown

    def set_second_folder(self, folder: str, is_there: bool) -> None:
        """Say where every backup is copied to as well; "" for nowhere."""
        self._place.setText(shown_path(folder) if folder else tr("No second folder"))
        if not folder:
            note = tr("Choose one on another disk, or one that is copied elsewhere, and every "
                      "backup is kept there too.")
        elif is_there:
            note = tr("Every backup is copied there too.")
        else:
            note = tr("It is not there at the moment. The next backup after it is back goes there.")
        self._place_note.setText(note)
        self.choose.setText(tr("Choose another…") if folder else tr("Choose a second folder…"))
        self.forget.setVisible(bool(folder))

    def say(self, text: str, tone: str = "muted") -> None:
        """Show a sentence beside the buttons."""
        self._says.setText(text)
        dress(self._says, "small", tone)

    def allow_making(self, allowed: bool) -> None:
        """Whether a backup can be made of this journal at all."""
        self.make.setEnabled(allowed)

    def chosen(self) -> Backup | None:
        """The backup that is selected."""
        index = self.view.currentIndex()
        return self._list.record_at(index.row()).backup if index.isValid() else None

    def select(self, row: int) -> None:
        """Select a row."""
        self.view.setCurrentIndex(self._list.index(row, 0))

    # How it is put together

    def _wire(self) -> None:
        self.make.clicked.connect(self.make_wanted)
        self.look.clicked.connect(lambda: self.look_wanted.emit(self.chosen()))
        self.restore.clicked.connect(lambda: self.restore_wanted.emit(self.chosen()))
        self.choose.clicked.connect(self.folder_wanted)
        self.forget.clicked.connect(self.no_folder_wanted)
        self.show_folder.clicked.connect(self.show_wanted)
        self.close_button.clicked.connect(self.reject)
        self.view.activated.connect(lambda _index: self.look_wanted.emit(self.chosen()))
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_possible())
        for signal in (self._list.rowsInserted, self._list.rowsRemoved):
            signal.connect(lambda *_: self._show_possible())

    def _show_possible(self) -> None:
        some = self._list.rowCount() > 0
        self._stack.setCurrentIndex(0 if some else 1)
        for button in (self.look, self.restore):
            button.setEnabled(self.chosen() is not None)
        self.show_folder.setEnabled(some)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(24)] * 4)
        column.setSpacing(theme.px(12))
        head = QVBoxLayout()
        head.setSpacing(theme.px(4))
        head.addWidget(label(tr("Backups"), "record-title"))
        head.addWidget(label(tr(
            "When you close the journal after a change, a copy is made and read back. Of the older "
            "ones, one a day, a week and a month stay."), "body", "muted", wrap=True))
        column.addLayout(head)
        column.addWidget(self._list_card(), 1)
        column.addLayout(_row(self.look, self.restore, None, self.show_folder))
        column.addWidget(self._second_card())
        feet = QHBoxLayout()
        feet.setSpacing(theme.px(8))
        feet.addWidget(self._says, 1)
        feet.addWidget(self.close_button)
        feet.addWidget(self.make)
        column.addLayout(feet)

    def _list_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        self.view.setModel(self._list)
        self.view.setItemDelegate(RowDelegate(self.view, rounded=False, height=ROW, avatars=False))
        self.view.setProperty("clear", True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setAccessibleName(tr("Backups, newest first"))
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setUniformItemSizes(True)
        empty = EmptyState(tr("No backup yet"), tr(
            "The first one is made when you close this journal after a change, or now."))
        self._stack = QStackedLayout(card)
        self._stack.setContentsMargins(1, 1, 1, 1)
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)
        return card

    def _second_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        lines = QVBoxLayout()
        lines.setSpacing(theme.px(2))
        lines.addWidget(self._place)
        lines.addWidget(self._place_note)
        row = QHBoxLayout(card)
        row.setContentsMargins(*[theme.px(14)] * 4)
        row.setSpacing(theme.px(8))
        row.addLayout(lines, 1)
        row.addWidget(self.forget)
        row.addWidget(self.choose)
        return card


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets in a row; None is the room between left and right."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    for each in widgets:
        if each is None:
            row.addStretch(1)
        else:
            row.addWidget(each)
    return row


def shown_path(path: str) -> str:
    """A path with ~ for the home folder, as people know it."""
    home = str(Path.home())
    return "~" + path[len(home):] if path.startswith(home + "/") else path
