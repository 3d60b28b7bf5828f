"""One next step, as plain data: its words, and what it is done to; the window knows how.

Rules and questions that point at something to do (a row of Today, an indicator of the twelve tips)
say it as a `Deed`; `ui/deeds.py` holds what each name does.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ref:
    """An entry of the journal: its table, such as "meeting", and its id."""

    kind: str
    id: int


@dataclass(frozen=True)
class Deed:
    """A step that can be done: `words` stand on its button.

    `name` is a key of `ui/deeds.py`; `to` is the entry it is done to, if any; `person_id` whom it
    concerns; `detail` is what else it needs: the tab of a person's page, the action of a menu.
    """

    name: str
    words: str
    to: Ref | None = None
    person_id: int | None = None
    detail: str = ""


def go(words: str, kind: str, row_id: int) -> Deed:
    """The deed of showing an entry where it is kept."""
    return Deed("go", words, Ref(kind, row_id))


def page(words: str, person_id: int, tab: str = "") -> Deed:
    """The deed of opening somebody's page, there on a tab."""
    return Deed("page", words, person_id=person_id, detail=tab)


def menu(words: str, action: str) -> Deed:
    """The deed of a menu entry, such as "add_goal"."""
    return Deed("menu", words, detail=action)
