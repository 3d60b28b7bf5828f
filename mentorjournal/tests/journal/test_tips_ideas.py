"""What the domain notes ask to be tried of the indicators, through real verbs on journals."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from mentorjournal import clock
from mentorjournal.journal import contacts, letters, people, preferences, promises, thanks, tips
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import letters as letter_rules
from mentorjournal.mentoring.tips import NOT_YET, Part
from mentorjournal.tests import build

AS_OF = build.SAMPLE_DAY


@pytest.fixture(autouse=True)
def _sample_day() -> None:
    clock.set_as_of(AS_OF)


def named(journal: Journal, part: str) -> int:
    return next(one.person.id for one in people.everybody(journal, AS_OF)
                if part in one.person.name)


def part(journal: Journal, key: str, whom: int, day: date = AS_OF) -> Part:
    return next(one for one in tips.reading(journal, key, day).parts if one.person_id == whom)


def log(journal: Journal, whom: int, day: date, **values: Any) -> int:
    return contacts.add(journal, {
        "person_id": whom, "date": day, "kind": "informal", "answered": True, **values})


def test_one_day_past_the_rhythm_due_soon_becomes_overdue(sample_journal: Journal) -> None:
    whom = named(sample_journal, "Ramanathan")
    today = part(sample_journal, "D6.2", whom)
    tomorrow = part(sample_journal, "D6.2", whom, AS_OF + timedelta(1))
    assert (today.state, today.detail) == ("going well", "due today, 45 of 45 days")
    assert (tomorrow.state, tomorrow.detail) == ("worth a look", "overdue, 46 of 45 days")


def test_an_unanswered_message_is_no_touchpoint(sample_journal: Journal) -> None:
    whom = named(sample_journal, "Marchetti")
    before = [tips.reading(sample_journal, key, AS_OF) for key in ("D6.1", "D6.2", "D11.2")]
    message = log(sample_journal, whom, AS_OF, kind="message_unanswered", answered=False)
    after = [tips.reading(sample_journal, key, AS_OF) for key in ("D6.1", "D6.2", "D11.2")]
    assert after == before
    contacts.mark_answered(sample_journal, message, AS_OF)
    assert part(sample_journal, "D6.2", whom).value == 0


def test_two_contacts_on_one_day_count_once(sample_journal: Journal) -> None:
    whom = named(sample_journal, "Marchetti")
    log(sample_journal, whom, AS_OF)
    once = part(sample_journal, "D6.1", whom)
    log(sample_journal, whom, AS_OF, kind="question")
    assert part(sample_journal, "D6.1", whom) == once
    assert once.value == 4


def test_without_the_only_peer_the_levels_are_worth_a_look(sample_journal: Journal) -> None:
    people.remove(sample_journal, named(sample_journal, "Whitfield"))
    found = tips.reading(sample_journal, "D2.1", AS_OF)
    assert (found.state, found.numerator, found.denominator) == ("worth a look", 2, 3)
    assert found.says == "Your 7 mentors cover 2 of the three levels; nobody yet: peer."
    assert found.step is not None and found.step.detail == "find_mentor"
    sample_journal.undo()
    assert tips.reading(sample_journal, "D2.1", AS_OF).state == "going well"


@pytest.mark.parametrize(("known", "target"), [(89, None), (90, 1), (200, 2), (365, 4)])
def test_somebody_is_judged_from_the_90th_day_on(
    journal: Journal, known: int, target: int | None
) -> None:
    whom = build.add_person(journal, start=AS_OF - timedelta(known))
    found = tips.reading(journal, "D6.1", AS_OF)
    assert part(journal, "D6.1", whom).denominator == target
    assert (found.state == NOT_YET) == (target is None)


@pytest.mark.parametrize("around", [date(2027, 12, 31), date(2028, 2, 29), date(2028, 12, 31)])
def test_leap_days_and_the_end_of_a_year_change_no_count(journal: Journal, around: date) -> None:
    whom = build.add_person(journal, start=date(2025, 1, 1))
    clock.set_as_of(date(2029, 1, 1))
    for months in range(-11, 0):
        log(journal, whom, around + timedelta(30 * months))
    days = [around + timedelta(n) for n in range(-3, 4)]
    assert [part(journal, "D6.1", whom, day).value for day in days] == [11] * 7
    assert [part(journal, "D6.2", whom, day).value for day in days] == list(range(27, 34))


def test_a_touchpoint_counts_for_365_days(journal: Journal) -> None:
    whom = build.add_person(journal, start=date(2024, 1, 1))
    log(journal, whom, date(2025, 3, 1))
    assert [part(journal, "D6.1", whom, date(2025, 3, 1) + timedelta(n)).value
            for n in (0, 364, 365)] == [1, 1, 0]


@pytest.mark.parametrize(("hours", "late"), [(96.0, 0), (24.0, 0), (23.5, 1), (5.0, 1)])
def test_a_meeting_that_was_moved_in_good_time_is_not_late(
    journal: Journal, hours: float, late: int
) -> None:
    whom = build.add_person(journal)
    build.add_meeting(journal, whom, "2026-04-01T10:00", status="postponed",
                      called_off_by="me", notice_hours=hours)
    found = tips.reading(journal, "D7.2", AS_OF)
    assert (found.value, found.state) == (late, "worth a look" if late else "going well")


def test_two_late_ones_within_90_days_ask_to_act(journal: Journal) -> None:
    whom = build.add_person(journal)
    for day in ("2026-01-20", "2026-04-20"):
        build.add_meeting(journal, whom, f"{day}T10:00", status="cancelled", called_off_by="me",
                          notice_hours=2.0)
    states = [tips.reading(journal, "D7.2", day).state
              for day in (date(2026, 4, 19), date(2026, 4, 20))]
    assert states == ["worth a look", "worth a look"]  # 90 days apart
    build.add_meeting(journal, whom, "2026-01-21T10:00", status="cancelled",
                      called_off_by="me", notice_hours=2.0)
    assert tips.reading(journal, "D7.2", date(2026, 4, 20)).state == "act"


def test_a_letter_that_is_due_today_is_not_overdue(journal: Journal) -> None:
    whom = build.add_person(journal)
    letter = letters.add(journal, {
        "writer_id": whom, "target": "Award", "asked_on": AS_OF - timedelta(30),
        "agreed_on": AS_OF - timedelta(29), "brief_sent_on": AS_OF - timedelta(29),
        "deadline": AS_OF, "zone": "UTC"})
    one = letters.get(journal, letter)
    assert not letter_rules.is_overdue(one, AS_OF, "UTC")
    assert letter_rules.is_overdue(one, AS_OF + timedelta(1), "UTC")
    for day in (AS_OF, AS_OF + timedelta(1)):
        assert tips.reading(journal, "D5.4", day).state == "going well"  # asked in good time


# Never praised before anything was done --------------------------------------------------------


def test_a_result_that_can_still_wait_is_no_praise(journal: Journal) -> None:
    whom = build.add_person(journal, start=AS_OF - timedelta(400))
    made = [letters.add(journal, {
        "writer_id": whom, "target": "Award", "asked_on": AS_OF - timedelta(60),
        "decided_on": AS_OF - timedelta(2)}) for _ in range(2)]
    found = tips.reading(journal, "D9.4", AS_OF)
    assert (found.state, found.numerator, found.denominator) == ("information", 0, 2)
    letters.take_step(journal, made[0], "told", AS_OF)
    assert tips.reading(journal, "D9.4", AS_OF).state == "going well"
    assert tips.reading(journal, "D9.4", AS_OF + timedelta(30)).state == "worth a look"


def test_feedback_without_a_plan_within_its_days_is_no_praise(journal: Journal) -> None:
    whom = build.add_person(journal, start=AS_OF - timedelta(400))
    build.add_record(journal, "feedback", person_id=whom, date=str(AS_OF - timedelta(2)))
    states = [tips.reading(journal, "D8.2", AS_OF + timedelta(n)).state for n in (0, 5, 6)]
    assert states == ["information", "information", "worth a look"]


def test_somebody_new_who_was_not_asked_is_no_praise(journal: Journal) -> None:
    build.add_person(journal, start=AS_OF - timedelta(20))
    states = [tips.reading(journal, "D6.4", AS_OF + timedelta(n)).state for n in (0, 11)]
    assert states == ["information", "worth a look"]


def test_gratitude_goes_well_once_everybody_was_thanked(sample_journal: Journal) -> None:
    found = tips.reading(sample_journal, "D9.1", AS_OF)
    assert "never thanked yet: Dr. Castellanos and Dr. Whitfield" in found.why
    for whom in ("Whitfield", "Castellanos"):
        thanks.add(sample_journal, [named(sample_journal, whom)], {
            "date": AS_OF, "kind": "note", "for_what": "the honest words"})
    assert tips.reading(sample_journal, "D9.1", AS_OF).state == "going well"


# Doing the next step ends what asked for it ---------------------------------------------------


def test_a_promise_that_is_kept_asks_no_more(sample_journal: Journal) -> None:
    before = tips.reading(sample_journal, "D4.3", AS_OF)
    for ref in before.entries:
        promises.set_done(sample_journal, ref.id, AS_OF)
    after = tips.reading(sample_journal, "D4.3", AS_OF)
    assert (before.state, after.state) == ("act", "going well")
    assert after.says == "13 of 19 promises kept on time, 6 late, 0 open."
    assert after.why.startswith("Nothing you promised is past its day; ")


def test_an_open_promise_stays_however_old_it_is(sample_journal: Journal) -> None:
    later = tips.reading(sample_journal, "D4.3", date(2027, 6, 1))
    assert later.state == "not enough yet"  # three open ones are all that is left
    build.add_record(sample_journal, "actions", owner="me", due="2024-12-01", text="Old")
    assert tips.reading(sample_journal, "D4.3", AS_OF).says == (
        "13 of 20 promises kept on time, 3 late, 4 open.")


def test_thanks_and_a_told_result_are_seen_at_once(sample_journal: Journal) -> None:
    haddad = named(sample_journal, "Haddad")
    thanks.add(sample_journal, [haddad], {
        "date": AS_OF, "kind": "note", "for_what": "the introduction to Daniel Osei"})
    assert "waits for thanks" not in tips.reading(sample_journal, "D9.1", AS_OF).says
    untold = tips.reading(sample_journal, "D9.4", AS_OF).entries[0]
    letters.take_step(sample_journal, untold.id, "told", AS_OF)
    found = tips.reading(sample_journal, "D9.4", AS_OF)
    assert (found.state, found.numerator, found.denominator) == ("going well", 4, 4)


def test_what_was_done_later_is_not_known_on_an_earlier_day(sample_journal: Journal) -> None:
    before = [tips.reading(sample_journal, key, AS_OF) for key in ("D4.3", "D8.2", "D9.4")]
    later = AS_OF + timedelta(10)
    clock.set_as_of(later)
    promises.set_done(sample_journal, before[0].entries[0].id, later)
    letters.take_step(sample_journal, before[2].entries[0].id, "told", later)
    after = [tips.reading(sample_journal, key, AS_OF) for key in ("D4.3", "D8.2", "D9.4")]
    assert after == before


def test_texts_that_are_private_are_never_said(sample_journal: Journal) -> None:
    from mentorjournal.store.schema import RECORD_TABLES

    said = "\n".join(
        text for one in tips.readings(sample_journal, AS_OF)
        for text in (one.says, one.why, *(f"{each.words} {each.detail}" for each in one.parts)))
    private = [
        text for name, table in RECORD_TABLES.items() for column in table.c
        if column.info.get("private")
        for text in sample_journal.read().exec_driver_sql(
            f'SELECT "{column.name}" FROM "{name}" WHERE "{column.name}" IS NOT NULL').scalars()]
    assert len(private) > 20
    assert [text for text in private if str(text) in said] == []


def test_a_changed_threshold_travels_back_with_undo(sample_journal: Journal) -> None:
    preferences.set_threshold(sample_journal, "times_a_year", 3)
    found = tips.reading(sample_journal, "D6.1", AS_OF)
    assert (found.state, found.says) == (
        "going well", "As often as you want with 7 of 7 mentors.")
    assert found.why.endswith("fewer than 3 touchpoints a year are worth a look (your setting).")
    sample_journal.undo()
    assert tips.reading(sample_journal, "D6.1", AS_OF).why.endswith("(the paper).")


def test_the_agenda_is_ahead_by_the_clock_of_the_meeting(journal: Journal) -> None:
    whom = build.add_person(journal)
    start = datetime(2026, 5, 4, 9, tzinfo=UTC)
    for n, hours in enumerate((49, 48, 47)):
        sent = start + timedelta(days=n) - timedelta(hours=hours)
        build.add_meeting(
            journal, whom, f"2026-05-{4 + n:02}T18:00", status="held", zone="Asia/Tokyo",
            agenda_sent_at=sent.strftime("%Y-%m-%dT%H:%M:%SZ"))
    found = tips.reading(journal, "D5.1", AS_OF)
    assert (found.numerator, found.denominator) == (2, 3)
    assert found.parts[1].numerator == 3
