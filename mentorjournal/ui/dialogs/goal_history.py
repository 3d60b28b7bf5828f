"""How a goal changed: each earlier wording, until when it held, why it went, and with whom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import goals, people
from mentorjournal.journal.aims import GoalVersion
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Goal
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, scrolled, wrapped
from mentorjournal.words import day_month_year, in_sentence, short_day, tr


def show_history(parent: QWidget | None, journal: Journal, goal_id: int) -> None:
    """Show how a goal changed. Raises JournalError when it is gone."""
    versions = goals.versions(journal, goal_id)
    ids = {one.person_id for one in versions if one.person_id is not None}
    names = {one.person.id: in_sentence(one.person.name)
             for one in people.everybody(journal, clock.today(), ids)}
    dialog = GoalHistory(goals.get(journal, goal_id), versions, names, parent)
    dialog.exec()
    dialog.deleteLater()


class GoalHistory(QDialog):
    """As it reads now, then one card for each wording before, the newest first."""

    def __init__(
        self, goal: Goal, versions: Sequence[GoalVersion], names: dict[int, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("How this goal changed"))
        page = QWidget()
        cards = column(page, 12)
        cards.setContentsMargins(*(theme.px(n) for n in (24, 4, 24, 8)))
        cards.addWidget(_card(tr("Now"), goal, ""))
        for one in versions:
            until = short_day(one.date, clock.today()) if one.date else tr("an earlier day")
            cards.addWidget(_card(tr("Until {day}", day=until), one, _reason(one, names)))
        if not versions:
            cards.addWidget(label(tr(
                "It has not changed yet. When its words, its measure or its day change, the old "
                "wording is kept here."), "small", "muted", wrap=True))
        cards.addStretch(1)
        self._lay_out(page)
        self.resize(theme.px(600), min(page.sizeHint().height() + theme.px(160), theme.px(560)))

    def _lay_out(self, page: QWidget) -> None:
        head = label(tr("How this goal changed"), "record-title")
        head.setContentsMargins(*(theme.px(n) for n in (24, 16, 24, 8)))
        close = Button(tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        feet = QHBoxLayout()
        feet.setContentsMargins(*(theme.px(n) for n in (24, 12, 24, 16)))
        feet.addStretch(1)
        feet.addWidget(close)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(head)
        lines.addWidget(scrolled(page), 1)
        lines.addLayout(feet)


def _card(title: str, wording: Goal | GoalVersion, reason: str) -> QFrame:
    card = QFrame()
    card.setProperty("card", True)
    lines = column(card, 4)
    lines.setContentsMargins(*(theme.px(n) for n in (15, 11, 15, 13)))
    lines.addWidget(label(title, "label", "muted"))
    lines.addWidget(wrapped(wording.text or tr("without words"), "row-title"))
    facts = [wording.measure or tr("no measure"), tr("by {day}", day=_day(wording))
             if wording.due else tr("no day")]
    lines.addWidget(wrapped(" · ".join(facts), "small", "muted"))
    if reason:
        said: QLabel = wrapped(reason)
        said.setContentsMargins(0, theme.px(4), 0, 0)
        lines.addWidget(said)
    return card


def _day(wording: Goal | GoalVersion) -> str:
    assert wording.due is not None
    return day_month_year(wording.due)


def _reason(one: GoalVersion, names: dict[int, str]) -> str:
    """Why it was changed, and with whom that was talked over."""
    whom = names.get(one.person_id or 0, "")
    talked = tr("Talked over with {name}.", name=whom) if whom else ""
    return "\n".join(filter(None, (one.change, talked)))
