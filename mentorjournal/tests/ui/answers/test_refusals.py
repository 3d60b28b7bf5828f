"""When the journal refuses, a form stays open with what was typed in it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.ui.answers.trying import taking
from mentorjournal.ui.dialogs.person import PersonDialog


def test_a_refused_person_stays_in_the_form(
    qtbot: QtBot, sample_journal: Journal, tmp_path: Path
) -> None:
    before = build.dump(sample_journal)
    sample_journal.read().exec_driver_sql("PRAGMA query_only = ON")
    form = PersonDialog(
        None, sample_journal, Settings(tmp_path / "settings.json"), {"name": "Dr. Late Idea"}
    )
    qtbot.addWidget(form)
    form.take = taking(lambda values: people.add(sample_journal, {"name": values["name"]}))
    form.show()
    form.ok_button().click()
    assert form.isVisible()
    assert "Nothing was changed" in form._says.text()
    assert form.field("name").text() == "Dr. Late Idea"
    sample_journal.read().exec_driver_sql("PRAGMA query_only = OFF")
    form.ok_button().click()
    assert not form.isVisible()
    assert build.dump(sample_journal) != before
