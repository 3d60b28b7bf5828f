"""The three columns of meeting mode and their widths; in a narrow window one folds to a button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from mentorjournal.settings import Settings
from mentorjournal.ui import theme

NARROW = 1240  # px of pane width
ITEMS, CAPTURED = 312, 352  # px
STAGE, LEAST = 500, 240  # px that the middle wants, and that a column beside it needs


class ModeColumns(QSplitter):
    """In a narrow window what was captured takes the place of the items, when it is asked for."""

    arranged = Signal()

    def __init__(
        self, settings: Settings, items: QWidget, stage: QWidget, captured: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._settings = settings
        self._items, self._captured = items, captured
        self.is_narrow = self.is_captured_open = False
        self._scale = theme.px(100)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for each in (items, stage, captured):
            self.addWidget(each)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(lambda *_: settings.set_splitter_state(
            self._name(), self.saveState().data()))

    def fold(self, width: int) -> None:
        """Fold or unfold for a pane of this width."""
        narrow = width < theme.px(NARROW)
        if (narrow, theme.px(100)) != (self.is_narrow, self._scale):
            self.is_captured_open = self.is_captured_open and narrow == self.is_narrow
            self.is_narrow, self._scale = narrow, theme.px(100)
            self.arrange()

    def toggle(self) -> None:
        """Show what was captured in place of the items, or the items again."""
        self.is_captured_open = not self.is_captured_open
        self.arrange()

    def arrange(self) -> None:
        """Show the columns there is room for."""
        shown = self.is_captured_open or not self.is_narrow
        self._captured.setVisible(shown)
        self._items.setVisible(not (self.is_narrow and shown))
        self.arranged.emit()
        kept = self._settings.splitter_state(self._name())
        if kept and self.restoreState(kept):
            return
        beside = max(theme.px(LEAST), self.parentWidget().width() - theme.px(STAGE))
        left = 0 if self._items.isHidden() else min(theme.px(ITEMS), beside)
        right = min(theme.px(CAPTURED), beside) if shown else 0
        self.setSizes([left, max(theme.px(400), self.width() - left - right), right])

    def _name(self) -> str:
        shown = "captured" if self.is_captured_open else "items" if self.is_narrow else "all"
        return f"meeting-mode-{theme.px(100)}-{shown}"
