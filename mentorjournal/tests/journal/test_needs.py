"""Needs in the journal: the overview, order, ratings, days, and looks at where I stand."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import event

from mentorjournal.journal import considering, needs, people, self_looks
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.needs import Wanted
from mentorjournal.mentoring.self_look import Mark
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build
from mentorjournal.tests.build import SAMPLE_DAY
from mentorjournal.tests.journal.verb_cases import whom


def texts(shown: needs.Overview) -> list[str]:
    return [one.need.text for one in shown.open]


def ids(journal: Journal) -> list[int]:
    return [one.id for one in needs.every(journal)]


def test_the_overview_of_the_sample(sample_journal: Journal) -> None:
    shown = needs.overview(sample_journal, SAMPLE_DAY)
    assert len(shown.open) == 5 and shown.met == ()
    first = shown.open[0]
    assert [one.name for one in first.people] == ["Dr. Rosalind Okafor", "Dr. Tomas Brandt"]
    assert [one.text for one in first.goals][0] == "80 ICU survivors followed to 6 months"
    assert (first.first.now, first.newest.now, first.newest.wanted) == (1, 3, 4)
    assert shown.open[2].newest == shown.open[2].first  # rated once


def test_the_overview_asks_as_often_for_many_needs(sample_journal: Journal) -> None:
    asked: list[str] = []
    engine = sample_journal.read().engine
    event.listen(engine, "before_cursor_execute", lambda *words: asked.append(words[2]))
    needs.overview(sample_journal, SAMPLE_DAY)
    few = len(asked)
    for n in range(20):
        which = needs.add(sample_journal, {"text": f"Need {n}"})
        needs.link_people(sample_journal, which, [whom(sample_journal)])
        needs.rate(sample_journal, which, SAMPLE_DAY, 1, 3)
    asked.clear()
    needs.overview(sample_journal, SAMPLE_DAY)
    assert 0 < len(asked) == few


def test_filters(sample_journal: Journal) -> None:
    def wanted(**values: object) -> list[str]:
        return texts(needs.overview(sample_journal, SAMPLE_DAY, Wanted(**values)))

    assert wanted(nobody=True) == ["Large linked data sets"]
    assert wanted(domain="professional_development") == [
        "Someone who decides about protected time", "National visibility"]
    assert wanted(kind="sponsorship") == ["National visibility"]
    assert wanted(kind="sponsorship", nobody=True) == []
    assert needs.kinds(sample_journal)[-1] == "method teaching"
    assert needs.domains(sample_journal) == ["research", "professional_development", "personal"]


def test_a_linked_candidate_leaves_a_need_among_those_with_nobody(sample_journal: Journal) -> None:
    n5 = ids(sample_journal)[4]
    needs.add_person(sample_journal, n5, whom(sample_journal, "Osei"))
    assert texts(needs.overview(sample_journal, SAMPLE_DAY, Wanted(nobody=True))) == [
        "Large linked data sets"]
    people.edit(sample_journal, whom(sample_journal, "Osei"),
                {"direction": "mentor", "stage": "initiation"})
    assert texts(needs.overview(sample_journal, SAMPLE_DAY, Wanted(nobody=True))) == []


def test_a_new_need_stands_last_and_moves(sample_journal: Journal) -> None:
    before = ids(sample_journal)
    new = needs.add(sample_journal, {"text": "A last one"})
    assert ids(sample_journal) == [*before, new]
    needs.move(sample_journal, new, 1)
    assert ids(sample_journal) == [before[0], new, *before[1:]]
    needs.move(sample_journal, new, 99)
    assert ids(sample_journal)[-1] == new


def test_a_need_that_is_met_is_folded_away_with_its_day(sample_journal: Journal) -> None:
    n5 = ids(sample_journal)[4]
    needs.meet(sample_journal, n5, date(2026, 5, 1))
    shown = needs.overview(sample_journal, SAMPLE_DAY)
    assert len(shown.open) == 4 and [one.need.id for one in shown.met] == [n5]
    assert len(shown.coverage.covered_needs) == len(shown.coverage.needs) == 4
    with pytest.raises(JournalError):
        needs.move(sample_journal, n5, 0)
    needs.meet(sample_journal, n5, None)
    assert len(needs.overview(sample_journal, SAMPLE_DAY).open) == 5


def test_a_day_has_one_rating(sample_journal: Journal) -> None:
    n2 = ids(sample_journal)[1]

    def newest() -> tuple[int | None, int | None] | None:
        shown = needs.overview(sample_journal, SAMPLE_DAY).open[1].newest
        return (shown.now, shown.wanted) if shown and shown.date == SAMPLE_DAY else None

    needs.rate(sample_journal, n2, SAMPLE_DAY, 1, None)
    needs.rate(sample_journal, n2, SAMPLE_DAY, 2, 5)
    assert newest() == (2, 5)
    assert len(build.dump(sample_journal)["self_rating"]) == 22 + 1
    needs.rate(sample_journal, n2, SAMPLE_DAY, None, None)
    assert newest() is None
    with pytest.raises(JournalError):
        needs.rate(sample_journal, n2, SAMPLE_DAY, 6, None)


def test_removing_a_need_takes_its_ratings_and_undo_brings_them(sample_journal: Journal) -> None:
    before = build.dump(sample_journal)
    needs.remove(sample_journal, ids(sample_journal)[0])
    assert len(build.dump(sample_journal)["self_rating"]) == 20
    sample_journal.undo()
    assert build.dump(sample_journal) == before


def test_looks_are_kept_by_their_day_and_compared(sample_journal: Journal) -> None:
    newest, oldest = self_looks.every(sample_journal)
    assert (newest.day, oldest.day) == (date(2026, 1, 11), date(2025, 1, 5))
    assert oldest.mark("study_design").now == 1 and newest.mark("study_design").now == 3
    made = self_looks.save(
        sample_journal, SAMPLE_DAY,
        [Mark("writing", 4, 5), Mark("other", 1, 4, "Nights"), Mark("speaking")],
        {"writing": {"text": "Somebody to read with", "importance": 2}})
    found = self_looks.every(sample_journal)[0]
    assert found.day == SAMPLE_DAY
    assert found.marks == (Mark("writing", 4, 5), Mark("other", 1, 4, "Nights"))
    assert needs.get(sample_journal, made[0]).text == "Somebody to read with"
    self_looks.save(sample_journal, SAMPLE_DAY, [Mark("writing", 5, 5)])
    assert self_looks.every(sample_journal)[0].mark("writing").now == 5
    assert self_looks.every(sample_journal)[0].mark("other", "Nights") is not None
    sample_journal.undo()
    sample_journal.undo()
    assert len(needs.every(sample_journal)) == 5
    assert self_looks.every(sample_journal)[0].day == newest.day


def test_what_a_look_says_stands_by_the_need_it_brought(journal: Journal) -> None:
    def newest() -> list[tuple[str, int, int, int, int]]:
        return [(one.need.text, one.first.now, one.first.wanted, one.newest.now, one.newest.wanted)
                for one in needs.overview(journal, SAMPLE_DAY).open]

    first = date(2026, 1, 11)
    made = self_looks.save(journal, first, [Mark("writing", 1, 5), Mark("speaking", 2, 3)],
                           {"writing": {"text": "Frank reading"}})
    assert newest() == [("Frank reading", 1, 5, 1, 5)]
    assert self_looks.brought(journal).of(Mark("writing", 2, 5)).id == made[0]
    assert self_looks.brought(journal).of(Mark("speaking", 2, 5)) is None
    again = self_looks.save(journal, SAMPLE_DAY, [Mark("writing", 3, 5), Mark("speaking", 1, 5)], {
        "writing": {"text": "Other words"}, "speaking": {"text": " frank  Reading"}})
    assert again == []  # both are there already
    needs.rate(journal, made[0], SAMPLE_DAY, 4, 5)
    assert newest() == [("Frank reading", 1, 5, 4, 5)]
    needs.meet(journal, made[0], SAMPLE_DAY)
    assert self_looks.brought(journal).of(Mark("writing", 1, 5)) is None
    assert self_looks.save(journal, date(2026, 9, 1), [Mark("writing", 1, 5)], {
        "writing": {"text": "Frank reading"}}) != []


def test_a_need_is_made_once_in_a_look(journal: Journal) -> None:
    made = self_looks.save(
        journal, SAMPLE_DAY, [Mark("writing", 1, 5), Mark("other", 1, 4, "Drafts")],
        {"writing": {"text": "Frank reading"}, "other": {"text": "Frank reading"}})
    assert len(made) == len(needs.every(journal)) == 1
    known = self_looks.brought(journal)
    assert known.of(Mark("other", 1, 4, "Drafts")) == known.called("FRANK reading")


def test_a_look_without_any_need_is_kept(journal: Journal) -> None:
    assert self_looks.save(journal, SAMPLE_DAY, [Mark("writing", 3, None)]) == []
    assert self_looks.every(journal)[0].marks == (Mark("writing", 3),)


def test_candidates_come_with_who_suggested_them(sample_journal: Journal) -> None:
    everybody = [one.person for one in people.everybody(sample_journal, SAMPLE_DAY)]
    known = considering.standing(everybody)
    assert [(one.person.short_name, one.suggested_by) for one in known] == [
        ("Dr. Osei", "Dr. Haddad")]
    n5 = ids(sample_journal)[4]
    made = considering.add(sample_journal, [
        {"name": "Ines Moreau", "admire_for": "Her atlas", "suggested_by": "A poster"},
        {"name": "Bo Lund"}], n5)
    assert set(needs.get(sample_journal, n5).person_ids) == set(made)
    one = people.get(sample_journal, made[0])
    assert (one.direction, one.stage, one.standing) == ("candidate", "considering", "candidate")
    sample_journal.undo()
    assert not people.is_there(sample_journal, made[0])
    assert needs.get(sample_journal, n5).person_ids == ()
