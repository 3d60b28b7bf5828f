"""What is asked is a question with its facts; nicknames stand only where a source is told."""

from __future__ import annotations

from datetime import date

import pytest

from mentorjournal.mentoring import missteps_words as asked
from mentorjournal.mentoring.load import Load
from mentorjournal.mentoring.missteps import Ghost, Vampire
from mentorjournal.mentoring.missteps_mine import Alone, GoalSeen, NotMine, Overcommitted
from mentorjournal.mentoring.missteps_theirs import CalledOff, Promise, Waiting

DAY = date(2026, 5, 15)
NICKNAMES = ("overcommitter", "doormat", "lone wolf", "ghost", "vampire", "bottleneck",
             "world traveller", "backstabber")


def over(hours: float, late: int = 0) -> asked.Finding:
    return asked.overcommitted_finding(Overcommitted(Load(hours, 12), 3, 0, 2, late))


def everything() -> list[asked.Finding]:
    seen = GoalSeen(1, "Goal " * 60, date(2026, 1, 1), None, False)
    promise = Promise("The table " * 40, date(2026, 3, 1))
    return [
        over(13), over(6), asked.not_mine_finding(
            NotMine(Load(10, 12, 6), ((7, 3), ("Chief fellow", 2))), {7: "Dr. Vale"}),
        asked.alone_finding(Alone(None, ((seen, 134),))),
        asked.alone_finding(Alone(200, ((seen, 134),) * 5)),
        asked.quiet_finding(Ghost(date(2026, 4, 1), 44, True), 3, "Ada", DAY),
        asked.quiet_finding(Ghost(date(2025, 4, 1), 409, False), 3, "Ada", DAY),
        asked.asking_finding(Vampire(11, 60 / 91, 3, 2), 3, "Ada"),
        asked.waiting_finding(Waiting((promise,) * 5, 75, 75), 3, "Ada", DAY),
        asked.called_off_finding(CalledOff((date(2026, 5, 1), date(2026, 4, 1)), 4), 3, "Ada", DAY),
    ]


def test_every_finding_is_a_question_with_facts_and_a_source() -> None:
    assert {one.kind for one in everything()} == set(asked.KINDS)
    for one in everything():
        assert one.question.endswith("?") and one.facts, one.kind
        assert all(fact.endswith(".") and "{" not in fact and len(fact) < 240 for fact in one.facts)
        about = asked.signal(one.kind)
        assert about.needs and about.too_little.endswith(".") and about.step
        assert "a default of ours" in about.source
        assert ("JAMA 2016" if about.is_theirs else "JAMA 2017") in about.source


def test_a_nickname_is_told_only_where_a_question_comes_from() -> None:
    for one in everything():
        said = " ".join((one.question, *one.facts)).casefold()
        assert not [word for word in NICKNAMES if word in said]
    for about in asked.signals():
        shown = " ".join((about.name, about.needs, about.too_little, about.step)).casefold()
        assert not [word for word in NICKNAMES if word in shown]
        assert sum(word in about.source for word in NICKNAMES) == 1


def test_the_words_carry_numbers_and_days() -> None:
    assert over(13).question == "You are at 108%. What could you hand back?"
    assert over(13).facts[:3] == (
        "13 of 12 hours a week are committed.", "3 yeses and 0 noes in the last 30 days.",
        "2 promises of yours are past their day.")
    assert over(12.01).question.startswith("You are at 101%")  # never “100%” and too much at once
    assert "108%" not in over(6).question
    quiet = everything()[5]
    assert quiet.facts == ("Nothing since your promise fell due on Wed 1 Apr, 44 days ago.",)
    assert quiet.key == "misstep:quiet:3" and over(13).key == "misstep:overcommitted"
    off = everything()[-1].facts[0]
    assert off.endswith("4 meetings that were due: Wed 1 Apr and Fri 1 May.")


@pytest.mark.parametrize(("late", "said"), [(1, False), (2, True)])
def test_what_was_late_stands_beside_a_load_above_capacity(late: int, said: bool) -> None:
    assert any("not kept in time" in fact for fact in over(13, late).facts) == said
    assert not any("not kept in time" in fact for fact in over(6, late).facts)


def test_a_mentor_is_never_labelled() -> None:
    assert "not who they are" in asked.advice_words() and "another mentor" in asked.advice_words()
