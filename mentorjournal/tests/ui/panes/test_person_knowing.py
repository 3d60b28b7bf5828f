"""What is known of a mentor, through the widgets of their page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.journal import knowing, people
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.vocabulary import KNOW_TOPICS
from mentorjournal.tests import build
from mentorjournal.tests.person_page import (
    BRANDT,
    NEW,
    OKAFOR,
    front,
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


def test_filling_a_card_raises_the_count_by_one(
    pane: PersonPane, sample_journal: Journal
) -> None:
    pane.show_person(BRANDT, "knowing")
    tab = front(pane)
    assert "2 of 6 known" in read(tab)
    card = tab.cards["lessons"]
    card.field.type_anew("Count before you model.")
    card.field.commit()
    assert "3 of 6 known" in read(tab)
    assert card.day.text() == "as of 15 May 2026"
    assert record_of(card.field).row_id == knowing.answers(sample_journal, BRANDT)[0].id
    card.field.type_anew("")
    card.field.commit()
    assert "2 of 6 known" in read(tab)


def test_old_answers_ask_to_be_asked_again_or_are_still_so(
    pane: PersonPane, sample_journal: Journal
) -> None:
    pane.show_person(OKAFOR, "knowing")
    tab = front(pane)
    assert [topic for topic in KNOW_TOPICS if tab.cards[topic].still.isVisible()] == [
        "who", "drives", "path"]
    assert tab.cards["who"].day.text() == "3 Dec 2024, ask again"
    tab.cards["who"].still.click()
    assert tab.cards["who"].day.text() == "as of 15 May 2026"
    assert not tab.cards["who"].still.isVisible()
    assert "ask again" not in tab.cards["lessons"].day.text()


def test_little_known_after_half_a_year_is_said_quietly(
    journal: Journal, opened: Opened
) -> None:
    words = "After half a year little is known yet."
    day = build.SAMPLE_DAY
    whom = build.add_person(journal, start=day - timedelta(179))
    pane = opened(journal, whom, "knowing")
    tab = front(pane)
    assert words not in read(tab)
    people.edit(journal, whom, {"start": day - timedelta(180)})
    assert words in read(tab)
    people.edit(journal, whom, {"stage": "closed"})
    assert words not in read(tab)


def test_the_talk_on_differences_is_optional_and_its_note_private(
    pane: PersonPane, sample_journal: Journal
) -> None:
    pane.show_person(NEW, "knowing")
    card = front(pane).differences
    assert card.day.day() is None
    assert not any(
        label.property("tone") in ("warn", "alert") for label in card.findChildren(QLabel))
    assert "never exported" in read(card)
    button(card, "Today").click()
    assert card.day.day() == build.SAMPLE_DAY
    card.note.type_anew("She asked me to call her Imogen.")
    card.note.commit()
    one = people.get(sample_journal, NEW)
    assert one.differences_talk_on == build.SAMPLE_DAY
    assert one.differences_note == "She asked me to call her Imogen."
    card.day.set_day(None)
    assert people.get(sample_journal, NEW).differences_talk_on is None


@pytest.mark.parametrize(("width", "across"), [(1230, 3), (1040, 2), (700, 1)])
def test_the_cards_stand_in_as_many_columns_as_fit(
    sample_journal: Journal, opened: Opened, width: int, across: int
) -> None:
    pane = opened(sample_journal, OKAFOR, "knowing", width)
    tab = front(pane)
    assert len({card.x() for card in tab.cards.values()}) == across


def test_everything_is_named_and_reached_by_tab(pane: PersonPane) -> None:
    for key in ("overview", "knowing"):
        pane.open_tab(key)
        for one in front(pane).findChildren(QWidget):
            if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
                words = one.accessibleName() or getattr(one, "text", str)()
                assert words or one.findChildren(QAbstractButton), one
