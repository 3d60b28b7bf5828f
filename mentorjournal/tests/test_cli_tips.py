"""The twelve tips with no window: one JSON array, by the thresholds of the journal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mentorjournal.journal import preferences
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.tips_table import INDICATORS
from mentorjournal.tests import build
from mentorjournal.tests.commands import Program, is_refusal

FIELDS = {
    "id", "tip", "name", "numerator", "denominator", "value", "unit", "state", "says", "why",
    "as_of", "formula", "threshold", "people", "behind", "entries", "parts",
}


def told(program: Program, path: Path, *words: str) -> dict[str, dict[str, Any]]:
    said = program("tips", path, *words)
    assert (said.code, said.err) == (0, "")
    return {one["id"]: one for one in json.loads(said.out)}


def test_all_indicators_as_one_array(program: Program, sample_file: Path, tmp_path: Path) -> None:
    path = build.copy(sample_file, tmp_path / "s.mentorjournal")
    found = told(program, path, "--as-of", "2026-05-15")
    assert list(found) == list(INDICATORS)
    assert all(one.keys() == FIELDS for one in found.values())
    assert {one["as_of"] for one in found.values()} == {"2026-05-15"}
    four = found["D6.1"]
    assert (four["tip"], four["numerator"], four["denominator"], four["value"]) == (6, 6, 7, None)
    assert four["threshold"] == [
        {"key": "times_a_year", "value": 4, "unit": "count", "source": "the paper"}]
    assert [one["name"] for one in four["people"]] == ["Joy Marchetti, NP"]
    assert four["entries"] == [{"kind": "person", "id": four["people"][0]["id"]}]
    assert {one["words"]: one["value"] for one in four["parts"]}["Dr. Okafor"] == 10
    assert (found["D4.1"]["value"], found["D4.1"]["unit"]) == (108, "percent")
    assert found["D4.1"]["numerator"] is None


def test_the_day_and_the_thresholds_of_the_journal_hold(
    program: Program, sample_file: Path, tmp_path: Path
) -> None:
    path = build.copy(sample_file, tmp_path / "s.mentorjournal")
    journal = Journal(path)
    preferences.set_threshold(journal, "lead_time", 20)
    journal.close()
    found = told(program, path, "--as-of", "2026-05-15")["D5.4"]
    assert found["state"] == "going well"
    assert found["threshold"] == [
        {"key": "lead_time", "value": 20, "unit": "days", "source": "your setting"}]
    assert told(program, path, "--as-of", "2025-10-15")["D4.1"]["value"] == 121


def test_an_empty_journal_has_too_little_of_everything(
    program: Program, empty_file: Path, tmp_path: Path
) -> None:
    path = build.copy(empty_file, tmp_path / "e.mentorjournal")
    found = told(program, path)
    assert {one["state"] for one in found.values()} == {"not enough yet"}
    assert {one["numerator"] for one in found.values()} == {None}


def test_what_is_no_journal_is_refused(program: Program, tmp_path: Path) -> None:
    assert is_refusal(program("tips", tmp_path / "gone.mentorjournal"))
    (tmp_path / "text").write_text("no journal")
    assert is_refusal(program("tips", tmp_path / "text"))
