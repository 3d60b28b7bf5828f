"""A new meeting, or another time for one: with whom, when, for how long, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from mentorjournal import clock
from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Meeting, Person
from mentorjournal.mentoring import vocabulary
from mentorjournal.models.namesakes import told_apart
from mentorjournal.store.search import fold
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField, TimeField
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.number_field import NumberField
from mentorjournal.ui.widgets.person_box import PersonBox
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import clock_time, family_first, short_day, tr

PRESETS = (15, 30, 45, 60)  # minutes
LEAST, MOST = 5, 480  # minutes; what the journal takes
USUAL_MINUTES = 30
LATEST_YEAR = 2199


def ask_meeting(
    parent: QWidget | None, journal: Journal, person_id: int | None = None,
    meeting: Meeting | None = None, take: Take | None = None,
) -> dict[str, Any] | None:
    """Values for `meetings.add` (with `status` "held" for one that took place), or None.

    With `meeting`, its new `starts_at`, `planned_minutes`, `mode`, `place`, `link` and `purpose`.
    """
    form = MeetingForm(journal, person_id, meeting, parent)
    form.take = take
    form.keep_draft(journal, f"meeting:{meeting.id if meeting else 'new'}")
    return form.values() if form.exec() else None


class MinutesField(QWidget):
    """The usual lengths side by side, and a number for any other."""

    value_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presets = Segmented([(str(n), str(n)) for n in PRESETS])
        self.number = NumberField(LEAST, MOST, suffix=tr(" min"))
        self.number.setSingleStep(5)
        self.number.setAccessibleName(tr("Minutes"))
        self.number.valueChanged.connect(self._changed)
        self.presets.chosen.connect(lambda key: self.number.setValue(int(key)))
        parts = QHBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(theme.px(8))
        parts.addWidget(self.presets)
        parts.addWidget(self.number, 1)
        self.setFocusProxy(self.number)
        self.set_value(USUAL_MINUTES)

    def value(self) -> int:
        """The minutes."""
        return self.number.value()

    def set_value(self, value: int) -> None:
        """Show other minutes."""
        self.number.setValue(value)
        self._changed(value)

    def _changed(self, value: int) -> None:
        self.presets.set_current(str(value))
        self.value_changed.emit()


class MeetingForm(FormDialog):
    """What is left out of it comes from the person: usual place, link and way of meeting."""

    def __init__(
        self, journal: Journal, person_id: int | None = None, meeting: Meeting | None = None,
        parent: QWidget | None = None,
    ) -> None:
        names = [facts.person for facts in people.everybody(journal, clock.today())]
        moved = next((p for p in names if meeting and p.id == meeting.person_id), None)
        super().__init__(
            tr("Move the meeting with {name}", name=moved.short_name) if moved
            else tr("New meeting"),
            parent, ok=tr("Move") if meeting else tr("Arrange"), columns=2,
            record=("meeting", meeting.id) if meeting else None,
        )
        self._meeting, self._moved = meeting, moved
        self._filled: dict[str, str] = {"place": "", "link": ""}
        if meeting is None:
            box = PersonBox(_ordered(names), told_apart(journal, names, clock.today()))
            self.person = self.add_field("person", tr("With"), box, wide=True)
            box.lineEdit().editingFinished.connect(box.write_out)
        self.day = self.add_field("day", tr("Day"), DateField())
        self.time = self.add_field("time", tr("Time"), TimeField())
        self.minutes = self.add_field("minutes", tr("How long"), MinutesField(), wide=True)
        modes = [(one, vocabulary.label(one)) for one in vocabulary.MEETING_MODES]
        self.mode = self.add_field("mode", tr("How"), Segmented(modes, "in_person"))
        purposes = [(one, vocabulary.label(one)) for one in vocabulary.PURPOSES]
        self.purpose = self.add_field("purpose", tr("Purpose"), ChoiceBox(purposes, "regular"))
        self.place = self.add_field("place", tr("Place"), _line())
        self.link = self.add_field("link", tr("Link or number"), _line())
        self.held = self.add_check("held", QCheckBox(tr("It took place: note it as held")))
        self.held.setVisible(False)
        self._wire()
        self._begin(person_id)

    def _wire(self) -> None:
        for signal in (self.day.dateChanged, self.time.timeChanged, self.minutes.value_changed):
            signal.connect(self._time_changed)
        self.mode.chosen.connect(lambda _mode: self._show_places())
        self.held.toggled.connect(self._show_deed)
        if self._meeting is None:
            self.person.currentTextChanged.connect(self._person_changed)

    def _begin(self, person_id: int | None) -> None:
        old = self._meeting
        if old is not None:
            self.fill_in({
                "day": old.day, "time": old.starts_at.time(), "minutes": old.planned_minutes,
                "mode": old.mode or "in_person", "place": old.place, "link": old.link,
                "purpose": old.purpose or "regular",
            })
            self._filled = {"place": old.place or "", "link": old.link or ""}
            self.day.setFocus()
            return
        self.fill_in({"day": _in_a_week(clock.today()), "time": time(10)})
        if person_id is not None:
            self.person.choose(person_id)
            self._person_changed()
        (self.day if person_id is not None else self.person).setFocus()
        self._time_changed()

    def starts_at(self) -> datetime:
        """When it begins."""
        return datetime.combine(self.day.day() or clock.today(), self.time.moment())

    def has_passed(self) -> bool:
        """Whether the planned time lies in the past."""
        end = self.starts_at() + timedelta(minutes=self.minutes.value())
        return end < clock.now().replace(tzinfo=None)

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        wrong = {}
        if self._meeting is None and self.person.person() is None:
            wrong["person"] = (
                tr("Nobody of that name is in your network yet. Add them there first.")
                if values["person"] else tr("Say with whom.")
            )
        if self._meeting is not None and self.has_passed():
            wrong["day"] = tr("That time has passed; choose one still to come.")
        for name, words in (("place", tr("place")), ("link", tr("link"))):
            if len(values[name]) > 300:
                wrong[name] = tr("The {what} is too long; 300 characters fit.", what=words)
        return wrong

    def values(self) -> dict[str, Any]:
        found = self.field_values()
        values = {
            "starts_at": self.starts_at(), "planned_minutes": self.minutes.value(),
            "mode": found["mode"] or None, "purpose": found["purpose"],
            "place": found["place"] or None, "link": found["link"] or None,
        }
        if self._meeting is None:
            whom = self.person.person()
            assert whom is not None  # check() lets nobody through without
            values["person_id"] = whom.id
            if self.has_passed() and self.held.isChecked():
                values["status"] = "held"
        return values

    def _time_changed(self) -> None:
        end = self.starts_at() + timedelta(minutes=self.minutes.value())
        until = clock_time(end)
        if end.date() != self.starts_at().date():
            until = tr("{time}, {day}", time=until, day=short_day(end.date()))
        self.set_hint("minutes", tr("Until {time}", time=until))
        passed = self.has_passed() and self._meeting is None
        if passed != (not self.held.isHidden()):
            self.held.setVisible(passed)
            self.held.setChecked(passed)
            self._show_deed()
        self.set_hint("day", tr("This day has passed.") if passed else "")

    def _person_changed(self) -> None:
        """Fill in how and where one usually meets them, unless something else was typed."""
        whom = self.person.person()
        if whom is None:
            return
        self.mode.set_current(_usual_mode(whom))
        self.purpose.set_current("getting_to_know" if whom.standing == "candidate" else "regular")
        self._show_places()

    def _show_places(self) -> None:
        """The usual place, or the usual link, as the way of meeting asks for."""
        whom = self.person.person() if self._meeting is None else self._moved
        here = self.mode.current() in ("in_person", "other")
        for field, name, usual in (
            (self.place, "place", whom.usual_place if whom and here else None),
            (self.link, "link", whom.usual_link if whom and not here else None),
        ):
            if field.text() == self._filled[name]:
                self._filled[name] = usual or ""
                field.setText(usual or "")
                field.setCursorPosition(0)
        self.validate()

    def _show_deed(self) -> None:
        if self._meeting is None:
            noting = not self.held.isHidden() and self.held.isChecked()
            self.ok_button().setText(tr("Note it") if noting else tr("Arrange"))


def _ordered(names: Sequence[Person]) -> list[Person]:
    """By name, those from the past last."""
    return sorted(names, key=lambda one: (one.standing == "past", fold(family_first(one.name))))


def _usual_mode(whom: Person) -> str:
    if whom.channel in vocabulary.MEETING_MODES and whom.channel != "other":
        return str(whom.channel)
    return "video" if whom.usual_link and not whom.usual_place else "in_person"


def _in_a_week(today: date) -> date:
    """A week from today, or the Monday after when that is a weekend."""
    if today.year >= LATEST_YEAR:
        return today
    day = today + timedelta(days=7)
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def _line() -> QLineEdit:
    return QLineEdit()
