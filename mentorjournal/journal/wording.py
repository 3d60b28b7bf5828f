"""The word lists for a second look at wording, by language; read once, when first asked for."""

from __future__ import annotations

import tomllib
from functools import lru_cache

from mentorjournal import paths
from mentorjournal.mentoring.wording import Group, WordLists


@lru_cache(maxsize=4)
def lists_of(language: str = "en") -> WordLists:
    """The lists of a language such as "en" or "en-GB"; empty for one that has none yet."""
    file = paths.resources() / "wording" / f"{language.split('-')[0].lower()}.toml"
    if not file.is_file():
        return WordLists()
    found = tomllib.loads(file.read_text("utf-8"))
    context = found["context"]
    return WordLists(
        groups=tuple(
            Group(one["id"], tuple(one["words"]), one["why"], tuple(one["better"]), one["unless"])
            for one in found["group"]
        ),
        work=frozenset(context["work"]), results=frozenset(context["results"]),
        skills=frozenset(context["skills"]),
        evidence=tuple((one["text"], one["source"]) for one in found["evidence"]),
    )
