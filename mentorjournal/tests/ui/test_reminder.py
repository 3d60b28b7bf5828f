"""The reminder: off by default, once a day, names nobody; told to a desktop on a private bus."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import endings, keeping, people
from mentorjournal.settings import REMIND_DAILY, REMINDED_ON
from mentorjournal.tests import build
from mentorjournal.tests.windows import sentence, start, trigger
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.reminder import LOOK_MS, SOON_MS, DailyReminder

TODAY = build.SAMPLE_DAY
_DESKTOP = """
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection

@ClassInfo({"D-Bus Interface": "org.freedesktop.Notifications"})
class Desktop(QObject):
    @Slot(str, "uint", str, str, str, "QStringList", "QVariantMap", int, result="uint")
    def Notify(self, program, replaces, icon, summary, body, actions, hints, milliseconds):
        print("|".join(map(str, (program, replaces, icon, summary, body))), flush=True)
        return 7

application = QCoreApplication([])
bus, desktop = QDBusConnection.sessionBus(), Desktop()
every = QDBusConnection.RegisterOption.ExportAllSlots
assert bus.registerObject("/org/freedesktop/Notifications", desktop, every)
assert bus.registerService("org.freedesktop.Notifications")
print("ready", flush=True)
application.exec()
"""
_NOTIFY = """
from PySide6.QtCore import QCoreApplication
from mentorjournal.ui.reminder import notify_desktop
application = QCoreApplication([])
print(notify_desktop("2 people are due for a word"), flush=True)
"""


@pytest.fixture
def window(qtbot: QtBot, sample_file: Path, tmp_path: Path) -> MainWindow:
    clock.set_as_of(TODAY)
    return start(qtbot, build.copy(sample_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")


@pytest.fixture
def heard(window: MainWindow) -> list[str]:
    """What the reminder shows; the desktop is one that takes every notice."""
    found: list[str] = []

    def desktop(words: str) -> bool:
        found.append(words)
        return True

    window.contacts.reminder = DailyReminder(window.settings, window.opening, desktop, window)
    return found


def test_it_is_off_and_nothing_of_it_runs(window: MainWindow) -> None:
    assert not window.settings.get(REMIND_DAILY)
    assert not window.actions_table.by_key["remind_daily"].isChecked()
    assert not window.contacts.reminder.is_waiting()
    assert window.contacts.reminder.findChildren(QTimer) == []


def test_turned_on_one_long_timer_runs_and_turned_off_none(window: MainWindow) -> None:
    reminder = window.contacts.reminder
    trigger(window, "remind_daily")
    assert window.settings.get(REMIND_DAILY)
    assert window.actions_table.by_key["remind_daily"].isChecked()
    assert sentence(window).startswith("Once a day you will be told how many people are due")
    timer = reminder.findChild(QTimer)
    assert timer.isActive() and timer.interval() == SOON_MS
    assert timer.timerType() == Qt.TimerType.VeryCoarseTimer
    reminder.look()
    assert timer.interval() == LOOK_MS
    window.opening.close()
    assert not reminder.is_waiting() and not timer.isActive()
    trigger(window, "remind_daily")
    assert not window.settings.get(REMIND_DAILY)
    assert sentence(window) == "You will not be reminded any more."


def test_it_begins_with_the_journal_when_it_is_on(window: MainWindow) -> None:
    path = window.journal.path
    window.opening.close()
    window.settings.set(REMIND_DAILY, True)
    assert not window.contacts.reminder.is_waiting()
    window.opening.open(path)
    assert window.contacts.reminder.is_waiting()


def test_it_speaks_once_a_day_and_names_nobody(
    window: MainWindow, heard: list[str]
) -> None:
    reminder = window.contacts.reminder
    reminder.look()
    reminder.look()
    assert heard == ["5 people are due for a word"]
    assert window.settings.get(REMINDED_ON) == TODAY.isoformat()
    clock.set_as_of(TODAY + timedelta(1))
    reminder.look()
    assert heard[1:] == ["5 people are due for a word"]


def test_snoozed_and_paused_people_are_not_counted_and_nobody_is_no_notice(
    window: MainWindow, heard: list[str]
) -> None:
    calling = keeping.calling(window.journal, TODAY)
    for one in calling:
        keeping.snooze(window.journal, one.person.id, TODAY + timedelta(2))
    window.contacts.reminder.look()
    assert heard == [] and window.settings.get(REMINDED_ON) == ""
    keeping.wake(window.journal, calling[0].person.id)
    window.contacts.reminder.look()
    assert heard == ["1 person is due for a word"]


def test_who_waits_for_a_promised_update_is_counted(
    window: MainWindow, heard: list[str]
) -> None:
    stroud = next(one.person.id for one in people.everybody(window.journal, TODAY)
                  if "Stroud" in one.person.name)
    endings.update_sent(window.journal, endings.of_person(window.journal, stroud)[0].id, None)
    window.contacts.reminder.look()
    assert heard == ["6 people are due for a word"]


def test_where_nobody_takes_it_the_day_is_not_used_up(window: MainWindow) -> None:
    silent = DailyReminder(window.settings, window.opening, lambda _words: False, window)
    silent.look()
    assert window.settings.get(REMINDED_ON) == ""


def test_the_throw_away_sample_reminds_of_nobody(
    window: MainWindow, heard: list[str], tmp_path: Path
) -> None:
    (tmp_path / "s").mkdir()
    trigger(window, "open_sample")
    window.contacts.reminder.look()
    assert heard == []


def test_without_a_desktop_that_shows_notices_the_window_says_it(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    window.contacts.reminder.look()
    assert sentence(window) == "5 people are due for a word."


# The bus --------------------------------------------------------------------------------------


@pytest.fixture
def address() -> Iterator[str]:
    """A bus of our own."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("no bus can be started here")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE,
        text=True)
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.kill()
    daemon.communicate()


def notified(address: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _NOTIFY], text=True, capture_output=True, check=True,
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": address})
    assert done.stderr == ""
    return done.stdout


def test_a_desktop_takes_the_notice_with_the_types_it_wants(address: str) -> None:
    desktop = subprocess.Popen(
        [sys.executable, "-c", _DESKTOP], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": address})
    try:
        assert desktop.stdout is not None and desktop.stdout.readline() == "ready\n"
        assert notified(address) == "True\n"
        assert desktop.stdout.readline() == (
            "Mentor Journal|0|mentorjournal|2 people are due for a word|\n")
    finally:
        desktop.kill()
        desktop.communicate()


def test_a_bus_on_which_nobody_shows_notices_is_told_apart(address: str) -> None:
    assert notified(address) == "False\n"
