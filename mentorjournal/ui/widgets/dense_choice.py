"""A choice low enough for rows, whose words end in … where there is too little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.choice_box import ChoiceBox

LEAST_CHOICE = 96  # px


class DenseChoice(ChoiceBox):
    """A dense choice, as wide as its longest words; where there is less room they end in …"""

    def __init__(
        self, choices: Sequence[tuple[str, str]], words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(choices, dense=True, parent=parent)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(theme.px(12), theme.px(16)))
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        texts = [self.itemText(place) for place in range(self.count())]
        longest = max(map(self.fontMetrics().horizontalAdvance, texts), default=0)
        icon = self.iconSize().width() + 4 if not self.itemIcon(0).isNull() else 0
        edges = self.width() - self._room_for_words().width()
        spare = 2  # widths of letters are rounded
        return QSize(longest + icon + edges + spare, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(LEAST_CHOICE), super().minimumSizeHint().height())

    def showPopup(self) -> None:
        widest = max(self.view().sizeHintForColumn(0) + theme.px(24), self.width())
        self.view().setMinimumWidth(min(widest, theme.px(380)))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self._room_for_words().width()
        if not option.currentIcon.isNull():
            room -= self.iconSize().width() + 4  # what Qt leaves between icon and words
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _room_for_words(self) -> QRect:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
