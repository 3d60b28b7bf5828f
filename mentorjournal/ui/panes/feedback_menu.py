"""What can be done with entries of the feedback log, as a menu beside the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from mentorjournal.journal.feedback_log import Row
from mentorjournal.words import tr, trn


def entry_menu(
    parent: QWidget, row: Row, wish: Callable[[str], object], theme: Callable[[], object],
    remove: Callable[[], object],
) -> QMenu:
    """For one entry; `wish` takes the name of a wish."""
    menu = _menu(parent)
    entry = row.entry
    if entry.date is None:
        menu.addAction(tr("Note what was said…"), lambda: wish("heard"))
    menu.addAction(tr("Edit…"), lambda: wish("edit"))
    menu.addAction(tr("Theme…"), theme)
    menu.addAction(tr("Open the page of {name}", name=row.person.short_name).replace("&", "&&"),
                   lambda: wish("person"))
    menu.addSeparator()
    if entry.set_aside_on:
        menu.addAction(tr("Take up again"), lambda: wish("take_up"))
    elif not entry.reported_back_on:
        menu.addAction(tr("Set aside…"), lambda: wish("set_aside"))
    _add_remove(menu, tr("Remove"), remove)
    return menu


def several_menu(
    parent: QWidget, ids: Sequence[int], theme: Callable[[], object], remove: Callable[[], object]
) -> QMenu:
    """For several entries at once."""
    menu = _menu(parent)
    menu.addAction(tr("Theme of these {n}…", n=len(ids)), theme)
    menu.addSeparator()
    _add_remove(menu, trn("Remove {n} entry", "Remove {n} entries", len(ids)), remove)
    return menu


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _add_remove(menu: QMenu, words: str, remove: Callable[[], object]) -> None:
    action = menu.addAction(words, remove)
    # Shown only: the table itself answers the key.
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
    action.setShortcutVisibleInContextMenu(True)
