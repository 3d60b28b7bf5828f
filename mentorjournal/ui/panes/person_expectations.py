"""On a person's page: the compact, what each expects of the other and what was agreed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mentorjournal import clock
from mentorjournal.journal import expectations, meetings
from mentorjournal.journal.between import Compact, Expectation
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import expectations as rules
from mentorjournal.settings import Settings
from mentorjournal.ui import theme
from mentorjournal.ui.icons import icon
from mentorjournal.ui.panes.person_compact import CompactCard
from mentorjournal.ui.panes.person_tab import PersonTab
from mentorjournal.ui.panes.person_topic import TopicFacts
from mentorjournal.ui.panes.person_topics import TopicTable
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import Button, IconButton
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import ElidedLabel, label
from mentorjournal.words import short_day, tr, trn

EXPORTS = (
    (".pdf", "PDF…", "file-pdf"), (".txt", "Plain text…", "file-text"),
    (".eml", "Mail draft…", "envelope-simple"), ("print", "Print…", "printer"),
)


class ExpectationsTab(PersonTab):
    """A table of topics, one of them open, with what is to be done about the whole above it."""

    TABLES = ("compact", "expectation", "expectation_version", "agenda_item", "meeting")
    topics_wanted = Signal(int)  # a person's id
    talk_wanted = Signal(int)  # a topic's id
    wordings_wanted = Signal(int)
    topic_agenda_wanted = Signal(int)
    review_agenda_wanted = Signal(int)  # a person's id
    compact_remove_wanted = Signal(int)  # a compact's id
    removed = Signal(str)  # what is gone, to be brought back
    export_wanted = Signal(int, str, bool)  # a person's id, ".pdf", ".txt" or ".eml", to sign
    print_wanted = Signal(int, bool)

    def __init__(
        self, journal: Journal, settings: Settings, pen: Pen, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, settings, pen, parent)
        self._compact: Compact | None = None
        self._topics: list[Expectation] = []
        self._scale = theme.px(100)
        self.whole: CompactCard | None = None
        self.empty = EmptyState(icon_name="handshake", kind="primary")
        self.empty.acted.connect(self._begin)
        self._make_head()
        self._make_table()
        self._lay_out()

    # How it is made

    def _make_head(self) -> None:
        self.counts = label("", "small", "muted", wrap=True)  # large text leaves little room
        self.days = ElidedLabel("", "small", "muted")
        self.days.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.looked = Button(tr("Looked over today"), "check", "row")
        self.looked.clicked.connect(self._review)
        self.hand_over = Button(tr("Hand over"), "export", "row")
        menu = QMenu(self.hand_over)
        for key, words, sign in EXPORTS:
            action = menu.addAction(icon(sign), tr(words))
            action.triggered.connect(lambda _on=False, key=key: self._hand_over(key))
        menu.addSeparator()
        self.to_sign = menu.addAction(tr("With lines to sign"))
        self.to_sign.setCheckable(True)
        self.to_sign.setChecked(True)
        self.hand_over.setMenu(menu)
        self.more = IconButton("dots-three", tr("More about this compact"), "box", side=28)
        more = QMenu(self.more)
        more.addAction(tr("Remove this compact")).triggered.connect(self._remove_compact)
        self.more.setMenu(more)
        self.more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)

    def _make_table(self) -> None:
        self.table = TopicTable(self.pen)
        self.table.notice.acted.connect(
            lambda: self.review_agenda_wanted.emit(self._person_id()))
        self.table.talk_wanted.connect(self._ask_talk)
        self.table.wordings_wanted.connect(self._ask_wordings)
        self.table.agenda_wanted.connect(self.topic_agenda_wanted)
        self.table.removed.connect(self.removed)
        self.table.shown.connect(self._reveal)
        self.table.left.connect(lambda: self.add.setFocus(Qt.FocusReason.TabFocusReason))
        self.add = Button(tr("Add topics"), "plus", "row")
        self.add.clicked.connect(lambda: self.topics_wanted.emit(self._person_id()))
        self.add_boundaries = Button(tr("Add boundaries"), "plus", "row")
        self.add_boundaries.clicked.connect(self._add_boundaries)
        self.missing = QWidget()
        parts = _row(self.missing, 6)
        parts.addWidget(IconLabel("circle-dashed", "muted", 15))
        parts.addWidget(label(
            tr("Open: boundaries are not in it yet."), "small", "muted"))
        parts.addSpacing(theme.px(4))
        parts.addWidget(self.add_boundaries)

    def _lay_out(self) -> None:
        head = _row()
        head.addWidget(label(tr("Shared expectations"), "heading"))
        head.addWidget(self.counts, 3)
        head.addWidget(self.days, 2)
        for button in (self.looked, self.hand_over, self.more):
            head.addWidget(button)
        below = _row(gap=16)
        below.addWidget(self.add)
        below.addWidget(self.missing)
        below.addStretch(1)
        page = QWidget()
        page.setProperty("clear", True)
        self._lines = _column(page)
        self._lines.setContentsMargins(*(theme.px(n) for n in (24, 16, 24, 24)))
        self._lines.setSpacing(theme.px(10))
        self._lines.addLayout(head)
        self._lines.addWidget(self.table)
        self._lines.addLayout(below)
        self._lines.addSpacing(theme.px(8))
        self._lines.addWidget(label(tr("The compact as a whole"), "heading"))
        self._lines.addStretch(1)
        self.scroll = QScrollArea()
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setWidget(page)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.scroll)
        _column(self).addWidget(self.pages)

    # What others ask of it

    def show_person(self, person: Person) -> None:
        if self.person is not None and self.person.id != person.id:
            self._forget()
        super().show_person(person)

    def take_changes(self, changes: Changes) -> None:
        if self.person is not None and changes.touches(*self.TABLES):
            self._show(own=changes.origin is self.pen)

    def refresh(self) -> None:
        self._show(own=False)

    def hand_in(self) -> None:
        self.table.hand_in()
        if self.whole is not None:
            self.whole.hand_in()

    def focus_first(self) -> None:
        rows = self.table.rows()
        target: QWidget = rows[0] if rows else self.add
        (self.empty.button() if self._compact is None else target).setFocus()

    def export_current(self, suffix: str) -> None:
        """Ask for the compact as a file."""
        self._hand_over(suffix)

    def print_current(self) -> None:
        """Ask for the compact on paper."""
        self._hand_over("print")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and theme.px(100) != self._scale:
            self._scale = theme.px(100)
            QTimer.singleShot(0, self._text_resized)

    # Showing

    def _person_id(self) -> int:
        assert self.person is not None
        return self.person.id

    def _show(self, own: bool) -> None:
        person = self.person
        assert person is not None
        self._compact = expectations.compact_of(self.journal, person.id)
        self._topics = expectations.topics(self.journal, person.id)
        self.pages.setCurrentWidget(self.empty if self._compact is None else self.scroll)
        self.has_next_step = self._compact is None  # its button is the one to press
        if self._compact is None:
            self._show_empty(person)
            return
        reading = rules.reading(self._compact, self._topics, clock.today())
        agendas = expectations.on_agendas(self.journal, person.id, clock.today())
        meets = self._next_meeting()
        self._show_head(reading)
        self._show_notice(reading, agendas.get(("expectation_review", self._compact.id)), meets)
        self._show_topics(agendas, meets, own)
        self.missing.setVisible(reading.missing_boundaries)
        self._show_whole(self._compact, own)

    def _show_empty(self, person: Person) -> None:
        self.table.forget()
        n = len(rules.FIRST_TOPICS)
        self.empty.set_words(
            tr("Nothing is written down with {name} yet", name=person.short_name),
            tr("Two people who have said what they expect need not guess. Write your side, ask "
               "for theirs, and keep what you agree on."),
            trn("Start with {n} topic", "Start with {n} topics", n),
        )

    def _show_head(self, reading: rules.CompactReading) -> None:
        assert self._compact is not None
        today = clock.today()
        self.counts.setText(rules.counts_words(reading) if reading.total else "")
        compact = self._compact
        if compact.reviewed_on:
            said = tr("looked over {day}", day=short_day(compact.reviewed_on, today))
        elif compact.agreed_on:
            said = tr("agreed {day}", day=short_day(compact.agreed_on, today))
        else:
            said = ""
        self.days.setText(said)
        self.looked.setEnabled(self._compact.reviewed_on != today)

    def _show_notice(
        self, reading: rules.CompactReading, on_agenda: date | None, meets: date | None
    ) -> None:
        due, left, today = reading.review_due, reading.days_left, clock.today()
        near = due is not None and left is not None and left <= rules.REVIEW_SOON_DAYS
        self.table.notice.setVisible(near)
        if not near or due is None:
            return
        day = short_day(due, today)
        strong = tr("Realign by {day}.", day=day)
        if reading.days_late:
            strong = trn("Realigning was due {day}, {n} day ago.",
                         "Realigning was due {day}, {n} days ago.", reading.days_late, day=day)
        if on_agenda is not None:
            said = tr("It is on the agenda for {day}.", day=short_day(on_agenda, today))
            self.table.notice.set_words(strong, said)
        elif meets is not None:
            said = tr("You meet on {day}.", day=short_day(meets, today))
            self.table.notice.set_words(strong, said, tr("Add to agenda"))
        else:
            said = tr("No meeting is arranged.")
            self.table.notice.set_words(strong, said, tr("Arrange a meeting"))

    def _show_topics(
        self, agendas: dict[tuple[str, int], date], meets: date | None, own: bool
    ) -> None:
        assert self.person is not None
        earlier = expectations.versions(self.journal, self.person.id)
        last = len(self._topics) - 1
        several = [
            TopicFacts(
                topic, len(earlier.get(topic.id, ())), place == 0, place == last,
                agendas.get(("expectation", topic.id)), meets is not None,
            )
            for place, topic in enumerate(self._topics)
        ]
        self.table.show_topics(several, self.person.short_name, own)

    def _show_whole(self, compact: Compact, own: bool) -> None:
        if self.whole is not None and self.whole.compact.id == compact.id:
            self.whole.show_compact(compact, own)
            return
        self._drop_whole()
        self.whole = CompactCard(self.pen, compact)
        self._lines.insertWidget(self._lines.count() - 1, self.whole)

    def _next_meeting(self) -> date | None:
        """The day of the next meeting with this person."""
        today = clock.today()
        days = (
            found.meeting.day for found in meetings.coming(self.journal)
            if found.person.id == self._person_id()
        )
        return next((day for day in days if day >= today), None)

    def _drop_whole(self) -> None:
        if self.whole is not None:
            self.whole.hide()
            self.whole.deleteLater()
            self.whole = None

    def _forget(self) -> None:
        """Take away what was made for another person, or for another text size."""
        self.hand_in()
        self.table.forget()
        self._drop_whole()
        self.scroll.verticalScrollBar().setValue(0)

    def _text_resized(self) -> None:
        if self.person is None:
            return
        shown = self.table.open_id()
        self.table.measure()
        self._forget()
        self.refresh()
        self.table.open_topic(shown)

    # What one does

    def _begin(self) -> None:
        if self.pen.write(expectations.begin, self._person_id()):
            self.table.open_to_write(self._topics[0].id)

    def _review(self) -> None:
        if self._compact is not None:
            self.hand_in()
            self.pen.write(expectations.review, self._compact.id, clock.today())

    def _add_boundaries(self) -> None:
        if self.pen.write(expectations.add_topics, self._person_id(), ["boundaries"]):
            self.table.open_to_write(self._topics[-1].id)

    def _remove_compact(self) -> None:
        if self._compact is not None:
            self.hand_in()
            self.compact_remove_wanted.emit(self._compact.id)

    def _hand_over(self, how: str) -> None:
        self.hand_in()
        if how == "print":
            self.print_wanted.emit(self._person_id(), self.to_sign.isChecked())
        else:
            self.export_wanted.emit(self._person_id(), how, self.to_sign.isChecked())

    def _reveal(self, row: QWidget) -> None:
        self.scroll.ensureWidgetVisible(row, 0, theme.px(12))

    def _ask_talk(self, topic_id: int) -> None:
        self.hand_in()
        self.talk_wanted.emit(topic_id)

    def _ask_wordings(self, topic_id: int) -> None:
        self.hand_in()
        self.wordings_wanted.emit(topic_id)


def _column(parent: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(parent)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(0)
    return made


def _row(parent: QWidget | None = None, gap: int = 8) -> QHBoxLayout:
    made = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(theme.px(gap))
    return made
