"""Postponing with a kind note, and cancelling."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import me, meetings, people
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.ui.dialogs.call_off import CancelForm, PostponeForm

TODAY = date(2026, 5, 15)


@pytest.fixture
def journal(journal: Journal, qapp: object) -> Journal:
    clock.set_as_of(TODAY)  # nine in the morning
    me.edit(journal, {"name": "Dr Noor Haddad"})
    build.add_person(journal, "Prof. Amara Okafor", pronouns="she/her")
    return journal


def hours_ahead(journal: Journal, hours: int, minutes: int = 45) -> int:
    begins = clock.now().astimezone(UTC).replace(tzinfo=None) + timedelta(hours=hours)
    return build.add_meeting(journal, 1, begins.isoformat(timespec="minutes"), minutes)


def postponing(journal: Journal, qtbot: QtBot, meeting_id: int) -> PostponeForm:
    form = PostponeForm(me.get(journal), people.get(journal, 1), meetings.get(journal, meeting_id))
    qtbot.addWidget(form)
    form.show()
    return form


def cancelling(journal: Journal, qtbot: QtBot, meeting_id: int) -> CancelForm:
    form = CancelForm(people.get(journal, 1), meetings.get(journal, meeting_id))
    qtbot.addWidget(form)
    form.show()
    return form


def test_a_box_to_tick_is_no_wider_than_its_words(journal: Journal, qtbot: QtBot) -> None:
    form = postponing(journal, qtbot, hours_ahead(journal, 96))
    assert form.focusWidget() is form.agreed
    assert form.agreed.width() == form.agreed.sizeHint().width() < form.width() / 2


def test_the_note_is_kind_and_ready(journal: Journal, qtbot: QtBot) -> None:
    form = postponing(journal, qtbot, hours_ahead(journal, 96))
    values = form.values()
    assert values["note"].startswith("Dear Prof. Okafor,")
    assert values["note"].endswith("Dr Noor Haddad")
    assert values["to"] is None
    assert values["notice_hours"] == 96
    assert values["by"] == "me"
    assert values["save_note"] is False
    assert form.advice.isHidden()
    qtbot.mouseClick(form.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == values["note"]


def test_a_new_time_must_be_another_and_to_come(journal: Journal, qtbot: QtBot) -> None:
    which = hours_ahead(journal, 96)
    form = postponing(journal, qtbot, which)
    assert not form.day.isEnabled()
    form.agreed.setChecked(True)
    assert form.day.isEnabled()
    form.day.set_day(date(2026, 5, 1))
    assert not form.ok_button().isEnabled()
    old = meetings.get(journal, which).starts_at
    form.day.set_day(old.date())
    form.time.set_moment(old.time())
    assert not form.ok_button().isEnabled()
    form.day.set_day(date(2026, 6, 2))
    form.time.set_moment(time(11))
    assert form.ok_button().isEnabled()
    values = form.values()
    assert values["to"] == datetime(2026, 6, 2, 11)
    new = meetings.postpone(
        journal, which, values["to"], by=values["by"], why=values["why"],
        notice_hours=values["notice_hours"])
    assert meetings.get(journal, which).notice_hours == 96
    assert meetings.get(journal, new).starts_at == datetime(2026, 6, 2, 11)


def test_below_a_day_shortening_is_suggested_gently(journal: Journal, qtbot: QtBot) -> None:
    form = cancelling(journal, qtbot, hours_ahead(journal, 5))
    assert form.notice.value() == 5
    assert form.advice.isVisible()
    assert form.ok_button().isEnabled()  # suggested, never forced
    form.by.button("mentor").click()
    assert form.advice.isHidden()  # their calling off is theirs
    form.by.button("me").click()
    qtbot.mouseClick(form.advice.button(), Qt.MouseButton.LeftButton)
    assert form.result() == form.DialogCode.Accepted
    assert form.values() == {"shorten": 15}


def test_a_day_of_notice_is_enough(journal: Journal, qtbot: QtBot) -> None:
    form = cancelling(journal, qtbot, hours_ahead(journal, 24))
    assert form.advice.isHidden()
    form.notice.setValue(23)
    assert form.advice.isVisible()


def test_a_short_meeting_is_not_shortened(journal: Journal, qtbot: QtBot) -> None:
    form = cancelling(journal, qtbot, hours_ahead(journal, 5, minutes=15))
    assert form.advice.isVisible()
    assert form.advice.button().isHidden()


def test_cancelling_says_who_and_why(journal: Journal, qtbot: QtBot) -> None:
    form = cancelling(journal, qtbot, hours_ahead(journal, 96))
    assert form.by.button("mentor").text() == "She did"
    form.by.button("mentor").click()
    qtbot.keyClicks(form.why, "She is ill")
    assert form.values() == {"by": "mentor", "why": "She is ill", "notice_hours": 96.0}


def test_no_note_of_mine_when_they_asked(journal: Journal, qtbot: QtBot) -> None:
    form = postponing(journal, qtbot, hours_ahead(journal, 96))
    form.save.setChecked(True)
    form.by.button("mentor").click()
    assert not form.note.isEnabled()
    assert (form.values()["note"], form.values()["save_note"]) == ("", False)
    form.by.button("me").click()
    assert form.values()["save_note"] is True


def test_a_meeting_that_has_begun_has_no_notice(journal: Journal, qtbot: QtBot) -> None:
    form = cancelling(journal, qtbot, hours_ahead(journal, -2))
    assert form.values()["notice_hours"] == 0
