"""Choosing topics for a compact: those of the list that are not in it yet, and one in own words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from mentorjournal.mentoring.expectations import GROUPS, named
from mentorjournal.ui.widgets.choice_chips import ChoiceChips
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.words import tr

LONGEST = 300


def ask_topics(
    parent: QWidget | None, name: str, there: Collection[str], take: Take | None = None
) -> dict[str, Any] | None:
    """The `topic_ids` to add and the `own` words, or None; those `there` are not offered."""
    form = TopicsForm(name, there, parent)
    form.take = take
    return form.values() if form.exec() else None


class TopicsForm(FormDialog):
    """The topics in their groups; several can be chosen at once."""

    def __init__(
        self, name: str, there: Collection[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Topics to talk about with {name}", name=name), parent, ok=tr("Add"),
            intro=tr("Choose what matters between you two; nobody needs all of them."),
        )
        self._groups = []
        for words, topics in GROUPS.items():
            offered = [(one, named(one)) for one in topics if one not in there]
            if offered:
                self._groups.append(words)
                self.add_field(words, tr(words), ChoiceChips(offered))
        self.own = self.add_field("own", tr("Something else, in your own words"), QLineEdit())
        self.fill_in()
        first = self.field(self._groups[0]) if self._groups else self.own
        first.setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        if len(values["own"]) > LONGEST:
            return {"own": tr("That is too long; {n} characters fit.", n=LONGEST)}
        if not values["own"] and not any(values[group] for group in self._groups):
            return {"own": tr("Choose a topic above, or write one.")}
        return {}

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        return {
            "topic_ids": [one for group in self._groups for one in found[group]],
            "own": [found["own"]] if found["own"] else [],
        }
