"""A row as the merging of two copies sees it: what it says, and what it said since they parted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mentorjournal.store.columns import Words
from mentorjournal.store.schema import RECORD_TABLES

# A link is the uid of the row it points to: ids may differ between two copies.
Value = str | int | float | None
Values = Mapping[str, Value]

OWN = ("id", "uid", "created_at")
FIELDS: dict[str, tuple[str, ...]] = {
    name: tuple(c.name for c in table.c if c.name not in OWN)
    for name, table in RECORD_TABLES.items()
}
# Table -> its links and the table each goes to.
LINKS: dict[str, dict[str, str]] = {
    name: {key.parent.name: key.column.table.name for key in table.foreign_keys}
    for name, table in RECORD_TABLES.items()
}
OWNED: dict[str, frozenset[str]] = {
    name: frozenset(key.parent.name for key in table.foreign_keys if key.ondelete == "CASCADE")
    for name, table in RECORD_TABLES.items()
}
# Columns that hold the sha256 of a file inside the journal.
FILES = {"person": "photo", "accomplishment": "file", "letter_attachment": "file"}
# What belongs to a file and goes where it goes: the name of one, to what holds its digest.
GOES_WITH = {"file_name": "file"}
# What somebody sees as a list, such as the roles of a person, is never put to them as a question.
_QUIET_TABLES = ("person_tag",)
_QUIET_FIELDS = ("position", "source_id")


@dataclass(frozen=True)
class Past:
    """A row before one change; `values` is None where there was no row."""

    values: Values | None
    step: int
    at: str


@dataclass(frozen=True)
class Row:
    """A row of one copy; `values` is None when it was removed after the copies parted."""

    table: str
    id: int
    uid: str
    values: Values | None
    past: tuple[Past, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether it was added after the copies parted."""
        return bool(self.past) and self.past[0].values is None

    def said(self, field: str, value: Value) -> bool:
        """Whether a field had this value before its present one."""
        return any(p.values is not None and p.values.get(field) == value for p in self.past)

    def changed(self, field: str) -> Past | None:
        """The last change of a field, None when it is as it was when the copies parted."""
        after = self.values
        for past in reversed(self.past):
            if _value(past.values, field) != _value(after, field) or (
                (past.values is None) != (after is None)
            ):
                return past
            after = past.values
        return None

    def weighed(self, field: str, value: Value) -> bool:
        """Whether the step that gave a field its present value had this other one first.

        So does a merge that kept its own value after it had seen the other copy's.
        """
        last = self.changed(field)
        return last is not None and any(
            past.values is not None and past.values.get(field) == value
            for past in [each for each in self.past if each.step == last.step][1:]
        )

    def touched(self, field: str) -> bool:
        """Whether somebody changed a field of the row as it first came to be here."""
        last = self.changed(field)
        return last is not None and last.values is not None

    @property
    def is_erased(self) -> bool:
        """Whether it was removed for good: that it is gone is known, but not what it said."""
        last = self.past[-1].values if self.past else None
        return self.values is None and "created_at" not in (last or {})

    def came_back(self) -> Past | None:
        """The last change that brought it back after it had been removed."""
        returns = [past for past in self.past[1:] if past.values is None]
        return returns[-1] if returns else None


def _value(values: Values | None, field: str) -> Value:
    return None if values is None else values.get(field)


Copy = Mapping[str, Row]  # by uid: the rows in which two copies may differ, removed ones too


def is_quiet(table: str, field: str) -> bool:
    """Whether people are never asked about a field: places in lists, and where a title is from."""
    return table in _QUIET_TABLES or field in _QUIET_FIELDS


def is_prose(table: str, field: str) -> bool:
    """Whether two wordings of a field can stand one below the other."""
    column = RECORD_TABLES[table].c[field]
    return (
        isinstance(column.type, Words) and FILES.get(table) != field
        and not any(column.info.get(mark) for mark in ("limit", "listed", "moment"))
    )


def is_unsaid(table: str, field: str, value: Value) -> bool:
    """Whether a field has only what every new record has."""
    default = RECORD_TABLES[table].c[field].default
    standing = getattr(default, "arg", None)
    return value in (None, "", "[]") or (standing is not None and value == standing)


def unlinked(copy: Copy, row: Row, field: str) -> str | None:
    """What a link went to, when it is empty only because that was removed."""
    if field not in LINKS[row.table] or row.values is None or row.values.get(field) is not None:
        return None
    last = row.changed(field)
    target = _value(last.values, field) if last else None
    there = copy.get(str(target)) if target is not None else None
    if last is None or there is None or there.values is not None:
        return None
    return there.uid if there.past and there.past[-1].step == last.step else None
