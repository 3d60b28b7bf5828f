"""Slow work: its result and its errors come back, it says what it is at, and it can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal.store.errors import JournalError, Stopped
from mentorjournal.store.watch import Watch
from mentorjournal.tests.windows import button, read
from mentorjournal.ui import tasks


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def when_shown(deed: Callable[[tasks.ProgressDialog], object]) -> None:
    """Do `deed` as soon as the dialog of a task is there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, tasks.ProgressDialog) and dialog.isVisible():
            deed(dialog)
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)


def test_quick_work_gives_its_result_without_a_dialog(window: QWidget) -> None:
    assert tasks.run(window, "Adding", lambda watch: 1 + 1) == 2
    assert window.findChildren(tasks.ProgressDialog) == []


def test_work_is_done_in_a_thread_of_its_own(window: QWidget) -> None:
    there = tasks.run(window, "Looking", lambda watch: threading.current_thread())
    assert there is not threading.current_thread()
    assert not there.is_alive()


@pytest.mark.parametrize("error", [JournalError("No."), ValueError("a bug")])
def test_what_goes_wrong_is_raised_where_it_was_asked_for(
    window: QWidget, error: Exception
) -> None:
    def work(watch: Watch) -> None:
        raise error

    with pytest.raises(type(error)) as caught:
        tasks.run(window, "Failing", work)
    assert caught.value is error


def test_slow_work_says_what_it_is_at(window: QWidget) -> None:
    go_on = threading.Event()

    def work(watch: Watch) -> str:
        watch.say("Copying <b>things</b>…")
        assert go_on.wait(20)
        return "done"

    seen: list[str] = []
    when_shown(lambda dialog: (seen.append(read(dialog)), go_on.set()))
    assert tasks.run(window, "A long copy", work) == "done"
    assert "A long copy" in seen[0] and "Copying <b>things</b>…" in seen[0]


def test_words_of_the_work_reach_the_dialog(window: QWidget) -> None:
    shown, go_on = threading.Event(), threading.Event()

    def work(watch: Watch) -> None:
        assert shown.wait(20)
        watch.say("Reading <b>back</b>…")
        assert go_on.wait(20)

    def wait_for_words(dialog: tasks.ProgressDialog) -> None:
        if "Reading <b>back</b>…" in read(dialog):
            go_on.set()
        else:
            QTimer.singleShot(5, lambda: wait_for_words(dialog))

    when_shown(lambda dialog: (shown.set(), wait_for_words(dialog)))
    tasks.run(window, "A long copy", work)
    assert go_on.is_set()


def test_slow_work_can_be_stopped(window: QWidget) -> None:
    def work(watch: Watch) -> None:
        while True:
            watch.check()

    when_shown(lambda dialog: button(dialog, "Stop").click())
    with pytest.raises(Stopped):
        tasks.run(window, "For ever", work)
    assert QApplication.activeModalWidget() is None


def test_escape_stops_too_and_the_dialog_waits_for_the_end(window: QWidget) -> None:
    ended: list[bool] = []

    def work(watch: Watch) -> None:
        try:
            while True:
                watch.check()
        finally:
            ended.append(True)

    when_shown(lambda dialog: dialog.reject())
    with pytest.raises(Stopped):
        tasks.run(window, "For ever", work)
    assert ended == [True]


def test_window_stays_alive_while_it_waits(window: QWidget) -> None:
    ticks: list[int] = []
    timer = QTimer(window)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(5)
    enough = threading.Event()
    timer.timeout.connect(lambda: len(ticks) > 20 and enough.set())
    assert tasks.run(window, "Waiting", lambda watch: enough.wait(20))


def test_typing_is_not_disturbed_by_a_task_in_the_background(
    qtbot: QtBot, window: QWidget
) -> None:
    field = QLineEdit(window)
    field.show()
    go_on = threading.Event()
    task = tasks.Task(lambda watch: go_on.wait(20), window)
    task.start()
    qtbot.keyClicks(field, "words")
    assert field.text() == "words" and not task.is_over
    with qtbot.waitSignal(task.ended):
        go_on.set()
    assert task.result is True


def test_task_can_be_waited_for_without_showing_anything(window: QWidget) -> None:
    heard: list[bool] = []
    task = tasks.Task(lambda watch: 7, window)
    task.ended.connect(lambda: heard.append(True))
    task.start()
    task.finish()
    task.finish()
    QApplication.processEvents()
    assert task.result == 7 and heard == [True]
