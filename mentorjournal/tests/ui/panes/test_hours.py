"""The page of hours and the column beside the goals: what they say, the keyboard, what follows."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import commitments, people
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.journal.verb_cases_hours import called, elective
from mentorjournal.tests.windows import button, read
from mentorjournal.ui import theme
from mentorjournal.ui.panes.hours import HoursPane
from mentorjournal.ui.panes.hours_column import HoursColumn
from mentorjournal.ui.widgets.hours_field import HoursField

DAY = build.SAMPLE_DAY
KEY = Qt.Key


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


def shown(widget: QWidget, qtbot: QtBot, width: int = 1232) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, 800)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()


def opened(journal: Journal, settings: Settings, qtbot: QtBot) -> HoursPane:
    clock.set_as_of(DAY)
    theme.apply(QApplication.instance(), "light")
    made = HoursPane(journal, settings)
    shown(made, qtbot)
    made.focus_first()
    return made


@pytest.fixture
def pane(sample_journal: Journal, settings: Settings, qtbot: QtBot) -> HoursPane:
    return opened(sample_journal, settings, qtbot)


@pytest.fixture
def column(sample_journal: Journal, qtbot: QtBot) -> HoursColumn:
    clock.set_as_of(DAY)
    theme.apply(QApplication.instance(), "light")
    made = HoursColumn(sample_journal)
    sample_journal.changed.connect(made.take_changes)
    shown(made, qtbot, 344)
    return made


def titles(pane: HoursPane) -> list[str]:
    return [row.about.title for row in pane.running.rows()]


def said(widget: QWidget) -> str:
    """Every visible label as it is read out."""
    return "\n".join(one.accessibleName() or one.text() for one in widget.findChildren(QLabel)
                     if one.isVisible())


def test_the_sample_is_over_and_asked_about_quietly(pane: HoursPane) -> None:
    words = said(pane)
    assert "13.0 of 12 h a week" in words and "1.0 h over" in words
    assert "You are at 108%. What could you hand back?" in words
    assert "2 of your promises were late in the last 30 days." in words
    assert "2.5 h a week serve no goal of yours" in words and "Is that what you want?" not in words
    assert titles(pane)[0].startswith("ICU recovery") and len(titles(pane)) == 6
    assert pane.running.rows()[0].hasFocus()


def test_what_waits_for_an_answer_is_weighed(pane: HoursPane) -> None:
    assert "With all that is asked: 15.0 of 12 h a week, 125%." in said(pane)
    words = said(pane.requests)
    assert "Dr. Castellanos asked on 6 May" in words
    assert "15.0 of 12 h. You would be 3.0 h over." in words
    assert "Serves no goal of yours." in words
    assert "It would fit from 19 June, when “K12 application” is over." in words
    for text, kind in (("Offer June", "yes_later"), ("Say no kindly", "declined"),
                       ("Ask first", "pending")):
        with qtbot_signal(pane) as heard:
            button(pane.requests, text).click()
        assert heard == [(kind, pane.requests.cards()[0].about.id)]


class qtbot_signal:
    """Collects what a widget wishes."""

    def __init__(self, widget: HoursPane | HoursColumn) -> None:
        self._widget, self._heard = widget, []

    def __enter__(self) -> list[tuple[str, int]]:
        self._slot = lambda kind, key: self._heard.append((kind, key))
        self._widget.wished.connect(self._slot)
        return self._heard

    def __exit__(self, *_: object) -> None:
        self._widget.wished.disconnect(self._slot)


def test_a_request_is_answered_by_keyboard(pane: HoursPane, qtbot: QtBot) -> None:
    card = pane.requests.cards()[0]
    card.setFocus()
    with qtbot_signal(pane) as heard:
        qtbot.keyClick(card, KEY.Key_Return)
        qtbot.keyClick(card, KEY.Key_Delete)
    assert [kind for kind, _ in heard] == ["decide", "remove"]
    card.more.click()
    menu = card.findChild(QMenu)
    assert [one.text() for one in menu.actions() if one.text()] == [
        "Weigh it…", "Say yes…", "Yes, later…", "A smaller yes…", "Say no kindly…", "Pass it on…",
        "Remove"]
    with qtbot_signal(pane) as heard:
        menu.actions()[4].trigger()
    assert heard == [("smaller_yes", card.about.id)]
    menu.close()


def test_rows_are_walked_and_written_in_place(pane: HoursPane, qtbot: QtBot) -> None:
    first, second = pane.running.rows()[:2]
    qtbot.keyClick(first, KEY.Key_Up)
    assert first.hasFocus()
    qtbot.keyClick(first, KEY.Key_Down)
    assert second.hasFocus()
    heard: list[tuple[int, str, float]] = []
    pane.typed.connect(lambda *values: heard.append(values))
    qtbot.keyClick(second, KEY.Key_Return)
    title, hours = second.findChild(QLineEdit), second.findChild(HoursField)
    assert title.hasFocus() and title.text() == "K12 application" and hours.value() == 3.0
    title.setText("The K12")
    hours.setValue(2.5)
    qtbot.keyClick(hours, KEY.Key_Return)
    assert heard == [(second.about.id, "The K12", 2.5)] and second.hasFocus()


def test_escape_gives_up_what_was_written(pane: HoursPane, qtbot: QtBot) -> None:
    row = pane.running.rows()[0]
    heard: list[object] = []
    pane.typed.connect(lambda *values: heard.append(values))
    row.begin()
    row.findChild(QLineEdit).setText("Other")
    qtbot.keyClick(row.findChild(QLineEdit), KEY.Key_Escape)
    assert row.hasFocus() and not heard
    row.begin()
    title = [one for one in row.findChildren(QLineEdit) if one.isVisible()][0]
    title.setText("")
    qtbot.keyClick(title, KEY.Key_Return)
    assert not heard  # a title is needed
    row.begin()
    title = [one for one in row.findChildren(QLineEdit) if one.isVisible()][0]
    title.setText("Kept when the keyboard goes elsewhere")
    pane.running.rows()[2].setFocus()
    assert heard[0][1].startswith("Kept when")


def test_what_a_row_offers(pane: HoursPane, qtbot: QtBot) -> None:
    row = pane.running.rows()[0]
    qtbot.keyClick(row, KEY.Key_Space)
    menu = row.findChild(QMenu)
    assert [one.text() for one in menu.actions() if one.text()] == [
        "Edit…", "Other hours from…", "It is over…", "Remove"]
    with qtbot_signal(pane) as heard:
        menu.actions()[1].trigger()
        qtbot.keyClick(row, KEY.Key_Delete)
    assert heard == [("hours", row.about.id), ("remove", row.about.id)]
    menu.close()


def test_months_are_walked_and_show_what_ran_then(pane: HoursPane, qtbot: QtBot) -> None:
    assert "May 2026: 13.0 of 12 h a week, 1.0 h over, today" in said(pane)
    assert not pane.then.isVisible()
    pane.months.setFocus()
    for _ in range(7):
        qtbot.keyClick(pane.months, KEY.Key_Left)
    assert "October 2025: 14.5 of 12 h a week, 2.5 h over" in said(pane)
    assert "Heart-failure chart review" in [row.about.title for row in pane.then.rows()]
    assert "October 2025" in pane.months.accessibleName()
    assert "December 2025: 8.5 of 12 h a week, 3.5 h free" in pane.months.accessibleDescription()
    qtbot.keyClick(pane.months, KEY.Key_End)
    assert "August 2026: 10.0 of 12 h a week, 2.0 h free, as agreed now" in said(pane)
    qtbot.keyClick(pane.months, KEY.Key_Home)
    assert "May 2025" in said(pane)
    slot = pane.months.width() / 16
    qtbot.mouseClick(pane.months, Qt.MouseButton.LeftButton,
                     pos=pane.months.rect().topLeft() + QPoint(int(slot * 7.5), 60))
    assert "December 2025" in said(pane)
    pane.months.grab()


def test_a_no_counts_and_the_past_is_folded(pane: HoursPane) -> None:
    assert "1 no in the last year. A no counts." in said(pane)
    assert "no to Dr. Haddad, 10 February" in said(pane.refused)
    assert not pane.past.isVisible()
    pane.over.caret.click()
    assert "10 June 2025 to 11 December 2025, done" in said(pane.past)
    pane.over.caret.click()
    assert not pane.past.isVisible()


def test_somebody_else_can_show_a_commitment(
    pane: HoursPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    for title in ("Manuscript 1", "Book chapter", "Journal club", "elective"):
        key = called(sample_journal, title)
        pane.show_commitment(key)
        focused = QApplication.focusWidget()
        assert focused.about.id == key and focused.isVisible()


def test_a_change_is_shown_and_the_focus_stays(
    pane: HoursPane, sample_journal: Journal
) -> None:
    club = called(sample_journal, "Journal club")
    pane.show_commitment(club)
    commitments.change_hours(sample_journal, club, 0.5, DAY)
    assert "12.5 of 12 h a week" in said(pane)
    assert QApplication.focusWidget().about.id == club
    commitments.end(sample_journal, club, DAY)
    assert "12.0 of 12 h a week" in said(pane) and "nothing free" in said(pane)
    assert "hand back?" not in said(pane)  # exactly all of it is not too much
    assert QApplication.focusWidget() in pane.running.rows()
    commitments.decide(sample_journal, elective(sample_journal), "declined", {}, DAY)
    assert "Nobody waits for an answer." in said(pane)
    assert "2 noes in the last year" in said(pane)
    people.edit(sample_journal, 1, {"name": "Dr. Rosalind Newname"})
    assert "asked by Dr. Newname" in said(pane)


def test_what_is_promised_for_later_has_a_place(
    pane: HoursPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    assert not pane.later.isVisible()
    commitments.decide(sample_journal, elective(sample_journal), "yes_later",
                       {"since": DAY + timedelta(35)}, DAY)
    assert "from 19 June" in said(pane.coming) and pane.later.isVisible()
    row, = pane.coming.rows()
    row.setFocus()
    with qtbot_signal(pane) as heard:
        qtbot.keyClick(row, KEY.Key_Return)
        qtbot.keyClick(row, KEY.Key_Delete)
    assert heard == [("edit", row.about.id), ("remove", row.about.id)]


def test_another_text_size_and_a_narrow_page_are_taken_up(
    pane: HoursPane, qtbot: QtBot
) -> None:
    before = pane.running.rows()[0].height()
    theme.apply(QApplication.instance(), "light", 1.4)
    qtbot.waitUntil(lambda: pane.running.rows()[0].height() > before)
    pane.resize(1000, 700)
    assert pane._side.width() <= 400
    pane.months.grab()
    assert pane.scroll.horizontalScrollBar().maximum() == 0
    theme.apply(QApplication.instance(), "light")


def test_a_request_that_would_leave_little_is_not_urged(
    pane: HoursPane, sample_journal: Journal
) -> None:
    for hours, first in ((14.0, "Offer June"), (15.0, "Weigh it"), (17.6, "Weigh it"),
                         (17.7, "Say yes")):
        commitments.set_capacity(sample_journal, hours, DAY, DAY)
        card, = pane.requests.cards()
        assert button(card, first).isVisible()
        assert ("What would give way in a full week?" in said(card)) is (first == "Weigh it")


def test_the_line_below_the_title_is_whole_at_a_large_text_size(
    pane: HoursPane, qtbot: QtBot
) -> None:
    theme.apply(QApplication.instance(), "light", 1.5)
    pane.resize(1022, 660)  # beside the sidebar, in a window of 1100
    line = pane.header.head._subtitle
    assert line.accessibleName() == "6 commitments · 1 request waits"
    qtbot.waitUntil(lambda: line.fontMetrics().horizontalAdvance(
        "6 commitments · 1 request waits") <= line.width())
    theme.apply(QApplication.instance(), "light")


def test_a_request_is_not_there_before_it_was_made(
    sample_journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    clock.set_as_of(DAY - timedelta(10))  # asked on 6 May
    made = HoursPane(sample_journal, settings)
    qtbot.addWidget(made)
    assert not made.requests.cards()
    assert "request" not in made.header.head._subtitle.accessibleName()
    clock.set_as_of(DAY - timedelta(9))
    made = HoursPane(sample_journal, settings)
    qtbot.addWidget(made)
    assert len(made.requests.cards()) == 1


def test_an_empty_page_says_how_to_begin(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    pane = opened(journal, settings, qtbot)
    assert "No hours noted yet" in read(pane)
    with qtbot_signal(pane) as heard:
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert heard == [("capacity", 0)]
    commitments.set_capacity(journal, 8.0, DAY, DAY)
    with qtbot_signal(pane) as heard:
        pane.begin.button().click()
    assert heard == [("add", 0)]
    key = commitments.add(journal, {"title": "A", "decision": "accepted", "hours_per_week": 2.0})
    assert "2.0 of 8 h a week" in said(pane) and not pane.notice.isVisible()
    commitments.remove(journal, key)
    assert "No hours noted yet" in read(pane)


def test_without_a_capacity_the_next_step_is_said(
    journal: Journal, settings: Settings, qtbot: QtBot
) -> None:
    commitments.add(journal, {"title": "A", "decision": "accepted", "hours_per_week": 2.0})
    pane = opened(journal, settings, qtbot)
    assert "2.0 h a week" in said(pane) and "0%" not in said(pane)
    with qtbot_signal(pane) as heard:
        button(pane, "Set the hours…").click()
    assert heard == [("capacity", 0)]


def test_the_header_and_the_menu(pane: HoursPane, qtbot: QtBot) -> None:
    with qtbot_signal(pane) as heard:
        for made in (pane.request, pane.add, pane.head.edit):
            made.click()
        pane.wish_request()
        pane.wish("edit", 3)
    assert heard == [("request", 0), ("add", 0), ("capacity", 0), ("request", 0), ("edit", 3)]
    with qtbot.waitSignal(pane.page_wanted) as wanted:
        pane.header.tabs.setCurrentIndex(0)
    assert wanted.args == ["goals"]


@pytest.mark.parametrize("word", [*build.NAUGHTY, "x" * 290])
def test_whatever_is_written_is_shown_as_it_is(
    journal: Journal, settings: Settings, qtbot: QtBot, word: str
) -> None:
    for decision in ("accepted", "pending", "declined", "passed_to", "done"):
        until = {"until": DAY - timedelta(2)} if decision == "done" else {}
        commitments.add(journal, {
            "title": f"T {word}"[:300], "decision": decision, "hours_per_week": 1.5,
            "asked_by": word[:300], "passed_to": word[:300], "decided_on": DAY, **until})
    pane = opened(journal, settings, qtbot)
    pane.over.set_open(True)
    pane.grab()
    assert pane.scroll.horizontalScrollBar().maximum() == 0
    for one in pane.findChildren(QLabel):
        if one.textFormat() == Qt.TextFormat.RichText:
            assert "<b>" not in one.text() and "<img" not in one.text()


def test_the_column_beside_the_goals(column: HoursColumn, qtbot: QtBot) -> None:
    words = said(column)
    assert "13.0 of 12 h a week" in words and "1.0 h over" in words
    assert "last day 18 June" in words and "asked by Dr. Okafor" not in words
    assert "15.0 of 12 h. You would be 3.0 h over." in words
    with qtbot_signal(column) as heard:
        column.rows.rows()[0].setFocus()
        qtbot.keyClick(column.rows.rows()[0], KEY.Key_Return)
        button(column, "Offer June").click()
        button(column, "Before you say yes…").click()
        button(column, "All hours").click()
    first = column.rows.rows()[0].about.id
    assert heard == [("show", first), ("yes_later", column.requests.cards()[0].about.id),
                     ("request", 0), ("show", 0)]


def test_the_column_follows(column: HoursColumn, sample_journal: Journal) -> None:
    commitments.decide(sample_journal, elective(sample_journal), "declined", {}, DAY)
    assert "Nobody waits for an answer." in said(column)
    column.show_day(DAY + timedelta(60))
    assert "10.0 of 12 h a week" in said(column) and "2.0 h free" in said(column)


def test_the_column_of_an_empty_journal(journal: Journal, qtbot: QtBot) -> None:
    clock.set_as_of(DAY)
    made = HoursColumn(journal)
    journal.changed.connect(made.take_changes)
    shown(made, qtbot, 344)
    with qtbot_signal(made) as heard:
        button(made, "Set the hours you can give…").click()
        commitments.set_capacity(journal, 8.0, DAY, DAY)
        button(made, "Add a commitment…").click()
    assert heard == [("capacity", 0), ("add", 0)]
    commitments.add(journal, {"title": "A", "decision": "accepted", "hours_per_week": 1.0})
    assert not made.act.isVisible()
