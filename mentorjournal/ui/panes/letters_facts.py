"""What is read of a letter to show it, all at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from mentorjournal import clock
from mentorjournal.journal import letter_company, letter_papers, letters, people
from mentorjournal.journal.between import Attachment, Letter
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import letter_kinds, letter_steps
from mentorjournal.mentoring import letters as rules
from mentorjournal.mentoring.letters import Move

# What a letter's page shows beside the letter's own row.
TABLES = ("letter", "letter_detail", "letter_quality", "letter_evidence", "letter_attachment",
          "person", "person_tag", "me", "accomplishment")


@dataclass(frozen=True)
class LetterFacts:
    """A letter, who writes it, what its kind needs, and what comes next."""

    letter: Letter
    writer: Person
    details: Mapping[str, str]
    papers: tuple[Attachment, ...]
    missing: tuple[str, ...]  # names of what its kind needs
    checks: tuple[str, ...]
    move: Move
    today: date


def read(journal: Journal, letter_id: int) -> LetterFacts:
    """Raises JournalError when it is gone."""
    today = clock.today()
    one = letters.get(journal, letter_id)
    details = letters.details(journal, letter_id)
    around = letter_company.company(journal, one, today)
    # The editor of the brief says which criteria are open, beside the strengths.
    said = frozenset(each.casefold() for each in rules.criteria_of(one.criteria))
    around = replace(around, answered=said)
    over = rules.is_submitted(one) or rules.is_declined(one)  # nothing can be mended there
    return LetterFacts(
        one, people.get(journal, one.writer_id), details,
        tuple(letter_papers.of_letter(journal, letter_id)),
        () if over else tuple(letter_kinds.missing_fields(one, details, around)),
        () if over else tuple(letter_kinds.checks(one, details, around)),
        letter_steps.next_move(one, today, clock.zone_name()), today,
    )
