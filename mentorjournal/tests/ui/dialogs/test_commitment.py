"""The small forms about hours: a commitment, other hours, its end, and the hours I can give."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import commitments, me
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.journal.verb_cases_hours import called
from mentorjournal.tests.windows import read
from mentorjournal.ui.dialogs.commitment import (
    CapacityForm,
    CommitmentForm,
    HoursFromForm,
    OverForm,
)
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.form_dialog import FormDialog

DAY = build.SAMPLE_DAY


@pytest.fixture(autouse=True)
def _today() -> None:
    clock.set_as_of(DAY)


def up(made: FormDialog, qtbot: QtBot) -> FormDialog:
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_shown_is_what_is_kept(sample_journal: Journal, qtbot: QtBot) -> None:
    for title in ("ICU recovery", "Fellows' simulation", "Journal club", "K12", "Manuscript"):
        one = commitments.get(sample_journal, called(sample_journal, title))
        found = up(CommitmentForm(sample_journal, one), qtbot).values()
        assert found.pop("changes") == ()
        assert found == {key: getattr(one, key) for key in found}


def test_a_new_one_needs_only_its_title(journal: Journal, qtbot: QtBot) -> None:
    made = up(CommitmentForm(journal), qtbot)
    assert not made.ok_button().isEnabled()
    made.field("title").setText("Journal club")
    found = made.values()
    assert found["decision"] == "accepted" and found["since"] == DAY
    made.field("last").set_day(DAY - timedelta(1))
    assert "That is before it began." in read(made)
    made.field("title").setText("x" * 301)
    assert "too long" in read(made)


def test_changed_hours_are_told_beside_those_it_began_with(
    sample_journal: Journal, qtbot: QtBot
) -> None:
    key = called(sample_journal, "Journal club")
    commitments.change_hours(sample_journal, key, 2.5, DAY)
    made = up(CommitmentForm(sample_journal, commitments.get(sample_journal, key)), qtbot)
    assert made.values()["hours_per_week"] == 1.0 and "2.5 h today" in read(made)
    line, = made.steps.lines()
    assert made.values()["changes"] == ((DAY, 2.5),) and line.isVisible()
    line.hours.setValue(2.0)
    line.day.set_day(DAY - timedelta(9))
    assert made.values()["changes"] == ((DAY - timedelta(9), 2.0),)
    line.day.set_day(date(2025, 7, 1))
    assert "Other hours begin after the first day" in read(made)
    line.hours.setValue(200)
    line.day.set_day(DAY)
    assert "A week has 168 hours." in read(made) and not made.ok_button().isEnabled()
    qtbot.mouseClick(line.findChild(IconButton), Qt.MouseButton.LeftButton)
    assert made.values()["changes"] == () and made.ok_button().isEnabled()


def test_what_was_noted_of_the_hours_i_can_give_is_corrected_and_removed(
    sample_journal: Journal, qtbot: QtBot
) -> None:
    for hours, days in ((14.0, -30), (10.0, -10)):
        commitments.set_capacity(sample_journal, hours, DAY + timedelta(days), DAY)
    made = up(CapacityForm(sample_journal), qtbot)
    assert made.hours.value() == 10.0
    before, first, second = made.steps.lines()
    assert before.day is None and not before.findChildren(IconButton)  # the beginning stays
    first.day.set_day(second.day.day())
    assert "Two of them begin on the same day." in read(made)
    first.day.set_day(DAY - timedelta(20))
    qtbot.mouseClick(second.findChild(IconButton), Qt.MouseButton.LeftButton)
    assert made.hours.value() == 14.0  # as the list says now
    found = made.values()
    assert found["noted"] == ((None, 12.0), (DAY - timedelta(20), 14.0))
    commitments.set_capacity(sample_journal, found["hours"], found["since"], DAY,
                             noted=found["noted"])
    assert me.capacities(sample_journal) == list(found["noted"])  # and nothing twice


def test_other_hours_are_not_for_when_it_is_over(sample_journal: Journal, qtbot: QtBot) -> None:
    one = commitments.get(sample_journal, called(sample_journal, "K12"))
    made = up(HoursFromForm(one, 3.0), qtbot)
    assert made.values() == {"hours": 3.0, "since": DAY}
    made.field("since").set_day(one.until)
    assert not made.ok_button().isEnabled() and "over by that day" in read(made)


def test_it_is_over_today_unless_said(sample_journal: Journal, qtbot: QtBot) -> None:
    one = commitments.get(sample_journal, called(sample_journal, "Journal club"))
    made = up(OverForm(one), qtbot)
    assert made.values() == {"until": DAY, "how": "done"}
    assert made.field("last").day() == DAY - timedelta(1) and "Last day" in read(made)
    made.field("last").set_day(one.since - timedelta(2))
    assert not made.ok_button().isEnabled()


def test_hours_i_can_give(sample_journal: Journal, journal: Journal, qtbot: QtBot) -> None:
    made = up(CapacityForm(sample_journal), qtbot)
    assert made.values() == {"hours": 12.0, "since": DAY, "noted": ()}
    made.field("hours").setValue(0)  # nothing at all, as on leave
    assert made.ok_button().isEnabled()
    commitments.set_capacity(sample_journal, 20.0, DAY + timedelta(35), DAY)
    made = up(CapacityForm(sample_journal), qtbot)
    assert "Noted so far" in read(made) and "Before that" in read(made)
    assert made.values()["noted"] == ((None, 12.0), (DAY + timedelta(35), 20.0))
    first = up(CapacityForm(journal), qtbot)
    assert not first.ok_button().isEnabled()
    first.field("hours").setValue(1.25)
    assert first.ok_button().isEnabled() and first.values()["hours"] == 1.25
    assert first.field("hours").text() == "1.25 h"
