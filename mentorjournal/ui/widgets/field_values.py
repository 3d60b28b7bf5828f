"""Reading, filling and watching the fields of a form alike, whatever widget they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField, TimeField
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.passphrase_field import PassphraseField
from mentorjournal.ui.widgets.segmented import Segmented

# Characters that a line of a form takes in; with a million, Qt takes a second for every key. It is
# far above what any line may hold, so that what is too long is refused in words, never cut.
LONGEST_LINE = 10_000


def value_of(field: QWidget) -> Any:
    """Text, key, number, truth, date or time; None for an open day. TypeError for other widgets.

    A widget of one's own takes part by a method `value`, `set_value` and a signal `value_changed`.
    """
    if isinstance(field, ChoiceBox | Segmented):
        return field.current()
    if isinstance(field, DateField):
        return field.day()
    if isinstance(field, TimeField):
        return field.moment()
    if isinstance(field, PassphraseField):
        return field.text()  # to the last blank
    if isinstance(field, QLineEdit):
        return field.text().strip()
    if isinstance(field, GrowingText):
        return field.text().strip()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText().strip()
    if isinstance(field, QComboBox):
        return field.currentText().strip()
    if isinstance(field, QAbstractButton):
        return field.isChecked()
    if hasattr(field, "value"):
        return field.value()
    raise TypeError(f"{type(field).__name__} cannot be a field of a form.")


def complaint_of(field: QWidget) -> str:
    """What a field by itself finds wrong with what is in it; "" for most."""
    found: str = field.complaint() if hasattr(field, "complaint") and not field.isHidden() else ""
    return found


def fill(field: QWidget, value: Any) -> None:
    """Show `value`, of the type that value_of gives; TypeError for other widgets."""
    if isinstance(field, ChoiceBox | Segmented):
        field.set_current(value)
    elif isinstance(field, DateField):
        field.set_day(value)
    elif isinstance(field, TimeField):
        field.set_moment(value)
    elif isinstance(field, QLineEdit):
        field.setText(value or "")
        field.setCursorPosition(0)
    elif isinstance(field, GrowingText):
        field.set_text_quietly(value or "")
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(value or "")
    elif isinstance(field, QComboBox):
        field.setCurrentText(value or "")
    elif isinstance(field, QAbstractButton):
        field.setChecked(bool(value))
    elif isinstance(field, QSpinBox | QDoubleSpinBox):
        field.setValue(value)
    elif hasattr(field, "set_value"):
        field.set_value(value)
    else:
        raise TypeError(f"{type(field).__name__} cannot be a field of a form.")


def watch(field: QWidget, changed: Callable[[], None]) -> None:
    """Call `changed` whenever a person or a program changes `field`."""
    signal = _signal_of(field)
    signal.connect(lambda *_values: changed())


def _signal_of(field: QWidget) -> Any:
    if isinstance(field, Segmented):
        return field.chosen
    if isinstance(field, QComboBox):
        return field.currentTextChanged
    if isinstance(field, QDateEdit):
        return field.dateChanged
    if isinstance(field, QTimeEdit):
        return field.timeChanged
    if isinstance(field, QLineEdit | QPlainTextEdit):
        return field.textChanged
    if isinstance(field, QAbstractButton):
        return field.toggled
    if isinstance(field, QSpinBox | QDoubleSpinBox):
        return field.valueChanged
    if hasattr(field, "value_changed"):
        return field.value_changed
    raise TypeError(f"{type(field).__name__} cannot be a field of a form.")
