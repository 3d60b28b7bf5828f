"""The overview of a person's page through its widgets: what it tells, and writing in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mentorjournal.journal import knowing, people
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build
from mentorjournal.tests.person_page import (
    MENTEE,
    NEW,
    OKAFOR,
    VALE,
    front,
    named,
    open_page,
)
from mentorjournal.tests.windows import button, read
from mentorjournal.ui.panes.person import PersonPane
from mentorjournal.ui.widgets.recorded import record_of

Opened = Callable[..., PersonPane]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Opened:
    return partial(open_page, qtbot, tmp_path)


@pytest.fixture
def pane(sample_journal: Journal, opened: Opened) -> PersonPane:
    return opened(sample_journal, OKAFOR)


def test_the_overview_tells_what_i_seek_and_how_they_work(pane: PersonPane) -> None:
    tab = front(pane)
    assert tab.seek.ask.text() == "Take my design apart before a reviewer does."
    shown = read(tab)
    for words in (
        "What I seek from her", "Someone to pull apart my trial design",
        "80 ICU survivors followed to 6 months: design and reading",
        "Asked in the last 90 days: 2 things to do ahead and feedback once",
        "How she likes to work", "Best reached: Email", "You asked about this on 3 Dec 2024",
        "Her goals and priorities", "17 Feb 2026",
        "How I can help: offered to write for her mentoring award",
        "Seen differently, 178 days", "3 more topics and 1 topic still open",
        "Your reliability with her", "On time 9 of 10", "9 of 10", "6 of 8",
    ):
        assert words in shown, words


def test_what_is_typed_is_kept_and_typed_on_undisturbed(
    pane: PersonPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    ask = front(pane).seek.ask
    assert record_of(ask).name == "my_ask"
    ask.setFocus()
    ask.selectAll()
    qtbot.keyClicks(ask, "Read ")
    ask.commit()
    assert people.get(sample_journal, OKAFOR).my_ask == "Read"
    assert ask.text() == "Read "  # the journal's tidying does not eat the blank under the cursor
    qtbot.keyClicks(ask, "it twice")
    qtbot.keyClick(ask, Qt.Key.Key_Return)
    assert people.get(sample_journal, OKAFOR).my_ask == "Read it twice"
    assert not ask.hasFocus()
    sample_journal.undo()
    assert ask.text() == "Take my design apart before a reviewer does."


def test_what_is_being_typed_is_handed_in_before_another_person_is_shown(
    pane: PersonPane, sample_journal: Journal
) -> None:
    front(pane).work.style_note.type_anew("Reads at night.")
    pane.show_person(VALE)
    assert people.get(sample_journal, OKAFOR).style_note == "Reads at night."
    assert people.get(sample_journal, VALE).style_note != "Reads at night."


def test_that_i_asked_how_they_like_it_is_noted_in_one_click(
    pane: PersonPane, sample_journal: Journal
) -> None:
    pane.show_person(NEW)
    assert "Not asked yet how they like it" in read(front(pane))
    button(front(pane), "I asked today").click()
    assert people.get(sample_journal, NEW).preferences_asked_on == build.SAMPLE_DAY
    assert "You asked about this on 15 May 2026" in read(front(pane))


def test_boundaries_are_added_worded_anew_and_removed(
    pane: PersonPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    part = front(pane).boundaries

    def notes() -> list[str]:
        return [each.note for each in knowing.boundaries(sample_journal, OKAFOR)]

    before = notes()
    part.add.edit.setFocus()
    qtbot.keyClicks(part.add.edit, "Not her choir")
    qtbot.keyClick(part.add.edit, Qt.Key.Key_Return)
    assert notes() == [*before, "Not her choir"]
    last = part.list.texts()[-1]
    last.type_anew("Not her choir, unless she sings")
    last.commit()
    assert notes() == [*before, "Not her choir, unless she sings"]
    named(part, "Remove this boundary").click()
    assert notes() == ["Not her choir, unless she sings"]
    sample_journal.undo()
    assert notes() == [*before, "Not her choir, unless she sings"]
    assert [text.text() for text in part.list.texts()] == notes()


def test_a_boundary_that_is_emptied_says_its_old_words_again(
    pane: PersonPane, sample_journal: Journal
) -> None:
    refusals: list[str] = []
    pane.refused.connect(refusals.append)
    first = front(pane).boundaries.list.texts()[0]
    words = first.text()
    first.setFocus()
    first.type_anew("")
    first.commit()
    pane.head.edit.setFocus()
    assert first.text() == words
    assert knowing.boundaries(sample_journal, OKAFOR)[0].note == words
    assert not refusals


def test_a_friendly_tone_of_my_own_making_is_said_quietly(
    pane: PersonPane, sample_journal: Journal
) -> None:
    part = front(pane).boundaries
    assert part.tone.current() == "professional"
    assert not part.word.isVisible() and not part.led.isVisible()
    part.tone.button("friendly").click()
    assert people.get(sample_journal, OKAFOR).tone == "friendly"
    assert part.word.isVisible()
    part.led.click()
    assert people.get(sample_journal, OKAFOR).mentor_led is True
    assert not part.word.isVisible()


def test_news_are_noted_and_ticked_off(
    pane: PersonPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    part = front(pane).news
    qtbot.keyClicks(part.add.edit, "Elected to the council")
    qtbot.keyClick(part.add.edit, Qt.Key.Key_Return)
    newest = knowing.news_of(sample_journal, OKAFOR)[0]
    assert (newest.text, newest.date) == ("Elected to the council", build.SAMPLE_DAY)
    tick = part._ticks[newest.id]
    tick.click()
    found = {one.id: one for one in knowing.news_of(sample_journal, OKAFOR)}
    assert found[newest.id].congratulated_on == build.SAMPLE_DAY
    assert tick.isChecked()
    sample_journal.undo()
    assert not tick.isChecked()


def test_for_people_i_mentor_no_reliability_is_counted(pane: PersonPane) -> None:
    assert front(pane).reliability.isVisible()
    pane.show_person(MENTEE)
    assert not front(pane).reliability.isVisible()
    assert "What we work on together" in read(front(pane))


def test_links_lead_to_the_other_tabs(pane: PersonPane, qtbot: QtBot) -> None:
    front(pane).goals.more.click()
    assert pane.tabs.currentWidget().objectName() == "knowing"
    pane.open_tab("overview")
    front(pane).agreed.more.click()
    assert pane.tabs.currentWidget().objectName() == "expectations"


def test_columns_fold_to_one_where_it_is_narrow(pane: PersonPane) -> None:
    tab = front(pane)

    def side_by_side() -> bool:
        left, right = (each.mapTo(tab, each.rect().topLeft()) for each in (tab.seek, tab.agreed))
        return right.x() > left.x() and right.y() == left.y()

    assert side_by_side()
    pane.resize(800, 850)
    QApplication.processEvents()
    assert not side_by_side()


def test_words_are_shown_as_they_were_written(
    pane: PersonPane, sample_journal: Journal
) -> None:
    for text in build.NAUGHTY:
        whom = build.add_person(
            sample_journal, "Ann", added_value=text, style_note=text, private_note=text,
            usual_place=text)
        knowing.answer(sample_journal, whom, "priorities", text)
        knowing.add_boundary(sample_journal, whom, text)
        knowing.add_news(sample_journal, whom, text, build.SAMPLE_DAY)
        build.add_record(sample_journal, "expectations", person_id=whom, topic="boundaries",
                         agreed=text, status="agreed")
        before = build.dump(sample_journal)
        pane.show_person(whom)
        tab = front(pane)
        fields = [tab.work.style_note, tab.boundaries.notes["private_note"],
                  *tab.boundaries.list.texts(), *tab.news.list.texts()]
        assert len(fields) == 4 and len({field.text() for field in fields}) == 1
        assert all(label.textFormat() == Qt.TextFormat.PlainText
                   for label in tab.findChildren(QLabel) if label.isVisible())
        tab.hand_in()
        assert build.dump(sample_journal) == before  # to look at it changes nothing


def test_all_of_the_time_is_one_lane_that_leads_to_the_timeline(
    pane: PersonPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    tab = front(pane)
    assert tab.timeline.isVisible()
    lane = tab.timeline.view.board.lanes[0]
    assert (lane.person_id, len(tab.timeline.view.board.lanes)) == (OKAFOR, 1)
    with qtbot.waitSignal(pane.timeline_wanted) as wish:
        tab.timeline.view.mark_opened.emit(lane.marks[0], lane)
    assert wish.args == [OKAFOR]
    with qtbot.waitSignal(pane.timeline_wanted):
        button(tab.recent, "Open on the timeline").click()
    pane.show_person(build.add_person(sample_journal, "Ines Moreau"))
    assert not front(pane).timeline.isVisible()


def test_the_day_of_feedback_leads_to_the_feedback_log(pane: PersonPane, qtbot: QtBot) -> None:
    tab = front(pane)
    with qtbot.waitSignal(tab.feedback_wanted) as wish:
        named(tab.recent, "Open in the feedback log: Tue 24 Mar").click()
    assert wish.args == [8]
