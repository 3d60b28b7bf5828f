"""The page of people I mentor: rows and their next thing, the playbook, the loop, the questions."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import advice, feedback_given, me, meetings, passing_on, people, stages
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import passing_on as rules
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.windows import button, read
from mentorjournal.ui import theme
from mentorjournal.ui.panes.passing_on import PassingOnPane

KEY = Qt.Key
DAY = build.SAMPLE_DAY


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


def opened(journal: Journal, settings: Settings, qtbot: QtBot) -> PassingOnPane:
    clock.set_as_of(DAY)
    theme.apply(QApplication.instance(), "light")
    made = PassingOnPane(journal, settings)
    qtbot.addWidget(made)
    made.resize(1232, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.focus_first()
    return made


@pytest.fixture
def pane(sample_journal: Journal, settings: Settings, qtbot: QtBot) -> PassingOnPane:
    return opened(sample_journal, settings, qtbot)


def mentee(journal: Journal, n: int = 0) -> int:
    return passing_on.everybody(journal, DAY, 91)[n].person.id


def keys(card: object) -> list[str]:
    return [row.key for row in card.rows()]


def test_the_sample_as_it_is(pane: PassingOnPane) -> None:
    said = read(pane)
    assert "2 people, last in touch 5 May" in said
    assert "Last in touch 17 Mar · no meeting planned" in said
    assert "Priya Ramanathan, 20 January 2026" in said
    assert "Passed on to Dr. Reyes on 5 May" in said
    assert "Wants to try: Ask for a night before saying yes, once this month." in said
    assert "Since 1 Jul 2024" in said
    assert button(pane.people, "Last reflected on it 27 Feb: write again")
    assert not pane.notices.isVisible()
    assert not pane.reflect.isVisible()
    assert pane.people.card.rows()[0].hasFocus()


def test_the_next_thing_follows_what_is_so(
    pane: PassingOnPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    callum, hana = mentee(sample_journal), mentee(sample_journal, 1)
    with qtbot.waitSignal(pane.contact_wanted) as asked:
        button(pane.people.card.rows()[1], "Log a contact").click()
    assert asked.args == [hana]
    meetings.add(sample_journal, {"person_id": hana, "starts_at": datetime(2026, 5, 20, 9),
                                  "planned_minutes": 30})
    with qtbot.waitSignal(pane.meeting_wanted) as asked:
        button(pane.people.card.rows()[1], "Prepare the meeting").click()
    assert asked.args == [hana]
    given = feedback_given.of_person(sample_journal, callum)[0].id
    feedback_given.edit(sample_journal, given, {"look_again_on": DAY})
    assert "Look again: it was to be 15 May: Staying late" in read(pane.people)
    with qtbot.waitSignal(pane.given_look_wanted) as asked:
        button(pane.people.card.rows()[0], "Look again").click()
    assert asked.args == [given]


def test_rows_are_walked_opened_and_removed_by_keyboard(
    pane: PassingOnPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    first, second, _ = pane.playbook.card.rows()
    pane.show_advice(advice.every(sample_journal)[0].advice.id)
    assert first.hasFocus()
    qtbot.keyClick(first, KEY.Key_Down)
    assert second.hasFocus()
    for key, wish in ((KEY.Key_Return, pane.advice_edit_wanted),
                      (KEY.Key_Delete, pane.advice_remove_wanted)):
        with qtbot.waitSignal(wish) as asked:
            qtbot.keyClick(second, key)
        assert second.key == f"advice:{asked.args[0]}"
    qtbot.keyClick(second, KEY.Key_Up)
    assert first.hasFocus()
    words = [one.text() for one in first.menu().actions() if one.text()]
    assert words == ["Edit…", "Pass it on…", "Not passed on to Dr. Reyes after all", "Remove"]


def test_what_is_removed_leaves_the_keyboard_on_the_next(
    pane: PassingOnPane, sample_journal: Journal
) -> None:
    found = advice.every(sample_journal)
    pane.show_advice(found[1].advice.id)
    advice.remove(sample_journal, found[1].advice.id)
    assert pane.playbook.card.rows()[1].hasFocus()
    assert keys(pane.playbook.card)[1] == f"advice:{found[2].advice.id}"


def test_the_playbook_is_searched_and_added_to_in_place(
    pane: PassingOnPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    qtbot.keyClick(pane, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert pane.playbook.search.hasFocus()
    pane.playbook.search.look_for("haddad")
    assert len(pane.playbook.card.rows()) == 1
    pane.playbook.search.look_for("zebra")
    assert "Nothing matches." in read(pane.playbook)
    pane.show_advice(advice.every(sample_journal)[0].advice.id)
    assert pane.playbook.search.text() == ""
    pane.playbook.line.setFocus()
    qtbot.keyClicks(pane.playbook.line.edit, "Sleep first.")
    qtbot.keyClick(pane.playbook.line.edit, KEY.Key_Return)
    newest = advice.every(sample_journal)[0].advice
    assert (newest.text, newest.date) == ("Sleep first.", DAY)
    assert pane.playbook.line.edit.text() == ""


def test_a_long_piece_is_whole_and_many_names_are_counted(
    pane: PassingOnPane, sample_journal: Journal
) -> None:
    text = "word " * 120 + "end"
    key = advice.add(sample_journal, {"text": text})
    for n in range(6):
        advice.pass_on(sample_journal, key, None if n % 2 else mentee(sample_journal),
                       DAY - timedelta(n))
    said = read(pane.playbook)
    assert "end”" in said
    assert "somebody else on 10 May" not in said
    assert "and 2 more" in said


def test_the_loop_says_how_far_it_is(pane: PassingOnPane, sample_journal: Journal) -> None:
    first, second, third = pane.given.card.rows()
    assert "look again 2 Jun" in read(first)
    assert button(second, "Add their plan")
    assert not [one for one in third.findChildren(type(pane.add)) if one.text() == "Look again"]
    given = feedback_given.every(sample_journal)[2]
    feedback_given.edit(sample_journal, given.id, {"heard_back_on": None, "came_of": None})
    assert pane.given.card.rows()[0].key == f"given:{given.id}"  # due comes first
    assert button(pane.given.card.rows()[0], "Look again")


def test_nobody_yet_names_my_own_level(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    me.edit(journal, {"stage": "fellow, year 2 of 3 (pulmonary)"})
    pane = opened(journal, settings, qtbot)
    said = read(pane)
    assert "Nobody yet: who is one step behind you?" in said
    assert "You are “fellow, year 2 of 3”: a resident wants to know" in said
    assert pane.begin.button().hasFocus()
    with qtbot.waitSignal(pane.mentee_add_wanted):
        pane.begin.button().click()
    people.add(journal, {"name": "Ada Lin", "direction": "mentee"})
    assert not pane.begin.isVisible()
    assert "1 person, no contact noted yet" in read(pane)


def test_the_paired_question_comes_after_half_a_year(
    pane: PassingOnPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    clock.set_as_of(DAY + timedelta(200))
    me.edit(sample_journal, {"pronouns": "she"})  # anything that is shown anew
    said = read(pane.reflect)
    assert rules.QUESTION in said
    assert rules.PAIRED in said
    with qtbot.waitSignal(pane.reflection_wanted) as asked:
        button(pane.reflect, "Write it down").click()
    assert asked.args == [{"tag": "mentoring_others", "question": rules.QUESTION}]


def test_a_new_stage_asks_its_two_questions_until_they_are_put_aside(
    pane: PassingOnPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    key = stages.begin(sample_journal, {"stage": "Junior faculty", "started": DAY})
    said = read(pane.notices)
    assert "You have been “Junior faculty” since 15 May." in said
    assert "8 mentors are still to be decided about" in said
    with qtbot.waitSignal(pane.aside_wanted) as asked:
        button(pane.notices.mentors, "Not now").click()
    assert asked.args == [stages.MENTORS, key]
    stages.put_aside(sample_journal, *asked.args)
    assert not pane.notices.mentors.isVisible()
    assert pane.notices.behind.isVisible()


def test_on_a_narrow_page_one_column_follows_the_other(pane: PassingOnPane, qtbot: QtBot) -> None:
    pane.resize(700, 800)
    qtbot.waitUntil(lambda: pane.playbook.y() > pane.given.y())
    assert pane.area.horizontalScrollBar().maximum() == 0


def test_wishes_others_ask_for(pane: PassingOnPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.advice_add_wanted) as asked:
        pane.wish_advice({"text": "Sleep first."})
    assert asked.args == [{"text": "Sleep first."}]
    with qtbot.waitSignal(pane.given_add_wanted) as asked:
        pane.wish_given(7)
    assert asked.args == [7]
    with qtbot.waitSignal(pane.page_wanted) as asked:
        pane.header.tabs.setCurrentIndex(0)
    assert asked.args == ["goals"]


def test_feedback_stays_in_sight_when_they_become_a_mentor(
    pane: PassingOnPane, sample_journal: Journal
) -> None:
    callum = mentee(sample_journal)
    feedback_given.add(sample_journal, {"person_id": callum, "date": DAY, "topic": "The abstract"})
    people.edit(sample_journal, callum, {"direction": "mentor", "stage": "cultivation"})
    assert people.get(sample_journal, callum).level is None  # "junior" no longer
    assert "The abstract" in read(pane.given)
    assert "Reyes" not in read(pane.people)


def test_a_row_beyond_the_first_is_found_from_elsewhere(
    pane: PassingOnPane, sample_journal: Journal
) -> None:
    made = [feedback_given.add(sample_journal, {
        "person_id": mentee(sample_journal), "date": DAY - timedelta(n), "topic": f"No {n}"})
        for n in range(12)]
    assert pane.given.more.isVisible()
    pane.show_given(made[-1])
    focused = QApplication.focusWidget()
    assert focused.key == f"given:{made[-1]}"
