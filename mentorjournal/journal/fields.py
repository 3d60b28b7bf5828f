"""Which values a field takes: one check for forms, the command line and imports alike."""

from __future__ import annotations

import json
import math
import reprlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Boolean, Column, Float, Integer, Table

from mentorjournal.mentoring import vocabulary as v
from mentorjournal.store.columns import Day, WallTime, WordList, clean
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.words import tr

TEXT_LIMIT = 1_000_000  # characters; PROMISES: opens within a second, beyond that editors freeze
_OWN = {"id", "uid", "created_at"}
_YEARS = range(1900, 2201)  # of days and times; beyond, adding a span to a day would overflow

# The noun's plural -> its table; what `list` and `add` on the command line call KIND.
_IRREGULAR = {
    "people": "person", "me": "me", "my_stages": "my_stage", "news": "news",
    "homework": "homework", "boundaries": "boundary", "feedback": "feedback", "thanks": "thanks",
    "advice": "advice", "letter_qualities": "letter_quality", "letter_evidence": "letter_evidence",
    "asks_ahead": "ask_ahead", "credits": "accomplishment_person", "capacities": "capacity",
    "commitment_hours": "commitment_hours", "goal_progress": "goal_progress",
    "feedback_given": "feedback_given",
}
KINDS: dict[str, Table] = {
    **{
        f"{name}s": table
        for name, table in RECORD_TABLES.items()
        if name not in _IRREGULAR.values() and name not in ("preference", "dismissal", "person_tag")
    },
    **{plural: RECORD_TABLES[name] for plural, name in _IRREGULAR.items()},
}

# Lists that belong to a person and are kept as tags: field -> (kind of tag, allowed words or None).
PERSON_LISTS: dict[str, tuple[str, tuple[str, ...] | None]] = {
    "roles": ("role", v.ROLES), "areas": ("area", v.AREAS), "domains": ("domain", v.DOMAINS),
    "functions": ("function", v.FUNCTIONS), "strengths": ("strength", None),
    "styles": ("style", v.STYLES), "not_for": ("not_for", v.DOMAINS),
}

_CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "me": {"setting": v.SETTINGS, "channel": v.CHANNELS},
    "person": {
        "direction": v.DIRECTIONS, "stage": v.STAGES, "level": v.ALL_LEVELS, "origin": v.ORIGINS,
        "channel": v.CHANNELS, "tone": ("professional", "friendly"),
    },
    "person_stage": {"stage": v.STAGES},
    "know_answer": {"topic": v.KNOW_TOPICS},
    "fit_sheet": {"decision": v.FIT_DECISIONS},
    "need": {"domain": v.DOMAINS},
    "self_rating": {"topic": v.SELF_TOPICS},
    "expectation": {"topic": v.COMPACT_TOPICS, "status": v.EXPECTATION_STATES},
    "expectation_version": {"status": v.EXPECTATION_STATES},
    "goal": {"horizon": v.HORIZONS, "domain": v.DOMAINS, "status": v.GOAL_STATES},
    "goal_step": {"owner": v.PARTIES},
    "commitment": {
        "decision": v.COMMITMENT_DECISIONS, "fits_goal": ("fits", "next_to", "neither"),
    },
    "meeting": {
        "mode": v.MEETING_MODES, "purpose": v.PURPOSES, "status": v.MEETING_STATES,
        "initiated_by": v.PARTIES, "arrival": v.ARRIVALS,
    },
    "agenda_item": {
        "kind": v.ITEM_KINDS, "priority": v.PRIORITIES, "wanted": v.WANTED, "domain": v.DOMAINS,
        "state": v.ITEM_STATES,
    },
    "ask_ahead": {"kind": v.ASK_KINDS},
    "action": {"owner": v.PARTIES},
    "outcome": {"kind": v.OUTCOME_KINDS},
    "contact": {"kind": v.CONTACT_KINDS, "channel": v.CHANNELS, "initiated_by": v.PARTIES},
    "feedback": {"kind": v.FEEDBACK_KINDS, "stance": v.STANCES, "trigger": v.TRIGGERS},
    "thanks": {"kind": v.THANKS_KINDS, "reach": v.REACHES},
    "letter": {
        "kind": v.LETTER_KINDS, "status": v.LETTER_STATES, "method": v.LETTER_METHODS,
        "waived": v.WAIVERS,
    },
    "letter_detail": {"field": v.LETTER_DETAILS},
    "letter_evidence": {"state": v.EVIDENCE_STATES},
    "accomplishment_person": {"part": ("contributor", "witness")},
    "reflection": {"tag": (*v.REFLECTION_TAGS, *v.AHEAD_TAGS)},
    "ending": {
        "decision": v.ENDING_DECISIONS, "reason": v.ENDING_REASONS, "outcome": v.ENDING_OUTCOMES,
    },
}
_RANGES: dict[tuple[str, str], tuple[float, float]] = {
    ("meeting", "planned_minutes"): (5, 480), ("meeting", "actual_minutes"): (1, 1440),
    ("agenda_item", "minutes"): (1, 480), ("ask_ahead", "minutes"): (1, 480),
    ("person", "cadence_days"): (1, 3650), ("need", "importance"): (1, 3),
    ("commitment", "hours_per_week"): (0, 168), ("me", "capacity_hours_per_week"): (0, 168),
    ("commitment", "hours_asked"): (0, 168), ("commitment_hours", "hours_per_week"): (0, 168),
    ("capacity", "hours_per_week"): (0, 168), ("self_rating", "now"): (1, 5),
    ("self_rating", "wanted"): (1, 5), ("reflection", "energy"): (1, 5),
    ("meeting", "notice_hours"): (0, 87600),
    ("meeting", "late_minutes"): (0, 480), ("agenda_item", "spent_minutes"): (0, 1440),
    ("compact", "review_every_days"): (1, 3650),
    **{("fit_sheet", name): (1, 5) for name in (
        "availability", "willingness", "style", "shared_values", "inspired")},
}
# What there can be only one of, by what tells it from another.
ALONE: dict[str, tuple[str, ...]] = {
    "me": (), "compact": ("person_id",), "expectation": ("person_id", "topic"),
    "goal_person": ("goal_id", "person_id"), "need_person": ("need_id", "person_id"),
    "accomplishment_person": ("accomplishment_id", "person_id", "part"),
    "letter_detail": ("letter_id", "field"), "goal_progress": ("goal_id", "date"),
    "capacity": ("since",), "commitment_hours": ("commitment_id", "since"),
}
# What somebody who adds a record must say, beyond what the file itself demands: the verbs may
# leave it out, as where nobody knows any more how many hours there are to give.
NEEDED: dict[str, tuple[str, ...]] = {
    "commitment_hours": ("since", "hours_per_week"), "capacity": ("since", "hours_per_week"),
    "goal_progress": ("date", "value"), "self_rating": ("date", "topic"),
}
# What begins with the first field and is over with the second: never the other way round.
SPANS: dict[str, tuple[str, str]] = {
    "me": ("started", "ends"), "my_stage": ("started", "ended"), "person": ("start", "ended"),
    "commitment": ("since", "until"), "meeting": ("started_at", "ended_at"),
    "contact": ("date", "answered_on"),
}


def choices(table: str, field: str) -> tuple[str, ...] | None:
    """The ids a field may take, None where it is free."""
    return _CHOICES.get(table, {}).get(field)


def needed(table: Table) -> tuple[str, ...]:
    """What a record that is added must say."""
    return (*(column.name for column in table.c if _is_required(column)),
            *NEEDED.get(table.name, ()))


def limit(table: str, field: str) -> int:
    """How many characters fit into a field."""
    found: int = RECORD_TABLES[table].c[field].info.get("limit", TEXT_LIMIT)
    return found


def checked(table: Table, values: Mapping[str, Any], *, whole: bool) -> dict[str, Any]:
    """`values` with each value made into its column's type and found allowed.

    `whole` says that a whole record is meant, so that required fields must be there. Raises
    JournalError naming the first field that is unknown, missing or wrong.
    """
    result: dict[str, Any] = {}
    for name, value in values.items():
        if table.name == "person" and name in PERSON_LISTS:
            result[name] = _tags(name, value)
        elif name in _OWN or name not in table.c:
            raise JournalError(tr("There is no field “{field}” here.", field=_shown(name)))
        else:
            result[name] = _value(table.name, table.c[name], value)
    for column in table.c:
        empty = (whole or column.name in result) and result.get(column.name) in (None, "")
        if empty and _is_required(column):
            raise JournalError(tr("“{field}” must not be empty.", field=column.name))
    return result


def _is_required(column: Column[Any]) -> bool:
    return not column.nullable and column.name not in _OWN and column.default is None


def check_span(table: Table, values: Mapping[str, Any]) -> None:
    """Refuse `values` that end before they begin. Raises JournalError naming both fields."""
    first, last = SPANS.get(table.name, ("", ""))
    begins, ends = values.get(first), values.get(last)
    if begins and ends and ends < begins:
        raise JournalError(
            tr("“{last}” must not be before “{first}”.", last=last, first=first)
        )


def fits(table: str, field: str, stored: Any) -> bool:
    """Whether a value that was found in a damaged file can stand in a field."""
    column = RECORD_TABLES[table].c[field]
    try:
        value = json.loads(stored) if isinstance(column.type, WordList) else stored
        return _value(table, column, value) is not None
    except (JournalError, TypeError, ValueError, RecursionError):
        return False


def _value(table: str, column: Column[Any], value: Any) -> Any:
    kind = column.type
    if value is None or value == "":
        return None
    if isinstance(kind, Boolean):
        if isinstance(value, bool) or value in (0, 1):
            return bool(value)
        raise _wrong(column, value)
    if isinstance(kind, Integer | Float):
        return _number(table, column, value)
    if isinstance(kind, Day):
        return _day(column, value)
    if isinstance(kind, WallTime):
        return _wall_time(column, value)
    if isinstance(kind, WordList):
        if not isinstance(value, list | tuple) or not all(isinstance(w, str) for w in value):
            raise _wrong(column, value)
        return tuple(value)
    return _text(table, column, value)


def takes(column: Column[Any]) -> str:
    """What a field takes, as words after "takes", such as "a day such as 2026-05-15"."""
    table, kind = column.table.name, column.type
    low, high = _RANGES.get((table, column.name), (None, None))
    span = "" if low is None else tr(" from {low} to {high}", low=low, high=high)
    if column.foreign_keys:
        owner = next(iter(column.foreign_keys)).column.table.name
        return tr("an id that “list FILE {kind}” shows", kind=kind_of(owner))
    if isinstance(kind, Boolean):
        return tr("true or false")
    if isinstance(kind, Integer):
        return tr("a whole number{span}", span=span)
    if isinstance(kind, Float):
        return tr("a number{span}", span=span)
    if isinstance(kind, Day):
        return tr("a day such as 2026-05-15")
    if isinstance(kind, WallTime):
        return tr("a day and a time such as 2026-05-15T14:30")
    if isinstance(kind, WordList):
        return tr("a list of words")
    if column.name == "zone":
        return tr("a time zone such as Europe/London")
    if column.info.get("moment"):
        return tr("a moment in UTC such as 2026-05-15T14:30:00Z")
    allowed = choices(table, column.name)
    return tr("one of {choices}", choices=named(allowed)) if allowed else tr("text")


def named(ids: Iterable[str]) -> str:
    """Ids as one has to write them, with what they mean where that is not the same words."""
    return ", ".join(
        one if (said := v.label(one)).lower() == one.replace("_", " ") else f"{one} ({said})"
        for one in ids)


def kind_of(table: str) -> str:
    """What `list` and `add` call the records of a table."""
    return next(kind for kind, found in KINDS.items() if found.name == table)


def _text(table: str, column: Column[Any], value: Any) -> str | None:
    if not isinstance(value, str):
        raise _wrong(column, value)
    value = clean(value)
    most = column.info.get("limit", TEXT_LIMIT)
    if column.info.get("limit"):
        value = " ".join(value.split())
    if not value.strip():
        return None
    if len(value) > most:
        raise JournalError(
            tr(
                "“{field}” is too long: {n} characters, and {most} fit.",
                field=_spoken(column.name), n=f"{len(value):,}", most=f"{most:,}",
            )
        )
    allowed = choices(table, column.name)
    if allowed is not None and value not in allowed:
        raise _wrong(column, value)
    if column.name == "zone" and not _is_zone(value):
        raise _wrong(column, value)
    if column.info.get("moment") and not _is_moment(value):
        raise _wrong(column, value)
    return str(value)


def _number(table: str, column: Column[Any], value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _wrong(column, value)
    if isinstance(value, float) and not math.isfinite(value):
        raise _wrong(column, value)
    if isinstance(column.type, Integer):
        if value != int(value) or abs(value) >= 2**63:
            raise _wrong(column, value)
        value = int(value)
    low, high = _RANGES.get((table, column.name), (-1e15, 1e15))
    if not low <= value <= high:
        raise JournalError(
            tr(
                "“{field}” must lie between {low} and {high}.",
                field=_spoken(column.name), low=low, high=high,
            )
        )
    return value if isinstance(value, int) else float(value)


def _day(column: Column[Any], value: Any) -> date:
    try:
        found = value if isinstance(value, date) else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise _wrong(column, value) from None
    # Not "2026-W20-5", which Python takes for a day too.
    if isinstance(found, datetime) or isinstance(value, str) and value != found.isoformat():
        raise _wrong(column, value)
    if found.year not in _YEARS:
        raise _wrong(column, value)
    return found


def _wall_time(column: Column[Any], value: Any) -> datetime:
    try:
        found = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise _wrong(column, value) from None
    if found.tzinfo is not None or (isinstance(value, str) and len(value) < 16):
        raise _wrong(column, value)
    if found.year not in _YEARS:
        raise _wrong(column, value)
    return found.replace(second=0, microsecond=0)


def _tags(name: str, value: Any) -> tuple[str, ...]:
    _, allowed = PERSON_LISTS[name]
    if value is None:
        return ()
    if not isinstance(value, list | tuple) or not all(isinstance(w, str) for w in value):
        raise JournalError(tr("“{field}” must be a list of words.", field=_spoken(name)))
    cleaned = tuple(dict.fromkeys(" ".join(clean(w).split()) for w in value if clean(w).strip()))
    for word in cleaned:
        known = allowed is None or word in allowed or word.startswith("other:")
        if not known or len(word) > 300:
            raise JournalError(tr(
                "“{value}” does not fit “{field}”, which takes a list of these: {words}, or words "
                "of your own after “other:”.", value=_shown(word), field=_spoken(name),
                words=named(allowed)) if allowed else tr(
                "“{value}” is too long for “{field}”.", value=_shown(word), field=_spoken(name)))
    return cleaned


def _is_moment(text: str) -> bool:
    """Whether `text` is an instant as the journal writes it: UTC, to the second, ending in Z."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return False
    return found.year in _YEARS and text == found.strftime("%Y-%m-%dT%H:%M:%SZ")


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _wrong(column: Column[Any], value: Any) -> JournalError:
    return JournalError(
        tr(
            "“{value}” does not fit “{field}”, which takes {what}.",
            value=_shown(value), field=_spoken(column.name), what=takes(column),
        )
    )


def _spoken(field: str) -> str:
    """The name of a field as a person would say it."""
    unusual = {
        "starts_at": tr("start"), "cadence_days": tr("rhythm in days"), "due": tr("due day"),
    }
    return unusual.get(field) or field.removesuffix("_id").replace("_", " ")


def _shown(value: Any) -> str:
    # Of a list in lists in lists only the outermost are spelled out.
    written = reprlib.repr(value) if isinstance(value, list | tuple | dict) else str(value)
    text = " ".join(clean(written).split())
    return text if len(text) <= 60 else text[:57] + "…"
