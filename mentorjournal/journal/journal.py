"""An open journal: reading, the one door for changes, undo and redo, and the notice of both."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from mentorjournal.journal.changes import Changes
from mentorjournal.store import database, digests, erase, health, history, keys, past, rekey, search
from mentorjournal.store.errors import Damaged, JournalError, MassLoss
from mentorjournal.store.keys import Key
from mentorjournal.store.rekey import KeyChange
from mentorjournal.words import tr

MERGE_SECONDS = 60  # edits to one text within a minute are one undo step
MOST_STEPS = 200  # undo steps kept in a session; the history in the file keeps all
# Entries removed by one change from which on it must be confirmed (PROMISES 16).
MANY, SHARE, LEAST = 50, 0.2, 10


@dataclass(frozen=True)
class Step:
    """What one Undo takes back: one or more steps of the file's history."""

    label: str
    ids: tuple[int, ...]
    merge: str | None = None
    at: float = field(default=0.0, compare=False)


class Journal(QObject):
    """A journal file with its notices; `changed(Changes)` comes once for every change, after it.

    The undo stack moves only after the file has, so a failure never leaves the two apart.
    """

    changed = Signal(object)
    undo_changed = Signal()

    def __init__(
        self, path: Path, passphrase: str | Key | None = None, *, reading_only: bool = False
    ) -> None:
        """Open `path`. Raises JournalError and its kinds."""
        super().__init__()
        self._database = database.open_file(path, passphrase, reading_only=reading_only)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._inside = False
        self._made = self._kept = 0  # changes of this session, and those that are backed up
        self._may_lose = False

    @classmethod
    def create(cls, path: Path, passphrase: str | Key = "") -> Journal:
        """Make an empty journal and open it. Raises JournalError when something is there."""
        key = _new_key(passphrase)
        database.create_file(path, key)
        return cls(path, key)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._database.path

    @property
    def reading_only(self) -> bool:
        """Whether the file may not be written."""
        return self._database.reading_only

    @property
    def is_encrypted(self) -> bool:
        """Whether a passphrase keeps the file from others."""
        return self._database.key is not None

    @property
    def key(self) -> Key | None:
        """What opens the file again and its backups; None when it is not encrypted."""
        return self._database.key

    @property
    def was_changed(self) -> bool:
        """Whether something was changed since the journal was opened or backed up last."""
        return self._made != self._kept

    @property
    def changes_made(self) -> int:
        """How many changes there were in this session; `backed_up` takes it."""
        return self._made

    def backed_up(self, changes_made: int) -> None:
        """There is a backup of the journal as it was after so many changes."""
        self._kept = max(self._kept, changes_made)

    @property
    def uid(self) -> str:
        """What is the same in every copy of this journal."""
        sql = "SELECT value FROM meta WHERE key = 'uid'"
        return str(self.read().exec_driver_sql(sql).scalar_one())

    def opens_with(self, passphrase: str) -> bool:
        """Whether this is the passphrase of the journal; any is, when it has none."""
        key = self._database.key
        return key is None or keys.derive(passphrase, key.salt) == key

    def set_passphrase(self, passphrase: str) -> None:
        """Encrypt the file with a passphrase, or with "" keep it without one.

        Raises JournalError; the journal is then as it was.
        """
        rekey.change_key(self._database, _new_key(passphrase))
        self._made += 1

    def key_change(self) -> KeyChange:
        """The same in parts, the long one for a thread. Raises JournalError."""
        self._made += 1  # a backup under the new key is wanted
        return rekey.KeyChange(self._database)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def read(self) -> Connection:
        """The connection, for questions only."""
        return self._database.connection

    def findings(self) -> list[str]:
        """What is damaged, a sentence each."""
        return health.findings(self.read())

    @contextmanager
    def change(
        self, label: str, *, merge: str | None = None, origin: object = None
    ) -> Iterator[Connection]:
        """One change: everything inside happens or nothing does, and is one undo step.

        Changes with the same `merge` within a minute are one undo step. A change inside another
        belongs to it. Raises JournalError when the file cannot be written, and MassLoss when much
        of the journal would go and nobody has confirmed it.
        """
        if self._inside:
            yield self.read()
            return
        with self._transaction(label) as work:
            yield work.connection
            if not self._may_lose:
                _guard(work)
        if work.rows:
            self._remember(Step(label, (work.number,), merge, time.monotonic()))
            self._announce(work, origin)

    @contextmanager
    def loss_confirmed(self) -> Iterator[None]:
        """Let changes remove as much as they do, because a person has said so."""
        self._may_lose = True
        try:
            yield
        finally:
            self._may_lose = False

    @contextmanager
    def change_for_good(self, label: str) -> Iterator[Connection]:
        """A change that cannot be taken back, and neither can anything before it.

        The file is written anew afterwards, so that nothing stays in its unused parts. Raises
        JournalError when the file cannot be written.
        """
        with self._transaction(label) as work:
            yield work.connection
        self._done.clear()
        self._undone.clear()
        self.undo_changed.emit()
        self._announce(work, None)
        try:
            erase.wipe(self.read())
        except DBAPIError as error:
            raise _refusal(error) from error

    def undo(self) -> str | None:
        """Take back the last step; its label, or None when there is none."""
        return self._move(self._done, self._undone)

    def redo(self) -> str | None:
        """Do again what was taken back last; its label, or None when there is none."""
        return self._move(self._undone, self._done)

    def undo_label(self) -> str | None:
        """What Undo would take back."""
        return self._done[-1].label if self._done else None

    def redo_label(self) -> str | None:
        """What Redo would do again."""
        return self._undone[-1].label if self._undone else None

    def _move(self, source: list[Step], target: list[Step]) -> str | None:
        if not source:
            return None
        past = source[-1]
        try:
            with self._transaction(past.label, undoes=past.ids[0]) as work:
                history.put_back(work.connection, past.ids)
        except JournalError:
            self._done.clear()
            self._undone.clear()
            self.undo_changed.emit()
            raise
        source.pop()
        target.append(Step(past.label, (work.number,)))
        self.undo_changed.emit()
        self._announce(work, None)
        return past.label

    def _remember(self, step: Step) -> None:
        last = self._done[-1] if self._done else None
        if (
            last and step.merge and last.merge == step.merge and not self._undone
            and step.at - last.at < MERGE_SECONDS
        ):
            self._done[-1] = replace(last, ids=(*last.ids, *step.ids), at=step.at)
        else:
            self._done.append(step)
            del self._done[:-MOST_STEPS]
        self._undone.clear()
        self.undo_changed.emit()

    @contextmanager
    def _transaction(self, label: str, undoes: int | None = None) -> Iterator[_Work]:
        if self.reading_only:
            raise JournalError(tr("This journal is open for reading only."))
        connection = self.read()
        work = _Work(connection)
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            self._inside = True
            now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            work.number = history.begin_step(connection, label, now, undoes)
            yield work
            work.rows = history.touched(connection, work.number)
            for table, rows in work.rows.items():
                digests.renew(connection, table, rows)
                search.renew(connection, table, rows)
            # A change that changed nothing leaves no trace in the file.
            connection.exec_driver_sql("COMMIT" if work.rows else "ROLLBACK")
        except BaseException as error:
            _roll_back(connection)
            if isinstance(error, DBAPIError):
                raise _refusal(error) from error
            raise
        finally:
            self._inside = False

    def _announce(self, work: _Work, origin: object) -> None:
        self._made += 1
        rows = {table: frozenset(ids) for table, ids in work.rows.items()}
        self.changed.emit(Changes(rows, origin))


@dataclass
class _Work:
    """A transaction on its way: its step's number, and at its end what it touched."""

    connection: Connection
    number: int = 0
    rows: dict[str, set[int]] = field(default_factory=dict)


def _guard(work: _Work) -> None:
    """Raise MassLoss when a change removes 50 entries, or a fifth of all and at least ten."""
    removed = len(past.removed_by(work.connection, work.number))
    if removed < LEAST:
        return
    total = past.count_entries(work.connection) + removed
    if removed >= MANY or removed >= SHARE * total:
        raise MassLoss(
            tr("This would remove {n} of the {total} entries in the journal. Nothing was removed.",
               n=removed, total=total),
            removed, total,
        )


def _new_key(passphrase: str | Key) -> Key | None:
    if isinstance(passphrase, Key):
        return passphrase
    return keys.fresh(passphrase) if passphrase else None


def _roll_back(connection: Connection) -> None:
    """Undo the open transaction; SQLite may have done so already, after a full disk for one."""
    with suppress(DBAPIError):
        connection.exec_driver_sql("ROLLBACK")


def _refusal(error: DBAPIError) -> JournalError:
    """The sentence for people behind an error of SQLite; a bug of ours is raised as it is."""
    text = str(error.orig).lower()
    if "disk" in text and "full" in text:
        return JournalError(tr("The disk is full. Nothing was lost; make room and try again."))
    if "malformed" in text or "not a database" in text:
        return Damaged(tr("The journal is damaged. Nothing was changed."))
    if "readonly" in text or "locked" in text or "i/o" in text or "unable to open" in text:
        return JournalError(tr("The journal cannot be written at the moment. Nothing was changed."))
    raise error
