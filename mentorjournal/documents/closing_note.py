"""The note that ends a relationship well: what it was, thanks, what changes, and an open door.

`ClosingFacts` is the whitelist: the reason for ending is not one of its fields.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentorjournal.words import tr


@dataclass(frozen=True)
class ClosingFacts:
    """What a closing note may say; what is empty is left out."""

    to_name: str
    me_name: str = ""
    framing: str = ""
    thanks: str = ""
    what_changes: str = ""
    door_open: str = ""
    offer_back: str = ""
    update_promised: str = ""


def as_written(facts: ClosingFacts) -> str:
    """The text of the note, from "Dear …" to the name below it."""
    parts = (
        tr("Dear {name},", name=facts.to_name), facts.framing, facts.thanks, facts.what_changes,
        facts.door_open, facts.offer_back, facts.update_promised,
        tr("With thanks,\n{name}", name=facts.me_name) if facts.me_name else tr("With thanks,"),
    )
    return "\n\n".join(part.strip() for part in parts if part.strip())
