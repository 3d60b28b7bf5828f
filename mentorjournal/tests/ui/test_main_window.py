"""The window: what it opens and refuses, what it remembers, and that nothing stays behind."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from mentorjournal import clock, paths
from mentorjournal.journal import me, meetings, people
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import LAST_JOURNAL, PAPER, RECENT_JOURNALS, TEXT_SCALE, THEME, Settings
from mentorjournal.store.schema import VERSION
from mentorjournal.tests import build
from mentorjournal.tests.windows import act, answering, read, sentence, start, trigger
from mentorjournal.ui import questions, theme
from mentorjournal.ui.main_window import RAIL_BELOW, SMALLEST, USUAL, MainWindow
from mentorjournal.ui.placing import first_size


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    yield
    theme.apply(qapp, "light")


@pytest.fixture
def mine(empty_file: Path, tmp_path: Path) -> Path:
    """An empty journal that nobody has open."""
    return build.copy(empty_file, tmp_path / "mine.mentorjournal")


@pytest.fixture
def window(qtbot: QtBot, mine: Path, tmp_path: Path) -> MainWindow:
    """The window with an empty journal."""
    return start(qtbot, mine, tmp_path / "scratch")


# What is no journal ---------------------------------------------------------------------------


def png(folder: Path) -> Path:
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 200)
    return folder / "photo.png"


def folder(folder: Path) -> Path:
    (folder / "letters").mkdir()
    return folder / "letters"


def newer(folder: Path) -> Path:
    Journal.create(folder / "newer.mentorjournal").close()
    with build.raw(folder / "newer.mentorjournal") as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    return folder / "newer.mentorjournal"


def missing(folder: Path) -> Path:
    return folder / "gone.mentorjournal"


def circle(folder: Path) -> Path:
    (folder / "circle").symlink_to(folder / "circle")
    return folder / "circle"


def cut_off(folder: Path) -> Path:
    Journal.create(folder / "cut.mentorjournal").close()
    whole = (folder / "cut.mentorjournal").read_bytes()
    (folder / "cut.mentorjournal").write_bytes(whole[: len(whole) // 2])
    return folder / "cut.mentorjournal"


def scrambled(folder: Path) -> Path:
    Journal.create(folder / "scrambled.mentorjournal").close()
    whole = bytearray((folder / "scrambled.mentorjournal").read_bytes())
    whole[100:4096] = b"\xa5" * 3996
    (folder / "scrambled.mentorjournal").write_bytes(whole)
    return folder / "scrambled.mentorjournal"


REFUSED = [
    (png, "photo.png is not a journal."), (folder, "letters is a folder, not a journal."),
    (newer, "newer.mentorjournal was made by a newer version of Mentor Journal."),
    (missing, "There is no journal gone.mentorjournal in {folder}."),
    (circle, "There is no journal circle in {folder}."),
    (cut_off, "cut.mentorjournal is damaged: its end is missing."),
    (scrambled, "scrambled.mentorjournal is damaged and cannot be opened."),
]


def test_what_cannot_be_opened_is_said_and_the_present_journal_stays(
    window: MainWindow, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, journal = tmp_path / "there", window.journal
    there.mkdir()
    wanted = [(make(there), said) for make, said in REFUSED]
    before = build.bytes_of(there)
    for path, said in wanted:
        monkeypatch.setattr(questions, "journal_to_open", lambda *_, path=path: path)
        trigger(window, "open_journal")
        assert sentence(window) == said.format(folder=there)
        assert window.journal is journal and journal.path == mine
        assert people.add(journal, {"name": "Ann"})
    assert window.settings.get(LAST_JOURNAL) == str(mine)
    assert window.settings.get(RECENT_JOURNALS) == (str(mine),)
    assert build.bytes_of(there) == before


@pytest.mark.parametrize(("make", "said"), [REFUSED[0], REFUSED[3], REFUSED[4]])
def test_what_cannot_be_opened_at_the_start_leads_to_the_first_screen(
    qtbot: QtBot, tmp_path: Path, make: Callable[[Path], Path], said: str
) -> None:
    window = start(qtbot, make(tmp_path), tmp_path / "scratch")
    assert sentence(window) == said.format(folder=tmp_path)
    assert list(window.panes) == ["first-run"] and window.journal is None
    assert window.sidebar.isHidden()


def test_a_refusal_keeps_what_was_typed_on_the_first_screen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start(qtbot, None, tmp_path / "scratch")
    pane = window.panes["first-run"]
    qtbot.keyClicks(pane.name, "Noor")
    monkeypatch.setattr(questions, "journal_to_open", lambda *_: tmp_path / "gone")
    pane.other.click()
    assert sentence(window) == f"There is no journal gone in {tmp_path}."
    assert window.stack.currentWidget() is pane and pane.name.text() == "Noor"


def test_a_file_named_at_the_start_that_is_not_there_can_be_made_there(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers").mkdir()
    window = start(qtbot, Path("papers") / "anna.mentorjournal", tmp_path / "scratch")
    pane = window.panes["first-run"]
    assert sentence(window) == "There is no journal anna.mentorjournal in ~/papers."
    assert pane.place.text() == "~/papers/anna.mentorjournal"
    qtbot.keyClicks(pane.name, "B")
    assert sentence(window) == ""
    qtbot.keyClicks(pane.name, "o")
    pane.go.click()
    assert window.journal.path == tmp_path / "papers" / "anna.mentorjournal"
    assert me.get(window.journal).name == "Bo" and sentence(window) == ""


def test_a_second_window_is_refused_and_told_who_has_it(
    qtbot: QtBot, window: MainWindow, mine: Path, tmp_path: Path
) -> None:
    other = start(qtbot, mine, tmp_path / "scratch")
    assert other.journal is None
    assert sentence(other) == (
        f"mine.mentorjournal is open in another window (process {os.getpid()})."
    )
    window.close()
    assert other.opening.open(mine)
    assert other.journal is not None and sentence(other) == ""


def test_a_protected_file_is_read_and_said_to_be(
    qtbot: QtBot, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = mine.read_bytes()
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    window = start(qtbot, mine, tmp_path / "scratch")
    assert sentence(window) == (
        "You may read this journal but not change it: its file or folder is protected."
    )
    with answering(lambda form: (form.place(0).setText("Ann"), form.accept())):
        trigger(window, "add_names")
    assert sentence(window) == "This journal is open for reading only."
    assert people.everybody(window.journal, clock.today()) == []
    assert mine.read_bytes() == before


# What it opens --------------------------------------------------------------------------------


def test_without_any_journal_it_is_the_first_screen(qtbot: QtBot, tmp_path: Path) -> None:
    window = start(qtbot, None, tmp_path / "scratch")
    assert "Welcome to Mentor Journal" in read(window)
    assert window.sidebar.isHidden() and sentence(window) == ""
    assert window.windowTitle() == "Mentor Journal"
    assert not paths.default_journal().exists()


def test_the_default_journal_and_then_the_last_one_open_by_themselves(
    qtbot: QtBot, mine: Path, tmp_path: Path
) -> None:
    Journal.create(paths.default_journal()).close()
    window = start(qtbot, None, tmp_path / "scratch")
    assert window.journal.path == paths.default_journal().resolve()
    assert window.opening.open(mine)
    window.close()
    assert start(qtbot, None, tmp_path / "scratch").journal.path == mine


def test_a_last_journal_that_is_gone_is_said(qtbot: QtBot, mine: Path, tmp_path: Path) -> None:
    start(qtbot, mine, tmp_path / "scratch").close()
    mine.unlink()
    window = start(qtbot, None, tmp_path / "scratch")
    assert list(window.panes) == ["first-run"]
    assert sentence(window) == f"There is no journal mine.mentorjournal in {tmp_path}."


def test_opening_the_open_journal_again_changes_nothing(window: MainWindow, mine: Path) -> None:
    journal, pane = window.journal, window.panes["today"]
    assert window.opening.open(mine.parent / ".." / mine.parent.name / mine.name)
    assert window.journal is journal and window.panes["today"] is pane


def test_the_recent_journals_can_be_chosen_at_once(
    window: MainWindow, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    menu = window.actions_table.recent
    assert menu.isEnabled()
    assert [entry.text() for entry in menu.actions()] == ["mine.mentorjournal"]
    monkeypatch.setattr(questions, "new_journal", lambda *_: tmp_path / "a&b.mentorjournal")
    trigger(window, "new_journal")
    assert [entry.text() for entry in menu.actions()] == ["a&&b.mentorjournal",
                                                          "mine.mentorjournal"]
    menu.aboutToShow.emit()
    menu.actions()[1].trigger()
    assert window.journal.path == mine
    assert window.settings.get(RECENT_JOURNALS) == (str(mine),
                                                    str(tmp_path / "a&b.mentorjournal"))


def test_a_new_journal_never_replaces_a_file(
    window: MainWindow, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "thesis.mentorjournal"
    other.write_text("not yours")
    monkeypatch.setattr(questions, "new_journal", lambda *_: other)
    trigger(window, "new_journal")
    assert sentence(window) == "thesis.mentorjournal is there already."
    assert other.read_text() == "not yours" and window.journal.path == mine


def test_the_sample_is_a_throw_away_copy_that_is_not_remembered(
    window: MainWindow, mine: Path, tmp_path: Path
) -> None:
    (tmp_path / "scratch").mkdir()
    trigger(window, "open_sample")
    assert sentence(window).startswith("This is a throw-away copy")
    assert window.journal.path.parent == tmp_path / "scratch"
    assert window.windowTitle() == "Amara’s journal"
    first = window.journal.path
    people.add(window.journal, {"name": "Somebody tried out"})
    trigger(window, "open_sample")
    assert window.journal.path != first
    names = [one.person.name for one in people.everybody(window.journal, clock.today())]
    assert len(names) > 10 and "Somebody tried out" not in names
    assert window.settings.get(LAST_JOURNAL) == str(mine)
    assert window.settings.get(RECENT_JOURNALS) == (str(mine),)


TITLES = {
    "Dr. Amara Lindqvist, MD": "Amara’s journal", "Dr Noor Haddad": "Haddad’s journal",
    "<b>Bo</b> Li": "<b>Bo</b>’s journal", "{0}": "{0}’s journal", "": "mine",
    "\u202eevil": "\u202eevil’s journal", ", MD": ", MD’s journal",
}


def test_the_title_is_the_first_name(window: MainWindow) -> None:
    for name, title in TITLES.items():
        me.edit(window.journal, {"name": name})
        assert window.windowTitle() == title
        shown = [one for one in window.sidebar.findChildren(QLabel) if one.text() == title]
        assert [one.textFormat() for one in shown] == [Qt.TextFormat.PlainText]


def test_a_damaged_row_is_found_by_the_check(qtbot: QtBot, window: MainWindow) -> None:
    trigger(window, "check")
    qtbot.waitUntil(lambda: sentence(window) == "This journal is sound.")
    people.add(window.journal, {"name": "Ann"})
    with build.raw(window.journal.path) as connection:
        connection.execute("DROP TRIGGER IF EXISTS person_update")
        triggers = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'person'"
        ).fetchall()
        for (trigger_name,) in triggers:
            connection.execute(f'DROP TRIGGER "{trigger_name}"')
        connection.execute("UPDATE person SET name = 'Bob'")
    trigger(window, "check")
    qtbot.waitUntil(lambda: window.messages.message().tone == "alert")


# The look and the place -----------------------------------------------------------------------


def test_theme_and_text_size_change_at_once(window: MainWindow) -> None:
    light, height = theme.color("bg").name(), window.sidebar.width()
    trigger(window, "theme_dark")
    assert theme.color("bg").name() != light and window.settings.get(THEME) == "dark"
    assert window.actions_table.by_key["theme_dark"].isChecked()
    trigger(window, "theme_light")
    assert theme.color("bg").name() == light
    for _ in range(3):
        trigger(window, "text_larger")
    assert window.settings.get(TEXT_SCALE) == 1.3 and theme.px(100) == 130
    assert window.sidebar.width() > height
    trigger(window, "text_smaller")
    assert theme.px(100) == 120
    trigger(window, "text_normal")
    assert theme.px(100) == 100 and window.sidebar.width() == height
    for beyond, key, side in ((1.9, "text_larger", 200), (0.9, "text_smaller", 80)):
        window.settings.set(TEXT_SCALE, beyond)
        for _ in range(2):
            trigger(window, key)
        assert theme.px(100) == side


def test_the_paper_is_remembered(window: MainWindow) -> None:
    trigger(window, "paper_Letter")
    assert Settings(paths.settings_file()).get(PAPER) == "Letter"
    trigger(window, "paper_A4")
    assert Settings(paths.settings_file()).get(PAPER) == "A4"


def test_a_narrow_window_has_a_rail(qtbot: QtBot, window: MainWindow) -> None:
    for width, rail in ((RAIL_BELOW, False), (RAIL_BELOW - 1, True), (1600, False), (1100, True)):
        window.resize(width, 800)
        qtbot.waitUntil(lambda width=width: window.width() == width)
        assert window.sidebar.is_rail() is rail


def test_size_is_kept(qtbot: QtBot, window: MainWindow, mine: Path, tmp_path: Path) -> None:
    window.resize(1100, 700)  # no larger, because Qt brings windows back within the screen
    window.close()
    again = start(qtbot, mine, tmp_path / "scratch")
    assert (again.width(), again.height()) == (1100, 700)


@pytest.mark.parametrize(("room", "wanted"), [
    (QSize(1920, 1080), QSize(1440, 900)),
    (QSize(1366, 768), QSize(1358, 726)),  # with a frame it fills the screen and no more
])
def test_a_first_window_is_no_larger_than_the_screen(room: QSize, wanted: QSize) -> None:
    assert first_size(USUAL, room) == wanted


def test_a_damaged_size_gives_the_usual_one(qtbot: QtBot, mine: Path, tmp_path: Path) -> None:
    for kept in ("AAAA", "not base64!", "é", "\\ud800"):
        paths.settings_file().parent.mkdir(parents=True, exist_ok=True)
        paths.settings_file().write_text(f'{{"window_geometry": "{kept}"}}')
        window = MainWindow(Settings(paths.settings_file()))
        qtbot.addWidget(window)
        usual = first_size(USUAL, window.screen().availableSize()).expandedTo(SMALLEST)
        assert window.size() == usual


def test_the_sidebar_and_the_menu_lead_to_the_same_pages(
    qtbot: QtBot, window: MainWindow
) -> None:
    trigger(window, "show_meetings")
    assert window.stack.currentWidget() is window.panes["meetings"]
    assert window.sidebar.current() == "meetings"
    window.sidebar.chosen.emit("network")
    assert window.stack.currentWidget() is window.panes["network"]


# The end --------------------------------------------------------------------------------------


def test_closing_keeps_what_is_being_typed(qtbot: QtBot, window: MainWindow, mine: Path) -> None:
    ann = people.add(window.journal, {"name": "Ann"})
    which = build.add_meeting(window.journal, ann)
    pane = window.show_pane("meetings")
    qtbot.keyClicks(pane.page.outcome, "A yes")
    line = pane.page.agenda.add.edit
    line.setFocus()
    qtbot.keyClicks(line, "Half an ite")
    window.close()
    journal = Journal(mine)
    assert meetings.get(journal, which).desired_outcome == "A yes"
    assert build.dump(journal)["agenda_item"][0][5] == "Half an ite"
    journal.close()


def test_opening_another_journal_keeps_what_is_being_typed(
    qtbot: QtBot, window: MainWindow, mine: Path, tmp_path: Path
) -> None:
    which = build.add_meeting(window.journal, people.add(window.journal, {"name": "Ann"}))
    pane = window.show_pane("meetings")
    qtbot.keyClicks(pane.page.outcome, "A yes")
    assert window.opening.create(tmp_path / "other.mentorjournal", "")
    assert build.dump(window.journal)["meeting"] == []
    journal = Journal(mine)
    assert meetings.get(journal, which).desired_outcome == "A yes"
    journal.close()


def test_nothing_stays_behind(
    qtbot: QtBot, sample_file: Path, tmp_path: Path
) -> None:
    path = build.copy(sample_file, tmp_path / "sample.mentorjournal")
    window = start(qtbot, path, tmp_path / "scratch")
    pane = window.show_pane("meetings")
    pane.footer.preview.click()
    qtbot.waitUntil(lambda: bool(pane.side.preview.pages))
    window.show_pane("network").set_mode("list")
    pane.side.render_soon()
    window.close()
    assert not window.isVisible() and window.panes == {} and window.journal is None
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == []
    Journal(path).close()
    qtbot.wait(0)  # what was to be deleted goes now
    gc.collect()
    assert open_files(tmp_path) == []


def open_files(folder: Path) -> list[Path]:
    """What this process has open below `folder`; nothing where the system does not tell."""
    table = Path("/proc/self/fd")
    held = list(table.iterdir()) if table.is_dir() else []
    return [one.readlink() for one in held if one.is_symlink()
            and one.readlink().is_relative_to(folder)]


def test_forms_do_not_pile_up(qtbot: QtBot, window: MainWindow) -> None:
    for _ in range(3):
        with answering(QDialog.reject):
            trigger(window, "about")
        with answering(QDialog.reject):
            trigger(window, "add_names")
        with answering(QDialog.reject):
            trigger(window, "add_person")
    qtbot.waitUntil(lambda: window.findChildren(QDialog) == [])


def test_a_message_offers_undo_only_for_the_last_thing_done(window: MainWindow) -> None:
    journal = window.journal
    ann, bo = (people.add(journal, {"name": name}) for name in ("Ann", "Bo"))
    pane = window.show_pane("network")
    with answering(lambda box: next(b for b in box.buttons() if b.text() == "Remove").click()):
        pane.person_remove_wanted.emit(ann)
    assert sentence(window) == "Ann was removed."
    people.edit(journal, bo, {"rank": "Fellow"})
    assert sentence(window) == ""
    with answering(lambda box: next(b for b in box.buttons() if b.text() == "Remove").click()):
        pane.person_remove_wanted.emit(bo)
    act(window)
    assert people.get(journal, bo).rank == "Fellow"
    assert sentence(window) == "Taken back: remove Bo."
