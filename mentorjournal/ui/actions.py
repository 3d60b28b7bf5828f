"""The table of actions, menus and shortcuts, and the code that makes menus of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from mentorjournal.ui.widgets.sidebar import SidebarEntry
from mentorjournal.words import tr

LINE = "-"  # a separating line in a menu


@dataclass(frozen=True)
class Entry:
    """An action: its key names its handler; `group` makes it one of several choices.

    `shortcut` may hold several key sequences, as "Ctrl++; Ctrl+="; the first one is shown.
    """

    key: str
    words: str
    shortcut: str = ""
    needs_journal: bool = True
    group: str = ""
    role: QAction.MenuRole = QAction.MenuRole.NoRole


# Menu -> entries. A tuple is a submenu: its words, then its entries; "recent" is filled later.
MENUS: Mapping[str, tuple[object, ...]] = {
    "&File": (
        Entry("new_journal", "&New journal…", "Ctrl+Shift+N", needs_journal=False),
        Entry("open_journal", "&Open journal…", "Ctrl+O", needs_journal=False),
        ("Open &recent", "recent"),
        Entry("open_sample", "Open the &sample journal", needs_journal=False),
        LINE,
        Entry("export_pdf", "&Export as PDF…", "Ctrl+E"),
        Entry("print", "&Print…", "Ctrl+P"),
        Entry("annual_review", "Annual re&view…"),
        Entry("network_sheet", "Net&work sheet…"),
        Entry("catch_ups", "&Calendar of catch-ups…"),
        ("P&aper", Entry("paper_A4", "&A4", group="paper", needs_journal=False),
         Entry("paper_Letter", "US &Letter", group="paper", needs_journal=False)),
        LINE,
        Entry("quit", "&Quit", "Ctrl+Q", needs_journal=False, role=QAction.MenuRole.QuitRole),
    ),
    "&Edit": (
        Entry("undo", "&Undo", "Ctrl+Z"),
        Entry("redo", "&Redo", "Ctrl+Shift+Z"),
        LINE,
        Entry("search", "&Search…", "Ctrl+K"),
        LINE,
        Entry("settings", "S&ettings…", "Ctrl+,", needs_journal=False,
              role=QAction.MenuRole.PreferencesRole),
    ),
    "&View": (
        Entry("show_today", "Toda&y", "Alt+1"),
        Entry("show_network", "&Network map", "Alt+2"),
        Entry("show_meetings", "&Meeting prep", "Alt+3"),
        Entry("show_feedback", "&Feedback log", "Alt+4"),
        Entry("show_timeline", "T&imeline", "Alt+5"),
        Entry("show_goals", "&Goals", "Alt+6"),
        Entry("show_letters", "Letter &briefs", "Alt+7"),
        Entry("show_tips", "Twel&ve tips", "Alt+8"),
        ("Needs, ho&urs and more",
         Entry("show_needs", "&Needs", "Alt+Shift+N"),
         Entry("show_hours", "&Hours", "Alt+Shift+H"),
         Entry("show_reflections", "&Reflections", "Alt+Shift+R"),
         Entry("show_passing_on", "&People I mentor", "Alt+Shift+P")),
        LINE,
        ("&Theme", Entry("theme_system", "Like the &system", group="theme", needs_journal=False),
         Entry("theme_light", "&Light", group="theme", needs_journal=False),
         Entry("theme_dark", "&Dark", group="theme", needs_journal=False)),
        # No sequences with Shift: Qt tries a shifted plus as a plain one too, and of two that fit
        # it takes neither.
        Entry("text_larger", "&Larger text", "Ctrl++; Ctrl+=", needs_journal=False),
        Entry("text_smaller", "&Smaller text", "Ctrl+-", needs_journal=False),
        Entry("text_normal", "N&ormal text size", "Ctrl+0", needs_journal=False),
        LINE,
        Entry("second_look", "&Wording worth a second look", needs_journal=False),
    ),
    "&Journal": (
        Entry("add_person", "Add a &person…", "Ctrl+Shift+P"),
        Entry("add_names", "Add &several names…", "Ctrl+Shift+A"),
        Entry("new_meeting", "New &meeting…", "Ctrl+N"),
        Entry("start_meeting", "S&tart the meeting", "Ctrl+M"),
        Entry("log_contact", "&Log a contact…", "Ctrl+Shift+L"),
        Entry("remind_daily", "&Remind me once a day who to be in touch with",
              needs_journal=False),
        Entry("ask_feedback", "Ask for &feedback…", "Ctrl+Shift+F"),
        Entry("log_feedback", "Note feedback recei&ved…", "Ctrl+Shift+B"),
        Entry("new_letter", "New letter re&quest…"),
        Entry("thank", "Say thank yo&u…", "Ctrl+Shift+T"),
        Entry("show_accomplishments", "Accompl&ishments"),
        Entry("add_accomplishment", "Add an acc&omplishment…"),
        ("&Goals, needs and hours",
         Entry("add_goal", "Add a &goal…", "Ctrl+Shift+G"),
         Entry("add_need", "Add a &need…"),
         Entry("self_look", "&Where I stand…"),
         Entry("find_mentor", "&Find a mentor…"),
         Entry("weigh_request", "&Before you say yes…", "Ctrl+Shift+Y"),
         Entry("add_reflection", "Write a &reflection…", "Ctrl+Shift+R"),
         Entry("add_advice", "Note &advice that helped…")),
        LINE,
        Entry("backups", "&Backups…"),
        Entry("merge_copy", "Merge &another copy…"),
        Entry("deleted", "Recently &deleted…"),
        Entry("wordings", "Earlier &wordings of this text…"),
        Entry("passphrase", "Passp&hrase…"),
        Entry("lock", "Loc&k", "Ctrl+L"),
        ("Lock when nobod&y is there", *(
            Entry(f"lock_{minutes}", words, group="lock", needs_journal=False)
            for minutes, words in ((5, "After &5 minutes"), (10, "After &10 minutes"),
                                   (30, "After &30 minutes"), (0, "&Never"))
        )),
        LINE,
        Entry("about_me", "About m&e…"),
        Entry("check", "&Check this journal"),
    ),
    "&Help": (
        Entry("help_tips", "The t&welve tips, and what to do here"),
        Entry("tour", "A &tour of the sample journal", needs_journal=False),
        Entry("keys", "&Keyboard", "F1", needs_journal=False),
        LINE,
        Entry("about", "&About Mentor Journal", needs_journal=False,
              role=QAction.MenuRole.AboutRole),
    ),
}


class Actions:
    """The window's actions by key, in menus; every entry must have a handler."""

    def __init__(self, window: QMainWindow, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Fill the menu bar of `window`. Raises KeyError for an entry without a handler."""
        self._window = window
        self._handlers = handlers
        self._groups: dict[str, QActionGroup] = {}
        self._needing: list[QAction] = []
        self.by_key: dict[str, QAction] = {}
        self.recent = QMenu(window)
        for words, entries in MENUS.items():
            self._fill(window.menuBar().addMenu(tr(words)), entries)

    def _fill(self, menu: QMenu, entries: tuple[object, ...]) -> None:
        for entry in entries:
            if entry == LINE:
                menu.addSeparator()
            elif isinstance(entry, Entry):
                menu.addAction(self._action(entry))
            elif isinstance(entry, tuple):
                words, *rest = entry
                if rest == ["recent"]:
                    self.recent.setTitle(tr(words))
                    menu.addMenu(self.recent)
                else:
                    self._fill(menu.addMenu(tr(words)), tuple(rest))

    def _action(self, entry: Entry) -> QAction:
        action = QAction(tr(entry.words), self._window)
        action.setMenuRole(entry.role)
        if entry.shortcut:
            action.setShortcuts(QKeySequence.listFromString(entry.shortcut))
        handler = self._handlers[entry.key]
        action.triggered.connect(lambda: handler())
        if entry.group:
            action.setCheckable(True)
            if entry.group not in self._groups:
                self._groups[entry.group] = QActionGroup(self._window)
            self._groups[entry.group].addAction(action)
        if entry.needs_journal:
            self._needing.append(action)
        self.by_key[entry.key] = action
        return action

    def sidebar_entries(self, wanted: Mapping[str, str]) -> list[SidebarEntry]:
        """Those actions as entries of the sidebar; `wanted` gives their icons."""
        return [
            SidebarEntry(
                key, icon, _plain(self.by_key[key].text()),
                shortcut=self.by_key[key].shortcut().toString(
                    QKeySequence.SequenceFormat.NativeText))
            for key, icon in wanted.items() if key in self.by_key
        ]

    def with_keys(self) -> list[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
        """Every menu with what in it has a key: its words, and the keys."""
        native = QKeySequence.SequenceFormat.NativeText
        return [
            (_plain(tr(menu)), [
                (_plain(tr(entry.words)), (self.by_key[entry.key].shortcut().toString(native),))
                for entry in _flat(entries) if entry.shortcut])
            for menu, entries in MENUS.items()
        ]

    def set_journal_open(self, is_open: bool) -> None:
        """Allow what needs an open journal, or not."""
        for action in self._needing:
            action.setEnabled(is_open)
        for key in ("undo", "redo"):
            self.by_key[key].setEnabled(False)


def _plain(words: str) -> str:
    return words.replace("&", "").removesuffix("…")


def _flat(entries: Iterable[object]) -> Iterator[Entry]:
    """The entries of a menu and of the menus inside it."""
    for each in entries:
        if isinstance(each, Entry):
            yield each
        elif isinstance(each, tuple):
            yield from _flat(each)
