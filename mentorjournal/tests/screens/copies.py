"""Two copies of the sample journal that went different ways, for the pictures of their merging."""


from __future__ import annotations

import shutil
from pathlib import Path

from mentorjournal.journal import meetings, people
from mentorjournal.journal.journal import Journal
from mentorjournal.ui.main_window import MainWindow


def merge(window: MainWindow) -> None:
    """Both copies write on, in the same words and in others; then the window merges them."""
    path = _other_copy(window)
    with window.journal.change("Write on"):
        okafor = meetings.past(window.journal)[1].meeting.id
        meetings.edit(window.journal, okafor, {"notes": "Aim two stays, with half the patients."})
        people.edit(window.journal, 1, {"my_ask": "An hour a month on the fellowship"})
    window._merging.merge(path)


def merge_passphrase(window: MainWindow) -> None:
    path = _other_copy(window)
    other = Journal(path)
    other.set_passphrase("another one")
    other.close()
    window._merging.merge(path)


def _other_copy(window: MainWindow) -> Path:
    """A conflicted copy of the sample in which somebody went on writing."""
    number = len(list(window.opening.scratch.glob("*conflicted*")))
    name = window.journal.path.stem
    path = window.journal.path.with_name(
        f"{name} (conflicted copy 2026-05-1{number} 101112).mentorjournal")
    shutil.copyfile(window.journal.path, path)
    other = Journal(path)
    past = [each.meeting for each in meetings.past(other)]
    meetings.edit(other, past[1].id, {"notes": (
        "Aim two is too wide for one year. Cut it to the follow-up at six weeks, and say in the "
        "budget what the other visits would cost.\n\n"
        + "She offered to read the page again on Friday. " * 12)})
    people.edit(other, 1, {"my_ask": "Two hours, once, on the aims page", "roles": ["coach"]})
    people.add(other, {"name": "Dr. Ines Carvalho", "roles": ["connector"]})
    meetings.edit(other, past[4].id, {"headline": "Ward rounds, again"})
    meetings.remove(other, past[6].id)
    other.close()
    return path


def say_copy(window: MainWindow) -> None:
    window.show_pane("network")
    window.messages.clear()
    window.opening.is_scratch = lambda _path: False
    _other_copy(window)
    window._merging._look_around()


def say_synced(window: MainWindow) -> None:
    window.opening.is_scratch = lambda _path: False
    home = window.opening.scratch / "Dropbox"
    home.mkdir(exist_ok=True)
    window.opening.create(home / "Mine.mentorjournal", "Dr. Amara Lindqvist")
    window.show_pane("network")
