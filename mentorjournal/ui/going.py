"""The way to any entry of the journal: the page where it is kept, with the entry shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentorjournal.mentoring.deeds import Ref
    from mentorjournal.ui.main_window import MainWindow

# Table -> the page, and the method of it that shows an entry by its id.
WAYS = {
    "meeting": ("meetings", "show_meeting"),
    "feedback": ("feedback", "show_entry"),
    "letter": ("letters", "show_letter"),
    "goal": ("goals", "show_goal"),
    "need": ("needs", "show_need"),
    "commitment": ("hours", "show_commitment"),
    "reflection": ("reflections", "show_reflection"),
    "advice": ("passing_on", "show_advice"),
    "feedback_given": ("passing_on", "show_given"),
    "accomplishment": ("accomplishments", "show_accomplishment"),
    "self_rating": ("needs", ""),
    "my_stage": ("passing_on", ""),
    "action": ("meetings", ""),  # one that is nobody's; else see TABS
}

# What is kept on somebody's page -> the tab there.
TABS = {
    "action": "overview",
    "compact": "expectations",
    "expectation": "expectations",
    "know_answer": "knowing",
    "news": "knowing",
    "boundary": "knowing",
    "thanks": "thanks",
    "ending": "moving_on",
    "fit_sheet": "getting_to_know",
    "homework": "getting_to_know",
}


def go_to(window: MainWindow, ref: Ref, person_id: int | None = None) -> None:
    """Show an entry; `person_id` is whose it is, for one that is kept on somebody's page.

    Raises KeyError for a kind of entry that has no place in the window.
    """
    if ref.kind == "person":
        window.open_person(ref.id)
    elif ref.kind == "contact":
        window.edit_contact(ref.id)
    elif ref.kind in TABS and person_id is not None:
        window.open_person(person_id, TABS[ref.kind])
    else:
        page, method = WAYS[ref.kind]
        window.in_pane(page, method, ref.id)
