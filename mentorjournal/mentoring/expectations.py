"""The compact: which topics there are, how far two people are, and when to look it over again.

The twenty topics follow the expectation lists named in the notes on the domain; looking over twice
a year follows the same. Thirty days before a difference is worth a talk is a default of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

from mentorjournal.mentoring.vocabulary import label
from mentorjournal.words import tr, trn

DIFFERS_DAYS = 30  # default of ours
REVIEW_SOON_DAYS = 30  # from then on the tab says when to look it over; default of ours
REVIEW_DAYS = 180
FIRST_TOPICS = (
    "purpose_and_goals", "meeting_rhythm_and_length", "channel_and_reply_time", "confidentiality",
    "boundaries",
)
GROUPS: Mapping[str, tuple[str, ...]] = {
    "Purpose": ("purpose_and_goals", "what_success_looks_like", "effort_and_load"),
    "Working together": (
        "meeting_rhythm_and_length", "who_schedules_and_sets_agenda", "channel_and_reply_time",
        "time_off_and_out_of_hours", "how_drafts_are_reviewed_and_turnaround", "feedback_style",
    ),
    "Credit": ("authorship_and_credit", "data_and_ideas_ownership", "letters_and_sponsorship"),
    "People": (
        "confidentiality", "boundaries", "power_and_candour", "identity_and_respect",
        "other_mentors_and_introductions",
    ),
    "When things go wrong": (
        "disagreement_and_third_party", "how_it_ends_no_fault", "review_date",
    ),
}
STATE_ICONS = {"agreed": "check-circle", "differs": "warning-circle", "open": "circle-dashed"}
State = Literal["not_enough", "in_rhythm", "look", "act"]

_TOPICS = {
    "purpose_and_goals": "Purpose and goals",
    "meeting_rhythm_and_length": "How often we meet",
    "who_schedules_and_sets_agenda": "Who sets the agenda",
    "channel_and_reply_time": "Reaching each other",
    "how_drafts_are_reviewed_and_turnaround": "Drafts and turnaround",
    "feedback_style": "Giving feedback",
    "confidentiality": "What stays between us",
    "authorship_and_credit": "Authorship and credit",
    "data_and_ideas_ownership": "Data and ideas",
    "effort_and_load": "Effort and load",
    "time_off_and_out_of_hours": "Time off and evenings",
    "other_mentors_and_introductions": "Other mentors",
    "letters_and_sponsorship": "Letters and support",
    "boundaries": "Boundaries",
    "power_and_candour": "Power and candour",
    "identity_and_respect": "Identity and respect",
    "disagreement_and_third_party": "When we disagree",
    "review_date": "Looking it over",
    "how_it_ends_no_fault": "How it ends",
    "what_success_looks_like": "What success looks like",
    "other": "In our own words",
}
_QUESTIONS = {
    "purpose_and_goals": "What are we doing this for, and until when?",
    "meeting_rhythm_and_length": "How often, how long, and what if nothing is new?",
    "who_schedules_and_sets_agenda": "Who finds the time, and who sends what, how far ahead?",
    "channel_and_reply_time": "Which way, and how soon is an answer expected?",
    "how_drafts_are_reviewed_and_turnaround": "How finished is a draft, and how long is fair?",
    "feedback_style": "In writing or in person, blunt or gentle, asked or not?",
    "confidentiality": "What may be passed on, and to whom?",
    "authorship_and_credit": "Who is named, in which order, and when is that settled?",
    "data_and_ideas_ownership": "Who may use the data and the ideas later on?",
    "effort_and_load": "How many hours, and how is it said when it is too much?",
    "time_off_and_out_of_hours": "Evenings, weekends, leave: what is all right?",
    "other_mentors_and_introductions": "Whom else to ask, and who opens which door?",
    "letters_and_sponsorship": "How far ahead to ask, and with what in hand?",
    "boundaries": "What stays out of this, and how does either of us say so?",
    "power_and_candour": "One of us decides about the other: how can both speak freely?",
    "identity_and_respect": "What should the other know, and what would you like to be called?",
    "disagreement_and_third_party": "Talk within 30 days; and if that does not help, with whom?",
    "review_date": "When do we look at this page again?",
    "how_it_ends_no_fault": "Without blame: how much notice, and what is finished first?",
    "what_success_looks_like": "How will both of us know that it went well?",
}


class TopicLike(Protocol):
    """What these rules read of a topic."""

    @property
    def id(self) -> int: ...
    @property
    def topic(self) -> str | None: ...
    @property
    def topic_words(self) -> str | None: ...
    @property
    def theirs(self) -> str | None: ...
    @property
    def status(self) -> str: ...
    @property
    def differs_since(self) -> date | None: ...
    @property
    def conversation_on(self) -> date | None: ...


class CompactLike(Protocol):
    """What these rules read of a compact."""

    @property
    def started_on(self) -> date | None: ...
    @property
    def agreed_on(self) -> date | None: ...
    @property
    def reviewed_on(self) -> date | None: ...
    @property
    def review_every_days(self) -> int: ...


def topic_label(topic: TopicLike) -> str:
    """What a topic is called: the mentee's own words, or those of the list."""
    return topic.topic_words or named(topic.topic)


def named(topic_id: str | None) -> str:
    """What a topic of the list is called."""
    return tr(_TOPICS[topic_id]) if topic_id in _TOPICS else label(topic_id) or tr("A topic")


def question(topic_id: str | None) -> str:
    """What two people settle under a topic; "" for one in own words."""
    return tr(_QUESTIONS[topic_id]) if topic_id in _QUESTIONS else ""


# Readings -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Apart:
    """A topic that is seen differently: for how many days, and whether it was talked about."""

    topic_id: int
    days: int
    talked: bool
    allowed: float = DIFFERS_DAYS

    @property
    def needs_talk(self) -> bool:
        """Whether it has waited longer than is good, and nobody has begun."""
        return not self.talked and self.days > self.allowed


@dataclass(frozen=True)
class CompactReading:
    """How far a compact is; `days_left` until it is to be looked over, negative when late."""

    agreed: int
    differs: int
    open: int
    theirs_empty: int
    missing_boundaries: bool
    boundaries_agreed: bool
    review_due: date | None
    days_left: int | None
    apart: tuple[Apart, ...]

    @property
    def total(self) -> int:
        """How many topics there are."""
        return self.agreed + self.differs + self.open

    @property
    def days_late(self) -> int:
        """Days since it was to be looked over, 0 when it is in time."""
        return max(0, -(self.days_left or 0))

    @property
    def state(self) -> State:
        """Worth a look when the review is late; worth doing something when a talk is avoided."""
        if self.review_due is None and not self.total:
            return "not_enough"
        if any(one.needs_talk for one in self.apart):
            return "act"
        return "look" if self.days_late else "in_rhythm"


def review_due(compact: CompactLike, usual: float = REVIEW_DAYS) -> date | None:
    """The day by which it is to be looked over; None before it was begun.

    What two people agreed on goes before what is `usual`, 180 days.
    """
    since, every = last_looked(compact), compact.review_every_days
    if since is None:
        return None
    return since + timedelta(days=int(usual) if every == REVIEW_DAYS else every)


def last_looked(compact: CompactLike) -> date | None:
    """When both last had it before them."""
    return compact.reviewed_on or compact.agreed_on or compact.started_on


def talked(topic: TopicLike) -> bool:
    """Whether a difference was talked about after it came up."""
    if topic.conversation_on is None:
        return False
    return topic.differs_since is None or topic.conversation_on >= topic.differs_since


def reading(
    compact: CompactLike | None, topics: Iterable[TopicLike], as_of: date,
    review_days: float = REVIEW_DAYS, differs_days: float = DIFFERS_DAYS,
) -> CompactReading:
    """How far two people are with what they expect of each other."""
    whole = list(topics)
    states = [one.status for one in whole]
    due = review_due(compact, review_days) if compact is not None else None
    return CompactReading(
        agreed=states.count("agreed"), differs=states.count("differs"),
        open=len(states) - states.count("agreed") - states.count("differs"),
        theirs_empty=sum(not (one.theirs or "").strip() for one in whole),
        missing_boundaries=all(one.topic != "boundaries" for one in whole),
        boundaries_agreed=any(
            one.topic == "boundaries" and one.status == "agreed" for one in whole),
        review_due=due, days_left=(due - as_of).days if due else None,
        apart=tuple(
            Apart(one.id, (as_of - one.differs_since).days if one.differs_since else 0,
                  talked(one), differs_days)
            for one in whole if one.status == "differs"
        ),
    )


def counts_words(found: CompactReading) -> str:
    """Such as "8 agreed, 1 seen differently, 1 open"; what there is none of is left out."""
    if not found.total:
        return tr("Nothing is written down yet: start with {n} topics", n=len(FIRST_TOPICS))
    parts = [
        trn("{n} agreed", "{n} agreed", found.agreed) if found.agreed else "",
        trn("{n} seen differently", "{n} seen differently", found.differs) if found.differs else "",
        trn("{n} open", "{n} open", found.open) if found.open else "",
    ]
    return ", ".join(filter(None, parts))


def state_words(topic: TopicLike, as_of: date) -> str:
    """How a topic stands: "Agreed", "Open", or "Seen differently, 178 days"."""
    if topic.status == "agreed":
        return tr("Agreed")
    if topic.status != "differs":
        return tr("Open")
    if topic.differs_since is None or topic.differs_since >= as_of:
        return tr("Seen differently")
    days = (as_of - topic.differs_since).days
    return trn("Seen differently, {n} day", "Seen differently, {n} days", days)


def missing_topics(topics: Iterable[TopicLike]) -> tuple[str, ...]:
    """The topics of the list that a compact does not have yet, in the order of the groups."""
    there = {one.topic for one in topics}
    return tuple(one for group in GROUPS.values() for one in group if one not in there)


# What a compact on paper should say something about (outline C4), if only that it is open.
ON_PAPER = (
    "meeting_rhythm_and_length", "channel_and_reply_time",
    "how_drafts_are_reviewed_and_turnaround", "authorship_and_credit", "confidentiality",
    "boundaries", "power_and_candour", "disagreement_and_third_party", "effort_and_load",
    "how_it_ends_no_fault",
)


def missing_on_paper(topics: Iterable[TopicLike]) -> tuple[str, ...]:
    """The topics a compact should have and does not, in the order of the page."""
    there = {one.topic for one in topics}
    return tuple(one for one in ON_PAPER if one not in there)
