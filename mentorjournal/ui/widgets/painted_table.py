"""What every painted table of the program has in common: rows that reach both edges, no grid."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView


def dress_table(table: QTableView, name: str, *, several: bool = False) -> None:
    """Make a plain table of it, called `name`; with `several` more than one row can be marked."""
    view = QAbstractItemView
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setMouseTracking(True)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setSelectionBehavior(view.SelectionBehavior.SelectRows)
    table.setSelectionMode(
        view.SelectionMode.ExtendedSelection if several else view.SelectionMode.SingleSelection)
    table.setVerticalScrollMode(view.ScrollMode.ScrollPerPixel)
    table.setAccessibleName(name)
    table.verticalHeader().hide()
    table.verticalHeader().setMinimumSectionSize(1)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    across = table.horizontalHeader()
    across.setHighlightSections(False)
    across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
