"""Noting what was said: a sentence or three parts, where, what it answers, and how it landed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import drafts, feedback
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.windows import answering, read
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.log_feedback import LogForm, log_feedback

OKAFOR, HADDAD = 1, 5


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)


@pytest.fixture
def form(qtbot: QtBot, sample_journal: Journal) -> LogForm:
    made = LogForm(sample_journal, OKAFOR)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("key", ["gist", "situation", "behaviour", "impact"])
def test_one_of_the_texts_is_needed(form: LogForm, key: str) -> None:
    assert not form.ok_button().isEnabled()
    form.topic.setText("the talk")
    assert not form.ok_button().isEnabled()
    form.field(key).type_anew("Too fast")
    assert form.ok_button().isEnabled()
    values = form.values()
    assert (values["person_id"], values[key], values["topic"]) == (OKAFOR, "Too fast", "the talk")
    assert (values["date"], values["requested"], values["stance"]) == (
        build.SAMPLE_DAY, False, None)


def test_a_day_to_come_and_nobody_are_refused_in_words(form: LogForm) -> None:
    form.gist.type_anew("Too fast")
    form.day.set_value(date(2026, 5, 16))
    assert not form.ok_button().isEnabled() and "still to come" in read(form)
    form.day.set_value(None)
    form.people.set_value([])
    assert not form.ok_button().isEnabled() and "Say who said it." in read(form)


def test_that_days_meeting_with_them_is_offered(form: LogForm) -> None:
    assert form.meeting.isHidden() and form.values()["meeting_id"] is None
    form.day.set_value(date(2026, 4, 21))
    assert not form.meeting.isHidden()
    assert form.meeting.currentText().startswith("In the meeting of Tue 21 Apr at ")
    assert form.values()["meeting_id"] == 48
    form.meeting.set_current("")
    assert form.values()["meeting_id"] is None
    form.people.set_value([HADDAD])
    assert form.meeting.isHidden()


def test_themes_are_completed(form: LogForm, sample_journal: Journal) -> None:
    known = feedback.themes(sample_journal)
    completer = form.theme.completer()
    assert known
    completer.setCompletionPrefix(known[0][1:4].upper())
    assert known[0] in [completer.completionModel().index(row, 0).data()
                        for row in range(completer.completionModel().rowCount())]


def test_a_hard_stance_gets_days_of_rest_and_a_kind_word(form: LogForm) -> None:
    form.stance.set_current("hurt")
    form.stance.chosen.emit("hurt")
    assert "usually on your side. Let it rest until Sun 17 May" in read(form)
    form.stance.set_current("accepted")
    form.stance.chosen.emit("accepted")
    assert "on your side" not in read(form)


def test_the_first_reaction_carries_its_lock(form: LogForm) -> None:
    assert "private, never exported" in read(form)


def ask(journal: Journal, **values: object) -> int:
    return feedback.ask(journal, {
        "person_id": OKAFOR, "topic": "the aims page", "question": "Where did you stop?",
        "asked_on": date(2026, 5, 5), **values})


def test_what_was_asked_is_offered_and_names_the_topic(
    qtbot: QtBot, sample_journal: Journal
) -> None:
    asked = ask(sample_journal)
    form = LogForm(sample_journal, OKAFOR)
    qtbot.addWidget(form)
    assert form.asked.itemText(1) == "You asked about this on Tue 5 May: the aims page"
    assert form.values()["asked"] is None
    form.asked.set_current(str(asked))
    form.asked.chosen.emit(str(asked))
    assert form.topic.text() == "the aims page" and form.requested.current() == "yes"
    assert form.values()["asked"] == asked
    form.topic.setText("my own words")
    form.asked.chosen.emit("")
    assert form.topic.text() == "my own words"
    form.people.set_value([HADDAD])
    assert form.asked.isHidden()


def test_what_was_set_aside_is_not_offered(qtbot: QtBot, sample_journal: Journal) -> None:
    feedback.set_aside(sample_journal, ask(sample_journal), build.SAMPLE_DAY, "Too late")
    form = LogForm(sample_journal, OKAFOR)
    qtbot.addWidget(form)
    assert form.asked.isHidden()


def test_the_answer_to_what_was_asked_is_filled_in(qtbot: QtBot, sample_journal: Journal) -> None:
    entry = feedback.get(sample_journal, ask(sample_journal))
    form = LogForm(sample_journal, OKAFOR, entry)
    qtbot.addWidget(form)
    form.show()
    assert "You asked about this on Tue 5 May: the aims page" in read(form)
    assert form.asked.isHidden() and form.topic.text() == "the aims page"
    form.gist.type_anew("On page two")
    values = form.values()
    assert (values["requested"], values["gist"], values["date"]) == (
        True, "On page two", build.SAMPLE_DAY)
    assert "person_id" not in values and "question" not in values


def test_an_entry_is_shown_as_it_is_and_gives_back_the_same(
    qtbot: QtBot, sample_journal: Journal
) -> None:
    for entry in feedback.every(sample_journal):
        form = LogForm(sample_journal, entry.person_id, entry)
        qtbot.addWidget(form)
        values = form.values()
        assert values.pop("asked") is None
        assert {key: value or None for key, value in values.items()} == {
            key: getattr(entry, key) or None for key in values}


def test_what_was_captured_can_answer_what_was_asked(
    qtbot: QtBot, sample_journal: Journal
) -> None:
    asked = ask(sample_journal)
    heard = feedback.hear(sample_journal, OKAFOR, "On page two", build.SAMPLE_DAY)
    form = LogForm(sample_journal, OKAFOR, feedback.get(sample_journal, heard))
    qtbot.addWidget(form)
    assert not form.asked.isHidden()
    form.asked.set_current(str(asked))
    form.asked.chosen.emit(str(asked))
    assert form.values()["asked"] == asked and form.values()["topic"] == "the aims page"


def test_what_was_typed_is_kept_as_a_draft(sample_journal: Journal) -> None:
    def type_and_lock(form: LogForm) -> None:
        form.people.set_value([OKAFOR])
        form.day.set_value(date(2026, 4, 21))
        form.parts["impact"].type_anew("Nobody asked")
        form.reaction.type_anew("Furious")
        form.meeting.set_current("")
        form.put_aside()

    with answering(type_and_lock):
        log_feedback(None, sample_journal)
    assert list(drafts.every(sample_journal)) == ["feedback:new"]

    def take_up(form: LogForm) -> None:
        form.take_up_draft()
        assert form.people.value() == (OKAFOR,)
        assert form.parts["impact"].text() == "Nobody asked"
        assert form.reaction.text() == "Furious"
        assert form.day.value() == date(2026, 4, 21) and form.meeting.current() == ""
        form.reject()

    with answering(take_up):
        log_feedback(None, sample_journal)


def test_any_words_are_kept_as_they_were_typed(form: LogForm, sample_journal: Journal) -> None:
    for text in build.NAUGHTY:
        for line in (form.topic, form.theme):
            line.setText(text)
        for field in (form.gist, form.reaction, *form.parts.values()):
            field.type_anew(text)
        values = form.values()
        assert values.pop("asked") is None
        found = feedback.get(sample_journal, feedback.log(sample_journal, values))
        lines = text.replace("\u2028", "\n").replace("\u2029", "\n").strip()  # as editors do
        assert found.gist == found.behaviour == found.first_reaction == lines


def test_nothing_is_offered_to_answer_while_nobody_is_named(
    qtbot: QtBot, sample_journal: Journal
) -> None:
    made = LogForm(sample_journal, None)
    qtbot.addWidget(made)
    made.show()
    assert made.asked.isHidden() and made.meeting.isHidden()
