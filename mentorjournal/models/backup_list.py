"""Backups in a list: when, why, how large, and what each holds as soon as that is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from mentorjournal.models.record_list import Column, RecordList
from mentorjournal.models.roles import Role
from mentorjournal.store.backup import Backup
from mentorjournal.words import clock_time, listing, long_day, tr, trn


@dataclass(frozen=True)
class BackupLine:
    """A backup and the words for what it holds; `tone` is that of the words."""

    backup: Backup
    holds: str = ""
    tone: str = "muted"


class BackupList(RecordList[BackupLine]):
    """The backups of one journal, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__([Column(tr("Backup"), lambda line: when(line.backup), roles={
            Role.SECOND: second_words,
            Role.TONE: lambda line: line.tone,
            Role.RIGHT: lambda line: size_words(line.backup.size),
            Qt.ItemDataRole.AccessibleTextRole: lambda line: ", ".join(
                (when(line.backup), second_words(line), size_words(line.backup.size))),
        })], key=lambda line: line.backup.path.name, parent=parent)

    def show(self, backups: list[Backup]) -> None:
        """Show these; what is known of one that stays is kept."""
        known = {line.backup: line for line in self.records()}
        self.set_records(known.get(each, BackupLine(each)) for each in backups)

    def tell(self, backup: Backup, holds: str, tone: str = "muted") -> None:
        """Say what a backup holds."""
        row = self.row_of(backup.path.name)
        if row >= 0:
            self.replace(row, BackupLine(backup, holds, tone))


def when(backup: Backup) -> str:
    """Such as "Wednesday 25 November 2026, 18:20"."""
    return tr("{day}, {time}", day=long_day(backup.made_at.date()), time=clock_time(backup.made_at))


def second_words(line: BackupLine) -> str:
    """Why it was made, and what it holds."""
    why = reason_words(line.backup.reason)
    return tr("{why} · {holds}", why=why, holds=line.holds) if line.holds else why


def reason_words(reason: str) -> str:
    """Why a backup was made."""
    known = {
        "close": tr("When the journal was closed"),
        "day": tr("While the journal was open"),
        "hand": tr("Made by hand"),
        "migration": tr("Before a newer version changed the file"),
        "import": tr("Before an import"),
        "restore": tr("Before another state was put back"),
        "merge": tr("Before another copy was brought in"),
        "passphrase": tr("Before the passphrase was changed"),
        "removal": tr("Before much was removed"),
    }
    return known.get(reason, tr("A backup"))


def holds_words(counts: Mapping[str, int], *, whole: bool = False) -> str:
    """Such as "7 people, 51 meetings and 4 letters"; the `whole` of it has the goals too."""
    forms = {
        "person": ("{n} person", "{n} people"), "meeting": ("{n} meeting", "{n} meetings"),
        "feedback": ("{n} feedback entry", "{n} feedback entries"),
        "letter": ("{n} letter", "{n} letters"),
    }
    if whole:
        forms["goal"] = ("{n} goal", "{n} goals")
        forms["contact"] = ("{n} contact", "{n} contacts")
    found = [trn(*forms[table], counts[table]) for table in forms if counts.get(table)]
    return listing(found) or tr("empty")


def size_words(size: int) -> str:
    """Such as "840 KB" or "38.9 MB"."""
    if size < 1_000_000:
        return tr("{n} KB", n=max(1, round(size / 1000)))
    return tr("{n} MB", n=f"{size / 1_000_000:.1f}")
