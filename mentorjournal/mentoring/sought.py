"""Who is looked for: a gap or a need in words, and what a new candidate for it begins with.

Those already known are pointed out when their strengths, roles or domains have a word in common
with what is sought (A1.4: the mentee decides); who else could be asked is A1.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from unicodedata import combining, normalize

from mentorjournal.mentoring.coverage import Coverage, PersonLike
from mentorjournal.mentoring.gaps import Gap
from mentorjournal.mentoring.needs import FullNeed
from mentorjournal.mentoring.vocabulary import label, role_label
from mentorjournal.words import tr

FEW_CANDIDATES = 3  # below, peers are worth asking; the number is ours (A1.6 [J])
STRONG = 10  # what a strength weighs more than a role, a domain or an area; ours
LEAST_LETTERS = 4  # of a word that can be had in common; ours
_SMALL = (
    "about after also been before from have having into large like more most much need needs "
    "nobody other over small some somebody someone somewhere than that their them then there "
    "these they this through very what when where which while whom with without would your work"
)
_NOT_TELLING = frozenset(_SMALL.split())  # words that nobody is known by


class KnownPerson(PersonLike, Protocol):
    """What is read of somebody who might fit."""

    @property
    def strengths(self) -> tuple[str, ...]: ...
    @property
    def added_value(self) -> str | None: ...


@dataclass(frozen=True)
class Sought:
    """What is looked for: `title` and `detail` in words; `values` for a new person.

    `need_id` is the need they are to be linked to, 0 for none. `words` is what is compared with
    what is known of people.
    """

    title: str
    detail: str = ""
    need_id: int = 0
    words: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Match:
    """Somebody who might fit, and why, in words."""

    person_id: int
    why: str


def of_need(need: FullNeed) -> Sought:
    """Somebody for a need."""
    kind = label(need.guidance_kind)
    detail = [need.skill_sought or "", tr("Guidance: {kind}", kind=kind) if kind else ""]
    return Sought(
        need.text, "\n".join(filter(None, detail)), need.id,
        " ".join(filter(None, (need.text, need.skill_sought, need.guidance_kind))),
        {"domains": (need.domain,)} if need.domain else {},
    )


def of_gap(gap: Gap, coverage: Coverage) -> Sought:
    """Somebody for a gap of the network."""
    if gap.need_id is not None:
        need: Any = next((one for one in coverage.needs if one.id == gap.need_id), None)
        if need is not None:
            return of_need(need)
    word = gap.key.partition(":")[2]
    level = gap.level or (gap.spot.level if gap.spot else None)
    area = gap.area or (gap.spot.area if gap.spot else None)
    values: dict[str, Any] = {}
    values |= {"level": level} if level else {}
    values |= {"areas": (area,)} if area else {}
    values |= {"roles": (gap.role,)} if gap.role else {}
    if gap.kind == "function":
        values |= {"functions": (word,), "level": "senior"}
    elif gap.kind == "domain":
        values["domains"] = (word,)
    return Sought(gap.title, gap.detail, 0, label(word), values)


def of_cell(role: str, column: str, is_level: bool, place: str) -> Sought:
    """Somebody for a cell of the matrix: a role at a level or in an area, called `place`."""
    values = {"roles": (role,), **({"level": column} if is_level else {"areas": (column,)})}
    return Sought(tr("{role}, {place}", role=role_label(role), place=place), "", 0, label(role),
                  values)


def of_place(level: str, area: str, words: str) -> Sought:
    """Somebody for a place of the map."""
    return Sought(words, "", 0, "", {"level": level, "areas": (area,)})


def matches(sought: Sought, people: Iterable[KnownPerson]) -> list[Match]:
    """Active mentors who might fit, the most alike first, each with the reason in words.

    Whoever only shares a domain or an area is named while nobody has a strength that fits.
    """
    wanted = _telling(sought.words)
    found = []
    for place, one in enumerate(people):
        if not one.is_active:
            continue
        alike, why = _reason(one, wanted, sought.values)
        if alike:
            found.append((-alike, place, Match(one.id, why)))
    strong = [each for each in found if -each[0] > STRONG]
    return [match for _, _, match in sorted(strong or found, key=lambda each: each[:2])]


def _reason(one: KnownPerson, wanted: set[str], values: Mapping[str, Any]) -> tuple[int, str]:
    """How much speaks for somebody, and the strongest reason."""
    for strength in (*one.strengths, one.added_value or ""):
        if alike := len(wanted & _telling(strength)):
            return STRONG + alike, tr("Noted for: {what}", what=strength)
    if role := next((each for each in values.get("roles", ()) if each in one.roles), None):
        return 3, tr("Is your {role} already", role=role_label(role).lower())
    if domain := next((each for each in values.get("domains", ()) if each in one.domains), None):
        return 2, tr("Helps you with: {domain}", domain=label(domain))
    if (area := next((each for each in values.get("areas", ()) if each in one.areas), None)
            ) and values.get("level") == one.level:
        return 1, tr("Stands near: {area}", area=label(area))
    return 0, ""


def _telling(text: str) -> set[str]:
    """The words of a text that say something, without accents and endings."""
    plain = normalize("NFD", text[:2_000].casefold())
    words = re.findall(r"\w+", "".join(one for one in plain if not combining(one)))
    return {_stem(one) for one in words if len(one) >= LEAST_LETTERS and one not in _NOT_TELLING}


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_LETTERS:
            return word.removesuffix(ending)
    return word


def whom_to_ask() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Questions for peers inside and outside one's own place, where too few candidates are known.
    """
    return (
        (tr("Peers in your department"), (
            tr("Who has helped you most with this, and what did they do?"),
            tr("Who takes the time when you ask, and who only says so?"),
        )),
        (tr("Peers outside it"), (
            tr("Who does this well where you are?"),
            tr("May I say that you sent me?"),
        )),
    )
