"""Every public verb is undoable: found by inspection, run on the sample, taken back, done again."""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
from collections.abc import Callable
from typing import Any

import pytest

import mentorjournal.journal as room
from mentorjournal.journal.journal import Journal
from mentorjournal.store.schema import RECORD_TABLES
from mentorjournal.tests import build
from mentorjournal.tests.journal import (
    verb_cases,
    verb_cases_feedback,
    verb_cases_hours,
    verb_cases_letters,
)

CASES = {
    **verb_cases.CASES, **verb_cases_feedback.CASES, **verb_cases_hours.CASES,
    **verb_cases_letters.CASES,
}
FIRST = {
    **verb_cases.FIRST, **verb_cases_feedback.FIRST, **verb_cases_hours.FIRST,
    **verb_cases_letters.FIRST,
}


@functools.cache
def verbs() -> dict[str, Callable[..., Any]]:
    """Public functions that take a journal first and enter a change, or say who asked for one."""
    found = {}
    for module_info in pkgutil.iter_modules(room.__path__):
        module = importlib.import_module(f"{room.__name__}.{module_info.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ != module.__name__ or name.startswith("_"):
                continue
            parameters = list(inspect.signature(function).parameters)
            if parameters[:1] == ["journal"] and (
                "origin" in parameters or "journal.change(" in inspect.getsource(function)
            ):
                found[f"{module_info.name}.{name}"] = function
    return found


def test_every_verb_has_a_case_and_every_case_a_verb() -> None:
    assert set(verbs()) == set(CASES)


@pytest.mark.parametrize(
    ("name", "act"),
    [pytest.param(name, act, id=f"{name}-{n}")
     for name, acts in CASES.items() for n, act in enumerate(acts)],
)
def test_verb_is_one_step_that_goes_back_and_forth(
    sample_journal: Journal, name: str, act: Callable[[Journal], Any]
) -> None:
    FIRST.get(name, lambda _journal: None)(sample_journal)
    before, done = build.dump(sample_journal), sample_journal.undo_label()
    heard = build.notices(sample_journal)
    act(sample_journal)
    after = build.dump(sample_journal)
    assert after != before
    assert len(heard) == 1
    assert {table: set(ids) for table, ids in heard[0].rows.items()} == _differing(before, after)
    label = sample_journal.undo_label()
    assert label
    assert sample_journal.undo() == label
    assert build.dump(sample_journal) == before
    assert sample_journal.undo_label() == done
    assert sample_journal.redo() == label
    assert build.dump(sample_journal) == after
    assert {table: set(ids) for table, ids in heard[2].rows.items()} == _differing(before, after)
    assert heard[1].rows == heard[2].rows
    assert len(heard) == 3


def _differing(before: build.Dump, after: build.Dump) -> dict[str, set[int]]:
    """Which rows of which tables two dumps do not share."""
    found = {
        table: {row[0] for row in set(before[table]) ^ set(after[table])}
        for table in RECORD_TABLES
    }
    return {table: ids for table, ids in found.items() if ids}


@pytest.mark.parametrize(
    "name", [name for name, verb in verbs().items()
             if "origin" in inspect.signature(verb).parameters]
)
def test_verb_passes_on_who_asked(
    sample_journal: Journal, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The case is run again with an origin added to the call of the verb itself."""
    asked_by = object()
    verb = verbs()[name]
    module = importlib.import_module(verb.__module__)
    monkeypatch.setattr(
        module, verb.__name__, lambda *words, **named: verb(*words, **named, origin=asked_by)
    )
    FIRST.get(name, lambda _journal: None)(sample_journal)
    heard = build.notices(sample_journal)
    CASES[name][0](sample_journal)
    assert [notice.origin for notice in heard] == [asked_by]
    sample_journal.undo()
    assert heard[-1].origin is None
