"""History: whatever a change did, by whichever statement, undo takes back and redo does again."""

from __future__ import annotations

import math
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, update

from mentorjournal.journal import agenda, entries, meetings, needs, people, promises
from mentorjournal.journal.journal import Journal
from mentorjournal.store import history
from mentorjournal.store.columns import clean
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import RECORD_TABLES, meeting, person, person_tag, reflection
from mentorjournal.tests import build

SAME_JOURNAL = settings(
    max_examples=12, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def everything_back_and_forth(journal: Journal, before: build.Dump) -> None:
    """Undo all and redo all: dump by dump the same, and the file sound at both ends."""
    while journal.redo():
        pass
    after = build.dump(journal)
    while journal.undo():
        pass
    assert build.dump(journal) == before
    assert journal.findings() == []
    while journal.redo():
        pass
    assert build.dump(journal) == after
    assert journal.findings() == []


@pytest.fixture
def peopled(journal: Journal) -> Journal:
    """Two people, one with a meeting, an agenda, options and a need; nothing to undo but that."""
    okafor = build.add_person(journal, roles=["coach", "research_adviser"], areas=["academic"])
    build.add_person(journal, "Dr. Henrik Vale", suggested_by_id=okafor)
    m = build.add_meeting(journal, okafor)
    item = agenda.add_item(journal, m, {"title": "Aims"})
    agenda.add_option(journal, item, {"text": "Wait"})
    promises.add(journal, {"text": "Send aims", "meeting_id": m})
    needs.link_people(journal, needs.add(journal, {"text": "Trial design"}), [okafor])
    return journal


# A step is a number that picks a verb and numbers that pick its arguments.
_STEPS = st.lists(
    st.tuples(st.integers(0, 13), st.integers(0, 5), st.integers(0, 5),
              st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)),
    min_size=1, max_size=12,
)


def _ids(journal: Journal, table: str) -> list[int]:
    return list(journal.read().execute(select(RECORD_TABLES[table].c.id)).scalars())


def _pick(journal: Journal, table: str, n: int) -> int:
    found = _ids(journal, table)
    return found[n % len(found)] if found else -1


def _do(journal: Journal, verb: int, one: int, other: int, text: str) -> None:
    """One of the verbs; those that do not fit the journal as it is are refused."""
    someone, whom = _pick(journal, "person", one), _pick(journal, "person", other)
    which = _pick(journal, "meeting", one)
    item = _pick(journal, "agenda_item", one)
    verbs: list[Any] = [
        lambda: build.add_person(journal, text, roles=["coach"]),
        lambda: people.edit(journal, someone, {"name": text, "strengths": [text, "rigour"]}),
        lambda: people.remove(journal, someone),
        lambda: people.merge(journal, someone, whom),
        lambda: build.add_meeting(journal, someone, headline=text),
        lambda: meetings.postpone(journal, which, meetings.get(journal, which).starts_at),
        lambda: meetings.remove(journal, which),
        lambda: agenda.add_item(journal, which, {"title": text, "minutes": one + 1}),
        lambda: agenda.move_item(journal, item, other),
        lambda: agenda.add_option(journal, item, {"text": text}),
        lambda: needs.link_people(journal, _pick(journal, "need", 0), [someone, whom]),
        lambda: promises.add(journal, {"text": text, "person_id": someone}),
        lambda: people.set_photo(journal, someone, text.encode()),
        lambda: journal.undo() if other % 2 else journal.redo(),
    ]
    try:
        verbs[verb]()
    except JournalError:
        assert not journal.read().connection.driver_connection.in_transaction  # type: ignore[union-attr]


@SAME_JOURNAL
@given(_STEPS)
def test_any_verbs_in_any_order_go_back_and_forth(
    empty_file: Path, tmp_path: Path, steps: list[tuple[int, int, int, str]]
) -> None:
    with closing(Journal(build.copy(empty_file, tmp_path / "journal"))) as journal:
        build.do_not_wait_for_the_disk(journal)
        empty = build.dump(journal)
        okafor = build.add_person(journal, roles=["coach"])
        build.add_meeting(journal, okafor)
        needs.add(journal, {"text": "Trial design"})
        for step in steps:
            _do(journal, *step)
        everything_back_and_forth(journal, empty)


def test_removing_a_person_takes_all_that_is_theirs_and_undo_brings_it_back(
    peopled: Journal,
) -> None:
    before = build.dump(peopled)
    heard = build.notices(peopled)
    okafor = _ids(peopled, "person")[0]
    people.remove(peopled, okafor)
    gone = ("meeting", "agenda_item", "agenda_option", "action", "need_person", "person_tag")
    assert [build.dump(peopled)[table] for table in gone] == [[]] * len(gone)
    assert set(heard[-1].rows) == {*gone, "person"}
    peopled.undo()
    assert build.dump(peopled) == before
    assert peopled.findings() == []


def test_link_to_somebody_who_goes_is_emptied_and_comes_back(peopled: Journal) -> None:
    okafor, vale = _ids(peopled, "person")
    people.remove(peopled, okafor)
    assert people.get(peopled, vale).suggested_by_id is None
    peopled.undo()
    assert people.get(peopled, vale).suggested_by_id == okafor


@pytest.mark.parametrize(
    "statement",
    [
        update(person).values(name="the same for all", cadence_days=7),
        update(person).values(name=person.c.name + "!"),
        delete(person),
        delete(meeting).where(meeting.c.planned_minutes > 1),
        delete(person_tag),
        insert(reflection).from_select(
            ["uid", "text", "created_at", "shareable"],
            select(person.c.uid, person.c.name, person.c.created_at, person.c.outside_field)),
    ],
    ids=lambda statement: str(statement).split("\n")[0][:40],
)
def test_statement_over_many_rows_goes_back_and_forth(peopled: Journal, statement: Any) -> None:
    before = build.dump(peopled)
    with peopled.change("Many at once") as connection:
        connection.execute(statement)
    after = build.dump(peopled)
    assert after != before
    peopled.undo()
    assert build.dump(peopled) == before
    peopled.redo()
    assert build.dump(peopled) == after
    assert peopled.findings() == []


def test_hundreds_of_rows_in_one_change_are_one_step(journal: Journal) -> None:
    people.add_names(journal, [f"Person {n}" for n in range(600)], {})
    assert journal.undo() == "Add people"
    assert build.dump(journal)["person"] == []
    journal.redo()
    assert len(build.dump(journal)["person"]) == 600
    assert journal.findings() == []


def test_numbers_of_removed_rows_are_never_given_again(journal: Journal) -> None:
    first = build.add_person(journal)
    people.remove(journal, first)
    second = build.add_person(journal)
    journal.undo()
    assert build.add_person(journal) > second > first


def test_history_keeps_what_a_row_was(journal: Journal) -> None:
    someone = build.add_person(journal, "Old name")
    people.edit(journal, someone, {"name": "New name"})
    before = journal.read().exec_driver_sql(
        "SELECT before FROM history WHERE tbl = 'person' AND op = 'u'").scalar_one()
    assert "'Old name'" in before


def test_change_that_changes_nothing_leaves_no_trace(journal: Journal) -> None:
    heard = build.notices(journal)
    with journal.change("Nothing"):
        pass
    assert journal.undo_label() is None
    assert heard == []
    assert journal.read().exec_driver_sql("SELECT count(*) FROM step").scalar() == 0


# Literals -------------------------------------------------------------------------------------


def _quoted(journal: Journal, value: object) -> str:
    """`value` as SQLite writes it into the history."""
    found = journal.read().exec_driver_sql("SELECT quote(?)", (value,)).scalar_one()
    return str(found)


@SAME_JOURNAL
@given(st.text())
def test_any_text_survives_the_history(journal: Journal, text: str) -> None:
    assert history.literal(_quoted(journal, clean(text))) == clean(text)


@SAME_JOURNAL
@given(st.integers(-(2**63), 2**63 - 1))
def test_any_integer_survives_the_history(journal: Journal, number: int) -> None:
    found = history.literal(_quoted(journal, number))
    assert found == number
    assert isinstance(found, int)


@SAME_JOURNAL
@given(st.floats(allow_nan=False))
def test_any_float_survives_the_history(journal: Journal, number: float) -> None:
    found = history.literal(_quoted(journal, number))
    assert isinstance(found, float)
    assert found == number
    assert math.isinf(found) == math.isinf(number)


def test_nothing_survives_as_nothing(journal: Journal) -> None:
    assert history.literal(_quoted(journal, None)) is None


@pytest.mark.parametrize("text", ["", "'", "x", "X'00'", "1;DROP", "'a", "a'", "--", "1.", ".5"])
def test_what_quote_never_writes_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="literal"):
        history.literal(text)


@pytest.mark.parametrize("text", [*build.NAUGHTY, "line\nbreak\ttab", "''", "'", "\\u0000"])
def test_naughty_text_goes_back_and_forth(journal: Journal, text: str) -> None:
    someone = build.add_person(journal, private_note=text)
    people.edit(journal, someone, {"private_note": "plain"})
    journal.undo()
    assert people.get(journal, someone).private_note == text
    journal.undo()
    journal.redo()
    assert people.get(journal, someone).private_note == text


@pytest.mark.parametrize(
    ("written", "kept"),
    [("a\0b", "ab"), ("half \ud83d emoji", "half \ufffd emoji"), ("\udc00", "\ufffd"),
     ("\ud83d\ude00", "😀")],
)
def test_what_a_file_cannot_hold_is_cleaned(journal: Journal, written: str, kept: str) -> None:
    someone = build.add_person(journal, private_note=written, strengths=[written])
    found = people.get(journal, someone)
    assert found.private_note == kept
    assert found.strengths == (kept,)
    people.edit(journal, someone, {"private_note": "other"})
    journal.undo()
    assert people.get(journal, someone).private_note == kept
    assert journal.findings() == []


@pytest.mark.parametrize("hours", [0.1, 1 / 3, 2.5, 7.000000000000001, 168, 0])
def test_hours_come_back_exactly(journal: Journal, hours: float) -> None:
    row = build.add_record(journal, "commitments", hours_per_week=hours, since=date(2024, 2, 29))
    with journal.change("Edit") as connection:
        entries.update_row(connection, RECORD_TABLES["commitment"], row, {"hours_per_week": 3})
    journal.undo()
    found = next(entries.every(journal, "commitments"))
    assert found["hours_per_week"] == hours
    assert found["since"] == "2024-02-29"
