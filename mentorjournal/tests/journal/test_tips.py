"""The twelve tips on the sample: every reading of its oracles, and what moves them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentorjournal.journal import contacts, meetings, needs, people, preferences, tips
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.tips import STATES, Reading
from mentorjournal.mentoring.tips_order import by_tip
from mentorjournal.mentoring.tips_table import INDICATORS
from mentorjournal.tests import build

DAY = build.SAMPLE_DAY


def read(journal: Journal, as_of: date = DAY) -> dict[str, Reading]:
    return {one.indicator.id: one for one in tips.readings(journal, as_of)}


# TIPS part E, on 2026-05-15: numerator, denominator, value, state.
ORACLES: dict[str, tuple[float | None, float | None, float | None, str]] = {
    "D1.1": (4, 5, None, "going well"),
    "D1.2": (2, 7, None, "information"),
    "D1.3": (4, 8, None, "going well"),
    "D2.1": (3, 3, None, "going well"),
    "D2.2": (3, 3, None, "going well"),
    "D2.3": (5, 5, None, "going well"),
    "D2.4": (None, None, 2, "going well"),
    "D3.1": (3, 3, None, "going well"),
    "D3.2": (None, None, 5.0, "information"),
    "D3.3": (30, 32, None, "going well"),
    "D3.4": (31, 32, None, "going well"),
    "D4.1": (13.0, 12.0, 108, "act"),
    "D4.2": (2.5, 13.0, None, "going well"),
    "D4.3": (13, 19, None, "act"),
    "D4.4": (17, 21, None, "act"),
    "D5.1": (20, 32, 28, "going well"),
    "D5.2": (3, 4, None, "going well"),
    "D5.3": (5, 6, None, "worth a look"),
    "D5.4": (None, None, 40, "worth a look"),
    "D6.1": (6, 7, None, "worth a look"),
    "D6.2": (7, 8, None, "act"),
    "D6.3": (48, 55, None, "going well"),
    "D6.4": (6, 8, None, "worth a look"),
    "D6.5": (2, 8, None, "information"),
    "D7.1": (31, 32, None, "going well"),
    "D7.2": (None, None, 1, "worth a look"),
    "D7.3": (2, 32, None, "going well"),
    "D8.1": (None, None, 2, "going well"),
    "D8.2": (6, 9, None, "going well"),
    "D8.3": (6, 9, None, "worth a look"),
    "D8.4": (None, None, 1, "worth a look"),
    "D9.1": (7, 8, None, "going well"),
    "D9.2": (3, 12, None, "going well"),
    "D9.3": (2, 3, None, "worth a look"),
    "D9.4": (3, 4, None, "worth a look"),
    "D10.1": (7, 7, None, "going well"),
    "D10.2": (1, 3, None, "information"),
    "D11.1": (1, 1, None, "going well"),
    "D11.2": (None, None, 1, "information"),
    "D12.1": (2, 2, None, "information"),
    "D12.2": (1, 1, None, "information"),
}


@pytest.mark.parametrize("key", list(INDICATORS))
def test_the_readings_of_the_sample(sample_journal: Journal, key: str) -> None:
    found = read(sample_journal)[key]
    assert (found.numerator, found.denominator, found.value, found.state) == ORACLES[key]
    assert found.step is not None and found.says[-1] in ".?!"


def parts(journal: Journal, key: str) -> dict[str, tuple[float | None, float | None]]:
    names = {one.person.id: one.person.short_name for one in people.everybody(journal, DAY)}
    return {names[one.person_id]: (one.numerator, one.denominator)
            for one in read(journal)[key].parts}


def test_contact_with_each_mentor(sample_journal: Journal) -> None:
    assert parts(sample_journal, "D6.2") == {
        "Dr. Okafor": (24, 30), "Dr. Vale": (80, 91), "Dr. Ramanathan": (45, 45),
        "Dr. Brandt": (31, 60), "Dr. Haddad": (23, 91), "Dr. Whitfield": (14, 30),
        "Dr. Castellanos": (7, 60), "Joy Marchetti": (213, 60)}
    year = parts(sample_journal, "D6.1")
    assert {name: n for name, (n, _) in year.items()} == {
        "Dr. Okafor": 10, "Dr. Vale": 5, "Dr. Ramanathan": 6, "Dr. Brandt": 6, "Dr. Haddad": 7,
        "Dr. Whitfield": 10, "Dr. Castellanos": 3, "Joy Marchetti": 3}
    assert year["Dr. Castellanos"][1] is None and year["Joy Marchetti"][1] == 4


def test_what_is_known_of_each(sample_journal: Journal) -> None:
    assert parts(sample_journal, "D10.1") == {
        "Dr. Okafor": (6, 6), "Dr. Vale": (3, 6), "Dr. Ramanathan": (6, 6), "Dr. Brandt": (2, 6),
        "Dr. Haddad": (4, 6), "Dr. Whitfield": (5, 6), "Dr. Castellanos": (1, 6),
        "Joy Marchetti": (2, 6)}


def test_thanks_and_promises_name_whom_and_what(sample_journal: Journal) -> None:
    found = read(sample_journal)
    days = {one.person_id: one.value for one in found["D9.1"].parts}
    names = {one.person.short_name: one.person.id
             for one in people.everybody(sample_journal, DAY)}
    assert days[names["Joy Marchetti"]] == 225 and days[names["Dr. Ramanathan"]] == 190
    assert days[names["Dr. Whitfield"]] is None and days[names["Dr. Castellanos"]] is None
    assert [ref.id for ref in found["D4.3"].entries] == [14, 20, 21]
    assert "125%" in found["D4.1"].says and "3 in another one and 1 outside" in found["D1.3"].says


# What moves them: the test ideas of part D ----------------------------------------------------


def test_one_day_past_the_rhythm_is_overdue(sample_journal: Journal) -> None:
    whom = next(one.person.id for one in people.everybody(sample_journal, DAY)
                if one.person.short_name == "Dr. Ramanathan")
    assert whom not in read(sample_journal)["D6.2"].people
    assert whom in read(sample_journal, DAY + timedelta(1))["D6.2"].people


def test_an_unanswered_message_changes_nothing(sample_journal: Journal) -> None:
    before = read(sample_journal)
    contacts.add(sample_journal, {
        "person_id": 10, "date": DAY, "kind": "message_unanswered", "answered": False,
        "initiated_by": "me"})
    after = read(sample_journal)
    for key in ("D6.1", "D6.2"):
        assert before[key].parts == after[key].parts


def test_two_contacts_on_one_day_count_once(sample_journal: Journal) -> None:
    for _ in range(2):
        contacts.add(sample_journal, {
            "person_id": 10, "date": DAY, "kind": "informal", "answered": True,
            "initiated_by": "me"})
    assert parts(sample_journal, "D6.1")["Joy Marchetti"] == (4, 4)


def test_without_the_only_peer_a_level_is_missing(sample_journal: Journal) -> None:
    peer = next(one.person.id for one in people.everybody(sample_journal, DAY)
                if one.person.short_name == "Dr. Whitfield")
    people.remove(sample_journal, peer)
    found = read(sample_journal)["D2.1"]
    assert found.state == "worth a look" and "no peer" in found.says
    assert found.step is not None and found.step.detail == "find_mentor"
    sample_journal.undo()
    assert read(sample_journal)["D2.1"].state == "going well"


@pytest.mark.parametrize(("days", "state"), [(89, "not enough yet"), (90, "worth a look")])
def test_too_new_for_89_days_and_judged_on_the_90th(
    journal: Journal, days: int, state: str
) -> None:
    people.add(journal, {"name": "Dr. New", "level": "senior", "start": DAY - timedelta(days)})
    found = read(journal)["D6.1"]
    assert found.state == state
    if state == "not enough yet":
        assert "89 days" in found.says and found.numerator is None


@pytest.mark.parametrize("as_of", [date(2024, 2, 29), date(2024, 12, 31), date(2025, 1, 1)])
def test_a_leap_day_and_the_end_of_a_year_change_no_count(journal: Journal, as_of: date) -> None:
    whom = people.add(journal, {"name": "Dr. Old", "start": date(2020, 1, 1)})
    for back in (0, 364, 365):  # the last of them lies outside the year
        contacts.add(journal, {
            "person_id": whom, "date": as_of - timedelta(back), "kind": "informal",
            "answered": True, "initiated_by": "me"})
    (part,) = read(journal, as_of)["D6.1"].parts
    assert (part.numerator, part.denominator) == (2, 4)


def test_postponed_with_four_days_notice_is_not_late(sample_journal: Journal) -> None:
    late = read(sample_journal)["D7.2"]
    assert [ref.id for ref in late.entries] == [31]
    assert meetings.get(sample_journal, 37).status == "postponed"


def test_a_letter_due_today_is_not_overdue_and_a_result_waits_14_days(
    sample_journal: Journal
) -> None:
    told = read(sample_journal)["D9.4"]
    assert told.state == "worth a look" and "3 weeks" in told.says
    decided = date(2026, 4, 20)
    assert read(sample_journal, decided + timedelta(14))["D9.4"].state == "going well"
    assert read(sample_journal, decided + timedelta(15))["D9.4"].state == "worth a look"


# Thresholds, and too little -------------------------------------------------------------------


def test_a_threshold_of_ones_own_changes_state_and_source(sample_journal: Journal) -> None:
    assert "your setting" in read(sample_journal)["D4.1"].why
    preferences.set_threshold(sample_journal, "load_act", 120)
    assert read(sample_journal)["D4.1"].state == "worth a look"
    preferences.set_threshold(sample_journal, "times_a_year", 3)
    four = read(sample_journal)["D6.1"]
    assert four.state == "going well" and "your setting" in four.why and four.numerator == 7


def test_an_empty_journal_is_told_what_it_needs_and_never_judged(journal: Journal) -> None:
    for one in tips.readings(journal, DAY):
        assert one.state == "not enough yet", one.indicator.id
        assert one.numerator is None and one.denominator is None and one.value is None
        assert one.says and one.why and one.step is not None
    for shown in by_tip(tips.readings(journal, DAY)):
        assert shown.state == "not enough yet" and shown.says and shown.step is not None


def test_two_needs_are_too_few_and_the_third_is_counted(journal: Journal) -> None:
    for text in ("One", "Two"):
        needs.add(journal, {"text": text})
    assert read(journal)["D1.1"].state == "not enough yet"
    needs.add(journal, {"text": "Three", "importance": 3})
    found = read(journal)["D1.1"]
    assert (found.numerator, found.denominator, found.state) == (0, 3, "worth a look")


# A sentence for every state -------------------------------------------------------------------


def test_day_by_day_over_two_years_nothing_breaks_and_every_change_has_a_reason(
    sample_journal: Journal
) -> None:
    before: dict[str, Reading] = {}
    for back in range(730):
        day = date(2024, 11, 15) + timedelta(back)
        now = read(sample_journal, day)
        assert set(now) == set(INDICATORS)
        for key, one in now.items():
            assert one.state in STATES and one.says
            if one.numerator is not None and key not in ("D4.1", "D6.2"):
                assert 0 <= one.numerator <= (one.denominator or 0), (day, key)
            if key in before and before[key].state != one.state:
                assert (before[key].says, before[key].why) != (one.says, one.why), (day, key)
                assert one.why.endswith(".") or one.indicator.is_information, (day, key)
        before = now


def test_the_tips_that_need_one_come_first_and_say_two_things_at_most(
    sample_journal: Journal
) -> None:
    shown = by_tip(tips.readings(sample_journal, DAY))
    assert sorted(one.tip.number for one in shown) == list(range(1, 13))
    assert [one.state for one in shown[:2]] == ["act", "act"]
    states = [one.state for one in shown]
    assert states.index("going well") > states.index("worth a look")
    eighth = next(one for one in shown if one.tip.number == 8)
    assert "stung" in eighth.says and eighth.step is not None
    assert eighth.step.words == "Ask for a talk"
