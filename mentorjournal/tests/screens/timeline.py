"""The view of the timeline by itself, in the states a sample journal does not have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QVBoxLayout

from mentorjournal.journal import timeline
from mentorjournal.mentoring.timeline import Band, Lane, Mark
from mentorjournal.tests.build import SAMPLE_DAY
from mentorjournal.ui.main_window import MainWindow
from mentorjournal.ui.timeline.layout import MONTH, QUARTER, YEAR
from mentorjournal.ui.timeline.single import PersonTimeline
from mentorjournal.ui.timeline.view import TimelineView

DEFAULT_DAYS = 91


def _lanes(window: MainWindow) -> list[Lane]:
    return timeline.lanes(window.journal, SAMPLE_DAY, DEFAULT_DAYS)


def _crowded(window: MainWindow) -> list[Lane]:
    """One lane with 400 marks of every kind, most of them lately."""
    kinds = ("meeting", "message", "feedback", "message", "thanks", "message", "letter")
    marks = sorted(
        (Mark(kinds[n % 7], SAMPLE_DAY - timedelta(n * n // 200), "contact", n, "answered",
              is_touchpoint=True) for n in range(400)),
        key=lambda mark: mark.day)
    first = marks[0].day
    return [replace(_lanes(window)[0], marks=tuple(marks), bands=(Band("active", first),), gaps=())]


def _one_contact(window: MainWindow) -> list[Lane]:
    mark = Mark("message", SAMPLE_DAY - timedelta(3), "contact", 1, "answered", is_touchpoint=True)
    one = _lanes(window)[0]
    return [replace(one, marks=(mark,), gaps=(), bands=(Band("active", mark.day),))]


def _nobody(window: MainWindow) -> list[Lane]:
    return []


def _show(
    lanes: Callable[[MainWindow], Sequence[Lane]], scale: float = YEAR, keys: int = 0,
) -> Callable[[MainWindow], None]:
    """A dialog with the view; `keys` times to the left from the last mark chosen."""

    def shown(window: MainWindow) -> None:
        dialog = QDialog(window)
        dialog.resize(window.width() - 208, window.height() - 200)
        view = TimelineView(SAMPLE_DAY, partial(timeline.words_of, window.journal), parent=dialog)
        _fill(dialog, view)
        view.show_lanes(lanes(window))
        view.set_scale(scale)
        if keys:
            QTimer.singleShot(0, partial(_choose, view, keys))
        dialog.exec()

    return shown


def _choose(view: TimelineView, keys: int) -> None:
    found = view.board.end(view.board.lanes[3], 1)
    for _ in range(keys):
        found = view.board.step(found, -1)
    view.choose_mark(found)


def _person(window: MainWindow) -> None:
    dialog = QDialog(window)
    view = PersonTimeline(SAMPLE_DAY, partial(timeline.words_of, window.journal), parent=dialog)
    dialog.resize(900, view.sizeHint().height())
    _fill(dialog, view)
    view.show_person(next(lane for lane in _lanes(window) if lane.person_id == 7))
    dialog.exec()


def _fill(dialog: QDialog, view: TimelineView) -> None:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(view)


TIMELINE_SHOTS = (
    ("timeline-view-year", _show(_lanes, keys=3)),
    ("timeline-view-quarter", _show(_lanes, QUARTER)),
    ("timeline-view-month", _show(_lanes, MONTH)),
    ("timeline-view-crowded", _show(_crowded)),
    ("timeline-view-one-contact", _show(_one_contact)),
    ("timeline-view-empty", _show(_nobody)),
    ("timeline-view-person", _person),
)
