"""Answers to the network map: forms for people, joining, removing, about me, the map as a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

from mentorjournal import clock
from mentorjournal.exchange.writing import safe_name, write_whole
from mentorjournal.journal import me, needs, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.ui import questions
from mentorjournal.ui.answers.my_stages import StageAnswers
from mentorjournal.ui.answers.trying import attempt, taking
from mentorjournal.ui.removal import guarded
from mentorjournal.words import tr

if TYPE_CHECKING:
    from mentorjournal.mentoring.sought import Sought
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.network import NetworkPane

T = TypeVar("T")


class PeopleAnswers(QObject):
    """Opens the dialog a wish needs and calls the verb with what comes back."""

    def __init__(self, window: MainWindow, pane: NetworkPane) -> None:
        super().__init__(pane)
        self._window, self._pane = window, pane
        assert window.journal is not None
        self._journal: Journal = window.journal
        pane.view.passing = window.messages.taken
        self._stages = StageAnswers(window, self)
        pane.overview.mentors_wanted.connect(self._stages.ask_mentors)
        pane.overview.stage_aside_wanted.connect(self._stages.put_aside)
        pane.person_add_wanted.connect(self.add_person)
        pane.names_add_wanted.connect(self.add_names)
        pane.mentor_wanted.connect(self.find_mentor)
        pane.needs_wanted.connect(lambda: window.show_pane("needs"))
        pane.person_edit_wanted.connect(self.edit_person)
        pane.person_remove_wanted.connect(self.remove_person)
        pane.person_erase_wanted.connect(lambda who: window.past.erase("person", who))
        pane.people_merge_wanted.connect(self.merge_people)
        pane.meeting_wanted.connect(window.prepare_meeting)
        pane.keeping_wanted.connect(window.contacts.keep)
        pane.page_wanted.connect(window.open_person)
        pane.update_wanted.connect(lambda who: window.open_person(who, "moving_on"))
        pane.about_me_wanted.connect(self.about_me)
        pane.image_export_wanted.connect(self.export_image)
        pane.sheet_wanted.connect(window.actions_table.by_key["network_sheet"].trigger)
        pane.message_wanted.connect(lambda text: window.messages.say(text, "alert"))

    def _attempt(self, deed: Callable[[], T]) -> T | None:
        return attempt(self._window.messages, deed)

    def add_person(self, values: dict[str, Any]) -> None:
        """Ask who it is, then add them and show them."""
        from mentorjournal.ui.dialogs.person import ask_person

        made: list[int] = []
        ask_person(
            self._window, self._journal, self._window.settings, values,
            take=taking(lambda answer: made.append(self._save_new(answer))),
        )
        if made:
            self._pane.focus_person(made[0])

    def _save_new(self, answer: dict[str, Any]) -> int:
        photo, need_id = answer.pop("photo_data", None), answer.pop("need_id", None)
        with self._journal.change(tr("Add {name}", name=str(answer.get("name", ""))[:40])):
            new_id = people.add(self._journal, answer)
            if photo:
                people.set_photo(self._journal, new_id, photo)
            if need_id is not None:
                needs.add_person(self._journal, need_id, new_id)
            self._note_asked(new_id, answer)
        return new_id

    def add_names(self) -> None:
        """Ask for several names at once, then show the first."""
        from mentorjournal.ui.dialogs.five_names import ask_names

        answer = ask_names(self._window, self._journal)
        if answer is not None:
            names, values = answer
            made = self._attempt(lambda: people.add_names(self._journal, names, values))
            if made:
                self._pane.focus_person(made[0])

    def find_mentor(self, sought: Sought) -> None:
        """Find somebody for a gap."""
        from mentorjournal.ui.answers.find_mentor import find_mentor

        self._attempt(lambda: find_mentor(self._window, sought))

    def edit_person(self, person_id: int) -> None:
        """Show somebody's form and keep what was changed."""
        self._attempt(lambda: self._edit(person_id))

    def _edit(self, person_id: int) -> None:
        from mentorjournal.ui.dialogs.person import ask_person

        someone = people.get(self._journal, person_id)
        ask_person(
            self._window, self._journal, self._window.settings, person=someone,
            take=taking(lambda answer: self._save(someone, answer)),
        )

    def _save(self, someone: Person, answer: dict[str, Any]) -> None:
        if not answer:
            return
        with self._journal.change(tr("Edit {name}", name=someone.short_name)):
            if "photo_data" in answer:
                people.set_photo(self._journal, someone.id, answer.pop("photo_data"))
            people.edit(self._journal, someone.id, answer)
            self._note_asked(someone.id, answer)

    def _note_asked(self, person_id: int, answer: dict[str, Any]) -> None:
        """Keep it where somebody was asked before we had met, as the form said."""
        if answer.get("stage") == "asked":
            from mentorjournal.journal import candidates

            candidates.note_if_early(self._journal, person_id, clock.today())

    def remove_person(self, person_id: int) -> None:
        """Ask once, naming what goes along, and offer to take it back."""
        self._attempt(lambda: self._remove(person_id))

    def _remove(self, person_id: int) -> None:
        from mentorjournal.ui.dialogs.merge_people import confirm_remove

        name = people.get(self._journal, person_id).short_name
        if confirm_remove(self._window, self._journal, person_id):
            guarded(
                self._window, self._journal, lambda: people.remove(self._journal, person_id))
            self._window.say_undoable(tr("{name} was removed.", name=name))

    def merge_people(self, person_id: int) -> None:
        """Ask which other entry is the same person, and join them."""
        self._attempt(lambda: self._merge(person_id))

    def _merge(self, person_id: int) -> None:
        from mentorjournal.ui.dialogs.merge_people import ask_merge

        answer = ask_merge(self._window, self._journal, person_id)
        if answer is not None:
            keep_id, other_id = answer
            people.merge(self._journal, keep_id, other_id)
            self._pane.focus_person(keep_id)

    def about_me(self) -> None:
        """Show the form about the mentee; another stage may be a new one, with a day it began."""
        from mentorjournal.ui.dialogs.about_me import ask_about_me

        former = me.get(self._journal).stage
        answer = ask_about_me(
            self._window, self._journal,
            take=taking(lambda answer: answer and me.edit(
                self._journal, answer, as_of=clock.today())),
        )
        if former and (answer or {}).get("stage"):
            self._stages.offer(me.get(self._journal).stage or "", former)

    def export_image(self, kind: str) -> None:
        """Write the map as a picture."""
        name = safe_name(tr("Network map"), kind)
        kinds = {"png": tr("Picture (*.png)"), "svg": tr("Drawing (*.svg)")}[kind]
        path = questions.file_to_write(
            self._window, tr("Export image"), Path.home() / name, kinds)
        if path is not None:
            self._attempt(lambda: self._write_image(path, kind))

    def _write_image(self, path: Path, kind: str) -> None:
        write_whole(path, self._pane.image(kind))
        self._window.messages.say(tr("The map is in {name}.", name=path.name), "info")
