"""Three columns side by side: the outer ones can be away, and their widths are remembered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from mentorjournal.settings import Settings
from mentorjournal.ui import theme

LEAST_MIDDLE = 400  # px


class ThreeColumns(QSplitter):
    """Each set of columns that stands together keeps its widths, by text size.

    `name` is what the widths are kept under; `least` the least widths of the outer columns in px.
    """

    def __init__(
        self, settings: Settings, name: str, columns: tuple[QWidget, QWidget, QWidget],
        least: tuple[int, int], parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._settings, self._name, self._least = settings, name, least
        self._left, _, self._right = columns
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for place, (part, stretch) in enumerate(zip(columns, (0, 1, 0), strict=True)):
            self.addWidget(part)
            self.setStretchFactor(place, stretch)
        self.splitterMoved.connect(lambda _place, _index: self._settings.set_splitter_state(
            self._arranged, self.saveState().data()))
        self.measure()

    def measure(self) -> None:
        """Take the widths of the present text size; `arrange` then gives them to the columns."""
        self._left.setMinimumWidth(theme.px(self._least[0]))
        self._right.setMinimumWidth(theme.px(self._least[1]))
        self._arranged = ""

    def arrange(self, left: int | None, right: int | None, shown: str = "side") -> None:
        """Show the outer columns, each so many px wide at first, or not at all when None.

        `shown` names what is at the right where that can be one of several.
        """
        self._left.setVisible(left is not None)
        self._right.setVisible(right is not None)
        parts = [self._name] if theme.px(100) == 100 else [self._name, str(theme.px(100))]
        parts += [key for key, width in (("list", left), (shown, right)) if width is not None]
        name = "-".join(parts)
        if name == self._arranged:
            return
        self._arranged = name
        kept = self._settings.splitter_state(name)
        if not kept or not self.restoreState(kept):
            outer = theme.px(left or 0), theme.px(right or 0)
            middle = max(theme.px(LEAST_MIDDLE), self.width() - sum(outer) - 2)
            self.setSizes([outer[0], middle, outer[1]])
