"""Which field of which record a text widget shows: written on it once, read by who needs it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

_RECORD = "record"  # the property; its value is a plain tuple


@dataclass(frozen=True)
class RecordField:
    """A field of a record."""

    table: str
    row_id: int
    name: str


def set_record(widget: QWidget, table: str, row_id: int, name: str) -> None:
    """Say that `widget` shows the field `name` of a record."""
    widget.setProperty(_RECORD, (table, row_id, name))


def record_of(widget: object) -> RecordField | None:
    """What a text widget shows; None for any other widget."""
    if not isinstance(widget, QLineEdit | QPlainTextEdit):
        return None
    found = widget.property(_RECORD)
    return RecordField(*found) if found else None
