"""What the window does about people I mentor: forms, Undo, stages, and advice for a meeting."""

from __future__ import annotations

from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import (
    advice,
    agenda,
    drafts,
    endings,
    feedback_given,
    me,
    meetings,
    passing_on,
    people,
    stages,
)
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build
from mentorjournal.tests.windows import act, answering, button, read, sentence, start, trigger
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.advice import AdviceForm
from mentorjournal.ui.dialogs.feedback_given import GivenForm
from mentorjournal.ui.dialogs.my_stage import StageForm
from mentorjournal.ui.dialogs.stage_mentors import MentorsForm
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.passing_on import PassingOnPane
from mentorjournal.ui.widgets.form_dialog import FormDialog

DAY = build.SAMPLE_DAY


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, sample_file: Path, tmp_path: Path) -> MainWindow:
    theme.apply(qapp, "light")
    clock.set_as_of(DAY)
    made = start(qtbot, build.copy(sample_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")
    made.resize(1440, 900)
    made.show_pane("passing_on")
    return made


def pane(window: MainWindow) -> PassingOnPane:
    found = window.panes["passing_on"]
    assert isinstance(found, PassingOnPane)
    return found


def journal(window: MainWindow) -> Journal:
    assert window.journal is not None
    return window.journal


def shown(widget: QWidget) -> str:
    """What can be read once all is laid out."""
    QApplication.processEvents()
    return read(widget)


def mentee(window: MainWindow, n: int = 0) -> int:
    return passing_on.everybody(journal(window), DAY, 91)[n].person.id


def test_the_menu_adds_advice_with_credit_and_the_page_shows_it(window: MainWindow) -> None:
    def fill(form: AdviceForm) -> None:
        form.field("text").setPlainText("Sleep first.")
        form.field("giver").setCurrentText("My mother")
        form.field("when_it_helps").setPlainText("Before answering")
        form.accept()

    window.show_pane("network")
    with answering(fill):
        trigger(window, "add_advice")
    piece = advice.every(journal(window), "sleep")[0]
    assert (piece.credited, piece.advice.date) == ("My mother", DAY)
    assert window.current_pane() == "passing_on"
    assert window.focusWidget() is pane(window).playbook.card.rows()[0]
    assert drafts.every(journal(window)) == {}


def test_advice_is_edited_removed_and_brought_back(window: MainWindow) -> None:
    key = advice.every(journal(window))[0].advice.id

    def fill(form: AdviceForm) -> None:
        assert form.giver.person().name == "Dr. Priya Ramanathan"
        form.field("text").setPlainText("")
        assert not form.validate()
        form.field("text").setPlainText("Write it down.")
        form.accept()

    with answering(fill):
        pane(window).advice_edit_wanted.emit(key)
    assert advice.get(journal(window), key).credited == "Priya Ramanathan"
    pane(window).advice_remove_wanted.emit(key)
    assert sentence(window) == "“Write it down.” was removed."
    act(window)
    assert advice.get(journal(window), key).advice.text == "Write it down."


def test_advice_is_passed_on_to_whoever_has_not_had_it(window: MainWindow) -> None:
    key = advice.every(journal(window))[0].advice.id

    def fill(form: QDialog) -> None:
        assert form.field("who").current() == str(mentee(window, 1))
        form.field("day").set_day(DAY + timedelta(1))
        assert not form.validate()
        form.field("day").set_day(DAY)
        form.accept()

    with answering(fill):
        pane(window).pass_on_wanted.emit(key)
    uses = advice.get(journal(window), key).uses
    assert (uses[0].person_id, uses[0].date) == (mentee(window, 1), DAY)
    pane(window).take_back_wanted.emit(uses[0].id)
    assert len(advice.get(journal(window), key).uses) == 1
    act(window)
    assert len(advice.get(journal(window), key).uses) == 2


def test_feedback_is_noted_in_the_order_it_is_said(window: MainWindow) -> None:
    def fill(form: GivenForm) -> None:
        assert form.field("person_id").current() == str(mentee(window, 1))
        assert "Say what you saw." in form._says.text()
        form.field("topic").setText("The codebook")
        form.field("behaviour").setPlainText("You asked before you changed it.")
        form.field("look_again_on").set_day(DAY - timedelta(1))
        assert not form.validate()
        form.field("look_again_on").set_day(DAY + timedelta(30))
        form.accept()

    with answering(fill):
        window.in_pane("passing_on", "wish_given", mentee(window, 1))
    made = feedback_given.of_person(journal(window), mentee(window, 1))[0]
    assert (made.topic, made.requested, made.look_again_on) == (
        "The codebook", False, DAY + timedelta(30))
    assert pane(window).given.card.focus_key(f"given:{made.id}")


def test_looking_again_closes_the_loop(window: MainWindow) -> None:
    key = feedback_given.of_person(journal(window), mentee(window))[0].id

    def fill(form: QDialog) -> None:
        form.field("came_of").setPlainText("He asked for a night, twice.")
        form.field("heard_back_on").set_day(DAY)
        form.accept()

    with answering(fill):
        pane(window).given_look_wanted.emit(key)
    found = feedback_given.get(journal(window), key)
    assert (found.came_of, found.heard_back_on) == ("He asked for a night, twice.", DAY)
    pane(window).given_remove_wanted.emit(key)
    act(window)
    assert feedback_given.get(journal(window), key) == found


def test_somebody_i_mentor_is_added_and_the_page_comes_back(window: MainWindow) -> None:
    def fill(form: QDialog) -> None:
        assert form.windowTitle() == "Add somebody you mentor"
        assert form.field("direction").current() == "mentee"
        assert form.field("domains").accessibleName() == "What I help with"
        form.field("name").setText("Ada Lin")
        form.accept()

    with answering(fill):
        pane(window).add.click()
    assert window.current_pane() == "passing_on"
    assert "3 people, last in touch 5 May" in read(pane(window))


def test_without_anybody_feedback_leads_to_adding_somebody(window: MainWindow) -> None:
    for one in passing_on.everybody(journal(window), DAY, 91):
        people.edit(journal(window), one.person.id, {"direction": "mentor"})
    pane(window).wish_given()
    assert "Add somebody you mentor first" in sentence(window)


def test_another_stage_in_about_me_offers_a_day_and_asks_about_mentors(
    window: MainWindow
) -> None:
    def about(form: QDialog) -> None:
        form.field("stage").setText("Junior faculty")
        form.accept()

    def since(form: StageForm) -> None:
        assert form.field("stage").text() == "Junior faculty"
        assert "Fellow, pulmonary & critical care" in read(form)
        form.accept()

    with answering(about):
        trigger(window, "about_me")
    assert sentence(window) == "“Junior faculty”: is this a new stage?"
    with answering(since):
        act(window)
    first, before = stages.every(journal(window))[:2]
    assert (first.stage, first.started, before.ended) == (
        "Junior faculty", DAY, DAY - timedelta(1))
    assert sentence(window) == (
        "You are “Junior faculty” now. How does it go on with each mentor?")

    def decide(form: MentorsForm) -> None:
        assert len(form.rows) == 8
        assert not any(row.choice.current() for row in form.rows)
        assert not form.ok_button().isEnabled()
        for row, key in zip(form.rows, ("keep", "change", "close"), strict=False):
            row.choice.button(key).click()
        assert "3 decided, 5 later" in read(form)
        form.accept()

    with answering(decide):
        act(window)
    assert sentence(window) == "Noted for 3 mentors."
    assert len(stages.undecided(journal(window), DAY, 91)) == 5
    act(window)
    assert len(stages.undecided(journal(window), DAY, 91)) == 8


def test_better_words_for_the_same_stage_stay_without_a_new_one(window: MainWindow) -> None:
    def about(form: QDialog) -> None:
        form.field("stage").setText("Fellow, second year")
        form.accept()

    with answering(about):
        trigger(window, "about_me")
    def leave(form: StageForm) -> None:
        assert "If it is the same stage in better words, cancel" in read(form)
        form.reject()

    with answering(leave):
        act(window)
    assert me.get(journal(window)).stage == "Fellow, second year"
    assert len(stages.every(journal(window))) == 3


def test_a_pause_needs_a_day_to_come(window: MainWindow) -> None:
    stages.begin(journal(window), {"stage": "Junior faculty", "started": DAY})

    def decide(form: MentorsForm) -> None:
        row = form.rows[0]
        row.choice.button("change").click()
        row.way.set_current("paused")
        row.until.set_day(DAY)
        assert not form.ok_button().isEnabled()
        assert "a day from tomorrow on" in read(form)
        row.until.set_day(DAY + timedelta(30))
        form.accept()

    with answering(decide):
        pane(window).mentors_wanted.emit()
    [made] = [one for one in endings.of_person(journal(window), 2) + endings.of_person(
        journal(window), 1) + [each for key in range(3, 12)
                               for each in endings.of_person(journal(window), key)]
        if one.decided_on == DAY]
    assert made.outcome == "paused"


def test_the_network_page_asks_too_and_once(window: MainWindow) -> None:
    stages.begin(journal(window), {"stage": "Junior faculty", "started": DAY})
    network = window.show_pane("network")
    assert "You have been “Junior faculty” since 15 May." in shown(network)
    later = button(network.overview, "Not now")
    later.click()
    assert "Junior faculty" not in shown(network)
    assert stages.question(journal(window), stages.MENTORS, DAY) is None


def test_stages_are_edited_and_removed_with_undo(window: MainWindow) -> None:
    key = stages.every(journal(window))[2].id

    def fill(form: StageForm) -> None:
        form.field("ended").set_day(date(2016, 1, 1))
        assert not form.validate()
        form.field("ended").set_day(date(2021, 6, 1))
        form.accept()

    with answering(fill):
        pane(window).stage_edit_wanted.emit(key)
    assert stages.get(journal(window), key).ended == date(2021, 6, 1)
    pane(window).stage_remove_wanted.emit(key)
    assert sentence(window) == "“Medical student” was removed."
    act(window)
    assert len(stages.every(journal(window))) == 3


def test_advice_is_offered_when_a_talk_is_prepared(window: MainWindow) -> None:
    whom = mentee(window)
    key = meetings.add(journal(window), {
        "person_id": whom, "starts_at": datetime(2026, 5, 20, 9), "planned_minutes": 30})
    window.prepare_meeting(whom)
    panel = window.panes["meetings"].side.carry_in
    said = shown(panel)
    assert "Worked for you" in said
    assert "What he wanted to try" in said and "Ask what he" not in said
    assert said.count("Tomas Brandt") == 1  # who gave the piece is said once
    row = next(one for one in panel.rows() if one.carry.source == "advice")
    row.add.click()
    assert agenda.items(journal(window), key)[0].title.endswith("(Tomas Brandt)")
    assert "On the agenda" in shown(panel)


def test_what_is_not_for_them_is_not_offered_again(window: MainWindow) -> None:
    whom = mentee(window)
    meetings.add(journal(window), {
        "person_id": whom, "starts_at": datetime(2026, 5, 20, 9), "planned_minutes": 30})
    window.prepare_meeting(whom)
    panel = window.panes["meetings"].side.carry_in
    next(one for one in panel.rows() if one.carry.source == "advice").drop.click()
    assert not [one for one in panel.rows() if one.carry.source == "advice"]
    assert sentence(window) == "Not offered for them again."
    act(window)
    assert [one for one in panel.rows() if one.carry.source == "advice"]


def test_the_page_of_a_mentee_speaks_from_the_other_side(window: MainWindow) -> None:
    whom = mentee(window)
    window.open_person(whom)
    page = window.panes["person"]
    said = shown(page)
    for there in ("What we work on together", "Feedback I gave", "Advice I passed on",
                  "Look again on 2 Jun"):
        assert there in said
    for wrong in ("Last thanked", "Nothing asked in the last", "What I seek"):
        assert wrong not in said
    assert page.tab("overview").seek.ask.placeholderText() == (
        "What do they want from our talks? One line.")
    window.open_person(whom, "thanks")
    assert "Help from me" in shown(page)
    assert "They have careers too" not in shown(page)


def test_a_mentor_is_asked_as_before(window: MainWindow) -> None:
    window.open_person(next(one.person.id for one in people.everybody(journal(window), DAY)
                            if one.person.is_active))
    said = shown(window.panes["person"])
    assert "Feedback I gave" not in said
    assert "Last thanked" in said


def test_a_mentee_can_be_closed_and_taken_up_again(window: MainWindow) -> None:
    whom = mentee(window)
    endings.close(journal(window), endings.begin_closing(journal(window), whom), DAY)
    window.open_person(whom, "moving_on")
    page = window.panes["person"].tab("moving_on").page
    assert "you mentored them until 15 May 2026" in shown(window.panes["person"])
    assert page.reopen.isVisible()
    page.reopen.click()
    assert sentence(window) == "You mentor Dr. Reyes again."


@pytest.mark.parametrize(("key", "about", "values"), [
    ("advice:new", "advice that worked for you", {"text": "Sleep first."}),
    ("advice:1", "“If it is not in writing", {"when_it_helps": "Always"}),
    ("given:new", "feedback you gave", {"behaviour": "Asked first"}),
    ("given:2", "feedback you gave Dr. Reyes", {"their_plan": "Ask for two nights"}),
    ("look_again:2", "feedback you gave Dr. Reyes", {"came_of": "Twice"}),
    ("my_stage:new", "a new stage of yours", {"stage": "Junior faculty"}),
    ("my_stage:3", "your stage “Fellow", {"note": "Two years left"}),
])
def test_what_was_being_written_is_gone_on_with(
    qtbot: QtBot, qapp: QApplication, sample_file: Path, tmp_path: Path, key: str, about: str,
    values: dict[str, object],
) -> None:
    clock.set_as_of(DAY)
    path = build.copy(sample_file, tmp_path / "mine.mentorjournal")
    with closing(Journal(path)) as before:
        assert drafts.keep(before, key, values)
    window = start(qtbot, path, tmp_path / "scratch")
    qtbot.waitUntil(lambda: about in sentence(window))
    shown: list[dict[str, object]] = []

    def read_form(form: FormDialog) -> None:
        qtbot.waitUntil(lambda: values.items() <= form.field_values().items())
        shown.append(form.field_values())
        form.put_aside()

    with answering(read_form):
        act(window)
    assert shown


def test_the_menu_of_a_mentee_notes_feedback(window: MainWindow) -> None:
    window.open_person(mentee(window))
    head = window.panes["person"].head
    entry = next(one for one in head.menu.actions() if one.data() == "given")
    assert entry.isVisible()
    with answering(lambda form: form.reject()):
        entry.trigger()
    assert window.current_pane() == "passing_on"
    window.open_person(next(one.person.id for one in people.everybody(journal(window), DAY)
                            if one.person.is_active))
    assert not entry.isVisible()


def test_the_question_goes_when_its_stage_is_taken_back(window: MainWindow) -> None:
    def fill(form: StageForm) -> None:
        assert "then ends the day before" in read(form)
        assert "better words" not in read(form)  # nothing was changed in About me
        form.field("stage").setText("Junior faculty")
        form.field("started").set_day(DAY + timedelta(1))
        assert not form.validate()
        assert "A stage is noted once it has begun; that day is still to come." in read(form)
        form.field("started").set_day(DAY)
        form.accept()

    with answering(fill):
        pane(window).stage_add_wanted.emit()
    assert sentence(window).startswith("You are “Junior faculty” now.")
    trigger(window, "undo")
    assert "Junior faculty" not in sentence(window)
    assert me.get(journal(window)).stage != "Junior faculty"


def test_new_words_taken_back_are_no_new_stage(window: MainWindow) -> None:
    def about(form: QDialog) -> None:
        form.field("stage").setText("Junior faculty")
        form.accept()

    with answering(about):
        trigger(window, "about_me")
    assert sentence(window).startswith("“Junior faculty”")
    trigger(window, "undo")
    assert "Junior faculty" not in sentence(window)


def test_a_stage_of_a_day_to_come_is_refused(window: MainWindow) -> None:
    with pytest.raises(JournalError, match="still to come"):
        stages.begin(journal(window), {"stage": "Junior faculty", "started": DAY + timedelta(1)},
                     as_of=DAY)
    assert me.get(journal(window)).stage != "Junior faculty"
    newest = stages.every(journal(window))[0]
    with pytest.raises(JournalError, match="still to come"):
        stages.edit(journal(window), newest.id, {"started": DAY + timedelta(1)}, as_of=DAY)


def test_without_a_plan_the_heading_asks_for_one(window: MainWindow) -> None:
    whom = mentee(window, 1)
    meetings.add(journal(window), {
        "person_id": whom, "starts_at": datetime(2026, 5, 20, 9), "planned_minutes": 30})
    window.prepare_meeting(whom)
    said = shown(window.panes["meetings"].side.carry_in)
    assert "to try" in said and "wanted to try" not in said
    assert window.panes["meetings"].page.head.chip.text() == "You mentor them"
