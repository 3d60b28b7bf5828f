"""The twelve tips without a window: every indicator as JSON, on the day that is asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mentorjournal.journal import preferences
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.tips_table import INDICATORS
from mentorjournal.tests import build
from mentorjournal.tests.commands import Program, is_refusal


def readings(program: Program, file: Path, *more: str) -> dict[str, dict[str, Any]]:
    said = program("tips", file, "--as-of", "2026-05-15", *more)
    assert said.code == 0 and not said.err
    return {one["id"]: one for one in json.loads(said.out)}


def test_every_indicator_is_printed_with_what_it_rests_on(
    program: Program, sample_file: Path, tmp_path: Path
) -> None:
    found = readings(program, build.copy(sample_file, tmp_path / "s.mentorjournal"))
    assert list(found) == list(INDICATORS)
    needs = found["D1.1"]
    assert (needs["tip"], needs["numerator"], needs["denominator"], needs["state"]) == (
        1, 4, 5, "going well")
    assert needs["as_of"] == "2026-05-15" and needs["entries"] == [{"kind": "need", "id": 5}]
    assert [one["name"] for one in found["D6.4"]["people"]] == [
        "Dr. Imogen Castellanos", "Joy Marchetti, NP"]
    assert found["D4.1"]["value"] == 108 and found["D4.1"]["unit"] == "percent"
    year = {one["person"]["name"]: (one["numerator"], one["denominator"])
            for one in found["D6.1"]["parts"]}
    assert year["Joy Marchetti, NP"] == (3, 4) and year["Dr. Imogen Castellanos"] == (3, None)


def test_the_thresholds_of_the_journal_hold(
    program: Program, sample_file: Path, tmp_path: Path
) -> None:
    file = build.copy(sample_file, tmp_path / "s.mentorjournal")
    journal = Journal(file)
    preferences.set_threshold(journal, "load_act", 120)
    journal.close()
    load = readings(program, file)["D4.1"]
    assert load["state"] == "worth a look"
    assert {"key": "load_act", "value": 120.0, "unit": "percent", "source": "your setting"} in (
        load["thresholds"])


def test_an_empty_journal_has_no_number_to_show(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "empty.mentorjournal"
    assert program("new", file).code == 0
    found = readings(program, file)
    assert {one["state"] for one in found.values()} == {"not enough yet"}
    assert all(one["numerator"] is None and one["value"] is None for one in found.values())


def test_a_file_that_is_no_journal_is_refused(program: Program, tmp_path: Path) -> None:
    wrong = tmp_path / "notes.txt"
    wrong.write_text("nothing")
    assert is_refusal(program("tips", wrong))
