"""In the detail of feedback: my reaction, how I see it, time to cool off, their side, a talk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from mentorjournal import clock
from mentorjournal.journal import dismissals, feedback
from mentorjournal.mentoring import loop
from mentorjournal.mentoring.vocabulary import STANCES, TRIGGERS
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui import theme
from mentorjournal.ui.panes.feedback_detail_facts import INVESTED, Facts
from mentorjournal.ui.panes.feedback_detail_parts import (
    PrivateCard,
    Section,
    captioned,
    indented,
    letters,
)
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.day_popup import DayButton
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.parts import column, row, set_wrapped, wrapped
from mentorjournal.words import tr


class Mind(Section):
    """The first reaction, which nobody else will read, and how I see it now."""

    def __init__(self, pen: Pen, feedback_id: int, parent: QWidget | None = None) -> None:
        super().__init__(pen, feedback_id, tr("How I see it"), parent=parent)
        self.title.hide()
        card = PrivateCard(tr("My first reaction"))
        card.lines.addWidget(self.text(
            "first_reaction", tr("My first reaction, private"), tr("What went through my head")))
        card.lines.addWidget(self._times())
        around = row()
        around.setContentsMargins(letters(), theme.px(4), 0, theme.px(6))
        around.addWidget(card)
        self.lines.addLayout(around)
        self.stance = ChoiceBox(
            [("", tr("Not said")), *((key, word(key)) for key in STANCES)], "", dense=True)
        self.stance.setAccessibleName(tr("My view now"))
        self.stance.chosen.connect(self._choose_stance)
        self.trigger = ChoiceBox(
            [("", tr("Not said")), *((key, _touches(key)) for key in TRIGGERS)], "", dense=True)
        self.trigger.setAccessibleName(tr("What it touched"))
        self.trigger.chosen.connect(lambda key: self.set(trigger=key or None))
        self.lines.addWidget(captioned(tr("My view now"), indented(self.stance), middle=True))
        self._touched = captioned(tr("It touched"), indented(self.trigger), middle=True)
        self.lines.addWidget(self._touched)
        self.reminder = Reminder()
        self.reminder.hide_here.clicked.connect(lambda: self._hush(f"{INVESTED}:{feedback_id}"))
        self.reminder.hide_always.clicked.connect(lambda: self._hush(INVESTED))
        self.lines.addWidget(self.reminder)

    def _times(self) -> QWidget:
        self.cool_off = DayButton(
            tr("Look again on…"), tr("Look again on {day}"), "hourglass-medium",
            name=tr("Look at it again on"), quiet=True)
        self.cool_off.day_chosen.connect(lambda day: self.set(cool_off_until=day))
        self.looked = DayButton(
            tr("I looked at it again"), tr("Looked at it again {day}"), "check",
            name=tr("When I looked at it again"))
        self.looked.clicked.disconnect(self.looked.ask)
        self.looked.clicked.connect(self._look)
        self.looked.day_chosen.connect(lambda day: self.write(feedback.revisit, day))
        self._looked_on: object = None
        made = QWidget()
        flow = FlowLayout(made, gap=theme.px(12), line_gap=theme.px(4))
        flow.setContentsMargins(letters(), theme.px(2), 0, 0)
        flow.addWidget(self.cool_off)
        flow.addWidget(self.looked)
        return made

    def _look(self) -> None:
        """Once is today; the day can be changed afterwards."""
        if self._looked_on is None:
            self.write(feedback.revisit, clock.today())
        else:
            self.looked.ask()

    def _choose_stance(self, key: str) -> None:
        self.hand_in()
        values = {"stance": key or None}
        self.set(**values) if key else self.set(**values, trigger=None)

    def _hush(self, key: str) -> None:
        self.stance.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pen.write(dismissals.put_aside, key)

    def show_facts(self, facts: Facts, own: bool) -> None:
        entry = facts.entry
        self.show_texts(entry, own)
        self.fold(False)
        self.setVisible(facts.is_heard)
        self.stance.set_current(entry.stance)
        self.trigger.set_current(entry.trigger)
        self._touched.setVisible(bool(entry.stance))
        self.cool_off.show_day(entry.cool_off_until, facts.as_of)
        self._looked_on = entry.revisited_on
        self.looked.show_day(entry.revisited_on, facts.as_of)
        self.looked.setVisible(bool(entry.revisited_on or not facts.is_cooling))
        self.reminder.show_facts(facts)


class Reminder(QFrame):
    """One sentence for when something was hard to hear; it can be put away, here or for good."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.says = wrapped("", "small", "ink2")
        self.hide_here = Button(tr("Hide"), kind="link")
        self.hide_here.setAccessibleName(tr("Hide this sentence for this entry"))
        self.hide_always = Button(tr("Never show it"), kind="link")
        self.hide_always.setAccessibleName(tr("Never show this sentence again"))
        parts = row(self)
        parts.setContentsMargins(letters(), theme.px(6), 0, 0)
        parts.addWidget(IconLabel("leaf", "muted", 15), 0, Qt.AlignmentFlag.AlignTop)
        lines = column(gap=2)
        lines.addWidget(self.says)
        deeds = row(gap=12)
        deeds.addWidget(self.hide_here)
        deeds.addWidget(self.hide_always)
        deeds.addStretch(1)
        lines.addLayout(deeds)
        parts.addLayout(lines, 1)

    def show_facts(self, facts: Facts) -> None:
        """Be there for what is hard, unless it was put away."""
        set_wrapped(self.says, tr(
            "It takes some courage to say this to one’s mentor.")
            if facts.person.standing == "mentee" else tr(
            "Someone who tells you this is usually invested in you."))
        self.setVisible(facts.wants_reminder)


class TheirSide(Section):
    """Their view and what I may be missing: only where I see it differently, or it was hard."""

    def __init__(self, pen: Pen, feedback_id: int, parent: QWidget | None = None) -> None:
        super().__init__(pen, feedback_id, tr("From their side"), parent=parent)
        self.lines.addWidget(self.text(
            "their_view", tr("How they see it"), tr("What do they see, and answer for?")))
        card = PrivateCard(tr("What I may be missing"))
        card.lines.addWidget(self.text(
            "missing", tr("What I may be missing, private"), tr("If they were right, what then?")))
        around = row()
        around.setContentsMargins(letters(), theme.px(4), 0, 0)
        around.addWidget(card)
        self.lines.addLayout(around)

    def show_facts(self, facts: Facts, own: bool) -> None:
        self.show_texts(facts.entry, own)
        self.fold(False)
        written = facts.entry.their_view or facts.entry.missing
        wanted = facts.entry.stance in loop.TO_TALK_OVER or bool(written)
        self.setVisible(facts.is_heard and (wanted or self._is_written_in()))

    def _is_written_in(self) -> bool:
        return any(field.hasFocus() for field in self.fields.values())


class Talk(Section):
    """Asking for a talk about it, and the day it took place."""

    def __init__(self, pen: Pen, feedback_id: int, parent: QWidget | None = None) -> None:
        super().__init__(pen, feedback_id, tr("A talk about it"), tr("Note a talk"), parent)
        self.ask = Button(tr("Ask for a talk…"), "chats", "row")
        self.ask.clicked.connect(lambda: self.wished.emit("ask_talk"))
        self.asked = DayButton(
            tr("I asked for it"), tr("Asked for {day}"), name=tr("When I asked for a talk"),
            quiet=True)
        self.asked.day_chosen.connect(self._write_asked)
        self._with: int | None = None
        self.talked = DayButton(
            tr("We talked"), tr("Talked about it {day}"), name=tr("When we talked about it"))
        self.talked.day_chosen.connect(lambda day: self.write(feedback.talk, day))
        made = QWidget()
        flow = FlowLayout(made, gap=theme.px(10), line_gap=theme.px(4))
        flow.setContentsMargins(letters(), theme.px(2), 0, 0)
        for each in (self.ask, self.talked, self.asked):
            flow.addWidget(each)
        self.lines.addWidget(made)

    def _write_asked(self, day: object) -> None:
        self.write(feedback.ask_for_talk, day, self._with if day else None)

    def first(self) -> QWidget:
        return self.talked

    def show_facts(self, facts: Facts, own: bool) -> None:
        entry = facts.entry
        self._with = entry.follow_up_meeting_id
        known = entry.talk_asked_on or entry.conversation_on
        self.fold(entry.stance not in loop.TO_TALK_OVER and not known,
                  "" if known or entry.stance in loop.TO_TALK_OVER else tr("none"))
        self.setVisible(facts.is_heard)
        self.ask.setVisible(entry.conversation_on is None and not facts.is_cooling)
        self.asked.show_day(entry.talk_asked_on, facts.as_of)
        self.asked.setVisible(entry.talk_asked_on is not None or entry.conversation_on is None)
        self.talked.show_day(entry.conversation_on, facts.as_of)


def _touches(trigger: str) -> str:
    return {
        "truth": tr("Truth: it seems wrong"),
        "relationship": tr("Relationship: who says it"),
        "identity": tr("Identity: who I am"),
    }.get(trigger) or word(trigger)
