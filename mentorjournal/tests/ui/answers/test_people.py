"""What the window does about people: the form, the verb, and a sentence when it is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import me, needs, people
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.small_network import fill
from mentorjournal.tests.windows import act, answering, press, sentence, start, trigger
from mentorjournal.ui import questions, theme
from mentorjournal.ui.dialogs.person import PersonDialog
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.network import NetworkPane


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, empty_file: Path, tmp_path: Path) -> MainWindow:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    return start(qtbot, build.copy(empty_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")


@pytest.fixture
def ids(window: MainWindow) -> dict[str, int]:
    return fill(window.journal)


@pytest.fixture
def pane(window: MainWindow, ids: dict[str, int]) -> NetworkPane:
    return window.show_pane("network")


def photo(folder: Path) -> Path:
    image = QImage(700, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("#0f766e"))
    image.save(str(folder / "face.png"))
    return folder / "face.png"


def saying(**values: str) -> Callable[[PersonDialog], None]:
    def deed(form: PersonDialog) -> None:
        for key, value in values.items():
            form.field(key).setText(value)
        form.ok_button().click()

    return deed


def test_somebody_is_added_with_photo_and_need_in_one_step(
    window: MainWindow, pane: NetworkPane, tmp_path: Path
) -> None:
    journal, file = window.journal, photo(tmp_path)
    need = needs.every(journal)[0].id

    def fill_in(form: PersonDialog) -> None:
        form.field("name").setText("Ines Moreau")
        form.field("photo").take_file(file)
        form.ok_button().click()

    before = build.dump(journal)
    with answering(fill_in):
        pane.person_add_wanted.emit({"direction": "candidate", "stage": "met", "need_id": need})
    new = next(one for one in people.everybody(journal, clock.today())
               if one.person.name == "Ines Moreau")
    assert new.person.direction == "candidate" and new.need_ids == (need,)
    assert QImage.fromData(people.photo(journal, new.person)).width() == 512
    assert pane.person.shown.line.person.id == new.person.id
    assert window.actions_table.by_key["undo"].text() == "&Undo add Ines Moreau"
    window.undo_journal()
    assert build.dump(journal) == before


@pytest.mark.parametrize("mode", ["map", "list"])
def test_after_a_form_the_keyboard_is_on_whom_it_was_about(
    window: MainWindow, pane: NetworkPane, ids: dict[str, int], mode: str
) -> None:
    pane.set_mode(mode)
    window.sidebar.setFocus()
    shown = pane.view if mode == "map" else pane.people_view.table

    def has_keyboard(name: str) -> bool:
        if window.focusWidget() is not shown:  # also while another window is the active one
            return False
        if mode == "list":
            return shown.currentIndex().siblingAtColumn(0).data() == name
        key = shown.map_scene.focus_key
        return shown.map_scene.people[key].name == name and shown.map_scene.item_of(
            key).focused_here

    with answering(saying(name="Ines Moreau")):
        trigger(window, "add_person")
    assert has_keyboard("Ines Moreau")
    window.sidebar.setFocus()
    with answering(lambda form: (form.place(0).setText("Ann"), form.place(1).setText("Bo"),
                                 form.accept())):
        trigger(window, "add_names")
    assert has_keyboard("Ann")
    window.sidebar.setFocus()
    with answering(lambda form: (form._other.choose(ids["okafor"]), form.accept())):
        pane.people_merge_wanted.emit(ids["weber"])
    assert has_keyboard("Jonas Weber")


def test_an_edit_writes_what_changed_and_cancel_writes_nothing(
    window: MainWindow, pane: NetworkPane, ids: dict[str, int], tmp_path: Path
) -> None:
    journal, file = window.journal, photo(tmp_path)
    with answering(saying(rank="Consultant")):
        pane.person_edit_wanted.emit(ids["weber"])
    assert people.get(journal, ids["weber"]).rank == "Consultant"
    before = build.dump(journal)

    def change_and_leave(form: PersonDialog) -> None:
        form.field("rank").setText("Professor")
        form.reject()

    with answering(change_and_leave, press("Close without saving")):
        pane.person_edit_wanted.emit(ids["weber"])
    with answering(saying()):
        pane.person_edit_wanted.emit(ids["weber"])
    assert build.dump(journal) == before
    with answering(lambda form: (form.field("photo").take_file(file), form.ok_button().click())):
        pane.person_edit_wanted.emit(ids["weber"])
    assert people.photo(journal, people.get(journal, ids["weber"]))
    with answering(lambda form: (form.field("photo").remove.click(), form.ok_button().click())):
        pane.person_edit_wanted.emit(ids["weber"])
    assert people.photo(journal, people.get(journal, ids["weber"])) is None


def test_removing_asks_names_what_goes_and_offers_undo(
    window: MainWindow, pane: NetworkPane, ids: dict[str, int]
) -> None:
    before = build.dump(window.journal)
    with answering(press("Cancel")):
        pane.person_remove_wanted.emit(ids["okafor"])
    assert build.dump(window.journal) == before
    asked: list[str] = []
    with answering(lambda box: (asked.append(box.informativeText()), press("Remove")(box))):
        pane.person_remove_wanted.emit(ids["okafor"])
    assert "1 meeting" in asked[0]
    assert sentence(window) == "Dr. Okafor was removed."
    assert ids["okafor"] not in pane.facts.lines
    act(window)
    assert build.dump(window.journal) == before and sentence(window).startswith("Taken back: ")


def test_two_entries_are_joined(
    window: MainWindow, pane: NetworkPane, ids: dict[str, int]
) -> None:
    double = people.add(window.journal, {"name": "Rosalind Okafor", "rank": "Professor"})
    before = build.dump(window.journal)
    with answering(QDialog.reject):
        pane.people_merge_wanted.emit(double)
    assert build.dump(window.journal) == before
    with answering(lambda form: form.ok_button().click()):
        pane.people_merge_wanted.emit(ids["okafor"])
    assert double not in pane.facts.lines
    assert people.get(window.journal, ids["okafor"]).rank == "Professor"
    assert pane.person.shown.line.person.id == ids["okafor"]


def test_about_me(window: MainWindow, ids: dict[str, int]) -> None:
    with answering(lambda form: (form.field("stage").setText("fellow"), form.ok_button().click())):
        trigger(window, "about_me")
    assert me.get(window.journal).stage == "fellow"
    before = build.dump(window.journal)
    with answering(lambda form: form.ok_button().click()):
        trigger(window, "about_me")
    assert build.dump(window.journal) == before


@pytest.mark.parametrize(("kind", "head"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_the_map_as_a_picture(
    window: MainWindow, pane: NetworkPane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    kind: str, head: bytes,
) -> None:
    suggested: list[Path] = []
    path = tmp_path / f"map.{kind}"
    monkeypatch.setattr(
        questions, "file_to_write", lambda *told: (suggested.append(told[2]), path)[1])
    pane.image_export_wanted.emit(kind)
    assert suggested[0].name == f"Network map.{kind}"
    assert path.read_bytes().startswith(head)
    assert sentence(window) == f"The map is in map.{kind}."
    monkeypatch.setattr(questions, "file_to_write", lambda *_: tmp_path / "no" / "map")
    pane.image_export_wanted.emit(kind)
    assert sentence(window).startswith("map could not be written")
    monkeypatch.setattr(questions, "file_to_write", lambda *_: None)
    window.messages.clear()
    pane.image_export_wanted.emit(kind)
    assert sentence(window) == ""


def test_somebody_who_is_gone_is_said(
    window: MainWindow, pane: NetworkPane, ids: dict[str, int]
) -> None:
    people.remove(window.journal, ids["weber"])
    before = build.dump(window.journal)
    for wish in (pane.person_edit_wanted, pane.person_remove_wanted, pane.people_merge_wanted):
        window.messages.clear()
        wish.emit(ids["weber"])
        assert sentence(window) == "This entry is no longer in the journal."
    assert build.dump(window.journal) == before


def test_a_refused_change_leaves_the_journal_as_it_was(
    window: MainWindow, pane: NetworkPane, ids: dict[str, int]
) -> None:
    journal: Journal = window.journal
    before = build.dump(journal)
    journal.read().exec_driver_sql("PRAGMA query_only = ON")
    for answer, wish in (
        (press("Remove"), lambda: pane.person_remove_wanted.emit(ids["weber"])),
        (lambda form: (form.place(0).setText("A"), form.accept()),
         lambda: trigger(window, "add_names")),
    ):
        window.messages.clear()
        with answering(answer):
            wish()
        assert window.messages.message().tone == "alert"
        assert sentence(window).endswith(".") and "Nothing was changed" in sentence(window)
    journal.read().exec_driver_sql("PRAGMA query_only = OFF")
    assert build.dump(journal) == before
