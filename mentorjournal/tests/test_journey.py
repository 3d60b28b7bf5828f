"""The first evening with the program: from no journal at all to an agenda in the post, and back."""

from __future__ import annotations

import stat
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock, paths
from mentorjournal.journal import agenda, meetings, people
from mentorjournal.tests import build
from mentorjournal.tests.windows import answering, button, sentence, start, trigger
from mentorjournal.ui import questions, theme
from mentorjournal.ui.dialogs.five_names import FiveNamesDialog
from mentorjournal.ui.dialogs.meeting import MeetingForm
from mentorjournal.ui.dialogs.person import PersonDialog
from mentorjournal.ui.main_window import MainWindow

NAMES = ("Dr. Rosalind Okafor", "Jonas Weber", "Priya Raman", "Daniel Osei", "Ines Moreau")


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)


def write_names(form: FiveNamesDialog, qtbot: QtBot) -> None:
    for name in NAMES:
        qtbot.keyClicks(form.focusWidget(), name)
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    form.ok_button().click()


def describe(form: PersonDialog) -> None:
    form.field("level").set_current("senior")
    form.field("roles").chip("coach").click()
    form.field("roles").chip("research_adviser").click()
    form.field("areas").chip("academic").click()
    form.ok_button().click()


def arrange(form: MeetingForm, days: int) -> None:
    day = clock.today().toordinal() + days
    found = type(clock.today()).fromordinal(day)
    form.person.setCurrentIndex(form.person.findText(NAMES[0]))
    form.day.setDate(QDate(found.year, found.month, found.day))
    form.ok_button().click()


def add_items(window: MainWindow, qtbot: QtBot, *titles: str) -> None:
    line = window.panes["meetings"].page.agenda.add.edit
    line.setFocus()
    for title in titles:
        qtbot.keyClicks(line, title)
        qtbot.keyClick(line, Qt.Key.Key_Return)


def first_meeting(window: MainWindow, qtbot: QtBot) -> None:
    """A meeting that took place and left something over."""
    with answering(lambda form: arrange(form, 7)):
        trigger(window, "new_meeting")
    pane = window.panes["meetings"]
    add_items(window, qtbot, "Thesis outline")
    card = pane.page.agenda.cards()[0]
    pane.page.agenda.open_item(card.item.id)
    card.details.park.click()
    next(one for one in pane.page.head.menu.actions() if one.data() == "held").trigger()


def second_meeting(window: MainWindow, qtbot: QtBot) -> None:
    with answering(lambda form: arrange(form, 14)):
        trigger(window, "new_meeting")
    pane = window.panes["meetings"]
    page = pane.page
    qtbot.keyClicks(page.outcome, "A yes or a no to the pilot")
    add_items(window, qtbot, "Pilot in ward four", "Conference abstract")
    page.agenda.open_item(page.agenda.cards()[0].item.id)
    options = page.agenda.cards()[0].details.options
    options.add.edit.setFocus()
    qtbot.keyClicks(options.add.edit, "Begin with ten patients")
    qtbot.keyClick(options.add.edit, Qt.Key.Key_Return)
    carried = next(one for one in pane.side.carry_in.rows() if one.carry.source == "parked")
    carried.add.click()


def export(
    window: MainWindow, folder: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> bytes:
    path = folder / f"agenda{suffix}"
    monkeypatch.setattr(questions, "file_to_write", lambda *_: path)
    window.panes["meetings"].export_current(suffix)
    assert sentence(window).startswith(f"agenda{suffix} is written.")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    return path.read_bytes()


def pdf_words(data: bytes) -> tuple[int, str]:
    document = pypdfium2.PdfDocument(data)
    words = " ".join(page.get_textpage().get_text_bounded() for page in document)
    number = len(document)
    document.close()
    return number, " ".join(words.split())


WORDS = ("Okafor", "A yes or a no to the pilot", "Pilot in ward four", "Conference abstract",
         "Begin with ten patients", "Thesis outline")


def test_from_nothing_to_an_agenda_and_back(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start(qtbot, None, tmp_path / "scratch")
    first = window.panes["first-run"]
    qtbot.keyClicks(first.name, "Dr. Noor Haddad, MD")
    qtbot.mouseClick(first.go, Qt.MouseButton.LeftButton)
    assert window.windowTitle() == "Noor’s journal"
    assert window.journal.path == paths.data_folder() / "Noor.mentorjournal"

    with answering(lambda form: write_names(form, qtbot)):
        window.panes["today"].start.buttons["add_names"].click()
    network = window.show_pane("network")
    ids = {facts.person.name: facts.person.id
           for facts in people.everybody(window.journal, clock.today())}
    assert sorted(ids) == sorted(NAMES)

    network.show_person(ids[NAMES[0]])
    with answering(describe):
        button(network.person, "Edit").click()
    okafor = people.get(window.journal, ids[NAMES[0]])
    assert (okafor.level, okafor.areas) == ("senior", ("academic",))
    assert set(okafor.roles) == {"coach", "research_adviser"}

    first_meeting(window, qtbot)
    second_meeting(window, qtbot)
    coming = [one.meeting for one in meetings.coming(window.journal)]
    assert len(coming) == 1
    titles = [item.title for item in agenda.items(window.journal, coming[0].id)]
    assert titles == ["Pilot in ward four", "Conference abstract", "Thesis outline"]

    pane = window.panes["meetings"]
    pane.footer.preview.click()
    qtbot.waitUntil(lambda: bool(pane.side.preview.pages))
    assert len(pane.side.preview.pages) == 1
    assert not pane.side.preview.pages[0].image.isNull()

    number, words = pdf_words(export(window, tmp_path, ".pdf", monkeypatch))
    assert number == 1
    assert [word for word in WORDS if word not in words] == []
    text = " ".join(export(window, tmp_path, ".txt", monkeypatch).decode().split())
    assert [word for word in WORDS if word not in text] == []
    mail = message_from_bytes(export(window, tmp_path, ".eml", monkeypatch), policy=default)
    body = " ".join(mail.get_body().get_content().split())
    assert [word for word in WORDS if word not in body] == []
    assert next(mail.iter_attachments()).get_content_type() == "application/pdf"
    calendar = export(window, tmp_path, ".ics", monkeypatch).decode()
    assert "BEGIN:VEVENT" in calendar and NAMES[0] in calendar

    all_the_way_back_and_forth(window)


def leave_text() -> None:
    """A focused text would take Undo for itself first."""
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()


def all_the_way_back_and_forth(window: MainWindow) -> None:
    window.panes["meetings"].hand_in()
    undo, redo = (window.actions_table.by_key[key] for key in ("undo", "redo"))
    states = [build.dump(window.journal)]
    while undo.isEnabled() and len(states) < 100:
        assert undo.text() != "&Undo"
        leave_text()
        undo.trigger()
        states.append(build.dump(window.journal))
    assert len(states) > 10
    assert not any(states[-1].values()), "the journal is empty again"
    assert not undo.isEnabled() and undo.text() == "&Undo"
    for state in states[-2::-1]:
        leave_text()
        redo.trigger()
        assert build.dump(window.journal) == state
    assert not redo.isEnabled()
