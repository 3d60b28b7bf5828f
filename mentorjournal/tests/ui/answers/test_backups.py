"""Backups in the window: by themselves, in their dialog, looked into, and put back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from mentorjournal import clock, paths
from mentorjournal.journal import backups, people
from mentorjournal.settings import BACKUP_FOLDER, Settings
from mentorjournal.store.backup import Backup
from mentorjournal.tests import build
from mentorjournal.tests.windows import (
    act,
    answering,
    button,
    press,
    read,
    sentence,
    start,
    trigger,
)
from mentorjournal.ui import questions, theme
from mentorjournal.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    yield
    theme.apply(qapp, "light")


@pytest.fixture
def mine(empty_file: Path, tmp_path: Path) -> Path:
    """An empty journal that nobody has open."""
    return build.copy(empty_file, tmp_path / "mine.mentorjournal")


@pytest.fixture
def window(qtbot: QtBot, mine: Path, tmp_path: Path) -> MainWindow:
    """The window with an empty journal."""
    return start(qtbot, mine, tmp_path / "scratch")


def made_of(path: Path) -> list[Backup]:
    return backups.every(path)


def names(window: MainWindow) -> list[str]:
    assert window.journal is not None
    return [one.person.name for one in people.everybody(window.journal, clock.today())]


def ruin_the_backups_folder() -> None:
    """A file where the folder should be: no backup can be made."""
    (paths.data_folder() / "backups").write_text("a file")


# By itself ------------------------------------------------------------------------------------


def test_closing_after_a_change_makes_a_backup(window: MainWindow, mine: Path) -> None:
    people.add(window.journal, {"name": "Dr. Rosalind Okafor"})
    window.close()
    (made,) = made_of(mine)
    assert made.reason == "close"
    assert backups.contents(made.path, None).people == ("Dr. Rosalind Okafor",)


def test_closing_twice_while_it_waits_makes_one_backup(window: MainWindow, mine: Path) -> None:
    people.add(window.journal, {"name": "Ann"})
    QTimer.singleShot(0, window.close)  # comes while the first one waits
    window.close()
    assert not window.isVisible() and len(made_of(mine)) == 1


def test_closing_without_a_change_makes_none(window: MainWindow, mine: Path) -> None:
    window.close()
    assert made_of(mine) == []


def test_what_is_being_typed_is_in_the_backup(
    qtbot: QtBot, window: MainWindow, mine: Path
) -> None:
    build.add_meeting(window.journal, people.add(window.journal, {"name": "Ann"}))
    line = window.show_pane("meetings").page.agenda.add.edit
    line.setFocus()
    qtbot.keyClicks(line, "Half an ite")
    window.close()
    (made,) = made_of(mine)
    with build.raw(made.path) as connection:
        assert connection.execute("SELECT title FROM agenda_item").fetchall() == [("Half an ite",)]


def test_opening_another_journal_backs_the_first_one_up(
    window: MainWindow, mine: Path, empty_file: Path, tmp_path: Path
) -> None:
    people.add(window.journal, {"name": "Ann"})
    other = build.copy(empty_file, tmp_path / "other.mentorjournal")
    assert window.opening.open(other)
    assert len(made_of(mine)) == 1
    assert made_of(other) == []


def test_the_throw_away_sample_is_not_backed_up(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "scratch").mkdir()
    window = start(qtbot, "sample", tmp_path / "scratch")
    people.add(window.journal, {"name": "Ann"})

    def look(dialog: Any) -> None:
        assert not dialog.make.isEnabled()
        assert "throw-away" in read(dialog)

    with answering(look):
        trigger(window, "backups")
    window.close()
    assert not list(paths.backups_folder().rglob("*.mentorjournal"))


@pytest.mark.parametrize("again", [act, MainWindow.close])
def test_window_stays_once_when_no_backup_can_be_made(
    window: MainWindow, mine: Path, again: Callable[[MainWindow], object]
) -> None:
    people.add(window.journal, {"name": "Ann"})
    ruin_the_backups_folder()
    window.close()
    assert window.isVisible() and window.journal is not None
    assert "No backup was made" in sentence(window)
    assert "Your journal itself is saved." in sentence(window)
    again(window)
    assert not window.isVisible()
    assert build.names_in(mine) == ["Ann"]


def test_backup_is_tried_again_when_there_is_room_again(window: MainWindow, mine: Path) -> None:
    people.add(window.journal, {"name": "Ann"})
    ruin_the_backups_folder()
    window.close()
    assert window.isVisible()
    (paths.data_folder() / "backups").unlink()
    window.close()
    assert not window.isVisible() and len(made_of(mine)) == 1


def test_another_journal_opens_all_the_same_and_the_refusal_is_said(
    qtbot: QtBot, window: MainWindow, mine: Path, empty_file: Path, tmp_path: Path
) -> None:
    people.add(window.journal, {"name": "Ann"})
    ruin_the_backups_folder()
    assert window.opening.open(build.copy(empty_file, tmp_path / "other.mentorjournal"))
    qtbot.waitUntil(lambda: "No backup was made" in sentence(window))
    assert build.names_in(mine) == ["Ann"]


def test_journal_that_stays_open_is_backed_up_once_a_day(
    qtbot: QtBot, window: MainWindow, mine: Path
) -> None:
    answers = window._backups
    people.add(window.journal, {"name": "Ann"})
    answers.look_at_the_day()
    assert made_of(mine) == []
    answers._last_day -= timedelta(days=1)  # the journal was opened yesterday
    answers.look_at_the_day()
    people.add(window.journal, {"name": "Bo"})  # while the backup is made
    qtbot.waitUntil(lambda: answers._at_work is None)
    assert [each.reason for each in made_of(mine)] == ["day"]
    answers.look_at_the_day()
    assert answers._at_work is None and window.journal.was_changed
    window.close()
    assert [each.reason for each in made_of(mine)] == ["close", "day"]


def test_closing_waits_for_the_backup_in_the_background(window: MainWindow, mine: Path) -> None:
    people.add(window.journal, {"name": "Ann"})
    window._backups._last_day -= timedelta(days=1)
    window._backups.look_at_the_day()
    window.close()
    assert [each.reason for each in made_of(mine)] == ["day"]  # and nothing changed since
    assert not list(backups.folder_of(mine).glob(".*"))


# The second folder ----------------------------------------------------------------------------


def test_every_backup_is_copied_to_the_second_folder(
    qtbot: QtBot, mine: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    settings = Settings(paths.settings_file())
    settings.set(BACKUP_FOLDER, str(stick))
    window = start(qtbot, mine, tmp_path / "scratch", settings)
    people.add(window.journal, {"name": "Ann"})
    window.close()
    (made,) = made_of(mine)
    (copy,) = stick.rglob("*.mentorjournal")
    assert copy.read_bytes() == made.path.read_bytes()


def test_unplugged_second_folder_stops_nothing_and_is_noted_once(
    qtbot: QtBot, window: MainWindow, mine: Path, tmp_path: Path
) -> None:
    window.settings.set(BACKUP_FOLDER, str(tmp_path / "unplugged"))
    answers = window._backups
    for name in ("Ann", "Bo"):
        people.add(window.journal, {"name": name})
        answers._last_day -= timedelta(days=1)
        answers.look_at_the_day()
        qtbot.waitUntil(lambda: answers._at_work is None)
        if name == "Ann":
            assert "it is not there" in sentence(window)
            window.messages.clear()
    assert sentence(window) == ""
    people.add(window.journal, {"name": "Cy"})
    window.close()
    assert not window.isVisible() and len(made_of(mine)) == 3


def test_second_folder_is_chosen_tried_and_given_up(
    window: MainWindow, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.make(mine, None, "hand")
    chosen = [None, backups.folder_of(mine), stick]
    monkeypatch.setattr(questions, "folder", lambda *_: chosen.pop(0))

    def use(dialog: Any) -> None:
        choose = button(dialog, "Choose a second folder…")
        choose.click()
        choose.click()
        assert "another folder" in read(dialog)
        assert window.settings.get(BACKUP_FOLDER) == ""
        choose.click()
        assert window.settings.get(BACKUP_FOLDER) == str(stick)
        assert len(list(stick.rglob("*.mentorjournal"))) == 1
        assert "Every backup is copied there too." in read(dialog)
        button(dialog, "Stop using it").click()
        assert "No second folder" in read(dialog)

    with answering(use):
        trigger(window, "backups")
    assert window.settings.get(BACKUP_FOLDER) == ""
    assert len(list(stick.rglob("*.mentorjournal"))) == 1


def test_second_folder_that_is_away_is_said_quietly(window: MainWindow, tmp_path: Path) -> None:
    window.settings.set(BACKUP_FOLDER, str(tmp_path / "unplugged"))
    seen: list[str] = []
    with answering(lambda dialog: seen.append(read(dialog))):
        trigger(window, "backups")
    assert "It is not there at the moment." in seen[0]


# The dialog -----------------------------------------------------------------------------------


def test_without_backups_it_says_how_they_begin(window: MainWindow) -> None:
    def look(dialog: Any) -> None:
        assert "No backup yet" in read(dialog)
        assert not dialog.look.isEnabled() and not dialog.restore.isEnabled()
        assert dialog.focusWidget() is dialog.make

    with answering(look):
        trigger(window, "backups")


def test_back_up_now_is_there_at_once_and_counts_as_the_backup(
    window: MainWindow, mine: Path
) -> None:
    people.add(window.journal, {"name": "Ann"})

    def use(dialog: Any) -> None:
        dialog.make.click()
        assert "The journal is backed up." in read(dialog)
        line = dialog._list.record_at(0)
        assert (line.backup.reason, line.holds) == ("hand", "1 person")
        assert dialog.chosen() == line.backup

    with answering(use):
        trigger(window, "backups")
    window.close()
    assert [each.reason for each in made_of(mine)] == ["hand"]


def test_refusal_to_back_up_is_said_in_the_dialog(window: MainWindow) -> None:
    ruin_the_backups_folder()
    seen: list[str] = []
    with answering(lambda dialog: (dialog.make.click(), seen.append(read(dialog)))):
        trigger(window, "backups")
    assert "cannot take a copy" in seen[0]


def test_list_says_what_each_holds(qtbot: QtBot, window: MainWindow, mine: Path) -> None:
    people.add(window.journal, {"name": "Ann"})
    backups.make(mine, None, "close")
    people.add(window.journal, {"name": "Bo"})
    ruined = backups.make(mine, None, "import").backup
    content = bytearray(ruined.path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    ruined.path.write_bytes(content)

    def look(dialog: Any) -> None:
        lines = dialog._list.records
        qtbot.waitUntil(lambda: all(line.holds for line in lines()))
        assert [line.holds for line in lines()] == ["damaged", "1 person"]
        dialog.look.click()
        assert "damaged" in read(dialog)

    with answering(look):
        trigger(window, "backups")


def test_folder_is_shown_by_the_system(
    window: MainWindow, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.make(mine, None, "hand")
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(shown.append(url)))

    def use(dialog: Any) -> None:
        dialog.show_folder.click()
        assert str(backups.folder_of(mine)) in read(dialog)

    with answering(use):
        trigger(window, "backups")
    assert [url.toLocalFile() for url in shown] == [str(backups.folder_of(mine))]


def test_a_look_inside_shows_who_and_what_and_writes_nothing(
    qtbot: QtBot, sample_file: Path, tmp_path: Path
) -> None:
    mine = build.copy(sample_file, tmp_path / "mine.mentorjournal")
    made = backups.make(mine, None, "close").backup
    window = start(qtbot, mine, tmp_path / "scratch")
    before = build.bytes_of(made.path.parent)
    seen: list[str] = []
    with answering(lambda dialog: dialog.look.click(), lambda inside: seen.append(read(inside))):
        trigger(window, "backups")
    for words in ("12 people, 52 meetings", "Dr.\u00a0Rosalind\u00a0Okafor", "Meeting with"):
        assert words in seen[0]
    assert build.bytes_of(made.path.parent) == before


def test_hostile_words_in_a_backup_are_only_words(window: MainWindow, mine: Path) -> None:
    for words in build.NAUGHTY:
        people.add(window.journal, {"name": f"x {words}"})
    backups.make(mine, None, "hand")
    seen: list[str] = []
    with answering(lambda dialog: dialog.look.click(), lambda inside: seen.append(read(inside))):
        trigger(window, "backups")
    assert "<b>bold</b>" in seen[0]


# Restoring ------------------------------------------------------------------------------------


@pytest.fixture
def changed(window: MainWindow, mine: Path) -> MainWindow:
    """A journal with Ann in its backup, and Bo as well in the present."""
    people.add(window.journal, {"name": "Ann"})
    backups.make(mine, None, "hand")
    people.add(window.journal, {"name": "Bo"})
    return window


def test_restore_brings_the_backup_back_and_offers_the_way_back(
    changed: MainWindow, mine: Path
) -> None:
    asked: list[str] = []
    with answering(
        lambda dialog: dialog.restore.click(),
        lambda box: (asked.append(box.informativeText()), press("Restore")(box)),
    ):
        trigger(changed, "backups")
    assert "with 1 person" in asked[0] and "with 2 people" in asked[0]
    assert names(changed) == ["Ann"]
    assert changed.journal.path == mine and changed.journal.undo_label() is None
    assert [each.reason for each in made_of(mine)] == ["restore", "hand"]
    assert "as it was" in sentence(changed)
    act(changed)
    assert names(changed) == ["Ann", "Bo"]
    act(changed)
    assert names(changed) == ["Ann"]


def test_restore_that_is_not_confirmed_changes_nothing(changed: MainWindow) -> None:
    journal = changed.journal
    with answering(lambda dialog: dialog.restore.click(), press("Cancel")):
        trigger(changed, "backups")
    assert changed.journal is journal and names(changed) == ["Ann", "Bo"]


def test_restore_from_the_look_inside(changed: MainWindow) -> None:
    with answering(
        lambda dialog: dialog.look.click(), lambda inside: inside.restore.click(),
        press("Restore"),
    ):
        trigger(changed, "backups")
    assert names(changed) == ["Ann"]


def test_backup_whose_words_are_damaged_is_refused_and_the_journal_stays(
    changed: MainWindow, mine: Path
) -> None:
    (made,) = made_of(mine)
    made.path.write_bytes(made.path.read_bytes().replace(b"Ann", b"Amn"))
    with answering(lambda dialog: dialog.restore.click(), press("Restore")):
        trigger(changed, "backups")
    assert f"damaged; nothing was restored and {mine.name} is as it was." in sentence(changed)
    assert names(changed) == ["Ann", "Bo"]
    people.add(changed.journal, {"name": "Cy"})


def test_backup_under_another_passphrase_asks_for_it(changed: MainWindow, mine: Path) -> None:
    journal = changed.journal
    journal.set_passphrase("ones ")
    backups.make(mine, journal.key, "passphrase")
    journal.set_passphrase("two")
    asked: list[str] = []

    def give(form: Any) -> None:
        assert not form.ok_button().isEnabled()
        form.passphrase.setText("ones")
        form.ok_button().click()
        assert "That is not its passphrase." in read(form)
        form.passphrase.setText("ones ")
        form.ok_button().click()

    with answering(
        lambda dialog: dialog.restore.click(), give,
        lambda box: (asked.append(box.informativeText()), press("Restore")(box)),
    ):
        trigger(changed, "backups")
    assert "passphrase of that backup" in asked[0]
    assert changed.journal.opens_with("ones ")
    act(changed)
    assert changed.journal.opens_with("two")


def test_passphrase_that_is_not_given_leaves_all_as_it_is(changed: MainWindow, mine: Path) -> None:
    changed.journal.set_passphrase("one")
    backups.make(mine, changed.journal.key, "passphrase")
    changed.journal.set_passphrase("")
    with answering(lambda dialog: dialog.look.click(), QDialog.reject):
        trigger(changed, "backups")
    assert names(changed) == ["Ann", "Bo"]


def test_plain_backup_of_an_encrypted_journal_is_said_to_be_plain(
    changed: MainWindow, mine: Path
) -> None:
    changed.journal.set_passphrase("one")
    asked: list[str] = []
    with answering(
        lambda dialog: dialog.restore.click(),
        lambda box: (asked.append(box.informativeText()), press("Cancel")(box)),
    ):
        trigger(changed, "backups")
    assert "no passphrase" in asked[0]


def test_damaged_present_journal_is_kept_aside(changed: MainWindow, mine: Path) -> None:
    connection = changed.journal.read()
    connection.exec_driver_sql("DROP TRIGGER history_person_update")
    connection.exec_driver_sql("UPDATE person SET name = 'B0' WHERE name = 'Bo'")
    with answering(lambda dialog: dialog.restore.click(), press("Restore")):
        trigger(changed, "backups")
    assert names(changed) == ["Ann"]
    assert f"kept as {mine.name}.damaged-" in sentence(changed)
    (aside,) = mine.parent.glob("*.damaged-*")
    assert build.names_in(aside) == ["Ann", "B0"]
