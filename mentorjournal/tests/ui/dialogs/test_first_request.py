"""The form of a first-meeting request: a letter that follows, counted, and never forced."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import first_request
from mentorjournal.mentoring.first_request import Asking
from mentorjournal.tests import build
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.first_request import RequestForm

NOTE = "Her paper on those who never return"
ASKING = Asking("Dr. Quist", "Amara Lindqvist", "fellow at Harrow Bay", NOTE)


def form(qtbot: QtBot, asking: Asking = ASKING, admired: str = NOTE, nudge: str = ""
         ) -> RequestForm:
    theme.apply(QApplication.instance(), "light")
    clock.set_as_of(build.SAMPLE_DAY)
    made = RequestForm("Dr. Quist", asking, admired, nudge)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_letter_follows_until_it_is_changed_by_hand(qtbot: QtBot) -> None:
    one = form(qtbot)
    assert one.text.text().startswith("Dear Dr. Quist,\n\nI am Amara Lindqvist, fellow at")
    one.field("why_you").type_anew("your paper on those who never return")
    one.field("about").type_anew("how you found them")
    assert "like to ask you about: how you found them." in one.text.text()
    assert one.again.isHidden()
    one.text.type_anew("Dear Dr. Quist,\n\nMay I ask you something?")
    one.field("about").type_anew("something else")
    assert "something else" not in one.text.text()
    assert one.count.text() == "1 sentence of at most 8"
    one.again.click()
    assert "something else" in one.text.text()


def test_sentences_are_counted_and_what_is_missing_is_named(qtbot: QtBot) -> None:
    one = form(qtbot)
    assert one.count.text() == "6 sentences of at most 8"
    assert one.gaps.text() == (
        "Still missing: the one thing you hope to ask about and when it could be.")
    one.field("about").type_anew("how you found them")
    one.field("slots").set_value(("2026-05-20T09:00", "", ""))
    assert one.gaps.isHidden()
    assert "on Wednesday 20 May at 09:00?" in one.text.text()
    one.text.type_anew("No. " * 9)
    assert "9 sentences; 8 are easier to answer" in one.count.text()
    assert one.count.property("tone") == "warn"
    assert one.ok_button().isEnabled()  # longer letters are written, too


def test_my_note_is_to_be_said_to_them(qtbot: QtBot) -> None:
    one = form(qtbot)
    assert "Say it to them" in one.field("why_you").accessibleDescription()
    one.field("why_you").type_anew("your paper")
    assert one.field("why_you").accessibleDescription() == ""


def test_the_assistant_takes_the_place_of_times(qtbot: QtBot) -> None:
    one = form(qtbot)
    one.field("slots").set_value(("2026-05-20T09:00", "", ""))
    one.field("when").button("assistant").click()
    assert one.field("slots").isHidden()
    assert "with your assistant?" in one.text.text()
    assert "20 May" not in one.text.text()


def test_times_that_passed_and_days_to_come_are_said(qtbot: QtBot) -> None:
    one = form(qtbot)
    one.field("slots").set_value(("2026-05-14T09:00", "", ""))
    assert not one.ok_button().isEnabled()
    assert "passed" in one.field("slots").accessibleDescription()
    one.field("when").button("assistant").click()
    assert one.ok_button().isEnabled()
    one.day.set_day(build.SAMPLE_DAY.replace(day=16))
    assert not one.ok_button().isEnabled()


def test_what_was_typed_is_a_draft_also_the_times(qtbot: QtBot, journal: Journal) -> None:
    one = form(qtbot)
    one.keep_draft(journal, "first-request:1")
    one.field("about").type_anew("how you found them")
    one.field("slots").set_value(("2026-05-20T09:00", "2026-05-21T16:30", ""))
    one.put_aside()
    again = form(qtbot)
    again.keep_draft(journal, "first-request:1")
    again.take_up_draft()
    assert again.field("about").text() == "how you found them"
    assert again.field("slots").value() == ("2026-05-20T09:00:00", "2026-05-21T16:30:00", "")
    assert "Thursday 21 May at 16:30" in again.text.text()


def test_copy_and_files(qtbot: QtBot, tmp_path: Path) -> None:
    one = form(qtbot)
    one.copy.click()
    assert QGuiApplication.clipboard().text() == one.text.text()
    seen: list[str] = []
    one.export = lambda text, suffix: seen.append(suffix) or f"letter{suffix} is written."
    for suffix, button in one.files.items():
        button.click()
        assert one.written.text() == f"letter{suffix} is written."
    assert seen == [".eml", ".txt"]


@pytest.mark.parametrize("words", build.NAUGHTY)
def test_any_words(qtbot: QtBot, words: str) -> None:
    one = form(qtbot)
    one.field("why_you").type_anew(words)
    one.field("about").type_anew(words)
    assert one.values()["text"] == first_request.draft(one.asking()).strip()


def test_the_nudge_is_a_letter_alone(qtbot: QtBot) -> None:
    text = first_request.nudge("Dr. Quist", "Amara", build.SAMPLE_DAY.replace(day=5))
    one = form(qtbot, nudge=text)
    assert one.text.text() == text
    assert one.gaps.isHidden()
    assert one.values() == {"text": text, "day": build.SAMPLE_DAY}


def test_nothing_lies_over_anything_when_the_letter_grows(qtbot: QtBot) -> None:
    one = form(qtbot)
    one.field("why_you").type_anew("your paper on those who never return " * 6)
    one.field("about").type_anew("how you found them " * 12)
    one.field("why_you").type_anew("your paper")
    qtbot.wait(50)
    letter, count = one.text, one.count
    assert letter.minimumHeight() == letter.maximumHeight() == letter.height()
    below = count.mapTo(one, count.rect().topLeft()).y()
    assert letter.mapTo(one, letter.rect().bottomLeft()).y() < below
