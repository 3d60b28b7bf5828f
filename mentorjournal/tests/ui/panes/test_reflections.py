"""The page of reflections: choosing, looking through, writing in place, narrow and empty."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from mentorjournal.journal import people, promises, reflections
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.journal.verb_cases import whom
from mentorjournal.tests.ui.panes.reflections_page import (
    NO_GOAL,
    PASSED,
    STING,
    cards,
    choose,
    opened,
    text,
)
from mentorjournal.tests.windows import button, read
from mentorjournal.ui import theme
from mentorjournal.ui.panes.reflections import ReflectionsPane
from mentorjournal.ui.widgets.buttons import IconButton

KEY = Qt.Key


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def pane(sample_journal: Journal, settings: Settings, qtbot: QtBot) -> ReflectionsPane:
    return opened(sample_journal, settings, qtbot)


def look_for(pane: ReflectionsPane, words: str) -> None:
    pane.column.find.setText(words)
    pane.column.find.returnPressed.emit()


def pick(pane: ReflectionsPane, name: str, words: str) -> None:
    box = getattr(pane.column, name)
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())


def test_the_newest_is_shown_with_whom_and_what_it_is_about(pane: ReflectionsPane) -> None:
    said = read(pane)
    assert "3 reflections, the last on 9 May" in said
    assert text(pane).startswith(STING) and pane.entry.question.text() == "Why did this one sting?"
    said = read(pane.entry)
    assert "private, never exported" in said
    assert "Saturday 9 May 2026 · Feedback · energy 3 of 5" in said
    assert "Dr. Imogen Castellanos" in said and "Run 6 simulation sessions" in said
    assert pane.column.view.hasFocus()


def test_arrows_pass_headings_enter_writes_and_delete_removes(
    pane: ReflectionsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    view = pane.column.view
    qtbot.keyClick(view, KEY.Key_Down)
    assert text(pane).startswith(PASSED)
    qtbot.keyClick(view, KEY.Key_End)
    assert text(pane).startswith(NO_GOAL)
    qtbot.keyClick(view, KEY.Key_Home)
    assert text(pane).startswith(STING)
    with qtbot.waitSignal(pane.remove_wanted) as heard:
        qtbot.keyClick(view, KEY.Key_Delete)
    assert heard.args == [pane.current_id()]
    qtbot.keyClick(view, KEY.Key_Return)
    assert pane.entry.text.hasFocus() and pane.entry.text.textCursor().atEnd()
    qtbot.keyClicks(pane.entry.text, " More.")
    qtbot.keyClick(pane.entry.text, KEY.Key_Escape)
    assert view.hasFocus()
    assert reflections.get(sample_journal, pane.current_id()).text.endswith(" More.")


def test_it_is_looked_through_by_words_tag_and_whom_it_is_about(
    pane: ReflectionsPane, qtbot: QtBot
) -> None:
    look_for(pane, "callum")
    assert text(pane).startswith(PASSED) and len(pane.list.ids()) == 1
    look_for(pane, "")
    assert text(pane).startswith(PASSED)  # what was shown stays
    pick(pane, "tag", "Yearly")
    assert text(pane).startswith(NO_GOAL)
    pick(pane, "tag", "Any tag")
    pick(pane, "about", "Dr. Imogen Castellanos")
    assert text(pane).startswith(STING) and len(pane.list.ids()) == 1
    pick(pane, "about", "Run 6 simulation sessions and keep the evaluations")
    assert len(pane.list.ids()) == 1
    pick(pane, "tag", "Yearly")
    assert "Nothing matches" in read(pane)
    button(pane, "Show all").click()
    assert len(pane.list.ids()) == 3 and pane.middle.currentWidget() is pane.entry


def test_control_f_finds_while_typing_and_down_goes_to_what_was_found(
    pane: ReflectionsPane, qtbot: QtBot
) -> None:
    qtbot.keyClick(pane, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert pane.column.find.hasFocus()
    qtbot.keyClicks(pane.column.find, "chart")
    qtbot.waitUntil(lambda: text(pane).startswith(NO_GOAL))
    qtbot.keyClick(pane.column.find, KEY.Key_Down)
    assert pane.column.view.hasFocus()
    pane.column.find.setFocus()
    qtbot.keyClick(pane.column.find, KEY.Key_Escape)
    qtbot.waitUntil(lambda: len(pane.list.ids()) == 3)


def test_what_is_filtered_away_is_shown_when_it_is_asked_for(pane: ReflectionsPane) -> None:
    key = choose(pane, 2)
    look_for(pane, "callum")
    pane.show_reflection(key)
    assert pane.current_id() == key and len(pane.list.ids()) == 3


def test_text_and_question_are_written_in_place(
    pane: ReflectionsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    key = pane.current_id()
    pane.entry.write()
    qtbot.keyClicks(pane.entry.text, " And more.")
    pane.entry.hand_in()
    assert reflections.get(sample_journal, key).text.endswith(" And more.")
    pane.entry.question.setFocus()
    pane.entry.question.type_anew("What stung?")
    qtbot.keyClick(pane.entry.question, KEY.Key_Return)
    assert reflections.get(sample_journal, key).question == "What stung?"
    assert "What stung?" in str(pane.list.index(1, 0).data())
    sample_journal.undo()
    sample_journal.undo()
    assert not text(pane).endswith(" And more.")


def test_a_text_that_is_emptied_comes_back(
    pane: ReflectionsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    pane.entry.write()
    pane.entry.text.selectAll()
    qtbot.keyClick(pane.entry.text, KEY.Key_Delete)
    pane.column.view.setFocus()
    assert text(pane).startswith(STING)
    assert reflections.get(sample_journal, pane.current_id()).text.startswith(STING)


def test_what_was_typed_is_handed_in_before_another_one_is_shown(
    pane: ReflectionsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    key = pane.current_id()
    pane.entry.write()
    qtbot.keyClicks(pane.entry.text, " Late words.")
    choose(pane, 1)
    assert text(pane).startswith(PASSED)
    assert reflections.get(sample_journal, key).text.endswith(" Late words.")


def test_a_removed_one_gives_its_place_to_the_next(
    pane: ReflectionsPane, sample_journal: Journal
) -> None:
    key = choose(pane, 1)
    reflections.remove(sample_journal, key)
    assert text(pane).startswith(NO_GOAL)
    sample_journal.undo()
    assert pane.current_id() == key


def test_other_changes_leave_what_is_shown_and_new_ones_come_up(
    pane: ReflectionsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    key = choose(pane, 2)
    build.add_person(sample_journal, "Somebody new")
    assert pane.current_id() == key
    people.edit(sample_journal, whom(sample_journal, "Stroud"), {"name": "Dr. Gregory Stroud-Lee"})
    qtbot.waitUntil(lambda: "Dr. Gregory Stroud-Lee" in read(pane.entry))
    made = reflections.add(sample_journal, {"text": "Brand new", "date": build.SAMPLE_DAY})
    assert pane.current_id() == made and "Brand new" in text(pane)


def test_what_it_is_about_leads_there(pane: ReflectionsPane, qtbot: QtBot) -> None:
    for tip, signal in (("Open the page of Dr. Castellanos", pane.person_wanted),
                        ("Show this goal", pane.goal_wanted),
                        ("Change day, tag, energy, person or goal…", pane.edit_wanted),
                        ("Remove this reflection", pane.remove_wanted)):
        with qtbot.waitSignal(signal):
            find_link(pane, tip).click()


def find_link(pane: ReflectionsPane, tip: str) -> IconButton:
    return next(one for one in pane.entry.findChildren(IconButton) if one.accessibleName() == tip)


def test_the_question_that_goes_with_mentoring_is_offered_until_it_is_answered(
    pane: ReflectionsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    key = choose(pane, 1)
    qtbot.waitUntil(lambda: "Dr. Callum Reyes" in read(pane.entry))
    with qtbot.waitSignal(pane.write_wanted) as heard:
        button(pane.entry, "What will I do differently as a mentee?").click()
    assert heard.args[0] == {
        "question": "What will I do differently as a mentee?", "tag": "mentoring_others",
        "paired_with_id": key}
    second = reflections.add(sample_journal, {**heard.args[0], "text": "Bring options",
                                              "date": build.SAMPLE_DAY})
    assert pane.current_id() == second
    qtbot.waitUntil(lambda: "It answers to 27 Feb" in read(pane.entry))
    find_link(pane, "Show the reflection that goes with this one").click()
    assert pane.current_id() == key and not pane.entry.facts.may_pair
    qtbot.waitUntil(lambda: "Answered on 15 May" in read(pane.entry))


def test_an_empty_journal_begins_with_a_question(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    pane = opened(journal, settings, qtbot)
    assert "No reflections yet" in read(pane) and "What did I learn, and from whom?" in read(pane)
    assert not pane.write.isVisible() and not pane.column.isVisible() and cards(pane) == []
    with qtbot.waitSignal(pane.write_wanted) as heard:
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert heard.args[0] == {"question": "What did I learn, and from whom?"}
    made = reflections.add(journal, {"text": "Much", "date": build.SAMPLE_DAY})
    assert pane.current_id() == made and pane.write.isVisible() and pane.column.isVisible()
    reflections.remove(journal, made)
    assert "No reflections yet" in read(pane)


def test_in_a_narrow_window_questions_stand_where_the_entry_was(
    sample_journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    pane = opened(sample_journal, settings, qtbot, 1040)
    assert not pane.asks.isVisible() and pane.entry.isVisible()
    button(pane, "4 questions").click()
    assert pane.asks.isVisible() and not pane.entry.isVisible()
    assert pane.asks.width() > pane.column.width()
    choose(pane, 2)  # whoever chooses an entry wants to read it
    assert pane.entry.isVisible() and not pane.asks.isVisible()
    pane.resize(1400, 800)
    assert pane.asks.isVisible() and not pane.asks_button.isVisible()


def test_wishes_carry_what_a_reflection_begins_with(pane: ReflectionsPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.write_wanted) as heard:
        pane.wish_reflection({"tag": "feedback", "person_id": 3})
    assert heard.args == [{"tag": "feedback", "person_id": 3}]
    with qtbot.waitSignal(pane.write_wanted) as heard:
        pane.write.click()
    assert heard.args == [{}]
    with qtbot.waitSignal(pane.page_wanted) as heard:
        pane.header.tabs.setCurrentIndex(0)
    assert heard.args == ["goals"]


@pytest.mark.parametrize("word", build.NAUGHTY)
def test_whatever_is_written_is_shown_as_it_is(
    journal: Journal, settings: Settings, qtbot: QtBot, word: str
) -> None:
    ann = build.add_person(journal, f"Ann {word}")
    promises.add(journal, {"person_id": ann, "text": f"Theirs {word}", "owner": "mentor",
                           "due": date(2026, 1, 1)})
    reflections.add(journal, {"question": f"Q {word}", "text": word * 3, "person_id": ann,
                              "date": build.SAMPLE_DAY})
    pane = opened(journal, settings, qtbot)
    pane.grab()
    assert pane.entry.question.text().startswith("Q ")
    for one in pane.findChildren(QLabel):
        assert one.textFormat() == Qt.TextFormat.PlainText
        assert not any(bad in one.toolTip() for bad in ("<b>", "<img"))


def test_a_very_long_text_does_not_hold_the_page_up(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    reflections.add(journal, {"text": "word " * 40_000, "question": "x" * 2_000})
    pane = opened(journal, settings, qtbot)
    pane.grab()
    assert len(text(pane)) == 200_000 and pane.entry.width() < pane.width()


def test_another_text_size_is_taken_up(pane: ReflectionsPane, qtbot: QtBot) -> None:
    before = pane.column.minimumWidth()
    theme.apply(QApplication.instance(), "light", 1.4)
    qtbot.waitUntil(lambda: pane.column.minimumWidth() > before)
    assert text(pane).startswith(STING)
    theme.apply(QApplication.instance(), "light")


def test_everything_that_can_be_pressed_has_a_name(pane: ReflectionsPane) -> None:
    for kind in (QAbstractButton, QComboBox, QLineEdit):
        for one in pane.findChildren(kind):
            if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert one.accessibleName() or one.text(), one
    assert pane.column.view.accessibleName() and pane.entry.text.accessibleName()
