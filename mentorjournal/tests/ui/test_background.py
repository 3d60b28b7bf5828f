"""A look in a thread: one after the other, ended before a file is closed, and never a crash."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from mentorjournal.ui.background import Background


def test_looks_follow_each_other(qtbot: QtBot) -> None:
    parent = QObject()
    found: list[int] = []
    looks = Background(parent)
    for n in (1, 2, 3):
        looks.run(lambda _pause, n=n: n, found.append)
    qtbot.waitUntil(lambda: found == [1, 2, 3])
    assert not looks.is_busy()


def test_stop_ends_the_look_and_forgets_the_rest(qtbot: QtBot) -> None:
    parent = QObject()
    looks = Background(parent)
    found: list[object] = []
    begun = threading.Event()

    def endless(pause: Callable[[], None]) -> None:
        begun.set()
        while True:
            pause()

    looks.run(endless, found.append)
    looks.run(lambda _pause: 1, found.append)
    assert begun.wait(5)
    looks.stop()
    qtbot.wait(20)
    assert found == [] and not looks.is_busy()


def test_window_that_goes_in_the_middle_is_no_error(qtbot: QtBot) -> None:
    parent = QObject()
    looks = Background(parent)
    go_on, wrong = threading.Event(), []
    hook, threading.excepthook = threading.excepthook, wrong.append
    try:
        looks.run(lambda _pause: go_on.wait(5), wrong.append)
        thread = looks._thread
        delete(parent)
        go_on.set()
        assert thread is not None
        thread.join(5)
    finally:
        threading.excepthook = hook
    assert wrong == []
