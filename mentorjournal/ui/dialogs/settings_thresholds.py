"""The thresholds of the twelve tips: from when it is worth a look, and whose number that is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from mentorjournal.mentoring.tips import TIPS, Threshold
from mentorjournal.mentoring.tips_table import INDICATORS, THRESHOLDS, Thresholds
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.number_field import NumberField
from mentorjournal.ui.widgets.parts import column, row, scrolled, set_wrapped, wrapped
from mentorjournal.ui.widgets.scaled_width import keep_width
from mentorjournal.words import capital, number, tr

FIELD = 96  # px
BEYOND = 9_999  # what can be typed; what is taken is said by each threshold
STEP = {"percent": 5, "days": 1, "count": 1, "hours": 1}


class ThresholdRow(QWidget):
    """A threshold in words, its number, whose it is, and the way back to the usual one."""

    chosen = Signal(str, object)

    def __init__(self, one: Threshold, value: float) -> None:
        super().__init__()
        self._one = one
        self._words = wrapped("", "body")
        self._source = wrapped("", "small", "muted")
        self.field = NumberField(
            0, BEYOND, round(value),
            suffix={"percent": " %", "days": tr(" days"), "hours": tr(" hours")}.get(one.unit, ""))
        self.field.setSingleStep(STEP[one.unit])
        self.field.setKeyboardTracking(False)
        keep_width(self.field, FIELD)
        self.usual = Button(tr("Usual"), "arrow-counter-clockwise", "quiet")
        self.usual.setAccessibleName(tr("Back to the usual {n}", n=number(one.usual)))
        self.field.valueChanged.connect(self._say)
        self.usual.clicked.connect(lambda: self.field.setValue(int(one.usual)))
        said = column(gap=0)
        said.addWidget(self._words)
        said.addWidget(self._source)
        beside = row(self, 8)
        beside.addLayout(said, 1)
        beside.addWidget(self.usual)
        beside.addWidget(self.field)
        self._show(self.field.value())

    def show_value(self, value: float) -> None:
        """Show what holds now, as after Undo."""
        self.field.blockSignals(True)
        self.field.setValue(round(value))
        self.field.blockSignals(False)
        self._show(self.field.value())

    def _say(self, value: int) -> None:
        if not self._one.least <= value <= self._one.most:
            self._source.setText(tr(
                "Choose a number from {least} to {most}; {n} is not taken.", n=value,
                least=number(self._one.least), most=number(self._one.most)))
            dress(self._source, "small", "alert")
            return
        self._show(value)
        self.chosen.emit(self._one.key, None if value == self._one.usual else float(value))

    def _show(self, value: int) -> None:
        words = capital(self._one.words.format(n=value))
        set_wrapped(self._words, words)
        self.field.setAccessibleName(words)
        source = self._one.source_words(value)
        changed = value != self._one.usual
        dress(self._source, "small", "muted")
        self._source.setText(
            tr("{source}; usual is {n}", source=capital(source), n=number(self._one.usual))
            if changed else capital(source))
        keeps = self.usual.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.usual.setSizePolicy(keeps)
        self.usual.setVisible(changed)


class ThresholdsPage(QWidget):
    """All of them under their tips; `chosen` carries a key and a number, None for the usual."""

    chosen = Signal(str, object)

    def __init__(self, values: Thresholds) -> None:
        super().__init__()
        self.rows: dict[str, ThresholdRow] = {}
        inside = QWidget()
        lines = column(inside, 8)
        lines.setContentsMargins(theme.px(4), theme.px(12), theme.px(12), theme.px(8))
        lines.addWidget(wrapped(tr(
            "From when the page of the twelve tips says that something is worth a look. The paper "
            "gives one number, four touchpoints a year; the others are common advice, or yours to "
            "set. They are kept in this journal."), "small", "muted"))
        for tip in TIPS:
            self._add_tip(lines, tip.number, tr(tip.words), values)
        lines.addStretch(1)
        whole = column(self)
        self._area: QScrollArea = scrolled(inside)
        whole.addWidget(self._area)

    def show_values(self, values: Thresholds) -> None:
        """Show what holds now."""
        for key, each in self.rows.items():
            each.show_value(values[key])

    def reveal(self, key: str) -> None:
        """Bring a threshold into view, with the keyboard on it."""
        found = self.rows[key]
        self._area.ensureWidgetVisible(found)
        found.field.setFocus()

    def _add_tip(self, lines: QVBoxLayout, tip: int, words: str, values: Thresholds) -> None:
        mine = [one for one in INDICATORS.values() if one.tip == tip and one.thresholds]
        if mine:
            lines.addSpacing(theme.px(8))
            lines.addWidget(label(f"{tip}  {words}", "heading"))
        for indicator in mine:
            lines.addWidget(label(tr(indicator.name), "small", "muted"))
            for key in indicator.thresholds:
                made = ThresholdRow(THRESHOLDS[key], values[key])
                made.chosen.connect(self.chosen)
                self.rows[key] = made
                lines.addWidget(made)
