"""Logging a contact: a name and Enter are enough; what it does to the rhythm is said at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.journal import keeping, people
from mentorjournal.journal.between import Contact
from mentorjournal.journal.contacts import NOBODY_ANSWERED
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring.keeping import effect_words
from mentorjournal.mentoring.vocabulary import CHANNELS, CONTACT_KINDS, label
from mentorjournal.models.namesakes import told_apart
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label as text_label
from mentorjournal.ui.widgets.people_field import PeopleField
from mentorjournal.ui.widgets.recent_day import RecentDay
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import tr, trn

REMOVE = "remove"  # the one value that is given when the contact is to go
MOST_EFFECTS = 3  # people of whom is said what it does to their rhythm


def ask_contact(
    parent: QWidget | None, journal: Journal, person_ids: Sequence[int] = (),
    take: Take | None = None,
) -> None:
    """Ask for a new contact; `take` is called with "people" and values for contacts.add_for."""
    form = ContactForm(journal, person_ids, parent=parent)
    form.take = take
    form.keep_draft(journal, "contact:new")
    form.exec()


def ask_contact_edit(
    parent: QWidget | None, journal: Journal, contact: Contact, take: Take | None = None
) -> None:
    """Show a contact; `take` is called with what was changed, for contacts.edit, or {"remove"}."""
    form = ContactForm(journal, (contact.person_id,), contact, parent)
    form.take = take
    form.keep_draft(journal, f"contact:{contact.id}")
    form.exec()


class ContactForm(FormDialog):
    """What is not said is taken for the usual: today, answered, begun by me, on their channel."""

    def __init__(
        self, journal: Journal, person_ids: Sequence[int] = (), contact: Contact | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Contact with {name}", name=people.get(journal, contact.person_id).short_name)
            if contact else tr("Log a contact"), parent, columns=2,
            ok=tr("Save") if contact else tr("Log it"),
            record=("contact", contact.id) if contact else None,
        )
        facts = people.everybody(journal, clock.today())
        self._everybody: dict[int, Person] = {one.person.id: one.person for one in facts}
        self._last: dict[int, date | None] = {
            one.person.id: one.last_touchpoint for one in facts}
        self._contact = contact
        self._usual_channel = ""
        self._follows = True  # the day of the answer is the day of the contact until it is set
        self._add_fields(told_apart(journal, self._everybody.values(), clock.today()))
        if contact is not None:
            self._last[contact.person_id] = keeping.last_touchpoint(
                journal, contact.person_id, clock.today(), without=contact.id)
            self._add_removing()
        self._wire()
        self._begin(person_ids)
        self._start = self.field_values()

    def _add_fields(self, called: Mapping[int, str]) -> None:
        everybody = list(self._everybody.values())
        self.people = self.add_field("people", tr("With whom"), PeopleField(
            everybody, called, most=1 if self._contact else 0), wide=True)
        self.line = self.add_field("line", tr("In one line, what it was about"), _line(), wide=True)
        self.day = self.add_field("date", tr("When"), RecentDay(), wide=True)
        kinds = [(one, label(one)) for one in CONTACT_KINDS
                 if one != NOBODY_ANSWERED or (self._contact and self._contact.kind == one)]
        self.kind = self.add_field("kind", tr("What it was"), ChoiceBox(kinds, "informal"))
        self.channel = self.add_field("channel", tr("How"), ChoiceBox(
            [("", tr("Not said")), *((one, label(one)) for one in CHANNELS)]))
        self.by = self.add_field("initiated_by", tr("Who began it"), Segmented([
            ("me", tr("I did")), ("mentor", tr("They did")), ("both", tr("Both"))], "me"))
        self.answered = self.add_field("answered", tr("Answered"), Segmented([
            ("yes", tr("Yes")), ("no", tr("Not yet"))], "yes"))
        self.occasion = self.add_field("occasion", tr("Occasion"), _line())
        self.answered_on = self.add_field(
            "answered_on", tr("Answered on"), DateField(optional=True))
        self._add_effect()

    def _add_effect(self) -> None:
        self._effect = QWidget()
        row = QHBoxLayout(self._effect)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self._sign = IconLabel("check-circle", "ok")
        self.effect = text_label("", "body", "ink2", wrap=True)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.effect, 1)
        self.add_wide(self._effect)

    def _add_removing(self) -> None:
        self.remove = Button(tr("Remove this contact"), "trash", "danger")
        self.remove.clicked.connect(self._remove)
        self.add_wide(self.remove)
        self._removes = False

    def _wire(self) -> None:
        self.people.entered.connect(self.accept)
        self.people.value_changed.connect(self._show_channel)
        self.day.value_changed.connect(self._follow)
        self.answered.chosen.connect(lambda _choice: self._show_answer())
        self.answered_on.userDateChanged.connect(self._set_by_hand)

    def _begin(self, person_ids: Sequence[int]) -> None:
        found = self._contact
        values: dict[str, Any] = {"people": tuple(person_ids), "kind": "informal",
                                  "initiated_by": "me", "answered": "yes"}
        if found is not None:
            self._follows = False
            values |= {
                "line": found.line, "date": found.date, "kind": found.kind or "other",
                "channel": found.channel or "", "occasion": found.occasion,
                "initiated_by": "mentor" if found.initiated_by == "mentee" else found.initiated_by,
                "answered": "yes" if found.answered else "no", "answered_on": found.answered_on,
            }
        self.fill_in(values)
        self._show_answer()
        self._follow()
        (self.line if person_ids else self.people).setFocus()

    # What it says -----------------------------------------------------------------------------

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        if self.people.wrong():
            wrong["people"] = self.people.wrong()
        elif not values["people"]:
            wrong["people"] = tr("Say who it was with.")
        if values["date"] > clock.today():
            wrong["date"] = tr("That day is still to come; a contact is logged once it was.")
        on = values["answered_on"]
        if values["answered"] == "yes" and on is not None and on < values["date"]:
            wrong["answered_on"] = tr("That is before the contact itself.")
        return wrong

    def validate(self) -> bool:
        well = super().validate()
        if hasattr(self, "effect"):
            self._say_effect()
        return well

    def values(self) -> dict[str, Any]:
        if self._contact is not None and self._removes:
            return {REMOVE: True}
        found = self.field_values()
        if self._contact is None:
            return _plain(found)
        changed = {key: value for key, value in found.items() if value != self._start[key]}
        if "answered" in changed:
            changed["answered_on"] = found["answered_on"]
        plain = _plain(changed)
        if "people" in plain:
            plain["person_id"] = plain.pop("people")[0]
        if plain.get("initiated_by") == "mentor" and self._is_mentee(found["people"]):
            plain["initiated_by"] = "mentee"
        return plain

    def _is_mentee(self, ids: Sequence[int]) -> bool:
        return any(self._everybody[one].standing == "mentee" for one in ids)

    def _say_effect(self) -> None:
        """What it does to the rhythm with each of those named."""
        values = self.field_values()
        counts = values["answered"] == "yes" and values["kind"] != NOBODY_ANSWERED
        named = [self._everybody[one] for one in values["people"]]
        said = []
        for one in named[:MOST_EFFECTS]:
            effect = effect_words(
                self._last[one.id], values["date"], counts, clock.today(),
                values["initiated_by"] != "mentor")
            said.append(effect if len(named) == 1 or not counts else tr(
                "{name}: {effect}", name=one.short_name, effect=effect))
        if not counts:
            said = said[:1]
        elif len(named) > MOST_EFFECTS:
            said.append(trn("And {n} more.", "And {n} more.", len(named) - MOST_EFFECTS))
        self.effect.setText("\n".join(said))
        self._sign.set_icon(*(("check-circle", "ok") if counts else ("hourglass-medium", "muted")))
        self._effect.setVisible(bool(said) and values["date"] <= clock.today())

    # What follows from what -------------------------------------------------------------------

    def _show_channel(self) -> None:
        """Their own channel, as long as no other one was chosen."""
        if self._contact is not None or self.channel.current() != self._usual_channel:
            return
        first = next(iter(self.people.value()), None)
        self._usual_channel = (self._everybody[first].channel or "") if first is not None else ""
        self.channel.set_current(self._usual_channel)

    def _show_answer(self) -> None:
        self.set_field_shown("answered_on", self.answered.current() == "yes")

    def _follow(self) -> None:
        if self._follows:
            self.answered_on.blockSignals(True)
            self.answered_on.set_day(self.day.value())
            self.answered_on.blockSignals(False)
            self.validate()

    def _set_by_hand(self) -> None:
        if self.answered_on.hasFocus() or self.answered_on.day() != self.day.value():
            self._follows = False

    def _remove(self) -> None:
        self._removes = True
        self.accept()


def _line() -> QLineEdit:
    made = QLineEdit()
    made.setMaxLength(LONGEST_LINE)  # a long text is refused in words, never cut
    return made


def _plain(found: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a form as the journal takes them."""
    plain = dict(found)
    for key in ("line", "occasion", "channel"):
        if key in plain:
            plain[key] = plain[key] or None
    if "answered" in plain:
        plain["answered"] = plain["answered"] == "yes"
        if not plain["answered"]:
            plain["answered_on"] = None
    return plain
