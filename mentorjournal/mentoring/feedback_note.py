"""The follow-up note on feedback (tip 8): thanks, what I heard, what I will do, when I report back.

Before I acted it tells my plan, afterwards what came of it. 200 words keep it short enough to be
read; what would be too long is cut with a "…" for the mentee to say better.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mentorjournal.words import long_day, tr

MOST_WORDS = 200
MOST_LINES = 4  # of a plan
# Shares of the usual lengths, each tried when the one before is too long.
_SHARES = (1.0, 0.8, 0.6, 0.45, 0.3, 0.2, 0.12)

Dated = tuple[str, date | None]


@dataclass(frozen=True)
class Told:
    """What of an entry may stand in a note; nothing else can.

    `differs` is their view as I understand it, and is only set where I see it differently.
    `next_meeting` is when we meet next, `last_due` the last day of what I will do.
    """

    salutation: str
    me_name: str
    heard_on: date
    asked: bool = False
    topic: str = ""
    question: str = ""
    gist: str = ""
    situation: str = ""
    behaviour: str = ""
    impact: str = ""
    plan: str = ""
    done: tuple[str, ...] = ()
    to_do: tuple[Dated, ...] = ()
    differs: str = ""
    talked: bool = False
    acted: bool = False
    came_of: str = ""
    next_meeting: date | None = None
    last_due: date | None = None


def subject(topic: str, acted: bool) -> str:
    """What the note is about, before I acted and afterwards."""
    if not topic:
        return tr("What I did with your advice") if acted else tr("What you told me")
    if acted:
        return tr("What I did with your advice on {topic}", topic=topic)
    return tr("What you told me about {topic}", topic=topic)


def tells_what_came_of_it(text: str) -> bool:
    """Whether a note has a part that only stands there once something was done."""
    lines = text.splitlines()
    return any(words in lines for words in (tr("What I tried:"), tr("What changed:")))


def draft(told: Told, most_words: int = MOST_WORDS) -> str:
    """The note, never longer than `most_words`; parts of which nothing is known are left out."""
    for share in _SHARES:
        text = _text(told, share)
        if len(text.split()) <= most_words:
            return text
    return " ".join(text.split()[:most_words])


def _text(of: Told, share: float) -> str:
    parts = _acted_parts(of, share) if of.acted else _planned_parts(of, share)
    return "\n\n".join(filter(None, [
        tr("Dear {name},", name=_cut(of.salutation, 8, share)), *parts,
        "\n".join(filter(None, [tr("With thanks,"), _cut(of.me_name, 8, share)])),
    ]))


def _planned_parts(of: Told, share: float) -> list[str]:
    return [
        _thanks(of, share), _heard(of, share), _part(tr("What I will do:"), _plans(of, share)),
        _differs(of, share), _report(of),
    ]


def _acted_parts(of: Told, share: float) -> list[str]:
    tried = [_cut(one, 22, share) for one in of.done[:MOST_LINES]]
    if not tried and of.plan:
        tried = [_cut(of.plan, 40, share)]
    return [
        _opening(of, share), _quote(of, share), _part(tr("What I tried:"), tried),
        _part(tr("What changed:"), [_cut(of.came_of, 50, share)] if of.came_of else []),
        _part(tr("What comes next:"), _dated(of.to_do, share)), _closing(of),
    ]


def _thanks(of: Told, share: float) -> str:
    topic, day = _cut(of.topic, 14, share), long_day(of.heard_on)
    if not topic:
        return tr("Thank you for what you told me on {day}.", day=day)
    if of.asked:
        return tr("Thank you for answering me on {day}, when I asked about {topic}.",
                  topic=topic, day=day)
    return tr("Thank you for telling me about {topic} on {day}.", topic=topic, day=day)


def _heard(of: Told, share: float) -> str:
    """Situation, behaviour and impact where they were noted, else what was said in short."""
    named = [
        tr("{label} {text}", label=name, text=_cut(text, 24, share))
        for name, text in (
            (tr("The situation:"), of.situation), (tr("What I did:"), of.behaviour),
            (tr("What it led to:"), of.impact)) if text.strip()
    ]
    if not (of.behaviour.strip() or of.impact.strip()) and of.gist.strip():
        named.insert(0, _cut(of.gist, 45, share))
    return _part(tr("You told me, as I took it:"), named)


def _opening(of: Told, share: float) -> str:
    day = long_day(of.heard_on)
    topic, question = _cut(of.topic, 14, share), _cut(of.question, 30, share)
    if of.asked and question:
        return tr("On {day} I asked you: {question} You told me:", day=day,
                  question=_ended(question))
    if topic:
        return tr("On {day} you told me about {topic}:", day=day, topic=topic)
    return tr("On {day} you told me:", day=day)


def _quote(of: Told, share: float) -> str:
    said = [_ended(_cut(text, 26, share)) for text in (of.behaviour, of.impact) if text.strip()]
    if not said and of.gist.strip():
        said = [_ended(_cut(of.gist, 45, share))]
    if not said and of.situation.strip():
        said = [_ended(_cut(of.situation, 26, share))]
    return tr("“{words}”", words=" ".join(said)) if said else ""


def _plans(of: Told, share: float) -> list[str]:
    lines = _dated(of.to_do, share)
    done = [_cut(one, 22, share) for one in of.done]
    written = [_cut(of.plan, 40, share)] if of.plan.strip() and not (lines or done) else []
    return [*written, *done, *lines][:MOST_LINES]


def _differs(of: Told, share: float) -> str:
    if not of.differs.strip():
        return ""
    view = _ended(_cut(of.differs, 35, share))
    if of.talked:
        return tr("As we said when we talked, I see a part of it differently. I think I understand "
                  "your side better now: {view}", view=view)
    return tr("A part of it I see differently, and I have tried to see your side: {view} I would "
              "like to talk it over with you.", view=view)


def _report(of: Told) -> str:
    if of.next_meeting:
        return tr("I will tell you what came of it when we meet on {day}.",
                  day=long_day(of.next_meeting))
    if of.last_due:
        return tr("I will write to you after {day} with what came of it.",
                  day=long_day(of.last_due))
    return tr("I will tell you what came of it when we next speak.")


def _closing(of: Told) -> str:
    if of.next_meeting:
        return tr("Thank you for telling me. Could we come back to it when we meet on {day}?",
                  day=long_day(of.next_meeting))
    return tr("Thank you for telling me; I am glad you said it.")


def _part(heading: str, lines: Iterable[str]) -> str:
    listed = [tr("– {line}", line=line) for line in lines if line]
    return "\n".join([heading, *listed]) if listed else ""


def _dated(promises: Sequence[Dated], share: float) -> list[str]:
    return [
        tr("{what}, by {day}", what=_cut(what, 18, share).removesuffix("."), day=long_day(day))
        if day else _cut(what, 22, share)
        for what, day in promises[:max(1, round(MOST_LINES * share))]
    ]


def _cut(text: str, words: int, share: float) -> str:
    """A text on one line, of at most so many words."""
    parts = text.split()
    most = max(1, round(words * share))
    if len(parts) <= most:
        return " ".join(parts)
    return " ".join(parts[:most]).rstrip(".,;:–-") + "…"


def _ended(text: str) -> str:
    """A text with a mark at its end, to go on after it."""
    return text if text.endswith((".", "?", "!", "…", "”")) else f"{text}."
