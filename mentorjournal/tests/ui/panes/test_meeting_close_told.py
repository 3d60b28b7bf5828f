"""The close step of a meeting with somebody I mentor: the feedback there is mine."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import feedback, feedback_given, meetings
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.ui.panes.test_meeting_close import Host

AS_OF = build.SAMPLE_DAY


def test_with_somebody_i_mentor_the_feedback_is_mine(
    journal: Journal, tmp_path: Path, qtbot: QtBot
) -> None:
    clock.set_as_of(AS_OF)
    whose = build.add_person(journal, direction="mentee")
    met = build.add_meeting(journal, whose, "2026-05-12T16:00")
    host = Host(journal, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(host)
    host.show()
    step = host.close_step
    step.show_meeting(met)
    assert step.form.told.isVisible() and not step.form.heard.isVisible()
    line = step.form.told.add.edit
    assert line.placeholderText().startswith("What you told them")
    line.setFocus()
    qtbot.keyClicks(line, "You asked before you answered")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    (given,) = feedback_given.of_person(journal, whose)
    assert (given.behaviour, given.meeting_id, given.date) == (
        "You asked before you answered", met, meetings.get(journal, met).day)
    (row,) = step.form.told.rows()
    row.text.type_anew("You asked first")
    row.text.commit()
    assert feedback_given.get(journal, given.id).behaviour == "You asked first"
    feedback.hear(journal, whose, "Slower", AS_OF, meeting_id=met)
    assert step.form.heard.isVisible()  # what is noted the other way is not lost from sight
    row.drop.click()
    assert feedback_given.every(journal) == []
    journal.undo()
    assert [one.text.text() for one in step.form.told.rows()] == ["You asked first"]
