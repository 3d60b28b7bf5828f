"""The timeline pane through its widgets: choosing, the strip, filters, the list, changes, files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import entries, meetings, people, promises
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.timeline import Mark
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.ui import theme
from mentorjournal.ui.panes.timeline import MOST, TimelinePane
from mentorjournal.ui.panes.timeline_filters import TimelineFilter
from mentorjournal.ui.panes.timeline_header import SCALES

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def pane(sample_journal: Journal, settings: Settings, qtbot: QtBot) -> TimelinePane:
    return opened(sample_journal, settings, qtbot)


@pytest.fixture
def alone(journal: Journal) -> Iterator[Journal]:
    clock.set_as_of(build.SAMPLE_DAY)
    yield journal


def opened(
    journal: Journal, settings: Settings, qtbot: QtBot, width: int = 1232, height: int = 872
) -> TimelinePane:
    made = TimelinePane(journal, settings)
    qtbot.addWidget(made)
    made.resize(width, height)
    made.show()
    made.activateWindow()
    made.focus_first()
    qtbot.wait(1)
    return made


def texts(widget: QWidget) -> str:
    QApplication.processEvents()  # what was put into a layout is shown then
    shown = [one for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]
    return "\n".join(one.text().replace("\u200b", "") for one in shown)


def mark(pane: TimelinePane, name: str, part: str, place: int = -1) -> Mark:
    """A mark of somebody: the last of a part unless said."""
    lane = next(lane for lane in pane.facts.lanes if name in lane.name)
    return [one for one in lane.marks if one.part == part][place]


def rows(pane: TimelinePane) -> set[object]:
    return {row.key for row in pane.rows.records()}


# Choosing -------------------------------------------------------------------------------------


def test_it_opens_on_a_year_with_everybody_and_a_hint_of_the_keys(pane: TimelinePane) -> None:
    assert len(pane.view.board.lanes) == len(pane.facts.people) == 12
    assert pane.header.scale.current() == "year"
    assert "June 2026" in texts(pane.header)
    assert "arrow keys" in pane.strip.hint.text() and pane.strip.hint.isVisible()
    assert pane.view.hasFocus()


def test_by_keyboard_a_meeting_is_chosen_told_and_its_notes_are_asked_for(
    pane: TimelinePane, qtbot: QtBot
) -> None:
    wanted: list[int] = []
    pane.notes_wanted.connect(wanted.append)
    qtbot.keyClick(pane.view, Qt.Key.Key_Right)
    while pane.current_mark().part != "held":
        qtbot.keyClick(pane.view, Qt.Key.Key_Left)
    chosen = pane.current_mark()
    found = meetings.get(pane.facts.journal, chosen.row)
    told = texts(pane.strip)
    assert f"{found.starts_at:%H:%M}–" in told and "Meeting, " in told
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert wanted == [chosen.row]
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    assert pane.current_mark() is None and pane.strip.hint.isVisible()


def test_next_and_before_walk_the_lane_and_stop_at_its_ends(
    pane: TimelinePane, qtbot: QtBot
) -> None:
    lane = next(lane for lane in pane.facts.lanes if "Osei" not in lane.name)
    pane.choose(lane.marks[0].key)
    assert not pane.strip.back.isEnabled()
    for following in lane.marks[1:]:
        qtbot.mouseClick(pane.strip.next, Qt.MouseButton.LeftButton)
        assert pane.current_mark() == following == pane.view.chosen.mark
    assert not pane.strip.next.isEnabled() and pane.strip.back.isEnabled()


@pytest.mark.parametrize(("part", "words", "way"), [
    ("held", "Started", "notes"), ("answered", "What it was about", "contact"),
    ("given", "Reported back", "feedback"), ("told", "What comes next", "given"),
    ("said", "Thanks for", "person"),
    ("submitted", "Letter for", "letter"), ("achieved", "What was achieved", "person"),
    ("start", "Your time together began.", "person"), ("agreed", "What we want", "person"),
    ("coming", "Still to come", "notes"), ("called_off", "Cancelled", "notes"),
])
def test_every_kind_is_told_in_its_own_words_and_leads_on(
    pane: TimelinePane, part: str, words: str, way: str
) -> None:
    journal = pane.facts.journal
    if part == "coming":
        meetings.add(journal, {"person_id": 1, "starts_at": "2026-06-01T10:00",
                               "planned_minutes": 30})
    found = [
        (lane, one) for lane in pane.facts.lanes for one in lane.marks if one.part == part]
    heard: dict[str, list[int]] = {
        "notes": [], "contact": [], "feedback": [], "given": [], "letter": [], "person": []}
    pane.notes_wanted.connect(heard["notes"].append)
    pane.contact_edit_wanted.connect(heard["contact"].append)
    pane.feedback_wanted.connect(heard["feedback"].append)
    pane.given_wanted.connect(heard["given"].append)
    pane.letter_wanted.connect(heard["letter"].append)
    pane.person_wanted.connect(heard["person"].append)
    told = []
    for lane, one in found:
        pane.choose(one.key)
        told.append(texts(pane.strip))
        assert lane.name in told[-1]
        pane.view.mark_opened.emit(one, lane)
    assert any(words in text for text in told), told
    assert heard.pop(way) == [lane.person_id if way == "person" else one.row
                              for lane, one in found]
    assert not any(heard.values())


def test_a_ticked_action_is_written_keeps_the_keyboard_and_can_be_taken_back(
    pane: TimelinePane, qtbot: QtBot
) -> None:
    journal = pane.facts.journal
    met = mark(pane, "Okafor", "held")
    action = promises.add(journal, {"text": "Bring the pages", "meeting_id": met.row})
    pane.choose(met.key)
    tick = pane.strip.ticks[action]
    assert tick.accessibleName() == "Bring the pages: kept" and not tick.isChecked()
    tick.setFocus()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    kept = next(one for one in promises.of_person(journal, 1) if one.id == action)
    assert kept.done_on == build.SAMPLE_DAY
    assert "Done Fri 15 May" in texts(pane.strip)
    assert pane.strip.ticks[action].hasFocus() and pane.strip.ticks[action].isChecked()
    journal.undo()
    assert not pane.strip.ticks[action].isChecked() and "No date" in texts(pane.strip)


def test_marks_drawn_as_one_are_listed_and_each_can_be_gone_to(
    alone: Journal, settings: Settings, qtbot: QtBot
) -> None:
    who = people.add(alone, {"name": "Prof. Ada Busy"})
    for day in range(1, 9):
        entries.add(alone, "contacts", {
            "person_id": who, "date": f"2026-04-0{day}", "line": f"Call {day}", "answered": True})
    pane = opened(alone, settings, qtbot)
    marks = pane.facts.lanes[0].marks
    pane.choose(marks[0].key)
    listed = pane.strip.gathered
    assert "8 marks here" in texts(pane.strip)
    assert [listed.item(n).text() for n in (0, 7)] == [
        "Wed 1 Apr · Contact: Call 1", "Wed 8 Apr · Contact: Call 8"]
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert pane.current_mark() == marks[1] and "Call 2" in texts(pane.strip)
    assert pane.strip.gathered.hasFocus() and pane.strip.gathered.currentRow() == 1
    pane.view.zooming.to(60.0, 100.0, smooth=False)
    assert pane.strip.gathered is None and "marks here" not in texts(pane.strip)


# Filter ---------------------------------------------------------------------------------------


def test_the_panel_finds_a_person_by_a_part_of_the_name_and_esc_closes_it(
    pane: TimelinePane, qtbot: QtBot
) -> None:
    pane.header.filter.click()
    assert pane.panel.isVisible() and pane.panel.search.hasFocus()
    qtbot.keyClicks(pane.panel.search, "OKAF")
    qtbot.keyClick(pane.panel.search, Qt.Key.Key_Return)
    assert [lane.name for lane in pane.view.board.lanes] == ["Dr. Rosalind Okafor"]
    assert pane.chips.words() == ["Dr. Okafor"]
    assert pane.header.filter.text() == "Filter · 1"
    qtbot.keyClick(pane.panel, Qt.Key.Key_Escape)
    assert not pane.panel.isVisible()
    pane.header.filter.click()
    assert pane.panel.chosen() == pane.filter
    pane.panel.clear.click()
    assert pane.filter.is_open and not pane.chips.isVisible()
    assert len(pane.view.board.lanes) == 12


def test_chart_and_list_hold_the_same_under_every_filter(pane: TimelinePane) -> None:
    pane.set_mode("list")
    for chosen in (
        TimelineFilter(), TimelineFilter(kinds=frozenset({"feedback", "letter"})),
        TimelineFilter(roles=frozenset({"coach"})),
        TimelineFilter(standings=frozenset({"mentee", "past"})),
        TimelineFilter(frozenset({1, 2}), frozenset({"thanks"})),
    ):
        pane.set_filter(chosen)
        board = pane.view.board
        in_chart = {one.key for lane in board.lanes for one in board.rows(lane).marks}
        assert rows(pane) == in_chart
        assert {pane.facts.people[lane.person_id] for lane in board.lanes} == {
            one for one in pane.facts.people.values() if chosen.lets(one)}
        assert in_chart


def test_a_chip_takes_its_part_away_by_press_or_delete_and_clear_all_of_them(
    pane: TimelinePane, qtbot: QtBot
) -> None:
    pane.set_filter(TimelineFilter(
        frozenset({1}), frozenset({"meeting", "thanks"}), standings=frozenset({"mentor"})))
    assert pane.chips.words() == ["Dr. Okafor", "Mentors", "Meeting", "Thanks"]
    pane.chips.chips()[1].click()
    chip = pane.chips.chips()[0]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert pane.filter == TimelineFilter(kinds=frozenset({"meeting", "thanks"}))
    assert pane.isAncestorOf(QApplication.focusWidget())
    pane.chips.clear.click()
    assert pane.filter.is_open and pane.chips.isHidden()


def test_one_person_can_be_shown_from_elsewhere(pane: TimelinePane) -> None:
    pane.show_person(7)
    assert [lane.person_id for lane in pane.view.board.lanes] == [7]
    pane.show_person(4711)
    assert len(pane.view.board.lanes) == 12


def test_what_the_filter_hides_is_no_longer_chosen(pane: TimelinePane) -> None:
    pane.choose(mark(pane, "Okafor", "held").key)
    pane.set_filter(TimelineFilter(kinds=frozenset({"thanks"})))
    assert pane.current_mark() is None and pane.strip.hint.isVisible()


# The list -------------------------------------------------------------------------------------


def test_a_row_chosen_by_keyboard_is_told_below_and_chosen_in_the_chart(
    pane: TimelinePane, qtbot: QtBot
) -> None:
    pane.header.mode.button("list").click()
    table = pane.list.table
    assert table.hasFocus() and not pane.header.scale.isVisible()
    qtbot.keyClick(table, Qt.Key.Key_End)
    oldest = pane.current_mark()
    assert oldest.day == min(one.day for lane in pane.facts.lanes for one in lane.marks)
    assert str(oldest.day.year) in texts(pane.strip)
    pane.header.mode.button("chart").click()
    assert pane.view.chosen.mark == oldest and pane.view.hasFocus()


def test_every_row_says_who_and_when_and_what_and_no_query_is_made_per_row(
    pane: TimelinePane
) -> None:
    pane.set_mode("list")
    model = pane.rows
    asked: list[str] = []
    connection = pane.facts.journal.read().connection.driver_connection
    connection.set_trace_callback(asked.append)
    spoken = [model.index(row, 0).data(SPOKEN) for row in range(model.rowCount())]
    connection.set_trace_callback(None)
    assert len(asked) < 10 * (1 + len(spoken) // 64)  # one a table and page
    assert any("feedback I gave" in text for text in spoken)
    for said, row in zip(spoken, model.records(), strict=True):
        assert row.name in said and str(row.mark.day.day) in said
    assert any("Aims v3" in said for said in spoken)


def test_today_leads_to_the_rows_of_today(pane: TimelinePane, qtbot: QtBot) -> None:
    pane.set_mode("list")
    table = pane.list.table
    table.scrollToBottom()
    pane.header.today.click()
    assert table.visualRect(pane.rows.index(pane.rows.row_of_today(), 0)).intersects(
        table.viewport().rect())


def test_a_filter_that_leaves_nothing_says_so_and_offers_to_clear(pane: TimelinePane) -> None:
    pane.set_mode("list")
    pane.set_filter(TimelineFilter(frozenset({9}), frozenset({"letter"})))
    assert "Nothing here" in texts(pane.list)
    pane.list.filter_clear_wanted.emit()
    assert pane.rows.rowCount() == sum(len(lane.marks) for lane in pane.facts.lanes)


# Changes --------------------------------------------------------------------------------------


def test_a_change_reads_only_the_lane_it_concerns(pane: TimelinePane) -> None:
    pane.set_mode("list")
    before = {lane.person_id: lane for lane in pane.facts.lanes}
    count = pane.rows.rowCount()
    entries.add(pane.facts.journal, "thanks", {
        "person_id": 4, "date": "2026-05-14", "for_what": "The long letter"})
    after = {lane.person_id: lane for lane in pane.facts.lanes}
    assert {key for key in after if after[key] is not before[key]} == {4}
    assert pane.rows.rowCount() == count + 1
    at = pane.rows.row_of_key(mark(pane, "Brandt", "said").key)
    assert pane.rows.index(at, 3).data() == "The long letter"


def test_other_words_of_a_meeting_are_read_again(pane: TimelinePane) -> None:
    pane.set_mode("list")
    met = mark(pane, "Okafor", "held")
    pane.choose(met.key)
    at = pane.rows.row_of_key(met.key)
    before = pane.rows.index(at, 3).data()
    meetings.edit(pane.facts.journal, met.row, {"headline": "Quite another thing"})
    assert pane.rows.index(at, 3).data() == "Quite another thing" != before


def test_somebody_removed_leaves_the_filter_too(pane: TimelinePane) -> None:
    pane.show_person(9)
    people.remove(pane.facts.journal, 9)
    QApplication.processEvents()
    assert pane.filter.is_open
    assert pane.view.board.lanes


def test_what_is_chosen_and_removed_leaves_the_hint(pane: TimelinePane) -> None:
    met = mark(pane, "Okafor", "held")
    pane.choose(met.key)
    meetings.remove(pane.facts.journal, met.row)
    assert pane.current_mark() is None and pane.strip.hint.isVisible()
    people.remove(pane.facts.journal, 9)
    assert len(pane.view.board.lanes) == 11


def test_a_new_day_reads_everything_again(pane: TimelinePane) -> None:
    clock.set_as_of(date(2026, 7, 1))
    pane.hide()
    pane.show()
    assert pane.facts.as_of == date(2026, 7, 1) == pane.view.today


def test_an_empty_journal_asks_for_a_person_and_then_shows_them(
    alone: Journal, settings: Settings, qtbot: QtBot
) -> None:
    pane = opened(alone, settings, qtbot)
    wished: list[bool] = []
    pane.person_add_wanted.connect(lambda: wished.append(True))
    assert pane.empty.button().hasFocus() and not pane.header.filter.isVisible()
    qtbot.keyClick(pane.empty.button(), Qt.Key.Key_Space)
    assert wished == [True]
    people.add(alone, {"name": "Dr. Rosalind Okafor"})
    assert pane.view.isVisible() and len(pane.view.board.lanes) == 1
    assert "Nothing has happened yet" in pane.strip.hint.text()
    pane.set_mode("list")
    assert "Nothing has happened yet" in texts(pane.list)
    assert not any(one.isVisible() for one in pane.list.findChildren(QPushButton))


# Files ----------------------------------------------------------------------------------------


def test_the_picture_is_light_and_sharp_whatever_the_window_wears(
    sample_journal: Journal, settings: Settings, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, "light")
    light = opened(sample_journal, settings, qtbot).picture("png", "A4")
    theme.apply(qapp, "dark", 1.4)
    pane = opened(sample_journal, settings, qtbot)
    pane.view.zooming.to(SCALES["year"], 0.0, smooth=False)
    pane.view.show_today()
    dark = QImage.fromData(pane.picture("png", "A4"))
    theme.apply(qapp, "light")
    first = QImage.fromData(light)
    assert first.width() > 2300
    assert dark.width() == first.width() and abs(dark.height() - first.height()) < 60
    assert dark.pixelColor(4, 4) == first.pixelColor(4, 4) == QColor("#ffffff")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_pages_lie_across_and_hold_every_lane_the_filter_the_day_and_the_legend(
    sample_journal: Journal, settings: Settings, qtbot: QtBot, paper: str
) -> None:
    for number in range(30):
        people.add(sample_journal, {"name": f"Somebody Number{number:02}"})
    pane = opened(sample_journal, settings, qtbot)
    pane.set_filter(TimelineFilter(standings=frozenset({"mentor"})))
    document = pypdfium2.PdfDocument(pane.picture("pdf", paper))
    pages = [page.get_textpage().get_text_bounded() for page in document]
    width, height = document[0].get_size()
    document.close()
    assert (round(width), round(height)) == {"A4": (842, 595), "Letter": (792, 612)}[paper]
    assert len(pages) == 3 and "Page 3 of 3" in pages[2]
    for text in pages:
        assert "As of Friday 15 May 2026" in text and "Longer than agreed" in text
        assert "2026 · Mentors" in text
    whole = "\n".join(pages)
    assert "Dr. Okafor" in whole and "Stroud" not in whole
    assert sorted(re.findall(r"Somebody Number(\d\d)", whole)) == [
        f"{number:02}" for number in range(30)]


def test_export_and_print_of_the_menu_are_wishes(pane: TimelinePane) -> None:
    heard: list[str] = []
    pane.export_wanted.connect(heard.append)
    pane.print_wanted.connect(lambda: heard.append("print"))
    pane.export_current(".pdf")
    pane.print_current()
    assert heard == ["pdf", "print"]


# Sizes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height", "scale"), [
    (1232, 872, 1.0), (1044, 650, 1.0), (1044, 650, 1.4)])
def test_nothing_of_the_strip_is_clipped_and_the_chart_keeps_half(
    sample_journal: Journal, settings: Settings, qtbot: QtBot, qapp: QApplication,
    width: int, height: int, scale: float,
) -> None:
    theme.apply(qapp, "light", scale)
    pane = opened(sample_journal, settings, qtbot, width, height)
    pane.choose(mark(pane, "Okafor", "held").key)
    qtbot.wait(20)
    upper, lower = pane.splitter.sizes()
    assert lower <= (upper + lower) * MOST + 1
    strip = pane.strip
    for button in (strip.way, strip.person, strip.back, strip.next):
        place = button.mapTo(strip, button.rect().bottomRight())
        assert strip.rect().contains(place), button.text()
    for button in (strip.way, strip.person):
        assert button.width() >= button.sizeHint().width()
    assert pane.width() == width
    theme.apply(qapp, "light")
