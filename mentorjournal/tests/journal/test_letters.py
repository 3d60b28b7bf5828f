"""Letters and their evidence: steps, details, order, what is left out; the sample's readings."""

from __future__ import annotations

from datetime import date

import pytest

from mentorjournal.journal import entries, letter_evidence, letter_papers, letters
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import letters as rules
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

DAY = build.SAMPLE_DAY


@pytest.fixture
def letter(journal: Journal) -> int:
    return letters.add(
        journal, {"writer_id": build.add_person(journal), "target": "K12", "kind": "grant"})


def test_status_follows_the_days(journal: Journal, letter: int) -> None:
    assert letters.get(journal, letter).status == "considering"
    for step in ("asked", "agreed", "brief_sent", "reminded", "submitted"):
        letters.take_step(journal, letter, step, DAY)
        assert letters.get(journal, letter).status == step
    letters.take_step(journal, letter, "submitted", None)
    assert letters.get(journal, letter).status == "reminded"


def test_no_is_no_yes(journal: Journal, letter: int) -> None:
    letters.take_step(journal, letter, "asked", DAY, {"strong_asked": True})
    letters.take_step(journal, letter, "declined", DAY)
    assert letters.get(journal, letter).status == "declined"
    letters.take_step(journal, letter, "agreed", DAY)
    one = letters.get(journal, letter)
    assert one.status == "agreed" and one.declined_on is None and one.strong_asked


def test_step_must_be_one(journal: Journal, letter: int) -> None:
    with pytest.raises(JournalError, match="no step"):
        letters.take_step(journal, letter, "flown", DAY)


def test_details_are_filled_in_and_taken_out(journal: Journal, letter: int) -> None:
    letters.edit(journal, letter, {}, {"aamc_id": "123", "specialty": "Medicine"})
    letters.edit(journal, letter, {}, {"aamc_id": " "})
    letters.edit(journal, letter, {}, {"specialty": "Surgery"})
    assert letters.details(journal, letter) == {"specialty": "Surgery"}
    with pytest.raises(JournalError):
        letters.edit(journal, letter, {}, {"shoe_size": "42"})


def test_letter_that_is_kept_cannot_become_waived(journal: Journal, letter: int) -> None:
    entries.add(
        journal, "letter_attachments", {"letter_id": letter, "name": "Letter", "kind": "letter"})
    with pytest.raises(JournalError, match="must not have it"):
        letters.edit(journal, letter, {"waived": "yes"})
    assert letters.get(journal, letter).waived is None


def test_letters_for_the_same_thing(sample_journal: Journal) -> None:
    award = next(one for one in letters.every(sample_journal) if "Investigator" in one.target)
    assert len(letters.beside(sample_journal, award.id)) == 2


def test_order_of_qualities_and_evidence(journal: Journal, letter: int) -> None:
    rigour = letter_evidence.add_quality(journal, letter, "Rigour")
    teaching = letter_evidence.add_quality(journal, letter, "Teaching", "Teaching record")
    letter_evidence.order_qualities(journal, letter, [teaching, rigour])
    ids = letter_evidence.add_evidence(journal, rigour, [{"behaviour": "a"}, {"behaviour": "b"}])
    letter_evidence.order_evidence(journal, rigour, ids[::-1])
    found = letter_evidence.qualities(journal, letter)
    assert [one.quality for one in found] == ["Teaching", "Rigour"]
    assert [one.behaviour for one in found[1].evidence] == ["b", "a"]
    with pytest.raises(JournalError, match="changed meanwhile"):
        letter_evidence.order_qualities(journal, letter, [rigour])


def test_what_is_left_out_is_picked_again_when_added(sample_journal: Journal) -> None:
    (k12,) = [one for one in letters.every(sample_journal) if "K12" in one.target]
    quality = letter_evidence.qualities(sample_journal, k12.id)[2]
    piece = quality.evidence[0]
    letter_evidence.decline(sample_journal, piece.id)
    assert letter_evidence.qualities(sample_journal, k12.id)[2].picked == ()
    again = letter_evidence.add_evidence(
        sample_journal, quality.id,
        [{"feedback_id": piece.feedback_id, "meeting_id": piece.meeting_id}])
    assert again == [piece.id]
    assert len(letter_evidence.qualities(sample_journal, k12.id)[2].picked) == 1


def test_sample_gives_its_readings(sample_journal: Journal) -> None:
    found = rules.counts(letters.every(sample_journal), DAY)
    assert sorted(found.leads) == [24, 32, 39, 41, 42, 50]
    assert (found.median, found.short) == (40, 1)
    assert (found.complete, found.requests, found.untold) == (5, 6, (25,))


def test_sample_says_what_comes_next(sample_journal: Journal) -> None:
    moves = {
        (one.target, one.status): rules.next_move(one, DAY, "Europe/Berlin")
        for one in letters.every(sample_journal)
    }
    assert {move.kind for (target, _), move in moves.items() if "K12" in target} == {"brief"}
    assert {move.words for (target, _), move in moves.items() if "Cedar" in target} == {
        "Result not told after 3 weeks"}
    waiting = [target for (target, _), move in moves.items() if move.waiting]
    assert waiting == ["Cedar Lung Foundation Fellowship"]


def test_sample_has_35_days_left(sample_journal: Journal) -> None:
    (k12,) = [one for one in letters.every(sample_journal) if "K12" in one.target]
    assert rules.days_left(k12, DAY, "Europe/Berlin") == 35
    assert k12.deadline == date(2026, 6, 19)


def test_a_waived_letter_is_never_kept_by_any_way(journal: Journal, letter: int) -> None:
    letters.edit(journal, letter, {"waived": "yes"})
    draft = letter_papers.add(journal, letter, "CV", "cv")
    ways = (
        lambda: letter_papers.add(journal, letter, "The letter", "letter"),
        lambda: letter_papers.edit(journal, draft, {"kind": "letter"}),
        lambda: entries.add(journal, "letter_attachments", {
            "letter_id": letter, "name": "The letter", "kind": "letter"}),
    )
    for way in ways:
        with pytest.raises(JournalError, match="waived the right to see this letter"):
            way()
    assert [one.kind for one in letter_papers.of_letter(journal, letter)] == ["cv"]
