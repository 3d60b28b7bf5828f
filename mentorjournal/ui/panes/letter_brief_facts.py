"""What the editor of a brief shows of a letter, read at once, and how it says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mentorjournal.journal import (
    accomplishments,
    evidence_offers,
    letter_evidence,
    letters,
    people,
)
from mentorjournal.journal.between import Evidence, Feedback, Letter, Quality
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.letters import WorkTogether
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import brief, phrases, wording
from mentorjournal.models.namesakes import told_apart
from mentorjournal.words import (
    in_sentence,
    listing,
    month_year,
    sentence,
    short_day,
    short_name,
    tr,
    trn,
)

TABLES = ("letter", "letter_quality", "letter_evidence", "person", "feedback", "meeting",
          "contact", "accomplishment")


@dataclass(frozen=True)
class BriefFacts:
    """A letter with its strengths, and what stands around it; `beside` are the other letters.

    `results` are the accomplishments on the record, as they are called.
    """

    letter: Letter
    writer: Person
    strengths: Sequence[Quality]
    beside: Mapping[Letter, Sequence[Quality]]
    everybody: Sequence[Person]
    called: Mapping[int, str]
    loops: Sequence[Feedback]
    together: WorkTogether
    results: Sequence[str]
    as_of: date

    def name(self, person_id: int | None) -> str:
        """Title and family name of somebody, "" for nobody."""
        known = self.called.get(person_id or 0, "")
        return in_sentence(short_name(known)) if known else ""


def read(
    journal: Journal, letter_id: int, as_of: date, loops: Sequence[Feedback] | None = None
) -> BriefFacts:
    """Everything that is shown; `loops` are the closed loops, where they are known.

    Raises JournalError when the letter is gone.
    """
    letter = letters.get(journal, letter_id)
    beside = letters.beside(journal, letter_id)
    strengths = letter_evidence.of_letters(journal, [one.id for one in beside])
    everybody = [one.person for one in people.everybody(journal, as_of)]
    return BriefFacts(
        letter, next(one for one in everybody if one.id == letter.writer_id),
        strengths.get(letter_id, []),
        {one: strengths.get(one.id, []) for one in beside if one.id != letter_id},
        everybody, told_apart(journal, everybody, as_of),
        evidence_offers.closed_loops(journal, as_of) if loops is None else loops,
        letters.work_together(journal, letter.writer_id, as_of),
        accomplishments.told(journal), as_of,
    )


def together_words(facts: BriefFacts) -> str:
    """What the journal knows of the two: "Since March 2025, 9 meetings, the last on …"."""
    known = facts.together
    if known.since is None:
        return tr("The journal has no meeting with {name} yet.", name=facts.name(facts.writer.id))
    since = tr("Since {month}", month=month_year(known.since))
    if not known.meetings or known.last is None:
        return tr("{since}, and no meeting held.", since=since)
    return trn("{since}, one meeting, on {last}.", "{since}, {n} meetings, the last on {last}.",
               known.meetings, since=since, last=short_day(known.last, facts.as_of))


def first_sentence(facts: BriefFacts) -> str:
    """How a text on how they know me may begin: with what they are to me, and since when."""
    roles = listing([phrases.role(one) for one in facts.writer.roles])
    begun = min(filter(None, (facts.writer.start, facts.together.since)), default=None)
    since = month_year(begun) if begun else ""
    if roles and since:
        return tr("You have been my {roles} since {since}.", roles=roles, since=since)
    if roles:
        return tr("You are my {roles}.", roles=roles)
    return tr("We have known each other since {since}.", since=since) if since else ""


def unnamed_words(facts: BriefFacts) -> str:
    """That no result is named, once strengths are: "" while there are none, and when one is."""
    if not facts.strengths:
        return ""
    letter = facts.letter
    texts = [letter.why, letter.why_you, letter.how_known, letter.evidence_unknown]
    for one in facts.strengths:
        texts += [one.quality, *(text for piece in one.picked for text in (
            piece.situation, piece.behaviour, piece.impact))]
    return wording.result_not_named([text for text in texts if text], facts.results) or ""


def witness_words(facts: BriefFacts, piece: Evidence) -> str:
    """Such as "Dr. Vale saw this, Tue 24 Feb"."""
    day = short_day(piece.date, facts.as_of) if piece.date else ""
    name = facts.name(piece.seen_by_id)
    who = tr("{name} saw this", name=name) if name else tr("Nobody saw this yet")
    return tr("{who}, {day}", who=who, day=day) if day else who


def told_words(piece: Evidence) -> str:
    """What was done and what came of it, as a row at rest says it."""
    parts = [text for text in (piece.behaviour, piece.impact) if (text or "").strip()]
    return " ".join(map(sentence, parts)) if parts else brief.piece_words(piece)


def source_words(piece: Evidence) -> tuple[str, str]:
    """Where a piece of evidence is from, and the tone of its chip."""
    if piece.accomplishment_id:
        return tr("Accomplishment"), "accent"
    if piece.feedback_id:
        return tr("Feedback"), "neutral"
    return (tr("Meeting"), "neutral") if piece.meeting_id else (tr("Mine"), "neutral")


def loop_words(facts: BriefFacts, entry: Feedback) -> str:
    """A closed loop as a choice: its topic, who gave it, and when."""
    about = entry.topic or entry.gist or tr("Feedback")
    day = short_day(entry.date, facts.as_of) if entry.date else ""
    return tr("{about}: {name}, {day}", about=phrases.quoted(about).strip("“”"),
              name=facts.name(entry.person_id), day=day)


def growth_draft(facts: BriefFacts, entry: Feedback) -> str:
    """First words on what I worked on, from the entry's own; to be edited."""
    told = tr("{name} told me: {gist}", name=facts.name(entry.person_id),
              gist=sentence(entry.gist or entry.topic or ""))
    return " ".join([told, *(sentence(text) for text in (entry.plan, entry.came_of) if text)])


def others_words(facts: BriefFacts) -> list[str]:
    """A sentence for each other letter: who writes it, and what it covers."""
    return [
        tr("{name}: {what}.", name=facts.called.get(one.writer_id, ""), what=covered)
        for one, strengths in facts.beside.items()
        if (covered := brief.covers_words(strengths)) and not one.declined_on
    ]
