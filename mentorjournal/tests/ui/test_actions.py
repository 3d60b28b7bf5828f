"""The menus: every entry does something, nothing pretends to without a journal, no key twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import people
from mentorjournal.settings import SECOND_LOOK, TEXT_SCALE
from mentorjournal.tests import build
from mentorjournal.tests.windows import answering, sentence, start, trigger
from mentorjournal.ui import questions, theme
from mentorjournal.ui.actions import MENUS, Actions, Entry
from mentorjournal.ui.main_window import MainWindow

NEEDS = {
    "export_pdf", "print", "undo", "redo", "show_today", "show_network", "show_meetings",
    "show_timeline", "add_person", "add_names", "new_meeting", "backups", "deleted", "wordings",
    "about_me", "check",
    "passphrase", "lock", "merge_copy", "start_meeting",
    "log_contact", "catch_ups",
    "show_letters", "new_letter",
    "thank", "add_accomplishment", "show_accomplishments", "ask_feedback", "log_feedback",
    "show_feedback", "show_goals", "add_goal", "add_need", "self_look", "find_mentor",
    "weigh_request", "add_reflection", "add_advice", "search",
    "annual_review", "network_sheet", "show_tips", "help_tips", "show_needs", "show_hours",
    "show_reflections", "show_passing_on",
}
# The entries that ask something before they do anything.
ASKING = ("add_person", "add_names", "new_meeting", "backups", "deleted", "about_me", "about",
          "passphrase", "add_accomplishment", "add_goal", "add_need", "self_look", "find_mentor",
          "weigh_request", "add_reflection", "add_advice", "settings", "keys",
          "annual_review", "network_sheet")


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    yield
    theme.apply(qapp, "light")


def entries(found: object = MENUS) -> Iterator[Entry]:
    parts = found.values() if isinstance(found, dict) else found
    for part in parts:
        if isinstance(part, Entry):
            yield part
        elif isinstance(part, tuple):
            yield from entries(part)


@pytest.fixture
def window(qtbot: QtBot, empty_file: Path, tmp_path: Path) -> MainWindow:
    mine = build.copy(empty_file, tmp_path / "mine.mentorjournal")
    return start(qtbot, mine, tmp_path / "scratch")


def test_every_entry_has_a_handler_and_every_handler_an_entry(qtbot: QtBot) -> None:
    keys = [entry.key for entry in entries()]
    assert len(keys) == len(set(keys))
    done: list[str] = []
    bare = QMainWindow()
    qtbot.addWidget(bare)
    made = Actions(bare, {key: lambda key=key: done.append(key) for key in keys})
    assert made.by_key.keys() == set(keys)
    made.set_journal_open(True)
    for key, action in made.by_key.items():
        action.setEnabled(True)
        action.trigger()
        assert done[-1:] == [key]
    with pytest.raises(KeyError):
        Actions(bare, dict.fromkeys(keys[1:], print))


def test_no_key_is_given_twice(window: MainWindow) -> None:
    given = Counter(
        keys.toString() for action in window.actions_table.by_key.values()
        for keys in action.shortcuts()
    )
    assert given and max(given.values()) == 1
    assert "" not in given
    assert QKeySequence("Ctrl++").count() == 1


def test_no_sign_is_given_with_shift(window: MainWindow) -> None:
    """Where a sign is a shifted key, its plain sequence fits too, and Qt then takes neither."""
    for action in window.actions_table.by_key.values():
        for keys in action.shortcuts():
            last = keys.toString()[-1]
            assert last.isalnum() or "Shift" not in keys.toString(), keys.toString()


@pytest.mark.parametrize(("key", "scale"), [
    (Qt.Key.Key_Plus, 1.1), (Qt.Key.Key_Equal, 1.1), (Qt.Key.Key_Minus, 0.9), (Qt.Key.Key_0, 1.0),
])
def test_the_text_size_has_the_keys_people_know(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, scale: float
) -> None:
    window.show_pane("meetings")
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.settings.get(TEXT_SCALE) == scale


def test_on_the_map_the_same_keys_zoom_the_map(qtbot: QtBot, window: MainWindow) -> None:
    people.add(window.journal, {"name": "Ann"})
    view = window.show_pane("network").view
    view.setFocus()
    before = view.zoom
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom > before and window.settings.get(TEXT_SCALE) == 1.0


def test_no_letter_is_underlined_twice_in_a_menu(window: MainWindow) -> None:
    menus = [window.menuBar(), *window.menuBar().findChildren(QMenu), *window.findChildren(QMenu)]
    for menu in menus:
        texts = [one.text().replace("&&", "") for one in menu.actions() if "&" in one.text()]
        letters = [text[text.index("&") + 1].casefold() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)), texts


def test_without_a_journal_only_what_needs_none_is_offered(qtbot: QtBot, tmp_path: Path) -> None:
    window = start(qtbot, None, tmp_path / "scratch")
    closed = {key for key, one in window.actions_table.by_key.items() if not one.isEnabled()}
    assert closed == NEEDS
    assert not window.actions_table.recent.isEnabled()


def test_with_a_journal_everything_is_offered_but_undo_of_nothing(window: MainWindow) -> None:
    closed = {key for key, one in window.actions_table.by_key.items() if not one.isEnabled()}
    assert closed == {"undo", "redo"}


def test_every_entry_works_on_an_empty_journal(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("new_journal", "journal_to_open", "file_to_write"):
        monkeypatch.setattr(questions, name, lambda *_: None)
    (tmp_path / "scratch").mkdir()
    journal = window.journal
    before = build.dump(journal)
    for entry in entries():
        action = window.actions_table.by_key[entry.key]
        if entry.key in ("undo", "redo", "open_sample", "tour", "quit"):
            continue
        if entry.key in ASKING:
            with answering(QDialog.reject):
                trigger(window, entry.key)
        else:
            action.trigger()
        assert window.journal is journal and build.dump(journal) == before, entry.key
    trigger(window, "open_sample")
    assert window.journal is not journal
    trigger(window, "quit")
    assert not window.isVisible()


@pytest.mark.parametrize("key", ["export_pdf", "print"])
def test_paper_without_a_meeting_is_answered_in_words(window: MainWindow, key: str) -> None:
    trigger(window, key)
    assert sentence(window) == "Choose a meeting first."


def test_the_keys_reach_the_journal(qtbot: QtBot, window: MainWindow) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    people.add(window.journal, {"name": "Ann"})
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert window.sidebar.current() == "meetings"
    qtbot.keyClick(window, Qt.Key.Key_Z, control)
    assert people.everybody(window.journal, clock.today()) == []
    qtbot.keyClick(window, Qt.Key.Key_Z, control | shift)
    assert len(people.everybody(window.journal, clock.today())) == 1
    with answering(lambda form: (form.place(0).setText("Bo"), form.accept())):
        qtbot.keyClick(window, Qt.Key.Key_A, control | shift)
    names = [one.person.name for one in people.everybody(window.journal, clock.today())]
    assert names == ["Ann", "Bo"]


def test_second_looks_have_one_switch_with_a_tick(window: MainWindow) -> None:
    action = window.actions_table.by_key["second_look"]
    assert action.isCheckable() and action.isChecked()
    action.trigger()
    assert not action.isChecked() and window.settings.get(SECOND_LOOK) is False
    window.settings.set(SECOND_LOOK, True)  # as from the menu of a field
    assert action.isChecked()
