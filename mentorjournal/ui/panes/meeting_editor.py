"""The agenda of a coming meeting: what to leave with, the time, the items, and if it is ready."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mentorjournal.journal import agenda, meetings
from mentorjournal.journal.records import Goal
from mentorjournal.mentoring.agenda import Offer, ask_lead, budget_words, live
from mentorjournal.mentoring.readiness import Finding
from mentorjournal.mentoring.sides import Preparing
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_agenda import AgendaEditor
from mentorjournal.ui.panes.meeting_asks import AsksEditor
from mentorjournal.ui.panes.meeting_facts import MeetingFacts
from mentorjournal.ui.panes.meeting_head import MeetingHead
from mentorjournal.ui.panes.meeting_homework import HomeworkCard
from mentorjournal.ui.panes.meeting_offers import NothingNew, PaperOrder
from mentorjournal.ui.panes.meeting_parts import AddLine
from mentorjournal.ui.panes.meeting_readiness import ReadinessView
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import dress, label
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.ui.widgets.parts import column, row
from mentorjournal.ui.widgets.time_bar import Segment, TimeBar
from mentorjournal.words import tr

WIDEST = 860  # px; longer lines are hard to read


class MeetingEditor(QScrollArea):
    """Made for one meeting; the pane makes another for the next."""

    wanted = Signal(str)  # as MeetingHead.wanted, and "send"

    def __init__(self, pen: Pen, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self.meeting_id = pen, meeting_id
        self._facts: MeetingFacts | None = None
        self.setObjectName("canvas")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.head = MeetingHead()
        self.head.wanted.connect(self.wanted)
        self.closing = NoticeStrip(
            tr("Did it take place?"), tr("Its time has come."), tr("It took place…"), "clock"
        )
        self.closing.acted.connect(lambda: self.wanted.emit("held"))
        self.homework = HomeworkCard(pen)
        self._make_words()
        self._make_time()
        self.agenda = AgendaEditor(pen, meeting_id)
        self.agenda.shown.connect(self._scroll_to)
        self.order = PaperOrder()
        self.order.chosen.connect(lambda ids: pen.write(agenda.reorder, ids))
        self.asks = AsksEditor(pen, meeting_id, None)
        self.readiness = ReadinessView()
        self.readiness.chosen.connect(self.go_to)
        self.nothing_new = NothingNew()
        self.nothing_new.chosen.connect(self._take_offer)
        self._lay_out()

    def _make_words(self) -> None:
        self.outcome = GrowingText("", quiet=False, most_lines=5)
        self.opening = GrowingText(tr("One or two sentences"), most_lines=5)
        self.saver = GrowingText("", most_lines=4)
        for field, name, words in (
            (self.outcome, "desired_outcome", ""),
            (self.opening, "opening", tr("To open with")),
            (self.saver, "time_saver", tr("To make this quick")),
        ):
            field.setAccessibleName(words)
            self._pen.bind(field, meetings.edit, "meeting", self.meeting_id, name)
        for field in (self.opening, self.saver):
            field.setProperty("dense", True)

    def _make_time(self) -> None:
        self.time_total = label("", "label")
        self.time_rest = label("", "small", "muted")
        self.bar = TimeBar()

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("canvas")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QHBoxLayout(body)
        outer.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(24))
        page = QWidget()
        page.setMaximumWidth(theme.px(WIDEST))
        outer.addWidget(page, 100)
        outer.addStretch(1)
        lines = column(page, gap=16)
        lines.addWidget(self.head)
        lines.addWidget(self.closing)
        lines.addWidget(self.homework)
        lines.addLayout(self._words_part())
        lines.addLayout(self._time_part())
        lines.addLayout(self._agenda_part())
        lines.addWidget(self.nothing_new)
        lines.addWidget(self.readiness)
        lines.addStretch(1)
        self.setWidget(body)

    def _words_part(self) -> QVBoxLayout:
        lines = column(gap=5)
        self._result = label("", "label", "muted")
        self._result.setBuddy(self.outcome)
        lines.addWidget(self._result)
        lines.addWidget(self.outcome)
        grid = QGridLayout()
        grid.setContentsMargins(0, theme.px(3), 0, 0)
        grid.setHorizontalSpacing(theme.px(6))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for place, (words, field) in enumerate((
            (tr("To open with"), self.opening), (tr("To make this quick"), self.saver),
        )):
            heading = label(words, "small", "muted")
            heading.setContentsMargins(0, theme.px(7), 0, 0)
            heading.setBuddy(field)
            grid.addWidget(heading, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, place, 1)
        lines.addLayout(grid)
        return lines

    def _time_part(self) -> QVBoxLayout:
        lines = column(gap=5)
        head = row(gap=4)
        head.addWidget(label(tr("Time"), "label", "muted"), 1)
        head.addWidget(self.time_total)
        head.addWidget(self.time_rest)
        lines.addLayout(head)
        lines.addWidget(self.bar)
        return lines

    def _agenda_part(self) -> QVBoxLayout:
        lines = column(gap=5)
        lines.addWidget(label(tr("Agenda"), "label", "muted"))
        lines.addWidget(self.order)
        lines.addWidget(self.agenda)
        self._asks_part = QWidget()
        asks = column(self._asks_part, gap=2)
        asks.setContentsMargins(0, theme.px(8), 0, 0)
        asks.addWidget(label(tr("Before we meet"), "label", "muted"))
        asks.addWidget(self.asks)
        lines.addWidget(self._asks_part)
        return lines

    # Showing

    def show_facts(
        self, facts: MeetingFacts, goals: Sequence[Goal], *, own: bool = False
    ) -> None:
        """Show what the journal holds; `own` for a change that was written here."""
        fresh = self._facts is None
        self._facts = facts
        which = facts.meeting
        self.head.show_meeting(facts)
        self.closing.setVisible(facts.has_begun)
        self.homework.show_homework(facts.person.id, facts.homework)
        show_text(self.outcome, which.desired_outcome, own=own, fresh=fresh)
        show_text(self.opening, which.opening, own=own, fresh=fresh)
        show_text(self.saver, which.time_saver, own=own, fresh=fresh)
        self._word(facts.side.preparing)
        self._show_time(facts)
        self.agenda.show_items(facts, goals, own)
        self.order.show_items(facts.items)
        whole = [ask for ask in facts.asks if ask.item_id is None]
        self.asks.show_asks(whole, facts, own)
        self._asks_part.setVisible(bool(whole))
        self.readiness.show_readiness(facts.ready)
        self.nothing_new.show_offers(facts.offers)
        if fresh and facts.items:
            self.agenda.open_item(_first_to_work_on(facts))

    def _word(self, say: Preparing) -> None:
        """Speak to my mentor, or to somebody I mentor."""
        self._result.setText(say.result)
        self.outcome.setAccessibleName(say.result)
        self.outcome.setPlaceholderText(say.result_example)
        self.saver.setPlaceholderText(say.saver_example)

    def _show_time(self, facts: MeetingFacts) -> None:
        budget = facts.budget
        total, rest = budget_words(budget)
        self.time_total.setText(total)
        self.time_rest.setText(tr("· {rest}", rest=rest))
        dress(self.time_total, "label", "alert" if budget.over else "ink")
        dress(self.time_rest, "small", "alert" if budget.over else "muted")
        self.bar.set_agenda(
            [Segment(str(n), item.minutes, item.priority, item.title)
             for n, item in enumerate(live(facts.items), 1)],
            facts.meeting.planned_minutes,
        )

    # Doing

    def focus_first(self) -> None:
        """Put the caret where one begins."""
        if self._facts is not None and not self._facts.meeting.desired_outcome:
            self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.agenda.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_in(self, *, lines: bool = False) -> None:
        """Hand in what was typed; with `lines` also what stands in the lines that add."""
        for field in self.findChildren(GrowingText):
            field.commit()
        if lines:
            for line in self.findChildren(AddLine):
                line.take()

    def go_to(self, finding: Finding) -> None:
        """Put the focus where something about a finding can be done."""
        if finding.is_sending:
            self.wanted.emit("send")
            return
        place = self._place_of(finding)
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        # A card that was just opened gets its height in the next turn of the event loop.
        QTimer.singleShot(0, place, lambda: self._scroll_to(place))

    def show_readiness(self) -> None:
        """Bring what there is to do into view, the first of it under the keyboard."""
        for button in self.readiness.buttons()[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self.readiness, 0, theme.px(8))

    def _place_of(self, finding: Finding) -> QWidget:
        assert self._facts is not None
        plain: dict[str, QWidget] = {
            "no_result": self.outcome, "no_opening": self.opening, "no_items": self.agenda.add,
        }
        if finding.key in plain:
            return plain[finding.key]
        item_id = finding.item_id or self._item_about(finding.key)
        card = self.agenda.card(item_id) if item_id is not None else None
        if card is None:
            return self.asks.add if finding.key == "late_read" else self.agenda.add
        self.agenda.open_item(item_id)
        details = card.details
        assert details is not None
        first_ask = next(iter(details.asks.rows()), None)
        inside: dict[str, QWidget] = {
            "no_options": details.options.add, "one_option": details.options.add,
            "vague": details.question, "other_domain": details.domain,
            "late_read": first_ask.sent if first_ask else details.asks.add,
            "over_time": card.minutes,
        }
        return inside.get(finding.key, card.priority)

    def _item_about(self, key: str) -> int | None:
        """The item that a finding about the whole agenda is best answered at."""
        assert self._facts is not None
        items = live(self._facts.items)
        if key == "late_read":
            today = self._facts.now.date()
            return next((
                ask.item_id for ask in self._facts.asks
                if ask_lead(ask, self._facts.meeting, today).is_late
            ), None)
        if key == "many_musts":
            items = [item for item in items if item.priority == "must"]
        if key in ("over_time", "many_musts"):
            items = items[::-1]
        return items[0].id if items else None

    def _scroll_to(self, place: QWidget) -> None:
        self.ensureWidgetVisible(place, 0, theme.px(40))

    def _take_offer(self, offer: Offer) -> None:
        if offer.key == "shorten" and offer.minutes is not None:
            self._pen.write(meetings.shorten, self.meeting_id, offer.minutes)
        else:
            self.wanted.emit("postpone")


def _first_to_work_on(facts: MeetingFacts) -> int | None:
    """The item that is open at first: the first one that is not parked."""
    return next((item.id for item in live(facts.items)), None)
