"""More about a tip: each of its indicators with how it is counted, and what the tip asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from mentorjournal.mentoring.deeds import Ref
from mentorjournal.mentoring.tips import Part, Reading
from mentorjournal.mentoring.tips_order import TipShown
from mentorjournal.mentoring.tips_pages import cited, page
from mentorjournal.mentoring.tips_table import THRESHOLDS, Thresholds
from mentorjournal.ui import theme
from mentorjournal.ui.panes.tips_parts import CARET, EDGE, NUMBER, STEP, StateLabel, StepButton
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.label import beginning, label
from mentorjournal.ui.widgets.parts import clear, column, row, rule, wrapped
from mentorjournal.ui.widgets.scaled_width import keep_width
from mentorjournal.words import capital, number, tr

SHOWN_ENTRIES, MOST_ENTRIES = 6, 36  # at first, and after “and 5 more”
STATUS = 132  # px

NamesOf = Callable[[tuple[Ref, ...]], Mapping[Ref, str]]


class TipDetails(QFrame):
    """States wishes by signal; made when a tip is first opened."""

    deed_wanted = Signal(object)
    entry_wanted = Signal(object)  # a Ref
    threshold_wanted = Signal(str)

    def __init__(self, names_of: NamesOf, parent: QWidget | None = None) -> None:
        """`names_of` gives the words of entries."""
        super().__init__(parent)
        self.setObjectName("tipDetails")
        self._names_of = names_of
        self._open: set[str] = set()  # indicators whose counting is shown
        self.readings: dict[str, IndicatorLines] = {}
        lines = column(self, 12)
        lines.setContentsMargins(
            theme.px(EDGE + NUMBER + 16), theme.px(4), theme.px(CARET), theme.px(20))
        self._indicators = column(gap=0)
        lines.addLayout(self._indicators)
        self._page = column(gap=6)
        lines.addLayout(self._page)

    def show_tip(self, shown: TipShown, thresholds: Thresholds) -> None:
        """Show the indicators of a tip, and its page."""
        self._open = {key for key, each in self.readings.items() if each.is_open()}
        clear(self._indicators)
        self.readings.clear()
        names = self._names_of(tuple(
            ref for one in shown.readings for ref in one.entries[:MOST_ENTRIES]))
        for place, reading in enumerate(shown.readings):
            if place:
                self._indicators.addWidget(rule())
            made = IndicatorLines(reading, names, thresholds)
            made.deed_wanted.connect(self.deed_wanted)
            made.entry_wanted.connect(self.entry_wanted)
            made.threshold_wanted.connect(self.threshold_wanted)
            made.set_open(reading.indicator.id in self._open)
            self.readings[reading.indicator.id] = made
            self._indicators.addWidget(made)
        if self._page.count() == 0:
            self._fill_page(shown.tip.number)

    def _fill_page(self, tip: int) -> None:
        told = page(tip)
        card = QFrame()
        card.setProperty("card", True)
        lines = column(card, 8)
        lines.setContentsMargins(*[theme.px(16)] * 4)
        lines.addWidget(label(tr("What this tip asks"), "heading"))
        for text in told.asks:
            lines.addWidget(wrapped(text))
        lines.addSpacing(theme.px(4))
        lines.addWidget(label(tr("In this journal"), "heading"))
        for place in told.here:
            beside = row(gap=12)
            beside.addWidget(wrapped(place.says), 1)
            way = StepButton(place.way.words)
            keep_width(way, STEP - CARET - 16)
            way.clicked.connect(lambda _=False, deed=place.way: self.deed_wanted.emit(deed))
            beside.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
            lines.addLayout(beside)
        lines.addWidget(wrapped(cited(), "small", "muted"))
        self._page.addWidget(card)


class IndicatorLines(QWidget):
    """An indicator: its state, what was counted, why it is so, and the entries behind it."""

    deed_wanted = Signal(object)
    entry_wanted = Signal(object)
    threshold_wanted = Signal(str)

    def __init__(
        self, reading: Reading, names: Mapping[Ref, str], thresholds: Thresholds,
    ) -> None:
        super().__init__()
        self.reading, self._thresholds = reading, thresholds
        self._counting: QWidget | None = None
        self.setAccessibleName(f"{tr(reading.indicator.name)}: {reading.says} {reading.why}")
        across = row(self, 16)
        across.setContentsMargins(0, theme.px(10), 0, theme.px(10))
        state = StateLabel(small=True)
        state.set_state(reading.state)
        keep_width(state, STATUS)
        across.addWidget(state, 0, Qt.AlignmentFlag.AlignTop)
        self._lines = column(gap=2)
        self._lines.addWidget(wrapped(tr(reading.indicator.name), "row-title"))
        self._lines.addWidget(wrapped(reading.says))
        self._why = wrapped(reading.why, "small", "muted")
        self._why.setVisible(bool(reading.why))
        self._lines.addWidget(self._why)
        if reading.entries:
            self._lines.addLayout(self._entries(names))
        self.how = Button(tr("How it is counted"), kind="link")
        self.how.setProperty("calm", True)
        self.how.setCheckable(True)
        self.how.toggled.connect(self.set_open)
        self._lines.addWidget(self.how, 0, Qt.AlignmentFlag.AlignLeft)
        across.addLayout(self._lines, 1)
        across.addWidget(self._step(), 0, Qt.AlignmentFlag.AlignTop)

    def is_open(self) -> bool:
        """Whether it is shown how it is counted."""
        return self.how.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Show how it is counted, or not."""
        self.how.setChecked(is_open)
        if is_open and self._counting is None:
            self._counting = self._made_counting()
            self._lines.addWidget(self._counting)
        if self._counting is not None:
            self._counting.setVisible(is_open)
            said_again = is_open and bool(self.reading.indicator.thresholds)
            self._why.setVisible(bool(self.reading.why) and not said_again)

    def _step(self) -> QWidget:
        step = self.reading.step
        button = StepButton(step.words if step else "")
        keep_width(button, STEP - CARET)
        keeps = button.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        button.setSizePolicy(keeps)
        button.setVisible(step is not None)
        if step is not None:
            button.clicked.connect(lambda: self.deed_wanted.emit(step))
        return button

    def _entries(self, names: Mapping[Ref, str]) -> FlowLayout:
        flow = FlowLayout(None, theme.px(12), theme.px(2))
        if self.reading.behind:
            flow.addWidget(label(tr("{what}:", what=self.reading.behind), "body", "muted"))
        known = [ref for ref in self.reading.entries if ref in names]
        more: list[Button] = []
        for place, ref in enumerate(known):
            made = Button(beginning(names[ref], 60).replace("&", "&&"), kind="link")
            made.setAccessibleName(names[ref])
            made.clicked.connect(lambda _=False, ref=ref: self.entry_wanted.emit(ref))
            flow.addWidget(made)
            if place >= SHOWN_ENTRIES:
                made.hide()
                more.append(made)
        if more:
            n = len(self.reading.entries) - SHOWN_ENTRIES
            others = Button(tr("and {n} more", n=n), kind="link")
            others.setProperty("calm", True)

            def show_all() -> None:
                others.hide()
                for each in more:
                    each.show()
                more[0].setFocus()

            others.clicked.connect(show_all)
            flow.addWidget(others)
        return flow

    def _made_counting(self) -> QWidget:
        indicator = self.reading.indicator
        made = QWidget()
        lines = column(made, 2)
        lines.addWidget(wrapped(
            tr("Counted: {formula}. It needs {needs}.", formula=tr(indicator.formula),
               needs=tr(indicator.needs)), "small", "muted"))
        if self.reading.parts:
            lines.addWidget(wrapped(_parts_words(self.reading), "small", "muted"))
        for key in indicator.thresholds:
            one, value = THRESHOLDS[key], self._thresholds[key]
            beside = row(gap=8)
            words = tr(one.words).format(n=round(value))
            beside.addWidget(wrapped(
                tr("{words} ({source}).", words=capital(words), source=one.source_words(value)),
                "small", "muted"), 1)
            change = Button(tr("Change…"), kind="link")
            change.setAccessibleName(tr("Change: {words}", words=words))
            change.clicked.connect(lambda _=False, key=key: self.threshold_wanted.emit(key))
            beside.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
            lines.addLayout(beside)
        if indicator.is_information:
            lines.addWidget(wrapped(tr("To know, and never judged."), "small", "muted"))
        elif not indicator.thresholds:
            source = tr("the paper") if indicator.source == "paper" else tr("common sense")
            lines.addWidget(wrapped(
                tr("There is no number to set; it follows {source}.", source=source),
                "small", "muted"))
        return made



def _parts_words(reading: Reading) -> str:
    """What it is made of, such as "Dr. Vale: 80 of 91 days; Dr. Brandt: 31 of 60 days."."""
    said = [tr("{what}: {how}", what=one.words, how=one.detail or _number_words(one))
            for one in reading.parts[:MOST_ENTRIES]]
    left = len(reading.parts) - MOST_ENTRIES
    return "; ".join(said) + (tr("; and {n} more.", n=left) if left > 0 else ".")


def _number_words(one: Part) -> str:
    if one.denominator is not None:
        return tr("{n} of {of}", n=one.numerator, of=one.denominator)
    known = one.numerator if one.numerator is not None else one.value
    return f"{number(known)} {one.unit}".strip() if known is not None else tr("nothing yet")
