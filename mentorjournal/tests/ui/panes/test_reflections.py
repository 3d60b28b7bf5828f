"""The page of reflections: choosing, looking through, writing in place, and what is asked beside.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import dismissals, missteps, people, promises, reflections
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.journal.verb_cases import whom
from mentorjournal.tests.windows import button, read
from mentorjournal.ui import theme
from mentorjournal.ui.panes.reflections import ReflectionsPane
from mentorjournal.ui.panes.reflections_asks import AskCard
from mentorjournal.ui.panes.reflections_energy import EnergyLine
from mentorjournal.ui.widgets.buttons import IconButton

KEY = Qt.Key
STING, PASSED, NO_GOAL = "The slides stung", "Callum brings options", "I said yes to the chart"
BUSY = "misstep:overcommitted"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


def opened(
    journal: Journal, settings: Settings, qtbot: QtBot, width: int = 1232
) -> ReflectionsPane:
    clock.set_as_of(build.SAMPLE_DAY)
    theme.apply(QApplication.instance(), "light")
    made = ReflectionsPane(journal, settings)
    qtbot.addWidget(made)
    made.resize(width, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.focus_first()
    return made


@pytest.fixture
def pane(sample_journal: Journal, settings: Settings, qtbot: QtBot) -> ReflectionsPane:
    return opened(sample_journal, settings, qtbot)


def text(pane: ReflectionsPane) -> str:
    return pane.entry.text.text() if pane.entry.text is not None else ""


def choose(pane: ReflectionsPane, place: int) -> int:
    key = pane.list.ids()[place]
    pane.show_reflection(key)
    return key


def look_for(pane: ReflectionsPane, words: str) -> None:
    pane.column.find.setText(words)
    pane.column.find.returnPressed.emit()


def pick(pane: ReflectionsPane, name: str, words: str) -> None:
    box = getattr(pane.column, name)
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())


def cards(pane: ReflectionsPane) -> list[str]:
    return [one.accessibleName() for one in pane.asks.findChildren(AskCard) if one.isVisible()]


# The list and the entry --------------------------------------------------------------------------


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
    pane: ReflectionsPane, qtbot: QtBot
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


# What is asked -----------------------------------------------------------------------------------


def test_the_sample_asks_four_things(pane: ReflectionsPane) -> None:
    assert cards(pane) == [
        "You are at 108%. What could you hand back?",
        "Where was a grey area, and what did I do in it?",
        "What still draws me to the work with this person?",
        "What waits for Dr. Okafor, and does it hold you up?"]
    said = read(pane.asks)
    assert "13 of 12 hours a week are committed." in said and "161 days ago" in said
    assert "Worth naming, and only here" in said and "speak to another mentor" in said
    assert "private, never exported" in said and "JAMA" not in said


def test_where_it_comes_from_is_told_on_demand(pane: ReflectionsPane) -> None:
    button(pane.asks, "Where this comes from").click()
    assert "Vaughn, Saint and Chopra (JAMA 2017)" in read(pane.asks)
    assert "the overcommitter" in read(pane.asks)


def test_what_can_be_done_about_a_question(
    pane: ReflectionsPane, qtbot: QtBot, sample_journal: Journal
) -> None:
    with qtbot.waitSignal(pane.step_wanted) as heard:
        button(pane.asks, "Look at my hours").click()
    assert heard.args[0].key == BUSY
    with qtbot.waitSignal(pane.write_wanted) as heard:
        button(pane.asks, "Write about it").click()
    assert heard.args[0]["question"] == "You are at 108%. What could you hand back?"
    with qtbot.waitSignal(pane.write_wanted) as heard:
        button(pane.asks, "Answer").click()
    assert heard.args[0]["tag"] == "ethics"
    with qtbot.waitSignal(pane.aside_wanted) as heard:
        button(pane.asks, "Not now").click()
    assert heard.args == [BUSY]


def test_put_aside_it_goes_and_can_be_brought_back(
    pane: ReflectionsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    button(pane.asks, "Not now").setFocus()
    missteps.put_aside(sample_journal, BUSY, build.SAMPLE_DAY)
    assert len(cards(pane)) == 3
    assert pane.asks.isAncestorOf(QApplication.focusWidget())  # not lost with the button
    button(pane.asks, "What is looked at here").click()
    said = read(pane.asks)
    assert "Put aside for now." in said and "Nothing to ask." in said
    assert "Too few problems to tell. It needs three problems brought to somebody" in said
    with qtbot.waitSignal(pane.back_wanted) as heard:
        button(pane.asks, "Bring back: You are at 108%. What could you hand back?").click()
    dismissals.bring_back(sample_journal, heard.args[0])
    assert len(cards(pane)) == 4


def test_many_questions_are_folded_to_the_first_ones(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    reflections.add(journal, {"text": "x", "date": build.SAMPLE_DAY, "tag": "ethics"})
    reflections.add(journal, {"text": "x", "date": build.SAMPLE_DAY, "tag": "energy"})
    for n in range(5):
        promises.add(journal, {"person_id": build.add_person(journal, f"Ada {n}"), "text": "Draft",
                               "due": build.SAMPLE_DAY - timedelta(20)})
    pane = opened(journal, settings, qtbot)
    assert len(cards(pane)) == 3
    button(pane.asks, "Show 2 more").click()
    assert len(cards(pane)) == 5


def test_a_change_elsewhere_asks_anew(pane: ReflectionsPane, sample_journal: Journal) -> None:
    promise = promises.of_person(sample_journal, whom(sample_journal, "Okafor"))
    waiting = next(one for one in promise if one.owner == "mentor" and one.done_on is None)
    promises.set_done(sample_journal, waiting.id, build.SAMPLE_DAY)
    assert "Worth naming, and only here" not in read(pane.asks)
    sample_journal.undo()
    assert "Worth naming, and only here" in read(pane.asks)


def test_energy_is_drawn_from_three_entries_on(
    pane: ReflectionsPane, sample_journal: Journal
) -> None:
    line = pane.asks.findChild(EnergyLine)
    assert [n for _, n in line.points] == [2, 4, 3] and "9 May: 3" in line.accessibleName()
    line.grab()
    reflections.edit(sample_journal, pane.current_id(), {"energy": None})
    assert pane.asks.findChild(EnergyLine) is None or not [
        one for one in pane.asks.findChildren(EnergyLine) if one.isVisible()]


# Empty, narrow, hostile --------------------------------------------------------------------------


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
