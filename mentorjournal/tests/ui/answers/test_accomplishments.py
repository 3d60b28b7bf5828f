"""Accomplishments in the real window: from the page into the journal, and out as a copy."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import accomplishments, drafts
from mentorjournal.journal.files import ChosenFile
from mentorjournal.store.own_tables import file_content
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
from mentorjournal.ui import file_copies, questions
from mentorjournal.ui.dialogs.accomplishment import AccomplishmentForm
from mentorjournal.ui.main_window import MainWindow

AWARD = "Early Investigator Award"
ASKED = "Open a copy in another program?"


@pytest.fixture
def window(qtbot: QtBot, sample_file: Path, tmp_path: Path) -> MainWindow:
    clock.set_as_of(build.SAMPLE_DAY)
    mine = build.copy(sample_file, tmp_path / "mine.mentorjournal")
    opened = start(qtbot, mine, tmp_path / "scratch")
    trigger(opened, "show_accomplishments")
    return opened


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What is handed to the system's own programs."""
    found: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url) or True)
    return found


def with_file(window: MainWindow, name: str = "poster.pdf", data: bytes = b"%PDF poster") -> int:
    key = accomplishments.add(window.journal, {"title": "Poster", "file": ChosenFile(name, data)})
    window.panes["accomplishments"].show_accomplishment(key)
    return key


def choose(window: MainWindow, title: str) -> int:
    pane = window.panes["accomplishments"]
    key = next(one.id for one in pane.list.records() if one.about.title == title)
    pane.show_accomplishment(key)
    return key


def test_the_page_stands_under_the_letters_and_the_menu_shows_it(window: MainWindow) -> None:
    assert window.current_pane() == "accomplishments" and window.sidebar.current() == "letters"


def test_one_is_added_with_a_file_and_all_that_belongs_to_it(
    window: MainWindow, tmp_path: Path
) -> None:
    pane = window.panes["accomplishments"]
    path = tmp_path / "Talk.pdf"
    path.write_bytes(b"%PDF talk")

    def fill(form: AccomplishmentForm) -> None:
        form.field("title").setText("A talk")
        form.field("number").setText("1,5")
        form.field("unit").setText("hours")
        form.field("competencies").chip("teaching").click()
        form.file.take_file(path)
        form.witnesses.take(1)
        form.accept()

    with answering(fill):
        pane.add.click()
    made = pane.view.current_row()
    assert (made.about.title, made.about.number, made.about.unit, made.about.competencies) == (
        "A talk", 1.5, "hours", ("teaching",))
    assert made.about.file_name == "Talk.pdf"
    assert [one.person_id for one in made.achieved.witnesses] == [1]
    assert sentence(window) == "The accomplishment is noted."
    assert drafts.every(window.journal) == {}
    path.unlink()  # the copy inside does not need it
    assert "Talk.pdf" in read(pane.detail)


def test_a_file_that_went_meanwhile_is_said_in_the_form(window: MainWindow, tmp_path: Path) -> None:
    before = len(accomplishments.every(window.journal))
    path = tmp_path / "Talk.pdf"
    path.write_bytes(b"%PDF talk")

    def fill(form: AccomplishmentForm) -> None:
        form.field("title").setText("A talk")
        form.file.take_file(path)
        path.unlink()
        form.accept()
        assert form.isVisible() and "Talk.pdf is no longer there." in read(form)
        form.reject()

    with answering(fill):
        window.panes["accomplishments"].add.click()
    assert len(accomplishments.every(window.journal)) == before


def test_enter_edits_and_delete_removes_with_undo(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.panes["accomplishments"]
    key = choose(window, AWARD)
    with answering(lambda form: (form.field("title").setText("The award"), form.accept())):
        pane.view.opened.emit(key)
    assert accomplishments.get(window.journal, key).accomplishment.title == "The award"
    pane.detail.remove.click()
    assert sentence(window) == "“The award” was removed." and len(pane.list.records()) == 2
    act(window)
    assert pane.view.current_row().id == key


def test_credit_that_is_owed_is_given_from_the_page(window: MainWindow) -> None:
    pane = window.panes["accomplishments"]
    choose(window, AWARD)
    with answering(lambda form: (form.field("how").setText("On the slide"), form.accept())):
        button(pane.detail, "Give credit…").click()
    assert "3 of 3 with everybody credited" in read(pane)
    assert sentence(window) == "The credit is noted."


def test_the_next_who_is_owed_credit_is_named(window: MainWindow) -> None:
    accomplishments.add(window.journal, {"title": "Talk"}, [
        {"person_id": 1}, {"person_id": 2}, {"person_id": 3}])
    first = accomplishments.every(window.journal)[0].contributors[0]

    def fill(form: QDialog) -> None:
        form.field("how").setText("On the slide")
        form.accept()

    with answering(fill):
        window.thanks.give_credit(first.id)
    assert sentence(window).startswith("The credit is noted. Dr. ")
    assert sentence(window).endswith("have not been credited yet.")
    for _ in range(2):
        with answering(fill):
            act(window)
    assert sentence(window) == "The credit is noted."


def test_a_page_of_somebody_who_contributed_is_opened(window: MainWindow) -> None:
    window.panes["accomplishments"].person_wanted.emit(1)
    assert window.current_pane() == "person" and window.panes["person"].person.id == 1


def test_a_copy_is_saved_where_one_says_and_for_ones_own_eyes(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_file(window)
    target, suggested = tmp_path / "Copy.pdf", []
    monkeypatch.setattr(questions, "file_to_write",
                        lambda _parent, _title, path, _kinds: suggested.append(path) or target)
    button(window.panes["accomplishments"].detail, "Save a copy…").click()
    assert suggested == [Path.home() / "poster.pdf"]
    assert target.read_bytes() == b"%PDF poster" and sentence(window) == "Copy.pdf is written."
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    monkeypatch.setattr(questions, "file_to_write", lambda *_: tmp_path / "no" / "where.pdf")
    button(window.panes["accomplishments"].detail, "Save a copy…").click()
    assert "where.pdf could not be written" in sentence(window)


def test_a_copy_is_opened_only_after_a_question_and_goes_with_the_journal(
    window: MainWindow, handed: list[QUrl]
) -> None:
    with_file(window)
    detail = window.panes["accomplishments"].detail
    with answering(press("Cancel")):
        button(detail, "Open a copy…").click()
    scratch = window.opening.scratch
    assert handed == [] and not (scratch / file_copies.OPENED).exists()

    def agree(box: QDialog) -> None:
        assert box.text() == ASKED and "“poster.pdf” (11 bytes)" in box.informativeText()
        press("Open")(box)

    with answering(agree):
        button(detail, "Open a copy…").click()
    (url,) = handed
    path = Path(url.toLocalFile())
    assert path.read_bytes() == b"%PDF poster" and path.is_relative_to(scratch)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    window.opening.close()
    assert not path.exists()


def test_a_file_nothing_opens_and_one_that_is_damaged_are_told(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_file(window, "poster.zzz")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    with answering(press("Open")):
        button(window.panes["accomplishments"].detail, "Open a copy…").click()
    assert sentence(window) == "No program on this computer opens poster.zzz."
    window.journal.read().execute(file_content.update().values(data=b"something"))
    button(window.panes["accomplishments"].detail, "Open a copy…").click()
    assert "damaged" in sentence(window)


@pytest.mark.parametrize(("name", "copy"), [
    ("poster.pdf", "poster.pdf"), ("SCAN 1.PDF", "SCAN 1.pdf"), ("notes", "notes"),
    ("a:b?.tar.gz", "a b .tar.gz"), (".hidden", "hidden"), ("con.txt", "Mentor Journal con.txt"),
    ("x.p/df", "x.p df"),
])
def test_a_copy_has_a_name_every_system_takes(name: str, copy: str) -> None:
    assert file_copies.name_for(name) == copy
