"""Who began or promised something, as the journal keeps it: whoever is not me by what they are.

Pages may say "mentor" of anybody; with somebody I mentor it is kept as "mentee", so that nothing
they owe or call off is counted as a mentor's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from mentorjournal.mentoring.sides import THEIRS, party_of
from mentorjournal.store.schema import person

_COLUMNS = ("owner", "initiated_by", "called_off_by")


def named(
    connection: Connection, person_id: int | None, values: Mapping[str, Any]
) -> Mapping[str, Any]:
    """`values` of a row about somebody, with the other one of us called as they stand to me."""
    theirs = [name for name in _COLUMNS if values.get(name) in THEIRS]
    if not theirs or person_id is None:
        return values
    direction = connection.execute(
        select(person.c.direction).where(person.c.id == person_id)).scalar()
    return {**values, **dict.fromkeys(theirs, party_of(direction))}
