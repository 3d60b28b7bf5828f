"""What can be done with a row of Today, as a menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from mentorjournal.mentoring.today import Row
from mentorjournal.words import tr

SNOOZES = ((1, "Tomorrow"), (3, "In 3 days"), (7, "Next week"))
Do = Callable[[], object]


def row_menu(
    parent: QWidget, row: Row, act: Do, show: Do, person: Do, snooze: Callable[[int], object],
    dismiss: Do,
) -> QMenu:
    """The next step, ways to see more, and later or not again; `snooze` gets days, 0 to ask."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(row.title)
    first = menu.addAction(row.deed.words.replace("&", "&&"), act)
    menu.setDefaultAction(first)
    if row.entry is not None:
        menu.addAction(tr("Open"), show).setShortcut(QKeySequence(Qt.Key.Key_Space))
    if row.person_id is not None and not (row.entry and row.entry.kind == "person"):
        menu.addAction(tr("Open their page"), person)
    menu.addSeparator()
    later = menu.addMenu(tr("Snooze"))
    for days, words in SNOOZES:
        entry = later.addAction(tr(words), lambda days=days: snooze(days))
        if days == 1:
            entry.setShortcut(QKeySequence(Qt.Key.Key_S))
    later.addSeparator()
    later.addAction(tr("Choose a day…"), lambda: snooze(0))
    menu.addAction(tr("Not again"), dismiss).setShortcut(QKeySequence(Qt.Key.Key_Delete))
    return menu
