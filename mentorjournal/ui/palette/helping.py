"""What else can be asked for by its name: each setting, each of the twelve tips, help by any word.

People call a thing what other programs call it, so each has more words than it shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from mentorjournal import settings as kept
from mentorjournal.journal.finding import parts
from mentorjournal.journal.search_hits import marked
from mentorjournal.mentoring.deeds import Deed
from mentorjournal.mentoring.tips import TIPS
from mentorjournal.ui.palette.rows import PaletteRow
from mentorjournal.words import tr

LEAST = 3  # letters of the longest word: two begin too many of these
LEAST_KNOWN = 4  # letters of a word that is taken for one of the program, not for a name

# Entry of the menus -> what else it may be called.
CALLED: Mapping[str, str] = {
    "keys": "help shortcuts hotkeys keys",
    "tour": "help guide introduction tutorial manual",
    "about": "help version licence license",
    "show_tips": "help advice",
    "settings": "preferences options configure",
    "backups": "restore copies recover",
    "deleted": "trash bin wastebasket restore recover",
    "passphrase": "password encryption encrypt",
    "export_pdf": "save",
    "undo": "revert",
    "merge_copy": "sync import",
    "wordings": "history versions",
    "text_larger": "font zoom bigger",
    "text_smaller": "font zoom",
    "text_normal": "font zoom reset",
    "theme_dark": "colours colors appearance night mode",
    "theme_light": "colours colors appearance mode",
    "quit": "exit close",
    "search": "find",
}


class _Setting(NamedTuple):
    """A row of Settings: its words there, the page it stands on, what else it may be called."""

    words: str
    page: str
    called: str


_SETTINGS = (
    _Setting("Colours", "look", "theme colors dark light appearance mode"),
    _Setting("Text size", "look", "font letters zoom bigger larger smaller scale"),
    _Setting(kept.SECOND_LOOK.words, "look", "underline hints spelling writing"),
    _Setting(kept.DATE_ORDER.words, "dates", "date format dates order"),
    _Setting(kept.WEEK_START.words, "dates", "first day monday sunday calendar start"),
    _Setting(kept.PAPER.words, "dates", "a4 us letter size format printing"),
    _Setting("Hours a week you can give", "habits", "time capacity workload"),
    _Setting("Send an agenda ahead by", "habits", "days before meeting"),
    _Setting("Days between touchpoints", "habits", "rhythm often frequency"),
    _Setting(kept.REMIND_DAILY.words, "habits", "reminders notifications daily"),
    _Setting("Lock when nobody is there", "safety", "auto automatic idle timeout minutes security"),
    _Setting(kept.BACKUP_FOLDER.words, "safety", "backup location directory stick disk where"),
    _Setting("Thresholds of the twelve tips", "tips", "numbers limits"),
)


def fits(words: Sequence[str], text: str) -> bool:
    """Whether each of the words, in any order, begins a word of `text`."""
    called = _called(text)
    return all(any(one.startswith(piece) for one in called)
               for word in words for piece in _called(word))


def nearness(words: Sequence[str], said: str, called: str) -> int | None:
    """How well words name what says something and is `called` something else besides.

    0 as whole words of what it says, 1 of either, 2 and 3 as their beginnings; None not at all.
    """
    if not fits(words, f"{said} {called}" if _is_long(words) else said):
        return None
    whole = {piece for word in words for piece in _called(word)}
    if whole <= {*_called(said)}:
        return 0
    if whole <= {*_called(said), *_called(called)}:
        return 1
    return 2 if fits(words, said) else 3


def named(key: str, words: Sequence[str], said: str) -> int | None:
    """`nearness` of the words to an entry of the menus."""
    return nearness(words, said, tr(CALLED[key]) if key in CALLED else "")


def rows(words: Sequence[str]) -> list[tuple[int, PaletteRow]]:
    """The settings and tips that the words name, each with its `nearness`."""
    found = []
    for icon, deed, called in _everything() if _is_long(words) else ():
        near = nearness(words, deed.words, called)
        if near is not None:
            found.append((near, PaletteRow(
                marked(deed.words, words), "do", icon=icon, deed=deed)))
    return found


def is_known(words: Sequence[str], menus: Sequence[str]) -> bool:
    """Whether one of the words is one of the program; `menus` are what its entries say."""
    return any(piece in _vocabulary(tuple(menus)) for word in words for piece in parts(word))


def _everything() -> Iterator[tuple[str, Deed, str]]:
    """The icon and deed of each setting and each tip, and what else it may be called."""
    for one in _SETTINGS:
        said = tr("{what}: {choice}", what=tr("Settings"), choice=tr(one.words))
        called = f"{tr(one.called)} {tr('preferences options')}"
        yield "gear-six", Deed("settings", said, detail=one.page), called
    for tip in TIPS:
        said = tr("Tip {n}: {name}", n=tip.number, name=tr(tip.words))
        yield "lightbulb", Deed("tip", said, detail=str(tip.number)), tr("tips")


def _is_long(words: Sequence[str]) -> bool:
    """Whether there is a word that says enough, or a sign that is one."""
    return any(len(piece) >= LEAST or ord(piece[0]) > 0x2000
               for word in words for piece in parts(word))


@lru_cache(maxsize=512)  # the same entries at every letter
def _called(text: str) -> tuple[str, ...]:
    return tuple(part.strip(":") for part in parts(text))


@cache
def _vocabulary(menus: tuple[str, ...]) -> frozenset[str]:
    texts = [*menus, *map(tr, CALLED.values())]
    texts += [f"{deed.words} {called}" for _, deed, called in _everything()]
    return frozenset(piece for text in texts for piece in parts(text)
                     if len(piece) >= LEAST_KNOWN)
