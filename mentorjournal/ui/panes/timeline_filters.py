"""What the timeline shows of all there is: by person, kind, role and standing; and its chips."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from mentorjournal.journal.records import Person
from mentorjournal.mentoring.timeline import MARK_KINDS
from mentorjournal.mentoring.vocabulary import FIVE_ROLES
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.models.timeline_list import kind_words
from mentorjournal.ui import theme
from mentorjournal.ui.icons import icon
from mentorjournal.ui.panes.timeline_parts import in_order
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.label import flat
from mentorjournal.ui.widgets.parts import row
from mentorjournal.words import tr, trn

STANDINGS = ("mentor", "candidate", "past", "mentee")
MOST_NAMES = 4  # people named one by one in the chips; more are counted
MOST_LETTERS = 30


@dataclass(frozen=True)
class TimelineFilter:
    """Which lanes and marks are shown; an empty set lets everything of its sort through."""

    people: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    standings: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether it lets everything through."""
        return self == TimelineFilter()

    def lets(self, person: Person) -> bool:
        """Whether somebody's lane is shown."""
        return (
            (not self.people or person.id in self.people)
            and (not self.roles or bool(self.roles & set(person.roles)))
            and (not self.standings or person.standing in self.standings)
        )

    def ids(self, people: Iterable[Person]) -> frozenset[int] | None:
        """Those let through; None when that is everybody."""
        if not (self.people or self.roles or self.standings):
            return None
        return frozenset(person.id for person in people if self.lets(person))

    def among(self, ids: Iterable[int]) -> TimelineFilter:
        """The same without people who are gone."""
        return replace(self, people=self.people.intersection(ids))


def standing_words(standing: str) -> str:
    """How a group of people is called in the filter."""
    return {
        "mentor": tr("Mentors"), "candidate": tr("Candidates"), "past": tr("Past"),
        "mentee": tr("People I mentor"),
    }[standing]


def chosen_words(chosen: TimelineFilter, people: Mapping[int, Person]) -> list[tuple[str, str]]:
    """What is filtered by, in words, each with what takes it away: "people:3", "kinds:letter"."""
    named = sorted((people[key] for key in chosen.people if key in people), key=lambda p: p.name)
    entries = [(one.short_name, f"people:{one.id}") for one in named]
    if len(entries) > MOST_NAMES:
        entries = [(trn("{n} person", "{n} people", len(entries)), "people")]
    entries += [(standing_words(key), f"standings:{key}") for key in STANDINGS
                if key in chosen.standings]
    entries += [(word(key), f"roles:{key}") for key in FIVE_ROLES if key in chosen.roles]
    entries += [(kind_words(key), f"kinds:{key}") for key in MARK_KINDS if key in chosen.kinds]
    return entries


def without(chosen: TimelineFilter, what: str) -> TimelineFilter:
    """The filter without one of its parts, named as by `chosen_words`."""
    sort, _, key = what.partition(":")
    kept = getattr(chosen, sort)
    gone = {int(key) if sort == "people" else key} if key else kept
    return replace(chosen, **{sort: frozenset(kept - gone)})


class FilterChips(QFrame):
    """A bar with a chip for each thing filtered by; a press takes it away."""

    taken_away = Signal(str)
    clear_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterBar")
        self._flow = FlowLayout(gap=6, line_gap=6)
        self.clear = Button(tr("Clear"), None, "link")
        self.clear.setAccessibleName(tr("Show everything again"))
        self.clear.clicked.connect(self.clear_wanted)
        parts = row(self, gap=12)
        sides = (24, 8, 24, 9)
        parts.setContentsMargins(*map(theme.px, sides))
        parts.addLayout(self._flow, 1)
        parts.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_chosen(
        self, chosen: TimelineFilter, people: Mapping[int, Person], after: QWidget
    ) -> None:
        """Show a chip for everything that is filtered by; without any, the bar goes.

        Tab comes to them from `after`.
        """
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._flow.clear()
        for words, what in chosen_words(chosen, people):
            chip = _Chip(words)
            chip.clicked.connect(lambda _=False, what=what: self.taken_away.emit(what))
            self._flow.addWidget(chip)
        in_order(after, *self.chips(), self.clear)
        self.setVisible(not chosen.is_open)
        self.updateGeometry()
        if had_focus and not chosen.is_open:
            self.clear.setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> list[str]:
        """The words of the chips."""
        shown = (self._flow.itemAt(place).widget() for place in range(self._flow.count()))
        return [chip.text().replace("&&", "&") for chip in shown if isinstance(chip, _Chip)]

    def chips(self) -> list[QToolButton]:
        """The chips in their order."""
        return [self._flow.itemAt(place).widget() for place in range(self._flow.count())]


class _Chip(QToolButton):
    """Words and an x; Delete takes it away like a press."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setProperty("kind", "filter")
        self.setCheckable(True)
        self.setChecked(True)
        self.setText(flat(words, MOST_LETTERS).replace("&", "&&"))
        self.setAccessibleName(tr("{what}: stop filtering by it", what=words))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the x stands behind the words
        self.setIcon(icon("x", "accent-ink", "accent-ink"))
        self.setIconSize(QSize(theme.px(12), theme.px(12)))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.key() in (
                Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
            return True
        return super().event(event)
