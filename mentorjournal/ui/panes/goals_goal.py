"""The first two columns of a goal's card: the need behind it, and the goal with how far it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QProgressBar, QSizePolicy, QWidget

from mentorjournal.mentoring.goals import FIVE
from mentorjournal.ui import theme
from mentorjournal.ui.panes.goals_facts import (
    CardFacts,
    is_counted,
    kind_words,
    late_words,
    presence_tip,
    presence_words,
    progress_words,
    rating_words,
    year_day,
)
from mentorjournal.ui.panes.goals_parts import avatar_of
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.label import label, plain_tooltip
from mentorjournal.ui.widgets.level_marks import LevelMarks
from mentorjournal.ui.widgets.part_marks import PartMarks
from mentorjournal.ui.widgets.parts import clear, column, row, set_wrapped, wrapped
from mentorjournal.words import listing, tr

AROUND = (16, 13, 16, 12)
STEPS = 1000  # of the bar
MOST_FACES = 4  # beside the bar; everybody is below, where the card folds out


class _Column(QFrame):
    """One of the columns; where it stands decides on which side its line is."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.lines = column(self, 4)
        self.lines.setContentsMargins(*(theme.px(n) for n in AROUND))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_place(self, columns: int) -> None:
        """How many columns the card has now."""
        self.setProperty("columns", columns)
        self.style().unpolish(self)
        self.style().polish(self)


class NeedColumn(_Column):
    """What I need, and where I stand on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("goalNeed", parent)
        self.text = wrapped("", "row-title")
        self.marks = LevelMarks()
        self.rating = wrapped("", "small", "muted")
        self.lines.addWidget(self.text)
        self.lines.addSpacing(theme.px(2))
        self.lines.addWidget(self.marks)
        self.lines.addWidget(self.rating)
        self.lines.addStretch(1)

    def show_facts(self, facts: CardFacts) -> None:
        """Show the need of a goal, or that none is named."""
        need, rating = facts.about.need, facts.about.rating
        set_wrapped(self.text, need.text if need else tr("No need named"))
        self.text.setProperty("tone", "ink" if need else "muted")
        self.text.setProperty("face", "row-title" if need else "small")
        self.text.style().unpolish(self.text)
        self.text.style().polish(self.text)
        words = rating_words(rating) if need and rating else ""
        self.marks.setVisible(bool(words))
        self.rating.setVisible(bool(words))
        if rating is not None:
            self.marks.set_level(rating.now, rating.wanted, words)
            set_wrapped(self.rating, words)


class GoalColumn(_Column):
    """The goal, its kind and day, how far it is, which of the five are there, and who helps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("goalText", parent)
        self.text = wrapped("", "heading")
        self.deeds = IconButton("dots-three", tr("More for this goal"), side=22)
        self.kind = wrapped("", "small", "muted")
        self.late = label("", "small", "alert", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setTextVisible(False)
        self.far = Button("", kind="day")
        self.steps = label("", "small", "muted", wrap=True)
        self.marks = PartMarks()
        self.presence = wrapped("", "small", "muted")
        self.more = Button(tr("Why, gaps and people"), "caret-down", "link")
        self.more.setProperty("calm", True)
        self._lay_out()

    def _lay_out(self) -> None:
        head = row(gap=4)
        head.addWidget(self.text, 1)
        head.addWidget(self.deeds, 0, Qt.AlignmentFlag.AlignTop)
        head.setContentsMargins(0, 0, -theme.px(4), 0)
        far = row(gap=4)
        far.addWidget(self.far)
        far.addWidget(self.steps, 1)
        self._faces = row(gap=4)
        far.addLayout(self._faces)
        five = row(gap=8)
        five.addWidget(self.marks)
        five.addWidget(self.presence, 1)
        self.lines.addLayout(head)
        for part in (self.kind, self.late):
            self.lines.addWidget(part)
        self.lines.addSpacing(theme.px(4))
        self.lines.addWidget(self.bar)
        self.lines.addLayout(far)
        self.lines.addLayout(five)
        foot = row()
        foot.addWidget(self.more)
        foot.addStretch(1)
        self.lines.addLayout(foot)
        self.lines.addStretch(1)

    def show_facts(self, facts: CardFacts) -> None:
        """Show the goal."""
        set_wrapped(self.text, facts.goal.text)
        set_wrapped(self.kind, kind_words(facts))
        self.late.setText(late_words(facts))
        self.late.setVisible(bool(self.late.text()))
        fraction, words = progress_words(facts)
        counted = is_counted(facts.goal)
        self.far.setVisible(counted)
        self.far.setText(words)
        self.far.setToolTip(plain_tooltip(tr("Note how far it is")) if counted else "")
        self.steps.setText("" if counted else words)
        self.bar.setVisible(fraction is not None)
        self.bar.setValue(round((fraction or 0) * STEPS))
        self.bar.setAccessibleName(words)
        there = facts.presence.there
        self.marks.set_parts([one in there for one in FIVE], presence_tip(facts.presence))
        set_wrapped(self.presence, presence_words(facts.presence))
        self.presence.setToolTip(plain_tooltip(presence_tip(facts.presence)))
        self._show_people(facts)

    def _show_people(self, facts: CardFacts) -> None:
        clear(self._faces)
        parts = {one.person_id: one for one in facts.about.people}
        for one in facts.people[:MOST_FACES]:
            part = parts.get(one.id)
            said = ", ".join(filter(None, (
                one.name, part.part if part else tr("helps with a step"),
                tr("shared {day}", day=year_day(part.shared_on))
                if part and part.shared_on else "")))
            self._faces.addWidget(avatar_of(one, said))
        others = facts.people[MOST_FACES:]
        if others:
            more = label(tr("+{n}", n=len(others)), "small", "muted")
            more.setToolTip(plain_tooltip(listing([one.name for one in others])))
            self._faces.addWidget(more)

    def show_open(self, is_open: bool) -> None:
        """Say whether the button opens or closes."""
        self.more.set_icon("caret-up" if is_open else "caret-down")
        self.more.setText(tr("Less") if is_open else tr("Why, gaps and people"))
