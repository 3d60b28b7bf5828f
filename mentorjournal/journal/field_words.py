"""Which kinds of records there are and what each field of one takes, for people who write them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column

from mentorjournal.journal import entries, fields
from mentorjournal.store.schema import commitment
from mentorjournal.words import tr

_KEPT = ("id", "uid", "created_at")  # written by the journal itself


def kinds() -> list[str]:
    """What `list` and `add` know, in the order of the alphabet."""
    return sorted(fields.KINDS)


def described(kind: str) -> list[tuple[str, str]]:
    """Each field of a kind with what it takes; what must be there stands first.

    Raises JournalError for a kind that is not known.
    """
    table = entries.table_of(kind)
    needed = fields.needed(table)
    found = [(column.name, _said(column, column.name in needed))
             for column in table.c if column.name not in _KEPT]
    if table.name == "person":
        found += [(name, tr("a list of words") if allowed is None else tr(
            "a list of these: {words}, or words of your own after “other:”",
            words=fields.named(allowed)))
            for name, (_, allowed) in fields.PERSON_LISTS.items()]
    return sorted(found, key=lambda one: one[0] not in needed)


def _said(column: Column[Any], is_needed: bool) -> str:
    said = fields.takes(column)
    if column.table is commitment and column.name == "until":
        said = tr("{what}: the first day without it", what=said)
    if is_needed:
        return tr("{what}; needed", what=said)
    default = getattr(column.default, "arg", None)
    if default in (None, "") or isinstance(column.type, Boolean):
        return said
    return tr("{what}; {default} if nothing is said", what=said,
              default=str(default).removesuffix(".0"))
