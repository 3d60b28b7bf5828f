"""Goals in the real window: from the page into the journal, onto agendas, and back by Undo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import (
    agenda,
    commitments,
    drafts,
    goal_steps,
    goals,
    needs,
)
from mentorjournal.journal.goal_overview import GoalFacts, overview
from mentorjournal.tests import build, windows
from mentorjournal.tests.windows import act, answering, sentence, start, trigger
from mentorjournal.ui.dialogs.goal import GoalForm
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.widgets.form_dialog import FormDialog

DAY = build.SAMPLE_DAY


@pytest.fixture
def window(qtbot: QtBot, sample_file: Path, tmp_path: Path) -> MainWindow:
    clock.set_as_of(DAY)
    mine = build.copy(sample_file, tmp_path / "mine.mentorjournal")
    opened = start(qtbot, mine, tmp_path / "scratch")
    trigger(opened, "show_goals")
    opened.messages.clear()
    return opened


def facts(window: MainWindow, words: str = "80 ICU") -> GoalFacts:
    return next(one for one in overview(window.journal, DAY) if words in one.goal.text)


def wishes(window: MainWindow) -> Any:
    return window.panes["goals"].wishes


def button(inside: QWidget, words: str) -> QAbstractButton:
    """The button with these words, once what was added has come."""
    QApplication.processEvents()
    return windows.button(inside, words)


def accept(**texts: Any) -> Any:
    """Fills fields of a form and accepts it."""

    def deed(form: FormDialog) -> None:
        for key, value in texts.items():
            field: Any = form.field(key)
            if hasattr(field, "setPlainText"):
                field.setPlainText(value)
            elif hasattr(field, "take"):
                field.take(value)
            else:
                field.setText(value)
        form.accept()

    return deed


def test_a_goal_is_added_from_the_menu_and_chosen(window: MainWindow) -> None:
    window.show_pane("meetings")
    with answering(accept(text="Learn to say no", first_step="Say it once")):
        trigger(window, "add_goal")
    pane = window.panes["goals"]
    assert window.current_pane() == "goals" and window.sidebar.current() == "goals"
    made = facts(window, "Learn to say no")
    assert window.focusWidget() is pane.list.card(made.id)
    assert made.steps[0].text == "Say it once"


def test_a_need_becomes_a_goal_with_its_words(window: MainWindow) -> None:
    def check(form: GoalForm) -> None:
        assert form.field("text").toPlainText() == "How to combine ICU service and a family"
        form.accept()

    with answering(check):
        button(window.panes["goals"], "Make it a goal").click()
    made = facts(window, "combine ICU")
    assert made.need is not None and made.need.text.startswith("How to combine")
    assert needs.every(window.journal)


def test_a_goal_is_changed_and_its_old_wording_can_be_looked_at(window: MainWindow) -> None:
    key = facts(window).id
    with answering(accept(text="90 ICU survivors", change="More beds", person_id=2)):
        wishes(window).edit.emit(key)
    kept = goals.versions(window.journal, key)[0]
    assert (kept.text, kept.change, kept.person_id) == (
        "80 ICU survivors followed to 6 months", "More beds", 2)
    seen: list[str] = []
    with answering(lambda dialog: seen.append(dialog.windowTitle())):
        wishes(window).history.emit(key)
    assert seen == ["How this goal changed"]


def test_a_removed_goal_comes_back_with_all_it_had(window: MainWindow) -> None:
    before = facts(window)
    wishes(window).remove.emit(before.id)
    assert sentence(window) == "Removed: 80 ICU survivors followed to 6 months."
    act(window)
    assert facts(window) == before and sentence(window).startswith("Taken back: ")


@pytest.mark.parametrize(("status", "said"), [("done", "Reached: "), ("dropped", "Dropped: ")])
def test_a_goal_is_over_and_brought_back(window: MainWindow, status: str, said: str) -> None:
    key = facts(window).id
    wishes(window).status.emit(key, status)
    one = goals.get(window.journal, key)
    assert (one.status, one.done_on) == (status, DAY) and sentence(window).startswith(said)
    wishes(window).status.emit(key, "active")
    assert goals.get(window.journal, key).done_on is None
    assert sentence(window).startswith("Taken up again: ")


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_still_takes_hours_for_a_goal_that_is_over_is_said_with_the_way_there(
    window: MainWindow, status: str
) -> None:
    about, pane = facts(window, "K12"), window.panes["goals"]
    wishes(window).status.emit(about.id, status)
    line = pane.past.line(about.id)
    assert window.focusWidget() is line and line.isVisible() and pane.past.card.isHidden()
    assert "“K12 application” still takes 3 h a week for it." in windows.read(line)
    button(line, "See its hours").click()
    assert window.current_pane() == "hours"
    about = facts(window, "K12")
    assert window.focusWidget() is window.panes["hours"].running.row_of(about.commitments[0].id)
    commitments.end(window.journal, about.commitments[0].id, DAY)
    assert "still takes" not in windows.read(pane.past)


def test_a_goal_without_hours_is_folded_away_when_it_is_over(window: MainWindow) -> None:
    wishes(window).status.emit(facts(window, "family meetings").id, "done")
    pane = window.panes["goals"]
    assert pane.past.card.isHidden() and pane.past.still.isHidden()
    assert window.focusWidget() in pane.list.cards()


def test_braces_in_a_goal_do_no_harm(window: MainWindow) -> None:
    key = goals.add(window.journal, {"text": "{what} {0} {"})
    wishes(window).status.emit(key, "done")
    assert sentence(window) == "Reached: {what} {0} {."


def test_how_far_it_is_goes_into_the_journal(window: MainWindow) -> None:
    key = facts(window).id
    with answering(accept(value="60")):
        window.panes["goals"].list.card(key).goal.far.click()
    assert facts(window).goal.measure_value == 60 and facts(window).progress[0].date == DAY


def test_goals_change_places(window: MainWindow) -> None:
    pane = window.panes["goals"]
    first, second = [card.goal_id for card in pane.list.cards()][:2]
    wishes(window).order.emit([second, first])
    assert [card.goal_id for card in pane.list.cards()][:2] == [second, first]


# Agendas and people ---------------------------------------------------------------------------


def test_it_goes_on_the_agenda_of_the_next_meeting_with_a_helper(window: MainWindow) -> None:
    one = facts(window)
    button(window.panes["goals"].list.card(one.id), "Put it on: Dr. Okafor, Tue 19 May").click()
    assert sentence(window) == "It is on the agenda with Dr. Okafor, Tue 19 May."
    (on,) = facts(window).agenda
    assert agenda.items(window.journal, on.meeting_id)[-1].goal_id == one.id
    wishes(window).agenda.emit(one.id)
    assert sentence(window) == "It is on that agenda already."
    window.journal.undo()
    assert facts(window).agenda == ()


def test_without_a_meeting_the_form_comes_first_and_the_page_only_with_a_meeting(
    window: MainWindow,
) -> None:
    one = facts(window, "10 observed")
    seen: list[str] = []

    def cancel(form: FormDialog) -> None:
        seen.append(window.current_pane())
        QDialog.done(form, 0)

    meet = button(window.panes["goals"].list.card(one.id), "Meet Dr. Ramanathan")
    with answering(cancel):
        meet.click()
    assert seen == ["goals"] and window.current_pane() == "goals"
    assert facts(window, "10 observed").agenda == ()
    with answering(accept()):
        meet.click()
    assert window.current_pane() == "meetings"
    assert facts(window, "10 observed").agenda  # which is what was wanted
    assert sentence(window).startswith("It is on the agenda with Dr. Ramanathan")


@pytest.mark.parametrize("action", ["new_meeting", "add_goal", "add_need"])
def test_a_form_that_is_cancelled_leaves_one_where_one_was(
    window: MainWindow, action: str
) -> None:
    window.show_pane("timeline")
    with answering(lambda form: QDialog.done(form, 0)):
        trigger(window, action)
    assert window.current_pane() == "timeline"


def test_somebody_is_attached_shared_with_worded_and_let_go(window: MainWindow) -> None:
    key = goals.add(window.journal, {"text": "New one"})
    with answering(accept(person_ids=1)):
        wishes(window).attach.emit(key)
    assert facts(window, "New one").unshared == (1,)
    button(window.panes["goals"].list.card(key), "Mark as shared today").click()
    assert sentence(window) == "Marked as shared today with Dr. Okafor."
    part = facts(window, "New one").people[0]
    assert part.shared_on == DAY
    with answering(accept(part="reads it")):
        wishes(window).part_edit.emit(part.id)
    assert facts(window, "New one").people[0].part == "reads it"
    wishes(window).detach.emit(part.id)
    assert facts(window, "New one").people == ()
    assert sentence(window) == "Dr. Okafor is no longer attached."
    act(window)
    assert facts(window, "New one").people[0].part == "reads it"


def test_people_and_meetings_are_opened_from_where_they_are_named(window: MainWindow) -> None:
    wishes(window).person.emit(1)
    assert window.current_pane() == "person"
    wishes(window).meeting.emit(facts(window, "K12").agenda[0].meeting_id)
    assert window.current_pane() == "meetings"


# Steps and gaps -------------------------------------------------------------------------------


def test_a_step_and_a_gap_are_edited_removed_and_brought_back(window: MainWindow) -> None:
    before = facts(window)
    step, gap = before.steps[0], before.gaps[0]
    with answering(accept(text="First twelve", helper=4)):
        wishes(window).step_edit.emit(step.id)
    changed = goal_steps.get(window.journal, step.id)
    assert (changed.text, changed.helper_id) == ("First twelve", 4)
    with answering(accept(text="Losing forms")):
        wishes(window).gap_edit.emit(gap.id)
    assert goal_steps.gap(window.journal, gap.id).text == "Losing forms"
    for wish, key, words in (("step_remove", step.id, "First twelve"),
                             ("gap_remove", gap.id, "Losing forms")):
        held = facts(window)
        getattr(wishes(window), wish).emit(key)
        assert sentence(window) == f"Removed: {words}."
        act(window)
        assert facts(window) == held


def test_what_is_gone_is_said_in_words(window: MainWindow) -> None:
    for name in ("edit", "remove", "progress", "history", "attach", "step_edit", "step_remove",
                 "gap_edit", "gap_remove", "part_edit", "detach"):
        window.messages.clear()
        getattr(wishes(window), name).emit(9_999)
        assert sentence(window) == "This entry is no longer in the journal.", name


# Drafts ---------------------------------------------------------------------------------------


def test_a_form_that_was_left_is_gone_on_with(
    qtbot: QtBot, sample_file: Path, tmp_path: Path
) -> None:
    from mentorjournal.journal.journal import Journal

    clock.set_as_of(DAY)
    path = build.copy(sample_file, tmp_path / "mine.mentorjournal")
    journal = Journal(path)
    drafts.keep(journal, "goal:1", {"why": "Because it is mine"})
    journal.close()
    window = start(qtbot, path, tmp_path / "scratch")
    qtbot.waitUntil(lambda: "the goal “80 ICU survivors" in sentence(window))

    def look(form: FormDialog) -> None:
        qtbot.waitUntil(lambda: form.field_values()["why"] == "Because it is mine")
        form.put_aside()

    with answering(look):
        act(window)
    assert window.current_pane() == "goals"
