"""Writing in the detail of feedback: texts, theme and kind, plan and actions, what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorjournal.journal import feedback, promises
from mentorjournal.journal.journal import Journal
from mentorjournal.tests.ui.panes.feedback_panel import (
    TODAY,
    days,
    entry,
    opened,
    panel,
    part,
    popup,
    stored,
    type_into,
)
from mentorjournal.ui.panes.feedback_detail import FeedbackDetail
from mentorjournal.ui.panes.feedback_detail_plan import CameOf, Plan
from mentorjournal.ui.panes.feedback_detail_said import Said


@pytest.fixture
def detail(qtbot: QtBot, journal: Journal, tmp_path: Path) -> Iterator[FeedbackDetail]:
    yield from panel(qtbot, journal, tmp_path)


# Texts --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [
    "gist", "situation", "behaviour", "impact", "intent", "first_reaction", "question"])
def test_what_is_typed_is_kept_and_undone(
    qtbot: QtBot, detail: FeedbackDetail, journal: Journal, name: str
) -> None:
    opened(detail, entry(journal, question="Which?"))
    before = getattr(stored(detail), name)
    field = next(one.fields[name] for one in detail.sections.values() if name in one.fields)
    type_into(qtbot, field, "Bay C. ")
    detail.hand_in()
    assert getattr(stored(detail), name) == "Bay C. " + (before or "")
    journal.undo()
    assert getattr(stored(detail), name) == before


def test_the_topic_is_edited_in_its_place(
    qtbot: QtBot, detail: FeedbackDetail, journal: Journal
) -> None:
    opened(detail, entry(journal))
    assert detail.head is not None
    type_into(qtbot, detail.head.topic, "The ")
    qtbot.keyClick(detail.head.topic, Qt.Key.Key_Return)
    assert stored(detail).topic == "The Ward round"


def test_a_topic_that_is_too_long_waits_until_it_is_shorter(
    detail: FeedbackDetail, journal: Journal
) -> None:
    which, other = entry(journal), entry(journal)
    opened(detail, which)
    assert detail.head is not None
    detail.head.topic.type_anew("long " * 70)
    opened(detail, other)
    assert feedback.get(journal, which).topic == "Ward round"
    opened(detail, which)
    assert detail.head is not None
    assert detail.head.topic.text() == "long " * 70
    detail.head.topic.type_anew("Short")
    detail.hand_in()
    assert stored(detail).topic == "Short"


def test_typing_is_not_interrupted_by_what_changes_elsewhere(
    qtbot: QtBot, detail: FeedbackDetail, journal: Journal
) -> None:
    which = entry(journal)
    opened(detail, which)
    field = part(detail, Said).fields["situation"]
    type_into(qtbot, field, "Bay")
    feedback.edit(journal, which, {"impact": "They asked twice."})
    qtbot.keyClicks(field, " C")
    assert field.text() == "Bay C"
    assert part(detail, Said).fields["impact"].text() == "They asked twice."
    opened(detail, entry(journal))
    assert feedback.get(journal, which).situation == "Bay C"  # handed in on leaving


def test_themes_are_completed_and_kept(
    qtbot: QtBot, detail: FeedbackDetail, journal: Journal
) -> None:
    entry(journal, theme="speaking up")
    opened(detail, entry(journal))
    field = part(detail, Said).theme
    field.setFocus()
    qtbot.keyClicks(field, "spe")
    assert field.completer().completionCount() == 1
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(field.completer().popup(), key)
    assert field.text() == "speaking up"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert stored(detail).theme == "speaking up"
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    detail.hand_in()
    assert stored(detail).theme is None


def test_a_kind_is_chosen_and_taken_back(detail: FeedbackDetail, journal: Journal) -> None:
    opened(detail, entry(journal))
    kind = part(detail, Said).kind
    kind.button("coaching").click()
    assert stored(detail).kind == "coaching"
    kind.button("coaching").click()
    assert stored(detail).kind is None and kind.current() == ""


# Plan and what came of it -------------------------------------------------------------------


def test_a_plan_is_since_today_and_its_actions_are_ticked(
    qtbot: QtBot, detail: FeedbackDetail, journal: Journal
) -> None:
    which = entry(journal)
    opened(detail, which)
    plan = part(detail, Plan)
    type_into(qtbot, plan.plan, "Face the team.")
    detail.hand_in()
    assert (stored(detail).plan, stored(detail).plan_on) == ("Face the team.", TODAY)
    type_into(qtbot, plan.add.edit, "Ask the nurses")
    qtbot.keyClick(plan.add.edit, Qt.Key.Key_Return)
    [row] = plan.rows.values()
    row.due.day_chosen.emit(days(2))
    assert row.due.text() == "2 days late"
    row.tick.click()
    [done] = feedback.actions(journal, which)
    assert (done.text, done.due, done.done_on) == ("Ask the nurses", days(2), TODAY)
    assert row.due.text() == "Wed 13 May"
    row.tick.click()
    assert feedback.actions(journal, which)[0].done_on is None


def test_an_action_is_worded_anew_taken_away_and_brought_back(
    qtbot: QtBot, detail: FeedbackDetail, journal: Journal
) -> None:
    which = entry(journal)
    key = feedback.add_action(journal, which, "Ask", None, TODAY)
    opened(detail, which)
    plan = part(detail, Plan)
    type_into(qtbot, plan.rows[key].text, "First ")
    detail.hand_in()
    assert feedback.actions(journal, which)[0].text == "First Ask"
    plan.rows[key].drop.click()
    assert not feedback.actions(journal, which) and not plan.rows
    journal.undo()
    assert list(plan.rows) == [key]
    promises.set_done(journal, key, TODAY)
    assert plan.rows[key].tick.isChecked()


def test_acting_takes_along_what_was_typed(
    qtbot: QtBot, detail: FeedbackDetail, journal: Journal
) -> None:
    opened(detail, entry(journal, 9, plan="Face them", plan_on=days(8), note_on=days(8)))
    came_of = part(detail, CameOf)
    assert came_of.body.isVisible()  # it is next
    type_into(qtbot, came_of.fields["came_of"], "Quieter rounds")
    came_of.acted.click()
    popup().take.click()
    assert (stored(detail).acted_on, stored(detail).came_of) == (TODAY, "Quieter rounds")
