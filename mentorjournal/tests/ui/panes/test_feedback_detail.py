"""The detail of an entry of feedback: what it shows at each step, and what it writes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.journal import agenda, feedback, people
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import loop
from mentorjournal.tests import build
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
from mentorjournal.tests.windows import read
from mentorjournal.ui import theme
from mentorjournal.ui.panes.feedback_detail import FeedbackDetail
from mentorjournal.ui.panes.feedback_detail_mind import Mind, Talk, TheirSide
from mentorjournal.ui.panes.feedback_detail_note import Note
from mentorjournal.ui.panes.feedback_detail_plan import CameOf, Plan, Report
from mentorjournal.ui.panes.feedback_detail_said import Asked, Said
from mentorjournal.ui.pen import Pen


@pytest.fixture
def detail(qtbot: QtBot, journal: Journal, tmp_path: Path) -> Iterator[FeedbackDetail]:
    yield from panel(qtbot, journal, tmp_path)


# What is shown ------------------------------------------------------------------------------


def test_nothing_chosen_says_what_the_panel_is_for(detail: FeedbackDetail) -> None:
    assert "Choose an entry" in read(detail)


def test_an_entry_that_is_gone_leaves_the_panel_empty(
    detail: FeedbackDetail, journal: Journal
) -> None:
    which = entry(journal)
    opened(detail, which)
    feedback.remove(journal, which)
    assert detail.facts is None
    assert "Choose an entry" in read(detail)
    detail.show_entry(which)
    assert detail.facts is None


def test_steps_stand_with_their_days(detail: FeedbackDetail, journal: Journal) -> None:
    opened(detail, entry(journal, 2, asked_on=days(6), requested=True, acted_on=days(1)))
    assert detail.head is not None
    assert detail.head.stepper.accessibleName() == "Step 5 of 6: Acted"
    assert detail.head.stepper.accessibleDescription() == "Asked 9 May, Heard 13 May, Acted 14 May"


def test_what_does_not_apply_yet_is_one_line_that_a_key_opens(
    qtbot: QtBot, detail: FeedbackDetail, journal: Journal
) -> None:
    opened(detail, entry(journal))
    came_of = part(detail, CameOf)
    assert not came_of.body.isVisible() and came_of.says.text() == "nothing yet"
    came_of.opener.setFocus()
    qtbot.keyClick(came_of.opener, Qt.Key.Key_Return)
    assert came_of.fields["came_of"].hasFocus()
    type_into(qtbot, came_of.fields["came_of"], "Nobody asked twice.")
    detail.hand_in()
    assert stored(detail).came_of == "Nobody asked twice."


def test_only_asked_shows_the_question_and_the_way_to_write_down_the_answer(
    qtbot: QtBot, detail: FeedbackDetail, journal: Journal
) -> None:
    which = feedback.ask(journal, {
        "person_id": build.add_person(journal), "topic": "Introduction",
        "question": "Where did you lose the thread?", "asked_on": days(20)})
    opened(detail, which)
    assert detail.head is not None
    assert part(detail, Asked).question.isVisible()
    assert not part(detail, Said).isVisible() and not part(detail, Plan).isVisible()
    assert "No answer after 2 weeks" in read(detail)
    with qtbot.waitSignal(detail.wished) as heard:
        qtbot.mouseClick(detail.head.next, Qt.MouseButton.LeftButton)
    assert heard.args == ["heard", which]
    with qtbot.waitSignal(detail.wished) as heard:
        detail.head.ask_step(4)  # nothing was heard that could have been acted on
    assert heard.args == ["heard", which]


@pytest.mark.parametrize("stance", ["accepted", "mixed", "unsure", "disagree", "defensive", "hurt"])
def test_their_side_is_asked_for_only_where_it_is_seen_differently(
    detail: FeedbackDetail, journal: Journal, stance: str
) -> None:
    opened(detail, entry(journal, 9, stance=stance))
    assert part(detail, TheirSide).isVisible() == (stance in loop.TO_TALK_OVER)
    assert part(detail, Mind).reminder.isVisible() == (stance in loop.HARD)


def test_private_texts_carry_the_lock(detail: FeedbackDetail, journal: Journal) -> None:
    opened(detail, entry(journal, 9, stance="hurt"))
    assert read(part(detail, Mind)).count("private, never exported") == 1
    assert read(part(detail, TheirSide)).count("private, never exported") == 1


def test_what_it_touched_is_asked_once_there_is_a_view(
    detail: FeedbackDetail, journal: Journal
) -> None:
    opened(detail, entry(journal))
    mind = part(detail, Mind)
    assert not mind.trigger.isVisible()
    mind.stance.chosen.emit("mixed")
    assert mind.trigger.isVisible()
    mind.trigger.chosen.emit("identity")
    assert (stored(detail).stance, stored(detail).trigger) == ("mixed", "identity")
    mind.stance.chosen.emit("")
    assert (stored(detail).stance, stored(detail).trigger) == (None, None)


@pytest.mark.parametrize("always", [False, True])
def test_the_reminder_can_be_put_away_here_or_for_good(
    detail: FeedbackDetail, journal: Journal, always: bool
) -> None:
    here, other = entry(journal, 9, stance="hurt"), entry(journal, 9, stance="defensive")
    opened(detail, here)
    reminder = part(detail, Mind).reminder
    (reminder.hide_always if always else reminder.hide_here).click()
    assert not reminder.isVisible()
    opened(detail, other)
    assert part(detail, Mind).reminder.isVisible() == (not always)


def test_a_mentee_is_spoken_of_as_one(detail: FeedbackDetail, journal: Journal) -> None:
    mentee = people.add(journal, {"name": "Dr. Celia Reyes", "direction": "mentee"})
    opened(detail, entry(journal, 9, stance="hurt", person_id=mentee))
    assert "courage" in read(part(detail, Mind))


# Cooling off --------------------------------------------------------------------------------


def test_while_it_cools_there_is_no_draft_and_it_says_until_when(
    detail: FeedbackDetail, journal: Journal
) -> None:
    opened(detail, entry(journal, stance="defensive"))
    note = part(detail, Note)
    assert not note.body.isVisible() and not note.opener.isVisible()
    assert "not before Sat 16 May" in note.says.text()
    assert detail.head is not None and not detail.head.next.isVisible()
    assert not part(detail, Talk).ask.isVisible()


def test_once_talked_over_the_note_may_be_written(
    detail: FeedbackDetail, journal: Journal
) -> None:
    opened(detail, entry(journal, stance="defensive"))
    part(detail, Talk).talked.day_chosen.emit(TODAY)
    assert part(detail, Note).opener.isVisible()


def test_looking_again_is_today_and_can_be_taken_back(
    detail: FeedbackDetail, journal: Journal
) -> None:
    opened(detail, entry(journal, 5))
    looked = part(detail, Mind).looked
    looked.click()
    assert stored(detail).revisited_on == TODAY
    looked.click()
    popup().clear.click()
    assert stored(detail).revisited_on is None


def test_the_cool_off_day_can_be_changed(detail: FeedbackDetail, journal: Journal) -> None:
    opened(detail, entry(journal, stance="hurt"))
    cool_off = part(detail, Mind).cool_off
    assert cool_off.text() == "Look again on Sat 16 May"
    cool_off.click()
    popup().field.set_day(days(-4))
    popup().take.click()
    assert stored(detail).cool_off_until == days(-4)
    assert cool_off.text() == "Look again on Tue 19 May"


# Steps --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("place", "field"), [
    (0, "asked_on"), (1, "date"), (2, "revisited_on"), (3, "plan_on"), (4, "acted_on"),
    (5, "reported_back_on"),
])
def test_a_step_asks_for_its_day_by_keyboard(
    qtbot: QtBot, detail: FeedbackDetail, journal: Journal, place: int, field: str
) -> None:
    opened(detail, entry(journal, 9))
    assert detail.head is not None
    stepper = detail.head.stepper
    stepper.setFocus()
    for _ in range(6):
        qtbot.keyClick(stepper, Qt.Key.Key_Left)
    for _ in range(place):
        qtbot.keyClick(stepper, Qt.Key.Key_Right)
    qtbot.keyClick(stepper, Qt.Key.Key_Return)
    popup().field.set_day(days(3))
    qtbot.keyClick(popup().field, Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is None
    assert getattr(stored(detail), field) == days(3)


def test_a_click_on_a_circle_asks_for_that_step_and_escape_leaves_it(
    qtbot: QtBot, detail: FeedbackDetail, journal: Journal
) -> None:
    before = opened(detail, entry(journal, 9))
    assert detail.head is not None
    stepper = detail.head.stepper
    place = QPoint(round(stepper.width() * 4.5 / 6), 10)
    qtbot.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=place)
    assert popup().accessibleName() == "When I acted on it"
    qtbot.keyClick(popup(), Qt.Key.Key_Escape)
    assert stored(detail) == before


# The note -----------------------------------------------------------------------------------


def test_words_of_the_note_are_counted_and_more_than_200_are_marked(
    detail: FeedbackDetail, journal: Journal
) -> None:
    which = entry(journal, note_text="word " * 200)
    opened(detail, which)
    length = part(detail, Note).length
    assert length.text() == "200 of 200 words" and length.property("tone") == "muted"
    feedback.edit(journal, which, {"note_text": "word " * 201})
    assert length.text() == "201 of 200 words" and length.property("tone") == "warn"


@pytest.mark.parametrize(("ago", "says"), [(7, "none yet"), (8, "none within 7 days")])
def test_a_missing_note_is_said_after_a_week(
    detail: FeedbackDetail, journal: Journal, ago: int, says: str
) -> None:
    opened(detail, entry(journal, ago))
    assert part(detail, Note).says.text() == says


@pytest.mark.parametrize("way", ["note_email", "note_save", "note_print"])
def test_what_is_typed_in_the_note_goes_before_the_note_does(
    qtbot: QtBot, detail: FeedbackDetail, journal: Journal, way: str
) -> None:
    which = entry(journal, note_text="Thank you.")
    opened(detail, which)
    note = part(detail, Note)
    type_into(qtbot, note.note, "Dear Rosalind, ")
    with qtbot.waitSignal(detail.wished) as wish:
        note.ways[way].click()
    assert wish.args == [way, which]
    assert stored(detail).note_text == "Dear Rosalind, Thank you."


def test_the_note_is_marked_as_sent_on_a_day(detail: FeedbackDetail, journal: Journal) -> None:
    opened(detail, entry(journal, note_text="Thank you."))
    sent = part(detail, Note).sent
    sent.click()
    popup().take.click()
    assert stored(detail).note_on == TODAY and sent.text() == "Sent Fri 15 May"
    sent.click()
    popup().clear.click()
    assert stored(detail).note_on is None and sent.text() == "Mark as sent"


def test_a_refusal_is_said(qtbot: QtBot, detail: FeedbackDetail, journal: Journal) -> None:
    opened(detail, entry(journal, 9))
    with qtbot.waitSignal(detail.refused) as said:
        part(detail, Note).sent.day_chosen.emit(TODAY)
    assert said.args == ["Write the note first."]


# Reporting back and the end -----------------------------------------------------------------


def test_reporting_back_goes_with_the_next_meeting(
    qtbot: QtBot, detail: FeedbackDetail, journal: Journal
) -> None:
    who = build.add_person(journal)
    which = entry(journal, 9, person_id=who, acted_on=days(1))
    opened(detail, which)
    report = part(detail, Report)
    assert "No meeting with Dr. Okafor" in report.says.text()
    meeting = build.add_meeting(journal, who)
    assert report.says.text() == "It is on the agenda of Tue 19 May."  # it joins by itself
    for item in agenda.items(journal, meeting):
        agenda.remove_item(journal, item.id)
    assert report.says.text() == "You meet Dr. Okafor Tue 19 May."
    with qtbot.waitSignal(detail.wished) as wish:
        report.to_agenda.click()
    assert wish.args == ["to_agenda", which]
    agenda.add_item(journal, meeting, {
        "title": "What came of it", "source": "feedback", "source_id": which})
    assert report.says.text() == "It is on the agenda of Tue 19 May."
    assert not report.to_agenda.isVisible()
    report.told.click()
    popup().take.click()
    assert stored(detail).reported_back_on == TODAY
    assert "Done Fri 15 May" in read(detail)


@pytest.mark.parametrize("wish", ["set_aside", "edit", "remove"])
def test_the_last_things_are_wished_for(
    qtbot: QtBot, detail: FeedbackDetail, journal: Journal, wish: str
) -> None:
    which = entry(journal)
    opened(detail, which)
    button = {"set_aside": detail.ends.aside, "edit": detail.ends.edit,
              "remove": detail.ends.remove}[wish]
    with qtbot.waitSignal(detail.wished) as said:
        button.click()
    assert said.args == [wish, which]


def test_what_was_set_aside_says_why_and_can_be_taken_up(
    qtbot: QtBot, detail: FeedbackDetail, journal: Journal
) -> None:
    which = entry(journal)
    feedback.set_aside(journal, which, TODAY, "Somebody else leads it now.")
    opened(detail, which)
    assert detail.head is not None
    assert "Somebody else leads it now." in read(detail)
    assert not detail.ends.aside.isVisible()
    with qtbot.waitSignal(detail.wished) as said:
        detail.head.next.click()
    assert said.args == ["take_up", which]


# The next thing -----------------------------------------------------------------------------


@pytest.mark.parametrize(("values", "words", "wish"), [
    ({"stance": "disagree"}, "Ask for it…", "ask_talk"),
    ({"stance": "disagree", "talk_asked_on": days(1)}, "We talked", None),
    ({}, "Make a plan", None),
    ({"plan": "Face them", "plan_on": days(2)}, "Write the note", None),
    ({"acted_on": days(1)}, "I have told them", None),
])
def test_one_button_does_what_comes_next(
    qtbot: QtBot, detail: FeedbackDetail, journal: Journal, values: dict[str, object],
    words: str, wish: str | None,
) -> None:
    opened(detail, entry(journal, 5, **values))
    assert detail.head is not None and detail.head.next.text() == words
    wishes: list[str] = []
    detail.wished.connect(lambda said, _id: wishes.append(said))
    detail.head.next.click()
    assert wishes == ([wish] if wish else [])
    came_up = QApplication.activePopupWidget()
    if came_up is not None:
        came_up.close()
    elif wish is None:
        assert detail.scroll_area().isAncestorOf(QApplication.focusWidget())


# Size and keyboard --------------------------------------------------------------------------


@pytest.mark.parametrize("width", [448, 380])
def test_nothing_is_wider_than_the_panel(
    detail: FeedbackDetail, journal: Journal, width: int
) -> None:
    detail.resize(width, 820)
    opened(detail, entry(journal, 9, stance="disagree", acted_on=days(1), note_text="Thanks.",
                         impact="unbreakable" * 30, asked_on=days(20), requested=True))
    area = detail.scroll_area()
    assert detail.width() == width
    assert area.widget().width() == area.viewport().width()
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_tab_goes_from_above_to_below_and_everything_has_a_name(
    detail: FeedbackDetail, journal: Journal
) -> None:
    which = entry(journal, 9, stance="disagree", acted_on=days(1), note_text="Thanks.")
    feedback.add_action(journal, which, "Ask", days(2), TODAY)
    opened(detail, which)
    assert detail.head is not None
    stop: QWidget = detail.head.topic
    heights, named = [], True
    while True:
        if stop.isVisible() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
            if heights and stop is detail.head.topic:
                break
            heights.append(stop.mapTo(detail, QPoint(0, stop.height() // 2)).y())
            named = named and bool(stop.accessibleName() or getattr(stop, "text", str)())
        stop = stop.nextInFocusChain()
    assert named and len(heights) > 25
    backwards = [(a, b) for a, b in zip(heights, heights[1:], strict=False) if b < a - 14]
    assert not backwards


def test_another_text_size_is_taken_on_and_nothing_typed_is_lost(
    qtbot: QtBot, detail: FeedbackDetail, journal: Journal
) -> None:
    opened(detail, entry(journal))
    assert detail.head is not None
    before, head = detail.head.stepper.height(), detail.head
    type_into(qtbot, part(detail, Said).fields["impact"], "They asked twice")
    theme.apply(QApplication.instance(), "light", 1.4)
    qtbot.waitUntil(lambda: detail.head is not None and detail.head is not head)
    QApplication.processEvents()
    assert detail.head is not None and detail.head.stepper.height() > before
    assert part(detail, Said).fields["impact"].text() == "They asked twice"
    assert stored(detail).impact == "They asked twice"
    theme.apply(QApplication.instance(), "light")


def test_what_another_entry_is_about_is_not_read(
    detail: FeedbackDetail, journal: Journal
) -> None:
    other = entry(journal)
    opened(detail, entry(journal))
    before = detail.facts
    feedback.edit(journal, other, {"gist": "Another one"})
    assert detail.facts is before
    assert isinstance(detail.pen, Pen)
