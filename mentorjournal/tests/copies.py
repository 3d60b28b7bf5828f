"""Two copies of one journal in tests: parted, compared, and told alike by uid."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mentorjournal.journal import merging
from mentorjournal.journal.journal import Journal
from mentorjournal.store import history
from mentorjournal.store.merge_read import SOURCES
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.tests import build

Records = dict[str, dict[str, dict[str, Any]]]


def part(journal: Journal, path: Path) -> Journal:
    """A copy of an open journal, open too."""
    build.copy(journal.path, path)
    other = Journal(path)
    build.do_not_wait_for_the_disk(other)
    return other


def bring(mine: Journal, theirs: Journal, choices: Any = None) -> merging.Comparison:
    """Merge `theirs` into `mine`; what was found."""
    found = merging.compare(mine, theirs.path)
    merging.merge(mine, found, choices)
    return found


def records(journal: Journal) -> Records:
    """Table -> uid -> fields, links as uids: the same in two copies that hold the same."""
    connection = journal.read()
    uids = {
        table: dict(map(tuple, connection.exec_driver_sql(f'SELECT id, uid FROM "{table}"')))
        for table in RECORD_TABLES
    }
    found: Records = {}
    for name, table in RECORD_TABLES.items():
        links = {key.parent.name: key.column.table.name for key in table.foreign_keys}
        found[name] = {}
        for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"').mappings():
            values = dict(row)
            for field, target in links.items():
                values[field] = uids[target].get(values[field])
            if name == "agenda_item":
                source = uids.get(SOURCES.get(values["source"] or "", ""), {})
                values["source_id"] = source.get(values["source_id"])
            del values["id"]
            found[name][values.pop("uid")] = values
    return found


def ever_said(journal: Journal) -> set[object]:
    """Every value that is in the journal or in its history."""
    now = {value for rows in build.dump(journal).values() for row in rows for value in row}
    before = journal.read().exec_driver_sql(
        "SELECT before FROM history WHERE before IS NOT NULL").scalars()
    return now | {history.literal(text) for each in before for text in json.loads(each).values()}
