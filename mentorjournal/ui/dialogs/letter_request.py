"""Asking for a letter, as a form: who, for what, by when, how it is sent, and what its kind needs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.journal import fields, goals, letters, people
from mentorjournal.journal.between import Letter
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import letter_kinds
from mentorjournal.mentoring import letters as rules
from mentorjournal.mentoring import vocabulary as v
from mentorjournal.mentoring.vocabulary import label
from mentorjournal.models.namesakes import told_apart
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.person_box import PersonBox
from mentorjournal.words import tr

LINES = ("target", "addressed_to")  # columns with one line
TEXTS = ("identifiers", "length_and_form", "criteria", "method_note", "others_writing")
_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


def ask_request(
    parent: QWidget | None, journal: Journal, letter: Letter | None = None,
    values: Mapping[str, Any] | None = None, take: Take | None = None,
) -> dict[str, Any] | None:
    """Values for `letters.add` or `edit`, with "details" among them; None if cancelled.

    `values` are what is known of a new one, such as `target` or `writer_id`.
    """
    form = RequestForm(journal, letter, values, parent)
    form.take = take
    form.keep_draft(journal, f"letter:{letter.id if letter else 'new'}")
    return form.values() if form.exec() else None


class RequestForm(FormDialog):
    """Only who writes and for what are needed; the kind brings its own fields."""

    def __init__(
        self, journal: Journal, letter: Letter | None = None,
        values: Mapping[str, Any] | None = None, parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Edit request") if letter else tr("New request"), parent,
            ok="" if letter else tr("Add"), columns=2,
            record=("letter", letter.id) if letter else None)
        self._letter = letter
        names = [one.person for one in people.everybody(journal, clock.today())]
        self._called = told_apart(journal, names, clock.today())
        self._build_first(names)
        self._build_sending()
        self._build_kinds()
        self.add_field("goal_id", tr("Towards the goal"), ChoiceBox(
            _goals(journal, letter.goal_id if letter else None)))
        self._details = letters.details(journal, letter.id) if letter else {}
        self.edited.connect(self._follow)
        self._start(values or {})
        self._follow()
        writer_first = letter is None and not (values or {}).get("writer_id")
        (self.writer if writer_first else self.field("target")).setFocus()

    # What it is made of -----------------------------------------------------------------------

    def _build_first(self, names: list[Any]) -> None:
        self.writer = self.add_field("writer", tr("Who writes it"), PersonBox(names, self._called))
        self.writer.lineEdit().editingFinished.connect(self.writer.write_out)
        self.kind = self.add_field("kind", tr("Kind of letter"), ChoiceBox(
            [("", tr("Not said")), *((one, label(one)) for one in v.LETTER_KINDS)]))
        self._line("target", tr("For what"), tr("Such as: Harrow Bay K12 Scholar programme"),
                   wide=True)
        self.deadline = self.add_field("deadline", tr("Letter due"), DateField(optional=True),
                                       hint=tr("Delete leaves it open."))
        self._line("deadline_time", tr("Time, if there is one"), tr("Such as 17:00"))
        self.zone = self.add_field("zone", tr("On whose clock"), _zones())
        self._line("addressed_to", tr("Addressed to"), tr("Such as: The Selection Committee"))

    def _build_sending(self) -> None:
        self.add_field("method", tr("How to send"), ChoiceBox(
            [("", tr("Not said")), *((one, label(one)) for one in v.LETTER_METHODS)]))
        self.add_field("waived", tr("Right to see it"), ChoiceBox(
            [("", tr("Not said")), ("yes", tr("I waive it")), ("no", tr("I keep it")),
             ("not_asked", tr("Nobody asks"))]), hint=letter_kinds.waiver_words(None))
        self._text("method_note", tr("More about sending it"), 1)
        self._text("length_and_form", tr("Length and form"), 1)
        self._text("criteria", tr("What the readers look for"), 2,
                   tr("One a line, in their own words"))
        self._text("identifiers", tr("Numbers and references"), 1)

    def _build_kinds(self) -> None:
        """A field for each thing some kind needs; only those of the kind chosen are shown."""
        self._of_kind: dict[str, str] = {}
        known = {part.name: part for kind in v.LETTER_KINDS for part in letter_kinds.parts(kind)}
        for name, part in known.items():
            if part.detail:
                key = f"detail:{name}"
                self._of_kind[name] = key
                if part.choices:
                    box = ChoiceBox([("", tr("Not said")), *((one, one) for one in part.choices)])
                    self.add_field(key, part.words, box, wide=True, hint=part.hint)
                else:
                    self.add_field(key, part.words, GrowingText(quiet=False, most_lines=6),
                                   wide=True, hint=part.hint)
        self._of_kind["others_writing"] = "others_writing"
        self._text("others_writing", tr("Who else writes"), 1,
                   tr("Who, and what each speaks to"))

    def _line(self, key: str, words: str, example: str, *, wide: bool = False) -> None:
        field = QLineEdit(placeholderText=example)
        field.setMaxLength(LONGEST_LINE)
        self.add_field(key, words, field, wide=wide)

    def _text(self, key: str, words: str, least: int, hint: str = "") -> None:
        self.add_field(key, words, GrowingText(quiet=False, least_lines=least, most_lines=8),
                       wide=True, hint=hint)

    def _start(self, values: Mapping[str, Any]) -> None:
        one = self._letter
        shown = dict(values)
        if one is not None:
            shown = {name: getattr(one, name) for name in (
                "kind", "target", "deadline", "deadline_time", "zone", "addressed_to", "method",
                "waived", "goal_id", *TEXTS)}
            shown["writer_id"] = one.writer_id
        writer = shown.pop("writer_id", None)
        if writer in self._called:
            shown["writer"] = self._called[writer]
        shown["goal_id"] = str(shown.get("goal_id") or "")
        shown |= {f"detail:{name}": text for name, text in self._details.items()}
        for name, text in self._details.items():  # what was written otherwise stays a choice
            box = self.field(f"detail:{name}") if name in self._of_kind else None
            if isinstance(box, ChoiceBox) and box.findData(text) < 0:
                box.addItem(text, text)
        self.fill_in({"deadline": None, **shown})

    # What follows from what -------------------------------------------------------------------

    def _follow(self) -> None:
        values = self.field_values()
        wanted = {part.name for part in letter_kinds.parts(values["kind"])}
        for name, key in self._of_kind.items():
            shown = name in wanted or (name == "others_writing" and bool(values[key]))
            if self.field(key).isHidden() == shown:
                self.set_field_shown(key, shown)
        self.set_hint("waived", letter_kinds.waiver_words(values["waived"]))
        self.set_hint("deadline", self._lead(values))

    def _lead(self, values: Mapping[str, Any]) -> str:
        """How long the writer has, from the day of asking or from today."""
        due = values["deadline"]
        if due is None:
            return tr("Delete leaves it open.")
        asked = self._letter.asked_on if self._letter and self._letter.asked_on else clock.today()
        days = (due - asked).days
        return tr("{lead}.", lead=rules.lead_words(days)) if days >= 0 else tr(
            "That day has passed.")

    def fill_draft(self, values: Mapping[str, Any]) -> None:
        super().fill_draft(values)
        self._follow()

    # What it gives ----------------------------------------------------------------------------

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        if self.writer.person() is None:
            wrong["writer"] = tr("Choose who writes it; who is not in the journal yet is added on "
                                 "the network map.")
        if not values["target"]:
            wrong["target"] = tr("Say what the letter is for.")
        for key in LINES:
            most = fields.limit("letter", key)
            if len(values[key]) > most:
                wrong[key] = tr("That is too long; {most} characters fit.", most=most)
        if values["deadline_time"] and not _TIME.fullmatch(values["deadline_time"]):
            wrong["deadline_time"] = tr("Write it as 17:00.")
        elif values["deadline_time"] and values["deadline"] is None:
            wrong["deadline_time"] = tr("A time needs a day.")
        if values["zone"] and values["zone"] not in available_timezones():
            wrong["zone"] = tr("Choose a place from the list, such as America/New_York.")
        return wrong

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        writer = self.writer.person()
        given: dict[str, Any] = {
            name: found[name] or None for name in (
                "kind", "target", "deadline", "zone", "method", "waived", "addressed_to", *TEXTS)}
        given |= {
            "writer_id": writer.id if writer else None,
            "deadline_time": _clock(found["deadline_time"]),
            "goal_id": int(found["goal_id"]) if found["goal_id"] else None,
        }
        parts = letter_kinds.parts(found["kind"])
        given["details"] = {part.name: found[f"detail:{part.name}"]
                            for part in parts if part.detail}
        return given


def _clock(text: str) -> str | None:
    """A time as the journal keeps it, "HH:MM"."""
    found = _TIME.fullmatch(text or "")
    return f"{int(found[1]):02}:{found[2]}" if found else None


def _zones() -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(["", *sorted(one for one in available_timezones() if "/" in one
                              and not one.startswith(("Etc/", "posix/", "right/", "SystemV/")))])
    box.setMaxVisibleItems(12)
    box.setMinimumContentsLength(16)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.lineEdit().setPlaceholderText(tr("Mine ({zone})", zone=clock.zone_name()))
    box.completer().setFilterMode(Qt.MatchFlag.MatchContains)
    box.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    box.completer().popup().setObjectName("completions")
    return box


def _goals(journal: Journal, goal_id: int | None) -> list[tuple[str, str]]:
    """The goals that are worked on, and the one it belongs to now."""
    found = {one.id: one for one in goals.active(journal)}
    found |= goals.with_ids(journal, [goal_id] if goal_id else [])
    return [("", tr("None")), *((str(one.id), one.text[:120]) for one in found.values())]
