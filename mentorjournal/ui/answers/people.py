"""Answers to the network map: forms for people, joining, removing, about me, the map as a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentorjournal.exchange.writing import safe_name, write_whole
from mentorjournal.journal import me, people
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.ui import questions
from mentorjournal.words import listing, tr, trn

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.network import NetworkPane


class PeopleAnswers(QObject):
    """Opens the dialog a wish needs and calls the verb with what comes back."""

    def __init__(self, window: MainWindow, pane: NetworkPane) -> None:
        super().__init__(pane)
        self._window, self._pane = window, pane
        assert window.journal is not None
        self._journal: Journal = window.journal
        pane.person_add_wanted.connect(self.add_person)
        pane.names_add_wanted.connect(self.add_names)
        pane.person_edit_wanted.connect(self.edit_person)
        pane.person_remove_wanted.connect(self.remove_person)
        pane.people_merge_wanted.connect(self.merge_people)
        pane.meeting_wanted.connect(window.prepare_meeting)
        pane.about_me_wanted.connect(self.about_me)
        pane.image_export_wanted.connect(self.export_image)
        pane.message_wanted.connect(lambda text: window.messages.say(text, "alert"))

    def _try(self, deed: Callable[[], object]) -> object:
        """The result of `deed`; a refusal goes to the message bar and gives None."""
        try:
            return deed()
        except JournalError as refusal:
            self._window.messages.say(str(refusal), "alert")
            return None

    def add_person(self, values: dict[str, object]) -> None:
        """Ask who it is, then add them and show them."""
        from mentorjournal.ui.dialogs.person import ask_person

        answer = ask_person(self._window, self._journal, self._window.settings, values)
        if answer is None:
            return
        new_id = self._try(lambda: self._save_new(answer))
        if isinstance(new_id, int):
            self._pane.show_person(new_id)

    def _save_new(self, answer: dict[str, object]) -> int:
        values = dict(answer)
        picture = values.pop("picture", None)
        with self._journal.change(tr("Add {name}", name=str(values.get("name", ""))[:40])):
            new_id = people.add(self._journal, values)
            if picture:
                people.set_photo(self._journal, new_id, picture)  # type: ignore[arg-type]
        return new_id

    def add_names(self) -> None:
        """Ask for several names at once."""
        from mentorjournal.ui.dialogs.five_names import ask_names

        answer = ask_names(self._window)
        if answer is not None:
            names, values = answer
            self._try(lambda: people.add_names(self._journal, names, values))

    def edit_person(self, person_id: int) -> None:
        """Show somebody's form and keep what was changed."""
        from mentorjournal.ui.dialogs.person import ask_person

        def deed() -> None:
            someone = people.get(self._journal, person_id)
            answer = ask_person(self._window, self._journal, self._window.settings, someone)
            if answer is None:
                return
            values = dict(answer)
            has_picture, picture = "picture" in values, values.pop("picture", None)
            with self._journal.change(tr("Edit {name}", name=someone.short_name)):
                people.edit(self._journal, person_id, values)
                if has_picture:
                    people.set_photo(self._journal, person_id, picture)

        self._try(deed)

    def remove_person(self, person_id: int) -> None:
        """Ask once, naming what goes along, and offer to take it back."""

        def deed() -> None:
            someone = people.get(self._journal, person_id)
            goes = _spoken(people.belongings(self._journal, person_id))
            text = (
                tr("{goes} go with {name}. Undo brings everything back.", goes=goes,
                   name=someone.name)
                if goes else tr("Undo brings {name} back.", name=someone.name)
            )
            title = tr("Remove {name}?", name=someone.short_name)
            if questions.confirm(self._window, title, f"{title}\n\n{text}", tr("Remove")):
                people.remove(self._journal, person_id)
                self._window.messages.say(
                    tr("{name} was removed.", name=someone.short_name), "info", tr("Undo"),
                    self._window.undo_journal,
                )

        self._try(deed)

    def merge_people(self, person_id: int) -> None:
        """Ask which other entry is the same person, and join them."""
        from mentorjournal.ui.dialogs.merge_people import ask_merge

        def deed() -> None:
            answer = ask_merge(self._window, self._journal, person_id)
            if answer is not None:
                keep_id, other_id = answer
                people.merge(self._journal, keep_id, other_id)
                self._pane.show_person(keep_id)

        self._try(deed)

    def about_me(self) -> None:
        """Show the form about the mentee."""
        from mentorjournal.ui.dialogs.about_me import ask_about_me

        def deed() -> None:
            answer = ask_about_me(self._window, me.get(self._journal))
            if answer is not None:
                me.edit(self._journal, answer)

        self._try(deed)

    def export_image(self, kind: str) -> None:
        """Write the map as a picture."""
        name = safe_name(tr("Network map"), kind)
        kinds = {"png": tr("Picture (*.png)"), "svg": tr("Drawing (*.svg)")}[kind]
        path = questions.file_to_write(
            self._window, tr("Export image"), Path.home() / name, kinds)
        if path is None:
            return

        def deed() -> None:
            write_whole(path, self._pane.image(kind))
            self._window.messages.say(tr("The map is in {name}.", name=path.name), "info")

        self._try(deed)


def _spoken(counts: dict[str, int]) -> str:
    """Such as "3 meetings, 2 contacts and 1 letter"."""
    spoken = {
        "meeting": lambda n: trn("{n} meeting", "{n} meetings", n),
        "contact": lambda n: trn("{n} contact", "{n} contacts", n),
        "feedback": lambda n: trn("{n} piece of feedback", "{n} pieces of feedback", n),
        "action": lambda n: trn("{n} promise", "{n} promises", n),
        "thanks": lambda n: trn("{n} thank-you", "{n} thank-yous", n),
        "letter": lambda n: trn("{n} letter", "{n} letters", n),
        "expectation": lambda n: trn("{n} expectation", "{n} expectations", n),
    }
    return listing([spoken[table](n) for table, n in counts.items()])
