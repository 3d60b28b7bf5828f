"""The brief for a letter as a file to hand over: page, plain text or mail draft with its papers.

What the writer sees is read here from the journal, field by field: the whitelist of `BriefFacts`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mentorjournal import clock
from mentorjournal.documents import letter_brief as paper
from mentorjournal.documents.document import Document, PageSize
from mentorjournal.exchange import mail, papers
from mentorjournal.journal import files, letter_evidence, letter_papers, letters, me, people
from mentorjournal.journal.between import Attachment, Evidence, Letter, Quality
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Me, Person
from mentorjournal.mentoring import letters as rules
from mentorjournal.mentoring.vocabulary import label
from mentorjournal.store.errors import JournalError
from mentorjournal.words import (
    bare_name,
    in_sentence,
    listing,
    long_day,
    month_long,
    sentence,
    short_name,
    tr,
    trn,
)

SUFFIXES = papers.SUFFIXES


@dataclass(frozen=True)
class Source:
    """The rows that a brief is made of, read once."""

    letter: Letter
    writer: Person
    mine: Me
    details: dict[str, str]
    qualities: list[Quality]
    names: dict[int, str]
    attachments: list[Attachment]
    together: letters.WorkTogether


def make(
    journal: Journal, letter_id: int, as_of: date, suffix: str, page: str = "A4"
) -> bytes:
    """The file's bytes. Raises JournalError for an ending that is none of `SUFFIXES`."""
    if suffix not in SUFFIXES:
        raise JournalError(
            tr("A brief can be written as {kinds}.", kinds=", ".join(SUFFIXES)))
    source = read(journal, letter_id, as_of)
    document = compose(source, as_of, page)
    if suffix != ".eml":
        return papers.make(document, suffix)
    name = title(journal, letter_id)
    return mail.draft(
        subject=tr("Brief for your letter: {opportunity}", opportunity=source.letter.target),
        body=_message(source), to_name=source.writer.name, to_address=source.writer.email,
        attachments=[
            (f"{name}.pdf", "application/pdf", papers.make(document, ".pdf")),
            *_kept(journal, source.attachments),
        ],
    )


def document(journal: Journal, letter_id: int, as_of: date, page: str = "A4") -> Document:
    """The brief as a document, for a preview or the printer."""
    return compose(read(journal, letter_id, as_of), as_of, page)


def compose(source: Source, as_of: date, page: str = "A4") -> Document:
    """The brief of what was read."""
    size: PageSize = "Letter" if page == "Letter" else "A4"
    return paper.compose(facts_of(source, as_of), size)


def title(journal: Journal, letter_id: int) -> str:
    """What a file of this brief is called: "Brief Vale 2026-06-19"."""
    which = letters.get(journal, letter_id)
    family = short_name(people.get(journal, which.writer_id).name).split()[-1]
    day = which.deadline.isoformat() if which.deadline else ""
    return tr("Brief {name} {day}", name=family, day=day).strip()


def to_cut(journal: Journal, letter_id: int, as_of: date, page: str = "A4") -> str:
    """A sentence that names the sections to shorten, "" when the brief fits its pages."""
    size: PageSize = "Letter" if page == "Letter" else "A4"
    names = paper.sections_to_cut(facts_of(read(journal, letter_id, as_of), as_of), size)
    if not names:
        return ""
    said = listing([tr("“{name}”", name=name) for name in names])
    return tr("This is longer than three pages. Shorten {sections}.", sections=said)


def unprintable(journal: Journal, letter_id: int, as_of: date) -> list[str]:
    """The characters of this brief that no font here can print."""
    from mentorjournal.documents.text import as_text

    return papers.unprintable([as_text(document(journal, letter_id, as_of))])


# What stands in it ----------------------------------------------------------------------------


def read(journal: Journal, letter_id: int, as_of: date) -> Source:
    """All that a brief is made of. Raises JournalError when the letter is gone."""
    which = letters.get(journal, letter_id)
    return Source(
        letter=which, writer=people.get(journal, which.writer_id), mine=me.get(journal),
        details=letters.details(journal, letter_id),
        qualities=letter_evidence.qualities(journal, letter_id),
        names={one.person.id: one.person.name for one in people.everybody(journal, as_of)},
        attachments=letter_papers.of_letter(journal, letter_id),
        together=letters.work_together(journal, which.writer_id, as_of),
    )


def facts_of(source: Source, as_of: date) -> paper.BriefFacts:
    """What the page may say."""
    which, mine = source.letter, source.mine
    home = clock.zone_name()
    return paper.BriefFacts(
        writer_name=source.writer.name, opportunity=which.target, me_name=mine.name or "",
        me_line=", ".join(filter(None, (mine.stage, mine.institution))),
        asked=_asked(which), deadline=rules.deadline_words(which, home),
        how_to_send=_how(which), length_and_form=which.length_and_form or "",
        addressed_to=which.addressed_to or "", rows=tuple(_rows(source)),
        waiver=_waiver(which), why=which.why or "", why_you=which.why_you or "",
        how_known=which.how_known or "", dealings=tuple(_dealings(source)),
        criteria=rules.criteria_of(which.criteria),
        claims=tuple(_claim(one, source) for one in source.qualities),
        evidence_unknown=which.evidence_unknown or "",
        growth=(which.growth_words or "") if which.growth_feedback_id else "",
        context=(which.context or "") if which.context_allowed else "",
        leave_out=which.leave_out or "", others=which.others_writing or "",
        attachments=tuple(one.name for one in source.attachments if one.kind != "letter"),
        reminders=tuple(_reminders(which, as_of, home)), made_on=as_of,
        thanks=tr("Thank you for the time and the care that this takes."),
    )


def _asked(which: Letter) -> str:
    said = tr("A strong letter") if which.strong_asked else tr("A letter")
    if which.agreed_on:
        return tr("{letter}. You agreed on {day}; thank you.", letter=said,
                  day=long_day(which.agreed_on))
    if which.answer_by:
        return tr("{letter}; a yes or a no by {day}. A no is quite all right.", letter=said,
                  day=long_day(which.answer_by))
    return tr("{letter}. A no is quite all right.", letter=said)


def _how(which: Letter) -> str:
    method = label(which.method) if which.method and which.method != "other" else ""
    return " ".join(sentence(part) for part in (method, which.method_note or "") if part)


def _rows(source: Source) -> Iterable[tuple[str, str]]:
    if source.letter.identifiers:
        yield tr("References"), source.letter.identifiers
    for field, text in source.details.items():
        yield label(field), text


def _waiver(which: Letter) -> str:
    if which.waived == "yes":
        return tr("I waived it: what you write stays between you and the readers.")
    return tr("I did not waive it.") if which.waived == "no" else ""


def _dealings(source: Source) -> Iterable[str]:
    together = source.together
    if together.since and together.meetings:
        yield trn(
            "We have worked together since {since} and met once.",
            "We have worked together since {since} and met {n} times, most recently on {last}.",
            together.meetings, since=_month(together.since),
            last=long_day(together.last) if together.last else "")
    elif together.since:
        yield tr("We have been in touch since {since}.", since=_month(together.since))
    if together.goals:
        yield tr("You know these goals of mine: {goals}.", goals=listing(
            [one.strip().rstrip(".") for one in together.goals]))


def _month(day: date) -> str:
    return tr("{month} {year}", month=month_long(day.month), year=day.year)


def _claim(one: Quality, source: Source) -> paper.Claim:
    return paper.Claim(
        one.quality, one.criterion or "", tuple(_piece(each, source) for each in one.picked))


def _piece(one: Evidence, source: Source) -> paper.Piece:
    name = source.names.get(one.seen_by_id or 0, "")
    return paper.Piece(
        one.situation or "", one.behaviour or "", one.impact or "", in_sentence(name),
        one.seen_by_id == source.letter.writer_id, one.date)


def _reminders(which: Letter, as_of: date, home: str) -> Iterable[date]:
    if rules.is_submitted(which):
        return
    since = which.reminded_on or date.min
    yield from (day for day in rules.reminders(which, home) if day > max(since, as_of))


# By mail --------------------------------------------------------------------------------------


def _message(source: Source) -> str:
    which = source.letter
    due = rules.deadline_words(which, clock.zone_name())
    named = [one.name for one in source.attachments if one.kind != "letter"]
    parts = [
        tr("Dear {name},", name=_called(source.writer)),
        tr("thank you for writing for me. Here is the brief for {opportunity}: what it asks for, "
           "how to send it, and what I hope you can speak to, with evidence and days.",
           opportunity=which.target),
        tr("The letter is due on {day}.", day=due) if due else "",
        tr("With this come {papers}.", papers=listing(named)) if named else "",
        tr("If anything is missing or would save you time, a line is enough. And should it become "
           "too much, tell me; I will understand."),
        tr("Thank you,"),
        source.mine.name or "",
    ]
    return "\n\n".join(part for part in parts if part)


def _called(whom: Person) -> str:
    """How a letter speaks to somebody: by first name only where that is how we are."""
    given = bare_name(whom.name).split()
    return given[0] if whom.tone == "friendly" and given else whom.short_name


def _kept(
    journal: Journal, attachments: Iterable[Attachment]
) -> list[tuple[str, str, bytes]]:
    """The papers whose files are in the journal; the letter itself never goes along."""
    found = []
    for one in attachments:
        if one.file and one.kind != "letter":
            name = files.plain_name(one.name)
            kind = files.media_type_of(name) or "application/octet-stream"
            found.append((name if Path(name).suffix else name, kind, files.content(
                journal, one.file)))
    return found
