"""Pictures of the detail of feedback, in a dialog of its own: each step, narrow, long, large."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from mentorjournal.journal import feedback, meetings, people, promises
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.sample import LAST_DAY
from mentorjournal.ui import theme
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.panes.feedback_detail import FeedbackDetail
from mentorjournal.ui.widgets.parts import column

WIDTH, NARROW, HEIGHT = 448, 380, 860
Make = Callable[[Journal], int | None]


def panel(
    make: Make, *, width: int = WIDTH, height: int = HEIGHT, scale: float = 1.0,
    scroll: float = 0.0, step: int | None = None,
) -> Callable[[MainWindow], None]:
    """The panel alone, on the entry that `make` writes; `scroll` is how far down it is.

    With `step` the day of that step is being asked for.
    """

    def show(window: MainWindow) -> None:
        if scale != 1:
            theme.apply(QApplication.instance(), theme.current().mode, scale)
        assert window.journal is not None
        host = QDialog(window)
        host.setObjectName("page")
        detail = FeedbackDetail(window.journal, window.settings, host)
        column(host, 0).addWidget(detail)
        host.resize(width, min(height, window.height()))
        detail.show_entry(make(window.journal))
        if step is not None and detail.head is not None:
            QTimer.singleShot(60, host, lambda: detail.head.ask_step(step))
        if scroll:
            QTimer.singleShot(60, host, lambda: _scroll(detail, scroll))
        host.exec()

    return show


def _scroll(detail: FeedbackDetail, part: float) -> None:
    bar = detail.scroll_area().verticalScrollBar()
    bar.setValue(round(part * bar.maximum()))


def _whom(journal: Journal, name: str) -> int:
    return next(one.person.id for one in people.everybody(journal, LAST_DAY)
                if name in one.person.name)


def _days_ago(days: int) -> date:
    return LAST_DAY - timedelta(days=days)


def _entry(journal: Journal, days: int = 1, name: str = "Okafor", **more: object) -> int:
    return feedback.log(journal, {
        "person_id": _whom(journal, name), "date": _days_ago(days),
        "topic": "Leading the morning round", "requested": True, "asked_on": _days_ago(days + 6),
        "question": "When I lead the round, what one thing would make it easier to follow?",
        "gist": "I speak to the monitor and not to the team.",
        "situation": "Round on bay C, nine patients, ten minutes late.",
        "behaviour": "I gave each plan while facing the monitor.",
        "impact": "Two nurses missed the new sedation targets and had to ask again.",
        "kind": "coaching", **more,
    })


def fresh(journal: Journal) -> int:
    """Just heard, and only in a sentence."""
    return feedback.log(journal, {
        "person_id": _whom(journal, "Okafor"), "date": LAST_DAY, "gist": "Speak to the team.",
        "topic": "Leading the morning round"})


def cooling(journal: Journal) -> int:
    """Hard to hear, yesterday."""
    return _entry(journal, stance="hurt", first_reaction="Stung. I thought they had heard me.")


def hard(journal: Journal) -> int:
    """The sample's own: defensive, the cool-off over, no talk yet."""
    return next(one.id for one in feedback.every(journal) if one.topic == "teaching slides")


def disagree(journal: Journal) -> int:
    """Seen differently, with their side."""
    return _entry(
        journal, 9, stance="disagree", trigger="truth", theme="speaking up",
        first_reaction="Stung. I thought they had heard me, and I was only trying to be quick.",
        their_view="The nurses have to act on it by ten o’clock.",
        missing="I have never asked one of them how it lands.")


def planned(journal: Journal) -> int:
    """With a plan of three actions, one of them late."""
    made = _entry(journal, 10, stance="accepted", theme="speaking up", revisited_on=_days_ago(8))
    feedback.plan(journal, made, "Face the team first, then the screen.", _days_ago(8))
    done = feedback.add_action(journal, made, "Turn to the team before saying the plan",
                               _days_ago(4))
    promises.set_done(journal, done, _days_ago(4))
    feedback.add_action(journal, made, "End each bed with “one thing for today”", _days_ago(2))
    feedback.add_action(journal, made, "Ask Sister Lindqvist how it lands",
                        LAST_DAY + timedelta(days=6))
    return made


def noted(journal: Journal) -> int:
    """With a follow-up note of too many words."""
    made = planned(journal)
    feedback.edit(journal, made, {"note_text": (
        "Dear Rosalind, you told me I gave plans to the monitor. " * 22).strip()})
    return made


def acted(journal: Journal) -> int:
    """Acted on, with a meeting ahead."""
    made = planned(journal)
    for each in feedback.actions(journal, made):
        promises.set_done(journal, each.id, _days_ago(1))
    feedback.edit(journal, made, {"note_text": (
        "Dear Rosalind, you told me I gave plans to the monitor. Since Wednesday I turn to the "
        "team and end each bed with one thing for today. Thank you for telling me. Amara")})
    feedback.send_note(journal, made, _days_ago(5))
    feedback.act(journal, made, _days_ago(1), "On Friday nobody had to ask twice.")
    return made


def reported(journal: Journal) -> int:
    """The loop closed."""
    made = acted(journal)
    feedback.report_back(journal, made, LAST_DAY)
    return made


def aside(journal: Journal) -> int:
    """Left at that."""
    made = _entry(journal, 30, stance="unsure")
    feedback.set_aside(journal, made, _days_ago(3), "The rounds are led by somebody else now.")
    return made


def asked(journal: Journal) -> int:
    """Asked three weeks ago, and not answered."""
    return feedback.ask(journal, {
        "person_id": _whom(journal, "Haddad"), "topic": "Delirium paper, introduction",
        "question": "Where did you lose the thread?", "asked_on": _days_ago(21)})


def from_mentee(journal: Journal) -> int:
    """Said by somebody I mentor."""
    return _entry(journal, 5, "Reyes", stance="defensive")


def long(journal: Journal) -> int:
    """Very long texts and a very long name."""
    made = planned(journal)
    words = "It went on for longer than anybody on the round could remember afterwards. "
    key = people.add(journal, {"name": "Prof. Anneliese Wilhelmina Featherstonehaugh-Vandersloot"})
    meetings.add(journal, {
        "person_id": key, "starts_at": datetime(2026, 5, 20, 9), "planned_minutes": 30,
        "zone": "UTC"})
    feedback.edit(journal, made, {
        "person_id": key, "topic": words * 3, "question": words * 4, "situation": words * 6,
        "impact": "unbreakable" * 20, "first_reaction": words * 5, "theme": words[:90]})
    feedback.add_action(journal, made, words * 3)
    return made


def nothing(_journal: Journal) -> None:
    """No entry is chosen."""


DETAIL_SHOTS = (
    ("feedback-detail-fresh", panel(fresh)),
    ("feedback-detail-cooling", panel(cooling)),
    ("feedback-detail-hard", panel(hard)),
    ("feedback-detail-disagree", panel(disagree)),
    ("feedback-detail-planned", panel(planned)),
    ("feedback-detail-noted", panel(noted, height=1160, scroll=1.0)),
    ("feedback-detail-acted", panel(acted)),
    ("feedback-detail-acted-below", panel(acted, scroll=1.0)),
    ("feedback-detail-reported", panel(reported, scroll=1.0)),
    ("feedback-detail-aside", panel(aside)),
    ("feedback-detail-asked", panel(asked)),
    ("feedback-detail-mentee", panel(from_mentee)),
    ("feedback-detail-long", panel(long)),
    ("feedback-detail-long-below", panel(long, scroll=0.6)),
    ("feedback-detail-day", panel(planned, step=4)),
    ("feedback-detail-narrow", panel(disagree, width=NARROW)),
    ("feedback-detail-larger", panel(disagree, width=560, scale=1.4)),
    ("feedback-detail-nothing", panel(nothing)),
)
