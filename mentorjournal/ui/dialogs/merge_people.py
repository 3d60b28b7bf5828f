"""Joining two entries for one person: which one stays, and what it gets; and removing somebody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from mentorjournal import clock
from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.nouns import counted
from mentorjournal.models.namesakes import told_apart
from mentorjournal.ui import questions
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.form_dialog import FormDialog
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.person_box import PersonBox
from mentorjournal.words import tr


def ask_merge(parent: QWidget, journal: Journal, person_id: int) -> tuple[int, int] | None:
    """Which entry stays and which is joined to it, for people.merge; None if cancelled."""
    dialog = MergeDialog(parent, journal, person_id)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return dialog.pair()


def confirm_remove(parent: QWidget, journal: Journal, person_id: int) -> bool:
    """Ask once before a person is removed, naming what goes with them."""
    name = _cut(people.get(journal, person_id).short_name)
    return questions.confirm(
        parent, tr("Remove {name}?", name=name), removal_words(journal, person_id), tr("Remove")
    )


def removal_words(journal: Journal, person_id: int) -> str:
    """What goes with a person, and that Undo brings it back."""
    name = _cut(people.get(journal, person_id).short_name)
    counts = counted(people.belongings(journal, person_id))
    undo = tr("Undo brings everything back.")
    if not counts:
        return tr("Remove {name} from the journal? {undo}", name=name, undo=undo)
    return tr(
        "Remove {name} from the journal, with {what}? {undo}", name=name, what=counts, undo=undo
    )


class MergeDialog(FormDialog):
    """The other entry is chosen by typing or from the list; a sentence says what happens."""

    def __init__(self, parent: QWidget | None, journal: Journal, person_id: int) -> None:
        self._journal = journal
        self._first = people.get(journal, person_id)
        super().__init__(
            tr("Join two entries"), parent, ok=tr("Join"),
            intro=tr("For one person who is in the journal twice."),
        )
        everyone = [facts.person for facts in people.everybody(journal, clock.today())]
        self._people = {one.id: one for one in everyone}
        others = [one for one in everyone if one.id != person_id]
        others.sort(key=lambda one: -_alike(one.name, self._first.name))
        self._called = told_apart(journal, everyone, clock.today())
        self._other = PersonBox(others, self._called)
        if others and _alike(others[0].name, self._first.name) > 1:
            self._other.choose(others[0].id)
        self.add_field(
            "other", tr("Join {name} with", name=_cut(self._first.name)), self._other
        )
        self._keep = ChoiceBox()
        self.add_field("keep", tr("Keep the entry of"), self._keep)
        self._result: QLabel = label("", "body", "ink2", wrap=True)
        self._result.setMinimumHeight(self._result.fontMetrics().lineSpacing() * 5)
        self._result.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.add_wide(self._result)
        self._other.currentTextChanged.connect(lambda _: self._offer())
        self._offer()
        self.fill_in()
        self._other.setFocus()

    def pair(self) -> tuple[int, int]:
        """The ids of who stays and who is joined."""
        keep, other = int(self._keep.current()), self._other.person()
        assert other is not None  # check() lets nobody through without
        return (keep, other.id if keep == self._first.id else self._first.id)

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        if len(self._people) < 2:
            return {"": tr("There is nobody else in the journal.")}
        if self._other.person() is None:
            return {"other": tr("Choose the other entry from the list.")}
        return {}

    def _offer(self) -> None:
        other = self._other.person()
        self._keep.setEnabled(other is not None)
        pair = (self._first,) if other is None else (self._first, other)
        self._keep.set_choices([(str(one.id), self._called[one.id]) for one in pair])
        if other is None:
            self._result.setText("")
        else:
            self._explain()

    def validate(self) -> bool:
        well = super().validate()
        if well and hasattr(self, "_result"):
            self._explain()
        return well

    def _explain(self) -> None:
        if not self._keep.current():
            return
        keep, other = self.pair()
        moved = counted(people.belongings(self._journal, other))
        lines = [
            tr("What {name} says stays as it is.", name=_cut(self._people[keep].name)),
            tr("Roles, areas and other lists are put together, and empty fields are filled."),
            tr("{what} move over from the other entry.", what=moved) if moved
            else tr("The other entry has no meetings or other records."),
            tr("Where the two differ, the other wording goes to the private notes. "
               "Undo takes it all back."),
        ]
        self._result.setText("\n".join(lines))


def _alike(one: str, other: str) -> int:
    """How many words two names share: the likeliest double stands first."""
    return len(set(one.casefold().split()) & set(other.casefold().split()))


def _cut(name: str) -> str:
    return name if len(name) <= 48 else name[:47].rstrip() + "…"
