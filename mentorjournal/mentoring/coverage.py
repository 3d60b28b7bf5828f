"""Whom the mentee has: five roles, three levels, three areas, reach, and who covers what alone.

Only active mentors cover anything; candidates stand apart. Counts and names, never a score. The
sets and "any missing" are the paper's (tips 1 and 2); the numbers for reach and concentration are
defaults of ours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol
from unicodedata import normalize

from mentorjournal.mentoring import phrases
from mentorjournal.mentoring.vocabulary import (
    AREAS,
    DOMAINS,
    FIVE_ROLES,
    LEVELS,
    SENIOR_FUNCTIONS,
    label,
)
from mentorjournal.words import listing, tr

CONCENTRATION_LOOK = 3  # of the five roles held by one person; default of ours
CONCENTRATION_ACT = 4  # default of ours
CONCENTRATION_NEEDS = 3  # active mentors; below, too few people to tell
REACH_NEEDS = 3  # active mentors
NEEDS_TO_COUNT = 3  # needs written; below, no fraction is shown

Place = Literal["own_department", "other_department", "outside", "unknown"]
Ids = tuple[int, ...]


class PersonLike(Protocol):
    """What these rules read of a person."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def short_name(self) -> str: ...
    @property
    def standing(self) -> str: ...
    @property
    def is_active(self) -> bool: ...
    @property
    def level(self) -> str | None: ...
    @property
    def origin(self) -> str | None: ...
    @property
    def institution(self) -> str | None: ...
    @property
    def department(self) -> str | None: ...
    @property
    def roles(self) -> tuple[str, ...]: ...
    @property
    def areas(self) -> tuple[str, ...]: ...
    @property
    def domains(self) -> tuple[str, ...]: ...
    @property
    def functions(self) -> tuple[str, ...]: ...


class NeedLike(Protocol):
    """What these rules read of a need; `importance` is 1 to 3."""

    @property
    def id(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def domain(self) -> str | None: ...
    @property
    def importance(self) -> int: ...
    @property
    def met_on(self) -> object | None: ...
    @property
    def person_ids(self) -> Ids: ...


class MeLike(Protocol):
    """What these rules read of the mentee."""

    @property
    def institution(self) -> str | None: ...
    @property
    def department(self) -> str | None: ...
    @property
    def setting(self) -> str | None: ...


@dataclass(frozen=True)
class Cell:
    """Who stands in one cell of the matrix."""

    people: Ids = ()
    candidates: Ids = ()


@dataclass(frozen=True)
class Reach:
    """Active mentors by where they work, seen from the mentee's own department."""

    own_department: Ids = ()
    other_department: Ids = ()
    outside: Ids = ()
    unknown: Ids = ()

    @property
    def all_the_same(self) -> Place | None:
        """The one place where all of at least three work; None while any place is unknown."""
        return None if self.unknown else self.same(REACH_NEEDS)

    def same(self, least: float) -> Place | None:
        """The one place where all those work of whom it is known, and at least so many."""
        filled: list[tuple[Place, Ids]] = [
            ("own_department", self.own_department), ("other_department", self.other_department),
            ("outside", self.outside),
        ]
        filled = [(place, ids) for place, ids in filled if ids]
        if len(filled) == 1 and len(filled[0][1]) >= least:
            return filled[0][0]
        return None


Resting = Literal["not_enough", "spread", "look", "act"]


@dataclass(frozen=True)
class Concentration:
    """The most of the five roles that one person holds, and who holds that many."""

    state: Resting
    most: int = 0
    person_ids: Ids = ()


@dataclass(frozen=True)
class Coverage:
    """Who covers what. Mappings hold every id of their closed list, with ids of active mentors.

    `needs` are the needs still open, `covered_needs` the ids of those that an active mentor is
    linked to. `by_level` and `by_area` are keyed (role, level) and (role, area). `functions` holds
    every function recorded; `senior_functions` the four of tip 2 with their senior people only.
    """

    mentors: tuple[PersonLike, ...]
    candidates: tuple[PersonLike, ...]
    needs: tuple[NeedLike, ...]
    covered_needs: Ids
    setting: str
    levels: Mapping[str, Ids]
    areas: Mapping[str, Ids]
    roles: Mapping[str, Ids]
    domains: Mapping[str, Ids]
    functions: Mapping[str, Ids]
    senior_functions: Mapping[str, Ids]
    origins: Mapping[str, int]
    reach: Reach
    candidate_places: Mapping[int, Place]
    concentration: Concentration
    by_level: Mapping[tuple[str, str], Cell]
    by_area: Mapping[tuple[str, str], Cell]

    def missing(self, covered: Mapping[str, Ids]) -> tuple[str, ...]:
        """The ids of one of the mappings that nobody covers."""
        return tuple(word for word, ids in covered.items() if not ids)

    def names(self, ids: Iterable[int]) -> list[str]:
        """Short names of mentors and candidates, in the order of `ids`."""
        known = {person.id: person.short_name for person in (*self.mentors, *self.candidates)}
        return [known[person_id] for person_id in ids if person_id in known]


def cover(
    people: Iterable[PersonLike], needs: Iterable[NeedLike] = (), me: MeLike | None = None
) -> Coverage:
    """What `people` cover for `me`: past mentors and people I mentor are passed over."""
    everyone = list(people)
    mentors = tuple(person for person in everyone if person.is_active)
    candidates = tuple(person for person in everyone if person.standing == "candidate")
    open_needs = tuple(need for need in needs if need.met_on is None)
    active = {person.id for person in mentors}
    seniors = [person for person in mentors if person.level == "senior"]
    recorded = dict.fromkeys(word for person in mentors for word in person.functions)
    by_level = _matrix(mentors, candidates, LEVELS, lambda person: (person.level,))
    by_area = _matrix(mentors, candidates, AREAS, lambda person: person.areas)
    return Coverage(
        mentors, candidates, open_needs,
        covered_needs=tuple(need.id for need in open_needs if active & set(need.person_ids)),
        setting=(me.setting if me else None) or "clinical",
        levels=_holders(mentors, LEVELS, lambda person: (person.level,)),
        areas=_holders(mentors, AREAS, lambda person: person.areas),
        roles=_holders(mentors, FIVE_ROLES, lambda person: person.roles),
        domains=_holders(mentors, DOMAINS[:-1], lambda person: person.domains),
        functions=_holders(mentors, recorded, lambda person: person.functions),
        senior_functions=_holders(seniors, SENIOR_FUNCTIONS, lambda person: person.functions),
        origins=Counter(person.origin or "" for person in mentors),
        reach=_reach(mentors, me),
        candidate_places={person.id: place_of(person, me) for person in candidates},
        concentration=_concentration(mentors),
        by_level=by_level, by_area=by_area,
    )


def _holders(
    people: Iterable[PersonLike],
    words: Iterable[str],
    words_of: Callable[[PersonLike], Sequence[str | None]],
) -> dict[str, Ids]:
    found = [(person.id, set(words_of(person))) for person in people]
    return {word: tuple(one for one, own in found if word in own) for word in words}


def _matrix(
    mentors: Sequence[PersonLike],
    candidates: Sequence[PersonLike],
    columns: Sequence[str],
    columns_of: Callable[[PersonLike], Sequence[str | None]],
) -> dict[tuple[str, str], Cell]:
    def standing_in(people: Sequence[PersonLike], role: str, column: str) -> Ids:
        return tuple(
            person.id for person in people
            if role in person.roles and column in columns_of(person)
        )

    return {
        (role, column): Cell(
            standing_in(mentors, role, column), standing_in(candidates, role, column)
        )
        for role in FIVE_ROLES for column in columns
    }


def place_of(person: PersonLike, me: MeLike | None) -> Place:
    """Where a person works, seen from me: "unknown" when either side is not written down.

    Names are compared without case, doubled spaces or the difference between "&" and "and". Two
    institutions are the same when one name is how the other begins ("Harrow Bay" and "Harrow Bay
    University Medical Center"); without an institution an equal department counts as my own.
    """
    theirs, mine = _plain(person.institution), _plain(me.institution if me else None)
    department, my_department = _plain(person.department), _plain(me.department if me else None)
    same_department = bool(department) and department == my_department
    if theirs and mine and not _begins_alike(theirs, mine):
        return "outside"
    if same_department:
        return "own_department"
    if not (theirs and mine and department and my_department):
        return "unknown"
    return "other_department"


def _plain(name: str | None) -> str:
    return " ".join(normalize("NFKC", name or "").casefold().replace("&", " and ").split())


def _begins_alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long == short or long.startswith(f"{short} ")


def _reach(mentors: Iterable[PersonLike], me: MeLike | None) -> Reach:
    found: dict[Place, list[int]] = {
        "own_department": [], "other_department": [], "outside": [], "unknown": [],
    }
    for person in mentors:
        found[place_of(person, me)].append(person.id)
    return Reach(
        tuple(found["own_department"]), tuple(found["other_department"]),
        tuple(found["outside"]), tuple(found["unknown"]),
    )


def _concentration(mentors: Sequence[PersonLike]) -> Concentration:
    held = {person.id: len(set(FIVE_ROLES) & set(person.roles)) for person in mentors}
    most = max(held.values(), default=0)
    holders = tuple(one for one, count in held.items() if count == most and most)
    return Concentration(resting(most, len(mentors)), most, holders)


def resting(
    most: int, mentors: int, look: float = CONCENTRATION_LOOK, act: float = CONCENTRATION_ACT
) -> Resting:
    """Whether too much rests on one person: `most` of the five roles, among so many mentors."""
    if mentors < CONCENTRATION_NEEDS:
        return "not_enough"
    if most >= act:
        return "act"
    return "look" if most >= look else "spread"


@dataclass(frozen=True)
class Leaving:
    """What nobody would cover if one person left, and who would still be there for the rest.

    `fallbacks` holds, for every one of the five roles the person has, the ids of the others who
    have it too: empty where the role would be lost.
    """

    person_id: int
    roles: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    need_ids: Ids = ()
    fallbacks: Mapping[str, Ids] | None = None
    sentences: tuple[str, ...] = ()

    @property
    def loses_nothing(self) -> bool:
        """Whether everything recorded for this person is covered by somebody else too."""
        return not (self.roles or self.levels or self.areas or self.functions or self.need_ids)


def what_if_leaves(
    person_id: int,
    people: Iterable[PersonLike],
    needs: Iterable[NeedLike] = (),
    me: MeLike | None = None,
) -> Leaving:
    """Coverage before and after the person leaves, compared; nothing is lost by a stranger."""
    everyone, wanted = list(people), list(needs)
    before = cover(everyone, wanted, me)
    after = cover([person for person in everyone if person.id != person_id], wanted, me)
    roles = _lost(before.roles, after.roles)
    levels, areas = _lost(before.levels, after.levels), _lost(before.areas, after.areas)
    functions = _lost(before.functions, after.functions)
    need_ids = tuple(one for one in before.covered_needs if one not in after.covered_needs)
    fallbacks = {
        role: after.roles[role] for role, ids in before.roles.items() if person_id in ids
    }
    leaving = Leaving(person_id, roles, levels, areas, functions, need_ids, fallbacks)
    sentences = tuple(_leaving_sentences(leaving, before))
    return Leaving(person_id, roles, levels, areas, functions, need_ids, fallbacks, sentences)


def _lost(before: Mapping[str, Ids], after: Mapping[str, Ids]) -> tuple[str, ...]:
    return tuple(word for word, ids in before.items() if ids and not after.get(word))


def _leaving_sentences(leaving: Leaving, before: Coverage) -> Iterable[str]:
    without = {
        "peer": tr("You would have no peer."),
        "step_ahead": tr("You would have nobody a step ahead."),
        "senior": tr("You would have nobody senior."),
    }
    for role in leaving.roles:
        yield tr("Nobody else is your {role}.", role=phrases.role(role))
    yield from (without[level] for level in leaving.levels)
    for area in leaving.areas:
        yield tr("Nobody else is there for {area}.", area=phrases.area(area, before.setting))
    for need in before.needs:
        if need.id in leaving.need_ids:
            yield tr("Nobody else is linked to {need}.", need=phrases.quoted(need.text))
    if leaving.functions:
        labels = [label(function) for function in leaving.functions]
        yield tr("Nobody else is noted for: {what}.", what=listing(labels))
    for name in before.names([leaving.person_id]):
        if leaving.loses_nothing:
            yield tr("Nothing you have noted rests on {name} alone.", name=name)
    for role, ids in (leaving.fallbacks or {}).items():
        if ids:
            yield tr(
                "{names} would still be there as your {role}.",
                names=phrases.some(before.names(ids)), role=phrases.role(role),
            )
