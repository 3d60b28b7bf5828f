"""A form with pages: fields go to the page added last, and a page with something wrong says so."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.icons import icon
from mentorjournal.ui.widgets.form_dialog import FormDialog
from mentorjournal.ui.widgets.form_page import FormPage
from mentorjournal.ui.widgets.label import dress
from mentorjournal.words import tr


class TabbedForm(FormDialog):
    """Call `add_page` before the first field; Ctrl+Page Down goes from page to page."""

    def __init__(
        self, title: str, parent: QWidget | None = None, *, ok: str = "", columns: int = 2,
        intro: str = "", record: tuple[str, int] | None = None,
    ) -> None:
        super().__init__(title, parent, ok=ok, columns=columns, intro=intro, record=record)
        self.pages = QTabWidget()
        self.pages.setIconSize(QSize(theme.px(14), theme.px(17)))
        # The words of the first page stand over its fields, not at the edge of the window.
        self.pages.setStyleSheet("QTabWidget::tab-bar { left: 12px; }")
        self._page_of: dict[str, int] = {}
        self._signs: list[str] = []
        self._wrong_now: Mapping[str, str] = {}
        self.pages.currentChanged.connect(lambda _: self._say_elsewhere())
        # As shortcuts, because lists and numbers keep Page Up and Page Down for themselves.
        QShortcut(QKeySequence("Ctrl+PgDown"), self, lambda: self._turn(1))
        QShortcut(QKeySequence("Ctrl+PgUp"), self, lambda: self._turn(-1))
        first = self._pages.pop()
        self.layout().replaceWidget(first, self.pages)
        first.deleteLater()

    def add_page(self, words: str, sign: str = "") -> None:
        """Begin another page; `sign` is the icon beside its words."""
        area = self._begin_page(FormPage(self._columns, (24, 16, 24, 16), 14, close=True))
        self._signs.append(sign)
        self.pages.addTab(area, icon(sign) if sign else QIcon(), words)

    def add_field(self, key: str, words: str, widget: QWidget, **more: object) -> QWidget:
        self._page_of[key] = self.pages.count() - 1
        return super().add_field(key, words, widget, **more)

    def add_check(self, key: str, widget: QWidget, **more: object) -> QWidget:
        self._page_of[key] = self.pages.count() - 1
        return super().add_check(key, widget, **more)

    def show_field(self, key: str) -> None:
        """Turn to the page of a field and put the keyboard there."""
        self.pages.setCurrentIndex(self._page_of[key])
        self.field(key).setFocus(Qt.FocusReason.OtherFocusReason)

    def validate(self) -> bool:
        well = super().validate()
        self._wrong_now = {} if well else self.wrong_now(self.field_values())
        for page in range(self.pages.count()):
            wrong = any(self._page_of.get(key) == page for key in self._wrong_now)
            shown = any(
                self._fields[key].visited and self._page_of.get(key) == page
                for key in self._wrong_now if key in self._fields
            )
            sign = "warning-circle" if wrong and shown else self._signs[page]
            token = "alert" if wrong and shown else "muted"
            self.pages.setTabIcon(page, icon(sign, token, token) if sign else QIcon())
        self._say_elsewhere()
        return well

    def _say_elsewhere(self) -> None:
        """What is wrong on another page is said beside the buttons, with the name of the page."""
        here = self.pages.currentIndex()
        for key, sentence in self._wrong_now.items():
            page = self._page_of.get(key, here)
            if page != here:
                name = self.pages.tabText(page).replace("&", "")
                self._says.setText(tr("{page}: {sentence}", page=name, sentence=sentence))
                visited = key in self._fields and self._fields[key].visited
                dress(self._says, "small", "alert" if visited else "muted")
                return
        if self._says.text() and not self._wrong_now:
            self._says.setText("")

    def _turn(self, way: int) -> None:
        self.pages.setCurrentIndex((self.pages.currentIndex() + way) % self.pages.count())

    def sizeHint(self) -> QSize:
        """As high as the highest page needs, within 1100 × 700."""
        highest = max(
            (self.pages.widget(n).widget().sizeHint().height() for n in range(self.pages.count())),
            default=0,
        )
        room = self.screen().availableSize() if self.screen() else QSize(1100, 680)
        wanted = QSize(theme.px(760), highest + theme.px(180))
        return wanted.boundedTo(QSize(min(room.width(), 1400) - 40, min(room.height(), 700) - 40))
