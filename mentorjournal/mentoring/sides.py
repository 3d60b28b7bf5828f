"""Whose side a meeting is seen from: mine as the one who is mentored, or mine as the mentor.

Everything that preparing, meeting, closing, an agenda and a note after it say differently to a
mentor and to somebody I mentor stands here and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from mentorjournal.words import tr

Party = Literal["mentor", "mentee"]
THEIRS = ("mentor", "mentee")  # what the other one of two may be called in the journal


class Directed(Protocol):
    """Somebody of whom it is known who mentors whom."""

    @property
    def direction(self) -> str: ...


@dataclass(frozen=True)
class Preparing:
    """The words of an agenda while it is prepared; an `_example` helps to begin."""

    result: str
    result_example: str
    saver_example: str
    background_example: str
    question: str
    question_example: str
    options: str
    leans: str
    view: str
    view_example: str
    hopes: str
    know: str  # before what they are asked for, or what we work on
    good_at: str
    shorten: str  # with {n} minutes


@dataclass(frozen=True)
class OnPaper:
    """The words of an agenda that the other one reads.

    `shows_view` is False where what I think is kept until they have said theirs; then only the
    way they lean stands there. `goals` are mine, so they are for my mentor alone.
    """

    result: str
    question: str
    options: str
    view: str
    shows_view: bool
    shows_goals: bool


@dataclass(frozen=True)
class Meeting:
    """The words while we meet, and of what came of it."""

    reached: str  # with {wanted}
    reaching: str  # the change that ticks it, as Undo calls it
    wanted: str
    left: str
    left_example: str
    feedback_example: str
    thanks_example: str


@dataclass(frozen=True)
class Noting:
    """The words of the note afterwards."""

    example: str
    taken: str
    theirs: str
    thanks: str  # with {day}, where no one thing is thanked for
    goodbye: str


@dataclass(frozen=True)
class Postponing:
    """The paragraphs of the note that moves a meeting; `why` with {day} and {time}."""

    why: str
    ask: str
    goodbye: str


@dataclass(frozen=True)
class Side:
    """One of the two sides; `party` is what the journal calls the other one of us."""

    party: Party
    preparing: Preparing
    paper: OnPaper
    meeting: Meeting
    noting: Noting
    postponing: Postponing

    @property
    def i_mentor(self) -> bool:
        """Whether I am the mentor of the two."""
        return self.party == "mentee"

    def called(self, party: str | None) -> str | None:
        """A party as it is called on this side: whoever is not me has one name only."""
        return self.party if party in THEIRS else party


def party_of(direction: str | None) -> Party:
    """What the journal calls somebody whom I mentor, or who mentors me or may do so."""
    return "mentee" if direction == "mentee" else "mentor"


def side_of(one: Directed) -> Side:
    """The side from which a meeting with somebody is seen."""
    return with_mentee() if party_of(one.direction) == "mentee" else with_mentor()


def with_mentor() -> Side:
    """I am mentored: the agenda is mine, and they are asked."""
    return Side(
        "mentor",
        Preparing(
            result=tr("What I want to leave with"),
            result_example=tr("A decision, a name, a next step: in one sentence"),
            saver_example=tr("What saves their time"),
            background_example=tr("What they need to know, in a line or two"),
            question=tr("My question"),
            question_example=tr("What exactly do I ask?"),
            options=tr("My options"),
            leans=tr("I lean towards this one"),
            view=tr("My view"),
            view_example=tr("I lean towards …"),
            hopes=tr("I hope for"),
            know=tr("My ask"),
            good_at=tr("Best for"),
            shorten=tr("Nothing new: shorten to {n} min"),
        ),
        OnPaper(
            result=tr("What I want to leave with"), question=tr("My question"),
            options=tr("My options"), view=tr("My view"), shows_view=True, shows_goals=True,
        ),
        Meeting(
            reached=tr("I have it: {wanted}"),
            reaching=tr("What I leave with"),
            wanted=tr("What I wanted to leave with"),
            left=tr("What I left with"),
            left_example=tr("A decision, a piece of guidance, an idea"),
            feedback_example=tr("What you heard, in their words"),
            thanks_example=tr("Thank you for … one thing, such as “the hour on the aims page”"),
        ),
        Noting(
            example=tr("Thanks, what you took from it, what you will do by when"),
            taken=tr("What I took from it:"),
            theirs=tr("What you kindly offered:"),
            thanks=tr("Thank you for your time on {day}."),
            goodbye=tr("With thanks,"),
        ),
        Postponing(
            why=tr("We are due to meet on {day} at {time}. I have nothing new that needs your "
                   "time just now, so I would like to give it back to you."),
            ask=tr("May we move our meeting? I will send a few times that could work. If you "
                   "would rather keep this one, I will gladly come."),
            goodbye=tr("With thanks,"),
        ),
    )


def with_mentee() -> Side:
    """I mentor them: they are to think first, and what I would say waits until then."""
    return Side(
        "mentee",
        Preparing(
            result=tr("What this meeting is for"),
            result_example=tr("What should be clearer for them, in one sentence"),
            saver_example=tr("What saves you both time"),
            background_example=tr("What it is about, in a line or two"),
            question=tr("To ask them"),
            question_example=tr("What lets them think first?"),
            options=tr("Ways to go"),
            leans=tr("They lean towards this one"),
            view=tr("For myself"),
            view_example=tr("What I would say, once they have said theirs"),
            hopes=tr("They hope for"),
            know=tr("We work on"),
            good_at=tr("Good at"),
            shorten=tr("Shorten to {n} min"),
        ),
        OnPaper(
            result=tr("What this meeting is for"), question=tr("To think about"),
            options=tr("Ways to go"), view=tr("You lean towards"), shows_view=False,
            shows_goals=False,
        ),
        Meeting(
            reached=tr("We have it: {wanted}"),
            reaching=tr("What came of it"),
            wanted=tr("What this meeting was for"),
            left=tr("What came of it"),
            left_example=tr("A decision, something that is clearer now, a next step"),
            feedback_example=tr("What you told them"),
            thanks_example=tr("Thank you for … one thing, such as “saying what you did not know”"),
        ),
        Noting(
            example=tr("What came of it, and who does what by when"),
            taken=tr("What came of it:"),
            theirs=tr("What you will do:"),
            thanks=tr("It was good to talk on {day}."),
            goodbye=tr("Until soon,"),
        ),
        Postponing(
            why=tr("We are due to meet on {day} at {time}. I would like to move it to another "
                   "time."),
            ask=tr("I will send a few times that could work. If there is something you would "
                   "rather not wait with, say so, and we keep this one."),
            goodbye=tr("Until soon,"),
        ),
    )
