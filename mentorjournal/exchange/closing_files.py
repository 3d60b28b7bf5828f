"""A closing note as a file to hand over; what it may say is read here, field by field."""

from __future__ import annotations

from datetime import date

from mentorjournal.documents import closing_note, note
from mentorjournal.documents.document import PageSize
from mentorjournal.exchange import papers
from mentorjournal.journal import endings, me, people
from mentorjournal.journal.journal import Journal
from mentorjournal.words import tr


def text(journal: Journal, ending_id: int) -> str:
    """The note as it stands now."""
    which = endings.get(journal, ending_id)
    facts = closing_note.ClosingFacts(
        to_name=people.get(journal, which.person_id).short_name,
        me_name=me.get(journal).name or "",
        framing=which.framing or "", thanks=which.thanks or "",
        what_changes=which.what_changes or "", door_open=which.door_open or "",
        offer_back=which.offer_back or "", update_promised=which.update_promised or "",
    )
    return closing_note.as_written(facts)


def title(journal: Journal, ending_id: int) -> str:
    """What a file of this note is called."""
    whom = people.get(journal, endings.get(journal, ending_id).person_id)
    return tr("Note to {name}", name=whom.short_name)


def make(
    journal: Journal, ending_id: int, as_of: date, suffix: str, page: PageSize = "A4"
) -> bytes:
    """The file's bytes. Raises JournalError for an ending that nothing is written in."""
    whom = people.get(journal, endings.get(journal, ending_id).person_id)
    mine = me.get(journal)
    written = text(journal, ending_id)
    facts = note.NoteFacts(
        kind=tr("Thank you"), subject=tr("Thank you"), text=written, day=as_of,
        me_name=mine.name or "", me_line=note.joined(mine.stage, mine.institution),
        person_name=whom.name, person_line=note.joined(whom.department, whom.institution),
    )
    return papers.make(
        note.compose(facts, page), suffix, body=written, subject=tr("Thank you"),
        to_name=whom.name, to_address=whom.email,
    )
