"""How I am doing by the twelve tips: every indicator as the journal shows it on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from mentorjournal.journal import preferences, tips_facts
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import tips_rules
from mentorjournal.mentoring.deeds import Ref
from mentorjournal.mentoring.rhythm import DEFAULT_DAYS
from mentorjournal.mentoring.tips import Part, Reading
from mentorjournal.mentoring.tips_table import THRESHOLDS, Thresholds
from mentorjournal.words import tr


def readings(
    journal: Journal, as_of: date, default_days: int = DEFAULT_DAYS
) -> list[Reading]:
    """All indicators in the order of their table, held against the thresholds of the journal."""
    facts = tips_facts.gather(journal, as_of, default_days=default_days)
    return tips_rules.read(facts, as_of, preferences.thresholds(journal))


def reading(
    journal: Journal, key: str, as_of: date, default_days: int = DEFAULT_DAYS
) -> Reading:
    """One indicator, such as "D6.1". Raises KeyError for one that there is not."""
    facts = tips_facts.gather(journal, as_of, default_days=default_days)
    return tips_rules.read_one(key, facts, as_of, preferences.thresholds(journal))


def told(journal: Journal, as_of: date) -> list[dict[str, Any]]:
    """All indicators as plain values that can be written as JSON."""
    facts = tips_facts.gather(journal, as_of)
    limits = preferences.thresholds(journal)
    names = {one.id: one.name for one in facts.people}
    return [_told(one, limits, names) for one in tips_rules.read(facts, as_of, limits)]


def _told(one: Reading, limits: Thresholds, names: dict[int, str]) -> dict[str, Any]:
    indicator = one.indicator
    return {
        "id": indicator.id, "tip": indicator.tip, "name": tr(indicator.name),
        "numerator": one.numerator, "denominator": one.denominator, "value": _plain(one.value),
        "unit": one.unit, "state": one.state, "says": one.says, "why": one.why,
        "as_of": one.as_of.isoformat(), "formula": tr(indicator.formula),
        "threshold": [
            {"key": key, "value": _plain(limits[key]), "unit": THRESHOLDS[key].unit,
             "source": THRESHOLDS[key].source_words(limits[key])}
            for key in indicator.thresholds],
        "people": [{"id": key, "name": names.get(key, "")} for key in one.people],
        "behind": one.behind, "entries": [_ref(each) for each in one.entries],
        "parts": [_part(each) for each in one.parts],
    }


def _part(one: Part) -> dict[str, Any]:
    return {
        "words": one.words, "person": one.person_id,
        "entry": _ref(one.entry) if one.entry else None,
        "numerator": one.numerator, "denominator": one.denominator, "value": _plain(one.value),
        "unit": one.unit, "state": one.state, "detail": one.detail,
    }


def _ref(one: Ref) -> dict[str, Any]:
    return {"kind": one.kind, "id": one.id}


def _plain(value: float | None) -> float | int | None:
    """A whole number without its point."""
    return int(value) if value is not None and value == int(value) else value
