"""Asking for feedback: one thing, a question to begin with, three ways; and asking for a talk."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import drafts, feedback
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.windows import answering, read
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.ask_feedback import AskForm, ask_feedback
from mentorjournal.ui.dialogs.talk_feedback import AsideForm, TalkOverForm

OKAFOR, HADDAD = 1, 5  # with a meeting to come, and without one


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)


@pytest.fixture
def form(qtbot: QtBot, sample_journal: Journal) -> AskForm:
    made = AskForm(sample_journal, OKAFOR)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_topic_is_needed_and_one_sentence_says_why(form: AskForm) -> None:
    assert not form.ok_button().isEnabled()
    assert "Say what you want feedback on" in read(form)
    form.topic.setText("the talk")
    assert form.ok_button().isEnabled()
    form.topic.setText("x" * 301)
    assert not form.ok_button().isEnabled()


def test_general_words_are_looked_at_twice(form: AskForm) -> None:
    form.topic.setText("Everything")
    form.accept()
    assert form.isVisible() and "That could be anything." in read(form)
    form.topic.setText("My work, overall")
    form.accept()
    assert form.isVisible()
    form.accept()
    assert form.result() == QDialog.DialogCode.Accepted


def test_one_thing_needs_one_press(form: AskForm) -> None:
    form.topic.setText("the talk")
    form.accept()
    assert form.result() == QDialog.DialogCode.Accepted


def test_a_ready_question_is_taken_with_the_keyboard_and_follows_the_topic(
    qtbot: QtBot, form: AskForm
) -> None:
    form.topic.setText("the talk")
    form.ready.buttons[1].setFocus()
    qtbot.keyClick(form.ready.buttons[1], Qt.Key.Key_Return)
    assert form.question.text() == "Where did you lose the thread in the talk?"
    form.topic.setText("the second talk")
    assert form.question.text() == "Where did you lose the thread in the second talk?"
    form.question.type_anew("Where did I lose you?")
    form.topic.setText("the third talk")
    assert form.question.text() == "Where did I lose you?"


def test_their_coming_meeting_is_the_usual_way(form: AskForm) -> None:
    form.topic.setText("the talk")
    assert form.way.button("agenda").text() == "Put it on the agenda of Tue 19 May"
    values = form.values()
    assert (values["way"], values["person_id"], values["meeting_id"]) == ("agenda", OKAFOR, 51)
    assert form.message.isHidden() and form.day.isHidden()


def test_without_a_meeting_a_message_is_written_and_follows_until_it_is_changed(
    form: AskForm
) -> None:
    form.people.set_value([HADDAD])
    assert form.way.current() == "message" and form.way.button("agenda").isHidden()
    form.topic.setText("the talk")
    form.question.type_anew("Where did I lose you?")
    text = form.message.text()
    assert text.startswith("Dear Dr. Haddad,") and "the talk" in text
    assert "Where did I lose you?" in text
    assert form.again.isHidden()
    form.message.type_anew("My own words")
    form.topic.setText("the second talk")
    assert form.message.text() == "My own words"
    form.again.click()
    assert "the second talk" in form.message.text()
    assert form.values()["asked_on"] == build.SAMPLE_DAY


def test_a_message_is_copied_or_becomes_a_file(form: AskForm) -> None:
    asked: list[tuple[int, str, str]] = []
    form.export = lambda *words: asked.append(words) or "a.eml is written."
    form.topic.setText("the talk")
    form.way.button("message").click()
    form.copy.click()
    assert QGuiApplication.clipboard().text() == form.message.text()
    form.mail.click()
    assert asked == [(OKAFOR, "A question about the talk", form.message.text())]
    assert "a.eml is written." in read(form)


def test_only_noted_it_has_a_day_that_was(form: AskForm) -> None:
    form.topic.setText("the talk")
    form.way.button("note").click()
    assert form.ok_button().text() == "Note it"
    form.day.set_value(date(2026, 5, 20))
    assert not form.ok_button().isEnabled() and "still to come" in read(form)
    form.day.set_value(date(2026, 5, 4))
    assert form.values()["asked_on"] == date(2026, 5, 4)


def test_nobody_named_is_said(form: AskForm) -> None:
    form.topic.setText("the talk")
    form.people.set_value([])
    assert not form.ok_button().isEnabled() and "Say whom you ask." in read(form)
    form.people.line.setText("Nobody Like That")
    assert "Nobody in the journal is called" in read(form)


def test_what_was_typed_is_kept_as_a_draft(qtbot: QtBot, sample_journal: Journal) -> None:
    def type_and_lock(form: AskForm) -> None:
        form.people.set_value([HADDAD])
        form.topic.setText("the talk")
        form.question.type_anew("Where did I lose you?")
        form.way.button("note").click()
        form.put_aside()

    with answering(type_and_lock):
        ask_feedback(None, sample_journal)
    assert list(drafts.every(sample_journal)) == ["feedback_ask:new"]

    def take_up(form: AskForm) -> None:
        form.take_up_draft()
        assert form.topic.text() == "the talk"
        assert form.question.text() == "Where did I lose you?"
        assert form.people.value() == (HADDAD,) and form.way.current() == "note"
        form.reject()

    with answering(take_up):
        ask_feedback(None, sample_journal)


def test_what_was_asked_is_shown_and_changed(qtbot: QtBot, sample_journal: Journal) -> None:
    asked = feedback.ask(sample_journal, {
        "person_id": HADDAD, "topic": "the talk", "question": "Why?",
        "asked_on": date(2026, 5, 4)})
    form = AskForm(sample_journal, HADDAD, feedback.get(sample_journal, asked))
    qtbot.addWidget(form)
    form.topic.setText("the second talk")
    assert form.values() == {
        "topic": "the second talk", "question": "Why?", "asked_on": date(2026, 5, 4)}


def test_a_name_of_sixty_letters_and_markup_stay_words(
    qtbot: QtBot, sample_journal: Journal
) -> None:
    form = AskForm(sample_journal, OKAFOR)
    qtbot.addWidget(form)
    form.topic.setText("<b>R&D</b>")
    assert form.ready.buttons[1].text() == "Where did you lose the thread in <b>R&&D</b>?"
    form.ready.buttons[1].click()
    assert form.question.text() == "Where did you lose the thread in <b>R&D</b>?"


# A talk, and setting aside --------------------------------------------------------------------


def slides(journal: Journal) -> int:
    return next(one.id for one in feedback.every(journal) if one.topic == "teaching slides")


def test_without_a_meeting_there_is_one_way_to_ask_for_a_talk(
    qtbot: QtBot, sample_journal: Journal
) -> None:
    form = TalkOverForm(sample_journal, feedback.get(sample_journal, slides(sample_journal)))
    qtbot.addWidget(form)
    assert form.way.isHidden() and not form.message.isHidden()
    assert "Could we talk about it" in form.message.text()
    assert form.values() == {"meeting_id": None}


def test_a_talk_goes_onto_the_next_agenda(qtbot: QtBot, sample_journal: Journal) -> None:
    entry = feedback.every(sample_journal)[0]
    which = build.add_meeting(sample_journal, entry.person_id)
    form = TalkOverForm(sample_journal, entry)
    qtbot.addWidget(form)
    assert form.way.button("agenda").text() == "Put it on the agenda of Tue 19 May"
    assert form.message.isHidden() and form.values() == {"meeting_id": which}
    form.way.button("message").click()
    assert not form.message.isHidden() and form.values() == {"meeting_id": None}
    form.copy.click()
    assert QGuiApplication.clipboard().text() == form.message.text()


def test_a_reason_is_needed_to_set_aside(qtbot: QtBot, sample_journal: Journal) -> None:
    form = AsideForm(sample_journal, feedback.get(sample_journal, slides(sample_journal)))
    qtbot.addWidget(form)
    assert not form.ok_button().isEnabled()
    form.why.type_anew("The talk is over")
    assert form.ok_button().isEnabled() and form.values() == {"why": "The talk is over"}
