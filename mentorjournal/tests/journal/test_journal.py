"""An open journal: one change is one step and one notice; typing merges; failures leave nothing."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest

from mentorjournal.journal import agenda, entries, meetings, people
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import MERGE_SECONDS, MOST_STEPS, Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import RECORD_TABLES, person
from mentorjournal.tests import build


@pytest.fixture
def meeting(journal: Journal) -> int:
    """A meeting that can be typed into."""
    return build.add_meeting(journal, build.add_person(journal))


class Clock:
    """A monotonic clock that stands still until it is told to go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seconds = 1000.0
        monkeypatch.setattr(time, "monotonic", lambda: self.seconds)


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock that decides whether typing goes on."""
    return Clock(monkeypatch)


def type_words(journal: Journal, meeting: int, *texts: str, field: str = "opening") -> None:
    for text in texts:
        meetings.edit(journal, meeting, {field: text}, merge=f"meeting:{meeting}:{field}")


def steps(journal: Journal) -> int:
    """How many times Undo can be pressed; nothing is left to undo afterwards."""
    n = 0
    while journal.undo():
        n += 1
    return n


def test_typing_within_a_minute_is_one_step(
    journal: Journal, meeting: int, seconds: Clock
) -> None:
    before = build.dump(journal)
    for text in ("H", "He", "Hello"):
        seconds.seconds += MERGE_SECONDS - 1
        type_words(journal, meeting, text)
    after = build.dump(journal)
    journal.undo()
    assert build.dump(journal) == before
    journal.redo()
    assert build.dump(journal) == after
    assert steps(journal) == 3  # the words, the meeting, the person


def test_typing_after_a_minute_is_another_step(
    journal: Journal, meeting: int, seconds: Clock
) -> None:
    type_words(journal, meeting, "Hello")
    seconds.seconds += MERGE_SECONDS
    type_words(journal, meeting, "Hello again")
    journal.undo()
    assert meetings.get(journal, meeting).opening == "Hello"


def test_other_field_other_change_or_undo_ends_the_typing(
    journal: Journal, meeting: int, seconds: Clock
) -> None:
    type_words(journal, meeting, "a", "ab")
    type_words(journal, meeting, "b", field="time_saver")
    type_words(journal, meeting, "abc")
    meetings.edit(journal, meeting, {"headline": "x"})
    type_words(journal, meeting, "abcd")
    journal.undo()
    type_words(journal, meeting, "abcde")
    journal.undo()
    assert meetings.get(journal, meeting).opening == "abc"
    assert steps(journal) == 6  # headline, abc, b, ab, the meeting, the person


def test_edits_without_a_merge_key_stay_apart(
    journal: Journal, meeting: int, seconds: Clock
) -> None:
    meetings.edit(journal, meeting, {"headline": "a"})
    meetings.edit(journal, meeting, {"headline": "b"})
    journal.undo()
    assert meetings.get(journal, meeting).headline == "a"


def test_notice_names_the_rows_and_comes_once(journal: Journal, meeting: int) -> None:
    heard = build.notices(journal)
    item = agenda.add_item(journal, meeting, {"title": "Aims"})
    assert heard == [Changes({"agenda_item": frozenset({item})})]
    assert heard[0].of("agenda_item") == {item}
    assert heard[0].of("meeting") == frozenset()
    assert heard[0].touches("meeting", "agenda_item")
    assert not heard[0].touches("meeting")


def test_notice_comes_after_the_commit(journal: Journal) -> None:
    seen: list[int] = []

    def look(changes: Changes) -> None:
        with build.raw(journal.path) as other:
            seen.append(other.execute("SELECT count(*) FROM person").fetchone()[0])

    journal.changed.connect(look)
    build.add_person(journal)
    journal.undo()
    journal.redo()
    assert seen == [1, 0, 1]


def test_listener_may_change_the_journal_again(journal: Journal) -> None:
    def answer(changes: Changes) -> None:
        if len(build.dump(journal)["person"]) == 1:
            build.add_person(journal, "Second")

    journal.changed.connect(answer)
    build.add_person(journal, "First")
    assert len(build.dump(journal)["person"]) == 2
    journal.changed.disconnect(answer)
    assert steps(journal) == 2


def test_undo_changed_is_said_whenever_the_labels_move(journal: Journal) -> None:
    said: list[tuple[str | None, str | None]] = []
    journal.undo_changed.connect(
        lambda: said.append((journal.undo_label(), journal.redo_label())))
    build.add_person(journal, "A")
    journal.undo()
    journal.redo()
    assert said == [("Add A", None), (None, "Add A"), ("Add A", None)]


def test_nothing_to_undo_or_redo(journal: Journal) -> None:
    heard = build.notices(journal)
    assert (journal.undo(), journal.redo()) == (None, None)
    assert heard == []


def test_new_change_ends_redo(journal: Journal) -> None:
    build.add_person(journal, "A")
    journal.undo()
    build.add_person(journal, "B")
    assert journal.redo_label() is None
    assert journal.redo() is None


def test_nested_change_belongs_to_the_outer(journal: Journal) -> None:
    before = build.dump(journal)
    heard = build.notices(journal)
    with journal.change("Outer", origin="me"):
        build.add_person(journal, "A")
        with journal.change("Inner", origin="other"):
            build.add_person(journal, "B")
    assert [notice.origin for notice in heard] == ["me"]
    assert journal.undo() == "Outer"
    assert build.dump(journal) == before


def test_exception_takes_everything_back(journal: Journal) -> None:
    build.add_person(journal, "Before")
    before = build.dump(journal)
    heard = build.notices(journal)
    with pytest.raises(KeyError), journal.change("Breaks"):
        build.add_person(journal, "A")
        people.remove(journal, 1)
        raise KeyError
    assert build.dump(journal) == before
    assert heard == []
    assert journal.undo_label() == "Add Before"
    build.add_person(journal, "After")
    assert journal.findings() == []


def test_refusal_inside_a_change_takes_everything_back(journal: Journal) -> None:
    with pytest.raises(JournalError):
        people.add_names(journal, ["A", "B", "x" * 301], {})
    assert build.dump(journal)["person"] == []


def test_broken_rule_of_the_file_is_our_bug_and_no_refusal(journal: Journal) -> None:
    from sqlalchemy.exc import IntegrityError

    with pytest.raises(IntegrityError), journal.change("Bug") as connection:
        connection.exec_driver_sql("INSERT INTO person(name) VALUES ('no uid')")
    assert build.dump(journal)["person"] == []
    build.add_person(journal)


def test_oldest_steps_fall_off_the_stack_and_stay_in_the_file(journal: Journal) -> None:
    someone = build.add_person(journal)
    for n in range(MOST_STEPS + 3):
        with journal.change(f"Edit {n}") as connection:
            entries.update_row(connection, person, someone, {"rank": str(n)})
    assert steps(journal) == MOST_STEPS
    assert people.get(journal, someone).rank == "2"
    kept = journal.read().exec_driver_sql("SELECT count(*) FROM step WHERE undoes IS NULL")
    assert kept.scalar() == MOST_STEPS + 4


_HOLD = (
    "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
    "c.execute('BEGIN IMMEDIATE'); print('held', flush=True); sys.stdin.read()\n"
)


@contextmanager
def another_program_writes(journal: Journal) -> Iterator[None]:
    """Another program that pays no heed to our lock is in the middle of a write."""
    journal.read().exec_driver_sql("PRAGMA busy_timeout = 1")
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(journal.path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield
        other.kill()


def test_undo_that_fails_forgets_the_steps_and_says_why(journal: Journal) -> None:
    build.add_person(journal)
    build.add_person(journal)
    with (
        another_program_writes(journal),
        pytest.raises(JournalError, match="cannot be written"),
    ):
        journal.undo()
    assert journal.undo_label() is None
    assert len(build.dump(journal)["person"]) == 2
    build.add_person(journal)
    assert journal.undo_label()


def test_locked_file_refuses_the_change_in_a_sentence(journal: Journal) -> None:
    with (
        another_program_writes(journal),
        pytest.raises(JournalError, match="Nothing was changed"),
    ):
        build.add_person(journal)
    assert build.dump(journal)["person"] == []


def test_every_record_has_its_own_identity(sample_journal: Journal) -> None:
    read = sample_journal.read()
    for table in RECORD_TABLES:
        uids = read.exec_driver_sql(f'SELECT uid FROM "{table}"').scalars().all()
        assert len(set(uids)) == len(uids)
        assert all(len(uid) == 32 for uid in uids)


def test_time_of_writing_is_kept(journal: Journal) -> None:
    build.add_person(journal)
    at = journal.read().exec_driver_sql("SELECT created_at FROM person").scalar_one()
    assert datetime.fromisoformat(at).tzinfo is not None
    assert at.endswith("Z")
