"""Advice that worked for me: its words, who gave it, when it helps; and to whom I passed it on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from mentorjournal import clock
from mentorjournal.journal import fields, people
from mentorjournal.journal.advice import Piece
from mentorjournal.journal.journal import Journal
from mentorjournal.models.namesakes import told_apart
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import beginning
from mentorjournal.ui.widgets.person_box import PersonBox
from mentorjournal.words import tr


def ask_advice(
    parent: QWidget | None, journal: Journal, values: Mapping[str, Any] | None = None,
    piece: Piece | None = None, take: Take | None = None,
) -> dict[str, Any] | None:
    """Values for `advice.add`, beginning with `values`, or for `advice.edit`; None if cancelled."""
    form = AdviceForm(journal, values, piece, parent)
    form.take = take
    form.keep_draft(journal, f"advice:{piece.advice.id if piece else 'new'}")
    return form.values() if form.exec() else None


def ask_pass_on(
    parent: QWidget | None, journal: Journal, piece: Piece, take: Take | None = None
) -> dict[str, Any] | None:
    """`person_id` (None for somebody not in the journal) and `day`; None if cancelled."""
    form = PassOnForm(journal, piece, parent)
    form.take = take
    return form.values() if form.exec() else None


class AdviceForm(FormDialog):
    """Only the words are needed."""

    def __init__(
        self, journal: Journal, values: Mapping[str, Any] | None = None,
        piece: Piece | None = None, parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Edit advice") if piece else tr("Add advice that worked for you"), parent,
            ok="" if piece else tr("Add"), columns=2,
            record=("advice", piece.advice.id) if piece else None,
        )
        self.add_field("text", tr("The advice"), GrowingText(
            tr("In their words, as you remember them"), quiet=False, least_lines=2, most_lines=8,
            longest=fields.limit("advice", "text")), wide=True)
        everybody = [one.person for one in people.everybody(journal, clock.today())]
        called = told_apart(journal, everybody, clock.today())
        self.giver = self.add_field("giver", tr("Who gave it"), PersonBox(everybody, called),
                                    hint=tr("Somebody in the journal, or any other name."))
        self.add_field("date", tr("When"), DateField(optional=True))
        self.add_field("when_it_helps", tr("When it helps"), GrowingText(
            tr("Such as: when somebody says yes in a corridor"), quiet=False, most_lines=5,
            longest=fields.limit("advice", "when_it_helps")), wide=True)
        self.fill_in(_shown(values, piece))
        person_id = piece.advice.person_id if piece else (values or {}).get("person_id")
        if person_id:
            self.giver.choose(person_id)
        self.field("text").setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        if not values["text"]:
            wrong["text"] = tr("Write down the advice.")
        most = fields.limit("advice", "credited_to")
        if len(values["giver"]) > most:
            wrong["giver"] = tr("That is too long; {most} characters fit.", most=most)
        return wrong

    def values(self) -> dict[str, Any]:
        said, giver = self.field_values(), self.giver.person()
        return {
            "text": said["text"], "date": said["date"],
            "when_it_helps": said["when_it_helps"] or None,
            "person_id": giver.id if giver else None,
            "credited_to": None if giver else said["giver"] or None,
        }


def _shown(values: Mapping[str, Any] | None, piece: Piece | None) -> dict[str, Any]:
    if piece is None:
        given = dict(values or {})
        return {"date": clock.today(), **given, "giver": given.get("credited_to") or ""}
    one = piece.advice
    return {"text": one.text, "giver": one.credited_to or "", "date": one.date,
            "when_it_helps": one.when_it_helps or ""}


class PassOnForm(FormDialog):
    """To whom a piece was passed on, and when."""

    def __init__(self, journal: Journal, piece: Piece, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Pass it on"), parent, ok=tr("Passed on"), columns=2,
            intro=tr("“{text}”", text=beginning(piece.advice.text, 300)))
        everybody = [one.person for one in people.everybody(journal, clock.today())]
        called = told_apart(journal, everybody, clock.today())
        mine = [one for one in everybody if one.direction == "mentee"]
        others = [one for one in everybody if one.direction != "mentee"]
        known = {use.person_id for use in piece.uses}
        mine.sort(key=lambda one: (one.id in known, one.stage == "closed"))
        self.add_field("who", tr("To whom"), ChoiceBox([
            *((str(one.id), called[one.id]) for one in mine),
            ("", tr("Somebody who is not in this journal")),
            *((str(one.id), called[one.id]) for one in others),
        ]))
        self.add_field("day", tr("On"), DateField())
        self.fill_in({"day": clock.today(), "who": str(mine[0].id) if mine else ""})
        self.field("who").setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        if values["day"] > clock.today():
            return {"day": tr("That day is still to come.")}
        return {}

    def values(self) -> dict[str, Any]:
        said = self.field_values()
        return {"person_id": int(said["who"]) if said["who"] else None, "day": said["day"]}
