"""What is asked on the sample's day, what is put aside, and what there is too little to tell by."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from mentorjournal.journal import agenda, dismissals, entries, missteps, people, promises
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import missteps_words as asked
from mentorjournal.store.errors import JournalError
from mentorjournal.tests import build

AS_OF = build.SAMPLE_DAY
BUSY, WAITING = "misstep:overcommitted", "misstep:waiting:1"


def keys(journal: Journal, day: date = AS_OF) -> list[str]:
    return [one.key for one in missteps.found(journal, day)]


def ago(days: int) -> date:
    return AS_OF - timedelta(days)


def add(journal: Journal, plural: str, /, **values: object) -> int:
    return entries.add(journal, plural, {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in values.items()})


def test_the_sample_gives_two_things_to_ask(sample_journal: Journal) -> None:
    """Overcommitted yes (108 %), all others no; one promise of theirs worth naming (a10)."""
    much, wait = missteps.found(sample_journal, AS_OF)
    assert (much.key, much.question) == (BUSY, "You are at 108%. What could you hand back?")
    assert "13 of 12 hours a week are committed." in much.facts
    assert wait.key == WAITING and wait.facts == (
        "“Send an authorship policy” was promised for Fri 5 Dec 2025, 161 days ago.",)


def test_p03_is_not_left_waiting_and_p09_is_not_asked_too_much(sample_journal: Journal) -> None:
    """TIPS, Corrections: they met since a14 fell due; one problem in 56 days is too little."""
    found = missteps.look(sample_journal, AS_OF)
    assert not {one.kind for one in found.findings} & {"quiet", "asking"}
    assert found.untold == ("asking",)


def test_people_i_mentor_are_no_data_about_mentors(journal: Journal) -> None:
    mentee = build.add_person(journal, "Tomas", direction="mentee")
    which = build.add_meeting(journal, mentee)
    for title in ("One", "Two", "Three"):
        agenda.add_item(journal, which, {"title": title, "kind": "problem"})
    for owner in ("mentor", "mentee", "me"):
        add(journal, "actions", person_id=mentee, text="The table", due=ago(-3), owner=owner)
    add(journal, "contacts", person_id=mentee, date=ago(3), kind="brief_update",
        initiated_by="mentee", answered=True)
    assert missteps.look(journal, AS_OF).untold == asked.KINDS
    people.edit(journal, mentee, {"direction": "mentor"})
    assert not {"asking", "waiting", "quiet"} & {*missteps.look(journal, AS_OF).untold}


@pytest.mark.parametrize("told", ["promise", "message"])
def test_a_new_mentor_says_nothing_of_being_quiet(journal: Journal, told: str) -> None:
    whom = build.add_person(journal, "Ada", start=AS_OF)
    assert "quiet" in missteps.look(journal, AS_OF).untold
    if told == "promise":
        add(journal, "actions", person_id=whom, text="The draft", due=ago(-3))
    else:
        add(journal, "contacts", person_id=whom, date=AS_OF, kind="brief_update",
            initiated_by="mentor", answered=True)
    assert "quiet" not in missteps.look(journal, AS_OF).untold


def test_put_aside_for_ninety_days_and_brought_back(sample_journal: Journal) -> None:
    missteps.put_aside(sample_journal, WAITING, AS_OF)
    looked = missteps.look(sample_journal, AS_OF)
    assert [one.key for one in looked.findings] == [BUSY]
    assert [one.key for one in looked.aside] == [WAITING]
    assert WAITING not in keys(sample_journal, AS_OF + timedelta(89))
    assert WAITING in keys(sample_journal, AS_OF + timedelta(90))
    dismissals.bring_back(sample_journal, WAITING)
    assert keys(sample_journal) == [BUSY, WAITING]
    with pytest.raises(JournalError):
        dismissals.bring_back(sample_journal, WAITING)
    sample_journal.undo()
    assert keys(sample_journal) == [BUSY]


def test_any_day_of_two_years_can_be_asked_about(sample_journal: Journal) -> None:
    for week in range(-78, 27):
        for one in missteps.look(sample_journal, AS_OF + timedelta(7 * week)).findings:
            assert one.question and all(one.facts)


def test_a_new_journal_is_asked_nothing_and_says_what_it_needs(journal: Journal) -> None:
    looked = missteps.look(journal, AS_OF)
    assert looked.findings == () and looked.untold == asked.KINDS


def test_the_number_of_queries_does_not_grow(journal: Journal) -> None:
    def queries() -> int:
        seen: list[str] = []
        engine = journal.read().engine
        note = lambda *told: seen.append(told[2])  # noqa: E731
        event.listen(engine, "before_cursor_execute", note)
        missteps.look(journal, AS_OF)
        event.remove(engine, "before_cursor_execute", note)
        return len(seen)

    few_people(journal, 1)
    first = queries()
    few_people(journal, 12)
    assert len(keys(journal)) > 20 and queries() == first < 40


def few_people(journal: Journal, count: int) -> None:
    """Each left waiting by me and by them, and each called two meetings off."""
    for n in range(count):
        whom = build.add_person(journal, f"Dr. Ada {n}")
        add(journal, "actions", person_id=whom, text="Mine", due=ago(20))
        add(journal, "actions", person_id=whom, text="Theirs", due=ago(20), owner="mentor")
        for back in range(4):
            add(journal, "meetings", person_id=whom, planned_minutes=30, status="cancelled",
                starts_at=f"{ago(30 + back)}T10:00", called_off_by="mentor")


def test_who_is_no_active_mentor_is_not_asked_about(journal: Journal) -> None:
    few_people(journal, 3)
    first = people.everybody(journal, AS_OF)[0].person.id
    people.edit(journal, first, {"stage": "closed"})
    about = {one.person_id for one in missteps.found(journal, AS_OF)}
    assert first not in about and len(about) == 2


@pytest.mark.parametrize(("days", "named"), [(14, False), (15, True)])
def test_their_promise_past_due(journal: Journal, days: int, named: bool) -> None:
    whom = build.add_person(journal, "Ada")
    promise = add(journal, "actions", person_id=whom, text="The table", due=ago(days),
                  owner="mentor")
    assert (f"misstep:waiting:{whom}" in keys(journal)) == named
    promises.edit(journal, promise, {"done_on": AS_OF})
    assert keys(journal) == []
    assert (f"misstep:waiting:{whom}" in keys(journal, ago(1))) is False
    promises.edit(journal, promise, {"done_on": None, "dropped_on": AS_OF})
    assert keys(journal) == []


def meeting(journal: Journal, whom: int, days: int, status: str, by: str | None = None) -> None:
    add(journal, "meetings", person_id=whom, planned_minutes=30, status=status,
        starts_at=f"{ago(days)}T10:00", called_off_by=by)


def test_meetings_they_called_off_of_the_last_four_that_were_due(journal: Journal) -> None:
    """A postponed one was due on another day, and one to come is not due yet."""
    whom = build.add_person(journal, "Ada")
    key = f"misstep:called_off:{whom}"
    meeting(journal, whom, 40, "held")
    meeting(journal, whom, 30, "cancelled", "mentor")
    meeting(journal, whom, 20, "cancelled", "mentor")
    assert key not in keys(journal) and "called_off" in missteps.look(journal, AS_OF).untold
    meeting(journal, whom, 10, "missed")
    meeting(journal, whom, 5, "postponed", "mentor")
    meeting(journal, whom, -5, "confirmed")
    assert key in keys(journal)
    fact = missteps.found(journal, AS_OF)[-1].facts[0]
    assert "called off 2 of the last 4 meetings that were due" in fact
    meeting(journal, whom, 0, "cancelled", "me")
    assert key in keys(journal)
    meeting(journal, whom, 1, "held")  # only one of theirs is among the last four now
    assert key not in keys(journal)


def commitment(journal: Journal, **values: object) -> int:
    return add(journal, "commitments", **{
        "title": "Committee", "hours_per_week": 2, "decision": "accepted", "since": ago(100),
        **values})


def test_hours_without_a_goal_that_one_person_asked_for(journal: Journal) -> None:
    whom = build.add_person(journal, "Dr. Henrik Vale")
    goal = add(journal, "goals", text="A goal")
    commitment(journal, hours_per_week=9, goal_id=goal)
    commitment(journal, asked_by_id=whom)
    assert keys(journal) == []
    commitment(journal, asked_by_id=whom)
    (found,) = missteps.found(journal, AS_OF)
    assert found.question == "Whose goal is this?" and found.facts == (
        "4 of 13 hours a week serve no goal of yours.",
        "2 commitments without a goal came from Dr. Vale.")


def test_three_yeses_and_no_no(journal: Journal) -> None:
    goal = add(journal, "goals", text="A goal")
    for n in range(3):
        commitment(journal, goal_id=goal, decided_on=ago(n))
    assert keys(journal) == [BUSY]
    assert "overcommitted" in missteps.look(journal, AS_OF).untold  # hours cannot be told yet
    commitment(journal, decision="declined", decided_on=ago(1), since=None)
    assert keys(journal) == []


def test_three_promises_past_due_and_something_new(journal: Journal) -> None:
    goal = add(journal, "goals", text="A goal")
    commitment(journal, goal_id=goal, decided_on=ago(3))
    for n in (1, 2):
        add(journal, "actions", text="Draft", due=ago(n))
    add(journal, "actions", text="Both", due=AS_OF, owner="both")
    assert keys(journal) == []
    assert keys(journal, AS_OF + timedelta(1)) == [BUSY]


def test_a_goal_nobody_has_seen(journal: Journal) -> None:
    whom = build.add_person(journal, "Ada")
    add(journal, "contacts", person_id=whom, date=ago(183), kind="informal", answered=True)
    goal = add(journal, "goals", text="Learn the echo", started_on=ago(60))
    (found,) = missteps.found(journal, AS_OF)
    assert found.question == "Who has seen this?" and found.facts == (
        "You have asked nobody for feedback.",
        "“Learn the echo”: no step done in 60 days, and on no agenda.")
    assert keys(journal, ago(1)) == []
    add(journal, "goal_steps", goal_id=goal, text="One", done_on=ago(60))
    assert keys(journal) == ["misstep:alone"]
    add(journal, "goal_steps", goal_id=goal, text="Two", done_on=ago(59))
    assert keys(journal) == []


@pytest.mark.parametrize(("days", "state", "alone"), [
    (-7, "planned", False), (59, "covered", False), (60, "covered", True), (-7, "dropped", True)])
def test_an_agenda_names_the_goal(journal: Journal, days: int, state: str, alone: bool) -> None:
    whom = build.add_person(journal, "Ada")
    add(journal, "contacts", person_id=whom, date=ago(300), kind="informal", answered=True)
    goal = add(journal, "goals", text="Learn the echo", started_on=ago(200))
    which = add(journal, "meetings", person_id=whom, planned_minutes=30,
                starts_at=f"{ago(days)}T10:00", status="held" if days > 0 else "confirmed")
    add(journal, "agenda_items", meeting_id=which, title="The echo", goal_id=goal, state=state)
    assert ("misstep:alone" in keys(journal)) == alone


@pytest.mark.parametrize(("days", "alone"), [(182, False), (183, True)])
def test_feedback_that_was_asked_for_counts(journal: Journal, days: int, alone: bool) -> None:
    whom = build.add_person(journal, "Ada")
    add(journal, "contacts", person_id=whom, date=ago(300), kind="informal", answered=True)
    add(journal, "goals", text="Learn the echo", started_on=ago(200))
    add(journal, "feedback", person_id=whom, date=ago(1), topic="Not asked for")
    add(journal, "feedback", person_id=whom, asked_on=ago(days), topic="Asked for")
    assert ("misstep:alone" in keys(journal)) == alone
