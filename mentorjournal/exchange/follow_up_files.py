"""The follow-up note of a meeting: a first draft of it, and the letter as a page, text or mail.

Both are whitelists: a draft reads the fields of `Captured`, the letter those of `NoteFacts`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mentorjournal.documents.document import Document, PageSize
from mentorjournal.documents.note import NoteFacts, compose, joined
from mentorjournal.exchange import papers
from mentorjournal.exchange.addressing import called, signed
from mentorjournal.journal import after_meeting, me, meetings, people
from mentorjournal.journal.after_meeting import Closing
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Action, Me, Meeting, Person
from mentorjournal.mentoring.follow_up import Captured, Dated, draft
from mentorjournal.mentoring.sides import side_of
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.store.errors import JournalError
from mentorjournal.words import clock_time, long_day, short_name, tr

MINE = ("me", "both")


def first_draft(journal: Journal, meeting_id: int, as_of: date) -> str:
    """A note of what was written down about a meeting. Raises JournalError when it is gone."""
    found = after_meeting.read(journal, meeting_id, as_of)
    return draft(_captured(found, me.get(journal)))


def _captured(found: Closing, mine: Me) -> Captured:
    return Captured(
        salutation=called(found.person),
        me_name=signed(mine, found.person),
        met_on=found.meeting.day,
        thanks=tuple(one.for_what for one in found.thanks),
        taken=tuple(one.text for one in found.outcomes),
        mine=_open(one for one in found.promises if one.owner in MINE),
        theirs=_open(one for one in found.promises if one.owner not in MINE),
        open=tuple(item.title for item in found.items if item.state == "parked"),
        next_words=_next(found),
        side=side_of(found.person),
    )


def _open(promises: Iterable[Action]) -> tuple[Dated, ...]:
    return tuple((one.text, one.due) for one in promises if one.is_open)


def _next(found: Closing) -> str:
    following = found.following
    if following is not None and following.status in COMING_STATES:
        return tr("We next speak on {day} at {time}.", day=long_day(following.day),
                  time=clock_time(following.starts_at))
    if following is None and found.meeting.next_contact_on:
        return tr("I will be in touch by {day}.", day=long_day(found.meeting.next_contact_on))
    return ""


# On paper -------------------------------------------------------------------------------------


def title(journal: Journal, meeting_id: int) -> str:
    """What a file of this note is called: "Note Okafor 2026-05-19"."""
    which = meetings.get(journal, meeting_id)
    family = short_name(people.get(journal, which.person_id).name).split()[-1]
    return tr("Note {name} {day}", name=family, day=which.day.isoformat())


def make(
    journal: Journal, meeting_id: int, as_of: date, suffix: str, page: str = "A4"
) -> bytes:
    """The note as ".pdf", ".txt" or ".eml". Raises JournalError when there is none yet."""
    which, whom = _whose(journal, meeting_id)
    return papers.make(
        document(journal, meeting_id, as_of, page), suffix, name=title(journal, meeting_id),
        body=_text(which), subject=_subject(which), to_name=whom.name, to_address=whom.email,
    )


def document(journal: Journal, meeting_id: int, as_of: date, page: str = "A4") -> Document:
    """The note as a letter of its day: that on which it was sent, else today."""
    which, whom = _whose(journal, meeting_id)
    mine = me.get(journal)
    sent = which.follow_up_sent_at
    size: PageSize = "Letter" if page == "Letter" else "A4"
    return compose(NoteFacts(
        kind=tr("Follow-up note"), subject=_subject(which), text=_text(which),
        day=meetings.day_of(sent, which.zone) if sent else as_of,
        me_name=mine.name or "", me_line=joined(mine.stage, mine.institution),
        person_name=whom.name, person_line=joined(whom.department, whom.institution),
    ), size)


def unprintable(journal: Journal, meeting_id: int) -> list[str]:
    """The characters of this note that no font here can print."""
    which, whom = _whose(journal, meeting_id)
    mine = me.get(journal)
    lines = (mine.name, mine.stage, mine.institution, whom.name, whom.department, whom.institution)
    return papers.unprintable([_text(which), *filter(None, lines)])


def _whose(journal: Journal, meeting_id: int) -> tuple[Meeting, Person]:
    which = meetings.get(journal, meeting_id)
    return which, people.get(journal, which.person_id)


def _text(which: Meeting) -> str:
    if not which.follow_up_text:
        raise JournalError(tr("There is no note yet; write one first."))
    return which.follow_up_text


def _subject(which: Meeting) -> str:
    return tr("Our meeting on {day}", day=long_day(which.day))
