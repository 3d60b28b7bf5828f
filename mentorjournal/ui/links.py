"""Which links may be opened, and opening one: only after it was shown in full."""

from __future__ import annotations

from textwrap import wrap

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from mentorjournal.ui import questions
from mentorjournal.words import tr

SCHEMES = ("http", "https", "mailto", "tel")
LETTERS_A_LINE = 70


def may_open(link: str) -> bool:
    """Whether it is a link of a kind that is harmless to open."""
    url = QUrl(link.strip(), QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme() in SCHEMES and bool(url.host() or url.path())


def open_link(parent: QWidget, link: str) -> None:
    """Show a link as it is and hand it to the system's own program, when the mentee says so."""
    shown = "\n".join(wrap(link.strip(), LETTERS_A_LINE))
    if may_open(link) and questions.confirm(parent, tr("Open this link?"), shown, tr("Open")):
        QDesktopServices.openUrl(QUrl(link.strip(), QUrl.ParsingMode.StrictMode))
