"""Pictures of the feedback log: the table and the panel in every state of the loop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from mentorjournal.journal import feedback, people
from mentorjournal.journal.sample import LAST_DAY
from mentorjournal.tests.screens.thanks import whom
from mentorjournal.ui.main_window import MainWindow

Show = Callable[[MainWindow], None]
LONG = "She said that the third slide holds what the first one promises, and the room has gone. "


def entry(window: MainWindow, topic: str) -> int:
    """The entry whose topic holds `topic`."""
    return next(one.id for one in feedback.every(window.journal) if topic in (one.topic or ""))


def log(topic: str = "", order: str = "", group: str = "", words: str = "") -> Show:
    """The page with one entry chosen."""

    def show(window: MainWindow) -> None:
        window.messages.clear()
        pane = window.show_pane("feedback")
        pane.filters.let_all_through()
        pane.filters.order.set_current(order or "newest")
        pane.filters.words.setText(words)
        pane.filters.set_group(group or "all")
        if topic:
            pane.show_entry(entry(window, topic))
        pane.table.setFocus()

    return show


def made(values: dict[str, Any], below: bool = False) -> Show:
    """A new entry from Castellanos in some state."""

    def show(window: MainWindow) -> None:
        key = feedback.log(window.journal, {
            "person_id": whom(window.journal, "Castellanos"), "topic": "the hour on delirium",
            "gist": "Too fast for the students", "date": LAST_DAY, **values})
        window.messages.clear()
        pane = window.show_pane("feedback")
        pane.show_entry(key)
        if below:
            area = pane.detail._body
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    return show


def scrolled(topic: str) -> Show:
    """The lower part of the panel."""

    def show(window: MainWindow) -> None:
        log(topic)(window)
        bar = window.panes["feedback"].detail._body.verticalScrollBar()
        bar.setValue(bar.maximum())

    return show


def long_names(window: MainWindow) -> None:
    """A name of 60 letters and a strength of 600."""
    people.edit(window.journal, whom(window.journal, "Castellanos"), {
        "name": "Prof. Maria-Magdalena Wolfeschlegelsteinhausen-Castellanos IV"})
    feedback.edit(window.journal, entry(window, "slides"), {
        "topic": "what the room does with forty words a slide and a voice reading them aloud",
        "impact": LONG * 8})
    log("what the room does")(window)


def asked(window: MainWindow) -> None:
    """Something that was asked and not answered."""
    key = feedback.ask(window.journal, {
        "person_id": whom(window.journal, "Brandt"), "topic": "the missing-data paragraph",
        "question": "Where would a reviewer stop believing me?",
        "asked_on": LAST_DAY - timedelta(days=20)})
    window.messages.clear()
    window.show_pane("feedback").show_entry(key)


_HARD = {"stance": "hurt", "first_reaction": "I wanted to be anywhere else."}
SHOTS = (
    ("feedback", log("slides")),
    ("feedback-acted", log("career")),
    ("feedback-acted-below", scrolled("career")),
    ("feedback-reported", log("reply times")),
    ("feedback-disagree", log("taking on")),
    ("feedback-planned", log("negotiating")),
    ("feedback-cooling", made(_HARD)),
    ("feedback-fresh", made({})),
    ("feedback-asked", asked),
    ("feedback-themes", log("slides", "theme")),
    ("feedback-waiting", log("slides", group="waiting")),
    ("feedback-nothing", log(words="xylophone")),
    ("feedback-long", long_names),
)
EMPTY_SHOTS = (
    ("empty-feedback", lambda window: window.show_pane("feedback")),
)
