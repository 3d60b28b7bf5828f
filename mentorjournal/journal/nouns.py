"""What records are called: one, several, and the words that stand for one in a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from mentorjournal.mentoring.expectations import named
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.words import listing, short_day, tr, trn

# Table -> one and several, as a count says them.
_COUNTED: Mapping[str, tuple[str, str]] = {
    "me": ("{n} page about me", "{n} pages about me"),
    "my_stage": ("{n} stage of mine", "{n} stages of mine"),
    "person": ("{n} person", "{n} people"),
    "person_stage": ("{n} stage with somebody", "{n} stages with people"),
    "know_answer": ("{n} note on them", "{n} notes on them"),
    "news": ("{n} piece of news", "{n} pieces of news"),
    "homework": ("{n} thing to read up on", "{n} things to read up on"),
    "boundary": ("{n} boundary", "{n} boundaries"),
    "fit_sheet": ("{n} fit sheet", "{n} fit sheets"),
    "need": ("{n} need", "{n} needs"),
    "self_rating": ("{n} look at where I stand", "{n} looks at where I stand"),
    "compact": ("{n} agreement", "{n} agreements"),
    "expectation": ("{n} expectation", "{n} expectations"),
    "goal": ("{n} goal", "{n} goals"),
    "goal_gap": ("{n} gap of a goal", "{n} gaps of goals"),
    "goal_step": ("{n} step of a goal", "{n} steps of goals"),
    "goal_progress": ("{n} count towards a goal", "{n} counts towards goals"),
    "capacity": ("{n} number of hours to give", "{n} numbers of hours to give"),
    "commitment": ("{n} commitment", "{n} commitments"),
    "commitment_hours": ("{n} change of hours", "{n} changes of hours"),
    "meeting": ("{n} meeting", "{n} meetings"),
    "agenda_item": ("{n} agenda item", "{n} agenda items"),
    "agenda_option": ("{n} option", "{n} options"),
    "ask_ahead": ("{n} thing asked ahead", "{n} things asked ahead"),
    "action": ("{n} promise", "{n} promises"),
    "outcome": ("{n} outcome", "{n} outcomes"),
    "contact": ("{n} contact", "{n} contacts"),
    "feedback": ("{n} feedback entry", "{n} feedback entries"),
    "thanks": ("{n} thank you", "{n} thank yous"),
    "letter": ("{n} letter", "{n} letters"),
    "letter_detail": ("{n} detail of a letter", "{n} details of letters"),
    "letter_quality": ("{n} quality for a letter", "{n} qualities for letters"),
    "letter_evidence": ("{n} example for a letter", "{n} examples for letters"),
    "letter_attachment": ("{n} attachment", "{n} attachments"),
    "accomplishment": ("{n} accomplishment", "{n} accomplishments"),
    "reflection": ("{n} reflection", "{n} reflections"),
    "advice": ("{n} piece of advice", "{n} pieces of advice"),
    "advice_use": ("{n} piece of advice passed on", "{n} pieces of advice passed on"),
    "feedback_given": ("{n} piece of feedback I gave", "{n} pieces of feedback I gave"),
    "ending": ("{n} ending", "{n} endings"),
}
# Table -> the fields whose words stand for a record, the first that says something.
_TITLES: Mapping[str, tuple[str, ...]] = {
    "me": ("name",), "my_stage": ("stage", "note"), "person": ("name",), "know_answer": ("text",),
    "boundary": ("note",), "fit_sheet": ("note",), "compact": ("purpose",),
    "expectation": ("topic_words", "mine", "theirs", "agreed"),
    "commitment": ("title",), "meeting": ("headline", "desired_outcome"),
    "agenda_item": ("title",), "contact": ("line", "occasion"),
    "feedback": ("gist", "topic", "question"), "thanks": ("for_what",),
    "feedback_given": ("topic", "behaviour", "situation"), "letter": ("target",),
    "letter_quality": ("quality",), "letter_evidence": ("behaviour", "situation", "impact"),
    "letter_attachment": ("name",), "accomplishment": ("title",), "ending": ("reason_note",),
}
LONGEST = 120  # characters of a title


def kind(table: str) -> str:
    """One record of a table, such as "Agenda item"."""
    one = tr(_COUNTED[table][0], n="").strip() if table in _COUNTED else table.replace("_", " ")
    return one[:1].upper() + one[1:]


def counted(counts: Mapping[str, int], most: int | None = None) -> str:
    """Such as "12 meetings, 3 contacts and 1 letter"; tables nobody counts are left out.

    With `most` only so many kinds, the commonest first: "12 meetings, 3 contacts and more".
    """
    known = {table: n for table, n in counts.items() if table in _COUNTED}
    if most is not None:
        known = dict(sorted(known.items(), key=lambda each: -each[1]))
    said = [trn(*_COUNTED[table], n) for table, n in known.items()]
    if most is not None and len(said) > most:
        said = [*said[:most], tr("more")]
    return listing(said)


def is_counted(table: str) -> bool:
    """Whether a count says how many there are of a table."""
    return table in _COUNTED


def title(table: str, values: Mapping[str, Any], name: Callable[[int], str]) -> str:
    """The words that stand for a record; `name` tells the name of a person by id."""
    words = next(
        (str(text) for field in _TITLES.get(table, ("text",)) if (text := values.get(field))), ""
    )
    if table == "expectation" and values.get("topic") and not values.get("topic_words"):
        words = named(str(values["topic"]))
    if table == "meeting":
        words = tr("Meeting with {name}", name=name(int(values["person_id"])))
    shown = " ".join(words[: 4 * LONGEST].split())
    if not shown:
        return kind(table)
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1].rstrip() + "…"


def is_private(table: str, values: Mapping[str, Any]) -> bool:
    """Whether the words that stand for a record are for nobody else's eyes."""
    columns = RECORD_TABLES[table].c
    said = next((name for name in _TITLES.get(table, ("text",)) if values.get(name)), None)
    return said is not None and bool(columns[said].info.get("private"))


def day_of(table: str, values: Mapping[str, Any], today: date) -> str:
    """The day a record is about, such as "Thu 26 Nov"; "" when it has none."""
    stored = str(values.get("starts_at" if table == "meeting" else "date") or "")[:10]
    try:
        return short_day(date.fromisoformat(stored), today)
    except ValueError:
        return ""
