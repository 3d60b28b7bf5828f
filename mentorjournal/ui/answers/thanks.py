"""Answers about thanks and credit, from the menus and from any page: forms, notes, Undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from mentorjournal import clock
from mentorjournal.words import listing, tr, trn

if TYPE_CHECKING:  # SQLAlchemy comes with the journal, and only after the first picture
    from mentorjournal.journal.journal import Journal
    from mentorjournal.ui.main_window import MainWindow

T = TypeVar("T")
MOST_NAMED = 2  # people still to be credited, in one message
KINDS = {".pdf": "PDF (*.pdf)", ".eml": "Mail draft (*.eml)", ".txt": "Text (*.txt)"}


class ThanksAnswers(QObject):
    """Opens the forms and calls the verbs. Its signals are wishes, as those of a page are."""

    thanks_add_wanted = Signal(object)  # ids of people
    thanks_edit_wanted = Signal(int)
    accomplishment_add_wanted = Signal(object)  # ids of people
    accomplishment_edit_wanted = Signal(int)
    credit_wanted = Signal(int)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._owed = ""  # the sentence that offers credit still to be given
        self._asked: dict[str, tuple[int, ...]] = {}  # a sentence that asks, and of which notes
        self.thanks_add_wanted.connect(self.thank)
        self.thanks_edit_wanted.connect(self.edit)
        self.accomplishment_add_wanted.connect(self.add_accomplishment)
        self.accomplishment_edit_wanted.connect(self.edit_accomplishment)
        self.credit_wanted.connect(self.give_credit)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the menu entries do."""
        return {"thank": lambda: self.thank(self._in_front()),
                "add_accomplishment": lambda: self.add_accomplishment(self._in_front())}

    @property
    def _journal(self) -> Journal:
        assert self._window.journal is not None
        return self._window.journal

    def _in_front(self) -> Sequence[int]:
        """Whoever's page is shown."""
        shown = getattr(self._window.panes.get("person"), "person", None)
        return [shown.id] if shown and self._window.current_pane() == "person" else []

    def _attempt(self, deed: Callable[[], T]) -> T | None:
        from mentorjournal.ui.answers.trying import attempt

        return attempt(self._window.messages, deed)

    # Thanks -----------------------------------------------------------------------------------

    def thank(self, person_ids: Sequence[int] = (), **values: Any) -> None:
        """Ask what for; `values` are what is known of it, such as `for_what` or `letter_id`."""
        from mentorjournal.journal import people, thanks
        from mentorjournal.ui.answers.trying import taking
        from mentorjournal.ui.dialogs.thanks import ask_thanks

        if not people.everybody(self._journal, clock.today()):
            self._window.messages.say(tr("Add a person first, then you can thank them."), "info")
            return
        made: list[int] = []
        answer = ask_thanks(
            self._window, self._journal, person_ids, values, export=self._export_said,
            take=taking(lambda found: made.extend(
                thanks.add(self._journal, found.pop("person_ids"), found))),
        )
        if answer is not None and made and answer["date"] is None:
            self._say_kept(answer["person_ids"], made)

    def _say_kept(self, person_ids: Sequence[int], made: Sequence[int]) -> None:
        names = listing([self._name(key) for key in person_ids])
        said = tr("The note to {names} is kept. Once it is sent, say so here.", names=names)
        self._ask_whether_sent(said, made)

    def _ask_whether_sent(self, said: str, made: Sequence[int]) -> None:
        self._asked[said] = tuple(made)
        self._window.messages.say(
            said, "info", tr("Mark as sent"), lambda: self._attempt(lambda: self._mark(made)))

    def _withdraw_answered(self) -> None:
        """Take the question back for notes that are sent by now, or gone."""
        from mentorjournal.journal import thanks

        unsent = {one.id for one in thanks.every(self._journal) if one.date is None}
        for said, made in list(self._asked.items()):
            if unsent.isdisjoint(made):
                self._window.messages.withdraw(said)
                del self._asked[said]

    def _mark(self, made: Sequence[int]) -> None:
        from mentorjournal.journal import thanks

        with self._journal.change(tr("Note sent")):
            for key in made:
                thanks.mark_sent(self._journal, key, clock.today())
        self._withdraw_answered()

    def _name(self, person_id: int) -> str:
        from mentorjournal.journal import people

        return people.get(self._journal, person_id).short_name

    def edit(self, thanks_id: int) -> None:
        """Show a thank you and keep what was changed."""
        self._attempt(lambda: self._edit(thanks_id))

    def _edit(self, thanks_id: int) -> None:
        from mentorjournal.journal import thanks
        from mentorjournal.ui.answers.trying import taking
        from mentorjournal.ui.dialogs.thanks import ask_thanks

        ask_thanks(
            self._window, self._journal, thanks=thanks.get(self._journal, thanks_id),
            export=self._export_said,
            take=taking(lambda found: thanks.edit(self._journal, thanks_id, found)),
        )
        self._withdraw_answered()

    def mark_sent(self, thanks_id: int) -> None:
        """A note was sent today."""
        self._attempt(lambda: self._mark([thanks_id]))

    def remove(self, thanks_id: int) -> None:
        """Remove a thank you; no question, because it can be taken back in one click."""
        from mentorjournal.journal import thanks

        def deed() -> None:
            whom = self._name(thanks.get(self._journal, thanks_id).person_id)
            thanks.remove(self._journal, thanks_id)
            self._withdraw_answered()
            self._window.say_undoable(tr("The thanks to {name} were removed.", name=whom))

        self._attempt(deed)

    def copy(self, thanks_id: int) -> None:
        """Put the words of a thank you on the clipboard."""
        QGuiApplication.clipboard().setText(self._text_of(thanks_id)[1])
        self._window.messages.say(tr("The note is copied."), "info")

    def export(self, thanks_id: int, suffix: str) -> None:
        """Write a note as a file and say where it is."""

        def deed() -> None:
            person_id, text = self._text_of(thanks_id)
            name = self._export([person_id], text, suffix)
            if name:
                self._say_written(thanks_id, name)

        self._attempt(deed)

    def _say_written(self, thanks_id: int, name: str) -> None:
        from mentorjournal.journal import thanks

        written = tr("{name} is written.", name=name)
        if thanks.get(self._journal, thanks_id).date is not None:
            self._window.messages.say(written, "info")
            return
        self._ask_whether_sent(
            tr("{written} Once you have sent it, say so here.", written=written), [thanks_id])

    def _text_of(self, thanks_id: int) -> tuple[int, str]:
        """To whom, and the note as it was written, or else drafted from what it is for."""
        from mentorjournal.journal import me, thanks
        from mentorjournal.mentoring import gratitude

        found = thanks.get(self._journal, thanks_id)
        drafted = gratitude.note(
            me.get(self._journal).name, [self._name(found.person_id)], found.for_what,
            kind=found.kind or "note")
        return found.person_id, found.note_text or drafted

    def _export_said(self, person_ids: Sequence[int], text: str, suffix: str) -> str:
        """For the form: what happened, or why it did not."""
        from mentorjournal.store.errors import JournalError

        try:
            name = self._export(person_ids, text, suffix)
        except JournalError as refusal:
            return str(refusal)
        return tr("{name} is written. Once it is sent, choose “Said or sent”.", name=name) if (
            name) else ""

    def _export(self, person_ids: Sequence[int], text: str, suffix: str) -> str:
        """The name of the file that was written, "" when none was."""
        from mentorjournal.exchange import papers, thanks_note
        from mentorjournal.exchange.writing import safe_name, write_whole
        from mentorjournal.settings import PAPER
        from mentorjournal.ui import questions

        over = QApplication.activeModalWidget() or self._window  # the form, when it asks
        missing = papers.unprintable([text]) if suffix in papers.PAGES else []
        if missing and not questions.confirm(
            over, tr("Some characters cannot be printed"),
            papers.unprintable_words(missing), tr("Go on"),
        ):
            return ""
        name = safe_name(thanks_note.title(self._journal, person_ids), suffix[1:])
        path = questions.file_to_write(
            over, tr("Export the note"), Path.home() / name, tr(KINDS[suffix]))
        if path is None:
            return ""
        write_whole(path, thanks_note.make(
            self._journal, person_ids, text, clock.today(), suffix,
            self._window.settings.get(PAPER)))
        return path.name

    # Accomplishments --------------------------------------------------------------------------

    def add_accomplishment(self, person_ids: Sequence[int] = ()) -> None:
        """Ask what was achieved and who contributed."""
        from mentorjournal.journal import accomplishments
        from mentorjournal.ui.answers.trying import taking
        from mentorjournal.ui.dialogs.accomplishment import ask_accomplishment

        made: list[int] = []
        ask_accomplishment(
            self._window, self._journal, person_ids,
            take=taking(lambda found: made.append(accomplishments.add(
                self._journal, _with_file(found), found.pop("contributors")))),
        )
        for key in made:
            self._say_uncredited(key, tr("The accomplishment is noted."))

    def _say_uncredited(self, accomplishment_id: int, said: str) -> None:
        """Say what was done, and offer the credit that is still to be given."""
        from mentorjournal.journal import accomplishments

        self._window.messages.withdraw(self._owed)
        achieved = accomplishments.get(self._journal, accomplishment_id)
        owed = [one for one in achieved.contributors if one.credited_on is None]
        if not owed:
            self._window.messages.say(said, "info")
            return
        missing = listing([self._name(one.person_id) for one in owed[:MOST_NAMED]])
        if len(owed) > MOST_NAMED:
            missing = trn("{n} contributor", "{n} contributors", len(owed))
        self._owed = trn(
            "{said} {who} has not been credited yet.", "{said} {who} have not been credited yet.",
            len(owed), said=said, who=missing)
        self._window.messages.say(
            self._owed, "info", tr("Give credit…"), lambda: self.give_credit(owed[0].id))

    def edit_accomplishment(self, accomplishment_id: int) -> None:
        """Show an accomplishment and keep what was changed."""
        self._attempt(lambda: self._edit_accomplishment(accomplishment_id))

    def _edit_accomplishment(self, accomplishment_id: int) -> None:
        from mentorjournal.journal import accomplishments
        from mentorjournal.ui.answers.trying import taking
        from mentorjournal.ui.dialogs.accomplishment import ask_accomplishment

        ask_accomplishment(
            self._window, self._journal,
            achieved=accomplishments.get(self._journal, accomplishment_id),
            take=taking(lambda found: accomplishments.edit(
                self._journal, accomplishment_id, _with_file(found), found.pop("contributors"))),
        )

    def remove_accomplishment(self, accomplishment_id: int) -> None:
        """Remove an accomplishment, with Undo."""
        from mentorjournal.journal import accomplishments

        def deed() -> None:
            title = accomplishments.get(self._journal, accomplishment_id).accomplishment.title
            accomplishments.remove(self._journal, accomplishment_id)
            self._window.say_undoable(tr("“{title}” was removed.", title=title[:60]))

        self._attempt(deed)

    def give_credit(self, credit_id: int) -> None:
        """Ask how somebody was credited."""
        self._attempt(lambda: self._give_credit(credit_id))

    def _give_credit(self, credit_id: int) -> None:
        from mentorjournal.journal import accomplishments
        from mentorjournal.ui.answers.trying import taking
        from mentorjournal.ui.dialogs.credit import ask_credit

        given: list[int] = []

        def take(found: dict[str, Any]) -> None:
            accomplishments.give_credit(
                self._journal, credit_id, found["on"], found["how"], found["kind"])
            given.append(accomplishments.credit(self._journal, credit_id).accomplishment_id)

        ask_credit(self._window, self._journal, credit_id, take=taking(take))
        for key in given:
            self._say_uncredited(key, tr("The credit is noted."))

    def take_credit_back(self, credit_id: int) -> None:
        """Somebody was not credited after all."""
        from mentorjournal.journal import accomplishments

        self._attempt(partial(
            accomplishments.give_credit, self._journal, credit_id, None, None))

    def drop_contributor(self, credit_id: int) -> None:
        """Somebody did not contribute after all, or did not see it, with Undo."""
        from mentorjournal.journal import accomplishments

        def deed() -> None:
            part = accomplishments.credit(self._journal, credit_id)
            name = self._name(part.person_id)
            accomplishments.remove_contributor(self._journal, credit_id)
            self._window.say_undoable(
                tr("{name} is no longer among those who saw it.", name=name)
                if part.part == accomplishments.WITNESS
                else tr("{name} is no contributor any more.", name=name))

        self._attempt(deed)


def _with_file(found: dict[str, Any]) -> dict[str, Any]:
    """The values of a form with the file it names read from the disk."""
    from mentorjournal.journal import files

    if found.get("file") is not None:
        found["file"] = files.chosen(found["file"])
    return found
