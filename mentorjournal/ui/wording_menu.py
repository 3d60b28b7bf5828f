"""“Earlier wordings…” in the menu of every text that shows a field of the journal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from mentorjournal.ui.widgets.recorded import record_of
from mentorjournal.ui.widgets.text_menu import menu_of
from mentorjournal.words import tr

KEYS = "Ctrl+Shift+H"
_EQUIPPED = "has earlier wordings"


class WordingMenu(QObject):
    """Gives a text its entry and its keys when it first has the focus, which a click gives too."""

    wanted = Signal(QWidget)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        QApplication.instance().focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, QLineEdit | QPlainTextEdit) and record_of(new) is not None and (
            not new.property(_EQUIPPED)
        ):
            self._equip(new)

    def _equip(self, field: QLineEdit | QPlainTextEdit) -> None:
        field.setProperty(_EQUIPPED, True)
        action = QAction(tr("Earlier &wordings…"), field)
        action.setShortcut(QKeySequence(KEYS))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: self.wanted.emit(field))
        field.addAction(action)
        menu_of(field).add(lambda menu, _place: menu.addAction(action))
