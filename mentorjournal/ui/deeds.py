"""What each deed does in the window: the one table behind every button that says a next step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mentorjournal.ui.answers.trying import attempt
from mentorjournal.ui.deeds_steps import STEPS
from mentorjournal.ui.going import go_to

if TYPE_CHECKING:
    from mentorjournal.mentoring.deeds import Deed
    from mentorjournal.ui.main_window import MainWindow


def do(window: MainWindow, deed: Deed) -> None:
    """Do it, or say why not. Raises KeyError for a name that is not in the table."""
    done = TABLE[deed.name]
    attempt(window.messages, lambda: done(window, deed))


def _go(window: MainWindow, deed: Deed) -> None:
    assert deed.to is not None
    go_to(window, deed.to, deed.person_id)


def _page(window: MainWindow, deed: Deed) -> None:
    assert deed.person_id is not None
    window.open_person(deed.person_id, deed.detail)


def _menu(window: MainWindow, deed: Deed) -> None:
    window.actions_table.by_key[deed.detail].trigger()


def _show(window: MainWindow, deed: Deed) -> None:
    window.show_pane(deed.detail)


def _settings(window: MainWindow, deed: Deed) -> None:
    window.preferences.show(page=deed.detail)


def _tip(window: MainWindow, deed: Deed) -> None:
    window.in_pane("tips", "show_tip", int(deed.detail))


def _log_contact(window: MainWindow, deed: Deed) -> None:
    window.log_contact([deed.person_id] if deed.person_id else ())


def _prepare(window: MainWindow, deed: Deed) -> None:
    assert deed.person_id is not None
    window.prepare_meeting(deed.person_id)


def _log_feedback(window: MainWindow, deed: Deed) -> None:
    window.feedback_log.log(deed.person_id)


def _note_given(window: MainWindow, deed: Deed) -> None:
    window.in_pane("passing_on", "wish_given", deed.person_id or 0)


def _add_person(window: MainWindow, deed: Deed) -> None:
    window.in_pane("network", "wish_person", {"name": deed.detail})


def _ask_feedback(window: MainWindow, deed: Deed) -> None:
    window.feedback_log.ask(deed.person_id)


def _thank(window: MainWindow, deed: Deed) -> None:
    assert deed.person_id is not None
    window.thank(deed.person_id)


TABLE: dict[str, Callable[[MainWindow, Deed], None]] = {
    "go": _go,
    "page": _page,
    "menu": _menu,
    "show": _show,
    "settings": _settings,  # `detail` is the page
    "tip": _tip,  # `detail` is its number
    "log_contact": _log_contact,
    "prepare": _prepare,
    "ask_feedback": _ask_feedback,
    "log_feedback": _log_feedback,
    "note_given": _note_given,
    "add_person": _add_person,  # `detail` is the name
    "thank": _thank,
    **STEPS,
}
