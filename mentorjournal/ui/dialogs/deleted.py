"""Recently deleted: what was removed, with a way back for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mentorjournal.journal.deleted import Deleted
from mentorjournal.models.deleted_list import DeletedList, hung_on, key_of
from mentorjournal.models.roles import Role
from mentorjournal.ui import theme
from mentorjournal.ui.placing import open_at
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.row_delegate import RowDelegate
from mentorjournal.ui.widgets.search_line import SearchLine
from mentorjournal.words import tr


class DeletedDialog(QDialog):
    """States wishes; whoever opened it does them and shows the list anew."""

    restore_wanted = Signal(object)
    erase_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Recently deleted"))
        self.model = DeletedList(self)
        self.search = self._make_search()
        self.list = self._make_list()
        self.empty = EmptyState()
        self.says = label("", "small", "muted", wrap=True)
        self.erase = Button(tr("Erase for good…"), "trash", "danger")
        self.close_button = Button(tr("Close"))
        self.restore = Button(tr("Restore"), "arrow-counter-clockwise", "primary")
        self.erase.clicked.connect(lambda: self._wish(self.erase_wanted))
        self.restore.clicked.connect(lambda: self._wish(self.restore_wanted))
        self.close_button.clicked.connect(self.accept)
        self.restore.setDefault(True)
        self._lay_out()
        open_at(self, 760, 560)
        self.search.setFocus()

    def _make_search(self) -> SearchLine:
        search = SearchLine(tr("Find by any word"), tr("Find among what was removed"))
        search.searched.connect(self._look_for)
        return search

    def _make_list(self) -> QListView:
        view = QListView()
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setUniformItemSizes(True)
        view.setAccessibleName(tr("What was removed, newest first"))
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setItemDelegate(RowDelegate(view, rounded=False, avatars=False))
        view.setModel(self.model)
        view.selectionModel().currentChanged.connect(lambda _now, _before: self._tell())
        view.activated.connect(lambda _index: self._wish(self.restore_wanted))
        return view

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.empty)
        inside.addWidget(self.pages)
        deeds = QHBoxLayout()
        deeds.setSpacing(theme.px(8))
        deeds.addWidget(self.erase)
        deeds.addStretch(1)
        deeds.addWidget(self.close_button)
        deeds.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(n) for n in (24, 16, 24, 16)))
        column.setSpacing(theme.px(12))
        head = QVBoxLayout()
        head.setSpacing(theme.px(4))
        head.addWidget(label(tr("Recently deleted"), "record-title"))
        head.addWidget(label(
            tr("What you removed stays here, with everything that belonged to it, until you erase "
               "it for good."), "body", "muted", wrap=True))
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(card, 1)
        column.addWidget(self.says)
        column.addLayout(deeds)

    def show_entries(self, entries: Sequence[Deleted], says: str = "", tone: str = "muted") -> None:
        """Show what is removed now; `says` is what was just done, or why it could not be."""
        row = self.list.currentIndex().row()
        self.model.show(entries)
        self._choose(max(0, row))
        self._tell()
        if says:
            self.says.setText(says)
            dress(self.says, "small", tone)

    def current(self) -> Deleted | None:
        """The entry that is chosen."""
        found: Deleted | None = self.list.currentIndex().data(Role.RECORD)
        return found

    def choose(self, entry: Deleted) -> None:
        """Choose an entry."""
        self._choose(self.model.row_of(key_of(entry)))

    def _choose(self, row: int) -> None:
        row = min(row, self.model.rowCount() - 1)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        if row >= 0:
            self.list.selectionModel().setCurrentIndex(self.model.index(row, 0), flag)

    def _look_for(self, words: str) -> None:
        self.model.look_for(words)
        self._choose(0)
        self._tell()

    def _tell(self) -> None:
        """Say what coming back would bring along, and what can be done."""
        one = self.current()
        for button in (self.erase, self.restore):
            button.setEnabled(one is not None)
        self.pages.setCurrentWidget(self.list if self.model.rowCount() else self.empty)
        if self.model.is_empty():
            self.empty.set_words(
                tr("Nothing was removed"), tr("What you remove from the journal waits here."))
        else:
            self.empty.set_words(
                tr("Nothing found"), tr("No removed entry has all of these words."))
        dress(self.says, "small", "muted")
        self.says.setText(_coming_back(one) if one else "")

    def _wish(self, signal: object) -> None:
        one = self.current()
        if one is not None:
            signal.emit(one)  # type: ignore[attr-defined]


def _coming_back(one: Deleted) -> str:
    parts = []
    if one.counts:
        parts.append(tr("Comes back with {what}.", what=hung_on(one)))
    if one.owner_gone and one.owner:
        parts.append(tr("It belongs to {owner}, removed as well, which comes back too.",
                        owner=one.owner))
    return " ".join(parts)
