"""What is offered as evidence: what the writer saw first, and nothing private or unfinished."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy import event

from mentorjournal.journal import (
    accomplishments,
    evidence_offers,
    feedback,
    letter_evidence,
    letters,
    outcomes,
)
from mentorjournal.journal.evidence_offers import Offer
from mentorjournal.journal.journal import Journal
from mentorjournal.tests.build import SAMPLE_DAY, add_meeting, add_person

TODAY = date(2026, 5, 15)


def k12(journal: Journal) -> int:
    return next(one.id for one in letters.every(journal) if "K12" in one.target)


def offers(journal: Journal, letter_id: int) -> list[Offer]:
    return evidence_offers.for_letter(journal, letter_id, TODAY)


def of(found: list[Offer], kind: str) -> list[Offer]:
    return [one for one in found if one.kind == kind]


def begun(journal: Journal) -> tuple[int, int, int]:
    """A writer, somebody else, and a letter."""
    vale, other = add_person(journal, "Dr. Vale"), add_person(journal, "Dr. Brandt")
    return vale, other, letters.add(journal, {"writer_id": vale, "target": "K12"})


def test_what_the_writer_saw_comes_first_and_the_newest_of_it(sample_journal: Journal) -> None:
    found = offers(sample_journal, k12(sample_journal))
    groups = [one.group for one in found]
    assert groups == sorted(groups) and {0, 1} <= set(groups)
    for group in (0, 1, 2):
        days = [one.date for one in found if one.group == group and one.date]
        assert days == sorted(days, reverse=True)
    writer = letters.get(sample_journal, k12(sample_journal)).writer_id
    assert {one.seen_by_id for one in found if one.group == 0} == {writer}


def test_only_loops_that_something_came_of_are_offered(sample_journal: Journal) -> None:
    found = {one.source_id for one in of(offers(sample_journal, k12(sample_journal)), "feedback")}
    closed = {one.id for one in feedback.every(sample_journal)
              if (one.acted_on or one.reported_back_on) and not one.set_aside_on}
    assert found == closed and found


def test_no_private_word_is_offered(sample_journal: Journal) -> None:
    for one in feedback.every(sample_journal):
        feedback.edit(sample_journal, one.id, {
            "first_reaction": "canary one", "missing": "canary two"})
    said = repr(offers(sample_journal, k12(sample_journal)))
    assert "canary" not in said and "defensive" not in said


def test_an_accomplishment_names_the_writer_as_witness_where_they_saw_it(journal: Journal) -> None:
    vale, other, letter = begun(journal)
    accomplishments.add(journal, {
        "title": "Poster", "date": "2025-05-19", "result": "A third back at work.", "number": 212,
        "unit": "discharges"}, [{"person_id": other}, {"person_id": vale, "part": "witness"}])
    [one] = offers(journal, letter)
    assert (one.behaviour, one.impact) == ("Poster", "A third back at work. 212 discharges.")
    assert one.seen_by_id == vale and one.shared_with_writer and one.situation == ""


def test_others_and_nobody_come_after(journal: Journal) -> None:
    vale, other, letter = begun(journal)
    for title, who in (("Nobody", []), ("Other", [other]), ("Writer", [vale])):
        accomplishments.add(journal, {"title": title, "date": "2025-05-19"},
                            [{"person_id": one} for one in who])
    assert [one.title for one in offers(journal, letter)] == ["Writer", "Other", "Nobody"]


def test_a_held_meeting_with_a_result_is_offered(journal: Journal) -> None:
    vale, _, letter = begun(journal)
    with_result = add_meeting(journal, vale, "2026-04-14T10:00", status="held", headline="Forms")
    add_meeting(journal, vale, "2026-04-15T10:00", status="held", private_note="canary")
    coming = add_meeting(journal, vale, "2026-06-15T10:00")
    for each in (with_result, coming):
        outcomes.add(journal, each, {"text": "The rule holds for both sites", "kind": "decision"})
        outcomes.add(journal, each, {"text": "Write it down first", "kind": "guidance"})
    [one] = offers(journal, letter)
    assert (one.kind, one.source_id) == ("meeting", with_result)
    assert one.situation == "Forms. Write it down first."
    assert one.impact == "The rule holds for both sites." and one.date == date(2026, 4, 14)


def test_what_was_picked_and_what_was_left_out_is_known(journal: Journal) -> None:
    vale, _, letter = begun(journal)
    for title in ("One", "Two", "Three"):
        accomplishments.add(journal, {"title": title}, [{"person_id": vale}])
    quality = letter_evidence.add_quality(journal, letter, "Rigour")
    one, two, three = (each for each in offers(journal, letter))
    letter_evidence.take_offers(journal, letter, quality, [one.values()], [two.values()])
    states = {each.source_id: each.state for each in offers(journal, letter)}
    assert states == {one.source_id: "picked", two.source_id: "declined", three.source_id: ""}
    shown = evidence_offers.matching(offers(journal, letter))
    assert two.source_id not in {each.source_id for each in shown}
    assert len(evidence_offers.matching(offers(journal, letter), declined=True)) == 3
    journal.undo()
    assert {each.state for each in offers(journal, letter)} == {""}


def test_what_is_picked_after_all_is_no_longer_left_out(journal: Journal) -> None:
    vale, _, letter = begun(journal)
    accomplishments.add(journal, {"title": "One"}, [{"person_id": vale}])
    rigour = letter_evidence.add_quality(journal, letter, "Rigour")
    [one] = offers(journal, letter)
    letter_evidence.take_offers(journal, letter, rigour, [], [one.values()])
    letter_evidence.take_offers(journal, letter, "Teaching", [one.values()])
    first, second = letter_evidence.qualities(journal, letter)
    assert first.evidence == () and len(second.picked) == 1 and second.quality == "Teaching"


def test_another_letter_is_offered_it_all_the_same(journal: Journal) -> None:
    vale, _, letter = begun(journal)
    accomplishments.add(journal, {"title": "One"}, [{"person_id": vale}])
    [one] = offers(journal, letter)
    letter_evidence.take_offers(journal, letter, "Rigour", [], [one.values()])
    second = letters.add(journal, {"writer_id": vale, "target": "Award"})
    assert [each.state for each in offers(journal, second)] == [""]


def test_words_kind_and_writer_narrow_the_list(sample_journal: Journal) -> None:
    found = offers(sample_journal, k12(sample_journal))
    assert [one.title for one in evidence_offers.matching(found, "POSTER eye")] == [
        "Poster at the society meeting"]
    only = evidence_offers.matching(found, kinds=["feedback"], only_writer=True)
    assert only and all(one.kind == "feedback" and one.shared_with_writer for one in only)


@contextmanager
def questions(journal: Journal) -> Iterator[list[str]]:
    asked: list[str] = []

    def note(_c: object, _u: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    engine = journal.read().engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)


def test_the_number_of_questions_does_not_grow_with_the_journal(journal: Journal) -> None:
    vale, _, letter = begun(journal)

    def grown() -> int:
        accomplishments.add(journal, {"title": "One"}, [{"person_id": vale}])
        met = add_meeting(journal, vale, "2026-04-14T10:00", status="held")
        outcomes.add(journal, met, {"text": "Agreed", "kind": "decision"})
        key = feedback.hear(journal, vale, "Good", SAMPLE_DAY)
        feedback.act(journal, key, SAMPLE_DAY, "Better")
        with questions(journal) as asked:
            offers(journal, letter)
        return len(asked)

    assert grown() == grown() == grown()
