"""What is shown of an entry that was found: its title, whose it is, and where the words stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from mentorjournal.journal import nouns
from mentorjournal.journal.between import Feedback
from mentorjournal.journal.records import Person
from mentorjournal.journal.search_sources import DAYS, Entry, Row, owner
from mentorjournal.mentoring.deeds import Ref
from mentorjournal.mentoring.loop import is_cooling
from mentorjournal.mentoring.vocabulary import label, role_label
from mentorjournal.store import search
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.words import capital, in_sentence, short_day, tr

Spans = tuple[tuple[int, int], ...]
BEFORE, LONGEST = 36, 130  # characters of a snippet before its first mark, and of all of it
MOST_ROWS = 6  # rows of one entry that are read for a snippet
_LISTS = ("person_tag",)  # tables that hold ids of lists beside own words
_OPEN_LETTERS = ("considering", "asked", "agreed", "brief_sent", "reminded")


@dataclass(frozen=True)
class Marked:
    """A line of text, and where the words that were looked for stand in it."""

    text: str = ""
    marks: Spans = ()


@dataclass(frozen=True)
class Hit:
    """An entry that was found; `ref` is what it is, `way` what is opened for it.

    `where` says what `snippet` is taken from, such as "Agenda"; `is_private` that a text shown
    here may never leave the journal. `person` is whose it is.
    """

    ref: Ref
    way: Ref
    title: Marked
    second: Marked = Marked()
    day: str = ""
    snippet: Marked = Marked()
    where: str = ""
    is_private: bool = False
    person: Person | None = None


def marked(text: str, words: Sequence[str]) -> Marked:
    """`text` with the typed `words` marked in it, one span where two run into each other."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted(span for each in search.marks(text, words) for span in each):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return Marked(text, tuple(spans))


# What a second line says of somebody's entry, and of nobody's.
_WITH = {
    "meeting": "with {name}", "contact": "contact with {name}", "feedback": "from {name}",
    "feedback_given": "feedback to {name}", "letter": "letter from {name}",
    "thanks": "thanks to {name}", "know_answer": "about {name}", "news": "news of {name}",
    "homework": "to read up on before meeting {name}", "boundary": "boundary with {name}",
    "fit_sheet": "fit sheet of {name}", "compact": "agreed with {name}",
    "expectation": "what we expect, with {name}", "ending": "moving on from {name}",
    "advice": "advice from {name}", "reflection": "reflection, about {name}",
    "commitment": "asked by {name}", "action": "promised to {name}",
}
_ALONE = {
    "goal": "goal", "need": "need", "commitment": "commitment", "reflection": "reflection",
    "advice": "advice", "accomplishment": "accomplishment", "self_rating": "where I stand",
    "my_stage": "stage of mine", "action": "promise",
}
# Where the words stand, when that is not the title: a table, or one column of it.
_WHERE = {
    "agenda_item": "Agenda", "agenda_option": "Option", "ask_ahead": "Asked ahead",
    "outcome": "Outcome", "goal_gap": "Gap", "goal_step": "Step", "goal_version": "Earlier",
    "expectation_version": "Earlier", "letter_quality": "Quality", "letter_evidence": "Example",
    "letter_attachment": "Attachment", "meeting.notes": "Notes",
    "meeting.desired_outcome": "Wanted", "meeting.follow_up_text": "Note",
    "agenda_item.notes": "Notes", "agenda_item.decision": "Decision",
    "feedback.plan": "Plan", "feedback.first_reaction": "First reaction",
    "feedback.situation": "Situation", "feedback.impact": "Impact", "goal.measure": "Measure",
    "goal.why": "Why", "thanks.note_text": "Note",
}


def read(
    connection: Connection, found: Sequence[Entry], words: Sequence[str],
    people: Mapping[int, Person], as_of: date,
) -> list[Hit]:
    """The entries with their words, in their order; what is gone is left out."""
    values = _values(connection, found)
    texts = _Texts(connection, found, values)
    made = _Making(words, people, as_of)
    return [made.hit(entry, values[entry.ref], texts.of(entry))
            for entry in found if entry.ref in values]


def _values(connection: Connection, found: Sequence[Entry]) -> dict[Ref, Mapping[Any, Any]]:
    kinds: dict[str, list[int]] = {}
    for entry in found:
        kinds.setdefault(entry.ref.kind, []).append(entry.ref.id)
    values: dict[Ref, Mapping[Any, Any]] = {}
    for kind, ids in kinds.items():
        table = RECORD_TABLES[kind]
        rows = connection.execute(select(table).where(table.c.id.in_(ids))).mappings()
        values |= {Ref(kind, row["id"]): dict(row) for row in rows}
    return values


class _Texts:
    """The texts of the rows in which the words were found, one question a table."""

    def __init__(
        self, connection: Connection, found: Sequence[Entry],
        values: Mapping[Ref, Mapping[Any, Any]],
    ) -> None:
        self._rows: dict[Row, Mapping[Any, Any]] = {
            Row(ref.kind, ref.id): row for ref, row in values.items()}
        wanted: dict[str, list[int]] = {}
        for entry in found:
            for row in entry.rows[:MOST_ROWS]:
                if row not in self._rows:
                    wanted.setdefault(row.table, []).append(row.id)
        for name, ids in wanted.items():
            table = RECORD_TABLES[name]
            columns = [table.c[column] for column in search.INDEXED[name]]
            for read_row in connection.execute(
                    select(table.c.id, *columns).where(table.c.id.in_(ids))).mappings():
                self._rows[Row(name, read_row["id"])] = read_row

    def of(self, entry: Entry) -> Iterator[tuple[str, str, str]]:
        """(table, column, text) of whatever may hold the words."""
        for row in entry.rows[:MOST_ROWS]:
            for column in search.INDEXED[row.table]:
                text = self._rows.get(row, {}).get(column)
                if text:
                    yield row.table, column, label(text) if row.table in _LISTS else text


@dataclass(frozen=True)
class _Making:
    """Makes hits of what was read."""

    words: Sequence[str]
    people: Mapping[int, Person]
    as_of: date

    def hit(
        self, entry: Entry, values: Mapping[Any, Any], texts: Iterator[tuple[str, str, str]]
    ) -> Hit:
        kind = entry.ref.kind
        column = owner(kind, missing_ok=True)
        whose = self.people.get(values.get(column.name) or 0) if column is not None else None
        title = self._line(self._title(kind, values))
        second = self._line(self._second(kind, values, whose))
        snippet, where, is_private = Marked(), "", nouns.is_private(kind, values)
        missing = self._missing_in(title, second)
        if missing:
            snippet, where, hidden = self._snippet(texts, missing)
            is_private |= hidden
        return Hit(entry.ref, _way(kind, values), title, second, self._day(kind, values),
                   snippet, where, is_private, whose)

    def _title(self, kind: str, values: Mapping[Any, Any]) -> str:
        if kind == "person":
            return str(values["name"])
        first = {"meeting": ("headline", "desired_outcome"), "feedback": ("topic",),
                 "self_rating": ("topic_words",)}.get(kind, ())
        own = next((str(values[name]) for name in first if values[name]), "")
        said = nouns.title("", {"text": own}, self._name) if own else (
            nouns.title(kind, values, self._name))
        return capital(said) if kind in ("feedback", "thanks") else said

    def _name(self, person_id: int) -> str:
        one = self.people.get(person_id)
        return in_sentence(one.short_name) if one else tr("somebody")

    def _second(self, kind: str, values: Mapping[Any, Any], whose: Person | None) -> str:
        if kind == "person":
            assert whose is not None
            return _standing_words(whose)
        if whose is None:
            said = tr(_ALONE.get(kind) or nouns.kind(kind).lower())
        else:
            words = _WITH.get(kind, "{name}")
            if kind == "action" and values["owner"] in ("mentor", "mentee"):
                words = "promised by {name}"
            if kind == "feedback" and not values["date"]:
                words = "asked {name}"
            said = tr(words, name=in_sentence(whose.short_name))
        more = self._state(kind, values)
        return f"{said} · {more}" if more else said

    def _state(self, kind: str, values: Mapping[Any, Any]) -> str:
        """What else has to be known of an entry before it is opened."""
        if kind == "meeting" and values["status"] in ("cancelled", "postponed", "missed"):
            return tr("missed") if values["status"] == "missed" else tr("called off")
        if kind == "feedback" and is_cooling(Feedback.of(values), self.as_of):
            return tr("rests until {day}", day=short_day(values["cool_off_until"], self.as_of))
        return ""

    def _day(self, kind: str, values: Mapping[Any, Any]) -> str:
        column, day = next(((name, values[name]) for name in DAYS.get(kind, ()) if values[name]),
                           ("", None))
        if day is None:
            return ""
        said = short_day(day.date() if isinstance(day, datetime) else day, self.as_of)
        is_open = {"letter": values.get("status") in _OPEN_LETTERS,
                   "goal": values.get("status") == "active", "action": True}.get(kind, False)
        return tr("due {day}", day=said) if column in ("deadline", "due") and is_open else said

    def _line(self, text: str) -> Marked:
        return marked(text, self.words)

    def _missing_in(self, *lines: Marked) -> list[str]:
        """The words that stand in none of these lines."""
        found = search.marks("\n".join(line.text for line in lines), self.words)
        return [word for word, spans in zip(self.words, found, strict=True) if not spans]

    def _snippet(
        self, texts: Iterator[tuple[str, str, str]], missing: Sequence[str]
    ) -> tuple[Marked, str, bool]:
        """The text that holds the most of these words, cut around them; where it is; if private."""
        best: tuple[int, str, str, str, int] | None = None
        for table, column, text in texts:
            spans = [each[0][0] for each in search.marks(text, missing) if each]
            if spans and (best is None or len(spans) > best[0]):
                best = (len(spans), table, column, text, min(spans))
        if best is None:
            return Marked(), "", False
        _, table, column, text, first = best
        where = _WHERE.get(f"{table}.{column}") or _WHERE.get(table, "")
        hidden = bool(RECORD_TABLES[table].c[column].info.get("private"))
        return self._line(_cut(text, first)), tr(where) if where else "", hidden


def _standing_words(one: Person) -> str:
    """Such as "Research adviser, senior"."""
    standing = {"mentee": tr("somebody I mentor"), "candidate": tr("candidate"),
                "past": tr("past mentor")}.get(one.standing, "")
    said = [role_label(one.roles[0]) if one.roles else "", standing or label(one.level).lower()]
    return capital(", ".join(word for word in said if word))


def _way(kind: str, values: Mapping[Any, Any]) -> Ref:
    """What is opened: a promise is shown where it was made, a look at a need by that need."""
    for column, table in (("meeting_id", "meeting"), ("feedback_id", "feedback"),
                          ("goal_id", "goal")) if kind == "action" else ():
        if values[column]:
            return Ref(table, values[column])
    if kind == "self_rating" and values["need_id"]:
        return Ref("need", values["need_id"])
    return Ref(kind, values["id"])


def _cut(text: str, first: int) -> str:
    """The words around the place `first`, on one line, with … where something was left out."""
    begin = max(0, first - BEFORE)
    if begin:
        space = text.find(" ", begin, first)
        begin = space + 1 if space >= 0 else begin
    piece = text[begin:begin + LONGEST]
    if begin + LONGEST < len(text) and " " in piece[LONGEST // 2:]:
        piece = piece[:piece.rindex(" ")]
    shown = " ".join(piece.split())
    return f"{'…' if begin else ''}{shown}{'…' if begin + len(piece) < len(text) else ''}"
