"""A case for each verb about goals, their steps, gaps and people, as in `verb_cases`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from mentorjournal.journal import goal_overview, goal_people, goal_steps, goals
from mentorjournal.journal.goal_overview import GoalFacts
from mentorjournal.journal.journal import Journal
from mentorjournal.tests.journal.verb_cases import next_meeting, whom

DAY = date(2026, 5, 15)


def cohort(journal: Journal) -> GoalFacts:
    """The goal of the eighty survivors (g1)."""
    return next(one for one in goal_overview.overview(journal, DAY) if "80 ICU" in one.goal.text)


CASES: dict[str, list[Callable[[Journal], Any]]] = {
    "goals.add": [
        lambda j: goals.add(j, {"text": "A second site", "horizon": "1y"}),
        lambda j: goals.add(
            j, {"text": "A third", "measure_value": 1, "measure_target": 9}, gaps=["Money"],
            person_ids=[whom(j)], first_step="Ask"),
    ],
    "goals.edit": [
        lambda j: goals.edit(j, goals.active(j)[0].id, {"measure": "53 of 80"}),
        lambda j: goals.edit(
            j, cohort(j).id, {"text": "90", "measure_value": 53}, gaps=["Money"],
            person_ids=[whom(j, "Vale")], change="More", person_id=whom(j)),
    ],
    "goals.remove": [lambda j: goals.remove(j, cohort(j).id)],
    "goals.set_status": [lambda j: goals.set_status(j, cohort(j).id, "done", DAY),
                         lambda j: goals.set_status(j, cohort(j).id, "dropped", DAY)],
    "goals.set_progress": [lambda j: goals.set_progress(j, cohort(j).id, 53.0, DAY)],
    "goals.reorder": [lambda j: goals.reorder(
        j, [one.id for one in goals.active(j)][::-1])],
    "goal_steps.add": [lambda j: goal_steps.add(j, cohort(j).id, {"text": "Call them"})],
    "goal_steps.edit": [
        lambda j: goal_steps.edit(j, cohort(j).steps[0].id, {"owner": "both"})],
    "goal_steps.set_done": [lambda j: goal_steps.set_done(j, cohort(j).steps[0].id, None),
                            lambda j: goal_steps.set_done(j, cohort(j).steps[2].id, DAY)],
    "goal_steps.move": [lambda j: goal_steps.move(j, cohort(j).steps[0].id, 2)],
    "goal_steps.remove": [lambda j: goal_steps.remove(j, cohort(j).steps[0].id)],
    "goal_steps.add_gap": [lambda j: goal_steps.add_gap(j, cohort(j).id, "Money")],
    "goal_steps.edit_gap": [
        lambda j: goal_steps.edit_gap(j, cohort(j).gaps[0].id, {"text": "Forms"})],
    "goal_steps.close_gap": [lambda j: goal_steps.close_gap(j, cohort(j).gaps[0].id, DAY)],
    "goal_steps.remove_gap": [lambda j: goal_steps.remove_gap(j, cohort(j).gaps[0].id)],
    "goal_people.attach": [
        lambda j: goal_people.attach(j, cohort(j).id, [whom(j, "Vale"), whom(j)])],
    "goal_people.detach": [lambda j: goal_people.detach(j, cohort(j).people[0].id)],
    "goal_people.set_part": [
        lambda j: goal_people.set_part(j, cohort(j).people[0].id, "reading", None)],
    "goal_people.share": [
        lambda j: goal_people.share(j, cohort(j).id, [whom(j), whom(j, "Vale")], DAY)],
    "goal_people.put_on_agenda": [
        lambda j: goal_people.put_on_agenda(j, cohort(j).id, next_meeting(j))],
}
# What must have happened before a case can be run.
FIRST: dict[str, Callable[[Journal], Any]] = {}
