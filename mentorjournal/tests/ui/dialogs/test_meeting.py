"""The form for a new meeting and for another time."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import meetings
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.meeting import MeetingForm

TODAY = date(2026, 5, 15)  # a Friday


@pytest.fixture
def journal(journal: Journal, qapp: object) -> Journal:
    clock.set_as_of(TODAY)
    return journal


def opened(
    journal: Journal, qtbot: QtBot, person_id: int | None = None, meeting_id: int | None = None
) -> MeetingForm:
    which = meetings.get(journal, meeting_id) if meeting_id else None
    form = MeetingForm(journal, person_id, which)
    qtbot.addWidget(form)
    form.show()
    return form


def test_it_needs_somebody(journal: Journal, qtbot: QtBot) -> None:
    build.add_person(journal, "Prof. Amara Okafor")
    form = opened(journal, qtbot)
    assert not form.ok_button().isEnabled()
    form.person.setCurrentText("Nobody I know")
    assert not form.ok_button().isEnabled()
    form.person.setCurrentText("prof. amara okafor")
    assert form.ok_button().isEnabled()


def test_fields_in_a_row_are_of_one_height(journal: Journal, qtbot: QtBot) -> None:
    theme.apply(QApplication.instance(), "light")  # heights are those of the style sheet
    form = opened(journal, qtbot)
    row = (form.minutes.presets, form.minutes.number, form.mode, form.purpose, form.place)
    assert len({field.height() for field in row}) == 1


def test_a_part_of_the_name_finds_the_person(journal: Journal, qtbot: QtBot) -> None:
    okafor = build.add_person(journal, "Prof. Amara Okafor")
    build.add_person(journal, "Dr Jonas Weber")
    form = opened(journal, qtbot)
    qtbot.keyClicks(form.person.lineEdit(), "kaf")
    completer = form.person.completer()
    assert [completer.currentCompletion(), completer.completionCount()] == [
        "Prof. Amara Okafor", 1]
    completer.activated.emit(completer.currentCompletion())
    form.person.setCurrentText(completer.currentCompletion())
    assert form.values()["person_id"] == okafor


def test_a_part_that_fits_one_name_is_written_out_on_the_way_on(
    journal: Journal, qtbot: QtBot
) -> None:
    okafor = build.add_person(journal, "Prof. Amara Okafor")
    build.add_person(journal, "Prof. Jonas Weber")
    form = opened(journal, qtbot)
    line = form.person.lineEdit()
    qtbot.keyClicks(line, "prof")
    line.editingFinished.emit()
    assert line.text() == "prof" and not form.ok_button().isEnabled()
    line.setText("oka")
    line.editingFinished.emit()
    assert line.text() == "Prof. Amara Okafor"
    assert form.values()["person_id"] == okafor


def test_what_is_usual_comes_from_the_person(journal: Journal, qtbot: QtBot) -> None:
    okafor = build.add_person(
        journal, "Okafor", channel="in_person", usual_place="Room 4.12",
        usual_link="https://example.org/a")
    weber = build.add_person(journal, "Weber", usual_link="https://example.org/w")
    form = opened(journal, qtbot, okafor)
    assert (form.place.text(), form.link.text()) == ("Room 4.12", "")
    form.mode.button("video").click()
    assert (form.place.text(), form.link.text()) == ("", "https://example.org/a")
    form.person.choose(weber)
    assert form.mode.current() == "video"
    assert form.link.text() == "https://example.org/w"
    form.link.setText("my own")
    form.person.choose(okafor)
    assert form.link.text() == "my own"


def test_values_are_those_of_a_meeting(journal: Journal, qtbot: QtBot) -> None:
    okafor = build.add_person(journal, "Okafor")
    form = opened(journal, qtbot, okafor)
    assert form.day.day() == date(2026, 5, 22)
    form.day.set_day(date(2026, 6, 1))
    form.time.set_moment(time(15, 30))
    qtbot.mouseClick(form.minutes.presets.button("45"), Qt.MouseButton.LeftButton)
    values = form.values()
    assert values["starts_at"] == datetime(2026, 6, 1, 15, 30)
    assert values["planned_minutes"] == 45
    meeting_id = meetings.add(journal, values)
    assert meetings.get(journal, meeting_id).ends_at == datetime(2026, 6, 1, 16, 15)


def test_minutes_other_than_the_usual_ones(journal: Journal, qtbot: QtBot) -> None:
    form = opened(journal, qtbot, build.add_person(journal))
    form.minutes.number.setValue(50)
    assert form.minutes.presets.current() == ""
    assert form.values()["planned_minutes"] == 50
    form.minutes.number.setValue(60)
    assert form.minutes.presets.current() == "60"


def test_an_end_after_midnight_is_said(journal: Journal, qtbot: QtBot) -> None:
    form = opened(journal, qtbot, build.add_person(journal))
    form.time.set_moment(time(23, 45))
    assert form._fields["minutes"].says.text() == "Until 00:15, Sat 23 May"


def test_a_day_in_the_past_is_offered_as_held(journal: Journal, qtbot: QtBot) -> None:
    form = opened(journal, qtbot, build.add_person(journal))
    assert form.held.isHidden()
    form.day.set_day(date(2026, 5, 1))
    assert form.held.isVisible()
    assert form.held.isChecked()
    assert form.ok_button().text() == "Note it"
    assert form.values()["status"] == "held"
    form.held.setChecked(False)
    assert "status" not in form.values()
    form.day.set_day(date(2026, 5, 20))
    assert form.held.isHidden()
    assert form.ok_button().text() == "Arrange"


def test_moving_shows_the_meeting_and_refuses_the_past(journal: Journal, qtbot: QtBot) -> None:
    okafor = build.add_person(journal, "Prof. Amara Okafor")
    which = build.add_meeting(journal, okafor, place="Room 4.12", mode="in_person")
    form = opened(journal, qtbot, meeting_id=which)
    assert form.windowTitle() == "Move the meeting with Prof. Okafor"
    assert form.values() == {
        "starts_at": datetime(2026, 5, 19, 10), "planned_minutes": 45, "mode": "in_person",
        "purpose": "regular", "place": "Room 4.12", "link": None,
    }
    form.day.set_day(date(2026, 5, 1))
    assert not form.ok_button().isEnabled()
    form.day.set_day(date(2026, 5, 20))
    assert form.ok_button().isEnabled()


def test_any_name_can_be_chosen(journal: Journal, qtbot: QtBot) -> None:
    ids = [build.add_person(journal, name) for name in build.NAUGHTY]
    form = opened(journal, qtbot)
    for someone in ids:
        form.person.choose(someone)
        assert form.values()["person_id"] == someone


def test_namesakes_are_told_apart_by_what_one_knows(journal: Journal, qtbot: QtBot) -> None:
    build.add_person(journal, "Prof. Ada Lovelace")
    second = build.add_person(journal, "Prof. Ada Lovelace", department="Cardiology")
    form = opened(journal, qtbot)
    form.person.setCurrentText("prof. ada lovelace")
    assert not form.ok_button().isEnabled()  # it could be either
    form.person.setCurrentText("Prof. Ada Lovelace (Cardiology)")
    assert form.ok_button().isEnabled()
    assert form.values()["person_id"] == second
