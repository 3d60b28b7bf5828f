"""What the window does about the timeline: other pages, files, paper; and a walk by keyboard."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import meetings, people, promises
from mentorjournal.tests import build
from mentorjournal.tests.windows import answering, sentence, start, trigger
from mentorjournal.ui import questions, theme
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.timeline import TimelinePane


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, sample_file: Path, tmp_path: Path) -> MainWindow:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    return start(qtbot, build.copy(sample_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")


@pytest.fixture
def pane(window: MainWindow) -> TimelinePane:
    return window.show_pane("timeline")


def test_a_walk_by_keyboard_from_opening_it_to_a_kept_promise_and_the_person(
    window: MainWindow, qtbot: QtBot
) -> None:
    """Alt+5, arrows to a meeting, Tab to its promise, Space, and on to the page of the person."""
    made = promises.add(window.journal, {"text": "Send the pages", "meeting_id": 48})
    qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    pane = window.panes["timeline"]
    assert window.current_pane() == "timeline" and pane.view.hasFocus()
    qtbot.keyClick(pane.view, Qt.Key.Key_Right)
    met = meetings.get(window.journal, 48)
    for _ in range(12):
        if pane.view.chosen.lane.person_id == met.person_id:
            break
        qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    qtbot.keyClick(pane.view, Qt.Key.Key_End)
    while pane.current_mark().key != ("meeting", 48, "held"):
        assert pane.current_mark().day >= met.day
        qtbot.keyClick(pane.view, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: pane.strip.ticks[made].isVisible())
    stops = []
    while QApplication.focusWidget() is not pane.strip.ticks.get(made):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
        assert len(stops) < 12, stops
    assert stops[:2] == [pane.strip.way, pane.strip.person]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    kept = next(one for one in promises.of_person(window.journal, met.person_id)
                if one.id == made)
    assert kept.done_on == build.SAMPLE_DAY
    pane.strip.person.setFocus()
    qtbot.keyClick(pane.strip.person, Qt.Key.Key_Space)
    assert window.current_pane() == "person"
    assert window.panes["person"].person.id == met.person_id


def test_the_notes_of_a_meeting_are_opened_where_they_are(
    window: MainWindow, pane: TimelinePane
) -> None:
    pane.choose(("meeting", 48, "held"))
    pane.strip.way.click()
    assert window.current_pane() == "meetings"
    assert window.panes["meetings"].current_meeting_id() == 48


def test_a_name_leads_to_the_person(window: MainWindow, pane: TimelinePane) -> None:
    pane.view.lane_chosen.emit(3)
    assert window.current_pane() == "person" and window.panes["person"].person.id == 3


def test_an_empty_journal_gets_its_first_person_from_here(
    qtbot: QtBot, empty_file: Path, tmp_path: Path
) -> None:
    clock.set_as_of(build.SAMPLE_DAY)
    file = build.copy(empty_file, tmp_path / "empty.mentorjournal")
    window = start(qtbot, file, tmp_path / "s")
    pane = window.show_pane("timeline")

    def fill_in(form: QDialog) -> None:
        form.field("name").setText("Dr. Ines Moreau")
        form.ok_button().click()

    with answering(fill_in):
        pane.empty.button().click()
    assert [one.person.name for one in people.everybody(window.journal, clock.today())] == [
        "Dr. Ines Moreau"]
    window.show_pane("timeline")
    assert [lane.name for lane in pane.view.board.lanes] == ["Dr. Ines Moreau"]


@pytest.mark.parametrize("kind", ["png", "pdf"])
def test_it_is_written_to_the_file_that_was_chosen_or_the_refusal_is_said(
    window: MainWindow, pane: TimelinePane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    kind: str,
) -> None:
    path = tmp_path / f"mine.{kind}"
    suggested: list[Path] = []
    monkeypatch.setattr(
        questions, "file_to_write", lambda *told: (suggested.append(told[2]), path)[1])
    if kind == "pdf":
        trigger(window, "export_pdf")
        document = pypdfium2.PdfDocument(path)
        assert "Timeline" in document[0].get_textpage().get_text_bounded()
        document.close()
    else:
        pane.export_wanted.emit("png")
        assert not QImage(str(path)).isNull()
    assert suggested[0].name == f"Timeline.{kind}"
    assert sentence(window) == f"The timeline is in mine.{kind}."
    monkeypatch.setattr(questions, "file_to_write", lambda *_: tmp_path / "no" / "mine")
    pane.export_wanted.emit(kind)
    assert "no" in sentence(window) and not (tmp_path / "no").exists()
    window.messages.clear()
    monkeypatch.setattr(questions, "file_to_write", lambda *_: None)
    pane.export_wanted.emit(kind)
    assert sentence(window) == ""


def test_print_of_the_menu_prints_it_across(
    window: MainWindow, pane: TimelinePane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QPageLayout.Orientation] = []

    def answer(dialog: QPrintDialog) -> int:
        printer = dialog.printer()
        asked.append(printer.pageLayout().orientation())
        printer.setOutputFileName(str(tmp_path / "paper.pdf"))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    trigger(window, "print")
    assert asked == [QPageLayout.Orientation.Landscape]
    document = pypdfium2.PdfDocument(tmp_path / "paper.pdf")
    width, height = document[0].get_size()
    document.close()
    assert width > height
