"""What each kind of letter needs of me, and what is worth knowing before it is sent (table B14).

Nothing here holds anything up: what is needed is named, and what a kind is known for is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from mentorjournal.mentoring import vocabulary as v
from mentorjournal.mentoring.letters import criteria_of
from mentorjournal.words import listing, tr, trn

MOST_RESIDENCY = 4  # letters that a residency programme takes (ERAS)
LEAST_AWARD, MOST_AWARD = 3, 5  # letters of reference for an NIH career award or fellowship
SIX = v.COMPETENCIES[:6]  # the six of residency and fellowship


class Asked(Protocol):
    """What is read of a letter to say what its kind needs."""

    @property
    def kind(self) -> str | None: ...
    @property
    def deadline(self) -> object | None: ...
    @property
    def deadline_time(self) -> str | None: ...
    @property
    def method(self) -> str | None: ...
    @property
    def length_and_form(self) -> str | None: ...
    @property
    def criteria(self) -> str | None: ...
    @property
    def others_writing(self) -> str | None: ...
    @property
    def waived(self) -> str | None: ...


@dataclass(frozen=True)
class Part:
    """One thing a kind needs: a column of letter, or with `detail` a field of LETTER_DETAILS.

    `choices` are the words to choose from, where there are only these.
    """

    name: str
    words: str
    hint: str = ""
    detail: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Company:
    """What the journal knows around a letter: the others for the same opportunity, the writer.

    A number in `counted` is that of letters whose writer is none of my mentors; `outside` those
    from another department, `unplaced` those whose writer's department is not known.
    """

    letters: int = 1
    counted: int = 0
    outside: int = 0
    unplaced: int = 0
    same_letter_id: tuple[str, ...] = ()  # opportunities with the same letter ID
    is_mentor: bool = False  # the writer is or was one of mine
    same_department: bool = False
    writer: str = ""
    papers: frozenset[str] = frozenset()  # kinds of what is attached
    answered: frozenset[str] = frozenset()  # criteria with evidence, in small letters
    competencies: frozenset[str] = frozenset()  # that the evidence shows


def _detail(name: str, hint: str = "", choices: tuple[str, ...] = ()) -> Part:
    return Part(name, v.label(name), hint, True, choices)


def _waiver() -> Part:
    return Part("waived", tr("Right to see it"), choices=v.WAIVERS)


def _criteria(hint: str = "") -> Part:
    return Part("criteria", tr("What the readers look for"),
                hint or tr("One a line, in their own words"))


def _length() -> Part:
    return Part("length_and_form", tr("Length and form"), tr("Such as: two pages on letterhead"))


def parts(kind: str | None) -> tuple[Part, ...]:
    """What a letter of this kind needs beside writer, opportunity and deadline."""
    made = {
        "residency": _residency, "fellowship_clinical": _clinical,
        "fellowship_research": _award, "career_award": _award, "grant": _grant, "job": _job,
        "award": _prize, "promotion": _promotion, "school_entry": _school,
        "em_standard": _standard, "nomination_for_mentor": _nomination,
    }.get(kind or "")
    return made() if made else ()


def _residency() -> tuple[Part, ...]:
    return (
        _detail("aamc_id", tr("Eight digits")),
        _detail("letter_id", tr("Each letter has its own; the writer needs it to upload")),
        _detail("specialty"),
        _detail("letter_format", choices=(tr("Standard form"), tr("Narrative"))),
        _waiver(),
    )


def _clinical() -> tuple[Part, ...]:
    return (*_residency(), _detail(
        "director_letter", tr("Who writes it, and whether this is it"),
        (tr("This is the director’s letter"), tr("Somebody else writes it"))))


def _award() -> tuple[Part, ...]:
    return (
        _detail("commons_name", tr("Letter for letter as in eRA Commons")),
        _detail("commons_username", tr("Mine, not the writer’s")),
        _detail("notice_number", tr("Such as PA-24-194")),
        Part("deadline_time", tr("Time of the deadline"), tr("Such as 17:00")),
    )


def _grant() -> tuple[Part, ...]:
    return (_criteria(), _length(), Part("method", tr("How to send"), choices=v.LETTER_METHODS))


def _job() -> tuple[Part, ...]:
    return (
        _detail("posting", tr("Its title and number, or where it is")),
        _detail("why_fit", tr("Two or three sentences")),
        Part("others_writing", tr("Who else writes"), tr("Who, and what each speaks to")),
    )


def _prize() -> tuple[Part, ...]:
    return (_criteria(), _detail("past_winners", tr("Who, and for what")),
            _detail("nomination_rules", tr("Who may nominate, how often, and what goes along")))


def _promotion() -> tuple[Part, ...]:
    return (_detail("rank_sought"), _criteria(),
            _detail("packet", tr("What goes to the committee, and where it is")),
            Part("paper:cv", tr("CV, attached")))


def _school() -> tuple[Part, ...]:
    return (_waiver(), _detail("competency_list", tr("As the schools name them")))


def _standard() -> tuple[Part, ...]:
    return (_detail("letter_id"), _waiver())


def _nomination() -> tuple[Part, ...]:
    return (_detail("their_work", tr("What they did as a mentor, and for whom")), _criteria())


# What is missing ------------------------------------------------------------------------------


def missing_fields(
    letter: Asked, details: Mapping[str, str], company: Company | None = None
) -> list[str]:
    """The names of what its kind needs and was not said yet; a deadline belongs to every kind."""
    missing = [] if letter.deadline else [tr("Deadline")]
    around = company or Company()
    return missing + [one.words for one in parts(letter.kind)
                      if not _is_there(one, letter, details, around)]


def _is_there(part: Part, letter: Asked, details: Mapping[str, str], around: Company) -> bool:
    if part.name.startswith("paper:"):
        return part.name.removeprefix("paper:") in around.papers
    value = details.get(part.name) if part.detail else getattr(letter, part.name)
    return bool((value or "").strip())


# What is worth knowing ------------------------------------------------------------------------


def checks(
    letter: Asked, details: Mapping[str, str], company: Company | None = None
) -> list[str]:
    """What to look at for this kind of letter, each a sentence; what needs an eye comes first."""
    around = company or Company()
    made = {
        "residency": _residency_checks, "fellowship_clinical": _clinical_checks,
        "fellowship_research": _award_checks, "career_award": _award_checks,
        "grant": _grant_checks, "job": _job_checks, "award": _prize_checks,
        "promotion": _promotion_checks, "school_entry": _school_checks,
        "em_standard": _standard_checks, "nomination_for_mentor": _nomination_checks,
    }.get(letter.kind or "")
    return list(made(letter, details, around)) if made else []


def _residency_checks(
    letter: Asked, details: Mapping[str, str], around: Company
) -> Iterable[str]:
    if around.same_letter_id:
        yield tr("A letter ID is used once. This one also stands with {others}.",
                 others=listing([tr("“{name}”", name=one) for one in around.same_letter_id]))
    if around.letters > MOST_RESIDENCY:
        yield tr("A programme takes up to {most} letters; there are {n} for this one.",
                 most=MOST_RESIDENCY, n=around.letters)
    yield tr("Nobody but you reminds the writer: the application service does not.")
    yield from _waived_checks(letter, around)


def _waived_checks(letter: Asked, around: Company) -> Iterable[str]:
    if letter.waived == "no":
        yield tr("You keep the right to see it. Many readers trust a waived letter more.")


def _clinical_checks(
    letter: Asked, details: Mapping[str, str], around: Company
) -> Iterable[str]:
    lacking = [v.label(one) for one in SIX if one not in around.competencies]
    if lacking:
        yield tr("A director’s letter goes through the six competencies. No evidence yet for: "
                 "{names}.", names=listing(lacking))
    yield from _residency_checks(letter, details, around)


def _award_checks(letter: Asked, details: Mapping[str, str], around: Company) -> Iterable[str]:
    if around.counted < LEAST_AWARD:
        yield trn(
            "{least} to {most} letters are needed, and sponsors and mentors do not count. "
            "{n} letter here counts.",
            "{least} to {most} letters are needed, and sponsors and mentors do not count. "
            "{n} letters here count.",
            around.counted, least=LEAST_AWARD, most=MOST_AWARD)
    elif around.counted > MOST_AWARD:
        yield tr("No more than {most} letters are taken; there are {n}.", most=MOST_AWARD,
                 n=around.counted)
    if letter.kind == "career_award" and not around.outside:
        yield tr("Some of the letters should come from outside your department; none here does "
                 "as far as the journal knows.")
    if around.is_mentor:
        yield tr("{name} is a mentor of yours: this letter does not count to the three.",
                 name=around.writer)
    yield tr("The writer sends it in directly, without a login. Late letters are refused.")
    yield tr("A resubmission needs new letters. Two pages are the most.")


def _grant_checks(letter: Asked, details: Mapping[str, str], around: Company) -> Iterable[str]:
    if "criteria" not in around.papers and not (letter.criteria or "").strip():
        yield tr("Reviewers score against criteria: write them down here, or attach them.")
    yield from _criteria_checks(letter, around)


def _job_checks(letter: Asked, details: Mapping[str, str], around: Company) -> Iterable[str]:
    yield tr("Let each writer speak to something else: the grid of writers and strengths shows "
             "where two say the same.")


def _prize_checks(letter: Asked, details: Mapping[str, str], around: Company) -> Iterable[str]:
    yield from _criteria_checks(letter, around)


def _criteria_checks(letter: Asked, around: Company) -> Iterable[str]:
    lacking = [one for one in criteria_of(letter.criteria)
               if one.casefold() not in around.answered]
    if lacking:
        yield trn("{n} criterion has no evidence yet: {names}.",
                  "{n} criteria have no evidence yet: {names}.", len(lacking),
                  names="; ".join(lacking))


def _promotion_checks(
    letter: Asked, details: Mapping[str, str], around: Company
) -> Iterable[str]:
    name = around.writer or tr("This writer")
    if around.is_mentor and around.same_department:
        yield tr("{name} is or was your mentor and shares your department: this cannot be an "
                 "arm’s-length letter.", name=name)
    elif around.is_mentor:
        yield tr("{name} is or was your mentor: this cannot be an arm’s-length letter.", name=name)
    elif around.same_department:
        yield tr("{name} shares your department: this cannot be an arm’s-length letter.",
                 name=name)
    yield tr("Usually you suggest names and the department asks. Find out before you do.")
    yield tr("Arm’s length also means no shared papers or funding; ask how your school counts.")


def _school_checks(letter: Asked, details: Mapping[str, str], around: Company) -> Iterable[str]:
    yield tr("Schools read letters beside their list of competencies: give the writer the list.")
    yield from _waived_checks(letter, around)


def _standard_checks(
    letter: Asked, details: Mapping[str, str], around: Company
) -> Iterable[str]:
    yield tr("The form is fixed. The brief only brings the evidence to fill it in with.")
    yield from _waived_checks(letter, around)


def _nomination_checks(
    letter: Asked, details: Mapping[str, str], around: Company
) -> Iterable[str]:
    yield tr("This one is yours to write. The brief gathers what you can say, and from where.")
    yield from _criteria_checks(letter, around)


def waiver_words(waived: str | None) -> str:
    """What a choice about the right to see the letter means, in a sentence."""
    return {
        "yes": tr("Waived: you will never see it, and it is never kept here. Readers often trust "
                  "such a letter more."),
        "no": tr("Not waived: you may ask to see it. The writer should know."),
        "not_asked": tr("Nobody asks whether you waive the right to see it."),
    }.get(waived or "", tr("Not said yet: whether you give up the right to see the letter."))
