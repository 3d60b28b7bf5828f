"""Accomplishments: their file, and everybody's part in them, which may be more than one."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from mentorjournal.journal import accomplishments, erasing, files, merging, people
from mentorjournal.journal.files import ChosenFile
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build
from mentorjournal.tests.copies import part

MAY = date(2026, 5, 1)
POSTER = ChosenFile("../poster.pdf", b"%PDF poster", "application/pdf")


def shown_file(journal: Journal, key: int) -> tuple[str | None, bytes | None]:
    about = accomplishments.get(journal, key).accomplishment
    return about.file_name, files.content(journal, about.file) if about.file else None


def test_a_file_is_taken_in_replaced_and_taken_away_and_all_comes_back(journal: Journal) -> None:
    key = accomplishments.add(journal, {"title": "Poster", "file": POSTER})
    assert shown_file(journal, key) == ("poster.pdf", b"%PDF poster")
    accomplishments.edit(journal, key, {"file": ChosenFile("b.txt", b"The second")})
    assert shown_file(journal, key) == ("b.txt", b"The second")
    accomplishments.edit(journal, key, {"file": None})
    assert shown_file(journal, key) == (None, None)
    journal.undo()
    assert shown_file(journal, key) == ("b.txt", b"The second")
    journal.undo()
    assert shown_file(journal, key) == ("poster.pdf", b"%PDF poster")
    accomplishments.edit(journal, key, {"result": "Four wrote"})
    assert shown_file(journal, key) == ("poster.pdf", b"%PDF poster")
    accomplishments.remove(journal, key)
    journal.undo()
    assert shown_file(journal, key) == ("poster.pdf", b"%PDF poster")


def test_a_file_that_is_refused_changes_nothing(journal: Journal) -> None:
    key = accomplishments.add(journal, {"title": "Poster", "file": POSTER})
    before = build.dump(journal)
    with pytest.raises(JournalError, match="too large"):
        accomplishments.edit(journal, key, {
            "title": "X", "file": ChosenFile("b", b"x" * (files.LIMIT + 1))})
    assert build.dump(journal) == before


def test_erased_for_good_its_file_is_gone(journal: Journal) -> None:
    key = accomplishments.add(journal, {"title": "Poster", "file": POSTER})
    erasing.erase_for_good(
        journal, erasing.prospect(journal, "accomplishment", key), backups_too=False)
    assert b"%PDF poster" not in journal.path.read_bytes()


def test_somebody_may_have_contributed_and_seen_it(journal: Journal) -> None:
    ann, bo = build.add_person(journal, "Ann"), build.add_person(journal, "Bo")
    key = accomplishments.add(journal, {"title": "Talk"}, [
        {"person_id": ann, "credited_on": MAY}, {"person_id": ann, "part": "witness"},
        {"person_id": bo, "part": "witness"}])
    found = accomplishments.get(journal, key)
    assert [one.person_id for one in found.contributors] == [ann]
    assert [one.person_id for one in found.witnesses] == [ann, bo]
    assert found.credit_of(ann).credited_on == MAY and found.credit_of(bo).part == "witness"
    accomplishments.edit(journal, key, {}, [
        {"person_id": ann, "part": "witness"}, {"person_id": bo}])
    again = accomplishments.get(journal, key)
    assert [one.person_id for one in again.contributors] == [bo]
    assert again.witnesses == (found.witnesses[0],)
    other = accomplishments.add_contributor(journal, key, ann)
    assert accomplishments.credit(journal, other).part == "contributor"
    assert len(accomplishments.of_person(journal, ann)) == 1


def test_joined_entries_keep_both_parts(journal: Journal) -> None:
    ann, other = build.add_person(journal, "Ann"), build.add_person(journal, "Anne")
    key = accomplishments.add(journal, {"title": "Talk"}, [
        {"person_id": ann}, {"person_id": other, "part": "witness"}, {"person_id": other}])
    people.merge(journal, ann, other)
    found = accomplishments.get(journal, key)
    assert [(one.person_id, one.part) for one in found.credits] == [
        (ann, "contributor"), (ann, "witness")]


@pytest.mark.parametrize(("choice", "stays"), [
    (merging.MINE, ("mine.pdf", b"Mine")), (merging.THEIRS, ("theirs.txt", b"Theirs")),
    (None, ("theirs.txt", b"Theirs")),
])
def test_of_two_files_one_question_is_asked_and_the_name_goes_with_the_file(
    journal: Journal, tmp_path: Path, choice: str | None, stays: tuple[str, bytes]
) -> None:
    key = accomplishments.add(journal, {"title": "Talk"})
    with closing(part(journal, tmp_path / "other.mentorjournal")) as other:
        accomplishments.edit(journal, key, {"file": ChosenFile("mine.pdf", b"Mine")})
        journal.read().exec_driver_sql("UPDATE step SET at = '2026-05-01T00:00:00Z'")
        accomplishments.edit(other, key, {"file": ChosenFile("theirs.txt", b"Theirs")})
        found = merging.compare(journal, other.path)
        (question,) = found.questions
        assert (question.mine, question.theirs) == ("mine.pdf, 4 bytes", "theirs.txt, 6 bytes")
        merging.merge(journal, found, {question.key: choice} if choice else None)
        assert merging.compare(journal, other.path).is_empty
    assert shown_file(journal, key) == stays


def test_two_copies_that_name_two_parts_of_somebody_keep_both(
    journal: Journal, tmp_path: Path
) -> None:
    ann = build.add_person(journal, "Ann")
    key = accomplishments.add(journal, {"title": "Talk"})
    with closing(part(journal, tmp_path / "other.mentorjournal")) as other:
        accomplishments.edit(journal, key, {}, [{"person_id": ann, "credited_on": MAY}])
        accomplishments.edit(other, key, {}, [{"person_id": ann, "part": "witness"}])
        found = merging.compare(journal, other.path)
        assert found.questions == ()
        merging.merge(journal, found)
    assert {one.part for one in accomplishments.get(journal, key).credits} == {
        "contributor", "witness"}
