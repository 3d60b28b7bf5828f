"""What was removed comes back as it was, with all that hung on it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from mentorjournal.journal import (
    agenda,
    deleted,
    erasing,
    goals,
    meetings,
    needs,
    people,
    promises,
)
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError, MassLoss
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.tests import build

SAME_JOURNAL = settings(
    max_examples=12, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def okafor(journal: Journal) -> int:
    """Somebody with a meeting, its agenda, a promise and a need; and one who came through them."""
    whom = build.add_person(journal, roles=["coach"], areas=["academic"])
    build.add_person(journal, "Dr. Henrik Vale", suggested_by_id=whom)
    which = build.add_meeting(journal, whom)
    item = agenda.add_item(journal, which, {"title": "Aims"})
    agenda.add_option(journal, item, {"text": "Wait"})
    promises.add(journal, {"text": "Send aims", "meeting_id": which})
    needs.link_people(journal, needs.add(journal, {"text": "Trial design"}), [whom])
    return whom


def meeting_of(journal: Journal, person_id: int) -> int:
    return next(found.meeting.id for found in [*meetings.coming(journal), *meetings.past(journal)]
                if found.person.id == person_id)


def titles(journal: Journal) -> list[str]:
    return [one.title for one in deleted.every(journal)]


def test_a_person_comes_back_with_everything(journal: Journal, okafor: int) -> None:
    before = build.dump(journal)
    people.remove(journal, okafor)
    one = deleted.every(journal)[0]
    assert (one.table, one.title) == ("person", "Dr. Rosalind Okafor")
    assert one.counts == {"meeting": 1, "agenda_item": 1, "agenda_option": 1, "action": 1}
    deleted.restore(journal, "person", okafor)
    assert build.dump(journal) == before
    assert deleted.every(journal) == [] and journal.findings() == []
    assert journal.undo() == "Restore Dr. Rosalind Okafor"
    assert titles(journal) == ["Dr. Rosalind Okafor"]
    deleted.restore(journal, "person", okafor)
    assert build.dump(journal) == before


def test_newest_first_and_only_entries(journal: Journal, okafor: int) -> None:
    people.edit(journal, okafor, {"roles": [], "areas": []})
    needs.link_people(journal, needs.every(journal)[0].id, [])
    assert deleted.every(journal) == []
    promises.remove(journal, promises.of_person(journal, okafor)[0].id)
    goals.remove(journal, goals.add(journal, {"text": "A second site"}))
    assert titles(journal) == ["A second site", "Send aims"]


def test_what_one_never_made_was_not_deleted(journal: Journal, okafor: int) -> None:
    goals.add(journal, {"text": "A second site"})
    journal.undo()
    assert deleted.every(journal) == []
    journal.redo()
    journal.undo()
    assert deleted.every(journal) == []
    people.remove(journal, okafor)
    journal.undo()
    assert deleted.every(journal) == []
    journal.redo()
    assert titles(journal) == ["Dr. Rosalind Okafor"]


def test_an_owner_that_is_gone_comes_back_too(journal: Journal, okafor: int) -> None:
    before = build.dump(journal)
    meetings.remove(journal, meeting_of(journal, okafor))
    people.remove(journal, okafor)
    whose, which = deleted.every(journal)
    assert which.title == "Meeting with Dr. Okafor" and which.owner_gone and not whose.owner_gone
    deleted.restore(journal, which.table, which.id)
    assert deleted.every(journal) == []
    after = build.dump(journal)
    assert {name: len(rows) for name, rows in after.items()} == {
        name: len(rows) for name, rows in before.items()}
    assert journal.findings() == []


def test_a_link_that_was_set_since_is_left_alone(journal: Journal, okafor: int) -> None:
    vale = next(one.person.id for one in people.everybody(journal, build.SAMPLE_DAY)
                if "Vale" in one.person.name)
    people.remove(journal, okafor)
    other = build.add_person(journal, "Hana Yoon")
    people.edit(journal, vale, {"suggested_by_id": other})
    deleted.restore(journal, "person", okafor)
    assert people.get(journal, vale).suggested_by_id == other


def test_what_belongs_to_an_erased_person_says_so(journal: Journal, okafor: int) -> None:
    which = meeting_of(journal, okafor)
    meetings.remove(journal, which)
    erasing.erase_for_good(
        journal, erasing.prospect(journal, "person", okafor), backups_too=False)
    assert deleted.every(journal) == []
    for table, row in (("person", okafor), ("meeting", which)):
        with pytest.raises(JournalError, match="erased for good"):
            deleted.restore(journal, table, row)


@SAME_JOURNAL
@given(st.lists(st.tuples(st.sampled_from(["person", "meeting", "agenda_item", "action", "goal"]),
                          st.integers(0, 9)), min_size=1, max_size=8))
def test_removing_in_any_order_and_restoring_back_changes_nothing(
    sample_file: Path, tmp_path: Path, removals: list[tuple[str, int]]
) -> None:
    verbs = {"person": people.remove, "meeting": meetings.remove, "agenda_item": agenda.remove_item,
             "action": promises.remove, "goal": goals.remove}
    with closing(Journal(build.copy(sample_file, tmp_path / "journal"))) as journal:
        build.do_not_wait_for_the_disk(journal)
        dumps = [_content(journal)]
        for table, n in removals:
            rows = journal.read().execute(select(RECORD_TABLES[table].c.id)).scalars().all()
            if rows:
                with journal.loss_confirmed():
                    verbs[table](journal, rows[n % len(rows)])
                dumps.append(_content(journal))
        while found := deleted.every(journal):
            assert _content(journal) == dumps.pop()
            deleted.restore(journal, found[0].table, found[0].id)
        assert [_content(journal)] == dumps
        assert journal.findings() == []


def _content(journal: Journal) -> build.Dump:
    """What the journal holds; where an item stands among those that are left does not count."""
    place = {
        name: [n for n, column in enumerate(table.c) if column.name == "position"]
        for name, table in RECORD_TABLES.items()
    }
    return {
        name: [tuple(value for n, value in enumerate(row) if n not in place[name]) for row in rows]
        for name, rows in build.dump(journal).items()
    }


# Much at once ---------------------------------------------------------------------------------


def test_much_of_a_journal_goes_only_when_it_was_confirmed(journal: Journal) -> None:
    whom = build.add_person(journal)
    for n in range(9):
        build.add_meeting(journal, whom, headline=f"Number {n}")
    before = build.dump(journal)
    with pytest.raises(MassLoss, match="10 of the 10 entries") as caught:
        people.remove(journal, whom)
    assert (caught.value.removed, caught.value.total) == (10, 10)
    assert build.dump(journal) == before and caught.value.exit_code == 2
    with journal.loss_confirmed():
        people.remove(journal, whom)
    assert deleted.every(journal)[0].counts == {"meeting": 9}
    journal.undo()  # one's own steps go back and forth without a question
    journal.redo()
    journal.undo()
    assert build.dump(journal) == before


def test_little_of_a_journal_goes_without_a_question(journal: Journal) -> None:
    whom = build.add_person(journal)
    for n in range(8):
        build.add_meeting(journal, whom, headline=f"Number {n}")
    people.remove(journal, whom)  # nine: all there is, but fewer than ten
    assert build.dump(journal)["meeting"] == []


def test_a_tenth_of_a_large_journal_goes_but_not_fifty_entries(journal: Journal) -> None:
    whom, other = build.add_person(journal), build.add_person(journal, "Hana Yoon")
    with journal.change("Many goals"):
        for n in range(400):
            goals.add(journal, {"text": f"Goal {n}"})
        for n in range(48):
            build.add_meeting(journal, whom, headline=f"Number {n}")
            build.add_meeting(journal, other, headline=f"Number {n}")
    people.remove(journal, whom)  # 49
    build.add_meeting(journal, other)
    with pytest.raises(MassLoss):
        people.remove(journal, other)  # 50
