"""Answers to damage: looks at the open journal, says what was found, and shows the ways back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from mentorjournal import clock
from mentorjournal.ui.background import Background
from mentorjournal.words import ago, clock_time, short_day, tr, trn

if TYPE_CHECKING:
    from mentorjournal.journal.recovery import Counts, Remains, Secret
    from mentorjournal.store.backup import Backup
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.panes.recovery import Offer, RecoveryPane

LOOK_AFTER = 1500  # ms from the opening of a journal, so that its first page is there before


class DamageAnswers(QObject):
    """The quick look at every opening, the full one now and then, and the recovery page."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.background = Background(self)
        self._timer = QTimer(self, singleShot=True, interval=LOOK_AFTER)
        self._timer.timeout.connect(self.look)
        self._path = Path()
        self._secret: Secret = None
        self._backups: list[Backup] = []
        self._held: dict[int, Counts] = {}
        window.opening.opened.connect(self._timer.start)
        window.opening.closing.connect(self._stop)
        window.opening.damaged.connect(self._refused)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the menus call."""
        return {"check": self.check}

    def _stop(self) -> None:
        self._timer.stop()
        self.background.stop()

    # Looking at the open journal ------------------------------------------------------------------

    def look(self) -> None:
        """Take the quick look, and the full one where it is due."""
        from mentorjournal.store import checks, health

        journal = self._window.journal
        if journal is None:
            return
        path, key = journal.path, journal.key
        self.background.run(lambda pause: health.quick(path, key), self._say_found)
        if checks.is_due(path):
            self.background.run(lambda pause: health.full(path, key, pause), self._took_full_look)

    def check(self) -> None:
        """Take the full look because somebody asked."""
        from mentorjournal.store import health

        journal = self._window.journal
        assert journal is not None
        path, key = journal.path, journal.key
        words = tr("Looking through the journal…")
        self._window.messages.say(words, "info")

        def say(found: list[str]) -> None:
            self._window.messages.withdraw(words)
            self._took_full_look(found)
            if not found:
                self._window.messages.say(tr("This journal is sound."), "info")

        self.background.run(lambda pause: health.full(path, key, pause), say)

    def _took_full_look(self, found: list[str]) -> None:
        from mentorjournal.store import checks

        if found:
            self._say_found(found)
        elif self._window.journal is not None:
            checks.looked_over(self._window.journal.path)

    def _say_found(self, found: list[str]) -> None:
        if found:
            self._window.messages.say(
                _sentence(found), "alert", tr("What can be done"), lambda: self.leave(found))

    def leave(self, found: list[str]) -> None:
        """Close the journal and show what can be done for it."""
        journal = self._window.journal
        if journal is None:
            return
        path, key = journal.path, journal.key
        self._window.opening.close()
        self.show(path, _sentence(found), key, opens=True)

    def is_to_blame(self) -> bool:
        """Whether an error came from damage; then the ways back are shown."""
        from mentorjournal.store import health

        journal = self._window.journal
        if journal is None or not (found := health.full(journal.path, journal.key)):
            return False
        QTimer.singleShot(0, lambda: self.leave(found))
        return True

    # The recovery page ----------------------------------------------------------------------------

    def _refused(self, path: Path, sentence: str) -> None:
        """A journal could not be opened; one that is open stays until the button is pressed."""
        if self._window.journal is None:
            self.show(path, sentence)
            return

        def leave() -> None:
            self._window.opening.close()
            self.show(path, sentence)

        self._window.messages.say(sentence, "alert", tr("What can be done"), leave)

    def show(
        self, path: Path, sentence: str, secret: Secret = None, *, opens: bool = False
    ) -> None:
        """Show the ways back for the closed journal `path`."""
        from mentorjournal.journal import recovery
        from mentorjournal.ui.panes.recovery import RecoveryPane

        self._stop()
        self._window.messages.clear()
        self._path, self._secret = path, secret
        more = self._window.settings.more_backup_folders()
        self._backups, self._held = recovery.backups(path, more), {}
        asks = secret is None and recovery.is_locked(path)
        page = RecoveryPane(
            path, sentence, is_there=_has_content(path), opens=opens, asks=asks,
            backups=[_offer(each, tr("Looking…"), False) for each in self._backups],
        )
        page.passphrase_given.connect(self._take_passphrase)
        page.backup_wanted.connect(self._restore)
        page.salvage_wanted.connect(self._save)
        page.again_wanted.connect(lambda: self._window.opening.open(self._path, self._secret))
        page.other_wanted.connect(self._window.opening.ask_open)
        self._window.show_front("recovery", page)
        page.show_hurt([_kept_line()])
        self._look_inside(with_file=not asks)

    def _page(self) -> RecoveryPane | None:
        return self._window.panes.get("recovery")  # type: ignore[return-value]

    def _take_passphrase(self, passphrase: str) -> None:
        from mentorjournal.journal import recovery

        page = self._page()
        assert page is not None
        page.show_wrong("")
        page.set_busy(True)

        def take(key: object) -> None:
            page.set_busy(False)
            if isinstance(key, str):
                page.show_wrong(key)
                return
            self._secret = passphrase
            self._look_inside()

        self._run(lambda: recovery.key_of(self._path, passphrase), take)

    def _run(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Do `work` in the thread; `then` gets its result, or the sentence of a refusal."""
        from mentorjournal.store.errors import JournalError

        def safely(pause: Callable[[], None]) -> Any:
            try:
                return work()
            except JournalError as refusal:
                return str(refusal)

        self.background.run(safely, then)

    def _look_inside(self, *, with_file: bool = True) -> None:
        """Find out what the backups hold and what is left of the file, one after another."""
        from mentorjournal.journal import recovery
        from mentorjournal.store.errors import Locked

        path, secret = self._path, self._secret
        for place, each in enumerate(self._backups):
            file = each.path
            newest = place == 0

            def work(file: Path = file, newest: bool = newest) -> tuple[Counts, bool] | str:
                try:
                    held = recovery.holdings(file, secret)
                    return held, not newest or recovery.is_sound(file, secret)
                except Locked:
                    return (tr("It is locked.") if secret is None
                            else tr("It is locked with another passphrase."))

            self._run(work, lambda result, place=place: self._show_backup(place, result))
        if with_file and _has_content(path):
            page = self._page()
            assert page is not None
            page.show_hurt([("magnifying-glass", "muted", tr("Reading what is left of the file…")),
                            _kept_line()])
            self._run(lambda: recovery.look(path, secret), self._show_remains)

    def _show_backup(self, place: int, result: tuple[Counts, bool] | str) -> None:
        from mentorjournal.journal import recovery

        page = self._page()
        if page is None:
            return
        each = self._backups[place]
        if isinstance(result, str):
            page.show_backup(place, _offer(each, result, False))
            return
        held, sound = result
        if not sound:
            page.show_backup(place, _offer(each, tr("It is damaged too."), False))
            return
        self._held[place] = held
        page.show_backup(place, _offer(each, recovery.spoken(held), True))

    def _show_remains(self, remains: Remains | str) -> None:
        from mentorjournal.journal import recovery
        from mentorjournal.ui.panes.recovery import Offer

        page = self._page()
        if page is None:
            return
        title = tr("Take what can be saved from the damaged file")
        if isinstance(remains, str) or not _entries(remains.saved):
            why = remains if isinstance(remains, str) else tr("None of its entries can be read.")
            page.show_hurt([("x-circle", "alert", why), _kept_line()])
            page.show_salvage(Offer(title, why, False))
            return
        page.show_hurt(_hurt_lines(remains))
        text = tr("It becomes a new journal beside the damaged file: {what}.",
                  what=recovery.spoken(remains.saved))
        if self._held:
            held = self._held[min(self._held)]
            differs = recovery.compared(remains.saved, held)
            text += " " + (tr("That is {difference} than in the newest backup.", difference=differs)
                           if differs else tr("That is as much as in the newest backup."))
        page.show_salvage(Offer(title, text))

    # What is done ---------------------------------------------------------------------------------

    def _restore(self, place: int) -> None:
        from mentorjournal.journal import recovery

        chosen = self._backups[place]
        path, secret = self._path, self._secret
        self._do(lambda: (recovery.restore(chosen, secret, path),),
                 lambda done: self._restored(chosen, done[0]))

    def _restored(self, chosen: Backup, aside: Path | None) -> None:
        if self._window.opening.open(self._path, self._secret):
            words = tr("Your journal is now as it was {when}.", when=_when(chosen.made_at))
            if aside is not None:
                words += " " + tr("The damaged file is kept as {name}.", name=aside.name)
            self._window.messages.say(words, "info")

    def _save(self) -> None:
        from mentorjournal.journal import recovery

        path, secret = self._path, self._secret
        target = recovery.free_name(path)
        self._do(lambda: (recovery.save(path, secret, target),), lambda done: self._saved(done[0]))

    def _saved(self, remains: Remains) -> None:
        from mentorjournal.journal import recovery

        assert remains.file is not None
        if self._window.opening.open(remains.file, self._secret):
            words = tr("What could be saved is in {name}: {what}. The damaged file {old} is as it "
                       "was.", name=remains.file.name, what=recovery.spoken(remains.saved),
                       old=self._path.name)
            words = " ".join([words, *_doubts(remains)])
            self._window.messages.say(words, "info")

    def _do(self, work: Callable[[], tuple[Any]], then: Callable[[tuple[Any]], None]) -> None:
        self._stop()
        page = self._page()
        assert page is not None
        page.set_busy(True)

        def take(result: tuple[Any] | str) -> None:
            page.set_busy(False)
            if isinstance(result, str):
                self._window.messages.say(result, "alert")
            else:
                then(result)

        self._run(work, take)


def _has_content(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size > 0
    except OSError:
        return False


def _entries(saved: Counts) -> int:
    return sum(n for table, n in saved.items() if table != "me")


def _sentence(found: list[str]) -> str:
    """The first finding, and how many more there are."""
    if len(found) == 1:
        return tr("This journal is damaged. {what}", what=found[0])
    return tr("This journal is damaged. {what} {more}", what=found[0],
              more=trn("There is {n} more finding.", "There are {n} more findings.",
                       len(found) - 1))


def _when(moment: datetime) -> str:
    return tr("on {day} at {time}", day=short_day(moment.date(), clock.machine_now().date()),
              time=clock_time(moment))


def _offer(backup: Backup, text: str, possible: bool) -> Offer:
    from mentorjournal.models.backup_list import reason_words
    from mentorjournal.ui.panes.recovery import Offer

    days = (clock.machine_now().date() - backup.made_at.date()).days
    title = tr("Go back to the backup made {when}", when=_when(backup.made_at))
    return Offer(title, tr("{age} · {why} · {what}", age=ago(days).capitalize(),
                           why=reason_words(backup.reason), what=text), possible)


def _kept_line() -> tuple[str, str, str]:
    return ("shield-check", "ok", tr("The damaged file is kept as it is, whatever you choose."))


def _hurt_lines(remains: Remains) -> list[tuple[str, str, str]]:
    from mentorjournal.journal import recovery

    lines = [("check-circle", "ok", tr("Can still be read: {what}.",
                                       what=recovery.spoken(remains.saved)))]
    if remains.lost:
        lines.append(("x-circle", "alert", tr("Cannot be read any more: {what}.",
                                              what=recovery.spoken(remains.lost))))
    lines += [("warning", "warn", sentence) for sentence in _doubts(remains)]
    return [*lines, _kept_line()]


def _doubts(remains: Remains) -> list[str]:
    """What is to be said of entries that may not be as they were written."""
    from mentorjournal.journal import recovery

    doubts = []
    if remains.unsure:
        doubts.append(tr("The words of these may not be those you wrote: {what}.",
                         what=recovery.named(remains.unsure)))
    if remains.unproven:
        doubts.append(trn(
            "Of {n} entry nothing is left to prove its words; what is missing cannot be told.",
            "Of {n} entries nothing is left to prove their words; what is missing cannot be told.",
            remains.unproven))
    return doubts
