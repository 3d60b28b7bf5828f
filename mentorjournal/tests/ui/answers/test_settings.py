"""Settings hold at once, wherever chosen, and what belongs to the journal is kept there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from mentorjournal import clock, words
from mentorjournal.journal import commitments, me, people, preferences
from mentorjournal.settings import (
    DATE_ORDER,
    LOCK_AFTER_MINUTES,
    PAPER,
    REMIND_DAILY,
    TEXT_SCALE,
    THEME,
    WEEK_START,
)
from mentorjournal.tests import build
from mentorjournal.tests.windows import answering, button, read, start, trigger
from mentorjournal.ui import questions, theme
from mentorjournal.ui.dialogs.settings import SettingsDialog
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.places import PLACES
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.hours_field import HoursField


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    yield
    theme.apply(qapp, "light")
    words.use_dates("day")
    words.use_week(0)


@pytest.fixture
def window(qtbot: QtBot, sample_file: Path, tmp_path: Path) -> MainWindow:
    """The window with the sample journal."""
    return start(qtbot, build.copy(sample_file, tmp_path / "s.mentorjournal"), tmp_path / "scratch")


def box(dialog: SettingsDialog, name: str) -> ChoiceBox:
    return next(one for one in dialog.findChildren(ChoiceBox) if one.accessibleName() == name)


def choose(field: ChoiceBox, key: str) -> None:
    field.set_current(key)
    field.activated.emit(field.currentIndex())


def test_colours_and_text_size_are_seen_at_once_and_ticked_in_the_menu(
    window: MainWindow
) -> None:
    def deed(dialog: SettingsDialog) -> None:
        button(dialog, "Dark").click()
        assert theme.is_dark()
        choose(box(dialog, "Text size"), "150")
        assert window.settings.get(TEXT_SCALE) == 1.5

    with answering(deed):
        trigger(window, "settings")
    assert window.settings.get(THEME) == "dark"
    assert window.actions_table.by_key["theme_dark"].isChecked()


def test_paper_lock_and_reminder_are_ticked_in_the_menus_too(window: MainWindow) -> None:
    def deed(dialog: SettingsDialog) -> None:
        dialog.pages.setCurrentIndex(1)
        button(dialog, "US Letter").click()
        dialog.pages.setCurrentIndex(3)
        choose(box(dialog, "Lock when nobody is there"), "30")
        next(one for one in dialog.findChildren(QCheckBox)
             if one.text() == REMIND_DAILY.label).setChecked(True)

    with answering(deed):
        trigger(window, "settings")
    actions = window.actions_table.by_key
    assert window.settings.get(PAPER) == "Letter" and actions["paper_Letter"].isChecked()
    assert window.settings.get(LOCK_AFTER_MINUTES) == 30 and actions["lock_30"].isChecked()
    assert actions["remind_daily"].isChecked()


def test_days_are_said_in_the_chosen_way_everywhere(window: MainWindow) -> None:
    window.show_pane("feedback")
    assert "May" in " ".join(one.text() for one in window.stack.findChildren(QLabel))

    def deed(dialog: SettingsDialog) -> None:
        choose(box(dialog, DATE_ORDER.label), "iso")
        choose(box(dialog, WEEK_START.label), "6")

    with answering(deed):
        trigger(window, "settings")
    assert window.current_pane() == "feedback"
    assert words.short_day(date(2026, 5, 8)) == "Fri 2026-05-08"
    assert words.week_start() == 6


def test_pages_that_were_made_anew_hear_changes_and_the_old_ones_do_not(
    window: MainWindow, qtbot: QtBot
) -> None:
    journal = window.journal
    assert journal is not None
    for key in PLACES:
        if key == "person":
            window.open_person(1)
        else:
            window.show_pane(key)
    window.settings.set(DATE_ORDER, "iso")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    with qtbot.captureExceptions() as raised:
        people.edit(journal, 1, {"my_ask": "Another ask"})
        me.edit(journal, {"stage": "attending"})
        journal.undo()
    assert not raised


def test_hours_and_thresholds_are_kept_in_the_journal_and_undone_there(window: MainWindow) -> None:
    journal = window.journal
    assert journal is not None

    def deed(dialog: SettingsDialog) -> None:
        dialog.findChild(HoursField).setValue(10)
        assert dialog.thresholds is not None
        row = dialog.thresholds.rows["load_look"]
        row.field.setValue(90)
        assert row.usual.isVisibleTo(dialog.thresholds)

    with answering(deed):
        trigger(window, "settings")
    assert commitments.capacity_on(journal, clock.today()) == 10
    assert preferences.thresholds(journal)["load_look"] == 90
    window.undo_journal()
    window.undo_journal()
    assert preferences.thresholds(journal)["load_look"] == 85
    assert commitments.capacity_on(journal, clock.today()) == 12


def test_the_usual_threshold_is_one_click_away(window: MainWindow) -> None:
    assert window.journal is not None
    preferences.set_threshold(window.journal, "promise_look", 3)

    def deed(dialog: SettingsDialog) -> None:
        assert dialog.thresholds is not None
        dialog.pages.setCurrentWidget(dialog.thresholds)
        dialog.thresholds.rows["promise_look"].usual.click()

    with answering(deed):
        trigger(window, "settings")
    assert not preferences.thresholds(window.journal).is_changed("promise_look")


def test_a_number_that_makes_no_sense_is_said_and_not_taken(window: MainWindow) -> None:
    def deed(dialog: SettingsDialog) -> None:
        assert dialog.thresholds is not None
        row = dialog.thresholds.rows["on_time"]
        row.field.setValue(200)
        assert any("from 0 to 100; 200 is not taken" in one.text()
                   for one in row.findChildren(QLabel))
        row.field.setValue(80)
        assert not any("not taken" in one.text() for one in row.findChildren(QLabel))

    with answering(deed):
        trigger(window, "settings")
    assert window.journal is not None
    assert preferences.thresholds(window.journal)["on_time"] == 80


def test_a_threshold_that_contradicts_another_is_refused_in_a_sentence(
    window: MainWindow
) -> None:
    def deed(dialog: SettingsDialog) -> None:
        assert dialog.thresholds is not None
        dialog.pages.setCurrentWidget(dialog.thresholds)
        row = dialog.thresholds.rows["roles_held_act"]
        row.field.setValue(2)
        assert "Choose 3 or more" in read(dialog) and row.field.value() == 4
        row.field.setValue(5)
        assert "Choose 3 or more" not in read(dialog)

    with answering(deed):
        trigger(window, "settings")


def test_a_second_folder_is_chosen_and_no_longer_used(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The system's own chooser is what the machine lacks here.
    monkeypatch.setattr(questions, "folder", lambda *_: tmp_path)

    def deed(dialog: SettingsDialog) -> None:
        dialog.pages.setCurrentIndex(3)
        button(dialog, "Choose a folder…").click()
        assert window.settings.more_backup_folders() == [tmp_path]
        button(dialog, "Stop using it").click()

    with answering(deed):
        trigger(window, "settings")
    assert window.settings.more_backup_folders() == []


def test_without_a_journal_only_what_belongs_to_the_program_is_offered(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = start(qtbot, None, tmp_path / "scratch")
    assert window.journal is None

    def deed(dialog: SettingsDialog) -> None:
        assert dialog.thresholds is None and dialog.findChild(HoursField) is None

    with answering(deed):
        trigger(window, "settings")


def test_settings_stand_below_the_pages_and_open_from_there(window: MainWindow) -> None:
    assert [one.key for one in window.sidebar.commands.entries()][-2:] == ["settings", "lock"]
    with answering(lambda dialog: dialog.accept()):
        window.sidebar.commands.chosen.emit("settings")
