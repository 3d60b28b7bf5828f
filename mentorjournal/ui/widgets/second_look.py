"""Wording worth a second look, shown where it stands: underlined, with its reason and better words.

`SecondLook(field, settings, names)` is all a page does; its `line` goes below the field. The text
is never touched but for a replacement that is chosen, which is one step to take back.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit, QToolTip

from mentorjournal.journal.wording import lists_of
from mentorjournal.mentoring.wording import Flag, flags
from mentorjournal.settings import SECOND_LOOK, Settings
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import plain_tooltip
from mentorjournal.words import tr, trn

PAUSE = 250  # ms after the last key
MOST = 20_000  # letters that are looked through; nobody's brief has more
OFFERED = 6


class SecondLook(QObject):
    """Watches one text. `evidence_wanted` is for what studies say of such words."""

    evidence_wanted = Signal()

    def __init__(
        self, field: QPlainTextEdit, settings: Settings, names: Iterable[str] = (),
        language: str = "en",
    ) -> None:
        super().__init__(field)
        self._field, self._settings = field, settings
        self._names, self._language = tuple(names), language
        self.flags: list[Flag] = []
        self._at = -1
        self.line = Button("", "magnifying-glass", "link")
        self.line.hide()
        self.line.clicked.connect(self.step)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.look)
        field.textChanged.connect(self._pause.start)
        field.viewport().installEventFilter(self)
        stop = settings.listen(SECOND_LOOK, lambda _on: self.look())
        self.destroyed.connect(lambda *_: stop())
        self._pause.start()

    def set_names(self, names: Iterable[str]) -> None:
        """Look for the bare given names of other people."""
        self._names = tuple(names)
        self._pause.start()

    # Looking

    def look(self) -> None:
        """Look through the text now."""
        self._pause.stop()
        on = self._settings.get(SECOND_LOOK)
        text = self._field.toPlainText()[:MOST]
        self.flags = flags(text, lists_of(self._language), self._names) if on else []
        self._at = -1
        self._field.setExtraSelections([self._underlined(flag) for flag in self.flags])
        n = len(self.flags)
        self.line.setText(trn("{n} word worth a second look", "{n} words worth a second look", n))
        self.line.setToolTip(plain_tooltip(tr("Go to the next one")))
        self.line.setVisible(bool(n))

    def _underlined(self, flag: Flag) -> QTextEdit.ExtraSelection:
        marked = QTextEdit.ExtraSelection()
        face = QTextCharFormat()
        face.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        face.setUnderlineColor(theme.color("warn"))
        marked.format = face
        marked.cursor = self._cursor_of(flag)
        return marked

    def _cursor_of(self, flag: Flag) -> QTextCursor:
        # Qt counts characters beyond the first plane as two.
        before = self._field.toPlainText()[: flag.start]
        start = len(before.encode("utf-16-le")) // 2
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(start)
        cursor.setPosition(
            start + len(flag.words.encode("utf-16-le")) // 2, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def flag_at(self, spot: QPoint | None = None) -> Flag | None:
        """The flag under a spot of the viewport, or where the text cursor is."""
        cursor = self._field.cursorForPosition(spot) if spot else self._field.textCursor()
        for flag in self.flags:
            marked = self._cursor_of(flag)
            if marked.selectionStart() <= cursor.position() <= marked.selectionEnd():
                return flag
        return None

    # Saying why

    def step(self) -> None:
        """Go to the next flag, and say why it is one."""
        if not self.flags:
            return
        self._at = (self._at + 1) % len(self.flags)
        flag = self.flags[self._at]
        cursor = self._cursor_of(flag)
        self._field.setFocus()
        self._field.setTextCursor(cursor)
        self._field.ensureCursorVisible()
        spot = self._field.cursorRect(cursor).bottomLeft()
        words = why(flag)
        self._field.setAccessibleDescription(words)
        QToolTip.showText(
            self._field.viewport().mapToGlobal(spot), plain_tooltip(words), self._field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            flag = self.flag_at(event.pos())
            if flag is not None:
                QToolTip.showText(event.globalPos(), plain_tooltip(why(flag)), self._field)
                return True
        return super().eventFilter(watched, event)

    def fill(self, menu: QMenu, spot: QPoint) -> None:
        """Add what can be done about the flag at a spot, or at the text cursor, to a menu."""
        flag = self.flag_at(spot) or self.flag_at()
        if flag is None:
            return
        menu.addSeparator()
        head = menu.addAction(tr("“{words}”: worth a second look", words=flag.words.replace(
            "&", "&&")))
        head.setEnabled(False)
        for better in flag.better[:OFFERED]:
            menu.addAction(tr("Write “{word}”", word=better),
                           lambda better=better: self.replace(flag, better))
        menu.addAction(tr("Why?"), lambda: self._show_why(flag))
        menu.addAction(tr("What studies say…"), self.evidence_wanted.emit)
        menu.addAction(tr("Turn this off everywhere"),
                       lambda: self._settings.set(SECOND_LOOK, False))

    def _show_why(self, flag: Flag) -> None:
        self._at = self.flags.index(flag) - 1 if flag in self.flags else -1
        self.step()

    def replace(self, flag: Flag, words: str) -> None:
        """Write other words in the place of a flag, as one step."""
        cursor = self._cursor_of(flag)
        if cursor.selectedText() != flag.words:
            return  # the text has changed under the menu
        cursor.insertText(words.capitalize() if flag.words[:1].isupper() else words)
        self._field.setTextCursor(cursor)


def why(flag: Flag) -> str:
    """The reason, and what says more."""
    if not flag.better:
        return flag.why
    return tr("{why}\nStronger: {words}", why=flag.why, words=", ".join(flag.better))


def fill_menus(field: QPlainTextEdit, menu: QMenu, spot: QPoint) -> None:
    """Add to the menu of a text what a second look has to say, where one watches it."""
    for look in field.findChildren(SecondLook):
        look.fill(menu, spot)


