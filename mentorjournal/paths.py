"""Where things live: the user's own folders, and what the program brings along.

MENTORJOURNAL_HOME, when set, holds all of the user's folders: tests and pictures use it.
"""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path
from typing import Literal

HOME_VARIABLE = "MENTORJOURNAL_HOME"
APP_NAME = "mentorjournal"
ENDING = ".mentorjournal"  # of a journal's file


def make_private(folder: Path) -> Path:
    """Make `folder`, and any parent that is missing, for its owner only; returns it.

    Raises OSError when it cannot be made. A folder that is there already keeps its permissions.
    """
    if not folder.is_dir():
        make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def data_folder() -> Path:
    """Where a journal lives when no other place was chosen."""
    return make_private(_user_folder("data"))


def state_folder() -> Path:
    """Where the log lives."""
    return make_private(_user_folder("state"))


def backups_folder() -> Path:
    """Where verified copies of journals are kept when no other folder was chosen."""
    return make_private(data_folder() / "backups")


def default_journal() -> Path:
    """The journal that opens when none is named; it need not exist yet."""
    return data_folder() / "journal.mentorjournal"


def settings_file() -> Path:
    """The file of preferences; it need not exist yet."""
    return _user_folder("config") / "settings.json"


def log_file() -> Path:
    """The log; it need not exist yet."""
    return state_folder() / "mentorjournal.log"


def runtime_folder() -> Path | None:
    """A folder that only its owner can enter, gone with the session, whose path is short.

    Short, because the name of a local socket may not be longer than about a hundred bytes. None
    where there is no such folder, or it is somebody else's.
    """
    session = os.environ.get("XDG_RUNTIME_DIR")
    if session and Path(session).is_dir():
        folder = Path(session) / APP_NAME
    else:
        folder = Path(tempfile.gettempdir()) / f"{APP_NAME}-{os.getuid()}"
    try:
        make_private(folder)
        state = folder.lstat()
    except OSError:
        return None
    private = stat.S_ISDIR(state.st_mode) and not state.st_mode & 0o077
    return folder if private and state.st_uid == os.getuid() else None


def for_people(path: Path) -> Path:
    """`path` as a person reads it: the home folder is "~"."""
    home = Path.home()
    return Path("~") / path.relative_to(home) if path.is_relative_to(home) else path


def resources() -> Path:
    """Themes, icons, fonts and translations: beside this module, also in a wheel or a frozen build.

    A frozen build gives its modules the paths they had, below the folder it unpacks to.
    """
    return Path(__file__).resolve().parent / "resources"


def _user_folder(kind: Literal["data", "config", "state"]) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home).expanduser().absolute() / kind
    import platformdirs

    folders = platformdirs.PlatformDirs(APP_NAME, appauthor=False)
    return {
        "data": folders.user_data_path,
        "config": folders.user_config_path,
        "state": folders.user_state_path,
    }[kind]
