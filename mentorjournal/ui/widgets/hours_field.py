"""A field for hours a week, in steps of half an hour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from mentorjournal.ui.widgets.number_field import INDENT, indent
from mentorjournal.words import number, read_number, tr

WEEK = 168  # hours; more are taken in, so that they are refused in words and not cut


class HoursField(QDoubleSpinBox):
    """Hours such as 2, 1.5 or 1.25; `unset` are the words for 0 where that means not known."""

    def __init__(
        self, unset: str = "", *, dense: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the page
        self.setRange(0, 100 * WEEK)
        self.setDecimals(2)
        self.setSingleStep(0.5)
        self.setSpecialValueText(unset)
        self.setSuffix(tr(" h"))
        if dense:
            self.setProperty("dense", True)
        indent(self, INDENT - 2 if dense else INDENT)

    def complaint(self) -> str:
        """What is wrong with the number, as a sentence; "" while it is possible."""
        return tr("A week has {n} hours.", n=WEEK) if self.value() > WEEK else ""

    def valueFromText(self, text: str) -> float:
        # Qt passes a comma over as parting thousands: 2,5 would be 25.
        return self._read(text) or 0.0

    def validate(self, text: str, place: int) -> object:
        typed = self._typed(text)
        if not typed or typed[-1] in ".,":
            return QValidator.State.Intermediate
        found = self._read(text)
        possible = found is not None and 0 <= found <= self.maximum()
        return QValidator.State.Acceptable if possible else QValidator.State.Invalid

    def _read(self, text: str) -> float | None:
        return read_number(self._typed(text), self.locale().decimalPoint())

    def _typed(self, text: str) -> str:
        return text.removesuffix(self.suffix()).removesuffix(self.suffix().strip()).strip()

    def textFromValue(self, value: float) -> str:
        return number(value, self.locale().decimalPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A number must not change because a page is scrolled under the mouse.
        event.ignore()
