"""Pictures of goals: the page full, empty, long and narrow, with what folds out, and its forms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from mentorjournal.journal import entries, goal_people, goals, people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.sample import LAST_DAY
from mentorjournal.tests.screens import settle
from mentorjournal.tests.screens.safety import begin
from mentorjournal.ui.main_window import MainWindow

LONG_NAME = "Prof. Dr. Maria-Magdalena Wilhelmina von Hohenstein-Oldenburg"
LONG_TEXT = (
    "Build a recovery clinic that sees every patient who was ventilated for more than two days "
    "within six weeks of going home, with a nurse, a physiotherapist and somebody who can talk "
    "about nightmares, and have it paid for by somebody other than me"
)


def goal_of(journal: Journal, words: str) -> int:
    """The id of a goal by some of its words."""
    return next(one.id for one in goals.active(journal) if words in one.text)


def long_one(journal: Journal) -> int:
    """A goal with long texts that has everything wrong with it that can be."""
    found = [one.id for one in goals.active(journal) if one.text == LONG_TEXT]
    if found:
        return found[0]
    whom = people.add(journal, {"name": LONG_NAME, "roles": ["project_sponsor"]})
    key = goals.add(journal, {
        "text": LONG_TEXT, "horizon": "5y", "due": date(2026, 4, 20), "why": LONG_TEXT * 2,
        "domain": "professional_development", "started_on": LAST_DAY - timedelta(90),
        "mentor_part": LONG_TEXT}, gaps=[LONG_TEXT, "Money"], first_step=LONG_TEXT)
    entries.add(journal, "goal_steps", {
        "goal_id": key, "text": "Ask the trust for a room", "owner": "mentor", "helper_id": whom,
        "due": date(2026, 5, 1)})
    goal_people.attach(journal, key, [whom])
    goals.add(journal, {"text": "Learn to say no", "started_on": LAST_DAY - timedelta(60)})
    return key


def page(
    *, words: str = "", opened: bool = False, long: bool = False, past: bool = False,
    side: bool = False,
) -> Callable[[MainWindow], None]:
    """The page; with `words` that goal chosen, and what else is known of it folded out."""

    def show(window: MainWindow) -> None:
        window.messages.clear()
        key = long_one(window.journal) if long else 0
        pane = window.show_pane("goals")
        if words:
            key = goal_of(window.journal, words)
        if side and pane.splitter.count() == 1:
            pane.set_side(QLabel("Hours stand here"))
        if past:
            pane.past.set_open(True)
            key = done_goal(window.journal)
        if key:
            pane.show_goal(key)
        if opened:
            settle()
            pane.list.card(key).set_open(True)
        window.messages.clear()

    return show


def done_goal(journal: Journal) -> int:
    """The id of the goal that is done."""
    return next(one.id for one in goals.with_ids(journal, range(1, 50)).values()
                if one.status == "done")


def still(window: MainWindow) -> None:
    """A goal that was just reached, for which hours are still taken."""
    pane = window.show_pane("goals")
    pane.wishes.status.emit(goal_of(window.journal, "K12"), "done")


def empty(window: MainWindow) -> None:
    """The page of a journal without any."""
    begin(window)
    page()(window)


def form(*, words: str = "", changed: bool = False) -> Callable[[MainWindow], None]:
    """The form of a new goal, or of one; with `changed` its text is another one."""

    def change() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.field("text").setPlainText("80 ICU survivors followed to 12 months")
            bar = dialog._scroll.verticalScrollBar()
            QTimer.singleShot(100, lambda: bar.setValue(bar.maximum()))

    def show(window: MainWindow) -> None:
        pane = window.show_pane("goals")
        if changed:
            QTimer.singleShot(300, change)
        if words:
            pane.wish_edit(goal_of(window.journal, words))
        else:
            pane.wish_goal()

    return show


def wish(name: str, words: str, *, step: bool = False) -> Callable[[MainWindow], None]:
    """A short form of a goal, or of its first open step."""

    def show(window: MainWindow) -> None:
        pane = window.show_pane("goals")
        card = pane.list.card(goal_of(window.journal, words))
        key = next(iter(card.steps)) if step else card.goal_id
        getattr(pane.wishes, name).emit(key)

    return show


SHOTS = (
    ("goals", page()),
    ("goals-side", page(side=True)),
    ("goals-open", page(words="80 ICU", opened=True)),
    ("goals-long", page(long=True, opened=True)),
    ("goals-past", page(past=True)),
    ("goals-still", still),
    ("dialog-goal-new", form()),
    ("dialog-goal-changed", form(words="80 ICU", changed=True)),
    ("dialog-goal-history", wish("history", "80 ICU")),
    ("dialog-goal-progress", wish("progress", "80 ICU")),
    ("dialog-goal-step", wish("step_edit", "80 ICU", step=True)),
    ("dialog-goal-helpers", wish("attach", "80 ICU")),
)
EMPTY_SHOTS = (("empty-goals", empty),)
