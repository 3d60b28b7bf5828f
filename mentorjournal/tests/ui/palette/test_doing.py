"""What is offered for whom, and which entries of the menus the words name."""

from __future__ import annotations

from datetime import date

import pytest

from mentorjournal.journal.records import Person
from mentorjournal.journal.searching import Named
from mentorjournal.ui.palette.doing import fits, person_rows

DAY = date(2026, 5, 15)
STANDINGS = {
    "mentor": Person(1, "Dr. Zoe Hart"),
    "candidate": Person(1, "Dr. Zoe Hart", direction="candidate", stage="met"),
    "mentee": Person(1, "Dr. Zoe Hart", direction="mentee"),
    "past": Person(1, "Dr. Zoe Hart", stage="closed"),
}


def offered(person: Person, *left: str, meeting: date | None = DAY) -> list[str]:
    """The names of the deeds that are offered for somebody, with words that are no name."""
    rows = person_rows([Named(person, left)], ("hart", *left), lambda _: meeting, DAY)
    return [row.deed.name for row in rows if row.deed]


@pytest.mark.parametrize(("standing", "deeds"), [
    ("mentor", ["prepare", "log_contact", "log_feedback", "ask_feedback", "thank", "page"]),
    ("candidate", ["prepare", "log_contact", "thank", "page"]),
    ("mentee", ["prepare", "log_contact", "log_feedback", "note_given", "ask_feedback", "thank",
                "page"]),
    ("past", ["log_contact", "log_feedback", "thank", "page"]),
])
def test_the_deeds_suit_how_somebody_stands_to_me(standing: str, deeds: list[str]) -> None:
    assert STANDINGS[standing].standing == standing
    assert offered(STANDINGS[standing]) == deeds


def test_words_beside_the_name_choose_the_deed() -> None:
    assert offered(STANDINGS["mentor"], "thank") == ["thank"]
    assert offered(STANDINGS["mentor"], "conta", "log") == ["log_contact"]
    assert offered(STANDINGS["mentor"], "zebra") == []


def test_without_a_meeting_one_is_arranged() -> None:
    (row, *_) = person_rows([Named(STANDINGS["mentor"])], ("hart",), lambda _: None, DAY)
    assert (row.title.text, row.right) == ("Arrange a meeting with Dr. Hart", "")
    (row, *_) = person_rows([Named(STANDINGS["mentor"])], ("hart",), lambda _: DAY, DAY)
    assert (row.title.text, row.right) == ("Prepare the meeting with Dr. Hart", "Fri 15 May")


@pytest.mark.parametrize(("typed", "text", "whether"), [
    ("add person", "Add a person…", True), ("pers ad", "Add a person…", True),
    ("addd", "Add a person…", False), ("dark", "Theme: Dark", True),
    ("erson", "Add a person…", False), ("journal’s", "Check this journal’s health", True),
])
def test_words_name_an_entry_in_any_order(typed: str, text: str, whether: bool) -> None:
    assert fits(typed.split(), text) is whether
