"""On a person's page: what to thank for, thanks given, credit, what they are after, and offers."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal.journal import Journal
from mentorjournal.journal.records import Person
from mentorjournal.mentoring.gratitude import Help
from mentorjournal.settings import Settings
from mentorjournal.ui import theme
from mentorjournal.ui.panes import person_thanks_rows as rows
from mentorjournal.ui.panes.person_tab import PersonTab
from mentorjournal.ui.panes.person_thanks_facts import HINT, ThanksFacts, read
from mentorjournal.ui.panes.person_thanks_parts import DEED, Section, button
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.words import tr

FOLDS_BELOW = 860  # px of width under which the columns stand one below the other
SHARES = (39, 61)  # of the width, for each column
MOST = 30  # thanks shown at first


class ThanksTab(PersonTab):
    """States wishes by signal; they carry the ids of what they are about."""

    TABLES = ("thanks", "contact", "letter", "accomplishment", "accomplishment_person",
              "know_answer", "news", "dismissal")

    thank_wanted = Signal(int, object)  # a person, and what is known of the thanks
    edit_wanted = Signal(int)
    remove_wanted = Signal(int)
    sent_wanted = Signal(int)
    copy_wanted = Signal(int)
    export_wanted = Signal(int, str)
    aside_wanted = Signal(object)  # the help there is nothing to thank for
    accomplishment_wanted = Signal(int)  # a person who contributed
    accomplishment_edit_wanted = Signal(int)
    accomplishment_remove_wanted = Signal(int)
    credit_wanted = Signal(int)
    credit_back_wanted = Signal(int)
    contributor_drop_wanted = Signal(int)
    knowing_wanted = Signal(int)
    hint_read = Signal(str)

    def __init__(
        self, journal: Journal, settings: Settings, pen: Pen, parent: QWidget | None = None
    ) -> None:
        super().__init__(journal, settings, pen, parent)
        self._shows_all = False
        self._scale = theme.current().text_scale
        self.hint = NoticeStrip(
            tr("A thank you means more than its writer thinks."),
            tr("Senders underrate how glad it makes and overrate how awkward it feels"
               " (Kumar and Epley, 2018)."),
            tr("Got it"), "lightbulb",
        )
        self.hint.acted.connect(lambda: self.hint_read.emit(HINT))
        self.say = button(tr("Say thank you…"), "say", lambda: self._thank({}), "heart")
        self.add = button(tr("Add an accomplishment…"), "add", lambda: self._emit(
            self.accomplishment_wanted), "plus")
        self.know = Button(tr("Knowing them"), None, "link")
        self.know.setProperty(DEED, "know")
        self.know.clicked.connect(lambda _=False: self._emit(self.knowing_wanted))
        self.waiting = Section(tr("To thank for"))
        self.given = Section(tr("Thanks given"), self.say)
        self.credit = Section(tr("Credit"), self.add)
        self.aims = Section(tr("What they are after"), self.know)
        self.offers = Section(tr("Something in return"))
        self._lay_out()

    def _lay_out(self) -> None:
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns = [QVBoxLayout(), QVBoxLayout()]
        self._sections = (self.waiting, self.aims, self.offers, self.given, self.credit)
        for column, share, sections in zip(
            self._columns, SHARES, (self._sections[:3], self._sections[3:]), strict=True
        ):
            for section in sections:
                column.addWidget(section)
            column.addStretch(1)
            self._sides.addLayout(column, share)
        body = QWidget()
        body.setProperty("clear", True)
        self._lines = QVBoxLayout(body)
        self._lines.addWidget(self.hint)
        self._lines.addLayout(self._sides)
        self._lines.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        self._size()

    def _size(self) -> None:
        """Room for the present text size; columns stand one below the other where it is narrow."""
        self._scale = theme.current().text_scale
        self._lines.setContentsMargins(*(theme.px(n) for n in (24, 18, 24, 24)))
        self._lines.setSpacing(theme.px(16))
        self._sides.setSpacing(theme.px(24))
        for column in self._columns:
            column.setSpacing(theme.px(20))
        for section in self._sections:
            section.size_anew()
        way = QBoxLayout.Direction
        self._sides.setDirection(
            way.TopToBottom if self.width() < theme.px(FOLDS_BELOW) else way.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "area") and (
            theme.current().text_scale != self._scale
        ):
            self._size()
            if self.person is not None:
                self.refresh()

    def show_person(self, person: Person) -> None:
        if self.person is None or person.id != self.person.id:
            self._shows_all = False
            self.area.verticalScrollBar().setValue(0)
        super().show_person(person)

    def focus_first(self) -> None:
        self.say.setFocus()

    def refresh(self) -> None:
        assert self.person is not None
        held = self.focusWidget()
        was = held.property(DEED) if held is not None and held.hasFocus() else None
        facts = read(self.journal, self.person, clock.today())
        self.hint.setVisible(facts.hint_is_new)
        self._show_waiting(facts)
        self._show_given(facts)
        self._show_credit(facts)
        self._show_aims(facts)
        self._show_offers(facts)
        stops = [self.hint.button(), *(stop for one in self._sections for stop in one.stops())]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        if was is not None:
            self._focus_again(was)

    # The sections -----------------------------------------------------------------------------

    def _show_waiting(self, facts: ThanksFacts) -> None:
        self.waiting.setVisible(bool(facts.waiting))
        self.waiting.show_rows([
            rows.waiting(facts, help, partial(self._thank_for, help),
                         partial(self.aside_wanted.emit, help))
            for help in facts.waiting
        ])

    def _show_given(self, facts: ThanksFacts) -> None:
        self.given.say(facts.summary() if facts.given else "")
        shown = facts.given if self._shows_all else facts.given[:MOST]
        found = [rows.given(facts, one, self) for one in shown]
        if not found:
            found = [rows.never_thanked(facts)]
        if len(shown) < len(facts.given):
            found.append(rows.more(len(facts.given) - len(shown), self._show_all))
        self.given.show_rows(found)

    def _show_all(self) -> None:
        self._shows_all = True
        self.refresh()

    def _show_credit(self, facts: ThanksFacts) -> None:
        found = [
            rows.credit(facts, one, part, self) for one in facts.achieved
            if (part := one.credit_of(facts.person.id)) is not None
        ]
        self.credit.show_rows(found or [rows.nothing(
            "medal", tr("Nothing you achieved names {name} yet.", name=facts.person.short_name))])

    def _show_aims(self, facts: ThanksFacts) -> None:
        found = [rows.aim(facts, one) for one in facts.aims]
        if facts.asks_for_goals or not found:
            found.append(rows.nothing("question", tr(
                "Their goals are not noted yet. What are they hoping to do next, and can you help?"
            ), "warn" if facts.asks_for_goals else "muted"))
        self.aims.show_rows(found)

    def _show_offers(self, facts: ThanksFacts) -> None:
        self.offers.heading.setText(
            tr("Help from me") if facts.person.direction == "mentee" else tr("Something in return"))
        self.offers.show_rows([rows.offers(
            facts, partial(self._thank, {"kind": "offer_to_help"}),
            partial(self._thank, {"kind": "letter_for_mentor"}))])

    # Wishes -----------------------------------------------------------------------------------

    def _thank_for(self, help: Help) -> None:
        letter = {"letter_id": help.source_id} if help.source == "letter" else {}
        self._thank({"for_what": help.what, **letter})

    def _thank(self, values: dict[str, object]) -> None:
        if self.person is not None:
            self.thank_wanted.emit(self.person.id, values)

    def _emit(self, wish: SignalInstance) -> None:
        if self.person is not None:
            wish.emit(self.person.id)

    def _focus_again(self, name: str) -> None:
        """Give the focus to the button that does the same as before, or to where one begins."""
        for each in self.findChildren(QWidget):
            if each.property(DEED) == name and not each.isHidden() and each.isVisibleTo(self):
                each.setFocus()
                return
        self.focus_first()
