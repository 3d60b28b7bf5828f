"""What the timeline pane knows: lanes and the people in them, read once and refreshed by ids."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mentorjournal.journal import people, timeline
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring.timeline import Lane, Mark
from mentorjournal.models.timeline_list import Key, TimelineRow, rows_of
from mentorjournal.ui.panes.timeline_filters import TimelineFilter
from mentorjournal.ui.timeline.view import TimelineView
from mentorjournal.words import month_year, tr

BEHIND = (*timeline.OWNERS, "accomplishment")
# What the strip tells of a mark lies in these tables too.
TOLD = ("action", "outcome", "agenda_item")


class TimelineFacts:
    """Everybody's lane on the day `as_of`; `default_days` is the rhythm of who has none."""

    def __init__(self, journal: Journal, as_of: date, default_days: int) -> None:
        self.journal = journal
        self.as_of = as_of
        self._default_days = default_days
        self.lanes: list[Lane] = timeline.lanes(journal, as_of, default_days)
        self.people: dict[int, Person] = {
            one.person.id: one.person for one in people.everybody(journal, as_of)
        }

    def is_touched(self, changes: Changes) -> bool:
        """Whether a change is about anything shown here."""
        return changes.touches(*BEHIND, *TOLD)

    def refresh(self, changes: Changes) -> bool:
        """Read the lanes that a change concerns; whether there are any."""
        ids = timeline.concerned(self.journal, self.lanes, changes)
        if not ids:
            return False
        read = timeline.lanes(self.journal, self.as_of, self._default_days, ids)
        kept = [lane for lane in self.lanes if lane.person_id not in ids]
        self.lanes = timeline.in_order([*kept, *read])
        for one in ids:
            self.people.pop(one, None)
        for found in people.everybody(self.journal, self.as_of, ids):
            self.people[found.person.id] = found.person
        return True

    def words_of(self, marks: Sequence[Mark]) -> list[str]:
        """One line for each mark."""
        return timeline.words_of(self.journal, marks)

    def find(self, key: Key) -> tuple[Lane, Mark] | None:
        """A mark and the lane it is in; None when it is gone."""
        for lane in self.lanes:
            for mark in lane.marks:
                if mark.key == key:
                    return lane, mark
        return None

    def rows(self, chosen: TimelineFilter) -> list[TimelineRow]:
        """A row of the list for each mark that the filter lets through."""
        ids, kinds = chosen.ids(self.people.values()), chosen.kinds
        return [
            row for row in rows_of(self.lanes, self.as_of)
            if (ids is None or row.person_id in ids) and (not kinds or row.mark.kind in kinds)
        ]

    def siblings(self, key: Key | None, chosen: TimelineFilter) -> tuple[Sequence[Mark], int]:
        """The marks of the lane of one that the filter lets through, and its place; -1 if not."""
        found = self.find(key) if key is not None else None
        if found is None or not chosen.lets(self.people[found[0].person_id]):
            return (), -1
        marks = [one for one in found[0].marks if not chosen.kinds or one.kind in chosen.kinds]
        return (marks, marks.index(found[1])) if found[1] in marks else ((), -1)


def gathered(view: TimelineView) -> Sequence[Mark]:
    """All marks drawn as one with the one chosen; none where it is drawn alone."""
    choice = view.chosen
    if choice is None:
        return ()
    row = view.board.rows(choice.lane).row_of(choice.mark)
    spot = row.spot_of(choice.mark, view.sight.day_width, view.canvas.look.scale)
    return view.board.marks_of(row, spot) if spot is not None and spot.count > 1 else ()


def range_words(first: date, last: date) -> str:
    """Such as "June 2025 to November 2026", or one month alone."""
    begins = month_year(first)
    ends = month_year(last)
    return begins if begins == ends else tr("{first} to {last}", first=begins, last=ends)
