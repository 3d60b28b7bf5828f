"""One place where a refusal of the journal becomes a sentence in the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from mentorjournal.store.errors import JournalError
from mentorjournal.ui.widgets.message_bar import MessageBar

T = TypeVar("T")


def attempt(messages: MessageBar, deed: Callable[[], T]) -> T | None:
    """The result of `deed`; when the journal refuses, its sentence is shown and None returned."""
    try:
        return deed()
    except JournalError as refusal:
        messages.say(str(refusal), "alert")
        return None
