"""The page of goals: what it says, what is ticked and added in place, the keyboard, and its room.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from mentorjournal.journal import entries, goal_people, goal_steps, goals
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.goals_pane import DAY, card, menu_words, opened, read, texts
from mentorjournal.tests.windows import button
from mentorjournal.ui.panes.goals import GoalsPane
from mentorjournal.ui.panes.goals_card import GoalCard
from mentorjournal.ui.widgets.avatar import Avatar

KEY = Qt.Key


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def pane(sample_journal: Journal, settings: Settings, qtbot: QtBot) -> GoalsPane:
    return opened(sample_journal, settings, qtbot)


# What it says ---------------------------------------------------------------------------------


def test_goals_stand_by_horizon_with_their_count_above(pane: GoalsPane) -> None:
    said = read(pane)
    assert "5 goals in 3 horizons · 2 needs without a goal" in said
    assert texts(pane)[0] == "Submit the K12 application"
    assert texts(pane)[-1] == "Lead a funded ICU recovery programme"
    assert "No goal for" not in said and "Without a horizon" not in said


def test_a_card_says_how_far_who_and_whether_all_five_are_there(pane: GoalsPane) -> None:
    cohort = card(pane, "80 ICU")
    said = read(cohort).replace("\u00a0", " ")  # no line ends within a day or its hours
    assert "Research · 31 Dec 2026 · 4 h a week" in said and "All parts are there" in said
    assert cohort.goal.far.text() == "52 of 80" and cohort.goal.bar.value() == 650
    assert "Someone to pull apart my trial design" in said
    plan = card(pane, "K12")
    assert "2 of 4 steps" in read(plan) and plan.goal.bar.value() == 500
    assert not plan.goal.far.isVisible()
    step = next(iter(cohort.steps.values()))
    assert step.box.accessibleName() == (
        "First ten patients enrolled, done Mon 24 Mar 2025, nobody helps yet")


def test_a_goal_without_the_five_names_what_is_missing(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    goals.add(journal, {"text": "Learn to say no"})
    pane = opened(journal, settings, qtbot)
    (one,) = pane.list.cards()
    said = read(one)
    assert "1 of 5 parts: no measure, no day, no reason and no next step yet" in said
    assert "no measure" in one.goal.marks.toolTip() and "No need named" in said
    assert "No gap and no step yet" in said and not one.facts.meeting
    assert "Nobody helps yet, and it is on no coming agenda." in said
    assert not one.goal.bar.isVisible()
    assert "1 goal without a horizon" in read(pane) and "No goal for 3 months yet." in read(pane)


def test_where_i_stand_on_the_need_is_shown_when_it_is_known(
    pane: GoalsPane, sample_journal: Journal
) -> None:
    cohort = card(pane, "80 ICU")
    assert "3 of 5 now, 4 wanted" in read(cohort) and cohort.need.marks.isVisible()
    assert not card(pane, "simulation").need.marks.isVisible()
    assert cohort.facts is not None and cohort.facts.about.need is not None
    entries.add(sample_journal, "self_ratings", {
        "need_id": cohort.facts.about.need.id, "date": DAY, "topic": "writing",
        "now": 2, "wanted": 4})
    assert "2 of 5 now, 4 wanted" in read(cohort) and cohort.need.marks.isVisible()


def test_a_count_down_has_no_false_bar(pane: GoalsPane, sample_journal: Journal) -> None:
    cohort = card(pane, "80 ICU")
    goals.edit(sample_journal, cohort.goal_id, {"measure_value": 4.0, "measure_target": 0.0})
    assert cohort.goal.far.text() == "4 now, 0 to reach" and not cohort.goal.bar.isVisible()


def test_what_is_late_is_said_in_words(pane: GoalsPane, sample_journal: Journal) -> None:
    cohort = card(pane, "80 ICU")
    goals.edit(sample_journal, cohort.goal_id, {"due": DAY - timedelta(3)})
    step = list(cohort.steps.values())[2]
    goal_steps.edit(sample_journal, step.step_id, {"due": DAY - timedelta(1)})
    assert cohort.goal.late.text() == "3 days late" and cohort.goal.late.isVisible()
    assert cohort.goal.late.property("tone") == "alert"
    assert step.day.text() == "1 day late" and step.day.property("tone") == "alert"
    assert "Its day has passed" in read(cohort)


def test_an_empty_journal_says_how_to_begin(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    pane = opened(journal, settings, qtbot)
    assert "No goals yet" in read(pane) and "three months" in read(pane)
    assert not pane.add.isVisible() and not pane.needs.isVisible() and not pane.past.isVisible()
    with qtbot.waitSignal(pane.wishes.add) as heard:
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert heard.args == [{}]
    goals.add(journal, {"text": "A talk"})
    assert texts(pane) == ["A talk"] and pane.add.isVisible() and not pane.begin.isVisible()


# What is done in place ------------------------------------------------------------------------


def test_a_step_is_ticked_and_opened_again_in_place(pane: GoalsPane, qtbot: QtBot) -> None:
    plan = card(pane, "K12")
    step = list(plan.steps.values())[3]
    step.box.setFocus()
    qtbot.keyClick(step.box, KEY.Key_Space)
    assert "3 of 4 steps" in read(plan) and step.box.hasFocus()
    assert step.day.text() == "Fri 15 May" and pane.pen.journal.undo_label() == "Step taken"
    qtbot.keyClick(step.box, KEY.Key_Space)
    assert "2 of 4 steps" in read(plan)
    assert goal_steps.get(pane.pen.journal, step.step_id).done_on is None


def test_steps_are_added_one_after_the_other(pane: GoalsPane, qtbot: QtBot) -> None:
    plan = card(pane, "K12")
    plan.add.edit.setFocus()
    for text in ("Print it", "Send it"):
        qtbot.keyClicks(plan.add.edit, text)
        qtbot.keyClick(plan.add.edit, KEY.Key_Return)
    assert [one.text.text() for one in plan.steps.values()][-2:] == ["Print it", "Send it"]
    assert plan.add.edit.hasFocus() and plan.add.edit.text() == ""


def test_a_refusal_is_said_and_the_words_stay(pane: GoalsPane, qtbot: QtBot) -> None:
    plan = card(pane, "K12")
    pane.hide()  # the change that comes now is not seen
    goals.remove(pane.pen.journal, plan.goal_id)
    with qtbot.waitSignal(pane.refused) as heard:
        plan.add.edit.setText("Print it")
        plan.add.take()
    assert "There is no goal" in heard.args[0] and plan.add.edit.text() == "Print it"
    plan.add.edit.setText("")


def test_a_step_that_is_theirs_alone_gets_a_quiet_word_and_becomes_ours(
    pane: GoalsPane, sample_journal: Journal
) -> None:
    """TIPS A4.1."""
    plan = card(pane, "K12")
    step = list(plan.steps.values())[2]
    goal_steps.edit(sample_journal, step.step_id, {"owner": "mentor"})
    assert step.whose.text() == "Dr. Okafor’s step" and "a step of theirs alone" in read(plan)
    button(plan, "Make it ours").click()
    assert step.whose.text() == "Dr. Okafor and I together"
    assert "a step of theirs alone" not in read(plan)


@pytest.mark.parametrize(("words", "wish"), [
    ("Attach somebody", "attach"), ("Change the day", "edit"),
])
def test_each_sign_has_one_button_that_does_something(
    journal: Journal, settings: Settings, qtbot: QtBot, words: str, wish: str
) -> None:
    key = goals.add(journal, {"text": "G", "started_on": DAY - timedelta(60),
                              "due": DAY - timedelta(1)}, first_step="s")
    pane = opened(journal, settings, qtbot)
    assert "Nobody attached for 8 weeks, and on no coming agenda. Who could help?" in read(pane)
    with qtbot.waitSignal(getattr(pane.wishes, wish)) as heard:
        button(pane, words).click()
    assert heard.args == [key]


def test_sharing_and_the_next_step_are_one_press_away(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    ann = build.add_person(journal, "Ann Lee")
    build.add_meeting(journal, ann)
    key = goals.add(journal, {"text": "G"}, gaps=["Money"], person_ids=[ann])
    pane = opened(journal, settings, qtbot)
    with qtbot.waitSignal(pane.wishes.share) as heard:
        button(pane, "Mark as shared today").click()
    assert heard.args == [key, (ann,)]
    assert "No next step." in read(pane)
    with qtbot.waitSignal(pane.wishes.agenda):
        button(pane, "Put it on: Ann Lee, Tue 19 May").click()


def test_a_bare_goal_offers_each_thing_once(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    build.add_meeting(journal, build.add_person(journal, "Ann Lee"))  # who has no part in it
    goals.add(journal, {"text": "G"})
    pane = opened(journal, settings, qtbot)
    (one,) = pane.list.cards()
    one.set_open(True)
    QApplication.processEvents()
    offers = [each.text().rstrip("…") for each in one.findChildren(QAbstractButton)
              if each.isVisible() and each.text()]
    offers += [each.placeholderText() for each in one.findChildren(QLineEdit) if each.isVisible()]
    assert len(offers) == len(set(offers)), offers
    assert "Attach somebody" in offers and not any("Ann Lee" in each for each in offers)
    one.set_open(False)
    button(one, "Name a gap").click()
    assert one.details is not None
    assert QApplication.focusWidget() is one.details.add.edit
    goal_people.attach(journal, one.goal_id, [1])
    assert "Nobody helps" not in read(one) and button(one.details, "Attach somebody…")


def test_the_keyboard_stays_on_the_card_when_what_was_pressed_goes(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    ann = build.add_person(journal, "Ann Lee")
    which = build.add_meeting(journal, ann)
    key = goals.add(journal, {"text": "G"}, person_ids=[ann], first_step="s")
    goals.add(journal, {"text": "Another"}, first_step="s")
    pane = opened(journal, settings, qtbot)
    pane.wishes.agenda.connect(lambda which_goal: goal_people.put_on_agenda(
        journal, which_goal, which))
    one = pane.list.card(key)
    pressed = button(one, "Put it on: Ann Lee, Tue 19 May")
    pressed.setFocus()
    qtbot.keyClick(pressed, KEY.Key_Space)
    assert "On no coming agenda" not in read(one)
    assert QApplication.focusWidget() is one


def test_the_empty_place_of_a_step_asks_who_helps(pane: GoalsPane, qtbot: QtBot) -> None:
    line = next(one for one in card(pane, "K12").steps.values() if one.text.text() == "Budget page")
    (seat,) = line.findChildren(Avatar)
    with qtbot.waitSignal(pane.wishes.step_helper) as heard:
        qtbot.mouseClick(seat, Qt.MouseButton.LeftButton)
    assert heard.args == [line.step_id]


def test_nothing_moves_beyond_the_ends(pane: GoalsPane, qtbot: QtBot) -> None:
    plan = card(pane, "K12")
    first, *_, last = plan.steps.values()
    for opened_menu, can in (
        (lambda: first.open_menu(pane.pos()), (False, True)),
        (lambda: last.open_menu(pane.pos()), (True, False)),
        (lambda: plan.open_menu(pane.pos()), (False, True)),
        (lambda: card(pane, "family meetings").open_menu(pane.pos()), (True, False)),
        (lambda: card(pane, "funded").open_menu(pane.pos()), (False, False)),
    ):
        opened_menu()
        menu = pane.findChildren(QMenu)[-1]
        enabled = {one.text(): one.isEnabled() for one in menu.actions()}
        menu.close()
        menu.deleteLater()
        assert (enabled["Move up"], enabled["Move down"]) == can


# What folds out -------------------------------------------------------------------------------


def test_what_else_is_known_folds_out(pane: GoalsPane, qtbot: QtBot) -> None:
    cohort = card(pane, "80 ICU")
    assert cohort.details is None
    cohort.setFocus()
    qtbot.keyClick(cohort, KEY.Key_Right)
    assert cohort.details is not None
    said = read(cohort.details)
    assert "Because most of them leave us" in said and "Rosalind signs the site letters" in said
    assert "Dr. Rosalind Okafor: design and reading" in said and "shared 14 Jan 2025" in said
    with qtbot.waitSignal(pane.wishes.history):
        button(cohort.details, "2 earlier wordings…").click()
    gap = next(iter(cohort.details.gaps.values()))
    gap.box.click()
    assert "Keeping forms from going missing (closed 15 May 2026)" in read(cohort.details)
    cohort.details.add.edit.setText("Money")
    cohort.details.add.take()
    assert "Money" in read(cohort.details)
    cohort.setFocus()
    qtbot.keyClick(cohort, KEY.Key_Left)
    assert cohort.details is None


def test_numbers_and_agendas_are_told_where_it_folds_out(
    pane: GoalsPane, sample_journal: Journal
) -> None:
    cohort, plan = card(pane, "80 ICU"), card(pane, "K12")
    for one in (cohort, plan):
        one.set_open(True)
    goals.set_progress(sample_journal, cohort.goal_id, 53.0, DAY)
    assert cohort.details is not None and plan.details is not None
    assert "53 on 15 May 2026" in read(cohort.details) and cohort.goal.far.text() == "53 of 80"
    assert button(plan.details, "On the agenda with Dr. Okafor, Tue 19 May")
    part = goal_people.get(sample_journal, plan.facts.about.people[0].id)
    goal_people.set_part(sample_journal, part.id, "two readings", None)
    assert "not shared yet" in read(plan.details) and "Not shared yet with" in read(plan)


# The keyboard and the menu ---------------------------------------------------------------------


def test_arrows_walk_the_cards_and_the_steps(pane: GoalsPane, qtbot: QtBot) -> None:
    first, second = pane.list.cards()[:2]
    assert first.hasFocus()
    qtbot.keyClick(first, KEY.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, KEY.Key_Up)
    assert first.hasFocus()
    steps = list(first.steps.values())
    steps[0].box.setFocus()
    qtbot.keyClick(steps[0].box, KEY.Key_Down)
    assert steps[1].box.hasFocus()
    qtbot.keyClick(steps[1].box, KEY.Key_Up)
    qtbot.keyClick(steps[0].box, KEY.Key_Up)
    assert first.hasFocus()
    steps[-1].box.setFocus()
    qtbot.keyClick(steps[-1].box, KEY.Key_Down)
    assert first.add.edit.hasFocus()


@pytest.mark.parametrize(("key", "wish"), [
    (KEY.Key_Return, "edit"), (KEY.Key_Enter, "edit"), (KEY.Key_Delete, "remove")])
def test_keys_of_a_card_and_of_a_step(
    pane: GoalsPane, qtbot: QtBot, key: Qt.Key, wish: str
) -> None:
    first = pane.list.cards()[0]
    with qtbot.waitSignal(getattr(pane.wishes, wish)) as heard:
        qtbot.keyClick(first, key)
    assert heard.args == [first.goal_id]
    step = next(iter(first.steps.values()))
    with qtbot.waitSignal(getattr(pane.wishes, f"step_{wish}")) as heard:
        qtbot.keyClick(step.box, key)
    assert heard.args == [step.step_id]


def test_typing_steps_in_a_row_opens_no_form_and_a_button_removes_no_goal(
    pane: GoalsPane, qtbot: QtBot
) -> None:
    cohort = card(pane, "80 ICU")
    heard: list[int] = []
    pane.wishes.edit.connect(heard.append)
    pane.wishes.remove.connect(heard.append)
    for words in ("First", "Second"):
        cohort.add.setFocus()
        qtbot.keyClicks(QApplication.focusWidget(), words)
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert "First" in read(cohort) and "Second" in read(cohort)
    more = button(cohort, "Why, gaps and people")
    more.setFocus()
    for key in (KEY.Key_Backspace, KEY.Key_Delete):
        qtbot.keyClick(more, key)
    assert heard == []


def test_a_click_on_the_words_of_a_step_opens_it(pane: GoalsPane, qtbot: QtBot) -> None:
    step = next(iter(pane.list.cards()[0].steps.values()))
    with qtbot.waitSignal(pane.wishes.step_edit) as heard:
        qtbot.mouseClick(step.text, Qt.MouseButton.LeftButton)
    assert heard.args == [step.step_id]


def test_alt_and_arrows_move_steps_and_goals(pane: GoalsPane, qtbot: QtBot) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    first, second = pane.list.cards()[:2]
    with qtbot.waitSignal(pane.wishes.order) as heard:
        qtbot.keyClick(first, KEY.Key_Down, alt)
    assert heard.args == [[second.goal_id, first.goal_id]]
    with qtbot.assertNotEmitted(pane.wishes.order):
        qtbot.keyClick(second, KEY.Key_Down, alt)  # the next one has another horizon
    step = list(first.steps.values())[1]
    step.box.setFocus()
    qtbot.keyClick(step.box, KEY.Key_Up, alt)
    assert next(iter(goals_steps(pane, first))) == "Training table redrawn"
    assert step.box.hasFocus()


def goals_steps(pane: GoalsPane, of: GoalCard) -> list[str]:
    assert of.facts is not None
    return [one.text for one in of.facts.about.steps]


def test_the_menus_have_everything(pane: GoalsPane, qtbot: QtBot) -> None:
    cohort = card(pane, "80 ICU")
    cohort.goal.deeds.click()
    assert menu_words(cohort) == [
        "Edit…", "Add a step", "Note how far it is…", "How it changed…", "Put it on an agenda",
        "Attach somebody…", "Mark as shared today with Dr. Okafor",
        "Mark as shared today with Dr. Brandt", "Mark as shared today with Joy Marchetti",
        "Move up", "Move down", "Mark as reached", "Drop this goal", "Remove"]
    step = next(iter(cohort.steps.values()))
    step.open_menu(step.mapToGlobal(step.rect().center()))
    assert menu_words(step) == [
        "Edit step…", "Who helps…", "Not done yet", "Move up", "Move down", "Remove step"]
