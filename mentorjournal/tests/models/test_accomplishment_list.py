"""The list of accomplishments: its words, the reading of D9.3, and the least that is redrawn."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorjournal.journal import accomplishments, people
from mentorjournal.journal.accomplishment_search import Wanted
from mentorjournal.journal.journal import Journal
from mentorjournal.models.accomplishment_list import (
    AccomplishmentList,
    AccomplishmentRow,
    competency_words,
    day_words,
    number_words,
    owed_words,
    reading_words,
    with_words,
)
from mentorjournal.models.roles import Role
from mentorjournal.tests import build

AS_OF = build.SAMPLE_DAY


def loaded(journal: Journal, **wanted: object) -> AccomplishmentList:
    made = AccomplishmentList(journal)
    made.wanted = Wanted(**wanted)
    made.load(AS_OF)
    return made


def row(journal: Journal, title: str) -> AccomplishmentRow:
    return next(one for one in loaded(journal).records() if one.about.title.startswith(title))


def test_the_sample_reads_as_it_should(sample_journal: Journal) -> None:
    assert reading_words(sample_journal, AS_OF) == (
        "3 accomplishments · 2 of 3 with everybody credited")
    award = row(sample_journal, "Early")
    assert (day_words(award), with_words(award), owed_words(award), award.is_late) == (
        "10 Nov 2025", "With Dr. Okafor and Dr. Haddad", "Dr. Haddad not credited yet", True)
    assert competency_words(award) == ["Rigour", "Independence"] and number_words(award) == ""
    poster = row(sample_journal, "Poster")
    assert number_words(poster) == "212 discharges" and owed_words(poster) == ""
    paper = row(sample_journal, "Paper")
    assert with_words(paper) == "With Dr. Okafor, Dr. Brandt and Joy Marchetti"
    assert number_words(paper) == "1 paper" and paper.goal == "Submit first-author paper 1"


def test_once_credit_is_given_all_are_credited(sample_journal: Journal) -> None:
    award = row(sample_journal, "Early")
    owed = [one for one in award.achieved.contributors if one.credited_on is None]
    accomplishments.give_credit(sample_journal, owed[0].id, AS_OF, "On the slide")
    assert reading_words(sample_journal, AS_OF).endswith("3 of 3 with everybody credited")
    sample_journal.undo()
    assert reading_words(sample_journal, AS_OF).endswith("2 of 3 with everybody credited")


@pytest.mark.parametrize(("days", "late"), [(0, False), (14, False), (15, True), (None, False)])
def test_credit_is_late_after_two_weeks(journal: Journal, days: int | None, late: bool) -> None:
    ann = build.add_person(journal, "Ann")
    day = None if days is None else AS_OF - timedelta(days=days)
    accomplishments.add(journal, {"title": "Talk", "date": day}, [{"person_id": ann}])
    found = row(journal, "Talk")
    assert found.is_late is late and owed_words(found) == "not credited yet"


def test_words_for_none_for_many_and_for_nobody(journal: Journal) -> None:
    assert reading_words(journal, AS_OF) == ""
    accomplishments.add(journal, {"title": "Alone", "number": 12000.5, "unit": "minutes"})
    assert reading_words(journal, AS_OF) == "1 accomplishment"
    alone = row(journal, "Alone")
    assert (day_words(alone), number_words(alone), with_words(alone), owed_words(alone)) == (
        "", "12,000.5 minutes", "", "")
    ids = people.add_names(journal, ["Ann", "Bo", "Cy", "Di", "Ed"], {})
    accomplishments.add(journal, {"title": "Together", "competencies": ["other:Knots"]}, [
        {"person_id": one} for one in ids])
    many = row(journal, "Together")
    assert with_words(many) == "With Ann, Bo and 3 more"
    assert owed_words(many) == "5 not credited yet" and competency_words(many) == ["Knots"]


def test_a_row_is_spoken_as_a_whole(sample_journal: Journal) -> None:
    found = loaded(sample_journal, words="early")
    said = found.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Early Investigator Award, 10 Nov 2025, Northern Thoracic Assembly")
    assert said.endswith(
        "With Dr. Okafor and Dr. Haddad, Dr. Haddad not credited yet, Rigour and Independence")
    assert found.index(0, 0).data(Role.RECORD).id == found.record_at(0).id


def test_only_what_changed_is_drawn_again(sample_journal: Journal, qtbot: QtBot) -> None:
    found = loaded(sample_journal)
    heard: list[tuple[str, int]] = []
    found.dataChanged.connect(lambda first, _last: heard.append(("data", first.row())))
    found.rowsInserted.connect(lambda _parent, first, _last: heard.append(("in", first)))
    found.rowsRemoved.connect(lambda _parent, first, _last: heard.append(("out", first)))
    found.modelReset.connect(lambda: heard.append(("reset", 0)))
    found.load(AS_OF)
    assert heard == []
    accomplishments.edit(sample_journal, found.record_at(1).id, {"result": "Won"})
    found.load(AS_OF)
    assert heard == [("data", 1)]
    made = accomplishments.add(sample_journal, {"title": "New", "date": date(2026, 5, 1)})
    found.load(AS_OF)
    accomplishments.remove(sample_journal, made)
    found.load(AS_OF)
    assert heard[1:] == [("in", 0), ("out", 0)]
    found.wanted = Wanted(order="oldest")
    found.load(AS_OF)
    assert heard[3:] == [("reset", 0)]
