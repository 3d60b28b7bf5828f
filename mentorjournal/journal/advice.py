"""Advice that worked for me: who gave it, when it helps, and to whom I passed it on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from mentorjournal.journal import agenda, dismissals, entries, people
from mentorjournal.journal.advice_told import SOURCE
from mentorjournal.journal.aims import Advice, AdviceUse
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import CarryIn, Meeting
from mentorjournal.mentoring import passing_on as rules
from mentorjournal.mentoring.vocabulary import label
from mentorjournal.store.schema import advice, advice_use, agenda_item, meeting, person
from mentorjournal.words import bare_name, tr

MINUTES = 5
LONGEST_TITLE = 300
_NOT_FOR = "advice:{advice}:{person}"  # put aside: not for this person


@dataclass(frozen=True)
class Piece:
    """A piece of advice with the name of who gave it, and everybody it was passed on to."""

    advice: Advice
    giver: str = ""
    uses: tuple[AdviceUse, ...] = ()

    @property
    def credited(self) -> str:
        """Who is credited: the person's name, or the words that were written; "" for nobody."""
        return bare_name(self.giver) or self.advice.credited_to or ""


def every(journal: Journal, words: str = "") -> list[Piece]:
    """The playbook, the newest first; with `words` the pieces that hold all of them."""
    return _pieces(journal, *(_holds(word) for word in words.split()[:12]))


def _holds(word: str) -> ColumnElement[bool]:
    fields = (advice.c.text, advice.c.when_it_helps, advice.c.credited_to, person.c.name)
    return or_(*(func.lower(field).contains(word.lower(), autoescape=True) for field in fields))


def count(journal: Journal) -> int:
    """How many pieces there are."""
    return int(journal.read().execute(select(func.count()).select_from(advice)).scalar_one())


def get(journal: Journal, advice_id: int) -> Piece:
    """One piece. Raises JournalError when it is gone."""
    found = _pieces(journal, advice.c.id == advice_id)
    if not found:
        raise entries.gone()
    return found[0]


def passed_to(journal: Journal, person_id: int) -> list[tuple[Piece, AdviceUse]]:
    """What I passed on to somebody, the latest first."""
    mine = select(advice_use.c.advice_id).where(advice_use.c.person_id == person_id)
    found = [(piece, use) for piece in _pieces(journal, advice.c.id.in_(mine))
             for use in piece.uses if use.person_id == person_id]
    return sorted(found, key=lambda pair: (pair[1].date or date.min, pair[1].id), reverse=True)


def _pieces(journal: Journal, *conditions: ColumnElement[bool]) -> list[Piece]:
    connection = journal.read()
    uses: dict[int, list[AdviceUse]] = {}
    for row in connection.execute(
        select(advice_use).order_by(advice_use.c.date.desc().nulls_last(), advice_use.c.id.desc())
    ).mappings():
        uses.setdefault(row["advice_id"], []).append(AdviceUse.of(row))
    rows = connection.execute(
        select(advice, person.c.name.label("_giver"))
        .outerjoin(person, person.c.id == advice.c.person_id).where(*conditions)
        .order_by(advice.c.date.desc().nulls_last(), advice.c.id.desc())
    ).mappings()
    return [Piece(Advice.of(row), row["_giver"] or "", tuple(uses.get(row["id"], ())))
            for row in rows]


# For a meeting with somebody I mentor ---------------------------------------------------------


def offered(journal: Journal, which: Meeting) -> list[Piece]:
    """Up to three pieces that suit a meeting with somebody I mentor; none for anybody else.

    What is on the agenda stays, as long as it is there; what was parked comes first.
    """
    whom = people.get(journal, which.person_id)
    if whom.direction != "mentee":
        return []
    pieces = {piece.advice.id: piece for piece in every(journal)}
    items = agenda.items(journal, which.id)
    on_agenda = {item.source_id for item in items if item.source == SOURCE}
    about = " ".join([
        *(" ".join(filter(None, (item.title, item.question, item.background)))
          for item in items if item.source != SOURCE),
        *(label(one) for one in whom.domains), which.headline or "",
    ])
    told = {key for key, piece in pieces.items()
            if any(use.person_id == whom.id for use in piece.uses)}
    told |= _not_for(journal, which, whom.id)
    first = on_agenda | (_parked(journal, whom.id) - told)
    best = rules.suiting(
        [piece.advice for key, piece in pieces.items() if key not in first], about, told,
        {key for key, piece in pieces.items() if piece.uses})
    kept = [pieces[key] for key in pieces if key in first]
    return [*kept, *(pieces[one.id] for one in best[:max(0, rules.MOST_OFFERED - len(kept))])]


def _not_for(journal: Journal, which: Meeting, person_id: int) -> set[int]:
    """What was found to be not for somebody."""
    found = dismissals.keys(journal, which.day, f"{SOURCE}:")
    ending = f":{person_id}"
    return {int(key.split(":")[1]) for key in found if key.endswith(ending)}


def _parked(journal: Journal, person_id: int) -> set[int]:
    """What was left for another time with somebody."""
    return set(journal.read().execute(
        select(agenda_item.c.source_id).join(meeting, meeting.c.id == agenda_item.c.meeting_id)
        .where(meeting.c.person_id == person_id, agenda_item.c.source == SOURCE,
               agenda_item.c.state == "parked")).scalars())


def carried(piece: Piece) -> CarryIn:
    """A piece as something to put on an agenda, credited to whoever gave it."""
    text = " ".join(piece.advice.text.split())
    credit = tr(" ({name})", name=piece.credited) if piece.credited else ""
    room = LONGEST_TITLE - len(credit)
    if len(text) > room:
        text = text[: room - 1].rstrip() + "…"
    return CarryIn(SOURCE, piece.advice.id, text + credit, piece.advice.when_it_helps or "",
                   "advice", MINUTES)


def offer_in(journal: Journal, which: Meeting) -> list[CarryIn]:
    """What is offered for a meeting, ready for its agenda."""
    return [carried(piece) for piece in offered(journal, which)]


# Verbs ----------------------------------------------------------------------------------------


def add(journal: Journal, values: Mapping[str, Any], origin: object = None) -> int:
    """Add a piece of advice; only `text` is needed."""
    with journal.change(tr("Add advice"), origin=origin) as connection:
        return entries.insert_row(connection, advice, _credited(journal, values))


def edit(
    journal: Journal, advice_id: int, values: Mapping[str, Any], origin: object = None
) -> None:
    """Change what a piece says, who gave it, or when it helps."""
    with journal.change(tr("Edit advice"), origin=origin) as connection:
        entries.update_row(connection, advice, advice_id, _credited(journal, values))


def _credited(journal: Journal, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """`values` with the name of who gave it, which stays when they leave the journal."""
    if not values.get("person_id") or values.get("credited_to"):
        return values
    return {**values, "credited_to": bare_name(people.get(journal, values["person_id"]).name)}


def remove(journal: Journal, advice_id: int, origin: object = None) -> None:
    """Remove a piece from the playbook, with the note of whom it was passed on to."""
    with journal.change(tr("Remove advice"), origin=origin) as connection:
        entries.delete_row(connection, advice, advice_id)


def pass_on(
    journal: Journal, advice_id: int, person_id: int | None, day: date, origin: object = None
) -> int:
    """Note that I passed a piece on to somebody, or to somebody who is not in the journal."""
    with journal.change(tr("Pass advice on"), origin=origin) as connection:
        return entries.insert_row(connection, advice_use, {
            "advice_id": advice_id, "person_id": person_id, "date": day})


def take_back(journal: Journal, use_id: int, origin: object = None) -> None:
    """It was not passed on there after all."""
    with journal.change(tr("Not passed on after all"), origin=origin) as connection:
        entries.delete_row(connection, advice_use, use_id)


def not_for(
    journal: Journal, advice_id: int, person_id: int, origin: object = None
) -> None:
    """Offer a piece no more for talks with somebody."""
    dismissals.put_aside(
        journal, _NOT_FOR.format(advice=advice_id, person=person_id), origin=origin)
