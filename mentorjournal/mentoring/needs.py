"""My needs: which are covered and by whom in words, what is still worth saying, and the reading.

Whether a need is covered is what `coverage.cover` found: only an active mentor counts. Sources:
tip 1 (A1.2 to A1.4) and the indicator D1.1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from mentorjournal.mentoring import phrases
from mentorjournal.mentoring.coverage import NEEDS_TO_COUNT, Coverage, Ids, NeedLike
from mentorjournal.words import bare_name, in_sentence, tr, trn

CANNOT_WAIT = 3  # the importance from which an uncovered need is worth a look (D1.1)
IMPORTANCES = (1, 2, 3)


class FullNeed(NeedLike, Protocol):
    """What the hints read of a need as well."""

    @property
    def guidance_kind(self) -> str | None: ...
    @property
    def skill_sought(self) -> str | None: ...


@dataclass(frozen=True)
class Held:
    """Who is linked to a need: those who meet it now, and candidates who might fill it."""

    mentors: Ids = ()
    candidates: Ids = ()

    @property
    def is_covered(self) -> bool:
        """Whether an active mentor meets it."""
        return bool(self.mentors)


@dataclass(frozen=True)
class Reading:
    """How many open needs are covered (D1.1); below three needs there is nothing to read.

    "look" means that a need one cannot go on without has nobody.
    """

    state: Literal["not_enough", "fine", "look"]
    covered: int
    total: int


def held(need: NeedLike, coverage: Coverage) -> Held:
    """Who meets a need, and who might."""
    linked = set(need.person_ids)
    return Held(
        tuple(one.id for one in coverage.mentors if one.id in linked),
        tuple(one.id for one in coverage.candidates if one.id in linked),
    )


def held_words(need: NeedLike, coverage: Coverage) -> str:
    """Such as "Tomas Brandt", "Nobody yet" or "Nobody yet; Daniel Osei might fill it"."""
    found = held(need, coverage)
    if found.mentors:
        return phrases.some(_names(coverage, found.mentors))
    if not found.candidates:
        return tr("Nobody yet")
    might = phrases.some(_names(coverage, found.candidates))
    return tr("Nobody yet; {names} might fill it", names=might)


def _names(coverage: Coverage, ids: Ids) -> list[str]:
    known = {one.id: one.name for one in (*coverage.mentors, *coverage.candidates)}
    return [in_sentence(bare_name(known[one])) for one in ids if one in known]


def reading(coverage: Coverage, cannot_wait: float = CANNOT_WAIT) -> Reading:
    """How the open needs stand; those of importance `cannot_wait` or more should have somebody."""
    total, covered = len(coverage.needs), len(coverage.covered_needs)
    if total < NEEDS_TO_COUNT:
        return Reading("not_enough", covered, total)
    return Reading("look" if urgent(coverage, cannot_wait) else "fine", covered, total)


def urgent(coverage: Coverage, cannot_wait: float = CANNOT_WAIT) -> list[NeedLike]:
    """The needs that cannot wait and have nobody."""
    return [need for need in coverage.needs
            if need.importance >= cannot_wait and need.id not in coverage.covered_needs]


def subtitle(coverage: Coverage) -> str:
    """Such as "5 needs, 1 with nobody yet"; below three it never says that all have somebody."""
    total = len(coverage.needs)
    if not total:
        return tr("What you look for in the people around you")
    said = trn("{n} need", "{n} needs", total)
    open_ones = total - len(coverage.covered_needs)
    if open_ones:
        return tr("{needs}, {n} with nobody yet", needs=said, n=open_ones)
    return said if total < NEEDS_TO_COUNT else tr("{needs}, all with somebody", needs=said)


def look_words(coverage: Coverage) -> str:
    """What is worth a look: needs one cannot go on without that have nobody; "" when none has."""
    if reading(coverage).state != "look":
        return ""
    found = urgent(coverage)
    if len(found) == 1:
        return tr("You cannot go on without {need}, and nobody is there for it yet.",
                  need=phrases.quoted(found[0].text))
    return tr("{n} needs that you cannot go on without have nobody yet.", n=len(found))


def hints(need: FullNeed, coverage: Coverage) -> dict[str, str]:
    """Soft questions about a need by the field they are about; none about a need that is met."""
    found: dict[str, str] = {}
    if need.met_on is not None:
        return found
    if not need.guidance_kind:  # A1.3
        found["guidance_kind"] = tr("What kind of guidance would help most?")
    if need.skill_sought and not need.person_ids:  # A1.4
        found["people"] = tr("Who do you know with this skill?")
    return found


def importance_words(importance: int) -> str:
    """How much a need matters, in words."""
    return {1: tr("Nice to have"), 2: tr("Important")}.get(
        importance, tr("I cannot go on without it"))


def standing_words(now: int | None, wanted: int | None) -> str:
    """Such as "2 of 5 now, 4 wanted"; "" when neither was said."""
    if now is None and wanted is None:
        return ""
    if wanted is None:
        return tr("{now} of 5 now", now=now)
    if now is None:
        return tr("{wanted} of 5 wanted", wanted=wanted)
    return tr("{now} of 5 now, {wanted} wanted", now=now, wanted=wanted)


def then_words(then: int | None, now: int | None, wanted: int | None = None) -> str:
    """A look beside an earlier one, such as "2 then, 4 now, 5 wanted"; "" when one is missing."""
    if then is None or now is None:
        return ""
    said = tr("{n} then and now", n=now) if then == now else tr(
        "{then} then, {now} now", then=then, now=now)
    return said if wanted is None else tr("{said}, {wanted} wanted", said=said, wanted=wanted)
