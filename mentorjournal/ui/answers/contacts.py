"""Answers to contacts: logging and changing them, the rhythm with somebody, and its calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from mentorjournal import clock
from mentorjournal.settings import DEFAULT_RHYTHM_DAYS, REMIND_DAILY
from mentorjournal.ui.reminder import DailyReminder, notify_desktop
from mentorjournal.words import listing, short_day, tr, trn
from mentorjournal.words import rhythm as every

if TYPE_CHECKING:  # SQLAlchemy comes with the journal, and only after the first picture
    from mentorjournal.journal.journal import Journal
    from mentorjournal.ui.actions import Actions
    from mentorjournal.ui.main_window import MainWindow


class ContactAnswers(QObject):
    """For the whole window: a contact can be logged from anywhere."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.reminder = DailyReminder(window.settings, window.opening, self._remind, self)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Action -> what it does."""
        return {
            "log_contact": self.log, "catch_ups": self.export_calendar,
            "remind_daily": self._turn_reminder,
        }

    def show_in(self, actions: Actions) -> None:
        """Tick the reminder when it is on."""
        action = actions.by_key["remind_daily"]
        action.setCheckable(True)
        action.setChecked(self._window.settings.get(REMIND_DAILY))
        stop = self._window.settings.listen(REMIND_DAILY, action.setChecked)
        self.destroyed.connect(stop)

    @property
    def _journal(self) -> Journal:
        assert self._window.journal is not None
        return self._window.journal

    def _attempt(self, deed: Callable[[], object]) -> None:
        from mentorjournal.ui.answers.trying import attempt

        attempt(self._window.messages, deed)

    # Contacts ---------------------------------------------------------------------------------

    def log(self, person_ids: Sequence[int] = ()) -> None:
        """Ask for a contact, with these people to begin with."""
        from mentorjournal.journal import people
        from mentorjournal.ui.answers.trying import taking
        from mentorjournal.ui.dialogs.contact import ask_contact

        if not people.everybody(self._journal, clock.today()):
            self._window.messages.say(
                tr("There is nobody to log a contact with yet; add a person first."), "info")
            return
        ask_contact(self._window, self._journal, person_ids, taking(self._save_new))

    def _save_new(self, answer: dict[str, Any]) -> None:
        from mentorjournal.journal import contacts, people

        ids = answer.pop("people")
        contacts.add_for(self._journal, ids, answer)
        names = listing([people.get(self._journal, one).short_name for one in ids[:3]])
        if len(ids) > 3:
            names = tr("{names} and {n} more", names=", ".join(
                people.get(self._journal, one).short_name for one in ids[:3]), n=len(ids) - 3)
        self._window.say_undoable(
            tr("Contact with {names} is logged.", names=names) if answer["answered"]
            else tr("Your message to {names} is logged; it counts once it is answered.",
                    names=names) if answer["initiated_by"] == "me"
            else tr("The message from {names} is logged; it counts once you have answered.",
                    names=names))

    def edit(self, contact_id: int) -> None:
        """Show a contact and keep what was changed."""
        self._attempt(lambda: self._edit(contact_id))

    def _edit(self, contact_id: int) -> None:
        from mentorjournal.journal import contacts
        from mentorjournal.ui.answers.trying import taking
        from mentorjournal.ui.dialogs.contact import ask_contact_edit

        found = contacts.get(self._journal, contact_id)
        ask_contact_edit(
            self._window, self._journal, found,
            taking(lambda answer: self._save(contact_id, answer)))

    def _save(self, contact_id: int, answer: dict[str, Any]) -> None:
        from mentorjournal.journal import contacts
        from mentorjournal.ui.dialogs.contact import REMOVE

        if answer.get(REMOVE):
            self._remove(contact_id)
        elif answer:
            contacts.edit(self._journal, contact_id, answer)

    def remove(self, contact_id: int) -> None:
        """Remove a contact; no question, because it can be taken back in one click."""
        self._attempt(lambda: self._remove(contact_id))

    def _remove(self, contact_id: int) -> None:
        from mentorjournal.journal import contacts, people

        found = contacts.get(self._journal, contact_id)
        name = people.get(self._journal, found.person_id).short_name
        contacts.remove(self._journal, contact_id)
        self._window.say_undoable(tr(
            "The contact with {name} on {day} was removed.", name=name,
            day=short_day(found.date, clock.today())))

    def mark_answered(self, contact_id: int) -> None:
        """A message was answered today."""
        self._attempt(lambda: self._mark_answered(contact_id))

    def _mark_answered(self, contact_id: int) -> None:
        from mentorjournal.journal import contacts

        contacts.mark_answered(self._journal, contact_id, clock.today())
        self._window.say_undoable(tr("Answered: the message counts as contact now."))

    # The rhythm -------------------------------------------------------------------------------

    def keep(self, person_id: int, wish: str) -> None:
        """What was wished about keeping in touch with somebody: "snooze:7", "pause", "resume" …"""
        kind, _, number = wish.partition(":")
        deeds: dict[str, Callable[[], object]] = {
            "log": lambda: self.log((person_id,)),
            "answered": lambda: self.mark_answered(int(number)),
            "snooze": lambda: self.snooze(person_id, int(number or 0)),
            "wake": lambda: self._do("wake", person_id),
            "pause": lambda: self.pause(person_id),
            "resume": lambda: self._do("resume", person_id),
            "rhythm": lambda: self._ask("rhythm", person_id),
            "next": lambda: self._ask("next", person_id),
            "moving_on": lambda: self._window.open_person(person_id, "moving_on"),
        }
        self._attempt(deeds[kind])

    def snooze(self, person_id: int, days: int = 0) -> None:
        """Keep the nudge quiet for so many days; ask for the day when none is said."""
        if not days:
            self._ask("snooze", person_id)
            return
        self._do("snooze", person_id, clock.today() + timedelta(days))

    def pause(self, person_id: int) -> None:
        """Ask until when the rhythm rests, and for what."""
        self._attempt(lambda: self._ask("pause", person_id))

    def _do(self, verb: str, person_id: int, *values: Any) -> None:
        """Do it and say so; where nothing changed there is nothing to take back."""
        from mentorjournal.journal import keeping

        before = self._journal.changes_made
        getattr(keeping, verb)(self._journal, person_id, *values)
        if self._journal.changes_made != before:
            self._window.say_undoable(_done_words(verb, self._name(person_id), *values[:1]))

    def _ask(self, what: str, person_id: int) -> None:
        from mentorjournal.ui.answers.trying import taking
        from mentorjournal.ui.dialogs import keeping as forms

        if what == "pause":
            forms.ask_pause(self._window, self._journal, person_id, taking(
                lambda answer: self._pause(person_id, **answer)))
            return
        verbs = {"snooze": ("until",), "rhythm": ("days", "agreed_on"),
                 "next": ("day",)}
        verb = {"rhythm": "set_rhythm", "next": "set_next"}.get(what, what)
        ask = {"snooze": forms.ask_snooze, "rhythm": forms.ask_rhythm,
               "next": forms.ask_next}[what]
        ask(self._window, self._journal, person_id, taking(
            lambda answer: self._do(verb, person_id, *(answer[key] for key in verbs[what]))))

    def _pause(self, person_id: int, until: date, why: str | None, everybody: bool) -> None:
        from mentorjournal.journal import keeping

        if not everybody:
            self._do("pause", person_id, until, why)
        elif count := keeping.pause_everybody(self._journal, until, why):
            self._window.say_undoable(trn(
                "Paused with {n} person until {day}.", "Paused with {n} people until {day}.",
                count, day=short_day(until, clock.today())))

    def _name(self, person_id: int) -> str:
        from mentorjournal.journal import people

        return people.get(self._journal, person_id).short_name

    # The calendar and the reminder ------------------------------------------------------------

    def export_calendar(self) -> None:
        """Write the repeating days as a file, and say what to do with it."""
        self._attempt(self._export_calendar)

    def _export_calendar(self) -> None:
        from mentorjournal.exchange import catch_ups
        from mentorjournal.exchange.writing import safe_name, write_whole
        from mentorjournal.ui import questions

        days = self._window.settings.get(DEFAULT_RHYTHM_DAYS)
        data = catch_ups.make(self._journal, clock.today(), clock.now(), days)
        count = len(catch_ups.entries(self._journal, clock.today(), days))
        path = questions.file_to_write(
            self._window, tr("Calendar of catch-ups"),
            Path.home() / safe_name(tr("Catch-ups"), "ics"), tr("Calendar (*.ics)"))
        if path is None:
            return
        write_whole(path, data)
        self._window.messages.say(trn(
            "{name} is written, with a day for {n} mentor. Import it into your calendar; importing "
            "a later one updates it.",
            "{name} is written, with a day for each of {n} mentors. Import it into your calendar; "
            "importing a later one updates it.", count, name=path.name), "info")

    def _remind(self, words: str) -> bool:
        """By the desktop; where it shows no notices, in the window."""
        if not notify_desktop(words):
            self._window.messages.say(tr("{words}.", words=words), "info")
        return True

    def _turn_reminder(self) -> None:
        on = not self._window.settings.get(REMIND_DAILY)
        self._window.settings.set(REMIND_DAILY, on)
        self._window.messages.say(
            tr("Once a day you will be told how many people are due for a word, and no names.")
            if on else tr("You will not be reminded any more."), "info")


def _done_words(verb: str, name: str, value: Any = None) -> str:
    """What was done about keeping in touch with somebody; `value` is the day or the days."""
    if verb == "set_rhythm":
        return tr("The rhythm with {name} is {rhythm} now.", name=name, rhythm=every(value)) \
            if value else tr("The usual rhythm holds with {name} now.", name=name)
    words = {
        "snooze": tr("You will not be reminded of {name} before {day}."),
        "wake": tr("You will be reminded of {name} again."),
        "pause": tr("Paused with {name} until {day}."),
        "resume": tr("The rhythm with {name} begins afresh today."),
        "set_next": tr("The next date with {name} is {day}.") if value
        else tr("No next date is set with {name} now."),
    }[verb]
    day = short_day(value, clock.today()) if value else ""
    return words.format(name=name, day=day)
