"""Noting a talk about one topic of a compact: when it was, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from mentorjournal import clock
from mentorjournal.journal.between import Expectation
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.expectations import topic_label
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import tr


def ask_talk(
    parent: QWidget | None, journal: Journal, topic: Expectation, take: Take | None = None
) -> dict[str, Any] | None:
    """What `expectations.note_talk` takes: `on`, `agreed` and `how_it_goes`; or None."""
    form = TalkForm(topic, parent)
    form.take = take
    form.keep_draft(journal, f"talk:{topic.id}")
    return form.values() if form.exec() else None


class TalkForm(FormDialog):
    """What was agreed is asked for only where something was."""

    def __init__(self, topic: Expectation, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("A talk about: {topic}", topic=topic_label(topic)), parent, ok=tr("Note it"))
        self.on = self.add_field("on", tr("When"), DateField())
        self.result = self.add_field("result", tr("What came of it"), Segmented(
            [("agreed", tr("We agreed")), ("still", tr("Not settled yet"))]))
        self.agreed = self.add_field(
            "agreed", tr("What we agreed"), GrowingText(least_lines=3, quiet=False),
            hint=tr("One sentence both would sign."))
        self.going = self.add_field(
            "how_it_goes", tr("How it is going"), GrowingText(least_lines=2, quiet=False))
        self.result.chosen.connect(lambda _key: self._show_agreed())
        self.fill_in({
            "on": clock.today(), "result": "agreed", "agreed": topic.agreed or "",
            "how_it_goes": topic.how_it_goes or "",
        })
        self.agreed.setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        if values["on"] > clock.today():
            return {"on": tr("That day is still to come.")}
        if values["result"] == "agreed" and not values["agreed"]:
            return {"agreed": tr("Write down what you agreed on.")}
        return {}

    def fill_draft(self, values: Mapping[str, Any]) -> None:
        super().fill_draft(values)
        self._show_agreed()

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        settled = found["result"] == "agreed"
        return {
            "on": found["on"], "agreed": found["agreed"] if settled else None,
            "how_it_goes": found["how_it_goes"] or None,
        }

    def _show_agreed(self) -> None:
        self.set_field_shown("agreed", self.result.current() == "agreed")
