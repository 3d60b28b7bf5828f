"""Every kind of entry has a way in the window, and every deed does something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from mentorjournal import clock
from mentorjournal.journal import promises
from mentorjournal.mentoring.deeds import Deed, Ref, menu, page
from mentorjournal.tests import build
from mentorjournal.tests.windows import start
from mentorjournal.ui import deeds, theme
from mentorjournal.ui.going import TABS, WAYS, go_to
from mentorjournal.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    yield


@pytest.fixture
def window(qtbot: QtBot, sample_file: Path, tmp_path: Path) -> MainWindow:
    """The window with the sample journal."""
    return start(qtbot, build.copy(sample_file, tmp_path / "s.mentorjournal"), tmp_path / "scratch")


def first(window: MainWindow, table: str, column: str = "id") -> int:
    assert window.journal is not None
    found = window.journal.read().execute(text(f"SELECT {column} FROM {table} LIMIT 1")).scalar()
    assert found is not None, table
    return int(found)


@pytest.mark.parametrize("kind", list(WAYS))
def test_an_entry_is_shown_on_the_page_where_it_is_kept(window: MainWindow, kind: str) -> None:
    go_to(window, Ref(kind, first(window, kind)))
    assert window.current_pane() == WAYS[kind][0]


@pytest.mark.parametrize("kind", ["compact", "thanks", "ending"])
def test_what_belongs_to_somebody_is_on_their_page(window: MainWindow, kind: str) -> None:
    go_to(window, Ref(kind, first(window, kind)), first(window, kind, "person_id"))
    assert window.current_pane() == "person"
    assert window.panes["person"].tabs.currentWidget().objectName() == TABS[kind]  # type: ignore[attr-defined]


def test_a_promise_is_kept_by_its_deed_and_open_again_after_undo(window: MainWindow) -> None:
    assert window.journal is not None
    one = promises.of_person(window.journal, first(window, "action", "person_id"))
    still_open = next(each for each in one if each.done_on is None)
    deeds.do(window, Deed("keep_promise", "Mark done", Ref("action", still_open.id)))
    done = {each.id: each.done_on for each in promises.of_person(
        window.journal, first(window, "action", "person_id"))}
    assert done[still_open.id] == build.SAMPLE_DAY
    window.undo_journal()
    again = {each.id: each.done_on for each in promises.of_person(
        window.journal, first(window, "action", "person_id"))}
    assert again[still_open.id] is None


def test_deeds_open_pages_and_menus(window: MainWindow) -> None:
    deeds.do(window, page("See", first(window, "person"), "thanks"))
    assert window.current_pane() == "person"
    deeds.do(window, menu("Goals", "show_goals"))
    assert window.current_pane() == "goals"
    deeds.do(window, Deed("show", "Hours", detail="hours"))
    assert window.current_pane() == "hours"
