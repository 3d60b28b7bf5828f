from datetime import date

from sqlalchemy import select

from mentorjournal.journal import feedback, people
from mentorjournal.journal.finding import begun_by, indexed
from mentorjournal.journal.journal import Journal
from mentorjournal.store import search
from mentorjournal.store.schema import feedback as table

DAY = date(2026, 5, 15)
CALLED = [(1, "Søren Kjær"), (2, "Mary-Ann Vale"), (3, "Vera Oren")]


def test_the_beginning_of_any_word_finds_who_is_called_so() -> None:
    assert begun_by("soren", CALLED) == [1]
    assert begun_by("v", CALLED) == [2, 3]
    assert begun_by("ren", CALLED) == []


def test_the_index_gives_ids_of_the_table_that_was_asked(journal: Journal) -> None:
    giver = people.add(journal, {"name": "Brevity Jones"})
    which = feedback.log(journal, {"person_id": giver, "date": DAY,
        "behaviour": "Wrote at length"})
    expression = search.query("length")
    found = journal.read().execute(select(table.c.id).where(
        table.c.id.in_(indexed("feedback", expression)))).scalars().all()
    assert found == [which]
    assert journal.read().execute(indexed("goal", expression)).scalars().all() == []
