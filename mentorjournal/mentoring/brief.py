"""What the brief for a letter still lacks: claims without support, parts, criteria, repetitions.

Three to five strengths are a default of ours (the guides ask for a full list with evidence).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Day
from typing import Protocol

from mentorjournal.mentoring.letters import criteria_of
from mentorjournal.mentoring.vocabulary import COMPETENCIES, label
from mentorjournal.words import listing, tr, trn

LEAST, MOST = 3, 5  # strengths in a brief
NEEDS_CRITERIA = ("grant", "award", "promotion", "nomination_for_mentor")


class Piece(Protocol):
    """What is read of a piece of evidence."""

    @property
    def situation(self) -> str | None: ...
    @property
    def behaviour(self) -> str | None: ...
    @property
    def impact(self) -> str | None: ...
    @property
    def seen_by_id(self) -> int | None: ...
    @property
    def accomplishment_id(self) -> int | None: ...
    @property
    def feedback_id(self) -> int | None: ...


class Claim(Protocol):
    """What is read of a strength; `picked` is the evidence that goes into the brief."""

    @property
    def id(self) -> int: ...
    @property
    def quality(self) -> str: ...
    @property
    def criterion(self) -> str | None: ...
    @property
    def picked(self) -> Sequence[Piece]: ...


class Brief(Protocol):
    """What is read of a letter to say which parts of its brief are missing."""

    @property
    def kind(self) -> str | None: ...
    @property
    def criteria(self) -> str | None: ...
    @property
    def deadline(self) -> Day | None: ...
    @property
    def method(self) -> str | None: ...
    @property
    def method_note(self) -> str | None: ...
    @property
    def how_known(self) -> str | None: ...
    @property
    def why(self) -> str | None: ...


def _said(text: str | None) -> bool:
    return bool((text or "").strip())


# Claims ---------------------------------------------------------------------------------------


def lacks(claim: Claim) -> list[str]:
    """What a claim lacks to be believed; nothing once one piece of its evidence is whole."""
    if not claim.picked:
        return [tr("no evidence")]
    return min((_lacks_of(piece) for piece in claim.picked), key=len)


def _lacks_of(piece: Piece) -> list[str]:
    found = []
    if not _said(piece.behaviour):
        found.append(tr("not said what I did"))
    if not _said(piece.impact):
        found.append(tr("no result"))
    if piece.seen_by_id is None:
        found.append(tr("nobody saw it"))
    return found


def unsupported(claim: Claim) -> str:
    """Such as "Teaching: no result, nobody saw it"; "" for a claim that stands."""
    found = lacks(claim)
    if not found:
        return ""
    return tr("{quality}: {what}", quality=claim.quality, what=", ".join(found))


# Parts ----------------------------------------------------------------------------------------


def missing(
    letter: Brief, details_missing: Iterable[str], claims: Sequence[Claim]
) -> list[str]:
    """The parts of the brief that are not there yet, by name."""
    found = [_evidence_missing(claims)]
    if letter.kind in NEEDS_CRITERIA and not _said(letter.criteria):
        found.append(tr("reviewer criteria"))
    for is_there, name in (
        (letter.deadline is not None, tr("the deadline")),
        (_said(letter.method) or _said(letter.method_note), tr("how to send it")),
        (_said(letter.why), tr("why this matters")),
        (_said(letter.how_known), tr("how they know you")),
    ):
        if not is_there:
            found.append(name)
    return [*filter(None, found), *details_missing]


def _evidence_missing(claims: Sequence[Claim]) -> str:
    bare = sum(1 for one in claims if not one.picked)
    if len(claims) - bare >= LEAST:
        return ""
    if not claims:
        return tr("strengths with evidence")
    if bare:
        return trn("evidence for {bare} of {n} quality", "evidence for {bare} of {n} qualities",
                   len(claims), bare=bare)
    short = LEAST - len(claims)
    return trn("{n} more strength with evidence", "{n} more strengths with evidence", short)


def criteria_without(criteria: str | None, claims: Iterable[Claim]) -> list[str]:
    """The criteria that no strength answers, in their order."""
    answered = {_key(one.criterion or "") for one in claims}
    return [one for one in criteria_of(criteria) if _key(one) not in answered]


def suggestions(criteria: str | None, claims: Sequence[Claim]) -> list[tuple[str, str]]:
    """Strengths that could be added, each with the criterion it answers, or "".

    Criteria that nothing answers come first, then the competencies that are not there yet.
    """
    there = {_key(one.quality) for one in claims}
    open_ones = criteria_without(criteria, claims)
    taken = there | {_key(one) for one in open_ones}
    words = [label(one) for one in COMPETENCIES]
    return [*((one, one) for one in open_ones),
            *((one, "") for one in words if _key(one) not in taken)]


def count_words(claims: Sequence[Claim]) -> str:
    """How many strengths there are, where three to five are enough."""
    if len(claims) > MOST:
        return tr("{n} strengths; three to five are read with more care", n=len(claims))
    return ""


def _key(text: str) -> str:
    return " ".join(text.split()).strip(" .").casefold()


# Several letters for one opportunity ----------------------------------------------------------


@dataclass(frozen=True)
class Cell:
    """What one letter says of one quality; without an `id` it does not speak of it."""

    id: int | None = None
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True)
class Grid:
    """Qualities down, letters across; `cells` by quality and letter."""

    qualities: tuple[str, ...]
    letters: tuple[int, ...]
    cells: Mapping[tuple[str, int], Cell]
    repeated: tuple[tuple[str, tuple[int, ...]], ...] = ()

    def cell(self, quality: str, letter_id: int) -> Cell:
        """What a letter says of a quality."""
        return self.cells.get((quality, letter_id), Cell())

    @property
    def uncovered(self) -> tuple[str, ...]:
        """The qualities for which no letter has evidence."""
        return tuple(one for one in self.qualities if not any(
            self.cell(one, letter).pieces for letter in self.letters))


def grid(claims_of: Mapping[int, Sequence[Claim]]) -> Grid:
    """The grid of some letters, given their strengths by letter."""
    names: dict[str, str] = {}
    cells: dict[tuple[str, int], Cell] = {}
    for letter_id, claims in claims_of.items():
        for one in claims:
            name = names.setdefault(_key(one.quality), one.quality)
            before = cells.get((name, letter_id), Cell(one.id))
            pieces = tuple(piece_words(piece) for piece in one.picked)
            cells[name, letter_id] = Cell(before.id, (*before.pieces, *pieces))
    return Grid(tuple(names.values()), tuple(claims_of), cells, _repeated(claims_of))


def piece_words(piece: Piece) -> str:
    """A piece of evidence in a few words."""
    for text in (piece.behaviour, piece.impact, piece.situation):
        if text and text.strip():
            return text.strip()
    return tr("Still to be written")


def _repeated(
    claims_of: Mapping[int, Sequence[Claim]]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The evidence that more than one letter tells, with the letters that do."""
    words: dict[object, str] = {}
    tellers: dict[object, list[int]] = {}
    for letter_id, claims in claims_of.items():
        for piece in (each for one in claims for each in one.picked):
            key = _same_piece(piece)
            words.setdefault(key, piece_words(piece))
            if letter_id not in tellers.setdefault(key, []):
                tellers[key].append(letter_id)
    return tuple((words[key], tuple(who)) for key, who in tellers.items() if len(who) > 1)


def _same_piece(piece: Piece) -> object:
    if piece.accomplishment_id:
        return "accomplishment", piece.accomplishment_id
    if piece.feedback_id:
        return "feedback", piece.feedback_id
    said = next(filter(_said, (piece.behaviour, piece.impact, piece.situation)), None)
    return _key(said) if said else object()  # what is not written yet repeats nothing


def covers_words(claims: Iterable[Claim]) -> str:
    """What one letter covers, such as "rigour and teaching"; "" when it has no strengths yet."""
    return listing([one.quality.strip().rstrip(".") for one in claims if _said(one.quality)])
