"""Answers to drafts: what was being written when the program ended is told of, and gone on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from mentorjournal import clock
from mentorjournal.ui.places import PLACES
from mentorjournal.words import clock_time, short_day, tr

if TYPE_CHECKING:  # SQLAlchemy comes with the journal, and only after the first picture
    from mentorjournal.journal.drafts import Draft
    from mentorjournal.journal.journal import Journal
    from mentorjournal.ui.main_window import MainWindow

# The key of a form, or its kind before the id -> the pane that opens it, and the pane's wish.
FORMS = {
    "person:new": ("network", "person_add_wanted"),
    "person": ("network", "person_edit_wanted"),
    "names": ("network", "names_add_wanted"),
    "me": ("network", "about_me_wanted"),
    "meeting:new": ("meetings", "meeting_add_wanted"),
    "meeting": ("meetings", "meeting_move_wanted"),
    "postpone": ("meetings", "meeting_postpone_wanted"),
    "cancel": ("meetings", "meeting_cancel_wanted"),
    # Not of a page: an object of the window, and what it can do.
    "contact:new": ("contacts", "log"),
    "contact": ("contacts", "edit"),
    "pause": ("contacts", "pause"),
}
BEGINS_WITH = {"person:new": ({},), "meeting:new": (None,)}  # what those wishes carry


class DraftAnswers(QObject):
    """Looks for drafts when a journal opens."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.opening.opened.connect(lambda: QTimer.singleShot(0, self, self._look))

    def _look(self) -> None:
        from mentorjournal.journal import drafts
        from mentorjournal.store.errors import JournalError

        journal = self._window.journal
        if journal is None or journal.reading_only:
            return
        forms = {drafts.form_of(key): one for key, one in drafts.every(journal).items()}
        for key, newest in forms.items():
            if key not in FORMS and key.partition(":")[0] not in FORMS:
                continue  # no form's, as what the running meeting keeps
            try:
                about = _about(journal, key)
            except JournalError:  # what it was about is gone
                for own in drafts.left(journal, key):
                    drafts.drop(journal, own)
            else:
                self._tell(key, about, newest)

    def _tell(self, key: str, about: str, newest: Draft) -> None:
        self._window.messages.say(
            tr("You were writing about {what} on {day} at {time}.", what=about,
               day=short_day(newest.at.date(), clock.today()), time=clock_time(newest.at)),
            "info", tr("Go on"), lambda: self._go_on(key),
        )

    def _go_on(self, key: str) -> None:
        kind, _, row = key.partition(":")
        place, wish = FORMS[key if key in FORMS else kind]
        values = BEGINS_WITH.get(key, (int(row),) if row.isdigit() else ())
        QTimer.singleShot(0, self, _take_up)  # the wish returns when the form is closed
        if place in PLACES:
            getattr(self._window.show_pane(place), wish).emit(*values)
        else:
            getattr(getattr(self._window, place), wish)(*values)


def _take_up() -> None:
    from mentorjournal.ui.widgets.form_dialog import FormDialog

    form = QApplication.activeModalWidget()
    if isinstance(form, FormDialog):
        form.take_up_draft()


def _about(journal: Journal, key: str) -> str:
    """What a form is about. Raises JournalError when that is gone."""
    from mentorjournal.journal import contacts, meetings, people

    said = {
        "person:new": tr("a new person"), "names": tr("new names"), "me": tr("yourself"),
        "meeting:new": tr("a new meeting"), "contact:new": tr("a contact"),
    }
    if key in said:
        return said[key]
    kind, _, row = key.partition(":")
    if kind == "person":
        return people.get(journal, int(row)).short_name
    if kind == "pause":
        return tr("a pause with {name}", name=people.get(journal, int(row)).short_name)
    if kind == "contact":
        whose = contacts.get(journal, int(row)).person_id
        return tr("the contact with {name}", name=people.get(journal, whose).short_name)
    name = people.get(journal, meetings.get(journal, int(row)).person_id).short_name
    words = {
        "meeting": tr("moving the meeting with {name}", name=name),
        "postpone": tr("postponing the meeting with {name}", name=name),
        "cancel": tr("cancelling the meeting with {name}", name=name),
    }
    return words[kind]
