"""Today in a journal: the sample's rows, each kind coming and going, and what is put aside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from mentorjournal import clock
from mentorjournal.journal import (
    agenda,
    carry_in,
    commitments,
    contacts,
    dismissals,
    endings,
    expectations,
    feedback,
    feedback_given,
    goal_steps,
    goals,
    keeping,
    letters,
    meetings,
    people,
    promises,
    stages,
    thanks,
    today,
)
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.today import Board, Today
from mentorjournal.mentoring import today as rules
from mentorjournal.mentoring.deeds import Ref
from mentorjournal.mentoring.today import Row
from mentorjournal.tests import build

DAY = build.SAMPLE_DAY
OKAFOR, VALE, RAMANATHAN, BRANDT, HADDAD = 1, 2, 3, 4, 5


@pytest.fixture(autouse=True)
def _day() -> None:
    clock.set_as_of(DAY)


def rows(journal: Journal, kind: str, as_of: date = DAY) -> list[Row]:
    return [one for one in today.read(journal, as_of).rows if one.kind == kind]


def keys(found: Today) -> list[str]:
    return [one.key for one in found.rows]


def titles(journal: Journal, kind: str, as_of: date = DAY) -> list[str]:
    return [one.title for one in rows(journal, kind, as_of)]


# The sample -----------------------------------------------------------------------------------


def test_the_sample_counts(sample_journal: Journal) -> None:
    found = today.read(sample_journal, DAY)
    assert found.counts.words == "9 overdue or due today, 14 coming up"
    assert found.meetings_due == 1  # the read; the agenda is due on Sunday


def test_my_open_promises_of_the_sample(sample_journal: Journal) -> None:
    found = rows(sample_journal, "promise")
    assert [(one.title, (DAY - one.due).days) for one in found if one.due] == [
        ("Put the half-day request in writing", 84), ("Table 1 with missing counts", 10),
        ("Aims v4 to Okafor", 3)]
    assert "84 days late" in found[0].why and "negotiating clinical time" in found[0].line
    assert {one.deed.name for one in found} == {"keep_promise"}


def test_feedback_of_the_sample_is_there_once(sample_journal: Journal) -> None:
    """What is late about clinical time is a promise; the aims are on the next agenda."""
    found = rows(sample_journal, "feedback")
    assert [(one.title, one.deed.words, one.due_words, one.tone) for one in found] == [
        ("Teaching slides", "Ask for a talk", "4 days late", "over")]
    assert found[0].why.endswith("It is 4 days late.")


def test_letters_of_the_sample(sample_journal: Journal) -> None:
    (brief,) = rows(sample_journal, "letter")
    assert (brief.title, brief.deed.words, brief.due) == (
        "Harrow Bay K12 Scholar programme", "Finish brief", date(2026, 6, 5))
    (untold,) = rows(sample_journal, "result")
    assert "25 days ago" in untold.why and untold.tone == "over"


def test_keeping_in_touch_in_the_sample(sample_journal: Journal) -> None:
    found = rows(sample_journal, "touch")
    assert [(one.title, one.due_words) for one in found] == [
        ("Joy Marchetti, NP", "quiet for 7 months"), ("Dr. Priya Ramanathan", "due today"),
        ("Hana Yoon", "due tomorrow")]
    assert found[1].why == ("Due today because you agreed on every 45 days on Tue 10 Dec 2024; "
                            "last contact Tue 31 Mar.")
    assert [one.deed.words for one in found] == [
        "Keep or close", "Log a contact", "Log a contact"]


def test_thanks_and_expectations_of_the_sample(sample_journal: Journal) -> None:
    assert titles(sample_journal, "thanks") == ["Dr. Leila Haddad"]
    assert titles(sample_journal, "never") == [
        "Dr. Imogen Castellanos", "Dr. Marcus Whitfield"]  # p09, p06
    late, coming = rows(sample_journal, "compact")
    assert (late.person_id, (DAY - late.due).days) == (OKAFOR, 68)  # type: ignore[operator]
    assert (coming.person_id, (coming.due - DAY).days) == (VALE, 9)  # type: ignore[operator]
    (differs,) = rows(sample_journal, "differs")
    assert differs.title == "Authorship and credit" and "178 days" in differs.why


def test_the_next_meeting_of_the_sample(sample_journal: Journal) -> None:
    found = today.read(sample_journal, DAY)
    assert found.next is not None
    assert (len(found.next.items), found.next.budget.planned, found.next.budget.slot) == (4, 35, 45)
    (strip,) = found.of("next")
    assert strip.kind == "agenda" and strip.due == date(2026, 5, 17)
    (read,) = rows(sample_journal, "ask")
    assert (read.title, read.due_words) == ("Read the research plan, pages 4 to 9", "3 days late")


def test_who_is_on_course_in_the_sample(sample_journal: Journal) -> None:
    course = today.read(sample_journal, DAY).course
    assert len(course.people) == 7 and course.arranged == 0
    assert course.next_person and course.next_person.id == OKAFOR
    assert course.next_day == date(2026, 5, 19)


def test_two_years_day_by_day_never_fail_and_every_row_says_why(sample_journal: Journal) -> None:
    for days in range(0, 730, 9):
        found = today.read(sample_journal, DAY + timedelta(days - 365))
        assert len(set(keys(found))) == len(found.rows)
        for one in found.rows:
            assert one.title and one.why and one.deed.words, one


# Each kind comes and goes ---------------------------------------------------------------------

Case = tuple[str, Callable[[Journal], object], Callable[[Journal, Row], object]]


def _compact(journal: Journal) -> None:
    whom = build.add_person(journal)
    which = expectations.begin(journal, whom)
    expectations.edit_compact(journal, which, {"started_on": DAY - timedelta(200)})


def _differs(journal: Journal) -> None:
    whom = build.add_person(journal)
    (topic,) = expectations.add_topics(journal, whom, ["boundaries"])
    expectations.mark_differs(journal, topic, DAY - timedelta(31))


def _goal(journal: Journal) -> int:
    return goals.add(journal, {"text": "Submit", "due": DAY + timedelta(5)})


def _letter(**values: object) -> Callable[[Journal], object]:
    return lambda journal: letters.add(journal, {
        "writer_id": build.add_person(journal), "target": "Award", **values})


def _stage(journal: Journal) -> None:
    build.add_person(journal, start=date(2024, 1, 1))
    stages.begin(journal, {"stage": "Fellow", "started": date(2024, 7, 1)})
    stages.begin(journal, {"stage": "Faculty", "started": DAY - timedelta(4)})


def _held(journal: Journal, **values: object) -> int:
    whom = build.add_person(journal)
    return build.add_meeting(journal, whom, "2026-05-12T10:00", status="held", **values)


def _take_along(journal: Journal, source: str, row: Row) -> None:
    which = build.add_meeting(journal, row.person_id or 0)
    agenda.add_item(journal, which, {"title": "It", "source": source, "source_id": row.id})


CASES: tuple[Case, ...] = (
    ("promise", lambda j: promises.add(j, {"text": "Outline", "due": DAY}),
     lambda j, row: promises.set_done(j, row.id, DAY)),
    ("promise", lambda j: promises.add(j, {"text": "Some day"}),
     lambda j, row: promises.edit(j, row.id, {"dropped_on": DAY})),
    ("theirs", lambda j: promises.add(j, {
        "text": "Policy", "owner": "mentor", "due": DAY - timedelta(15),
        "person_id": build.add_person(j)}), lambda j, row: _take_along(j, "their_promise", row)),
    ("step", lambda j: goal_steps.add(j, goals.add(j, {"text": "Submit"}), {
        "text": "Budget", "due": DAY}), lambda j, row: goal_steps.set_done(j, row.id, DAY)),
    ("goal", _goal, lambda j, row: goals.set_status(j, row.id, "done", DAY)),
    ("request", lambda j: commitments.add(j, {"title": "Committee", "hours_per_week": 2}),
     lambda j, row: commitments.decide(j, row.id, "declined", {}, DAY)),
    ("update", lambda j: build.add_record(
        j, "endings", person_id=build.add_person(j, stage="closed"), outcome="closed",
        check_in_on=DAY), lambda j, row: endings.update_sent(j, row.id, DAY)),
    ("feedback", lambda j: feedback.log(j, {
        "person_id": build.add_person(j), "topic": "Slides", "date": DAY - timedelta(9)}),
     lambda j, row: feedback.set_aside(j, row.id, DAY, "Enough")),
    ("agenda", lambda j: build.add_meeting(j, build.add_person(j), "2026-05-18T10:00"),
     lambda j, row: meetings.mark_agenda_sent(j, row.id, "2026-05-15T09:00:00Z")),
    ("ask", lambda j: agenda.add_ask(
        j, build.add_meeting(j, build.add_person(j), "2026-05-18T10:00"),
        {"text": "Read it", "minutes": 20}),
     lambda j, row: agenda.edit_ask(j, row.id, {"sent_at": "2026-05-15T09:00:00Z"})),
    ("passed", lambda j: build.add_meeting(j, build.add_person(j), "2026-05-12T10:00"),
     lambda j, row: meetings.cancel(j, row.id)),
    ("unclosed", _held, lambda j, row: build.add_record(
        j, "outcomes", meeting_id=row.id, text="Go on")),
    ("letter", _letter(deadline=DAY + timedelta(20)),
     lambda j, row: letters.take_step(j, row.id, "asked", DAY, {
         "answer_by": DAY + timedelta(40)})),
    ("letter", _letter(asked_on=DAY - timedelta(20)),
     lambda j, row: letters.take_step(j, row.id, "declined", DAY)),
    ("result", _letter(submitted_on=DAY, thanked_on=DAY, decided_on=DAY - timedelta(20)),
     lambda j, row: letters.take_step(j, row.id, "told", DAY)),
    ("letter_thanks", _letter(declined_on=DAY - timedelta(2)),
     lambda j, row: letters.take_step(j, row.id, "thanked", DAY)),
    ("thanks", lambda j: contacts.add(j, {
        "person_id": build.add_person(j), "date": DAY, "kind": "favour_received",
        "answered": True}),
     lambda j, row: thanks.add(j, [row.person_id or 0], {"for_what": "it", "date": DAY})),
    ("note", lambda j: thanks.add(j, [build.add_person(j)], {"for_what": "it"}),
     lambda j, row: thanks.mark_sent(j, row.id, DAY)),
    ("never", lambda j: [contacts.add(j, {
        "person_id": whom, "date": DAY - timedelta(n), "kind": "informal", "answered": True})
        for whom in [build.add_person(j)] for n in range(3)],
     lambda j, row: thanks.add(j, [row.id], {"for_what": "it", "date": DAY})),
    ("compact", _compact, lambda j, row: expectations.review(j, row.id, DAY)),
    ("compact", _compact, lambda j, row: _take_along(j, "expectation_review", row)),
    ("differs", _differs, lambda j, row: expectations.note_talk(j, row.id, DAY)),
    ("differs", _differs, lambda j, row: _take_along(j, "expectation", row)),
    ("moving_on", lambda j: goals.set_status(j, goals.add(
        j, {"text": "Together"}, person_ids=[build.add_person(j, start=DAY)]), "done", DAY),
     lambda j, row: endings.keep(j, row.id, DAY)),
    ("candidate", lambda j: build.add_person(j, direction="candidate", stage="considering"),
     lambda j, row: people.edit(j, row.id, {"stage": "declined"})),
    ("touch", lambda j: build.add_person(j, start=date(2024, 1, 1)),
     lambda j, row: contacts.add(j, {"person_id": row.id, "date": DAY, "answered": True})),
    ("touch", lambda j: build.add_person(j, start=date(2024, 1, 1)),
     lambda j, row: build.add_meeting(j, row.id)),
    ("touch", lambda j: build.add_person(j, start=DAY, next_contact_on=DAY),
     lambda j, row: keeping.set_next(j, row.id, DAY + timedelta(4))),
    ("given", lambda j: feedback_given.add(j, {
        "person_id": build.add_person(j, direction="mentee"), "behaviour": "Spoke first",
        "look_again_on": DAY}),
     lambda j, row: feedback_given.looked_again(j, row.id, "Better", None)),
    ("stage_mentors", _stage, lambda j, row: endings.keep(
        j, people.everybody(j, DAY)[0].person.id, DAY)),
    ("stage_behind", _stage, lambda j, row: stages.put_aside(j, stages.ONE_BEHIND, row.id)),
)


@pytest.mark.parametrize(("kind", "begin", "deal"), CASES, ids=[
    f"{n}-{case[0]}" for n, case in enumerate(CASES)])
def test_a_row_comes_goes_with_its_deed_and_is_back_after_undo(
    journal: Journal, kind: str, begin: Callable[[Journal], object],
    deal: Callable[[Journal, Row], object],
) -> None:
    board = Board(journal, DAY)
    journal.changed.connect(board.take)
    begin(journal)
    (row, *_) = rows(journal, kind)
    assert row.key in keys(board.read())
    before = journal.undo_label()
    deal(journal, row)
    after = today.read(journal, DAY)
    assert row.key not in keys(after)
    assert keys(board.read()) == keys(after)  # what was touched was read again
    while journal.undo_label() != before or row.key not in keys(today.read(journal, DAY)):
        assert journal.undo() is not None
    assert keys(board.read()) == keys(today.read(journal, DAY))


def test_every_kind_is_tried() -> None:
    assert {kind for kind, *_ in CASES} == set(rules.KINDS)


# What is not there ----------------------------------------------------------------------------


def test_an_empty_journal_has_nothing(journal: Journal) -> None:
    found = today.read(journal, DAY)
    assert (found.rows, found.next, found.people, found.counts.words) == (
        (), None, {}, "nothing needs you today")


def test_what_is_far_ahead_is_not_there(journal: Journal) -> None:
    far = DAY + timedelta(rules.HORIZON + 1)
    promises.add(journal, {"text": "Outline", "due": far})
    goal_steps.add(journal, goals.add(journal, {"text": "Submit", "due": far}), {
        "text": "Budget", "due": far})
    assert today.read(journal, DAY).rows == ()
    assert len(today.read(journal, DAY + timedelta(1)).rows) == 3


def test_a_meeting_with_somebody_i_mentor_and_a_chat_need_no_agenda(journal: Journal) -> None:
    mentee = build.add_person(journal, direction="mentee")
    build.add_meeting(journal, mentee, "2026-05-16T10:00")
    build.add_meeting(journal, build.add_person(journal), "2026-05-16T12:00", purpose="informal")
    found = today.read(journal, DAY)
    assert not [one for one in found.rows if one.kind == "agenda"]
    assert found.next is not None and found.next.meeting.person_id == mentee


def test_a_paused_rhythm_is_quiet(journal: Journal) -> None:
    whom = build.add_person(journal, start=date(2024, 1, 1))
    keeping.pause(journal, whom, DAY + timedelta(9))
    assert titles(journal, "touch") == []


def test_a_note_that_is_written_stands_once(journal: Journal) -> None:
    whom = build.add_person(journal)
    contacts.add(journal, {"person_id": whom, "date": DAY, "kind": "favour_received",
                           "answered": True})
    thanks.add(journal, [whom], {"for_what": "it"})
    found = today.read(journal, DAY)
    assert [one.kind for one in found.of("thanks")] == ["note"]


def test_a_long_log_is_counted_and_not_read(journal: Journal) -> None:
    whom = build.add_person(journal)
    for n in range(40):
        feedback.log(journal, {"person_id": whom, "topic": f"Talk {n}",
                               "date": DAY - timedelta(20 + n)})
    found = today.read(journal, DAY)
    assert len([one for one in found.rows if one.kind == "feedback"]) == 30
    assert (found.beyond.pressing, found.counts.pressing) == (10, 40)
    first = rows(journal, "feedback")[0]
    assert first.title == "Talk 39"  # the longest due
    dismissals.put_aside(journal, first.key)
    found = today.read(journal, DAY)
    assert (found.counts.pressing, len(found.aside)) == (39, 1)


# Put aside ------------------------------------------------------------------------------------


def test_put_aside_until_a_day_and_back(sample_journal: Journal) -> None:
    (row, *_) = rows(sample_journal, "promise")
    dismissals.put_aside(sample_journal, row.key, DAY + timedelta(3))
    found = today.read(sample_journal, DAY)
    assert row.key not in keys(found)
    assert [(one.row.key, one.until) for one in found.aside] == [
        (row.key, DAY + timedelta(3))]
    assert row.key in keys(today.read(sample_journal, DAY + timedelta(3)))
    dismissals.bring_back(sample_journal, row.key)
    assert row.key in keys(today.read(sample_journal, DAY))


def test_a_promise_put_aside_is_back_with_another_day(sample_journal: Journal) -> None:
    (row, *_) = rows(sample_journal, "promise")
    dismissals.put_aside(sample_journal, row.key)
    assert row.title not in titles(sample_journal, "promise")
    promises.edit(sample_journal, row.id, {"due": DAY + timedelta(2)})
    assert row.title in titles(sample_journal, "promise")


def test_somebody_put_aside_is_back_after_contact_and_another_rhythm(
    sample_journal: Journal
) -> None:
    row = next(one for one in rows(sample_journal, "touch") if one.person_id == RAMANATHAN)
    dismissals.put_aside(sample_journal, row.key)
    assert row.title not in titles(sample_journal, "touch")
    contacts.add(sample_journal, {"person_id": RAMANATHAN, "date": DAY, "answered": True})
    assert row.title not in titles(sample_journal, "touch")
    assert row.title in titles(sample_journal, "touch", DAY + timedelta(45))


def test_a_snoozed_person_is_among_what_is_put_aside(sample_journal: Journal) -> None:
    keeping.snooze(sample_journal, RAMANATHAN, DAY + timedelta(7))
    found = today.read(sample_journal, DAY)
    assert [(one.row.person_id, one.until) for one in found.aside] == [
        (RAMANATHAN, DAY + timedelta(7))]


def test_thanks_put_aside_here_are_aside_everywhere(sample_journal: Journal) -> None:
    (row,) = rows(sample_journal, "thanks")
    dismissals.put_aside(sample_journal, row.key)
    assert thanks.to_thank_for(sample_journal, DAY) == []
    assert [one.row.key for one in today.read(sample_journal, DAY).aside] == [row.key]


# How it is read -------------------------------------------------------------------------------


def test_the_number_of_queries_does_not_grow_with_the_journal(journal: Journal) -> None:
    asked: list[str] = []
    event.listen(journal.read().engine, "before_cursor_execute",
                 lambda *args: asked.append(args[2]))

    def several(n: int) -> int:
        for _, begin, _ in CASES * n:
            begin(journal) if begin is not _stage else None
        asked.clear()
        today.read(journal, DAY)
        return len(asked)

    assert several(1) == several(2)


def test_only_what_is_touched_is_read_again(sample_journal: Journal) -> None:
    board = Board(sample_journal, DAY)
    board.read()
    heard = build.notices(sample_journal)
    goal_steps.set_done(sample_journal, rows(sample_journal, "step")[0].id, DAY)
    asked: list[str] = []
    event.listen(sample_journal.read().engine, "before_cursor_execute",
                 lambda *args: asked.append(args[2]))
    assert board.take(heard[-1])
    board.read()
    assert 0 < len(asked) < 12
    people.add(sample_journal, {"name": "Ann"})
    build.add_record(sample_journal, "self_ratings", topic="writing")
    assert not board.take(heard[-1])  # nothing of Today rests on it


def test_what_they_promised_is_named_only_after_two_weeks(journal: Journal) -> None:
    whom = build.add_person(journal)
    key = promises.add(journal, {"text": "Policy", "owner": "mentor", "person_id": whom,
                                 "due": DAY - timedelta(14)})
    assert titles(journal, "theirs") == []
    promises.edit(journal, key, {"due": DAY - timedelta(15)})
    assert titles(journal, "theirs") == ["Policy"]
    carry = carry_in.promise_of(promises.get(journal, key), DAY)
    assert (carry.source, carry.kind, carry.late) == ("their_promise", "update", True)


# What the next agenda holds already -----------------------------------------------------------


def test_a_difference_that_the_next_agenda_may_hold_is_coming(sample_journal: Journal) -> None:
    (row,) = rows(sample_journal, "differs")
    assert row.line == "Dr. Okafor · on the agenda of Tue 19 May"
    assert (row.due, row.due_words, row.tone) == (None, "", "plain")
    assert (row.deed.name, row.deed.to) == ("go", Ref("meeting", 51))
    (after,) = rows(sample_journal, "differs", DAY + timedelta(5))  # the meeting has passed
    assert after.deed.words == "Add to agenda" and after.tone == "over"
    assert after.key == row.key  # put aside before, it stays so


def _told(journal: Journal) -> int:
    feedback.log(journal, {"person_id": build.add_person(journal), "topic": "Aims",
                           "date": DAY - timedelta(30)})
    (row,) = rows(journal, "feedback")
    feedback.edit(journal, row.id, {"acted_on": DAY - timedelta(20)})
    (row,) = rows(journal, "feedback")
    assert row.deed.words == "Mark told"
    return row.person_id or 0


@pytest.mark.parametrize(("values", "deeds"), [
    ({"kind": "report_back"}, ["See agenda"]),
    ({"kind": "report_back", "state": "covered"}, ["Mark told"]),  # talked about, and still asked
    ({"kind": "report_back", "state": "dropped"}, ["Mark told"]),
    ({"kind": "report_back", "source": "my_promise", "source_id": 1}, ["Mark told"]),
    ({"kind": "advice"}, ["Mark told"]),
    ({"kind": "report_back", "source": "feedback", "source_id": 1}, []),
])
def test_what_came_of_feedback_is_told_at_the_next_meeting(
    journal: Journal, values: dict[str, object], deeds: list[str]
) -> None:
    whom = _told(journal)
    board = Board(journal, DAY)
    journal.changed.connect(board.take)
    assert board.read().counts == rules.Counts(0, 1)
    which = build.add_meeting(journal, whom)
    (joined,) = agenda.items(journal, which)  # it comes by itself
    assert not rows(journal, "feedback")
    agenda.remove_item(journal, joined.id)
    agenda.add_item(journal, which, {"title": "It", **values})
    found = [one for one in board.read().rows if one.kind == "feedback"]
    assert [one.deed.words for one in found] == deeds
    assert not board.read().beyond.pressing and not board.read().beyond.coming
