"""What a person's page asks first: a promised update, a silence, then how it goes on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import contacts, endings, missteps, people, promises
from mentorjournal.tests import build
from mentorjournal.tests.windows import button, read, start
from mentorjournal.ui import theme
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.person_asks import Asks
from mentorjournal.ui.panes.person_moving_on import MovingOnTab


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, sample_file: Path, tmp_path: Path) -> MainWindow:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    made = start(qtbot, build.copy(sample_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")
    made.resize(1440, 900)  # with room for what stands beside the map
    return made


def whom(window: MainWindow, name: str) -> int:
    return next(one.person.id for one in people.everybody(window.journal, build.SAMPLE_DAY)
                if name in one.person.name)


def asks(window: MainWindow, name: str) -> Asks:
    window.open_person(whom(window, name))
    QApplication.processEvents()
    (found,) = window.panes["person"].tab("overview").findChildren(Asks)
    return found


def test_somebody_quiet_for_long_leads_to_the_decision(window: MainWindow) -> None:
    found = asks(window, "Marchetti")
    assert "It has been quiet for 7 months." in read(found)
    button(found, "Decide").click()
    assert isinstance(window.panes["person"].current_tab(), MovingOnTab)


def test_nothing_is_asked_about_somebody_in_rhythm(window: MainWindow) -> None:
    assert not asks(window, "Okafor").isVisible()


def test_a_silence_since_a_promise_comes_before_the_decision(window: MainWindow) -> None:
    one = whom(window, "Marchetti")
    promises.add(window.journal, {"person_id": one, "text": "A draft", "due": date(2026, 3, 1)})
    found = asks(window, "Marchetti")
    assert "Nothing since your promise fell due." in read(found)
    missteps.put_aside(window.journal, f"misstep:quiet:{one}", build.SAMPLE_DAY)
    assert "Nothing since" not in read(found)  # put aside is put aside on every page
    window.journal.undo()
    assert "Nothing since your promise fell due." in read(found)
    contacts.add(window.journal, {
        "person_id": one, "date": build.SAMPLE_DAY, "answered": True, "kind": "informal"})
    assert not found.isVisible()


def test_a_promised_update_is_asked_for_here_and_on_the_network_page(window: MainWindow) -> None:
    which = endings.of_person(window.journal, whom(window, "Stroud"))[0]
    endings.update_sent(window.journal, which.id, None)
    assert "You promised an update." in read(asks(window, "Stroud"))
    network = window.show_pane("network")
    network.show_overview()
    QApplication.processEvents()
    assert "Updates you promised" in read(network)
    button(network, "Open").click()
    assert isinstance(window.panes["person"].current_tab(), MovingOnTab)
    endings.update_sent(window.journal, which.id, build.SAMPLE_DAY)
    window.show_pane("network")
    QApplication.processEvents()
    assert "Updates you promised" not in read(network)
