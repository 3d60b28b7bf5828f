"""The form for a reflection: its question, its tag, its draft, and what it gives back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import drafts, goals, reflections
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import reflection as rules
from mentorjournal.tests import build
from mentorjournal.tests.windows import read
from mentorjournal.ui.dialogs.reflection import OWN, ReflectionForm

KEY = Qt.Key


@pytest.fixture(autouse=True)
def _today() -> None:
    clock.set_as_of(build.SAMPLE_DAY)


def made(qtbot: QtBot, journal: Journal, **begun: Any) -> ReflectionForm:
    form = ReflectionForm(journal, begun)
    qtbot.addWidget(form)
    form.show()
    return form


def pick(form: ReflectionForm, key: str) -> None:
    form.ask.set_current(key)
    form.ask.chosen.emit(key)


@pytest.mark.parametrize("question", [None, "What have I passed on?", "Why me?"])
@pytest.mark.parametrize("energy", [None, 1, 5])
def test_what_is_shown_is_what_is_saved(
    qtbot: QtBot, journal: Journal, question: str | None, energy: int | None
) -> None:
    values = {
        "question": question, "text": "Two\n\nlines", "date": None, "tag": "ethics",
        "energy": energy, "person_id": build.add_person(journal, "Ann"),
        "goal_id": goals.add(journal, {"text": "Paper 1", "status": "done"}),
        "paired_with_id": reflections.add(journal, {"text": "First"})}
    key = reflections.add(journal, values)
    form = ReflectionForm(journal, entry=reflections.get(journal, key))
    qtbot.addWidget(form)
    assert form.values() == values


def test_it_begins_with_what_it_was_opened_for(qtbot: QtBot, journal: Journal) -> None:
    ann = build.add_person(journal, "Ann")
    form = made(qtbot, journal, question=rules.paired_question(), tag="mentoring_others",
                person_id=ann, paired_with_id=reflections.add(journal, {"text": "First"}))
    assert form.focusWidget() is form.text and not form.ok_button().isEnabled()
    assert "private, never exported" in read(form) and "Write at least a word." in read(form)
    form.text.type_anew("Bring two ways out")
    found = form.values()
    assert (found["question"], found["tag"], found["person_id"], found["date"]) == (
        rules.paired_question(), "mentoring_others", ann, build.SAMPLE_DAY)
    assert found["paired_with_id"] == 1 and found["energy"] is None


def test_a_question_brings_its_tag_until_one_was_chosen(qtbot: QtBot, journal: Journal) -> None:
    form = made(qtbot, journal)
    pick(form, "grey")
    assert form.tag.current() == "ethics"
    pick(form, "passed_on")
    assert form.tag.current() == "mentoring_others"
    form.tag.set_current("other")
    form.tag.chosen.emit("other")
    pick(form, "grey")
    assert form.tag.current() == "other"


def test_a_question_of_my_own(qtbot: QtBot, journal: Journal) -> None:
    form = made(qtbot, journal)
    assert not form.own.isVisible()
    pick(form, OWN)
    assert form.own.isVisible() and form.focusWidget() is form.own
    form.text.type_anew("Because")
    assert not form.ok_button().isEnabled()
    qtbot.keyClicks(form.own, "Why me?")
    assert form.ok_button().isEnabled() and form.values()["question"] == "Why me?"
    pick(form, "mine")
    assert form.values()["question"] == "What was mine in it?" and not form.own.isVisible()


def test_questions_that_suit_the_tag_come_first(qtbot: QtBot, journal: Journal) -> None:
    form = made(qtbot, journal, tag="mentoring_others")
    assert form.ask.itemText(1) == "What have I passed on?"
    assert form.ask.count() == len(rules.questions()) + 2


def test_the_seven_headings_are_set_out_below_what_is_there(
    qtbot: QtBot, journal: Journal
) -> None:
    form = made(qtbot, journal)
    assert not form.headings.isVisible()
    form.tag.set_current("yearly")
    form.tag.chosen.emit("yearly")
    form.text.type_anew("This year")
    form.headings.click()
    said = form.values()["text"]
    assert said.startswith("This year\n\nCommunication") and said.endswith(
        "Professional development")
    assert all(one in said for one in rules.yearly_headings())


def test_somebody_unknown_is_said_and_nothing_is_lost(qtbot: QtBot, journal: Journal) -> None:
    build.add_person(journal, "Ann")
    form = made(qtbot, journal)
    form.text.type_anew("Text")
    form.person.setCurrentText("Zed")
    assert not form.ok_button().isEnabled() and "Choose somebody from the list" in read(form)
    form.person.setCurrentText("")
    assert form.ok_button().isEnabled() and form.values()["person_id"] is None


def test_control_return_keeps_it(qtbot: QtBot, journal: Journal) -> None:
    form = made(qtbot, journal)
    taken: list[dict[str, Any]] = []
    form.take = lambda values: taken.append(values)
    qtbot.keyClicks(form.text, "One")
    qtbot.keyClick(form.text, KEY.Key_Return)  # only a new line
    qtbot.keyClicks(form.text, "Two")
    qtbot.keyClick(form.text, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.result() == QDialog.DialogCode.Accepted and taken[0]["text"] == "One\nTwo"


def test_a_draft_is_gone_on_with(qtbot: QtBot, journal: Journal) -> None:
    ann = build.add_person(journal, "Ann")
    drafts.keep(journal, "reflection:new", {
        "ask": OWN, "question": "Why me?", "text": "Half a th", "tag": "yearly", "energy": "4",
        "person": "Ann", "date": build.SAMPLE_DAY})
    form = ReflectionForm(journal)
    qtbot.addWidget(form)
    form.keep_draft(journal, "reflection:new")
    form.show()
    form.take_up_draft()
    assert form.own.isVisible() and form.headings.isVisible()
    found = form.values()
    assert (found["question"], found["text"], found["tag"], found["energy"], found["person_id"]) \
        == ("Why me?", "Half a th", "yearly", 4, ann)


@pytest.mark.parametrize("is_gone", [False, True])
def test_a_draft_keeps_what_it_answers_to(
    qtbot: QtBot, journal: Journal, is_gone: bool
) -> None:
    first = reflections.add(journal, {"text": "First"})
    form = made(qtbot, journal, question=rules.paired_question(), tag=rules.PAIRED_TAG,
                paired_with_id=first)
    form.keep_draft(journal, "reflection:new")
    form.text.type_anew("I would ask sooner")
    form.reject()
    if is_gone:
        reflections.remove(journal, first)
    again = made(qtbot, journal)  # as the program opens it at its next start
    again.keep_draft(journal, "reflection:new")
    again.take_up_draft()
    found = again.values()
    assert (found["text"], found["question"], found["paired_with_id"]) == (
        "I would ask sooner", rules.paired_question(), None if is_gone else first)
    reflections.add(journal, found)
