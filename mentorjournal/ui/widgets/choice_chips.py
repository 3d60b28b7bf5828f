"""Choosing several of a few: chips that are pressed or not, and a field for one's own words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.segmented import FilterChip

OWN = "other:"
STEPS = {
    Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1,
}


class ChoiceChips(QWidget):
    """`value` is a tuple of keys, "other:…" for own words; the arrow keys go from chip to chip."""

    value_changed = Signal()

    def __init__(
        self, choices: Sequence[tuple[str, str]], *, dotted: Sequence[str] = (), own: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`choices` are pairs of key and words, `dotted` the roles with a dot of their colour.

        `own` is the placeholder of the field for own words; without it there is none.
        """
        super().__init__(parent)
        self._kept: tuple[str, ...] = ()
        self._order: tuple[str, ...] = ()
        self._chips = {
            key: FilterChip(words, key if key in dotted else None) for key, words in choices
        }
        box = QWidget()
        flow = FlowLayout(box)
        for chip in self._chips.values():
            chip.clicked.connect(lambda _: self.value_changed.emit())
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(box)
        self.own: QLineEdit | None = None
        if own:
            self.own = QLineEdit()
            self.own.setPlaceholderText(own)
            self.own.setAccessibleName(own)
            self.own.textChanged.connect(lambda _: self.value_changed.emit())
            column.addWidget(self.own)
        for chip in self._chips.values():
            chip.installEventFilter(self)
        self._stop_at(next(iter(self._chips.values())))

    def value(self) -> tuple[str, ...]:
        """The keys chosen, those chosen before in their old order, then own words."""
        chosen = [key for key, chip in self._chips.items() if chip.isChecked()]
        before = [key for key in self._order if key in chosen]
        ordered = before + [key for key in chosen if key not in before]
        own = [part.strip() for part in self.own.text().split(",")] if self.own else []
        return (*ordered, *self._kept, *(f"{OWN}{part}" for part in own if part))

    def set_value(self, keys: Sequence[str] | None) -> None:
        """Choose these; keys that are not offered are kept as they are."""
        keys = tuple(keys or ())
        own = [key for key in keys if key.startswith(OWN)] if self.own else []
        self._order = tuple(key for key in keys if key in self._chips)
        self._kept = tuple(key for key in keys if key not in self._chips and key not in own)
        for key, chip in self._chips.items():
            chip.setChecked(key in keys)
        if self.own is not None:
            self.own.setText(", ".join(key.removeprefix(OWN) for key in own))
        self.value_changed.emit()

    def chip(self, key: str) -> FilterChip:
        """The chip of a key."""
        return self._chips[key]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Buttons take arrow keys for the next field; here they go from chip to chip.
        if event.type() == QEvent.Type.KeyPress and event.key() in STEPS:
            chips = list(self._chips.values())
            if watched in chips:
                to = chips[(chips.index(watched) + STEPS[event.key()]) % len(chips)]
                self._stop_at(to)
                to.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        if event.type() == QEvent.Type.FocusIn and watched in self._chips.values():
            self._stop_at(watched)
        return super().eventFilter(watched, event)

    def _stop_at(self, chip: FilterChip) -> None:
        """Tab stops once at all chips together, where the keyboard was last."""
        for one in self._chips.values():
            policy = Qt.FocusPolicy.StrongFocus if one is chip else Qt.FocusPolicy.ClickFocus
            one.setFocusPolicy(policy)
        self.setFocusProxy(chip)

    def sizeHint(self) -> QSize:
        width = theme.px(560)
        return QSize(width, self.layout().totalHeightForWidth(width))
