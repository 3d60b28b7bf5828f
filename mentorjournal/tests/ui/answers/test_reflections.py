"""Reflections in the real window: written, answered to, removed, and questions put aside."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import drafts, missteps, reflections
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import reflection as rules
from mentorjournal.tests import build
from mentorjournal.tests.windows import act, answering, button, sentence, start, trigger
from mentorjournal.ui.dialogs.reflection import ReflectionForm
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.reflections import ReflectionsPane


@pytest.fixture
def window(qtbot: QtBot, sample_file: Path, tmp_path: Path) -> MainWindow:
    clock.set_as_of(build.SAMPLE_DAY)
    mine = build.copy(sample_file, tmp_path / "mine.mentorjournal")
    opened = start(qtbot, mine, tmp_path / "scratch")
    opened.resize(1440, 900)
    opened.show_pane("reflections")
    return opened


@pytest.fixture
def pane(window: MainWindow) -> ReflectionsPane:
    return window.panes["reflections"]


def writing(text: str, tag: str = "") -> object:
    def deed(form: ReflectionForm) -> None:
        form.text.type_anew(text)
        if tag:
            form.tag.set_current(tag)
        form.accept()

    return deed


def test_the_menu_writes_one_and_shows_it(window: MainWindow, pane: ReflectionsPane) -> None:
    with answering(writing("I went quiet")):
        trigger(window, "add_reflection")
    assert window.current_pane() == "reflections" and window.sidebar.current() == "goals"
    assert reflections.get(window.journal, pane.current_id()).text == "I went quiet"
    assert sentence(window) == ""
    assert reflections.count(window.journal) == 4
    window.journal.undo()
    assert reflections.count(window.journal) == 3


def test_after_one_about_mentoring_the_other_question_is_asked_once(
    window: MainWindow, pane: ReflectionsPane
) -> None:
    with answering(writing("Callum brings three now", "mentoring_others")):
        pane.wish_reflection()
    first = pane.current_id()
    assert sentence(window) == "Kept. One more question: What will I do differently as a mentee?"
    with answering(writing("Bring them too")):
        act(window)
    second = reflections.get(window.journal, pane.current_id())
    assert (second.paired_with_id, second.question) == (first, rules.paired_question())
    assert not window.messages.message() or "One more question" not in sentence(window)


def test_the_form_changes_what_is_no_text(window: MainWindow, pane: ReflectionsPane) -> None:
    key = pane.current_id()

    def change(form: ReflectionForm) -> None:
        form.field("energy").set_current("5")
        form.tag.set_current("ethics")
        form.accept()

    with answering(change):
        pane.edit_wanted.emit(key)
    found = reflections.get(window.journal, key)
    assert (found.energy, found.tag) == (5, "ethics")


def test_removing_can_be_taken_back(window: MainWindow, pane: ReflectionsPane) -> None:
    key = pane.current_id()
    pane.remove_wanted.emit(key)
    assert sentence(window) == "The reflection was removed." and pane.current_id() != key
    act(window)
    assert pane.current_id() == key


def test_a_question_put_aside_says_until_when(window: MainWindow, pane: ReflectionsPane) -> None:
    button(pane.asks, "Not now").click()
    day = build.SAMPLE_DAY + timedelta(90)
    assert sentence(window) == f"Not asked again before {day:%a} {day.day} {day:%b}."
    assert [one.kind for one in missteps.found(window.journal, build.SAMPLE_DAY)] == ["waiting"]
    act(window)
    assert len(missteps.found(window.journal, build.SAMPLE_DAY)) == 2
    pane.aside_wanted.emit("reflect:ethics")
    assert [one.kind for one in reflections.prompts(window.journal, build.SAMPLE_DAY)] == [
        "engaged"]
    missteps.put_aside(window.journal, "misstep:overcommitted", build.SAMPLE_DAY)
    pane.back_wanted.emit("misstep:overcommitted")
    assert len(missteps.found(window.journal, build.SAMPLE_DAY)) == 2


def test_next_steps_lead_to_their_page(window: MainWindow, pane: ReflectionsPane) -> None:
    button(pane.asks, "Prepare a meeting").click()
    assert window.current_pane() == "meetings"
    window.show_pane("reflections")
    pane.person_wanted.emit(1)
    assert window.current_pane() == "person"


def test_a_draft_is_told_of_at_the_next_start(
    qtbot: QtBot, sample_file: Path, tmp_path: Path
) -> None:
    clock.set_as_of(build.SAMPLE_DAY)
    mine = build.copy(sample_file, tmp_path / "mine.mentorjournal")
    with closing(Journal(mine)) as journal:
        assert drafts.keep(journal, "reflection:new", {"ask": "own", "question": "Why me?",
                                                       "text": "Half a thought"})
        newest = reflections.found(journal)[0].id
        assert drafts.keep(journal, f"reflection:{newest}", {"text": "The other half"})
    window = start(qtbot, mine, tmp_path / "scratch")
    seen: set[str] = set()

    def look(form: ReflectionForm) -> None:
        qtbot.waitUntil(lambda: "half" in form.text.text().casefold())
        seen.add(form.text.text())
        form.reject()

    for _ in range(2):
        qtbot.waitUntil(lambda: "reflection" in sentence(window))
        with answering(look):
            act(window)
    assert seen == {"Half a thought", "The other half"}


def test_what_is_gone_is_said(window: MainWindow, pane: ReflectionsPane) -> None:
    pane.edit_wanted.emit(999)
    assert sentence(window) == "This entry is no longer in the journal."
    pane.back_wanted.emit("misstep:overcommitted")
    assert sentence(window) == "This entry is no longer in the journal."
