"""The open part of an agenda item: the goal it serves, beside what the mentor is strong at."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import agenda, goals, people
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.prep_pane import NEXT, editor, keys, open_card, opened
from mentorjournal.ui.panes.meeting_item_details import ItemDetails
from mentorjournal.ui.panes.meetings import MeetingsPane
from mentorjournal.ui.widgets.growing_text import GrowingText


@pytest.fixture
def pane(sample_journal: Journal, tmp_path: Path, qtbot: QtBot) -> MeetingsPane:
    clock.set_as_of(build.SAMPLE_DAY)
    return opened(sample_journal, Settings(tmp_path / "settings.json"), qtbot)


def details(pane: MeetingsPane) -> ItemDetails:
    found = open_card(pane, 0).details
    assert found is not None
    return found


def test_what_the_mentor_is_strong_at_stands_beside_the_goal(
    pane: MeetingsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    """TIPS A3.5."""
    shown = details(pane)
    qtbot.waitUntil(shown.strengths.isVisible)
    assert shown.strengths.text().startswith("Dr. Okafor is strong at: trial design, grant pages")
    people.edit(sample_journal, 1, {"strengths": ["frank reading"]})
    assert shown.strengths.text() == "Dr. Okafor is strong at: frank reading"
    people.edit(sample_journal, 1, {"strengths": []})
    assert not shown.strengths.isVisible()


def test_the_goal_of_an_item_is_chosen_there(
    pane: MeetingsPane, sample_journal: Journal
) -> None:
    key = next(one.id for one in goals.active(sample_journal) if "80 ICU" in one.text)
    box = details(pane).goal
    box.set_current(str(key))
    box.chosen.emit(box.current())
    assert agenda.items(sample_journal, NEXT)[0].goal_id == key


def test_the_page_of_somebody_i_mentor_speaks_to_them(
    pane: MeetingsPane, sample_journal: Journal
) -> None:
    def words(widget: QWidget) -> set[str]:
        texts = {one.text() for one in widget.findChildren(QLabel)}
        hints = {one.placeholderText() for one in widget.findChildren(GrowingText)}
        return {*texts, *hints}

    mine = {"My question", "My options", "I hope for", "I lean towards …", "What saves their time"}
    agenda.add_option(
        sample_journal, agenda.items(sample_journal, NEXT)[0].id, {"text": "Wait a month"})
    shown = details(pane)
    assert mine <= words(editor(pane))
    assert shown.options.rows()[0].lean.toolTip() == "I lean towards this one"
    people.edit(sample_journal, 1, {"direction": "mentee"})
    assert not mine & words(editor(pane))
    assert {"To ask them", "Ways to go", "They hope for"} <= words(shown)
    assert shown.options.rows()[0].lean.toolTip() == "They lean towards this one"
    assert shown.wanted.accessibleName() == "They hope for"
    assert keys(pane) == []
    for item in agenda.items(sample_journal, NEXT):
        agenda.remove_item(sample_journal, item.id)
    assert pane.footer.state.text() == "Nothing on the agenda yet"
