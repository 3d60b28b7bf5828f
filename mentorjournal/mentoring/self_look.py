"""A short look at where I stand: topics in small groups, and what is far from what I want.

The topics, their groups and the distance that counts as far are ours; that needs come from looking
at oneself first is tip 1 (A1.2) and tip 3 (A3.2).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mentorjournal.mentoring.vocabulary import SELF_TOPICS, label
from mentorjournal.words import tr

FAR = 2  # between now and wanted, from which a need is offered; ours
LEAST, MOST = 1, 5
OTHER = "other"


@dataclass(frozen=True)
class Mark:
    """Where I stand on a topic and where I want to be: 1 to 5, or not said."""

    topic: str
    now: int | None = None
    wanted: int | None = None
    words: str = ""  # what the topic is, where it is a topic of my own

    @property
    def is_said(self) -> bool:
        """Whether anything was said of it."""
        return self.now is not None or self.wanted is not None

    @property
    def distance(self) -> int:
        """How far where I want to be lies above where I stand; 0 where either was not said."""
        if self.now is None or self.wanted is None:
            return 0
        return max(0, self.wanted - self.now)


def groups() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The topics in small groups, each with its words; a topic of one's own is in none."""
    return (
        (tr("The work itself"), ("asking_questions", "study_design", "analysis", "writing")),
        (tr("With other people"), (
            "speaking", "clinical_skill", "teaching_others", "leading_people",
            "hard_conversations")),
        (tr("Where it leads"), ("career_plan", "being_known", "money_and_grants")),
        (tr("Time and life"), ("time_and_load", "saying_no", "life_outside_work")),
    )


def far(marks: Iterable[Mark]) -> list[Mark]:
    """What is at least two away from where I want to be, largest distance first."""
    found = [one for one in marks if one.distance >= FAR]
    return sorted(found, key=lambda one: (-one.distance, SELF_TOPICS.index(one.topic)))


def topic_words(topic: str, words: str | None = None) -> str:
    """What a topic is called."""
    return words or label(topic)


def offered_need(mark: Mark) -> str:
    """A need that a topic may become, to be said in one's own words."""
    offered = {
        "asking_questions": tr("Somebody to find a question worth asking with"),
        "study_design": tr("Somebody to pull my study design apart"),
        "analysis": tr("Somebody to make sense of my data with"),
        "writing": tr("Somebody to read what I write, frankly"),
        "speaking": tr("Somebody to watch me give a talk and say what to change"),
        "clinical_skill": tr("Somebody to learn from at the bedside"),
        "teaching_others": tr("Somebody who teaches well, and watches me teach"),
        "leading_people": tr("Somebody who leads people the way I would like to"),
        "being_known": tr("Somebody who makes me known outside my place"),
        "money_and_grants": tr("Somebody who knows how money is found and asked for"),
        "career_plan": tr("Somebody to think through with where I am going"),
        "time_and_load": tr("Somebody to help me keep time for what matters"),
        "saying_no": tr("Somebody to practise saying no with"),
        "hard_conversations": tr("Somebody to prepare hard conversations with"),
        "life_outside_work": tr("Somebody who has made work and life go together"),
    }
    return offered.get(mark.topic) or tr("Somebody for: {topic}",
                                         topic=topic_words(mark.topic, mark.words))
