"""The sample journal gives exactly the readings of part E, and its thresholds can be changed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mentorjournal.journal import me, people, preferences, tips
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import tips_order
from mentorjournal.mentoring.tips import Part, Reading
from mentorjournal.mentoring.tips_table import INDICATORS, THRESHOLDS
from mentorjournal.tests import build
from mentorjournal.tests.journal.test_sample_readings import KEYS

AS_OF = build.SAMPLE_DAY
Found = dict[str, Reading]


@pytest.fixture
def found(sample_journal: Journal) -> Found:
    return {one.indicator.id: one for one in tips.readings(sample_journal, AS_OF)}


@pytest.fixture
def who(sample_journal: Journal) -> dict[int, str]:
    """Person -> number in the plan of the sample."""
    names = {one.person.id: one.person.name for one in people.everybody(sample_journal, AS_OF)}
    return {owner: key for key, part in KEYS.items()
            for owner, name in names.items() if part in name}


def by_person(reading: Reading, who: dict[int, str]) -> dict[str, Part]:
    return {who[one.person_id]: one for one in reading.parts if one.person_id is not None}


def by_words(reading: Reading) -> dict[str, Part]:
    return {one.words: one for one in reading.parts}


def keys(ids: Any, who: dict[int, str]) -> list[str]:
    return [who[one] for one in ids]


def test_all_are_there_in_the_order_of_the_table(found: Found) -> None:
    assert list(found) == list(INDICATORS)
    assert len(found) == 41


# id -> numerator and denominator or value, state, and what is said.
E: dict[str, tuple[Any, str, str]] = {
    "D1.1": ((4, 5), "going well",
             "4 of 5 needs have somebody; nobody yet for “Large linked data sets”."),
    "D1.2": ((2, 7), "information",
             "You looked at the fit first with 2 of the 7 mentors you chose."),
    "D1.3": ((4, 8), "going well",
             "4 of 8 mentors are in your department, 3 in others, 1 outside."),
    "D2.1": ((3, 3), "going well",
             "Your 8 mentors cover all three levels: 1 peer, 1 step-ahead and 6 senior."),
    "D2.2": ((3, 3), "going well",
             "Your 8 mentors cover all three areas: clinical work 3, academic goals 5 and "
             "personal life 2."),
    "D2.3": ((5, 5), "going well",
             "Your 8 mentors cover all five roles; only Dr. Vale is your advocate."),
    "D2.4": (2, "going well", "Nobody holds more than 2 of the five roles."),
    "D3.1": ((3, 3), "going well", "A goal for each horizon: 3 months, 1 year and 5 years."),
    "D3.2": (5, "information", "Each of 5 goals has all five parts."),
    "D3.3": ((30, 32), "going well", "A result named before 30 of 32 meetings."),
    "D3.4": ((31, 32), "going well", "Left 31 of 32 meetings with something noted."),
    "D4.1": (108, "act",
             "13.0 of 12 hours a week: 108%, and 125% with what is asked of you."),
    "D4.2": (2.5, "going well", "2.5 of 13.0 hours a week serve no goal of yours."),
    "D4.3": ((13, 19), "act", "13 of 19 promises kept on time, 3 late, 3 open."),
    "D4.4": ((2, 3), "act", "2 of 3 compacts are in good order; with Dr. Okafor a topic is seen "
             "differently for 178 days."),
    "D5.1": ((20, 32), "going well",
             "Agenda 48 hours ahead for 20 of 32 meetings, 24 hours ahead for 28."),
    "D5.2": ((3, 4), "going well", "Options for 3 of 4 problems."),
    "D5.3": ((5, 6), "worth a look", "The brief lacked nothing for 5 of 6 letters."),
    "D5.4": (40, "worth a look",
             "Letters asked for 40 days ahead, the middle of 6; Dr. Brandt had 24."),
    "D6.1": ((6, 7), "worth a look", "Four a year with 6 of 7 mentors; Joy Marchetti 3 of 4."),
    "D6.2": ((7, 8), "act", "7 of 8 mentors within rhythm; Joy Marchetti quiet for 7 months."),
    "D6.3": ((48, 55), "going well", "You began 48 of 55 contacts in the last year."),
    "D6.4": ((6, 8), "worth a look",
             "You asked 6 of 8 mentors how and how often they like to be in touch."),
    "D6.5": ((2, 8), "information", "A next date with 2 of 8 mentors."),
    "D7.1": ((31, 32), "going well", "On time for 31 of 32 meetings."),
    "D7.2": (1, "worth a look",
             "1 late cancellation in a year, on 21 Oct 2025 with 5 hours’ notice."),
    "D7.3": ((2, 32), "going well", "2 of 32 meetings ran over by more than 5 minutes."),
    "D8.1": (2, "going well", "You asked for feedback 2 times in 183 days, last on 24 Mar."),
    "D8.2": ((6, 9), "going well", "9 entries: 8 with a plan, 7 acted on, 6 reported back."),
    "D8.3": ((6, 9), "worth a look", "A note within 7 days for 6 of 9 entries."),
    "D8.4": (1, "worth a look",
             "What Dr. Castellanos said on 8 May stung: no talk after 7 days."),
    "D9.1": ((6, 8), "information",  # two known for long were never thanked
             "Thanked 6 of 8 mentors; Dr. Haddad helped on 22 Apr and waits for thanks."),
    "D9.2": ((3, 12), "going well", "3 of 12 thanks in a year were said before others."),
    "D9.3": ((2, 3), "worth a look",
             "Credit given for 2 of 3 accomplishments; not yet to Dr. Haddad."),
    "D9.4": ((3, 4), "worth a look",
             "The writers know the result of 3 of 4 letters; Dr. Brandt not yet."),
    "D10.1": ((7, 7), "going well", "2 answers or more about 7 of 7 mentors known 180 days."),
    "D10.2": ((1, 3), "information", "Boundaries agreed in 1 of 3 compacts."),
    "D11.1": ((1, 1), "going well", "One relationship ended, with all three parts."),
    "D11.2": ((1, 8), "information", "Quiet with 1 of 8 mentors: Joy Marchetti, for 7 months."),
    "D12.1": ((2, 2), "going well", "You mentor Dr. Reyes and Hana Yoon, last contact 5 May."),
    "D12.2": (1, "information",
              "You wrote about mentoring others once in half a year, on 27 Feb."),
}


@pytest.mark.parametrize("key", E)
def test_each_reading_of_the_sample(found: Found, key: str) -> None:
    one, (number, state, says) = found[key], E[key]
    counted = (one.numerator, one.denominator) if one.value is None else one.value
    assert (counted, one.state, one.says) == (number, state, says)
    assert one.step is not None and one.as_of == AS_OF


def test_reach_levels_and_areas(found: Found) -> None:
    def counts(key: str) -> dict[str, int | None]:
        return {words: one.numerator for words, one in by_words(found[key]).items()}

    assert counts("D1.3") == {
        "your own department": 4, "another department": 3, "outside": 1, "not noted": 0}
    assert counts("D2.1") == {"peer": 1, "step-ahead": 1, "senior": 6}
    assert counts("D2.2") == {"clinical work": 3, "academic goals": 5, "personal life": 2}
    assert counts("D2.3") == {
        "coach": 4, "research adviser": 2, "sponsor": 2, "advocate": 1, "confidante": 2}


def test_who_holds_most_roles(found: Found, who: dict[int, str]) -> None:
    assert sorted(keys(found["D2.4"].people, who)) == ["p02", "p03", "p04"]


def test_contacts_in_the_year(found: Found, who: dict[int, str]) -> None:
    year = by_person(found["D6.1"], who)
    assert {key: one.value for key, one in year.items()} == {
        "p01": 10, "p02": 5, "p03": 6, "p04": 6, "p05": 7, "p06": 10, "p09": 3, "p11": 3}
    assert (year["p11"].numerator, year["p11"].denominator) == (3, 4)
    assert (year["p09"].denominator, year["p09"].detail) == (None, "Too new to tell (56 days)")
    assert keys(found["D6.1"].people, who) == ["p11"]


def test_days_since_contact(found: Found, who: dict[int, str]) -> None:
    assert {key: one.detail for key, one in by_person(found["D6.2"], who).items()} == {
        "p01": "due soon, 24 of 30 days", "p02": "due soon, 80 of 91 days",
        "p03": "due today, 45 of 45 days", "p04": "within, 31 of 60 days",
        "p05": "within, 23 of 91 days", "p06": "within, 14 of 30 days",
        "p09": "within, 7 of 60 days", "p11": "overdue and dormant, 213 of 60 days"}


def test_preferences_and_next_dates(found: Found, who: dict[int, str]) -> None:
    assert sorted(keys(found["D6.4"].people, who)) == ["p09", "p11"]
    dated = [who[one.person_id or 0] for one in found["D6.5"].parts if one.value is not None]
    assert sorted(dated) == ["p01", "p02"]


def test_agendas_and_what_is_asked_ahead(found: Found) -> None:
    assert {words: (one.numerator, one.denominator)
            for words, one in by_words(found["D5.1"]).items()} == {
        "48 hours ahead": (20, 32), "24 hours ahead": (28, 32),
        "with something to do ahead": (13, 32)}


def test_promises(found: Found, who: dict[int, str]) -> None:
    parts = by_words(found["D4.3"])
    assert [parts[words].numerator for words in ("on time", "late", "open")] == [13, 3, 3]
    assert [(who[one.person_id or 0], one.value) for one in found["D4.3"].parts[3:]] == [
        ("p03", 84), ("p04", 10), ("p01", 3)]
    assert [one.kind for one in found["D4.3"].entries] == ["action"] * 3


@pytest.mark.parametrize(("day", "hours"), [
    (AS_OF, 13.0), (date(2025, 10, 15), 14.5), (date(2025, 12, 31), 8.5)])
def test_load_on_three_days(sample_journal: Journal, day: date, hours: float) -> None:
    found = by_words(tips.reading(sample_journal, "D4.1", day))
    assert found["hours a week"].value == hours
    assert found["hours you can give"].value == 12
    if day == AS_OF:
        assert found["with what is asked of you"].value == 125


def test_load_in_percent(sample_journal: Journal) -> None:
    days = (date(2025, 10, 15), date(2025, 12, 31))
    assert [tips.reading(sample_journal, "D4.1", day).value for day in days] == [121, 71]


def test_hours_without_a_goal(sample_journal: Journal, found: Found) -> None:
    assert [one.id for one in found["D4.2"].entries] == [4, 6]


def test_compacts(found: Found, who: dict[int, str]) -> None:
    assert {key: one.detail for key, one in by_person(found["D4.4"], who).items()} == {
        "p01": "8 agreed, 1 seen differently, 1 open; review 68 days late",
        "p02": "4 agreed, 2 open; review in 9 days", "p03": "5 agreed; review in 65 days"}


def test_feedback(found: Found, who: dict[int, str]) -> None:
    loop = {words: one.numerator for words, one in by_words(found["D8.2"]).items()}
    assert loop == {"with a plan": 8, "answered with a note": 8, "acted on": 7,
                    "reported back": 6}
    asked = found["D8.1"].parts[0]
    assert (asked.numerator, asked.denominator) == (5, 7)
    cooling = by_person(found["D8.4"], who)
    assert {key: one.value for key, one in cooling.items()} == {"p09": 7}


def test_letters(found: Found, who: dict[int, str]) -> None:
    leads = {who[one.person_id or 0]: one.value for one in found["D5.4"].parts}
    assert leads == {"p01": 42, "p05": 41, "p04": 24, "p02": 50, "p11": 39, "p03": 32}
    for key in ("D5.3", "D5.4", "D9.4"):
        assert keys(found[key].people, who) == ["p04"]
        assert [one.kind for one in found[key].entries] == ["letter"]
    assert found["D9.4"].parts[0].value == 25


def test_thanks(found: Found, who: dict[int, str]) -> None:
    assert by_words(found["D9.2"])["kinds of thanks"].value == 6
    thanked = by_person(found["D9.1"], who)
    assert sorted(key for key, one in thanked.items() if one.value is None) == ["p06", "p09"]
    assert (thanked["p11"].value, thanked["p03"].value) == (225, 190)
    assert keys(found["D9.3"].people, who) == ["p05"]


def test_know_cards(found: Found, who: dict[int, str]) -> None:
    assert {key: one.numerator for key, one in by_person(found["D10.1"], who).items()} == {
        "p01": 6, "p02": 3, "p03": 6, "p04": 2, "p05": 4, "p06": 5, "p09": 1, "p11": 2}


def test_the_ending_and_who_is_mentored(found: Found, who: dict[int, str]) -> None:
    ending = by_person(found["D11.1"], who)["p08"]
    assert (ending.numerator, ending.denominator) == (3, 3)
    assert ending.detail == "update sent 14 Feb"
    assert sorted(keys(found["D12.1"].people, who)) == ["p12", "p13"]
    assert keys(found["D11.2"].people, who) == ["p11"]


def test_fit_and_needs(found: Found, who: dict[int, str]) -> None:
    assert sorted(keys(found["D1.2"].people, who)) == ["p03", "p04", "p06", "p09", "p11"]
    assert [one.kind for one in found["D1.1"].entries] == ["need"]


BEHIND = {
    "D1.1": ("Not covered yet", "need"), "D1.2": ("Not looked at first", "person"),
    "D1.3": ("Counted", "person"), "D2.1": ("Counted", "person"), "D2.2": ("Counted", "person"),
    "D2.3": ("Counted", "person"), "D2.4": ("Counted", "person"), "D3.1": ("Counted", "goal"),
    "D3.2": ("Counted", "goal"), "D3.3": ("Not named before", "meeting"),
    "D3.4": ("Nothing noted", "meeting"), "D4.1": ("Counted", "commitment"),
    "D4.2": ("Without a goal", "commitment"), "D4.3": ("Still open", "action"),
    "D4.4": ("Not in order", "expectation"), "D5.1": ("Not 48 hours ahead", "meeting"),
    "D5.2": ("Without an option", "meeting"), "D5.3": ("Not complete", "letter"),
    "D5.4": ("At short notice", "letter"), "D6.1": ("Too seldom", "person"),
    "D6.2": ("Time for a word", "person"), "D6.3": ("The last ones", "meeting"),
    "D6.4": ("Not asked yet", "person"), "D6.5": ("No date yet", "person"),
    "D7.1": ("Late", "meeting"), "D7.2": ("Called off late", "meeting"),
    "D7.3": ("Ran over", "meeting"), "D8.1": ("Counted", "feedback"),
    "D8.2": ("Not finished yet", "feedback"), "D8.3": ("Not in time", "feedback"),
    "D8.4": ("Not talked over yet", "feedback"), "D9.1": ("Waits for thanks", "contact"),
    "D9.2": ("Said before others", "thanks"), "D9.3": ("Not credited yet", "accomplishment"),
    "D9.4": ("Not told yet", "letter"), "D10.1": ("Counted", "person"),
    "D10.2": ("Not agreed yet", "person"), "D11.1": ("Counted", "ending"),
    "D11.2": ("Quiet", "person"), "D12.1": ("Counted", "person"),
    "D12.2": ("Counted", "reflection"),
}


def test_every_reading_shows_what_it_rests_on_and_says_what_that_is(found: Found) -> None:
    assert {key: (one.behind, one.entries[0].kind if one.entries else "")
            for key, one in found.items()} == BEHIND
    counts = {key: len(one.entries) for key, one in found.items()}
    assert (counts["D5.1"], counts["D9.2"], counts["D10.1"], counts["D3.1"]) == (12, 3, 7, 5)
    assert all(len(set(one.entries)) == len(one.entries) for one in found.values())


def test_the_tips_in_order(sample_journal: Journal) -> None:
    shown = tips_order.by_tip(tips.readings(sample_journal, AS_OF))
    assert [(one.tip.number, one.state) for one in shown] == [
        (4, "act"), (6, "act"), (5, "worth a look"), (7, "worth a look"), (8, "worth a look"),
        (9, "worth a look"), (1, "going well"), (2, "going well"), (3, "going well"),
        (10, "going well"), (11, "going well"), (12, "going well")]
    assert all(one.step and one.says for one in shown)


# Thresholds -----------------------------------------------------------------------------------

# Threshold -> the indicator, other thresholds set with it, the number, and what it becomes.
CHANGED: dict[str, tuple[str, float, str, dict[str, float]]] = {
    "important_need": ("D1.1", 2, "worth a look", {}),
    "roles_held_look": ("D2.4", 2, "worth a look", {}),
    "roles_held_act": ("D2.4", 2, "act", {"roles_held_look": 2}),
    "result_named": ("D3.3", 95, "worth a look", {}),
    "left_with": ("D3.4", 98, "worth a look", {}),
    "load_act": ("D4.1", 120, "worth a look", {}),
    "load_look": ("D4.1", 110, "going well", {"load_act": 120}),
    "off_goal": ("D4.2", 19, "worth a look", {}),
    "promise_act": ("D4.3", 84, "worth a look", {}),
    "promise_look": ("D4.3", 84, "going well", {"promise_act": 84}),
    "differs_act": ("D4.4", 178, "worth a look", {}),
    "review_look": ("D4.4", 248, "going well", {"differs_act": 178}),
    "agenda_ahead": ("D5.1", 90, "worth a look", {}),
    "options_given": ("D5.2", 76, "worth a look", {}), "lead_time": ("D5.4", 24, "going well", {}),
    "times_a_year": ("D6.1", 3, "going well", {}),
    "dormant": ("D6.2", 355, "worth a look", {}),
    "dormant_days": ("D6.2", 214, "worth a look", {}),
    "begun_by_me": ("D6.3", 88, "worth a look", {}), "on_time": ("D7.1", 97, "worth a look", {}),
    "asked_after": ("D6.4", 730, "going well", {}),
    "late_look": ("D7.2", 2, "going well", {}), "ran_over": ("D7.3", 6, "worth a look", {}),
    "asked_within": ("D8.1", 51, "worth a look", {}),
    "plan_within": ("D8.2", 6, "worth a look", {}), "note_sent": ("D8.3", 66, "going well", {}),
    "cooling_look": ("D8.4", 8, "going well", {}), "cooling_act": ("D8.4", 7, "act", {}),
    "thanks_within": ("D9.1", 22, "worth a look", {}),
    "told_within": ("D9.4", 25, "going well", {}),
    "know_answers": ("D10.1", 3, "worth a look", {}),
    "know_days": ("D10.1", 56, "worth a look", {}),
}


@pytest.mark.parametrize("key", CHANGED)
def test_a_changed_threshold_changes_the_state_and_is_named_as_ones_own(
    sample_journal: Journal, key: str
) -> None:
    indicator, number, state, others = CHANGED[key]
    for name, value in {**others, key: number}.items():
        preferences.set_threshold(sample_journal, name, value)
    found = tips.reading(sample_journal, indicator, AS_OF)
    assert found.state == state
    assert "your setting" in found.why
    if key not in ("load_act", "promise_act", "differs_act", "dormant", "dormant_days"):
        assert f"{number:g}" in found.why  # those are no longer what it is held against


@pytest.mark.parametrize(
    ("key", "number", "part", "detail"),
    [("due_soon", 81, "p01", "within, 24 of 30 days"),
     ("overdue", 85, "p02", "overdue, 80 of 91 days")])
def test_the_rhythm_has_its_own_thresholds(
    sample_journal: Journal, who: dict[int, str], key: str, number: float, part: str, detail: str
) -> None:
    preferences.set_threshold(sample_journal, key, number)
    found = tips.reading(sample_journal, "D6.2", AS_OF)
    assert by_person(found, who)[part].detail == detail


def test_one_late_cancellation_within_90_days_is_enough_where_one_says_so(
    sample_journal: Journal
) -> None:
    preferences.set_threshold(sample_journal, "late_act", 1)
    assert tips.reading(sample_journal, "D7.2", date(2025, 11, 1)).state == "act"
    assert tips.reading(sample_journal, "D7.2", AS_OF).state == "worth a look"


def test_how_many_from_one_place_are_too_many(sample_journal: Journal) -> None:
    mine = me.get(sample_journal)
    for facts in people.everybody(sample_journal, AS_OF):
        people.edit(sample_journal, facts.person.id, {
            "institution": mine.institution, "department": mine.department})
    assert tips.reading(sample_journal, "D1.3", AS_OF).state == "worth a look"
    preferences.set_threshold(sample_journal, "same_place", 20)
    assert tips.reading(sample_journal, "D1.3", AS_OF).state == "going well"


def test_every_threshold_was_tried() -> None:
    elsewhere = {"due_soon", "overdue", "late_act", "same_place"}
    assert CHANGED.keys() | elsewhere == THRESHOLDS.keys()


# Reading --------------------------------------------------------------------------------------


def test_one_is_read_as_among_all(sample_journal: Journal, found: Found) -> None:
    for key in ("D1.1", "D6.2", "D9.4"):
        assert tips.reading(sample_journal, key, AS_OF) == found[key]


def test_every_judged_reading_names_its_rule_and_where_that_comes_from(found: Found) -> None:
    for one in found.values():
        if one.state == "information" or one.indicator.id == "D12.1":
            continue
        assert any(f"({words})" in one.why for words in (
            "the paper", "common advice", "your setting")), one.why
        assert "our default" not in one.why


def test_the_queries_are_as_many_for_a_large_journal_as_for_a_small_one(
    journal: Journal, sample_journal: Journal
) -> None:
    from sqlalchemy import event

    counts = []
    for one in (journal, sample_journal):
        seen: list[str] = []
        event.listen(one.read().engine, "before_cursor_execute",
                     lambda *args, seen=seen: seen.append(args[2]))
        tips.readings(one, AS_OF)
        counts.append(len(seen))
    assert counts[0] <= counts[1] == 37, counts
