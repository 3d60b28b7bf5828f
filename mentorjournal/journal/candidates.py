"""Candidates: getting to know somebody before asking, and from asking to an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from mentorjournal.journal import agenda, contacts, dealings, dismissals, entries, people
from mentorjournal.journal import candidate_facts as facts
from mentorjournal.journal.aims import FitSheet
from mentorjournal.journal.aims import Homework as Task
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Meeting, MeetingSummary, Need, Person
from mentorjournal.mentoring import candidacy, conversation, fit
from mentorjournal.mentoring.candidacy import State
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import (
    fit_sheet,
    homework,
    person,
)
from mentorjournal.words import tr

_NEWEST = (fit_sheet.c.date.desc().nulls_last(), fit_sheet.c.id.desc())


@dataclass(frozen=True)
class GettingToKnow:
    """All there is about getting to know somebody; `sheets` are the newest first.

    `stages` are the days on which they came to a stage, `cards` the keys of those on the agenda of
    the next meeting, and `asked_early` says, in words, that they were asked before we had met.
    """

    person: Person
    state: State
    homework: tuple[Task, ...] = ()
    sheets: tuple[FitSheet, ...] = ()
    coming: MeetingSummary | None = None
    stages: Mapping[str, date] | None = None
    needs: tuple[Need, ...] = ()
    suggested_by: str = ""
    cards: frozenset[str] = frozenset()
    asked_early: str = ""

    @property
    def sheet(self) -> FitSheet | None:
        """The newest fit sheet."""
        return self.sheets[0] if self.sheets else None


def read(journal: Journal, person_id: int, as_of: date) -> GettingToKnow:
    """Everything at once, in a constant number of queries. Raises JournalError when they are gone.
    """
    connection = journal.read()
    whom = people.get(journal, person_id)
    sheets = fit_sheets(journal, person_id)
    stages = facts.stages_of(connection, person_id)
    coming = dealings.next_meeting(journal, person_id, as_of)
    messages = facts.unanswered(connection, person_id, as_of)
    return GettingToKnow(
        whom, _state(connection, whom, as_of, sheets, stages, coming, [d for _, d in messages]),
        tuple(homework_of(journal, person_id)), tuple(sheets), coming, stages,
        tuple(dealings.needs_met(journal, person_id)),
        facts.suggested_by(connection, whom),
        facts.cards_on(connection, coming.meeting.id) if coming else frozenset(),
        facts.why_early(connection, person_id) or "",
    )


def homework_of(journal: Journal, person_id: int) -> list[Task]:
    """What to read or find out about somebody, in the order it was noted."""
    rows = journal.read().execute(
        select(homework).where(homework.c.person_id == person_id).order_by(homework.c.id)
    ).mappings()
    return [Task.of(row) for row in rows]


def homework_at(journal: Journal, which: Meeting, as_of: date) -> tuple[Task, ...] | None:
    """The homework to show at a meeting that is the first with somebody; None where it is not."""
    if which.purpose != "getting_to_know" or facts.met_on(journal.read(), which.person_id, as_of):
        return None
    todo = tuple(homework_of(journal, which.person_id))
    return todo if candidacy.homework_shows(which.day, todo, as_of) else None


def wants_fit_sheet(journal: Journal, which: Meeting) -> bool:
    """Whether a meeting was to get to know somebody, and no fit sheet was written since."""
    return which.purpose == "getting_to_know" and journal.read().execute(
        select(fit_sheet.c.id).where(
            fit_sheet.c.person_id == which.person_id, fit_sheet.c.date >= which.day).limit(1)
    ).first() is None


def fit_sheets(journal: Journal, person_id: int) -> list[FitSheet]:
    """What I thought of somebody, the newest first."""
    rows = journal.read().execute(
        select(fit_sheet).where(fit_sheet.c.person_id == person_id).order_by(*_NEWEST)).mappings()
    return [FitSheet.of(row) for row in rows]


def is_being_known(journal: Journal, whom: Person) -> bool:
    """Whether getting to know somebody is of any concern: a candidate, or begun, or noted once."""
    if whom.direction == "mentee":
        return False
    if whom.direction == "candidate" or whom.standing == "candidate":
        return True
    if whom.stage == "initiation":
        return True
    return journal.read().execute(
        select(fit_sheet.c.id).where(fit_sheet.c.person_id == whom.id).limit(1)
    ).first() is not None


def fit_checked(journal: Journal, as_of: date) -> fit.Checked:
    """With how many of the mentors I chose I looked at the fit before we began (D1.2)."""
    rows = journal.read().execute(select(person).where(person.c.direction == "mentor")).mappings()
    return fit.checked_before(map(Person.of, rows), first_sheets(journal, as_of))


def first_sheets(journal: Journal, as_of: date) -> dict[int, date]:
    """Person -> the day on which I first looked whether it fits."""
    first = journal.read().execute(
        select(fit_sheet.c.person_id, func.min(fit_sheet.c.date))
        .where(fit_sheet.c.date <= as_of).group_by(fit_sheet.c.person_id))
    return {owner: day for owner, day in first if day is not None}


def _state(
    connection: Connection, whom: Person, as_of: date, sheets: Sequence[FitSheet],
    stages: Mapping[str, date], coming: MeetingSummary | None, written: Iterable[date],
) -> State:
    newest = sheets[0] if sheets else None
    passed = facts.passed_by(connection, whom.id, as_of)
    return State(
        whom.direction, whom.stage, facts.met_on(connection, whom.id, as_of),
        coming.meeting.day if coming else None, tuple(written),
        facts.was_answered(connection, whom.id, as_of), newest is not None,
        newest.decision if newest else None, newest.decided_on if newest else None,
        stages.get("asked"), passed[1] if passed else None,
    )


def passed_meeting(journal: Journal, person_id: int, as_of: date) -> int | None:
    """The last meeting that was arranged for a day gone by and is neither held nor called off."""
    passed = facts.passed_by(journal.read(), person_id, as_of)
    return passed[0] if passed else None


# Homework and the first request ---------------------------------------------------------------


def add_homework(
    journal: Journal, person_id: int, texts: Sequence[str], origin: object = None
) -> list[int]:
    """Note what to read or find out about somebody; the new ids."""
    with journal.change(tr("Add homework"), origin=origin) as connection:
        return [entries.insert_row(connection, homework, {"person_id": person_id, "text": text})
                for text in texts]


def edit_homework(
    journal: Journal, task_id: int, values: Mapping[str, Any], *, merge: str | None = None,
    origin: object = None,
) -> None:
    """Word homework in another way."""
    with journal.change(tr("Edit homework"), merge=merge, origin=origin) as connection:
        entries.update_row(connection, homework, task_id, values)


def do_homework(
    journal: Journal, task_id: int, day: date | None, origin: object = None
) -> None:
    """Tick homework off on a day; None when it is still to do."""
    label = tr("Homework done") if day else tr("Homework still to do")
    with journal.change(label, origin=origin) as connection:
        entries.update_row(connection, homework, task_id, {"done_on": day})


def remove_homework(journal: Journal, task_id: int, origin: object = None) -> None:
    """Take homework off the list."""
    with journal.change(tr("Remove homework"), origin=origin) as connection:
        entries.delete_row(connection, homework, task_id)


def note_request(
    journal: Journal, person_id: int, day: date, is_nudge: bool = False, origin: object = None
) -> int:
    """Note that I asked for a first meeting: it waits for an answer, and is no touchpoint.

    The id of the contact. Raises JournalError for a day that is still to come.
    """
    line = tr("Asked once more for a first meeting") if is_nudge else tr(
        "Asked for a first meeting")
    with journal.change(tr("Asked for a meeting"), origin=origin):
        return contacts.add(journal, {
            "person_id": person_id, "date": day, "kind": "question", "channel": "email",
            "initiated_by": "me", "answered": False, "line": line})


def take_card(
    journal: Journal, meeting_id: int, key: str, origin: object = None
) -> int:
    """Put a conversation card on the agenda of a meeting; the id of the item."""
    with journal.change(tr("Take a card along"), origin=origin):
        return agenda.add_item(journal, meeting_id, conversation.item(key))


# Does it fit? ---------------------------------------------------------------------------------


def save_fit_sheet(
    journal: Journal, person_id: int, values: Mapping[str, Any], sheet_id: int | None = None,
    origin: object = None,
) -> int:
    """Keep a fit sheet, a new one without `sheet_id`; its id.

    Whoever was met and is judged has come to the stage "met"; a sheet alone is no meeting.
    """
    whom = people.get(journal, person_id)
    label = tr("Fit sheet of {name}", name=whom.short_name)
    with journal.change(label, origin=origin) as connection:
        if sheet_id is None:
            sheet_id = entries.insert_row(
                connection, fit_sheet, {**values, "person_id": person_id})
        else:
            entries.update_row(connection, fit_sheet, sheet_id, values)
        new = whom.stage == "considering" and whom.direction == "candidate"
        day = values.get("date")
        if new and day and facts.met_on(connection, person_id, day):
            people.edit(journal, person_id, {"stage": "met"}, stage_since=day)
        return sheet_id


def remove_fit_sheet(journal: Journal, sheet_id: int, origin: object = None) -> None:
    """Remove a fit sheet."""
    with journal.change(tr("Remove fit sheet"), origin=origin) as connection:
        entries.delete_row(connection, fit_sheet, sheet_id)


def decide(
    journal: Journal, person_id: int, decision: str | None, day: date | None,
    origin: object = None,
) -> None:
    """Decide to ask, to wait or not to ask; None opens it again. It stands on the newest sheet."""
    with journal.change(tr("Decide"), origin=origin) as connection:
        found = fit_sheets(journal, person_id)
        values = {"decision": decision, "decided_on": day if decision else None}
        if found:
            entries.update_row(connection, fit_sheet, found[0].id, values)
        else:
            entries.insert_row(
                connection, fit_sheet, {**values, "person_id": person_id, "date": day})


# Asking, and what they say --------------------------------------------------------------------


def ask(
    journal: Journal, person_id: int, day: date, *, anyway: bool = False, origin: object = None
) -> None:
    """Note that somebody was asked to be my mentor on a day.

    Raises JournalError, with a gentle sentence, where we have not met and nothing was answered by
    then. `anyway` goes on all the same and keeps that it did.
    """
    whom = people.get(journal, person_id)
    if not anyway and is_early(journal, whom, day):
        raise JournalError(" ".join(candidacy.early_words()))
    with journal.change(tr("Ask {name}", name=whom.short_name), origin=origin):
        people.edit(journal, person_id, {"stage": "asked"}, stage_since=day)
        note_if_early(journal, person_id, day)


def is_early(journal: Journal, whom: Person, day: date) -> bool:
    """Whether asking somebody on a day comes before getting to know them."""
    connection = journal.read()
    return candidacy.asks_early(State(
        whom.direction, whom.stage, facts.met_on(connection, whom.id, day),
        was_answered=facts.was_answered(connection, whom.id, day)))


def note_if_early(
    journal: Journal, person_id: int, day: date, origin: object = None
) -> None:
    """Keep that somebody was asked on a day before we had met, where that is so."""
    whom = people.get(journal, person_id)
    if is_early(journal, whom, day):
        with journal.change(tr("Asked before meeting"), origin=origin):
            dismissals.put_aside(
                journal, f"{facts.ASKED_EARLY}{person_id}", why=candidacy.why_early(day))


def agree(journal: Journal, person_id: int, day: date, origin: object = None) -> None:
    """They said yes: a mentor from that day on, at the beginning."""
    whom = people.get(journal, person_id)
    with journal.change(tr("{name} said yes", name=whom.short_name), origin=origin):
        heard(journal, person_id, day)
        people.edit(journal, person_id, {
            "direction": "mentor", "stage": "initiation", "start": day, "ended": None,
        }, stage_since=day)


def heard(journal: Journal, person_id: int, day: date, origin: object = None) -> bool:
    """They answered: nothing I wrote waits any longer. Whether anything had waited."""
    waiting = facts.unanswered(journal.read(), person_id, day)
    if waiting:
        with journal.change(tr("Message answered"), origin=origin):
            contacts.mark_answered(journal, waiting[-1][0], day)
    return bool(waiting)


def said_no(journal: Journal, person_id: int, day: date, origin: object = None) -> None:
    """They said no, to a meeting or to being my mentor: that is an answer, too."""
    whom = people.get(journal, person_id)
    with journal.change(tr("{name} said no", name=whom.short_name), origin=origin):
        heard(journal, person_id, day)
        decline(journal, person_id, day)


def decline(journal: Journal, person_id: int, day: date, origin: object = None) -> None:
    """It does not come about, by their no or by mine; what was noted stays."""
    whom = people.get(journal, person_id)
    with journal.change(tr("{name}: not now", name=whom.short_name), origin=origin):
        people.edit(journal, person_id, {"stage": "declined", "ended": day}, stage_since=day)


def consider_again(journal: Journal, person_id: int, day: date, origin: object = None) -> None:
    """Somebody with whom it did not come about is a candidate again."""
    whom = people.get(journal, person_id)
    stage = "considering" if is_early(journal, whom, day) else "met"
    with journal.change(tr("Consider {name} again", name=whom.short_name), origin=origin):
        people.edit(journal, person_id, {
            "direction": "candidate", "stage": stage, "ended": None}, stage_since=day)
