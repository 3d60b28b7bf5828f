"""Pictures of asking for feedback and noting it, of a talk about it, and of the note's page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from mentorjournal.exchange import feedback_note
from mentorjournal.journal import feedback
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.sample import LAST_DAY
from mentorjournal.tests.screens import SETTLING
from mentorjournal.tests.screens.thanks import whom
from mentorjournal.ui.main_window import MainWindow


def _entry(window: MainWindow, topic: str) -> int:
    return next(one.id for one in feedback.every(window.journal) if topic in (one.topic or ""))


def _filled(
    deed: Callable[[MainWindow], object], fill: Callable[[Any], object] = lambda form: None
) -> Callable[[MainWindow], None]:
    """A form that `deed` opens, with something in it."""

    def show(window: MainWindow) -> None:
        window.messages.clear()
        window.show_pane("network")
        QTimer.singleShot(SETTLING // 3, lambda: fill(QApplication.activeModalWidget()))
        deed(window)

    return show


def _ask(name: str) -> Callable[[MainWindow], object]:
    return lambda window: window.feedback_log.ask(whom(window.journal, name))


def _question(form: Any) -> None:
    form.topic.setText("the simulation talk")
    form.ready.buttons[1].click()


def _general(form: Any) -> None:
    form.topic.setText("Anything, really")
    form.accept()


def _message(form: Any) -> None:
    _question(form)
    form.way.button("message").click()


def _hard(form: Any) -> None:
    form.topic.setText("the journal club")
    form.theme.setText("Pace")
    form.parts["situation"].type_anew("Journal club, twelve people, the room was late")
    form.parts["behaviour"].type_anew("I went through forty slides in twenty minutes.")
    form.parts["impact"].type_anew("Nobody asked a question, and two left before the end.")
    form.stance.set_current("hurt")
    form.stance.chosen.emit("hurt")
    form.reaction.type_anew("Nobody told me the slot had been cut. I was furious.")


def _log_answering(window: MainWindow) -> None:
    okafor = whom(window.journal, "Okafor")
    if not feedback.unanswered(window.journal, okafor):
        feedback.ask(window.journal, {
            "person_id": okafor, "topic": "the aims page, second version",
            "question": "Where did you lose the thread?", "asked_on": date(2026, 5, 5)})
    window.feedback_log.log(okafor)


def _heard(window: MainWindow) -> None:
    okafor = whom(window.journal, "Okafor")
    found = feedback.unanswered(window.journal, okafor)
    asked = found[0].id if found else feedback.ask(window.journal, {
        "person_id": okafor, "topic": "the aims page, second version",
        "question": "Where did you lose the thread?", "asked_on": date(2026, 5, 5)})
    window.feedback_log.hear(asked)


def notes_on_paper(journal: Journal, folder: Path) -> None:
    """Follow-up notes as they are printed: before anything was done, and afterwards."""
    import pypdfium2

    for name, topic, values in (
        ("planned", "negotiating", {"plan": "Ask for the half-day in writing"}),
        ("acted", "career", ACTED),
    ):
        which = next(one.id for one in feedback.every(journal) if topic in (one.topic or ""))
        feedback.edit(journal, which, values)
        feedback.add_action(journal, which, "Show it to Dr. Brandt", date(2026, 5, 29))
        feedback.edit(journal, which, {
            "note_text": feedback_note.first_draft(journal, which, LAST_DAY)})
        pdf = pypdfium2.PdfDocument(feedback_note.make(journal, which, LAST_DAY, ".pdf"))
        pdf[0].render(scale=1.5).to_pil().save(folder / f"paper-feedback-{name}-1.png")
        pdf.close()


ACTED = {
    "behaviour": "The training plan does not match aim 3.",
    "impact": "A reviewer would stop reading there.",
    "came_of": "Dr. Vale read it in ten minutes and found no gap.",
}
SHOTS = (
    ("dialog-ask-feedback", _filled(_ask("Okafor"), _question)),
    ("dialog-ask-feedback-empty", _filled(_ask("Haddad"))),
    ("dialog-ask-feedback-general", _filled(_ask("Okafor"), _general)),
    ("dialog-ask-feedback-message", _filled(_ask("Haddad"), _message)),
    ("dialog-log-feedback", _filled(_log_answering)),
    ("dialog-log-feedback-hard", _filled(lambda window: window.feedback_log.log(3), _hard)),
    ("dialog-log-feedback-heard", _filled(_heard)),
    ("dialog-log-feedback-edit", _filled(
        lambda window: window.feedback_log.edit(_entry(window, "slides")))),
    ("dialog-talk-feedback", _filled(
        lambda window: window.feedback_log.ask_talk(_entry(window, "slides")))),
    ("dialog-aside-feedback", _filled(
        lambda window: window.feedback_log.set_aside(_entry(window, "slides")))),
)
