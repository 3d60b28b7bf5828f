"""What a row of the palette says, as plain data, and how rows are made of what was found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from mentorjournal.journal.records import Person
from mentorjournal.journal.search_hits import Hit, Marked
from mentorjournal.mentoring.deeds import Deed
from mentorjournal.words import tr, trn

GROUP_WORDS: Mapping[str, str] = {
    "recent": "Recent", "people": "People", "do": "Do", "meetings": "Meetings",
    "feedback": "Feedback and letters", "goals": "Goals and needs",
    "contacts": "Contacts and promises", "notes": "Notes",
}
# Group -> how many rows it has until it is opened further.
FEW = {"recent": 6, "people": 4, "do": 4}
FEW_ELSE = 4
MORE_STEP = 30

ICONS: Mapping[str, str] = {
    "meeting": "calendar-blank", "feedback": "chat-centered-text", "letter": "envelope-simple",
    "thanks": "heart", "feedback_given": "chat-circle", "accomplishment": "medal",
    "goal": "target", "need": "leaf", "commitment": "clock", "self_rating": "chart-bar",
    "contact": "hand-waving", "action": "handshake", "reflection": "note-pencil",
    "advice": "lightbulb", "know_answer": "user", "news": "sparkle", "homework": "book-open",
    "boundary": "hand-palm", "fit_sheet": "list-bullets", "compact": "handshake",
    "expectation": "scales", "ending": "sign-out", "my_stage": "graduation-cap",
}


@dataclass(frozen=True)
class PaletteRow:
    """A heading, a row that opens its group further, or something with a `deed` on Enter.

    `right` is a day, `keys` a shortcut; `prepares` is whose meeting Ctrl+Enter prepares.
    """

    title: Marked
    group: str = ""
    is_heading: bool = False
    icon: str = ""
    person: Person | None = None  # for an avatar instead of the icon
    photo: bytes | None = None
    second: Marked = Marked()
    snippet: Marked = Marked()
    where: str = ""
    right: str = ""
    keys: str = ""
    is_private: bool = False
    deed: Deed | None = None
    prepares: int | None = None
    opens: bool = False  # more rows of its group
    is_off: bool = False  # cannot be chosen now; `right` says why

    @property
    def has_two_lines(self) -> bool:
        """Whether something stands below the title."""
        return bool(self.snippet.text or self.is_private)

    @property
    def sentence(self) -> str:
        """The whole row, for those who hear it."""
        said = [self.title.text, self.second.text, self.right, self.where, self.snippet.text,
                tr("private, never exported") if self.is_private else "", self.keys]
        return ", ".join(each for each in said if each)


@dataclass
class Listing:
    """The rows of the palette, group by group, and how many there are without the headings.

    Nothing `is_found` where nothing was looked for.
    """

    rows: list[PaletteRow] = field(default_factory=list)
    count: int = 0
    is_cut: bool = False
    is_found: bool = True

    def add(self, group: str, rows: Sequence[PaletteRow], total: int, words: str = "") -> None:
        """A group below its heading, with a row for the rest where not all are shown."""
        if not rows:
            return
        heading = words or tr(GROUP_WORDS[group])
        self.rows.append(PaletteRow(Marked(heading), group, is_heading=True))
        self.rows += rows
        self.count += total
        if total > len(rows):
            rest = trn("Show one more", "Show {n} more", total - len(rows))
            self.rows.append(
                PaletteRow(Marked(rest), group, icon="caret-down", opens=True))

    @property
    def count_words(self) -> str:
        """Such as "8 found"; "" where nothing was looked for."""
        if not self.is_found:
            return ""
        if self.is_cut:
            return tr("more than {n} found", n=self.count)
        return trn("{n} found", "{n} found", self.count)


def of_hit(hit: Hit, group: str, photo: Callable[[Person], bytes | None]) -> PaletteRow:
    """The row of an entry that was found."""
    is_person = hit.ref.kind == "person"
    person_id = hit.person.id if hit.person else None
    can_prepare = hit.person is not None and hit.person.standing != "past"
    return PaletteRow(
        hit.title, group, icon="" if is_person else ICONS[hit.ref.kind],
        person=hit.person if is_person else None,
        photo=photo(hit.person) if is_person and hit.person else None,
        second=hit.second, snippet=hit.snippet, where=hit.where, right=hit.day,
        is_private=hit.is_private, deed=Deed("go", hit.title.text, hit.way, person_id),
        prepares=person_id if can_prepare else None,
    )
