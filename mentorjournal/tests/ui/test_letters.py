"""Any script can be read in the window: its font is there before anybody asks the system."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.documents import fontfiles, fontloading
from mentorjournal.journal import agenda, people
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.windows import answering, start, trigger
from mentorjournal.ui.letters import show_letters

LAO, KHMER, ORIYA, SINHALA = "ກ", "ក", "କ", "ක"


@pytest.fixture(autouse=True)
def _nothing_known(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fontloading, "_known", set())


def is_known(char: str) -> bool:
    return fontfiles.family_of(char).name in fontloading._known


def test_what_a_journal_holds_and_what_is_written_can_be_read(
    qtbot: QtBot, empty_file: Path, tmp_path: Path
) -> None:
    mine = build.copy(empty_file, tmp_path / "mine.mentorjournal")
    journal = Journal(mine)
    which = build.add_meeting(journal, build.add_person(journal, f"Dr {LAO}"))
    agenda.add_item(journal, which, {"title": KHMER})
    journal.close()
    window = start(qtbot, mine, tmp_path / "scratch")
    assert is_known(LAO)
    qtbot.waitUntil(lambda: is_known(KHMER))
    assert not is_known(ORIYA)
    people.edit(window.journal, 1, {"my_ask": ORIYA})
    assert is_known(ORIYA)
    with answering(lambda form: form.field("institution").insert(SINHALA)):
        trigger(window, "about_me")
    assert is_known(SINHALA)


def test_letters_of_the_window_itself_need_nothing(qtbot: QtBot) -> None:
    show_letters(set("Ångström “Ánh” Борис Ελένη"))
    assert fontloading._known == set()
