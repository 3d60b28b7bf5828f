"""One person's timeline: a single lane with its axis, for their page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorjournal.mentoring.timeline import Lane
from mentorjournal.ui.timeline import sentences
from mentorjournal.ui.timeline.sentences import WordsOf
from mentorjournal.ui.timeline.view import TimelineView
from mentorjournal.words import tr

LEAST = 0.6  # px a day: of a longer time one sees the last part first


class PersonTimeline(TimelineView):
    """The timeline without names: all of the time with somebody, as far as it can be read."""

    def __init__(
        self, today: date, words_of: WordsOf = sentences.own_words, *, week_start: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(today, words_of, labels=False, week_start=week_start, parent=parent)
        self._person_id: int | None = None
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_person(self, lane: Lane | None) -> None:
        """Show this lane; another person than before is seen as a whole."""
        self.show_lanes([lane] if lane is not None else [])
        person_id = lane.person_id if lane is not None else None
        self.name = tr("Timeline of {name}", name=lane.name) if lane is not None else ""
        if person_id != self._person_id:
            self._person_id, self._is_placed = person_id, False
            self.place()

    def place(self) -> None:
        """All of the time, or the last part of it."""
        self.sight.day_width = max(LEAST, self.sight.farthest())
        super().place()

    def sizeHint(self) -> QSize:
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(480, self.canvas.axis_height + self.canvas.lane_height + bar)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())
