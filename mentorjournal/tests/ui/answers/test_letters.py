"""Letters in the real window: from the first thought to the result told, each by its dialog."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import agenda, letter_papers, letters, meetings, people, thanks
from mentorjournal.journal.between import Letter
from mentorjournal.tests import build
from mentorjournal.tests.windows import answering, press, sentence, start, trigger
from mentorjournal.ui import questions
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.person_asks import Asks

DAY = build.SAMPLE_DAY


@pytest.fixture
def window(qtbot: QtBot, sample_file: Path, tmp_path: Path) -> MainWindow:
    clock.set_as_of(DAY)
    mine = build.copy(sample_file, tmp_path / "mine.mentorjournal")
    opened = start(qtbot, mine, tmp_path / "scratch")
    trigger(opened, "show_letters")
    return opened


def find(window: MainWindow, target: str) -> Letter:
    return next(one for one in letters.every(window.journal) if target in one.target)


def wish(window: MainWindow, what: str, target: str = "K12") -> None:
    window.panes["letters"].wished.emit(what, find(window, target).id)


def whom(window: MainWindow, family: str) -> int:
    return next(one.person.id for one in people.everybody(window.journal, DAY)
                if family in one.person.name)


def test_a_new_request_is_shown_at_once(window: MainWindow) -> None:
    def fill(form: QDialog) -> None:
        assert not form.ok_button().isEnabled()
        form.writer.setCurrentText("Dr. Henrik Vale")
        form.field("target").setText("Promotion")
        form.kind.set_current("promotion")
        form.deadline.set_day(date(2026, 6, 8))
        assert "short; four weeks is the least" in form.field("deadline").accessibleDescription()
        assert not form.field("detail:rank_sought").isHidden()
        assert form.field("detail:aamc_id").isHidden()
        form.field("detail:rank_sought").setPlainText("Associate professor")
        form.field("deadline_time").setText("9.30")
        form.accept()

    with answering(fill):
        trigger(window, "new_letter")
    one = find(window, "Promotion")
    assert one.deadline == date(2026, 6, 8) and one.deadline_time == "09:30"
    assert letters.details(window.journal, one.id) == {"rank_sought": "Associate professor"}
    assert window.panes["letters"].current_letter_id() == one.id


@pytest.mark.parametrize(("key", "text", "words"), [
    ("deadline_time", "later", "Write it as 17:00."), ("zone", "Atlantis", "Choose a place"),
    ("deadline_time", "17:00", "A time needs a day."),
    ("target", "x" * 1000, "That is too long"),
])
def test_what_is_wrong_is_said(window: MainWindow, key: str, text: str, words: str) -> None:
    def fill(form: QDialog) -> None:
        form.writer.setCurrentText("Dr. Henrik Vale")
        form.field("target").setText("Promotion")
        field = form.field(key)
        field.setText(text) if hasattr(field, "setText") else field.setCurrentText(text)
        assert words in form.check(form.field_values())[key]
        assert not form.ok_button().isEnabled()

    with answering(fill):
        trigger(window, "new_letter")


def test_editing_changes_only_what_was_changed(window: MainWindow) -> None:
    before = find(window, "K12")

    def fill(form: QDialog) -> None:
        form.field("addressed_to").setText("The committee")
        form.accept()

    with answering(fill):
        wish(window, "edit")
    after = find(window, "K12")
    assert after.addressed_to == "The committee"
    assert before.deadline == after.deadline and before.why == after.why
    assert before.goal_id == after.goal_id and before.status == after.status


def test_asking_is_noted_with_a_day_to_answer(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    which = letters.add(window.journal, {
        "writer_id": whom(window, "Okafor"), "target": "A fellowship",
        "deadline": date(2026, 7, 31)})
    written = tmp_path / "ask.eml"
    monkeypatch.setattr(questions, "file_to_write", lambda *_: written)

    def fill(form: QDialog) -> None:
        assert "strong letter" in form.text.text() and "Friday 22 May" in form.text.text()
        form.answer_by.set_day(date(2026, 5, 25))
        assert "Monday 25 May" in form.text.text()
        form.text.type_anew(form.text.text() + " PS")
        form.answer_by.set_day(date(2026, 5, 26))
        assert form.text.text().endswith("PS") and "Monday 25 May" in form.text.text()
        form.mail.click()
        form.accept()

    with answering(fill):
        wish(window, "ask", "A fellowship")
    one = letters.get(window.journal, which)
    assert (one.asked_on, one.answer_by, one.strong_asked, one.status) == (
        DAY, date(2026, 5, 26), True, "asked")
    mail = message_from_bytes(written.read_bytes(), policy=default)
    assert mail["Subject"] == "A letter for A fellowship"
    assert "please just say no" in " ".join(mail.get_body().get_content().split())


def test_asking_at_the_next_meeting_goes_onto_its_agenda(window: MainWindow) -> None:
    coming = meetings.coming(window.journal)[0].meeting
    which = letters.add(window.journal, {"writer_id": coming.person_id, "target": "A stay"})

    def fill(form: QDialog) -> None:
        form.how.set_current("meeting")
        form.validate()
        form.edited.emit()
        assert form.ok_button().text() == "Put it on the agenda" and form.day.isHidden()
        form.accept()

    with answering(fill):
        wish(window, "ask", "A stay")
    item = agenda.items(window.journal, coming.id)[-1]
    assert (item.kind, item.source, item.source_id) == ("letter", "letter", which)
    assert item.title == "Could you write a strong letter for A stay?"
    one = letters.get(window.journal, which)
    assert one.strong_asked and one.asked_on is None
    assert "on the agenda" in sentence(window)
    window.journal.undo()
    assert not letters.get(window.journal, which).strong_asked
    assert item.id not in [each.id for each in agenda.items(window.journal, coming.id)]


def test_a_no_is_thanked_for_and_somebody_else_can_be_asked(window: MainWindow) -> None:
    def thank(form: QDialog) -> None:
        assert "answering so plainly" in form.note.text()
        form.done_already.set_current("done")
        form.accept()

    with answering(lambda form: form.accept(), thank):
        wish(window, "declined")
    one = find(window, "K12")
    assert one.declined_on == DAY and one.thanked_on == DAY and one.agreed_on is None
    assert any(each.letter_id == one.id for each in thanks.every(window.journal))

    def fill(form: QDialog) -> None:
        assert form.field("target").text() == one.target and form.writer.person() is None
        assert form.deadline.day() == one.deadline
        form.writer.setCurrentText("Dr. Rosalind Okafor")
        form.accept()

    with answering(fill):
        wish(window, "again")
    beside = letters.beside(window.journal, one.id)
    assert {each.writer_id for each in beside} == {one.writer_id, whom(window, "Okafor")}
    assert next(each for each in beside if each.id != one.id).status == "considering"


def test_what_is_missing_is_said_once_before_it_is_sent(window: MainWindow) -> None:
    which = letters.add(window.journal, {
        "writer_id": whom(window, "Okafor"), "target": "A grant", "kind": "grant"})
    with answering(press("Cancel")):
        wish(window, "sent", "A grant")
    assert letters.get(window.journal, which).brief_sent_on is None
    with answering(press("Mark as sent")):
        wish(window, "sent", "A grant")
    one = letters.get(window.journal, which)
    assert one.brief_sent_on == DAY and one.status == "brief_sent"
    assert "reviewer criteria" in one.brief_missing and "the deadline" in one.brief_missing
    assert len(one.brief_missing) == len(set(one.brief_missing))
    assert "Deadline" not in one.brief_missing


def test_a_reminder_is_drafted_and_noted(window: MainWindow) -> None:
    def fill(form: QDialog) -> None:
        assert "A short reminder" in form.text.text()
        form.accept()

    with answering(fill):
        wish(window, "remind")
    assert find(window, "K12").reminded_on == DAY


def test_submission_opens_the_thank_you(window: MainWindow) -> None:
    def thank(form: QDialog) -> None:
        assert "Harrow Bay" in form.for_what.text()
        form.done_already.set_current("done")
        form.accept()

    with answering(lambda form: form.accept(), thank):
        wish(window, "step:submitted")
    one = find(window, "K12")
    assert one.submitted_on == DAY and one.thanked_on == DAY


def test_a_step_can_be_taken_back(window: MainWindow) -> None:
    def empty(form: QDialog) -> None:
        form.field("day").set_day(None)
        form.accept()

    with answering(empty):
        wish(window, "step:agreed")
    one = find(window, "K12")
    assert one.agreed_on is None and one.status == "asked"


def test_the_result_leads_to_telling_it(window: MainWindow) -> None:
    def result(form: QDialog) -> None:
        assert form.field("own").isHidden()
        form.outcome.set_current("other")
        form.edited.emit()
        assert not form.field("own").isHidden()
        form.field("own").setText("On the waiting list")
        form.accept()

    def tell(form: QDialog) -> None:
        assert "On the waiting list" in form.text.text()
        form.accept()

    with answering(result, tell):
        wish(window, "result")
    one = find(window, "K12")
    assert (one.outcome, one.decided_on, one.outcome_shared_on) == (
        "On the waiting list", DAY, DAY)


def test_removing_can_be_taken_back(window: MainWindow) -> None:
    which = find(window, "K12").id
    wish(window, "remove")
    assert "was removed" in sentence(window)
    window.journal.undo()
    assert find(window, "K12").id == which


def test_a_paper_is_kept_saved_and_a_waived_letter_refused(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    source = tmp_path / "aims.txt"
    source.write_bytes(b"aims")
    one = find(window, "K12")
    pane = window.panes["letters"]

    def fill(form: QDialog) -> None:
        form.kind.set_current("letter")
        form.validate()
        assert "never kept here" in form.check(form.field_values())["kind"]
        form.kind.set_current("statement")
        form.file.take_file(source)
        assert form.name.text() == "aims.txt"
        form.accept()

    with answering(fill):
        pane.paper_wished.emit("paper_add", one.id, 0)
    made = letter_papers.of_letter(window.journal, one.id)[-1]
    assert made.name == "aims.txt" and made.file and made.kind == "statement"
    copy = tmp_path / "copy.txt"
    monkeypatch.setattr(questions, "file_to_write", lambda *_: copy)
    pane.paper_wished.emit("paper_save", one.id, made.id)
    assert copy.read_bytes() == b"aims"

    def take_away(form: QDialog) -> None:
        form.file.remove.click()
        form.accept()

    with answering(take_away):
        pane.paper_wished.emit("paper_edit", one.id, made.id)
    assert letter_papers.of_letter(window.journal, one.id)[-1].file is None
    pane.paper_wished.emit("paper_remove", one.id, made.id)
    assert made.id not in [each.id for each in letter_papers.of_letter(window.journal, one.id)]


@pytest.mark.parametrize("suffix", [".pdf", ".txt", ".eml"])
def test_the_brief_is_written_and_asked_about(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"brief{suffix}"
    monkeypatch.setattr(questions, "file_to_write", lambda *_: path)
    window.panes["letters"].export_current(suffix)
    assert path.stat().st_size > 500
    assert "Once you have sent it" in sentence(window)


def test_the_calendar_is_written(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "letter.ics"
    monkeypatch.setattr(questions, "file_to_write", lambda *_: path)
    wish(window, ".ics")
    assert path.read_bytes().count(b"BEGIN:VEVENT") == 4


def test_other_pages_lead_to_a_letter(window: MainWindow, qtbot: QtBot) -> None:
    """The timeline by its mark, a person's page by what waits there; the sidebar counts it."""
    cedar = find(window, "Cedar")
    window.show_pane("timeline").letter_wanted.emit(cedar.id)
    assert window.current_pane() == "letters"
    assert window.panes["letters"].current_letter_id() == cedar.id
    window.panes["letters"].show_letter(find(window, "K12").id)
    window.open_person(cedar.writer_id)
    strip = window.panes["person"].findChild(Asks).strip
    qtbot.waitUntil(strip.isVisible)
    assert strip.button().text() == "Open in letter briefs"
    strip.button().click()
    assert window.current_pane() == "letters"
    assert window.panes["letters"].current_letter_id() == cedar.id
    counts = {one.key: one.count for one in window.sidebar.pages.entries()}
    assert counts["letters"] == 1
    letters.take_step(window.journal, cedar.id, "told", DAY)
    counts = {one.key: one.count for one in window.sidebar.pages.entries()}
    assert counts["letters"] == 0


def test_without_people_a_request_is_answered_in_words(
    qtbot: QtBot, empty_file: Path, tmp_path: Path
) -> None:
    mine = build.copy(empty_file, tmp_path / "empty.mentorjournal")
    window = start(qtbot, mine, tmp_path / "scratch")
    trigger(window, "new_letter")
    assert "add a person first" in sentence(window)
