"""What to take along to a meeting: everything that is due there, and nothing that is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from mentorjournal.journal import (
    agenda,
    candidates,
    carry_in,
    entries,
    expectations,
    meetings,
    needs,
    people,
    promises,
)
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import CarryIn
from mentorjournal.store.merge_read import SOURCES
from mentorjournal.tests import build

AS_OF = build.SAMPLE_DAY


def next_with(journal: Journal, name: str) -> int:
    """The meeting to come with somebody."""
    return next(
        found.meeting.id for found in meetings.coming(journal) if name in found.person.name)


@pytest.fixture
def found(sample_journal: Journal) -> list[CarryIn]:
    """What the sample carries into the next meeting with Okafor (m51)."""
    return carry_in.collect(sample_journal, next_with(sample_journal, "Okafor"), AS_OF)


def titled(found: list[CarryIn], text: str) -> CarryIn:
    """The one whose title holds `text`."""
    matching = [one for one in found if text in one.title]
    assert len(matching) == 1, [one.title for one in found]
    return matching[0]


def test_my_open_promise_is_late(found: list[CarryIn]) -> None:
    aims = titled(found, "Aims v4")
    assert (aims.source, aims.late, aims.done, aims.kind) == (
        "my_promise", True, False, "report_back")
    assert aims.detail == "Was due Tue 12 May"


def test_their_open_promise_is_late(found: list[CarryIn]) -> None:
    policy = titled(found, "authorship policy")
    assert (policy.source, policy.late, policy.done) == ("their_promise", True, False)
    assert policy.detail == "Was due Fri 5 Dec 2025"


def test_promises_of_others_stay_with_them(found: list[CarryIn]) -> None:
    titles = " ".join(one.title for one in found)
    assert "Table 1 with missing counts" not in titles
    assert "half-day request" not in titles
    assert {"my_promise", "their_promise"} >= {
        one.source for one in found if "promise" in one.source}


def test_feedback_acted_on_is_reported_back(found: list[CarryIn]) -> None:
    aims = titled(found, "career-award aims")
    assert (aims.source, aims.kind) == ("feedback", "report_back")
    assert "18 Apr" in aims.detail
    assert Counter(one.source for one in found)["feedback"] == 1


def test_review_of_what_was_agreed_is_overdue(found: list[CarryIn]) -> None:
    review = next(one for one in found if one.source == "expectation_review")
    assert review.late
    assert "9 Sep 2025" in review.detail  # with 180 days between: due 68 days before today


def test_what_we_see_differently_is_there(found: list[CarryIn]) -> None:
    differing = [one for one in found if one.source == "expectation"]
    assert [one.title for one in differing] == ["Authorship and credit"]


def test_a_talk_before_it_came_up_does_not_count(sample_journal: Journal) -> None:
    m51 = next_with(sample_journal, "Okafor")
    topic = next(one.source_id for one in carry_in.collect(sample_journal, m51, AS_OF)
                 if one.source == "expectation")
    for talked, offered in ((date(2025, 11, 17), True), (date(2025, 11, 18), False)):
        expectations.note_talk(sample_journal, topic, talked)
        found = carry_in.collect(sample_journal, m51, AS_OF)
        assert any(one.source == "expectation" for one in found) == offered


def test_news_waits_for_congratulations(found: list[CarryIn]) -> None:
    assert titled(found, "trial grant is funded").source == "news"
    assert not any("curriculum" in one.title for one in found)


def test_parked_item_is_on_the_agenda_or_offered(sample_journal: Journal) -> None:
    """Authorship was parked on 21 April (i03) and taken up by the next agenda (i10)."""
    m51 = next_with(sample_journal, "Okafor")
    found = carry_in.collect(sample_journal, m51, AS_OF)
    parked = [one for one in found if one.source == "parked"]
    titles = [one.title for one in agenda.items(sample_journal, m51)]
    for one in parked:
        assert one.on_agenda or one.title not in titles
    assert any("uthorship" in title for title in titles)


def test_taking_marks_it_and_taking_off_unmarks_it(
    sample_journal: Journal, found: list[CarryIn]
) -> None:
    m51 = next_with(sample_journal, "Okafor")
    for carry in [one for one in found if not one.on_agenda]:
        item = carry_in.take(sample_journal, m51, carry)
        now = carry_in.collect(sample_journal, m51, AS_OF)
        same = [one for one in now if (one.source, one.source_id) == (
            carry.source, carry.source_id)]
        assert [one.on_agenda for one in same] == [True]
        added = next(one for one in agenda.items(sample_journal, m51) if one.id == item)
        assert (added.title, added.kind, added.minutes) == (
            carry.title, carry.kind, carry.minutes)
        agenda.remove_item(sample_journal, item)
    assert carry_in.collect(sample_journal, m51, AS_OF) == found


def test_taken_up_elsewhere_is_not_offered_again(journal: Journal) -> None:
    someone = build.add_person(journal)
    first, second, third = (
        build.add_meeting(journal, someone, f"2026-0{n}-01T10:00") for n in (3, 4, 5))
    item = agenda.add_item(journal, first, {"title": "Authorship", "state": "parked"})

    def parked(at: int) -> list[tuple[int, bool]]:
        return [(one.source_id, one.on_agenda)
                for one in carry_in.collect(journal, at, AS_OF) if one.source == "parked"]

    assert parked(second) == parked(third) == [(item, False)]
    assert parked(first) == []
    agenda.add_item(journal, third, {"title": "Other", "source": "parked"})
    assert parked(second) == [(item, False)]
    carry = carry_in.collect(journal, second, AS_OF)[0]
    carry_in.take(journal, second, carry)
    assert (parked(second), parked(third)) == ([(item, True)], [])


def contact(journal: Journal, someone: int, day: str, kind: str) -> None:
    entries.add(journal, "contacts", {"person_id": someone, "date": day, "kind": kind,
                                      "line": "a name at Lakeshore"})


def test_help_is_thanked_for_until_thanks_are_noted(journal: Journal) -> None:
    someone = build.add_person(journal)
    m = build.add_meeting(journal, someone)
    contact(journal, someone, "2026-04-01", "introduction_received")
    contact(journal, someone, "2026-04-02", "question")
    contact(journal, someone, "2026-05-16", "favour_received")
    thanks = [one for one in carry_in.collect(journal, m, AS_OF) if one.source == "thanks"]
    assert [one.title for one in thanks] == ["Thank Dr. Okafor: a name at Lakeshore"]
    entries.add(journal, "thanks", {"person_id": someone, "date": "2026-04-03",
                                    "for_what": "the name"})
    assert [one for one in carry_in.collect(journal, m, AS_OF) if one.source == "thanks"] == []


def _done(journal: Journal, someone: int) -> None:
    promises.add(journal, {"text": "Kept", "person_id": someone, "done_on": date(2026, 4, 20)})


def _dropped(journal: Journal, someone: int) -> None:
    promises.add(journal, {"text": "Dropped", "person_id": someone,
                           "dropped_on": date(2026, 4, 20)})


def _open(journal: Journal, someone: int) -> None:
    promises.add(journal, {"text": "Open", "person_id": someone, "due": AS_OF})


@pytest.mark.parametrize(
    ("make", "expected"),
    [(_done, [("Kept", True, False)]), (_dropped, []), (_open, [("Open", False, False)])],
)
def test_promises_since_the_last_meeting(
    journal: Journal, make: Callable[[Journal, int], None],
    expected: list[tuple[str, bool, bool]],
) -> None:
    someone = build.add_person(journal)
    build.add_meeting(journal, someone, "2026-04-10T10:00", status="held")
    m = build.add_meeting(journal, someone)
    promises.add(journal, {"text": "Old", "person_id": someone, "done_on": date(2026, 4, 9)})
    make(journal, someone)
    found = carry_in.collect(journal, m, AS_OF)
    assert [(one.title, one.done, one.late) for one in found] == expected
    assert [one.text for one in carry_in.since_last(journal, meetings.get(journal, m), AS_OF)] == [
        title for title, *_ in expected]


def test_nothing_known_is_nothing_to_carry_in(journal: Journal) -> None:
    m = build.add_meeting(journal, build.add_person(journal))
    assert carry_in.collect(journal, m, AS_OF) == []


def test_people_without_a_name_to_shorten_do_no_harm(journal: Journal) -> None:
    someone = build.add_person(journal, ", PhD")
    m = build.add_meeting(journal, someone)
    contact(journal, someone, "2026-04-01", "favour_received")
    assert len(carry_in.collect(journal, m, AS_OF)) == 1
    assert people.get(journal, someone).name == ", PhD"


def parked_for(journal: Journal, at: int) -> list[tuple[str, str, bool]]:
    """What waits for a meeting: title, when it was parked, whether it is on the agenda."""
    return [(one.title, one.detail, one.on_agenda)
            for one in carry_in.collect(journal, at, AS_OF) if one.source == "parked"]


def take_first(journal: Journal, at: int) -> int:
    """Take the first parked item that waits; the id of the new one."""
    return carry_in.take(journal, at, next(
        one for one in carry_in.collect(journal, at, AS_OF) if one.source == "parked"))


def test_what_was_parked_in_any_held_meeting_waits(journal: Journal) -> None:
    someone = build.add_person(journal)
    for day, title in (("2025-02-11", "Old"), ("2026-04-14", "New"), ("2026-04-28", "")):
        which = build.add_meeting(journal, someone, f"{day}T10:00", status="held")
        if title:
            agenda.add_item(journal, which, {"title": title, "state": "parked"})
    other = build.add_meeting(journal, build.add_person(journal, "Other"), "2026-04-14T09:00")
    agenda.add_item(journal, other, {"title": "Not theirs", "state": "parked"})
    coming = build.add_meeting(journal, someone)
    assert parked_for(journal, coming) == [
        ("New", "Parked Tue 14 Apr", False), ("Old", "Parked Tue 11 Feb 2025", False)]


@pytest.mark.parametrize(("state", "status", "waiting"), [
    ("covered", "held", []), ("dropped", "held", []),
    ("parked", "held", ["Taken up"]),  # the later one alone, though it was parked twice
    ("planned", "held", ["First"]),  # that meeting passed without reaching it
    ("planned", "cancelled", ["First"]),
    ("planned", "confirmed", []),  # it is on an agenda still to come
])
def test_what_an_agenda_took_up_waits_only_if_it_was_not_settled(
    journal: Journal, state: str, status: str, waiting: list[str]
) -> None:
    someone = build.add_person(journal)
    first = build.add_meeting(journal, someone, "2026-04-07T10:00", status="held")
    agenda.add_item(journal, first, {"title": "First", "state": "parked"})
    second = build.add_meeting(journal, someone, "2026-04-21T10:00")
    taken = take_first(journal, second)
    agenda.edit_item(journal, taken, {"title": "Taken up", "state": state})
    meetings.edit(journal, second, {"status": status})
    third = build.add_meeting(journal, someone)
    assert [title for title, *_ in parked_for(journal, third)] == waiting
    if waiting:
        again = take_first(journal, third)
        assert parked_for(journal, third)[0][2]
        fourth = build.add_meeting(journal, someone, "2026-06-02T10:00")
        assert parked_for(journal, fourth) == []
        agenda.remove_item(journal, again)
        assert [title for title, *_ in parked_for(journal, fourth)] == waiting


def test_where_an_item_comes_from_is_known_when_copies_are_merged(
    sample_journal: Journal
) -> None:
    """Of an unknown source the row would be forgotten on the way into the other copy."""
    for one in people.everybody(sample_journal, AS_OF):
        build.add_meeting(sample_journal, one.person.id, "2026-05-30T10:00")
    found = {carry.source for one in meetings.coming(sample_journal)
             for carry in carry_in.collect(sample_journal, one.meeting.id, AS_OF)}
    assert {"advice", "feedback_given", "feedback_plan", "parked"} <= found <= SOURCES.keys()


def test_the_need_somebody_was_sought_for_is_offered_for_the_first_agenda(
    journal: Journal
) -> None:
    one = build.add_person(journal, "Dr. Una Friis", direction="candidate", stage="met")
    need = needs.add(journal, {"text": "Large linked data sets"})
    needs.add_person(journal, need, one)
    build.add_meeting(journal, one, "2026-05-02T09:00", status="held")
    which = build.add_meeting(journal, one, "2026-05-20T09:00")

    def offered() -> list[tuple[str, int, bool]]:
        return [(carry.title, carry.source_id, carry.on_agenda)
                for carry in carry_in.collect(journal, which, AS_OF) if carry.source == "need"]

    assert offered() == []  # not yet my mentor
    candidates.agree(journal, one, date(2026, 5, 4))
    assert offered() == [("Large linked data sets", need, False)]
    carry_in.take(journal, which, next(
        carry for carry in carry_in.collect(journal, which, AS_OF) if carry.source == "need"))
    assert offered() == [("Large linked data sets", need, True)]
    needs.meet(journal, need, AS_OF)
    assert offered() == []
    needs.meet(journal, need, None)
    build.add_meeting(journal, one, "2026-05-10T09:00", status="held")
    assert offered() == []  # that was the first one
