"""Pictures of thanks and credit: the tab of several people, its forms, and a note on paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mentorjournal.journal import accomplishments, entries, people, thanks
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.sample import LAST_DAY
from mentorjournal.mentoring import gratitude
from mentorjournal.ui.dialogs.thanks import ThanksForm
from mentorjournal.ui.main_window import MainWindow

FORM = 300  # ms until a form is up


def whom(journal: Journal, name: str) -> int:
    """The id of somebody."""
    return next(one.person.id for one in people.everybody(journal, LAST_DAY)
                if name in one.person.name)


def tab(name: str) -> Callable[[MainWindow], None]:
    """The tab of one person."""

    def show(window: MainWindow) -> None:
        window.messages.clear()
        window.open_person(whom(window.journal, name), "thanks")

    return show


def new_person(window: MainWindow) -> None:
    """Somebody with whom nothing has happened."""
    window.messages.clear()
    known = [one.person for one in people.everybody(window.journal, LAST_DAY)]
    if not any(one.name == "Dr. Ingrid Solberg" for one in known):
        people.add(window.journal, {"name": "Dr. Ingrid Solberg"})
    window.open_person(whom(window.journal, "Solberg"), "thanks")


def note_to_send(window: MainWindow) -> None:
    """A note that is still to be sent, and a letter that is owed thanks."""
    key = whom(window.journal, "Castellanos")
    if not thanks.of_person(window.journal, key):
        thanks.add(window.journal, [key], {
            "for_what": "ten minutes after the teaching hour, when nobody had asked you to",
            "kind": "note", "note_text": gratitude.note(
                "Dr. Amara Lindqvist", ["Dr. Castellanos"], "ten minutes after the teaching hour")})
        entries.add(window.journal, "letters", {
            "writer_id": key, "target": "Bedside Teaching Prize", "submitted_on": "2026-05-12"})
    tab("Castellanos")(window)


def form(window: MainWindow) -> None:
    """Thanks to Haddad for the introduction, as the tab opens it."""
    key = whom(window.journal, "Haddad")
    [help] = thanks.to_thank_for(window.journal, LAST_DAY, [key])
    window.thank(key, for_what=help.what)


def praise(window: MainWindow) -> None:
    """Praise before others, for something that could be anything, to two people."""

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ThanksForm)
        dialog.field("for_what").type_anew("all your help")
        dialog.kind.set_current("praise_to_leadership")
        dialog.kind.chosen.emit("praise_to_leadership")

    QTimer.singleShot(FORM, fill)
    both = [whom(window.journal, "Vale"), whom(window.journal, "Brandt")]
    window.thanks.thank(both)


def credit(window: MainWindow) -> None:
    """Credit for Haddad, which is owed."""
    key = whom(window.journal, "Haddad")
    [award] = accomplishments.of_person(window.journal, key)
    window.thanks.give_credit(award.credit_of(key).id)


def accomplishment(window: MainWindow) -> None:
    """Paper 1, with three contributors."""
    newest = accomplishments.every(window.journal)[0]
    window.thanks.edit_accomplishment(newest.accomplishment.id)
