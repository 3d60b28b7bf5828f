"""What the window does about meetings: arrange, move, call off, and hand the agenda over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QTime
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import agenda, meetings
from mentorjournal.tests import build
from mentorjournal.tests.windows import act, answering, press, read, sentence, start, trigger
from mentorjournal.ui import questions, theme
from mentorjournal.ui.dialogs.call_off import CancelForm, PostponeForm
from mentorjournal.ui.dialogs.meeting import MeetingForm
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.meeting_parts import SentenceButton
from mentorjournal.ui.panes.meetings import MeetingsPane

ODD = "\U0010fffd"  # of the private use planes: no font has it


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, empty_file: Path, tmp_path: Path) -> MainWindow:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    return start(qtbot, build.copy(empty_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")


@pytest.fixture
def which(window: MainWindow) -> int:
    """A coming meeting of 45 minutes with one item."""
    ann = build.add_person(window.journal, "Dr. Ann Berg", email="ann@example.org")
    found = build.add_meeting(window.journal, ann)
    agenda.add_item(window.journal, found, {"title": "One question"})
    return found


@pytest.fixture
def pane(window: MainWindow, which: int) -> MeetingsPane:
    made = window.show_pane("meetings")
    made.show_meeting(which)
    return made


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Has the machine's file dialog answer with a file of this name."""

    def choose(name: str) -> Path:
        monkeypatch.setattr(questions, "file_to_write", lambda *_: tmp_path / name)
        return tmp_path / name

    return choose


def at(form: MeetingForm | PostponeForm, day: date, hour: int) -> None:
    form.day.setDate(QDate(day.year, day.month, day.day))
    form.time.setTime(QTime(hour, 0))


def test_a_meeting_is_arranged_and_shown(window: MainWindow, pane: MeetingsPane) -> None:
    def arrange(form: MeetingForm) -> None:
        form.person.setCurrentIndex(0)
        at(form, date(2026, 6, 2), 14)
        form.minutes.set_value(20)
        form.place.setText("Room <b>4</b>")
        form.ok_button().click()

    with answering(arrange):
        pane.new_button.click()
    new = meetings.get(window.journal, pane.current_meeting_id())
    assert (new.starts_at, new.planned_minutes) == (datetime(2026, 6, 2, 14), 20)
    assert new.place == "Room <b>4</b>"
    assert window.focusWidget() is pane.page.outcome  # what one goes on with
    with answering(QDialog.reject):
        trigger(window, "new_meeting")
    assert len(meetings.coming(window.journal)) == 2


def test_a_meeting_is_moved_in_one_step_with_its_agenda(
    window: MainWindow, pane: MeetingsPane, which: int
) -> None:
    before = build.dump(window.journal)

    def move(form: MeetingForm) -> None:
        at(form, date(2026, 5, 26), 16)
        form.place.setText("Library")
        form.ok_button().click()

    with answering(move):
        pane.meeting_move_wanted.emit(which)
    moved = meetings.get(window.journal, which)
    assert moved.starts_at == datetime(2026, 5, 26, 16) and moved.place == "Library"
    assert len(agenda.items(window.journal, which)) == 1
    window.undo_journal()
    assert build.dump(window.journal) == before


def test_a_meeting_is_put_off_without_a_new_time(
    window: MainWindow, pane: MeetingsPane, which: int
) -> None:
    with answering(lambda form: (form.why.set_text_quietly("On call"), form.ok_button().click())):
        pane.meeting_postpone_wanted.emit(which)
    old = meetings.get(window.journal, which)
    assert (old.status, old.called_off_why, old.moved_to_id) == ("postponed", "On call", None)
    assert old.notice_hours == 97  # from nine in the morning


def test_a_meeting_is_put_off_to_a_new_time_with_a_note(
    window: MainWindow, pane: MeetingsPane, which: int, file: Callable[[str], Path]
) -> None:
    path = file("note.eml")
    before = build.dump(window.journal)

    def put_off(form: PostponeForm) -> None:
        form.agreed.click()
        at(form, date(2026, 6, 9), 11)
        form.note.setPlainText("Dear Ann, could we meet in June? Ωμέγα")
        form.save.click()
        form.ok_button().click()

    with answering(put_off):
        pane.meeting_postpone_wanted.emit(which)
    old = meetings.get(window.journal, which)
    new = meetings.get(window.journal, old.moved_to_id)
    assert (old.status, new.starts_at) == ("postponed", datetime(2026, 6, 9, 11))
    assert [one.title for one in agenda.items(window.journal, new.id)] == ["One question"]
    assert pane.current_meeting_id() == new.id
    mail = message_from_bytes(path.read_bytes(), policy=default)
    assert "Ωμέγα" in mail.get_body().get_content()
    assert "ann@example.org" in mail["To"]
    assert sentence(window) == "note.eml is written."
    window.undo_journal()
    assert build.dump(window.journal) == before


def test_a_meeting_is_cancelled_by_the_mentor(
    window: MainWindow, pane: MeetingsPane, which: int
) -> None:
    def cancel(form: CancelForm) -> None:
        form.by.button("mentor").click()
        form.notice.setValue(3)
        form.why.setPlainText("<img src=/etc/passwd>")
        form.ok_button().click()

    with answering(cancel):
        pane.meeting_cancel_wanted.emit(which)
    off = meetings.get(window.journal, which)
    assert (off.status, off.called_off_by, off.notice_hours) == ("cancelled", "mentor", 3)
    assert off.called_off_why == "<img src=/etc/passwd>"
    window.messages.clear()
    before = build.dump(window.journal)
    with answering(lambda form: form.ok_button().click()):
        pane.meeting_cancel_wanted.emit(which)
    assert window.messages.message().tone == "alert" and "still to come" in sentence(window)
    assert build.dump(window.journal) == before


@pytest.mark.parametrize("wish", ["meeting_postpone_wanted", "meeting_cancel_wanted"])
def test_a_late_call_off_may_become_a_shorter_meeting(
    window: MainWindow, pane: MeetingsPane, which: int, wish: str
) -> None:
    clock.set_as_of(date(2026, 5, 19))

    def shorten(form: CancelForm) -> None:
        assert form.advice.isVisible()
        form.advice.acted.emit()

    with answering(shorten):
        getattr(pane, wish).emit(which)
    kept = meetings.get(window.journal, which)
    assert kept.status in ("confirmed", "planned") and kept.planned_minutes == 15


def test_a_meeting_is_removed_and_brought_back(
    window: MainWindow, pane: MeetingsPane, which: int
) -> None:
    before = build.dump(window.journal)
    pane.meeting_remove_wanted.emit(which)
    assert sentence(window) == "The meeting with Dr. Berg on Tue 19 May was removed."
    assert meetings.coming(window.journal) == []
    act(window)
    assert build.dump(window.journal) == before


@pytest.mark.parametrize("suffix", [".pdf", ".txt", ".eml", ".ics"])
def test_an_agenda_is_written_and_may_be_marked_as_sent(
    window: MainWindow, pane: MeetingsPane, which: int, file: Callable[[str], Path], suffix: str
) -> None:
    path = file(f"a{suffix}")
    pane.export_current(suffix)
    assert path.stat().st_size > 100 and path.stat().st_mode & 0o777 == 0o600
    assert sentence(window).startswith(f"a{suffix} is written.")
    if suffix != ".ics":
        act(window)
        assert meetings.get(window.journal, which).agenda_sent_at == "2026-05-15T09:00:00Z"
    window.messages.clear()
    pane.export_current(suffix)
    assert window.messages.message().action == ""


def test_a_file_that_cannot_be_written_is_said(
    window: MainWindow, pane: MeetingsPane, file: Callable[[str], Path], tmp_path: Path
) -> None:
    before = build.dump(window.journal)
    file("no/folder/a.pdf")
    pane.export_current(".pdf")
    assert sentence(window).startswith("a.pdf could not be written")
    assert build.dump(window.journal) == before
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize("suffix", [".pdf", ".eml"])
def test_characters_no_font_has_are_named_first(
    window: MainWindow, pane: MeetingsPane, which: int, file: Callable[[str], Path], suffix: str
) -> None:
    agenda.add_item(window.journal, which, {"title": f"Odd {ODD} sign"})
    path = file(f"a{suffix}")
    asked: list[str] = []
    with answering(lambda box: (asked.append(box.informativeText()), press("Cancel")(box))):
        pane.export_current(suffix)
    assert not path.exists()
    assert "U+10FFFD" in asked[0]
    with answering(press("Go on")):
        pane.export_current(suffix)
    assert path.exists()


def test_printing_names_them_too_and_goes_to_the_printer(
    window: MainWindow, pane: MeetingsPane, which: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached: list[str] = []
    monkeypatch.setattr(
        QPrintDialog, "exec",
        lambda dialog: (reached.append(dialog.printer().docName()), QDialog.DialogCode.Rejected)[1],
    )
    trigger(window, "print")
    assert reached == ["Agenda Berg 2026-05-19"]
    agenda.add_item(window.journal, which, {"title": ODD})
    with answering(press("Cancel")):
        trigger(window, "print")
    assert len(reached) == 1


def test_a_meeting_that_is_gone_is_said(
    window: MainWindow, pane: MeetingsPane, which: int
) -> None:
    meetings.remove(window.journal, which)
    before = build.dump(window.journal)
    for wish in (pane.meeting_move_wanted, pane.meeting_postpone_wanted,
                 pane.meeting_cancel_wanted, pane.meeting_remove_wanted, pane.print_wanted):
        window.messages.clear()
        wish.emit(which)
        assert sentence(window) == "This entry is no longer in the journal."
    assert build.dump(window.journal) == before


def test_the_map_leads_to_the_next_meeting_or_to_a_new_one(
    window: MainWindow, pane: MeetingsPane, which: int
) -> None:
    ann = meetings.get(window.journal, which).person_id
    network = window.show_pane("network")
    network.meeting_wanted.emit(ann)
    assert window.stack.currentWidget() is pane and pane.current_meeting_id() == which
    pane.person_wanted.emit(ann)
    assert window.current_pane() == "person" and window.pane("person").person.id == ann
    bo = build.add_person(window.journal, "Bo")

    def look(form: MeetingForm) -> None:
        assert form.person.currentText() == "Bo"
        form.reject()

    with answering(look):
        network.meeting_wanted.emit(bo)


def test_a_link_is_shown_in_full_before_it_is_opened(
    window: MainWindow, pane: MeetingsPane, which: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, asked, opened = "https://video.example.org/" + "a" * 200, [], []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    meetings.edit(window.journal, which, {"link": link, "place": None})
    line = pane.page.head.place.findChild(SentenceButton)
    assert link in line.text()
    with answering(lambda box: (asked.append(box.informativeText()), press("Cancel")(box))):
        line.click()
    assert opened == [] and "".join(asked[0].split()) == link
    with answering(press("Open")):
        line.click()
    assert opened == [link]


@pytest.mark.parametrize("link", [
    "javascript:alert(1)", "file:///etc/passwd", "Zoom, as always", "https:", "data:text/html,x",
])
def test_what_is_no_harmless_link_is_only_words(
    window: MainWindow, pane: MeetingsPane, which: int, link: str
) -> None:
    meetings.edit(window.journal, which, {"link": link, "place": None})
    assert pane.page.head.place.findChild(SentenceButton) is None
    assert link in read(pane.page.head)
