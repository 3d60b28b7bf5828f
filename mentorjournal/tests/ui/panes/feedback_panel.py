"""The detail of feedback in tests: shown in a window, with entries to show and its parts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorjournal import clock
from mentorjournal.journal import feedback
from mentorjournal.journal.between import Feedback
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.tests import build
from mentorjournal.ui import theme
from mentorjournal.ui.panes.feedback_detail import FeedbackDetail
from mentorjournal.ui.panes.feedback_detail_parts import Section
from mentorjournal.ui.widgets.day_popup import DayPopup

TODAY = date(2026, 5, 15)
S = TypeVar("S", bound=Section)


def panel(qtbot: QtBot, journal: Journal, tmp_path: Path) -> Iterator[FeedbackDetail]:
    """The panel in a window, told of changes as a pane tells it."""
    theme.apply(QApplication.instance(), "light")
    clock.set_as_of(TODAY)
    made = FeedbackDetail(journal, Settings(tmp_path / "settings.json"))
    qtbot.addWidget(made)
    made.resize(448, 820)
    journal.changed.connect(made.take_changes)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    journal.changed.disconnect(made.take_changes)


def days(ago: int) -> date:
    """A day so many days ago."""
    return TODAY - timedelta(days=ago)


def entry(journal: Journal, ago: int = 1, **values: object) -> int:
    """Something that was heard, by default yesterday."""
    who = values.pop("person_id", None) or build.add_person(journal)
    return feedback.log(journal, {
        "person_id": who, "date": days(ago), "topic": "Ward round", "gist": "Face the team.",
        **values})


def opened(detail: FeedbackDetail, which: int) -> Feedback:
    """An entry, shown; as the journal holds it."""
    detail.show_entry(which)
    QApplication.processEvents()
    return stored(detail)


def stored(detail: FeedbackDetail) -> Feedback:
    """What the journal holds of the entry that is shown."""
    assert detail.facts is not None
    return feedback.get(detail.pen.journal, detail.facts.entry.id)


def part(detail: FeedbackDetail, kind: type[S]) -> S:
    """One of the sections."""
    return next(one for one in detail.sections.values() if isinstance(one, kind))


def popup() -> DayPopup:
    """The small window that asks for a day."""
    found = QApplication.activePopupWidget()
    assert isinstance(found, DayPopup)
    return found


def type_into(qtbot: QtBot, field: QWidget, words: str) -> None:
    """Type words into a field."""
    field.setFocus()
    qtbot.keyClicks(field, words)
