"""The agenda editor through its widgets: keys, dragging, options, asks, readiness, carrying in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import agenda, meetings, people, promises
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.prep_pane import (
    NEXT,
    carried,
    editor,
    heard,
    open_card,
    opened,
    said,
    titles,
)
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_editor import MeetingEditor
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


# The agenda -----------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["row", "field"])
def test_alt_down_moves_an_item_and_the_focus_goes_along(
    pane: MeetingsPane, sample_journal: Journal, qtbot: QtBot, where: str
) -> None:
    card = open_card(pane, 0)
    target: QWidget = card.title if where == "field" else card
    target.setFocus()
    before = titles(pane)
    qtbot.keyClick(target, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(pane) == [before[1], before[0], *before[2:]]
    assert [i.title for i in agenda.items(sample_journal, NEXT)] == titles(pane)
    assert target.hasFocus()
    assert card.number.text() == "2"
    qtbot.keyClick(target, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(target, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)  # at the top already
    assert titles(pane) == before


def test_dragging_reorders_in_one_step(
    pane: MeetingsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    editor(pane).agenda.open_item(None)
    qtbot.wait(1)
    cards = editor(pane).agenda.cards()
    before = titles(pane)
    handle = cards[0].handle
    last = cards[-1]
    goal = last.mapToGlobal(QPoint(20, last.height() - 2))
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(handle, handle.mapFromGlobal(goal))
    handle.dragged.emit(goal)
    assert titles(pane) == before  # nothing is written while the mouse is down
    assert editor(pane).agenda.mark.isVisible()
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=handle.mapFromGlobal(goal))
    assert titles(pane) == [*before[1:], before[0]]
    assert not editor(pane).agenda.mark.isVisible()
    sample_journal.undo()
    assert titles(pane) == before


def test_one_item_is_open_at_a_time(pane: MeetingsPane, qtbot: QtBot) -> None:
    first, second, *_ = editor(pane).agenda.cards()
    assert first.is_open
    assert not second.is_open
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert second.is_open
    assert not first.is_open
    assert second.title.hasFocus()
    qtbot.keyClick(second.title, Qt.Key.Key_Escape)
    assert not second.is_open
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()


def test_removing_can_be_undone_in_place(
    pane: MeetingsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    page, before = editor(pane), titles(pane)
    page.agenda.open_item(None)
    card = page.agenda.cards()[1]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Delete)
    assert titles(pane) == [before[0], *before[2:]]
    assert page.agenda.cards()[1].hasFocus()
    assert page.agenda.removed.isVisible()
    qtbot.mouseClick(page.agenda.removed.undo, Qt.MouseButton.LeftButton)
    assert titles(pane) == before
    assert len(agenda.items(sample_journal, NEXT)[1].options) == 2
    assert not page.agenda.removed.isVisible()


def test_the_offer_to_undo_goes_with_the_next_change(
    pane: MeetingsPane, sample_journal: Journal
) -> None:
    page = editor(pane)
    page.agenda.remove(page.agenda.cards()[3].item.id)
    assert page.agenda.removed.isVisible()
    meetings.edit(sample_journal, NEXT, {"opening": "Two things."})
    assert not page.agenda.removed.isVisible()


def test_options_with_a_preference(
    pane: MeetingsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    options = open_card(pane, 1).details.options
    first, second = options.rows()
    assert first.lean.isChecked()
    second.lean.click()
    assert [o.preferred for o in agenda.items(sample_journal, NEXT)[1].options] == [False, True]
    assert not first.lean.isChecked()
    options.add.edit.setFocus()
    qtbot.keyClicks(options.add.edit, "Ask the editor")
    qtbot.keyClick(options.add.edit, Qt.Key.Key_Return)
    assert options.rows()[-1].text.text() == "Ask the editor"
    options.rows()[0].drop.click()
    assert [o.text for o in agenda.items(sample_journal, NEXT)[1].options][-1] == "Ask the editor"
    assert len(options.rows()) == 2


def test_an_ask_ahead_with_minutes_day_and_link(
    pane: MeetingsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    asks = open_card(pane, 1).details.asks
    asks.add.edit.setFocus()
    qtbot.keyClicks(asks.add.edit, "Look at the two curves")
    pane.view.setFocus()  # leaving the line adds what stands in it
    row = asks.rows()[0]
    assert row.says.text() == "goes out with the agenda"
    row.minutes.setValue(20)
    row.due.set_day(date(2026, 5, 18))
    row.link.insertPlainText("curves.pdf")
    row.link.commit()
    assert "a week ahead" in row.says.text()
    row.sent.click()
    ask = agenda.asks(sample_journal, NEXT)[-1]
    assert (ask.text, ask.minutes, ask.due, ask.link) == (
        "Look at the two curves", 20, date(2026, 5, 18), "curves.pdf")
    assert ask.sent_at
    assert row.says.text() == "on Fri 15 May"


def test_kind_priority_result_domain_and_parking(
    pane: MeetingsPane, sample_journal: Journal
) -> None:
    card = open_card(pane, 2)
    for box, key in (
        (card.kind, "problem"), (card.priority, "must"), (card.details.wanted, "advice"),
        (card.details.domain, "personal"),
    ):
        box.set_current(key)
        box.chosen.emit(key)
    item = agenda.items(sample_journal, NEXT)[2]
    assert (item.kind, item.priority, item.wanted, item.domain) == (
        "problem", "must", "advice", "personal")
    card.details.park.click()
    assert agenda.items(sample_journal, NEXT)[2].state == "parked"
    assert editor(pane).time_total.text() == "32 of 45 min"
    assert card.number.text() == ""
    card.details.park.click()
    assert card.number.text() == "3"


@pytest.mark.parametrize("scale", [1.0, 1.4])
@pytest.mark.parametrize("width", [1044, 1232])  # of the pane in windows of 1100 and 1440
def test_nothing_of_an_item_is_cut(
    sample_journal: Journal, open_pane: Callable[..., MeetingsPane], qapp: QApplication,
    width: int, scale: float,
) -> None:
    theme.apply(qapp, "light", scale)
    try:
        pane = open_pane(sample_journal, width)
        page = editor(pane)
        page.agenda.open_item(None)
        QApplication.processEvents()
        for card in page.agenda.cards():
            assert "".join(card.resting_title.shown_lines()) == card.item.title
            assert "".join(card.resting_kind.shown_lines()) == card.resting_kind.text()
        card = open_card(pane, 2)
        details = card.details
        QApplication.processEvents()
        for choice in (card.kind, card.priority, details.wanted, details.domain):
            assert choice.width() >= choice.sizeHint().width()
            assert choice.mapTo(card, choice.rect().topRight()).x() < card.width()
        assert page.horizontalScrollBar().maximum() == 0
    finally:
        theme.apply(qapp, "light")


def test_tab_goes_down_the_page(pane: MeetingsPane, qtbot: QtBot) -> None:
    page = editor(pane)
    page.agenda.open_item(None)
    page.agenda.cards()[0].setFocus()
    order = [QApplication.focusWidget()]
    for _ in range(9):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        order.append(QApplication.focusWidget())
    cards = page.agenda.cards()
    assert [w for w in order if w in cards] == cards
    assert page.agenda.add.edit in order


def test_any_text_can_be_an_item(
    journal: Journal, open_pane: Callable[..., MeetingsPane]
) -> None:
    clock.set_as_of(build.SAMPLE_DAY)
    which = build.add_meeting(journal, build.add_person(journal, "<b>Bold</b> & Sons"))
    for text in build.NAUGHTY:
        agenda.add_item(journal, which, {"title": text, "question": text, "background": text})
    pane = open_pane(journal)
    for card, item in zip(
        editor(pane).agenda.cards(), agenda.items(journal, which), strict=True
    ):
        editor(pane).agenda.open_item(item.id)
        assert card.title.text() == item.title
        assert card.details.question.text() == (item.question or "").replace("\u2028", "\n"
            ).replace("\u2029", "\n")
    for label in pane.findChildren(QLabel):
        if "<b>" in label.text():
            assert label.textFormat() == Qt.TextFormat.PlainText


# Readiness ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "place"), [
    ("late_read", lambda page: page.agenda.cards()[0].details.asks.rows()[0].sent),
    ("other_domain", lambda page: page.agenda.cards()[3].details.domain),
])
def test_a_finding_leads_to_its_place(
    pane: MeetingsPane, qtbot: QtBot, key: str, place: Callable[[MeetingEditor], QWidget]
) -> None:
    page = editor(pane)
    finding = next(f for f in page.readiness.findings() if f.key == key)
    button = next(b for b in page.readiness.buttons() if b.text() == finding.sentence)
    button.click()
    assert place(page).hasFocus()


def test_what_is_missing_is_said_and_leads_there(
    pane: MeetingsPane, sample_journal: Journal
) -> None:
    pane.show_meeting(52)
    page = editor(pane)
    assert pane.footer.state.text() == "2 things to finish"
    pane.footer.state.click()
    assert page.readiness.buttons()[0].hasFocus()
    page.readiness.buttons()[0].click()
    assert page.outcome.hasFocus()
    page.readiness.buttons()[1].click()
    assert page.agenda.add.edit.hasFocus()


def test_sending_leads_to_the_email_draft(pane: MeetingsPane) -> None:
    page = editor(pane)
    button = next(b for b in page.readiness.buttons() if b.text().startswith("Send the agenda"))
    button.click()
    assert pane.footer.email.hasFocus()


def test_how_far_the_agenda_is_stands_in_sight_and_counts_what_is_listed(
    pane: MeetingsPane, sample_journal: Journal
) -> None:
    assert pane.footer.state.text() == "1 thing to finish, then send it · 1 hint"
    listed = [button.text() for button in editor(pane).readiness.buttons()]
    assert "20-minute read" in listed[0] and "Send the agenda" in listed[1]
    assert len(listed) == 3
    assert pane.footer.state.visibleRegion().boundingRect() == pane.footer.state.rect()
    meetings.edit(sample_journal, NEXT, {"desired_outcome": None})
    assert pane.footer.state.text().startswith("2 things to finish")


def test_the_order_of_the_paper_is_said_where_it_differs_and_taken_in_one_click(
    pane: MeetingsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    page, before = editor(pane), titles(pane)
    assert page.order.isHidden()
    agenda.edit_item(sample_journal, page.agenda.cards()[0].item.id, {"priority": "if_time"})
    assert page.order.isVisible()
    qtbot.mouseClick(page.order.sort, Qt.MouseButton.LeftButton)
    assert titles(pane) == [before[1], before[2], before[0], before[3]]
    assert page.order.isHidden()
    sample_journal.undo()
    assert titles(pane) == before


def test_a_meeting_is_shortened_from_the_menu_at_any_time(
    pane: MeetingsPane, sample_journal: Journal
) -> None:
    def shorter() -> list[QAction]:
        return [one for one in editor(pane).head.menu.actions() if one.data() == "shorten"]

    shorter()[0].trigger()
    assert meetings.get(sample_journal, NEXT).planned_minutes == 15
    assert meetings.get(sample_journal, NEXT).nothing_new
    assert shorter() == []


@pytest.mark.parametrize(("today", "keys"), [
    (date(2026, 5, 25), set()),  # three days ahead
    (date(2026, 5, 26), {"shorten", "postpone"}), (date(2026, 5, 28), {"shorten"}),
])
def test_nothing_new_is_asked_from_two_days_ahead(
    sample_journal: Journal, open_pane: Callable[..., MeetingsPane], today: date, keys: set[str]
) -> None:
    clock.set_as_of(today)
    pane = open_pane(sample_journal)
    pane.show_meeting(52)  # on 28 May, without items
    line = editor(pane).nothing_new
    assert {key for key, link in line.links.items() if link.isVisible()} == keys
    agenda.add_item(sample_journal, 52, {"title": "Night cover", "priority": "must"})
    assert line.isHidden()


def test_nothing_new_offers_a_shorter_meeting(
    journal: Journal, open_pane: Callable[..., MeetingsPane], qtbot: QtBot
) -> None:
    clock.set_as_of(build.SAMPLE_DAY)
    which = build.add_meeting(journal, build.add_person(journal), "2026-05-17T10:00", 30)
    pane = open_pane(journal)
    line = editor(pane).nothing_new
    assert line.links["shorten"].text() == "Shorten to 15 min"
    postponed = heard(pane.meeting_postpone_wanted)
    line.links["postpone"].click()
    assert postponed == [(which,)]
    line.links["shorten"].click()
    assert meetings.get(journal, which).planned_minutes == 15
    assert "10:00–10:15" in editor(pane).head.when.text()


# Carrying in ----------------------------------------------------------------------------------


def test_one_click_puts_something_on_the_agenda(
    pane: MeetingsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    qtbot.mouseClick(carried(pane, "news").add, Qt.MouseButton.LeftButton)
    item = agenda.items(sample_journal, NEXT)[-1]
    assert item.title.startswith("Congratulate: Her new trial grant")
    assert (item.source, item.kind) == ("news", "thanks")
    assert titles(pane)[-1] == item.title
    assert "On the agenda" in said(carried(pane, "news"))
    editor(pane).agenda.remove(item.id)
    assert "On the agenda" not in said(carried(pane, "news"))


def test_a_promise_is_ticked_off_today(
    pane: MeetingsPane, sample_journal: Journal, qtbot: QtBot
) -> None:
    tick = carried(pane, "my_promise").findChild(QCheckBox)
    tick.setFocus()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    kept = next(p for p in promises.of_person(sample_journal, 1) if p.text == "Aims v4 to Okafor")
    assert kept.done_on == build.SAMPLE_DAY
    row = carried(pane, "my_promise")
    assert row.findChild(QCheckBox).isChecked()
    assert "Done Fri 15 May" in said(row)
    assert row.findChild(QCheckBox).hasFocus()


def test_the_column_speaks_with_recorded_pronouns(
    pane: MeetingsPane, sample_journal: Journal
) -> None:
    assert "How she likes to work" in said(pane.side.carry_in)
    assert "What she promised" in said(pane.side.carry_in)
    people.edit(sample_journal, 1, {"pronouns": "they/them"})
    assert "How they like to work" in said(pane.side.carry_in)
    people.edit(sample_journal, 1, {"pronouns": None})
    assert "How Dr. Okafor likes to work" in said(pane.side.carry_in)
