"""A new stage of mine: keep, change or close each mentor; some now and the rest later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorjournal import clock
from mentorjournal.journal.records import PersonFacts
from mentorjournal.journal.stages import Decision
from mentorjournal.mentoring.vocabulary import role_label
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.label import ElidedLabel, beginning
from mentorjournal.ui.widgets.parts import column, row, rule
from mentorjournal.ui.widgets.rhythm_field import RhythmField
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import listing, short_day, tr, trn

PAUSE_DAYS = 91  # until when a pause is offered; any day can be chosen
USUAL_DAYS = 91  # of a rhythm that was never named
WIDTH = 640  # px


def ask_mentors(
    parent: QWidget | None, stage: str, since: date, found: Sequence[PersonFacts],
    take: Take | None = None,
) -> list[Decision] | None:
    """What was decided, for `stages.decide`; None when all is left for later."""
    form = MentorsForm(stage, since, found, parent)
    form.take = take
    return list(form.decisions()) if form.exec() else None


class MentorsForm(FormDialog):
    """Nothing is chosen beforehand, and nothing is sent."""

    def __init__(
        self, stage: str, since: date, found: Sequence[PersonFacts],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("How does it go on with each mentor?"), parent, ok=tr("Note this"),
            intro=tr("You have been “{stage}” since {day}. Decide what is clear now; the rest "
                     "can wait. Nothing is sent.", stage=stage[:80],
                     day=short_day(since, clock.today())))
        self._cancel.setText(tr("Later"))
        self.rows = [MentorRow(one) for one in found]
        lines = column(self.add_wide(QWidget()), 12)
        lines.setContentsMargins(0, theme.px(8), 0, 0)
        for place, each in enumerate(self.rows):
            if place:
                lines.addWidget(rule())
            lines.addWidget(each)
            each.changed.connect(self.validate)
        self.setMinimumWidth(theme.px(WIDTH))
        self.fill_in()
        if self.rows:
            self.rows[0].choice.button("keep").setFocus()

    def decisions(self) -> list[Decision]:
        """What was decided of those that were."""
        return [made for each in self.rows if (made := each.decision()) is not None]

    def values(self) -> dict[str, Any]:
        return {"decisions": self.decisions()}

    def validate(self) -> bool:
        fine = super().validate()
        rows = getattr(self, "rows", [])
        wrong = next((said for each in rows if (said := each.wrong())), "")
        n = len(self.decisions()) if rows else 0
        left = len(rows) - n
        self._says.setText(wrong or (
            trn("{n} decided, {left} later", "{n} decided, {left} later", n, left=left)
            if n else tr("Nothing decided yet")))
        self.ok_button().setEnabled(fine and not wrong and n > 0)
        return fine and not wrong and n > 0


class MentorRow(QWidget):
    """A mentor: when we last spoke, what they are for, and three choices."""

    changed = Signal()

    def __init__(self, facts: PersonFacts) -> None:
        super().__init__()
        one = self._person = facts.person
        face = Avatar(one.initials, next(iter(one.roles), None), one.standing, 40)
        face.setAccessibleName(one.name)
        self.choice = Segmented(
            [("keep", tr("Keep")), ("change", tr("Change")), ("close", tr("Close"))], "",
            slow=True)
        for key in ("keep", "change", "close"):
            button = self.choice.button(key)
            button.setAccessibleName(tr("{what}: {name}", what=button.text(), name=one.name))
        words = column(gap=2)
        words.addWidget(ElidedLabel(one.name, "row-title"))
        words.addWidget(ElidedLabel(_last(facts), "small", "muted"))
        words.addWidget(ElidedLabel(_for_what(facts), "small", "ink2", most_lines=2))
        top = row(gap=12)
        top.addWidget(face)
        top.addLayout(words, 1)
        top.addWidget(self.choice)
        lines = column(self, 8)
        lines.addLayout(top)
        lines.addWidget(self._asks())
        self.choice.chosen.connect(self._chosen)
        self._chosen()

    def _asks(self) -> QWidget:
        """How it changes, shown once Change is chosen, and what closing begins with."""
        self.way = ChoiceBox([
            ("lighter_rhythm", tr("Less often")),
            ("now_colleagues", tr("As colleagues from now on")),
            ("paused", tr("After a pause, until")),
        ])
        self.way.setAccessibleName(tr("How it changes with {name}", name=self._person.name))
        self.every = RhythmField()
        self.every.set_value(max((self._person.cadence_days or USUAL_DAYS) * 2, 14))
        self.until = DateField(clock.today() + timedelta(PAUSE_DAYS))
        self.until.setAccessibleName(tr("Paused until"))
        self.closing = ElidedLabel(tr(
            "You write a note first, on their page; it ends only when you say so."),
            "small", "muted")
        made = QWidget()
        parts = row(made, 8)
        parts.setContentsMargins(theme.px(52), 0, 0, 0)
        self._change = QWidget()
        beside = row(self._change, 8)
        for each in (self.way, self.every, self.until):
            beside.addWidget(each)
        beside.addStretch(1)
        parts.addWidget(self._change, 1)
        parts.addWidget(self.closing, 1)
        self._asked = made
        self.way.currentIndexChanged.connect(lambda _: self._chosen())
        self.every.value_changed.connect(self.changed)
        self.until.day_changed.connect(lambda _day: self.changed.emit())
        return made

    def _chosen(self, _key: str = "") -> None:
        key, way = self.choice.current(), self.way.current()
        self._change.setVisible(key == "change")
        self.every.setVisible(way == "lighter_rhythm")
        self.until.setVisible(way == "paused")
        self.closing.setVisible(key == "close")
        self._asked.setVisible(key in ("change", "close"))
        self.changed.emit()

    def wrong(self) -> str:
        """What is missing of a change; "" when nothing is."""
        if self.choice.current() != "change":
            return ""
        if self.way.current() == "lighter_rhythm" and not self.every.value():
            return tr("Say how often you want to be in touch.")
        until = self.until.day()
        if self.way.current() == "paused" and (until is None or until <= clock.today()):
            return tr("Say until when it rests, a day from tomorrow on.")
        return ""

    def decision(self) -> Decision | None:
        """What was chosen; None while nothing is."""
        key, way = self.choice.current(), self.way.current()
        if not key:
            return None
        if key != "change":
            return Decision(self._person.id, key)
        return Decision(
            self._person.id, key, way,
            self.every.value() if way == "lighter_rhythm" else None,
            self.until.day() if way == "paused" else None)


def _last(facts: PersonFacts) -> str:
    if facts.last_touchpoint is None:
        return tr("No contact noted yet")
    return tr("Last in touch {day}", day=short_day(facts.last_touchpoint, clock.today()))


def _for_what(facts: PersonFacts) -> str:
    one = facts.person
    roles = listing([role_label(role) for role in one.roles[:3]])
    return " · ".join(filter(None, (roles, beginning(one.added_value or one.my_ask or "", 90)))
                      ) or tr("Nothing noted about what they are for")
