"""Finding a mentor: from a need or a gap to people known already, and to new names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from mentorjournal import clock
from mentorjournal.journal import considering, fields, needs, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Need, Person
from mentorjournal.mentoring import phrases
from mentorjournal.mentoring import sought as rules
from mentorjournal.mentoring.sought import Sought
from mentorjournal.models.namesakes import already_here, told_apart
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.find_mentor_parts import (
    NAME_LETTERS,
    CandidateLines,
    Choices,
    KnownLine,
    KnownNames,
    WhomToAsk,
)
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.label import beginning, dress, label
from mentorjournal.ui.widgets.parts import breakable
from mentorjournal.words import tr, trn

WIDTH = 760
MOST_MATCHES = 3
NEED_LETTERS = 90
MOST_LETTERS = 600  # of what is sought


@dataclass(frozen=True)
class Known:
    """What the dialog knows: open needs, those with nobody first, and everybody."""

    needs: Sequence[Need]
    people: Sequence[Person]
    called: Mapping[int, str]


def ask_mentor(
    parent: QWidget | None, journal: Journal, sought: Sought | None = None, need_id: int = 0,
    take: Take | None = None,
) -> dict[str, Any] | None:
    """Ask for somebody, for what is `sought`, or for a need that can be changed in the dialog.

    Gives "need_id" (0 for none) and either "chosen", the id of somebody known, or "found", values
    of new candidates for `considering.add`, and "known", the ids of those whose name was written
    though they are in the journal already. None if cancelled.
    """
    day = clock.today()
    shown = needs.overview(journal, day)
    open_needs = [one.need for one in shown.open]
    covered = set(shown.coverage.covered_needs)
    everybody = [one.person for one in people.everybody(journal, day)]
    known = Known(
        sorted(open_needs, key=lambda one: (one.id in covered, -one.importance)),
        everybody, told_apart(journal, everybody, day))
    form = FindMentorForm(known, sought, need_id, parent)
    form.take = take
    form.keep_draft(journal, "find_mentor")
    form.lines.places()[0].setFocus()
    return form.values() if form.exec() else None


class FindMentorForm(FormDialog):
    """Choosing somebody known closes it at once; new names are added together."""

    def __init__(
        self, known: Known, sought: Sought | None = None, need_id: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Find a mentor"), parent, ok=tr("Add"))
        self._known, self._fixed = known, sought
        self._chosen = 0
        self._said = label("", "small", "muted", wrap=True)
        self.need: ChoiceBox | None = None
        if sought is None:
            first = str(need_id or (known.needs[0].id if known.needs else ""))
            self.need = self.add_field("need_id", tr("For"), ChoiceBox(_needs(known), first))
            self.need.chosen.connect(lambda _key: self._show_sought())
        else:
            self.add_wide(label(breakable(sought.title), "heading", wrap=True))
        self.add_wide(self._said)
        self.candidates = self.add_wide(Choices(tr("Candidates you have")))
        self._asks = self.add_wide(label("", "heading"))
        self._asks.setContentsMargins(0, theme.px(6), 0, 0)
        self.lines = self.add_wide(CandidateLines(known.people, known.called))
        self.known = self.add_wide(KnownNames(known.called))
        self.lines.setMinimumWidth(theme.px(WIDTH - 48))
        self.others = self.add_wide(Choices(
            tr("You know them already"), tr("Their strengths or roles sound like it.")))
        self.asking = self.add_wide(WhomToAsk())
        for choices in (self.candidates, self.others):
            choices.chosen.connect(self._choose)
        self.lines.changed.connect(self._changed)
        self.known.changed.connect(self._changed)
        self.lines.grown.connect(lambda: QTimer.singleShot(0, self, self._fit))
        self.setMinimumWidth(theme.px(WIDTH))
        self._show_sought()
        self.fill_in()

    # What is sought

    def sought(self) -> Sought:
        """What is looked for now."""
        if self._fixed is not None:
            return self._fixed
        key = self.need.current() if self.need is not None else ""
        need = next((one for one in self._known.needs if str(one.id) == key), None)
        return rules.of_need(need) if need is not None else Sought("")

    def _show_sought(self) -> None:
        found = self.sought()
        self._said.setText(breakable(found.detail[:MOST_LETTERS]))
        self._said.setVisible(bool(found.detail))
        standing = considering.standing(self._known.people)
        linked = next((set(one.person_ids) for one in self._known.needs
                       if one.id == found.need_id), set())
        standing.sort(key=lambda one: one.person.id not in linked)
        self.candidates.show_lines([
            KnownLine(one.person, _about(one), one.person.id in linked) for one in standing])
        by_id = {one.id: one for one in self._known.people}
        alike = [each for each in rules.matches(found, self._known.people)
                 if each.person_id not in linked]
        self._asks.setText(
            tr("Who else comes to mind?") if standing else tr("Who comes to mind?"))
        self.others.show_lines([
            KnownLine(by_id[each.person_id], each.why) for each in alike[:MOST_MATCHES]])
        self.asking.show_count(len(standing))
        if self.isVisible():
            QTimer.singleShot(0, self, self._fit)

    # What it gives

    def field_values(self) -> dict[str, Any]:
        return {**super().field_values(), "found": tuple(self.lines.said())}

    def fill_draft(self, values: Mapping[str, Any]) -> None:
        super().fill_draft(values)
        self._show_sought()
        self.lines.set_said([tuple(one) for one in values.get("found", ())])

    def draft_words(self, values: Mapping[str, Any]) -> str:
        return ", ".join(one[0] for one in values.get("found", ()))

    def values(self) -> dict[str, Any]:
        found = self.sought()
        if self._chosen:
            return {"need_id": found.need_id, "chosen": self._chosen}
        return {"need_id": found.need_id,
                "found": [{**found.values, **one}
                          for one in self.lines.records(self.known.keys())],
                "known": self.known.ids()}

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        if self._chosen:
            return {}
        if not self.lines.names():
            return {"": tr("Write a name, or choose somebody.") if self._offers() else
                    tr("Write a name.")}
        if self.lines.has_words_without_name():
            return {"": tr("Say who it is, or empty that line.")}
        for one in self.lines.records():
            for key in ("name", "admire_for", "suggested_by"):
                most = fields.limit("person", key)
                if len(one.get(key, "")) > most:
                    return {"": tr("One of the lines is too long; {most} characters fit.",
                                   most=f"{most:,}")}
        return {}

    def validate(self) -> bool:
        self.known.show_known(already_here(self.lines.names(), self._known.people))
        well = super().validate()
        names = self.lines.names()
        if well and not self._chosen:
            self._says.setText(_twice_words(self.lines.twice()))
        if well or not names:  # nothing is wrong with names that are still to come
            dress(self._says, "small", "muted")
        n, there = len(self.lines.records(self.known.keys())), len(self.known.ids())
        self.ok_button().setText(
            trn("Add {n} candidate", "Add {n} candidates", n) if n and not there else
            tr("Go on") if there and not n else tr("Add"))
        return well

    def _offers(self) -> bool:
        """Whether there is anybody to choose."""
        return not (self.candidates.isHidden() and self.others.isHidden())

    def _choose(self, person_id: int) -> None:
        self._chosen = person_id
        self.accept()
        if self.isVisible():  # the journal refused
            self._chosen = 0

    def _changed(self) -> None:
        self.validate()
        self.edited.emit()

    def _fit(self) -> None:
        """As high as it is full, or as the screen allows."""
        self.lines.layout().activate()
        self._body.layout().activate()
        self._scroll.updateGeometry()
        self.layout().invalidate()
        self.resize(self.width(), max(self.height(), self.sizeHint().height()))


def _twice_words(names: Sequence[str]) -> str:
    """Which names stand on two lines; "" when none does."""
    if not names:
        return ""
    return trn("{names} stands here twice and is added once.",
               "{names} stand here twice and are added once.", len(names),
               names=phrases.some([beginning(one, NAME_LETTERS) for one in names]))


def _needs(known: Known) -> list[tuple[str, str]]:
    return [*((str(one.id), beginning(one.text, NEED_LETTERS)) for one in known.needs),
            ("", tr("No need in particular"))]


def _about(one: considering.Candidate) -> str:
    """What a candidate is admired for, and who suggested them."""
    said = [
        tr("Admired for: {what}", what=one.person.admire_for) if one.person.admire_for else "",
        tr("Suggested by {name}", name=one.suggested_by) if one.suggested_by else "",
    ]
    return "\n".join(filter(None, said)) or tr("Nothing noted yet")

