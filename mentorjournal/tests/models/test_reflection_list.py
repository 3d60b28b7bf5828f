"""The list of reflections: headings, words, and what a screen reader says."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorjournal.journal import reflections
from mentorjournal.journal.aims import Reflection
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.reflections import Wanted
from mentorjournal.models.reflection_list import (
    ReflectionList,
    about_words,
    beginning_words,
    day_words,
    energy_words,
    reading_words,
    title_words,
)
from mentorjournal.models.roles import Role
from mentorjournal.tests import build

AS_OF = build.SAMPLE_DAY


def loaded(journal: Journal, **wanted: object) -> ReflectionList:
    made = ReflectionList(journal)
    made.wanted = Wanted(**wanted)  # type: ignore[arg-type]
    made.load(AS_OF)
    return made


def shown(model: ReflectionList) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_sample_stands_under_months_and_the_year_before(sample_journal: Journal) -> None:
    model = loaded(sample_journal)
    assert shown(model) == [
        "May 2026", "Why did this one sting?", "February 2026", "What have I passed on?", "2025",
        "What did I say yes to that serves no goal?"]
    assert reading_words(sample_journal, AS_OF) == "3 reflections, the last on 9 May"
    first = model.record_at(1)
    assert about_words(first) == "9 May · Feedback · Dr. Castellanos"
    said = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "energy 3 of 5" in said and "The slides stung" in said
    assert model.index(1, 0).data(Role.SECOND).startswith("The slides stung")


def test_a_heading_cannot_be_chosen(sample_journal: Journal) -> None:
    model = loaded(sample_journal)
    flags = [bool(model.index(row, 0).flags() & Qt.ItemFlag.ItemIsSelectable)
             for row in range(model.rowCount())]
    assert flags == [False, True] * 3
    assert model.ids() and model.row_of_reflection(model.ids()[1]) == 3
    assert model.row_of_reflection(999) == -1


def test_what_was_written_without_question_day_or_tag(journal: Journal) -> None:
    reflections.add(journal, {"text": "First line\n\nand more\nof it"})
    assert shown(loaded(journal)) == ["Without a day", "First line"]
    row = loaded(journal).record_at(1)
    assert about_words(row) == "no day"
    assert beginning_words(row.entry) == "and more\nof it"  # type: ignore[arg-type]
    assert reading_words(journal, AS_OF) == "1 reflection"
    assert reading_words_of_none(journal) == ""


def reading_words_of_none(journal: Journal) -> str:
    for one in reflections.found(journal):
        reflections.remove(journal, one.id)
    return reading_words(journal, AS_OF)


@pytest.mark.parametrize(("day", "words"), [
    (date(2026, 5, 9), "9 May"), (date(2025, 12, 30), "30 Dec 2025"), (None, "no day")])
def test_days_in_words(day: date | None, words: str) -> None:
    assert day_words(day, AS_OF) == words


def test_energy_in_words() -> None:
    assert (energy_words(3), energy_words(3, short=True), energy_words(None)) == (
        "energy 3 of 5", "energy 3", "")
    assert title_words(Reflection(1, "One\nTwo", question="Why?")) == "Why?"


def test_one_more_disturbs_no_other_row(sample_journal: Journal, qtbot: QtBot) -> None:
    model = loaded(sample_journal)
    reset: list[bool] = []
    model.modelReset.connect(lambda: reset.append(True))
    reflections.add(sample_journal, {"text": "New", "date": AS_OF})
    with qtbot.waitSignal(model.rowsInserted):
        model.load(AS_OF)
    assert not reset and model.rowCount() == 7


def test_thousands_are_shown_at_once(journal: Journal) -> None:
    with journal.change("many"):
        for n in range(2_000):
            reflections.add(journal, {"text": f"Entry {n}", "date": date(2020, 1, 1 + n % 28)})
    model = loaded(journal)
    assert len(model.ids()) == 2_000 and model.rowCount() == 2_001
    model.wanted = Wanted("entry 77")
    model.load(AS_OF)
    assert len(model.ids()) == 11


def test_one_line_without_a_question_is_said_once(journal: Journal) -> None:
    reflections.add(journal, {"text": "Only this", "date": AS_OF})
    model = loaded(journal)
    index = model.index(1, 0)
    assert index.data() == "Only this" and not index.data(Role.SECOND)
