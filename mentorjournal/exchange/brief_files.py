"""The brief for a letter as a file to hand over: page, plain text or mail draft with its papers.

What the writer sees is read here from the journal, field by field: the whitelist of `BriefFacts`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from mimetypes import guess_extension

from mentorjournal import clock
from mentorjournal.documents import letter_brief as paper
from mentorjournal.documents.document import Document, PageSize
from mentorjournal.exchange import mail, papers
from mentorjournal.exchange.addressing import called
from mentorjournal.journal import files, letter_evidence, letter_papers, letters, me, people
from mentorjournal.journal.between import Attachment, Evidence, Letter, Quality
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Me, Person
from mentorjournal.mentoring import letters as rules
from mentorjournal.mentoring.vocabulary import FIVE_ROLES, label, role_label
from mentorjournal.store.errors import JournalError
from mentorjournal.words import (
    in_sentence,
    listing,
    long_day,
    sentence,
    short_name,
    tr,
    trn,
    whole_day,
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
    return paper.fit(facts_of(source, as_of), _size(page))


def title(journal: Journal, letter_id: int) -> str:
    """What a file of this brief is called: "Brief Vale 2026-06-19"."""
    which = letters.get(journal, letter_id)
    family = short_name(people.get(journal, which.writer_id).name).split()[-1]
    day = which.deadline.isoformat() if which.deadline else ""
    return tr("Brief {name} {day}", name=family, day=day).strip()


def unprintable(journal: Journal, letter_id: int, as_of: date) -> list[str]:
    """The characters of this brief that no font here can print."""
    return _unprintable(document(journal, letter_id, as_of))


def proof(
    journal: Journal, letter_id: int, as_of: date, page: str = "A4"
) -> tuple[bytes, list[str]]:
    """The page as it would be written, and the sentences to say about it."""
    facts = facts_of(read(journal, letter_id, as_of), as_of)
    whole = paper.fit(facts, _size(page))
    return papers.make(whole, ".pdf"), _remarks(facts, whole, page)


def remarks(
    journal: Journal, letter_id: int, as_of: date, suffix: str, page: str = "A4"
) -> list[str]:
    """What to say of the file that `make` writes, a sentence each; most often nothing."""
    if suffix == ".txt":
        return []
    facts = facts_of(read(journal, letter_id, as_of), as_of)
    said = _remarks(facts, paper.fit(facts, _size(page)), page)
    by_hand = not_kept(journal, letter_id) if suffix == ".eml" else []
    return [*said, *([not_kept_words(by_hand)] if by_hand else [])]


def not_kept(journal: Journal, letter_id: int) -> list[str]:
    """The papers that a mail draft cannot carry, because only their names are in the journal."""
    return [one.name for one in _papers(letter_papers.of_letter(journal, letter_id))
            if not one.file]


def not_kept_words(names: Iterable[str]) -> str:
    """What to say of papers that have to be attached by hand."""
    said = listing([tr("“{name}”", name=name) for name in names])
    return tr("Attach {papers} yourself: only the name is in the journal.", papers=said)


def _remarks(facts: paper.BriefFacts, whole: Document, page: str) -> list[str]:
    missing = _unprintable(whole)
    said = [_to_cut(facts, page), papers.unprintable_words(missing) if missing else ""]
    return [one for one in said if one]


def _size(page: str) -> PageSize:
    return "Letter" if page == "Letter" else "A4"


def _to_cut(facts: paper.BriefFacts, page: str) -> str:
    names = paper.sections_to_cut(facts, _size(page))
    if not names:
        return ""
    said = listing([tr("“{name}”", name=name) for name in names])
    return tr("This is longer than three pages. Shorten {sections}.", sections=said)


def _unprintable(whole: Document) -> list[str]:
    from mentorjournal.documents.text import as_text

    return papers.unprintable([as_text(whole)])


# What stands in it ----------------------------------------------------------------------------


def read(journal: Journal, letter_id: int, as_of: date) -> Source:
    """All that a brief is made of. Raises JournalError when the letter is gone."""
    which = letters.get(journal, letter_id)
    qualities = letter_evidence.qualities(journal, letter_id)
    saw = {piece.seen_by_id for one in qualities for piece in one.picked if piece.seen_by_id}
    return Source(
        letter=which, writer=people.get(journal, which.writer_id), mine=me.get(journal),
        details=letters.details(journal, letter_id),
        qualities=qualities,
        names={one.person.id: one.person.name for one in people.everybody(journal, as_of, saw)},
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
        asked=_asked(which), deadline=_deadline(which),
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
        attachments=tuple(one.name for one in _papers(source.attachments)),
        reminders=tuple(_reminders(which, as_of, home)), made_on=as_of,
        thanks=tr("Thank you for the time and the care that this takes."),
    )


def _asked(which: Letter) -> str:
    said = tr("A strong letter") if which.strong_asked else tr("A letter")
    if which.agreed_on:
        return tr("{letter}. You agreed on {day}; thank you.", letter=said,
                  day=long_day(which.agreed_on))
    if which.answer_by:
        return tr("{letter}, and a yes or no by {day}. A no is quite all right.", letter=said,
                  day=long_day(which.answer_by))
    return tr("{letter}. A no is quite all right.", letter=said)


def _deadline(which: Letter) -> str:
    """Day and time on the clock of its own zone: where the writer is, nobody knows here."""
    said = rules.deadline_words(replace(which, zone=None), "UTC")
    if not said or not which.zone:
        return said
    place = which.zone.split("/")[-1].replace("_", " ")
    return tr("{when} ({zone})", when=said, zone="UTC") if place == "UTC" else tr(
        "{when} ({place} time)", when=said, place=place)


def _papers(attachments: Iterable[Attachment]) -> list[Attachment]:
    """What goes along: never the letter itself."""
    return [one for one in attachments if one.kind != "letter"]


def _how(which: Letter) -> str:
    method = label(which.method) if which.method and which.method != "other" else ""
    return " ".join(sentence(part) for part in (method, which.method_note or "") if part)


def _rows(source: Source) -> Iterable[tuple[str, str]]:
    if source.letter.identifiers:
        yield tr("Reference numbers"), source.letter.identifiers
    for field, text in source.details.items():
        yield label(field), text


def _waiver(which: Letter) -> str:
    if which.waived == "yes":
        return tr("I waived it: what you write stays between you and the readers.")
    return tr("I did not waive it.") if which.waived == "no" else ""


def _dealings(source: Source) -> Iterable[str]:
    together = source.together
    roles = [in_sentence(role_label(role).lower()) for role in source.writer.roles
             if role in FIVE_ROLES and role != "confidante"]
    if roles and not (source.letter.how_known or "").strip():
        yield tr("You are {roles}.", roles=listing([tr("my {role}", role=r) for r in roles]))
    if together.meetings and together.first and together.last:
        yield trn(
            "By my notes we have had one meeting, on {last}.",
            "By my notes we have had {n} meetings, from {first} to {last}.",
            together.meetings, first=whole_day(together.first), last=whole_day(together.last))
    elif together.since:
        yield tr("By my notes we have been in touch since {day}.", day=whole_day(together.since))
    if together.goals:
        yield trn(
            "You know of this goal: {goals}.", "You know of these goals: {goals}.",
            len(together.goals), goals=listing(
                [tr("“{name}”", name=one.strip().rstrip(".")) for one in together.goals]))


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
    due = _deadline(which)
    named = [tr("this brief, as a PDF"), *(one.name for one in _papers(source.attachments))]
    parts = [
        tr("Dear {name},", name=called(source.writer)),
        tr("thank you for writing for me. Here is the brief for {opportunity}: what it asks for, "
           "how to send it, and what I hope you can speak to, with evidence and days.",
           opportunity=which.target),
        tr("The letter is due on {day}.", day=due) if due else "",
        "\n".join([tr("With this come:"), *(f"– {name}" for name in named)]),
        tr("If anything is missing or would save you time, a line is enough. And should it become "
           "too much, tell me; I will understand."),
        "\n".join(filter(None, (tr("Thank you,"), source.mine.name))),
    ]
    return "\n\n".join(part for part in parts if part)


def _kept(
    journal: Journal, attachments: Iterable[Attachment]
) -> list[tuple[str, str, bytes]]:
    """The papers whose files are in the journal; the letter itself never goes along."""
    found = []
    for one in _papers(attachments):
        if one.file:
            name = files.plain_name(one.name)
            kind = files.media_type_of(name)
            if kind is None:  # a name in words, such as "CV, two pages"
                kind = files.media_type(journal, one.file)
                name += guess_extension(kind or "") or ""
            data = files.content(journal, one.file)
            found.append((name, kind or "application/octet-stream", data))
    return found
