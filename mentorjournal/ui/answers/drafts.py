"""Answers to drafts: what was being written when the program ended is told of, and gone on with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from mentorjournal import clock
from mentorjournal.ui.places import PLACES
from mentorjournal.words import clock_time, short_day, tr

if TYPE_CHECKING:  # SQLAlchemy comes with the journal, and only after the first picture
    from mentorjournal.journal.drafts import Draft
    from mentorjournal.journal.journal import Journal
    from mentorjournal.ui.main_window import MainWindow

# The key of a form, or its kind before the id -> the pane that opens it, or what the window has for
# it, the wish stated there, and what it carries before the id.
FORMS: dict[str, tuple[str, ...]] = {
    "person:new": ("network", "person_add_wanted"),
    "person": ("network", "person_edit_wanted"),
    "names": ("network", "names_add_wanted"),
    "me": ("network", "about_me_wanted"),
    "meeting:new": ("meetings", "meeting_add_wanted"),
    "meeting": ("meetings", "meeting_move_wanted"),
    "postpone": ("meetings", "meeting_postpone_wanted"),
    "cancel": ("meetings", "meeting_cancel_wanted"),
    # Not of a page: an object of the window, and what it can do.
    "contact:new": ("contacts", "log"),
    "contact": ("contacts", "edit"),
    "pause": ("contacts", "pause"),
    "thanks:new": ("thanks", "thanks_add_wanted"),
    "thanks": ("thanks", "thanks_edit_wanted"),
    "accomplishment:new": ("thanks", "accomplishment_add_wanted"),
    "accomplishment": ("thanks", "accomplishment_edit_wanted"),
    "credit": ("thanks", "credit_wanted"),
    "feedback_ask:new": ("feedback_log", "ask"),
    "feedback_ask": ("feedback_log", "edit"),
    "feedback:new": ("feedback_log", "log"),
    "feedback": ("feedback_log", "edit"),
    "feedback_heard": ("feedback_log", "hear"),
    "feedback_talk": ("feedback_log", "ask_talk"),
    "feedback_aside": ("feedback_log", "set_aside"),
    "goal:new": ("goals", "wish_goal"),
    "goal": ("goals", "wish_edit"),
    "letter:new": ("letters", "letter_add_wanted"),
    "letter": ("letters", "wished", "edit"),
    "letter-ask": ("letters", "wished", "ask"),
    "letter-remind": ("letters", "wished", "remind"),
    "letter-tell": ("letters", "wished", "tell"),
    "letter-result": ("letters", "wished", "result"),
    "letter-paper-new": ("letters", "paper_wished", "paper_add"),
    "letter-paper": ("letters", "paper_wished", "paper_edit"),
    "need:new": ("needs", "add_wanted"),
    "need": ("needs", "edit_wanted"),
    "self_look": ("needs", "self_look_wanted"),
    "find_mentor": ("needs", "mentor_wanted"),
    "reflection:new": ("reflections", "write_wanted"),
    "reflection": ("reflections", "edit_wanted"),
    "advice:new": ("passing_on", "advice_add_wanted"),
    "advice": ("passing_on", "advice_edit_wanted"),
    "given:new": ("passing_on", "given_add_wanted"),
    "given": ("passing_on", "given_edit_wanted"),
    "look_again": ("passing_on", "given_look_wanted"),
    "my_stage:new": ("passing_on", "stage_add_wanted"),
    "my_stage": ("passing_on", "stage_edit_wanted"),
    "talk": ("expectations", "talk_wanted"),  # of a tab of the page of whose topic it is
}
BEGINS_WITH = {  # what those wishes carry
    "person:new": ({},), "meeting:new": (None,), "thanks:new": ((),),
    "accomplishment:new": ((),),
    "find_mentor": (0,),
    "reflection:new": ({},),
    "advice:new": ({},), "given:new": (0,),
}


class DraftAnswers(QObject):
    """Looks for drafts when a journal opens."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.opening.opened.connect(lambda: QTimer.singleShot(0, self, self._look))

    def _look(self) -> None:
        from mentorjournal.journal import drafts
        from mentorjournal.store.errors import JournalError

        journal = self._window.journal
        if journal is None or journal.reading_only:
            return
        forms = {drafts.form_of(key): one for key, one in drafts.every(journal).items()}
        for key, newest in forms.items():
            if key not in FORMS and key.partition(":")[0] not in FORMS:
                continue  # no form's, as what the running meeting keeps
            if newest.values.get(drafts.SET_ASIDE):
                continue  # closed on purpose: the form itself offers it
            try:
                about = _about(journal, key)
            except JournalError:  # what it was about is gone
                for own in drafts.left(journal, key):
                    drafts.drop(journal, own)
            else:
                self._tell(key, about, newest)

    def _tell(self, key: str, about: str, newest: Draft) -> None:
        self._window.messages.say(
            tr("You were writing about {what} on {day} at {time}.", what=about,
               day=short_day(newest.at.date(), clock.today()), time=clock_time(newest.at)),
            "info", tr("Go on"), lambda: self._go_on(key),
        )

    def _go_on(self, key: str) -> None:
        kind, _, row = key.partition(":")
        place, wish, *first = FORMS[key if key in FORMS else kind]
        owner = self._owner(place, row)
        values = BEGINS_WITH.get(key, (int(row),) if row.isdigit() else ())
        if kind.startswith("letter") and values:
            values = self._letter_shown(kind, int(row))
        QTimer.singleShot(0, self, _take_up)  # the wish returns when the form is closed
        deed = getattr(owner, wish)
        getattr(deed, "emit", deed)(*first, *values)

    def _letter_shown(self, kind: str, row: int) -> tuple[int, ...]:
        """Show the letter that a form is about; what its wish carries."""
        from mentorjournal.journal import letter_papers

        assert self._window.journal is not None
        paper = row if kind == "letter-paper" else 0
        which = letter_papers.letter_of(self._window.journal, paper) if paper else row
        self._window.open_letter(which)
        return (which, paper) if kind.startswith("letter-paper") else (which,)

    def _owner(self, place: str, row: str) -> Any:
        """What has the wish: a page, a tab of a person's page, or an object of the window."""
        from mentorjournal.journal import expectations

        if place in PLACES:
            return self._window.show_pane(place)
        if place != "expectations":
            return getattr(self._window, place)
        assert self._window.journal is not None
        whose = expectations.get(self._window.journal, int(row)).person_id
        self._window.open_person(whose, place)
        return self._window.pane("person").tab(place)


def _take_up() -> None:
    from mentorjournal.ui.widgets.form_dialog import FormDialog

    form = QApplication.activeModalWidget()
    if isinstance(form, FormDialog):
        form.take_up_draft()


def _about(journal: Journal, key: str) -> str:
    """What a form is about. Raises JournalError when that is gone."""
    from mentorjournal.journal import contacts, goals, meetings, needs, people, reflections
    from mentorjournal.ui.widgets.label import beginning

    said = {
        "person:new": tr("a new person"), "names": tr("new names"), "me": tr("yourself"),
        "meeting:new": tr("a new meeting"), "contact:new": tr("a contact"),
        "thanks:new": tr("a thank you"),
        "accomplishment:new": tr("an accomplishment"),
        "feedback_ask:new": tr("what to ask for feedback on"),
        "need:new": tr("a new need"), "self_look": tr("where you stand"),
        "find_mentor": tr("people who might be your mentors"),
        "reflection:new": tr("a reflection"),
        "feedback:new": tr("feedback you received"), "letter:new": tr("a new letter request"),
        "advice:new": tr("advice that worked for you"), "given:new": tr("feedback you gave"),
        "my_stage:new": tr("a new stage of yours"),
        "goal:new": tr("a new goal"),
    }
    if key in said:
        return said[key]
    kind, _, row = key.partition(":")
    if kind == "person":
        return people.get(journal, int(row)).short_name
    if kind == "pause":
        return tr("a pause with {name}", name=people.get(journal, int(row)).short_name)
    if kind == "contact":
        whose = contacts.get(journal, int(row)).person_id
        return tr("the contact with {name}", name=people.get(journal, whose).short_name)
    if kind == "reflection":
        one = reflections.get(journal, int(row))
        title = " ".join((one.question or one.text[:400]).split())
        return tr("the reflection “{title}”", title=title[:60])
    if kind == "goal":
        return tr("the goal “{goal}”", goal=beginning(goals.get(journal, int(row)).text))
    if kind == "talk":
        return _about_talk(journal, int(row))
    if kind.startswith("feedback"):
        return _about_feedback(journal, int(row))
    if kind.startswith("letter"):
        return _about_letter(journal, kind, int(row))
    if kind == "need":
        return tr("“{title}”", title=needs.get(journal, int(row)).text[:60])
    if kind in ("thanks", "credit", "accomplishment"):
        return _about_thanks(journal, kind, int(row))
    if kind in ("advice", "given", "look_again", "my_stage"):
        return _about_passing(journal, kind, int(row))
    name = people.get(journal, meetings.get(journal, int(row)).person_id).short_name
    words = {
        "meeting": tr("moving the meeting with {name}", name=name),
        "postpone": tr("postponing the meeting with {name}", name=name),
        "cancel": tr("cancelling the meeting with {name}", name=name),
    }
    return words[kind]


def _about_talk(journal: Journal, topic_id: int) -> str:
    from mentorjournal.journal import expectations, people
    from mentorjournal.mentoring.expectations import topic_label

    topic = expectations.get(journal, topic_id)
    name = people.get(journal, topic.person_id).short_name
    return tr("a talk with {name} on “{topic}”", name=name, topic=topic_label(topic)[:60])


def _about_feedback(journal: Journal, feedback_id: int) -> str:
    from mentorjournal.journal import feedback, people

    whom = feedback.get(journal, feedback_id).person_id
    return tr("feedback from {name}", name=people.get(journal, whom).short_name)


def _about_passing(journal: Journal, kind: str, row: int) -> str:
    from mentorjournal.journal import advice, feedback_given, people, stages

    if kind == "advice":
        return tr("“{title}”", title=advice.get(journal, row).advice.text[:60])
    if kind == "my_stage":
        return tr("your stage “{stage}”", stage=stages.get(journal, row).stage[:60])
    whom = feedback_given.get(journal, row).person_id
    return tr("feedback you gave {name}", name=people.get(journal, whom).short_name)


def _about_letter(journal: Journal, kind: str, row: int) -> str:
    from mentorjournal.journal import letter_papers, letters

    which = letter_papers.letter_of(journal, row) if kind == "letter-paper" else row
    return tr("the letter for “{target}”", target=letters.get(journal, which).target[:60])


def _about_thanks(journal: Journal, kind: str, row: int) -> str:
    from mentorjournal.journal import accomplishments, people, thanks

    if kind == "accomplishment":
        title = accomplishments.get(journal, row).accomplishment.title
        return tr("“{title}”", title=title[:60])
    if kind == "credit":
        whom = accomplishments.credit(journal, row).person_id
        return tr("credit for {name}", name=people.get(journal, whom).short_name)
    whom = thanks.get(journal, row).person_id
    return tr("thanks to {name}", name=people.get(journal, whom).short_name)
