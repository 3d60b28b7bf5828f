"""What comes and goes above the map moves nobody on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.tests import build
from mentorjournal.tests.windows import start
from mentorjournal.ui import theme
from mentorjournal.ui.map.view import MapView


def spots(view: MapView) -> dict[int, tuple[float, float]]:
    QApplication.processEvents()
    plan = view.map_scene.plan
    assert plan is not None
    return {key: (place.x, place.y) for key, place in plan.places.items()}


@pytest.mark.parametrize("size", [(1440, 900), (1180, 820), (1100, 700)])
@pytest.mark.parametrize("words", ["Ann was removed.", "A long message. " * 30])
def test_a_message_that_comes_and_goes_moves_nobody(
    qtbot: QtBot, qapp: QApplication, sample_file: Path, tmp_path: Path, size: tuple[int, int],
    words: str,
) -> None:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    window = start(
        qtbot, build.copy(sample_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")
    window.messages.clear()
    window.resize(*size)
    window.show_pane("network")
    view = window.panes["network"].view  # type: ignore[attr-defined]
    qtbot.wait(120)  # a map of many is laid out when resizing pauses
    before, high, zoom = spots(view), view.height(), view.zoom
    window.messages.say(words)
    qtbot.waitUntil(lambda: view.height() < high)
    assert spots(view) == before
    qtbot.wait(120)
    assert spots(view) == before and view.zoom <= zoom
    window.messages.close_message()
    qtbot.waitUntil(lambda: view.height() == high)
    qtbot.wait(120)
    assert spots(view) == before and view.zoom == pytest.approx(zoom)


@pytest.mark.parametrize("size", [(1280, 800), (1100, 700)])
def test_with_large_text_everybody_is_in_view_until_one_zooms(
    qtbot: QtBot, qapp: QApplication, sample_file: Path, tmp_path: Path, size: tuple[int, int],
) -> None:
    theme.apply(qapp, "light")
    clock.set_as_of(build.SAMPLE_DAY)
    window = start(
        qtbot, build.copy(sample_file, tmp_path / "mine.mentorjournal"), tmp_path / "s")
    window.messages.clear()
    window.resize(1440, 900)
    window.show_pane("network")
    view = window.panes["network"].view  # type: ignore[attr-defined]
    try:
        theme.apply(qapp, "light", 1.5)
        qtbot.wait(120)
        assert not hidden(view)
        window.resize(*size)
        qtbot.wait(120)
        assert not hidden(view)
        view.zoom_in()
        zoom = view.zoom
        theme.apply(qapp, "light", 1.25)
        qtbot.wait(120)
        assert view.zoom == zoom
    finally:
        theme.apply(qapp, "light")


def hidden(view: MapView) -> list[int]:
    """Who is not whole in the view."""
    room = view.viewport().rect().adjusted(-2, -2, 2, 2)
    return [key for key in view.map_scene.keyboard_order() if not room.contains(
        view.mapFromScene(view.map_scene.item_of(key).sceneBoundingRect()).boundingRect())]
