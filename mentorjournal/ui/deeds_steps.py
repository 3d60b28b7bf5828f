"""The deeds that are done where they stand: what is noted at once, and what asks with a form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from mentorjournal import clock
from mentorjournal.ui.widgets.label import beginning
from mentorjournal.words import in_sentence, tr

if TYPE_CHECKING:
    from mentorjournal.journal.journal import Journal
    from mentorjournal.mentoring.deeds import Deed
    from mentorjournal.ui.main_window import MainWindow

MOST = 60  # letters of a title that a notice repeats
Does = Callable[["MainWindow", "Deed"], None]


def _noting(note: Callable[[Journal, int, date], str]) -> Does:
    """Something that is noted at once; `note` does it and returns what is said then."""
    def done(window: MainWindow, deed: Deed) -> None:
        assert window.journal is not None and deed.to is not None
        window.say_undoable(note(window.journal, deed.to.id, clock.today()))

    return done


def _promise_kept(journal: Journal, row_id: int, day: date) -> str:
    from mentorjournal.journal import promises

    promises.set_done(journal, row_id, day)
    return tr("“{what}” is kept.", what=beginning(promises.get(journal, row_id).text, MOST))


def _step_done(journal: Journal, row_id: int, day: date) -> str:
    from mentorjournal.journal import goal_steps

    goal_steps.set_done(journal, row_id, day)
    return tr("“{what}” is done.", what=beginning(goal_steps.get(journal, row_id).text, MOST))


def _update_sent(journal: Journal, row_id: int, day: date) -> str:
    from mentorjournal.journal import endings, people

    endings.update_sent(journal, row_id, day)
    whom = people.get(journal, endings.get(journal, row_id).person_id)
    return tr("The update for {name} is noted as sent today.", name=in_sentence(whom.short_name))


def _thanks_sent(journal: Journal, row_id: int, day: date) -> str:
    from mentorjournal.journal import people, thanks

    thanks.mark_sent(journal, row_id, day)
    whom = people.get(journal, thanks.get(journal, row_id).person_id)
    return tr("The note to {name} is noted as sent today.", name=in_sentence(whom.short_name))


def _feedback_told(journal: Journal, row_id: int, day: date) -> str:
    from mentorjournal.journal import feedback, people

    feedback.report_back(journal, row_id, day)
    one = feedback.get(journal, row_id)
    return tr("Noted: {name} knows what came of “{what}”.",
              name=in_sentence(people.get(journal, one.person_id).short_name),
              what=beginning(one.topic or one.gist or tr("Feedback"), MOST))


def _ask_sent(journal: Journal, row_id: int, _day: date) -> str:
    from mentorjournal.journal import agenda, meetings

    agenda.edit_ask(journal, row_id, {"sent_at": meetings.stamp(clock.now())})
    return tr("“{what}” is noted as sent today.",
              what=beginning(agenda.get_ask(journal, row_id).text, MOST))


# What asks with a form ------------------------------------------------------------------------


def _of_feedback(method: str) -> Does:
    def done(window: MainWindow, deed: Deed) -> None:
        assert deed.to is not None
        getattr(window.feedback_log, method)(deed.to.id)

    return done


def _wishing(page: str, signal: str, *before: object) -> Does:
    """State a wish in the name of a page, which is answered as if it were made there."""
    def done(window: MainWindow, deed: Deed) -> None:
        about = [deed.to.id] if deed.to is not None else []
        getattr(window.pane(page), signal).emit(*before, *about)

    return done


def _thank_for(window: MainWindow, deed: Deed) -> None:
    assert deed.person_id is not None
    values: dict[str, Any] = {"for_what": deed.detail}
    if deed.to is not None and deed.to.kind == "letter":
        values["letter_id"] = deed.to.id
    window.thank(deed.person_id, **values)


def _take_along(window: MainWindow, deed: Deed) -> None:
    """Put a promise of theirs, a difference, or looking over a compact, on the next agenda."""
    from mentorjournal.journal import carry_in, expectations, promises
    from mentorjournal.ui.answers.take_along import on_agenda_words, take_along

    journal, today = window.journal, clock.today()
    assert journal is not None and deed.to is not None and deed.person_id is not None
    if deed.to.kind == "action":
        carry = carry_in.promise_of(promises.get(journal, deed.to.id), today)
    elif deed.to.kind == "expectation":
        carry = carry_in.topic_of(expectations.get(journal, deed.to.id))
    else:
        whole = expectations.compact_of(journal, deed.person_id)
        assert whole is not None
        carry = carry_in.review_of(whole, today)
    following = take_along(window, deed.person_id, carry)
    if following is not None:
        window.say_undoable(on_agenda_words(carry, following))


def _review_agenda(window: MainWindow, deed: Deed) -> None:
    """Show an agenda with the keyboard on what sends it."""
    assert deed.to is not None
    window.in_pane("meetings", "show_meeting", deed.to.id)
    window.pane("meetings").footer.email.setFocus()


def _close_meeting(window: MainWindow, deed: Deed) -> None:
    """Show what closes a meeting; of one that nobody said was held, the meeting itself."""
    from mentorjournal.journal import meetings

    assert window.journal is not None and deed.to is not None
    which = meetings.get(window.journal, deed.to.id)
    window.in_pane("meetings", "show_meeting", which.id)
    if which.status == "held":
        window.pane("meetings").pages.open_close(which.id)


STEPS: dict[str, Does] = {
    "keep_promise": _noting(_promise_kept),
    "step_done": _noting(_step_done),
    "update_sent": _noting(_update_sent),
    "thanks_sent": _noting(_thanks_sent),
    "feedback_told": _noting(_feedback_told),
    "ask_sent": _noting(_ask_sent),
    "feedback_edit": _of_feedback("edit"),
    "feedback_heard": _of_feedback("hear"),
    "feedback_talk": _of_feedback("ask_talk"),
    "letter_ask": _wishing("letters", "wished", "ask"),
    "letter_answer": _wishing("letters", "wished", "ask"),
    "letter_remind": _wishing("letters", "wished", "remind"),
    "letter_submit": _wishing("letters", "wished", "step:submitted"),
    "letter_tell": _wishing("letters", "wished", "tell"),
    "letter_thank": _wishing("letters", "wished", "thank"),
    "decide_request": _wishing("hours", "wished", "decide"),
    "look_again": _wishing("passing_on", "given_look_wanted"),
    "stage_mentors": _wishing("passing_on", "mentors_wanted"),
    "mentee_add": _wishing("passing_on", "mentee_add_wanted"),
    "thank_for": _thank_for,
    "take_along": _take_along,
    "review_agenda": _review_agenda,
    "close_meeting": _close_meeting,
}
