"""The bar above the feedback log: groups with their counts, person, theme, words, and the order."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QWidget

from mentorjournal.journal import feedback_log
from mentorjournal.journal.feedback_log import (
    ALL,
    ASIDE,
    BY_PERSON,
    BY_STEP,
    BY_THEME,
    GROUPS,
    LONGEST,
    NEWEST,
    OLDEST,
    PROGRESS,
    REPORTED,
    WAITING,
    Wanted,
)
from mentorjournal.journal.journal import Journal
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.ui.widgets.search_line import SearchLine
from mentorjournal.ui.widgets.segmented import FilterChip
from mentorjournal.words import family_first, short_name, tr

HEIGHT = 46
WIDEST = 176  # px of a box whose words may be long


class FeedbackFilters(QFrame):
    """`changed` comes after every choice, and after a short pause in typing."""

    changed = Signal()

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self.chips: dict[str, FilterChip] = {}
        self._groups = QButtonGroup(self)
        for name in GROUPS:
            chip = FilterChip(_group_words(name, 0))
            self._groups.addButton(chip)
            self.chips[name] = chip
            chip.clicked.connect(lambda *_: self.changed.emit())
        self.chips[ALL].setChecked(True)
        self.person = self._box(tr("Who gave it"))
        self.theme = self._box(tr("Theme"))
        self.order = self._box(tr("Order"))
        self.order.set_choices([
            (NEWEST, tr("Newest first")), (OLDEST, tr("Oldest first")),
            (BY_PERSON, tr("By person")), (BY_STEP, tr("By step")),
            (LONGEST, tr("Waiting longest")), (BY_THEME, tr("By theme"))])
        self.words = SearchLine(
            tr("Filter by any word"), tr("Filter the feedback by any word"), dense=True)
        self.words.searched.connect(lambda _words: self.changed.emit())
        self._lay_out()
        self.offer()
        self._size()

    def wanted(self) -> Wanted:
        """What is wanted of the list."""
        group = next((name for name, chip in self.chips.items() if chip.isChecked()), ALL)
        whom = self.person.current()
        return Wanted(group, int(whom) if whom else None, self.theme.current(),
                      self.words.text(), self.order.current())

    def offer(self) -> None:
        """Offer the people and themes that there are; a box with one choice only is not shown."""
        givers = sorted(feedback_log.givers(self._journal), key=lambda one: family_first(one[1]))
        self.person.set_choices([
            ("", tr("Anyone")), *((str(key), short_name(name)) for key, name in givers)])
        self.person.setVisible(len(givers) > 1)
        themes = sorted(feedback_log.theme_counts(self._journal), key=str.casefold)
        self.theme.set_choices([("", tr("Any theme")), *((name, name) for name in themes)])
        self.theme.setVisible(bool(themes))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say on each chip how many entries it has."""
        for name, chip in self.chips.items():
            chip.set_words(_group_words(name, counts.get(name, 0)))
        self.chips[ASIDE].setVisible(bool(counts.get(ASIDE)) or self.chips[ASIDE].isChecked())

    def let_all_through(self) -> None:
        """Filter by nothing; the order stays."""
        self.chips[ALL].setChecked(True)
        for box in (self.person, self.theme):
            box.set_current("")
        self.words.look_for("")

    def set_group(self, name: str) -> None:
        """Show one of the groups."""
        self.chips[name].setChecked(True)
        self.changed.emit()

    def _box(self, name: str) -> ChoiceBox:
        box = ChoiceBox(dense=True)
        box.setAccessibleName(name)
        box.chosen.connect(lambda _key: self.changed.emit())
        return box

    def _lay_out(self) -> None:
        lines = column(self, 0)
        self._bars: list[tuple[QFrame, QHBoxLayout]] = []
        groups = QWidget()  # on two lines where the words are long
        flow = FlowLayout(groups, theme.px(8), theme.px(6))
        for chip in self.chips.values():
            flow.addWidget(chip)
        for parts in ((groups, self.order), (self.words, self.person, self.theme, None)):
            bar = QFrame()
            bar.setObjectName("filterBar")
            across = row(bar)
            for part in parts:
                if part is None:
                    across.addStretch(1)
                else:
                    across.addWidget(part, 2 if part in (self.words, groups) else 0)
            lines.addWidget(bar)
            self._bars.append((bar, across))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_bars"):
            self._size()

    def _size(self) -> None:
        for bar, across in self._bars:
            bar.setMinimumHeight(theme.px(HEIGHT))
            across.setContentsMargins(theme.px(24), theme.px(8), theme.px(16), theme.px(8))
        self.words.setMinimumWidth(theme.px(150))
        self.words.setMaximumWidth(theme.px(360))
        for box in (self.person, self.theme):
            box.setMaximumWidth(theme.px(WIDEST))


def _group_words(name: str, count: int) -> str:
    return {
        ALL: tr("All {n}", n=count), WAITING: tr("Waiting on me {n}", n=count),
        PROGRESS: tr("In progress {n}", n=count), REPORTED: tr("Reported back {n}", n=count),
        ASIDE: tr("Set aside {n}", n=count),
    }[name]
