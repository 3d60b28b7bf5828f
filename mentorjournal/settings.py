"""Every preference, declared once: key, type, default, words; kept in one small file of its own.

What belongs to the journal is in the journal: no words of it are written here.
"""

from __future__ import annotations

import json
import logging
import os
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from mentorjournal import paths
from mentorjournal.words import tr

T = TypeVar("T")
log = logging.getLogger(__name__)

MOST_RECENT_JOURNALS = 8


@dataclass(frozen=True)
class Preference(Generic[T]):
    """One preference: `read` gives a stored value back with its type, or raises ValueError."""

    key: str
    default: T
    read: Callable[[object], T]
    words: str

    @property
    def label(self) -> str:
        """The words beside its field, in the user's language."""
        return tr(self.words)


def _choice(*choices: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if isinstance(value, str) and value in choices:
            return value
        raise ValueError(f"not one of {', '.join(choices)}")

    return read


def _whole(least: int, most: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        raise ValueError(f"not a whole number from {least} to {most}")

    return read


def _number(least: float, most: float) -> Callable[[object], float]:
    def read(value: object) -> float:
        # The comparison also refuses NaN.
        if (
            isinstance(value, int | float)
            and not isinstance(value, bool)
            and least <= value <= most
        ):
            return float(value)
        raise ValueError(f"not a number from {least} to {most}")

    return read


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError("neither true nor false")


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise ValueError("not a text")


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        return tuple(_text(item) for item in value)
    raise ValueError("not a list of texts")


def _named_texts(value: object) -> Mapping[str, str]:
    if isinstance(value, Mapping):
        return {_text(name): _text(item) for name, item in value.items()}
    raise ValueError("not a table of texts")


THEME = Preference("theme", "system", _choice("system", "light", "dark"), "Colours")
TEXT_SCALE = Preference("text_scale", 1.0, _number(0.8, 2.0), "Text size")
LANGUAGE = Preference("language", "", _text, "Language")  # empty: that of the system
PAPER = Preference("paper", "A4", _choice("A4", "Letter"), "Paper")
WEEK_START = Preference("week_start", 0, _whole(0, 6), "The week begins on")  # 0: Monday
DATE_ORDER = Preference("date_order", "day", _choice("day", "month", "iso"), "Days are written")
AGENDA_HOURS_AHEAD = Preference(
    "agenda_hours_ahead", 48, _whole(1, 336), "Send an agenda this many hours ahead"
)
# Four touchpoints a year.
DEFAULT_RHYTHM_DAYS = Preference(
    "default_rhythm_days", 91, _whole(1, 730), "Days between touchpoints, when nothing is agreed"
)
RECENT_JOURNALS = Preference[tuple[str, ...]]("recent_journals", (), _texts, "Recent journals")
LAST_JOURNAL = Preference("last_journal", "", _text, "The journal open last")
LOCK_AFTER_MINUTES = Preference(
    "lock_after_minutes", 10, _whole(0, 1440), "Lock after minutes without a touch"  # 0: never
)
REMEMBERED_JOURNALS = Preference[tuple[str, ...]](
    "remembered_journals", (), _texts, "Journals whose key the system keeps"
)
WINDOW_GEOMETRY = Preference("window_geometry", "", _text, "Place of the window")  # base64
SPLITTER_STATES = Preference[Mapping[str, str]](
    "splitter_states", {}, _named_texts, "Widths of the panes"  # name of the splitter -> base64
)
BACKUP_FOLDER = Preference("backup_folder", "", _text, "Second folder for backups")  # empty: none
SYNC_WARNED = Preference[tuple[str, ...]](
    "sync_warned", (), _texts, "Journals whose synced folder was spoken of"
)
COPIES_SEEN = Preference[tuple[str, ...]](
    "copies_seen", (), _texts, "Copies that were compared already"
)
REMIND_DAILY = Preference(
    "remind_daily", False, _flag, "Remind me once a day who to be in touch with"
)
REMINDED_ON = Preference("reminded_on", "", _text, "The day of the last reminder")
MAP_INSPECTOR_OPEN = Preference("map_inspector_open", True, _flag, "Details beside the map")
MAP_INSPECTOR_NARROW = Preference(
    "map_inspector_narrow", False, _flag, "Details beside the map in a narrow window"
)
MAP_INSPECTORS = (MAP_INSPECTOR_OPEN, MAP_INSPECTOR_NARROW)  # by whether the window is narrow
MEETING_INSPECTOR = Preference(
    "meeting_inspector", "carry-in", _choice("carry-in", "preview", "closed"), "Beside the agenda"
)
SECOND_LOOK = Preference("second_look", True, _flag, "Wording worth a second look")

PREFERENCES: tuple[Preference[Any], ...] = (
    THEME,
    TEXT_SCALE,
    LANGUAGE,
    PAPER,
    WEEK_START,
    DATE_ORDER,
    AGENDA_HOURS_AHEAD,
    DEFAULT_RHYTHM_DAYS,
    RECENT_JOURNALS,
    LAST_JOURNAL,
    LOCK_AFTER_MINUTES,
    REMEMBERED_JOURNALS,
    WINDOW_GEOMETRY,
    SPLITTER_STATES,
    BACKUP_FOLDER,
    SYNC_WARNED,
    COPIES_SEEN,
    REMIND_DAILY,
    REMINDED_ON,
    *MAP_INSPECTORS,
    MEETING_INSPECTOR,
    SECOND_LOOK,
)


class Settings:
    """The preferences of one user, read from `file` and written back at every change.

    A file that is missing or damaged gives the defaults, and so does each value that makes no
    sense. Where nothing can be written the new values hold until the program ends.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or paths.settings_file()
        self._stored = _read_file(self._file)
        self._unwritten: dict[str, Any] = {}
        self._listeners: list[tuple[str, Callable[[Any], None]]] = []

    def get(self, preference: Preference[T]) -> T:
        """The value of `preference`, or its default."""
        if preference.key not in self._stored:
            return preference.default
        try:
            return preference.read(self._stored[preference.key])
        except ValueError:
            return preference.default

    def set(self, preference: Preference[T], value: T) -> None:
        """Keep `value`, and tell who listens when it is new. ValueError when it makes no sense."""
        value = preference.read(value)
        if value == self.get(preference):
            return
        self._unwritten[preference.key] = value
        # Another window may have written since: lay only our own values over what is there now.
        self._stored = {**self._stored, **_read_file(self._file), **self._unwritten}
        try:
            _write_file(self._file, self._stored)
        except OSError as error:
            log.warning("preferences not written: %s", error.strerror)
        else:
            self._unwritten.clear()
        for key, listener in list(self._listeners):
            if key == preference.key:
                listener(value)

    def reset(self, preference: Preference[T]) -> None:
        """Go back to the default of `preference`."""
        self.set(preference, preference.default)

    def listen(
        self, preference: Preference[T], listener: Callable[[T], None]
    ) -> Callable[[], None]:
        """Call `listener` with every new value of `preference`; returns what ends that."""
        entry = (preference.key, listener)
        self._listeners.append(entry)
        return lambda: self._listeners.remove(entry)

    def splitter_state(self, name: str) -> bytes:
        """The state of the splitter `name`; empty when none is kept, or a damaged one."""
        states: Mapping[str, str] = self.get(SPLITTER_STATES)
        try:
            return b64decode(states.get(name, ""), validate=True)
        except ValueError:
            return b""

    def set_splitter_state(self, name: str, state: bytes) -> None:
        """Keep the state of the splitter `name`."""
        states: Mapping[str, str] = self.get(SPLITTER_STATES)
        self.set(SPLITTER_STATES, {**states, name: b64encode(state).decode()})

    def journal_opened(self, journal: Path) -> None:
        """Put `journal` first among the recent ones: each once, the eight newest."""
        opened = str(journal.absolute())
        others = [path for path in self.get(RECENT_JOURNALS) if path != opened]
        self.set(RECENT_JOURNALS, (opened, *others)[:MOST_RECENT_JOURNALS])
        self.set(LAST_JOURNAL, opened)

    def journal_to_start_with(self, wanted: Path | None) -> Path:
        """The file asked for, else the journal open last, else the default one."""
        last = self.get(LAST_JOURNAL)
        return wanted or (Path(last) if last else paths.default_journal())

    def more_backup_folders(self) -> list[Path]:
        """Where copies of the backups go besides the usual place; none unless one was chosen."""
        chosen = self.get(BACKUP_FOLDER)
        return [Path(chosen)] if chosen else []

    def forget_journal(self, journal: Path) -> None:
        """Take `journal` out of the recent ones, for one that is no longer there."""
        gone = str(journal.absolute())
        left = tuple(path for path in self.get(RECENT_JOURNALS) if path != gone)
        self.set(RECENT_JOURNALS, left)
        if self.get(LAST_JOURNAL) == gone:
            self.reset(LAST_JOURNAL)


def _read_file(file: Path) -> dict[str, Any]:
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        log.warning("preferences not read: %s", type(error).__name__)
        return {}
    return stored if isinstance(stored, dict) else {}


def _write_file(file: Path, stored: dict[str, Any]) -> None:
    """All of it or nothing: the old file stays until the new one is safe. Raises OSError."""
    paths.make_private(file.parent)
    # mkstemp makes a file that only its owner may read.
    handle, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(stored, out, indent=2, sort_keys=True)
            out.flush()
            os.fsync(out.fileno())
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
