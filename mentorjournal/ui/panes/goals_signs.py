"""What about a goal is worth a look, each with one button that does something about it."""

from __future__ import annotations

from collections.abc import Callable

from mentorjournal.mentoring import goals as rules
from mentorjournal.ui.panes.goals_facts import CardFacts, called
from mentorjournal.ui.panes.goals_parts import GoalWishes, Sign
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.words import short_day, tr

QUIET = (rules.STEP_NOT_MINE, rules.NO_AGENDA, rules.ALONE)
Deed = tuple[str, Callable[[], object]]


def sign_line(
    wishes: GoalWishes, facts: CardFacts, sign: str, words: str, add_step: Callable[[], object]
) -> Sign:
    """The line of a sign; `add_step` puts the keyboard where a step is added."""
    said, deed = _deed(wishes, facts, sign, add_step)
    button = Button(said, kind="link")
    button.clicked.connect(lambda: deed())
    return Sign(words, button, quiet=sign in QUIET)


def _deed(
    wishes: GoalWishes, facts: CardFacts, sign: str, add_step: Callable[[], object]
) -> Deed:
    """The words of the button, and what it does."""
    key = facts.goal.id
    if sign == rules.NO_AGENDA:
        return _agenda_words(facts), lambda: wishes.agenda.emit(key)
    if sign == rules.STEP_NOT_MINE:
        step = rules.not_mine(facts.about.steps)[0]
        return tr("Make it ours"), lambda: wishes.step_ours.emit(step.id)
    attach: Deed = tr("Attach somebody"), lambda: wishes.attach.emit(key)
    return {
        rules.NO_STEP: (tr("Add a step"), add_step),
        rules.NO_GAP_OR_STEP: (tr("Add a step"), add_step),
        rules.DUE_PASSED: (tr("Change the day"), lambda: wishes.edit.emit(key)),
        rules.NOT_SHARED: (tr("Shared today"), lambda: wishes.share.emit(
            key, facts.about.unshared)),
        rules.NOBODY: attach, rules.ALONE: attach,
    }[sign]


def _agenda_words(facts: CardFacts) -> str:
    if facts.meeting is not None:
        return tr("Put it on: {name}, {day}", name=called(facts.meeting.person),
                  day=short_day(facts.meeting.meeting.day, facts.as_of))
    if facts.people:
        return tr("Meet {name}", name=called(facts.people[0]))
    return tr("Plan a meeting")
