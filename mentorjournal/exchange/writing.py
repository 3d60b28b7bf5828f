"""Writing a file for others: complete old or complete new, never half, and for my eyes only."""

from __future__ import annotations

import contextlib
import os
import uuid
from pathlib import Path

from mentorjournal.store.errors import JournalError
from mentorjournal.words import tr

_PLAIN_NAME = "Mentor Journal"
_NAME_BYTES = 200  # a name has 255 on most systems
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{p}{n}" for p in ("com", "lpt") for n in range(10)}


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one go. Raises JournalError when that is not possible."""
    try:
        path = path.expanduser().absolute()
    except RuntimeError:  # nobody's home
        raise JournalError(tr("There is no folder {name}.", name=path.parent)) from None
    draft = path.parent / f".{uuid.uuid4().hex}"
    try:
        descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise JournalError(
            tr(
                "{name} could not be written: {why}.",
                name=path.name or path, why=(error.strerror or str(error)),
            )
        ) from None
    finally:
        with contextlib.suppress(OSError):
            draft.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the new name itself last through a power cut, where folders can be synced."""
    with contextlib.suppress(OSError, AttributeError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def safe_name(text: str, suffix: str) -> str:
    """A file name made of `text` that every system takes, such as "Agenda Okafor.pdf"."""
    kept = "".join(c if c.isalnum() or c in " -_.,()" else " " for c in text)
    short = " ".join(kept.split())[:80].encode()[:_NAME_BYTES].decode("utf-8", "ignore")
    short = short.lstrip(" .-").rstrip(" .") or _PLAIN_NAME
    if short.partition(".")[0].rstrip().casefold() in _DEVICES:
        short = f"{_PLAIN_NAME} {short}"
    return f"{short}.{suffix}"
