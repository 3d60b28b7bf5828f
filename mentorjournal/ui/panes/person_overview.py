"""On a person's page: what I seek, how they work, what is agreed, and what came last."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.ui import theme
from mentorjournal.ui.panes.person_agreed import AgreedSection
from mentorjournal.ui.panes.person_asks import Asks
from mentorjournal.ui.panes.person_boundaries import BoundariesSection
from mentorjournal.ui.panes.person_given import GivenSection, PassedSection
from mentorjournal.ui.panes.person_parts import Text
from mentorjournal.ui.panes.person_recent import NewsSection, RecentSection
from mentorjournal.ui.panes.person_reflections import ReflectionsSection
from mentorjournal.ui.panes.person_reliability import ReliabilitySection
from mentorjournal.ui.panes.person_seek import GoalsSection, SeekSection, WorkSection
from mentorjournal.ui.panes.person_tab import PersonTab
from mentorjournal.ui.panes.person_timeline import TimelineSection
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.parts import column, scrolled

FOLD = 920  # px below which the two columns are one


class OverviewTab(PersonTab):
    """Two columns of sections, made anew for every other person; each reads what it shows."""

    TABLES = (
        "need", "need_person", "goal", "goal_person", "know_answer", "thanks", "boundary", "news",
        "compact", "expectation", "meeting", "contact", "feedback", "action", "letter", "dismissal",
        "ask_ahead", "outcome", "person_stage", "ending", "my_stage", "feedback_given", "advice",
        "advice_use", "reflection",
    )
    news_day_wanted = Signal(int)
    contact_wanted = Signal(int)
    feedback_wanted = Signal(int)
    letter_wanted = Signal(int)
    given_add_wanted = Signal(int)  # feedback to somebody I mentor
    given_wanted = Signal(int)
    advice_wanted = Signal(int)
    reflection_wanted = Signal(int)
    reflection_add_wanted = Signal(int)  # about whom

    def __init__(
        self, journal: Journal, settings: Settings, pen: Pen, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, settings, pen, parent)
        self._whose: int | None = None
        self._columns: QBoxLayout | None = None
        self._page = column(self, 0)

    def refresh(self) -> None:
        assert self.person is not None
        if self._whose != self.person.id:
            self._make(self.person.id)
        for section in self.sections:
            section.show_person(self.person, clock.today(), self.own)

    def _answer(self, wish: str) -> None:
        if wish == "contact" and self.person is not None:
            self.contact_wanted.emit(self.person.id)
        elif wish.startswith("letter:"):
            self.letter_wanted.emit(int(wish.removeprefix("letter:")))
        else:
            self.tab_wanted.emit(wish)

    def _make(self, person_id: int) -> None:
        self._whose = person_id
        while self._page.count():
            old = self._page.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        self.seek = SeekSection(self.journal, self.pen, person_id)
        self.work = WorkSection(self.journal, self.pen, person_id)
        self.goals = GoalsSection(self.journal)
        self.boundaries = BoundariesSection(self.journal, self.pen, person_id)
        self.agreed = AgreedSection(self.journal)
        self.reliability = ReliabilitySection(self.journal)
        self.news = NewsSection(self.journal, self.pen, person_id)
        self.recent = RecentSection(self.journal)
        self.reflections = ReflectionsSection(self.journal, person_id)
        left = (self.seek, self.work, self.goals, self.boundaries, self.reflections)
        self.given = GivenSection(self.journal, person_id)
        self.passed = PassedSection(self.journal)
        right = (self.agreed, self.given, self.passed, self.reliability, self.news, self.recent)
        self.timeline = TimelineSection(self.journal, self.settings, clock.today())
        self.asks = Asks(self.journal, self.settings)
        self.asks.wished.connect(self._answer)
        self.sections = (self.asks, *left, *right, self.timeline)
        self.news.day_wanted.connect(self.news_day_wanted)
        self.recent.feedback_wanted.connect(self.feedback_wanted)
        self.given.add_wanted.connect(self.given_add_wanted)
        self.given.given_wanted.connect(self.given_wanted)
        self.passed.advice_wanted.connect(self.advice_wanted)
        self.reflections.reflection_wanted.connect(self.reflection_wanted)
        self.reflections.write_wanted.connect(self.reflection_add_wanted)
        self.goals.tab_wanted.connect(self.tab_wanted)
        self.agreed.tab_wanted.connect(self.tab_wanted)
        for section in (self.recent, self.timeline):
            section.timeline_wanted.connect(lambda: self.timeline_wanted.emit(person_id))
        content = QWidget()
        lines = column(content, 20)
        lines.setContentsMargins(*(theme.px(n) for n in (24, 20, 24, 24)))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.px(24))
        lines.addWidget(self.asks)
        lines.addLayout(self._columns)
        lines.addWidget(self.timeline)
        lines.addStretch(1)
        for sections, share in ((left, 456), (right, 704)):
            side = column(gap=20)
            for section in sections:
                side.addWidget(section)
            side.addStretch(1)
            self._columns.addLayout(side, share)
        self._page.addWidget(scrolled(content))
        self._fold()

    def hand_in(self) -> None:
        for field in self.findChildren(Text):
            field.commit()
        if self._whose is not None:
            self.boundaries.add.take()
            self.news.add.take()

    def focus_first(self) -> None:
        self.seek.ask.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        if self._columns is not None:
            narrow = self.width() < theme.px(FOLD)
            way = QBoxLayout.Direction
            self._columns.setDirection(way.TopToBottom if narrow else way.LeftToRight)
