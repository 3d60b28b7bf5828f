"""The yearly review as a file to hand on: one page, plain text or Markdown, nothing private in it.

What stands on it is read here from the journal, field by field: the whitelist of `SharedFacts`. The
paper for myself is made elsewhere, and nothing here asks for what that one may say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from mentorjournal.documents import annual_review as paper
from mentorjournal.documents.document import Document, PageSize
from mentorjournal.exchange import papers
from mentorjournal.journal import me, year_ahead, yearly
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Goal, Me, Person
from mentorjournal.journal.yearly import Asked, Move, Year
from mentorjournal.journal.yearly_people import Got, WithMentor
from mentorjournal.mentoring import phrases
from mentorjournal.mentoring import yearly as rules
from mentorjournal.mentoring.letter_steps import MINE
from mentorjournal.mentoring.letters import STEPS
from mentorjournal.mentoring.vocabulary import AREAS, FIVE_ROLES, LEVELS, label, role_label
from mentorjournal.mentoring.yearly import Period
from mentorjournal.words import day_month, day_month_year, listing, tr, trn

SUFFIXES = papers.READABLE


def make(journal: Journal, period: Period, as_of: date, suffix: str, page: str = "A4") -> bytes:
    """The file's bytes. Raises JournalError for an ending that is none of `SUFFIXES`."""
    return papers.readable(
        document(journal, period, as_of, page, whole=suffix != ".pdf"), suffix)


def document(
    journal: Journal, period: Period, as_of: date, page: str = "A4", *, whole: bool = False
) -> Document:
    """The review as a document: of one page, or with nothing left out when it is `whole`."""
    facts = facts_of(journal, period, as_of)
    size: PageSize = "Letter" if page == "Letter" else "A4"
    return paper.compose(facts, size) if whole else paper.fit_one_page(facts, size)


def title(period: Period) -> str:
    """What a file of this review is called."""
    return tr("Review to share {day}", day=period.until.isoformat())


def facts_of(journal: Journal, period: Period, as_of: date) -> paper.SharedFacts:
    """What the page to hand on may say."""
    year = yearly.listed(journal, period, as_of)
    found = lines(year, me.get(journal), as_of)
    ahead = year_ahead.shared(journal, period)
    moves = {one.goal.text: _moved_from(one) for one in year.goals.moved}
    return replace(
        found, intentions=ahead.intentions, new_person=ahead.new_person, moved=(),
        done=_with_moves(found.done, moves), dropped=_with_moves(found.dropped, moves),
        active=_with_moves(found.active, moves))


def _with_moves(
    goals: Sequence[paper.GoalLine], moves: Mapping[str, str]
) -> tuple[paper.GoalLine, ...]:
    """Each goal once, with where it was moved from, so that the page has room for all."""
    return tuple(
        replace(one, note=", ".join(part for part in (one.note, moves.get(one.text, "")) if part))
        for one in goals)


def _moved_from(one: Move) -> str:
    before = one.before.due
    if before and one.new_day:
        return tr("moved from {day}", day=day_words(before))
    return move_words(one)


# Rows to lines, as the paper for myself has them too ------------------------------------------


def lines(year: Year, mine: Me, as_of: date) -> paper.SharedFacts:
    """The year in words, without what is ahead."""
    period, people = year.period, year.people
    names = {one.person.id: one.person.short_name for one in people.mentors}
    met = sum(one.contacts for one in people.mentors)
    return paper.SharedFacts(
        period=rules.period_words(period),
        me_name=mine.name or "", me_line=mine.stage or "",
        figures=(
            (tr("Mentors"), str(len(people.now))), (tr("Contacts"), str(met)),
            (tr("Goals reached"), str(len(year.goals.done)))),
        done=tuple(paper.GoalLine(one.text, _on(one.done_on)) for one in year.goals.done),
        moved=tuple(paper.GoalLine(one.goal.text, move_words(one)) for one in year.goals.moved),
        dropped=tuple(paper.GoalLine(one.text, _on(one.done_on)) for one in year.goals.dropped),
        active=tuple(paper.GoalLine(one.text, _under_way(one)) for one in year.goals.active),
        network=network(people.now, mine),
        came=tuple(one.short_name for one in people.came),
        mentors=tuple(_mentor(one) for one in people.mentors),
        feedback=tuple(_themes(year)),
        letters=tuple(_letters(year, names, as_of)),
        thanks=tuple(_thanks(year)), passing_on=tuple(_passing(year)), made_on=as_of,
    )


def day_words(day: date | None) -> str:
    """Such as "12 Dec 2025"."""
    return "" if day is None else day_month_year(day)


def _on(day: date | None) -> str:
    return tr("on {day}", day=day_words(day)) if day else ""


def move_words(one: Move) -> str:
    """Such as "from 31 Oct 2025 to 31 Dec 2025"; where only words changed, since when."""
    before, after = one.before.due, one.goal.due
    if before and after and before != after:
        return tr("from {before} to {after}", before=day_words(before), after=day_words(after))
    if after and not before:
        return tr("now due on {day}", day=day_words(after))
    return tr("worded anew on {day}", day=day_words(one.before.date))


def _under_way(goal: Goal) -> str:
    due = tr("by {day}", day=day_words(goal.due)) if goal.due else ""
    return ", ".join(part for part in ((goal.measure or "").strip(), due) if part)


def network(those: Sequence[Person], mine: Me) -> paper.Network:
    """Mentors of one day, counted by what is noted of them today."""
    return paper.Network(
        len(those), _counted(LEVELS, those, "level"),
        _counted(AREAS, those, "areas", mine.setting or "clinical"),
        _counted(FIVE_ROLES, those, "roles"))


def _counted(
    ids: Sequence[str], those: Sequence[Person], field: str, setting: str = "clinical"
) -> tuple[paper.Counted, ...]:
    """How many have each of a closed list."""
    def has(one: Person, word: str) -> bool:
        value = getattr(one, field)
        return value == word if isinstance(value, str) else word in (value or ())

    def words(word: str) -> str:
        if field == "areas":
            return phrases.area(word, setting)
        return phrases.role(word) if field == "roles" else phrases.level(word)

    return tuple(paper.Counted(words(word), sum(has(one, word) for one in those)) for word in ids)


def _mentor(one: WithMentor) -> paper.MentorLine:
    roles = [role_label(role) for role in one.person.roles if role != "other"]
    return paper.MentorLine(
        one.person.short_name, ", ".join(roles), one.contacts, ", ".join(got_counts(one.got)))


def got_counts(got: Got) -> Iterator[str]:
    """What I got, counted: without a word of what was said."""
    for words, n in ((tr("advice"), len(got.outcomes)), (tr("feedback"), got.feedback),
                     (tr("letters"), got.letters), (tr("help"), len(got.helps))):
        if n:
            yield tr("{what} {n}", what=words, n=n)


def _themes(year: Year) -> Iterator[str]:
    times = Counter((one.theme or one.topic or "").strip() for one in year.feedback)
    for theme, n in times.most_common():
        those = [one for one in year.feedback if (one.theme or one.topic or "").strip() == theme]
        acted = sum(one.acted_on is not None for one in those)
        told = sum(one.reported_back_on is not None for one in those)
        said = [trn("once", "{n} times", n)]
        if acted:
            said.append(tr("acted on") if acted == n else tr("{acted} acted on", acted=acted))
        if told:
            said.append(tr("told") if told == n else tr("{told} told", told=told))
        yield tr("{theme}: {what}", theme=theme or tr("Without a theme"), what=", ".join(said))


def _letters(year: Year, names: dict[int, str], as_of: date) -> Iterator[paper.LetterLine]:
    """One line for each opportunity, with everybody who wrote; who declined is nobody’s business.
    """
    together: dict[tuple[str, str], list[Asked]] = {}
    for one in year.letters:
        if not _is_declined(one):
            together.setdefault((one.target.strip(), _outcome(one, as_of)), []).append(one)
    for (target, outcome), several in together.items():
        writers = dict.fromkeys(_writer(one, names) for one in several)
        yield paper.LetterLine(
            target, ", ".join(name for name in writers if name), _span(several[0]), outcome)


def _span(one: Asked) -> str:
    """Such as "4 Aug to 15 Sep 2025"."""
    first, last = one.asked_on, one.deadline
    if first is None or last is None:
        return day_words(first or last)
    begun = day_words(first) if first.year != last.year else day_month(first)
    return tr("{first} to {last}", first=begun, last=day_words(last))


def letter_line(one: Asked, names: dict[int, str], as_of: date) -> paper.LetterLine:
    """A letter in words; what is still to come is said as it stands."""
    return paper.LetterLine(
        one.target, _writer(one, names), _span(one), _outcome(one, as_of))


def _writer(one: Asked, names: Mapping[int, str]) -> str:
    name = names.get(one.writer_id, "")
    return tr("me, for {name}", name=name) if one.kind == MINE and name else name


def _is_declined(one: Asked) -> bool:
    return one.declined_on is not None or one.status == "declined"


def _outcome(one: Asked, as_of: date) -> str:
    """How far it is; that a writer was reminded stays between us."""
    def took(place: str, day: date | None) -> bool:
        """By its day; one without a day was taken when the status is as far."""
        return day <= as_of if day else one.status in STEPS[STEPS.index(place):]

    if _is_declined(one):
        return tr("declined")
    if took("decided", one.decided_on):
        return label(one.outcome).lower() if one.outcome else tr("decided")
    if took("submitted", one.submitted_on):
        return tr("sent, not decided yet")
    if took("agreed", one.agreed_on):
        return tr("begun, not sent yet") if one.kind == MINE else tr("agreed, not sent yet")
    return tr("asked, no answer yet") if took("asked", one.asked_on) else tr("not asked yet")


def _thanks(year: Year) -> Iterator[str]:
    said = year.thanking
    if said.total:
        yield trn("Thanked once", "Thanked {n} times", said.total) + (
            trn(", {n} of them before others", ", {n} of them before others", said.public)
            if said.public else "")
        kinds = Counter(dict(said.kinds)).most_common(3)
        yield tr("Mostly: {kinds}", kinds=", ".join(
            tr("{what} {n}", what=label(kind).lower(), n=n) for kind, n in kinds))
    if said.to_credit:
        yield trn("Credited {credited} of {n} person who contributed",
                  "Credited {credited} of {n} people who contributed", said.to_credit,
                  credited=said.credited)


def _passing(year: Year) -> Iterator[str]:
    passing = year.passing
    if passing.people:
        contacts = sum(n for _, n in passing.people)
        yield tr("{people}, {contacts}",
                 people=trn("I mentor {n} person", "I mentor {n} people", len(passing.people)),
                 contacts=trn("{n} contact", "{n} contacts", contacts))
    given = [
        trn("gave feedback once", "gave feedback {n} times", passing.feedback_given)
        if passing.feedback_given else "",
        trn("passed advice on once", "passed advice on {n} times", passing.advice)
        if passing.advice else ""]
    if any(given):
        yield tr("I {did}", did=listing([one for one in given if one]))
