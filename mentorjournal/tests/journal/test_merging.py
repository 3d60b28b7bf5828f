"""Two copies that went their own ways come together: the same records, no word lost, twice nothing.

The copies are changed through the verbs of the journal, and compared by uid.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from mentorjournal.journal import (
    agenda,
    entries,
    me,
    meetings,
    merging,
    needs,
    people,
    promises,
)
from mentorjournal.journal.journal import Journal
from mentorjournal.store import backup
from mentorjournal.store.errors import JournalError, WrongPassphrase
from mentorjournal.tests import build
from mentorjournal.tests.copies import bring, ever_said, part, records

Deed = Callable[[Journal, int, int, str], Any]


def _of(journal: Journal, table: str, n: int) -> int | None:
    ids = [row[0] for row in build.dump(journal)[table]]
    return ids[n % len(ids)] if ids else None


def _on(table: str, deed: Deed) -> Deed:
    """`deed` with the id of some row of `table` for its first number, if there is one."""
    def act(journal: Journal, n: int, m: int, word: str) -> Any:
        row = _of(journal, table, n)
        return None if row is None else deed(journal, row, m, word)

    return act


def _suggested_by(journal: Journal, row: int, m: int, word: str) -> None:
    other = _of(journal, "person", m)
    people.edit(journal, row, {"suggested_by_id": None if other == row else other})


def _join(journal: Journal, row: int, m: int, word: str) -> None:
    other = _of(journal, "person", m)
    if other is not None and other != row:
        people.merge(journal, row, other)


DEEDS: dict[str, Deed] = {
    "add person": lambda j, n, m, w: people.add(j, {"name": w, "roles": ["coach"]}),
    "name": _on("person", lambda j, n, m, w: people.edit(j, n, {"name": w})),
    "note": _on("person", lambda j, n, m, w: people.edit(j, n, {"private_note": w})),
    "ask": _on("person", lambda j, n, m, w: people.edit(j, n, {"my_ask": None})),
    "roles": _on("person", lambda j, n, m, w: people.edit(
        j, n, {"roles": [("coach", "connector", "peer")[m % 3], "content"]})),
    "strengths": _on("person", lambda j, n, m, w: people.edit(j, n, {"strengths": [w, "calm"]})),
    "suggested": _on("person", _suggested_by),
    "remove person": _on("person", lambda j, n, m, w: people.remove(j, n)),
    "join": _on("person", _join),
    "add meeting": _on("person", lambda j, n, m, w: build.add_meeting(j, n, headline=w)),
    "headline": _on("meeting", lambda j, n, m, w: meetings.edit(j, n, {"headline": w})),
    "notes": _on("meeting", lambda j, n, m, w: meetings.edit(j, n, {"notes": w})),
    "remove meeting": _on("meeting", lambda j, n, m, w: meetings.remove(j, n)),
    "add item": _on("meeting", lambda j, n, m, w: agenda.add_item(j, n, {"title": w})),
    "item": _on("agenda_item", lambda j, n, m, w: agenda.edit_item(j, n, {"title": w})),
    "move item": _on("agenda_item", lambda j, n, m, w: agenda.move_item(j, n, m % 3)),
    "remove item": _on("agenda_item", lambda j, n, m, w: agenda.remove_item(j, n)),
    "option": _on("agenda_item", lambda j, n, m, w: agenda.add_option(j, n, {"text": w})),
    "ask ahead": _on("meeting", lambda j, n, m, w: agenda.add_ask(j, n, {"text": w})),
    "promise": _on("meeting", lambda j, n, m, w: promises.add(j, {"text": w, "meeting_id": n})),
    "promise words": _on("action", lambda j, n, m, w: promises.edit(j, n, {"text": w})),
    "remove promise": _on("action", lambda j, n, m, w: promises.remove(j, n)),
    "add need": lambda j, n, m, w: needs.add(j, {"text": w}),
    "remove need": _on("need", lambda j, n, m, w: needs.remove(j, n)),
    "link need": _on("need", lambda j, n, m, w: needs.link_people(
        j, n, [each for each in (_of(j, "person", m),) if each is not None])),
    "me": lambda j, n, m, w: me.edit(j, {("interest", "email", "name")[m % 3]: w}),
    "feedback": _on("person", lambda j, n, m, w: entries.add(
        j, "feedback", {"person_id": n, "gist": w, "meeting_id": _of(j, "meeting", m)})),
    "photo": _on("person", lambda j, n, m, w: people.set_photo(j, n, w.encode())),
    "undo": lambda j, n, m, w: j.undo(),
    "redo": lambda j, n, m, w: j.redo(),
}
script = st.lists(
    st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(0, 7), st.integers(0, 7)), max_size=9)


def play(journal: Journal, deeds: list[tuple[str, int, int]], who: str) -> None:
    for number, (name, n, m) in enumerate(deeds):
        DEEDS[name](journal, n, m, f"{who} {number} {name}")


@pytest.fixture(scope="module")
def common(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small journal from which both copies come."""
    path = build.copy(empty_file, tmp_path_factory.mktemp("common") / "common.mentorjournal")
    journal = Journal(path)
    play(journal, [
        ("add person", 0, 0), ("add person", 0, 0), ("add meeting", 0, 0), ("add meeting", 1, 0),
        ("add item", 0, 0), ("add item", 0, 0), ("option", 0, 0), ("promise", 0, 0),
        ("add need", 0, 0), ("link need", 0, 0), ("suggested", 0, 1), ("feedback", 0, 1),
    ], "both")
    journal.close()
    return path


def opened(folder: str, source: Path, name: str) -> Journal:
    journal = Journal(build.copy(source, Path(folder) / f"{name}.mentorjournal"))
    build.do_not_wait_for_the_disk(journal)
    return journal


def texts(journal: Journal) -> set[str]:
    """Every wording that stands in the journal now."""
    return {
        value for rows in build.dump(journal).values() for row in rows for value in row
        if isinstance(value, str) and value.startswith(("one ", "two ", "both "))
    }


@settings(max_examples=25, phases=[Phase.explicit, Phase.generate],
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=script, two=script)
def test_copies_come_to_the_same_records_and_lose_nothing(
    common: Path, one: list[tuple[str, int, int]], two: list[tuple[str, int, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        a, b = opened(folder, common, "a"), opened(folder, common, "b")
        check(a, b, one, two, Path(folder))
        for each in (a, b):
            each.close()


def check(
    a: Journal, b: Journal, one: list[tuple[str, int, int]], two: list[tuple[str, int, int]],
    folder: Path,
) -> None:
    """Let two copies go their ways, merge each into the other, and look at both."""
    play(a, one, "one")
    play(b, two, "two")
    first = part(a, folder / "first.mentorjournal")
    second = part(b, folder / "second.mentorjournal")
    try:
        before, wordings = build.dump(first), texts(a) | texts(b)
        bring(first, b)
        bring(second, a)
        assert records(first) == records(second)
        for merged, other in ((first, b), (second, a)):
            assert merged.findings() == []
            assert wordings <= ever_said(merged)
            assert merging.compare(merged, other.path).is_empty
        assert merging.compare(first, second.path).is_empty
        changed = build.dump(first)
        if changed != before:
            first.undo()
            assert build.dump(first) == before
            first.redo()
            assert build.dump(first) == changed
    finally:
        first.close()
        second.close()


# Single things -------------------------------------------------------------------------------


@pytest.fixture
def copies(journal: Journal, tmp_path: Path) -> Iterator[tuple[Journal, Journal]]:
    """Two copies of a journal with one person and one meeting."""
    build.add_meeting(journal, build.add_person(journal, roles=["coach"]), notes="As it was")
    other = part(journal, tmp_path / "other.mentorjournal")
    yield journal, other
    other.close()


def test_counts_are_told_by_noun(copies: tuple[Journal, Journal]) -> None:
    mine, theirs = copies
    build.add_meeting(theirs, build.add_person(theirs, "Dr. New", roles=["peer"]))
    people.edit(theirs, 1, {"roles": ["connector"]})
    meetings.remove(theirs, 1)
    found = merging.compare(mine, theirs.path)
    assert {name: n for name, n in found.new.items() if name != "person_tag"} == {
        "person": 1, "meeting": 1}
    assert found.changed == {"person": 1}
    assert found.gone["meeting"] == 1
    assert found.new_names[0] == "Dr. New" and found.new_names[1].startswith("Meeting with Dr. New")
    assert found.gone_names[0].startswith("Meeting with ")
    assert found.name == "other.mentorjournal" and found.questions == ()
    assert found.parted_at is not None


def test_of_many_entries_the_first_few_are_named(copies: tuple[Journal, Journal]) -> None:
    mine, theirs = copies
    for n in range(7):
        build.add_person(theirs, f"Dr. {n}", roles=["peer"])
    names = merging.compare(mine, theirs.path).new_names
    assert len(set(names)) == 5 and set(names[:4]) < {f"Dr. {n}" for n in range(7)}
    assert names[4] == "and 3 more"


def conflicting(mine: Journal, theirs: Journal) -> merging.Comparison:
    meetings.edit(mine, 1, {"notes": "Mine"})
    meetings.edit(theirs, 1, {"notes": "Theirs"})
    for journal, at in ((mine, "2026-05-14T10:00:00Z"), (theirs, "2026-05-15T10:00:00Z")):
        journal.read().exec_driver_sql(
            "UPDATE step SET at = ? WHERE id = (SELECT max(id) FROM step)", (at,))
    return merging.compare(mine, theirs.path)


def test_a_conflict_is_a_question_in_words(copies: tuple[Journal, Journal]) -> None:
    (question,) = conflicting(*copies).questions
    assert question.title == "Meeting with Dr. Okafor, Tuesday 19 May 2026"
    assert (question.field, question.mine, question.theirs) == ("Notes", "Mine", "Theirs")
    assert question.suggested == merging.THEIRS and question.may_keep_both
    assert question.mine_at and question.theirs_at and question.mine_at < question.theirs_at


@pytest.mark.parametrize(("choice", "stays"), [
    (None, "Theirs"), (merging.MINE, "Mine"), (merging.THEIRS, "Theirs"),
    (merging.BOTH, "Mine\n\nTheirs"),
])
def test_whatever_is_chosen_both_wordings_are_kept(
    copies: tuple[Journal, Journal], choice: str | None, stays: str
) -> None:
    mine, theirs = copies
    found = conflicting(mine, theirs)
    before = build.dump(mine)
    merging.merge(mine, found, {found.questions[0].key: choice} if choice else None)
    assert meetings.get(mine, 1).notes == stays
    assert {"Mine", "Theirs"} <= ever_said(mine)
    assert merging.compare(mine, theirs.path).is_empty
    bring(theirs, mine)
    assert meetings.get(theirs, 1).notes == stays
    assert records(mine) == records(theirs)
    mine.undo()
    assert build.dump(mine) == before


@pytest.mark.parametrize(("kind", "values", "one", "two", "said"), [
    ("people", {"name": "Ann"}, {"stage": "met"}, {"stage": "closed"}, ("Met", "Closed")),
    ("people", {"name": "Ann"}, {"outside_field": True, "start": "2026-05-01"},
     {"start": "2026-05-02"}, ("Friday 1 May 2026", "Saturday 2 May 2026")),
    ("people", {"name": "Ann"}, {"cadence_days": 7}, {"cadence_days": 14}, ("7", "14")),
    ("people", {"name": "Ann", "rank": "MD"}, {"rank": None}, {"rank": "PhD"}, ("", "PhD")),
])
def test_every_kind_of_value_is_said_in_words(
    journal: Journal, tmp_path: Path, kind: str, values: Any, one: Any, two: Any, said: Any
) -> None:
    row = entries.add(journal, kind, values)
    other = part(journal, tmp_path / "other.mentorjournal")
    people.edit(journal, row, one)
    people.edit(other, row, two)
    (question,) = merging.compare(journal, other.path).questions
    assert (question.mine, question.theirs) == said
    assert not question.may_keep_both
    other.close()


def test_links_and_starts_are_said_in_words(journal: Journal, tmp_path: Path) -> None:
    ids = people.add_names(journal, ["Dr. Ann Lee", "Dr. Bo Yi", "Cy"], {})
    meeting = build.add_meeting(journal, ids[0])
    other = part(journal, tmp_path / "other.mentorjournal")
    for each, by, hour in ((journal, ids[0], 9), (other, ids[1], 14)):
        people.edit(each, ids[2], {"suggested_by_id": by})
        meetings.move(each, meeting, datetime(2026, 5, 20, hour), 45)
    found = {q.field: q for q in merging.compare(journal, other.path).questions}
    assert {found["Suggested by"].mine, found["Suggested by"].theirs} == {
        "Dr. Ann Lee", "Dr. Bo Yi"}
    assert found["Start"].mine == "Wednesday 20 May 2026, 09:00"
    other.close()


def test_a_picture_comes_along(copies: tuple[Journal, Journal]) -> None:
    mine, theirs = copies
    people.set_photo(theirs, 1, b"a face")
    bring(mine, theirs)
    assert people.photo(mine, people.get(mine, 1)) == b"a face"


def test_what_an_agenda_item_comes_from_is_found_again(copies: tuple[Journal, Journal]) -> None:
    mine, theirs = copies
    promises.add(mine, {"text": "Mine", "meeting_id": 1})
    promise = promises.add(theirs, {"text": "Theirs", "meeting_id": 1})
    agenda.add_item(theirs, 1, {"title": "T", "source": "my_promise", "source_id": promise})
    bring(mine, theirs)
    (item,) = agenda.items(mine, 1)
    assert [each.text for each in promises.of_person(mine, 1) if each.id == item.source_id] == [
        "Theirs"]


def test_undone_on_one_side_is_not_changed_there(copies: tuple[Journal, Journal]) -> None:
    mine, theirs = copies
    meetings.edit(mine, 1, {"notes": "A slip"})
    mine.undo()
    meetings.edit(theirs, 1, {"notes": "Theirs"})
    assert bring(mine, theirs).questions == ()
    assert meetings.get(mine, 1).notes == "Theirs"


def test_a_merge_that_was_undone_can_be_done_again(copies: tuple[Journal, Journal]) -> None:
    mine, theirs = copies
    people.edit(theirs, 1, {"my_ask": "An hour"})
    bring(mine, theirs)
    mine.undo()
    bring(mine, theirs)
    assert people.get(mine, 1).my_ask == "An hour"


def test_a_backup_is_made_before(copies: tuple[Journal, Journal]) -> None:
    mine, theirs = copies
    people.edit(theirs, 1, {"my_ask": "An hour"})
    bring(mine, theirs)
    (made,) = backup.found_in(backup.folder_of(mine.path))
    assert made.reason == "merge"
    before = Journal(made.path)
    assert people.get(before, 1).my_ask is None
    before.close()


def test_nothing_new_changes_nothing(copies: tuple[Journal, Journal]) -> None:
    mine, theirs = copies
    heard = build.notices(mine)
    assert bring(mine, theirs).is_empty
    assert heard == [] and backup.found_in(backup.folder_of(mine.path)) == []


def test_a_journal_that_went_on_is_compared_anew(copies: tuple[Journal, Journal]) -> None:
    mine, theirs = copies
    people.edit(theirs, 1, {"my_ask": "An hour"})
    found = merging.compare(mine, theirs.path)
    people.edit(mine, 1, {"my_ask": "Two hours"})
    with pytest.raises(JournalError, match="changed meanwhile"):
        merging.merge(mine, found)
    assert people.get(mine, 1).my_ask == "Two hours"


def test_copies_with_passphrases_of_their_own(copies: tuple[Journal, Journal]) -> None:
    mine, theirs = copies
    people.edit(theirs, 1, {"my_ask": "An hour"})
    mine.set_passphrase("one")
    theirs.set_passphrase("two")
    with pytest.raises(WrongPassphrase):
        merging.compare(mine, theirs.path)
    merging.merge(mine, merging.compare(mine, theirs.path, "two"))
    assert people.get(mine, 1).my_ask == "An hour" and mine.findings() == []


def test_a_copy_of_a_locked_journal_needs_no_other_passphrase(
    journal: Journal, tmp_path: Path
) -> None:
    journal.set_passphrase("one")
    build.add_person(journal)
    build.copy(journal.path, tmp_path / "other.mentorjournal")
    assert merging.compare(journal, tmp_path / "other.mentorjournal").is_empty


def test_refusals_in_one_sentence(copies: tuple[Journal, Journal], tmp_path: Path) -> None:
    mine, _ = copies
    Journal.create(tmp_path / "stranger.mentorjournal").close()
    with pytest.raises(JournalError, match="is another journal"):
        merging.compare(mine, tmp_path / "stranger.mentorjournal")
    with pytest.raises(JournalError, match="journal that is open"):
        merging.compare(mine, mine.path)
    with pytest.raises(JournalError, match="There is no journal"):
        merging.compare(mine, tmp_path / "nowhere.mentorjournal")


def test_copies_beside_are_told_from_other_journals(journal: Journal, tmp_path: Path) -> None:
    stem = journal.path.stem
    conflicted = f"{stem} (Amara's conflicted copy 2026-05-12).mentorjournal"
    build.copy(journal.path, tmp_path / f"{stem} (1).mentorjournal")
    build.copy(journal.path, tmp_path / conflicted)
    build.copy(journal.path, tmp_path / "unlike.mentorjournal")
    Journal.create(tmp_path / f"{stem} (2).mentorjournal").close()
    Journal.create(tmp_path / f"{stem} (3).mentorjournal", "secret").close()
    (tmp_path / f"{stem}.sync-conflict-20260512-101112-ABCDEFG.mentorjournal").write_text("no")
    assert sorted(path.name for path in merging.copies_beside(journal)) == [
        f"{stem} (1).mentorjournal", conflicted,
        f"{stem}.sync-conflict-20260512-101112-ABCDEFG.mentorjournal",
    ]
