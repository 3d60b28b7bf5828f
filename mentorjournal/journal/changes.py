"""What a change touched, and who made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Changes:
    """Table -> ids of rows inserted, changed or removed; `origin` is who asked for it."""

    rows: Mapping[str, frozenset[int]] = field(default_factory=dict)
    origin: object = None

    def of(self, table: str) -> frozenset[int]:
        """The ids touched in `table`."""
        return self.rows.get(table, frozenset())

    def touches(self, *tables: str) -> bool:
        """Whether any row of `tables` was touched."""
        return any(table in self.rows for table in tables)

    def with_later(self, later: Changes) -> Changes:
        """Both together, made by nobody in particular."""
        return Changes(
            {table: self.of(table) | later.of(table) for table in {*self.rows, *later.rows}}
        )
