"""The passphrase dialog: set, change, remove; a backup first; old copies go on consent only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.store import backup
from mentorjournal.store.errors import JournalError, WrongPassphrase
from mentorjournal.tests import build
from mentorjournal.tests.windows import answering, read, sentence, start, trigger
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.old_copies import OldCopiesDialog
from mentorjournal.ui.dialogs.passphrase import PassphraseDialog
from mentorjournal.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    yield


@pytest.fixture
def window(qtbot: QtBot, empty_file: Path, tmp_path: Path) -> MainWindow:
    made = start(qtbot, build.copy(empty_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")
    people.add(made.journal, {"name": "Ann"})
    return made


def fill(qtbot: QtBot, **texts: str) -> Callable[[PassphraseDialog], None]:
    """Type into the fields, press the button, and wait until it is done or refused."""

    def deed(form: PassphraseDialog) -> None:
        for key, text in texts.items():
            form.field(key).setText(text)
        form.ok_button().click()
        qtbot.waitUntil(lambda: not form.isVisible() or form.ok_button().isEnabled()
                        or not form.progress.isVisible(), timeout=20_000)

    return deed


def backups(window: MainWindow) -> list[backup.Backup]:
    return backup.found_in(backup.folder_of(window.journal.path))


def opens_with(path: Path, passphrase: str | None) -> bool:
    try:
        Journal(path, passphrase, reading_only=True).close()
    except JournalError:
        return False
    return True


def test_setting_one_encrypts_and_old_copies_go_on_consent(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = build.dump(window.journal)
    old = backup.make(window.journal.path, None, "close").path

    def consent(dialog: OldCopiesDialog) -> None:
        assert "no passphrase · backup" in dialog.field("0").text()
        assert not dialog.ok_button().isEnabled()
        dialog.all.click()
        assert dialog.ok_button().text() == "Remove 2 copies"
        dialog.ok_button().click()

    with answering(fill(qtbot, new="one", again="one"), consent):
        trigger(window, "passphrase")
    qtbot.waitUntil(lambda: "removed" in sentence(window))
    assert window.journal.is_encrypted and build.dump(window.journal) == before
    assert not old.exists() and len(backups(window)) == 1
    assert opens_with(backups(window)[0].path, "one") and not opens_with(window.journal.path, None)
    people.add(window.journal, {"name": "Bo"})
    assert window.lock.watched().is_running()


def test_kept_copies_stay(qtbot: QtBot, window: MainWindow) -> None:
    def keep(dialog: OldCopiesDialog) -> None:
        assert dialog.chosen() == [] and dialog.ok_button().text() == "Remove"
        dialog.reject()

    with answering(fill(qtbot, new="one", again="one"), keep):
        trigger(window, "passphrase")
    assert sentence(window) == "The passphrase was set."
    assert len(backups(window)) == 2 and backups(window)[1].reason == "passphrase"
    assert opens_with(backups(window)[1].path, None)


def test_changing_asks_for_the_present_one_and_finds_backups_under_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.journal.set_passphrase("one")

    def wrong_first(form: PassphraseDialog) -> None:
        fill(qtbot, present="oNe", new="two", again="two")(form)
        qtbot.waitUntil(lambda: "not the passphrase" in read(form))
        assert form.field("present").selectedText() == "oNe" and not form.ok_button().isEnabled()
        assert backups(window) == [] and form.isVisible()
        fill(qtbot, present="one")(form)
        qtbot.waitUntil(lambda: not form.isVisible(), timeout=20_000)

    def consent(dialog: OldCopiesDialog) -> None:
        assert "former passphrase" in dialog.field("0").text()
        dialog.field("0").click()
        dialog.accept()

    with answering(wrong_first, consent):
        trigger(window, "passphrase")
    qtbot.waitUntil(lambda: "1 old copy was removed" in sentence(window))
    assert opens_with(backups(window)[0].path, "two") and len(backups(window)) == 1
    path = window.journal.path
    window.close()
    with pytest.raises(WrongPassphrase):
        Journal(path, "one")
    Journal(path, "two").close()


def test_removing_says_what_it_means(qtbot: QtBot, window: MainWindow) -> None:
    window.journal.set_passphrase("one")

    def remove(form: PassphraseDialog) -> None:
        deed, size = form.field("deed"), form.size()
        for key in ("remove", "change", "remove"):
            deed.button(key).click()
            QApplication.processEvents()
            assert form.size() == size and ("Once more" in read(form)) is (key == "change")
        assert "Anybody who gets at the file will be able to read it" in read(form)
        assert "New passphrase" not in read(form) and "Once more" not in read(form)
        assert not form.field("new").isVisible() and not form.field("again").isVisible()
        fill(qtbot, present="one")(form)

    with answering(remove):
        trigger(window, "passphrase")
    assert sentence(window) == "The passphrase was removed."
    assert not window.journal.is_encrypted and opens_with(window.journal.path, None)
    assert opens_with(backups(window)[0].path, "one")


@pytest.mark.parametrize("typed", [{"new": ""}, {"new": "one", "again": "two"}, {"new": "one"}])
def test_what_does_not_do_cannot_be_set(
    qtbot: QtBot, window: MainWindow, typed: dict[str, str]
) -> None:
    def look(form: PassphraseDialog) -> None:
        for key, text in typed.items():
            form.field(key).setText(text)
        assert not form.ok_button().isEnabled()
        form.accept()
        assert form.isVisible()

    with answering(look):
        trigger(window, "passphrase")
    assert not window.journal.is_encrypted


@pytest.mark.parametrize("passphrase", ["'; DROP TABLE person; --", '"', "x'00'", " ", "👩🏽‍⚕️🎓",
                                        "a" * 10_000, "trailing "])
def test_any_letters_do(qtbot: QtBot, window: MainWindow, passphrase: str) -> None:
    with answering(fill(qtbot, new=passphrase, again=passphrase), QDialog.reject):
        trigger(window, "passphrase")
    path = window.journal.path
    window.close()
    Journal(path, passphrase).close()


def test_failure_leaves_the_journal_as_it_was_and_open(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    before, raw = build.dump(window.journal), window.journal.path.read_bytes()
    folder = backup.folder_of(window.journal.path)
    folder.rmdir()
    folder.write_text("no folder")  # no backup can be made

    def give_up(form: PassphraseDialog) -> None:
        fill(qtbot, new="one", again="one")(form)
        qtbot.waitUntil(lambda: form.ok_button().isEnabled())
        assert form.isVisible() and form.field("new").text() == "one"
        form.reject()

    with answering(give_up):
        trigger(window, "passphrase")
    assert not window.journal.is_encrypted and window.journal.path.read_bytes() == raw
    assert build.dump(window.journal) == before
    people.add(window.journal, {"name": "Bo"})
    assert sorted(one.name for one in tmp_path.glob(".mine*")) == []


def test_a_change_meanwhile_is_not_lost(journal: Journal) -> None:
    change = journal.key_change()
    change.write(None)
    people.add(journal, {"name": "Bo"})
    with pytest.raises(JournalError, match="changed meanwhile"):
        change.finish()
    change.clear()
    assert len(build.dump(journal)["person"]) == 1


def test_reading_only_has_nothing_to_set(qtbot: QtBot, window: MainWindow) -> None:
    path = window.journal.path
    window.opening.close()
    assert window.opening.open(path, reading_only=True)
    trigger(window, "passphrase")
    assert sentence(window) == "This journal is open for reading only."
