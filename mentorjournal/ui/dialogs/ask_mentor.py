"""Asking somebody to be my mentor: on which day; with a gentle stop while we have not met."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from mentorjournal import clock
from mentorjournal.mentoring import candidacy
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.form_dialog import FormDialog, Take
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.words import tr

LEAST_WIDTH = 540  # px


def ask_mentor(
    parent: QWidget | None, name: str, early: Callable[[date], bool], take: Take
) -> bool:
    """Whether a meeting is wanted first; `take` is called with the "day" they were asked.

    `early` says of a day whether it comes before getting to know each other.
    """
    form = AskForm(name, early, parent)
    form.take = take
    form.exec()
    return form.meeting_wanted


class AskForm(FormDialog):
    """Never a block: there is a way on, and one to meet first."""

    def __init__(
        self, name: str, early: Callable[[date], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Ask {name} to be your mentor", name=name[:60]), parent, ok=tr("I have asked"),
            intro=tr("Say what you hope for, how often you would like to meet, and that a no is "
                     "fine. Note the day once you have asked."))
        self._early = early
        self.meeting_wanted = False
        self.stop = self.add_wide(NoticeStrip(
            *candidacy.early_words(), tr("Arrange a meeting first"), "hand-waving",
            kind="primary"))
        self.stop.acted.connect(self._meet)
        self.day = self.add_field("day", tr("Asked on"), DateField())
        self.setMinimumWidth(theme.px(LEAST_WIDTH))
        self.fill_in({"day": clock.today()})
        self.edited.connect(self._follow)
        self._follow()
        (self.stop.button() if self.is_early() else self.day).setFocus()

    def is_early(self) -> bool:
        """Whether the day that is shown comes before getting to know them."""
        return self._early(self.day.day() or clock.today())

    def check(self, values: Mapping[str, Any]) -> Mapping[str, str]:
        return {"day": tr("That day is still to come.")} if values["day"] > clock.today() else {}

    def _follow(self) -> None:
        early = self.is_early()
        self.stop.setVisible(early)
        self.ok_button().setText(tr("Ask anyway") if early else tr("I have asked"))
        self.ok_button().set_kind("" if early else "primary")

    def _meet(self) -> None:
        self.meeting_wanted = True
        self.reject()
