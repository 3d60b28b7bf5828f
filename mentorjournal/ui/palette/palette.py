"""The palette over the window: a line to type in, what is found below it, and the keys at its foot.

It is a part of the window that lies over all the others, not a window of its own. Whoever closes it
has the keyboard back where it was.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QSizePolicy, QWidget
from shiboken6 import isValid

from mentorjournal.mentoring.deeds import Deed
from mentorjournal.ui import theme
from mentorjournal.ui.palette.asking import Asking
from mentorjournal.ui.palette.list import PaletteList
from mentorjournal.ui.palette.rows import PaletteRow
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.words import tr

WIDTH, TOP, FIELD, FOOT = 640, 96, 52, 40  # px
AIR = 40  # px kept free below it
LONGEST = 200


class Palette(QWidget):
    """Covers the window with the scrim; `chosen` carries a `Deed` once it is closed.

    `closed` comes first, with whatever had the keyboard having it again.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, asking: Asking, window: QWidget) -> None:
        super().__init__(window)
        self._asking = asking
        self._back = QApplication.focusWidget()
        self._is_open = False
        self.setObjectName("scrim")
        self.frame = QFrame(self)
        self.frame.setObjectName("palette")
        self.frame.setAccessibleName(tr("Search and do"))
        self.line = _Line()
        self.found = label("", "small", "muted")
        self.list = PaletteList(self.frame)
        self._foot = _Foot()
        self._lay_out()
        self._soon = QTimer(self)  # keys that came at once are answered at once
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.look)
        self.line.textChanged.connect(lambda _text: self._soon.start())
        self.line.pressed.connect(self._press)
        self.list.opened.connect(self._open)
        self.list.moved.connect(self._tell_row)

    def _lay_out(self) -> None:
        head = QFrame()
        head.setObjectName("paletteHead")
        beside = row(head, 0)
        beside.setContentsMargins(theme.px(17), 0, theme.px(18), 0)
        beside.addWidget(IconLabel("magnifying-glass", "muted", 18))
        beside.addWidget(self.line, 1)
        beside.addWidget(self.found)
        head.setFixedHeight(theme.px(FIELD))
        lines = column(self.frame, 0)
        lines.addWidget(head)
        holder = QWidget()
        around = column(holder, 0)
        around.setContentsMargins(0, theme.px(2), 0, theme.px(8))
        around.addWidget(self.list)
        lines.addWidget(holder, 1)
        lines.addWidget(self._foot)

    # Opening and closing ----------------------------------------------------------------------

    def open(self) -> None:
        """Cover the window, with the keyboard in the line."""
        self._is_open = True
        self.parentWidget().installEventFilter(self)
        QApplication.instance().installEventFilter(self)
        self.look()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QApplication.instance().focusChanged.connect(self._on_focus)

    def close(self) -> bool:
        """Give the window back, and the keyboard to whatever had it."""
        if not self._is_open:
            return True
        self._is_open = False
        app = QApplication.instance()
        app.focusChanged.disconnect(self._on_focus)
        app.removeEventFilter(self)
        self.parentWidget().removeEventFilter(self)
        if self.isAncestorOf(QApplication.focusWidget() or self.parentWidget()) and (
                self._back is not None and isValid(self._back) and self._back.isVisible()):
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._soon.stop()
        self.hide()
        self.closed.emit()
        return True

    def look_again(self) -> None:
        """The journal has changed; look soon, because it may go on changing."""
        self._soon.start()

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new is not self.line and not self.isAncestorOf(new):
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.parentWidget() and kind == QEvent.Type.Resize:
            self._place()
        elif kind == QEvent.Type.ShortcutOverride and watched is self.line:
            event.accept()  # the window behind it hears no key, as behind a dialog
            return True
        return False

    # Looking ----------------------------------------------------------------------------------

    def look(self) -> None:
        """Show what there is for what is typed."""
        self._soon.stop()
        self._show()

    def _show(self, place: int = 0) -> None:
        listing = self._asking.listing(self.line.text())
        self.found.setText(listing.count_words if listing.rows else "")
        self.list.show_rows(listing.rows, place)
        self._place()

    def _tell_row(self) -> None:
        """Say the selected row to those who hear it, and which keys it has."""
        now = self.list.row()
        self._foot.show_keys(now)
        self.line.setAccessibleDescription(now.sentence if now else "")
        if now is not None and self.isVisible():
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

            said = ", ".join(each for each in (self.found.text(), now.sentence) if each)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, said))

    # Keys -------------------------------------------------------------------------------------

    def _press(self, event: QKeyEvent) -> None:
        """A key that is no letter; accepted when it did something here."""
        key, held = Qt.Key(event.key()), event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        plain = {
            Qt.Key.Key_Escape: self.close,
            Qt.Key.Key_Down: partial(self.list.step, 1), Qt.Key.Key_Up: partial(self.list.step, -1),
            Qt.Key.Key_PageDown: partial(self.list.page, 1),
            Qt.Key.Key_PageUp: partial(self.list.page, -1),
            Qt.Key.Key_Home: partial(self.list.to_end, False),
            Qt.Key.Key_End: partial(self.list.to_end, True),
        }
        back = key == Qt.Key.Key_Backtab or bool(held & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(prepare=control)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.list.to_group(-1 if back else 1)
        elif control and key == Qt.Key.Key_K:
            self.close()
        elif key in plain and held in (
                Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            plain[key]()
        else:
            event.ignore()

    def _enter(self, *, prepare: bool) -> None:
        if self._soon.isActive():  # what was typed last is looked for first
            self.look()
        now = self.list.row()
        if now is None:
            return
        if not prepare:
            self._open(now)
        elif now.prepares is not None:
            self._choose(Deed("prepare", now.title.text, person_id=now.prepares))

    def _open(self, now: PaletteRow) -> None:
        if now.opens:
            place = self.list.current_place()
            self._asking.open_further(now.group)
            self._show(place)
        elif now.deed is not None:
            self._choose(now.deed)

    def _choose(self, deed: Deed) -> None:
        self.close()
        self.chosen.emit(deed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Beside the palette: close it."""
        if not self.frame.geometry().contains(event.position().toPoint()):
            self.close()
        event.accept()

    # Looks ------------------------------------------------------------------------------------

    def _place(self) -> None:
        """Cover the window; as high as the rows are, as far as there is room."""
        window = self.parentWidget()
        self.setGeometry(window.rect())
        top = min(TOP, self.height() // 8)
        width = min(theme.px(WIDTH), self.width() - 2 * AIR)
        wanted = theme.px(FIELD + FOOT + 10) + 2 + self.list.rows_height()
        height = min(wanted, self.height() - top - AIR)
        self.frame.setGeometry((self.width() - width) // 2, top, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(self.rect()), theme.color("scrim"))


class _Line(QLineEdit):
    """The line that is typed in; `pressed` carries every key before the line has it."""

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paletteLine")
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(tr("Find anything, or say what to do"))
        self.setAccessibleName(tr("Find anything in the journal, or say what to do"))

    def event(self, event: QEvent) -> bool:
        # Tab before the window takes it to go to the next field.
        if event.type() == QEvent.Type.KeyPress and event.key() in (
                Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.pressed.emit(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        self.pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)
            event.accept()


class _Foot(QFrame):
    """The keys, and what each does to the selected row."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paletteFoot")
        self.setFixedHeight(theme.px(FOOT))
        line = row(self, 6)
        line.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        self._move = [_cap("↑"), _cap("↓"), label(tr("move"), "small", "muted")]
        self._open = [_cap(tr("Enter")), label(tr("open"), "small", "muted")]
        self._prepare = [_cap(tr("Ctrl+Enter")), label(tr("prepare meeting"), "small", "muted")]
        for group in (self._move, self._open, self._prepare):
            for one in group:
                line.addWidget(one)
            line.addSpacing(theme.px(10))
        line.addStretch(1)
        for one in (_cap(tr("Esc")), label(tr("close"), "small", "muted")):
            line.addWidget(one)

    def show_keys(self, now: PaletteRow | None) -> None:
        """Only the keys that do something now."""
        for one in (*self._move, *self._open):
            one.setVisible(now is not None)
        does = now is not None and now.deed is not None and now.deed.name != "go"
        self._open[1].setText(tr("do it") if does else tr("open"))
        for one in self._prepare:
            one.setVisible(now is not None and now.prepares is not None)


def _cap(words: str) -> QWidget:
    made = label(words, "micro")
    made.setProperty("keycap", True)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made
