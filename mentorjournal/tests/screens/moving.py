"""Pictures of moving on: the choice, a note being written, and one that was sent."""

from __future__ import annotations

from collections.abc import Callable

from mentorjournal.journal import endings, people
from mentorjournal.tests import build
from mentorjournal.ui.main_window import MainWindow

NOTE = {
    "framing": "We set out to find what patients ask six weeks after the ICU. I learned to listen "
               "for the question behind the question.",
    "thanks": "For the phone call in which you let me hear a whole visit.",
    "reason": "moved_on", "reason_note": "The clinic is in other hands now.",
}


def _whom(window: MainWindow, name: str) -> int:
    return next(one.person.id for one in people.everybody(window.journal, build.SAMPLE_DAY)
                if name in one.person.name)


def choice(card: str = "") -> Callable[[MainWindow], None]:
    """The three cards, of somebody who has been quiet for long."""

    def show(window: MainWindow) -> None:
        window.messages.clear()
        window.open_person(_whom(window, "Marchetti"), "moving_on")
        tab = window.panes["person"].tab("moving_on")
        for key, one in tab.page.cards.items():
            one.radio.setAutoExclusive(False)
            tab.page.group.setExclusive(False)
            one.radio.setChecked(key == card)
            tab.page.group.setExclusive(True)

    return show


def writing(window: MainWindow) -> None:
    """A closing note of which one part is still to write; it is taken back afterwards."""
    one = _whom(window, "Castellanos")
    which = endings.of_person(window.journal, one)
    if not which:
        endings.edit(window.journal, endings.begin_closing(window.journal, one), NOTE)
    window.messages.clear()
    window.open_person(one, "moving_on")


def closed(window: MainWindow) -> None:
    """What was written to somebody closed."""
    window.messages.clear()
    window.open_person(_whom(window, "Stroud"), "moving_on")
