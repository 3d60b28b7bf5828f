"""Hours in the real window: from wishes of the page, the menu and the column into the journal."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import commitments, drafts, me, missteps
from mentorjournal.journal.aims import Commitment
from mentorjournal.tests import build
from mentorjournal.tests.journal.verb_cases_hours import called, elective
from mentorjournal.tests.windows import act, answering, button, read, sentence, start, trigger
from mentorjournal.ui.dialogs.commitment import CapacityForm, CommitmentForm
from mentorjournal.ui.dialogs.weigh_request import WeighForm
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.hours import HoursPane
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.hours_field import HoursField

DAY = build.SAMPLE_DAY


@pytest.fixture
def window(qtbot: QtBot, sample_file: Path, tmp_path: Path) -> MainWindow:
    clock.set_as_of(DAY)
    mine = build.copy(sample_file, tmp_path / "mine.mentorjournal")
    opened = start(qtbot, mine, tmp_path / "scratch")
    opened.show_pane("hours")
    return opened


def pane(window: MainWindow) -> HoursPane:
    return window.panes["hours"]


def one(window: MainWindow, title: str) -> Commitment:
    return commitments.get(window.journal, called(window.journal, title))


def hours(window: MainWindow) -> float:
    return commitments.load_on(window.journal, DAY).hours


def accept(form: WeighForm) -> None:
    form.ok_button().click()


@pytest.mark.parametrize(("words", "decision", "said"), [
    ("Offer June", "yes_later", "The yes to “Student elective coordinator” is noted"),
    ("Say no kindly", "declined", "A no counts."),
    ("Ask first", "pending", "waits for your answer"),
])
def test_a_card_opens_the_form_with_its_answer(
    window: MainWindow, words: str, decision: str, said: str
) -> None:
    with answering(accept):
        button(pane(window), words).click()
    assert one(window, "elective").decision == decision and said in sentence(window)
    assert one(window, "elective").reply.startswith("Dear Dr. Castellanos,")
    act(window)
    assert one(window, "elective").decision == "pending" and one(window, "elective").reply is None


def test_saying_yes_makes_it_125_percent_and_can_be_taken_back(window: MainWindow) -> None:
    with answering(accept):
        pane(window).wish("accepted", elective(window.journal))
    assert hours(window) == 15.0 and "15.0 of 12 h a week, 3.0 h over today" in sentence(window)
    assert "You are at 125%." in pane(window).notice._text.accessibleName()
    act(window)
    assert hours(window) == 13.0


@pytest.mark.parametrize(("day", "said"), [
    (date(2026, 6, 19), "is noted: 12.0 of 12 h a week, nothing free from 19 June."),
    (None, "is noted: it takes no hours until you name a day."),
])
def test_a_yes_for_later_is_told_by_the_day_it_begins(
    window: MainWindow, day: date | None, said: str
) -> None:
    def later(form: WeighForm) -> None:
        form.later.set_day(day)
        form.ok_button().click()

    with answering(later):
        pane(window).wish("yes_later", elective(window.journal))
    assert said in sentence(window) and hours(window) == 13.0
    assert one(window, "elective").since == day
    row, = pane(window).coming.rows()
    assert window.focusWidget() is row
    assert ("from 19 June" if day else "from when is not said yet") in read(row)


@pytest.mark.parametrize("decision", ["accepted", "pending", "declined", "passed_to"])
def test_the_keyboard_goes_on_with_what_was_answered(window: MainWindow, decision: str) -> None:
    with answering(accept):
        pane(window).wish(decision, elective(window.journal))
    assert window.focusWidget().about.id == elective(window.journal)


def test_more_hours_than_a_week_has_are_refused_in_words(
    window: MainWindow, qtbot: QtBot
) -> None:
    def fill(form: CommitmentForm) -> None:
        form.field("title").setText("Everything")
        form.field("hours_per_week").setValue(200)
        assert "A week has 168 hours." in read(form) and not form.ok_button().isEnabled()

    with answering(fill):
        pane(window).add.click()
    row = pane(window).running.rows()[1]
    row.begin()
    field = row.findChild(HoursField)
    field.setValue(300)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert sentence(window) == "A week has 168 hours." and field.isVisible()
    assert field.value() == 300 and hours(window) == 13.0


def test_the_menu_weighs_a_new_request(window: MainWindow) -> None:
    def fill(form: WeighForm) -> None:
        assert form.windowTitle() == "Before you say yes"
        form.field("title").setText("A chapter")
        form.hours.setValue(1.0)
        form.decision.button("smaller_yes").click()
        form.fewer.setValue(0.5)
        form.ok_button().click()

    window.show_pane("network")
    with answering(fill):
        trigger(window, "weigh_request")
    assert window.current_pane() == "hours" and hours(window) == 13.5
    assert one(window, "chapter").hours_asked in (None, 1.0)
    made = [each for each in commitments.every(window.journal) if each.title == "A chapter"]
    assert made[0].hours_asked == 1.0 and not drafts.every(window.journal)
    window.undo_journal()
    assert hours(window) == 13.0


def test_a_form_that_is_closed_writes_nothing(window: MainWindow) -> None:
    before = build.dump(window.journal)
    with answering(lambda form: form.reject()):
        pane(window).wish("decide", elective(window.journal))
    assert build.dump(window.journal) == before


def test_a_refusal_stays_in_the_form(window: MainWindow) -> None:
    key = elective(window.journal)

    def gone(form: WeighForm) -> None:
        commitments.remove(window.journal, key)
        form.ok_button().click()
        assert form.isVisible() and "no longer in the journal" in read(form)

    with answering(gone):
        pane(window).wish("declined", key)


def test_a_row_is_written_in_place_as_one_step(window: MainWindow) -> None:
    key = called(window.journal, "Journal club")
    pane(window).typed.emit(key, "The journal club", 0.5)
    assert one(window, "The journal club").hours_per_week == 1.0  # as it began
    assert hours(window) == 12.5 and commitments.load_on(
        window.journal, DAY - timedelta(1)).hours == 13.0
    assert "takes 0.5 h a week from today" in sentence(window)
    act(window)
    assert one(window, "Journal club lead").id == key and hours(window) == 13.0
    pane(window).typed.emit(key, "Only the title", 1.0)
    assert one(window, "Only the title").id == key and hours(window) == 13.0


def test_other_hours_and_the_end(window: MainWindow) -> None:
    key = called(window.journal, "sepsis")

    def later(form: object) -> None:
        form.field("hours").setValue(0.5)
        form.field("since").set_day(DAY + timedelta(1))
        form.ok_button().click()

    with answering(later):
        pane(window).wish("hours", key)
    assert hours(window) == 13.0
    assert commitments.load_on(window.journal, DAY + timedelta(1)).hours == 12.0
    with answering(lambda form: form.ok_button().click()):
        pane(window).wish("over", key)
    assert hours(window) == 11.5 and "is over: 11.5 of 12 h a week today" in sentence(window)
    assert one(window, "sepsis").decision == "done"


def test_adding_editing_and_removing(window: MainWindow) -> None:
    def fill(form: CommitmentForm) -> None:
        form.field("title").setText("Ward teaching")
        form.field("hours_per_week").setValue(2)
        form.ok_button().click()

    with answering(fill):
        pane(window).add.click()
    key = called(window.journal, "Ward teaching")
    assert hours(window) == 15.0

    def less(form: CommitmentForm) -> None:
        form.field("hours_per_week").setValue(1)
        form.ok_button().click()

    with answering(less):
        pane(window).wish("edit", key)
    assert hours(window) == 14.0
    pane(window).wish("remove", key)
    assert hours(window) == 13.0 and "“Ward teaching” was removed." in sentence(window)
    act(window)
    assert hours(window) == 14.0


def test_a_noted_change_of_hours_is_removed_and_taken_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    key = called(window.journal, "Journal club")
    commitments.change_hours(window.journal, key, 0.5, DAY)

    def drop(form: CommitmentForm) -> None:
        line, = form.steps.lines()
        qtbot.mouseClick(line.findChild(IconButton), Qt.MouseButton.LeftButton)
        form.ok_button().click()

    with answering(drop):
        pane(window).wish("edit", key)
    assert hours(window) == 13.0 and "“Journal club lead” was changed." in sentence(window)
    act(window)
    assert hours(window) == 12.5


def test_the_hours_i_can_give_keep_their_history(window: MainWindow) -> None:
    def fill(form: CapacityForm) -> None:
        form.field("hours").setValue(14)
        form.ok_button().click()

    with answering(fill):
        pane(window).head.edit.click()
    assert me.capacities(window.journal) == [(None, 12.0), (DAY, 14.0)]
    assert commitments.load_on(window.journal, date(2025, 10, 15)).is_over
    assert not commitments.load_on(window.journal, DAY).is_over


def test_about_me_keeps_their_history_too(window: MainWindow) -> None:
    def fill(form: object) -> None:
        form.field("capacity_hours_per_week").setValue(10)
        form.ok_button().click()

    with answering(fill):
        trigger(window, "about_me")
    assert me.capacities(window.journal) == [(None, 12.0), (DAY, 10.0)]


def test_another_page_can_ask_for_a_commitment(window: MainWindow, qtbot: QtBot) -> None:
    window.show_pane("network")
    key = called(window.journal, "Journal club")
    window.pane("hours").wish("show", key)
    assert window.current_pane() == "hours"
    assert pane(window).running.row_of(key).hasFocus()
    window.show_pane("network")
    window.pane("hours").wish("show")
    assert window.current_pane() == "hours"


def test_what_is_gone_is_said_in_one_sentence(window: MainWindow) -> None:
    pane(window).wish("edit", 9_999)
    assert "no longer in the journal" in sentence(window)


def test_a_question_put_aside_rests_on_every_page(window: MainWindow) -> None:
    window.resize(1440, 900)
    page = pane(window)
    assert page.notice.isVisible() and "1.0 h over" in read(page)
    page.not_now.click()
    assert not page.notice.isVisible() and "1.0 h over" in read(page)
    assert sentence(window) == "Not asked again before Thu 13 Aug."
    assert "overcommitted" not in {one.kind for one in missteps.found(window.journal, DAY)}
    goals = window.show_pane("goals")
    assert "What could you hand back?" not in read(goals) and "1.0 h over" in read(goals)
    act(window)
    assert window.show_pane("hours").notice.isVisible()
