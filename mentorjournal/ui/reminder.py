"""Once a day, if that was asked for, the desktop says how many people are due for a word.

Nothing of it exists while it is turned off. The notice names nobody: others may see the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from mentorjournal import clock
from mentorjournal.settings import DEFAULT_RHYTHM_DAYS, REMIND_DAILY, REMINDED_ON, Settings
from mentorjournal.words import tr

if TYPE_CHECKING:  # SQLAlchemy comes with the journal, and only after the first picture
    from mentorjournal.journal.journal import Journal
    from mentorjournal.ui.opening import Opening

SOON_MS = 60_000  # after a journal was opened, so that its start costs nothing more
LOOK_MS = 60 * 60 * 1000  # between two looks whether a new day has begun
FIRST_HOUR = 8  # nobody is reminded earlier in the day

# Shows a summary; whether somebody was there to show it.
Notifier = Callable[[str], bool]


class DailyReminder(QObject):
    """One long timer while it is turned on and a journal is open; none otherwise."""

    def __init__(
        self, settings: Settings, opening: Opening, notify: Notifier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._opening, self._notify = settings, opening, notify
        self._timer: QTimer | None = None
        self._stop_listening = settings.listen(REMIND_DAILY, lambda _on: self._settle())
        self.destroyed.connect(self._stop_listening)
        opening.opened.connect(self._settle)
        opening.closing.connect(self._rest)

    def is_waiting(self) -> bool:
        """Whether a timer runs."""
        return self._timer is not None

    def look(self) -> None:
        """Say how many are due, unless it was said today already or nobody is."""
        journal, today = self._opening.journal, clock.today()
        if self._timer is not None:
            self._timer.setInterval(LOOK_MS)
        if journal is None or self._opening.is_scratch(journal.path):
            return
        if clock.now().hour < FIRST_HOUR:
            return
        if self._settings.get(REMINDED_ON) == today.isoformat():
            return
        words = self._words(journal, today)
        if words and self._notify(words):
            self._settings.set(REMINDED_ON, today.isoformat())

    def _words(self, journal: Journal, today: date) -> str:
        from mentorjournal.journal import endings, keeping
        from mentorjournal.mentoring.keeping import due_words

        days = self._settings.get(DEFAULT_RHYTHM_DAYS)
        due = {one.person.id for one in keeping.calling(journal, today, days)}
        due |= {whom.id for whom, _ in endings.updates_due(journal, today)}
        return due_words(len(due)) if due else ""

    def _settle(self) -> None:
        if not self._settings.get(REMIND_DAILY) or self._opening.journal is None:
            self._rest()
        elif self._timer is None:
            self._timer = QTimer(self)
            self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
            self._timer.timeout.connect(self.look)
            self._timer.start(SOON_MS)

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer.deleteLater()
            self._timer = None


def notify_desktop(summary: str) -> bool:
    """Hand a notice to the desktop over the local bus; False where nobody shows notices."""
    from PySide6.QtCore import Q_ARG, QMetaObject
    from PySide6.QtDBus import QDBusConnection, QDBusInterface

    from mentorjournal.ui.screen_lock import has_session_bus

    name = "org.freedesktop.Notifications"
    if not has_session_bus():
        return False
    desk = QDBusInterface(name, "/org/freedesktop/Notifications", name,
                          QDBusConnection.sessionBus())
    # By its own description the interface gives every value the type it wants, also the unsigned.
    return desk.isValid() and QMetaObject.invokeMethod(
        desk, "Notify", Qt.ConnectionType.DirectConnection,
        Q_ARG(str, tr("Mentor Journal")), Q_ARG("uint", 0), Q_ARG(str, "mentorjournal"),
        Q_ARG(str, summary), Q_ARG(str, ""), Q_ARG("QStringList", []), Q_ARG("QVariantMap", {}),
        Q_ARG(int, -1),
    )
