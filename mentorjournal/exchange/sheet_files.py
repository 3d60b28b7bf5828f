"""The network sheet as a file to hand over: one page, plain text or Markdown.

What stands on it is read here from the journal, field by field: the whitelist of `SheetFacts`. What
somebody adds is on it only where that may be shared, and no private note ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mentorjournal.documents import network_sheet as paper
from mentorjournal.documents.document import Document, PageSize
from mentorjournal.exchange import papers
from mentorjournal.journal import me, needs, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import PersonFacts
from mentorjournal.mentoring import coverage as coverages
from mentorjournal.mentoring import gaps as rules
from mentorjournal.mentoring import phrases
from mentorjournal.mentoring.coverage import CONCENTRATION_NEEDS, Coverage
from mentorjournal.mentoring.gaps import Gap
from mentorjournal.mentoring.next_ask import Askable, NextAsk, next_ask
from mentorjournal.mentoring.vocabulary import FIVE_ROLES
from mentorjournal.store.errors import JournalError
from mentorjournal.words import in_sentence, listing, tr

SUFFIXES = papers.READABLE
# Gaps that are named on paper; what is only a hint stays in the journal.
_NAMED = ("need", "role", "level", "area", "reach", "unset")


@dataclass(frozen=True)
class Wanted:
    """What is wanted on the sheet; an ask of my own stands in the place of the found one."""

    candidates: bool = True
    needs: bool = True
    ask: NextAsk | None = None


def make(
    journal: Journal, as_of: date, suffix: str, page: str = "A4", wanted: Wanted | None = None
) -> bytes:
    """The file's bytes. Raises JournalError for an ending that is none of `SUFFIXES`."""
    return papers.readable(
        document(journal, as_of, page, wanted, whole=suffix != ".pdf"), suffix)


def document(
    journal: Journal, as_of: date, page: str = "A4", wanted: Wanted | None = None, *,
    whole: bool = False,
) -> Document:
    """The sheet as a document: of one page, or with nothing left out when it is `whole`."""
    facts = facts_of(journal, as_of, wanted or Wanted())
    size: PageSize = "Letter" if page == "Letter" else "A4"
    return paper.compose(facts, size) if whole else paper.fit_one_page(facts, size)


def title(as_of: date) -> str:
    """What a file of this sheet is called."""
    return tr("Network sheet {day}", day=as_of.isoformat())


def found_ask(journal: Journal, as_of: date) -> NextAsk:
    """The next ask that the journal knows of."""
    everyone = people.everybody(journal, as_of)
    covered = _coverage(journal, everyone)
    return _ask(covered, _named(covered, Wanted()), everyone, as_of)


def wanted(journal: Journal, as_of: date, ask: str | None, by: date | None) -> Wanted:
    """The sheet with an ask of my own, or the found one with a day of my own.

    Raises JournalError for a day where there is nothing to ask.
    """
    if ask is None and by is None:
        return Wanted()
    words = " ".join(ask.split()) if ask is not None else found_ask(journal, as_of).words
    if by and not words:
        raise JournalError(tr("There is no ask for that day; say one with --ask."))
    return Wanted(ask=NextAsk(words, by))


def facts_of(journal: Journal, as_of: date, wanted: Wanted) -> paper.SheetFacts:
    """What the sheet may say."""
    everyone, mine = people.everybody(journal, as_of), me.get(journal)
    covered = _coverage(journal, everyone)
    named = _named(covered, wanted)
    ask = wanted.ask or _ask(covered, named, everyone, as_of)
    return paper.SheetFacts(
        me_name=mine.name or "", me_stage=mine.stage or "",
        people=tuple(_people(everyone, wanted)),
        gaps=tuple(_gap_words(gap, covered, wanted) for gap in named) if covered.mentors else (),
        alone=tuple(_alone(covered)), ask=ask.words, ask_by=ask.day, made_on=as_of,
    )


def _coverage(journal: Journal, everyone: list[PersonFacts]) -> Coverage:
    return coverages.cover(
        (one.person for one in everyone), needs.every(journal), me.get(journal))


def _people(everyone: list[PersonFacts], wanted: Wanted) -> Iterator[paper.SheetPerson]:
    """Mentors first, those who hold most of the five roles before others; then candidates."""
    known = [one for one in everyone if one.person.is_active
             or (wanted.candidates and one.person.standing == "candidate")]
    known.sort(key=lambda one: (
        not one.person.is_active, -len(set(FIVE_ROLES) & set(one.person.roles)),
        -(one.last_touchpoint or date.min).toordinal()))
    for one in known:
        who = one.person
        yield paper.SheetPerson(
            who.name, who.short_name, who.level, who.roles,
            (who.added_value or "") if who.added_value_shareable else "", one.last_touchpoint,
            not who.is_active)


def _named(covered: Coverage, wanted: Wanted) -> list[Gap]:
    """What may be named; a need of the domain "personal" never is."""
    personal = {need.id for need in covered.needs if need.domain == "personal"}
    return [
        gap for gap in rules.gaps(covered)
        if gap.kind in _NAMED and (gap.kind != "need" or (
            wanted.needs and gap.need_id not in personal))]


def _gap_words(gap: Gap, covered: Coverage, wanted: Wanted) -> str:
    """In the first person, because others read it; with the candidates who might help."""
    said = gap.title
    if gap.kind == "reach":
        said = {
            "own_department": tr("Everyone is from my own department"),
            "other_department": tr("Nobody is from my own department"),
            "outside": tr("Nobody is from my own institution"),
        }[covered.reach.all_the_same or "outside"]
    names = covered.names(gap.candidate_ids) if wanted.candidates else []
    if not names:
        return said
    return tr("{gap}; {names} might help", gap=said, names=phrases.some(names))


def _alone(covered: Coverage) -> Iterator[str]:
    """Who holds several roles, and which roles one person holds alone; not of one or two."""
    if len(covered.mentors) < CONCENTRATION_NEEDS:
        return
    held = covered.concentration
    if held.state in ("look", "act"):
        for who in covered.mentors:
            if who.id in held.person_ids:
                roles = [phrases.role(role) for role in FIVE_ROLES if role in who.roles]
                yield tr("{name} is my {roles}", name=in_sentence(who.short_name),
                         roles=listing(roles))
    for role, ids in covered.roles.items():
        if len(ids) == 1:
            yield tr("{name} alone is my {role}", name=in_sentence(covered.names(ids)[0]),
                     role=phrases.role(role))


def _ask(
    covered: Coverage, named: list[Gap], everyone: list[PersonFacts], as_of: date
) -> NextAsk:
    askable = {
        one.person.id: Askable(
            one.person.id, one.person.short_name, one.person.my_ask, one.next_meeting,
            one.person.next_contact_on)
        for one in everyone}
    return next_ask(
        [gap for gap in named if gap.kind != "unset"],
        [askable[one.id] for one in covered.candidates],
        [askable[one.id] for one in covered.mentors], as_of)
