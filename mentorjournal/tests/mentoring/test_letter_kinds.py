"""Kinds of letters: what each needs, and what is worth knowing before it is sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mentorjournal.journal.between import Letter
from mentorjournal.mentoring import letter_kinds
from mentorjournal.mentoring.letter_kinds import Company, checks, missing_fields, parts
from mentorjournal.mentoring.vocabulary import COMPETENCIES, LETTER_DETAILS, LETTER_KINDS

DUE = date(2026, 6, 19)


def of(kind: str | None, **values: object) -> Letter:
    return replace(Letter(1, 1, "K12", kind=kind, deadline=DUE), **values)  # type: ignore[arg-type]


def said(letter: Letter, company: Company | None = None) -> str:
    return " ".join(checks(letter, {}, company))


@pytest.mark.parametrize(("kind", "names"), [
    (None, []), ("other", []),
    ("residency", ["AAMC ID", "Letter ID", "Specialty", "Standard or narrative",
                   "Right to see it"]),
    ("fellowship_clinical", ["AAMC ID", "Letter ID", "Specialty", "Standard or narrative",
                             "Right to see it", "Programme director’s letter"]),
    ("fellowship_research", ["Name as in eRA Commons", "eRA Commons username",
                             "Funding notice number", "Time of the deadline"]),
    ("career_award", ["Name as in eRA Commons", "eRA Commons username",
                      "Funding notice number", "Time of the deadline"]),
    ("grant", ["What the readers look for", "Length and form", "How to send"]),
    ("job", ["Posting", "Why I fit", "Who else writes"]),
    ("award", ["What the readers look for", "Past winners", "Nomination rules"]),
    ("promotion", ["Rank sought", "What the readers look for", "Packet", "CV, attached"]),
    ("school_entry", ["Right to see it", "Competencies asked for"]),
    ("em_standard", ["Letter ID", "Right to see it"]),
    ("nomination_for_mentor", ["Their work as a mentor", "What the readers look for"]),
])
def test_what_each_kind_needs(kind: str | None, names: list[str]) -> None:
    assert missing_fields(of(kind), {}) == names
    assert missing_fields(of(kind, deadline=None), {}) == ["Deadline", *names]


@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_nothing_is_missing_once_all_is_said(kind: str) -> None:
    letter = of(kind, deadline_time="17:00", method="email_pdf", length_and_form="Two pages",
                criteria="Rigour", others_writing="Dr. Okafor", waived="no")
    details = {part.name: "said" for part in parts(kind) if part.detail}
    assert details.keys() <= set(LETTER_DETAILS)
    assert missing_fields(letter, details, Company(papers=frozenset({"cv"}))) == []
    blank = dict.fromkeys(details, "  ")
    assert len(missing_fields(letter, blank, Company(papers=frozenset({"cv"})))) == len(details)


def test_a_letter_id_is_used_once_and_a_programme_takes_four() -> None:
    letter = of("residency")
    assert "“A”" in said(letter, Company(same_letter_id=("A",)))
    assert "up to 4" not in said(letter, Company(letters=4))
    assert "up to 4 letters; there are 5" in said(letter, Company(letters=5))
    assert "Nobody but you reminds the writer" in said(letter)


def test_a_directors_letter_goes_through_the_six() -> None:
    letter = of("fellowship_clinical")
    assert "No evidence yet for" in said(letter)
    assert "No evidence yet for" not in said(letter, Company(
        competencies=frozenset(COMPETENCIES[:6])))


@pytest.mark.parametrize(("counted", "words"), [
    (0, "0 letters here count"), (1, "1 letter here counts"), (2, "2 letters here count"),
    (6, "No more than 5"),
])
def test_mentors_do_not_count_to_the_three(counted: int, words: str) -> None:
    assert words in said(of("career_award"), Company(counted=counted, outside=1))


def test_an_award_with_enough_letters_says_only_what_always_holds() -> None:
    always = checks(of("career_award"), {}, Company(counted=3, outside=1))
    assert len(always) == 2 and "Late letters are refused" in always[0]
    assert "outside your department" in said(of("career_award"), Company(counted=3))
    assert "outside your department" not in said(of("fellowship_research"), Company(counted=3))
    assert "does not count" in said(
        of("career_award"), Company(counted=3, outside=1, is_mentor=True, writer="Dr. Vale"))


@pytest.mark.parametrize("kind", ["grant", "award", "nomination_for_mentor"])
def test_each_criterion_wants_evidence(kind: str) -> None:
    letter = of(kind, criteria="Rigour; Initiative")
    assert "2 criteria have no evidence yet: Rigour; Initiative." in said(letter)
    assert "1 criterion has no evidence yet: Rigour." in said(
        letter, Company(answered=frozenset({"initiative"})))
    assert "no evidence" not in said(letter, Company(answered=frozenset({"initiative", "rigour"})))


@pytest.mark.parametrize(("mentor", "department", "words"), [
    (True, True, "is or was your mentor and shares your department: this cannot be"),
    (True, False, "is or was your mentor: this cannot be"),
    (False, True, "shares your department: this cannot be"),
])
def test_who_cannot_write_at_arms_length(mentor: bool, department: bool, words: str) -> None:
    company = Company(is_mentor=mentor, same_department=department, writer="Dr. Vale")
    assert f"Dr. Vale {words} an arm’s-length letter" in said(of("promotion"), company)
    assert "the department asks" in said(of("promotion"), company)
    assert "cannot be" not in said(of("promotion"), Company(writer="Dr. Vale"))


def test_the_others_say_what_is_known_of_them() -> None:
    assert "form is fixed" in said(of("em_standard"))
    assert "yours to write" in said(of("nomination_for_mentor"))
    assert "Many readers trust" in said(of("school_entry", waived="no"))
    assert "Many readers trust" not in said(of("school_entry", waived="yes"))
    assert "grid" in said(of("job"))
    assert checks(of("other"), {}) == checks(of(None), {}) == []


def test_every_choice_about_seeing_it_has_its_sentence() -> None:
    words = {letter_kinds.waiver_words(one) for one in ("yes", "no", "not_asked", None)}
    assert len(words) == 4 and all(one.endswith(".") for one in words)
