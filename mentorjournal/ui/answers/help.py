"""Answers of the Help menu: every key, what the program is, and a tour of the sample journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentorjournal.words import tr

if TYPE_CHECKING:
    from mentorjournal.ui.main_window import MainWindow
    from mentorjournal.ui.widgets.tour_card import TourCard


def tour() -> tuple[tuple[str, str, str], ...]:
    """The pages that are shown: the key of each, a heading, and what is said of it."""
    return (
        ("today", tr("What needs you now"),
         tr("Each row is one thing, with one button. Press it and the row goes; Undo brings it "
            "back. Rest on a row to read why it is there.")),
        ("network", tr("Who helps you with what"),
         tr("Peers are near the middle, seniors further out. A dashed line is due soon, a dotted "
            "red one overdue. Beside the map stands what nobody does yet, and what would be lost "
            "if somebody left.")),
        ("meetings", tr("Ready for the next meeting"),
         tr("Say what you want to leave with, put the most important first, and watch the minutes. "
            "Your mentor gets one page that is read in a minute.")),
        ("feedback", tr("Feedback that comes full circle"),
         tr("Amara heard something that stung, let it rest, talked it over, changed it, and told "
            "them what came of it. The dots say how far each entry is.")),
        ("tips", tr("Are you in the driver’s seat?"),
         tr("Twelve tips, and what your own entries show of each. Counts and dates, never a score; "
            "where there is too little to tell, it says so.")),
    )


class HelpAnswers(QObject):
    """For the whole window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._card: TourCard | None = None
        self._before = Path()  # the journal that was open before the sample
        window.opening.closing.connect(self._leave)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Action -> what it does."""
        return {"keys": self.show_keys, "tour": self.begin, "about": self.show_about}

    def show_about(self) -> None:
        """Tell what the program is and rests on."""
        from mentorjournal.ui.dialogs.about import AboutDialog

        dialog = AboutDialog(self._window)
        dialog.exec()
        dialog.deleteLater()

    def show_keys(self) -> None:
        """Show every key."""
        from mentorjournal.ui.dialogs.keys import KeysDialog

        dialog = KeysDialog(self._window.actions_table.with_keys(), self._window)
        dialog.exec()
        dialog.deleteLater()

    def begin(self) -> None:
        """Open the sample journal, unless it is what is open, and show the first step."""
        from mentorjournal.ui.widgets.tour_card import TourCard

        opening = self._window.opening
        journal = self._window.journal
        if journal is None or not opening.is_scratch(journal.path):
            self._before = journal.path if journal is not None else Path()
            opening.open_sample()
        if self._window.journal is None or not opening.is_scratch(self._window.journal.path):
            return
        self._leave()
        self._window.messages.clear()
        self._card = TourCard(self._window)
        self._card.wanted.connect(self._show)
        self._card.ended.connect(self._end)
        self._show(0)

    def _show(self, step: int) -> None:
        assert self._card is not None
        steps = tour()
        page, heading, text = steps[step]
        self._window.show_pane(page)
        self._card.show_step(step, len(steps), heading, text)

    def _end(self) -> None:
        self._leave()
        back = self._before
        if back.name:
            self._window.messages.say(
                tr("This is still the sample journal: try anything in it."), "info",
                tr("Back to my journal"), lambda: self._window.opening.open(back))
        else:
            self._window.messages.say(
                tr("This is a throw-away copy of the sample journal: try anything."), "info")
        front = self._window.panes.get(self._window.current_pane())
        if front is not None:
            front.focus_first()  # type: ignore[attr-defined]

    def _leave(self) -> None:
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None
