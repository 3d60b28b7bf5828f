"""Choosing one of many by name, from a list that opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from mentorjournal.ui import theme

Measure = QComboBox.SizeAdjustPolicy
NARROWEST, WIDEST = 180, 320  # px that long words may claim; longer ones are cut in the box


class ChoiceRow(QStyledItemDelegate):
    """A row of 28 px in a list that opens."""

    def sizeHint(self, option: object, index: object) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + theme.px(12), max(hint.height(), theme.px(28)))


class ChoiceBox(QComboBox):
    """`chosen` carries the key of what a person chose; `dense` is the 28 px high one for rows."""

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]] = (), current: str | None = None, *,
        dense: bool = False, parent: QWidget | None = None,
    ) -> None:
        """`choices` are pairs of key and words."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the page
        if dense:
            self.setProperty("dense", True)
        self.setItemDelegate(ChoiceRow(self))
        self.setMaxVisibleItems(14)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda _place: self.chosen.emit(self.current()))
        self.set_choices(choices, current)

    def set_choices(self, choices: Sequence[tuple[str, str]], current: str | None = None) -> None:
        """Offer other choices; what was chosen stays chosen if it is among them."""
        kept = current if current is not None else self.current()
        self.blockSignals(True)
        self.clear()
        for key, words in choices:
            self.addItem(words, key)
        self.blockSignals(False)
        # A changed policy makes Qt measure anew; AdjustToContents itself would fight with layouts.
        self.setSizeAdjustPolicy(Measure.AdjustToMinimumContentsLengthWithIcon)
        self.setSizeAdjustPolicy(Measure.AdjustToContentsOnFirstShow)
        if choices:
            self.set_current(kept)

    def current(self) -> str:
        """The key that is chosen, "" when there is none."""
        return str(self.currentData() or "")

    def set_current(self, key: str | None) -> None:
        """Choose without saying so; an unknown key chooses the first."""
        self.setCurrentIndex(max(0, self.findData(key or "")))

    def set_icon(self, key: str, sign: QIcon) -> None:
        """Give a choice a sign, such as the dot of a role."""
        self.setItemIcon(self.findData(key), sign)

    def sizeHint(self) -> QSize:
        return super().sizeHint().boundedTo(QSize(theme.px(WIDEST), theme.px(100)))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().boundedTo(QSize(theme.px(NARROWEST), theme.px(100)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A choice must not change because a page is scrolled under the mouse.
        event.ignore()
