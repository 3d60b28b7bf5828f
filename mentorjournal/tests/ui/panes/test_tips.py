"""Twelve tips in the window: rows that act, entries one click away, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import contacts, needs, preferences
from mentorjournal.tests import build
from mentorjournal.tests.windows import answering, read, start, trigger
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.settings import SettingsDialog
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.tips import TipsPane


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    yield


@pytest.fixture
def window(qtbot: QtBot, sample_file: Path, tmp_path: Path) -> MainWindow:
    """The window with the sample journal."""
    return start(qtbot, build.copy(sample_file, tmp_path / "s.mentorjournal"), tmp_path / "scratch")


@pytest.fixture
def pane(window: MainWindow) -> TipsPane:
    """The page, opened from the menu."""
    trigger(window, "show_tips")
    found = window.panes["tips"]
    assert isinstance(found, TipsPane)
    return found


def press(pane: TipsPane, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget() or pane, key)


def test_all_twelve_stand_there_those_to_act_on_first(pane: TipsPane) -> None:
    assert list(pane.rows)[:2] == [4, 6] and sorted(pane.rows) == list(range(1, 13))
    assert "Act" in pane.rows[4].accessibleName() and "108%" in read(pane.rows[4])
    assert "%" not in read(pane.rows[12]) and "score" in read(pane.header)


def test_by_keyboard_alone(pane: TipsPane, window: MainWindow, qtbot: QtBot) -> None:
    pane.focus_first()
    press(pane, qtbot, Qt.Key.Key_Down)
    assert pane.rows[6].hasFocus()
    press(pane, qtbot, Qt.Key.Key_Space)
    assert pane.open_tip == 6 and pane.details[6].isVisible()
    press(pane, qtbot, Qt.Key.Key_Space)
    assert pane.open_tip == 0 and not pane.details[6].isVisible()
    press(pane, qtbot, Qt.Key.Key_Up)
    press(pane, qtbot, Qt.Key.Key_Return)
    assert window.current_pane() == "hours"


def test_one_tip_is_open_at_a_time(pane: TipsPane) -> None:
    pane.show_tip(8)
    pane.show_tip(9)
    assert not pane.details[8].isVisible() and pane.details[9].isVisible()


@pytest.mark.parametrize(
    ("tip", "words", "page"),
    [(8, "teaching slides, Dr. Castellanos, Fri 8 May", "feedback"),
     (1, "Large linked data sets", "needs"),
     (9, "Cedar Lung Foundation Fellowship, Dr. Brandt", "letters"),
     (6, "Joy Marchetti", "person"),
     (5, "Dr. Brandt, Tue 2 Sep 2025", "meetings")],
)
def test_the_entries_behind_it_are_one_click_away(
    pane: TipsPane, window: MainWindow, tip: int, words: str, page: str
) -> None:
    pane.show_tip(tip)
    links = {one.text(): one for one in pane.details[tip].findChildren(QAbstractButton)}
    found = next((one for text, one in links.items() if text.startswith(words.split(",")[0])), None)
    assert found is not None, list(links)
    found.click()
    assert window.current_pane() == page


def test_formula_threshold_and_source_are_told_on_demand(pane: TipsPane) -> None:
    pane.show_tip(6)
    lines = pane.details[6].readings["D6.1"]
    assert "Counted:" not in read(lines)
    lines.how.click()
    assert "Counted: touchpoints" in read(lines) and "(the paper)" in read(lines)
    lines.how.click()
    assert "Counted:" not in read(lines)


def test_a_threshold_is_changed_from_there_and_the_page_follows(
    pane: TipsPane, window: MainWindow, qtbot: QtBot
) -> None:
    pane.show_tip(4)
    lines = pane.details[4].readings["D4.1"]
    lines.how.click()

    def deed(dialog: SettingsDialog) -> None:
        assert dialog.thresholds is not None
        dialog.thresholds.rows["load_act"].field.setValue(120)

    with answering(deed):
        next(one for one in lines.findChildren(QAbstractButton)
             if one.text() == "Change…").click()
    assert window.journal is not None
    assert preferences.thresholds(window.journal)["load_act"] == 120
    again = pane.details[4].readings["D4.1"]
    qtbot.waitUntil(again.isVisible)
    assert "Worth a look" in read(again) and again.is_open()
    qtbot.waitUntil(lambda: window.focusWidget() is again.how)


def test_a_contact_moves_the_reading_and_undo_brings_it_back(
    pane: TipsPane, window: MainWindow
) -> None:
    assert window.journal is not None and "Joy Marchetti" in read(pane.rows[6])
    contacts.add(window.journal, {
        "person_id": 10, "date": build.SAMPLE_DAY, "kind": "informal", "answered": True,
        "initiated_by": "me"})
    assert "Four a year with 7 of 7 mentors" in read(pane.rows[6])
    window.undo_journal()
    assert "7 of 8 mentors within rhythm" in read(pane.rows[6])


def test_what_the_tip_asks_is_told_with_the_paper_and_ways_into_the_journal(
    pane: TipsPane, window: MainWindow
) -> None:
    pane.show_tip(12)
    told = read(pane.details[12]).replace("\u200b", "")
    assert "What this tip asks" in told and "10.1080/0142159X.2020.1795098" in told
    next(one for one in pane.details[12].findChildren(QAbstractButton)
         if one.accessibleName() == "People I mentor").click()
    assert window.current_pane() == "passing_on"


def test_an_empty_journal_says_how_to_begin(qtbot: QtBot, empty_file: Path, tmp_path: Path) -> None:
    window = start(qtbot, build.copy(empty_file, tmp_path / "e.mentorjournal"), tmp_path / "s")
    trigger(window, "show_tips")
    pane = window.panes["tips"]
    assert isinstance(pane, TipsPane)
    assert all("Not enough yet" in read(one) for one in pane.rows.values())
    assert window.journal is not None
    with answering(lambda dialog: dialog.reject()):
        pane.rows[1].step.click()
    assert not needs.every(window.journal)


def test_the_page_waits_while_another_is_in_front(pane: TipsPane, window: MainWindow) -> None:
    assert window.journal is not None
    window.show_pane("network")
    contacts.add(window.journal, {
        "person_id": 10, "date": build.SAMPLE_DAY, "kind": "informal", "answered": True,
        "initiated_by": "me"})
    assert "7 of 8" in pane.rows[6].says.accessibleName()
    trigger(window, "show_tips")
    assert "7 of 7" in pane.rows[6].says.accessibleName()


@pytest.mark.parametrize(("width", "scale"), [(1440, 1.0), (1280, 1.5), (1100, 2.0)])
def test_rows_fold_where_there_is_less_room(
    pane: TipsPane, window: MainWindow, qapp: QApplication, width: int, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    window.resize(width, 800)
    QApplication.processEvents()
    for one in pane.rows.values():
        assert one.says.heightForWidth(one.says.width()) <= one.says.height() + 2
        longest = max(one.tip.text().split(), key=one.tip.fontMetrics().horizontalAdvance)
        assert one.tip.fontMetrics().horizontalAdvance(longest) <= one.tip.width()
        assert one.rect().contains(one.step.geometry().translated(
            one.step.parentWidget().pos()).adjusted(1, 1, -1, -1))
    theme.apply(qapp, "light")


def test_a_held_key_does_nothing_more(pane: TipsPane, window: MainWindow) -> None:
    pane.focus_first()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
        QApplication.sendEvent(QApplication.focusWidget() or pane, held)
    assert not pane.open_tip and window.current_pane() == "tips"
