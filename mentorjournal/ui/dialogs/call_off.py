"""Putting a meeting off with a kind note, or calling it off: by whom, why, with how much notice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from mentorjournal import clock
from mentorjournal.journal import me, meetings, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Me, Meeting, Person
from mentorjournal.mentoring.agenda import SHORT_MINUTES, cancel_advice, postpone_note
from mentorjournal.mentoring.pronouns import said
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.date_field import DateField, TimeField
from mentorjournal.ui.widgets.form_dialog import FormDialog
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.ui.widgets.number_field import NumberField
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import clock_time, long_day, tr

MOST_HOURS = 87_600  # ten years; what the journal takes
NEXT_WEEK = timedelta(days=7)


def ask_postpone(
    parent: QWidget | None, journal: Journal, meeting: Meeting
) -> dict[str, Any] | None:
    """None, {"shorten": minutes}, or what `meetings.postpone` takes and the note:

    `to` (datetime or None), `by`, `why`, `notice_hours`, and `note` with `save_note` when it is to
    be kept as an email draft.
    """
    form = PostponeForm(
        me.get(journal), people.get(journal, meeting.person_id), meeting, parent
    )
    form.keep_draft(journal, f"postpone:{meeting.id}")
    return form.values() if form.exec() else None


def ask_cancel(
    parent: QWidget | None, journal: Journal, meeting: Meeting
) -> dict[str, Any] | None:
    """None, {"shorten": minutes}, or what `meetings.cancel` takes: `by`, `why`, `notice_hours`."""
    form = CancelForm(people.get(journal, meeting.person_id), meeting, parent)
    form.keep_draft(journal, f"cancel:{meeting.id}")
    return form.values() if form.exec() else None


class CallOffForm(FormDialog):
    """What both have: who asked, how much notice, and a shorter meeting where that is kinder."""

    def __init__(
        self, title: str, ok: str, person: Person, meeting: Meeting, parent: QWidget | None
    ) -> None:
        super().__init__(title, parent, ok=ok, columns=2, intro=tr(
            "{day}, {time}", day=long_day(meeting.day), time=clock_time(meeting.starts_at)))
        self.person, self.meeting = person, meeting
        self._shorten = False
        self.hours = int(min(MOST_HOURS, max(0.0, meetings.hours_until(meeting, clock.now()))))
        spoken = said(person.short_name, person.pronouns)
        self.advice = NoticeStrip(icon_name="clock")
        self.advice.acted.connect(self._keep_short)
        self.add_wide(self.advice)
        self.by = self.add_field("by", tr("Who asked"), Segmented(
            [("me", tr("I did")), ("mentor", tr("{They} did", They=spoken.opening))], "me"))
        hours = NumberField(0, MOST_HOURS, suffix=tr(" h"))
        self.notice = self.add_field("notice", tr("Notice"), hours)
        self.notice.valueChanged.connect(self._show_advice)
        self.by.chosen.connect(self._show_advice)

    def values(self) -> dict[str, Any]:
        if self._shorten:
            return {"shorten": SHORT_MINUTES}
        found = self.field_values()
        return {
            "by": found["by"] or "me", "why": found["why"] or None,
            "notice_hours": float(found["notice"]),
        }

    def _show_advice(self) -> None:
        """Below a day of my own notice, a shorter meeting is suggested; never forced."""
        mine = self.by.current() != "mentor"
        advice = cancel_advice(self.notice.value())
        can_shorten = self.meeting.planned_minutes > SHORT_MINUTES
        shown = mine and advice.suggests_shortening
        self.advice.set_words("", advice.sentence, tr(
            "Shorten to {n} min", n=SHORT_MINUTES) if can_shorten else "")
        self.advice.setVisible(shown)

    def _keep_short(self) -> None:
        self._shorten = True
        self.done(self.DialogCode.Accepted)


class PostponeForm(CallOffForm):
    """With a note that can be changed, copied, or kept as a draft."""

    def __init__(
        self, myself: Me, person: Person, meeting: Meeting, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Postpone the meeting with {name}", name=person.short_name), tr("Postpone"),
            person, meeting, parent,
        )
        self.agreed = self.add_check("agreed", QCheckBox(tr("A new time is agreed")))
        self.day = self.add_field("day", tr("New day"), DateField())
        self.time = self.add_field("time", tr("New time"), TimeField())
        self.why = self.add_field("why", tr("Why, for yourself"), GrowingText(
            tr("Only in your journal"), quiet=False, most_lines=4), wide=True)
        self.note = self.add_field("note", tr("A kind note"), GrowingText(
            quiet=False, least_lines=4, most_lines=12), wide=True)
        self.copy = Button(tr("Copy the note"), "copy", "row")
        self.copy.clicked.connect(self._copy)
        self.add_wide(self.copy)
        self.save = self.add_check("save", QCheckBox(tr("Keep the note as an email draft")))
        self.agreed.toggled.connect(self._show_new_time)
        self.by.chosen.connect(lambda _by: self._show_note())
        self.fill_in({
            "notice": self.hours, "note": postpone_note(myself, person, meeting),
            "day": max(meeting.day, clock.today()) + NEXT_WEEK,
            "time": meeting.starts_at.time(), "save": False,
        })
        self._show_new_time(False)
        self._show_advice()
        self.agreed.setFocus()

    def to(self) -> datetime | None:
        """The new time, None while it is open."""
        if not self.agreed.isChecked():
            return None
        return datetime.combine(self.day.day() or clock.today(), self.time.moment())

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        new = self.to()
        if new is not None and new < clock.now().replace(tzinfo=None):
            return {"day": tr("That time has passed; choose one still to come.")}
        if new is not None and new == self.meeting.starts_at:
            return {"day": tr("That is the time it has now.")}
        return {}

    def values(self) -> dict[str, Any]:
        values = super().values()
        if "shorten" in values:
            return values
        mine = self.by.current() != "mentor"
        note = self.note.text().strip() if mine else ""
        return {**values, "to": self.to(), "note": note,
                "save_note": bool(note) and self.save.isChecked()}

    def _show_new_time(self, on: bool) -> None:
        for field in (self.day, self.time):
            field.setEnabled(on)

    def _show_note(self) -> None:
        mine = self.by.current() != "mentor"
        for part in (self.note, self.copy, self.save):
            part.setEnabled(mine)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.note.text())
        self.copy.setText(tr("Copied"))


class CancelForm(CallOffForm):
    """Calling a meeting off for good."""

    def __init__(
        self, person: Person, meeting: Meeting, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Cancel the meeting with {name}", name=person.short_name), tr("Cancel it"),
            person, meeting, parent,
        )
        self.why = self.add_field("why", tr("Why"), GrowingText(
            tr("Only in your journal"), quiet=False, least_lines=2, most_lines=5), wide=True)
        self._cancel.setText(tr("Keep it"))
        self.fill_in({"notice": self.hours})
        self._show_advice()
        self.why.setFocus()
