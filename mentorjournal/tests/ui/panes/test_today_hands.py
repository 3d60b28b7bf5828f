"""Today under a quick hand: a second press, a held key, and where the keyboard is after Undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.tests import build
from mentorjournal.tests.ui.panes.test_today import accept, keys, pane, row_of
from mentorjournal.tests.windows import act, answering, sentence, start, trigger
from mentorjournal.ui import theme
from mentorjournal.ui.main_window import MainWindow


class Seconds:
    """A watch that a test sets."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    yield


@pytest.fixture
def window(qtbot: QtBot, sample_file: Path, tmp_path: Path) -> MainWindow:
    """The window with the sample journal."""
    return start(qtbot, build.copy(sample_file, tmp_path / "s.mentorjournal"), tmp_path / "s")


@pytest.fixture
def watch(window: MainWindow) -> Seconds:
    """The watch that the page looks at."""
    made = pane(window).hands.now = Seconds()
    window.messages.say("Here.")  # so that the page stays where it is when something is said
    pane(window).reload()
    QApplication.processEvents()
    made.at += 10
    return made


def click(qtbot: QtBot, one: QWidget, at: QPoint | None = None) -> None:
    """A press where the mouse is, or at a point of the screen to which it goes first."""
    if at is not None:
        QCursor.setPos(at)
    QApplication.processEvents()
    assert QApplication.widgetAt(QCursor.pos()) is one
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton, pos=one.mapFromGlobal(QCursor.pos()))


def middle(one: QWidget) -> QPoint:
    return one.mapToGlobal(one.rect().center())


@pytest.mark.parametrize("seconds", [0.12, 0.4])
def test_a_second_press_does_not_do_the_row_that_slid_there(
    window: MainWindow, qtbot: QtBot, watch: Seconds, seconds: float
) -> None:
    first, second = row_of(window, "promise"), row_of(window, "promise", 1)
    gone, stays = first.row.key, second.row.key
    click(qtbot, first.button, middle(first.button))
    watch.at += seconds
    click(qtbot, second.button)
    assert gone not in keys(window) and stays in keys(window)
    watch.at += 0.6  # time to see what is there now
    click(qtbot, second.button)
    assert stays not in keys(window)


def test_a_press_after_the_mouse_moved_is_meant(
    window: MainWindow, qtbot: QtBot, watch: Seconds
) -> None:
    first, second = row_of(window, "promise"), row_of(window, "promise", 1)
    stays = second.row.key
    click(qtbot, first.button, middle(first.button))
    click(qtbot, second.button, QCursor.pos() + QPoint(2, 1))  # a hand is never quite still
    assert stays in keys(window)
    click(qtbot, second.button, QCursor.pos() + QPoint(-25, 2))
    assert stays not in keys(window)


def test_while_the_page_settles_after_undo_no_other_row_is_done(
    window: MainWindow, qtbot: QtBot, watch: Seconds
) -> None:
    first, second = row_of(window, "promise"), row_of(window, "promise", 1)
    gone, stays = first.row.key, second.row.key
    click(qtbot, first.button, middle(first.button))
    watch.at += 5
    window.undo_journal()
    watch.at += 0.2
    back = row_of(window, "promise")
    assert back.row.key == gone
    click(qtbot, back.button)
    assert {gone, stays} <= keys(window)


def test_what_did_not_move_is_pressed_at_once(
    window: MainWindow, qtbot: QtBot, watch: Seconds
) -> None:
    made = row_of(window, "promise")
    QApplication.processEvents()
    QCursor.setPos(middle(made.button))
    pane(window).reload()
    click(qtbot, made.button)
    assert made.row.key not in keys(window)


@pytest.mark.parametrize("key", [
    Qt.Key.Key_S, Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Space])
def test_a_held_key_does_one_row(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    row_of(window, "promise").setFocus()
    before = keys(window)
    held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(QApplication.focusWidget(), held)
    assert keys(window) == before and window.current_pane() == "today"


def test_a_held_arrow_goes_on(window: MainWindow) -> None:
    first, second = row_of(window, "promise"), row_of(window, "promise", 1)
    first.setFocus()
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "",
                     True)
    QApplication.sendEvent(first, held)
    assert second.hasFocus()


# What is said, and Undo -----------------------------------------------------------------------


def test_a_notice_names_what_was_done_and_undo_says_so(
    window: MainWindow, qtbot: QtBot
) -> None:
    made = row_of(window, "promise")
    key, title = made.row.key, made.row.title
    made.button.click()
    assert f"“{title}” is kept." in sentence(window)
    window.sidebar.setFocus()
    act(window)
    assert "Taken back: " in sentence(window)
    held = QApplication.focusWidget()
    assert held is row_of(window, "promise") and held.row.key == key
    trigger(window, "redo")
    assert key not in keys(window) and "Taken back" not in sentence(window)


def test_the_keyboard_is_on_what_came_back_though_it_stands_among_the_rest(
    window: MainWindow, qtbot: QtBot
) -> None:
    section = pane(window).sections["follow"]
    section.more.click()
    last = section.rows()[-1]
    key = last.row.key
    pane(window).dismissed.emit(last.row)
    section.more.click()  # folded again
    trigger(window, "undo")
    held = QApplication.focusWidget()
    assert held in section.rows() and held.row.key == key


def test_a_result_that_was_told_is_said_and_can_be_undone(window: MainWindow) -> None:
    made = row_of(window, "result")
    key, title = made.row.key, made.row.title
    assert title == "Tell Dr. Brandt the result"
    with answering(accept):
        made.button.click()
    assert "Dr. Brandt knows how “" in sentence(window) and key not in keys(window)
    act(window)
    assert key in keys(window)
