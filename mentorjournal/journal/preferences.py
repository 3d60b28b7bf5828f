"""What is set for one journal and travels with it: the thresholds of the twelve tips."""

from __future__ import annotations

from sqlalchemy import select

from mentorjournal.journal import entries
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import tips_table
from mentorjournal.mentoring.tips_table import Thresholds
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import preference
from mentorjournal.words import number, tr

TIP = "tip:"  # what the key of every threshold begins with
# Of two thresholds of one indicator, the first may not lie beyond the second.
IN_ORDER = (
    ("roles_held_look", "roles_held_act"), ("load_look", "load_act"),
    ("promise_look", "promise_act"), ("due_soon", "overdue"), ("overdue", "dormant"),
    ("late_look", "late_act"), ("cooling_look", "cooling_act"),
)


def thresholds(journal: Journal) -> Thresholds:
    """Every threshold with the value that holds here; one that makes no sense is left out."""
    rows = journal.read().execute(
        select(preference.c.key, preference.c.value)
        .where(preference.c.key.startswith(TIP, autoescape=True))
    )
    return Thresholds({key.removeprefix(TIP): value for key, value in rows})


def set_threshold(
    journal: Journal, key: str, value: float | None, origin: object = None
) -> None:
    """Keep a threshold as one's own; None goes back to the usual value.

    Raises JournalError for a number outside what the threshold allows, or on the wrong side of
    another one of its indicator; KeyError for no threshold.
    """
    one = tips_table.THRESHOLDS[key]
    if value is not None and not one.least <= value <= one.most:
        raise JournalError(tr(
            "Choose a number from {least} to {most}.",
            least=number(one.least), most=number(one.most)))
    _require_order(thresholds(journal), key, one.usual if value is None else value)
    with journal.change(
        tr("Change a threshold"), merge=f"threshold-{key}", origin=origin
    ) as connection:
        known = connection.execute(
            select(preference.c.id).where(preference.c.key == TIP + key)).scalar()
        text = None if value is None or value == one.usual else repr(float(value))
        if text is None:
            if known is not None:
                entries.delete_row(connection, preference, known)
        elif known is None:
            entries.insert_row(connection, preference, {"key": TIP + key, "value": text})
        else:
            entries.update_row(connection, preference, known, {"value": text})


def _require_order(now: Thresholds, key: str, value: float) -> None:
    for first, second in IN_ORDER:
        if key == first and value > now[second]:
            raise JournalError(tr(
                "Choose {n} or less: something to act on comes after what is worth a look.",
                n=number(now[second])))
        if key == second and value < now[first]:
            raise JournalError(tr(
                "Choose {n} or more: something to act on comes after what is worth a look.",
                n=number(now[first])))
