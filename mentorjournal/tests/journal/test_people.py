"""People: adding, joining without losing anything, pictures, and when we last spoke."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mentorjournal import clock
from mentorjournal.journal import entries, people
from mentorjournal.journal.fields import PERSON_LISTS
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.store.own_tables import file_content
from mentorjournal.store.schema import RECORD_TABLES, person
from mentorjournal.tests import build

AS_OF = date(2026, 5, 15)


def facts(journal: Journal, person_id: int, as_of: date = AS_OF) -> Any:
    return people.everybody(journal, as_of, [person_id])[0]


def test_five_names_at_once_are_five_candidates_and_one_step(journal: Journal) -> None:
    names = ["Ada", "Søren Ångström", "张伟", "O'Brien", "<b>Bo</b>"]
    ids = people.add_names(journal, [*names, "", "  "], {"direction": "candidate",
                                                         "stage": "considering"})
    assert [people.get(journal, one).name for one in ids] == names
    assert {people.get(journal, one).standing for one in ids} == {"candidate"}
    journal.undo()
    assert people.everybody(journal, AS_OF) == []


def test_people_are_sorted_by_name_without_regard_to_capitals(journal: Journal) -> None:
    people.add_names(journal, ["bea", "Ada", "ANNA", "Carl"], {})
    assert [one.person.name for one in people.everybody(journal, AS_OF)] == [
        "Ada", "ANNA", "bea", "Carl"]


def test_touchpoint_is_a_held_meeting_or_an_answer_up_to_today(journal: Journal) -> None:
    someone = build.add_person(journal)
    assert facts(journal, someone).last_touchpoint is None

    def contact(day: str, answered: bool, kind: str = "question") -> None:
        entries.add(journal, "contacts", {
            "person_id": someone, "date": day, "answered": answered, "kind": kind})

    contact("2026-05-01", answered=False)
    contact("2026-05-02", answered=True, kind="message_unanswered")
    contact("2026-05-16", answered=True)
    build.add_meeting(journal, someone, "2026-05-10T10:00")
    build.add_meeting(journal, someone, "2026-05-11T10:00", status="cancelled")
    build.add_meeting(journal, someone, "2026-05-20T10:00", status="held")
    assert facts(journal, someone).last_touchpoint is None
    contact("2026-04-01", answered=True)
    assert facts(journal, someone).last_touchpoint == date(2026, 4, 1)
    build.add_meeting(journal, someone, "2026-05-15T23:59", status="held")
    assert facts(journal, someone).last_touchpoint == AS_OF
    assert facts(journal, someone, date(2026, 5, 14)).last_touchpoint == date(2026, 4, 1)


def test_next_meeting_is_the_first_to_come_today_included(journal: Journal) -> None:
    someone = build.add_person(journal)
    build.add_meeting(journal, someone, "2026-05-14T10:00")
    build.add_meeting(journal, someone, "2026-05-16T10:00", status="cancelled")
    assert facts(journal, someone).next_meeting is None
    build.add_meeting(journal, someone, "2026-06-01T10:00")
    build.add_meeting(journal, someone, "2026-05-15T00:05", status="proposed")
    assert facts(journal, someone).next_meeting == AS_OF


FULL = {
    "name": "Dr. Rosalind Okafor", "email": "okafor@example.org", "rank": "Professor",
    "roles": ["coach"], "strengths": ["trial design"], "limits": "her limits",
}


def test_joining_fills_what_was_empty_and_keeps_both_wordings(journal: Journal) -> None:
    keep = build.add_person(journal, "R. Okafor", rank="Prof.", private_note="mine",
                            roles=["research_adviser"], phone="")
    other = people.add(journal, {**FULL, "private_note": "theirs", "phone": "1234",
                                 "start": date(2024, 9, 10), "outside_field": True})
    people.merge(journal, keep, other)
    joined = people.get(journal, keep)
    assert joined.name == "R. Okafor"
    assert (joined.rank, joined.phone, joined.email) == ("Prof.", "1234", "okafor@example.org")
    assert joined.start == date(2024, 9, 10)
    assert joined.outside_field
    assert joined.roles == ("research_adviser", "coach")
    for text in ("mine", "theirs", "Dr. Rosalind Okafor", "Professor"):
        assert text in (joined.private_note or "")
    with pytest.raises(JournalError):
        people.get(journal, other)


def _written(column: Any) -> Any:
    """Something that fits a column of the person's table."""
    kind = str(column.type)
    if column.name in ("suggested_by_id", "direction", "stage"):
        return None
    if kind == "BOOLEAN":
        return True
    if type(column.type).__name__ == "Day":
        return date(2024, 2, 29)
    if kind == "INTEGER":
        return 45
    known = {"level": "peer", "origin": "grew", "channel": "phone", "tone": "friendly"}
    return known.get(column.name, f"the {column.name} of the other")


@pytest.mark.parametrize("column", [
    c.name for c in person.c
    if c.name not in ("id", "uid", "created_at", "name", "photo", "suggested_by_id", "direction",
                      "stage")
])
def test_joining_loses_no_field(journal: Journal, column: str) -> None:
    value = _written(person.c[column])
    keep = build.add_person(journal, "Keep")
    people.merge(journal, keep, build.add_person(journal, "Other", **{column: value}))
    row = journal.read().exec_driver_sql(f"SELECT {column} FROM person").scalar_one()
    shown = str(int(value) if isinstance(value, bool) else value)
    assert str(row).split("\n")[0] == shown  # a private note names the other entry below


def test_joining_notes_a_different_day_or_number(journal: Journal) -> None:
    keep = build.add_person(journal, "Keep", cadence_days=30, start=date(2024, 1, 1))
    other = build.add_person(journal, "Other", cadence_days=60, start=date(2023, 2, 3))
    people.merge(journal, keep, other)
    joined = people.get(journal, keep)
    assert (joined.cadence_days, joined.start) == (30, date(2024, 1, 1))
    assert "60" in (joined.private_note or "") and "2023-02-03" in (joined.private_note or "")


def test_joining_never_ends_somebody_before_they_began(journal: Journal) -> None:
    keep = build.add_person(journal, "Keep", start=date(2024, 1, 1))
    other = build.add_person(journal, "Other", start=date(2022, 1, 1), ended=date(2023, 2, 3))
    people.merge(journal, keep, other)
    joined = people.get(journal, keep)
    assert (joined.start, joined.ended) == (date(2024, 1, 1), None)
    assert "2023-02-03" in (joined.private_note or "")


def test_joining_loses_no_record_of_the_sample(sample_journal: Journal) -> None:
    ids = {one.person.name: one.person.id for one in people.everybody(sample_journal, AS_OF)}
    keep, other = ids["Dr. Rosalind Okafor"], ids["Dr. Tomas Brandt"]
    before = build.dump(sample_journal)
    people.merge(sample_journal, keep, other)
    after = build.dump(sample_journal)
    pairs = {"need_person", "goal_person", "accomplishment_person"}
    for table in RECORD_TABLES.keys() - pairs - {"person", "person_tag"}:
        assert len(after[table]) == len(before[table]), table
    assert len(after["person"]) == len(before["person"]) - 1
    for table in pairs:
        columns = [c.name for c in RECORD_TABLES[table].c]
        links = [tuple(v for n, v in zip(columns, row, strict=True) if n.endswith("_id"))
                 for row in after[table]]
        assert len(set(links)) == len(links), table
    assert _points_to(sample_journal, other) == []
    assert sample_journal.findings() == []


def _points_to(journal: Journal, person_id: int) -> list[str]:
    found = []
    for name, table in RECORD_TABLES.items():
        for column in table.c:
            if any(key.column.table is person for key in column.foreign_keys):
                n = journal.read().exec_driver_sql(
                    f'SELECT count(*) FROM "{name}" WHERE "{column.name}" = ?', (person_id,)
                ).scalar_one()
                found += [f"{name}.{column.name}"] * n
    return found


@pytest.mark.parametrize("suggested", ["keep by other", "other by keep", "both"])
def test_nobody_ends_up_suggested_by_themselves(journal: Journal, suggested: str) -> None:
    keep, other = build.add_person(journal, "Keep"), build.add_person(journal, "Other")
    if suggested != "other by keep":
        people.edit(journal, keep, {"suggested_by_id": other})
    if suggested != "keep by other":
        people.edit(journal, other, {"suggested_by_id": keep})
    people.merge(journal, keep, other)
    assert people.get(journal, keep).suggested_by_id is None


def test_joining_somebody_with_themselves_is_refused(journal: Journal) -> None:
    someone = build.add_person(journal)
    with pytest.raises(JournalError, match="two different people"):
        people.merge(journal, someone, someone)
    with pytest.raises(JournalError, match="no longer"):
        people.merge(journal, someone, someone + 1)


def test_picture_is_kept_once_and_taken_away(journal: Journal) -> None:
    one, two = build.add_person(journal), build.add_person(journal, "Two")
    for someone in (one, two):
        people.set_photo(journal, someone, b"\x89PNG picture")
    assert people.photo(journal, people.get(journal, two)) == b"\x89PNG picture"
    assert len(journal.read().execute(file_content.select()).all()) == 1
    people.set_photo(journal, one, None)
    assert people.photo(journal, people.get(journal, one)) is None
    journal.undo()
    assert people.photo(journal, people.get(journal, one)) == b"\x89PNG picture"


def test_picture_over_five_megabytes_is_refused(journal: Journal) -> None:
    someone = build.add_person(journal)
    people.set_photo(journal, someone, b"x" * people.PHOTO_LIMIT)
    with pytest.raises(JournalError, match="too large"):
        people.set_photo(journal, someone, b"x" * (people.PHOTO_LIMIT + 1))


def test_lists_keep_their_order_and_each_word_once(journal: Journal) -> None:
    someone = build.add_person(journal, strengths=["b", "a", "b", " a "])
    assert people.get(journal, someone).strengths == ("b", "a")
    people.edit(journal, someone, {"strengths": ["a", "b"]})
    assert people.get(journal, someone).strengths == ("a", "b")
    people.edit(journal, someone, {"strengths": []})
    assert people.get(journal, someone).strengths == ()
    assert set(PERSON_LISTS) <= set(type(people.get(journal, someone)).__dataclass_fields__)


def test_belongings_say_what_would_go(sample_journal: Journal) -> None:
    okafor = next(one.person for one in people.everybody(sample_journal, AS_OF)
                  if "Okafor" in one.person.name)
    said = people.belongings(sample_journal, okafor.id)
    before = build.dump(sample_journal)
    with sample_journal.loss_confirmed():
        people.remove(sample_journal, okafor.id)
    after = build.dump(sample_journal)
    assert said == {
        table: len(before[table]) - len(after[table])
        for table in ("meeting", "contact", "feedback", "action", "thanks", "letter",
                      "expectation")
        if len(before[table]) != len(after[table])
    }
    assert said["meeting"] == 17


@pytest.mark.parametrize(
    ("values", "standing", "active"),
    [
        ({}, "mentor", True), ({"stage": "closed"}, "past", False),
        ({"stage": "declined", "direction": "candidate"}, "past", False),
        ({"direction": "candidate", "stage": "met"}, "candidate", False),
        ({"stage": "asked"}, "candidate", False), ({"direction": "mentee"}, "mentee", False),
        ({"direction": "mentee", "stage": "closed"}, "mentee", False),
        ({"stage": "paused"}, "mentor", False), ({"stage": "separation"}, "mentor", True),
    ],
)
def test_standing(journal: Journal, values: dict[str, str], standing: str, active: bool) -> None:
    someone = people.get(journal, build.add_person(journal, **values))
    assert (someone.standing, someone.is_active) == (standing, active)


def test_a_new_stage_is_kept_with_its_day_and_goes_back_with_it(journal: Journal) -> None:
    clock.set_as_of(AS_OF)
    one = people.add(journal, {"name": "Ada", "stage": "met"})
    people.edit(journal, one, {"stage": "met", "rank": "Professor"})
    people.edit(journal, one, {"stage": "asked"})
    people.edit(journal, one, {"stage": "initiation"})  # on the same day
    clock.set_as_of(date(2026, 8, 1))
    people.edit(journal, one, {"stage": "cultivation"})
    stages = [(row["stage"], row["since"]) for row in entries.every(journal, "person_stages")]
    assert stages == [("asked", "2026-05-15"), ("initiation", "2026-05-15"),
                      ("cultivation", "2026-08-01")]
    journal.undo()
    assert [row["stage"] for row in entries.every(journal, "person_stages")] == [
        "asked", "initiation"]
    assert people.get(journal, one).stage == "initiation"
