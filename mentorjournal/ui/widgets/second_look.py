"""Wording worth a second look, pointed out in a text field while it is written.

    column.addWidget(field)
    column.addWidget(second_look.watch(field, settings, names))

A field of several lines has the words underlined, one of a single line only has them counted below.
Neither the text nor its undo steps are touched, unless a better word is chosen from the menu.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QHelpEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QWidget,
    QWidgetAction,
)
from shiboken6 import isValid

from mentorjournal.journal import word_lists
from mentorjournal.mentoring import wording
from mentorjournal.mentoring.wording import Flag, WordLists
from mentorjournal.settings import LANGUAGE, SECOND_LOOK, Settings
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import label, plain_tooltip
from mentorjournal.ui.widgets.parts import column, row, set_wrapped, wrapped
from mentorjournal.ui.widgets.text_menu import Field, menu_of
from mentorjournal.words import tr, trn

PAUSE_MS = 400  # after the last key
MOST_LETTERS = 100_000  # of a text that are read; a brief has a tenth of them
MOST_MARKED = 500
NEXT_KEY = "F7"
MENU_WIDTH = 300  # px of the reason in the menu

Names = Sequence[str] | Callable[[], Sequence[str]]


def watch(field: Field, settings: Settings, names: Names = ()) -> SecondLook:
    """Watch a field; returns the line to place below it, which is hidden while there is nothing.

    `names` are the full names, as in the journal, of those whose title is due, or give them.
    """
    return SecondLook(field, settings, names)


class SecondLook(QWidget):
    """How many words are worth a second look, with a button that steps through them."""

    def __init__(self, field: Field, settings: Settings, names: Names = ()) -> None:
        super().__init__()
        self.hide()
        self._field, self._settings, self._names = field, settings, names
        self._flags: list[Flag] = []
        self._places: list[tuple[int, int]] = []  # of the flags, as Qt counts
        self._said = ""
        self._at: Flag | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.look)
        self._lay_out()
        self._attach()
        self.look()

    def _lay_out(self) -> None:
        self.step = Button("", "eye", kind="link")
        self.step.setToolTip(plain_tooltip(tr("Go to the next one ({key})", key=NEXT_KEY)))
        self.step.clicked.connect(self.go_on)
        self.why = Button(tr("Why this list?"), kind="link")
        self.why.clicked.connect(self._show_evidence)
        self.reason = wrapped("", "small", "muted")
        self.reason.hide()
        self.why.hide()
        line = row(gap=12)
        line.addWidget(self.step)
        line.addStretch(1)
        line.addWidget(self.why)
        lines = column(self, 4)
        lines.addLayout(line)
        lines.addWidget(self.reason)

    def _attach(self) -> None:
        self._field.textChanged.connect(self._timer.start)
        self._field.destroyed.connect(self._timer.stop)
        self.destroyed.connect(self._settings.listen(SECOND_LOOK, self._turned))
        theme.current().changed.connect(self._mark)
        menu_of(self._field).add(self._add_entries, first=True)
        following = QAction(tr("Next wording worth a second look"), self._field)
        following.setShortcut(QKeySequence(NEXT_KEY))
        following.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        following.triggered.connect(self.go_on)
        self._field.addAction(following)
        inside = self._field.viewport() if isinstance(self._field, QPlainTextEdit) else self._field
        inside.installEventFilter(self)

    # Looking ----------------------------------------------------------------------------------

    def flags(self) -> list[Flag]:
        """What was found last."""
        return list(self._flags)

    def look(self) -> None:
        """Look at the text as it is now."""
        if not isValid(self._field):
            return
        self._timer.stop()
        found: list[Flag] = []
        text = self._text()
        if self._settings.get(SECOND_LOOK):
            names = self._names() if callable(self._names) else self._names
            found = wording.flags(text, names=names, lists=self._lists())
        self._flags, self._places = found, _places(text, found)
        self._mark()
        self._count()

    def _lists(self) -> WordLists:
        return word_lists.of_language(self._settings.get(LANGUAGE) or "en")

    def _text(self) -> str:
        """The text as far as it is read."""
        if isinstance(self._field, QLineEdit):
            return self._field.text()[:MOST_LETTERS]
        return self._field.document().toRawText()[:MOST_LETTERS]

    def _turned(self, on: bool) -> None:
        self.look()
        if not on:
            self._say("")

    def _count(self) -> None:
        count = len(self._flags)
        self.step.setText(trn(
            "{n} word worth a second look", "{n} words worth a second look", count))
        if self._at not in self._flags:
            self._at = None
            self._say("")
        if self.parentWidget() is not None or not count:
            self.setVisible(bool(count))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange:  # placed in a page
            self.setVisible(bool(self._flags) and self.parentWidget() is not None)
        return super().event(event)

    # In the text ------------------------------------------------------------------------------

    def _mark(self) -> None:
        if not isValid(self._field) or isinstance(self._field, QLineEdit):
            return
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        look.setUnderlineColor(theme.color("warn"))
        marks = []
        for start, end in self._places[:MOST_MARKED]:
            mark = QTextEdit.ExtraSelection()
            mark.format = look  # type: ignore[attr-defined]
            mark.cursor = self._cursor(start, end)  # type: ignore[attr-defined]
            marks.append(mark)
        self._field.setExtraSelections(marks)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        assert isinstance(self._field, QPlainTextEdit)
        cursor = QTextCursor(self._field.document())
        cursor.setKeepPositionOnInsert(True)  # what is typed after a word is not of it
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def go_on(self) -> None:
        """Put the cursor on the next one after it, and say the reason."""
        self._look_if_typed()
        if not self._flags:
            return
        starts = [start for start, _end in self._places]
        here = self._selection_start()
        number = next((n for n, start in enumerate(starts) if start > here), 0)
        if self._at is None and here in starts:
            number = starts.index(here)
        self._select(*self._places[number])
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._at = self._flags[number]
        self._say(reason(self._at, self._at.words))

    def _selection_start(self) -> int:
        if isinstance(self._field, QLineEdit):
            return self._field.selectionStart() if self._field.hasSelectedText() \
                else self._field.cursorPosition()
        return self._field.textCursor().selectionStart()

    def _select(self, start: int, end: int) -> None:
        if isinstance(self._field, QLineEdit):
            self._field.setSelection(start, end - start)
        else:
            cursor = self._cursor(start, end)
            cursor.setKeepPositionOnInsert(False)
            self._field.setTextCursor(cursor)
            self._field.ensureCursorVisible()

    def _say(self, words: str) -> None:
        if words == self._said:
            return
        self._said = words
        set_wrapped(self.reason, words)
        for part in (self.reason, self.why):
            part.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, words))

    def _look_if_typed(self) -> None:
        if self._timer.isActive():
            self.look()

    def _found_at(self, place: int) -> int | None:
        """Which of the flags has this place inside or at its ends."""
        return next((n for n, (start, end) in enumerate(self._places)
                     if start <= place <= end), None)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._field.cursorForPosition(event.pos()).position() if isinstance(
                self._field, QPlainTextEdit) else self._field.cursorPositionAt(event.pos())
            found = self._found_at(place)
            if found is not None:
                flag = self._flags[found]
                QToolTip.showText(event.globalPos(), plain_tooltip(reason(flag)), self._field)
                return True
        return False

    # The menu ---------------------------------------------------------------------------------

    def _add_entries(self, menu: QMenu, place: int) -> None:
        self._look_if_typed()
        found = self._found_at(place)
        if found is None:
            return
        flag = self._flags[found]
        said = wrapped(reason(flag, better=False), "small", "muted")
        menu.setAccessibleDescription(said.accessibleName())
        _add_words(
            menu, label(tr("Wording worth a second look"), "heading", "ink2"), said)
        if not self._field.isReadOnly():
            self._add_better(menu, flag)
        menu.addAction(tr("Why this list?"), self._show_evidence)
        menu.addAction(tr("Turn off everywhere (on again in the View menu)"),
                       partial(self._settings.set, SECOND_LOOK, False))

    def _add_better(self, menu: QMenu, flag: Flag) -> None:
        for better in flag.better:
            menu.addAction(tr("Write “{word}”", word=better).replace("&", "&&"),
                           partial(self.replace, flag, better))
        if flag.may_go:
            menu.addAction(tr("Leave it out"), partial(self.replace, flag, ""))
        menu.addSeparator()

    def replace(self, flag: Flag, better: str) -> None:
        """Write a better word in its place, or nothing; one step to undo."""
        text = self._text()
        if flag not in self._flags or text[flag.start : flag.end] != flag.words:
            return
        start, end, words = wording.replacement(text, flag, better)
        self._select(_as_qt(text, start), _as_qt(text, end))
        if isinstance(self._field, QLineEdit):
            self._field.insert(words)
        else:
            self._field.textCursor().insertText(words)
        self.look()

    def _show_evidence(self) -> None:
        from mentorjournal.ui.dialogs.wording_evidence import show_evidence

        show_evidence(self._field.window(), self._lists())


def reason(flag: Flag, of: str = "", better: bool = True) -> str:
    """Why a flag stands there and what would be stronger, in sentences; `of` names the words."""
    said = [tr("“{words}”:", words=of), flag.why] if of else [flag.why]
    if better and flag.better:
        said.append(tr("Stronger: {words}.", words=", ".join(flag.better)) if flag.results
                    else tr("Instead: {words}.", words=", ".join(flag.better).rstrip(".")))
    if flag.results:
        said.append(tr("A result would be: {words}.", words=", ".join(flag.results)))
    return " ".join(said)


def _add_words(menu: QMenu, *lines: QLabel) -> None:
    """Lines to read at the beginning of a menu, wrapped, which its own actions cannot be."""
    page = QWidget()
    inside = column(page, 4)
    inside.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
    for line in lines:
        line.setFixedWidth(theme.px(MENU_WIDTH))
        inside.addWidget(line)
    action = QWidgetAction(menu)
    action.setDefaultWidget(page)
    action.setEnabled(False)
    menu.addAction(action)
    menu.addSeparator()


def _as_qt(text: str, place: int) -> int:
    """A place in a text as Qt counts it, in pieces of 16 bits."""
    return place + sum(letter > "\uffff" for letter in text[:place])


def _places(text: str, flags: Sequence[Flag]) -> list[tuple[int, int]]:
    """Where each flag begins and ends, as Qt counts."""
    wide = [n for n, letter in enumerate(text) if letter > "\uffff"]
    return [(flag.start + bisect_left(wide, flag.start), flag.end + bisect_left(wide, flag.end))
            for flag in flags]
