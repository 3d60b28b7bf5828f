"""The agenda of a meeting as a file to hand over: page, plain text, mail draft or calendar event.

What the mentor sees is read here from the journal, field by field: the whitelist of `AgendaFacts`.
"""

from __future__ import annotations

from datetime import date

from mentorjournal import clock
from mentorjournal.documents import agenda as paper
from mentorjournal.documents.document import PageSize
from mentorjournal.exchange import papers
from mentorjournal.journal import agenda, carry_in, goals, me, meetings, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Action, AgendaItem, AskAhead, Meeting
from mentorjournal.mentoring.agenda import time_budget
from mentorjournal.mentoring.sides import OnPaper, side_of
from mentorjournal.mentoring.vocabulary import label
from mentorjournal.store.errors import JournalError
from mentorjournal.words import long_day, short_day, short_name, tr

SUFFIXES = (".pdf", ".txt", ".eml", ".ics")
PAPERS = (".pdf", ".eml")  # those with the page in them

def make(
    journal: Journal, meeting_id: int, as_of: date, suffix: str, page: str = "A4"
) -> bytes:
    """The file's bytes. Raises JournalError for an ending that is none of `SUFFIXES`."""
    if suffix not in SUFFIXES:
        raise JournalError(
            tr("An agenda can be written as {kinds}.", kinds=", ".join(SUFFIXES))
        )
    if suffix == ".ics":
        return _event(journal, meetings.get(journal, meeting_id))
    facts = facts_of(journal, meeting_id, as_of)
    size: PageSize = "Letter" if page == "Letter" else "A4"
    if suffix == ".txt":
        return as_text(facts).encode()
    if suffix == ".eml":
        return _mail(journal, meeting_id, facts, size)
    return _pdf(facts, size)


def title(journal: Journal, meeting_id: int) -> str:
    """What a file of this agenda is called: "Agenda Okafor 19 May 2026"."""
    which = meetings.get(journal, meeting_id)
    family = short_name(people.get(journal, which.person_id).name).split()[-1]
    return tr("Agenda {name} {day}", name=family, day=which.day.isoformat())


def as_text(facts: paper.AgendaFacts) -> str:
    """The agenda for the body of a mail."""
    from mentorjournal.documents.text import as_text as text_of

    return text_of(paper.compose(facts))


def unprintable(journal: Journal, meeting_id: int, as_of: date) -> list[str]:
    """The characters of this agenda that no font here can print."""
    return papers.unprintable(_texts(facts_of(journal, meeting_id, as_of)))


def facts_of(journal: Journal, meeting_id: int, as_of: date) -> paper.AgendaFacts:
    """What the page may say of a meeting."""
    which = meetings.get(journal, meeting_id)
    whom = people.get(journal, which.person_id)
    items = [item for item in agenda.items(journal, meeting_id) if item.state != "dropped"]
    last = meetings.last_held(journal, which.person_id, which.starts_at)
    side = side_of(whom)
    return paper.AgendaFacts(
        person_name=whom.name,
        me_name=me.get(journal).name or "",
        starts_at=which.starts_at,
        ends_at=which.ends_at,
        where=_where(which),
        link=which.link or "",
        result_wanted=which.desired_outcome or "",
        opening=which.opening or "",
        time_saver=which.time_saver or "",
        items=tuple(_line(item, side.paper) for item in items),
        asks=tuple(_ask(ask) for ask in agenda.asks(journal, meeting_id)),
        promises=tuple(
            _promise(action, whom.short_name)
            for action in carry_in.since_last(journal, which, as_of)
        ),
        since=last.day if last else None,
        goals=_goals(journal, items) if side.paper.shows_goals else (),
        planned_minutes=time_budget(items, which.planned_minutes).planned,
        slot_minutes=which.planned_minutes,
        prepared_on=as_of,
        next_date=_next_date(journal, which),
        says=side.paper,
    )


def _where(which: Meeting) -> str:
    if which.place:
        return which.place
    return label(which.mode) if which.mode else ""


def _line(item: AgendaItem, says: OnPaper) -> paper.AgendaLine:
    return paper.AgendaLine(
        title=item.title,
        kind_words=label(item.kind),
        priority=item.priority,
        minutes=item.minutes,
        question=item.question or "",
        background=item.background or "",
        options=tuple(
            paper.OptionLine(option.text, option.note or "", option.preferred)
            for option in item.options
        ),
        my_view=(item.my_view or "") if says.shows_view else "",
        wanted_words=label(item.wanted),
    )


def _ask(ask: AskAhead) -> paper.AskLine:
    return paper.AskLine(ask.text, ask.minutes, ask.due, ask.link or "")


def _promise(action: Action, their_name: str) -> paper.PromiseLine:
    owner = their_name if action.is_theirs else ""
    return paper.PromiseLine(action.text, owner, action.done_on, action.due)


def _goals(journal: Journal, items: list[AgendaItem]) -> tuple[str, ...]:
    """The goals that the agenda serves, in its order."""
    wanted = list(dict.fromkeys(item.goal_id for item in items if item.goal_id))
    found = goals.with_ids(journal, wanted)
    served = [found[goal_id] for goal_id in wanted if goal_id in found]
    return tuple(
        tr("{goal} ({measure})", goal=goal.text, measure=goal.measure)
        if goal.measure else goal.text
        for goal in served if goal.status == "active"
    )


def _next_date(journal: Journal, which: Meeting) -> str:
    later = [
        s.meeting for s in meetings.coming(journal)
        if s.meeting.person_id == which.person_id and s.meeting.starts_at > which.starts_at
    ]
    return long_day(later[0].day) if later else ""


def _texts(facts: paper.AgendaFacts) -> list[str]:
    texts = [facts.person_name, facts.me_name, facts.where, facts.link, facts.result_wanted,
             facts.opening, facts.time_saver, *facts.goals]
    for item in facts.items:
        texts += [item.title, item.question, item.background, item.my_view]
        texts += [text for option in item.options for text in (option.text, option.note)]
    texts += [text for ask in facts.asks for text in (ask.text, ask.link)]
    return texts + [promise.text for promise in facts.promises]


def _pdf(facts: paper.AgendaFacts, size: PageSize) -> bytes:
    from mentorjournal.documents.pdf import write_pdf

    return write_pdf(paper.fit_one_page(facts, size))


def _mail(
    journal: Journal, meeting_id: int, facts: paper.AgendaFacts, size: PageSize
) -> bytes:
    from mentorjournal.exchange import mail, writing

    which = meetings.get(journal, meeting_id)
    whom = people.get(journal, which.person_id)
    name = writing.safe_name(title(journal, meeting_id), "pdf")
    return mail.draft(
        subject=tr("Agenda for {day}", day=short_day(which.day)),
        body=as_text(facts),
        to_name=whom.name,
        to_address=whom.email,
        attachments=[(name, "application/pdf", _pdf(facts, size))],
    )


def _event(journal: Journal, which: Meeting) -> bytes:
    from mentorjournal.exchange import calendar

    whom = people.get(journal, which.person_id)
    return calendar.event(
        uid=f"{which.uid}@mentorjournal",
        title=tr("Meeting: {name}", name=whom.name),
        starts_at=which.starts_at, zone=which.zone, minutes=which.planned_minutes,
        place=which.place, link=which.link, stamped=clock.now(),
    )
