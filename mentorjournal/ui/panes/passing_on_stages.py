"""On the page of people I mentor: my own stages, and the two questions a new one raises."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorjournal.journal.aims import MyStage
from mentorjournal.journal.stages import MENTORS, ONE_BEHIND
from mentorjournal.mentoring import passing_on as rules
from mentorjournal.ui.panes.passing_on_parts import ListRow, Part, RowCard
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.ui.widgets.parts import column, wrapped
from mentorjournal.words import day_month_year, tr, trn


class StagesPart(Part):
    """The stages, the newest first; wishes carry their id."""

    add_wanted = Signal()
    edit_wanted = Signal(int)
    remove_wanted = Signal(int)

    def __init__(self) -> None:
        add = Button(tr("A new stage"), "plus", "row")
        super().__init__(tr("My own stages"), add)
        add.clicked.connect(self.add_wanted)
        self.card = RowCard(tr("My own stages"))
        self.below.addWidget(self.card)

    def show_stages(self, found: Sequence[MyStage]) -> None:
        """Show these."""
        self.say("" if found else tr(
            "When you move on, note it here: you are then asked once about each mentor, and "
            "who might want what you just did."))
        self.card.show_rows([self._row(one) for one in found])

    def _row(self, one: MyStage) -> ListRow:
        when = span_words(one)
        choices: list[tuple[str, Callable[[], object]]] = [
            (tr("Edit…"), lambda: self.edit_wanted.emit(one.id)), ("", lambda: None),
            (tr("Remove"), lambda: self.remove_wanted.emit(one.id))]
        made = ListRow(f"stage:{one.id}", f"{one.stage}. {when}", choices)
        made.words.addWidget(wrapped(one.stage, "row-title"))
        made.words.addWidget(wrapped(when, "small", "muted"))
        if one.note:
            made.words.addWidget(wrapped(one.note, "small", "ink2"))
        made.lay_out(None, [])
        made.opened.connect(lambda: self.edit_wanted.emit(one.id))
        made.remove_wanted.connect(lambda: self.remove_wanted.emit(one.id))
        return made


def span_words(one: MyStage) -> str:
    """Such as "since 1 Jul 2024" or "1 Jul 2021 to 30 Jun 2024"."""
    if one.ended is None:
        return tr("Since {day}", day=_dated(one.started)) if one.started else tr("No date")
    if one.started is None:
        return tr("Until {day}", day=_dated(one.ended))
    return tr("{start} to {end}", start=_dated(one.started), end=_dated(one.ended))


class StageNotices(QWidget):
    """The questions of a new stage, each until it is answered or put aside."""

    mentors_wanted = Signal()
    mentee_wanted = Signal()
    aside_wanted = Signal(str, int)  # which question, and the stage

    def __init__(self) -> None:
        super().__init__()
        lines = column(self, 8)
        self.mentors = NoticeStrip(icon_name="arrows-clockwise")
        self.behind = NoticeStrip(icon_name="user-plus")
        self._ids = {MENTORS: 0, ONE_BEHIND: 0}
        for key, strip in ((MENTORS, self.mentors), (ONE_BEHIND, self.behind)):
            later = Button(tr("Not now"), None, "row")
            later.setAccessibleName(tr("Not now: do not ask about this stage again"))
            later.clicked.connect(lambda _=False, key=key: self.aside_wanted.emit(
                key, self._ids[key]))
            strip.add_button(later)
            lines.addWidget(strip)
        self.mentors.acted.connect(self.mentors_wanted)
        self.behind.acted.connect(self.mentee_wanted)

    def show_questions(
        self, mentors: MyStage | None, left: int, behind: MyStage | None, as_of: date
    ) -> None:
        """Ask about these stages; `left` mentors are still to be decided about."""
        for key, stage in ((MENTORS, mentors), (ONE_BEHIND, behind)):
            self._ids[key] = stage.id if stage else 0
        if mentors is not None:
            self.mentors.set_words(
                stage_words(mentors, as_of),
                trn("Keep, change or close? {n} mentor is still to be decided about.",
                    "Keep, change or close? {n} mentors are still to be decided about.", left),
                tr("Look at each"))
        if behind is not None:
            self.behind.set_words(
                tr("Others want what you just did."), tr("Who is one step behind you?"),
                tr("Add somebody"))
        self.mentors.setVisible(mentors is not None and left > 0)
        self.behind.setVisible(behind is not None)
        self.setVisible(not (self.mentors.isHidden() and self.behind.isHidden()))


def _dated(day: date) -> str:
    """A day of years ago, such as "1 Jul 2021"."""
    return day_month_year(day)


def stage_words(stage: MyStage, as_of: date) -> str:
    """Such as "You have been “Junior faculty” since 15 May."."""
    since = rules.day_words(stage.started, as_of) if stage.started else ""
    return tr("You have been “{stage}” since {day}.", stage=rules.plain_stage(stage.stage),
              day=since)
