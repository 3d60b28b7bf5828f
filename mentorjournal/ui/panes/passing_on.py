"""People I mentor: the same meetings, contacts and feedback from the other side, and a playbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import feedback_given, me, passing_on, people, stages
from mentorjournal.journal.aims import FeedbackGiven
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.passing_on import Mentored
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import passing_on as rules
from mentorjournal.settings import DEFAULT_RHYTHM_DAYS, Settings
from mentorjournal.ui import theme
from mentorjournal.ui.panes.passing_on_given import GivenPart
from mentorjournal.ui.panes.passing_on_people import PeoplePart
from mentorjournal.ui.panes.passing_on_playbook import Playbook
from mentorjournal.ui.panes.passing_on_stages import StageNotices, StagesPart
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.aims_header import AimsHeader
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.ui.widgets.pane import Pane
from mentorjournal.ui.widgets.parts import column, scrolled
from mentorjournal.words import tr

TABLES = (
    "person", "person_tag", "meeting", "contact", "action", "feedback_given", "advice",
    "advice_use", "reflection", "my_stage", "me", "ending", "dismissal", "goal", "goal_person")
FOLD = 900  # px below which the two columns are one


class PassingOnPane(Pane):
    """States wishes by signal; they carry the ids of what they are about."""

    page_wanted = Signal(str)  # another page, by its key
    mentee_add_wanted = Signal()
    person_wanted = Signal(int)
    meeting_wanted = Signal(int)
    contact_wanted = Signal(int)
    reflection_wanted = Signal(dict)
    advice_add_wanted = Signal(dict)
    advice_edit_wanted = Signal(int)
    advice_remove_wanted = Signal(int)
    pass_on_wanted = Signal(int)
    take_back_wanted = Signal(int)
    given_add_wanted = Signal(int)
    given_edit_wanted = Signal(int)
    given_look_wanted = Signal(int)
    given_remove_wanted = Signal(int)
    stage_add_wanted = Signal()
    stage_edit_wanted = Signal(int)
    stage_remove_wanted = Signal(int)
    mentors_wanted = Signal()
    aside_wanted = Signal(str, int)
    refused = Signal(str)

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, parent)
        self._journal, self._settings = journal, settings
        self._day = clock.today()
        self._pen = Pen(journal, self)
        self._pen.refused.connect(self.refused)
        self.header = AimsHeader("passing_on")
        self.add = self.header.add_button(tr("Add somebody I mentor"), "user-plus", "primary")
        self.notices = StageNotices()
        self.people = PeoplePart()
        self.begin = EmptyState(
            tr("Nobody yet: who is one step behind you?"), "", tr("Add somebody I mentor"),
            "user-plus", card=True, kind="primary")
        self.reflect = NoticeStrip(icon_name="notebook")
        self.given = GivenPart()
        self.playbook = Playbook(journal, self._pen)
        self.stages = StagesPart()
        self._lay_out()
        self._wire()
        self._read()
        self._stop_listening = settings.listen(DEFAULT_RHYTHM_DAYS, lambda _: self._read())
        self.destroyed.connect(self._stop_listening)

    def _lay_out(self) -> None:
        content = QWidget()
        lines = column(content, 16)
        lines.setContentsMargins(*(theme.px(n) for n in (24, 16, 24, 24)))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.px(24))
        lines.addWidget(self.notices)
        lines.addLayout(self._columns)
        lines.addStretch(1)
        left = (self.people, self.begin, self.reflect, self.given)
        for parts, share in ((left, 620), ((self.playbook, self.stages), 480)):
            side = column(gap=16)
            for part in parts:
                side.addWidget(part)
            side.addStretch(1)
            self._columns.addLayout(side, share)
        self.area = scrolled(content)
        page = column(self, 0)
        page.addWidget(self.header)
        page.addWidget(self.area, 1)

    def _wire(self) -> None:
        self.header.page_wanted.connect(self.page_wanted)
        for wish in (self.add.clicked, self.begin.acted, self.notices.mentee_wanted):
            wish.connect(lambda *_: self.mentee_add_wanted.emit())
        self.notices.mentors_wanted.connect(self.mentors_wanted)
        self.notices.aside_wanted.connect(self.aside_wanted)
        self.reflect.acted.connect(self._wish_reflection)
        self.people.page_wanted.connect(self.person_wanted)
        self.people.meeting_wanted.connect(self.meeting_wanted)
        self.people.contact_wanted.connect(self.contact_wanted)
        self.people.given_wanted.connect(self.given_add_wanted)
        self.people.look_wanted.connect(self.given_look_wanted)
        self.people.reflection_wanted.connect(self._wish_reflection)
        self.given.add_wanted.connect(self.wish_given)
        self.given.person_wanted.connect(self.person_wanted)
        for name in ("edit", "look", "remove"):
            getattr(self.given, f"{name}_wanted").connect(getattr(self, f"given_{name}_wanted"))
        self.playbook.add_wanted.connect(self.wish_advice)
        self.playbook.edit_wanted.connect(self.advice_edit_wanted)
        self.playbook.remove_wanted.connect(self.advice_remove_wanted)
        self.playbook.pass_on_wanted.connect(self.pass_on_wanted)
        self.playbook.take_back_wanted.connect(self.take_back_wanted)
        for name in ("add", "edit", "remove"):
            getattr(self.stages, f"{name}_wanted").connect(getattr(self, f"stage_{name}_wanted"))
        find = QShortcut(QKeySequence.StandardKey.Find, self, self.playbook.search.setFocus)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # What others ask of it

    def wish_advice(self, values: Mapping[str, Any] | None = None) -> None:
        """State the wish for another piece of advice, beginning with `values`."""
        self.advice_add_wanted.emit(dict(values or {}))

    def wish_given(self, person_id: int = 0) -> None:
        """State the wish to note feedback I gave, to somebody if it is clear to whom."""
        self.given_add_wanted.emit(person_id)

    def show_advice(self, advice_id: int) -> None:
        """Put the keyboard on a piece of advice."""
        if self.playbook.reveal(advice_id):
            self._see(self.focusWidget())

    def show_given(self, given_id: int) -> None:
        """Put the keyboard on feedback I gave."""
        if self.given.reveal(given_id):
            self._see(self.focusWidget())

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        rows = self.people.card.rows()
        if rows:
            rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.begin.button().setFocus()

    def hand_in(self) -> None:
        """Hand in what is being typed."""
        self.playbook.hand_in()

    def _see(self, widget: QWidget | None) -> None:
        if widget is not None:
            self.area.ensureWidgetVisible(widget)

    def _wish_reflection(self) -> None:
        self.reflection_wanted.emit({"tag": "mentoring_others", "question": tr(rules.QUESTION)})

    # Showing

    def take_changes(self, changes: Changes) -> None:
        if changes.touches(*TABLES):
            self._read()

    def _read(self) -> None:
        self._day = clock.today()
        days = self._settings.get(DEFAULT_RHYTHM_DAYS)
        found = passing_on.everybody(self._journal, self._day, days)
        self._show_people(found)
        self._show_questions(found, days)
        given = feedback_given.every(self._journal)
        self.given.setVisible(bool(found) or bool(given))
        self.given.show_given(given, self._whose(given, found), self._day)
        self.playbook.show_advice(self._day)
        self.stages.show_stages(stages.every(self._journal))

    def _whose(
        self, given: Sequence[FeedbackGiven], found: Sequence[Mentored]
    ) -> dict[int, Person]:
        """By id those whom feedback went to, also whom I do not mentor any more."""
        known = {one.person.id: one.person for one in found}
        others = {one.person_id for one in given} - known.keys()
        if others:
            known |= {one.person.id: one.person
                      for one in people.everybody(self._journal, self._day, others)}
        return known

    def _show_people(self, found: list[Mentored]) -> None:
        now = [one for one in found if not one.is_over]
        reading = rules.reading([one.last for one in now], self._day)
        self.header.set_subtitle(rules.reading_words(reading, self._day))
        mine = me.get(self._journal)
        self.begin.set_words(
            tr("Nobody yet: who is one step behind you?"),
            rules.invitation(mine.stage, mine.setting), tr("Add somebody I mentor"))
        self.begin.setVisible(not now)
        self.add.setVisible(bool(now))
        self.people.setVisible(bool(found))
        photos = {one.person.id: people.photo(self._journal, one.person)
                  for one in found if one.person.photo}
        self.people.show_people(found, photos, self._day)

    def _show_questions(self, found: list[Mentored], days: int) -> None:
        now = sum(1 for one in found if not one.is_over)
        last = passing_on.last_reflection(self._journal, self._day)
        self.reflect.setVisible(rules.reflection_is_due(last, now, self._day))
        self.reflect.set_words(
            tr(rules.QUESTION), tr("And then the other half: {question}",
                                   question=tr(rules.PAIRED)), tr("Write it down"))
        self.people.say_last(last, self._day)
        which = stages.question(self._journal, stages.MENTORS, self._day)
        left = len(stages.undecided(self._journal, self._day, days)) if which else 0
        self.notices.show_questions(
            which, left, stages.question(self._journal, stages.ONE_BEHIND, self._day), self._day)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        narrow = self.width() < theme.px(FOLD)
        self._columns.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if clock.today() != self._day:  # the night has passed
            self._read()
