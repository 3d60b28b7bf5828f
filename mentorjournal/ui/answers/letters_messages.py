"""What goes to a writer: asking, reminding, thanks, and how it ended; each a draft, then noted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from mentorjournal import clock
from mentorjournal.exchange import mail
from mentorjournal.exchange.addressing import called
from mentorjournal.exchange.writing import safe_name, write_whole
from mentorjournal.journal import agenda, letters, me, meetings, people
from mentorjournal.journal.between import Letter
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import MeetingSummary, Person
from mentorjournal.mentoring import letter_words as words
from mentorjournal.mentoring import letters as rules
from mentorjournal.mentoring.vocabulary import label
from mentorjournal.ui import questions
from mentorjournal.ui.answers.trying import taking
from mentorjournal.ui.dialogs.letter_message import Message, ask_message
from mentorjournal.ui.widgets.label import beginning
from mentorjournal.words import in_sentence, short_day, tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow


class LetterMessages(QObject):
    """Raises JournalError when the letter is gone."""

    def __init__(self, window: MainWindow, journal: Journal, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._journal = window, journal

    def _both(self, letter_id: int) -> tuple[Letter, Person]:
        one = letters.get(self._journal, letter_id)
        return one, people.get(self._journal, one.writer_id)

    def _name(self) -> str:
        return me.get(self._journal).name or ""

    # Asking -----------------------------------------------------------------------------------

    def ask(self, letter_id: int) -> None:
        """Ask for a strong letter, by message or at the next meeting; a no is made easy."""
        one, writer = self._both(letter_id)
        coming = self._next_meeting(writer.id)
        left = rules.days_left(one, clock.today(), clock.zone_name())
        ask_message(
            self._window, self._journal, f"letter-ask:{letter_id}",
            Message(
                tr("Ask {name} for a letter", name=writer.short_name[:60]),
                lambda values: self._asking(one, writer, values), tr("I have asked"),
                _lead(one), asks=True, meeting=_meeting_words(coming),
                answer_days=words.answer_days(left)),
            take=taking(lambda found: self._take_asked(one, found, coming)),
            export=lambda text: self._export(one, writer, text))

    def _asking(self, one: Letter, writer: Person, values: Mapping[str, Any]) -> str:
        home = clock.zone_name()
        how = " ".join(filter(None, (
            label(one.method) if one.method and one.method != "other" else "",
            f"({one.method_note.strip()})" if one.method_note else "")))
        return words.ask(
            called(writer), one.target, self._name(), answer_by=values["answer_by"],
            due=rules.deadline_words(one, home), how=how, length=one.length_and_form or "",
            brief_by=rules.brief_due(one, home), why_you=one.why_you or "")

    def _take_asked(
        self, one: Letter, found: Mapping[str, Any], coming: MeetingSummary | None
    ) -> None:
        if found.get("how") == "meeting" and coming is not None:
            self._put_on_agenda(one, found, coming)
            return
        letters.take_step(self._journal, one.id, "asked", found["day"], {
            "strong_asked": True, "answer_by": found["answer_by"]})
        self._window.say_undoable(tr("Asked; an answer by {day}.", day=short_day(
            found["answer_by"], clock.today())))

    def _put_on_agenda(
        self, one: Letter, found: Mapping[str, Any], coming: MeetingSummary
    ) -> None:
        with self._journal.change(tr("Ask at the meeting")):
            agenda.add_item(self._journal, coming.meeting.id, {
                "title": words.ask_title(one.target)[:200], "kind": "letter",
                "wanted": "yes_or_no", "background": found["text"], "source": "letter",
                "source_id": one.id})
            letters.edit(self._journal, one.id, {
                "strong_asked": True, "answer_by": found["answer_by"]})
        self._window.say_undoable(tr(
            "It is on the agenda for {day}. Once you have asked, say so here.",
            day=short_day(coming.meeting.day, clock.today())))

    def _next_meeting(self, person_id: int) -> MeetingSummary | None:
        return next((one for one in meetings.coming(self._journal)
                     if one.meeting.person_id == person_id
                     and one.meeting.day >= clock.today()), None)

    # Afterwards -------------------------------------------------------------------------------

    def remind(self, letter_id: int) -> None:
        """A short reminder, and the day it went out."""
        one, writer = self._both(letter_id)
        home = clock.zone_name()
        text = words.remind(
            called(writer), one.target, self._name(), due=rules.deadline_words(one, home),
            days=rules.days_left(one, clock.today(), home))
        self._message(one, writer, "remind", Message(
            tr("Remind {name}", name=writer.short_name[:60]), lambda _values: text,
            tr("Mark as reminded")), "reminded", tr("Noted: {name} was reminded of “{what}”."))

    def tell(self, letter_id: int) -> None:
        """Tell the writer how it ended."""
        one, writer = self._both(letter_id)
        text = words.tell(called(writer), one.target, self._name(), one.outcome)
        self._message(one, writer, "tell", Message(
            tr("Tell {name} the result", name=writer.short_name[:60]), lambda _values: text,
            tr("Mark as told"),
            tr("Whoever wrote for you would like to hear how it ended, also when it ended badly.")),
            "told", tr("Noted: {name} knows how “{what}” ended."))

    def thank(self, letter_id: int) -> None:
        """Say thank you for the letter, or for a plain no."""
        one, writer = self._both(letter_id)
        if rules.is_declined(one):
            self._window.thank(
                writer.id, letter_id=one.id, for_what=words.decline_reason(), kind="note",
                note_text=words.decline_thanks(called(writer), one.target, self._name()))
        else:
            self._window.thank(writer.id, letter_id=one.id, for_what=tr(
                "the letter for {target}", target=one.target))

    def _message(
        self, one: Letter, writer: Person, key: str, message: Message, step: str, said: str
    ) -> None:
        """Show a message; once it went out its day is noted, and `said` says so."""
        def note(found: Mapping[str, Any]) -> None:
            letters.take_step(self._journal, one.id, step, found["day"])
            self._window.say_undoable(said.format(
                name=in_sentence(writer.short_name), what=beginning(one.target, 60)))

        ask_message(
            self._window, self._journal, f"letter-{key}:{one.id}", message,
            take=taking(note), export=lambda text: self._export(one, writer, text))

    def _export(self, one: Letter, writer: Person, text: str) -> str:
        """Write a text as a mail draft; the sentence that says so, or why not."""
        from mentorjournal.store.errors import JournalError

        name = safe_name(tr("Letter {name}", name=writer.short_name), "eml")
        path = questions.file_to_write(
            self._window, tr("Mail draft"), Path.home() / name, tr("Mail draft (*.eml)"))
        if path is None:
            return ""
        try:
            write_whole(path, mail.draft(
                subject=tr("A letter for {target}", target=one.target), body=text,
                to_name=writer.name, to_address=writer.email))
        except JournalError as refusal:
            return str(refusal)
        return tr("{name} is written.", name=path.name)


def _lead(one: Letter) -> str:
    """How long they would have."""
    if one.deadline is None:
        return ""
    days = (one.deadline - clock.today()).days
    return tr("From today they have {lead}.", lead=rules.lead_words(days)) if days >= 0 else ""


def _meeting_words(coming: MeetingSummary | None) -> str:
    if coming is None:
        return ""
    return tr("It goes onto the agenda for {day}, with these words behind it.",
              day=short_day(coming.meeting.day, clock.today()))
