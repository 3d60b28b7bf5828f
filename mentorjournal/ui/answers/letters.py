"""Answers to the letters page: requests, their steps to the end, papers, the brief as a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from mentorjournal import clock
from mentorjournal.exchange import brief_files, letter_dates
from mentorjournal.exchange import papers as paper_words
from mentorjournal.exchange.writing import safe_name, write_whole
from mentorjournal.journal import letter_company, letter_evidence, letter_papers, letters, people
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import brief, letter_kinds, letter_steps
from mentorjournal.mentoring import letters as rules
from mentorjournal.settings import PAPER
from mentorjournal.ui import file_copies, questions
from mentorjournal.ui.answers.letters_evidence import EvidenceAnswers
from mentorjournal.ui.answers.letters_messages import LetterMessages
from mentorjournal.ui.answers.trying import attempt, taking
from mentorjournal.ui.removal import guarded
from mentorjournal.words import listing, tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.letters import LettersPane

KINDS = {".pdf": "PDF (*.pdf)", ".eml": "Mail draft (*.eml)", ".txt": "Text (*.txt)"}


class LetterAnswers(QObject):
    """Opens the dialog a wish needs and calls the verb with what comes back."""

    def __init__(self, window: MainWindow, pane: LettersPane) -> None:
        super().__init__(pane)
        self._window, self._pane = window, pane
        assert window.journal is not None
        self._journal: Journal = window.journal
        self.messages = LetterMessages(window, self._journal, self)
        EvidenceAnswers(window, pane.page.editor, pane.show_letter)
        pane.letter_add_wanted.connect(self.add)
        pane.wished.connect(self.answer)
        pane.paper_wished.connect(self.answer_paper)
        pane.export_wanted.connect(self.export)
        pane.print_wanted.connect(self.print)
        pane.accomplishments_wanted.connect(self._accomplishments)
        pane.message_wanted.connect(lambda text: window.messages.say(text, "info"))
        pane.refused.connect(lambda text: window.messages.say(text, "alert"))

    def _attempt(self, deed: Callable[[], object]) -> None:
        attempt(self._window.messages, deed)

    def _accomplishments(self) -> None:
        self._window.show_pane("accomplishments")

    def answer(self, wish: str, letter_id: int) -> None:
        """Do what was wished about a letter."""
        kind, _, rest = wish.partition(":")
        deeds: Mapping[str, Callable[[], object]] = {
            "edit": lambda: self._edit(letter_id), "again": lambda: self._again(letter_id),
            "remove": lambda: self._remove(letter_id),
            "step": lambda: self._step(letter_id, rest),
            "agreed": lambda: self._step(letter_id, "agreed"),
            "declined": lambda: self._decline(letter_id),
            "sent": lambda: self._mark_sent(letter_id),
            "ask": lambda: self.messages.ask(letter_id),
            "remind": lambda: self.messages.remind(letter_id),
            "thank": lambda: self.messages.thank(letter_id),
            "result": lambda: self._result(letter_id),
            "tell": lambda: self.messages.tell(letter_id),
            ".ics": lambda: self._calendar(letter_id),
            "person": lambda: self._window.open_person(
                letters.get(self._journal, letter_id).writer_id),
        }
        self._attempt(deeds[kind])

    # Requests ---------------------------------------------------------------------------------

    def add(self, values: Mapping[str, Any] | None = None) -> None:
        """Ask what for and whom, then show the new letter."""
        from mentorjournal.ui.dialogs.letter_request import ask_request

        if not people.everybody(self._journal, clock.today()):
            self._window.messages.say(
                tr("There is nobody to ask for a letter yet; add a person first."), "info")
            return
        made: list[int] = []
        ask_request(
            self._window, self._journal, values=values,
            take=taking(lambda found: made.append(
                letters.add(self._journal, found, found.pop("details")))))
        if made:
            self._pane.show_letter(made[0])
            self._pane.focus_first()

    def _edit(self, letter_id: int) -> None:
        from mentorjournal.ui.dialogs.letter_request import ask_request

        ask_request(
            self._window, self._journal, letters.get(self._journal, letter_id),
            take=taking(lambda found: letters.edit(
                self._journal, letter_id, found, found.pop("details"))))

    def _again(self, letter_id: int) -> None:
        """A new request for the same opportunity, to be asked of somebody else."""
        one = letters.get(self._journal, letter_id)
        same = ("target", "kind", "deadline", "deadline_time", "zone", "method", "method_note",
                "addressed_to", "waived", "length_and_form", "criteria", "identifiers", "goal_id")
        details = letters.details(self._journal, letter_id)
        details.pop("letter_id", None)  # each letter has its own
        self.add({
            **{name: getattr(one, name) for name in same},
            **{f"detail:{name}": text for name, text in details.items()}})

    def _remove(self, letter_id: int) -> None:
        target = letters.get(self._journal, letter_id).target
        guarded(self._window, self._journal, lambda: letters.remove(self._journal, letter_id))
        self._window.say_undoable(tr("The letter for “{target}” was removed.", target=target[:60]))

    # Steps ------------------------------------------------------------------------------------

    def _step(self, letter_id: int, step: str) -> None:
        """Ask for the day of a step; a letter that went out is thanked for."""
        if step == "decided":
            self._result(letter_id)
            return
        one = letters.get(self._journal, letter_id)
        before = dict(zip(rules.STEPS, rules.step_days(one), strict=True))[step]
        if self._asked_for_day(letter_id, step, before, letter_steps.words(one, step)) and (
                step == "submitted" and before is None):
            self._after_submission(letter_id)

    def _asked_for_day(self, letter_id: int, step: str, before: Any, words: str) -> bool:
        from mentorjournal.ui.dialogs.day import ask_day

        return ask_day(
            self._window, words, tr("On"), before or clock.today(),
            taking(lambda found: self._take_step(letter_id, step, found["day"])))

    def _take_step(self, letter_id: int, step: str, on: Any) -> None:
        values = None
        if step == "brief_sent" and on:
            values = {"brief_missing": tuple(self._missing(letter_id))}
        letters.take_step(self._journal, letter_id, step, on, values)

    def _after_submission(self, letter_id: int) -> None:
        one = letters.get(self._journal, letter_id)
        if one.submitted_on and not one.thanked_on and not letter_steps.is_mine(one):
            self.messages.thank(letter_id)

    def _decline(self, letter_id: int) -> None:
        """A no is a normal answer: it is noted, thanked for, and somebody else can be asked."""
        one = letters.get(self._journal, letter_id)
        if self._asked_for_day(letter_id, "declined", one.declined_on, tr("They declined")) and (
                letters.get(self._journal, letter_id).declined_on):
            self.messages.thank(letter_id)

    def _missing(self, letter_id: int) -> list[str]:
        one = letters.get(self._journal, letter_id)
        details = letters.details(self._journal, letter_id)
        around = letter_company.company(self._journal, one, clock.today())
        said = {tr("Deadline"), *(
            part.words for part in letter_kinds.parts(one.kind)
            if part.name in ("criteria", "method"))}  # the brief names these itself
        needed = [name for name in letter_kinds.missing_fields(one, details, around)
                  if name not in said]
        return brief.missing(one, needed, letter_evidence.qualities(self._journal, letter_id))

    def _mark_sent(self, letter_id: int) -> None:
        missing = self._missing(letter_id)
        if missing and not questions.confirm(
                self._window, tr("Send it without {parts}?", parts=listing(missing)),
                tr("The writer can work with less. What is missing is noted with the brief, and "
                   "you can still send it later."), tr("Mark as sent")):
            return
        letters.take_step(self._journal, letter_id, "brief_sent", clock.today(),
                          {"brief_missing": tuple(missing)})
        self._window.say_undoable(tr("The brief is marked as sent."))

    def _result(self, letter_id: int) -> None:
        from mentorjournal.ui.dialogs.letter_result import ask_result

        one = letters.get(self._journal, letter_id)
        answer = ask_result(
            self._window, self._journal, one, taking(lambda found: letters.take_step(
                self._journal, letter_id, "decided", found["on"], {"outcome": found["outcome"]})))
        if answer is not None and one.outcome_shared_on is None:
            self.messages.tell(letter_id)

    def _calendar(self, letter_id: int) -> None:
        data = letter_dates.make(self._journal, letter_id, clock.now())
        name = safe_name(letter_dates.file_name(self._journal, letter_id), "ics")
        path = questions.file_to_write(
            self._window, tr("Deadline and reminders"), Path.home() / name,
            tr("Calendar (*.ics)"))
        if path is not None:
            write_whole(path, data)
            self._window.messages.say(tr(
                "{name} is written. Import it into your calendar; importing a later one updates "
                "it.", name=path.name), "info")

    # Papers -----------------------------------------------------------------------------------

    def answer_paper(self, wish: str, letter_id: int, paper_id: int) -> None:
        """Do what was wished about a paper of a letter."""
        deed = {"paper_add": self._add_paper, "paper_edit": self._edit_paper,
                "paper_save": self._save_paper, "paper_remove": self._remove_paper}[wish]
        self._attempt(lambda: deed(letter_id, paper_id))

    def _add_paper(self, letter_id: int, _paper_id: int) -> None:
        from mentorjournal.ui.dialogs.letter_paper import ask_paper

        waived = letters.get(self._journal, letter_id).waived == "yes"
        ask_paper(self._window, self._journal, letter_id, waived, take=taking(
            lambda found: letter_papers.add(
                self._journal, letter_id, found["name"], found["kind"],
                _read(found.get("file")))))

    def _edit_paper(self, letter_id: int, paper_id: int) -> None:
        from mentorjournal.ui.dialogs.letter_paper import ask_paper

        waived = letters.get(self._journal, letter_id).waived == "yes"
        ask_paper(
            self._window, self._journal, letter_id, waived, self._paper(letter_id, paper_id),
            take=taking(lambda found: self._take_paper(paper_id, found)))

    def _take_paper(self, paper_id: int, found: dict[str, Any]) -> None:
        chosen = _read(found.get("file"))
        gone = {"file": None} if "file" in found and chosen is None else {}
        letter_papers.edit(
            self._journal, paper_id, {"name": found["name"], "kind": found["kind"], **gone},
            chosen)

    def _paper(self, letter_id: int, paper_id: int) -> Any:
        return next(one for one in letter_papers.of_letter(self._journal, letter_id)
                    if one.id == paper_id)

    def _save_paper(self, letter_id: int, paper_id: int) -> None:
        from mentorjournal.journal import files

        one = self._paper(letter_id, paper_id)
        kept = files.kept(self._journal, one.file, one.name)
        if kept is not None:
            name = file_copies.save_copy(self._window, self._journal, kept)
            if name:
                self._window.messages.say(tr("A copy is in {name}.", name=name), "info")

    def _remove_paper(self, letter_id: int, paper_id: int) -> None:
        name = self._paper(letter_id, paper_id).name
        letter_papers.remove(self._journal, paper_id)
        self._window.say_undoable(tr("“{name}” was removed.", name=name[:60]))

    # The brief as a file ----------------------------------------------------------------------

    def export(self, letter_id: int, suffix: str) -> None:
        """Write the brief as a file and say where it is."""
        self._attempt(lambda: self._export(letter_id, suffix))

    def _export(self, letter_id: int, suffix: str) -> None:
        if suffix in (".pdf", ".eml") and not self._may_print(letter_id):
            return
        name = safe_name(brief_files.title(self._journal, letter_id), suffix[1:])
        path = questions.file_to_write(
            self._window, tr("Export brief"), Path.home() / name, tr(KINDS[suffix]))
        if path is None:
            return
        paper = self._window.settings.get(PAPER)
        write_whole(path, brief_files.make(
            self._journal, letter_id, clock.today(), suffix, paper))
        self._say_written(letter_id, path)

    def _say_written(self, letter_id: int, path: Path) -> None:
        one = letters.get(self._journal, letter_id)
        written = tr("{name} is written.", name=path.name)
        if one.brief_sent_on or letter_steps.is_mine(one):
            self._window.messages.say(written, "info")
            return
        self._window.messages.say(
            tr("{written} Once you have sent it, say so here.", written=written), "info",
            tr("Mark as sent"), lambda: self.answer("sent", letter_id))

    def _may_print(self, letter_id: int) -> bool:
        missing = brief_files.unprintable(self._journal, letter_id, clock.today())
        return not missing or questions.confirm(
            self._window, tr("Some characters cannot be printed"),
            paper_words.unprintable_words(missing), tr("Go on"))

    def print(self, letter_id: int) -> None:
        """Send the brief's pages to a printer."""
        self._attempt(lambda: self._print(letter_id))

    def _print(self, letter_id: int) -> None:
        from mentorjournal.ui.printing import print_pages

        if self._may_print(letter_id):
            paper = self._window.settings.get(PAPER)
            data = brief_files.make(self._journal, letter_id, clock.today(), ".pdf", paper)
            print_pages(self._window, data, brief_files.title(self._journal, letter_id), paper)


def _read(path: Path | None) -> Any:
    """The file that was chosen, read now; None without one."""
    from mentorjournal.journal import files

    return files.chosen(path) if path is not None else None
