"""The follow-up note on the page of a past meeting: drafted, never overwritten, counted, sent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.exchange import follow_up_files
from mentorjournal.journal import meetings
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.prep_pane import heard, opened
from mentorjournal.ui.panes.meeting_note import FollowUpNote
from mentorjournal.ui.panes.meetings import MeetingsPane

SENT, UNSENT = 48, 50  # with a note, and without one a week after


@pytest.fixture
def pane(sample_journal: Journal, qtbot: QtBot, tmp_path: Path) -> MeetingsPane:
    return opened(sample_journal, Settings(tmp_path / "settings.json"), qtbot)


def note(pane: MeetingsPane, which: int) -> FollowUpNote:
    pane.show_meeting(which)
    return pane.page.follow_up


def test_a_draft_goes_into_an_empty_note_and_is_taken_back_in_one_step(
    pane: MeetingsPane, sample_journal: Journal
) -> None:
    part = note(pane, UNSENT)
    part.draft.click()
    whole = follow_up_files.first_draft(sample_journal, UNSENT, build.SAMPLE_DAY)
    assert part.text.text() == meetings.get(sample_journal, UNSENT).follow_up_text == whole
    assert part.count.text() == f"{len(whole.split())} of 200 words"
    assert not part._ask.isVisible()
    sample_journal.undo()
    assert part.text.text() == ""


@pytest.mark.parametrize(("button", "expected"), [
    ("Replace it", "{draft}"), ("Add it below", "Mine\n\n{draft}"), ("Keep mine", "Mine"),
])
def test_what_was_written_is_never_overwritten_without_asking(
    pane: MeetingsPane, sample_journal: Journal, button: str, expected: str
) -> None:
    part = note(pane, UNSENT)
    part.text.setPlainText("Mine")  # not handed in yet
    part.draft.click()
    assert part._ask.isVisible()
    assert meetings.get(sample_journal, UNSENT).follow_up_text == "Mine"
    from mentorjournal.tests import windows

    windows.button(part._ask, button).click()
    draft = follow_up_files.first_draft(sample_journal, UNSENT, build.SAMPLE_DAY)
    wanted = expected.format(draft=draft)
    assert meetings.get(sample_journal, UNSENT).follow_up_text == wanted == part.text.text()
    assert not part._ask.isVisible()


def test_the_same_draft_again_asks_nothing(pane: MeetingsPane) -> None:
    part = note(pane, UNSENT)
    part.draft.click()
    part.draft.click()
    assert not part._ask.isVisible()


@pytest.mark.parametrize(("day", "words", "tone"), [
    (date(2026, 5, 9), "Note due Sun 10 May", "muted"),
    (date(2026, 5, 15), "Note was due Sun 10 May", "muted"),
    (date(2026, 5, 17), "No note yet, 9 days", "warn"),
    (date(2026, 8, 1), "", "muted"),
])
def test_it_says_when_the_note_is_due(
    pane: MeetingsPane, day: date, words: str, tone: str
) -> None:
    clock.set_as_of(day)
    part = note(pane, UNSENT)
    assert (part.state.text(), part.state.property("tone")) == (words, tone)


def test_no_note_is_owed_for_a_coffee_or_by_somebody_i_mentor(
    pane: MeetingsPane, sample_journal: Journal
) -> None:
    meetings.edit(sample_journal, UNSENT, {"purpose": "informal"})
    assert note(pane, UNSENT).state.text() == ""
    mentee = build.add_meeting(
        sample_journal, 11, "2026-05-12T10:00", status="held")
    assert note(pane, mentee).state.text() == ""


def test_marking_as_sent_and_back(pane: MeetingsPane, sample_journal: Journal) -> None:
    part = note(pane, UNSENT)
    assert not part.mark.isEnabled()
    part.text.setPlainText("Thank you for the hour")
    part.mark.click()
    assert meetings.get(sample_journal, UNSENT).follow_up_sent_at == meetings.stamp(clock.now())
    assert part.state.text() == "Sent Fri 15 May"
    part.mark.click()
    assert meetings.get(sample_journal, UNSENT).follow_up_sent_at is None
    assert note(pane, SENT).mark.text() == "Mark as not sent"


def test_words_are_counted_and_too_many_marked(pane: MeetingsPane) -> None:
    part = note(pane, UNSENT)
    assert part.count.text() == ""
    part.text.setPlainText("word " * 200)
    assert (part.count.text(), part.count.property("tone")) == ("200 of 200 words", "muted")
    part.text.setPlainText("word " * 201)
    assert part.count.property("tone") == "warn"


def test_ways_out_need_words_and_hand_in_first(
    pane: MeetingsPane, sample_journal: Journal
) -> None:
    wishes = heard(pane.note_export_wanted)
    part = note(pane, UNSENT)
    assert not part.mail.isEnabled() and not part.more.isEnabled()
    part.text.setPlainText("Thank you")
    part.mail.click()
    assert meetings.get(sample_journal, UNSENT).follow_up_text == "Thank you"
    for entry in part.menu.actions():
        entry.trigger()
    assert wishes == [(UNSENT, way) for way in (".eml", ".pdf", ".txt", "copy")]
