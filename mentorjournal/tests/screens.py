"""Pictures of every page of the window and of every document, for eyes: `make screens`.

The real window is opened on the sample journal, in both themes and two sizes, and each page is
photographed off the screen. They go to build/screens/.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from mentorjournal import app, clock, paths
from mentorjournal.journal import backups, drafts, meetings, people, promises, sample
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import BACKUP_FOLDER, Settings
from mentorjournal.store import backup
from mentorjournal.store.backup import Backup
from mentorjournal.store.errors import Stopped
from mentorjournal.store.old_copies import OldCopy
from mentorjournal.store.watch import Watch
from mentorjournal.tests.store import damage
from mentorjournal.ui import tasks, theme
from mentorjournal.ui.answers.trying import attempt
from mentorjournal.ui.dialogs.backups_look import BackupPassphraseForm
from mentorjournal.ui.dialogs.old_copies import OldCopiesDialog
from mentorjournal.ui.dialogs.passphrase import PassphraseDialog
from mentorjournal.ui.dialogs.unlock import UnlockDialog
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.removal import guarded

SIZES = ((1440, 900), (1100, 700))
THEMES = ("light", "dark")
OUT = Path("build/screens")
PATIENCE = 20_000  # ms for a page to be ready
SETTLING = 1500  # ms until every short timer of a page, such as the preview's, has ended

Shot = tuple[str, Callable[[MainWindow], object]]


def main() -> int:
    """Take all pictures, or those whose name contains an argument; 0 when all were taken."""
    wanted = sys.argv[1:]
    OUT.mkdir(parents=True, exist_ok=True)
    clock.set_as_of(sample.LAST_DAY)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.json")
        application = app.make_application(settings)
        _documents(Path(folder))
        for mode in THEMES:
            theme.apply(application, mode)
            _window_shots(Path(folder), mode, wanted)
    print(f"{len(list(OUT.glob('*.png')))} pictures in {OUT}")
    return 0


def _window_shots(folder: Path, mode: str, wanted: list[str]) -> None:
    for width, height in SIZES:
        for kind, journal in (("sample", "sample"), ("empty", None)):
            home = Path(tempfile.mkdtemp(dir=folder))
            window = MainWindow(Settings(home / "settings.json"))
            window.open_after_first_picture(journal, home)
            window.resize(width, height)
            window.show()
            QTest.qWaitForWindowExposed(window)
            wait_for(partial(_has_pane, window))
            for name, show in SAMPLE_SHOTS if kind == "sample" else EMPTY_SHOTS:
                full = f"{name}-{mode}-{width}"
                if not wanted or any(word in full for word in wanted):
                    shoot(window, show, OUT / f"{full}.png")
            window.close()
            window.deleteLater()
            settle()


def _has_pane(window: MainWindow) -> bool:
    return bool(window.panes)


def shoot(window: MainWindow, show: Callable[[MainWindow], object], path: Path) -> None:
    """Bring a page or a dialog up, let it settle, and photograph it; a dialog is closed again.

    A dialog waits inside `show`, so the picture is taken from a timer.
    """
    taken: list[bool] = []
    is_up: list[bool] = []

    def take() -> None:
        if window._damage.background.is_busy():  # a look at the file ends before the picture
            QTimer.singleShot(SETTLING, take)
            return
        dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if dialog is None and not is_up:  # it is still on its way
            QTimer.singleShot(SETTLING, take)
            return
        shown = dialog or window
        picture = shown.screen().grabWindow(shown.winId())
        taken.append(picture.save(str(path)))
        _close_dialogs()

    QTimer.singleShot(SETTLING, take)
    show(window)
    is_up.append(True)
    wait_for(lambda: bool(taken))
    if not taken[0]:
        raise OSError(f"{path} could not be written")
    print(path.name, flush=True)
    if theme.current().text_scale != 1:
        theme.apply(QApplication.instance(), theme.current().mode)
    settle()


def _close_dialogs() -> None:
    """Close the dialog and those below it; one that ends its work first goes a little later."""
    dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    if isinstance(dialog, QDialog):
        QDialog.reject(dialog)  # also one that is busy
    elif dialog is not None:
        dialog.close()
    if dialog is not None:
        QTimer.singleShot(20, _close_dialogs)


def settle(milliseconds: int = 60) -> None:
    """Let the window paint and its short timers end."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(ready: Callable[[], bool]) -> None:
    """Wait until `ready()`; an error when it takes too long."""
    timer = QElapsedTimer()
    timer.start()
    while not ready():
        if timer.hasExpired(PATIENCE):
            raise TimeoutError("a page did not come")
        settle(20)


def _documents(folder: Path) -> None:
    """Each page of each document of the sample, as it is printed."""
    import pypdfium2

    from mentorjournal.exchange import agenda_files

    path = folder / "documents.mentorjournal"
    sample.write(path, sample.LAST_DAY)
    journal = Journal(path)
    coming = meetings.coming(journal)
    for paper in ("A4", "Letter"):
        data = agenda_files.make(journal, coming[0].meeting.id, sample.LAST_DAY, ".pdf", paper)
        pdf = pypdfium2.PdfDocument(data)
        for number in range(len(pdf)):
            picture = pdf[number].render(scale=1.5).to_pil()
            picture.save(OUT / f"paper-agenda-{paper}-{number + 1}.png")
        pdf.close()
    journal.close()


def _network(mode: str, person: int | None = None) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        window.messages.clear()
        pane = window.show_pane("network")
        pane.set_mode(mode)
        if person is None:
            pane.show_overview()
        else:
            pane.show_person(person)

    return show


def _meeting(
    number: int, past: bool = False, side: str = "carry-in"
) -> Callable[[MainWindow], None]:
    """The meeting in place `number` of the coming or the past ones."""

    def show(window: MainWindow) -> None:
        found = meetings.past(window.journal) if past else meetings.coming(window.journal)
        pane = window.show_pane("meetings")
        pane.show_meeting(found[number].meeting.id)
        pane.footer.preview_toggled.emit(side == "preview")

    return show


def _open_item(place: int) -> Callable[[MainWindow], None]:
    """The next meeting with the item at `place` open, scrolled to it."""

    def show(window: MainWindow) -> None:
        _meeting(0)(window)
        page = window.show_pane("meetings").page
        page.agenda.cards()[place].open_wanted.emit(page.agenda.cards()[place].item.id, True)

    return show


def _too_long(window: MainWindow) -> None:
    """An item whose title is too long, and priorities in another order than on paper."""
    _open_item(0)(window)
    card = window.show_pane("meetings").page.agenda.cards()[0]
    card.priority.chosen.emit("if_time")
    card.title.type_anew("A title that tells the whole story. " * 20)


def _at_text_size(scale: float, show: Callable[[MainWindow], None]) -> Callable[[MainWindow], None]:
    """The same at another text size."""

    def shown(window: MainWindow) -> None:
        theme.apply(QApplication.instance(), theme.current().mode, scale)
        settle()
        show(window)

    return shown


def _menu(key: str) -> Callable[[MainWindow], None]:
    return lambda window: window.actions_table.by_key[key].trigger()


def _wish(pane: str, signal: str, *values: object) -> Callable[[MainWindow], None]:
    return lambda window: getattr(window.show_pane(pane), signal).emit(*values)


def _hurt(kind: str) -> Callable[[MainWindow], None]:
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


def _deleted(window: MainWindow) -> None:
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


def _wordings(window: MainWindow) -> None:
    which = meetings.coming(window.journal)[0].meeting.id
    now = meetings.get(window.journal, which).desired_outcome or ""
    for text in (now.upper(), f"First of all a date. {now[: len(now) // 2]}", now):
        meetings.edit(window.journal, which, {"desired_outcome": text})
    pane = window.show_pane("meetings")
    pane.show_meeting(which)
    window.past.show_wordings(pane.page.outcome)


def _erase(window: MainWindow) -> None:
    backup.make(window.journal.path, window.journal.key, "hand")
    window.past.erase("person", 1)


def _mass_loss(window: MainWindow) -> None:
    attempt(window.messages, lambda: guarded(
        window, window.journal, lambda: people.remove(window.journal, 1)))


def _draft(window: MainWindow) -> None:
    drafts.keep(window.journal, "person:1", {"rank": "Professor", "private_note": "Ask again"})
    _wish("network", "person_edit_wanted", 1)(window)


def _merge(window: MainWindow) -> None:
    """Both copies write on, in the same words and in others; then the window merges them."""
    path = _other_copy(window)
    with window.journal.change("Write on"):
        okafor = meetings.past(window.journal)[1].meeting.id
        meetings.edit(window.journal, okafor, {"notes": "Aim two stays, with half the patients."})
        people.edit(window.journal, 1, {"my_ask": "An hour a month on the fellowship"})
    window._merging.merge(path)


def _merge_passphrase(window: MainWindow) -> None:
    path = _other_copy(window)
    other = Journal(path)
    other.set_passphrase("another one")
    other.close()
    window._merging.merge(path)


def _other_copy(window: MainWindow) -> Path:
    """A conflicted copy of the sample in which somebody went on writing."""
    number = len(list(window.opening.scratch.glob("*conflicted*")))
    name = window.journal.path.stem
    path = window.journal.path.with_name(
        f"{name} (conflicted copy 2026-05-1{number} 101112).mentorjournal")
    shutil.copyfile(window.journal.path, path)
    other = Journal(path)
    past = [each.meeting for each in meetings.past(other)]
    meetings.edit(other, past[1].id, {"notes": (
        "Aim two is too wide for one year. Cut it to the follow-up at six weeks, and say in the "
        "budget what the other visits would cost.\n\n"
        + "She offered to read the page again on Friday. " * 12)})
    people.edit(other, 1, {"my_ask": "Two hours, once, on the aims page", "roles": ["coach"]})
    people.add(other, {"name": "Dr. Ines Carvalho", "roles": ["connector"]})
    meetings.edit(other, past[4].id, {"headline": "Ward rounds, again"})
    meetings.remove(other, past[6].id)
    other.close()
    return path


def _say_copy(window: MainWindow) -> None:
    window.show_pane("network")
    window.messages.clear()
    window.opening.is_scratch = lambda _path: False
    _other_copy(window)
    window._merging._look_around()


def _say_synced(window: MainWindow) -> None:
    window.opening.is_scratch = lambda _path: False
    home = window.opening.scratch / "Dropbox"
    home.mkdir(exist_ok=True)
    window.opening.create(home / "Mine.mentorjournal", "Dr. Amara Lindqvist")
    window.show_pane("network")


def _begin(window: MainWindow) -> None:
    if window.journal is None:
        window.opening.create(window.opening.scratch / "Mine.mentorjournal", "Dr. Amara Lindqvist")
    window.show_pane("network")


def _backups(
    *, made: bool = True, second: str = "", button: str = ""
) -> Callable[[MainWindow], None]:
    """The backups of a journal that was kept for some months; `button` is pressed then."""

    def show(window: MainWindow) -> None:
        if window.journal is None:
            _begin(window)
        with _another_home(window):
            if made:
                _keep_for_months(window.journal.path)
            window.settings.set(BACKUP_FOLDER, second)
            if button:
                QTimer.singleShot(SETTLING // 3, lambda: _press(button))
            window.actions_table.by_key["backups"].trigger()
            window.settings.reset(BACKUP_FOLDER)

    return show


def _with_passphrase(window: MainWindow) -> None:
    """The first screen, its passphrase being chosen."""
    choice = window.panes["first-run"].protection
    choice.wanted.setChecked(True)
    window.panes["first-run"].name.setText("Dr. Noor Haddad")
    choice.first.setText("kettle")
    choice.again.setFocus()


def _locked(window: MainWindow) -> None:
    """The page of a locked journal after a wrong passphrase."""
    from mentorjournal.journal.journal import Journal

    window.messages.clear()
    path = window.opening.scratch / "Amara.mentorjournal"
    if not path.exists():
        Journal.create(path, "one").close()
    window.opening.open(path)
    window.panes["unlock"].form.field.setText("two")
    window.panes["unlock"].form.unlock.click()


def _passphrase(remembered: bool = False, deed: str = "change") -> Callable[[MainWindow], None]:
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


def _progress(window: MainWindow) -> None:
    def work(watch: Watch) -> None:
        watch.say("Copying the journal…")
        while True:
            watch.check()

    with suppress(Stopped):
        tasks.run(window, "Making a backup", work)


def _backup_passphrase(window: MainWindow) -> None:
    made_at = datetime.combine(sample.LAST_DAY, time(18, 20))
    BackupPassphraseForm(Backup(Path(), 1, made_at, "close", 0), window).exec()


def _nothing_deleted(window: MainWindow) -> None:
    _begin(window)
    window.past.show_deleted()


def _busy(window: MainWindow) -> None:
    dialog = PassphraseDialog(window, is_set=False)
    for key in ("new", "again"):
        dialog.field(key).setText("four unrelated words")
    dialog.show_busy("Making a backup first…")
    dialog.exec()


def _old_copies(window: MainWindow) -> None:
    copies = [
        OldCopy(Path(f"mine.mentorjournal{ending}"), 1_240_000 + number * 70_000,
                datetime(2026, 5, 15 - number, 18, 4), not ending, True)
        for number, ending in enumerate(("", "", "", ".damaged-2026-05-02-101010"))
    ]
    OldCopiesDialog(copies, window).exec()


def _unlock_box(window: MainWindow) -> None:
    UnlockDialog(Path("Second.mentorjournal"), window, can_remember=True).exec()


def _reading(window: MainWindow) -> None:
    window.messages.say(
        "You are only reading: this journal is open in another window.", "warn", "Read it again")
    window.show_pane("network")


def _held(window: MainWindow) -> None:
    window.messages.say(
        "Amara.mentorjournal is open in another window (process 4711).", "warn",
        "Open for reading only")


SAMPLE_SHOTS: tuple[Shot, ...] = (
    ("network-map", _network("map")),
    ("network-person", _network("map", 1)),
    ("network-candidate", _network("map", 9)),
    ("network-list", _network("list")),
    ("meeting-prep", _meeting(0)),
    ("meeting-prep-should", _open_item(2)),
    ("meeting-prep-larger", _at_text_size(1.4, _open_item(2))),
    ("meeting-prep-too-long", _too_long),
    ("meeting-prep-preview", _meeting(0, side="preview")),
    ("meeting-prep-unready", _meeting(1)),
    ("meeting-past", _meeting(1, past=True)),
    ("dialog-person", _wish("network", "person_edit_wanted", 1)),
    ("dialog-names", _menu("add_names")),
    ("dialog-join", _wish("network", "people_merge_wanted", 1)),
    ("dialog-about-me", _menu("about_me")),
    ("dialog-meeting", _menu("new_meeting")),
    ("dialog-postpone", _wish("meetings", "meeting_postpone_wanted", 51)),
    ("dialog-cancel", _wish("meetings", "meeting_cancel_wanted", 51)),
    ("dialog-backups", _backups()),
    ("dialog-backups-away", _backups(second="/media/amara/Grey stick/Mentor Journal")),
    ("dialog-backups-inside", _backups(button="look")),
    ("dialog-backups-restore", _backups(button="restore")),
    ("dialog-backups-passphrase", _backup_passphrase),
    ("dialog-backups-progress", _progress),
    ("dialog-about", _menu("about")),
    ("dialog-deleted", _deleted),
    ("dialog-wordings", _wordings),
    ("dialog-erase", _erase),
    ("dialog-mass-loss", _mass_loss),
    ("dialog-draft", _draft),
    ("dialog-passphrase", _passphrase()),
    ("dialog-passphrase-change", _passphrase(True)),
    ("dialog-passphrase-remove", _passphrase(True, "remove")),
    ("dialog-passphrase-busy", _busy),
    ("dialog-old-copies", _old_copies),
    ("dialog-unlock", _unlock_box),
    ("reading-only", _reading),
    ("merge-copy-beside", _say_copy),
    ("dialog-merge-copy", _merge),
    ("dialog-merge-passphrase", _merge_passphrase),
)
EMPTY_SHOTS: tuple[Shot, ...] = (
    ("first-run", lambda window: None),
    ("first-run-passphrase", _with_passphrase),
    ("held-elsewhere", _held),
    ("locked", _locked),
    ("empty-network", _begin),
    ("empty-meetings", _menu("show_meetings")),
    ("empty-backups", _backups(made=False)),
    ("recovery-hurt", _hurt("hurt")),
    ("recovery-locked", _hurt("locked")),
    ("recovery-gone", _hurt("gone")),
    ("empty-deleted", _nothing_deleted),
    ("merge-synced-folder", _say_synced),
)

if __name__ == "__main__":
    sys.exit(main())
