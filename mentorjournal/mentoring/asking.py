"""Asking for feedback (tip 8): about one thing, with a question that has an answer, in a few lines.

The first three questions follow the guides; the others are ours in the same spirit.
"""

from __future__ import annotations

from mentorjournal.words import tr

# What a request is not about: words that name no one thing.
_GENERAL = frozenset({
    "a", "all", "am", "an", "and", "any", "anything", "are", "as", "doing", "everything", "far",
    "feedback", "general", "generally", "going", "how", "i", "i'm", "i’m", "in", "is", "it", "me",
    "mine", "my", "on", "or", "overall", "performance", "progress", "really", "so", "some",
    "something", "stuff", "the", "things", "thoughts", "whatever", "whole", "work", "you", "your",
})
MOST_TOPIC = 32  # characters of a topic that a ready question repeats
MOST_IN_MAIL = 120


def is_too_general(topic: str) -> bool:
    """Whether a topic names no one thing, as "everything" or "my work in general"."""
    words = [word.strip(".,;:!?…'\"()").casefold() for word in topic.split()]
    return any(words) and all(word in _GENERAL for word in words if word)


def nudge() -> str:
    """What to say about a topic that could be anything."""
    return tr(
        "That could be anything. One talk, one page or one habit gets an answer you can use; press "
        "the button again to ask like this all the same.")


def ready_asks(topic: str) -> list[str]:
    """Questions that can be answered, about `topic`."""
    short = "" if is_too_general(topic) else _short(topic, MOST_TOPIC)
    what = short or tr("this")
    return [
        tr("What is one thing I should do differently in {topic}?", topic=what),
        tr("Where did you lose the thread in {topic}?", topic=what),
        tr("If you were on the committee, what would worry you about {topic}?", topic=what),
        tr("What should I keep exactly as it is in {topic}?", topic=what),
        tr("What would {topic} need to be twice as clear?", topic=what),
    ]


def _short(topic: str, most: int = MOST_IN_MAIL) -> str:
    line = " ".join(topic.split()).rstrip(".?!")
    return line if len(line) <= most else line[:most - 1].rstrip() + "…"


def ask_subject(topic: str) -> str:
    """The subject of a mail that asks."""
    return tr("A question about {topic}", topic=_short(topic)) if topic else tr("A question")


def ask_message(salutation: str, me_name: str, topic: str, question: str) -> str:
    """A short mail that asks one thing and makes it easy to answer."""
    what = _short(topic)
    return "\n\n".join(filter(None, [
        tr("Dear {name},", name=salutation),
        tr("May I ask for your view on one thing: {topic}?", topic=what) if what else "",
        question.strip(),
        tr("A line or two is enough, whenever it suits you, and the less comfortable answer helps "
           "me most."),
        "\n".join(filter(None, [tr("Thank you,"), me_name])),
    ]))


def talk_subject(topic: str) -> str:
    """The subject of a mail that asks for a talk about what was said."""
    if not topic:
        return tr("What you told me")
    return tr("What you told me about {topic}", topic=_short(topic))


def talk_message(salutation: str, me_name: str, topic: str) -> str:
    """A short mail that asks to talk over something that was hard to hear, without answering it."""
    what = _short(topic)
    return "\n\n".join(filter(None, [
        tr("Dear {name},", name=salutation),
        tr("Thank you for what you told me about {topic}. I have taken some time to think about "
           "it.", topic=what) if what
        else tr("Thank you for what you told me. I have taken some time to think about it."),
        tr("I would like to understand it better. Could we talk about it for ten minutes, when you "
           "have the time?"),
        "\n".join(filter(None, [tr("With thanks,"), me_name])),
    ]))
