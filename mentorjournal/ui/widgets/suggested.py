"""A field that follows what is suggested for it, until somebody writes something else there."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from mentorjournal.ui.widgets.field_values import fill, value_of


class Suggested:
    """Keeps a field of a form at a suggestion; one that was emptied by hand stays empty."""

    def __init__(self, field: QWidget) -> None:
        self._field = field
        self._last: Any = value_of(field)

    def follow(self, suggestion: Any) -> None:
        """Take a new suggestion; what was written stays."""
        before, self._last = self._last, suggestion
        if value_of(self._field) == before != suggestion:
            fill(self._field, suggestion)
