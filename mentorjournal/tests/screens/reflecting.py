"""Pictures of reflections: the page full and empty, an entry, its questions, and the form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from mentorjournal.journal import commitments, people, promises, reflections
from mentorjournal.journal.entries import add
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.sample import LAST_DAY
from mentorjournal.tests.screens import settle
from mentorjournal.tests.screens.safety import begin
from mentorjournal.ui.main_window import MainWindow

LONG_TITLE = "What would I tell somebody who is where I was two years ago, and would they listen?"
LONG = "\n\n".join((
    "Three things, and only the last one is about medicine. First, that the person who is quickest "
    "to answer is rarely the one who has read the page. I sent the same two aims to five people "
    "in March; the two who answered within the hour said they were fine, and the three who took a "
    "week each found the sentence I had been hiding behind.",
    "Second, that being tired is not the same as being used up. In October I was used up. In April "
    "I was tired, and the difference was that somebody had asked what I would hand back before I "
    "had to say it myself. I still have not handed back the committee.",
    "Third: count the beds before the round, not during it.",
) * 3)


def whom(journal: Journal, name: str) -> int:
    """The id of somebody in the sample."""
    return next(one.person.id for one in people.everybody(journal, LAST_DAY)
                if name in one.person.name)


def more_findings(journal: Journal) -> None:
    """Every question there can be, where the sample gives reason for two of them."""
    if any("Committee on everything" in one.title for one in commitments.every(journal)):
        return
    vale, brandt, haddad = (whom(journal, name) for name in ("Vale", "Brandt", "Haddad"))
    for title in ("Committee on everything", "The other committee"):
        add(journal, "commitments", {
            "title": title, "asked_by_id": vale, "hours_per_week": 9, "decision": "accepted",
            "since": "2026-05-01", "decided_on": "2026-05-01"})
    promises.add(journal, {"person_id": brandt, "text": "The imputed table",
                           "due": LAST_DAY - timedelta(20)})
    for n in range(4):
        add(journal, "meetings", {
            "person_id": haddad, "starts_at": f"2026-05-{11 + n:02}T10:00", "planned_minutes": 30,
            "status": "cancelled", "called_off_by": "mentor" if n else "me"})


def long_one(journal: Journal) -> int:
    """A long reflection with everything there can be, and one that answers to it."""
    for one in reflections.found(journal):
        if one.question == LONG_TITLE:
            return one.id
    made = reflections.add(journal, {
        "question": LONG_TITLE, "text": LONG, "date": date(2026, 4, 20), "tag": "mentoring_others",
        "energy": 5, "person_id": whom(journal, "Reyes"), "goal_id": 1})
    reflections.add(journal, {
        "question": "What will I do differently as a mentee?", "tag": "mentoring_others",
        "text": "Bring two ways out, and say which one I would take.", "paired_with_id": made,
        "date": date(2026, 4, 21), "person_id": whom(journal, "Okafor")})
    return made


def page(
    place: int = 0, *, words: str = "", long: bool = False, every: bool = False,
    asking: bool = False, told: bool = False,
) -> Callable[[MainWindow], None]:
    """The page with the reflection at `place` chosen, the long one, or every question asked."""

    def show(window: MainWindow) -> None:
        window.messages.clear()
        key = long_one(window.journal) if long else 0
        if every:
            more_findings(window.journal)
        pane = window.show_pane("reflections")
        pane.column.find.look_for(words)
        ids = pane.list.ids()
        if key or len(ids) > place:
            pane.show_reflection(key or ids[place])
        pane.asks_button.setChecked(asking)
        pane.asks._told = told
        pane.asks._build()
        settle()
        bar = pane.asks.area.verticalScrollBar()
        bar.setValue(bar.maximum() if told else 0)
        window.messages.clear()

    return show


def empty(window: MainWindow) -> None:
    """The page of a journal without any."""
    begin(window)
    window.messages.clear()
    window.show_pane("reflections")


def form(**values: object) -> Callable[[MainWindow], None]:
    """The form, begun with `values`, or of the long reflection."""

    def show(window: MainWindow) -> None:
        pane = window.show_pane("reflections")
        if values.get("long"):
            pane.edit_wanted.emit(long_one(window.journal))
        else:
            pane.wish_reflection(values)

    return show


SHOTS = (
    ("reflections", page()),
    ("reflections-mentoring", page(1)),
    ("reflections-none-found", page(words="zebra")),
    ("reflections-told", page(told=True)),
    ("reflections-asking", page(asking=True)),
    ("dialog-reflection", form()),
    ("dialog-reflection-yearly", form(tag="yearly")),
    ("dialog-reflection-long", form(long=True)),
    ("reflections-long", page(long=True)),
    ("reflections-every", page(every=True, asking=True)),
)
EMPTY_SHOTS = (("empty-reflections", empty),)
