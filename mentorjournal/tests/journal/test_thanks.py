"""Thanks and credit in the journal: the sample's readings, letters told, help put aside."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import event

from mentorjournal.journal import accomplishments, carry_in, dismissals, entries, people, thanks
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import gratitude
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

AS_OF = build.SAMPLE_DAY
MAY = date(2026, 5, 1)


def mentors(journal: Journal) -> dict[int, str]:
    return {one.person.id: one.person.name for one in people.everybody(journal, AS_OF)
            if one.person.is_active}


def test_readings_of_the_sample(sample_journal: Journal) -> None:
    given = thanks.every(sample_journal)
    year = gratitude.in_year(given, AS_OF)
    assert (year.count, len(year.kinds), year.public) == (12, 6, 3)
    names = mentors(sample_journal)
    waiting = thanks.to_thank_for(sample_journal, AS_OF)
    stand = {names[key]: one for key, one in gratitude.standings(
        names, given, waiting, AS_OF).items()}
    never = [name for name, one in stand.items() if one.days is None]
    assert never == ["Dr. Imogen Castellanos", "Dr. Marcus Whitfield"]
    assert stand["Joy Marchetti, NP"].days == 225
    assert stand["Dr. Priya Ramanathan"].days == 190
    assert [one.what for one in waiting] == ["the introduction to Daniel Osei"]
    assert not any(one.needs_look for one in stand.values())


def test_credit_of_the_sample(sample_journal: Journal) -> None:
    reading = gratitude.credit_given(accomplishments.credits(sample_journal), AS_OF)
    assert (reading.complete, reading.total) == (2, 3)
    [(which, who)] = reading.missing
    assert people.get(sample_journal, who).name == "Dr. Leila Haddad"
    assert accomplishments.get(sample_journal, which).accomplishment.title == (
        "Early Investigator Award")


def test_notes_to_send_come_first_then_the_newest(journal: Journal) -> None:
    ann = build.add_person(journal)
    for day in (date(2026, 1, 1), MAY, None):
        thanks.add(journal, [ann], {"for_what": str(day), "date": day})
    assert [one.date for one in thanks.of_person(journal, ann)] == [None, MAY, date(2026, 1, 1)]


def test_several_people_are_thanked_in_one_step(journal: Journal) -> None:
    ann, bo = build.add_person(journal, "Ann"), build.add_person(journal, "Bo")
    made = thanks.add(journal, [ann, bo, ann], {"for_what": "the panel", "date": MAY})
    assert [thanks.get(journal, key).person_id for key in made] == [ann, bo]
    journal.undo()
    assert thanks.every(journal) == []


def test_nobody_cannot_be_thanked(journal: Journal) -> None:
    with pytest.raises(JournalError, match="whom to thank"):
        thanks.add(journal, [], {"for_what": "the panel"})


def letter(journal: Journal, **values: object) -> tuple[int, int]:
    ann = build.add_person(journal)
    return ann, entries.add(journal, "letters", {
        "writer_id": ann, "target": "Award", "submitted_on": "2026-04-01", **values})


def thanked_on(journal: Journal) -> str | None:
    return next(entries.every(journal, "letters"))["thanked_on"]


def test_a_letter_is_told_that_it_was_thanked_for(journal: Journal) -> None:
    ann, written = letter(journal)
    assert [one.source for one in thanks.to_thank_for(journal, AS_OF)] == ["letter"]
    [made] = thanks.add(journal, [ann], {"for_what": "the letter", "letter_id": written})
    assert thanked_on(journal) is None and thanks.to_thank_for(journal, AS_OF)
    thanks.mark_sent(journal, made, MAY)
    assert thanked_on(journal) == "2026-05-01" and thanks.to_thank_for(journal, AS_OF) == []
    thanks.edit(journal, made, {"date": date(2026, 5, 3)})
    assert thanked_on(journal) == "2026-05-03"
    thanks.remove(journal, made)
    assert thanked_on(journal) is None and thanks.to_thank_for(journal, AS_OF)


def test_a_second_thank_you_leaves_the_first_day_of_a_letter(journal: Journal) -> None:
    ann, written = letter(journal, thanked_on="2026-04-02")
    [made] = thanks.add(
        journal, [ann], {"for_what": "the letter", "letter_id": written, "date": MAY})
    assert thanked_on(journal) == "2026-04-02"
    thanks.remove(journal, made)
    assert thanked_on(journal) == "2026-04-02"


def test_what_is_put_aside_is_neither_listed_nor_carried_in(journal: Journal) -> None:
    ann = build.add_person(journal)
    entries.add(journal, "contacts", {
        "person_id": ann, "date": "2026-04-02", "kind": "favour_received"})
    which = build.add_meeting(journal, ann)
    [help] = thanks.to_thank_for(journal, AS_OF)
    assert help.what == "the favour"
    carried = [one.title for one in carry_in.collect(journal, which, AS_OF)]
    assert carried == ["Thank Dr. Okafor: the favour"]
    dismissals.put_aside(journal, help.key)
    assert thanks.to_thank_for(journal, AS_OF) == []
    assert carry_in.collect(journal, which, AS_OF) == []


def test_what_is_put_aside_until_a_day_comes_back_on_it(journal: Journal) -> None:
    dismissals.put_aside(journal, "a_b:1", MAY)
    dismissals.put_aside(journal, "axb:1")
    assert dismissals.keys(journal, date(2026, 4, 30), "a_b:") == {"a_b:1"}
    assert dismissals.keys(journal, MAY, "a_b:") == frozenset()
    dismissals.put_aside(journal, "a_b:1")
    assert dismissals.keys(journal, MAY) == {"a_b:1", "axb:1"}


def test_credit_can_be_noted_as_a_public_thank_you(journal: Journal) -> None:
    ann = build.add_person(journal)
    made = accomplishments.add(journal, {"title": "Award"}, [{"person_id": ann}])
    [part] = accomplishments.get(journal, made).credits
    accomplishments.give_credit(journal, part.id, MAY, "On the slide", "credit_in_talk")
    [given] = thanks.of_person(journal, ann)
    assert (given.kind, given.reach, given.for_what, given.accomplishment_id) == (
        "credit_in_talk", "public", "On the slide", made)
    assert accomplishments.credit(journal, part.id).credited_on == MAY
    journal.undo()
    assert thanks.every(journal) == []
    assert accomplishments.credit(journal, part.id).credited_on is None


def test_contributors_are_those_that_are_named(journal: Journal) -> None:
    ann, bo = build.add_person(journal, "Ann"), build.add_person(journal, "Bo")
    made = accomplishments.add(journal, {"title": "Award"}, [
        {"person_id": ann, "credited_on": MAY, "credited_how": "Slide"}])
    first = accomplishments.get(journal, made).credit_of(ann)
    accomplishments.edit(journal, made, {"title": "Prize"}, [
        {"person_id": ann}, {"person_id": bo}])
    found = accomplishments.get(journal, made)
    assert found.accomplishment.title == "Prize"
    assert found.credit_of(ann) == first and found.credit_of(bo).credited_on is None
    assert accomplishments.add_contributor(journal, made, bo) == found.credit_of(bo).id
    accomplishments.edit(journal, made, {}, [{"person_id": bo}])
    assert [one.person_id for one in accomplishments.get(journal, made).credits] == [bo]
    assert accomplishments.of_person(journal, ann) == []


def test_a_removed_accomplishment_is_gone(journal: Journal) -> None:
    made = accomplishments.add(journal, {"title": "Award"})
    accomplishments.remove(journal, made)
    with pytest.raises(JournalError):
        accomplishments.get(journal, made)
    assert accomplishments.every(journal) == []


def test_as_many_questions_for_thirty_people_as_for_one(journal: Journal) -> None:
    asked: list[str] = []
    event.listen(journal.read(), "before_cursor_execute",
                 lambda *given: asked.append(given[2]))

    def questions() -> int:
        asked.clear()
        thanks.to_thank_for(journal, AS_OF)
        thanks.every(journal)
        accomplishments.every(journal)
        accomplishments.credits(journal)
        return len(asked)

    def one_more(n: int) -> None:
        ann = build.add_person(journal, f"Ann {n}")
        entries.add(journal, "contacts", {
            "person_id": ann, "date": "2026-04-02", "kind": "favour_received"})
        thanks.add(journal, [ann], {"for_what": "the panel", "date": date(2026, 1, 1)})
        accomplishments.add(journal, {"title": "Award"}, [{"person_id": ann}])

    one_more(0)
    first = questions()
    for n in range(1, 30):
        one_more(n)
    assert questions() == first > 0
    assert len(thanks.to_thank_for(journal, AS_OF)) == 30


def test_aims_and_good_news_are_the_last_told(sample_journal: Journal) -> None:
    okafor = next(key for key, name in mentors(sample_journal).items() if "Okafor" in name)
    assert [one.topic for one in thanks.aims(sample_journal, okafor)] == ["goals", "priorities"]
    news = thanks.good_news(sample_journal, okafor, AS_OF)
    assert news.text.startswith("Her new trial grant")
    assert thanks.good_news(sample_journal, okafor, date(2026, 5, 10)) is None
    assert thanks.good_news(sample_journal, okafor, date(2027, 5, 11)) is None
