"""What the window does about feedback: asked and noted from anywhere, each step, and the note."""

from __future__ import annotations

import csv
from collections.abc import Callable
from contextlib import closing
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import agenda, drafts, feedback, meetings, people
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.windows import act, answering, press, sentence, start, trigger
from mentorjournal.ui import questions, theme
from mentorjournal.ui.dialogs.ask_feedback import AskForm
from mentorjournal.ui.dialogs.log_feedback import LogForm
from mentorjournal.ui.dialogs.talk_feedback import AsideForm, TalkOverForm
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.feedback import FeedbackPane
from mentorjournal.ui.widgets.form_dialog import FormDialog

TODAY = build.SAMPLE_DAY
OKAFOR, M51 = 1, 51


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, sample_file: Path, tmp_path: Path) -> MainWindow:
    theme.apply(qapp, "light")
    clock.set_as_of(TODAY)
    return start(qtbot, build.copy(sample_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")


@pytest.fixture
def page(window: MainWindow) -> FeedbackPane:
    made = window.pane("feedback")
    assert isinstance(made, FeedbackPane)
    return made


def which(window: MainWindow, topic: str) -> int:
    return next(
        one.id for one in feedback.every(window.journal) if topic in (one.topic or ""))


def fill_question(form: AskForm) -> None:
    form.topic.setText("the talk")
    form.question.type_anew("Where did I lose you?")
    form.ok_button().click()


# Asking and noting ----------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["network", "meetings", "timeline"])
def test_two_keys_ask_from_anywhere_and_undo_takes_all_of_it_back(
    qtbot: QtBot, window: MainWindow, place: str
) -> None:
    window.show_pane(place)
    feedback.ask(window.journal, {"person_id": OKAFOR, "topic": "x", "asked_on": TODAY})
    before = build.dump(window.journal)
    with answering(fill_question):
        qtbot.keyClick(window, Qt.Key.Key_F,
                       Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert sentence(window) == "Your question to Dr. Okafor is on the agenda of Tue 19 May."
    item = agenda.items(window.journal, M51)[-1]
    assert (item.title, item.kind, item.source, item.question) == (
        "the talk", "feedback_ask", "feedback", "Where did I lose you?")
    act(window)
    assert build.dump(window.journal) == before


def test_whoevers_page_is_shown_is_asked(window: MainWindow) -> None:
    haddad = next(one.person.id for one in people.everybody(window.journal, TODAY)
                  if "Haddad" in one.person.name)
    window.open_person(haddad)
    with answering(fill_question):
        trigger(window, "ask_feedback")
    assert sentence(window) == "What you asked Dr. Haddad is in the feedback log."
    newest = feedback.every(window.journal)[0]
    assert (newest.person_id, newest.asked_on, newest.requested) == (haddad, TODAY, True)


def test_noting_says_until_when_it_rests_and_can_be_undone(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = build.dump(window.journal)

    def note(form: LogForm) -> None:
        form.people.set_value([OKAFOR])
        form.gist.type_anew("Too slow")
        form.stance.set_current("hurt")
        form.ok_button().click()

    with answering(note):
        qtbot.keyClick(window, Qt.Key.Key_B,
                       Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert sentence(window) == "What Dr. Okafor said is noted. It rests until Sun 17 May."
    act(window)
    assert build.dump(window.journal) == before


def test_what_was_asked_is_answered_in_the_log(window: MainWindow) -> None:
    asked = feedback.ask(window.journal, {
        "person_id": OKAFOR, "topic": "the talk", "question": "Why?", "asked_on": TODAY})

    def note(form: LogForm) -> None:
        form.asked.set_current(str(asked))
        form.asked.chosen.emit(str(asked))
        form.gist.type_anew("Too slow")
        form.ok_button().click()

    count = len(feedback.every(window.journal))
    with answering(note):
        window.feedback_log.log(OKAFOR)
    found = feedback.get(window.journal, asked)
    assert (found.gist, found.question, found.date, found.requested) == (
        "Too slow", "Why?", TODAY, True)
    assert len(feedback.every(window.journal)) == count


@pytest.mark.parametrize("key", ["ask_feedback", "log_feedback"])
def test_in_an_empty_journal_there_is_nobody_to_ask(
    qtbot: QtBot, qapp: QApplication, empty_file: Path, tmp_path: Path, key: str
) -> None:
    window = start(qtbot, build.copy(empty_file, tmp_path / "e.mentorjournal"), tmp_path / "s")
    trigger(window, key)
    assert sentence(window) == "There is nobody in the journal yet; add a person first."


# What the page wishes -------------------------------------------------------------------------


def test_the_buttons_of_the_page_ask_and_note(window: MainWindow, page: FeedbackPane) -> None:
    with answering(QDialog.reject):
        page.ask_wanted.emit()
    with answering(QDialog.reject):
        page.log_wanted.emit()


def test_an_asked_entry_is_heard_edited_set_aside_and_taken_up(
    window: MainWindow, page: FeedbackPane
) -> None:
    asked = feedback.ask(window.journal, {
        "person_id": OKAFOR, "topic": "the talk", "asked_on": TODAY})

    def change(form: AskForm) -> None:
        form.topic.setText("the second talk")
        form.ok_button().click()

    with answering(change):
        page.wished.emit("edit", asked)
    assert feedback.get(window.journal, asked).topic == "the second talk"

    def say_why(form: AsideForm) -> None:
        form.why.type_anew("Too late")
        form.ok_button().click()

    with answering(say_why):
        page.wished.emit("set_aside", asked)
    assert feedback.get(window.journal, asked).set_aside_why == "Too late"
    assert sentence(window) == "It is set aside."
    page.wished.emit("take_up", asked)
    assert feedback.get(window.journal, asked).set_aside_on is None

    def answer(form: LogForm) -> None:
        form.gist.type_anew("Too slow")
        form.ok_button().click()

    with answering(answer):
        page.wished.emit("heard", asked)
    assert feedback.get(window.journal, asked).gist == "Too slow"
    assert sentence(window) == "What Dr. Okafor said is noted."
    page.wished.emit("remove", asked)
    assert sentence(window) == "The feedback from Dr. Okafor was removed."
    act(window)
    assert feedback.get(window.journal, asked).gist == "Too slow"


def test_a_heard_entry_is_edited_in_its_form(window: MainWindow, page: FeedbackPane) -> None:
    slides = which(window, "slides")

    def change(form: LogForm) -> None:
        form.theme.setText("Pace")
        form.ok_button().click()

    with answering(change):
        page.wished.emit("edit", slides)
    assert feedback.get(window.journal, slides).theme == "Pace"


def test_a_captured_entry_is_joined_with_what_was_asked(
    window: MainWindow, page: FeedbackPane
) -> None:
    asked = feedback.ask(window.journal, {
        "person_id": OKAFOR, "topic": "the talk", "asked_on": TODAY})
    heard = feedback.hear(window.journal, OKAFOR, "Too slow", TODAY)

    def join(form: LogForm) -> None:
        form.asked.set_current(str(asked))
        form.asked.chosen.emit(str(asked))
        form.ok_button().click()

    with answering(join):
        page.wished.emit("edit", heard)
    assert feedback.get(window.journal, heard).topic == "the talk"
    assert asked not in [one.id for one in feedback.every(window.journal)]
    act(window)
    assert feedback.get(window.journal, asked).topic == "the talk"


def test_a_talk_is_asked_for_only_after_the_days_of_rest(
    window: MainWindow, page: FeedbackPane
) -> None:
    slides = which(window, "slides")
    clock.set_as_of(date(2026, 5, 9))
    page.wished.emit("ask_talk", slides)
    assert "until Sun 10 May" in sentence(window)
    clock.set_as_of(TODAY)
    said = []
    with answering(lambda form: (said.append(form.ok_button().text()), form.ok_button().click())):
        page.wished.emit("ask_talk", slides)
    assert said == ["Mark as asked"]  # it sends nothing
    assert feedback.get(window.journal, slides).talk_asked_on == TODAY
    assert sentence(window) == "It is noted that you asked Dr. Castellanos for a talk today."
    act(window)
    assert feedback.get(window.journal, slides).talk_asked_on is None


def test_a_talk_on_the_next_agenda(window: MainWindow, page: FeedbackPane) -> None:
    slides = which(window, "slides")
    coming = build.add_meeting(window.journal, feedback.get(window.journal, slides).person_id)
    with answering(lambda form: form.ok_button().click()):
        page.wished.emit("ask_talk", slides)
    assert feedback.get(window.journal, slides).follow_up_meeting_id == coming
    assert sentence(window) == "The talk with Dr. Castellanos is on the agenda of Tue 19 May."
    page.wished.emit("meeting", slides)
    assert window.current_pane() == "meetings"
    assert window.panes["meetings"].page.meeting_id == coming


def test_it_goes_onto_the_next_agenda_or_one_can_be_arranged(
    window: MainWindow, page: FeedbackPane
) -> None:
    slides = which(window, "slides")
    page.wished.emit("to_agenda", slides)
    assert sentence(window) == "No meeting with Dr. Castellanos is arranged yet."
    with answering(QDialog.reject):
        act(window)
    coming = build.add_meeting(window.journal, feedback.get(window.journal, slides).person_id)
    meetings.mark_agenda_sent(window.journal, coming, "2026-05-14T08:00:00Z")
    page.wished.emit("to_agenda", slides)
    assert sentence(window) == (
        "It is on the agenda of Tue 19 May. That agenda was sent already, without it.")
    page.wished.emit("to_agenda", slides)
    assert sentence(window) == "It is on that agenda already."


def test_a_report_that_joined_an_agenda_by_itself_is_told_of(
    window: MainWindow, page: FeedbackPane
) -> None:
    heard = feedback.log(window.journal, {
        "person_id": OKAFOR, "topic": "the talk", "gist": "Slow", "date": TODAY})
    feedback.act(window.journal, heard, TODAY)
    assert sentence(window) == "What came of it is on the agenda of Tue 19 May now."
    act(window)
    assert feedback.get(window.journal, heard).acted_on is None
    assert sentence(window) == "Taken back: act on feedback."


def test_it_leads_to_the_person_and_to_its_meeting(window: MainWindow, page: FeedbackPane) -> None:
    slides = which(window, "slides")
    whose = feedback.get(window.journal, slides).person_id
    page.wished.emit("person", slides)
    assert window.current_pane() == "person" and window.panes["person"].person.id == whose
    feedback.edit(window.journal, slides, {"meeting_id": None})
    page.wished.emit("meeting", slides)
    assert sentence(window) == "It belongs to no meeting."
    feedback.edit(window.journal, slides, {"meeting_id": 48})
    page.wished.emit("meeting", slides)
    assert window.panes["meetings"].page.meeting_id == 48


WISHES = ("draft_note", "note_email", "note_save", "note_print", "ask_talk", "to_agenda", "heard",
          "set_aside", "take_up", "remove", "edit", "person", "meeting")


@pytest.mark.parametrize("wish", WISHES)
def test_an_entry_that_is_gone_is_refused_with_a_sentence(
    window: MainWindow, page: FeedbackPane, wish: str
) -> None:
    page.wished.emit(wish, 99_999)
    assert sentence(window) == "This entry is no longer in the journal."


# The note -------------------------------------------------------------------------------------


@pytest.fixture
def saved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], list[Path]]:
    """Whatever is written goes to a file with this ending."""

    def to(suffix: str) -> list[Path]:
        asked: list[Path] = []
        monkeypatch.setattr(
            questions, "file_to_write",
            lambda _w, _t, suggested, _k: asked.append(suggested) or tmp_path / f"note{suffix}")
        return asked

    return to


def test_the_note_is_drafted_and_a_second_draft_brings_the_first_back(
    window: MainWindow, page: FeedbackPane
) -> None:
    award = which(window, "career")
    feedback.edit(window.journal, award, {"note_text": None})
    page.wished.emit("draft_note", award)
    text = feedback.get(window.journal, award).note_text
    assert text.startswith("Dear Dr. Okafor,")
    assert sentence(window) == "The note is drafted. Change it as you like."
    page.wished.emit("draft_note", award)
    assert sentence(window) == "The note says that already."
    feedback.edit(window.journal, award, {"note_text": "My own words"})
    page.wished.emit("draft_note", award)
    assert feedback.get(window.journal, award).note_text == text
    act(window)
    assert feedback.get(window.journal, award).note_text == "My own words"


def test_no_note_is_drafted_before_the_days_of_rest_are_over(
    window: MainWindow, page: FeedbackPane
) -> None:
    slides = which(window, "slides")
    clock.set_as_of(date(2026, 5, 9))
    page.wished.emit("draft_note", slides)
    assert "until Sun 10 May" in sentence(window)
    assert not feedback.get(window.journal, slides).note_text


@pytest.mark.parametrize(("wish", "suffix"), [
    ("note_email", ".eml"), ("note_save", ".pdf"), ("note_save", ".txt"), ("note_save", ".eml")])
def test_the_note_is_written_and_then_marked_as_sent(
    window: MainWindow, page: FeedbackPane, saved: Callable[[str], list[Path]], tmp_path: Path,
    wish: str, suffix: str,
) -> None:
    slides = which(window, "slides")
    page.wished.emit("draft_note", slides)
    asked = saved(suffix)
    page.wished.emit(wish, slides)
    assert asked[0].stem == "Note Castellanos 2026-05-08"
    data = (tmp_path / f"note{suffix}").read_bytes()
    text = feedback.get(window.journal, slides).note_text
    if suffix == ".eml":
        mail = message_from_bytes(data, policy=default)
        assert mail.get_content().replace("\r", "").strip() == text
    elif suffix == ".txt":
        assert data.decode().strip() == text
    else:
        assert data.startswith(b"%PDF")
    assert sentence(window) == f"note{suffix} is written. Once you have sent it, say so here."
    act(window)
    assert feedback.get(window.journal, slides).note_on == TODAY
    page.wished.emit(wish, slides)
    assert sentence(window) == f"note{suffix} is written."


@pytest.mark.parametrize("wish", ["note_email", "note_save", "note_print"])
def test_without_a_note_nothing_is_asked_and_it_is_said(
    window: MainWindow, page: FeedbackPane, saved: Callable[[str], list[Path]], wish: str
) -> None:
    slides = which(window, "slides")
    feedback.edit(window.journal, slides, {"note_text": None})
    asked = saved(".pdf")
    page.wished.emit(wish, slides)
    assert sentence(window) == "There is no note yet; write one first." and not asked


def test_the_note_is_printed(
    window: MainWindow, page: FeedbackPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    slides = which(window, "slides")
    page.wished.emit("draft_note", slides)
    printed: list[str] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: printed.append(
        dialog.printer().docName()) or QDialog.DialogCode.Rejected)
    window.messages.clear()
    page.wished.emit("note_print", slides)
    assert printed == ["Note Castellanos 2026-05-08"] and sentence(window) == ""


def test_what_no_font_can_print_is_asked_about(
    window: MainWindow, page: FeedbackPane, saved: Callable[[str], list[Path]], tmp_path: Path
) -> None:
    slides = which(window, "slides")
    feedback.edit(window.journal, slides, {"note_text": "Odd \U0010fffd"})
    saved(".pdf")
    with answering(press("Cancel")):
        page.wished.emit("note_save", slides)
    assert not (tmp_path / "note.pdf").exists()
    with answering(press("Go on")):
        page.wished.emit("note_save", slides)
    assert (tmp_path / "note.pdf").exists()


# Messages, the table, drafts ------------------------------------------------------------------


def test_a_message_is_written_from_the_form(
    window: MainWindow, saved: Callable[[str], list[Path]], tmp_path: Path
) -> None:
    asked = saved(".eml")

    def write(form: AskForm) -> None:
        form.topic.setText("the talk")
        form.way.button("message").click()
        form.mail.click()
        assert form.written.text() == "note.eml is written; open it in your mail program."
        form.reject()

    with answering(write):
        window.feedback_log.ask(OKAFOR)
    assert asked[0].name == "Message to Dr. Okafor.eml"
    mail = message_from_bytes((tmp_path / "note.eml").read_bytes(), policy=default)
    assert mail["Subject"] == "A question about the talk"


def test_a_message_for_a_talk_is_written_from_its_form(
    window: MainWindow, page: FeedbackPane, saved: Callable[[str], list[Path]], tmp_path: Path
) -> None:
    saved(".eml")

    def write(form: TalkOverForm) -> None:
        form.mail.click()
        form.reject()

    with answering(write):
        page.wished.emit("ask_talk", which(window, "slides"))
    assert b"What you told me about teaching slides" in (tmp_path / "note.eml").read_bytes()


def test_the_log_is_exported_without_what_is_private(
    window: MainWindow, page: FeedbackPane, saved: Callable[[str], list[Path]], tmp_path: Path
) -> None:
    feedback.edit(window.journal, which(window, "slides"), {"first_reaction": "unspeakable"})
    asked = saved(".csv")
    page.export_wanted.emit()
    assert asked[0].name == "Feedback log.csv"
    text = (tmp_path / "note.csv").read_text("utf-8-sig")
    assert len(list(csv.reader(text.splitlines()))) >= 10 and "unspeakable" not in text
    assert sentence(window) == "9 entries are in note.csv, without what is private."


@pytest.mark.parametrize(("key", "field", "about"), [
    ("feedback_ask:new", "topic", "what to ask for feedback on"),
    ("feedback_ask:10", "question", "feedback from Dr. Okafor"),
    ("feedback:new", "gist", "feedback you received"),
    ("feedback:9", "impact", "feedback from Dr. Castellanos"),
    ("feedback_heard:10", "first_reaction", "feedback from Dr. Okafor"),
    ("feedback_talk:9", "message", "feedback from Dr. Castellanos"),
    ("feedback_aside:9", "why", "feedback from Dr. Castellanos"),
])
def test_what_was_being_written_is_gone_on_with_after_a_crash(
    qtbot: QtBot, qapp: QApplication, sample_file: Path, tmp_path: Path, key: str, field: str,
    about: str,
) -> None:
    clock.set_as_of(TODAY)
    path = build.copy(sample_file, tmp_path / "mine.mentorjournal")
    with closing(Journal(path)) as journal:
        assert feedback.ask(journal, {"person_id": OKAFOR, "topic": "the talk"}) == 10
        drafts.keep(journal, key, {field: "My words"})
    window = start(qtbot, path, tmp_path / "s")
    qtbot.waitUntil(lambda: about in sentence(window))
    seen: list[object] = []

    def read_form(form: FormDialog) -> None:
        qtbot.waitUntil(lambda: form.field_values()[field] == "My words")
        seen.append(form)
        form.put_aside()

    with answering(read_form):
        act(window)
    assert seen and list(drafts.every(window.journal)) == [key]
