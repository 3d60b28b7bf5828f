"""Getting to know somebody, at the top: how far it is, and the one next thing to do."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QWidget

from mentorjournal.journal.candidates import GettingToKnow
from mentorjournal.mentoring import candidacy, fit
from mentorjournal.mentoring.candidacy import Step
from mentorjournal.mentoring.vocabulary import FIT_DECISIONS
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.parts import column, set_wrapped, wrapped
from mentorjournal.ui.widgets.stepper import Stepper
from mentorjournal.words import short_day, tr

STEPPER = 456  # px; the steps stand over the left column
MOST_OTHERS = 3  # buttons beside the next thing


class GettingHead(QFrame):
    """`wished` carries what a button does: the key of a step."""

    wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.step = Step()
        self.stepper = Stepper()
        self.stepper.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it tells; nothing is chosen there
        self.why = wrapped("", "body")
        self.early = wrapped("", "small", "muted")
        self.next = Button("", kind="primary")
        self.next.clicked.connect(self._take_next)
        self.others = [Button("") for _ in range(MOST_OTHERS)]
        for place, button in enumerate(self.others):
            button.clicked.connect(
                lambda _=False, place=place: self.wished.emit(self.step.others[place][0]))
        self.answers = QMenu(self.next)
        for key in FIT_DECISIONS:
            self.answers.addAction(
                fit.decision_words(key), lambda key=key: self.wished.emit(f"decide:{key}"))
        self._words = QWidget()
        lines = column(self._words, 8)
        lines.addWidget(self.why)
        lines.addWidget(self.early)
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons)
        for button in (self.next, *self.others):
            flow.addWidget(button)
        lines.addWidget(self._buttons)
        lines.addStretch(1)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(*(theme.px(n) for n in (14, 14, 16, 14)))
        self._parts.setSpacing(theme.px(24))
        self._parts.addWidget(self.stepper, STEPPER)
        self._parts.addWidget(self._words, 704)

    def show_getting(self, found: GettingToKnow, as_of: date) -> bool:
        """Show how far it is; whether there is something for me to do now."""
        self.stepper.set_steps(
            candidacy.step_words(), candidacy.at(found.state), _days(found, as_of),
            {candidacy.STEPS.index("met")} if _never_met(found) else ())
        step = candidacy.next_step(found.state, as_of)
        self.show_step(step)
        set_wrapped(self.early, found.asked_early)
        self.early.setVisible(bool(found.asked_early))
        return step.is_pressing

    def show_step(self, step: Step) -> None:
        """Show the next thing; filled only where it is for me to do now."""
        self.step = step
        set_wrapped(self.why, step.why)
        self.next.setText(step.button)
        self.next.set_kind("primary" if step.is_pressing else "")
        self.next.set_icon("caret-down" if step.key == "decide" else None)  # it opens answers
        self.next.setVisible(bool(step.key))
        for place, button in enumerate(self.others):
            there = place < len(step.others)
            button.setText(step.others[place][1] if there else "")
            button.setVisible(there)
        self._buttons.setVisible(bool(step.key))
        self._words.setVisible(bool(step.why))

    def has_keyboard(self) -> bool:
        """Whether the keyboard is on one of the buttons; a form on top may have it just now."""
        held = self.window().focusWidget()
        return held is not None and held in (self.next, *self.others)

    def _take_next(self) -> None:
        """A decision is given where it is asked for; everything else is done at once."""
        if self.step.key == "decide":
            self.answers.popup(self.next.mapToGlobal(self.next.rect().bottomLeft()))
            self.answers.setActiveAction(self.answers.actions()[0])
        else:
            self.wished.emit(self.step.key)

    def set_narrow(self, narrow: bool) -> None:
        """With the words below the steps, or beside them."""
        way = QBoxLayout.Direction
        self._parts.setDirection(way.TopToBottom if narrow else way.LeftToRight)


def _days(found: GettingToKnow, as_of: date) -> tuple[str, ...]:
    """The day of each step where it is known, and what was passed over."""
    stages = found.stages or {}
    agreed = found.person.start if found.person.direction == "mentor" else None
    met = _met_on(found)
    days = [stages.get("considering"), met, stages.get("asked"),
            agreed or stages.get("initiation")]
    words = [short_day(day, as_of) if day else "" for day in days]
    if _never_met(found):
        words[1] = tr("not yet")
    return tuple(words)


def _met_on(found: GettingToKnow) -> date | None:
    return found.state.met_on or (found.stages or {}).get("met")


def _never_met(found: GettingToKnow) -> bool:
    """Whether they were asked before we had met, and we have not met since."""
    return _met_on(found) is None and bool(found.asked_early)
