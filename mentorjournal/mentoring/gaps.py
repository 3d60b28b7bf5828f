"""What is missing from the network: gaps found by rule, said in words, placed on map and matrix.

An empty cell is not a gap. A gap is a level, area or one of the five roles that nobody covers, a
need with nobody linked, everyone working in the same place, much resting on one person, or one of
the four senior functions of tip 2 (only once functions are recorded at all).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from mentorjournal.mentoring import gap_words, phrases
from mentorjournal.mentoring.coverage import NEEDS_TO_COUNT, Coverage, Ids, NeedLike, PersonLike
from mentorjournal.mentoring.vocabulary import AREAS, FIVE_ROLES, LEVELS, label
from mentorjournal.words import listing, tr, trn

Kind = Literal[
    "start", "need", "role", "level", "area", "concentration", "reach", "function", "domain",
    "unset",
]
HIGH, MIDDLE, HINT = 3, 2, 1
PLACES_ON_MAP = 2
FEW = 3  # below so many mentors the picture is only beginning; default of ours
_ORDER: tuple[Kind, ...] = (
    "start", "need", "role", "level", "area", "concentration", "reach", "function", "domain",
    "unset",
)
# Where each role is most at home, best first; ours, from what the role does.
_LEVELS_FOR = {
    "coach": ("step_ahead", "senior", "peer"),
    "research_adviser": ("senior", "step_ahead"),
    "project_sponsor": ("senior", "step_ahead"),
    "institutional_advocate": ("senior", "step_ahead"),
    "confidante": ("peer", "step_ahead", "senior"),
}
_AREAS_FOR = {
    "coach": ("clinical", "academic", "personal_life"),
    "research_adviser": ("academic", "clinical"),
    "project_sponsor": ("academic", "clinical"),
    "institutional_advocate": ("academic", "clinical"),
    "confidante": ("personal_life", "clinical", "academic"),
}
_ROLE_AT_LEVEL = {
    "peer": "confidante", "step_ahead": "coach", "senior": "institutional_advocate",
}
_ROLE_IN_AREA = {
    "clinical": "coach", "academic": "research_adviser", "personal_life": "confidante",
}
_AREA_OF_DOMAIN = {  # where somebody for a need would stand; ours
    "personal": "personal_life", "skill_development": "clinical", "research": "academic",
    "professional_development": "academic", "academic_guidance": "academic",
}
_LEVELS_FOR_NEED = ("step_ahead", "senior", "peer")  # whoever has it behind them comes first; ours
NEED_LETTERS = 32  # of a need beside an empty place of the map
_AREA_AT_LEVEL = {"peer": "personal_life", "step_ahead": "clinical", "senior": "academic"}
_LEVEL_IN_AREA = {"clinical": "step_ahead", "academic": "senior", "personal_life": "peer"}


class Spot(NamedTuple):
    """A level and an area of the map; both "" beside it, where those without an area stand."""

    level: str
    area: str


BESIDE = Spot("", "")


@dataclass(frozen=True)
class Gap:
    """One thing that is missing.

    `level`, `area`, `role` and `need_id` say what the rule found missing; `spot` is where somebody
    who closes the gap would sensibly stand on the map, in words too.
    `importance`: 3 high, 2 middle, 1 a hint.
    """

    key: str
    kind: Kind
    title: str
    detail: str
    importance: int
    level: str | None = None
    area: str | None = None
    role: str | None = None
    need_id: int | None = None
    candidate_ids: Ids = ()
    spot: Spot | None = None
    spot_words: str = ""


class EmptyPlace(NamedTuple):
    """A place on the map where nobody stands yet, and what is written beside it."""

    level: str
    area: str
    words: str
    gap_key: str


def gaps(coverage: Coverage) -> tuple[Gap, ...]:
    """Everything that is missing, most important first, in a stable order."""
    if not coverage.mentors:
        found = [_start(coverage), *_need_gaps(coverage)]
    else:
        found = [
            *_need_gaps(coverage), *_role_gaps(coverage), *_level_gaps(coverage),
            *_area_gaps(coverage), *_concentration_gaps(coverage), *_reach_gaps(coverage),
            *_function_gaps(coverage), *_domain_gaps(coverage),
        ]
    return tuple(sorted(found, key=lambda gap: (-gap.importance, _ORDER.index(gap.kind))))


def beginning_words(coverage: Coverage) -> str | None:
    """What to do next while the network is too small to tell much; None from three mentors on."""
    n = len(coverage.mentors)
    if n == 0:
        return tr("Add people you already rely on.")
    if n < FEW:
        return trn(
            "One person so far, so this is only a beginning. Add others you already rely on.",
            "{n} people so far, so this is only a beginning. Add others you already rely on.", n,
        )
    return None


def needs_words(coverage: Coverage) -> str:
    """Such as "4 of 5 needs have somebody", or to write three needs first."""
    total = len(coverage.needs)
    if total < NEEDS_TO_COUNT:
        return tr("Write three needs first.")
    return trn(
        "{covered} of {n} needs has somebody", "{covered} of {n} needs have somebody", total,
        covered=len(coverage.covered_needs),
    )


def empty_places(found: Iterable[Gap]) -> tuple[EmptyPlace, ...]:
    """At most two places for the map, where a need, level, area or role has nobody."""
    places: dict[Spot, EmptyPlace] = {}
    for gap in found:
        if gap.kind in ("need", "level", "area", "role") and gap.spot and gap.spot not in places:
            places[gap.spot] = EmptyPlace(*gap.spot, gap.spot_words, gap.key)
    return tuple(places.values())[:PLACES_ON_MAP]


def gap_cells(
    found: Iterable[Gap], by: Literal["level", "area"] = "level"
) -> frozenset[tuple[str, str]]:
    """The (role, column) cells that carry the word "Gap": at most one for each gap."""
    cells = set()
    for gap in found:
        if gap.kind == "role" and gap.role:
            best = _LEVELS_FOR if by == "level" else _AREAS_FOR
            cells.add((gap.role, best[gap.role][0]))
        elif by == "level" and gap.kind == "level" and gap.level:
            cells.add((_ROLE_AT_LEVEL[gap.level], gap.level))
        elif by == "area" and gap.kind == "area" and gap.area:
            cells.add((_ROLE_IN_AREA[gap.area], gap.area))
    return frozenset(cells)


# The rules ------------------------------------------------------------------------------------


def _start(coverage: Coverage) -> Gap:
    names = coverage.names(_ids(coverage.candidates))
    detail = tr("Colleagues, teachers, friends: names are enough. What is missing follows from "
                "there.")
    return Gap(
        "start", "start",
        tr("Who is in your corner already?") if names else tr("Add people you already rely on"),
        trn("So far there is {names}, a candidate. Add those whose advice you value already.",
            "So far there are {names}, who are candidates. Add those whose advice you value "
            "already.",
            len(names), names=phrases.some(names)) if names else detail,
        HIGH, candidate_ids=_ids(coverage.candidates),
    )


def _need_gaps(coverage: Coverage) -> Iterator[Gap]:
    for need in sorted(coverage.needs, key=lambda need: -need.importance):
        if need.id in coverage.covered_needs:
            continue
        linked = _ids(one for one in coverage.candidates if one.id in need.person_ids)
        alike = _ids(one for one in coverage.candidates if need.domain in one.domains)
        area = _AREA_OF_DOMAIN.get(need.domain or "")
        # Where somebody for it would stand is known once one says what it is about.
        spot = _vacant(coverage, _LEVELS_FOR_NEED, (area,)) if area else BESIDE
        yield Gap(
            f"need:{need.id}", "need",
            tr("Nobody yet for {need}", need=phrases.quoted(need.text)),
            _need_words(coverage, need, linked, alike),
            max(HINT, min(HIGH, need.importance)), need_id=need.id,
            candidate_ids=linked or alike, spot=None if linked else spot,
            spot_words=phrases.quoted(need.text, NEED_LETTERS),
        )


def _need_words(coverage: Coverage, need: NeedLike, linked: Ids, alike: Ids) -> str:
    """Whether anybody is linked: candidates might fill it, and do not count yet."""
    if linked:
        names = phrases.some(coverage.names(linked))
        if len(linked) == 2:
            return tr("{names}, both candidates, might fill it.", names=names)
        return trn(
            "{names}, a candidate, might fill it.", "{names}, all candidates, might fill it.",
            len(linked), names=names)
    return _detail(
        coverage, alike,
        tr("It matters a lot to you. Who could teach or show you this?")
        if need.importance >= HIGH else tr("Who could teach or show you this?"),
    )


def _role_gaps(coverage: Coverage) -> Iterator[Gap]:
    if not any(coverage.roles.values()):
        yield _unset("roles", tr("No roles noted yet"), tr(
            "Say what each person is to you: coach, research adviser, sponsor, advocate or"
            " confidante."
        ))
        return
    for role in coverage.missing(coverage.roles):
        title, detail = gap_words.of_role(role)
        helpers = _ids(one for one in coverage.candidates if role in one.roles)
        spot = _vacant(coverage, _LEVELS_FOR[role], _AREAS_FOR[role])
        yield Gap(
            f"role:{role}", "role", title, _detail(coverage, helpers, detail), MIDDLE, role=role,
            candidate_ids=helpers, spot=spot, spot_words=tr(
                "{first}, {second}", first=label(role), second=phrases.level(spot.level)
            ),
        )


def _level_gaps(coverage: Coverage) -> Iterator[Gap]:
    if not any(coverage.levels.values()):
        yield _unset("levels", tr("No levels noted yet"), tr(
            "Say for each person whether they are a peer, a step ahead of you, or senior."
        ))
        return
    for level in coverage.missing(coverage.levels):
        title, detail = gap_words.of_level(level)
        helpers = _ids(one for one in coverage.candidates if one.level == level)
        spot = Spot(level, _thinnest(coverage.areas, AREAS, _AREA_AT_LEVEL[level]))
        yield Gap(
            f"level:{level}", "level", title, _detail(coverage, helpers, detail), MIDDLE,
            level=level, candidate_ids=helpers, spot=spot, spot_words=_spot_words(coverage, spot),
        )


def _area_gaps(coverage: Coverage) -> Iterator[Gap]:
    if not any(coverage.areas.values()):
        yield _unset("areas", tr("No areas noted yet"), tr(
            "Say for each person which part of your life they help with."
        ))
        return
    others = listing([
        phrases.area(area, coverage.setting) for area, ids in coverage.areas.items() if ids
    ])
    for area in coverage.missing(coverage.areas):
        spoken = phrases.area(area, coverage.setting)
        helpers = _ids(one for one in coverage.candidates if area in one.areas)
        spot = Spot(_thinnest(coverage.levels, LEVELS, _LEVEL_IN_AREA[area]), area)
        yield Gap(
            f"area:{area}", "area", tr("Nobody for {area} yet", area=spoken),
            _detail(coverage, helpers, tr("So far you have people for {others}.", others=others)),
            MIDDLE, area=area, candidate_ids=helpers, spot=spot,
            spot_words=_spot_words(coverage, spot),
        )


def _concentration_gaps(coverage: Coverage) -> Iterator[Gap]:
    held = coverage.concentration
    if held.state not in ("look", "act"):
        return
    for person in coverage.mentors:
        if person.id not in held.person_ids:
            continue
        roles = [role for role in FIVE_ROLES if role in person.roles]
        helpers = _ids(one for one in coverage.candidates if set(roles) & set(one.roles))
        yield Gap(
            f"concentration:{person.id}", "concentration",
            tr("Much rests on {name}", name=person.short_name),
            _detail(coverage, helpers, tr(
                "{name} is your {roles}. Who else could share one of these?",
                name=person.short_name, roles=listing([phrases.role(role) for role in roles]),
            )),
            HIGH if held.state == "act" else MIDDLE, candidate_ids=helpers,
        )


def _reach_gaps(coverage: Coverage) -> Iterator[Gap]:
    same = coverage.reach.all_the_same
    titles = {
        "own_department": tr("Everyone is from your own department"),
        "other_department": tr("Nobody is from your own department"),
        "outside": tr("Nobody is from your own institution"),
    }
    details = {
        "own_department": tr("Somebody from elsewhere hears your plans with fresh ears."),
        "other_department": tr("Somebody close by sees your daily work and how things are done."),
        "outside": tr("Somebody inside knows how decisions are made where you work."),
    }
    if same is None:
        return
    helpers = _ids(
        one for one in coverage.candidates
        if coverage.candidate_places[one.id] not in (same, "unknown")
    )
    yield Gap(
        "reach", "reach", titles[same], _detail(coverage, helpers, details[same]), HINT,
        candidate_ids=helpers,
    )


def _function_gaps(coverage: Coverage) -> Iterator[Gap]:
    if not any(coverage.functions.values()):
        return
    titles = {
        "navigate": tr("Nobody senior helps you find your way yet"),
        "lend_standing": tr("Nobody senior lends you their standing yet"),
        "spot_openings": tr("Nobody senior spots openings for you yet"),
        "back_promotion": tr("Nobody senior backs your promotion yet"),
    }
    for function in coverage.missing(coverage.senior_functions):
        helpers = _ids(
            one for one in coverage.candidates
            if one.level == "senior" and function in one.functions
        )
        yield Gap(
            f"function:{function}", "function", titles[function],
            _detail(coverage, helpers, tr("It may be worth asking someone you already know.")),
            HINT, candidate_ids=helpers,
        )


def _domain_gaps(coverage: Coverage) -> Iterator[Gap]:
    if not any(coverage.domains.values()):
        return
    for domain in coverage.missing(coverage.domains):
        helpers = _ids(one for one in coverage.candidates if domain in one.domains)
        yield Gap(
            f"domain:{domain}", "domain",
            tr("Nobody for {domain} yet", domain=phrases.domain(domain)),
            _detail(coverage, helpers, tr("Only a hint: you may not need it now.")),
            HINT, candidate_ids=helpers,
        )


def _unset(key: str, title: str, detail: str) -> Gap:
    return Gap(f"unset:{key}", "unset", title, detail, HINT)


def _ids(people: Iterable[PersonLike]) -> Ids:
    return tuple(person.id for person in people)


def _detail(coverage: Coverage, helpers: Ids, detail: str) -> str:
    """The detail, followed by the candidates who might help."""
    if not helpers:
        return detail
    names = phrases.some(coverage.names(helpers))
    said = tr("{names}, both candidates, might help.", names=names) if len(helpers) == 2 else trn(
        "{names}, a candidate, might help.", "{names}, all candidates, might help.", len(helpers),
        names=names)
    return f"{detail} {said}"


def _spot_words(coverage: Coverage, spot: Spot) -> str:
    area = phrases.area(spot.area, coverage.setting)
    return tr("{first}, {second}", first=label(spot.level), second=area)


def _thinnest(covered: Mapping[str, Ids], order: Sequence[str], preferred: str) -> str:
    """The id that the fewest people stand for; `preferred` where several are as few."""
    return min(order, key=lambda word: (len(covered[word]), word != preferred))


def _vacant(coverage: Coverage, levels: Sequence[str], areas: Sequence[str]) -> Spot:
    """The best level and area where nobody stands; the very best where all are taken."""
    for area in areas:
        for level in levels:
            if not any(p.level == level and area in p.areas for p in coverage.mentors):
                return Spot(level, area)
    return Spot(levels[0], areas[0])
