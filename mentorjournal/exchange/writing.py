"""Writing a file for others: complete old or complete new, never half, and for my eyes only."""

from __future__ import annotations

import contextlib
import os
import uuid
from pathlib import Path

from mentorjournal.store.errors import JournalError
from mentorjournal.words import tr


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one go. Raises JournalError when that is not possible."""
    path = path.expanduser().absolute()
    draft = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}")
    try:
        descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise JournalError(
            tr(
                "{name} could not be written: {why}.",
                name=path.name, why=(error.strerror or str(error)),
            )
        ) from None
    finally:
        with contextlib.suppress(OSError):
            draft.unlink()


def safe_name(text: str, suffix: str) -> str:
    """A file name made of `text` that every system takes, such as "Agenda Okafor.pdf"."""
    kept = "".join(c if c.isalnum() or c in " -_.,()" else " " for c in text)
    short = " ".join(kept.split())[:80].strip(" .") or "Mentor Journal"
    return f"{short}.{suffix}"
