"""What goes to whoever gave feedback: the follow-up note as a page, text or mail, and short mails.

A draft reads the fields of `Told`, the page those of `NoteFacts`; nothing private is among them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mentorjournal.documents.document import Document, PageSize
from mentorjournal.documents.feedback_note import compose
from mentorjournal.documents.note import NoteFacts, joined
from mentorjournal.exchange import mail, papers
from mentorjournal.exchange.addressing import called, signed
from mentorjournal.journal import feedback, feedback_agenda, me, people
from mentorjournal.journal.between import Feedback
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Action, Me, Person
from mentorjournal.mentoring.asking import ask_message, talk_message
from mentorjournal.mentoring.feedback_note import (
    Told,
    draft,
    subject,
    tells_what_came_of_it,
)
from mentorjournal.store.errors import JournalError
from mentorjournal.words import short_name, tr

LONGEST_SUBJECT = 120


def first_draft(journal: Journal, feedback_id: int, as_of: date) -> str:
    """A note of what was heard and planned. Raises JournalError while it is too early for one."""
    entry = feedback.get(journal, feedback_id)
    feedback_agenda.require_cool(entry, as_of)
    whom = people.get(journal, entry.person_id)
    coming = feedback_agenda.next_meeting(journal, entry.person_id, as_of)
    return draft(told(entry, feedback.actions(journal, feedback_id), whom, me.get(journal),
                      coming.day if coming else None, as_of))


def told(
    entry: Feedback, actions: Sequence[Action], whom: Person, mine: Me, next_meeting: date | None,
    as_of: date,
) -> Told:
    """What of an entry a note may say. Raises JournalError when nothing was heard yet.

    A day that has passed is not promised again.
    """
    if entry.date is None:
        raise JournalError(tr("Nothing was heard yet; say first what was said, and when."))
    to_do = tuple(
        (one.text, one.due if one.due and one.due >= as_of else None)
        for one in actions if one.is_open)
    return Told(
        called(whom), signed(mine, whom), entry.date, entry.requested,
        topic=entry.topic or "", question=entry.question or "", gist=entry.gist or "",
        situation=entry.situation or "", behaviour=entry.behaviour or "",
        impact=entry.impact or "", plan=entry.plan or "",
        done=tuple(one.text for one in actions if one.done_on), to_do=to_do,
        differs=(entry.their_view or "") if entry.stance == "disagree" else "",
        talked=entry.conversation_on is not None, acted=entry.acted_on is not None,
        came_of=entry.came_of or "", next_meeting=next_meeting,
        last_due=max((due for _text, due in to_do if due), default=None),
    )


# On paper -------------------------------------------------------------------------------------


def title(journal: Journal, feedback_id: int) -> str:
    """What a file of this note is called: "Note Okafor 2026-03-24"."""
    entry = feedback.get(journal, feedback_id)
    family = short_name(people.get(journal, entry.person_id).name).split()[-1]
    day = entry.date.isoformat() if entry.date else ""
    return tr("Note {name} {day}", name=family, day=day).strip()


def make(
    journal: Journal, feedback_id: int, as_of: date, suffix: str, page: str = "A4"
) -> bytes:
    """The note as ".pdf", ".txt" or ".eml". Raises JournalError when there is none yet."""
    entry, whom = _whose(journal, feedback_id)
    return papers.make(
        document(journal, feedback_id, as_of, page), suffix, name=title(journal, feedback_id),
        body=_text(entry), subject=_subject(entry), to_name=whom.name, to_address=whom.email,
    )


def document(journal: Journal, feedback_id: int, as_of: date, page: str = "A4") -> Document:
    """The note as a letter of its day: that on which it was sent, else today."""
    entry, whom = _whose(journal, feedback_id)
    mine = me.get(journal)
    size: PageSize = "Letter" if page == "Letter" else "A4"
    return compose(NoteFacts(
        kind=tr("Follow-up note"), subject=_subject(entry), text=_text(entry),
        day=_day(entry, as_of), me_name=mine.name or "",
        me_line=joined(mine.stage, mine.institution), person_name=whom.name,
        person_line=joined(whom.department, whom.institution),
    ), size)


def unprintable(journal: Journal, feedback_id: int) -> list[str]:
    """The characters of this note that no font here can print."""
    entry, whom = _whose(journal, feedback_id)
    mine = me.get(journal)
    lines = (mine.name, mine.stage, mine.institution, whom.name, whom.department,
             whom.institution, _subject(entry))
    return papers.unprintable([_text(entry), *filter(None, lines)])


def _whose(journal: Journal, feedback_id: int) -> tuple[Feedback, Person]:
    entry = feedback.get(journal, feedback_id)
    return entry, people.get(journal, entry.person_id)


def _text(entry: Feedback) -> str:
    if not (entry.note_text or "").strip():
        raise JournalError(tr("There is no note yet; write one first."))
    return entry.note_text or ""


def _subject(entry: Feedback) -> str:
    line = " ".join((entry.topic or "").split())
    shown = line if len(line) <= LONGEST_SUBJECT else line[:LONGEST_SUBJECT - 1].rstrip() + "…"
    return subject(shown, tells_what_came_of_it(entry.note_text or ""))


def _day(entry: Feedback, as_of: date) -> date:
    """When it was sent; a note of what came of it was not sent before that was known."""
    sent, acted = entry.note_on, entry.acted_on
    if sent and acted and sent < acted and tells_what_came_of_it(entry.note_text or ""):
        return as_of
    return sent or as_of


# Short mails ----------------------------------------------------------------------------------


def asking(journal: Journal, person_id: int, topic: str, question: str) -> str:
    """A draft that asks somebody for feedback."""
    whom = people.get(journal, person_id)
    return ask_message(called(whom), signed(me.get(journal), whom), topic, question)


def asking_to_talk(journal: Journal, feedback_id: int) -> str:
    """A draft that asks to talk over what was said."""
    entry, whom = _whose(journal, feedback_id)
    return talk_message(called(whom), signed(me.get(journal), whom), entry.topic or "")


def as_mail(journal: Journal, person_id: int, about: str, text: str) -> bytes:
    """A text to somebody as a mail draft."""
    whom = people.get(journal, person_id)
    return mail.draft(subject=about, body=text, to_name=whom.name, to_address=whom.email)
