"""People in a table: words, order, filter, and the smallest notices."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from mentorjournal.journal.records import Person, PersonFacts
from mentorjournal.models.people_list import (
    PeopleList,
    PersonLine,
    contact_tone,
    line_of,
    role_words,
    sentence,
)

TODAY = date(2026, 5, 15)
DOWN, UP = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


def line(person_id: int, name: str, last: date | None = None, **more: object) -> PersonLine:
    return line_of(PersonFacts(Person(person_id, name, **more), last), TODAY, 91)


def names(model: PeopleList) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.fixture
def model(qapp: object) -> PeopleList:
    made = PeopleList()
    QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    made.set_everyone([
        line(1, "Dr. Søren Ångström", date(2026, 5, 1), level="senior", roles=("coach",)),
        line(2, "Amara Okafor", None, level="peer", areas=("clinical",)),
        line(3, "Zoë Weber", date(2025, 1, 1), level="step_ahead", department="Surgery",
             private_note="secretword", roles=("other:night watch",)),
    ])
    return made


def test_sorts_by_family_name_without_capitals_and_accents(model: PeopleList) -> None:
    assert names(model) == ["Dr. Søren Ångström", "Amara Okafor", "Zoë Weber"]
    model.sort(0, DOWN)
    assert names(model) == ["Zoë Weber", "Amara Okafor", "Dr. Søren Ångström"]


@pytest.mark.parametrize("order", [UP, DOWN])
def test_who_has_no_value_stands_last_either_way(model: PeopleList, order: Qt.SortOrder) -> None:
    model.sort(5, order)
    assert names(model)[-1] == "Amara Okafor"


def test_levels_go_from_peer_to_senior(model: PeopleList) -> None:
    model.sort(2)
    assert names(model) == ["Amara Okafor", "Zoë Weber", "Dr. Søren Ångström"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("soren", 1), ("ANGSTROM", 1), ("surg web", 1), ("clinical", 1), ("night", 1),
     ("nobody", 0), ("secretword", 0), ("  ", 3)],
)
def test_filter_finds_begun_words_without_accents_and_nothing_private(
    model: PeopleList, typed: str, found: int
) -> None:
    model.set_words(typed)
    assert model.rowCount() == found
    model.set_words("")
    assert model.rowCount() == 3


def test_a_new_order_is_one_notice_and_keeps_what_is_marked(model: PeopleList) -> None:
    from PySide6.QtCore import QPersistentModelIndex

    marked = QPersistentModelIndex(model.index(0, 0))
    told: list[str] = []
    model.layoutChanged.connect(lambda *_: told.append("layout"))
    model.rowsMoved.connect(lambda *_: told.append("moved"))
    model.sort(0, DOWN)
    assert told == ["layout"]
    assert marked.data() == "Dr. Søren Ångström"
    assert marked.row() == 2


def test_one_edit_is_one_notice(model: PeopleList) -> None:
    told: list[int] = []
    model.dataChanged.connect(lambda first, *_: told.append(first.row()))
    everyone = list(model.everyone)
    model.set_everyone([*everyone[:2], line(3, "Zoë Weber", date(2026, 5, 14), level="peer")])
    assert told == [2]


def test_rule_and_words_filter_together(model: PeopleList) -> None:
    model.set_shown(lambda one: one.id != 3)
    model.set_words("r")
    assert names(model) == ["Dr. Søren Ångström", "Amara Okafor"]


def test_words_of_a_person() -> None:
    over = line(1, "Dr. Jonas Weber", date(2026, 4, 1), cadence_days=28, level="peer",
                roles=("coach", "other:x y"), cadence_agreed_on=date(2025, 1, 1))
    assert role_words(over.person) == "Coach, x y"
    assert contact_tone(over) == "alert"
    assert sentence(over) == "Dr. Jonas Weber: coach and x y, peer, 2 weeks over."
    past = line(2, "Prof. G. Alder", stage="closed", ended=date(2026, 3, 2))
    assert sentence(past) == "Prof. G. Alder: past mentor, closed Mar 2026."
