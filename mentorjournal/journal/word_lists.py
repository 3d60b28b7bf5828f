"""The lists of words worth a second look: one file a language, read when first asked for."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from mentorjournal import paths
from mentorjournal.mentoring.wording import Concession, Group, Note, WordLists


def of_language(language: str) -> WordLists:
    """The lists of a language such as "en" or "en_GB"; empty ones where it has none yet."""
    return _read(language.replace("-", "_").split("_")[0].casefold())


@cache
def _read(language: str) -> WordLists:
    file = paths.resources() / "wording" / f"{language}.toml"
    if not language.isalpha() or not file.is_file():
        return WordLists()
    return _lists(tomllib.loads(file.read_text(encoding="utf-8")))


def _lists(table: dict[str, Any]) -> WordLists:
    return WordLists(
        groups=tuple(_group(row) for row in table["groups"]),
        names=_group(table["names"]),
        concession=_concession(table["concession"]),
        passing=tuple(table["passing"]["words"]),
        results_to_name=tuple(table["results_to_name"]),
        beside={what: frozenset(words) for what, words in table["beside"].items()},
        work={what: frozenset(words) for what, words in table["work"].items()},
        notes=tuple(Note(**row) for row in table["notes"]),
        origins=tuple(Note(**row) for row in table["origins"]),
    )


def _group(row: dict[str, Any]) -> Group:
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
    }
    return Group(**values)


def _concession(row: dict[str, Any]) -> Concession:
    return Concession(
        Group(row["key"], row["why"]), frozenset(row["openers"]), frozenset(row["persons"]),
        frozenset(row["shortages"]))
