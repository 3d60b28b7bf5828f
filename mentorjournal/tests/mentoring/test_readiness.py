"""What is left to finish before a meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorjournal.journal.records import AgendaItem, AgendaOption, AskAhead, Meeting, Person
from mentorjournal.mentoring.readiness import Finding, Readiness, readiness
from mentorjournal.tests.mentoring.network import AS_OF, PEOPLE, PERSON

MEETING = Meeting(
    51, 1, datetime(2026, 5, 19, 15, 0), planned_minutes=45,
    desired_outcome="A plan that will not sink", opening="Thank you for the two evenings.",
)
TWO = (AgendaOption(1, 10, "Now"), AgendaOption(2, 10, "In July"))
# The agenda of m51 in the sample: 35 of 45 minutes, two musts.
ITEMS = (
    AgendaItem(9, 51, 0, "K12 research plan, final", "review_document", "must", 15,
               question="Anything that would sink it?", wanted="review"),
    AgendaItem(10, 51, 1, "Authorship of paper 2", "expectations", "must", 12,
               question="What order?", wanted="decision", options=TWO),
    AgendaItem(11, 51, 2, "Training table redrawn", "report_back", "should", 3,
               wanted="just_to_tell"),
    AgendaItem(12, 51, 3, "Elective coordinator", "advice", "if_time", 5,
               question="Should I take it?", wanted="advice", options=TWO),
)
READ = AskAhead(1, 51, "Read the research plan, pages 4 to 9", minutes=20)


def look(
    meeting: Meeting = MEETING,
    items: Iterable[AgendaItem] = ITEMS,
    asks: Iterable[AskAhead] = (),
    person: Person = PERSON[1],
    as_of: date = AS_OF,
) -> Readiness:
    return readiness(meeting, items, asks, person, PEOPLE, as_of)


def keys(found: Readiness) -> list[str]:
    return [finding.key for finding in found.findings]


def only(found: Readiness, key: str) -> Finding:
    finding, = (finding for finding in found.findings if finding.key == key)
    return finding


def test_the_sample_agenda_waits_for_one_read() -> None:
    found = look(asks=[READ])
    assert [finding.sentence for finding in found.to_finish] == [
        "The 20-minute read is not sent, 4 days before; a week is usual."
    ]
    assert keys(found) == ["late_read", "send_soon"]
    assert not found.is_ready
    assert found.summary == "1 thing to finish, then send it"


def test_a_finished_agenda_is_ready_and_then_sent() -> None:
    found = look()
    assert found.is_ready
    assert found.summary == "Ready to send"
    sent = look(replace(MEETING, agenda_sent_at="2026-05-15T08:00:00Z"))
    assert sent.findings == ()
    assert sent.summary == "Sent"


def test_the_summary_and_the_findings_say_the_same() -> None:
    late = look(as_of=date(2026, 5, 18))
    assert keys(late) == ["send_passed"]
    assert (late.is_ready, late.is_late, late.summary) == (
        True, True, "Ready, but late: send it now")
    unfinished = look(replace(MEETING, desired_outcome=None), as_of=date(2026, 5, 18))
    assert unfinished.summary == "1 thing to finish, and the agenda is late"
    hinted = look(replace(MEETING, opening=None), as_of=date(2026, 5, 17))
    assert hinted.summary == "Ready to send · 1 hint"


def test_an_empty_agenda_has_two_things_to_finish() -> None:
    found = look(replace(MEETING, desired_outcome=" "), ())
    assert [finding.key for finding in found.to_finish] == ["no_result", "no_items"]
    assert found.summary == "2 things to finish, then send it"


@pytest.mark.parametrize(
    ("musts", "others", "key", "is_ready"),
    [
        (0, 2, "no_must", False), (0, 1, "no_must", True), (1, 1, None, True),
        (2, 0, None, True), (3, 0, "many_musts", True),
    ],
)
def test_at_least_one_must_and_at_most_two(
    musts: int, others: int, key: str | None, is_ready: bool
) -> None:
    items = [
        AgendaItem(n, 51, n, "Aims", priority="must" if n < musts else "should", wanted="advice")
        for n in range(musts + others)
    ]
    found = look(items=items)
    assert [one for one in keys(found) if "must" in one] == ([key] if key else [])
    assert found.is_ready == is_ready


@pytest.mark.parametrize(
    ("minutes", "tone", "sentence"),
    [
        (40, None, ""),
        (41, "look", "41 of 45 min planned. Keep 5 to sum up."),
        (45, "look", "45 of 45 min planned. Keep 5 to sum up."),
        (46, "act", "46 min planned for 45. Move something to next time."),
    ],
)
def test_five_minutes_are_kept(minutes: int, tone: str | None, sentence: str) -> None:
    found = look(items=[replace(ITEMS[0], minutes=minutes)])
    if tone is None:
        assert "over_time" not in keys(found)
    else:
        finding = only(found, "over_time")
        assert (finding.tone, finding.sentence) == (tone, sentence)


@pytest.mark.parametrize(
    ("options", "key", "tone"),
    [((), "no_options", "look"), (TWO[:1], "one_option", "hint"), (TWO, None, None)],
)
def test_a_problem_comes_with_two_ways_out(
    options: tuple[AgendaOption, ...], key: str | None, tone: str | None
) -> None:
    problem = replace(ITEMS[0], kind="problem", options=options)
    found = look(items=[problem])
    marks = [(one.key, one.tone, one.item_id) for one in found.findings if "option" in one.key]
    assert marks == ([(key, tone, 9)] if key else [])


def test_an_item_without_question_or_wish_gets_a_hint() -> None:
    vague = replace(ITEMS[1], question=" ", wanted=None)
    finding = only(look(items=[ITEMS[0], vague]), "vague")
    assert (finding.item_id, finding.tone) == (10, "hint")
    assert finding.sentence == (
        "“Authorship of paper 2”: what is your question, or what do you hope for?"
    )


def test_an_item_of_another_domain_names_who_covers_it() -> None:
    elsewhere = replace(ITEMS[0], domain="personal")
    finding = only(look(items=[elsewhere]), "other_domain")
    assert finding.sentence == (
        "“K12 research plan, final”: is this one for somebody else, such as"
        " Dr. Ramanathan and Dr. Whitfield?"
    )
    assert finding.tone == "hint"


@pytest.mark.parametrize(
    ("domain", "person"),
    [
        ("research", PERSON[1]), (None, PERSON[1]), ("other", PERSON[1]),
        ("personal", replace(PERSON[1], domains=())),
    ],
)
def test_nothing_is_derived_where_the_domain_is_theirs_or_unknown(
    domain: str | None, person: Person
) -> None:
    found = look(items=[replace(ITEMS[0], domain=domain)], person=person)
    assert "other_domain" not in keys(found)


def test_what_somebody_is_not_for_goes_to_others() -> None:
    careful = replace(PERSON[1], not_for=("research",))
    found = look(items=[replace(ITEMS[0], domain="research")], person=careful)
    assert only(found, "other_domain").sentence.endswith("Dr. Brandt and Dr. Haddad?")
    nobody = readiness(
        MEETING, [replace(ITEMS[0], domain="research")], (), careful, [careful], AS_OF
    )
    assert "other_domain" not in keys(nobody)


@pytest.mark.parametrize(
    ("days_left", "present"), [(3, False), (2, True), (0, True), (-1, False)]
)
def test_an_opening_is_asked_for_within_two_days(days_left: int, present: bool) -> None:
    as_of = MEETING.day - timedelta(days_left)
    found = look(replace(MEETING, opening=None), as_of=as_of)
    assert ("no_opening" in keys(found)) == present


@pytest.mark.parametrize(
    ("days_left", "sentence", "tone"),
    [
        (5, None, None),
        (4, "Send the agenda by Sun 17 May, 15:00.", "look"),
        (3, "Send the agenda by Sun 17 May, 15:00.", "look"),
        (2, "Send the agenda today, by 15:00.", "look"),
        (1, "The agenda was due out Sun 17 May, 15:00. Sent now, it still helps.", "act"),
        (0, "The agenda was due out Sun 17 May, 15:00. Sent now, it still helps.", "act"),
        (-1, None, None),
    ],
)
def test_when_the_agenda_should_go_out(
    days_left: int, sentence: str | None, tone: str | None
) -> None:
    found = look(as_of=MEETING.day - timedelta(days_left))
    sending = [(one.sentence, one.tone) for one in found.findings if one.is_sending]
    assert sending == ([(sentence, tone)] if sentence else [])
    assert found.is_ready


@pytest.mark.parametrize(
    ("purpose", "days_left", "sentence"),
    [
        ("first_as_mentor", 10, "The 20-minute read is not sent, 10 days before; two weeks are"
         " usual before a first meeting."),
        ("regular", 1, "The 20-minute read is not sent, 1 day before; a week is usual."),
        ("regular", 0, "The 20-minute read is not sent, and you meet today; a week is usual."),
    ],
)
def test_a_read_that_goes_out_late(purpose: str, days_left: int, sentence: str) -> None:
    found = look(
        replace(MEETING, purpose=purpose), asks=[READ], as_of=MEETING.day - timedelta(days_left)
    )
    assert only(found, "late_read").sentence == sentence


@pytest.mark.parametrize(
    ("meeting", "person"),
    [(replace(MEETING, purpose="informal"), PERSON[6]), (MEETING, PERSON[12])],
    ids=["a chat", "somebody I mentor"],
)
def test_a_chat_or_somebody_i_mentor_needs_no_agenda(meeting: Meeting, person: Person) -> None:
    bare = replace(meeting, desired_outcome=None, opening=None)
    assert look(bare, (), person=person, as_of=MEETING.day).findings == ()
    assert keys(look(bare, [replace(ITEMS[0], minutes=90)], person=person)) == ["over_time"]


def test_with_somebody_i_mentor_nothing_is_asked_of_items() -> None:
    problem = replace(ITEMS[0], kind="problem", question=None, wanted=None)
    assert look(items=[problem], asks=[READ], person=PERSON[12]).findings == ()


@pytest.mark.parametrize("person", [PERSON[12], PERSON[1]], ids=["a mentee", "a chat"])
def test_where_nothing_is_to_be_sent_nothing_is_ready(person: Person) -> None:
    meeting = MEETING if person.standing == "mentee" else replace(MEETING, purpose="informal")
    found = look(meeting, (), person=person)
    assert found.is_bare and found.summary == "Nothing on the agenda yet"
    assert not found.needs_agenda
    full = look(meeting, ITEMS, person=person)
    assert full.summary.startswith("4 things to talk about") and not full.is_done
    sent = look(replace(meeting, agenda_sent_at="2026-05-14T09:00:00+00:00"), (), person=person)
    assert not sent.is_bare and sent.summary == "Sent" and sent.is_done


def test_parked_items_are_not_looked_at() -> None:
    parked = replace(ITEMS[0], kind="problem", state="parked", minutes=500)
    assert look(items=[*ITEMS, parked]) == look()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.builds(
        AgendaItem, st.integers(1, 99), st.just(51), st.just(0), st.text(),
        kind=st.sampled_from(("problem", "advice")), minutes=st.integers(0, 60),
        priority=st.sampled_from(("must", "should", "if_time")),
        question=st.none() | st.text(), wanted=st.none() | st.just("advice"),
        domain=st.none() | st.sampled_from(("personal", "research")),
    ), max_size=6),
    st.integers(-3, 20),
)
def test_any_agenda_is_ready_exactly_when_nothing_is_left(
    items: list[AgendaItem], days_left: int
) -> None:
    found = look(items=items, asks=[READ], as_of=MEETING.day - timedelta(days_left))
    assert found.is_ready == (not found.to_finish)
    assert ("to finish" in found.summary) != found.is_ready
    assert len(found.to_finish) + len(found.sending) + len(found.hints) == len(found.findings)
    assert ("hint" in found.summary) == bool(found.hints)
    assert all(finding.sentence for finding in found.findings)
    known = {item.id for item in items} | {None}
    assert all(finding.item_id in known for finding in found.findings)
