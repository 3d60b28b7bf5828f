"""The head of a person's page: who it is, how things stand, what can be done, going back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal.journal import meetings, people
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.tests.person_page import (
    CANDIDATE,
    DORMANT,
    MENTEE,
    NEW,
    OKAFOR,
    STROUD,
    chips,
    facts,
    front,
    open_page,
)
from mentorjournal.tests.windows import button, read
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.person import PersonDialog
from mentorjournal.ui.panes.person import PersonPane

Opened = Callable[..., PersonPane]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Opened:
    return partial(open_page, qtbot, tmp_path)


@pytest.fixture
def pane(sample_journal: Journal, opened: Opened) -> PersonPane:
    return opened(sample_journal, OKAFOR)


def test_the_head_says_who_it_is_and_how_things_stand(pane: PersonPane) -> None:
    head = pane.head
    assert head.name.text() == head.crumb.text() == "Dr. Rosalind Okafor"
    assert head.about.text() == (
        "Professor · Pulmonary & Critical Care · your mentor since 10 Sep 2024")
    assert chips(pane) == ["Research adviser", "Senior", "Academic goals"]
    assert facts(pane) == [
        ("Every 30 days", "24 days ago · due soon"),
        ("Tue 19 May, 16:00", "4 items, 35 of 45 min"),
        ("2 promises", "2 overdue, since Fri 5 Dec 2025"),
        ("Thu 26 Mar", "offered to write for her mentoring award"),
    ]


@pytest.mark.parametrize(
    ("whom", "value", "more", "chip"),
    [
        (NEW, "Not agreed yet", "every 60 days until then · last Fri 8 May", "Coach"),
        (DORMANT, "Not agreed yet", "every 60 days until then · quiet for 7 months", "Coach"),
        (CANDIDATE, "Met", "last Tue 28 Apr", "Candidate"),
        (STROUD, "Closed", "closed Nov 2025", "Past mentor"),
        (MENTEE, "Not agreed yet", "every 60 days until then · last Tue 5 May", "You mentor them"),
    ],
)
def test_people_in_every_standing(
    pane: PersonPane, whom: int, value: str, more: str, chip: str
) -> None:
    pane.show_person(whom)
    assert facts(pane)[0] == (value, more)
    assert chips(pane)[0] == chip
    assert pane.head.prepare.isVisible() == (whom != STROUD)


def test_somebody_of_whom_only_the_name_is_known(
    journal: Journal, opened: Opened
) -> None:
    pane = opened(journal, build.add_person(journal, "Ines Moreau"))
    assert [value for value, _ in facts(pane)] == [
        "Not agreed yet", "No date yet", "Nothing open", "Not yet"]
    assert pane.head.about.text() == "your mentor"
    shown = read(front(pane))
    for words in ("Nothing is agreed in writing yet.", "Nothing has passed between you yet.",
                  "It is counted once you have held a meeting.", "What I seek from Ines Moreau"):
        assert words in shown
    pane.open_tab("knowing")
    assert "0 of 6 known" in read(front(pane))


@pytest.mark.parametrize("name", ["ب" * 300, "A" * 300, "Dr. <b>bold</b> & Søn"])
def test_no_name_widens_the_page(
    journal: Journal, opened: Opened, name: str
) -> None:
    pane = opened(journal, build.add_person(journal, name), width=1040)
    assert pane.minimumSizeHint().width() <= 1040
    assert pane.head.name.text() == name
    assert pane.head.edit.geometry().right() < pane.head.width()


def test_the_facts_stand_under_the_name_where_it_is_narrow(pane: PersonPane) -> None:
    def below() -> bool:
        return pane.head.facts[0].mapTo(pane, pane.head.facts[0].rect().topLeft()).y() > (
            pane.head.avatar.mapTo(pane, pane.head.avatar.rect().bottomLeft()).y())

    assert not below()
    pane.resize(1040, 650)
    QApplication.processEvents()
    assert below()


@pytest.mark.parametrize(
    ("words", "signal"),
    [("Log a contact", "contact_wanted"), ("Edit", "edit_wanted"),
     ("Prepare meeting", "meeting_wanted")],
)
def test_buttons_state_wishes(pane: PersonPane, qtbot: QtBot, words: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(pane, signal)) as wish:
        button(pane.head, words).click()
    assert wish.args == [OKAFOR]


def test_the_menu_states_wishes(pane: PersonPane, qtbot: QtBot) -> None:
    entries = {action.data(): action for action in pane.head.menu.actions() if action.data()}
    wishes = {"map", "timeline", "merge", "remove", "erase", "feedback_ask", "feedback_log",
              "given"}
    assert set(entries) == {*wishes, "before", "after"}
    for key in wishes:
        with qtbot.waitSignal(getattr(pane, f"{key}_wanted")) as wish:
            entries[key].trigger()
        assert wish.args == [OKAFOR]


def test_one_goes_to_the_next_person_and_stays_on_the_tab(pane: PersonPane, qtbot: QtBot) -> None:
    pane.open_tab("knowing")
    qtbot.keyClick(pane, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert pane.head.name.text() == "Dr. Daniel Osei"
    assert "0 of 6 known" in read(front(pane))
    qtbot.keyClick(pane, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert pane.head.name.text() == "Dr. Rosalind Okafor"


def test_at_the_ends_of_the_list_there_is_nobody_further(pane: PersonPane) -> None:
    after = next(a for a in pane.head.menu.actions() if a.data() == "after")
    pane.show_person(12)  # Hana Yoon
    assert not after.isEnabled()
    pane.show_person(OKAFOR)
    assert after.isEnabled()


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
     (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier)],
)
def test_the_keyboard_goes_back(
    pane: PersonPane, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    pane.head.edit.setFocus()
    with qtbot.waitSignal(pane.network_wanted):
        qtbot.keyClick(pane.head.edit, key, modifier)


def test_backspace_in_a_text_removes_a_letter(pane: PersonPane, qtbot: QtBot) -> None:
    went: list[int] = []
    pane.network_wanted.connect(lambda: went.append(1))
    ask = front(pane).seek.ask
    ask.setFocus()
    ask.setPlainText("ab")
    qtbot.keyClick(ask, Qt.Key.Key_End)
    qtbot.keyClick(ask, Qt.Key.Key_Backspace)
    assert ask.text() == "a"
    assert not went


def test_the_head_follows_what_changes_elsewhere(
    pane: PersonPane, sample_journal: Journal
) -> None:
    coming = next(s.meeting.id for s in meetings.coming(sample_journal) if s.person.id == OKAFOR)
    meetings.remove(sample_journal, coming)
    assert facts(pane)[1] == ("No date yet", "")
    people.edit(sample_journal, OKAFOR, {"name": "Prof. Rosalind Okafor", "roles": ["coach"]})
    assert pane.head.name.text() == "Prof. Rosalind Okafor"
    assert chips(pane)[0] == "Coach"
    with sample_journal.loss_confirmed():
        went: list[int] = []
        pane.network_wanted.connect(lambda: went.append(1))
        people.remove(sample_journal, OKAFOR)
    assert went


def test_a_mentee_who_becomes_a_mentor_is_one_everywhere(
    sample_journal: Journal, opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    """Through the form, and for whoever still has the level of somebody I mentor."""
    page = opened(sample_journal, MENTEE)
    before = people.get(sample_journal, MENTEE)
    form = PersonDialog(
        page, sample_journal, Settings(tmp_path / "form.json"), person=before)
    qtbot.addWidget(form)
    form.field("direction").button("mentor").click()
    values = form.values()
    assert values["direction"] == "mentor" and values["level"] is None
    people.edit(sample_journal, MENTEE, {"direction": "mentor"})
    assert people.get(sample_journal, MENTEE).level is None
    assert "your mentor since" in page.head.about.text()
    assert "Person I mentor" not in chips(page) and "You mentor them" not in chips(page)
    people.edit(sample_journal, MENTEE, {"level": "junior"})
    assert "Person I mentor" not in chips(page)


def test_the_head_follows_the_text_size_both_ways(pane: PersonPane, qapp: QApplication) -> None:
    def measured() -> tuple[object, ...]:
        QApplication.processEvents()
        head = pane.head
        assert head.up.x() == theme.px(24)
        return (head.height(), head.up.x(), head.avatar.geometry(), head.avatar.mapTo(
            head, QPoint(0, 0)), [each.width() for each in head.facts])

    before = measured()
    theme.apply(qapp, "light", 1.5)
    assert measured() != before
    theme.apply(qapp, "light", 1.0)
    assert measured() == before
