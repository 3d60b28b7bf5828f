"""Two copies of one journal: whether there is another one, what it has, and bringing that over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mentorjournal.journal import merge_words
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.merge_words import Question
from mentorjournal.store import (
    backup,
    merge_plan,
    merge_read,
    merge_source,
    merge_write,
    synced,
)
from mentorjournal.store.errors import JournalError
from mentorjournal.store.keys import Key
from mentorjournal.store.merge_plan import Conflict, Insert, Plan
from mentorjournal.store.merge_rows import FIELDS, Row, is_quiet
from mentorjournal.store.merge_write import BOTH, MINE, THEIRS, Blob, Choices
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.words import tr

__all__ = ["BOTH", "MINE", "THEIRS", "Comparison", "Question", "compare", "copies_beside",
           "identity", "merge", "sync_program"]

_ORDER = tuple(RECORD_TABLES)  # people and meetings before what hangs on them


@dataclass(frozen=True)
class Comparison:
    """What another copy has that is not here: counts by table, and what only a person can settle.

    `new` comes over, `changed` is said anew here, `gone` goes; `new_names` and `gone_names` are the
    titles of the first few. `parted_at` is the last instant at which the copies were the same.
    """

    name: str
    parted_at: datetime | None
    new: Mapping[str, int]
    changed: Mapping[str, int]
    gone: Mapping[str, int]
    new_names: tuple[str, ...]
    gone_names: tuple[str, ...]
    questions: tuple[Question, ...]
    plan: Plan
    files: tuple[Blob, ...]
    step: int

    @property
    def is_empty(self) -> bool:
        """Whether everything the other copy has is here."""
        return self.plan.is_empty


def identity(journal: Journal) -> str:
    """What all copies of a journal have in common."""
    return merge_read.uid_of(journal.read()) or ""


def sync_program(journal: Journal) -> str | None:
    """The file-sync program in whose folder a journal lies."""
    return synced.program_of(journal.path)


def copies_beside(journal: Journal) -> list[Path]:
    """Copies of a journal that a file-sync program left beside it.

    One whose name tells it for sure counts also when it cannot be read.
    """
    return [
        path for path, sure in synced.copies_beside(journal.path)
        if _is_copy(journal, path, unread=sure)
    ]


def _is_copy(journal: Journal, path: Path, *, unread: bool) -> bool:
    try:
        return merge_source.uid_in(path, journal.key) == identity(journal)
    except JournalError:
        return unread


def compare(
    journal: Journal, path: Path, passphrase: str | Key | None = None
) -> Comparison:
    """What the copy `path`, which is only read, has that `journal` has not.

    Without a passphrase the journal's own is tried. Raises JournalError and its kinds: Locked and
    WrongPassphrase when the copy wants another one.
    """
    if path.exists() and journal.path.samefile(path):
        raise JournalError(tr("This is the journal that is open. Choose another copy of it."))
    mine = journal.read()
    with merge_source.opened(path, passphrase or journal.key) as theirs:
        merge_read.check_copies(mine, theirs, path.name)
        plan = merge_plan.plan(*merge_read.read_both(mine, theirs, path.name))
        led = merge_write.leading(plan.conflicts)
        asked = [each for each in plan.conflicts if (each.uid, each.field) not in led]
        return Comparison(
            path.name, merge_words.moment(merge_read.parted_at(mine, theirs)),
            _in_order(Counter(each.table for each in plan.inserts)), _in_order(_changed(plan)),
            _in_order(Counter(each.table for each in plan.removals)),
            merge_words.named(theirs, sorted(plan.inserts, key=_place)),
            merge_words.named(mine, sorted(plan.removals, key=_place)),
            tuple(merge_words.question(mine, theirs, each) for each in sorted(
                asked, key=lambda each: (_place(each), each.id))),
            plan, tuple(merge_write.missing_files(mine, theirs, plan)),
            merge_read.last_step(mine),
        )


def _place(each: Insert | Row | Conflict) -> int:
    return _ORDER.index(each.table)


def _in_order(counts: Mapping[str, int]) -> Mapping[str, int]:
    return {table: counts[table] for table in _ORDER if counts.get(table)}


def _changed(plan: Plan) -> Mapping[str, int]:
    """Entries that say something else afterwards; a person's lists are part of the person."""
    found: Counter[str] = Counter()
    asked = {(each.table, each.id) for each in plan.conflicts}
    for each in plan.updates:
        told = any(f in FIELDS[each.table] and not is_quiet(each.table, f) for f in each.values)
        if told and (each.table, each.id) not in asked:
            found[each.table] += 1
    moved: list[Insert | Row] = [*plan.inserts, *plan.removals]
    owners = {(each.values or {}).get("person_id") for each in moved if each.table == "person_tag"}
    found["person"] += len(owners - {each.uid for each in moved})
    return found


def merge(
    journal: Journal, comparison: Comparison, choices: Choices | None = None,
    origin: object = None,
) -> None:
    """Bring over what a comparison found, as one change, after a backup.

    `choices` says for the uid and field of a question which wording stays; the later one does where
    it says nothing. Raises JournalError when something was written since the comparison.
    """
    if journal.reading_only:
        raise JournalError(tr("This journal is open for reading only."))
    if merge_read.last_step(journal.read()) != comparison.step:
        raise JournalError(tr("The journal has changed meanwhile. Compare the two once more."))
    if comparison.is_empty:
        return
    backup.make(journal.path, journal.key, "merge")
    with (
        journal.loss_confirmed(),  # what goes stood in the comparison
        journal.change(tr("Merge another copy"), origin=origin) as connection,
    ):
        merge_write.write(connection, comparison.plan, list(comparison.files), choices or {})
