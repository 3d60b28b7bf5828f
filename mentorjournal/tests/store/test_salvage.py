"""What is on sound pages of a damaged journal is saved, and what may be wrong is named."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from mentorjournal.journal import entries, fields, people
from mentorjournal.journal.journal import Journal
from mentorjournal.store import keys, rebuild, salvage
from mentorjournal.store.database import reading
from mentorjournal.store.keys import Key
from mentorjournal.store.pages import INDEX, LEAF, Pages
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.tests import build
from mentorjournal.tests.store import damage

PASSPHRASE = "three blue herons"


@pytest.fixture(scope="session")
def locked_file(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample journal with a passphrase, made once."""
    path = tmp_path_factory.mktemp("locked") / "locked.mentorjournal"
    build.copy(sample_file, path)
    journal = Journal(path)
    journal.set_passphrase(PASSPHRASE)
    journal.close()
    return path


@pytest.fixture(params=["plain", "encrypted"])
def file(request: pytest.FixtureRequest, sample_file: Path, locked_file: Path,
         tmp_path: Path) -> Path:
    source = sample_file if request.param == "plain" else locked_file
    return build.copy(source, tmp_path / "mine.mentorjournal")


def key_of(path: Path) -> Key | None:
    if path.read_bytes().startswith(b"SQLite format 3\0"):
        return None
    return keys.derive(PASSPHRASE, keys.salt_of(path))


def saved(found: salvage.Found, key: Key | None, target: Path) -> build.Dump:
    """What the new journal holds; it is sound."""
    rebuild.write(found, target, key, fields.fits)
    journal = Journal(target, key)
    try:
        assert journal.findings() == []
        people.add(journal, {"name": "It can be used"})
        journal.undo()
        for kind in fields.KINDS:  # every value of every row can be read
            list(entries.every(journal, kind))
        return build.dump(journal)
    finally:
        journal.close()


def whole(path: Path, key: Key | None) -> build.Dump:
    journal = Journal(path, key)
    try:
        return build.dump(journal)
    finally:
        journal.close()


def records(dump: build.Dump) -> set[tuple[str, int]]:
    return {(table, row[0]) for table, rows in dump.items() for row in rows}


def test_of_a_sound_journal_everything_is_saved(file: Path, tmp_path: Path) -> None:
    key, before = key_of(file), whole(file, key_of(file))
    found = salvage.find(file, key)
    assert (found.lost, found.unsure) == (set(), set())
    target = tmp_path / "new.mentorjournal"
    rebuild.write(found, target, key, fields.fits)
    assert whole(target, key) == before
    for table in ("step", "history", "meta", "draft", "file_content", "digest"):
        with reading(file, key) as one, reading(target, key) as other:
            rows = f'SELECT * FROM "{table}" ORDER BY 1, 2'
            assert other.exec_driver_sql(rows).all() == one.exec_driver_sql(rows).all()


def test_long_texts_are_read_over_many_pages(empty_file: Path, tmp_path: Path) -> None:
    journal = Journal(build.copy(empty_file, tmp_path / "mine.mentorjournal"))
    for length in (10, 3900, 3970, 4061, 4062, 5000, 8113, 100_000):
        build.add_person(journal, private_note="å" + "x" * length, photo="end")
    before = build.dump(journal)
    journal.close()
    found = salvage.find(journal.path, None)
    assert sorted(found.rows["person"].values()) == before["person"]
    assert found.unsure == set()


def _schema(file: Path) -> None:
    damage.blank(file, 1)


def _schema_and_more(file: Path) -> None:
    damage.blank(file, *range(1, 5))


def _indexes(file: Path) -> None:
    key = key_of(file)
    pages = Pages(file, key)
    damage.blank(file, *(n for n in range(2, pages.count + 1) if pages.kind(n) in INDEX))


@pytest.mark.parametrize("hurt", [_schema, _schema_and_more, _indexes])
def test_without_schema_or_indexes_everything_is_saved(
    file: Path, tmp_path: Path, hurt: Callable[[Path], None]
) -> None:
    key, before = key_of(file), whole(file, key_of(file))
    held = _held_by(file, key)
    hurt(file)
    gone = {place for place, n in held.items() if n <= 4} if hurt is _schema_and_more else set()
    after = saved(salvage.find(file, key, fields.fits), key, tmp_path / "new.mentorjournal")
    assert gone or after == before
    assert records(after) >= records(before) - gone


def _held_by(file: Path, key: Key | None) -> dict[tuple[str, int], int]:
    """The page that each record lies on."""
    found = {}
    pages = Pages(file, key)
    with reading(file, key) as connection:
        roots = {int(row[1]): str(row[0]) for row in connection.exec_driver_sql(
            "SELECT name, rootpage FROM sqlite_master WHERE type = 'table'") if
            row[0] in RECORD_TABLES}
    for root, table in roots.items():
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if pages.kind(number) == LEAF:
                found.update({(table, cell.number): number for cell in pages.cells(number)})
            else:
                waiting += pages.children(number)
    return found


@pytest.mark.parametrize("seed", range(5))
def test_every_row_on_a_sound_page_is_saved(file: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    key, before = key_of(file), whole(file, key_of(file))
    held = _held_by(file, key)
    blanked = chance.sample(range(1, damage.pages(file) + 1), chance.choice((1, 3, 10, 40)))
    damage.blank(file, *blanked)
    found = salvage.find(file, key, fields.fits)
    after = saved(found, key, tmp_path / "new.mentorjournal")
    safe = {place for place, page in held.items() if page not in blanked}
    assert safe <= records(after)
    assert records(before) - records(after) <= found.lost | (set(held) - safe)
    rows = {(table, row[0]): row for table, found_rows in before.items() for row in found_rows}
    sure = safe - found.unsure
    for table, row in ((table, row) for table, rows_ in found.rows.items()
                       for row in rows_.items()):
        if (table, row[0]) in sure:
            assert row[1] == rows[table, row[0]]


@pytest.mark.parametrize("seed", range(4))
def test_pages_in_each_others_place_lose_nothing(
    sample_file: Path, tmp_path: Path, seed: int
) -> None:
    # Of a plain journal: an encrypted page knows its place, and in another one it is noise.
    file = build.copy(sample_file, tmp_path / "mine.mentorjournal")
    chance = random.Random(seed)
    before = whole(file, None)
    pages = Pages(file, None)
    leaves = [n for n in range(2, pages.count + 1) if pages.kind(n) == LEAF]
    damage.swap(file, *chance.sample(leaves, 2))
    found = salvage.find(file, None)
    assert {t: sorted(rows.values()) for t, rows in found.rows.items()} == before


@pytest.mark.parametrize("part", [0.2, 0.6, 0.95])
def test_what_is_left_of_a_cut_off_file_is_saved(file: Path, tmp_path: Path, part: float) -> None:
    key = key_of(file)
    held = _held_by(file, key)
    length = int(file.stat().st_size * part)
    damage.cut(file, length)
    after = saved(salvage.find(file, key, fields.fits), key, tmp_path / "new.mentorjournal")
    assert {place for place, page in held.items() if page * 4096 <= length} <= records(after)


@pytest.mark.parametrize("seed", range(8))
def test_one_flipped_bit_costs_no_row_but_its_own(
    file: Path, tmp_path: Path, seed: int
) -> None:
    key, before = key_of(file), whole(file, key_of(file))
    damage.flip(file, random.Random(seed))
    found = salvage.find(file, key)
    rows = {(t, n): row for t, found_rows in found.rows.items() for n, row in found_rows.items()}
    wrong = [place for place, row in (((t, r[0]), r) for t, rs in before.items() for r in rs)
             if rows.get(place) != row]
    assert set(wrong) <= found.unsure | found.lost
    assert len(wrong) <= 8


def test_what_belonged_to_somebody_lost_stays_together(journal: Journal, tmp_path: Path) -> None:
    ann = build.add_person(journal, "Ann")
    which = build.add_meeting(journal, ann, notes="Bring the draft")
    bo = build.add_person(journal, "Bo", suggested_by_id=ann)
    found = salvage.find(journal.path, None)
    del found.rows["person"][ann]
    found.lost.add(("person", ann))
    after = saved(found, None, tmp_path / "new.mentorjournal")
    people_now = {row[0]: row for row in after["person"]}
    assert people_now[ann][3] == "(lost)" and people_now[bo][3] == "Bo"
    assert [row[0] for row in after["meeting"]] == [which]
    assert people_now[bo][RECORD_TABLES["person"].c.keys().index("suggested_by_id")] == ann


def test_a_lost_row_comes_back_in_an_earlier_wording(journal: Journal) -> None:
    ann = build.add_person(journal, "Ann", rank="Fellow")
    people.edit(journal, ann, {"rank": "Professor"})
    page = _held_by(journal.path, None)["person", ann]
    damage.blank(journal.path, page)
    found = salvage.find(journal.path, None)
    assert found.lost == set() and found.earlier == {("person", ann)} == found.unsure
    assert "Fellow" in found.rows["person"][ann]


def test_ids_of_lost_rows_are_not_given_out_again(journal: Journal, tmp_path: Path) -> None:
    build.add_person(journal, "Ann")
    bo = build.add_person(journal, "Bo")
    found = salvage.find(journal.path, None)
    del found.rows["person"][bo]
    found.own.pop("sqlite_sequence")
    target = tmp_path / "new.mentorjournal"
    rebuild.write(found, target, None, fields.fits)
    opened = Journal(target)
    assert build.add_person(opened, "Cleo") == bo + 1
    opened.close()
