"""The modal boxes: Cancel unless said otherwise, hostile words shown as they are, endings added."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.tests.windows import answering, press
from mentorjournal.ui import questions

MARKUP = '<b>x</b> <img src="/etc/passwd">'


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("words", "answer"), [("Remove", True), ("Cancel", False)])
def test_the_deed_is_done_only_when_it_is_pressed(
    parent: QWidget, words: str, answer: bool
) -> None:
    with answering(press(words)):
        assert questions.confirm(parent, "Remove?", "Really?", "Remove") is answer


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_enter_and_escape_do_nothing_rash(parent: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    with answering(lambda box: qtbot.keyClick(box.focusWidget() or box, key)):
        assert questions.confirm(parent, "Remove?", "Really?", "Remove") is False


def test_words_are_shown_as_they_are(parent: QWidget) -> None:
    def look(box: QMessageBox) -> None:
        assert box.textFormat() == Qt.TextFormat.PlainText
        heading, words = (one for one in box.findChildren(QLabel) if one.text() == MARKUP)
        assert heading.textFormat() == words.textFormat() == Qt.TextFormat.PlainText
        box.reject()

    with answering(look):
        questions.confirm(parent, MARKUP, MARKUP, MARKUP)


@pytest.mark.parametrize(
    ("typed", "made"),
    [("", None), ("mine", "mine.mentorjournal"), ("mine.mentorjournal", "mine.mentorjournal"),
     ("Dr. Okafor", "Dr. Okafor.mentorjournal"), ("v1.2", "v1.2.mentorjournal"),
     (".hidden", ".hidden.mentorjournal")],
)
def test_a_new_journal_has_the_ending(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, typed: str, made: str | None
) -> None:
    name = f"/somewhere/{typed}" if typed else ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (name, ""))
    found = questions.new_journal(parent, Path("/somewhere/My journal.mentorjournal"))
    assert found == (Path("/somewhere") / made if made else None)


def test_no_file_chosen_is_none(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: ("", ""))
    assert questions.journal_to_open(parent, Path("/somewhere")) is None
    assert questions.file_to_write(parent, "Export", Path("/somewhere/a.pdf"), "PDF") is None


@pytest.mark.parametrize(("typed", "kind", "made"), [
    ("a.txt", "PDF (*.pdf)", "a.txt"), ("a", "Text (*.txt)", "a.txt"), ("a", "", "a.pdf"),
    ("a.odt", "PDF (*.pdf)", "a.odt.pdf"), ("A.PDF", "Text (*.txt)", "A.PDF"),
])
def test_a_file_has_an_ending_that_was_offered(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: str, kind: str,
    made: str,
) -> None:
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / typed), kind))
    found = questions.file_to_write(
        parent, "Save", tmp_path / "note.pdf", "PDF (*.pdf);;Text (*.txt)")
    assert found == tmp_path / made


def test_a_crash_report_can_be_copied(parent: QWidget) -> None:
    QGuiApplication.clipboard().setText("before")
    with answering(press("Go on")):
        questions.crash(parent, "ValueError\n  agenda.py:7 in add")
    assert QGuiApplication.clipboard().text() == "before"
    with answering(press("Copy the report")):
        questions.crash(parent, "ValueError\n  agenda.py:7 in add")
    assert QGuiApplication.clipboard().text() == "ValueError\n  agenda.py:7 in add"


def test_no_box_stays_behind(parent: QWidget, qtbot: QtBot) -> None:
    for _ in range(3):
        with answering(press("Cancel")):
            questions.confirm(parent, "Remove?", "Really?", "Remove")
        with answering(press("Go on")):
            questions.crash(parent, "ValueError")
    qtbot.waitUntil(lambda: parent.findChildren(QMessageBox) == [])
