"""The head of a letter: for what and from whom, what comes next, its steps, and what to do now."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from mentorjournal import clock
from mentorjournal.journal.between import Letter
from mentorjournal.mentoring import letter_steps
from mentorjournal.mentoring import letters as rules
from mentorjournal.mentoring.letters import Move
from mentorjournal.ui.panes.letters_facts import LetterFacts
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.chip import Chip
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.label import ElidedLabel
from mentorjournal.ui.widgets.parts import clear, column, row
from mentorjournal.ui.widgets.stepper import Stepper
from mentorjournal.words import day_month, short_day, span, tr

CHIPS = {"plain": "neutral", "look": "warn", "act": "alert", "done": "ok"}
SIGNS = {"plain": "clock", "look": "clock", "act": "warning", "done": "check-circle"}
# What a move offers: the wish, its words, its icon.
OFFERS = {
    "ask": (("ask", "Ask for a letter…", "envelope-simple"),
            ("step:asked", "They were asked already…", "check")),
    "answer": (("agreed", "They agreed…", "check"), ("declined", "They declined…", "x"),
               ("ask", "Ask again…", "envelope-simple")),
    "remind": (("remind", "Remind them…", "envelope-simple"),
               ("step:submitted", "It was submitted…", "check")),
    "submit": (("step:submitted", "It was submitted…", "check"),
               ("remind", "Remind them…", "envelope-simple")),
    "write": (("step:submitted", "I sent it in…", "check"),),
    "thank": (("thank", "Say thank you…", "heart"),),
    "result": (("result", "Note the result…", "flag"),),
    "tell": (("tell", "Tell them the result…", "envelope-simple"),),
}


class LetterHead(QWidget):
    """`wanted` carries a wish about the letter, such as "ask", "remind" or "step:asked"."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.avatar = Avatar(side=40)
        self.title = ElidedLabel("", "record-title", most_lines=2)
        self.line = ElidedLabel("", "small", "muted", most_lines=2)
        self.chip = Chip()
        self.more = IconButton("dots-three", tr("More about this letter"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.more.setMenu(self.menu)
        self.stepper = Stepper()
        self._steps: tuple[str, ...] = ()
        self.stepper.chosen.connect(lambda place: self.wanted.emit(f"step:{self._steps[place]}"))
        self._offers = QWidget()
        self._flow = FlowLayout(self._offers)
        self._shown: tuple[str, ...] | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        words = column(gap=0)
        words.addWidget(self.title)
        words.addWidget(self.line)
        top = row(gap=10)
        top.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        top.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        lines = column(self, gap=14)
        lines.addLayout(top)
        lines.addWidget(self.stepper)
        lines.addWidget(self._offers)

    def show_facts(self, facts: LetterFacts) -> None:
        """Show a letter as it is now."""
        one = facts.letter
        self.avatar.set_person(facts.writer.initials, next(iter(facts.writer.roles), None),
                               facts.writer.standing)
        self.title.setText(one.target)
        self.line.setText(due_words(facts))
        done = facts.move.kind == "done"
        self.chip.set_chip(facts.move.words, CHIPS[facts.move.tone],
                           "check-circle" if done else SIGNS[facts.move.tone])
        self._steps = letter_steps.steps(one)
        declined = rules.is_declined(one)
        self.stepper.setVisible(not declined)
        self.stepper.set_steps([_step_words(facts, step) for step in self._steps],
                               letter_steps.at(one))
        self._offer(facts.move, declined)
        self._fill_menu(facts)

    def _offer(self, move: Move, declined: bool) -> None:
        offers = list(OFFERS.get(move.kind, ()))
        if declined:
            offers.append(("again", "Ask somebody else for the same…", "user-plus"))
        keys = tuple(key for key, _, _ in offers)
        if keys == self._shown:
            return
        self._shown = keys
        clear(self._flow)
        asks = move.kind == "ask"  # then that is the one next thing on the page
        for key, words, sign in offers:
            kind = "primary" if asks and key == "ask" else "" if asks else "row"
            button = Button(tr(words), sign, kind)
            button.clicked.connect(lambda _on=False, key=key: self.wanted.emit(key))
            self._flow.addWidget(button)
            button.show()
        self._offers.setVisible(bool(offers))

    def _fill_menu(self, facts: LetterFacts) -> None:
        self.menu.clear()
        for key, words in menu_entries(facts.letter, facts.move):
            entry = self.menu.addAction(words)
            entry.triggered.connect(lambda _on=False, key=key: self.wanted.emit(key))


def menu_entries(one: Letter, move: Move) -> list[tuple[str, str]]:
    """What can be done with a letter from a menu: wish and words."""
    declined = rules.is_declined(one)
    found = {"edit": tr("Edit request…")}
    if not declined:
        found |= {key: tr(words) for key, words, _ in OFFERS.get(move.kind, ())}
    if not declined and not rules.is_submitted(one) and not letter_steps.is_mine(one):
        found["declined"] = tr("They declined…")
    if one.deadline and not declined and not rules.is_submitted(one):
        found[".ics"] = tr("Deadline and reminders for a calendar…")
    if one.decided_on:
        found["result"] = tr("Change the result…")
    found[".txt"] = tr("Brief as text…")
    return [*found.items(), ("again", tr("Ask somebody else for the same…")),
            ("person", tr("Open their page")), ("remove", tr("Remove"))]


def due_words(facts: LetterFacts) -> str:
    """Such as "Letter from Dr Vale, due in 35 days"."""
    one, name = facts.letter, facts.writer.short_name
    said = tr("Nomination of {name}", name=name) if letter_steps.is_mine(one) else tr(
        "Letter from {name}", name=name)
    if rules.is_declined(one):
        return tr("{letter}, declined", letter=said)
    if one.submitted_on:
        return tr("{letter}, sent {day}", letter=said, day=short_day(one.submitted_on, facts.today))
    left = rules.days_left(one, facts.today, clock.zone_name())
    if left is None:
        return tr("{letter}, no deadline yet", letter=said)
    if left < 0:
        return tr("{letter}, due {span} ago", letter=said, span=span(-left))
    if left == 0:
        return tr("{letter}, due today", letter=said)
    if left == 1:
        return tr("{letter}, due tomorrow", letter=said)
    if left < 100:
        return tr("{letter}, due in {n} days", letter=said, n=left)
    return tr("{letter}, due in {span}", letter=said, span=span(left))


def _step_words(facts: LetterFacts, step: str) -> str:
    """The name of a step and its day below, or the day by which it should be taken."""
    one = facts.letter
    name = letter_steps.words(one, step)
    days = dict(zip(rules.STEPS, rules.step_days(one), strict=True))
    if day := days[step]:
        return f"{name}\n{_short(day)}"
    if letter_steps.steps(one).index(step) < letter_steps.at(one):
        return name
    planned = letter_steps.planned(one, step, facts.today, clock.zone_name())
    if planned is None:
        return name
    if step == "reminded":
        return f"{tr('Reminder')}\n{_short(planned)}"
    return tr("{step}\nby {day}", step=name, day=_short(planned))


def _short(day: date) -> str:
    return day_month(day)
