"""A short look at where I stand, in two calm steps: topics, then what needs come of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QWidget

from mentorjournal.journal import fields, self_looks
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import self_look as rules
from mentorjournal.mentoring.self_look import Mark
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.self_look_steps import NeedsStep, TopicsStep
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.label import dress
from mentorjournal.ui.widgets.parts import column
from mentorjournal.words import long_day, tr, trn

WIDTH = 720


def ask_self_look(
    parent: QWidget | None, journal: Journal, take: Take | None = None
) -> dict[str, Any] | None:
    """What `self_looks.save` takes: "marks" and "needs"; None when it was put off.

    What was said until then is kept, and offered the next time.
    """
    form = SelfLookForm(self_looks.every(journal)[:1], parent, self_looks.brought(journal))
    form.take = take
    form.keep_draft(journal, "self_look")
    form.focus_first()
    return form.values() if form.exec() else None


class SelfLookForm(FormDialog):
    """Everything may be left out, topic by topic and as a whole."""

    def __init__(
        self, last: Sequence[self_looks.Look] = (), parent: QWidget | None = None,
        brought: self_looks.Brought | None = None,
    ) -> None:
        """`last` is the last look, if there was one; it is shown quietly beside each topic.

        What a topic has `brought` already is not offered once more.
        """
        self._brought = brought or self_looks.Brought()
        said = tr("1 is just beginning, 5 is as good as you need it. Leave out what does not "
                  "matter to you.")
        if last:
            said = tr("{how} Your last look was on {day}.", how=said, day=long_day(last[0].day))
        super().__init__(tr("Where do I stand?"), parent, ok=tr("Go on"), intro=said)
        self.topics = TopicsStep(last[0] if last else None)
        self.needs = NeedsStep()
        self.step = 0
        steps = QWidget()
        lines = column(steps, 0)
        for each in (self.topics, self.needs):
            each.setMinimumWidth(theme.px(WIDTH - 48))
            lines.addWidget(each)
        self.add_wide(steps)
        self.back = Button(tr("Back"), "arrow-left")
        self.back.clicked.connect(lambda: self._show_step(0))
        feet = self.layout().itemAt(self.layout().count() - 1).layout()
        feet.insertWidget(1, self.back)
        self._cancel.setText(tr("Not now"))
        self.topics.changed.connect(self._changed)
        self.needs.changed.connect(self._changed)
        self.setMinimumWidth(theme.px(WIDTH))
        self._show_step(0)
        self.fill_in()

    # What it holds

    def marks(self) -> list[Mark]:
        """What was said of each topic."""
        return [one for one in self.topics.marks() if one.is_said]

    def _offered(self) -> list[Mark]:
        """What is far away and has brought no need yet."""
        return [one for one in rules.far(self.marks()) if self._brought.of(one) is None]

    def field_values(self) -> dict[str, Any]:
        return {
            "marks": tuple((one.topic, one.now, one.wanted, one.words) for one in self.marks()),
            "needs": tuple(self.needs.said()) if self.step else (),
        }

    def fill_draft(self, values: Mapping[str, Any]) -> None:
        self.topics.set_marks([Mark(*one) for one in values.get("marks", ())])
        if values.get("needs") and self._offered():
            self._show_step(1)
            self.needs.set_said([tuple(one) for one in values["needs"]])
        self.focus_first()  # the button that was pressed is gone

    def draft_words(self, values: Mapping[str, Any]) -> str:
        return ", ".join(rules.topic_words(one[0], one[3]) for one in values.get("marks", ()))

    def values(self) -> dict[str, Any]:
        chosen = self.needs.chosen() if self.step else {}
        return {"marks": self.marks(),
                "needs": {topic: {"text": text} for topic, text in chosen.items()}}

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        if not values["marks"]:
            return {"": tr("Mark at least one topic, or leave it for another day.")}
        if self.topics.own_is_missing():
            return {"": tr("Name the topic of your own, or take its marks away.")}
        most = fields.limit("need", "text")
        chosen = self.needs.chosen().values() if self.step else ()
        if any(not text for text in chosen):
            return {"": tr("Say each need in a few words, or take its tick away.")}
        if any(len(text) > most for text in chosen):
            return {"": tr("A need is too long; {most} characters fit.", most=f"{most:,}")}
        return {}

    # Steps

    def validate(self) -> bool:
        well = super().validate()
        if not self.marks():  # nothing is wrong before anything is marked
            dress(self._says, "small", "muted")
        self._ok.setText(self._ok_words())
        return well

    def _ok_words(self) -> str:
        if not self.step:
            return tr("Go on") if self._offered() else tr("Keep it")
        n = len(self.needs.chosen())
        return trn("Keep it and add {n} need", "Keep it and add {n} needs", n) if n else (
            tr("Keep it"))

    def accept(self) -> None:
        if not self.step and self._offered() and self.validate():
            self._show_step(1)
            self.needs.focus_first()
            return
        super().accept()

    def reject(self) -> None:
        """Not now: what was said is offered the next time."""
        if self.marks():
            self.put_aside()
        else:
            super().reject()

    def _show_step(self, step: int) -> None:
        if step:
            far = rules.far(self.marks())
            self.needs.offer(self._offered())
            self.needs.show_known([(one, need.text) for one in far
                                   if (need := self._brought.of(one)) is not None])
        self.step = step
        self.topics.setVisible(not step)
        self.needs.setVisible(bool(step))
        self._title.setText(
            tr("These seem far from where you want to be") if step else tr("Where do I stand?"))
        self._intro.setVisible(not step)
        self.back.setVisible(bool(step))
        self._scroll.verticalScrollBar().setValue(0)
        self.validate()
        if self.isVisible():
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """As high as the step needs, or as the screen allows."""
        self._body.layout().activate()
        self._scroll.updateGeometry()
        self.layout().invalidate()
        self.resize(self.width(), self.sizeHint().height())
        self._grow()  # which keeps its buttons on the screen

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.WindowActivate:  # now its title bar is there, and counts
            QTimer.singleShot(0, self, self._grow)
        return done

    def _changed(self) -> None:
        self.validate()
        self.edited.emit()

    def focus_first(self) -> None:
        """Put the keyboard on the first topic, or on the first need."""
        if self.step:
            self.needs.focus_first()
        else:
            self.topics.fields()[0].setFocus(Qt.FocusReason.TabFocusReason)

