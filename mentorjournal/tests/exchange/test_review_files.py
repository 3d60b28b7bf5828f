"""The review to hand on, from a journal: counted, without a word of what was said or decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mentorjournal.documents.pdf import page_count
from mentorjournal.exchange import review_files, review_private
from mentorjournal.journal import letters, people, year_ahead, yearly
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.year_ahead import Ahead
from mentorjournal.mentoring.yearly import Period
from mentorjournal.tests import build

DAY = build.SAMPLE_DAY


@pytest.fixture
def period(sample_journal: Journal) -> Period:
    return yearly.chosen(sample_journal, DAY)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_sample_is_one_page(sample_journal: Journal, period: Period, paper: str) -> None:
    assert page_count(review_files.document(sample_journal, period, DAY, paper)) == 1


def test_it_tells_the_year_in_numbers(sample_journal: Journal, period: Period) -> None:
    text = " ".join(review_files.make(sample_journal, period, DAY, ".txt").decode().split())
    for part in ("8: peer 1", "senior 6", "Contacts: 50", "Dr. Castellanos, Dr. Haddad",
                 "on 12 Dec 2025, moved from 31 Oct 2025", "advice 22, feedback 2, letters 1",
                 "Writing: 2 times, acted on, 1 told", "Dr. Okafor, Dr. Haddad", "awarded",
                 "Thanked 11 times, 3 of them before others", "I mentor 2 people, 7 contacts",
                 "4 Aug to 15 Sep 2025"):
        assert part in text, part


def test_it_names_nobody_who_left_or_declined_and_nothing_that_stings(
    sample_journal: Journal, period: Period
) -> None:
    text = review_files.make(sample_journal, period, DAY, ".txt").decode()
    for part in ("Stroud", "declined", "defensive", "disagree", "108", "hours", "hand back",
                 "close", "Open the second site", "compact"):
        assert part not in text, part


def test_it_says_the_same_as_if_whoever_left_had_never_been_there(
    sample_journal: Journal, period: Period
) -> None:
    stroud = next(one.person.id for one in people.everybody(sample_journal, DAY)
                  if "Stroud" in one.person.name)
    day = date(2025, 9, 1)
    build.add_record(sample_journal, "thanks", person_id=stroud, date=day)
    build.add_record(sample_journal, "feedback", person_id=stroud, date=day, theme="Registries")
    letters.add(sample_journal, {
        "writer_id": stroud, "target": "Registry award", "submitted_on": day})
    before = review_files.facts_of(sample_journal, period, DAY)
    people.remove(sample_journal, stroud)
    after = review_files.facts_of(sample_journal, period, DAY)
    assert replace(before, letters=()) == replace(after, letters=())
    assert [(one.target, one.writer) for one in before.letters if one not in after.letters] == [
        ("Registry award", "")]


def test_plans_are_on_it_only_when_i_said_so_and_never_what_to_stop(
    sample_journal: Journal, period: Period
) -> None:
    plans = Ahead(("Say no twice.",), "A clinic builder", "Night mail")
    year_ahead.write(sample_journal, period, plans, DAY)
    assert "Say no twice" not in review_files.make(sample_journal, period, DAY, ".txt").decode()
    year_ahead.write(sample_journal, period, Ahead(
        plans.intentions, plans.new_person, plans.to_stop, True), DAY)
    text = review_files.make(sample_journal, period, DAY, ".md").decode()
    assert "Say no twice" in text and "A clinic builder" in text and "Night mail" not in text


@pytest.mark.parametrize(("values", "says"), [
    ({}, "asked, no answer yet"),
    ({"agreed_on": date(2026, 4, 2)}, "agreed, not sent yet"),
    ({"agreed_on": date(2026, 6, 2)}, "asked, no answer yet"),
    ({"brief_sent_on": date(2026, 4, 9)}, "agreed, not sent yet"),
    ({"agreed_on": date(2026, 4, 2), "reminded_on": date(2026, 4, 9)}, "agreed, not sent yet"),
    ({"submitted_on": date(2026, 4, 9)}, "sent, not decided yet"),
    ({"submitted_on": date(2026, 4, 9), "thanked_on": date(2026, 4, 9)}, "sent, not decided yet"),
    ({"decided_on": date(2026, 5, 1)}, "decided"),
    ({"decided_on": date(2026, 5, 1), "outcome": "awarded"}, "awarded"),
    ({"agreed_on": date(2026, 4, 2), "kind": "nomination_for_mentor"}, "begun, not sent yet")])
def test_each_letter_is_said_as_far_as_it_is(
    journal: Journal, values: dict[str, Any], says: str
) -> None:
    who = build.add_person(journal, "Dr. Ann Vale", start=date(2024, 1, 1))
    letters.add(journal, {
        "writer_id": who, "target": "K12", "asked_on": date(2026, 4, 1), **values})
    found = yearly.chosen(journal, DAY)
    (line,) = review_files.facts_of(journal, found, DAY).letters
    (mine,) = review_private.facts_of(journal, found, DAY).shared.letters
    assert line.outcome == mine.outcome == says
    assert ("me, for" in line.writer) == ("kind" in values)


def test_it_has_a_name_of_its_own(period: Period) -> None:
    assert review_files.title(period) == "Review to share 2026-05-15"
