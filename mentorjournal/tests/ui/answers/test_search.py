"""Search and do in the real window: keys, mouse, what Enter does, focus, locking, changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import meetings, people
from mentorjournal.tests import build
from mentorjournal.tests.windows import answering, start, trigger
from mentorjournal.ui import theme
from mentorjournal.ui.dialogs.settings import SettingsDialog
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.palette.palette import Palette

KEYS = Qt.Key
HELD = Qt.KeyboardModifier


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    yield
    theme.apply(qapp, "light")


@pytest.fixture
def window(qtbot: QtBot, sample_file: Path, tmp_path: Path) -> MainWindow:
    """The window with the sample journal."""
    return start(qtbot, build.copy(sample_file, tmp_path / "s.mentorjournal"), tmp_path / "scratch")


def opened(window: MainWindow, typed: str = "") -> Palette:
    """The palette, opened by its keys, with something typed."""
    QTest.keyClick(window, KEYS.Key_K, HELD.ControlModifier)
    palette = window.search.palette
    assert palette is not None
    QTest.keyClicks(palette.line, typed)
    QApplication.processEvents()
    return palette


def press(palette: Palette, key: Qt.Key, held: Qt.KeyboardModifier = HELD.NoModifier) -> None:
    QTest.keyClick(palette.line, key, held)
    QApplication.processEvents()


def titles(palette: Palette) -> list[str]:
    """Every row, headings in capitals."""
    model = palette.list.model()
    return [str(model.index(n, 0).data()).upper() if palette.list.is_heading(n)
            else str(model.index(n, 0).data()) for n in range(model.rowCount())]


def off(palette: Palette) -> list[str]:
    """What is shown but cannot be chosen, with the reason."""
    rows = palette.list._rows.rows
    return [row.sentence for row in rows if row.is_off]


def look(palette: Palette, typed: str) -> str:
    """What is selected when something is typed."""
    palette.line.setText(typed)
    palette.look()
    return current(palette)


def current(palette: Palette) -> str:
    row = palette.list.row()
    return row.title.text if row else ""


def go_to(palette: Palette, title: str) -> None:
    """Step down to a row with the keys."""
    for _ in range(60):
        if current(palette) == title:
            return
        press(palette, KEYS.Key_Down)
    raise AssertionError(f"{title} is not among {titles(palette)}")


# Opening and closing ---------------------------------------------------------------------------


def test_the_sidebar_and_the_keys_open_it_and_the_keyboard_comes_back(window: MainWindow) -> None:
    assert "search" in [one.key for one in window.sidebar.commands.entries()]
    window.show_pane("accomplishments")
    field = window.panes["accomplishments"].findChild(QLineEdit)
    field.setFocus()
    palette = opened(window)
    assert palette.line.hasFocus() and palette.isVisible()
    assert palette.geometry() == window.rect()
    press(palette, KEYS.Key_Escape)
    assert window.search.palette is None and field.hasFocus()
    window.sidebar.chosen.emit("search")
    assert window.search.palette is not None
    press(window.search.palette, KEYS.Key_K, HELD.ControlModifier)
    assert window.search.palette is None


def test_a_click_beside_it_closes_it_and_one_inside_does_not(window: MainWindow) -> None:
    palette = opened(window)
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.frame.geometry().center())
    assert window.search.palette is palette
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, palette.height() - 5))
    assert window.search.palette is None


def test_the_window_behind_it_hears_no_key(window: MainWindow) -> None:
    assert window.journal is not None
    people.edit(window.journal, 1, {"my_ask": "another"})
    palette = opened(window)
    with answering():
        for key in (KEYS.Key_N, KEYS.Key_Z, KEYS.Key_L):
            QTest.keyClick(palette.line, key, HELD.ControlModifier)
        QTest.keyClick(palette.line, KEYS.Key_3, HELD.AltModifier)
    assert window.journal.undo_label() is not None
    assert window.current_pane() == "today" and window.search.palette is palette


def test_it_goes_when_something_else_takes_the_keyboard(window: MainWindow) -> None:
    opened(window)
    window.sidebar.pages.setFocus()
    assert window.search.palette is None
    assert window.sidebar.pages.hasFocus()


def test_it_keeps_its_place_when_the_window_grows_and_fits_a_small_one(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    window.resize(1440, 900)
    palette = opened(window, "okafor")
    assert (palette.frame.width(), palette.frame.y()) == (640, 96)
    assert abs(palette.frame.geometry().center().x() - palette.width() // 2) <= 1
    theme.apply(qapp, "dark", 1.5)
    window.resize(1100, 680)
    qtbot.waitUntil(lambda: palette.geometry() == window.rect())
    assert palette.rect().contains(palette.frame.geometry())
    assert palette.list.height() > 200
    press(palette, KEYS.Key_Escape)
    theme.apply(qapp, "light")


def test_nothing_opens_without_a_journal(qtbot: QtBot, tmp_path: Path) -> None:
    window = start(qtbot, None, tmp_path / "scratch")
    window.search.toggle()
    assert window.search.palette is None
    assert not window.actions_table.by_key["search"].isEnabled()


def test_locking_closes_it_and_forgets_what_was_lately(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.journal is not None
    palette = opened(window, "okafor")
    press(palette, KEYS.Key_Return)
    qtbot.waitUntil(lambda: window.current_pane() == "person")
    assert "RECENT" in titles(opened(window))
    window.journal.set_passphrase("one")
    trigger(window, "lock")
    qtbot.waitUntil(lambda: window.journal is None)
    assert window.search.palette is None and window.search._recent == []
    assert window.findChildren(Palette) == [] or not any(
        one.isVisible() for one in window.findChildren(Palette))


# Moving among the rows -------------------------------------------------------------------------


def test_what_is_found_stands_in_groups_and_is_counted(window: MainWindow) -> None:
    palette = opened(window, "okafor")
    found = titles(palette)
    heads = [one for one in found if one.isupper()]
    assert heads == ["PEOPLE", "DO", "MEETINGS", "FEEDBACK AND LETTERS", "GOALS AND NEEDS",
                     "CONTACTS AND PROMISES"]
    assert found[1:5] == ["Dr. Rosalind Okafor", "DO", "Prepare the meeting with Dr. Okafor",
                          "Log a contact with Dr. Okafor"]
    assert palette.found.text().endswith(" found")


def test_keys_move_past_the_headings_to_the_ends_and_from_group_to_group(
    window: MainWindow
) -> None:
    palette = opened(window, "okafor")
    first = current(palette)
    press(palette, KEYS.Key_Down)
    assert current(palette) == "Prepare the meeting with Dr. Okafor"
    press(palette, KEYS.Key_Up)
    press(palette, KEYS.Key_Up)  # round to the last
    last = current(palette)
    press(palette, KEYS.Key_Home)
    assert current(palette) == first != last
    press(palette, KEYS.Key_End)
    assert current(palette) == last
    press(palette, KEYS.Key_PageUp)
    press(palette, KEYS.Key_PageUp)
    press(palette, KEYS.Key_PageUp)
    assert current(palette) == first
    press(palette, KEYS.Key_PageDown)
    assert current(palette) not in (first, last)
    press(palette, KEYS.Key_Home)
    press(palette, KEYS.Key_Tab)
    press(palette, KEYS.Key_Tab)
    assert current(palette) == "K12 final read; authorship conversation"
    press(palette, KEYS.Key_Backtab, HELD.ShiftModifier)
    assert current(palette) == "Prepare the meeting with Dr. Okafor"
    assert palette.line.hasFocus()


def test_a_group_opens_further_where_one_stands(window: MainWindow) -> None:
    palette = opened(window, "okafor")
    before = palette.found.text()
    go_to(palette, "Show 2 more")
    press(palette, KEYS.Key_Return)
    assert current(palette) == "Say thank you to Dr. Okafor"
    assert "Open Dr. Okafor’s page" in titles(palette)
    assert palette.found.text() == before


def test_rows_say_whole_sentences(window: MainWindow) -> None:
    palette = opened(window, "okafor")
    said = palette.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Dr. Rosalind Okafor, Research adviser, senior"
    assert palette.line.accessibleDescription() == said
    assert palette.line.accessibleName() and palette.list.accessibleName()


# What Enter does -------------------------------------------------------------------------------


def test_enter_opens_a_person_and_an_entry_where_it_is_kept(
    window: MainWindow, qtbot: QtBot
) -> None:
    palette = opened(window, "okafor")
    press(palette, KEYS.Key_Return)
    qtbot.waitUntil(lambda: window.current_pane() == "person")
    assert window.panes["person"].person.id == 1  # type: ignore[attr-defined]
    palette = opened(window, "aims logic")
    go_to(palette, "Logic of the aims page")
    press(palette, KEYS.Key_Return)
    qtbot.waitUntil(lambda: window.current_pane() == "feedback")


def test_enter_right_after_typing_looks_first(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window)
    palette.line.setText("timeline")
    QTest.keyClick(palette.line, KEYS.Key_Return)
    qtbot.waitUntil(lambda: window.current_pane() == "timeline")


def test_control_enter_prepares_the_meeting_of_whoever_is_selected(
    window: MainWindow, qtbot: QtBot
) -> None:
    palette = opened(window, "okafor")
    press(palette, KEYS.Key_Return, HELD.ControlModifier)
    qtbot.waitUntil(lambda: window.current_pane() == "meetings")
    assert window.journal is not None
    shown = window.panes["meetings"].current_meeting_id()  # type: ignore[attr-defined]
    assert shown == next(one.meeting.id for one in meetings.coming(window.journal)
                         if one.meeting.person_id == 1)
    palette = opened(window, "backups")
    press(palette, KEYS.Key_Return, HELD.ControlModifier)  # no person, nothing to prepare
    assert window.search.palette is palette


def test_a_click_does_what_enter_does(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, "timeline")
    place = palette.list.visualRect(palette.list.currentIndex()).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: window.current_pane() == "timeline")


def test_deeds_with_somebody_ask_what_they_need(window: MainWindow, qtbot: QtBot) -> None:
    said: list[str] = []
    for typed, title in (("log contact okafor", "Log a contact with Dr. Okafor"),
                         ("feedback from okafor", "Log feedback from Dr. Okafor"),
                         ("okafor ask", "Ask Dr. Okafor for feedback"),
                         ("thank okafor", "Say thank you to Dr. Okafor")):
        trigger(window, "search")
        palette = window.search.palette
        assert palette is not None
        palette.line.setText(typed)
        palette.look()
        assert current(palette) == title
        with answering(lambda dialog: said.append(dialog.windowTitle())):
            press(palette, KEYS.Key_Return)
            qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert len(said) == 4 and all(said)


def test_every_menu_is_found_by_its_words_in_any_order(window: MainWindow) -> None:
    palette = opened(window, "person add")
    row = palette.list.row()
    assert row is not None
    assert (row.title.text, row.keys) == ("Add a person…", "Ctrl+Shift+P")
    palette.line.setText("dark theme")
    palette.look()
    assert current(palette) == "Theme: Dark"


@pytest.mark.parametrize(("typed", "said"), [
    ("undo", "Undo, nothing to undo"), ("Redo", "Redo, nothing to redo"),
])
def test_what_cannot_be_done_now_is_shown_with_the_reason_and_not_chosen(
    window: MainWindow, typed: str, said: str
) -> None:
    palette = opened(window, typed)
    assert off(palette) == [said]
    assert [row for row in titles(palette) if "person" in row] == []
    for key in (KEYS.Key_Down, KEYS.Key_Tab, KEYS.Key_End, KEYS.Key_Return):
        press(palette, key)
        assert current(palette) == "" and window.search.palette is palette
    place = palette.list.visualRect(palette.list.model().index(1, 0)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert current(palette) == "" and window.search.palette is palette


def test_what_can_be_undone_is_chosen(window: MainWindow) -> None:
    assert window.journal is not None
    people.edit(window.journal, 1, {"my_ask": "another"})
    assert current(opened(window, "undo")).startswith("Undo")


@pytest.mark.parametrize(("typed", "title", "page"), [
    ("font", "Settings: Text size", "Look"),
    ("date format", "Settings: Days are written", "Dates and paper"),
    ("backup folder", "Settings: Second folder for backups", "Safety"),
    ("rhythm", "Settings: Days between touchpoints", "Rhythm and hours"),
    ("thresholds", "Settings: Thresholds of the twelve tips", "Twelve tips"),
])
def test_a_setting_is_found_by_any_word_and_opens_its_page(
    window: MainWindow, qtbot: QtBot, typed: str, title: str, page: str
) -> None:
    palette = opened(window, typed)
    go_to(palette, title)
    pages: list[str] = []

    def see(dialog: QDialog) -> None:
        assert isinstance(dialog, SettingsDialog)
        pages.append(dialog.pages.tabText(dialog.pages.currentIndex()))

    with answering(see):
        press(palette, KEYS.Key_Return)
        qtbot.waitUntil(lambda: pages != [])
    assert pages == [page]


@pytest.mark.parametrize("typed", ["tip 8", "tip feedback", "Feedback tip"])
def test_a_tip_is_found_by_number_and_name_and_opened(
    window: MainWindow, qtbot: QtBot, typed: str
) -> None:
    palette = opened(window, typed)
    go_to(palette, "Tip 8: Ask for feedback, then act on it")
    press(palette, KEYS.Key_Return)
    qtbot.waitUntil(lambda: window.current_pane() == "tips")
    assert window.panes["tips"].open_tip == 8  # type: ignore[attr-defined]


@pytest.mark.parametrize(("typed", "title"), [
    ("shortcut", "Keyboard"), ("keys", "Keyboard"), ("help", "A tour of the sample journal"),
    ("tour", "A tour of the sample journal"), ("password", "Passphrase…"),
])
def test_help_is_found_by_what_it_is_called_elsewhere(
    window: MainWindow, typed: str, title: str
) -> None:
    palette = opened(window, typed)
    assert title in titles(palette)
    assert not any("as a person" in row for row in titles(palette))


@pytest.mark.parametrize(("typed", "rows"), [
    ("zebra", ["Recently deleted…"]), ("Zebra 7", ["Recently deleted…"]),
    ("Zebra", ["Add “Zebra” as a person…", "Recently deleted…"]),
    ("李娜", ["Add “李娜” as a person…", "Recently deleted…"]),
    ("Undo zebra", ["Recently deleted…", "Add “Undo Zebra” as a person…"]),
])
def test_a_person_is_offered_for_what_looks_like_a_name(
    window: MainWindow, typed: str, rows: list[str]
) -> None:
    palette = opened(window)
    assert look(palette, typed) == rows[0]
    assert titles(palette)[1:] == rows


def test_nothing_found_says_so_and_offers_the_person_with_the_name(
    window: MainWindow, qtbot: QtBot
) -> None:
    palette = opened(window, "Okonkwo")
    assert titles(palette) == ["NOTHING IN THE JOURNAL HOLDS “OKONKWO”.",
                               "Add “Okonkwo” as a person…", "Recently deleted…"]
    assert palette.found.text() == "0 found"
    names: list[str] = []

    def read(dialog: QDialog) -> None:
        names.extend(one.text() for one in dialog.findChildren(QLineEdit))

    with answering(read):
        press(palette, KEYS.Key_Return)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert "Okonkwo" in names


def test_an_empty_line_offers_what_was_lately_and_what_is_done_the_most(
    window: MainWindow, qtbot: QtBot
) -> None:
    palette = opened(window)
    assert titles(palette)[:2] == ["DO", "Log a contact…"]
    assert palette.found.text() == ""
    press(palette, KEYS.Key_Escape)
    assert window.journal is not None
    people.edit(window.journal, 2, {"my_ask": "another"})
    press(opened(window, "okafor"), KEYS.Key_Return)
    qtbot.waitUntil(lambda: window.current_pane() == "person")
    palette = opened(window)
    assert titles(palette)[:4] == ["RECENT", "Dr. Rosalind Okafor", "Dr. Henrik Vale", "DO"]


def test_a_sign_that_says_nothing_finds_nothing(window: MainWindow) -> None:
    palette = opened(window, "%")
    assert titles(palette)[:2] == ["DO", "Log a contact…"]
    assert palette.found.text() == ""


def test_a_kind_of_entry_comes_before_what_else_holds_its_word(window: MainWindow) -> None:
    heads = [row for row in titles(opened(window, "okafor feedback")) if row.isupper()]
    assert heads[:2] == ["DO", "FEEDBACK AND LETTERS"]


def test_a_change_behind_it_is_seen(window: MainWindow) -> None:
    palette = opened(window, "zoe")
    assert palette.found.text() == "0 found"
    assert window.journal is not None
    people.add(window.journal, {"name": "Zoe Hart"})
    QApplication.processEvents()
    assert "Zoe Hart" in titles(palette)
