"""What the pictures of meeting mode need to be there first: a meeting, and how far it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from unittest.mock import patch

from mentorjournal import clock
from mentorjournal.journal import agenda, carry_in, drafts, meetings, running
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import running as rules
from mentorjournal.tests.screens import settle
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.words import short_day

Deed = Callable[[MainWindow], object]
NOTES = (
    "Write down who did what first, then talk about order.\n"
    "She has used a contributor list with the other group before. Sends me hers.\n"
    "Call the first author, do not email. He likes to hear it directly.\n"
    "Her advice: I draft the table, the statistician checks the methods lines"
)


def running_meeting(
    *deeds: Deed, minutes: float = 17.2, first: float = 16, long: bool = False
) -> Deed:
    """The next meeting, `minutes` after its start and `first` of them with its first item."""

    def show(window: MainWindow) -> None:
        journal = window.journal
        drafts.drop(journal, running.KEY)
        drafts.drop(journal, running.LINE_KEY)
        which = meetings.coming(journal)[0].meeting
        began = meetings.instant(which).astimezone()
        if long:
            _make_long(journal, which.id)
        with patch.object(clock, "live_now", lambda: began + timedelta(minutes=minutes)):
            _run(journal, which.id, began, first)
            if "meeting_mode" in window.panes:
                window.panes["meeting_mode"]._resume()
            pane = window.show_pane("meeting_mode")
            pane._timer.stop()
            for deed in deeds:
                deed(window)
            settle()
            pane._tick()
            settle()

    return show


def _run(journal: Journal, which: int, began: datetime, first: float) -> None:
    items = [item.id for item in agenda.items(journal, which)]
    live = running.start(journal, which, began)
    turned = began + timedelta(minutes=first)
    running.keep(journal, rules.go_on(live, items[1], turned) if first else live)
    if running.captured(journal, which).count:
        return
    agenda.edit_item(journal, items[1], {"notes": NOTES})
    day = began.date()
    running.capture_decision(
        journal, which, "Primary outcome: ventilator-free days", item_id=items[0])
    running.capture_action(
        journal, which, "Put the outcome into the ethics form", due=day + timedelta(days=6))
    running.capture_action(journal, which, "Send the contributor list", owner="mentor")
    running.capture_feedback(
        journal, which, "“Good options. Give me your own view first, then the reasons.”", day)
    running.park_thought(journal, which, f"Research time in block 3, from {short_day(day)}")


def _make_long(journal: Journal, which: int) -> None:
    for carry in carry_in.collect(journal, which, clock.today())[:3]:
        if not carry.on_agenda:
            running.raise_carried(journal, which, carry)
    for n in range(10):
        agenda.add_item(journal, which, {"title": f"One more thing to talk over, number {n + 1}"})
    agenda.add_item(journal, which, {"title": "A title that tells the whole story. " * 8})
    agenda.add_item(journal, which, {"title": "מה עושים עם המאמר השני ומי כותב אותו"})
    running.set_reached(journal, which, True)


def pressed(wish: str) -> Deed:
    """A button of the middle."""
    return lambda window: window.panes["meeting_mode"]._wish(wish)


def capturing(kind: str, text: str) -> Deed:
    """The line that captures, open with words in it."""

    def show(window: MainWindow) -> None:
        stage = window.panes["meeting_mode"].stage
        stage.open_line(kind)
        stage.line.edit.setText(text)

    return show


def captured_column(window: MainWindow) -> None:
    """What was captured, where there is no room for it beside the items."""
    columns = window.panes["meeting_mode"].columns
    if columns.is_narrow and not columns.is_captured_open:
        columns.toggle()


def at_place(step: int) -> Deed:
    """Another place, from the top (0) or the end (-1)."""

    def show(window: MainWindow) -> None:
        pane = window.panes["meeting_mode"]
        pane.go(pane._facts.places[step].id)

    return show


def prep_with_sign(window: MainWindow) -> None:
    """Meeting prep while a meeting runs."""
    running_meeting()(window)
    window.show_pane("meetings")
