"""My own stages: when a new one begins the former one ends, and each mentor is asked about once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from mentorjournal.journal import dismissals, endings, entries, me, people
from mentorjournal.journal.aims import MyStage
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import PersonFacts
from mentorjournal.mentoring import passing_on as rules
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import ending, my_stage
from mentorjournal.words import tr

MENTORS, ONE_BEHIND = "stage-mentors", "stage-one-behind"  # the two questions of a new stage


@dataclass(frozen=True)
class Decision:
    """What I decided about one mentor; `outcome` and what it needs are for a change.

    `every_days` is the lighter rhythm, `until` the end of a pause, as for `endings.change`.
    """

    person_id: int
    decision: str
    outcome: str = ""
    every_days: int | None = None
    until: date | None = None


def every(journal: Journal) -> list[MyStage]:
    """My stages, the newest first."""
    rows = journal.read().execute(
        select(my_stage).order_by(my_stage.c.started.desc().nulls_last(), my_stage.c.id.desc())
    ).mappings()
    return [MyStage.of(row) for row in rows]


def get(journal: Journal, stage_id: int) -> MyStage:
    """One stage. Raises JournalError when it is gone."""
    return MyStage.of(entries.fetch(journal.read(), my_stage, stage_id))


def new_one(journal: Journal, as_of: date) -> MyStage | None:
    """The stage I am in, when it began in the last 90 days and was not the first."""
    found = every(journal)
    if len(found) < 2 or not rules.is_new_stage(found[0].started, as_of):
        return None
    return found[0]


def question(journal: Journal, kind: str, as_of: date) -> MyStage | None:
    """The new stage that `kind` (MENTORS or ONE_BEHIND) is still to be asked about, if any."""
    which = new_one(journal, as_of)
    if which is None or _key(kind, which.id) in dismissals.keys(journal, as_of, kind):
        return None
    return which


def undecided(journal: Journal, as_of: date, default_days: int) -> list[PersonFacts]:
    """Each active mentor not decided about since my stage began; by name.

    Somebody whose closing note is being written is decided about.
    """
    why = endings.to_ask(journal, as_of, default_days)
    ids = {key for key, reasons in why.items() if any(one.why == "my_stage" for one in reasons)}
    ids -= set(journal.read().execute(select(ending.c.person_id).where(
        ending.c.decision == "close", ending.c.outcome.is_(None), ending.c.reopened_on.is_(None),
    )).scalars())
    return people.everybody(journal, as_of, ids) if ids else []


def _key(kind: str, stage_id: int) -> str:
    return f"{kind}:{stage_id}"


# Verbs ----------------------------------------------------------------------------------------


def begin(
    journal: Journal, values: Mapping[str, Any], former: str | None = None, *,
    as_of: date | None = None, origin: object = None,
) -> int:
    """Begin a new stage (`stage` and `started` needed): the one before ends the day before.

    `former` is what I called my stage until now, kept where no stage was noted before. Raises
    JournalError when the new one begins no later than the one before, or after `as_of`: “About me”
    says what I am now.
    """
    started = values.get("started")
    if started is None:
        raise JournalError(tr("Say since when."))
    _require_begun(started, as_of)
    with journal.change(tr("A new stage of mine"), origin=origin) as connection:
        known = every(journal)
        if known and known[0].started and started <= known[0].started:
            raise JournalError(tr(
                "“{stage}” began on a later day; change that first.", stage=known[0].stage[:60]))
        if known and (known[0].ended is None or known[0].ended >= started):
            entries.update_row(
                connection, my_stage, known[0].id, {"ended": started - timedelta(1)})
        elif not known and former:
            entries.insert_row(
                connection, my_stage, {"stage": former, "ended": started - timedelta(1)})
        new_id = entries.insert_row(connection, my_stage, values)
        me.edit(journal, {"stage": values.get("stage")})
        return new_id


def edit(
    journal: Journal, stage_id: int, values: Mapping[str, Any], *, as_of: date | None = None,
    origin: object = None,
) -> None:
    """Change a stage; the words of the one I am in are those of “About me” too.

    Raises JournalError for a beginning after `as_of`.
    """
    _require_begun(values.get("started"), as_of)
    with journal.change(tr("Edit stage"), origin=origin) as connection:
        before = get(journal, stage_id)
        entries.update_row(connection, my_stage, stage_id, values)
        said = values.get("stage")
        if said and said != before.stage and every(journal)[0].id == stage_id:
            me.edit(journal, {"stage": said})


def _require_begun(started: date | None, as_of: date | None) -> None:
    if started is not None and as_of is not None and started > as_of:
        raise JournalError(tr("A stage is noted once it has begun; that day is still to come."))


def remove(journal: Journal, stage_id: int, origin: object = None) -> None:
    """Remove a stage; when it was the newest, the one before goes on."""
    with journal.change(tr("Remove stage"), origin=origin) as connection:
        newest = every(journal)[0].id == stage_id
        entries.delete_row(connection, my_stage, stage_id)
        left = every(journal)
        if newest and left:
            entries.update_row(connection, my_stage, left[0].id, {"ended": None})
            me.edit(journal, {"stage": left[0].stage})


def decide(
    journal: Journal, decisions: Iterable[Decision], day: date, origin: object = None
) -> None:
    """Keep, change or begin to close several mentors at once, as one step."""
    with journal.change(tr("Keep, change or close"), origin=origin):
        for one in decisions:
            if one.decision == "keep":
                endings.keep(journal, one.person_id, day)
            elif one.decision == "close":
                endings.begin_closing(journal, one.person_id)
            else:
                endings.change(journal, one.person_id, day, one.outcome,
                               every_days=one.every_days, until=one.until)


def put_aside(journal: Journal, kind: str, stage_id: int, origin: object = None) -> None:
    """Ask one of the two questions no more about this stage."""
    dismissals.put_aside(journal, _key(kind, stage_id), origin=origin)
