"""Two copies that went their own ways come together: the same records, no word lost, twice nothing.

The copies are changed through the verbs of the journal, and compared by uid.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
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


@settings(max_examples=40, phases=[Phase.explicit, Phase.generate],
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
            assert wordings <= ever_said(merged) | ever_said(other)
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
