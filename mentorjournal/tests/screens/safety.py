"""What the pictures of backups, damage, the lock and what was removed need to be there first."""


from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, time, timedelta
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mentorjournal import clock, paths
from mentorjournal.journal import backups, drafts, meetings, people, promises, sample
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import BACKUP_FOLDER
from mentorjournal.store import backup
from mentorjournal.store.backup import Backup
from mentorjournal.store.errors import Stopped
from mentorjournal.store.old_copies import OldCopy
from mentorjournal.store.watch import Watch
from mentorjournal.tests.screens import SETTLING
from mentorjournal.tests.store import damage
from mentorjournal.ui import tasks
from mentorjournal.ui.answers.trying import attempt
from mentorjournal.ui.dialogs.backups_look import BackupPassphraseForm
from mentorjournal.ui.dialogs.old_copies import OldCopiesDialog
from mentorjournal.ui.dialogs.passphrase import PassphraseDialog
from mentorjournal.ui.dialogs.unlock import UnlockDialog
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.removal import guarded


def hurt(kind: str) -> Callable[[MainWindow], None]:
    """The recovery page of a journal with backups that is hurt, gone or locked."""

    def show(window: MainWindow) -> None:
        path = window.opening.scratch / f"{kind.title()}.mentorjournal"
        if path.exists():
            return
        sample.write(path, sample.LAST_DAY)
        journal = Journal(path)
        if kind == "locked":
            journal.set_passphrase("three blue herons")
        for _ in range(1 if kind == "gone" else 5):
            backup.make(path, journal.key, "close")
        people.add(journal, {"name": "Dr. Since Then"})
        journal.close()
        if kind == "gone":
            path.unlink()
        else:
            damage.blank(path, *range(1, 40, 3))
        window.opening.close()
        window.opening.open(path)

    return show


def deleted(window: MainWindow) -> None:
    """What was removed, with something of each size; all of it is taken back afterwards."""
    journal = window.journal
    whom = people.everybody(journal, clock.today())
    with journal.loss_confirmed():
        for name in ("Vale", "Yoon"):
            people.remove(journal, next(w.person.id for w in whom if name in w.person.name))
        meetings.remove(journal, meetings.past(journal)[0].meeting.id)
        promises.remove(journal, promises.of_person(journal, 1)[0].id)
    window.messages.clear()
    window.past.show_deleted()
    for _ in range(4):
        journal.undo()


def wordings(window: MainWindow) -> None:
    which = meetings.coming(window.journal)[0].meeting.id
    now = meetings.get(window.journal, which).desired_outcome or ""
    for text in (now.upper(), f"First of all a date. {now[: len(now) // 2]}", now):
        meetings.edit(window.journal, which, {"desired_outcome": text})
    pane = window.show_pane("meetings")
    pane.show_meeting(which)
    window.past.show_wordings(pane.page.outcome)


def erase(window: MainWindow) -> None:
    backup.make(window.journal.path, window.journal.key, "hand")
    window.past.erase("person", 1)


def mass_loss(window: MainWindow) -> None:
    attempt(window.messages, lambda: guarded(
        window, window.journal, lambda: people.remove(window.journal, 1)))


def draft(window: MainWindow) -> None:
    drafts.keep(window.journal, "person:1", {"rank": "Professor", "private_note": "Ask again"})
    window.show_pane("network").person_edit_wanted.emit(1)


def begin(window: MainWindow) -> None:
    if window.journal is None:
        window.opening.create(window.opening.scratch / "Mine.mentorjournal", "Dr. Amara Lindqvist")
    window.show_pane("network")


def backups_dialog(
    *, made: bool = True, second: str = "", button: str = ""
) -> Callable[[MainWindow], None]:
    """The backups of a journal that was kept for some months; `button` is pressed then."""

    def show(window: MainWindow) -> None:
        if window.journal is None:
            begin(window)
        with _another_home(window):
            if made:
                _keep_for_months(window.journal.path)
            window.settings.set(BACKUP_FOLDER, second)
            if button:
                QTimer.singleShot(SETTLING // 3, lambda: _press(button))
            window.actions_table.by_key["backups"].trigger()
            window.settings.reset(BACKUP_FOLDER)

    return show


def with_passphrase(window: MainWindow) -> None:
    """The first screen, its passphrase being chosen."""
    choice = window.panes["first-run"].protection
    choice.wanted.setChecked(True)
    window.panes["first-run"].name.setText("Dr. Noor Haddad")
    choice.first.setText("kettle")
    choice.again.setFocus()


def locked(window: MainWindow) -> None:
    """The page of a locked journal after a wrong passphrase."""
    from mentorjournal.journal.journal import Journal

    window.messages.clear()
    path = window.opening.scratch / "Amara.mentorjournal"
    if not path.exists():
        Journal.create(path, "one").close()
    window.opening.open(path)
    window.panes["unlock"].form.field.setText("two")
    window.panes["unlock"].form.unlock.click()


def passphrase(remembered: bool = False, deed: str = "change") -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        dialog = PassphraseDialog(window, is_set=remembered, is_remembered=remembered)
        if remembered:
            dialog.field("deed").button(deed).click()
        dialog.exec()

    return show


@contextmanager
def _another_home(window: MainWindow) -> Iterator[None]:
    """The journal is no throw-away one in here, and its backups are in nobody's own folders."""
    scratch = window.opening.scratch
    window.opening.scratch = scratch / "another"
    with patch.dict(os.environ, {paths.HOME_VARIABLE: str(scratch)}):
        yield
    window.opening.scratch = scratch


def _press(name: str) -> None:
    dialog = QApplication.activeModalWidget()
    getattr(dialog, name).click()


def _keep_for_months(journal: Path) -> None:
    reasons = ("migration", "close", "close", "restore", "day", "hand", "close")
    if backups.every(journal):
        return
    for number, reason in enumerate(reasons, start=1):
        made = backups.make(journal, None, reason).backup
        day = sample.LAST_DAY - timedelta(days=3 * (len(reasons) - number) ** 2)
        name = f"{number:04d} {day} 18.2{number}.00 {reason}.mentorjournal"
        made.path.rename(made.path.with_name(name))


def progress(window: MainWindow) -> None:
    def work(watch: Watch) -> None:
        watch.say("Copying the journal…")
        while True:
            watch.check()

    with suppress(Stopped):
        tasks.run(window, "Making a backup", work)


def backup_passphrase(window: MainWindow) -> None:
    made_at = datetime.combine(sample.LAST_DAY, time(18, 20))
    BackupPassphraseForm(Backup(Path(), 1, made_at, "close", 0), window).exec()


def nothing_deleted(window: MainWindow) -> None:
    begin(window)
    window.past.show_deleted()


def busy(window: MainWindow) -> None:
    dialog = PassphraseDialog(window, is_set=False)
    for key in ("new", "again"):
        dialog.field(key).setText("four unrelated words")
    dialog.show_busy("Making a backup first…")
    dialog.exec()


def old_copies(window: MainWindow) -> None:
    copies = [
        OldCopy(Path(f"mine.mentorjournal{ending}"), 1_240_000 + number * 70_000,
                datetime(2026, 5, 15 - number, 18, 4), not ending, True)
        for number, ending in enumerate(("", "", "", ".damaged-2026-05-02-101010"))
    ]
    OldCopiesDialog(copies, window).exec()


def unlock_box(window: MainWindow) -> None:
    UnlockDialog(Path("Second.mentorjournal"), window, can_remember=True).exec()


def reading(window: MainWindow) -> None:
    window.messages.say(
        "You are only reading: this journal is open in another window.", "warn", "Read it again")
    window.show_pane("network")


def held(window: MainWindow) -> None:
    window.messages.say(
        "Amara.mentorjournal is open in another window (process 4711).", "warn",
        "Open for reading only")
