"""The keyboard on Today: one walk through the strip of the next meeting and every row.

After something was done the keyboard is on the row that was next, also when a form came up for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from mentorjournal.ui import theme
from mentorjournal.ui.panes.today_meeting import NextMeetingPart
from mentorjournal.ui.panes.today_parts import Section
from mentorjournal.ui.panes.today_row import TodayRow

Stop = NextMeetingPart | TodayRow
MOST_GONE = 50  # rows that went and are known again when they come back
AROUND = 40  # px that stay visible above and below a row that is reached


class Walk:
    """`meeting` stands before the rows of the `sections`, in their order."""

    def __init__(
        self, meeting: NextMeetingPart, sections: Iterable[Section],
        area: Callable[[], QScrollArea],
    ) -> None:
        self._meeting, self._sections = meeting, list(sections)
        self._area = area
        self._key, self._place = "", 0  # of the row that has the keyboard, or had it last
        self._gone: list[str] = []  # keys of rows that went, the last of them last
        self.is_changing = False  # rows come and go, and what Qt does with the keyboard is no wish

    def rows(self) -> list[TodayRow]:
        """All rows that are shown, in order."""
        return [one for section in self._sections for one in section.rows()]

    def begin(self) -> bool:
        """Put the keyboard on the first; whether there is any."""
        stops = self._stops()
        if stops:
            _held_by(stops[0]).setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(stops)

    def step(self, one: Stop, step: int) -> None:
        """Go to the one before or after, where there is one."""
        stops = self._stops()
        place = stops.index(one) + step
        if 0 <= place < len(stops):
            self._go(stops[place], Qt.FocusReason.TabFocusReason)

    def reached(self, one: Stop) -> None:
        """Remember where the keyboard is."""
        stops = self._stops()
        if one in stops and not self.is_changing:
            self._key, self._place = _key_of(one), stops.index(one)

    def came_back(self, before: Collection[str], after: Collection[str]) -> str:
        """Learn which rows went; the key of one that is back, as after Undo, else ""."""
        back = next((key for key in reversed(self._gone) if key in after), "")
        gone = [key for key in self._gone if key not in after]
        self._gone = [*gone, *(key for key in before if key not in after)][-MOST_GONE:]
        if back:
            self._key = back
        return back

    def has_keyboard(self, window: QWidget) -> bool:
        """Whether the keyboard is on a row, or was until a form came up."""
        held = window.focusWidget()
        return bool(self._key) and (
            held is None or any(_held_by(one) is held for one in self._stops()))

    def restore(self) -> bool:
        """Back to the row that had the keyboard, or to the one in its place; whether there is any.
        """
        stops = self._stops()
        if not self._key or not stops:
            return False
        same = [one for one in stops if _key_of(one) == self._key]
        self._go(same[0] if same else stops[min(self._place, len(stops) - 1)],
                 Qt.FocusReason.OtherFocusReason)
        return True

    def order_tabs(self) -> None:
        """Tab goes the same way as Down."""
        stops = [_held_by(one) for one in self._stops()]
        for one, after in zip(stops, stops[1:], strict=False):
            QWidget.setTabOrder(one, after)

    def _stops(self) -> list[Stop]:
        strip: list[Stop] = [self._meeting] if self._meeting.row() is not None else []
        return [*strip, *self.rows()]

    def _go(self, one: Stop, reason: Qt.FocusReason) -> None:
        held = _held_by(one)
        held.setFocus(reason)
        self.reached(one)  # where the keyboard was there already, nothing says so
        self._area().ensureWidgetVisible(held, 0, theme.px(AROUND))


def _held_by(one: Stop) -> QWidget:
    """What takes the keyboard of a stop."""
    return one.strip.button() if isinstance(one, NextMeetingPart) else one


def _key_of(one: Stop) -> str:
    row = one.row() if isinstance(one, NextMeetingPart) else one.row
    return row.key if row is not None else ""
