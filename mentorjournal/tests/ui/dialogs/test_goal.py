"""The forms about goals: what they show and give, the five by presence, and asking about a change.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import drafts, goal_people, goal_steps, goals, needs
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.ui.dialogs.goal import GoalForm
from mentorjournal.ui.dialogs.goal_history import GoalHistory
from mentorjournal.ui.dialogs.goal_parts import (
    GapForm,
    HelpersForm,
    PartForm,
    ProgressForm,
    StepForm,
)
from mentorjournal.ui.widgets.form_dialog import FormDialog

DAY = build.SAMPLE_DAY


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    clock.set_as_of(DAY)
    yield
    clock.set_as_of(None)


def new(qtbot: QtBot, journal: Journal, **begins: Any) -> GoalForm:
    form = GoalForm(journal, None, begins)
    qtbot.addWidget(form)
    form.show()
    return form


def of(qtbot: QtBot, journal: Journal, key: int) -> GoalForm:
    form = GoalForm(journal, goals.get(journal, key), {})
    qtbot.addWidget(form)
    form.show()
    return form


def write(form: FormDialog, key: str, text: str) -> None:
    field: Any = form.field(key)
    (field.setPlainText if hasattr(field, "setPlainText") else field.setText)(text)


def test_only_the_text_is_needed(qtbot: QtBot, journal: Journal) -> None:
    form = new(qtbot, journal)
    assert not form.ok_button().isEnabled()
    write(form, "text", "Learn to say no")
    assert form.ok_button().isEnabled()
    values = form.values()
    key = goals.add(journal, values.pop("values"), **values)
    kept = goals.get(journal, key)
    assert (kept.text, kept.horizon, kept.started_on) == ("Learn to say no", None, DAY)
    assert goals.open_gaps(journal, key) == [] and goals.helpers(journal, key) == ()


def test_everything_that_is_said_is_kept_and_shown_again(qtbot: QtBot, journal: Journal) -> None:
    ann = build.add_person(journal, "Ann Lee")
    need = needs.add(journal, {"text": "Trial design"})
    form = new(qtbot, journal, need_id=need, text="Trial design", domain="research")
    assert form.field("text").toPlainText() == "Trial design"
    form.field("horizon").set_current("1y")
    form.field("due").set_day(date(2026, 12, 31))
    for key, text in (("measure", "80 followed"), ("measure_value", "52,5"),
                      ("measure_target", "80"), ("why", "Nobody asks"), ("mentor_part", "Reads"),
                      ("gaps", "Forms\n\nMoney"), ("first_step", "Train them")):
        write(form, key, text)
    form.people.take(ann)
    values = form.values()
    key = goals.add(journal, values.pop("values"), **values)
    kept = goals.get(journal, key)
    assert (kept.need_id, kept.domain, kept.horizon, kept.due, kept.measure_value,
            kept.measure_target) == (need, "research", "1y", date(2026, 12, 31), 52.5, 80.0)
    assert goals.open_gaps(journal, key) == ["Forms", "Money"]
    again = of(qtbot, journal, key).values()
    assert again["values"] == {name: getattr(kept, name) for name in again["values"]}
    assert again["gaps"] == ["Forms", "Money"] and again["person_ids"] == (ann,)


def test_saving_what_is_shown_changes_nothing(qtbot: QtBot, sample_journal: Journal) -> None:
    for one in goals.active(sample_journal):
        before = build.dump(sample_journal)
        values = of(qtbot, sample_journal, one.id).values()
        goals.edit(sample_journal, one.id, values.pop("values"), **values)
        assert build.dump(sample_journal) == before, one.text


def test_the_five_are_counted_by_presence_as_one_writes(qtbot: QtBot, journal: Journal) -> None:
    """TIPS A4.2: adding a date raises the count."""
    form = new(qtbot, journal)
    assert form.five.text().startswith("0 of 5 parts are there: no words, no measure")
    write(form, "text", "x")
    assert form.five.text() == (
        "1 of 5 parts are there: no measure, no day, no reason and no next step yet")
    form.field("due").set_day(DAY)
    assert form.five.text().startswith("2 of 5")
    write(form, "measure_target", "80")
    write(form, "why", "y")
    write(form, "first_step", "z")
    assert form.five.text().startswith("All five parts are there")


def test_nothing_is_red_before_something_was_written_or_saved(
    qtbot: QtBot, journal: Journal
) -> None:
    form = new(qtbot, journal)
    form.activateWindow()
    form.field("text").setFocus()
    said = form._fields["text"].says
    qtbot.keyClick(form.field("text"), Qt.Key.Key_Tab)  # only passed
    assert not said.isVisible() and form._says.text() == "Say what you want to reach."
    write(form, "text", "x")
    write(form, "text", "")
    assert said.isVisible() and said.text() == "Say what you want to reach."
    again = new(qtbot, journal)
    qtbot.keyClick(again, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert again.isVisible() and again._fields["text"].says.text() == "Say what you want to reach."


def test_a_step_can_begin_with_who_helps(qtbot: QtBot, sample_journal: Journal) -> None:
    form = StepForm(sample_journal, 1, at="helper")
    qtbot.addWidget(form)
    form.show()
    assert form.isAncestorOf(form.focusWidget())
    assert form.field("helper") in (form.focusWidget(), form.focusWidget().parentWidget())


def test_a_change_is_asked_about_only_when_there_is_one(qtbot: QtBot, journal: Journal) -> None:
    ann = build.add_person(journal, "Ann Lee")
    key = goals.add(journal, {"text": "80 to 12 months", "measure": "enrolled"})
    form = of(qtbot, journal, key)
    assert not form.field("change").isVisible() and not form.field("person_id").isVisible()
    write(form, "why", "Because")
    assert not form.field("change").isVisible() and "change" not in form.values()
    write(form, "text", "80 to 6 months")
    assert form.field("change").isVisible() and form.field("person_id").isVisible()
    asked, below = form.field("change"), form.field("gaps")
    assert asked.mapTo(form, asked.rect().topLeft()).y() < below.mapTo(
        form, below.rect().topLeft()).y()
    write(form, "change", "Six are enough")
    form.field("person_id").take(ann)
    values = form.values()
    goals.edit(journal, key, values.pop("values"), **values)
    (kept,) = goals.versions(journal, key)
    assert (kept.text, kept.change, kept.person_id) == (
        "80 to 12 months", "Six are enough", ann)
    write(form, "text", "80 to 12 months")
    assert not form.field("change").isVisible()


@pytest.mark.parametrize(("key", "text", "sentence"), [
    ("measure_target", "eighty", "Write a number, such as 80 or 1.5."),
    ("measure_value", "1e99", "Write a number, such as 80 or 1.5."),
    ("measure_target", "0",
     "Count upwards: a number above 0 to reach, such as how many are done."),
])
def test_what_is_wrong_is_said_and_stays(
    qtbot: QtBot, journal: Journal, key: str, text: str, sentence: str
) -> None:
    form = new(qtbot, journal, text="G")
    write(form, key, text)
    assert not form.ok_button().isEnabled()
    assert any(one.text() == sentence for one in form.findChildren(QLabel))
    assert form.field_values()[key] == text


def test_somebody_unknown_is_told_of(qtbot: QtBot, journal: Journal) -> None:
    form = new(qtbot, journal, text="G")
    form.people.line.setText("Zed")
    assert form.check(form.field_values()) == {
        "person_ids": "Nobody in the journal is called “Zed”."}


def test_a_draft_keeps_what_was_typed(qtbot: QtBot, journal: Journal) -> None:
    form = new(qtbot, journal)
    form.keep_draft(journal, "goal:new")
    write(form, "text", "Half a goal")
    form.put_aside()
    (kept,) = drafts.left(journal, "goal:new").values()
    assert kept.values["text"] == "Half a goal"


def test_a_step_with_whose_it_is_and_who_helps(qtbot: QtBot, journal: Journal) -> None:
    ann = build.add_person(journal, "Ann Lee")
    goal = goals.add(journal, {"text": "G"})
    key = goal_steps.add(journal, goal, {"text": "Ask", "due": DAY})
    form = StepForm(journal, key)
    qtbot.addWidget(form)
    assert form.values() == {
        "text": "Ask", "owner": "me", "due": DAY, "done_on": None, "helper_id": None}
    form.field("owner").set_current("both")
    form.field("helper").take(ann)
    form.field("done_on").set_day(DAY + timedelta(1))
    assert form.check(form.field_values()) == {"done_on": "That day is still to come."}
    form.field("done_on").set_day(None)
    goal_steps.edit(journal, key, form.values())
    kept = goal_steps.get(journal, key)
    assert (kept.owner, kept.helper_id, kept.done_on) == ("both", ann, None)
    write(form, "text", "")
    assert "text" in form.check(form.field_values())


def test_how_far_it_is_and_on_which_day(qtbot: QtBot, journal: Journal) -> None:
    goal = goals.add(journal, {"text": "G", "measure_value": 52, "measure_target": 80})
    form = ProgressForm(journal, goal)
    qtbot.addWidget(form)
    assert form.values() == {"value": 52.0, "on": DAY}
    write(form, "value", "much")
    assert form.check(form.field_values()) == {"value": "Write a number, such as 52 or 1.5."}
    write(form, "value", "")
    form.field("on").set_value(DAY + timedelta(1))
    assert list(form.check(form.field_values())) == ["on"] and form.values()["value"] is None


def test_who_could_help_offers_only_the_others_and_names_who_fits_the_need(
    qtbot: QtBot, journal: Journal
) -> None:
    ann, bo = build.add_person(journal, "Ann Lee"), build.add_person(journal, "Bo Yi")
    need = needs.add(journal, {"text": "N"})
    needs.link_people(journal, need, [ann, bo])
    goal = goals.add(journal, {"text": "G", "need_id": need}, person_ids=[ann])
    form = HelpersForm(journal, goal)
    qtbot.addWidget(form)
    assert not form.ok_button().isEnabled()
    assert any("Linked to the need behind it: Bo Yi." in one.text()
               for one in form.findChildren(QLabel))
    form.field("person_ids").line.setText("Ann")
    assert "person_ids" in form.check(form.field_values())
    form.field("person_ids").line.setText("Bo")
    assert form.values() == {"person_ids": (bo,)}


def test_a_part_and_a_gap_are_worded(qtbot: QtBot, journal: Journal) -> None:
    ann = build.add_person(journal, "Ann Lee")
    goal = goals.add(journal, {"text": "G"}, gaps=["Forms"])
    goal_people.share(journal, goal, [ann], DAY)
    form = PartForm(journal, 1)
    qtbot.addWidget(form)
    assert form.values() == {"part": "", "shared_on": DAY}
    form.field("shared_on").set_day(DAY + timedelta(2))
    assert "shared_on" in form.check(form.field_values())
    gap = GapForm("Forms", 1)
    qtbot.addWidget(gap)
    write(gap, "text", " ")
    assert not gap.ok_button().isEnabled()


def test_how_a_goal_changed_shows_each_wording_with_its_reason(
    qtbot: QtBot, sample_journal: Journal
) -> None:
    one = next(one for one in goals.active(sample_journal) if "80 ICU" in one.text)
    history = GoalHistory(one, goals.versions(sample_journal, one.id), {1: "Ann <b>Lee</b>"})
    qtbot.addWidget(history)
    said = [each.text() for each in history.findChildren(QLabel)]
    places = [next(n for n, text in enumerate(said) if words in text) for words in (
        "80 ICU survivors followed to 6 months", "80 ICU survivors followed to 12 months",
        "Six months is enough", "120 ICU survivors and 60 controls", "Smaller and without")]
    assert places == sorted(places)
    assert any("Until Tue 21 Jan 2025" in text for text in said)
    assert any("Talked over with Ann <b>Lee</b>." in text for text in said)


def test_a_goal_that_never_changed_says_so(qtbot: QtBot, journal: Journal) -> None:
    goal = goals.get(journal, goals.add(journal, {"text": "G"}))
    history = GoalHistory(goal, [], {})
    qtbot.addWidget(history)
    assert any("It has not changed yet." in one.text() for one in history.findChildren(QLabel))
