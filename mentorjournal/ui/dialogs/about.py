"""About the program: version, what it rests on, and the licences of what it carries."""

from __future__ import annotations

import platform
from importlib import metadata

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from mentorjournal import __version__, paths
from mentorjournal.ui import theme
from mentorjournal.ui.placing import open_at
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.sidebar import JournalTile
from mentorjournal.words import tr

LIBRARIES = (
    "PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "reportlab", "fonttools", "pypdfium2",
    "platformdirs", "icalendar",
)


class AboutDialog(QDialog):
    """Name, version, sources and licences, to read and to copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Mentor Journal"))
        open_at(self, 620, 480)
        tabs = QTabWidget()
        tabs.addTab(self._about(), tr("About"))
        tabs.addTab(_text(libraries()), tr("Libraries"))
        tabs.addTab(_text(licences()), tr("Licences"))
        close = Button(tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        deeds = QHBoxLayout()
        deeds.addStretch(1)
        deeds.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(20)] * 4)
        column.setSpacing(theme.px(16))
        column.addLayout(self._head())
        column.addWidget(tabs, 1)
        column.addLayout(deeds)
        close.setFocus()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        row.addWidget(JournalTile(44))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(label(tr("Mentor Journal"), "page-title"))
        lines.addWidget(label(tr("Version {number}", number=__version__), "small", "muted"))
        row.addLayout(lines, 1)
        return row

    def _about(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.px(4), theme.px(16), theme.px(4), 0)
        column.setSpacing(theme.px(12))
        for text in (
            tr("A journal for people who lead their own mentoring. It stays on this computer, asks "
               "no network, and sends nothing by itself."),
            tr("It follows the twelve tips for mentees of Manuel and Poorsattar: Mentoring up. "
               "Medical Teacher 2020, doi 10.1080/0142159X.2020.1795098. The words here are our "
               "own; what is ours and what is theirs is said where it matters."),
            tr("Free software under the MIT licence. Inter and Noto are under the SIL Open Font "
               "License, the Phosphor icons under the MIT licence."),
        ):
            words = label(text, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(words)
        column.addStretch(1)
        return page


def _text(text: str) -> QPlainTextEdit:
    field = QPlainTextEdit(text)
    field.setReadOnly(True)
    return field


def libraries() -> str:
    """The libraries in use with their versions and licences, one a line."""
    lines = [f"Python {platform.python_version()}", f"Qt {qVersion()}"]
    for name in LIBRARIES:
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        licence = about.get("License-Expression") or about.get("License") or ""
        licence = licence.splitlines()[0][:60] if licence else ""
        lines.append(f"{name} {about['Version']}  {licence}".rstrip())
    return "\n".join(lines)


def licences() -> str:
    """The licence texts of the program and of the fonts and icons it carries."""
    places = [
        paths.resources().parent.parent / "LICENSE",
        *sorted((paths.resources() / "fonts").glob("*LICENSE*.txt")),
        *sorted((paths.resources() / "icons").glob("LICENSE*")),
    ]
    found = [place.read_text("utf-8", "replace") for place in places if place.is_file()]
    return "\n\n――――――\n\n".join(found)
