"""The small forms about hours: a commitment, other hours, its end, and the hours I can give."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import commitments
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
    assert made.values() == {"hours": 12.0, "since": DAY}
    made.field("hours").setValue(0)  # nothing at all, as on leave
    assert made.ok_button().isEnabled()
    commitments.set_capacity(sample_journal, 20.0, DAY + timedelta(35), DAY)
    assert "noted from 19 June on" in read(up(CapacityForm(sample_journal), qtbot))
    first = up(CapacityForm(journal), qtbot)
    assert not first.ok_button().isEnabled()
    first.field("hours").setValue(1.25)
    assert first.ok_button().isEnabled() and first.values()["hours"] == 1.25
    assert first.field("hours").text() == "1.25 h"
