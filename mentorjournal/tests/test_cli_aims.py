"""The nouns of goals, needs, hours, getting to know somebody and passing it on, with no window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mentorjournal.journal.fields import KINDS
from mentorjournal.tests import build
from mentorjournal.tests.commands import Program, is_refusal

# Each noun with every field of its table.
WHOLE: dict[str, dict[str, Any]] = {
    "needs": {
        "text": "Somebody who <b>reads</b> budgets", "domain": "research", "importance": 3,
        "guidance_kind": "honest_feedback", "skill_sought": "budgets", "met_on": "2026-05-14",
        "position": 9},
    "need_persons": {"need_id": 5, "person_id": 9},
    "self_ratings": {
        "date": "2026-05-14", "topic": "other", "topic_words": "Budgets", "now": 2, "wanted": 4,
        "need_id": 1},
    "goals": {
        "text": "A budget of my own", "horizon": "1y", "measure": "pages", "measure_value": 1.5,
        "measure_target": 4.0, "due": "2027-01-31", "why": "Money decides.", "domain": "other",
        "status": "active", "started_on": "2026-05-01", "done_on": None, "mentor_part": "Reads.",
        "need_id": 1, "position": 9},
    "goal_gaps": {"goal_id": 1, "text": "Sums", "closed_on": "2026-05-14"},
    "goal_steps": {
        "goal_id": 1, "text": "Open it", "owner": "both", "helper_id": 1, "due": "2026-06-01",
        "done_on": None, "position": 3},
    "goal_persons": {"goal_id": 1, "person_id": 9, "shared_on": "2026-05-14", "part": "reads"},
    "goal_versions": {
        "goal_id": 1, "date": "2026-05-14", "text": "Less", "measure": "pages",
        "due": "2027-01-01", "change": "More", "person_id": 1},
    "goal_progress": {"goal_id": 1, "date": "2026-05-14", "value": 52.0},
    "commitments": {
        "title": "Reading group", "asked_by_id": 1, "asked_by": None, "hours_per_week": 1.5,
        "goal_id": 1, "decision": "smaller_yes", "asked_on": "2026-05-01",
        "decided_on": "2026-05-02", "since": "2026-05-03", "until": "2026-06-03",
        "what_exactly": "Lead", "why_me": "Asked", "how_to_stop": "Hand on",
        "fits_goal": "next_to", "reply": "Half of it.", "hours_asked": 3.0, "passed_to": "Noor"},
    "commitment_hours": {"commitment_id": 1, "since": "2026-05-14", "hours_per_week": 2.0},
    "capacities": {"since": "2026-05-14", "hours_per_week": 10.0},
    "homework": {"person_id": 1, "text": "Read three papers", "done_on": "2026-05-14"},
    "fit_sheets": {
        "person_id": 1, "date": "2026-05-14", "availability": 3, "availability_note": "a",
        "willingness": 4, "willingness_note": "b", "style": 5, "style_note": "c",
        "shared_values": 1, "shared_values_note": "d", "inspired": 2, "inspired_note": "e",
        "track_record": "f", "decision": "ask", "decided_on": "2026-05-14", "note": "g"},
    "reflections": {
        "date": "2026-05-14", "tag": "mentoring_others", "question": "What?", "text": "This.",
        "energy": 4, "person_id": 1, "goal_id": 1, "paired_with_id": 1, "shareable": True},
    "advice": {
        "text": "Write it down", "person_id": 1, "credited_to": "Rosalind",
        "when_it_helps": "Always", "date": "2026-05-14"},
    "advice_uses": {"advice_id": 1, "person_id": 1, "meeting_id": 1, "date": "2026-05-14"},
    "feedback_given": {
        "person_id": 1, "meeting_id": 1, "date": "2026-05-14", "requested": True,
        "topic": "slides", "situation": "s", "behaviour": "b", "impact": "i",
        "their_plan": "p", "look_again_on": "2026-06-14", "came_of": "c",
        "heard_back_on": "2026-06-15"},
    "my_stages": {
        "stage": "Faculty", "started": "2027-07-01", "ended": "2028-07-01", "note": "n"},
}


@pytest.fixture
def mine(sample_file: Path, tmp_path: Path) -> Path:
    return build.copy(sample_file, tmp_path / "mine.mentorjournal")


@pytest.mark.parametrize("kind", WHOLE)
def test_a_record_with_every_field_comes_back_as_it_was_given(
    program: Program, mine: Path, kind: str
) -> None:
    own = {"id", "uid", "created_at"}
    assert WHOLE[kind].keys() == {column.name for column in KINDS[kind].c} - own
    before = program("list", mine, kind).records
    added = program("add", mine, kind, stdin=build.lines(WHOLE[kind]))
    assert added.code == 0, added.err
    new_id = int(added.out.split()[1])
    after = program("list", mine, kind).records
    assert len(after) == len(before) + 1
    assert next(one for one in after if one["id"] == new_id) == {"id": new_id, **WHOLE[kind]}


@pytest.mark.parametrize(
    ("kind", "values", "sentence"),
    [
        ("goals", {"text": ""}, "“text” must not be empty."),
        ("goals", {"text": "x", "horizon": "2y"},
         "“2y” does not fit “horizon”, which takes one of 3m (3 months), 1y (1 year), "
         "5y (5 years)."),
        ("needs", {"text": "x", "importance": 4}, "“importance” must lie between 1 and 3."),
        ("commitments", {"title": "x", "hours_per_week": 169},
         "“hours per week” must lie between 0 and 168."),
        ("commitments", {"title": "x", "since": "2026-05-02", "until": "2026-05-01"},
         "“until” must not be before “since”."),
        ("self_ratings", {"topic": "writing", "now": 6}, "“now” must lie between 1 and 5."),
        ("fit_sheets", {"person_id": 1, "inspired": 0}, "“inspired” must lie between 1 and 5."),
        ("reflections", {"text": "x", "energy": 6}, "“energy” must lie between 1 and 5."),
        ("reflections", {"text": "x", "goal_id": 99}, "There is no goal with the id 99."),
        ("goal_steps", {"goal_id": 99, "text": "x"}, "There is no goal with the id 99."),
        ("commitment_hours", {"commitment_id": 1},
         "“since” and “hours_per_week” must not be empty."),
        ("commitments", {"title": "x", "since": "foo"},
         "“foo” does not fit “since”, which takes a day such as 2026-05-15."),
        ("commitments", {"title": "x", "goal_id": "g1"},
         "“g1” does not fit “goal”, which takes an id that “list FILE goals” shows."),
        ("capacities", {}, "“since” and “hours_per_week” must not be empty."),
        ("capacities", {"hours_per_week": 3}, "“since” must not be empty."),
        ("self_ratings", {}, "“date” and “topic” must not be empty."),
        ("self_ratings", {"now": 3, "wnated": 4}, "There is no field “wnated” here."),
        ("goal_progress", {"goal_id": 1, "date": "2026-05-14"}, "“value” must not be empty."),
        ("homework", {"text": "x"}, "“person_id” must not be empty."),
        ("advice_uses", {"advice_id": 99}, "There is no advice with the id 99."),
        ("feedback_given", {"person_id": 1, "score": 5}, "There is no field “score” here."),
    ],
)
def test_wrong_values_are_refused_in_a_sentence(
    program: Program, mine: Path, kind: str, values: dict[str, Any], sentence: str
) -> None:
    before = program("list", mine, kind).out
    said = program("add", mine, kind, stdin=build.lines(values))
    assert is_refusal(said) and sentence in said.err
    assert program("list", mine, kind).out == before


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("need_persons", {"need_id": 1, "person_id": 1}),
        ("goal_persons", {"goal_id": 1, "person_id": 1}),
    ],
)
def test_a_second_one_of_what_there_can_be_only_one_of_is_refused(
    program: Program, mine: Path, kind: str, values: dict[str, Any]
) -> None:
    said = program("add", mine, kind, stdin=build.lines(values))
    assert is_refusal(said) and "in the journal already" in said.err
