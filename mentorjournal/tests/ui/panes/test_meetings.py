"""Meeting prep through its widgets: choosing, typing, preview, handing over, changes elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from mentorjournal import clock, words
from mentorjournal.journal import agenda, entries, feedback, meetings
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import PAPER, Settings
from mentorjournal.store.schema import meeting as meeting_table
from mentorjournal.tests import build
from mentorjournal.tests.prep_pane import (
    NEXT,
    carried,
    editor,
    heard,
    keys,
    open_card,
    opened,
    said,
    titles,
)
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_close import MeetingClose
from mentorjournal.ui.panes.meeting_editor import MeetingEditor
from mentorjournal.ui.panes.meeting_past import PastMeeting
from mentorjournal.ui.panes.meetings import MeetingsPane


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def open_pane(qtbot: QtBot, settings: Settings) -> Callable[..., MeetingsPane]:
    return lambda journal, *size: opened(journal, settings, qtbot, *size)


@pytest.fixture
def pane(sample_journal: Journal, open_pane: Callable[..., MeetingsPane]) -> MeetingsPane:
    return open_pane(sample_journal)


# What is shown --------------------------------------------------------------------------------


@pytest.mark.parametrize(("order", "day"), [
    ("day", "Tue 19 May 2026"), ("month", "Tue May 19, 2026"), ("iso", "Tue 2026-05-19")])
def test_its_day_has_one_year_in_every_order(
    sample_journal: Journal, open_pane: Callable[..., MeetingsPane],
    monkeypatch: pytest.MonkeyPatch, order: str, day: str,
) -> None:
    monkeypatch.setattr(words, "_date_order", order)
    assert editor(open_pane(sample_journal)).head.when.text() == f"{day}, 16:00–16:45"


def test_it_opens_the_next_meeting(pane: MeetingsPane) -> None:
    assert pane.current_meeting_id() == NEXT
    page = editor(pane)
    assert page.head.name.text() == "Dr. Rosalind Okafor"
    assert page.head.when.text() == "Tue 19 May 2026, 16:00–16:45"
    assert page.head.chip.text() == "Send by Sun 17 May, 16:00"
    words = said(page.head).replace("\u200b", "")  # where a long word may break
    assert "Video, https://video.example.org/okafor" in words
    assert "Their load" in words and "Two trials of her own" in words
    assert "My ask" in words and "Take my design apart" in words
    assert page.time_total.text() == "35 of 45 min"
    assert len(titles(pane)) == 4


def test_the_subtitle_counts_agendas(pane: MeetingsPane, sample_journal: Journal) -> None:
    assert "2 agendas to finish" in said(pane.header)
    meetings.mark_agenda_sent(sample_journal, NEXT, "2026-05-15T09:00:00Z")
    assert "1 agenda to finish" in said(pane.header)
    assert editor(pane).head.chip.text() == "Agenda sent Fri 15 May"


def test_choosing_in_the_list_with_keys(pane: MeetingsPane, qtbot: QtBot) -> None:
    pane.view.setFocus()
    qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    assert pane.current_meeting_id() == 52
    qtbot.keyClick(pane.view, Qt.Key.Key_Down)  # over the heading, to a person without a meeting
    assert pane.current_meeting_id() is None
    assert "Nothing arranged with Joy Marchetti" in said(pane.pages.nobody)
    wishes = heard(pane.meeting_add_wanted)
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert wishes == [(pane.view.current_row().person_to_meet,)]


def test_home_and_end_go_to_the_ends_of_the_list(pane: MeetingsPane, qtbot: QtBot) -> None:
    first = pane.current_meeting_id()
    pane.view.setFocus()
    qtbot.keyClick(pane.view, Qt.Key.Key_End)
    assert pane.view.currentIndex().row() == pane.view.model().rowCount() - 1
    qtbot.keyClick(pane.view, Qt.Key.Key_Home)
    assert pane.current_meeting_id() == first


def test_a_past_meeting_is_readable_and_its_notes_can_be_edited(
    pane: MeetingsPane, sample_journal: Journal
) -> None:
    pane.show_meeting(48)
    page = pane.page
    assert isinstance(page, PastMeeting)
    words = said(page)
    assert "Open the second site now." in words
    assert "Aims v4 to Okafor" in words
    assert "private, never exported" in words
    assert "Eastgate opens" in page.follow_up.text.text()
    assert pane.footer.isHidden()
    page.notes.setPlainText("What I heard")
    page.notes.commit()
    assert meetings.get(sample_journal, 48).notes == "What I heard"


def test_notes_taken_on_an_item_are_read_and_added_to_afterwards(
    pane: MeetingsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    first = agenda.items(sample_journal, 48)[0].id
    agenda.edit_item(sample_journal, first, {"notes": "Page 7 is the weak one."})
    pane.show_meeting(48)
    page = pane.page
    assert isinstance(page, PastMeeting)
    field = page.items.fields[first]
    page.head.more.setFocus()
    for stop in (page.findChild(QCheckBox), field, page.how, page.notes):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is stop
    assert list(page.items.fields) == [first]
    assert field.text() == "Page 7 is the weak one."
    field.setPlainText("Page 7 is weak, page 9 too.")
    page.hand_in()
    assert agenda.items(sample_journal, 48)[0].notes == "Page 7 is weak, page 9 too."
    assert page.items.fields[first] is field
    sample_journal.undo()
    assert field.text() == "Page 7 is the weak one."


def test_what_was_heard_stands_with_what_came_of_a_meeting(
    pane: MeetingsPane, sample_journal: Journal
) -> None:
    whose = meetings.get(sample_journal, 48).person_id
    feedback.hear(sample_journal, whose, "Say it in one line", build.SAMPLE_DAY, meeting_id=48)
    pane.show_meeting(48)
    assert "Say it in one line" in said(pane.page)


def test_an_empty_journal_says_how_to_begin(
    journal: Journal, open_pane: Callable[..., MeetingsPane], qtbot: QtBot
) -> None:
    clock.set_as_of(build.SAMPLE_DAY)
    pane = open_pane(journal)
    pane.focus_first()
    assert pane.page is pane.pages.empty
    assert pane.view.isHidden()
    assert pane.side.isHidden()
    wishes = heard(pane.meeting_add_wanted)
    qtbot.mouseClick(pane.pages.empty.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert wishes == [(None,)]
    someone = build.add_person(journal)
    which = build.add_meeting(journal, someone)
    assert pane.current_meeting_id() == which
    assert not pane.view.isHidden()
    assert keys(pane)[:2] == ["no_result", "no_items"]


def test_a_meeting_whose_time_has_passed_asks_whether_it_took_place(
    journal: Journal, open_pane: Callable[..., MeetingsPane], qtbot: QtBot
) -> None:
    clock.set_as_of(build.SAMPLE_DAY)
    which = build.add_meeting(journal, build.add_person(journal), "2026-05-14T10:00")
    pane = open_pane(journal)
    assert not editor(pane).closing.isHidden()
    qtbot.mouseClick(editor(pane).closing.button(), Qt.MouseButton.LeftButton)
    assert meetings.get(journal, which).status == "held"
    assert isinstance(pane.page, MeetingClose)
    pane.page.finish.click()
    assert isinstance(pane.page, PastMeeting)
    journal.undo()
    journal.undo()
    assert isinstance(pane.page, MeetingEditor)


# Typing ---------------------------------------------------------------------------------------


def test_an_item_is_added_by_typing_and_enter(
    pane: MeetingsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    line = editor(pane).agenda.add.edit
    line.setFocus()
    qtbot.keyClicks(line, "Which journal first?")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [i.title for i in agenda.items(sample_journal, NEXT)][-1] == "Which journal first?"
    assert titles(pane)[-1] == "Which journal first?"
    assert line.text() == ""
    assert line.hasFocus()
    assert editor(pane).time_total.text() == "40 of 45 min"


def test_the_wanted_result_is_handed_in_after_a_pause(
    pane: MeetingsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    field = editor(pane).outcome
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "A date ")
    qtbot.waitUntil(
        lambda: meetings.get(sample_journal, NEXT).desired_outcome == "A date ", timeout=3000)
    assert field.text() == "A date "  # the space being typed is not taken away
    qtbot.keyClicks(field, "for the draft")
    pane.setFocus()
    assert meetings.get(sample_journal, NEXT).desired_outcome == "A date for the draft"
    sample_journal.undo()  # one step, though it was handed in twice
    assert meetings.get(sample_journal, NEXT).desired_outcome.startswith("The research plan")
    assert field.text().startswith("The research plan")


def test_a_refusal_is_said_and_the_text_stays(
    pane: MeetingsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    messages = heard(pane.refused)
    card = open_card(pane, 0)
    card.title.setFocus()
    card.title.selectAll()
    qtbot.keyClick(card.title, Qt.Key.Key_Delete)
    card.title.commit()
    assert messages == [("“title” must not be empty.",)]
    assert card.title.text() == ""
    assert agenda.items(sample_journal, NEXT)[0].title == "K12 research plan, final"


def test_undo_elsewhere_keeps_what_is_being_typed(
    pane: MeetingsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    card = open_card(pane, 0)
    card.minutes.setValue(20)
    field = card.details.question
    field.setFocus()
    cursor = field.textCursor()
    cursor.setPosition(4)
    field.setTextCursor(cursor)
    qtbot.keyClicks(field, "new ")
    sample_journal.undo()
    assert card.minutes.value() == 15
    assert field.text().startswith("Anynew ") or "new " in field.text()
    assert field.textCursor().position() == 8
    assert field.hasFocus()
    field.commit()
    assert "new " in (agenda.items(sample_journal, NEXT)[0].question or "")


def test_the_time_bar_follows_the_minutes_at_once(pane: MeetingsPane, qtbot: QtBot) -> None:
    card = open_card(pane, 0)
    card.minutes.setFocus()
    card.minutes.selectAll()
    qtbot.keyClicks(card.minutes, "30")
    assert editor(pane).time_total.text() == "50 of 45 min"
    assert editor(pane).time_rest.text() == "· 5 over"
    assert editor(pane).bar.accessibleName() == "Time: 50 of 45 min · 5 over"
    assert "over_time" in keys(pane)


# Preview and handing over ---------------------------------------------------------------------


def ink(image: QImage) -> int:
    """A number that differs between different pages."""
    return hash(bytes(image.constBits()))


def test_the_preview_follows_typing_within_half_a_second(
    pane: MeetingsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    pane.footer.preview.click()
    preview = pane.side.preview
    qtbot.waitUntil(lambda: len(preview.pages) == 1)
    qtbot.wait(400)  # until nothing is on its way any more
    before = ink(preview.pages[0].image)
    field = editor(pane).outcome
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Something else")
    assert ink(preview.pages[0].image) == before  # not while typing
    qtbot.waitUntil(lambda: ink(preview.pages[0].image) != before, timeout=2000)
    assert meetings.get(sample_journal, NEXT).desired_outcome == "Something else"
    assert field.hasFocus()


def test_the_preview_shows_the_paper_that_was_chosen(
    pane: MeetingsPane, settings: Settings, qtbot: QtBot
) -> None:
    pane.footer.preview.click()
    qtbot.waitUntil(lambda: len(pane.side.preview.pages) == 1)
    image = pane.side.preview.pages[0].image
    assert image.height() / image.width() == pytest.approx(297 / 210, abs=0.01)
    settings.set(PAPER, "Letter")
    qtbot.waitUntil(lambda: pane.side.preview.paper.text().startswith("Letter"))
    image = pane.side.preview.pages[0].image
    assert image.height() / image.width() == pytest.approx(11 / 8.5, abs=0.01)


def test_what_cannot_be_printed_is_named(
    pane: MeetingsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    meetings.edit(sample_journal, NEXT, {"opening": "A \U0010fffd here"})
    pane.footer.preview.click()
    qtbot.waitUntil(lambda: bool(pane.side.preview.warning.text()))
    assert "\U0010fffd" in pane.side.preview.warning.text()


def test_preview_and_carry_in_take_turns(pane: MeetingsPane) -> None:
    assert pane.side.currentWidget() is pane.side.carry_in
    pane.footer.preview.click()
    assert pane.side.currentWidget() is pane.side.preview
    assert pane.footer.preview.text() == "Hide preview"
    pane.footer.preview.click()
    assert pane.side.currentWidget() is pane.side.carry_in


def test_copying_puts_the_text_on_the_clipboard(pane: MeetingsPane) -> None:
    messages = heard(pane.message_wanted)
    pane.footer.wanted.emit("copy")
    text = QGuiApplication.clipboard().text()
    assert "K12 research plan, final" in text
    assert "The research plan passed for submission" in text
    assert messages == [("The agenda is on the clipboard as text.",)]


def test_exports_and_print_hand_in_what_was_typed(
    pane: MeetingsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    exports, prints = heard(pane.export_wanted), heard(pane.print_wanted)
    line = editor(pane).agenda.add.edit
    line.setFocus()
    qtbot.keyClicks(line, "Last thing")
    pane.export_current(".pdf")
    assert titles(pane)[-1] == "Last thing"
    pane.print_current()
    qtbot.mouseClick(pane.footer.email, Qt.MouseButton.LeftButton)
    assert exports == [(NEXT, ".pdf"), (NEXT, ".eml")]
    assert prints == [(NEXT,)]


def test_the_menu_of_the_head(pane: MeetingsPane, sample_journal: Journal) -> None:
    head = editor(pane).head
    entries_by_key = {action.data(): action for action in head.menu.actions() if action.data()}
    for key, signal in (
        ("move", pane.meeting_move_wanted), ("postpone", pane.meeting_postpone_wanted),
        ("cancel", pane.meeting_cancel_wanted), ("remove", pane.meeting_remove_wanted),
    ):
        wishes = heard(signal)
        entries_by_key[key].trigger()
        assert wishes == [(NEXT,)]
    shown = heard(pane.person_wanted)
    entries_by_key["person"].trigger()
    assert shown == [(1,)]
    entries_by_key["sent"].trigger()
    assert meetings.get(sample_journal, NEXT).agenda_sent_at


# Narrow windows, other changes ----------------------------------------------------------------


def test_in_a_narrow_window_the_column_folds_to_a_button(
    sample_journal: Journal, open_pane: Callable[..., MeetingsPane], qtbot: QtBot
) -> None:
    pane = open_pane(sample_journal, 1044, 620)
    assert pane.width() == 1044
    assert pane.side.isHidden()
    pane.side_button.click()
    assert not pane.side.isHidden()
    assert pane.view.isHidden()
    carried(pane, "news").add.setFocus()
    qtbot.keyClick(carried(pane, "news").add, Qt.Key.Key_Escape)
    assert pane.side.isHidden()
    assert not pane.view.isHidden()
    pane.resize(1232, 700)
    assert not pane.side.isHidden()
    assert not pane.side_button.isVisible()


@pytest.mark.parametrize("first", [1.0, 1.4])
def test_the_columns_follow_the_text_size_both_ways(
    sample_journal: Journal, open_pane: Callable[..., MeetingsPane], qapp: QApplication,
    qtbot: QtBot, first: float,
) -> None:
    theme.apply(qapp, "light", first)
    try:
        pane = open_pane(sample_journal, 1700)
        for scale in (1.4, 1.0, 1.4, 1.0):
            theme.apply(qapp, "light", scale)
            wanted = (round(276 * scale), round(320 * scale))
            qtbot.waitUntil(
                lambda wanted=wanted: (pane.view.width(), pane.side.width()) == wanted)
        assert ".ics" not in pane.footer.folded()
    finally:
        theme.apply(qapp, "light")


@pytest.mark.parametrize("width", [1044, 1232, 1700])
def test_nothing_is_lost_from_the_footer(
    sample_journal: Journal, open_pane: Callable[..., MeetingsPane], width: int
) -> None:
    pane = open_pane(sample_journal, width)
    shown = [key for key, button in pane.footer.deeds.items() if button.isVisible()]
    folded = pane.footer.folded()
    assert sorted(shown + folded) == [".ics", ".pdf", "copy", "print"]
    assert pane.footer.email.isVisible()
    assert len(pane.footer.menu.actions()) == len(folded)
    right = pane.footer.email.geometry().right()
    assert right < pane.footer.width()


def test_a_meeting_removed_elsewhere_gives_way_to_the_next(
    pane: MeetingsPane, sample_journal: Journal
) -> None:
    meetings.remove(sample_journal, NEXT)
    assert pane.current_meeting_id() == 52
    sample_journal.undo()
    pane.show_meeting(NEXT)
    assert len(titles(pane)) == 4


def test_an_item_added_elsewhere_appears(pane: MeetingsPane, sample_journal: Journal) -> None:
    item = agenda.add_item(sample_journal, NEXT, {"title": "From elsewhere"})
    assert titles(pane)[-1] == "From elsewhere"
    agenda.remove_item(sample_journal, item)
    assert "From elsewhere" not in titles(pane)


def test_many_meetings_open_by_the_page(
    sample_journal: Journal, open_pane: Callable[..., MeetingsPane], qtbot: QtBot
) -> None:
    with sample_journal.change("many") as connection:
        for n in range(1000):
            entries.insert_row(connection, meeting_table, {
                "person_id": 1 + n % 9, "planned_minutes": 30, "status": "held",
                "starts_at": datetime(2015, 1, 1, 10) + timedelta(days=n),
            })
    pane = open_pane(sample_journal)
    assert pane.list.rowCount() < 70
    bar = pane.view.verticalScrollBar()
    for _ in range(3):
        bar.setValue(bar.maximum())
        qtbot.wait(1)
    assert pane.list.rowCount() > 150
    heights = {pane.view.rowHeight(row) for row in range(pane.list.rowCount())
               if not pane.list.is_section(row)}
    assert heights == {52}


def test_the_chip_gives_way_to_the_meeting_s_time(
    sample_journal: Journal, open_pane: Callable[..., MeetingsPane], qapp: QApplication
) -> None:
    theme.apply(qapp, "light", 1.5)
    head = editor(open_pane(sample_journal, 1196, 758)).head
    try:
        assert head.when.shown_lines() == [head.when.text()]
        assert head.chip.isVisible() and head.chip.y() >= head.when.geometry().bottom()
        head.resize(1600, head.height())
        QApplication.processEvents()
        assert head.chip.y() < head.when.geometry().bottom()
    finally:
        theme.apply(qapp, "light")
