"""What stands around a letter: others for the same opportunity, its writer, and what waits for me.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from mentorjournal import clock
from mentorjournal.journal import letter_evidence, letter_papers, letters, me, people
from mentorjournal.journal.between import Letter
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Me, Person
from mentorjournal.mentoring import letter_steps
from mentorjournal.mentoring.letter_kinds import Company
from mentorjournal.store.schema import accomplishment, letter, letter_detail


def company(journal: Journal, which: Letter, as_of: date) -> Company:
    """What the checks of a kind look at beside the letter itself."""
    beside = [one for one in letters.beside(journal, which.id) if one.declined_on is None]
    concerned = {which.writer_id, *(one.writer_id for one in beside)}
    everybody = {
        one.person.id: one.person for one in people.everybody(journal, as_of, concerned)}
    mine = me.get(journal)
    writers = [everybody[one.writer_id] for one in beside if one.writer_id in everybody]
    writer = everybody.get(which.writer_id)
    answered, shown = _evidence(journal, which.id)
    return Company(
        letters=len(beside), counted=sum(not is_mentor(one) for one in writers),
        outside=sum(_shares(one, mine) is False for one in writers),
        unplaced=sum(_shares(one, mine) is None for one in writers),
        same_letter_id=_same_id(journal, which.id),
        is_mentor=writer is not None and is_mentor(writer),
        same_department=writer is not None and _shares(writer, mine) is True,
        writer=writer.short_name if writer is not None else "",
        papers=frozenset(one.kind for one in letter_papers.of_letter(journal, which.id)
                         if one.kind),
        answered=answered, competencies=shown,
    )


def due(journal: Journal, as_of: date) -> int:
    """How many letters have a next move that is overdue or due today."""
    home = clock.zone_name()
    days = (letter_steps.due_on(one, as_of, home) for one in letters.every(journal))
    return sum(day is not None and day <= as_of for day in days)


def is_mentor(one: Person) -> bool:
    """Whether somebody is or was a mentor of mine, not only asked or considered."""
    return one.direction == "mentor" and one.stage not in (
        "considering", "met", "asked", "declined")


def _shares(one: Person, mine: Me) -> bool | None:
    """Whether somebody is in my department; None while one of the two is not known."""
    if not one.department or not mine.department:
        return None
    if one.institution and mine.institution and not _same(one.institution, mine.institution):
        return False
    return _same(one.department, mine.department)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _same_id(journal: Journal, letter_id: int) -> tuple[str, ...]:
    own = letters.details(journal, letter_id).get("letter_id", "").strip()
    if not own:
        return ()
    rows = journal.read().execute(
        select(letter.c.target, letter_detail.c.text)
        .join(letter, letter.c.id == letter_detail.c.letter_id)
        .where(letter_detail.c.field == "letter_id", letter_detail.c.letter_id != letter_id)
        .order_by(letter.c.id))
    return tuple(row.target for row in rows if (row.text or "").strip() == own)


def _evidence(journal: Journal, letter_id: int) -> tuple[frozenset[str], frozenset[str]]:
    """Criteria that a quality with evidence answers, and competencies that the evidence shows."""
    qualities = [one for one in letter_evidence.qualities(journal, letter_id) if one.picked]
    ids = {each.accomplishment_id for one in qualities for each in one.picked}
    rows = journal.read().execute(
        select(accomplishment.c.competencies).where(accomplishment.c.id.in_(ids - {None})))
    shown = {word for row in rows for word in row.competencies or ()}
    return (
        frozenset(one.criterion.strip(" .").casefold() for one in qualities if one.criterion),
        frozenset(shown | {one.quality for one in qualities}),
    )
