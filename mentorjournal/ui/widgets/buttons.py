"""Push buttons and icon buttons in the kinds of the theme, with icons that follow its colours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.icons import icon
from mentorjournal.ui.widgets.label import plain_tooltip

ICON_TOKENS = {
    "primary": "on-accent", "quiet": "accent-ink", "link": "accent-ink", "danger": "alert",
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
GAP = 4  # added to the 4 px Qt leaves between an icon and its text


def _entered(button: QPushButton | QToolButton, event: QKeyEvent) -> bool:
    """Let Enter press the button that has the keyboard, as Space does; whether it was Enter."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in ENTER or held != Qt.KeyboardModifier.NoModifier:
        return False
    if not event.isAutoRepeat():
        button.showMenu() if button.menu() else button.click()
    return True


class Button(QPushButton):
    """`kind` is "" (secondary), primary, row, quiet, link, day, late or danger."""

    def __init__(
        self, words: str, icon_name: str | None = None, kind: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._icon_name = icon_name
        self._kind = kind
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.set_icon(icon_name)

    def set_icon(self, name: str | None) -> None:
        """Show another icon, or none."""
        self._icon_name = name
        if name is None:
            self.setIcon(QIcon())
            return
        token = ICON_TOKENS.get(self._kind, "muted")
        self.setIcon(icon(name, token, token))
        self._size_icon()

    def set_kind(self, kind: str) -> None:
        """Become another kind of button, as when the one next thing to do changes."""
        if kind == self._kind:
            return
        self._kind = kind
        self.setProperty("kind", kind)
        self.set_icon(self._icon_name)
        self.style().unpolish(self)
        self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _entered(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size_icon()

    def _size_icon(self) -> None:
        side = theme.px(14 if self._kind in ("row", "day") else 16)
        self.setIconSize(QSize(side + theme.px(GAP), side))


class IconButton(QToolButton):
    """An icon alone, with words for the tooltip and for screen readers; `kind` "" or "box"."""

    def __init__(
        self, icon_name: str, words: str, kind: str = "", side: int = 28, *,
        token: str = "muted", parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._side = side
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_face(icon_name, words, token)
        self._size()

    def set_face(self, icon_name: str, words: str, token: str = "muted") -> None:
        """Show another icon and say other words."""
        self.setIcon(icon(icon_name, token))
        self.setToolTip(plain_tooltip(words))
        self.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _entered(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size()

    def _size(self) -> None:
        side = theme.px(self._side)
        self.setFixedSize(side, side)
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
