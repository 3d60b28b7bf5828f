"""Keeping in touch: pausing with somebody, a day to be reminded on or to speak, and the rhythm."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.field_values import LONGEST_LINE
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.rhythm_field import RhythmField
from mentorjournal.words import tr

PAUSE_DAYS, SNOOZE_DAYS = 28, 14  # what the forms begin with


def ask_pause(
    parent: QWidget | None, journal: Journal, person_id: int, take: Take | None = None
) -> None:
    """`take` is called with "until", "why", and whether that is for "everybody"."""
    form = PauseForm(people.get(journal, person_id), parent)
    form.take = take
    form.keep_draft(journal, f"pause:{person_id}")
    form.exec()


def ask_snooze(
    parent: QWidget | None, journal: Journal, person_id: int, take: Take | None = None
) -> None:
    """`take` is called with "until", for keeping.snooze."""
    one = people.get(journal, person_id)
    form = DayForm(
        tr("Remind me of {name} later", name=one.short_name), tr("Quiet until"),
        clock.today() + timedelta(SNOOZE_DAYS), parent, least=1, key="until",
        intro=tr("The days since you spoke go on; only the reminder is quiet."))
    form.take = take
    form.exec()


def ask_later(parent: QWidget | None, title: str, take: Take | None = None) -> None:
    """Until when something else is to be quiet; `take` is called with "until"."""
    form = DayForm(
        tr("Show it again later"), tr("Show it again on"),
        clock.today() + timedelta(SNOOZE_DAYS), parent, least=1, key="until", intro=title[:300])
    form.take = take
    form.exec()


def ask_next(
    parent: QWidget | None, journal: Journal, person_id: int, take: Take | None = None
) -> None:
    """`take` is called with "day", which may be None, for keeping.set_next."""
    one = people.get(journal, person_id)
    form = DayForm(
        tr("Next date with {name}", name=one.short_name), tr("When to be in touch"),
        one.next_contact_on, parent, least=0, key="day", optional=True)
    form.take = take
    form.exec()


def ask_rhythm(
    parent: QWidget | None, journal: Journal, person_id: int, take: Take | None = None
) -> None:
    """`take` is called with "days" and "agreed_on", which may be None, for keeping.set_rhythm."""
    form = RhythmForm(people.get(journal, person_id), parent)
    form.take = take
    form.exec()


class PauseForm(FormDialog):
    """Until when, and for what."""

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Pause with {name}", name=person.short_name), parent, ok=tr("Pause"),
            intro=tr("For leave, a rotation or the weeks before a grant. Nobody is overdue while "
                     "it lasts, and the rhythm begins afresh afterwards."))
        self.until = self.add_field("until", tr("Until"), DateField())
        why = QLineEdit()
        why.setMaxLength(LONGEST_LINE)
        why.setPlaceholderText(tr("Parental leave, rotation, grant weeks …"))
        self.why = self.add_field("why", tr("For what"), why)
        self.everybody = self.add_check(
            "everybody", QCheckBox(tr("With everybody, as when I am away myself")))
        known = person.paused_until
        coming = known if known and known > clock.today() else None
        self.fill_in({"until": coming or clock.today() + timedelta(PAUSE_DAYS),
                      "why": person.paused_for if coming else ""})
        self.until.setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        return _later_than_today("until", values["until"])

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        return {**found, "why": found["why"] or None}


class DayForm(FormDialog):
    """One day."""

    def __init__(
        self, title: str, words: str, day: date | None, parent: QWidget | None = None, *,
        key: str, least: int, optional: bool = False, intro: str = "",
    ) -> None:
        """`least` is how many days from today the day must be."""
        super().__init__(title, parent, intro=intro)
        self._key, self._least = key, least
        self.day = self.add_field(key, words, DateField(optional=optional),
                                  hint=tr("Delete leaves it open.") if optional else "")
        self.fill_in({key: day})
        self.day.setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        day = values[self._key]
        if self._least:
            return _later_than_today(self._key, day)
        if day is not None and day < clock.today():
            return {self._key: tr("That day has passed; choose one still to come.")}
        return {}


class RhythmForm(FormDialog):
    """How often, and since when that is agreed."""

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(tr("Rhythm with {name}", name=person.short_name), parent)
        self.days = self.add_field("days", tr("In touch every"), RhythmField())
        self.agreed_on = self.add_field(
            "agreed_on", tr("Agreed on"), DateField(optional=True),
            hint=tr("Leave it open until you have agreed on it together."))
        self.fill_in({"days": person.cadence_days,
                      "agreed_on": person.cadence_agreed_on or clock.today()})
        self.days.setFocus()

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        agreed = values["agreed_on"]
        if agreed is not None and agreed > clock.today():
            return {"agreed_on": tr("That day is still to come.")}
        return {}

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        return found if found["days"] else {"days": None, "agreed_on": None}


def _later_than_today(key: str, day: date) -> Mapping[str, str]:
    return {} if day > clock.today() else {key: tr("Choose a day after today.")}
