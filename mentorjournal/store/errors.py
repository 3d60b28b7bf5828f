"""Refusals: what can go wrong in the world, each with one sentence for people and an exit code."""

from __future__ import annotations


class JournalError(Exception):
    """Something was refused; the text is a sentence that can be shown as it is."""

    exit_code = 2


class Damaged(JournalError):
    """The file is not what it was when it was written."""

    exit_code = 3


class NoJournal(JournalError):
    """There is no file, or none that is a journal."""


class OpenElsewhere(JournalError):
    """Another program holds the journal."""

    exit_code = 4


class NewerVersion(JournalError):
    """The journal was made by a newer version of the program."""

    exit_code = 5


class Locked(JournalError):
    """The journal is encrypted, and no passphrase was given."""


class WrongPassphrase(Locked):
    """The passphrase given does not open the journal."""


class Stopped(JournalError):
    """Whoever waited for slow work stopped it."""


class MassLoss(JournalError):
    """A change would remove a large part of the journal, and nobody has confirmed it."""

    def __init__(self, text: str, removed: int, total: int) -> None:
        """`removed` of the `total` entries would go."""
        super().__init__(text)
        self.removed = removed
        self.total = total
