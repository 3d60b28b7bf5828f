"""Answers to the editor of a brief: picking evidence, and who covers what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from mentorjournal import clock
from mentorjournal.journal import evidence_offers, fields, letter_evidence, letters, people
from mentorjournal.mentoring import brief
from mentorjournal.ui.answers.trying import attempt, taking
from mentorjournal.words import in_sentence, short_name, tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.letter_brief_editor import BriefEditor

LONGEST = fields.limit("letter_quality", "quality")
NEW = "new:"  # before the words of a strength that is still to be added


class EvidenceAnswers(QObject):
    """Opens the dialog that a wish needs and calls the verb with what comes back."""

    def __init__(
        self, window: MainWindow, editor: BriefEditor,
        open_letter: Callable[[int], object] | None = None,
    ) -> None:
        """`open_letter` shows another letter in the page; without it only the editor turns."""
        super().__init__(editor)
        self._window, self._editor = window, editor
        self._open_letter = open_letter or editor.show_letter
        wishes: dict[str, Callable[[int], None]] = {
            "pick": self._pick_for, "pick_any": self._pick_any, "grid": self._grid}
        editor.wished.connect(lambda what, which: attempt(
            window.messages, lambda: wishes[what](which)))

    def _pick_for(self, quality_id: int) -> None:
        letter_id = self._editor.letter_id()
        if letter_id is not None:
            self._pick(letter_id, str(quality_id))

    def _pick_any(self, letter_id: int) -> None:
        """For the first strength that has no evidence yet, else for the first."""
        found = letter_evidence.qualities(self._editor.journal, letter_id)
        bare = [one for one in found if not one.picked] or found
        self._pick(letter_id, str(bare[0].id) if bare else "")

    def _pick(self, letter_id: int, chosen: str) -> None:
        from mentorjournal.ui.dialogs.pick_evidence import ask_evidence

        journal, today = self._editor.journal, clock.today()
        self._editor.hand_in()
        letter = letters.get(journal, letter_id)
        called = {one.person.id: in_sentence(short_name(one.person.name))
                  for one in people.everybody(journal, today)}

        def deed(values: dict[str, Any]) -> None:
            key = values["strength"]
            self._editor.show_picked(letter_evidence.take_offers(
                journal, letter_id,
                key.removeprefix(NEW) if key.startswith(NEW) else int(key),
                values["picked"], values["declined"]))

        ask_evidence(
            self._window, evidence_offers.for_letter(journal, letter_id, today),
            self._strengths(letter_id), chosen, called.get(letter.writer_id, ""),
            lambda who: called.get(who or 0, ""), today, taking(deed))

    def _strengths(self, letter_id: int) -> list[tuple[str, str]]:
        """Those of the letter, and after them new ones that could be added."""
        journal = self._editor.journal
        there = letter_evidence.qualities(journal, letter_id)
        offered = brief.suggestions(letters.get(journal, letter_id).criteria, there)
        return [
            *((str(one.id), one.quality[:120]) for one in there),
            *((f"{NEW}{words[:LONGEST]}", tr("New: {words}", words=words[:120]))
              for words, _ in offered),
        ]

    def _grid(self, letter_id: int) -> None:
        from mentorjournal.ui.dialogs.writers_grid import show_grid

        journal, today = self._editor.journal, clock.today()
        self._editor.hand_in()
        beside = letters.beside(journal, letter_id)
        strengths = letter_evidence.of_letters(journal, [one.id for one in beside])
        names = {one.person.id: one.person.name for one in people.everybody(journal, today)}
        chosen = show_grid(
            self._window, beside[0].target,
            brief.grid({one.id: strengths.get(one.id, []) for one in beside}),
            {one.id: short_name(names[one.writer_id]) for one in beside}, letter_id)
        if chosen is not None:
            self._open_letter(chosen[0])
            if chosen[1] is not None:
                self._editor.show_strength(chosen[1])
