"""File-sync programs, told by names alone: folders they keep alike, and the copies they leave."""

from __future__ import annotations

import re
from pathlib import Path

# The name of a folder -> the program that keeps it the same on several computers.
_FOLDERS = (
    (r"Dropbox(\b.*)?", "Dropbox"), (r"OneDrive(\b.*)?", "OneDrive"),
    (r"Nextcloud\d*", "Nextcloud"), (r"ownCloud\d*", "ownCloud"),
    (r"Google ?Drive(\b.*)?", "Google Drive"), (r"My Drive", "Google Drive"),
    (r"iCloud ?Drive|com~apple~CloudDocs|Mobile Documents", "iCloud Drive"),
)
# What a program leaves in the folder it keeps.
_MARKS = {
    ".stfolder": "Syncthing", ".dropbox": "Dropbox", ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud", ".owncloudsync.log": "ownCloud",
    ".tmp.drivedownload": "Google Drive",
}
# What a copy has after the name of its journal; nobody would type these.
_SURE = (
    r" \([^()]*conflicted copy[^()]*\)", r"\.sync-conflict-\d{8}-\d{6}(-\w+)?",
    r"_conflict-\d{8}-\d{6}",
)
# These may be another journal's name as well: "Mine (1)", "Mine-LAPTOP".
_PERHAPS = (r" \(\d+\)", r"-[\w-]+", r" \d")


def program_of(path: Path) -> str | None:
    """The file-sync program that keeps the folder of `path` the same elsewhere too."""
    for folder in path.parents:
        for pattern, program in _FOLDERS:
            if re.fullmatch(pattern, folder.name, re.IGNORECASE):
                return program
        for mark, program in _MARKS.items():
            if (folder / mark).exists():
                return program
    return None


def copies_beside(journal: Path) -> list[tuple[Path, bool]]:
    """Files beside `journal` that a program may have made of it, and whether that is sure."""
    sure, perhaps = (
        re.compile(f"{re.escape(journal.stem)}({'|'.join(patterns)})", re.IGNORECASE)
        for patterns in (_SURE, _PERHAPS)
    )
    found = []
    for path in sorted(journal.parent.glob(f"*{journal.suffix}")):
        if sure.fullmatch(path.stem):
            found.append((path, True))
        elif perhaps.fullmatch(path.stem):
            found.append((path, False))
    return found
