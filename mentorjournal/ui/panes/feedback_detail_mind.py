"""In the feedback panel: how it landed, time to cool off, a talk about it, and their side of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from mentorjournal.journal import dismissals, feedback
from mentorjournal.mentoring import loop
from mentorjournal.mentoring.vocabulary import STANCES, TRIGGERS
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui import theme
from mentorjournal.ui.panes.feedback_detail_facts import INVESTED, EntryFacts
from mentorjournal.ui.panes.feedback_detail_parts import DayStep, Section, Texts, labelled
from mentorjournal.ui.panes.feedback_detail_said import Wish
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, wrapped
from mentorjournal.ui.widgets.private_mark import PrivateMark
from mentorjournal.words import in_sentence, tr


class Mind(QWidget):
    """First reaction, stance and cool-off in a card of their own: private, never exported."""

    def __init__(self, pen: Pen, facts: EntryFacts, wish: Wish) -> None:
        super().__init__()
        self.setProperty("clear", True)
        self._pen, self._id = pen, facts.entry.id
        self._texts = Texts(pen, self._id)
        self._make_choices()
        self.rest = DateField(optional=True)
        self.rest.setProperty("dense", True)
        self.rest.setAccessibleName(tr("Look at it again on"))
        self.rest.day_changed.connect(lambda day: self._edit("cool_off_until", day))
        self.again = DayStep(tr("I looked at it again"), tr("Looked at it again"))
        self.again.day_set.connect(lambda day: pen.write(feedback.revisit, self._id, day))
        self.ask = Button(tr("Ask for a talk…"), "chats", "row")
        self.ask.clicked.connect(lambda: wish("ask_talk"))
        self.talk = DayStep(tr("We talked about it"), tr("We talked about it"))
        self.talk.day_set.connect(lambda day: pen.write(feedback.talk, self._id, day))
        self._lay_out()

    def _make_choices(self) -> None:
        self.stance = ChoiceBox(
            [("", tr("How did it land?")), *((one, word(one)) for one in STANCES)], dense=True)
        self.stance.setAccessibleName(tr("How it landed"))
        self.stance.chosen.connect(lambda key: self._edit("stance", key or None))
        self.trigger = ChoiceBox(
            [("", tr("What was touched?")), *((one, _touched(one)) for one in TRIGGERS)],
            dense=True)
        self.trigger.setAccessibleName(tr("What was touched"))
        self.trigger.chosen.connect(lambda key: self._edit("trigger", key or None))

    def _lay_out(self) -> None:
        lines = column(self, 10)
        card = QFrame()
        card.setProperty("card", True)
        inside = column(card, 6)
        inside.setContentsMargins(*(theme.px(n) for n in (12, 8, 12, 10)))
        head = row()
        head.addWidget(label(tr("My first reaction"), "label", "muted"), 1)
        head.addWidget(PrivateMark())
        inside.addLayout(head)
        inside.addWidget(self._texts.make(
            "first_reaction", tr("My first reaction"), tr("Honestly, for nobody but me")))
        choices = FlowLayout(gap=8)
        choices.addWidget(self.stance)
        choices.addWidget(self.trigger)
        inside.addLayout(choices)
        self.resting = QWidget()
        rest = row(self.resting)
        rest.addWidget(IconLabel("hourglass-medium", "muted", 14))
        rest.addWidget(label(tr("Look again on"), "small", "muted"))
        rest.addWidget(self.rest)
        rest.addStretch(1)
        inside.addWidget(self.resting)
        inside.addWidget(self.again)
        lines.addWidget(card)
        self.invested = self._invested()
        lines.addWidget(self.invested)
        self.talking = QWidget()
        talk = FlowLayout(self.talking, gap=8)
        talk.addWidget(self.ask)
        talk.addWidget(self.talk)
        lines.addWidget(self.talking)
        self.asked = wrapped("", "small", "muted")
        lines.addWidget(self.asked)

    def _invested(self) -> QWidget:
        """Whoever says something hard usually means well (A8.11)."""
        held = QWidget()
        across = row(held)
        across.addWidget(IconLabel("heart", "muted", 14), 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(wrapped(tr(
            "Somebody who takes the trouble to say this usually wants you to do well."),
            "small", "ink2"), 1)
        hide = Button(tr("Hide"), None, "link")
        hide.setAccessibleName(tr("Do not show this line again"))
        hide.clicked.connect(lambda: self._pen.write(dismissals.put_aside, INVESTED))
        across.addWidget(hide)
        return held

    def _edit(self, name: str, value: object) -> None:
        self._pen.write(feedback.edit, self._id, {name: value})

    def show_facts(self, facts: EntryFacts, own: bool) -> None:
        """Show what the journal holds, and only what the stance asks for."""
        from mentorjournal.ui.widgets.parts import set_wrapped

        entry = facts.entry
        self.setVisible(entry.date is not None)
        self._texts.show(entry, own)
        self.stance.set_current(entry.stance or "")
        self.trigger.set_current(entry.trigger or "")
        self.trigger.setVisible(bool(entry.stance) and entry.stance != "accepted")
        self.resting.setVisible(bool(entry.cool_off_until) or facts.is_hard)
        _set_day(self.rest, entry.cool_off_until)
        over = not facts.is_cooling and (facts.is_hard or bool(entry.cool_off_until))
        self.again.setVisible(over or entry.revisited_on is not None)
        self.again.show_day(entry.revisited_on)
        self.invested.setVisible(facts.is_hard and facts.shows_invested and not facts.is_over)
        to_talk = entry.stance in loop.TO_TALK_OVER
        self.talking.setVisible(to_talk or entry.conversation_on is not None)
        self.ask.setVisible(entry.conversation_on is None and not facts.is_cooling
                            and not facts.is_over)
        self.talk.show_day(entry.conversation_on)
        asked = entry.talk_asked_on if entry.conversation_on is None else None
        self.asked.setVisible(asked is not None)
        if asked:
            set_wrapped(self.asked, tr("You asked for a talk on {day}.", day=facts.day(asked)))


class TheirSide(Section):
    """Their view and what I may be missing, for what I disagree with or what stung (A8.8)."""

    def __init__(self, pen: Pen, facts: EntryFacts, wish: Wish) -> None:
        name = in_sentence(facts.person.short_name)
        super().__init__(tr("From the side of {name}", name=name))
        self._texts = Texts(pen, facts.entry.id)
        self.lines.addLayout(labelled([
            (tr("Their view"), self._texts.make(
                "their_view", tr("Their view"), tr("What did it look like from there?"))),
            (tr("I may miss"), self._texts.make(
                "missing", tr("What I may be missing; private, never exported"),
                tr("What might be true in it?"))),
        ]))
        self.lines.addWidget(PrivateMark(tr("What I may be missing is private, never exported.")))

    def show_facts(self, facts: EntryFacts, own: bool) -> None:
        """Show what the journal holds."""
        entry = facts.entry
        self._texts.show(entry, own)
        self.setVisible(entry.date is not None and bool(
            entry.stance in loop.TO_TALK_OVER or entry.their_view or entry.missing))


def _touched(trigger: str) -> str:
    return {
        "truth": tr("Is it true?"), "relationship": tr("Who said it, and how"),
        "identity": tr("Who I am"),
    }[trigger]


def _set_day(field: DateField, day: date | None) -> None:
    if field.day() != day:
        field.blockSignals(True)
        field.set_day(day)
        field.blockSignals(False)
