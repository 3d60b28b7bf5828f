"""Wording worth a second look in one's own brief (B15): advice with its reason, and no verdict.

The words are data, by language; these functions only look for them. Words about the work rather
than the person are no flags, nor are effort beside a result and warmth beside a skill.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mentorjournal.words import bare_name, listing, tr, trn

NEAR = 3  # words after a flagged one in which the work it is about may be named
LONG_WORD = 5  # letters of a word that tells one title from another

# Ends of sentences; the points of titles and abbreviations are none.
_END = re.compile(r"(?<!\bDr)(?<!\bProf)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\be\.g)(?<!\bi\.e)"
                  r"[.!?…]+[\s\"”’)]+|\n+")
_WORD = re.compile(r"[\w’'-]+")
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True)
class Group:
    """Words of one kind, why they are worth a look, and what says more.

    `unless` is "result" or "skill" for what is no flag in a sentence that has one.
    """

    id: str
    words: tuple[str, ...]
    why: str
    better: tuple[str, ...] = ()
    unless: str = ""


@dataclass(frozen=True)
class WordLists:
    """The lists of one language; a language without any has none of these."""

    groups: tuple[Group, ...] = ()
    work: frozenset[str] = frozenset()
    results: frozenset[str] = frozenset()
    skills: frozenset[str] = frozenset()
    evidence: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Flag:
    """A place in a text, from `start` to before `end`, with the sentence it stands in."""

    start: int
    end: int
    words: str
    group: str
    sentence: str
    why: str
    better: tuple[str, ...] = ()


def flags(text: str, lists: WordLists, names: Iterable[str] = ()) -> list[Flag]:
    """What is worth a second look, from the beginning; `names` are people who have a title."""
    if not lists.groups or not text:
        return []
    found: list[Flag] = []
    by_id = {group.id: group for group in lists.groups}
    pattern, group_of = _pattern(lists)
    given = _given_names(tuple(names)) if "name" in by_id else {}
    for start, end in _sentences(text):
        sentence = text[start:end]
        words = {word.casefold() for word in _WORD.findall(sentence)}
        has_result = bool(_NUMBER.search(sentence) or words & lists.results)
        passes = {"": False, "result": has_result, "skill": has_result or words & lists.skills}
        for match in pattern.finditer(sentence):
            group = by_id[group_of[_plain(match[0])]]
            if passes[group.unless] or _is_about_work(sentence, match.end(), group, lists):
                continue
            found.append(_flag(match, start, sentence, group))
        found += [_flag(match, start, sentence, by_id["name"])
                  for match in _bare_names(sentence, words, given)]
    return sorted(found, key=lambda flag: flag.start)


def _flag(match: re.Match[str], start: int, sentence: str, group: Group) -> Flag:
    return Flag(start + match.start(), start + match.end(), match[0], group.id, sentence.strip(),
                group.why, group.better)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _END.finditer(text):
        yield start, end.end()
        start = end.end()
    if start < len(text):
        yield start, len(text)


@lru_cache(maxsize=4)
def _pattern(lists: WordLists) -> tuple[re.Pattern[str], dict[str, str]]:
    """One expression for all words, the longest first, and the group of each."""
    group_of = {_plain(word): group.id for group in lists.groups for word in group.words}
    longest = sorted(group_of, key=len, reverse=True)
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)
    return re.compile(rf"(?<![\w-])(?:{words or '(?!)'})(?![\w-])", re.IGNORECASE), group_of


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _is_about_work(sentence: str, at: int, group: Group, lists: WordLists) -> bool:
    """Whether the next few words name work: "a careful analysis" praises no person."""
    if group.id not in ("effort", "faint"):
        return False
    following = sentence[at : at + 80]
    after = [word.casefold() for word in _WORD.findall(following)[:NEAR]]
    return any(word in lists.work for word in after)


@lru_cache(maxsize=8)
def _given_names(names: tuple[str, ...]) -> dict[str, re.Pattern[str]]:
    """Given name -> where it stands alone, for everybody whose name has a title."""
    found = {}
    for name in names:
        bare = bare_name(name).split()
        if len(bare) < 2 or bare == name.split(",")[0].split() or len(bare[0].strip(".")) < 2:
            continue  # no title, no given name, or an initial
        rest = "|".join(re.escape(part) for part in bare[1:])
        found[bare[0].casefold()] = re.compile(
            rf"(?<![\w.-])(?<!\.\s){re.escape(bare[0])}(?![\w-])(?!\s+(?:{rest})\b)")
    return found


def _bare_names(
    sentence: str, words: set[str], given: dict[str, re.Pattern[str]]
) -> Iterator[re.Match[str]]:
    for name in words & given.keys():
        yield from given[name].finditer(sentence)


def unnamed_record(texts: Iterable[str], titles: Sequence[str]) -> str:
    """A sentence when a brief names nothing of what is on the record; "" when it does."""
    said = " ".join(texts).casefold()
    if not said.strip() or not titles:
        return ""
    words = set(_WORD.findall(said))
    if any(_is_named(title, said, words) for title in titles):
        return ""
    shown = listing([tr("“{title}”", title=title) for title in titles[:2]])
    more = len(titles) - 2
    if more > 0:
        shown = trn("{shown} and {n} more", "{shown} and {n} more", more, shown=shown)
    return tr("Your record has {shown}; nothing of it is named here.", shown=shown)


def _is_named(title: str, said: str, words: set[str]) -> bool:
    """Whether the title stands there, or half of the words that tell it from others."""
    if title.casefold() in said:
        return True
    telling = [word for word in _WORD.findall(title.casefold()) if len(word) >= LONG_WORD]
    return bool(telling) and 2 * sum(word in words for word in telling) >= len(telling)
