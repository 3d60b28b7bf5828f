"""What to take along to a meeting, collected by itself: needs, promises, parked items, thanks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, func, or_, select

from mentorjournal.journal import (
    advice,
    advice_told,
    agenda,
    dealings,
    expectations,
    feedback_given,
    given_heard,
    meetings,
    people,
    reports,
    thanks,
)
from mentorjournal.journal.between import Compact, Expectation
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Action, CarryIn, Meeting
from mentorjournal.mentoring import expectations as rules
from mentorjournal.mentoring.vocabulary import COMING_STATES
from mentorjournal.store.schema import (
    action,
    agenda_item,
    feedback,
    meeting,
    news,
)
from mentorjournal.words import short_day, tr


def collect(journal: Journal, meeting_id: int, as_of: date) -> list[CarryIn]:
    """All that could join the agenda of a meeting, what is on it already marked so."""
    which = meetings.get(journal, meeting_id)
    connection = journal.read()
    last = meetings.last_held(journal, which.person_id, which.starts_at)
    found = [
        *_needs(journal, which, last),
        *_promises(connection, which, last.day if last else None, as_of),
        *_feedback(connection, which, as_of),
        *feedback_given.to_look_at(journal, which),
        *advice.offer_in(journal, which),
        *_parked(connection, which, as_of),
        *_expectations(journal, which, as_of),
        *_thanks(journal, which, as_of),
        *_news(connection, which, as_of),
    ]
    taken = {(item.source, item.source_id) for item in agenda.items(journal, meeting_id)}
    return [
        CarryIn(**{**vars(carry), "on_agenda": True})
        if (carry.source, carry.source_id) in taken else carry
        for carry in found
    ]


def take(
    journal: Journal, meeting_id: int, carry: CarryIn, origin: object = None
) -> int:
    """Put something on the agenda; the id of the new item."""
    return agenda.add_item(
        journal, meeting_id,
        {"title": carry.title[:300], "kind": carry.kind, "minutes": carry.minutes,
         "source": carry.source, "source_id": carry.source_id},
        origin=origin,
    )


def since_last(journal: Journal, which: Meeting, as_of: date) -> list[Action]:
    """Promises of both sides: those kept since the last meeting, then those still open."""
    last = meetings.last_held(journal, which.person_id, which.starts_at)
    actions = _actions(journal.read(), which.person_id, last.day if last else None, as_of)
    return sorted(actions, key=lambda a: (a.done_on is None, a.due or date.max))


def _actions(
    connection: Connection, person_id: int, since: date | None, as_of: date
) -> list[Action]:
    kept = action.c.done_on >= since if since else action.c.done_on.is_not(None)
    rows = connection.execute(
        select(action)
        .where(
            action.c.person_id == person_id, action.c.dropped_on.is_(None),
            or_(action.c.done_on.is_(None), kept),
        )
        .order_by(action.c.done_on.is_(None), action.c.due, action.c.id)
    ).mappings()
    return [Action.of(row) for row in rows]


def promise_of(promise: Action, as_of: date) -> CarryIn:
    """A promise, as something to put on an agenda."""
    mine = not promise.is_theirs
    late = promise.is_open and promise.due is not None and promise.due < as_of
    return CarryIn(
        "my_promise" if mine else "their_promise", promise.id, promise.text,
        _when(promise, as_of), "report_back" if mine else "update", 3,
        done=promise.done_on is not None, late=late,
    )


def _promises(
    connection: Connection, which: Meeting, since: date | None, as_of: date
) -> Iterator[CarryIn]:
    for promise in _actions(connection, which.person_id, since, as_of):
        yield promise_of(promise, as_of)


def _when(promise: Action, as_of: date) -> str:
    if promise.done_on:
        return tr("Done {day}", day=short_day(promise.done_on, as_of))
    if promise.due is None:
        return tr("No date")
    if promise.due < as_of:
        return tr("Was due {day}", day=short_day(promise.due, as_of))
    return tr("Due {day}", day=short_day(promise.due, as_of))


def _needs(journal: Journal, which: Meeting, last: Meeting | None) -> Iterator[CarryIn]:
    """What somebody was sought for, for the first agenda since they are my mentor."""
    whom = people.get(journal, which.person_id)
    is_first = last is None or (whom.start is not None and last.day <= whom.start)
    if whom.is_active and is_first:
        for need in dealings.needs_met(journal, whom.id):
            if need.met_on is None:
                yield CarryIn("need", need.id, need.text, tr("One of your needs"), "advice", 10)


def _feedback(connection: Connection, which: Meeting, as_of: date) -> Iterator[CarryIn]:
    rows = connection.execute(
        select(feedback.c.id, feedback.c.topic, feedback.c.gist, feedback.c.acted_on).where(
            feedback.c.person_id == which.person_id, feedback.c.acted_on <= as_of,
            feedback.c.reported_back_on.is_(None), feedback.c.set_aside_on.is_(None),
        ).order_by(feedback.c.acted_on)
    )
    for row in rows:
        yield CarryIn(
            reports.SOURCE, row.id, reports.title(row.topic or row.gist or ""),
            tr("You acted on it {day}. Say what changed.", day=short_day(row.acted_on, as_of)),
            reports.KIND, reports.MINUTES,
        )


def _parked(connection: Connection, which: Meeting, as_of: date) -> Iterator[CarryIn]:
    """Items parked in any meeting with this person that were neither settled nor taken up since.

    One that an agenda took up waits no longer, unless that meeting passed without reaching it.
    """
    later, when = agenda_item.alias("later"), meeting.alias("when")
    taken_up = select(later.c.source_id).join(when, when.c.id == later.c.meeting_id).where(
        later.c.source == "parked", later.c.meeting_id != which.id,
        later.c.source_id.is_not(None),
        or_(later.c.state != "planned", when.c.status.in_(COMING_STATES)),
    )
    rows = connection.execute(
        select(agenda_item.c.id, agenda_item.c.title, agenda_item.c.kind, agenda_item.c.minutes,
               meeting.c.starts_at)
        .join(meeting, meeting.c.id == agenda_item.c.meeting_id)
        .where(
            meeting.c.person_id == which.person_id, meeting.c.id != which.id,
            agenda_item.c.state == "parked", agenda_item.c.id.not_in(taken_up),
            func.coalesce(agenda_item.c.source, "").not_in(  # offered until they are told
                (advice_told.SOURCE, given_heard.SOURCE, given_heard.PLAN)),
            or_(agenda_item.c.source.is_distinct_from(reports.SOURCE),
                agenda_item.c.kind != reports.KIND),  # that is offered above until it is told
        )
        .order_by(meeting.c.starts_at.desc())
    )
    for row in rows:
        yield CarryIn(
            "parked", row.id, row.title,
            tr("Parked {day}", day=short_day(row.starts_at.date(), as_of)), row.kind, row.minutes,
        )


def review_of(which: Compact, as_of: date) -> CarryIn:
    """Looking over a compact, as something to put on an agenda."""
    since, due = rules.last_looked(which), rules.review_due(which)
    said = tr("Last done {day}", day=short_day(since, as_of)) if since else tr("Not done yet")
    return CarryIn(
        "expectation_review", which.id, tr("Look over what we agreed"), said, "expectations", 10,
        late=due is not None and due < as_of,
    )


def topic_of(which: Expectation) -> CarryIn:
    """A topic that two people see differently, as something to put on an agenda."""
    return CarryIn(
        "expectation", which.id, rules.topic_label(which),
        tr("You see this differently and have not talked about it"), "expectations", 10,
    )


def _expectations(journal: Journal, which: Meeting, as_of: date) -> Iterator[CarryIn]:
    whole = expectations.compact_of(journal, which.person_id)
    due = rules.review_due(whole) if whole else None
    if whole and due and due <= which.day:
        yield review_of(whole, as_of)
    for topic in expectations.topics(journal, which.person_id):
        if topic.status == "differs" and not rules.talked(topic):
            yield topic_of(topic)


def _thanks(journal: Journal, which: Meeting, as_of: date) -> Iterator[CarryIn]:
    name = people.get(journal, which.person_id).short_name
    for help in thanks.to_thank_for(journal, as_of, [which.person_id]):
        if help.source == "letter":
            yield CarryIn(
                "letter_thanks", help.source_id, tr("Thank {name} for {what}", name=name,
                                                    what=help.what),
                tr("Sent {day}", day=short_day(help.day, as_of)), "thanks", 2,
            )
        else:
            yield CarryIn(
                "thanks", help.source_id, tr("Thank {name}: {what}", name=name, what=help.what),
                tr("Help received {day}, no thanks noted since", day=short_day(help.day, as_of)),
                "thanks", 2,
            )


def _news(connection: Connection, which: Meeting, as_of: date) -> Iterator[CarryIn]:
    for row in connection.execute(
        select(news).where(news.c.person_id == which.person_id, news.c.congratulated_on.is_(None))
        .order_by(news.c.date)
    ):
        when = short_day(row.date, as_of) if row.date else tr("News")
        yield CarryIn("news", row.id, tr("Congratulate: {text}", text=row.text), when, "thanks", 2)
