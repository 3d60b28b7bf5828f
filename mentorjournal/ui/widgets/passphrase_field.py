"""A field for a passphrase: dots, shown on wish, and a word when Caps Lock seems to be on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.words import tr

FEW = 8  # letters under which a longer one is suggested
_HINTS = (
    Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhNoAutoUppercase
)


def difference(first: str, again: str) -> str:
    """What is wrong with a new passphrase that was typed twice, in a sentence; "" when all is well.

    What makes a good one is for the person to say.
    """
    if not first:
        return tr("Type a passphrase.")
    if not again:
        return tr("Type it once more.")
    return "" if first == again else tr("The two are not the same.")


def advice(first: str) -> str:
    """A gentle word about a short passphrase."""
    return tr("Longer is safer: four unrelated words are easy to keep.") if (
        0 < len(first) < FEW) else ""


def no_way_back() -> str:
    """What a passphrase costs, said before one is set."""
    return tr("If you forget the passphrase, nobody can open the journal. "
              "Write it down and keep it somewhere safe.")


class Eye(IconButton):
    """For the mouse only; what is typed is never for it, nor through it for the field around it."""

    def __init__(self, field: QWidget) -> None:
        super().__init__("eye", "", side=26, parent=field)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # a key that is ignored goes on to the field


class PassphraseField(QLineEdit):
    """`caps_lock` is told at every letter; keys reach the eye by the context menu."""

    caps_lock = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(_HINTS)
        self.eye = Eye(self)
        self.eye.clicked.connect(lambda: self.set_shown(not self.is_shown()))
        self.set_shown(False)
        self._make_room()

    def set_shown(self, shown: bool) -> None:
        """Show the letters, or dots."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self.setInputMethodHints(_HINTS)
        self.eye.set_face("eye-slash" if shown else "eye",
                          tr("Hide the letters") if shown else tr("Show the letters"))

    def is_shown(self) -> bool:
        """Whether the letters can be read."""
        return self.echoMode() == QLineEdit.EchoMode.Normal

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        letter = event.text()
        if len(letter) == 1 and letter.isalpha() and letter.upper() != letter.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(letter.isupper() != shift)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        menu.addAction(self.eye.accessibleName(), self.eye.click)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.eye.width()
        self.eye.move(self.width() - side - theme.px(5), (self.height() - side) // 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()

    def _make_room(self) -> None:
        self.setTextMargins(0, 0, theme.px(26), 0)
