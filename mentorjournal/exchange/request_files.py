"""Asking for a first meeting, as text and as a mail draft: what of the journal may go into it."""

from __future__ import annotations

from mentorjournal.exchange import mail
from mentorjournal.exchange.addressing import called, signed
from mentorjournal.journal import me, people
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.first_request import Asking, who_line
from mentorjournal.store.errors import JournalError
from mentorjournal.words import tr

SUFFIXES = (".txt", ".eml")


def facts(journal: Journal, person_id: int) -> Asking:
    """What the journal knows of a request to somebody; the rest is written in the form."""
    whom, myself = people.get(journal, person_id), me.get(journal)
    return Asking(
        called=called(whom), me=signed(myself, whom),
        who_i_am=who_line(myself.stage, myself.department, myself.institution),
        why_you=whom.admire_for or "",
    )


def title(journal: Journal, person_id: int) -> str:
    """What the file is called, such as "First meeting Dr. Osei"."""
    return tr("First meeting {name}", name=people.get(journal, person_id).short_name)


def make(journal: Journal, person_id: int, text: str, suffix: str) -> bytes:
    """The request as `suffix` says. Raises JournalError for one that is none of `SUFFIXES`."""
    if suffix not in SUFFIXES:
        raise JournalError(tr("This can be written as {kinds}.", kinds=", ".join(SUFFIXES)))
    if suffix == ".txt":
        return (text.strip() + "\n").encode("utf-8", "replace")
    whom = people.get(journal, person_id)
    return mail.draft(
        subject=tr("A short meeting?"), body=text.strip(), to_name=whom.name,
        to_address=whom.email)
