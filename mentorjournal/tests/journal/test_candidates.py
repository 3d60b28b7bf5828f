"""Getting to know somebody: all there is at once, and what asking, yes and no change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event, select

from mentorjournal import clock
from mentorjournal.journal import (
    agenda,
    candidate_facts,
    candidates,
    contacts,
    dealings,
    entries,
    meetings,
    needs,
    people,
)
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import candidacy, conversation
from mentorjournal.store.errors import JournalError
from mentorjournal.store.schema import dismissal, person_stage
from mentorjournal.tests import build

DAY = build.SAMPLE_DAY
OSEI = 9
OKAFOR, HADDAD, CASTELLANOS = 1, 5, 8


@pytest.fixture(autouse=True)
def _today() -> None:
    clock.set_as_of(DAY)


@pytest.fixture
def stranger(journal: Journal) -> int:
    return build.add_person(journal, "Dr. Una Friis", direction="candidate", stage="considering")


def key(journal: Journal, whom: int, as_of: date = DAY) -> str:
    """What is the next thing to do."""
    return candidacy.next_step(candidates.read(journal, whom, as_of).state, as_of).key


def stages(journal: Journal, whom: int) -> list[tuple[str, date]]:
    rows = journal.read().execute(
        select(person_stage.c.stage, person_stage.c.since)
        .where(person_stage.c.person_id == whom).order_by(person_stage.c.id))
    return [(row.stage, row.since) for row in rows]


def log(journal: Journal) -> list[tuple[str, str | None]]:
    """What is kept of asking early."""
    rows = journal.read().execute(select(dismissal.c.key, dismissal.c.why))
    return [(row.key, row.why) for row in rows
            if row.key.startswith(candidate_facts.ASKED_EARLY)]


def test_the_candidate_of_the_sample(sample_journal: Journal) -> None:
    found = candidates.read(sample_journal, OSEI, DAY)
    assert found.state.met_on == date(2026, 4, 28)
    assert [one.done_on is not None for one in found.homework] == [True, True, False]
    assert found.sheet is not None and found.sheet.decision is None
    assert found.suggested_by == "Dr. Leila Haddad"
    assert found.coming is None and found.cards == frozenset() and found.asked_early == ""
    assert key(sample_journal, OSEI) == "decide"


def test_fit_checked_before_agreeing_is_two_of_seven(sample_journal: Journal) -> None:
    found = candidates.fit_checked(sample_journal, DAY)
    assert (found.n, found.of) == (2, 7)
    first = candidates.fit_sheets(sample_journal, HADDAD)[0]
    candidates.save_fit_sheet(sample_journal, HADDAD, {"date": date(2025, 5, 20)}, first.id)
    assert candidates.fit_checked(sample_journal, DAY).n == 1


def test_everything_comes_in_a_constant_number_of_queries(sample_journal: Journal) -> None:
    def count() -> int:
        asked: list[str] = []

        def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            asked.append(statement)

        engine = sample_journal.read().engine
        event.listen(engine, "before_cursor_execute", note)
        candidates.read(sample_journal, OSEI, DAY)
        event.remove(engine, "before_cursor_execute", note)
        return len(asked)

    build.add_meeting(sample_journal, OSEI)
    before = count()
    candidates.add_homework(sample_journal, OSEI, [f"Paper {n}" for n in range(20)])
    for n in range(5):
        candidates.note_request(sample_journal, OSEI, DAY - timedelta(n))
        candidates.save_fit_sheet(sample_journal, OSEI, {"date": DAY - timedelta(n)})
        build.add_meeting(sample_journal, OSEI, f"2026-06-{n + 1:02}T10:00")
        needs.add_person(sample_journal, needs.every(sample_journal)[n].id, OSEI)
    assert count() == before
    assert before < 20


# The first meeting ----------------------------------------------------------------------------


def test_a_request_waits_for_an_answer_and_is_no_touchpoint(
    journal: Journal, stranger: int
) -> None:
    assert key(journal, stranger) == "request"
    which = candidates.note_request(journal, stranger, DAY)
    assert people.everybody(journal, DAY, [stranger])[0].last_touchpoint is None
    assert [one.id for one in contacts.waiting(journal, DAY)[stranger]] == [which]
    assert candidates.read(journal, stranger, DAY).state.written == (DAY,)
    week, later = DAY + timedelta(7), DAY + timedelta(8)
    assert [key(journal, stranger, day) for day in (DAY, week)] == ["heard", "nudge"]
    contacts.mark_answered(journal, which, DAY)
    assert key(journal, stranger, later) == "arrange"
    assert people.everybody(journal, later, [stranger])[0].last_touchpoint == DAY


def test_after_one_nudge_and_another_week_it_is_somebody_else(
    journal: Journal, stranger: int
) -> None:
    candidates.note_request(journal, stranger, DAY - timedelta(20))
    candidates.note_request(journal, stranger, DAY - timedelta(7), is_nudge=True)
    assert key(journal, stranger) == "others"


def test_a_message_that_was_logged_by_hand_waits_as_well(
    journal: Journal, stranger: int
) -> None:
    contacts.add(journal, {"person_id": stranger, "date": DAY, "kind": "message_unanswered"})
    assert key(journal, stranger) == "heard"
    contacts.add(journal, {"person_id": stranger, "date": DAY, "kind": "question",
                           "initiated_by": "mentor"})  # theirs, and for me to answer
    assert len(candidates.read(journal, stranger, DAY).state.written) == 1


def test_an_answer_is_one_to_everything_that_waited(journal: Journal, stranger: int) -> None:
    old = contacts.add(journal, {
        "person_id": stranger, "date": DAY - timedelta(400), "answered": False})
    for days in (20, 7):
        candidates.note_request(journal, stranger, DAY - timedelta(days))
    assert candidates.heard(journal, stranger, DAY)
    assert candidates.read(journal, stranger, DAY).state.was_answered
    assert [one.answered_on for one in contacts.of_person(journal, stranger)] == [DAY, DAY, None]
    assert not contacts.get(journal, old).answered  # that one is long gone
    journal.undo()
    assert len(candidates.read(journal, stranger, DAY).state.written) == 3


@pytest.mark.parametrize("days", [(2,), (9,), (20, 8)], ids=["heard", "nudge", "others"])
def test_a_no_is_noted_at_every_waiting_step_and_is_an_answer(
    journal: Journal, stranger: int, days: tuple[int, ...]
) -> None:
    for n in days:
        candidates.note_request(journal, stranger, DAY - timedelta(n))
    step = candidacy.next_step(candidates.read(journal, stranger, DAY).state, DAY)
    assert "no" in dict(step.others)
    before = build.dump(journal)
    candidates.said_no(journal, stranger, DAY)
    assert people.get(journal, stranger).stage == "declined"
    assert contacts.waiting(journal, DAY) == {}
    journal.undo()
    assert build.dump(journal) == before


def test_setting_somebody_aside_myself_is_no_answer_of_theirs(
    journal: Journal, stranger: int
) -> None:
    candidates.note_request(journal, stranger, DAY - timedelta(9))
    candidates.decline(journal, stranger, DAY)
    assert len(contacts.waiting(journal, DAY)[stranger]) == 1


def test_a_request_is_not_sent_tomorrow(journal: Journal, stranger: int) -> None:
    with pytest.raises(JournalError, match="still to come"):
        candidates.note_request(journal, stranger, DAY + timedelta(1))


def test_meeting_them_comes_next_and_then_the_sheet(journal: Journal, stranger: int) -> None:
    which = build.add_meeting(journal, stranger, purpose="getting_to_know")
    assert key(journal, stranger) == "prepare"
    meetings.hold(journal, which)
    assert key(journal, stranger, date(2026, 5, 20)) == "sheet"
    assert candidates.wants_fit_sheet(journal, meetings.get(journal, which))
    candidates.save_fit_sheet(journal, stranger, {"date": date(2026, 5, 20), "inspired": 4})
    assert not candidates.wants_fit_sheet(journal, meetings.get(journal, which))
    assert people.get(journal, stranger).stage == "met"
    assert stages(journal, stranger) == [("met", date(2026, 5, 20))]
    assert key(journal, stranger, date(2026, 5, 20)) == "decide"


def test_only_a_meeting_to_get_to_know_offers_the_sheet(journal: Journal, stranger: int) -> None:
    which = build.add_meeting(journal, stranger, purpose="regular", status="held")
    assert not candidates.wants_fit_sheet(journal, meetings.get(journal, which))


@pytest.mark.parametrize("purpose", ["getting_to_know", "regular"])
def test_homework_is_shown_at_the_first_meeting_three_days_before(
    journal: Journal, stranger: int, purpose: str
) -> None:
    which = meetings.get(journal, build.add_meeting(
        journal, stranger, "2026-05-18T10:00", purpose=purpose))
    day = date(2026, 5, 15)
    shown = () if purpose == "getting_to_know" else None
    assert candidates.homework_at(journal, which, day) == shown
    assert candidates.homework_at(journal, which, day - timedelta(1)) is None
    [task] = candidates.add_homework(journal, stranger, ["Read their page"])
    candidates.do_homework(journal, task, day)
    assert candidates.homework_at(journal, which, day) is None
    candidates.do_homework(journal, task, None)
    assert (candidates.homework_at(journal, which, day) is None) == (shown is None)
    build.add_meeting(journal, stranger, "2026-05-01T10:00", status="held")
    assert candidates.homework_at(journal, which, day) is None


def test_a_card_goes_to_the_agenda_and_is_known_to_be_there(sample_journal: Journal) -> None:
    which = build.add_meeting(sample_journal, OSEI)
    for card in conversation.CARDS:
        candidates.take_card(sample_journal, which, card)
    assert candidates.read(sample_journal, OSEI, DAY).cards == set(conversation.CARDS)
    items = agenda.items(sample_journal, which)
    assert items[2].kind == "unwritten_rules"
    agenda.edit_item(sample_journal, items[0].id, {"state": "dropped"})
    assert "first" not in candidates.read(sample_journal, OSEI, DAY).cards


# Deciding and asking --------------------------------------------------------------------------


@pytest.mark.parametrize(("decision", "then"), [("ask", "ask"), ("wait", "decide"),
                                                ("no", "aside")])
def test_a_decision_stands_on_the_newest_sheet_with_its_day(
    sample_journal: Journal, decision: str, then: str
) -> None:
    old = candidates.fit_sheets(sample_journal, OSEI)[0].id
    new = candidates.save_fit_sheet(sample_journal, OSEI, {"date": DAY, "style": 3})
    candidates.decide(sample_journal, OSEI, decision, DAY)
    newest, before = candidates.fit_sheets(sample_journal, OSEI)
    assert (newest.id, newest.decision, newest.decided_on) == (new, decision, DAY)
    assert (before.id, before.decision) == (old, None)
    assert key(sample_journal, OSEI) == then
    candidates.decide(sample_journal, OSEI, None, DAY)
    assert candidates.fit_sheets(sample_journal, OSEI)[0].decided_on is None


def test_asking_somebody_unmet_stops_gently_and_goes_on_all_the_same(
    journal: Journal, stranger: int
) -> None:
    with pytest.raises(JournalError, match="You have not met yet"):
        candidates.ask(journal, stranger, DAY)
    assert people.get(journal, stranger).stage == "considering" and log(journal) == []
    candidates.ask(journal, stranger, DAY, anyway=True)
    assert people.get(journal, stranger).stage == "asked"
    why = "Asked on 15 May 2026, before we had met."
    assert log(journal) == [(f"asked_before_meeting:{stranger}", why)]
    assert candidates.read(journal, stranger, DAY).asked_early == why
    journal.undo()
    assert people.get(journal, stranger).stage == "considering" and log(journal) == []


def meet(journal: Journal, whom: int) -> None:
    build.add_meeting(journal, whom, "2026-05-15T09:00", status="held")


def hear(journal: Journal, whom: int) -> None:
    contacts.add(journal, {"person_id": whom, "date": DAY, "answered": True})


@pytest.mark.parametrize("known", [meet, hear])
def test_asking_whom_one_knows_needs_no_word_and_nothing_is_kept(
    journal: Journal, stranger: int, known: Callable[[Journal, int], None]
) -> None:
    known(journal, stranger)
    with pytest.raises(JournalError):  # the day before, they had not met
        candidates.ask(journal, stranger, DAY - timedelta(1))
    candidates.ask(journal, stranger, DAY)
    assert log(journal) == []
    candidates.note_if_early(journal, stranger, DAY)
    assert log(journal) == []


def test_stage_history_has_the_days_that_were_said(journal: Journal, stranger: int) -> None:
    days = [DAY - timedelta(n) for n in (9, 3)]
    candidates.ask(journal, stranger, days[0], anyway=True)
    assert candidates.read(journal, stranger, DAY).state.asked_on == days[0]
    candidates.agree(journal, stranger, days[1])
    one = people.get(journal, stranger)
    assert (one.direction, one.stage, one.start, one.is_active) == (
        "mentor", "initiation", days[1], True)
    assert stages(journal, stranger) == [("asked", days[0]), ("initiation", days[1])]
    assert key(journal, stranger) == "expectations"


def test_a_no_is_an_outcome_and_can_be_thought_over(journal: Journal, stranger: int) -> None:
    candidates.ask(journal, stranger, DAY, anyway=True)
    candidates.decline(journal, stranger, DAY)
    one = people.get(journal, stranger)
    assert (one.stage, one.ended, one.direction) == ("declined", DAY, "candidate")
    assert key(journal, stranger) == "again"
    candidates.consider_again(journal, stranger, DAY)
    one = people.get(journal, stranger)
    assert (one.stage, one.ended) == ("considering", None)
    hear(journal, stranger)
    candidates.decline(journal, stranger, DAY)
    candidates.consider_again(journal, stranger, DAY)
    assert people.get(journal, stranger).stage == "met"


def test_whom_it_concerns(sample_journal: Journal) -> None:
    def concerned(whom: int) -> bool:
        return candidates.is_being_known(sample_journal, people.get(sample_journal, whom))

    everybody = [one.person.id for one in people.everybody(sample_journal, DAY)]
    assert {whom for whom in everybody if concerned(whom)} == {
        OKAFOR, HADDAD, CASTELLANOS, OSEI}
    candidates.decline(sample_journal, OSEI, DAY)
    assert concerned(OSEI)
    candidates.remove_fit_sheet(
        sample_journal, candidates.fit_sheets(sample_journal, OKAFOR)[0].id)
    assert not concerned(OKAFOR)


def test_the_command_line_lists_and_adds_them(sample_journal: Journal) -> None:
    tasks = list(entries.every(sample_journal, "homework"))
    assert [one["text"] for one in tasks][:1] == ["Read the CV and the group's page"]
    new = entries.add(sample_journal, "fit_sheets", {
        "person_id": OSEI, "date": "2026-05-15", "inspired": 5, "decision": "wait"})
    assert candidates.fit_sheets(sample_journal, OSEI)[0].id == new
    with pytest.raises(JournalError):
        entries.add(sample_journal, "fit_sheets", {"person_id": OSEI, "inspired": 6})


def test_somebody_gone_is_said(journal: Journal, stranger: int) -> None:
    people.remove(journal, stranger)
    with pytest.raises(JournalError, match="no longer"):
        candidates.read(journal, stranger, DAY)


def test_needs_they_would_meet(sample_journal: Journal) -> None:
    need = needs.every(sample_journal)[4]
    needs.add_person(sample_journal, need.id, OSEI)
    assert [one.text for one in candidates.read(sample_journal, OSEI, DAY).needs] == [need.text]
    assert dealings.needs_met(sample_journal, OSEI)[0].id == need.id
