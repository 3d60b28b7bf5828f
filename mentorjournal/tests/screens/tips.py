"""The twelve tips: the page, and tips that are open."""

from __future__ import annotations

from collections.abc import Callable

from mentorjournal.tests.screens import safety
from mentorjournal.ui.main_window import MainWindow


def open_tip(number: int, counting: str = "") -> Callable[[MainWindow], None]:
    """The page with a tip open, and there how an indicator is counted."""

    def show(window: MainWindow) -> None:
        window.messages.clear()
        if window.journal is None:
            safety.begin(window)
        pane = window.pane("tips")
        window.show_pane("tips")
        if pane.open_tip:
            pane.rows[pane.open_tip].caret.click()
        if number:
            pane.show_tip(number)
            if counting:
                pane.details[number].readings[counting].set_open(True)

    return show


TIPS_SHOTS = (
    ("tips", open_tip(0)),
    ("tips-touch", open_tip(6, "D6.1")),
    ("tips-feedback", open_tip(8)),
)
EMPTY_TIPS_SHOTS = (("empty-tips", open_tip(0)), ("empty-tips-needs", open_tip(1)))
