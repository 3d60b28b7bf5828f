"""People of one name: what tells them apart in a list, and who is in the journal already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from mentorjournal.journal import people
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.models.people_list import role_words, standing_words
from mentorjournal.store.search import fold
from mentorjournal.words import bare_name, listing, near_day, tr, trn


def told_apart(journal: Journal, everyone: Iterable[Person], today: date) -> dict[int, str]:
    """What each person is called where all are listed: the name, and more only for namesakes."""
    called: dict[int, str] = {}
    groups: dict[str, list[Person]] = {}
    for one in everyone:
        called[one.id] = one.name
        groups.setdefault(" ".join(one.name.casefold().split()), []).append(one)
    for group in groups.values():
        if len(group) > 1:
            added = people.added_on(journal, [one.id for one in group])
            for one, more in zip(group, _differences(group, added, today), strict=True):
                called[one.id] = tr("{name} ({more})", name=one.name, more=more)
    return called


def _differences(
    group: Sequence[Person], added: Mapping[int, date], today: date
) -> list[str]:
    """For each of several namesakes the first thing known that no other of them shares."""
    days = [_added(added[one.id], today) for one in group]
    standings = [standing_words(one) for one in group]
    known: tuple[list[str], ...] = (
        [one.department or "" for one in group], [one.institution or "" for one in group],
        [one.rank or "" for one in group], [role_words(one) for one in group],
        standings if len(set(standings)) > 1 else [""] * len(group), days,
        [tr("{added}, entry {n}", added=day, n=n) for n, day in enumerate(days, 1)],
    )
    found: dict[int, str] = {}
    for words in known:
        # Among those still alike: somebody is told apart once, by the first that does.
        left = [place for place in range(len(group)) if place not in found]
        counts = Counter(words[place] for place in left)
        found |= {at: words[at] for at in left if words[at] and counts[words[at]] == 1}
    return [found[place] for place in range(len(group))]


def _added(day: date, today: date) -> str:
    """Such as "added 3 May", with the year when it is another one."""
    return tr("added {day}", day=near_day(day, today))


def already_here(names: Iterable[str], everyone: Iterable[Person]) -> list[Person]:
    """Those who are called like one of `names`, whatever titles come with it."""
    wanted = {key for name in names if (key := name_key(name))}
    return [one for one in everyone if name_key(one.name) in wanted]


def known_words(names: Iterable[str], everyone: Iterable[Person]) -> str:
    """A sentence on those of `names` that are in the journal already; "" when none is."""
    found = sorted({one.name for one in already_here(names, everyone)}, key=fold)
    if not found:
        return ""
    shown = [name if len(name) <= 60 else name[:59].rstrip() + "…" for name in found[:3]]
    if len(found) > 3:
        shown.append(trn("{n} more", "{n} more", len(found) - 3))
    return trn("{who} is in the journal already.", "{who} are in the journal already.",
               len(found), who=listing(shown))


def name_key(name: str) -> str:
    """Alike for "Prof. Ada Lovelace" and "ada lovelace, PhD"."""
    return fold(bare_name(name[:600]))
