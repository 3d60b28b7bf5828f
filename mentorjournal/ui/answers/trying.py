"""One place where a refusal of the journal becomes a sentence in the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

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


def taking(deed: Callable[[dict[str, Any]], object]) -> Callable[[dict[str, Any]], str | None]:
    """`deed` for a form to call with its values: gives the sentence of a refusal, else None.

    The form stays open with what was typed until the journal has taken it.
    """

    def take(values: dict[str, Any]) -> str | None:
        try:
            deed(values)
        except JournalError as refusal:
            return str(refusal)
        return None

    return take
