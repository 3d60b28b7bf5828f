"""Choosing one of a few, and filtering: a segmented control and filter chips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.icons import dot, icon
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.label import plain_tooltip

FLOW_GAP = 4


class _Choice(QToolButton):
    """A checkable button whose width does not change when its words turn semibold."""

    def __init__(self, words: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        small, bold = theme.font("label"), theme.font("label")
        bold.setWeight(theme.font("heading").weight())
        words = self.text().replace("&&", "&")
        wider = (
            QFontMetrics(bold).horizontalAdvance(words)
            - QFontMetrics(small).horizontalAdvance(words)
        )
        # Unchecked words leave the room that checked ones need; Qt adds two spaces to all words.
        spare = self.fontMetrics().horizontalAdvance("  ")
        return hint + QSize((0 if self.isChecked() else max(0, wider)) - spare, 0)


class _Slow(_Choice):
    """Arrow keys only go past it; Space chooses it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        onward = -1 if self.isRightToLeft() else 1
        step = {Qt.Key.Key_Left: -onward, Qt.Key.Key_Right: onward,
                Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        every = [one for one in self.group().buttons() if one.isEnabled()]
        place = min(max(every.index(self) + step, 0), len(every) - 1)
        every[place].setFocus(Qt.FocusReason.TabFocusReason)


class Segmented(QWidget):
    """One of a few, side by side; `chosen` is for choices made by the person.

    With `slow` arrow keys do not choose what they pass: for choices that are written down. One
    that `flows` goes on in the next line where there is no room.
    """

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], current: str | None = None,
        parent: QWidget | None = None, *, slow: bool = False, flows: bool = False,
    ) -> None:
        """`choices` are pairs of key and words."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        row = FlowLayout(self, FLOW_GAP, FLOW_GAP) if flows else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        if not flows:
            row.setSpacing(0)
        for place, (key, words) in enumerate(choices):
            button = (_Slow if slow else _Choice)(words, "segment")
            button.setProperty("end", "only" if flows else _end(place, len(choices)))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit(self.current()))
        if not flows:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_current(current if current is not None else next(iter(self._buttons), ""))

    def current(self) -> str:
        """The key that is chosen, "" when none is."""
        return next((key for key, each in self._buttons.items() if each.isChecked()), "")

    def set_current(self, key: str | None) -> None:
        """Choose without saying so; an unknown key or None chooses nothing."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)
            return
        self._group.setExclusive(False)
        for each in self._buttons.values():
            each.setChecked(False)
        self._group.setExclusive(True)

    def button(self, key: str) -> QToolButton:
        """The button of a choice, to disable it or to give it a tooltip."""
        return self._buttons[key]

    def set_shown(self, key: str, shown: bool) -> None:
        """Offer a choice, or not; the ends are round wherever they are now."""
        self._buttons[key].setVisible(shown)
        left = [each for each in self._buttons.values() if not each.isHidden()]
        for place, each in enumerate(left):
            each.setProperty("end", _end(place, len(left)))
            each.style().unpolish(each)
            each.style().polish(each)


class FilterChip(_Choice):
    """A checkable chip; with a dot in the colour of a role, or with a tick while it is checked."""

    def __init__(
        self, words: str, role: str | None = None, *, tick: bool = False,
        tooltip: str = "", parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, "tick" if tick else "filter", parent)
        self._dotted = role is not None
        if role is not None:
            self.setIcon(dot(role))
        if tick:
            self.toggled.connect(self._show_tick)
            self._show_tick(False)
        if role is not None or tick:
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(plain_tooltip(tooltip))
        self._size_icon()

    def set_words(self, words: str) -> None:
        """Say something else, such as another count."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size_icon()

    def _size_icon(self) -> None:
        if self._dotted:
            self.setIconSize(QSize(theme.px(11), theme.px(8)))
        else:
            self.setIconSize(QSize(theme.px(13), theme.px(13)))

    def _show_tick(self, checked: bool) -> None:
        token = "accent-ink" if checked else "faint"
        self.setIcon(icon("check" if checked else "plus", token, token))


def _end(place: int, count: int) -> str:
    if count == 1:
        return "only"
    return "first" if place == 0 else "last" if place == count - 1 else "middle"
