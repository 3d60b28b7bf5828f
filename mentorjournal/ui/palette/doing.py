"""What can be done from the palette: every entry of the menus, and what suits whoever is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QAction, QKeySequence

from mentorjournal.journal.records import Person
from mentorjournal.journal.search_hits import Marked, marked
from mentorjournal.journal.searching import Named
from mentorjournal.mentoring.deeds import Deed, menu
from mentorjournal.ui.actions import MENUS, Entry
from mentorjournal.ui.palette import helping
from mentorjournal.ui.palette.helping import fits
from mentorjournal.ui.palette.rows import PaletteRow
from mentorjournal.ui.places import COMMANDS, DEEDS, PLACES
from mentorjournal.words import capital, in_sentence, short_day, tr

# What stands in the empty palette, if it is allowed now.
USEFUL = ("log_contact", "new_meeting", "start_meeting", "log_feedback", "ask_feedback", "thank",
          "add_person", "add_goal", "add_reflection")
# Why an entry cannot be chosen now.
_WHY_OFF = {"undo": "nothing to undo", "redo": "nothing to redo"}
MOST_NAMED = 6  # people for whom one deed is offered
_ICONS: Mapping[str, str] = {
    "add_person": "user-plus", "add_names": "users", "new_meeting": "calendar-plus",
    "start_meeting": "play", "log_contact": "hand-waving", "ask_feedback": "chats",
    "log_feedback": "chat-centered-text", "thank": "heart", "new_letter": "envelope-simple",
    "add_goal": "target", "add_need": "leaf", "find_mentor": "user-plus", "undo": "arrow-u-up-left",
    "redo": "arrow-u-up-right", "print": "printer", "export_pdf": "export",
    "backups": "archive", "deleted": "trash", "passphrase": "key", "quit": "sign-out",
    "add_reflection": "note-pencil", "add_advice": "lightbulb", "weigh_request": "scales",
    "add_accomplishment": "medal", "new_journal": "notebook", "open_journal": "folder-open",
    "open_sample": "book-open", "catch_ups": "calendar-check", "self_look": "chart-bar",
    "about_me": "user", "about": "info", "check": "shield-check", "merge_copy": "arrows-merge",
    "wordings": "clock-counter-clockwise", "theme_dark": "moon", "theme_light": "sun",
    "theme_system": "monitor", "text_larger": "text-aa", "text_smaller": "text-aa",
    "text_normal": "text-aa",
}


@dataclass(frozen=True)
class _WithPerson:
    """A deed for somebody: its words, icon, and the standings it suits."""

    name: str
    words: str
    icon: str
    standings: tuple[str, ...]


_ANYBODY = ("mentor", "mentee", "candidate", "past")
_PREPARE = _WithPerson("prepare", "Prepare the meeting with {name}", "clipboard-text",
                       ("mentor", "mentee", "candidate"))
_WITH_PERSON = (
    _PREPARE,
    _WithPerson("log_contact", "Log a contact with {name}", "hand-waving", _ANYBODY),
    _WithPerson("log_feedback", "Log feedback from {name}", "chat-centered-text",
                ("mentor", "mentee", "past")),
    _WithPerson("note_given", "Note feedback I gave {name}", "chat-circle", ("mentee",)),
    _WithPerson("ask_feedback", "Ask {name} for feedback", "chats", ("mentor", "mentee")),
    _WithPerson("thank", "Say thank you to {name}", "heart", _ANYBODY),
    _WithPerson("page", "Open {name}’s page", "user", _ANYBODY),
)


# The menus ------------------------------------------------------------------------------------


def menu_rows(actions: Mapping[str, QAction], words: Sequence[str]) -> list[PaletteRow]:
    """What the words name of the menus, the settings and the tips, the nearest first.

    Last what cannot be done now, with the reason.
    """
    found = helping.rows(words)
    for key, said in _said(actions) if words else ():
        near = helping.named(key, words, said)
        if near is not None:
            found.append((near, _menu_row(key, said, actions[key], words)))
    # Of what is as near, entries of the menus before settings and tips.
    ordered = sorted(found, key=lambda pair: (
        pair[1].is_off, pair[0], pair[1].deed is not None and pair[1].deed.name != "menu"))
    return [row for _, row in ordered]


def useful_rows(actions: Mapping[str, QAction]) -> list[PaletteRow]:
    """What is done the most, for a palette in which nothing is typed."""
    allowed = {key: said for key, said in _said(actions) if actions[key].isEnabled()}
    return [_menu_row(key, allowed[key], actions[key], ()) for key in USEFUL if key in allowed]


def menu_row(actions: Mapping[str, QAction], key: str) -> PaletteRow:
    """One entry of the menus."""
    return _menu_row(key, actions[key].text().replace("&", ""), actions[key], ())


def _menu_row(key: str, said: str, action: QAction, words: Sequence[str]) -> PaletteRow:
    if not action.isEnabled():
        return PaletteRow(Marked(said), "do", icon=_icon(key), is_off=True,
                          right=tr(_WHY_OFF.get(key, "not possible now")))
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return PaletteRow(marked(said, words), "do", icon=_icon(key), keys=keys, deed=menu(said, key))


def _icon(key: str) -> str:
    if key in DEEDS and not DEEDS[key][1]:  # a page
        return PLACES[DEEDS[key][0]].icon or "medal"
    return COMMANDS.get(key) or _ICONS.get(key, "caret-right")


def _said(actions: Mapping[str, QAction]) -> Iterator[tuple[str, str]]:
    """Every entry but the one that opened the palette, with its words."""
    for key, before in _entries():
        if key != "search":
            said = actions[key].text().replace("&&", "\0").replace("&", "").replace("\0", "&")
            yield key, tr("{what}: {choice}", what=before, choice=said) if before else said


def _entries() -> Iterator[tuple[str, str]]:
    """Every entry of the menus, one of several choices with the words of its submenu."""

    def walk(entries: Sequence[object], before: str) -> Iterator[tuple[str, str]]:
        for entry in entries:
            if isinstance(entry, Entry):
                yield entry.key, before if entry.group else ""
            elif isinstance(entry, tuple):
                yield from walk(entry[1:], tr(entry[0]).replace("&", ""))

    for entries in MENUS.values():
        yield from walk(entries, "")


# People ---------------------------------------------------------------------------------------


def person_rows(
    named: Sequence[Named], words: Sequence[str],
    next_meeting: Callable[[int], date | None], as_of: date,
) -> list[PaletteRow]:
    """What can be done with whoever is named: all of it for the first when only a name is typed.

    Words that are no part of a name say which deed is meant: "thank okafor".
    """
    if named and not named[0].left:
        return [_person_row(one, named[0].person, words, next_meeting, as_of)
                for one in _suiting(named[0].person)]
    found = []
    for one in named:
        meant = [each for each in _suiting(one.person) if fits(one.left, tr(each.words, name=""))]
        found += [_person_row(each, one.person, words, next_meeting, as_of) for each in meant]
        if len(found) >= MOST_NAMED:
            break
    return found


def _suiting(person: Person) -> list[_WithPerson]:
    return [one for one in _WITH_PERSON if person.standing in one.standings]


def _person_row(
    one: _WithPerson, person: Person, words: Sequence[str],
    next_meeting: Callable[[int], date | None], as_of: date,
) -> PaletteRow:
    day = next_meeting(person.id) if one is _PREPARE else None
    template, icon = one.words, one.icon
    if one is _PREPARE and day is None:
        template, icon = "Arrange a meeting with {name}", "calendar-plus"
    said = tr(template, name=in_sentence(person.short_name))
    return PaletteRow(
        marked(said, words), "do", icon=icon, right=short_day(day, as_of) if day else "",
        deed=Deed(one.name, said, person_id=person.id),
        prepares=person.id if _PREPARE in _suiting(person) else None,
    )


def nothing_rows(actions: Mapping[str, QAction], typed: str) -> list[PaletteRow]:
    """What helps when nothing was found; the person only for what looks like a name.

    Not first where one of the words is one of the program.
    """
    deleted = menu_row(actions, "deleted")
    if not _is_like_a_name(typed):
        return [deleted]
    name = " ".join(capital(word) for word in typed.split())
    said = tr("Add “{name}” as a person…", name=name)
    add = PaletteRow(Marked(said), "do", icon="user-plus",
                     deed=Deed("add_person", said, detail=name))
    menus = [said for _, said in _said(actions)]
    return [deleted, add] if helping.is_known(typed.split(), menus) else [add, deleted]


def _is_like_a_name(typed: str) -> bool:
    """With a capital letter, or one of a script that has none; without a digit."""
    letters = [sign for sign in typed if sign.isalpha()]
    return not any(sign.isdigit() for sign in typed) and any(
        sign.isupper() or sign.istitle() or sign.lower() == sign.upper() for sign in letters)
