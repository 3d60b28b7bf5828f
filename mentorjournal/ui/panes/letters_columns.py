"""The three columns of the letters page and their widths; in a narrow window the page folds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from mentorjournal.settings import Settings
from mentorjournal.ui import theme

LIST, SIDE = 280, 392  # px (TOKENS §9)
NARROW = 1124  # px of pane width, a window of 1180
SPLITTER = "letters"


class LetterColumns(QSplitter):
    """List, letter and page; each set that stands together keeps its widths, by text size."""

    def __init__(
        self, settings: Settings, column: QWidget, middle: QWidget, side: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._settings, self._column, self._side = settings, column, side
        self._name = ""
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for place, (part, stretch) in enumerate(((column, 0), (middle, 1), (side, 0))):
            self.addWidget(part)
            self.setStretchFactor(place, stretch)
        self.splitterMoved.connect(lambda _place, _index: settings.set_splitter_state(
            self._name, self.saveState().data()))
        self.measure()

    def measure(self) -> None:
        """Take the widths of the present text size; `arrange` then gives them to the columns."""
        self._column.setMinimumWidth(theme.px(220))
        self._side.setMinimumWidth(theme.px(300))
        self._name = ""

    def arrange(self, *, list_shown: bool, side_shown: bool) -> None:
        """Show these columns beside the letter."""
        self._column.setVisible(list_shown)
        self._side.setVisible(side_shown)
        shown = [key for key, is_shown in (("list", list_shown), ("page", side_shown)) if is_shown]
        name = "-".join([SPLITTER, str(theme.px(100)), *shown])
        if name == self._name:
            return
        self._name = name
        kept = self._settings.splitter_state(name)
        if not kept or not self.restoreState(kept):
            left = theme.px(LIST) if list_shown else 0
            right = theme.px(SIDE) if side_shown else 0
            self.setSizes([left, max(theme.px(400), self.width() - left - right - 2), right])
