"""Wording worth a second look: words that say less about somebody than a result would."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from mentorjournal.mentoring.phrases import quoted
from mentorjournal.words import TITLES, bare_name, short_name, tr

# Combining marks belong to the letter before them.
_WORD = re.compile(r"\w[\w\u0300-\u036f]*")
# A joiner before a line end means that the line goes on: the editor cuts very long ones so.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’)\]]*+(?=\s)|(?<!\u2060)[\n\r\u2028\u2029]")
_GAP = re.compile(r"[\s\u2060\u2063]+|[-\u2010\u2011]|['’]")
_SPACE = re.compile(r"[\s\u2060\u2063]+\Z")
_HYPHENS = "-\u2010\u2011"
_NO_END_AFTER = TITLES | {"st", "vs", "eg", "ie", "e.g", "i.e", "cf", "no", "approx"}
_YEARS = range(1900, 2100)
_NEAR = 4  # words from a described word to its noun
_SHORTAGE_WITHIN = 4  # words from an opener to what is missing


@dataclass(frozen=True)
class Group:
    """Words with one reason; `better` can stand in their place, `may_go` says they may be left out.

    `unless` names what excuses them in the same sentence: a number, a result, a skill. With
    `of_work` they are left alone where they describe work.
    """

    key: str
    why: str
    words: tuple[str, ...] = ()
    better: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    of_work: bool = False
    may_go: bool = False
    name_result: bool = False


@dataclass(frozen=True)
class Note:
    """Something known about wording, and where that was read."""

    text: str
    source: str


@dataclass(frozen=True)
class Concession:
    """“Although I have few papers”: an opener, a person, and soon a shortage."""

    group: Group
    openers: frozenset[str]
    persons: frozenset[str]
    shortages: frozenset[str]


@dataclass(frozen=True, eq=False)
class WordLists:
    """The words of one language; one without any flags nothing."""

    groups: tuple[Group, ...] = ()
    names: Group | None = None
    concession: Concession | None = None
    passing: tuple[str, ...] = ()
    results_to_name: tuple[str, ...] = ()  # examples to show
    beside: Mapping[str, frozenset[str]] = field(default_factory=dict)  # result, skill, numbers
    work: Mapping[str, frozenset[str]] = field(default_factory=dict)  # nouns, stops, links, degrees
    notes: tuple[Note, ...] = ()
    origins: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Flag:
    """Words from `start` to `end` of a text, the sentence they stand in, and what to think of."""

    start: int
    end: int
    words: str
    group: str
    sentence: str
    why: str
    better: tuple[str, ...] = ()
    may_go: bool = False
    results: tuple[str, ...] = ()


class _Word(NamedTuple):
    start: int
    end: int
    key: str


@dataclass
class _Sentence:
    """A sentence cut into words; `beside` remembers what excuses a word in it."""

    text: str
    words: list[_Word]
    beside: dict[str, bool] = field(default_factory=dict)

    def gap(self, at: int) -> str:
        """What stands between the word at this place and the next."""
        return self.text[self.words[at].end : self.words[at + 1].start]


def flags(text: str, *, names: Sequence[str] = (), lists: WordLists) -> list[Flag]:
    """What in `text` is worth a second look, in its order.

    `names` are the names, as written in the journal, of those whose title is due.
    """
    if not lists.groups:
        return []
    given = _given_names(names)
    found = []
    for start, end in _sentences(text):
        sentence = _Sentence(text, [
            _Word(word.start(), word.end(), word[0].casefold())
            for word in _WORD.finditer(text, start, end)
        ])
        whole = ""
        for first, last, group, better in _in_sentence(sentence, given, lists):
            whole = whole or " ".join(text[start:end].split())
            found.append(_flag(sentence, first, last, group, better, whole, lists))
    return found


def _flag(
    sentence: _Sentence, first: int, last: int, group: Group, better: tuple[str, ...], whole: str,
    lists: WordLists,
) -> Flag:
    start, end = sentence.words[first].start, sentence.words[last].end
    return Flag(
        start, end, sentence.text[start:end], group.key, whole, group.why, better, group.may_go,
        lists.results_to_name if group.name_result else (),
    )


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _END.finditer(text):
        if end[0] == "." and _is_short_form(text, end.start()):
            continue
        yield start, end.end()
        start = end.end()
    yield start, len(text)


def _is_short_form(text: str, dot: int) -> bool:
    """Whether a full stop belongs to "Dr." or to an initial."""
    before = text[max(0, dot - 12) : dot].split()
    word = before[-1].strip("(“\"‘'") if before else ""
    return word.casefold() in _NO_END_AFTER or (len(word) == 1 and word.isupper() and word != "I")


def _in_sentence(
    sentence: _Sentence, given: Mapping[str, str], lists: WordLists
) -> Iterator[tuple[int, int, Group, tuple[str, ...]]]:
    """Places of the first and last word, the group, and what could stand there."""
    table = _table(lists)
    at = 0
    while at < len(sentence.words):
        last = _concession(sentence, at, lists.concession)
        if last is not None and lists.concession is not None:
            yield at, last, lists.concession.group, ()
            at = last + 1
            continue
        last, group = _listed(sentence, at, table)
        if group is not None and not _is_excused(sentence, at, last, group, lists):
            yield at, last, group, group.better
        elif group is None and last == at and lists.names is not None:
            formal = _formal(sentence, at, given)
            if formal:
                yield at, at, lists.names, (formal,)
        at = last + 1


# Listed words ---------------------------------------------------------------------------------

_Table = dict[str, list[tuple[tuple[str, ...], Group | None]]]


@lru_cache(maxsize=8)
def _table(lists: WordLists) -> _Table:
    """First word -> what is listed under it, the longest first; None for what is passed over."""
    table: _Table = {}
    entries = [(words, None) for words in lists.passing]
    for words, group in [*entries, *((w, g) for g in lists.groups for w in g.words)]:
        parts = tuple(_WORD.findall(words.casefold()))
        table.setdefault(parts[0], []).append((parts, group))
    for found in table.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return table


def _listed(sentence: _Sentence, at: int, table: _Table) -> tuple[int, Group | None]:
    """The last place of the listed words that begin here, and their group."""
    for parts, group in table.get(sentence.words[at].key, ()):
        last = at + len(parts) - 1
        if _stand_here(sentence, at, parts) and (
            group is None or not _in_compound(sentence, at, last)
        ):
            return last, group
    return at, None


def _stand_here(sentence: _Sentence, at: int, parts: tuple[str, ...]) -> bool:
    """Whether these words stand here, with nothing but a space or a hyphen between them."""
    words = sentence.words[at : at + len(parts)]
    return tuple(word.key for word in words) == parts and all(
        _GAP.fullmatch(sentence.gap(n)) for n in range(at, at + len(parts) - 1))


def _in_compound(sentence: _Sentence, first: int, last: int) -> bool:
    """Whether a hyphen makes these words a part of another one, as in "careful-looking"."""
    words = sentence.words
    return (first > 0 and sentence.gap(first - 1) in _HYPHENS) or (
        last + 1 < len(words) and sentence.gap(last) in _HYPHENS)


def _concession(sentence: _Sentence, at: int, rule: Concession | None) -> int | None:
    """The place of the shortage, when the words from here begin with what is missing."""
    words = sentence.words
    if rule is None or words[at].key not in rule.openers or at + 1 >= len(words):
        return None
    if words[at + 1].key not in rule.persons:
        return None
    for place in range(at + 1, min(at + 1 + _SHORTAGE_WITHIN, len(words))):
        if not _GAP.fullmatch(sentence.gap(place - 1)):
            return None
        if words[place].key in rule.shortages:
            return place
    return None


# What excuses a word --------------------------------------------------------------------------


def _is_excused(
    sentence: _Sentence, first: int, last: int, group: Group, lists: WordLists
) -> bool:
    return any(_is_beside(sentence, what, lists) for what in group.unless) or (
        group.of_work
        and (_describes_next(sentence, last, lists) or _describes_before(sentence, first, lists)))


def _is_beside(sentence: _Sentence, what: str, lists: WordLists) -> bool:
    if what not in sentence.beside:
        sentence.beside[what] = any(
            _is_number(sentence, at, lists) if what == "number" else word.key in lists.beside[what]
            for at, word in enumerate(sentence.words))
    return sentence.beside[what]


def _is_number(sentence: _Sentence, at: int, lists: WordLists) -> bool:
    """Whether a word counts something: a year does not, nor what a hyphen ties to a name."""
    key = sentence.words[at].key
    if key in lists.beside["numbers"]:
        return True
    if not key.isdecimal() or (len(key) == 4 and int(key) in _YEARS):
        return False
    return at == 0 or sentence.gap(at - 1) not in _HYPHENS or (
        sentence.words[at - 1].key.isdecimal())


def _describes_next(sentence: _Sentence, last: int, lists: WordLists) -> bool:
    """Whether a noun of work follows: "careful statistical analysis"."""
    words = sentence.words
    for at in range(last, min(last + _NEAR, len(words) - 1)):
        following = words[at + 1].key
        if not _GAP.fullmatch(sentence.gap(at)) or following in lists.work["stops"]:
            return False
        if following in lists.work["nouns"]:
            return True
    return False


def _describes_before(sentence: _Sentence, first: int, lists: WordLists) -> bool:
    """Whether a noun of work and "is" come before: "the analysis was careful and thorough"."""
    words, work = sentence.words, lists.work
    at = first - 1
    while at > 0 and first - at <= _NEAR and words[at].key not in work["links"]:
        at -= 1
    between = [word.key for word in words[at + 1 : first]]
    joined = len(between) == 2 and between[1] == "and"  # another such word before it
    return at > 0 and words[at].key in work["links"] and words[at - 1].key in work["nouns"] and (
        joined or all(key in work["degrees"] for key in between))


# Names ----------------------------------------------------------------------------------------


def _given_names(names: Sequence[str]) -> dict[str, str]:
    """First name -> title and family name, of everybody whose name begins with a title."""
    found = {}
    for name in names:
        parts = name.split(",")[0].split()
        bare = bare_name(name).split()
        if len(bare) > 1 and parts[0].strip(".").casefold() in TITLES:
            found[bare[0]] = short_name(name)
    return found


def _formal(sentence: _Sentence, at: int, given: Mapping[str, str]) -> str:
    """The title and family name where the first name stands alone, else nothing.

    Capitals count here: Will and Grace are words as well.
    """
    word = sentence.words[at]
    formal = given.get(sentence.text[word.start : word.end], "")
    if not formal or _in_compound(sentence, at, at):
        return ""
    titled = at > 0 and sentence.words[at - 1].key in TITLES and len(sentence.gap(at - 1)) < 3
    followed = at + 1 < len(sentence.words) and _SPACE.match(sentence.gap(at)) and (
        sentence.text[sentence.words[at + 1].start].isupper())
    return "" if titled or followed else formal


# In place of the words ------------------------------------------------------------------------


def replacement(text: str, flag: Flag, word: str) -> tuple[int, int, str]:
    """From where to where `text` changes, and into what, for `word` to stand in place of a flag.

    A capital stays, "a" becomes "an" where it must, and with nothing its space goes too.
    """
    start, end = flag.start, flag.end
    if not word:
        return _taken_out(text, start, end)
    if flag.words[:1].isupper() and flag.group != "name":
        word = word[:1].upper() + word[1:]
    article = re.search(r"\b(an?)(\s+)\Z", text[max(0, start - 12) : start], re.IGNORECASE)
    if article is None:
        return start, end, word
    needed = "an" if word[0].casefold() in "aeiou" else "a"
    if article[1].casefold() == needed:
        return start, end, word
    return start - len(article[0]), end, article[1][0] + needed[1:] + article[2] + word


def _taken_out(text: str, start: int, end: int) -> tuple[int, int, str]:
    opens = text[start].isupper() and not text[start:end].startswith("I ")
    begins = start == 0 or text[:start].rstrip(" ")[-1:] in ("", "\n", ".", "!", "?")
    if text[end : end + 1] == "," and begins:
        end += 1
    while text[end : end + 1] == " ":
        end += 1
    if text[end : end + 1] in ("", ".", ",", ";", ":", "!", "?", ")", "\n"):
        while start and text[start - 1] == " ":
            start -= 1
    if (opens or begins) and text[end : end + 1].islower():
        return start, end + 1, text[end].upper()
    return start, end, ""


# The whole brief ------------------------------------------------------------------------------


def result_not_named(texts: Sequence[str], results: Sequence[str]) -> str | None:
    """A sentence when none of `results`, titles or outcomes on the record, is named in `texts`.

    One is named when a text has at least half of its longer words and numbers.
    """
    telling = [(result, words) for result in results if (words := _telling(result))]
    if not telling:
        return None
    written = [_telling(text) for text in texts]
    for _result, words in telling:
        least = max(1, (len(words) + 1) // 2)
        if any(len(words & found) >= least for found in written):
            return None
    return tr(
        "No publication or result is named yet. On your record is, for example, {title}.",
        title=quoted(telling[0][0]))


def _telling(text: str) -> set[str]:
    """The words that tell one result from another: of five letters or more, and numbers."""
    words = _WORD.findall(text.casefold())
    long = {word for word in words if len(word) > 4 or word.isdecimal()}
    return long or set(words)
