"""What the window does about the past: deleted entries, wordings, erasing, much at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import deleted, meetings, people
from mentorjournal.store import backup
from mentorjournal.tests import build
from mentorjournal.tests.windows import act, answering, press, read, sentence, start, trigger
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.deleted import DeletedDialog
from mentorjournal.ui.dialogs.erase import EraseDialog
from mentorjournal.ui.dialogs.person import PersonDialog
from mentorjournal.ui.dialogs.typed_word import TypedWordDialog
from mentorjournal.ui.dialogs.wordings import WordingsDialog
from mentorjournal.ui.main_window import MainWindow

CANARY = "Quetzalcoatlus"
FIRST = "A decision on the second site, before the summer is over"
NOW = "Only the name of somebody who knows the ethics board"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, empty_file: Path, tmp_path: Path) -> MainWindow:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    return start(qtbot, build.copy(empty_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")


@pytest.fixture
def whom(window: MainWindow) -> int:
    return build.add_person(window.journal, f"Dr. {CANARY}", private_note=FIRST)


def type_word(word: str):
    def deed(dialog) -> None:
        assert not dialog.ok_button().isEnabled()
        dialog.field("word").setText(word)
        dialog.ok_button().click()

    return deed


# Deleted entries ------------------------------------------------------------------------------


def test_what_was_removed_is_listed_found_and_brought_back(
    qtbot: QtBot, window: MainWindow, whom: int
) -> None:
    build.add_meeting(window.journal, whom)
    before = build.dump(window.journal)
    people.remove(window.journal, whom)
    people.remove(window.journal, build.add_person(window.journal, "Hana Yoon"))

    def bring_back(dialog: DeletedDialog) -> None:
        titles = [dialog.model.record_at(row).title for row in range(dialog.model.rowCount())]
        assert titles == ["Hana Yoon", f"Dr. {CANARY}"]
        dialog.search.setText("nobody of that name")
        qtbot.waitUntil(lambda: dialog.model.rowCount() == 0)
        assert "Nothing found" in read(dialog) and not dialog.restore.isEnabled()
        dialog.search.setText("QUETZAL person")
        qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
        assert "Comes back with 1 meeting." in read(dialog)
        dialog.restore.click()
        assert f"“Dr. {CANARY}” is back." in read(dialog)

    with answering(bring_back):
        trigger(window, "deleted")
    assert build.dump(window.journal) == before
    assert sentence(window) == f"“Dr. {CANARY}” is back."
    act(window)
    assert len(deleted.every(window.journal)) == 2


def test_nothing_removed_is_said(window: MainWindow) -> None:
    with answering(lambda dialog: (read(dialog).index("Nothing was removed"), dialog.accept())):
        trigger(window, "deleted")


# Erasing --------------------------------------------------------------------------------------


def test_a_person_is_erased_from_the_map_after_a_typed_word(window: MainWindow, whom: int) -> None:
    backup.make(window.journal.path, None, "hand")
    pane = window.show_pane("network")

    def agree(dialog: EraseDialog) -> None:
        assert "Also remove 1 backup that holds it" in dialog.field("backups").text()
        assert "cannot be undone" in read(dialog)
        assert not dialog.field("backups").isChecked()
        dialog.field("backups").click()
        type_word("Erase")(dialog)

    with answering(agree):
        pane.person_erase_wanted.emit(whom)
    assert sentence(window) == "It is erased for good."
    assert people.everybody(window.journal, clock.today()) == []
    assert CANARY.encode() not in window.journal.path.read_bytes()
    left = backup.found_in(backup.folder_of(window.journal.path))
    assert [each.reason for each in left] == ["removal"]


def test_nothing_is_erased_without_the_word(window: MainWindow, whom: int) -> None:
    before = build.dump(window.journal)
    with answering(type_word("eras")):
        window.past.erase("person", whom)
    assert build.dump(window.journal) == before and sentence(window) == ""


def test_a_deleted_entry_is_erased_from_its_list(window: MainWindow, whom: int) -> None:
    people.remove(window.journal, whom)
    shown: list[int] = []

    def erase(dialog: DeletedDialog) -> None:
        dialog.erase.click()
        shown.append(dialog.model.rowCount())
        dialog.accept()

    with answering(erase, type_word("erase")):
        trigger(window, "deleted")
    assert shown == [0] and deleted.every(window.journal) == []


# Much at once ---------------------------------------------------------------------------------


def test_much_goes_only_after_a_typed_word_and_a_backup(window: MainWindow, whom: int) -> None:
    for n in range(12):
        build.add_meeting(window.journal, whom, headline=str(n))
    pane, before = window.show_pane("network"), build.dump(window.journal)
    with answering(press("Remove"), QDialog.reject):
        pane.person_remove_wanted.emit(whom)
    assert build.dump(window.journal) == before
    assert "Nothing was removed" in sentence(window)
    folder = backup.folder_of(window.journal.path)
    assert backup.found_in(folder) == []

    def agree(dialog: TypedWordDialog) -> None:
        assert "13 entries" in dialog.windowTitle()
        type_word("remove")(dialog)

    with answering(press("Remove"), agree):
        pane.person_remove_wanted.emit(whom)
    assert people.everybody(window.journal, clock.today()) == []
    assert [each.reason for each in backup.found_in(folder)] == ["removal"]
    window.undo_journal()
    assert build.dump(window.journal) == before


# Earlier wordings -----------------------------------------------------------------------------


def use_it(dialog: WordingsDialog) -> None:
    assert dialog.list.count() == 1
    marks: dict[str, str] = {"gone": "", "new": ""}
    block = dialog.text.document().begin()
    while block.isValid():
        for piece in block:
            look = piece.fragment().charFormat()
            for change, marked in (("gone", look.fontStrikeOut()), ("new", look.fontUnderline())):
                marks[change] += piece.fragment().text() if marked else ""
        block = block.next()
    assert "summer is over" in marks["gone"] and "ethics board" in marks["new"]
    dialog.use.click()


def test_an_earlier_wording_comes_back_from_the_text_itself(
    qtbot: QtBot, window: MainWindow, whom: int
) -> None:
    which = build.add_meeting(window.journal, whom)
    for text in (FIRST, NOW):
        meetings.edit(window.journal, which, {"desired_outcome": text})
    pane = window.show_pane("meetings")
    pane.show_meeting(which)
    field = pane.page.outcome
    field.setFocus()
    with answering(use_it):
        qtbot.keyClick(
            field, Qt.Key.Key_H,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert meetings.get(window.journal, which).desired_outcome == FIRST
    assert field.text() == FIRST
    act(window)
    assert meetings.get(window.journal, which).desired_outcome == NOW
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    with answering(use_it):
        trigger(window, "wordings")
    assert field.text() == FIRST


def test_every_text_of_an_agenda_has_the_entry_in_its_menu(
    qtbot: QtBot, window: MainWindow, whom: int
) -> None:
    which = build.add_meeting(window.journal, whom)
    pane = window.show_pane("meetings")
    pane.show_meeting(which)
    for field in (pane.page.outcome, pane.page.opening, pane.page.saver):
        field.setFocus()
        field.customContextMenuRequested.emit(field.rect().center())
        menu = next(one for one in field.findChildren(QMenu) if one.isVisible())
        assert "Earlier &wordings…" in [one.text() for one in menu.actions()]
        menu.close()


def test_in_a_form_it_goes_into_the_field_and_is_saved_with_the_form(
    window: MainWindow, whom: int
) -> None:
    people.edit(window.journal, whom, {"private_note": NOW})
    pane = window.show_pane("network")

    def write(form: PersonDialog) -> None:
        window.past.show_wordings(form.field("private_note"))
        assert form.field("private_note").text() == FIRST
        assert people.get(window.journal, whom).private_note == NOW
        form.ok_button().click()

    with answering(write, use_it):
        pane.person_edit_wanted.emit(whom)
    assert people.get(window.journal, whom).private_note == FIRST


def test_without_a_text_or_a_wording_a_sentence_says_so(
    qtbot: QtBot, window: MainWindow, whom: int
) -> None:
    window.past.show_wordings(None)
    assert sentence(window).startswith("Put the cursor into a text first")
    which = build.add_meeting(window.journal, whom)
    pane = window.show_pane("meetings")
    pane.show_meeting(which)
    with answering(press("Close")):
        window.past.show_wordings(pane.page.opening)
