"""Tab goes once round the page of a meeting: every field is reached, none twice, the foot last."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import agenda
from mentorjournal.tests import build
from mentorjournal.tests.windows import start
from mentorjournal.ui import theme
from mentorjournal.ui.main_window import MainWindow

NEXT = 51  # the next meeting of the sample


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    yield


@pytest.fixture
def window(qtbot: QtBot, sample_file: Path, tmp_path: Path) -> MainWindow:
    """The next meeting of the sample, being prepared."""
    made = start(qtbot, build.copy(sample_file, tmp_path / "s.mentorjournal"), tmp_path / "scratch")
    made.in_pane("meetings", "show_meeting", NEXT)
    QApplication.processEvents()
    return made


def round_of(window: MainWindow, qtbot: QtBot) -> list[QWidget]:
    """What has the keyboard after each Tab, until it is where it began."""
    pane = window.panes["meetings"]
    pane.focus_first()  # type: ignore[attr-defined]
    first = window.focusWidget()
    found = [first]
    for _ in range(300):
        qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        if window.focusWidget() is first:
            return [one for one in found if one is not None]
        if window.focusWidget() is not found[-1]:  # the parts of a day are stops of one field
            found.append(window.focusWidget())
    raise AssertionError("Tab never came back to where it began")


def missed(window: MainWindow, reached: list[QWidget]) -> list[str]:
    pane = window.panes["meetings"]
    return [
        f"{type(one).__name__} {one.accessibleName() or one.objectName()}"
        for one in pane.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None and one not in reached
    ]


def test_every_field_is_reached_once(window: MainWindow, qtbot: QtBot) -> None:
    reached = round_of(window, qtbot)
    assert len(reached) == len({id(one) for one in reached})
    assert not missed(window, reached)


def test_also_after_an_item_was_added_and_another_one_opened(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.journal is not None
    agenda.add_item(window.journal, NEXT, {"title": "One more thing"})
    QApplication.processEvents()
    editor = window.panes["meetings"].page.agenda  # type: ignore[attr-defined]
    editor.open_item(editor.cards()[2].item.id)
    QApplication.processEvents()
    reached = round_of(window, qtbot)
    assert not missed(window, reached)
    places = [reached.index(card) for card in editor.cards()]
    assert places == sorted(places)
