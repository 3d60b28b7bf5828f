"""Keeping, changing, closing and reopening a relationship."""

from __future__ import annotations

from datetime import date

import pytest

from mentorjournal.journal import endings, entries, people
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import endings as rules
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

AS_OF = build.SAMPLE_DAY
DEFAULT = 91


def whom(journal: Journal, name: str) -> int:
    return next(one.person.id for one in people.everybody(journal, AS_OF)
                if name in one.person.name)


def asked(journal: Journal, name: str) -> list[str]:
    found = endings.to_ask(journal, AS_OF, DEFAULT)
    return [one.why for one in found.get(whom(journal, name), ())]


def test_stroud_was_closed_with_all_three_parts_and_told_on_14_february(
    sample_journal: Journal
) -> None:
    (one,) = endings.of_person(sample_journal, whom(sample_journal, "Stroud"))
    assert rules.parts_written(one) == ("framing", "thanks", "door_open")
    assert (one.check_in_done_on, one.conversation_on) == (date(2026, 2, 14), date(2025, 11, 20))
    assert endings.updates_due(sample_journal, AS_OF) == []


def test_only_marchetti_is_quiet_enough_to_ask(sample_journal: Journal) -> None:
    quiet = [key for key, why in endings.to_ask(sample_journal, AS_OF, DEFAULT).items()
             if any(one.why == "dormant" for one in why)]
    assert quiet == [whom(sample_journal, "Marchetti")]


def test_keep_rests_the_question_and_names_the_next_word(sample_journal: Journal) -> None:
    one = whom(sample_journal, "Marchetti")
    endings.keep(sample_journal, one, AS_OF, date(2026, 6, 1))
    assert asked(sample_journal, "Marchetti") == []
    assert people.get(sample_journal, one).next_contact_on == date(2026, 6, 1)
    assert people.get(sample_journal, one).is_active


@pytest.mark.parametrize(("how", "values", "field", "wanted"), [
    ("lighter_rhythm", {"every_days": 182}, "cadence_days", 182),
    ("now_colleagues", {}, "stage", "redefinition"),
    ("paused", {"until": date(2026, 9, 1)}, "paused_until", date(2026, 9, 1)),
])
def test_change(
    sample_journal: Journal, how: str, values: dict[str, object], field: str, wanted: object
) -> None:
    one = whom(sample_journal, "Marchetti")
    before = build.dump(sample_journal)
    endings.change(sample_journal, one, AS_OF, how, **values)  # type: ignore[arg-type]
    assert getattr(people.get(sample_journal, one), field) == wanted
    assert endings.of_person(sample_journal, one)[0].outcome == how
    sample_journal.undo()
    assert build.dump(sample_journal) == before


@pytest.mark.parametrize(("how", "sentence"), [
    ("lighter_rhythm", "how often"), ("paused", "until when")])
def test_change_says_what_it_needs(sample_journal: Journal, how: str, sentence: str) -> None:
    with pytest.raises(JournalError, match=sentence):
        endings.change(sample_journal, whom(sample_journal, "Marchetti"), AS_OF, how)


def test_closing_is_written_first_and_ends_only_when_it_is_said(sample_journal: Journal) -> None:
    one = whom(sample_journal, "Marchetti")
    which = endings.begin_closing(sample_journal, one)
    assert people.get(sample_journal, one).is_active
    endings.edit(sample_journal, which, {"update_promised": "How the clinic ends."})
    endings.close(sample_journal, which, AS_OF)
    closed = people.get(sample_journal, one)
    assert (closed.standing, closed.ended) == ("past", AS_OF)
    now = endings.get(sample_journal, which)
    assert (now.outcome, now.decided_on, now.check_in_on) == (
        "closed", AS_OF, date(2026, 8, 13))
    due = endings.updates_due(sample_journal, date(2026, 8, 13))
    assert [(whose.id, late.id) for whose, late in due] == [(one, which)]
    endings.update_sent(sample_journal, which, date(2026, 8, 13))
    assert endings.updates_due(sample_journal, date(2026, 8, 13)) == []


def test_a_day_named_while_the_note_is_written_reminds_of_nothing(
    sample_journal: Journal
) -> None:
    which = endings.begin_closing(sample_journal, whom(sample_journal, "Marchetti"))
    endings.edit(sample_journal, which, {"check_in_on": AS_OF})
    assert endings.updates_due(sample_journal, AS_OF) == []
    endings.close(sample_journal, which, AS_OF)
    assert len(endings.updates_due(sample_journal, AS_OF)) == 1


def test_without_a_promise_there_is_no_reminder(sample_journal: Journal) -> None:
    which = endings.begin_closing(sample_journal, whom(sample_journal, "Marchetti"))
    endings.close(sample_journal, which, AS_OF)
    assert endings.get(sample_journal, which).check_in_on is None
    endings.edit(sample_journal, which, {"update_promised": "How the clinic ends."})
    assert endings.get(sample_journal, which).check_in_on == date(2026, 8, 13)


def test_end_before_the_beginning_is_refused(sample_journal: Journal) -> None:
    which = endings.begin_closing(sample_journal, whom(sample_journal, "Marchetti"))
    with pytest.raises(JournalError, match="before it began"):
        endings.close(sample_journal, which, date(2020, 1, 1))


def test_whoever_was_only_considered_is_not_reopened_as_a_mentor(journal: Journal) -> None:
    one = build.add_person(journal, "Dr. Una Friis", direction="candidate", stage="declined")
    assert people.get(journal, one).never_began
    with pytest.raises(JournalError, match="was not your mentor yet"):
        endings.reopen(journal, one, AS_OF)
    assert people.get(journal, one).stage == "declined"


def test_closed_relationship_stays_readable_and_can_be_reopened(sample_journal: Journal) -> None:
    one = whom(sample_journal, "Stroud")
    endings.reopen(sample_journal, one, AS_OF)
    again = people.get(sample_journal, one)
    assert (again.is_active, again.ended) == (True, None)
    (old,) = endings.of_person(sample_journal, one)
    assert (old.reopened_on, old.outcome) == (AS_OF, "closed")
    stages = [row for row in entries.every(sample_journal, "person_stages")
              if row["person_id"] == one]
    assert [row["stage"] for row in stages] == ["cultivation"]
    with pytest.raises(JournalError, match="not closed"):
        endings.reopen(sample_journal, one, AS_OF)
