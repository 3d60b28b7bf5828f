"""What the window says and does about two copies of one journal, through its own menus."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock, paths
from mentorjournal.journal import meetings, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.merging import MINE
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.windows import act, answering, sentence, start, trigger
from mentorjournal.ui import questions, theme
from mentorjournal.ui.dialogs.merge_copy import MergeCopyDialog
from mentorjournal.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)


@pytest.fixture
def mine(empty_file: Path, tmp_path: Path) -> Path:
    """A journal with one person and one meeting."""
    path = build.copy(empty_file, tmp_path / "mine.mentorjournal")
    journal = Journal(path)
    build.add_meeting(journal, build.add_person(journal), notes="As it was")
    journal.close()
    return path


def gone_on(mine: Path, name: str, **values: Any) -> Path:
    """A copy in which the person was edited."""
    journal = Journal(build.copy(mine, mine.with_name(name)))
    people.edit(journal, 1, values or {"my_ask": "An hour"})
    journal.close()
    return journal.path


def shown(qtbot: QtBot, path: Path, tmp_path: Path) -> MainWindow:
    return start(qtbot, path, tmp_path / "scratch")


def choosing(path: Path | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "journal_to_open", lambda *_: path)


def merge(dialog: MergeCopyDialog) -> None:
    dialog.ok_button().click()


def test_another_copy_is_merged_and_can_be_taken_back(
    qtbot: QtBot, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = gone_on(mine, "laptop.mentorjournal")
    window = shown(qtbot, mine, tmp_path)
    before = build.dump(window.journal)
    choosing(other, monkeypatch)
    with answering(merge):
        trigger(window, "merge_copy")
    assert people.get(window.journal, 1).my_ask == "An hour"
    assert "is here now" in sentence(window)
    act(window)
    assert build.dump(window.journal) == before


def test_cancelled_it_changes_nothing(
    qtbot: QtBot, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choosing(gone_on(mine, "laptop.mentorjournal"), monkeypatch)
    window = shown(qtbot, mine, tmp_path)
    before = build.dump(window.journal)
    with answering(MergeCopyDialog.reject):
        trigger(window, "merge_copy")
    assert build.dump(window.journal) == before and sentence(window) == ""


def test_the_wording_that_was_chosen_stays(
    qtbot: QtBot, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(qtbot, mine, tmp_path)
    choosing(gone_on(mine, "laptop.mentorjournal", my_ask="Theirs"), monkeypatch)
    people.edit(window.journal, 1, {"my_ask": "Mine"})

    def choose(dialog: MergeCopyDialog) -> None:
        dialog.cards[0].choose(MINE)
        dialog.ok_button().click()

    with answering(choose):
        trigger(window, "merge_copy")
    assert people.get(window.journal, 1).my_ask == "Mine"
    trigger(window, "merge_copy")  # and is not asked about again
    assert "is here already" in sentence(window)


def test_refusals_are_said_in_the_window(
    qtbot: QtBot, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Journal.create(tmp_path / "stranger.mentorjournal").close()
    window = shown(qtbot, mine, tmp_path)
    for path, words in ((tmp_path / "stranger.mentorjournal", "another journal"),
                        (mine, "journal that is open"), (tmp_path / "gone", "no journal")):
        choosing(path, monkeypatch)
        trigger(window, "merge_copy")
        assert words in sentence(window)


def test_another_passphrase_is_asked_for_until_it_fits(
    qtbot: QtBot, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = gone_on(mine, "laptop.mentorjournal")
    locked = Journal(other)
    locked.set_passphrase("two")
    locked.close()
    choosing(other, monkeypatch)
    window = shown(qtbot, mine, tmp_path)

    def type_it(dialog: Any) -> None:
        dialog.passphrase.setText("one")
        dialog.ok_button().click()
        assert dialog.isVisible() and "not the passphrase" in dialog._says.text()
        dialog.passphrase.setText("two")
        dialog.ok_button().click()

    with answering(type_it, merge):
        trigger(window, "merge_copy")
    assert people.get(window.journal, 1).my_ask == "An hour"


def test_a_conflicted_copy_beside_is_told_of_and_compared(
    qtbot: QtBot, mine: Path, tmp_path: Path
) -> None:
    other = gone_on(mine, "mine (conflicted copy 2026-05-12 101112).mentorjournal")
    window = shown(qtbot, mine, tmp_path)
    qtbot.waitUntil(lambda: "another copy" in sentence(window))
    assert other.name in sentence(window)
    with answering(merge):
        act(window)
    assert people.get(window.journal, 1).my_ask == "An hour"
    assert "is here now" in sentence(window)


@pytest.mark.parametrize(("again", "told"), [(lambda path: None, False),
                                             (lambda path: edit(path), True)])
def test_a_copy_that_was_merged_is_told_of_only_when_it_went_on(
    qtbot: QtBot, mine: Path, tmp_path: Path, again: Callable[[Path], None], told: bool
) -> None:
    other = gone_on(mine, "mine (1).mentorjournal")
    window = shown(qtbot, mine, tmp_path)
    qtbot.waitUntil(lambda: "another copy" in sentence(window))
    with answering(merge):
        act(window)
    window.close()
    again(other)
    window = shown(qtbot, mine, tmp_path)
    window._merging._look_around()
    assert ("another copy" in sentence(window)) is told


def edit(path: Path) -> None:
    journal = Journal(path)
    meetings.edit(journal, 1, {"notes": "More"})
    journal.close()


def test_a_synced_folder_is_warned_of_once(qtbot: QtBot, mine: Path, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    path = mine.rename(tmp_path / "Dropbox" / mine.name)
    settings = Settings(paths.settings_file())
    window = start(qtbot, path, tmp_path / "scratch", settings)
    qtbot.waitUntil(lambda: "Dropbox" in sentence(window))
    window.close()
    window = start(qtbot, path, tmp_path / "scratch", settings)
    window._merging._look_around()
    assert sentence(window) == ""


def test_the_sample_is_left_in_peace(qtbot: QtBot, tmp_path: Path) -> None:
    scratch = tmp_path / "Dropbox"
    scratch.mkdir()
    window = start(qtbot, "sample", scratch)
    window._merging._look_around()
    assert "Dropbox" not in sentence(window)
