"""The yearly review for myself as a file: two or three pages, each of which says it is private.

This is the one paper that may hold reflections, hours, stances and questions about missteps; only
who keeps the journal asks for it, and nothing else here may ask for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from mentorjournal.documents import annual_review_private as paper
from mentorjournal.documents.annual_review import GoalLine
from mentorjournal.documents.document import Document, PageSize
from mentorjournal.exchange import papers, review_files
from mentorjournal.exchange.review_files import day_words
from mentorjournal.journal import me, yearly, yearly_private
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.journal.year_ahead import Ahead
from mentorjournal.journal.yearly import Year
from mentorjournal.journal.yearly_people import Gave, WithMentor
from mentorjournal.journal.yearly_private import PrivateYear
from mentorjournal.mentoring import load as loads
from mentorjournal.mentoring import yearly as rules
from mentorjournal.mentoring.missteps_words import signals
from mentorjournal.mentoring.rhythm import DEFAULT_DAYS
from mentorjournal.mentoring.vocabulary import STANCES, label
from mentorjournal.mentoring.yearly import Period
from mentorjournal.words import listing, month_short, month_year_short, number, tr, trn

SUFFIXES = papers.READABLE


def make(journal: Journal, period: Period, as_of: date, suffix: str, page: str = "A4") -> bytes:
    """The file's bytes. Raises JournalError for an ending that is none of `SUFFIXES`."""
    return papers.readable(
        document(journal, period, as_of, page, whole=suffix != ".pdf"), suffix)


def document(
    journal: Journal, period: Period, as_of: date, page: str = "A4", *, whole: bool = False
) -> Document:
    """The review as a document: of three pages at most, or with nothing left out when `whole`."""
    facts = facts_of(journal, period, as_of)
    size: PageSize = "Letter" if page == "Letter" else "A4"
    return paper.compose(facts, size) if whole else paper.fit(facts, size)


def title(period: Period) -> str:
    """What a file of this review is called."""
    return tr("Private review {day}", day=period.until.isoformat())


def facts_of(
    journal: Journal, period: Period, as_of: date, default_days: int = DEFAULT_DAYS
) -> paper.PrivateFacts:
    """What the private paper says."""
    year = yearly.look_back(journal, period, as_of)
    mine = yearly_private.look_back(journal, period, default_days)
    myself = me.get(journal)
    told = review_files.lines(year, myself, as_of)
    people = {one.person.id: one.person.short_name for one in year.people.mentors}
    return paper.PrivateFacts(
        shared=replace(
            told,
            letters=tuple(review_files.letter_line(one, people, as_of) for one in year.letters),
            moved=tuple(GoalLine(one.goal.text, _move(one)) for one in year.goals.moved),
            passing_on=(*told.passing_on, *_with_mentees(year))),
        then=rules.then_words(period), before=review_files.network(year.people.then, myself),
        left=tuple(one.short_name for one in year.people.left),
        mentors=tuple(_mentor(one, mine, as_of) for one in year.people.mentors),
        stances=_stances(mine), months=tuple(_months(mine)),
        load=_load(mine, as_of),
        questions=tuple(paper.Asked(one.question, one.facts) for one in mine.questions),
        untold=_untold(mine), meant=tuple(_plan(mine.meant)),
        intentions=mine.ahead.intentions, new_person=mine.ahead.new_person,
        to_stop=mine.ahead.to_stop,
    )


def _move(one: yearly.Move) -> str:
    """With the reason that was noted."""
    why = (one.before.change or "").strip()
    moved = review_files.move_words(one)
    return tr("{moved}. {why}", moved=moved, why=why) if why else moved


def _with_mentees(year: Year) -> Iterator[str]:
    for one, contacts in year.passing.people:
        yield tr("{name}: {contacts}", name=one.short_name,
                 contacts=trn("{n} contact", "{n} contacts", contacts))


def _mentor(one: WithMentor, mine: PrivateYear, as_of: date) -> paper.PrivateMentor:
    contacts = trn("{n} contact", "{n} contacts", one.contacts)
    if one.met:
        contacts = tr("{contacts} ({n} met)", contacts=contacts, n=one.met)
    decided = mine.decisions.get(one.person.id)
    closed = one.person.is_over or (decided is not None and decided[0] == "close")
    said = _closed(one.person) if one.person.is_over else _decided(decided)
    return paper.PrivateMentor(
        one.person.short_name, contacts, (*one.got.helps, *one.got.outcomes),
        tuple(_gave(one.gave)), "" if closed else _compact(one, as_of), said,
        ", ".join(review_files.got_counts(one.got)))


def _gave(gave: Gave) -> Iterator[str]:
    if gave.thanks:
        said = trn("thanks once", "thanks {n} times", gave.thanks)
        yield (tr("{said}, {n} in public", said=said, n=gave.public)
               if 0 < gave.public < gave.thanks
               else tr("{said}, in public", said=said) if gave.public else said)
    if gave.promises:
        yield trn("{n} promise kept", "{n} promises kept", gave.promises)
    if gave.reported:
        yield trn("told once what came of feedback", "told {n} times what came of feedback",
                  gave.reported)
    if gave.news:
        yield trn("news once", "news {n} times", gave.news)


def _compact(one: WithMentor, as_of: date) -> str:
    if not one.has_compact:
        return tr("no compact yet")
    if one.compact_due is None:
        return tr("compact to begin")
    if one.compact_due < as_of:
        return tr("compact due since {day}", day=day_words(one.compact_due))
    return tr("compact due {day}", day=day_words(one.compact_due))


def _closed(who: Person) -> str:
    """The day it closed, which comes after the one on which that was decided."""
    return tr("closed, {day}", day=day_words(who.ended)) if who.ended else tr("closed")


def _decided(found: tuple[str, date] | None) -> str:
    if found is None:
        return tr("keep, change or close?")
    words = {"keep": tr("keep"), "change": tr("change"), "close": tr("closing decided")}
    return tr("{what}, {day}", what=words.get(found[0], found[0]), day=day_words(found[1]))


def _stances(mine: PrivateYear) -> str:
    return ", ".join(
        tr("{what} {n}", what=label(one).lower(), n=mine.stances[one])
        for one in STANCES if mine.stances.get(one))


def _months(mine: PrivateYear) -> Iterator[paper.Month]:
    """The first and the last month with their year."""
    ends = {mine.months[0].day, mine.months[-1].day} if mine.months else set()
    for one in mine.months:
        name = month_year_short(one.day) if one.day in ends else month_short(one.day.month)
        yield paper.Month(
            name, one.load.hours, number(round(one.load.hours, 1)), one.load.capacity)


def _load(mine: PrivateYear, as_of: date) -> str:
    if not mine.months:
        return ""
    over = sum(one.load.is_over for one in mine.months)
    last = mine.months[-1].load
    said = [tr("Now {hours}.", hours=loads.of_words(last)) if mine.months[-1].day == as_of else ""]
    if last.capacity is None:
        said.append(tr("How many hours I can give was never said."))
    else:
        said.append(trn("The line is what I can give; it was crossed in {n} month.",
                        "The line is what I can give; it was crossed in {n} months.", over)
                    if over else tr("The line is what I can give; it was never crossed."))
    return " ".join(part for part in said if part)


def _untold(mine: PrivateYear) -> str:
    names = {one.kind: one.name for one in signals()}
    said = [names[kind].lower() for kind in mine.untold]
    return tr("Too little to tell by: {what}.", what=listing(said)) if said else ""


def _plan(ahead: Ahead) -> Iterator[tuple[str, tuple[str, ...]]]:
    if ahead.intentions:
        yield tr("Intentions"), ahead.intentions
    if ahead.new_person:
        yield tr("Somebody new"), (ahead.new_person,)
    if ahead.to_stop:
        yield tr("To stop"), (ahead.to_stop,)
