"""Finding somebody by the beginning of any part of the name."""

from __future__ import annotations

import pytest

from mentorjournal.journal.records import Person
from mentorjournal.models.name_search import found_by

EVERYBODY = [
    Person(1, "Dr. Rosalind Okafor"), Person(2, "Prof. Søren Ångström"),
    Person(3, "Dr. Maria-José O’Brien", direction="candidate", stage="met"),
    Person(4, "Nguyễn Thị Ánh Đặng"), Person(5, "Joy Marchetti, NP"), Person(6, "Dr. Ola Drew"),
    Person(7, "Maria Moor"), Person(8, "张伟"),
]
CALLED = {one.id: one.name for one in EVERYBODY} | {7: "Maria Moor (Surgery)"}


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("oka", [1]), ("OKA", [1]), ("ros", [1]), ("ros ok", [1]), ("ok ros", [1]),
        ("ang", [2]), ("Ång", [2]), ("soren", [2]), ("anh dang", [4]), ("jose", [3]),
        ("brien", [3]), ("np", [5]), ("march", [5]), ("arch", []), ("surg", [7]),
        # A name before a title that begins alike, mentors before candidates.
        ("dr", [6, 1, 3]), ("mar", [5, 7, 3]), ("o", [6, 1, 3]), ("张", [8]),
        ("", []), ("  ", []), (",", []), ("zz", []), ("x" * 5000, []),
    ],
)
def test_found_by(typed: str, ids: list[int]) -> None:
    assert [one.id for one in found_by(typed, EVERYBODY, CALLED)] == ids
