"""Answers to two copies of a journal: told of when one opens, compared, and brought together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from mentorjournal.settings import COPIES_SEEN, SYNC_WARNED
from mentorjournal.words import tr

if TYPE_CHECKING:  # SQLAlchemy comes with the journal, and only after the first picture
    from mentorjournal.journal.journal import Journal
    from mentorjournal.journal.merging import Comparison
    from mentorjournal.ui.main_window import MainWindow

MOST_TOLD = 3  # copies beside a journal that are spoken of at once
MOST_SEEN = 100  # copies that are remembered as compared


class MergeAnswers(QObject):
    """Looks around when a journal opens, and merges another copy of it when asked."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.opening.opened.connect(lambda: QTimer.singleShot(0, self, self._look_around))

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Its entries in the menus."""
        return {"merge_copy": self.ask}

    # What is said when a journal opens

    def _look_around(self) -> None:
        journal = self._window.journal
        if journal is not None and not self._window.opening.is_scratch(journal.path):
            self._warn_of_syncing(journal)
            self._tell_of_copies(journal)

    def _warn_of_syncing(self, journal: Journal) -> None:
        """Once for each journal: a folder that is synced is no place for one that is in use."""
        from mentorjournal.journal import merging

        program, settings = merging.sync_program(journal), self._window.settings
        identity = merging.identity(journal)
        if program is None or identity in settings.get(SYNC_WARNED):
            return
        settings.set(SYNC_WARNED, (*settings.get(SYNC_WARNED), identity))
        backups = self._window.actions_table.by_key.get("backups")
        self._window.messages.say(
            tr("This journal lies in a folder that {program} syncs. When two computers write in "
               "it at once, it splits in two. It is safer to keep it elsewhere and have its "
               "backups synced instead.", program=program),
            "warn", tr("Backups…") if backups else "", backups.trigger if backups else None,
        )

    def _tell_of_copies(self, journal: Journal) -> None:
        from mentorjournal.journal import merging

        seen = self._window.settings.get(COPIES_SEEN)
        copies = [path for path in merging.copies_beside(journal) if _mark(path) not in seen]
        for path in copies[:MOST_TOLD]:
            self._window.messages.say(
                _beside(path), "warn", tr("Compare…"), lambda path=path: self.merge(path))

    # Merging

    def ask(self) -> None:
        """Ask which file is another copy, and merge it."""
        from mentorjournal.ui import questions

        journal = self._window.journal
        if journal is None:
            return
        path = questions.journal_to_open(
            self._window, journal.path.parent, tr("Choose another copy of this journal"))
        if path is not None:
            self.merge(path)

    def merge(self, path: Path) -> None:
        """Show what the copy `path` has that is not here, and bring it over when told to."""
        from mentorjournal.ui.answers.trying import attempt

        found = attempt(self._window.messages, lambda: self._compare(path))
        if found is None:
            return
        if found.is_empty:
            self._settle(path)
            self._window.messages.say(
                tr("All that “{name}” has is here already. You can remove that file.",
                   name=path.name), "info")
        elif self._confirmed(found):
            self._settle(path)
            self._window.say_undoable(
                tr("All that “{name}” had is here now. You can remove that file.",
                   name=path.name))

    def _compare(self, path: Path) -> Comparison | None:
        """What was found; None when the passphrase was asked for and not given."""
        from mentorjournal.journal import merging
        from mentorjournal.store.errors import Locked

        assert self._window.journal is not None
        try:
            with _waiting():
                return merging.compare(self._window.journal, path)
        except Locked:
            return self._compare_locked(path)

    def _compare_locked(self, path: Path) -> Comparison | None:
        from mentorjournal.journal import merging
        from mentorjournal.ui.answers.trying import taking
        from mentorjournal.ui.dialogs.merge_passphrase import ask_passphrase

        found: list[Comparison] = []

        def open_with(values: Mapping[str, str]) -> None:
            with _waiting():
                found.append(
                    merging.compare(self._window.journal, path, values["passphrase"]))

        ask_passphrase(self._window, path.name, taking(open_with))
        return found[0] if found else None

    def _confirmed(self, found: Comparison) -> bool:
        from mentorjournal.journal import merging
        from mentorjournal.ui.answers.trying import taking
        from mentorjournal.ui.dialogs.merge_copy import ask_merge

        def bring_over(values: Mapping[str, Mapping[tuple[str, str], str]]) -> None:
            with _waiting():
                merging.merge(self._window.journal, found, values["choices"])

        return ask_merge(self._window, found, taking(bring_over))

    def _settle(self, path: Path) -> None:
        """Do not speak of this copy again, as long as nothing is written in it."""
        others = [each for each in self._window.settings.get(COPIES_SEEN) if each != _mark(path)]
        self._window.settings.set(COPIES_SEEN, (*others, _mark(path))[-MOST_SEEN:])
        self._window.messages.withdraw(_beside(path))


def _beside(path: Path) -> str:
    return tr("Beside this journal lies another copy, “{name}”. Each may have what the other "
              "lacks.", name=path.name)


def _mark(path: Path) -> str:
    """A copy as it is now: another one once something is written in it."""
    try:
        state = path.stat()
    except OSError:
        return str(path)
    return f"{path}|{state.st_size}|{state.st_mtime_ns}"


@contextmanager
def _waiting() -> Iterator[None]:
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
