"""How the twelve tips stand: facts gathered in a fixed number of questions, then read by rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import ColumnElement, String, exists, func, or_, select, type_coerce

from mentorjournal.journal import (
    accomplishments,
    commitments,
    expectations,
    keeping,
    knowing,
    letters,
    me,
    needs,
    passing_on,
    people,
    preferences,
    thanks,
)
from mentorjournal.journal.aims import GoalStep
from mentorjournal.journal.between import Ending
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Action, Goal, Meeting, PersonFacts
from mentorjournal.mentoring import coverage, fit, goals, tips_order
from mentorjournal.mentoring import expectations as agreed
from mentorjournal.mentoring import keeping as touch
from mentorjournal.mentoring.load import is_running
from mentorjournal.mentoring.loop import Told
from mentorjournal.mentoring.meetings import Held
from mentorjournal.mentoring.rhythm import DEFAULT_DAYS, YEAR
from mentorjournal.mentoring.tips import Reading
from mentorjournal.mentoring.tips_facts import Contact, Facts, GoalSeen, Seen, Taken
from mentorjournal.store.schema import (
    action,
    agenda_item,
    agenda_option,
    ending,
    feedback,
    fit_sheet,
    goal,
    goal_step,
    meeting,
    outcome,
    person,
)

_STARTS = type_coerce(meeting.c.starts_at, String)
_NOT_MINE = meeting.c.person_id.in_(select(person.c.id).where(person.c.direction != "mentee"))


def readings(
    journal: Journal, as_of: date, default_days: int = DEFAULT_DAYS
) -> list[Reading]:
    """Every indicator of the twelve tips on a day, in their order.

    `default_days` is the rhythm where nothing is agreed.
    """
    return tips_order.read(gather(journal, as_of, default_days))


def gather(journal: Journal, as_of: date, default_days: int = DEFAULT_DAYS) -> Facts:
    """All that the indicators are read from."""
    everybody = people.everybody(journal, as_of)
    covered = coverage.cover((each.person for each in everybody), needs.every(journal),
                             me.get(journal))
    kept = [each for each in keeping.everybody(journal, as_of, default_days)
            if each.person.is_active]
    known = _known(everybody, kept, as_of)
    sheets = _first_sheets(journal)
    mentees = tuple(each.person.id for each in everybody if each.person.standing == "mentee")
    running = [one for one in commitments.on(journal, as_of) if is_running(one, as_of)]
    helps = thanks.received(journal)
    return Facts(
        as_of, preferences.thresholds(journal),
        {each.person.id: each.person.short_name for each in everybody}, covered,
        fit.checked_before((each.person for each in everybody), sheets),
        unfit=_unfit(everybody, sheets), known=known,
        goals=_goals(journal), held=_held(journal, as_of),
        called_off=_called_off(journal, as_of), problems=_problems(journal, as_of),
        load=commitments.load_on(journal, as_of),
        taken=[Taken(one.id, one.title, one.hours_per_week, one.goal_id) for one in running],
        promises=_promises(journal, as_of), compacts=_compacts(journal, as_of, covered),
        letters=[Seen(one.id, one.writer_id, one, one.asked_on)
                 for one in letters.every(journal) if _in_year(one.asked_on, as_of)],
        contact=[Contact(each.person.id, each.rhythm, each.year) for each in kept],
        starts=keeping.who_begins(journal, as_of),
        asked=touch.asked((each.person for each in everybody), as_of),
        next_dates={
            each.person.id: touch.next_date(each.next_meeting, each.person.next_contact_on, as_of)
            for each in everybody if each.person.is_active},
        feedback=_feedback(journal, as_of),
        thanks=thanks.every(journal), helps=[one for one in helps if one.day <= as_of],
        waiting=thanks.to_thank_for(journal, as_of),
        credits=accomplishments.credits(journal), know=knowing.counts(journal),
        endings=_endings(journal, as_of), passing=passing_on.reading(journal, as_of),
        mentees=mentees, reflected_on=passing_on.last_reflection(journal, as_of),
    )


def _in_year(day: date | None, as_of: date) -> bool:
    return day is not None and as_of - timedelta(YEAR - 1) <= day <= as_of


def _known(
    everybody: Iterable[PersonFacts], kept: Iterable[keeping.Keeping], as_of: date
) -> dict[int, int]:
    """For how many days each active mentor is known: since the start, or the first touchpoint."""
    found = {each.person.id: each.year.known_days for each in kept
             if each.year.known_days is not None}
    for each in everybody:
        if each.person.id not in found and each.person.is_active and each.person.start:
            found[each.person.id] = max(0, (as_of - each.person.start).days)
    return found


def _first_sheets(journal: Journal) -> dict[int, date]:
    rows = journal.read().execute(
        select(fit_sheet.c.person_id, func.min(fit_sheet.c.date)).group_by(fit_sheet.c.person_id))
    return {owner: day for owner, day in rows if day is not None}


def _unfit(everybody: Iterable[PersonFacts], sheets: dict[int, date]) -> tuple[int, ...]:
    chosen = (each.person for each in everybody
              if each.person.is_active and each.person.origin in fit.CHOSEN)
    return tuple(
        one.id for one in chosen
        if one.start is None or sheets.get(one.id) is None or sheets[one.id] > one.start)


def _goals(journal: Journal) -> list[GoalSeen]:
    connection = journal.read()
    steps: dict[int, list[GoalStep]] = {}
    active = select(goal.c.id).where(goal.c.status == "active")
    for row in connection.execute(
        select(goal_step).where(goal_step.c.goal_id.in_(active))
    ).mappings():
        steps.setdefault(row["goal_id"], []).append(GoalStep.of(row))
    rows = connection.execute(
        select(goal).where(goal.c.status == "active").order_by(goal.c.position, goal.c.id)
    ).mappings()
    return [
        GoalSeen(one.id, one.text, one.horizon, goals.present(one, steps.get(one.id, ())))
        for one in map(Goal.of, rows)
    ]


def _held(journal: Journal, as_of: date) -> list[Seen[Held]]:
    left = or_(exists().where(outcome.c.meeting_id == meeting.c.id),
               exists().where(action.c.meeting_id == meeting.c.id))
    rows = journal.read().execute(
        select(meeting, left.label("_left")).where(
            meeting.c.status == "held", _NOT_MINE, *_window(as_of)
        ).order_by(_STARTS.desc(), meeting.c.id.desc())).mappings()
    return [Seen(row["id"], row["person_id"], Held(Meeting.of(row), bool(row["_left"])))
            for row in rows]


def _window(as_of: date) -> list[ColumnElement[bool]]:
    since = as_of - timedelta(YEAR - 1)
    return [since.isoformat() <= _STARTS, (as_of + timedelta(1)).isoformat() > _STARTS]


def _called_off(journal: Journal, as_of: date) -> list[Seen[Meeting]]:
    rows = journal.read().execute(
        select(meeting).where(
            meeting.c.status.in_(("cancelled", "postponed")), _NOT_MINE, *_window(as_of)
        ).order_by(_STARTS.desc())).mappings()
    found = map(Meeting.of, rows)
    return [Seen(one.id, one.person_id, one, one.day) for one in found]


def _problems(journal: Journal, as_of: date) -> list[Seen[bool]]:
    """Problems on agendas of a year, also of meetings still to come: their meeting, an option."""
    option = exists().where(agenda_option.c.item_id == agenda_item.c.id)
    rows = journal.read().execute(
        select(meeting.c.id, meeting.c.person_id, option.label("option"))
        .join(agenda_item, agenda_item.c.meeting_id == meeting.c.id)
        .where(agenda_item.c.kind == "problem", agenda_item.c.state != "dropped", _NOT_MINE,
               meeting.c.status.in_(("held", "confirmed", "proposed")),
               (as_of - timedelta(YEAR - 1)).isoformat() <= _STARTS)
        .order_by(_STARTS.desc())).all()
    return [Seen(row.id, row.person_id, bool(row.option)) for row in rows]


def _promises(journal: Journal, as_of: date) -> list[Seen[Action]]:
    """My own, that fell due in the year or before it and are open still."""
    rows = journal.read().execute(
        select(action).where(
            action.c.owner.in_(("me", "both")), action.c.dropped_on.is_(None),
            action.c.due <= as_of, action.c.due > as_of - timedelta(YEAR),
        ).order_by(action.c.due)).mappings()
    return [Seen(one.id, one.person_id, one) for one in map(Action.of, rows)]


def _feedback(journal: Journal, as_of: date) -> list[Seen[Told]]:
    """Every entry, with no more of each than the rules read: there may be thousands."""
    columns = (
        "id", "person_id", "date", "requested", "asked_on", "stance", "cool_off_until",
        "revisited_on", "conversation_on", "talk_asked_on", "plan_on", "note_on", "acted_on",
        "reported_back_on", "set_aside_on")
    day = func.coalesce(feedback.c.date, feedback.c.asked_on)
    rows = journal.read().execute(
        select(*(feedback.c[name] for name in columns),
               (func.coalesce(feedback.c.plan, "") != "").label("plan"))
        .where(day <= as_of).order_by(day.desc(), feedback.c.id.desc())).all()
    return [Seen(row.id, row.person_id, row, row.date or row.asked_on) for row in rows]


def _compacts(
    journal: Journal, as_of: date, covered: coverage.Coverage
) -> list[Seen[agreed.CompactReading]]:
    active = {one.id for one in covered.mentors}
    return [
        Seen(compact.id, owner, agreed.reading(compact, topics, as_of),
             agreed.last_looked(compact))
        for owner, (compact, topics) in expectations.summaries(journal).items()
        if compact is not None and owner in active
    ]


def _endings(journal: Journal, as_of: date) -> list[Seen[Ending]]:
    rows = journal.read().execute(
        select(ending).where(
            ending.c.outcome == "closed", ending.c.reopened_on.is_(None),
            or_(ending.c.decided_on.is_(None), ending.c.decided_on <= as_of),
        ).order_by(ending.c.decided_on.desc())).mappings()
    return [Seen(one.id, one.person_id, one) for one in map(Ending.of, rows)]
