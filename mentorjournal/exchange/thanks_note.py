"""A thank-you note as a file: a page, plain text or a mail draft."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mentorjournal.documents import note
from mentorjournal.documents.document import PageSize
from mentorjournal.exchange import papers
from mentorjournal.journal import me, people
from mentorjournal.journal.journal import Journal
from mentorjournal.words import listing, tr


def title(journal: Journal, person_ids: Sequence[int]) -> str:
    """What the file is called, such as "Thank you to Dr. Okafor"."""
    names = [people.get(journal, key).short_name for key in person_ids]
    return tr("Thank you to {names}", names=listing(names))


def make(
    journal: Journal, person_ids: Sequence[int], text: str, day: date, suffix: str,
    page: PageSize = "A4",
) -> bytes:
    """The note as `suffix` says. A mail to several is addressed by whoever sends it."""
    to = [people.get(journal, key) for key in person_ids]
    only = to[0] if len(to) == 1 else None
    return papers.make(
        note.compose(_facts(journal, person_ids, text, day), page), suffix, body=text,
        subject=tr("Thank you"), to_name=only.name if only else "",
        to_address=only.email if only else None,
    )


def _facts(
    journal: Journal, person_ids: Sequence[int], text: str, day: date
) -> note.NoteFacts:
    myself = me.get(journal)
    to = [people.get(journal, key) for key in person_ids]
    place = to[0] if len(to) == 1 else None
    return note.NoteFacts(
        kind=tr("Thank you"), subject="", text=text, day=day, me_name=myself.name or "",
        me_line=note.joined(myself.department, myself.institution),
        person_name=listing([one.name for one in to]),
        person_line=note.joined(place.department, place.institution) if place else "",
    )
