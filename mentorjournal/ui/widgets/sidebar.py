"""The sidebar: whose journal this is, the pages, and below them search, settings and lock.

Up and Down move among the entries, Enter, Space or a click choose one. In a narrow window it is a
rail of icons whose words are in tooltips.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.icons import paint_icon
from mentorjournal.ui.widgets.label import ElidedLabel, plain_tooltip
from mentorjournal.ui.widgets.sidebar_list import SidebarList
from mentorjournal.words import tr

WIDTH = 208
RAIL_WIDTH = 56
TILE = 32


@dataclass(frozen=True)
class SidebarEntry:
    """One entry; `key` is what `chosen` carries. A `count` of 0 is not shown."""

    key: str
    icon: str
    label: str
    count: int = 0
    shortcut: str = ""
    count_words: str = ""


class JournalTile(QWidget):
    """The teal tile with an open book."""

    def __init__(self, side: int = TILE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._side), theme.px(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        area = QRectF(self.rect())
        painter.drawRoundedRect(area, area.width() / 4.6, area.width() / 4.6)
        side = area.width() * 0.56
        book = QRectF(0, 0, side, side)
        book.moveCenter(area.center())
        paint_icon(painter, book, "book-open", theme.color("on-accent"), filled=True)


class Sidebar(QFrame):
    """The entries above and below; `chosen` carries the key of the one a person chose."""

    chosen = Signal(str)

    def __init__(
        self, pages: Sequence[SidebarEntry], commands: Sequence[SidebarEntry] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`pages` stay marked while they are open; `commands` are at the bottom and do not."""
        super().__init__(parent)
        self.setObjectName("sidebar")
        self._rail = False
        self._tile = JournalTile()
        self._name = ElidedLabel("", "heading")
        self._note = ElidedLabel("", "micro", "muted")
        self.pages = SidebarList(pages, tr("Pages"), self)
        self.commands = SidebarList(commands, tr("More"), self)
        for each in (self.pages, self.commands):
            each.chosen.connect(self._choose)
        self._lay_out()
        self.set_journal("", tr("Only on this computer"))
        self.set_rail(False)

    def set_journal(self, name: str, note: str = "") -> None:
        """Say whose journal it is, and below that where it is."""
        self._name.setText(name)
        if note:
            self._note.setText(note)
        self._tile.setToolTip(plain_tooltip(self._name.text()) if self._rail else "")

    def set_current(self, key: str) -> None:
        """Mark a page as the open one, without saying so."""
        self.pages.set_open(key)

    def current(self) -> str:
        """The key of the open page."""
        return self.pages.open_key()

    def set_count(self, key: str, count: int, words: str = "") -> None:
        """Show how much waits; `words` tell screen readers and the tooltip what is counted."""
        for each in (self.pages, self.commands):
            each.set_count(key, count, words)

    def set_rail(self, rail: bool) -> None:
        """Fold to a rail of icons, or unfold."""
        self._rail = rail
        self._text.setVisible(not rail)
        self._head.setContentsMargins(theme.px(12 if rail else 16), theme.px(16), theme.px(11), 0)
        for each in (self.pages, self.commands):
            each.set_rail(rail)
        self.set_journal(self._name.text())
        self.setFixedWidth(self.sizeHint().width())

    def is_rail(self) -> bool:
        """Whether it is folded."""
        return self._rail

    def sizeHint(self) -> QSize:
        width = RAIL_WIDTH if self._rail else theme.px(WIDTH)
        return QSize(max(width, theme.px(RAIL_WIDTH)), super().sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.set_rail(self._rail)

    def _choose(self, key: str) -> None:
        if any(entry.key == key for entry in self.pages.entries()):
            self.set_current(key)
        self.chosen.emit(key)

    def _lay_out(self) -> None:
        self._text = QWidget()
        lines = QVBoxLayout(self._text)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self._name)
        lines.addWidget(self._note)
        self._head = QHBoxLayout()
        self._head.setSpacing(theme.px(10))
        self._head.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self._text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(7))
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addSpacing(theme.px(15))
        column.addWidget(self.pages)
        column.addStretch(1)
        column.addWidget(self.commands)
