"""The tab of expectations: written in place, reordered and settled by keyboard alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock, paths
from mentorjournal.journal import agenda, carry_in, expectations, meetings, people
from mentorjournal.journal.between import Expectation
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.windows import read
from mentorjournal.ui import theme
from mentorjournal.ui.panes.person import PersonPane
from mentorjournal.ui.panes.person_expectations import ExpectationsTab
from mentorjournal.ui.panes.person_topic import TopicRow

DIFFERING, ENDING = 8, 9  # places of topics in Okafor's compact


def whom(journal: Journal, name: str) -> int:
    everybody = people.everybody(journal, build.SAMPLE_DAY)
    return next(one.person.id for one in everybody if name in one.person.name)


@pytest.fixture
def pane(sample_journal: Journal, qtbot: QtBot, qapp: QApplication) -> PersonPane:
    theme.apply(qapp, "light")
    made = PersonPane(sample_journal, Settings(paths.settings_file()))
    qtbot.addWidget(made)
    made.resize(1200, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_person(whom(sample_journal, "Okafor"), "expectations")
    return made


@pytest.fixture
def tab(pane: PersonPane) -> ExpectationsTab:
    found = pane.current_tab()
    assert isinstance(found, ExpectationsTab)
    return found


def names(tab: ExpectationsTab) -> list[str]:
    return [row.topic.text() for row in tab.table.rows()]


def topic(tab: ExpectationsTab, place: int) -> Expectation:
    """What the journal holds of the topic shown in a place."""
    return expectations.get(tab.journal, tab.table.rows()[place].id)


def opened(tab: ExpectationsTab, place: int, qtbot: QtBot) -> TopicRow:
    """The row in a place, opened by keyboard."""
    row = tab.table.rows()[place]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert row.is_open and row.details is not None
    return row


def type_into(qtbot: QtBot, field: object, text: str) -> None:
    field.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(field, text)
    field.commit()  # type: ignore[attr-defined]


# What is shown --------------------------------------------------------------------------------


def test_the_sample_shows_how_each_topic_stands_in_words(tab: ExpectationsTab) -> None:
    assert tab.counts.text() == "8 agreed, 1 seen differently, 1 open"
    states = [row.state.text() for row in tab.table.rows()]
    assert states == [*["Agreed"] * 8, "Seen differently, 178 days", "Open"]
    rows = tab.table.rows()
    assert rows[0].agreed.text() == "Both, by the end of the fellowship"
    assert rows[ENDING].theirs.text() == "Their side is empty"
    assert rows[ENDING].mine.text() == ""
    assert tab.missing.isVisible()
    assert "Authorship and credit. Seen differently, 178 days" in rows[DIFFERING].accessibleName()


def test_a_late_review_can_go_on_the_agenda_of_the_day_one_meets(
    tab: ExpectationsTab, sample_journal: Journal, qtbot: QtBot
) -> None:
    said = tab.table.notice._text.accessibleName()
    assert said == "Realigning was due Sun 8 Mar, 68 days ago. You meet on Tue 19 May."
    with qtbot.waitSignal(tab.review_agenda_wanted) as wish:
        tab.table.notice.button().click()
    assert wish.args == [tab.person.id]
    compact = expectations.compact_of(sample_journal, tab.person.id)
    carry_in.take(sample_journal, 51, carry_in.review_of(compact, build.SAMPLE_DAY))
    assert "It is on the agenda for Tue 19 May." in tab.table.notice._text.accessibleName()
    assert not tab.table.notice.button().isVisible()


def test_the_review_is_announced_a_month_ahead_and_done_with_one_button(
    tab: ExpectationsTab, sample_journal: Journal, pane: PersonPane
) -> None:
    tab.looked.click()
    assert not tab.table.notice.isVisible()
    assert not tab.looked.isEnabled()
    compact = expectations.compact_of(sample_journal, tab.person.id)
    assert compact.reviewed_on == build.SAMPLE_DAY
    due = build.SAMPLE_DAY + timedelta(180)
    for days, shown in ((31, False), (30, True), (0, True)):
        clock.set_as_of(due - timedelta(days))
        tab.refresh()
        assert tab.table.notice.isVisible() == shown


def test_without_a_meeting_the_buttons_arrange_one(
    tab: ExpectationsTab, sample_journal: Journal
) -> None:
    for found in meetings.coming(sample_journal):
        if found.person.id == tab.person.id:
            meetings.remove(sample_journal, found.meeting.id)
    assert tab.table.notice.button().text() == "Arrange a meeting"
    row = tab.table.rows()[DIFFERING]
    assert row.put.text() == "Arrange a meeting"
    assert "no meeting is arranged" in row.says.text()


def test_a_difference_has_one_thing_to_do_until_it_is_on_an_agenda(
    tab: ExpectationsTab, sample_journal: Journal, qtbot: QtBot
) -> None:
    row = tab.table.rows()[DIFFERING]
    assert [one.put.isVisible() for one in tab.table.rows()] == [
        place == DIFFERING for place in range(10)]
    assert row.says.text() == "So since Tue 18 Nov 2025, and not talked about yet."
    with qtbot.waitSignal(tab.topic_agenda_wanted) as wish:
        row.put.click()
    assert wish.args == [row.id]
    item = carry_in.take(sample_journal, 51, carry_in.topic_of(topic(tab, DIFFERING)))
    assert row.says.text() == "On the agenda for Tue 19 May."
    assert not row.put.isVisible()
    agenda.remove_item(sample_journal, item)
    assert row.put.isVisible()
    expectations.note_talk(sample_journal, row.id, build.SAMPLE_DAY)
    assert row.says.text() == "Talked about on Fri 15 May, not settled yet."
    assert not row.put.isVisible()


# Beginning ------------------------------------------------------------------------------------


def test_nobody_is_asked_to_guess_how_a_compact_begins(
    pane: PersonPane, tab: ExpectationsTab, sample_journal: Journal
) -> None:
    pane.show_person(whom(sample_journal, "Castellanos"), "expectations")
    assert tab.empty.isVisible()
    assert "Nothing is written down with Dr. Castellanos yet" in read(tab)
    assert tab.has_next_step
    tab.empty.button().click()
    assert not tab.empty.isVisible()
    assert len(names(tab)) == 5
    first = tab.table.rows()[0]
    assert first.details.mine.hasFocus()
    assert first.details.theirs.text() == ""
    assert not tab.missing.isVisible()  # boundaries are among the first five
    sample_journal.undo()
    assert tab.empty.isVisible()


def test_boundaries_are_added_with_one_button(tab: ExpectationsTab) -> None:
    tab.add_boundaries.click()
    assert names(tab)[-1] == "Boundaries"
    assert tab.table.rows()[-1].details.mine.hasFocus()
    assert not tab.missing.isVisible()


# Writing --------------------------------------------------------------------------------------


def test_a_topic_is_opened_written_in_and_closed_by_keyboard(
    tab: ExpectationsTab, qtbot: QtBot
) -> None:
    row = opened(tab, ENDING, qtbot)
    assert row.details.mine.hasFocus()
    qtbot.keyClicks(row.details.mine, "A month's notice")
    qtbot.keyClick(row.details.mine, Qt.Key.Key_Tab)
    assert row.details.theirs.hasFocus()
    assert topic(tab, ENDING).mine == "A month's notice"
    qtbot.keyClicks(row.details.theirs, "No hurry")
    qtbot.keyClick(row.details.theirs, Qt.Key.Key_Escape)
    assert not row.is_open
    assert row.hasFocus()
    assert topic(tab, ENDING).theirs == "No hurry"
    assert (row.mine.text(), row.theirs.text()) == ("A month's notice", "No hurry")


def test_only_one_topic_is_open(tab: ExpectationsTab, qtbot: QtBot) -> None:
    first = opened(tab, 0, qtbot)
    second = opened(tab, 3, qtbot)
    assert (first.is_open, second.is_open) == (False, True)


def test_changed_words_of_an_agreed_topic_offer_the_old_ones(
    tab: ExpectationsTab, qtbot: QtBot
) -> None:
    row = opened(tab, 0, qtbot)
    assert not row.details.wordings.isVisible()
    type_into(qtbot, row.details.agreed, "The paper first")
    assert row.details.wordings.isVisible()
    assert row.details.wordings.text() == "1 earlier wording"
    assert row.details.agreed.text() == "The paper first"
    with qtbot.waitSignal(tab.wordings_wanted) as wish:
        row.details.wordings.click()
    assert wish.args == [row.id]


def test_a_topic_is_agreed_only_with_words_even_if_they_were_just_typed(
    tab: ExpectationsTab, qtbot: QtBot
) -> None:
    row = opened(tab, ENDING, qtbot)
    refused: list[str] = []
    tab.pen.refused.connect(refused.append)
    row.details.state.button("agreed").click()
    assert "Write down first what you agreed on." in read(row)
    assert row.details.state.current() == "open"
    assert row.details.agreed.hasFocus()
    qtbot.keyClicks(row.details.agreed, "Without blame")
    row.details.state.button("agreed").click()
    assert refused == [] and "Write down first what you agreed on." not in read(row)
    assert (topic(tab, ENDING).status, topic(tab, ENDING).agreed) == ("agreed", "Without blame")
    assert row.state.text() == "Agreed"
    row.details.state.button("differs").click()
    assert topic(tab, ENDING).differs_since == build.SAMPLE_DAY
    row.details.state.button("open").click()
    assert topic(tab, ENDING).status == "open"


def test_on_the_way_to_seen_differently_nothing_is_agreed(
    tab: ExpectationsTab, qtbot: QtBot
) -> None:
    row = opened(tab, ENDING, qtbot)
    type_into(qtbot, row.details.agreed, "Without blame")
    row.details.state.button("open").setFocus()
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert row.details.state.button("differs").hasFocus()
    assert topic(tab, ENDING).status == "open"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert topic(tab, ENDING).status == "differs"
    assert topic(tab, ENDING).reviewed_on is None


def test_what_is_being_typed_outlives_a_change_from_elsewhere(
    tab: ExpectationsTab, sample_journal: Journal, qtbot: QtBot
) -> None:
    row = opened(tab, 1, qtbot)
    row.details.mine.selectAll()
    qtbot.keyClicks(row.details.mine, "Every two we")
    expectations.edit_topic(sample_journal, row.id, {"how_it_goes": "Well"})
    assert row.details.mine.text() == "Every two we"
    assert row.details.going.text() == "Well"


def test_typed_words_are_handed_in_before_another_person_comes(
    pane: PersonPane, tab: ExpectationsTab, sample_journal: Journal, qtbot: QtBot
) -> None:
    row = opened(tab, ENDING, qtbot)
    topic_id = row.id
    qtbot.keyClicks(row.details.mine, "A letter")
    pane.show_person(whom(sample_journal, "Vale"), "expectations")
    assert expectations.get(sample_journal, topic_id).mine == "A letter"
    assert len(names(tab)) == 6
    assert tab.table.open_id() is None
    assert tab.whole.confidential.text() == "Staffing plans, until they are announced."


def test_the_compact_as_a_whole_is_written_in_place(tab: ExpectationsTab, qtbot: QtBot) -> None:
    type_into(qtbot, tab.whole.purpose, "Two papers")
    tab.whole.every.setCurrentIndex(0)
    tab.whole.every.chosen.emit(tab.whole.every.current())
    compact = expectations.compact_of(tab.journal, tab.person.id)
    assert (compact.purpose, compact.review_every_days) == ("Two papers", 90)
    expectations.edit_compact(tab.journal, compact.id, {"review_every_days": 77})
    assert tab.whole.every.currentText() == "Every 11 weeks"


# Order ----------------------------------------------------------------------------------------


def test_topics_are_reordered_by_keyboard_and_the_focus_goes_along(
    tab: ExpectationsTab, sample_journal: Journal, qtbot: QtBot
) -> None:
    before = names(tab)
    row = tab.table.rows()[0]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(tab) == [before[1], before[0], *before[2:]]
    assert row.hasFocus()
    for _ in range(2):  # the second has nowhere to go
        qtbot.keyClick(row, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(tab) == before
    opened(tab, 9, qtbot).details.up.click()
    assert names(tab)[8] == before[9]
    sample_journal.undo()
    assert names(tab) == before


def test_arrow_keys_go_from_topic_to_topic_and_tab_follows_the_page(
    tab: ExpectationsTab, qtbot: QtBot
) -> None:
    rows = tab.table.rows()
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    qtbot.keyClick(rows[1], Qt.Key.Key_Tab)
    assert rows[1].caret.hasFocus()
    qtbot.keyClick(rows[1].caret, Qt.Key.Key_Tab)
    assert rows[2].hasFocus()
    rows[-1].setFocus()
    qtbot.keyClick(rows[-1], Qt.Key.Key_Down)
    assert tab.add.hasFocus()


def test_a_removed_topic_can_come_back_and_the_focus_stays_near(
    tab: ExpectationsTab, sample_journal: Journal, qtbot: QtBot
) -> None:
    before = names(tab)
    row = tab.table.rows()[2]
    row.setFocus()
    with qtbot.waitSignal(tab.removed) as said:
        qtbot.keyClick(row, Qt.Key.Key_Delete)
    assert "Who sets the agenda" in said.args[0]
    assert names(tab) == [*before[:2], *before[3:]]
    assert tab.table.rows()[2].hasFocus()
    sample_journal.undo()
    assert names(tab) == before


def test_the_page_follows_another_text_size(
    tab: ExpectationsTab, qtbot: QtBot, qapp: QApplication
) -> None:
    old = opened(tab, 3, qtbot)
    theme.apply(qapp, "light", 1.4)
    qtbot.waitUntil(lambda: tab.table.rows()[3] is not old)
    assert tab.table.rows()[3].is_open
    assert len(names(tab)) == 10
    theme.apply(qapp, "light")


# On paper -------------------------------------------------------------------------------------


def test_large_text_stays_inside_a_narrow_page(
    tab: ExpectationsTab, pane: PersonPane, qapp: QApplication
) -> None:
    theme.apply(qapp, "light", 1.4)
    pane.resize(1044, 640)  # a window of 1100 px with the rail
    QApplication.processEvents()
    assert tab.scroll.widget().minimumSizeHint().width() <= tab.scroll.viewport().width()
    theme.apply(qapp, "light")


def test_the_page_of_a_person_hands_paper_to_the_tab_in_front(
    pane: PersonPane, tab: ExpectationsTab, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(tab.export_wanted) as wish:
        pane.export_current(".pdf")
    assert wish.args == [tab.person.id, ".pdf", True]
    tab.to_sign.trigger()
    with qtbot.waitSignal(tab.print_wanted) as wish:
        pane.print_current()
    assert wish.args == [tab.person.id, False]
    pane.open_tab("overview")
    with qtbot.waitSignal(pane.refused) as said:
        pane.export_current(".pdf")
    assert "nothing for paper" in said.args[0]


def test_days_are_those_of_the_as_of_day(tab: ExpectationsTab) -> None:
    clock.set_as_of(date(2026, 5, 16))
    tab.refresh()
    assert tab.table.rows()[DIFFERING].state.text() == "Seen differently, 179 days"
