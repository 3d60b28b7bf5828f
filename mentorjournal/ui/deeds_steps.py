"""The deeds that are done where they stand: what is noted at once, and what asks with a form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from mentorjournal import clock
from mentorjournal.words import tr

if TYPE_CHECKING:
    from mentorjournal.journal.journal import Journal
    from mentorjournal.mentoring.deeds import Deed
    from mentorjournal.ui.main_window import MainWindow

Does = Callable[["MainWindow", "Deed"], None]


def _noting(verb: Callable[[Journal, int, date], object], said: str) -> Does:
    """A verb that notes today as the day of something, and what is said then."""
    def done(window: MainWindow, deed: Deed) -> None:
        assert window.journal is not None and deed.to is not None
        verb(window.journal, deed.to.id, clock.today())
        window.say_undoable(tr(said))

    return done


def _step_done(journal: Journal, row_id: int, day: date) -> None:
    from mentorjournal.journal import goal_steps

    goal_steps.set_done(journal, row_id, day)


def _update_sent(journal: Journal, row_id: int, day: date) -> None:
    from mentorjournal.journal import endings

    endings.update_sent(journal, row_id, day)


def _thanks_sent(journal: Journal, row_id: int, day: date) -> None:
    from mentorjournal.journal import thanks

    thanks.mark_sent(journal, row_id, day)


def _feedback_told(journal: Journal, row_id: int, day: date) -> None:
    from mentorjournal.journal import feedback

    feedback.report_back(journal, row_id, day)


def _ask_sent(journal: Journal, row_id: int, _day: date) -> None:
    from mentorjournal.journal import agenda, meetings

    agenda.edit_ask(journal, row_id, {"sent_at": meetings.stamp(clock.now())})


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
    "step_done": _noting(_step_done, "Done: the step is taken."),
    "update_sent": _noting(_update_sent, "The update is noted as sent today."),
    "thanks_sent": _noting(_thanks_sent, "The note is noted as sent today."),
    "feedback_told": _noting(_feedback_told, "Noted: they know what came of it."),
    "ask_sent": _noting(_ask_sent, "Noted as sent today."),
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
