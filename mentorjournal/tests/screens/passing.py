"""Pictures of people I mentor: the page full, empty and asking, the playbook, and the forms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mentorjournal import clock
from mentorjournal.journal import (
    advice,
    agenda,
    carry_in,
    feedback_given,
    meetings,
    passing_on,
    people,
    running,
    stages,
)
from mentorjournal.journal.journal import Journal
from mentorjournal.tests.screens.safety import begin
from mentorjournal.ui.main_window import MainWindow

LONG_NAME = "Prof. Dr. Maria-Magdalena Wilhelmina von Hohenstein-Oldenburg"
LONG = (
    "When you have to say no, say it before lunch, say it in one sentence, and say in the same "
    "breath what you can do instead, and by when; whoever asked has then lost nothing, and you "
    "have not spent the afternoon writing the apology that nobody wanted to read. And if you "
    "notice that you are explaining, stop: an explanation is where the yes creeps in again."
)


def mentee(journal: Journal, n: int = 0) -> int:
    """Somebody I mentor."""
    return passing_on.everybody(journal, clock.today(), 91)[n].person.id


def page(*, scroll: float = 0.0) -> Callable[[MainWindow], None]:
    """The page of the sample."""

    def show(window: MainWindow) -> None:
        window.messages.clear()
        pane = window.show_pane("passing_on")
        QApplication.processEvents()
        bar = pane.area.verticalScrollBar()
        bar.setValue(round(bar.maximum() * scroll))

    return show


def long_texts(window: MainWindow) -> None:
    """The page with long texts and long names, and feedback that is due."""
    journal = window.journal
    if not advice.every(journal, "before lunch"):
        whom = people.add(journal, {"name": LONG_NAME, "direction": "mentee", "rank": "Resident"})
        key = advice.add(journal, {
            "text": LONG, "credited_to": LONG_NAME, "date": clock.today(),
            "when_it_helps": "On a Monday, when three people have asked for the same hour, and "
                             "whenever the list on the door has grown over the weekend."})
        for who in (mentee(journal), whom, mentee(journal, 1), None, whom, whom):
            advice.pass_on(journal, key, who, clock.today() - timedelta(3))
        feedback_given.add(journal, {
            "person_id": whom, "date": clock.today() - timedelta(20), "topic": LONG[:120],
            "situation": LONG, "behaviour": LONG, "impact": LONG, "their_plan": LONG,
            "look_again_on": clock.today() - timedelta(2), "requested": True})
    page()(window)


def empty(window: MainWindow) -> None:
    """The page of a journal without anybody."""
    begin(window)
    page()(window)


def new_stage(window: MainWindow) -> None:
    """A stage that has just begun, in the sample."""
    if stages.new_one(window.journal, clock.today()) is None:
        stages.begin(window.journal, {
            "stage": "Junior faculty, pulmonary & critical care",
            "started": clock.today() - timedelta(3)})


def asking(window: MainWindow) -> None:
    """The page with the two questions of a new stage."""
    new_stage(window)
    page()(window)


def on_network(window: MainWindow) -> None:
    """The network page with the question of a new stage."""
    new_stage(window)
    window.show_pane("network").show_overview()


def mentors(window: MainWindow) -> None:
    """Each mentor with three choices, two of them made."""

    def choose() -> None:
        form = QApplication.activeModalWidget()
        if form is not None:
            for row, key in zip(form.rows, ("keep", "change", "close"), strict=False):
                row.choice.set_current(key)
                row._chosen()

    new_stage(window)
    QTimer.singleShot(250, choose)
    window.show_pane("passing_on").mentors_wanted.emit()


def form(signal: str, find: Callable[[Journal], object]) -> Callable[[MainWindow], None]:
    """A form of the page."""

    def show(window: MainWindow) -> None:
        pane = window.show_pane("passing_on")
        found = find(window.journal)
        getattr(pane, signal).emit(*(() if found is None else (found,)))

    return show


def tab(key: str) -> Callable[[MainWindow], None]:
    """A tab of the page of somebody I mentor."""
    return lambda window: window.open_person(mentee(window.journal), key)


def person(window: MainWindow) -> None:
    """Their overview, scrolled to what I gave them."""
    tab("overview")(window)


def prep() -> Callable[[MainWindow], None]:
    """A meeting with a mentee being prepared: what to carry in, with advice."""

    def show(window: MainWindow) -> None:
        journal = window.journal
        whom = mentee(journal)
        mine = [one.meeting for one in meetings.coming(journal) if one.meeting.person_id == whom]
        key = mine[0].id if mine else meetings.add(journal, {
            "person_id": whom, "planned_minutes": 30, "mode": "in_person",
            "place": "Cafeteria, the quiet end", "headline": "Saying no",
            "starts_at": datetime.combine(clock.today() + timedelta(6), datetime.min.time()
                                          ).replace(hour=12)})
        window.messages.clear()
        pane = window.show_pane("meetings")
        pane.show_meeting(key)
        pane.footer.preview_toggled.emit(False)

    return show


def prepared(window: MainWindow) -> None:
    """The same with everything carried in, and an item in all its parts open."""
    prep()(window)
    journal, pane = window.journal, window.panes["meetings"]
    which = pane.current_meeting_id()
    for carry in carry_in.collect(journal, which, clock.today()):
        if carry.source in ("advice", "feedback_given", "feedback_plan") and not carry.on_agenda:
            carry_in.take(journal, which, carry)
    meetings.edit(journal, which, {"desired_outcome": "How to say no without losing the friend"})
    item = agenda.add_item(journal, which, {
        "title": "The second committee", "question": "What would you give up for it?",
        "my_view": "Not this year", "priority": "must"})
    options = [agenda.add_option(journal, item, {"text": text}) for text in (
        "Say no", "Ask for a year")]
    agenda.prefer_option(journal, options[1])
    pane.page.agenda.open_item(item)


def running_now(window: MainWindow) -> None:
    """Meeting mode with somebody I mentor, about to note what they promise."""
    prepared(window)
    journal = window.journal
    which = window.panes["meetings"].current_meeting_id()
    running.start(journal, which, clock.live_now())
    running.capture_action(journal, which, "Write the two lines to the chair", owner="mentor")
    running.capture_feedback(journal, which, "You waited before you answered", clock.today())
    if "meeting_mode" in window.panes:
        window.panes["meeting_mode"]._resume()
    pane = window.show_pane("meeting_mode")
    pane._timer.stop()
    pane.stage.open_line("action")
    pane.stage.line.owner.setCurrentIndex(1)


def closing(window: MainWindow) -> None:
    """What came of it, and of feedback from before."""
    running_now(window)
    window.panes["meeting_mode"].end()
    form = window.panes["meeting_mode"].closing.form
    form.items.cover.click()


def closing_below(window: MainWindow) -> None:
    """The same, further down."""
    closing(window)
    step = window.panes["meeting_mode"].closing
    step._scroll.ensureWidgetVisible(step.form.told, 0, 200)


SHOTS = (
    ("passing-on", page()),
    ("passing-on-below", page(scroll=1.0)),
    ("passing-on-meeting", prep()),
    ("dialog-advice", form("advice_edit_wanted", lambda j: advice.every(j)[0].advice.id)),
    ("dialog-pass-on", form("pass_on_wanted", lambda j: advice.every(j)[0].advice.id)),
    ("dialog-given", form("given_edit_wanted", lambda j: feedback_given.every(j)[0].id)),
    ("dialog-look-again", form("given_look_wanted", lambda j: feedback_given.every(j)[0].id)),
    ("dialog-my-stage", form("stage_add_wanted", lambda j: None)),
    ("passing-on-person", person),
    ("passing-on-moving-on", tab("moving_on")),
)
LAST_SHOTS = (  # they leave another journal behind
    ("passing-on-prepared", prepared),
    ("passing-on-running", running_now),
    ("passing-on-closing", closing),
    ("passing-on-closing-below", closing_below),
    ("passing-on-long", long_texts),
    ("passing-on-new-stage", asking),
    ("network-new-stage", on_network),
    ("dialog-stage-mentors", mentors),
)
EMPTY_SHOTS = (("empty-passing-on", empty),)
