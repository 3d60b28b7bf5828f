"""Conversation cards: questions for the first talks with somebody, to take along or to pass.

The questions are in our own words, after tips 1 and 10; none is required, and either may pass.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentorjournal.mentoring import knowing
from mentorjournal.mentoring.vocabulary import KNOW_TOPICS
from mentorjournal.words import tr

FIRST, DIFFERENCES, UNWRITTEN, EXPECTATIONS = CARDS = (
    "first", "differences", "unwritten_rules", "expectations")
SOURCE = "card:"  # what an item of an agenda that came from a card has before the card's key
MINUTES = 10

_TITLES = {
    FIRST: "A first conversation", DIFFERENCES: "Values and differences",
    UNWRITTEN: "The unwritten rules here", EXPECTATIONS: "What they expect of me",
}
_ABOUT = {
    FIRST: "Who they are, before what they can do for you.",
    DIFFERENCES: "Early on, if you both like. Either of you may pass on any question.",
    UNWRITTEN: "What nobody writes down, and somebody from here knows.",
    EXPECTATIONS: "Ask outright; most people are glad to be asked.",
}
_ITEMS = {  # as they stand on an agenda, which the other reads; and the kind of the item
    FIRST: ("Getting to know each other", "advice"),
    DIFFERENCES: ("What we value, and how we differ", "expectations"),
    UNWRITTEN: ("The unwritten rules here", "unwritten_rules"),
    EXPECTATIONS: ("What you expect of me", "expectations"),
}
_QUESTIONS = {
    UNWRITTEN: (
        "What does everybody here know that nobody says?",
        "Whom should I ask or tell before I begin something?",
        "What would be taken badly that is fine elsewhere?",
        "Whose yes matters, and how is it won?",
    ),
    EXPECTATIONS: (
        "What do you expect of the people you work with like this?",
        "What would make this worth your time?",
        "How much of your time is fair to ask for?",
        "What has gone wrong before, so that I do not repeat it?",
    ),
}


@dataclass(frozen=True)
class Card:
    """A card: what it is about and its questions."""

    key: str
    title: str
    about: str
    questions: tuple[str, ...]

    @property
    def source(self) -> str:
        """What an item that came from this card says of where it is from."""
        return SOURCE + self.key


def card(key: str) -> Card:
    """One of CARDS."""
    return Card(key, tr(_TITLES[key]), tr(_ABOUT[key]), _questions(key))


def cards() -> tuple[Card, ...]:
    """All of them, in the order in which they are of use."""
    return tuple(card(key) for key in CARDS)


def _questions(key: str) -> tuple[str, ...]:
    if key == FIRST:
        return tuple(knowing.questions(topic)[0] for topic in KNOW_TOPICS)
    if key == DIFFERENCES:
        return knowing.differences_questions()
    return tuple(tr(question) for question in _QUESTIONS[key])


def item(key: str) -> dict[str, object]:
    """The item of an agenda that takes a card to a meeting."""
    one, (title, kind) = card(key), _ITEMS[key]
    return {"title": tr(title), "kind": kind, "priority": "should", "minutes": MINUTES,
            "source": one.source, "background": "\n".join(one.questions)}
