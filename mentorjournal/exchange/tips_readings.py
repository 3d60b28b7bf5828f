"""The twelve tips for other programs: every reading as a plain object, in the order of the tips."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from mentorjournal.journal import people, preferences, tips
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring.rhythm import DEFAULT_DAYS
from mentorjournal.mentoring.tips import Reading
from mentorjournal.mentoring.tips_table import THRESHOLDS, Thresholds


def objects(
    journal: Journal, as_of: date, default_days: int = DEFAULT_DAYS
) -> list[dict[str, Any]]:
    """Every reading as what JSON can hold.

    Either `numerator` of `denominator` or `value` in `unit`, null where there is too little to
    tell; `people` and `parts` name whom it concerns, `entries` what it rests on, with their ids as
    `list` prints them.
    """
    names = {one.person.id: one.person.name for one in people.everybody(journal, as_of)}
    thresholds = preferences.thresholds(journal)
    return [_object(one, names, thresholds)
            for one in tips.readings(journal, as_of, default_days)]


def _object(one: Reading, names: dict[int, str], thresholds: Thresholds) -> dict[str, Any]:
    indicator = one.indicator
    return {
        "id": indicator.id, "tip": indicator.tip, "name": indicator.name, "state": one.state,
        "numerator": one.numerator, "denominator": one.denominator, "value": one.value,
        "unit": one.unit or None, "as_of": one.as_of.isoformat(), "says": one.says,
        "why": one.why or None, "people": _people(one.people, names),
        "parts": [
            {"person": {"id": part.person_id, "name": names.get(part.person_id)},
             "numerator": part.numerator, "denominator": part.denominator, "value": part.value,
             "state": part.state}
            for part in one.parts],
        "entries": [{"kind": ref.kind, "id": ref.id} for ref in one.entries],
        "formula": indicator.formula, "needs": indicator.needs,
        "thresholds": [
            {"key": key, "value": thresholds[key], "unit": THRESHOLDS[key].unit,
             "source": THRESHOLDS[key].source_words(thresholds[key])}
            for key in indicator.thresholds],
        "step": one.step.words if one.step else None,
    }


def _people(ids: Sequence[int], names: dict[int, str]) -> list[dict[str, Any]]:
    return [{"id": one, "name": names.get(one)} for one in ids]
