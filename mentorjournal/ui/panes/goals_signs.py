"""What about a goal is worth a look, with a button that does something about it."""

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
    wishes: GoalWishes, facts: CardFacts, sign: str, words: str, name_gap: Callable[[], object]
) -> Sign:
    """The line of a sign; `name_gap` puts the keyboard where a gap is added.

    What the card offers in any case is not offered again: a step is added in the line above.
    """
    button = None
    if sign != rules.NO_STEP:
        said, deed = _deed(wishes, facts, sign, name_gap)
        button = Button(said, kind="link")
        button.clicked.connect(lambda: deed())
    return Sign(words, button, quiet=sign in QUIET)


def _deed(
    wishes: GoalWishes, facts: CardFacts, sign: str, name_gap: Callable[[], object]
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
        rules.NO_GAP_OR_STEP: (tr("Name a gap"), name_gap),
        rules.DUE_PASSED: (tr("Change the day"), lambda: wishes.edit.emit(key)),
        rules.NOT_SHARED: (tr("Mark as shared today"), lambda: wishes.share.emit(
            key, facts.about.unshared)),
        rules.NOBODY: attach, rules.ALONE: attach,
    }[sign]


def _agenda_words(facts: CardFacts) -> str:
    if facts.meeting is not None:
        return tr("Put it on: {name}, {day}", name=called(facts.meeting.person),
                  day=short_day(facts.meeting.meeting.day, facts.as_of))
    return tr("Meet {name}", name=called(facts.people[0]))
