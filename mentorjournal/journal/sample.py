"""The sample journal: its records, with their dates moved so that its last day is today."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Table

from mentorjournal import clock, paths
from mentorjournal.journal import entries, fields
from mentorjournal.journal.journal import Journal
from mentorjournal.store.columns import Day, WallTime
from mentorjournal.words import day_in_full, tr

LAST_DAY = date(2026, 5, 15)

# Owners first, so that a link always finds what it points to.
_ORDER = ("me", "my_stages", "people", "needs", "goals", "meetings", "agenda_items", "feedback",
          "accomplishments", "letters", "letter_qualities", "expectations", "reflections")
_WRITTEN_DAY = re.compile(r"\{(\d{4}-\d{2}-\d{2})\}")


def write(path: Path, today: date, passphrase: str = "") -> None:
    """Make the sample journal at `path`. Raises JournalError when something is there already."""
    journal = Journal.create(path, passphrase)
    try:
        fill(journal, today)
    finally:
        journal.close()


def fill(journal: Journal, today: date) -> None:
    """Write the sample's records into an empty journal, as one change."""
    shift = today - LAST_DAY
    zone = ZoneInfo(clock.zone_name())
    ids: dict[str, int] = {}
    later: list[tuple[Table, str, dict[str, Any]]] = []
    with journal.change(tr("Write the sample journal")) as connection:
        for kind, record in _records():
            table = fields.KINDS[kind]
            own = record.pop("id", "")
            ahead = {name: v for name, v in record.items() if _points_ahead(name, v, ids)}
            values = {
                name: _value(table, name, value, ids, shift, zone)
                for name, value in record.items() if name not in ahead
            }
            if table.name == "meeting":
                values["zone"] = zone.key
                _keep_hours(values, record, zone)
            ids[own] = entries.insert_row(connection, table, values)
            if ahead:
                later.append((table, own, ahead))
        for table, own, ahead in later:
            entries.update_row(
                connection, table, ids[own], {name: ids[v] for name, v in ahead.items()}
            )


def _points_ahead(name: str, value: Any, ids: dict[str, int]) -> bool:
    """Whether a link goes to a record that is still to be written, as from meeting to meeting."""
    return name.endswith("_id") and isinstance(value, str) and value not in ids


def _records() -> Iterator[tuple[str, dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for file in sorted((paths.resources() / "sample").glob("*.json")):
        for kind, records in json.loads(file.read_text("utf-8")).items():
            found.setdefault(kind, []).extend(records)
    for kind in sorted(found, key=lambda k: (_ORDER.index(k) if k in _ORDER else 99, k)):
        for record in found[kind]:
            yield kind, record


def _value(
    table: Table, name: str, value: Any, ids: dict[str, int], shift: timedelta, zone: ZoneInfo
) -> Any:
    if value is None:
        return None
    if name.endswith("_id"):
        return ids[value] if isinstance(value, str) else value
    column = table.c.get(name)
    if column is None:
        return value
    if isinstance(column.type, Day):
        return date.fromisoformat(value) + shift
    if isinstance(column.type, WallTime):
        return datetime.fromisoformat(value) + shift
    if column.info.get("moment"):
        return _moment(datetime.fromisoformat(value) + shift, zone)
    return _WRITTEN_DAY.sub(lambda m: _spoken(m[1], shift), value) if isinstance(
        value, str) else value


def _moment(local: datetime, zone: ZoneInfo) -> str:
    return local.replace(tzinfo=zone).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _keep_hours(values: dict[str, Any], record: dict[str, Any], zone: ZoneInfo) -> None:
    """Keep the hours between a meeting's start and its other moments across a clock change."""
    start = datetime.fromisoformat(record["starts_at"])
    begins = values["starts_at"].replace(tzinfo=zone).astimezone(UTC)
    for name in ("desired_outcome_at", "agenda_sent_at", "follow_up_sent_at"):
        if record.get(name):
            moment = begins + (datetime.fromisoformat(record[name]) - start)
            values[name] = moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _spoken(written: str, shift: timedelta) -> str:
    day = date.fromisoformat(written) + shift
    return day_in_full(day)
