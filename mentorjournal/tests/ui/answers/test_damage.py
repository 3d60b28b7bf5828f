"""From a damaged file to a journal one can work in, through the real window."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorjournal import crash
from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.store import backup, checks
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build
from mentorjournal.tests.store import damage
from mentorjournal.tests.windows import act, button, read, sentence, start
from mentorjournal.ui import questions
from mentorjournal.ui.answers import damage as answers
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.recovery import RecoveryPane

SECRET = "three blue herons"


@pytest.fixture
def mine(sample_file: Path, tmp_path: Path) -> Path:
    """The sample as somebody's journal: one backup, and a person added since."""
    path = build.copy(sample_file, tmp_path / "mine.mentorjournal")
    backup.make(path, None, "hand")
    journal = Journal(path)
    people.add(journal, {"name": "Dr. Since Then"})
    journal.close()
    return path


@pytest.fixture
def locked(mine: Path) -> Path:
    journal = Journal(mine)
    journal.set_passphrase(SECRET)
    backup.make(mine, journal.key, "hand")
    journal.close()
    return mine


@pytest.fixture
def _soon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(answers, "LOOK_AFTER", 1)
    yield


def page(window: MainWindow) -> RecoveryPane:
    shown = window.panes["recovery"]
    assert window.stack.currentWidget() is shown and window.journal is None
    return shown


def waited(qtbot: QtBot, window: MainWindow) -> RecoveryPane:
    """The page, once everything has been looked at."""
    shown = page(window)
    qtbot.waitUntil(lambda: not window._damage.background.is_busy(), timeout=30_000)
    qtbot.waitUntil(lambda: "Reading what is left" not in read(shown))
    qtbot.wait(0)  # what came last is laid out now
    return shown


def names(window: MainWindow) -> set[str]:
    return {row[3] for row in build.dump(window.journal)["person"]}


def hurt(path: Path) -> bytes:
    """Make it a file that cannot be opened; what is in it then."""
    damage.blank(path, 1)
    return path.read_bytes()


def test_going_back_to_the_backup(qtbot: QtBot, mine: Path, tmp_path: Path) -> None:
    content = hurt(mine)
    window = start(qtbot, mine, tmp_path / "scratch")
    shown = waited(qtbot, window)
    qtbot.waitUntil(lambda: "Can still be read: 1" in read(shown))
    words = read(shown)
    assert "mine.mentorjournal is damaged at its beginning." in words
    assert "Cannot be read any more" not in words
    assert "1 person more than in the newest backup" in words
    assert mine.read_bytes() == content
    shown.go.click()
    qtbot.waitUntil(lambda: window.journal is not None, timeout=30_000)
    assert "Dr. Since Then" not in names(window)
    aside, = mine.parent.glob("mine.mentorjournal.damaged-*")
    assert aside.read_bytes() == content and aside.name in sentence(window)
    people.add(window.journal, {"name": "Life goes on"})


def test_saving_what_can_be_saved(qtbot: QtBot, mine: Path, tmp_path: Path) -> None:
    content = hurt(mine)
    window = start(qtbot, mine, tmp_path / "scratch")
    shown = waited(qtbot, window)
    shown.salvage.radio.click()
    assert shown.go.text() == "Save what can be saved"
    shown.go.click()
    qtbot.waitUntil(lambda: window.journal is not None, timeout=30_000)
    assert window.journal.path == tmp_path / "mine saved.mentorjournal"
    assert "Dr. Since Then" in names(window)
    assert mine.read_bytes() == content
    assert "The damaged file mine.mentorjournal is as it was." in sentence(window)


@pytest.mark.parametrize("salvage", [False, True])
def test_a_locked_journal_asks_for_its_passphrase(
    qtbot: QtBot, locked: Path, tmp_path: Path, salvage: bool
) -> None:
    content = hurt(locked)
    window = start(qtbot, locked, tmp_path / "scratch")
    shown = page(window)
    waited(qtbot, window)
    assert shown.passphrase.isVisible() and "It is locked." in read(shown)
    assert not shown.salvage.radio.isEnabled() and not shown.backups[0].radio.isEnabled()
    qtbot.keyClicks(shown.passphrase, "wrong")
    qtbot.keyClick(shown.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "This is not the passphrase" in read(shown), timeout=30_000)
    shown.passphrase.clear()
    qtbot.keyClicks(shown.passphrase, SECRET)
    shown.unlock.click()
    qtbot.waitUntil(lambda: "Can still be read" in read(shown), timeout=30_000)
    waited(qtbot, window)
    (shown.salvage if salvage else shown.backups[0]).radio.click()
    shown.go.click()
    qtbot.waitUntil(lambda: window.journal is not None, timeout=30_000)
    assert window.journal.is_encrypted and "Dr. Since Then" in names(window)
    assert content in [each.read_bytes() for each in tmp_path.iterdir() if each.is_file()]


@pytest.mark.parametrize("gone", ["vanished", "empty", "foreign"])
def test_nothing_is_started_over_a_journal_that_is_gone(
    qtbot: QtBot, mine: Path, tmp_path: Path, gone: str
) -> None:
    start(qtbot, mine, tmp_path / "scratch").close()
    if gone == "vanished":
        mine.unlink()
    else:
        mine.write_bytes(b"" if gone == "empty" else b"something else")
    window = start(qtbot, None, tmp_path / "scratch")
    shown = waited(qtbot, window)
    said = {"vanished": "There is no journal", "empty": "is empty", "foreign": "is not a journal"}
    assert said[gone] in read(shown)
    assert mine.exists() == (gone != "vanished")
    shown.go.click()
    qtbot.waitUntil(lambda: window.journal is not None, timeout=30_000)
    assert window.journal.path == mine and len(names(window)) > 5


def test_without_a_backup_the_page_says_so(
    qtbot: QtBot, sample_file: Path, tmp_path: Path
) -> None:
    path = build.copy(sample_file, tmp_path / "alone.mentorjournal")
    hurt(path)
    window = start(qtbot, path, tmp_path / "scratch")
    shown = waited(qtbot, window)
    assert "There is no backup of this journal on this computer." in read(shown)
    assert shown.salvage.radio.isChecked() and shown.go.isEnabled()


def test_a_damaged_backup_is_not_offered_and_the_next_one_is(
    qtbot: QtBot, mine: Path, tmp_path: Path
) -> None:
    backup.make(mine, None, "merge")
    newest, older = backup.found_in(backup.folder_of(mine))
    damage.blank(newest.path, *range(3, 40))
    hurt(mine)
    window = start(qtbot, mine, tmp_path / "scratch")
    shown = waited(qtbot, window)
    assert "damaged" in read(shown.backups[0]) and not shown.backups[0].radio.isEnabled()
    assert shown.backups[1].radio.isChecked()
    assert "Before another copy was brought in" in read(shown.backups[0])
    assert "Made by hand" in read(shown.backups[1])
    shown.go.click()
    qtbot.waitUntil(lambda: window.journal is not None, timeout=30_000)


def test_trying_again_and_another_journal(
    qtbot: QtBot, mine: Path, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = mine.read_bytes()
    hurt(mine)
    window = start(qtbot, mine, tmp_path / "scratch")
    waited(qtbot, window).again.click()
    shown = waited(qtbot, window)
    monkeypatch.setattr(questions, "journal_to_open", lambda *_: tmp_path / "nothing there")
    shown.other.click()
    assert window.stack.currentWidget() is shown and "There is no journal" in sentence(window)
    mine.write_bytes(whole)
    shown.again.click()
    assert window.journal is not None and "Dr. Since Then" in names(window)


# While it is open -----------------------------------------------------------------------------


def change_a_word(path: Path) -> None:
    content = path.read_bytes()
    assert content.count(b"Aims v4 to Okafor") == 1
    path.write_bytes(content.replace(b"Aims v4 to Okafor", b"Aims v5 to Okafor"))


@pytest.mark.usefixtures("_soon")
def test_damage_is_said_in_a_banner_that_leads_to_the_page(
    qtbot: QtBot, mine: Path, tmp_path: Path
) -> None:
    change_a_word(mine)
    window = start(qtbot, mine, tmp_path / "scratch")
    qtbot.waitUntil(lambda: "The words of action" in sentence(window), timeout=30_000)
    assert checks.is_due(mine)
    act(window)
    shown = waited(qtbot, window)
    unsure = "may not be those you wrote: action “Aims v5 to Okafor"
    qtbot.waitUntil(lambda: unsure in read(shown))
    button(shown, "Open it as it is").click()
    assert window.journal is not None and window.journal.path == mine


@pytest.mark.usefixtures("_soon")
def test_a_sound_journal_is_looked_over_without_a_word(
    qtbot: QtBot, mine: Path, tmp_path: Path
) -> None:
    assert checks.is_due(mine)
    window = start(qtbot, mine, tmp_path / "scratch")
    qtbot.waitUntil(lambda: not checks.is_due(mine), timeout=30_000)
    assert sentence(window) == ""


@pytest.mark.usefixtures("_soon")
def test_the_window_closes_while_it_looks(qtbot: QtBot, mine: Path, tmp_path: Path) -> None:
    window = start(qtbot, mine, tmp_path / "scratch")
    qtbot.waitUntil(window._damage.background.is_busy)
    window.close()
    assert not window._damage.background.is_busy()
    Journal(mine).close()


def test_an_open_journal_stays_when_another_one_is_damaged(
    qtbot: QtBot, mine: Path, sample_file: Path, tmp_path: Path
) -> None:
    other = build.copy(sample_file, tmp_path / "other.mentorjournal")
    hurt(other)
    window = start(qtbot, mine, tmp_path / "scratch")
    assert not window.opening.open(other)
    assert window.journal.path == mine and "other.mentorjournal is damaged" in sentence(window)
    act(window)
    assert "other.mentorjournal is damaged" in read(waited(qtbot, window))


def test_an_error_that_came_from_damage_leads_to_the_page(
    qtbot: QtBot, mine: Path, tmp_path: Path
) -> None:
    window = start(qtbot, mine, tmp_path / "scratch")
    window.show_pane("network")
    damage.blank(mine, *range(10, 60))
    window.show_crash(crash.report(ValueError, None))
    qtbot.waitUntil(lambda: "recovery" in window.panes)
    assert "This journal is damaged." in read(page(window))


# Backups --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["plain", "encrypted"])
def test_a_damaged_journal_never_pushes_out_a_good_backup(
    mine: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    key = None
    if kind == "encrypted":
        path = request.getfixturevalue("locked")
        journal = Journal(path, SECRET)
        key = journal.key
        journal.close()
    whole, chance = mine.read_bytes(), random.Random(4)
    folder = backup.folder_of(mine)
    good = {each.path.name: each.path.read_bytes() for each in backup.found_in(folder)}
    for _ in range(12):
        mine.write_bytes(whole)
        damage.blank(mine, *chance.sample(range(2, damage.pages(mine)), 30))
        with pytest.raises(JournalError):
            backup.make(mine, key, "close")
    now = {each.name: each.read_bytes() for each in folder.iterdir()}
    assert now == good
