"""Every procedure of the battery, in the order of the table."""

from __future__ import annotations

from mentorjournal.tests.battery import (
    Procedure,
    damage,
    full,
    kills,
    power,
    secrets,
    sharing,
    typing,
    words,
)

PROCEDURES: tuple[Procedure, ...] = (
    *kills.PROCEDURES, *power.PROCEDURES, *sharing.PROCEDURES, *damage.PROCEDURES,
    *full.PROCEDURES,
    *secrets.PROCEDURES, *words.PROCEDURES, *typing.PROCEDURES,
)
