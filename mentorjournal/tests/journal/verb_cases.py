"""A case for each public verb of the journal, run on the sample by `test_every_verb`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from mentorjournal.journal import (
    accomplishments,
    after_meeting,
    agenda,
    carry_in,
    contacts,
    deleted,
    dismissals,
    endings,
    entries,
    expectations,
    keeping,
    knowing,
    me,
    meetings,
    merging,
    needs,
    outcomes,
    people,
    promises,
    running,
    sample,
    thanks,
    wordings,
)
from mentorjournal.journal.files import ChosenFile
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import running as live
from mentorjournal.tests import build


def whom(journal: Journal, name: str = "Okafor") -> int:
    """The id of the person whose name holds `name`."""
    return next(
        facts.person.id for facts in people.everybody(journal, build.SAMPLE_DAY)
        if name in facts.person.name
    )


def next_meeting(journal: Journal) -> int:
    """The meeting with Okafor that is still to come (m51)."""
    okafor = whom(journal)
    return next(
        found.meeting.id for found in meetings.coming(journal) if found.person.id == okafor
    )


def item(journal: Journal, n: int = 0) -> int:
    """An item of the next agenda."""
    return agenda.items(journal, next_meeting(journal))[n].id


def option(journal: Journal, preferred: bool) -> int:
    """An option of the next agenda, leaned towards or not."""
    return next(
        found.id for one in agenda.items(journal, next_meeting(journal)) for found in one.options
        if found.preferred == preferred
    )


def promise(journal: Journal, is_open: bool = True) -> int:
    """A promise between Okafor and me."""
    return next(p.id for p in promises.of_person(journal, whom(journal)) if p.is_open == is_open)


def last_meeting(journal: Journal) -> int:
    """The last held meeting with Okafor (m48)."""
    found = meetings.last_held(journal, whom(journal), later(journal))
    assert found is not None
    return found.id


def carried(journal: Journal) -> Any:
    """Something to carry in that is not on the agenda yet."""
    return next(
        c for c in carry_in.collect(journal, next_meeting(journal), build.SAMPLE_DAY)
        if not c.on_agenda
    )


def topic(journal: Journal, topic_id: str = "authorship_and_credit") -> int:
    """A topic of the compact with Okafor."""
    return next(
        found.id for found in expectations.topics(journal, whom(journal))
        if found.topic == topic_id
    )


def compact(journal: Journal) -> int:
    """The compact with Okafor."""
    found = expectations.compact_of(journal, whom(journal))
    assert found is not None
    return found.id


def spoken(journal: Journal) -> int:
    """A contact with Marchetti that nobody has answered."""
    return contacts.waiting(journal, build.SAMPLE_DAY)[whom(journal, "Marchetti")][0].id


def remove_confirmed(journal: Journal, person_id: int) -> None:
    """Remove somebody with whom much of the journal goes."""
    with journal.loss_confirmed():
        people.remove(journal, person_id)


def later(journal: Journal) -> datetime:
    return meetings.get(journal, next_meeting(journal)).starts_at + timedelta(days=7)


def started(journal: Journal) -> running.Running:
    """The next meeting, begun twenty minutes ago."""
    return running.start(
        journal, next_meeting(journal), datetime(2026, 5, 19, 15, 0, tzinfo=UTC))


def end_it(journal: Journal) -> None:
    """Start the next meeting and end it."""
    begun = started(journal)
    running.end(journal, begun, begun.started + timedelta(minutes=20))


def ended(journal: Journal) -> running.Running:
    """The next meeting as it ran until it was ended."""
    start = datetime(2026, 5, 19, 15, 0, tzinfo=UTC)
    which = meetings.past(journal, 1)[0].meeting.id
    return live.begin(which, start, 45, live.places(agenda.items(journal, which), 45), start)


def parked(journal: Journal) -> int:
    """A parked item of some meeting."""
    return int(journal.read().exec_driver_sql(
        "SELECT id FROM agenda_item WHERE state = 'parked'").scalar_one())


def thanks_to(journal: Journal, name: str) -> int:
    """The last thank you to somebody."""
    return thanks.of_person(journal, whom(journal, name))[0].id


def achieved(journal: Journal) -> Any:
    """The award, for which Haddad has no credit yet."""
    return accomplishments.of_person(journal, whom(journal, "Haddad"))[0]


def uncredited(journal: Journal) -> int:
    """Haddad's part in the award."""
    return achieved(journal).credit_of(whom(journal, "Haddad")).id


def gone_on(journal: Journal) -> Path:
    """A copy of the journal in which somebody wrote, added and removed."""
    path = journal.path.with_name("other.mentorjournal")
    other = Journal(build.copy(journal.path, path))
    people.add(other, {"name": "New", "roles": ["coach"]})
    meetings.edit(other, next_meeting(other), {"desired_outcome": "A yes"})
    needs.remove(other, needs.every(other)[0].id)
    other.close()
    return path


def closing(journal: Journal) -> int:
    """A closing that has been begun with Marchetti."""
    return next(one.id for one in endings.of_person(journal, whom(journal, "Marchetti")))


def stroud(journal: Journal) -> int:
    """The ending with Stroud."""
    return endings.of_person(journal, whom(journal, "Stroud"))[0].id


CASES: dict[str, list[Callable[[Journal], Any]]] = {
    "endings.keep": [lambda j: endings.keep(j, whom(j), build.SAMPLE_DAY, date(2026, 6, 1))],
    "endings.change": [
        lambda j: endings.change(j, whom(j), build.SAMPLE_DAY, "lighter_rhythm", every_days=60),
        lambda j: endings.change(j, whom(j), build.SAMPLE_DAY, "now_colleagues")],
    "endings.begin_closing": [lambda j: endings.begin_closing(j, whom(j))],
    "endings.edit": [lambda j: endings.edit(j, stroud(j), {"reason_note": "Other words"})],
    "endings.close": [lambda j: endings.close(j, closing(j), build.SAMPLE_DAY)],
    "endings.give_up": [lambda j: endings.give_up(j, closing(j))],
    "endings.reopen": [lambda j: endings.reopen(j, whom(j, "Stroud"), build.SAMPLE_DAY)],
    "endings.update_sent": [lambda j: endings.update_sent(j, stroud(j), None)],
    "endings.remind_later": [lambda j: endings.remind_later(j, stroud(j), date(2026, 7, 1))],
    "people.add": [lambda j: people.add(j, {"name": "New", "roles": ["coach"], "level": "peer"})],
    "people.add_names": [lambda j: people.add_names(j, ["A", "B"], {"direction": "candidate"})],
    "people.edit": [
        lambda j: people.edit(j, whom(j), {"my_ask": "A frank word", "areas": ["clinical"]}),
        lambda j: people.edit(j, whom(j), {"roles": [], "level": None}),
    ],
    "people.merge": [lambda j: people.merge(j, whom(j), whom(j, "Brandt")),
                     lambda j: people.merge(j, whom(j, "Vale"), whom(j))],
    "people.remove": [lambda j: remove_confirmed(j, whom(j)),
                      lambda j: people.remove(j, whom(j, "Stroud"))],
    "people.set_photo": [lambda j: people.set_photo(j, whom(j), b"picture")],
    "knowing.answer": [
        lambda j: knowing.answer(j, whom(j), "who", "Sings alto"),
        lambda j: knowing.answer(j, whom(j, "Vale"), "goals", "A second unit"),
        lambda j: knowing.answer(j, whom(j), "who", None)],
    "knowing.confirm_answer": [lambda j: knowing.confirm_answer(
        j, knowing.answers(j, whom(j))[0].id, build.SAMPLE_DAY)],
    "knowing.add_boundary": [lambda j: knowing.add_boundary(j, whom(j), "Not her father")],
    "knowing.edit_boundary": [lambda j: knowing.edit_boundary(
        j, knowing.boundaries(j, whom(j))[0].id, {"note": "Never after eight"})],
    "knowing.remove_boundary": [
        lambda j: knowing.remove_boundary(j, knowing.boundaries(j, whom(j))[0].id)],
    "knowing.add_news": [lambda j: knowing.add_news(j, whom(j), "A new post", build.SAMPLE_DAY)],
    "knowing.edit_news": [lambda j: knowing.edit_news(
        j, knowing.news_of(j, whom(j))[0].id, {"text": "Six years"})],
    "knowing.set_congratulated": [
        lambda j: knowing.set_congratulated(
            j, knowing.news_of(j, whom(j))[0].id, build.SAMPLE_DAY),
        lambda j: knowing.set_congratulated(
            j, knowing.news_of(j, whom(j, "Ramanathan"))[0].id, None)],
    "knowing.remove_news": [
        lambda j: knowing.remove_news(j, knowing.news_of(j, whom(j))[0].id)],
    "knowing.note_differences": [lambda j: knowing.note_differences(
        j, whom(j), {"differences_talk_on": build.SAMPLE_DAY})],
    "me.edit": [
        lambda j: me.edit(j, {"interest": "Sleep", "personal_values": ["candour"]}),
        lambda j: me.edit(j, {"capacity_hours_per_week": 10.0}, as_of=date(2026, 5, 15))],
    "meetings.add": [lambda j: meetings.add(
        j, {"person_id": whom(j), "starts_at": later(j), "planned_minutes": 30})],
    "meetings.edit": [lambda j: meetings.edit(j, next_meeting(j), {"desired_outcome": "A yes"}),
                      lambda j: meetings.edit(j, next_meeting(j), {"desired_outcome": None})],
    "meetings.move": [lambda j: meetings.move(j, next_meeting(j), later(j), 30)],
    "meetings.shorten": [lambda j: meetings.shorten(j, next_meeting(j), 15)],
    "meetings.postpone": [
        lambda j: meetings.postpone(j, next_meeting(j), later(j), why="ill"),
        lambda j: meetings.postpone(j, next_meeting(j), None),
    ],
    "meetings.cancel": [lambda j: meetings.cancel(j, next_meeting(j), by="mentor")],
    "meetings.hold": [lambda j: meetings.hold(j, next_meeting(j), actual_minutes=40)],
    "meetings.mark_agenda_sent": [
        lambda j: meetings.mark_agenda_sent(j, next_meeting(j), "2026-05-15T09:00:00Z")],
    "meetings.remove": [lambda j: meetings.remove(j, next_meeting(j))],
    "agenda.add_item": [lambda j: agenda.add_item(j, next_meeting(j), {"title": "One more"})],
    "agenda.edit_item": [lambda j: agenda.edit_item(j, item(j), {"minutes": 17})],
    "agenda.move_item": [lambda j: agenda.move_item(j, item(j), 2),
                         lambda j: agenda.move_item(j, item(j, 3), 0)],
    "agenda.reorder": [lambda j: agenda.reorder(j, [item(j, n) for n in (2, 0, 3, 1)])],
    "agenda.remove_item": [lambda j: agenda.remove_item(j, item(j, 1))],
    "agenda.add_option": [lambda j: agenda.add_option(j, item(j), {"text": "Neither"})],
    "agenda.edit_option": [
        lambda j: agenda.edit_option(j, option(j, True), {"text": "Other words"})],
    "agenda.prefer_option": [lambda j: agenda.prefer_option(j, option(j, False)),
                             lambda j: agenda.prefer_option(j, option(j, True))],
    "agenda.remove_option": [lambda j: agenda.remove_option(j, option(j, True))],
    "agenda.add_ask": [lambda j: agenda.add_ask(j, next_meeting(j), {"text": "Look at table 1"})],
    "agenda.edit_ask": [
        lambda j: agenda.edit_ask(j, agenda.asks(j, next_meeting(j))[0].id, {"minutes": 5})],
    "agenda.remove_ask": [
        lambda j: agenda.remove_ask(j, agenda.asks(j, next_meeting(j))[0].id)],
    "promises.add": [
        lambda j: promises.add(j, {"text": "Send aims", "meeting_id": next_meeting(j)})],
    "promises.edit": [lambda j: promises.edit(j, promise(j), {"due": date(2026, 6, 1)})],
    "promises.set_done": [lambda j: promises.set_done(j, promise(j), date(2026, 5, 15)),
                          lambda j: promises.set_done(j, promise(j, is_open=False), None)],
    "promises.remove": [lambda j: promises.remove(j, promise(j))],
    "outcomes.add": [lambda j: outcomes.add(j, last_meeting(j), {"text": "Begin with the end"})],
    "outcomes.edit": [lambda j: outcomes.edit(
        j, outcomes.every(j, last_meeting(j))[0].id, {"kind": "idea"})],
    "outcomes.reorder": [lambda j: outcomes.reorder(
        j, [one.id for one in reversed(outcomes.every(j, last_meeting(j)))])],
    "outcomes.remove": [lambda j: outcomes.remove(j, outcomes.every(j, last_meeting(j))[0].id)],
    "after_meeting.close": [lambda j: after_meeting.close(j, next_meeting(j), 40)],
    "after_meeting.settle_rest": [
        lambda j: after_meeting.settle_rest(j, next_meeting(j), "parked"),
        lambda j: after_meeting.settle_rest(j, next_meeting(j), "covered")],
    "after_meeting.thank": [lambda j: after_meeting.thank(j, last_meeting(j), "the blunt page")],
    "after_meeting.arrange_next": [
        lambda j: after_meeting.arrange_next(j, last_meeting(j), later(j))],
    "after_meeting.be_in_touch_on": [
        lambda j: after_meeting.be_in_touch_on(j, last_meeting(j), date(2026, 6, 16))],
    "after_meeting.mark_note_sent": [
        lambda j: after_meeting.mark_note_sent(j, last_meeting(j), None)],
    "carry_in.take": [lambda j: carry_in.take(j, next_meeting(j), carried(j))],
    "running.end": [end_it], "running.reopen": [lambda j: running.reopen(j, ended(j))],
    "running.capture_action": [
        lambda j: running.capture_action(j, next_meeting(j), "Send it", owner="mentor")],
    "running.capture_feedback": [lambda j: running.capture_feedback(
        j, next_meeting(j), "Good options", date(2026, 5, 15))],
    "running.capture_decision": [
        lambda j: running.capture_decision(j, next_meeting(j), "Days", item_id=item(j))],
    "running.edit_action": [lambda j: running.edit_action(j, promise(j), "Send it today")],
    "running.park": [lambda j: running.park(j, item(j))],
    "running.park_thought": [lambda j: running.park_thought(j, next_meeting(j), "A thought")],
    "running.take_up": [lambda j: running.take_up(j, parked(j))],
    "running.come_up": [lambda j: running.come_up(j, next_meeting(j), "A new item")],
    "running.raise_carried": [
        lambda j: running.raise_carried(j, next_meeting(j), carried(j))],
    "running.set_reached": [lambda j: running.set_reached(j, next_meeting(j), True)],
    "thanks.add": [lambda j: thanks.add(
        j, [whom(j), whom(j, "Vale")], {"for_what": "a frank word", "date": date(2026, 5, 1)})],
    "thanks.edit": [
        lambda j: thanks.edit(j, thanks_to(j, "Okafor"), {"for_what": "two evenings"}),
        lambda j: thanks.edit(j, thanks_to(j, "Brandt"), {"date": date(2026, 2, 3)})],
    "thanks.mark_sent": [
        lambda j: thanks.mark_sent(j, thanks_to(j, "Brandt"), date(2026, 2, 1))],
    "thanks.remove": [lambda j: thanks.remove(j, thanks_to(j, "Brandt")),
                      lambda j: thanks.remove(j, thanks_to(j, "Okafor"))],
    "dismissals.put_aside": [
        lambda j: dismissals.put_aside(j, "hint"),
        lambda j: dismissals.put_aside(j, "hint", date(2027, 1, 1)),
    ],
    "accomplishments.add": [lambda j: accomplishments.add(
        j, {"title": "A talk"}, [{"person_id": whom(j), "credited_on": date(2026, 5, 1)}])],
    "accomplishments.edit": [
        lambda j: accomplishments.edit(j, achieved(j).accomplishment.id, {"result": "Won"}),
        lambda j: accomplishments.edit(
            j, achieved(j).accomplishment.id, {}, [{"person_id": whom(j, "Vale")}]),
        lambda j: accomplishments.edit(
            j, achieved(j).accomplishment.id, {"file": ChosenFile("poster.pdf", b"%PDF")}),
    ],
    "accomplishments.remove": [
        lambda j: accomplishments.remove(j, achieved(j).accomplishment.id)],
    "accomplishments.add_contributor": [lambda j: accomplishments.add_contributor(
        j, achieved(j).accomplishment.id, whom(j, "Vale"))],
    "accomplishments.remove_contributor": [
        lambda j: accomplishments.remove_contributor(j, uncredited(j))],
    "accomplishments.give_credit": [
        lambda j: accomplishments.give_credit(j, uncredited(j), date(2026, 5, 15), "On the slide"),
        lambda j: accomplishments.give_credit(
            j, uncredited(j), date(2026, 5, 15), "On the slide", "credit_in_talk"),
    ],
    "expectations.begin": [lambda j: expectations.begin(j, whom(j, "Brandt"))],
    "expectations.edit_compact": [
        lambda j: expectations.edit_compact(j, compact(j), {"review_every_days": 90})],
    "expectations.review": [lambda j: expectations.review(j, compact(j), build.SAMPLE_DAY)],
    "expectations.remove_compact": [lambda j: expectations.remove_compact(j, compact(j))],
    "expectations.add_topics": [
        lambda j: expectations.add_topics(j, whom(j), ["boundaries"], ["Conference travel"])],
    "expectations.edit_topic": [
        lambda j: expectations.edit_topic(j, topic(j), {"mine": "First on paper 1"}),
        lambda j: expectations.edit_topic(
            j, topic(j, "how_it_ends_no_fault"), {"theirs": "A month's notice"}),
    ],
    "expectations.agree": [lambda j: expectations.agree(
        j, topic(j, "feedback_style"), build.SAMPLE_DAY)],
    "expectations.mark_differs": [lambda j: expectations.mark_differs(
        j, topic(j, "feedback_style"), build.SAMPLE_DAY)],
    "expectations.reopen": [lambda j: expectations.reopen(j, topic(j))],
    "expectations.note_talk": [
        lambda j: expectations.note_talk(j, topic(j), build.SAMPLE_DAY, how_it_goes="Slowly"),
        lambda j: expectations.note_talk(
            j, topic(j), build.SAMPLE_DAY, agreed="First on both, if she writes both"),
    ],
    "expectations.move_topic": [lambda j: expectations.move_topic(j, topic(j), 0)],
    "expectations.remove_topic": [lambda j: expectations.remove_topic(j, topic(j))],
    "contacts.add": [lambda j: contacts.add(
        j, {"person_id": whom(j), "date": date(2026, 5, 14), "answered": True})],
    "contacts.add_for": [lambda j: contacts.add_for(
        j, [whom(j), whom(j, "Yoon")], {"date": date(2026, 5, 14), "initiated_by": "mentor"})],
    "contacts.edit": [lambda j: contacts.edit(j, spoken(j), {"line": "Hello", "kind": None})],
    "contacts.mark_answered": [
        lambda j: contacts.mark_answered(j, spoken(j), date(2026, 5, 15))],
    "contacts.remove": [lambda j: contacts.remove(j, spoken(j))],
    "keeping.pause": [lambda j: keeping.pause(j, whom(j), date(2026, 6, 1), "leave")],
    "keeping.pause_everybody": [lambda j: keeping.pause_everybody(j, date(2026, 6, 1), "leave")],
    "keeping.resume": [lambda j: keeping.resume(j, whom(j))],
    "keeping.snooze": [lambda j: keeping.snooze(j, whom(j), date(2026, 5, 16))],
    "keeping.wake": [lambda j: keeping.wake(j, whom(j))],
    "keeping.set_rhythm": [lambda j: keeping.set_rhythm(j, whom(j), 28, date(2026, 5, 15))],
    "keeping.set_next": [lambda j: keeping.set_next(j, whom(j), date(2026, 6, 1))],
    "entries.add": [
        lambda j: entries.add(j, "feedback", {"person_id": whom(j), "gist": "Too fast"}),
        lambda j: entries.add(j, "people", {"name": "New", "direction": "candidate"}),
    ],
    "deleted.restore": [
        lambda j: deleted.restore(j, "person", deleted.every(j)[0].id)],
    "wordings.use": [lambda j: wordings.use(
        j, "meeting", next_meeting(j), "desired_outcome", "Other words")],
    "merging.merge": [lambda j: merging.merge(j, merging.compare(j, gone_on(j)))],
    "sample.fill": [lambda j: sample.fill(j, date(2028, 2, 29))],
}
# What must have happened before a case can be run.
FIRST: dict[str, Callable[[Journal], Any]] = {
    "deleted.restore": lambda j: remove_confirmed(j, whom(j)),
    "running.reopen": end_it,
    "endings.close": lambda j: endings.begin_closing(j, whom(j, "Marchetti")),
    "endings.give_up": lambda j: endings.begin_closing(j, whom(j, "Marchetti")),
    "keeping.wake": lambda j: keeping.snooze(j, whom(j), date(2026, 5, 16)),
}
