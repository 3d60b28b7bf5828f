"""Today, of people: what we expect of each other, whom I consider, whom I mentor, a new stage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import select

from mentorjournal.journal import candidate_steps, endings, expectations, stages
from mentorjournal.journal.aims import FeedbackGiven
from mentorjournal.journal.between import Compact, Expectation
from mentorjournal.journal.candidate_steps import Considered
from mentorjournal.journal.records import Person
from mentorjournal.journal.today_facts import Asked, days_late
from mentorjournal.mentoring import expectations as rules
from mentorjournal.mentoring import passing_on, today
from mentorjournal.mentoring.deeds import Deed, Ref, page
from mentorjournal.mentoring.first_request import WAIT_DAYS
from mentorjournal.mentoring.today import Row
from mentorjournal.store.schema import feedback_given, goal, goal_person
from mentorjournal.words import tr, trn

REALIGN_TABLES = ("compact", "expectation", "agenda_item", "meeting", "person", "ending", "goal",
                  "goal_person", "contact", "my_stage")
GETTING_TABLES = ("person", "person_tag", "meeting", "contact", "fit_sheet", "person_stage",
                  "feedback_given", "my_stage", "me", "ending", "goal", "goal_person")
UNDECIDED_DAYS = 30  # TIPS A1.15; ours
# What is about a meeting stands with the meetings.
ELSEWHERE = ("prepare", "passed")


def read_realign(asked: Asked) -> list[Row]:
    """Compacts to look over, differences nobody has talked about, and goals that were reached."""
    rows: list[Row] = []
    for person_id, (whole, topics) in expectations.summaries(asked.journal).items():
        whom = asked.people.get(person_id)
        if whom is None or whom.is_over:
            continue
        found = rules.reading(whole, topics, asked.as_of)
        by_id = {one.id: one for one in topics}
        rows += [_differs(asked, whom, by_id[one.topic_id]) for one in found.apart
                 if one.needs_talk and ("expectation", one.topic_id) not in asked.on_agendas]
        if whole is not None and today.is_near(found.review_due, asked.as_of) and (
                ("expectation_review", whole.id) not in asked.on_agendas):
            rows.append(_review(asked, whom, whole, found))
    return [*rows, *_reached(asked)]


def _differs(asked: Asked, whom: Person, topic: Expectation) -> Row:
    since = topic.differs_since
    assert since is not None  # only then it is known for how many days
    due = since + timedelta(rules.DIFFERS_DAYS)
    row = today.row(
        "differs", topic.id, Ref("expectation", topic.id), asked.as_of,
        title=rules.topic_label(topic),
        line=tr("{name} · seen differently since {day}", name=asked.name(whom.id),
                day=asked.past(since)),
        why=tr("You have seen it differently for {n} days and have not talked about it; a talk "
               "within {days} days is best.", n=(asked.as_of - since).days,
               days=rules.DIFFERS_DAYS),
        deed=Deed("take_along", tr("Add to agenda"), Ref("expectation", topic.id), whom.id),
        due=due, person_id=whom.id, rests_on=since)
    return asked.waits(row, asked.planned("expectations", whom.id))


def _review(asked: Asked, whom: Person, whole: Compact, found: rules.CompactReading) -> Row:
    since, due = rules.last_looked(whole), found.review_due
    assert since is not None and due is not None
    return today.row(
        "compact", whole.id, Ref("compact", whole.id), asked.as_of, title=whom.name,
        line=tr("Looked over {day}", day=asked.past(since)) if whole.reviewed_on else tr(
            "Agreed {day}", day=asked.past(since)) if whole.agreed_on else tr(
            "Begun {day}", day=asked.past(since)),
        why=" ".join(filter(None, (
            tr("You last looked over what you expect of each other on {day}; every {n} days was "
               "agreed, so by {due}.", day=asked.day(since), n=whole.review_every_days,
               due=asked.day(due)), days_late(found.days_late),
            tr("{counts}.", counts=rules.counts_words(found))))),
        deed=Deed("take_along", tr("Add to agenda"), Ref("compact", whole.id), whom.id),
        due=due, person_id=whom.id, rests_on=due)


def _reached(asked: Asked) -> Iterator[Row]:
    """Whoever's shared goals are all reached: keep, change or close."""
    ids = asked.journal.read().execute(
        select(goal_person.c.person_id).join(goal, goal.c.id == goal_person.c.goal_id)
        .where(goal.c.status == "done").distinct()).scalars().all()
    if not ids:
        return
    for key, reasons in endings.to_ask(
            asked.journal, asked.as_of, asked.default_days, ids).items():
        if not any(one.why == "goals_done" for one in reasons) or any(
                one.why == "dormant" for one in reasons):  # that stands with keeping in touch
            continue
        days = next(one.days or 0 for one in reasons if one.why == "goals_done")
        yield today.row(
            "moving_on", key, Ref("ending", key), asked.as_of, title=asked.people[key].name,
            line=tr("The goals you shared are reached"),
            why=tr("The last goal you shared was reached on {day}: keep, change or close?",
                   day=asked.day(asked.as_of - timedelta(days))),
            deed=page(tr("Keep or close"), key, "moving_on"), person_id=key,
            rests_on=asked.as_of - timedelta(days))


def read_getting(asked: Asked) -> list[Row]:
    """Whom I consider, whom I mentor, and the questions of a new stage of mine."""
    considered = candidate_steps.every(asked.journal, asked.facts, asked.as_of)
    return [
        *(_candidate(asked, one) for one in considered
          if one.step.is_pressing and one.step.key not in ELSEWHERE),
        *_given(asked), *_stages(asked)]


def _candidate(asked: Asked, one: Considered) -> Row:
    who = one.facts.person
    due = None
    if one.step.key == "decide":
        since = (one.sheet.decided_on or one.sheet.date) if one.sheet else None
        due = since + timedelta(UNDECIDED_DAYS) if since else None
    elif one.step.key in ("nudge", "others") and one.state.written:
        due = max(one.state.written) + timedelta(WAIT_DAYS)
    return today.row(
        "candidate", who.id, Ref("fit_sheet", who.id), asked.as_of, title=who.name,
        line=one.step.why, why=tr("{why} Getting to know somebody comes before asking them.",
                                  why=one.step.why),
        deed=page(one.step.button, who.id, "getting_to_know"), due=due, person_id=who.id,
        rests_on=f"{one.step.key}:{due or '-'}")


def _given(asked: Asked) -> Iterator[Row]:
    rows = asked.journal.read().execute(
        select(feedback_given).where(
            feedback_given.c.look_again_on <= asked.as_of + timedelta(today.HORIZON),
            feedback_given.c.heard_back_on.is_(None))
        .order_by(feedback_given.c.look_again_on, feedback_given.c.id)).mappings()
    for one in map(FeedbackGiven.of, rows):
        due = one.look_again_on
        whom = asked.people.get(one.person_id)
        if whom is None or whom.is_over or one.came_of or due is None:
            continue
        topic = one.topic or one.their_plan or tr("what you told them")
        yield today.row(
            "given", one.id, Ref("feedback_given", one.id), asked.as_of,
            title=tr("Look again with {name}", name=asked.name(whom.id)), line=topic,
            why=tr("You agreed to look at it again on {day}.", day=asked.day(due)),
            deed=Deed("look_again", tr("Look again"), Ref("feedback_given", one.id)), due=due,
            person_id=whom.id, rests_on=due)


def _stages(asked: Asked) -> Iterator[Row]:
    """The two questions of a new stage of mine, put aside where they are everywhere."""
    which = stages.new_one(asked.journal, asked.as_of)
    if which is None:
        return
    name = passing_on.plain_stage(which.stage)
    why = tr("You are “{stage}” now.", stage=name)
    if which.started is not None:
        why = tr("You are “{stage}” since {day}.", stage=name, day=asked.day(which.started))
    left = len(stages.undecided(asked.journal, asked.as_of, asked.default_days))
    if left:
        yield today.row(
            "stage_mentors", which.id, None, asked.as_of,
            title=tr("How does it go on with each mentor?"),
            line=trn("A new stage: {n} mentor to think about",
                     "A new stage: {n} mentors to think about", left),
            why=tr("{why} Whoever helped with the last stage may not be who helps with this one.",
                   why=why),
            deed=Deed("stage_mentors", tr("Look at each")), aside=f"{stages.MENTORS}:{which.id}")
    yield today.row(
        "stage_behind", which.id, None, asked.as_of, title=tr("Who is one step behind you now?"),
        line=tr("A new stage: others want what you have just done"), why=why,
        deed=Deed("mentee_add", tr("Add somebody")), aside=f"{stages.ONE_BEHIND}:{which.id}")
