"""Looking through accomplishments: words, competency, goal, credit and order, by the file itself.
"""

from __future__ import annotations

from datetime import date

import pytest

from mentorjournal.journal import accomplishment_search, accomplishments, goals
from mentorjournal.journal.accomplishment_search import GIVEN, NEWEST, OPEN, ORDERS, Wanted
from mentorjournal.journal.journal import Journal
from mentorjournal.tests import build

AS_OF = build.SAMPLE_DAY
MAY = date(2026, 5, 1)


def titles(journal: Journal, **wanted: object) -> list[str]:
    return [one.accomplishment.title
            for one in accomplishment_search.found(journal, Wanted(**wanted), AS_OF)]


POSTER, AWARD, PAPER = (
    "Poster at the society meeting", "Early Investigator Award", "Paper 1 submitted")


@pytest.mark.parametrize(("wanted", "shown"), [
    ({}, [PAPER, AWARD, POSTER]),
    ({"order": "oldest"}, [POSTER, AWARD, PAPER]),
    ({"order": "title"}, [AWARD, PAPER, POSTER]),
    ({"credit": OPEN}, [AWARD]), ({"credit": GIVEN}, [PAPER, POSTER]),
    ({"competency": "communication"}, [PAPER, POSTER]), ({"competency": "leadership"}, []),
    ({"competency": "communication", "words": "first"}, [PAPER]),
    ({"words": "investig"}, [AWARD]), ({"words": "ÉARLY award"}, [AWARD]),
    ({"words": "haddad"}, [AWARD]), ({"words": "haddad award"}, [AWARD]),
    ({"words": "haddad poster"}, []), ({"words": "discharges"}, [POSTER]),
    ({"words": "rigour"}, [AWARD]), ({"words": "--"}, [PAPER, AWARD, POSTER]),
    ({"words": "' OR 1=1"}, []),
])
def test_the_sample_is_looked_through(
    sample_journal: Journal, wanted: dict[str, object], shown: list[str]
) -> None:
    assert titles(sample_journal, **wanted) == shown


def test_what_belongs_to_a_goal(sample_journal: Journal) -> None:
    found = accomplishment_search.goals(sample_journal)
    assert len(found) == 3
    by_goal = {key: titles(sample_journal, goal_id=key) for key, _ in found}
    assert sorted(by_goal.values()) == [[AWARD], [PAPER], [POSTER]]
    first, words = found[0]
    assert titles(sample_journal, words=words.split()[0]) >= by_goal[first]


def test_credit_to_come_is_not_given_yet(journal: Journal) -> None:
    ann = build.add_person(journal, "Ann")
    for title, day in (("Done", AS_OF), ("Tomorrow", date(2026, 5, 16)), ("Never", None)):
        accomplishments.add(journal, {"title": title}, [{"person_id": ann, "credited_on": day}])
    accomplishments.add(journal, {"title": "Alone"})
    accomplishments.add(journal, {"title": "Seen"}, [{"person_id": ann, "part": "witness"}])
    assert titles(journal, credit=GIVEN) == ["Done"]
    assert titles(journal, credit=OPEN) == ["Never", "Tomorrow"]
    assert len(titles(journal)) == accomplishment_search.count(journal) == 5


def test_what_has_no_day_is_on_top_as_it_was_just_written(journal: Journal) -> None:
    for title, day in (("Old", date(2020, 1, 1)), ("None", None), ("New", MAY)):
        accomplishments.add(journal, {"title": title, "date": day})
    assert titles(journal) == ["None", "New", "Old"]
    assert titles(journal, order="oldest") == ["Old", "New", "None"]


def test_competencies_are_those_that_were_chosen(journal: Journal) -> None:
    accomplishments.add(journal, {
        "title": "A", "competencies": ["teaching", "other:Ultra_sound", "rigour"]})
    accomplishments.add(journal, {"title": "B"})
    assert accomplishment_search.competencies(journal) == [
        "rigour", "teaching", "other:Ultra_sound"]
    assert titles(journal, competency="other:Ultra_sound") == ["A"]
    assert titles(journal, competency="other:UltraXsound") == []
    assert titles(journal, words="ultra") == ["A"]


@pytest.mark.parametrize("word", build.NAUGHTY)
def test_no_word_breaks_the_search(journal: Journal, word: str) -> None:
    accomplishments.add(journal, {"title": word})
    assert titles(journal, words=word) in ([" ".join(word.split())], [])
    for order in ORDERS:
        assert len(titles(journal, order=order, competency="", goal_id=None)) == 1


def test_a_filter_is_open_when_it_lets_everything_through() -> None:
    assert Wanted().is_open and Wanted(words=" ", order="title").is_open
    for closed in (Wanted("a"), Wanted(competency="x"), Wanted(goal_id=1), Wanted(credit=OPEN)):
        assert not closed.is_open and closed.order == NEWEST


def test_goals_nobody_worked_towards_are_not_offered(journal: Journal) -> None:
    one, two = (goals.add(journal, {"text": text}) for text in ("First", "Second"))
    accomplishments.add(journal, {"title": "A", "goal_id": two})
    assert accomplishment_search.goals(journal) == [(two, "Second")]
    assert titles(journal, words="sec") == ["A"] and titles(journal, goal_id=one) == []
