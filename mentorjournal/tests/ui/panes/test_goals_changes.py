"""The page of goals while the journal changes, and with more or less room."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.journal import goal_steps, goals, needs
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.goals_pane import DAY, card, menu_words, opened, read
from mentorjournal.tests.windows import button
from mentorjournal.ui import theme
from mentorjournal.ui.panes.goals import SIDE, GoalsPane
from mentorjournal.ui.widgets.part_marks import PartMarks

KEY = Qt.Key


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def pane(sample_journal: Journal, settings: Settings, qtbot: QtBot) -> GoalsPane:
    return opened(sample_journal, settings, qtbot)


# Changes --------------------------------------------------------------------------------------


def test_a_removed_goal_gives_its_place_to_the_next_and_comes_back(
    pane: GoalsPane, sample_journal: Journal
) -> None:
    first, second = pane.list.cards()[:2]
    goals.remove(sample_journal, first.goal_id)
    assert second.hasFocus() and len(pane.list.cards()) == 4
    sample_journal.undo()
    assert pane.list.cards()[0].goal_id == first.goal_id
    assert pane.list.cards()[0].hasFocus()


def test_what_is_being_typed_survives_other_changes(
    pane: GoalsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    plan = card(pane, "K12")
    plan.add.edit.setFocus()
    qtbot.keyClicks(plan.add.edit, "Half a st")
    goal_steps.add(sample_journal, plan.goal_id, {"text": "From elsewhere"})
    assert plan.add.edit.text() == "Half a st" and plan.add.edit.hasFocus()
    assert "From elsewhere" in read(plan)
    plan.add.edit.setText("")


def test_a_goal_that_is_over_is_folded_away_and_brought_back(
    pane: GoalsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    assert pane.past.fold.text() == "1 goal reached or dropped" and pane.past.card.isHidden()
    plan = card(pane, "family meetings").goal_id
    goals.set_status(sample_journal, plan, "dropped", DAY)
    assert pane.past.fold.text() == "2 goals reached or dropped"
    pane.show_goal(plan)
    line = pane.past.line(plan)
    assert line is not None and line.hasFocus() and "Dropped 15 May 2026" in read(line)
    with qtbot.waitSignal(pane.wishes.status) as heard:
        line.back.click()
    assert heard.args == [plan, "active"]
    with qtbot.waitSignal(pane.wishes.edit):
        qtbot.keyClick(line, KEY.Key_Return)
    with qtbot.waitSignal(pane.wishes.edit):
        qtbot.mouseDClick(line, Qt.MouseButton.LeftButton)
    line.deeds.click()
    assert menu_words(pane) == ["Edit…", "How it changed…", "Bring back", "Remove"]


def test_a_need_becomes_a_goal(pane: GoalsPane, sample_journal: Journal, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.wishes.add) as heard:
        button(pane.needs, "Make it a goal").click()
    begun = heard.args[0]
    assert begun["text"] == "How to combine ICU service and a family"
    goals.add(sample_journal, begun)
    assert "1 need without a goal" in read(pane)
    assert "How to combine ICU service and a family" not in read(pane.needs)
    needs.add(sample_journal, {"text": "Another"})
    assert "2 needs without a goal" in read(pane)


def test_the_pages_beside_it_are_asked_for(pane: GoalsPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.page_wanted) as heard:
        pane.review.click()
    assert heard.args == ["needs"]
    with qtbot.waitSignal(pane.page_wanted) as heard:
        pane.header.tabs.setCurrentIndex(2)
    assert heard.args == ["hours"]


# Room -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "columns"), [(1200, 3), (660, 2), (500, 1)])
def test_a_card_stacks_its_columns_where_room_is_short(
    sample_journal: Journal, settings: Settings, qtbot: QtBot, width: int, columns: int
) -> None:
    pane = opened(sample_journal, settings, qtbot, width)
    cohort = card(pane, "80 ICU")
    beside = {cohort.need.x(), cohort.goal.x(), cohort.way.x()}
    assert len(beside) == columns
    assert (cohort.goal.y() == cohort.need.y()) == (columns == 3)
    for one in cohort.findChildren(QLabel):  # nothing reaches beyond the card
        if one.isVisible():
            at = one.mapTo(cohort, one.rect().topRight())
            assert at.x() <= cohort.width()


def test_a_column_at_the_right_folds_away_in_a_small_window(
    pane: GoalsPane, qtbot: QtBot
) -> None:
    side = QLabel("Hours")
    pane.set_side(lambda: side)
    assert side.isVisible() and abs(side.width() - SIDE) < 8
    pane.resize(1100, 700)
    qtbot.waitUntil(lambda: not side.isVisible())
    pane.resize(1300, 700)
    qtbot.waitUntil(side.isVisible)


def test_the_width_of_the_column_is_remembered(
    pane: GoalsPane, sample_journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    pane.set_side(lambda: QLabel("Hours"))
    pane.splitter.setSizes([800, 430])
    pane.splitter.splitterMoved.emit(800, 1)
    again = opened(sample_journal, settings, qtbot)
    again.set_side(lambda: QLabel("Hours"))
    assert again.splitter.sizes() == pane.splitter.sizes()


def test_another_text_size_is_taken_up(pane: GoalsPane, qtbot: QtBot) -> None:
    before = card(pane, "80 ICU").goal.marks.width()
    theme.apply(QApplication.instance(), "light", 1.4)
    qtbot.waitUntil(lambda: card(pane, "80 ICU").goal.marks.width() > before)
    theme.apply(QApplication.instance(), "light")
    qtbot.waitUntil(lambda: card(pane, "80 ICU").goal.marks.width() == before)


@pytest.mark.parametrize("word", [*build.NAUGHTY, "x" * 290])
def test_whatever_is_written_is_shown_as_it_is(
    journal: Journal, settings: Settings, qtbot: QtBot, word: str
) -> None:
    ann = build.add_person(journal, f"Ann {word}"[:290])
    need = needs.add(journal, {"text": f"N {word}"})
    key = goals.add(journal, {
        "text": f"T {word}", "why": word * 3, "measure": word, "need_id": need}, gaps=[word],
        person_ids=[ann], first_step=f"S {word}")
    goal_steps.add(journal, key, {"text": word, "owner": "mentor", "helper_id": ann})
    pane = opened(journal, settings, qtbot)
    (one,) = pane.list.cards()
    one.set_open(True)
    pane.grab()
    assert one.width() < pane.width()
    for label in pane.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert not any(bad in label.toolTip() for bad in ("<b>", "<img"))


def test_marks_say_in_words_what_they_show(pane: GoalsPane) -> None:
    marks = card(pane, "80 ICU").goal.findChild(PartMarks)
    assert "All parts are there" in marks.accessibleName()
    for one in pane.findChildren(QWidget):
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and (
                type(one).__module__.startswith("mentorjournal.ui.panes.goals")):
            assert one.accessibleName(), one


def test_tab_goes_through_a_card_as_it_is_read(
    pane: GoalsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    plan = card(pane, "K12")
    goal_steps.add(sample_journal, plan.goal_id, {"text": "Send it"})  # made after all others
    plan.set_open(True)
    assert plan.details is not None
    QApplication.processEvents()
    plan.setFocus()
    wanted: list[QWidget] = [
        plan.goal.deeds, plan.goal.more, *(one.box for one in plan.steps.values()), plan.add.edit,
        *(one.box for one in plan.details.gaps.values()), plan.details.add.edit]
    reached = []
    while len(reached) < 24 and QApplication.focusWidget() is not pane.list.cards()[1]:
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert [one for one in reached if one in wanted] == wanted
    assert QApplication.focusWidget() is pane.list.cards()[1]
