"""The follow-up note leaves the window: as a page, a text, a mail draft, or on the clipboard."""

from __future__ import annotations

import stat
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import meetings
from mentorjournal.tests import build
from mentorjournal.tests.windows import act, answering, press, sentence, start
from mentorjournal.ui import questions, theme
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.meeting_close import MeetingClose

TEXT = "Dear Ann,\n\nThank you for the hour.\n\nAmara"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, empty_file: Path, tmp_path: Path) -> MainWindow:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    return start(qtbot, build.copy(empty_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")


@pytest.fixture
def which(window: MainWindow) -> int:
    ann = build.add_person(window.journal, "Dr. Ann Berg", email="ann@example.org")
    found = build.add_meeting(
        window.journal, ann, "2026-05-12T10:00", status="held", follow_up_text=TEXT)
    window.show_pane("meetings").show_meeting(found)
    return found


@pytest.mark.parametrize("suffix", [".pdf", ".txt", ".eml"])
def test_a_note_is_written_and_then_marked_as_sent(
    window: MainWindow, which: int, suffix: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[Path] = []
    path = tmp_path / f"note{suffix}"
    monkeypatch.setattr(
        questions, "file_to_write", lambda _w, _t, suggested, _k: asked.append(suggested) or path)
    window.panes["meetings"].note_export_wanted.emit(which, suffix)
    assert asked[0].name == f"Note Berg 2026-05-12{suffix}"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    data = path.read_bytes()
    if suffix == ".pdf":
        assert data.startswith(b"%PDF")
    elif suffix == ".txt":
        assert data.decode().strip() == TEXT
    else:
        mail = message_from_bytes(data, policy=default)
        assert mail["To"] == '"Dr. Ann Berg" <ann@example.org>'
        assert mail.get_content().replace("\r", "").strip() == TEXT
    assert sentence(window) == (
        f"note{suffix} is written. Once you have sent it, say so here.")
    act(window)
    assert meetings.get(window.journal, which).follow_up_sent_at
    window.panes["meetings"].note_export_wanted.emit(which, suffix)
    assert sentence(window) == f"note{suffix} is written."


def test_a_note_is_copied(window: MainWindow, which: int) -> None:
    window.panes["meetings"].note_export_wanted.emit(which, "copy")
    assert QGuiApplication.clipboard().text() == TEXT
    assert sentence(window).startswith("The note is on the clipboard.")


def test_choosing_no_file_writes_nothing(
    window: MainWindow, which: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.messages.clear()
    monkeypatch.setattr(questions, "file_to_write", lambda *_: None)
    window.panes["meetings"].note_export_wanted.emit(which, ".txt")
    assert sentence(window) == ""


def test_what_no_font_can_print_is_asked_about(
    window: MainWindow, which: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    meetings.edit(window.journal, which, {"follow_up_text": "Odd \U0010fffd"})
    monkeypatch.setattr(questions, "file_to_write", lambda *_: tmp_path / "note.pdf")
    with answering(press("Cancel")):
        window.panes["meetings"].note_export_wanted.emit(which, ".pdf")
    assert not (tmp_path / "note.pdf").exists()
    with answering(press("Go on")):
        window.panes["meetings"].note_export_wanted.emit(which, ".pdf")
    assert (tmp_path / "note.pdf").exists()


def test_a_note_that_is_gone_is_refused_with_a_sentence(window: MainWindow, which: int) -> None:
    meetings.edit(window.journal, which, {"follow_up_text": None})
    window.panes["meetings"].note_export_wanted.emit(which, "copy")
    assert sentence(window) == "There is no note yet; write one first."


def test_a_meeting_noted_as_held_goes_on_with_how_it_went(
    window: MainWindow, which: int
) -> None:
    def note_it(form: object) -> None:
        from datetime import date

        form.person.setCurrentIndex(0)
        form.day.set_day(date(2026, 5, 14))
        form.ok_button().click()

    with answering(note_it):
        window.panes["meetings"].new_button.click()
    page = window.panes["meetings"].page
    assert isinstance(page, MeetingClose)
    assert meetings.get(window.journal, page.meeting_id).status == "held"
    assert window.focusWidget() is page.form.outcomes.add.edit
