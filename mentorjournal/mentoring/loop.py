"""The loop of one piece of feedback: asked, received, thought over, planned, acted on, told."""

from __future__ import annotations

from datetime import date

from mentorjournal.words import tr

STEPS = ("asked", "received", "reflecting", "planned", "acted", "reported_back")


def step(
    *, received: date | None, reflected: date | None, planned: bool, acted: date | None,
    reported: date | None,
) -> int:
    """The place in `STEPS` of the last step taken; all of them are taken at `len(STEPS)`."""
    if reported:
        return len(STEPS)
    taken = (True, bool(received), bool(reflected), planned, bool(acted))
    return max(place for place, done in enumerate(taken) if done)


def step_words(place: int) -> str:
    """The name of the step, such as "Acted"."""
    words = (
        tr("Asked"), tr("Received"), tr("Reflecting"), tr("Planned"), tr("Acted"),
        tr("Reported back"),
    )
    return words[min(place, len(words) - 1)]
