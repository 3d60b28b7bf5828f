"""The head that the pages about my own aims share: a title, and a row of tabs between them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.page_header import PageHeader
from mentorjournal.words import tr

# The key of a page in `ui/places.py` -> its words on the tab.
PAGES = {
    "goals": "Goals", "needs": "Needs", "hours": "Hours", "reflections": "Reflections",
    "passing_on": "People I mentor",
}


NEXT, BEFORE = ("Ctrl+Tab", "Ctrl+PgDown"), ("Ctrl+Shift+Tab", "Ctrl+PgUp")


class AimsHeader(QWidget):
    """`key` is the page it stands on; another tab asks for another page, and so does Ctrl+Tab.

    Whoever goes from tab to tab with the keyboard stays on the tabs.
    """

    page_wanted = Signal(str)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.head = PageHeader(tr(PAGES[key]))
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for words in PAGES.values():
            self.tabs.addTab(tr(words))
        self._turn_back()
        self.tabs.currentChanged.connect(self._wish)
        self.tabs.setAccessibleName(tr("Pages about my aims"))
        for keys, way in ((NEXT, 1), (BEFORE, -1)):
            shortcut = QShortcut(self)  # in the whole window, while this page is seen
            shortcut.setKeys([QKeySequence(each) for each in keys])
            shortcut.activated.connect(lambda way=way: self._step(way))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.head)
        strip = QFrame()
        strip.setObjectName("aimsTabs")
        self._strip = QHBoxLayout(strip)
        self._strip.addWidget(self.tabs)
        self._strip.addStretch(1)
        lines.addWidget(strip)
        self._size()

    def set_subtitle(self, subtitle: str) -> None:
        """The line below the title."""
        self.head.set_subtitle(subtitle)

    def add_button(self, words: str, icon_name: str | None = None, kind: str = "") -> Button:
        """Put a button at the right end of the head."""
        return self.head.add_button(words, icon_name, kind)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_strip"):
            self._size()

    def _size(self) -> None:
        self._strip.setContentsMargins(theme.px(12), 0, theme.px(12), 1)  # words under the title

    def _step(self, way: int) -> None:
        """Go to a neighbour; after the last page comes the first."""
        self._wish((list(PAGES).index(self._key) + way) % len(PAGES))

    def _wish(self, index: int) -> None:
        wanted = list(PAGES)[index]
        if wanted == self._key:
            return
        on_tabs = self.tabs.hasFocus()
        self._turn_back()
        self.page_wanted.emit(wanted)
        if on_tabs:
            for other in self.window().findChildren(AimsHeader):
                if other._key == wanted and other.isVisible():
                    other.tabs.setFocus(Qt.FocusReason.TabFocusReason)

    def _turn_back(self) -> None:
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(list(PAGES).index(self._key))
        self.tabs.blockSignals(False)
