"""A file kept in the journal as a copy outside it: saved where one says, or opened once one agreed.

Nothing of a file is ever looked into here, and none is opened by itself.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from mentorjournal import paths
from mentorjournal.exchange.writing import safe_name, write_whole
from mentorjournal.journal import files
from mentorjournal.journal.files import KeptFile
from mentorjournal.journal.journal import Journal
from mentorjournal.store.errors import JournalError
from mentorjournal.ui import questions
from mentorjournal.words import size_words, tr

OPENED = "opened"  # below the folder that is thrown away when the window closes


def save_copy(parent: QWidget, journal: Journal, file: KeptFile) -> str:
    """Write a copy where somebody says; its name, "" when they changed their mind.

    Raises JournalError when that is not possible.
    """
    data = files.content(journal, file.digest)
    path = questions.file_to_write(
        parent, tr("Save a copy"), Path.home() / name_for(file.name), tr("All files (*)"))
    if path is None:
        return ""
    write_whole(path, data)
    return path.name


def open_copy(parent: QWidget, journal: Journal, file: KeptFile, scratch: Path) -> bool:
    """After a question, let the system's own program open a copy; whether it was handed over.

    Raises JournalError when that is not possible.
    """
    data = files.content(journal, file.digest)
    said = tr(
        "“{name}” ({size}) is handed to another program on this computer, which can read it and "
        "may remember it. It opens a copy: what you change there does not come back. The copy is "
        "removed when the journal is closed.", name=file.name, size=size_words(file.size))
    if not questions.confirm(parent, tr("Open a copy in another program?"), said, tr("Open")):
        return False
    folder = scratch / OPENED / file.digest[:16]
    try:
        paths.make_private(folder)
    except OSError as error:
        raise JournalError(tr("There is no room for a copy: {why}.", why=error.strerror)) from None
    path = folder / name_for(file.name)
    write_whole(path, data)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise JournalError(tr("No program on this computer opens {name}.", name=file.name))
    return True


def forget_copies(scratch: Path) -> None:
    """Remove the copies that other programs opened."""
    shutil.rmtree(scratch / OPENED, ignore_errors=True)


def name_for(name: str) -> str:
    """What a copy is called at first: a name every system takes, with the ending it had."""
    ending = Path(name).suffix[1:]
    if ending.isalnum() and ending.isascii():
        return safe_name(Path(name).stem, ending.lower())
    return safe_name(name, "x").removesuffix(".x")
