"""The forms for accomplishments and for giving credit."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import accomplishments, drafts, goals
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.ui.dialogs.accomplishment import AccomplishmentForm
from mentorjournal.ui.dialogs.credit import CreditForm

MAY = date(2026, 5, 1)


@pytest.fixture(autouse=True)
def _today() -> None:
    clock.set_as_of(build.SAMPLE_DAY)


def test_what_is_shown_is_what_is_saved(qtbot: QtBot, journal: Journal) -> None:
    ann, bo = build.add_person(journal, "Ann"), build.add_person(journal, "Bo")
    goal = goals.add(journal, {"text": "Paper 1", "status": "done"})
    values = {"title": "Poster", "date": MAY, "result": "Four wrote", "number": 212.5,
              "unit": "discharges", "goal_id": goal}
    parts = [{"person_id": ann, "part": "contributor", "credited_on": MAY, "credited_how": "Named"},
             {"person_id": bo, "part": "witness", "credited_on": None, "credited_how": None}]
    made = accomplishments.add(journal, values, parts)
    one = AccomplishmentForm(journal, achieved=accomplishments.get(journal, made))
    qtbot.addWidget(one)
    assert one.values() == {**values, "contributors": parts}


def test_contributors_are_added_and_taken_out(qtbot: QtBot, journal: Journal) -> None:
    ann, bo = build.add_person(journal, "Ann"), build.add_person(journal, "Bo")
    one = AccomplishmentForm(journal, [ann])
    qtbot.addWidget(one)
    one.show()
    people = one.field("contributors")
    people.choice.choose(bo)
    people.choice.pick()
    people.rows[bo].how.setText("Co-author")
    people.rows[bo].day.set_day(MAY)
    people.rows[ann].drop.click()
    assert one.focusWidget() is people.choice and people.choice.currentText() == ""
    assert one.values()["contributors"] == [
        {"person_id": bo, "part": "contributor", "credited_on": MAY, "credited_how": "Co-author"}]


@pytest.mark.parametrize(("number", "taken"), [("212", 212.0), ("1,5", 1.5), ("", None)])
def test_numbers_are_taken_as_they_are_written(
    qtbot: QtBot, journal: Journal, number: str, taken: float | None
) -> None:
    one = AccomplishmentForm(journal)
    qtbot.addWidget(one)
    one.field("title").setText("Poster")
    one.field("number").setText(number)
    assert one.ok_button().isEnabled() and one.values()["number"] == taken


@pytest.mark.parametrize("number", ["many", "nan", "inf", "1e300"])
def test_what_is_no_number_is_refused(qtbot: QtBot, journal: Journal, number: str) -> None:
    one = AccomplishmentForm(journal)
    qtbot.addWidget(one)
    one.field("title").setText("Poster")
    one.field("number").setText(number)
    assert not one.ok_button().isEnabled()


def test_a_title_is_needed(qtbot: QtBot, journal: Journal) -> None:
    one = AccomplishmentForm(journal)
    qtbot.addWidget(one)
    assert not one.ok_button().isEnabled()


def test_a_draft_brings_the_contributors_back(qtbot: QtBot, journal: Journal) -> None:
    ann = build.add_person(journal, "Ann")
    one = AccomplishmentForm(journal, [ann])
    qtbot.addWidget(one)
    one.keep_draft(journal, "accomplishment:new")
    one.field("title").setText("Poster")
    one.field("contributors").rows[ann].how.setText("Named")
    one.put_aside()
    assert list(drafts.every(journal)) == ["accomplishment:new"]
    again = AccomplishmentForm(journal)
    qtbot.addWidget(again)
    again.keep_draft(journal, "accomplishment:new")
    again.take_up_draft()
    assert again.values()["title"] == "Poster"
    assert again.values()["contributors"][0]["credited_how"] == "Named"


def test_credit_says_how_and_when(qtbot: QtBot, journal: Journal) -> None:
    ann = build.add_person(journal)
    made = accomplishments.add(journal, {"title": "Award"}, [{"person_id": ann}])
    [part] = accomplishments.get(journal, made).credits
    one = CreditForm(journal, part)
    qtbot.addWidget(one)
    assert not one.ok_button().isEnabled()
    one.field("how").setText("On the slide")
    assert one.values() == {
        "on": build.SAMPLE_DAY, "how": "On the slide", "kind": "credit_in_talk"}
    one.thank.setChecked(False)
    assert one.values()["kind"] is None
