"""Keep in touch: who is there in which order, what the rows say, and what their menus wish for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import candidates, contacts, keeping, people
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.windows import read
from mentorjournal.ui import theme
from mentorjournal.ui.panes.network import NetworkPane
from mentorjournal.ui.panes.network_keeping import KeepInTouch, in_order, readings, row_words
from mentorjournal.ui.widgets.buttons import Button

TODAY = build.SAMPLE_DAY
DAY = timedelta(1)


@pytest.fixture
def pane(
    qtbot: QtBot, qapp: QApplication, sample_journal: Journal, tmp_path: Any
) -> NetworkPane:
    theme.apply(qapp, "light")
    clock.set_as_of(TODAY)
    made = NetworkPane(sample_journal, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(made)
    made.resize(1300, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def whom(journal: Journal, name: str) -> int:
    return next(one.person.id for one in people.everybody(journal, TODAY)
                if name in one.person.name)


def said(pane: NetworkPane) -> list[tuple[str, list[str]]]:
    return [(line.person.short_name, [text for text, _tone in row_words(line)])
            for line in in_order(pane.facts.lines.values())]


def section(pane: NetworkPane) -> KeepInTouch:
    found = [one for one in pane.overview.findChildren(KeepInTouch) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def part(inside: QWidget, name: str) -> Any:
    return next(one for one in inside.findChildren(QWidget, name) if one.isVisible())


def menu_words(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions() if not one.isSeparator()]


def choose(menu: QMenu, words: str) -> None:
    for one in menu.actions():
        if one.menu() is not None and words in menu_words(one.menu()):
            choose(one.menu(), words)
            return
    next(one for one in menu.actions() if one.text() == words).trigger()


def test_the_most_urgent_is_first_with_days_in_words(pane: NetworkPane) -> None:
    assert said(pane) == [
        ("Joy Marchetti", ["Dormant: 213 of 60 days", "3 of 4 in a year"]),
        ("Dr. Ramanathan", ["Due today: 45 of 45 days"]),
        ("Hana Yoon", ["Due soon: 59 of 60 days"]),
        ("Dr. Vale", ["Due soon: 80 of 91 days", "next Thu 28 May"]),
        ("Dr. Okafor", ["Due soon: 24 of 30 days", "next Tue 19 May"]),
    ]
    words = read(section(pane))
    assert "Dormant: 213 of 60 days" in words
    assert "You began 48 of 55 contacts in the last year." in words
    assert ("6 of 8 were asked how they like to be in touch. "
            "Not yet: Dr. Castellanos and Joy Marchetti.") in words
    assert "2 of 8 have a next date." in words


def test_snoozed_and_paused_stand_last_and_what_was_logged_goes(
    pane: NetworkPane, sample_journal: Journal
) -> None:
    keeping.snooze(sample_journal, whom(sample_journal, "Marchetti"), TODAY + 7 * DAY)
    keeping.pause(sample_journal, whom(sample_journal, "Brandt"), TODAY + 20 * DAY, "leave")
    contacts.add(sample_journal, {
        "person_id": whom(sample_journal, "Ramanathan"), "date": TODAY, "answered": True})
    assert [name for name, _ in said(pane)] == [
        "Hana Yoon", "Dr. Vale", "Dr. Okafor", "Joy Marchetti", "Dr. Brandt"]
    assert said(pane)[-2][1][0] == "Quiet until Fri 22 May: 213 of 60 days"
    assert said(pane)[-1][1][0] == "Paused until Thu 4 Jun: leave"
    assert "Quiet until Fri 22 May" in read(section(pane))


def test_rows_wish_for_a_contact_and_for_what_their_menu_says(
    pane: NetworkPane, sample_journal: Journal
) -> None:
    joy = whom(sample_journal, "Marchetti")
    heard: list[tuple[int, str]] = []
    pane.keeping_wanted.connect(lambda one, wish: heard.append((one, wish)))
    row = section(pane)
    part(row, f"keep-log-{joy}").click()
    menu = part(row, f"keep-menu-{joy}").menu()
    waiting = contacts.waiting(sample_journal, TODAY)[joy][0].id
    assert menu_words(menu) == [
        "They answered my message of Tue 3 Feb", "Remind me later", "Pause…",
        "Agree on the rhythm…", "Set a next date…", "Keep, change or close…"]
    for words in ("They answered my message of Tue 3 Feb", "Tomorrow", "In a week", "On a date…",
                  "Pause…", "Agree on the rhythm…", "Set a next date…"):
        choose(menu, words)
    assert heard == [(joy, wish) for wish in (
        "log", f"answered:{waiting}", "snooze:1", "snooze:7", "snooze", "pause", "rhythm",
        "next")]


def test_who_is_snoozed_or_paused_can_be_called_back(
    pane: NetworkPane, sample_journal: Journal
) -> None:
    joy, vale = whom(sample_journal, "Marchetti"), whom(sample_journal, "Vale")
    keeping.snooze(sample_journal, joy, TODAY + DAY)
    keeping.pause(sample_journal, vale, TODAY + DAY)
    row = section(pane)
    assert "Remind me again now" in menu_words(part(row, f"keep-menu-{joy}").menu())
    words = menu_words(part(row, f"keep-menu-{vale}").menu())
    assert "Resume now" in words and "Change the pause…" in words and "Pause…" not in words
    assert "Change the rhythm…" in words


def test_a_name_shows_the_person_with_page_log_and_what_waits(
    pane: NetworkPane, sample_journal: Journal
) -> None:
    joy = whom(sample_journal, "Marchetti")
    part(section(pane), f"keep-name-{joy}").click()
    assert pane.person.shown.line.id == joy
    assert "Your message of Tue 3 Feb is not answered yet." in read(pane.person)
    assert "3 of 4 in the last year" in read(pane.person)
    heard: list[object] = []
    pane.keeping_wanted.connect(lambda *wish: heard.append(wish))
    pane.page_wanted.connect(heard.append)
    part(pane.person, "log").click()
    part(pane.person, "page").click()
    waiting = contacts.waiting(sample_journal, TODAY)[joy][0].id
    part(pane.person, f"answered-{waiting}").click()
    choose(part(pane.person, "more").menu(), "In a week")
    assert heard == [(joy, "log"), joy, (joy, f"answered:{waiting}"), (joy, "snooze:7")]


def test_a_candidate_who_was_asked_waits_on_map_and_beside_it_with_one_button(
    pane: NetworkPane, sample_journal: Journal
) -> None:
    osei = whom(sample_journal, "Osei")
    for days in (12, 3):
        candidates.note_request(sample_journal, osei, TODAY - days * DAY)
    QApplication.processEvents()
    words = "wrote on Tue 12 May, waiting for an answer"
    assert pane.view.map_scene.people[osei].contact_words == words
    pane.show_person(osei)
    QApplication.processEvents()
    assert words in read(pane.person)
    assert "Your messages of Sun 3 May and Tue 12 May are not answered yet." in read(pane.person)
    [answered] = [one for one in pane.person.findChildren(Button)
                  if one.text() == "They answered" and one.isVisible()]
    heard: list[str] = []
    pane.keeping_wanted.connect(lambda _who, wish: heard.append(wish))
    answered.click()
    contacts.mark_answered(sample_journal, int(heard[0].partition(":")[2]), TODAY)
    assert osei not in contacts.waiting(sample_journal, TODAY)
    candidates.ask(sample_journal, osei, TODAY - 2 * DAY)
    assert pane.view.map_scene.people[osei].contact_words == (
        "asked on Wed 13 May, waiting for an answer")


def test_past_mentors_have_a_page_but_no_rhythm(
    pane: NetworkPane, sample_journal: Journal
) -> None:
    pane.show_person(whom(sample_journal, "Stroud"))
    shown = {one.objectName() for one in pane.person.findChildren(Button) if one.isVisible()}
    assert {"page", "edit"} <= shown and not {"log", "prepare"} & shown
    assert "Pause…" not in menu_words(part(pane.person, "more").menu())


def test_when_nobody_is_due_it_says_who_is_next(
    pane: NetworkPane, sample_journal: Journal
) -> None:
    for one in keeping.calling(sample_journal, TODAY):
        contacts.add(sample_journal, {
            "person_id": one.person.id, "date": TODAY, "answered": True})
    assert said(pane) == []
    assert "Nobody is due for a word. The next is Dr. Whitfield, on Sun 31 May." in read(
        section(pane))


def test_many_are_folded_and_the_keyboard_stays(
    qtbot: QtBot, pane: NetworkPane, sample_journal: Journal
) -> None:
    for n in range(3):
        people.add(sample_journal, {"name": f"Dr. Late{n} Long{n}", "start": TODAY - 400 * DAY})
    row = section(pane)
    assert len([one for one in row.findChildren(QToolButton) if one.isVisible()]) == 5
    assert row.more.text() == "3 more"
    row.more.setFocus()
    qtbot.keyClick(row.more, Qt.Key.Key_Space)
    row = section(pane)
    assert row.more.text() == "Fewer" and row.more.hasFocus()
    assert "No contact logged yet" in read(row)
    joy = whom(sample_journal, "Marchetti")
    part(row, f"keep-log-{joy}").setFocus()
    contacts.add(sample_journal, {"person_id": joy, "date": TODAY, "answered": True})
    focused = QApplication.focusWidget()
    assert focused is not None and section(pane).isAncestorOf(focused)


def test_the_keyboard_stays_where_it_was_while_a_form_is_in_front(
    qtbot: QtBot, pane: NetworkPane, sample_journal: Journal
) -> None:
    joy = whom(sample_journal, "Marchetti")
    form = QLineEdit()
    qtbot.addWidget(form)
    part(section(pane), f"keep-menu-{joy}").setFocus()
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    keeping.pause(sample_journal, joy, TODAY + 20 * DAY)
    assert pane.focusWidget() is part(section(pane), f"keep-menu-{joy}")
    pane.show_person(joy)
    part(pane.person, "more").setFocus()
    keeping.resume(sample_journal, joy)
    assert not pane.isActiveWindow()
    assert pane.focusWidget() is part(pane.person, "more")


def test_everything_in_a_row_says_whom_it_is_about(pane: NetworkPane) -> None:
    names = [one.accessibleName() for one in section(pane).findChildren(QWidget)
             if one.objectName().startswith("keep-") and one.isVisible()]
    assert len(names) == 15
    assert all(any(word in name for word in (
        "Marchetti", "Ramanathan", "Yoon", "Vale", "Okafor")) for name in names)


def test_an_empty_network_and_one_without_mentors_have_no_readings(
    pane: NetworkPane, sample_journal: Journal
) -> None:
    lines = [line for line in pane.facts.lines.values() if not line.person.is_active]
    assert readings(lines, pane.facts.starts) == []


def test_the_list_says_how_many_of_four(pane: NetworkPane, sample_journal: Journal) -> None:
    pane.set_mode("list")
    model = pane.people
    column = next(n for n in range(model.columnCount())
                  if model.headerData(n, Qt.Orientation.Horizontal) == "In a year")
    shown = {model.record_at(row).person.short_name: model.index(row, column).data()
             for row in range(model.rowCount())}
    assert shown["Joy Marchetti"] == "3 of 4"
    assert shown["Dr. Castellanos"] == "too new"
    assert shown["Dr. Okafor"] == "10 of 4"
    assert not shown["Hana Yoon"] and not shown["Dr. Stroud"] and not shown["Dr. Osei"]
    row = model.row_of(whom(sample_journal, "Marchetti"))
    tip = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "3 of 4 in the last year"
