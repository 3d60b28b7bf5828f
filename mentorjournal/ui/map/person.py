"""What the map is told: people and gaps as plain records, and the words drawn from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mentorjournal.mentoring import vocabulary
from mentorjournal.ui.map.geometry import ASIDE, RINGS, SECTORS, UNSET
from mentorjournal.words import tr, trn

STANDINGS = ("mentor", "candidate", "past", "mentee")
CONTACTS = ("within", "due_soon", "overdue", "none")


@dataclass(frozen=True, slots=True)
class MapPerson:
    """One person on the map; every word is ready to be read.

    `standing` is one of STANDINGS, `contact` one of CONTACTS, `contact_tone` "muted", "warn" or
    "alert". `roles` are role ids, the first one colours the disc. `summary` is a whole sentence for
    the tooltip and for screen readers; `needs_words` says what is still missing in the record.
    """

    id: int
    name: str
    initials: str
    standing: str
    level: str | None
    areas: tuple[str, ...]
    roles: tuple[str, ...] = ()
    role_words: str = ""
    contact: str = "none"
    contact_words: str = ""
    contact_tone: str = "muted"
    summary: str = ""
    photo: bytes | None = None
    needs_words: str = ""

    @property
    def linked(self) -> bool:
        """Only those I am in touch with are joined to me: mentors and people I mentor."""
        return self.standing in ("mentor", "mentee")


@dataclass(frozen=True, slots=True)
class MapGap:
    """A place a gap rule found empty; `words` say which, such as "Senior, clinical work".

    My own words for a need `are_mine`: they stay on the screen.
    """

    level: str | None
    area: str
    words: str
    are_mine: bool = False


def flat(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def second_line(person: MapPerson) -> list[tuple[str, str]]:
    """The words under the name as (text, tone): standing, roles, contact; nothing is shortened."""
    contact = (flat(person.contact_words), person.contact_tone)
    if person.standing == "mentee":
        # A square under me says who it is; contact needs words only when it needs me.
        return [contact] if person.contact in ("due_soon", "overdue") and contact[0] else []
    parts = {
        "candidate": [tr("Candidate"), flat(person.role_words)],
        "past": [tr("Past")],
    }.get(person.standing, [flat(person.role_words)])
    if person.level in RINGS[1:4] and not any(area in SECTORS for area in person.areas):
        parts.append(ring_name(person.level))  # beside the map no ring says it
    words = [(part, "muted") for part in parts if part]
    return [*words, contact] if contact[0] else words


def spoken(person: MapPerson) -> str:
    """The whole of a person for tooltips and screen readers, one sentence a line."""
    lines = [person.summary or person.name]
    areas = [area for area in person.areas if area in SECTORS]
    if person.standing != "mentee":
        if len(areas) > 1:
            names = " + ".join(vocabulary.area_label(area) for area in areas)
            lines.append(tr("{areas}: the arc reaches into each.", areas=names))
        elif not areas:
            lines.append(tr("No area is set yet, so they stand beside the map."))
    if person.needs_words:
        lines.append(person.needs_words)
    return "\n".join(lines)


def ring_name(level: str) -> str:
    """What is written on a ring, or over those who stand on none."""
    return {
        "peer": tr("Peers"), "step_ahead": tr("Step-ahead"), "senior": tr("Senior"),
        UNSET: tr("Level not set"), ASIDE: tr("Area not set"),
    }[level]


def counted(people: Iterable[MapPerson]) -> str:
    """Such as "4 mentors, 1 candidate"; past mentors are not counted."""
    standings = [person.standing for person in people]
    mentors, candidates = standings.count("mentor"), standings.count("candidate")
    words = []
    if mentors or not candidates:
        words.append(trn("{n} mentor", "{n} mentors", mentors) if mentors else tr("Nobody yet"))
    if candidates:
        words.append(trn("{n} candidate", "{n} candidates", candidates))
    return ", ".join(words)


def map_summary(people: Iterable[MapPerson], gaps: Iterable[MapGap]) -> str:
    """The whole map in a few sentences, for those who do not see it."""
    people, gaps = list(people), list(gaps)
    lines = [tr("People: {counts}.", counts=counted(people))]
    for standing, one, many in (
        ("past", "{n} past mentor.", "{n} past mentors."),
        ("mentee", "{n} person I mentor.", "{n} people I mentor."),
    ):
        if number := sum(person.standing == standing for person in people):
            lines.append(trn(one, many, number))
    for area in SECTORS:
        here = [p for p in people if area in p.areas and p.standing in ("mentor", "candidate")]
        lines.append(f"{vocabulary.area_label(area)}: {counted(here)}.")
    if gaps:
        lines.append(tr("Nobody yet: {places}.", places="; ".join(gap.words for gap in gaps)))
    lines.append(tr("Tab or the arrow keys go from person to person, Enter opens one."))
    return " ".join(lines)
