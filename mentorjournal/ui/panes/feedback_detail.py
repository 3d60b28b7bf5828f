"""The panel beside the feedback log: one entry, from what I asked to telling what came of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.settings import Settings
from mentorjournal.store.errors import JournalError
from mentorjournal.ui import theme
from mentorjournal.ui.panes import feedback_detail_facts as reading
from mentorjournal.ui.panes.feedback_detail_facts import Facts
from mentorjournal.ui.panes.feedback_detail_head import Head
from mentorjournal.ui.panes.feedback_detail_mind import Mind, Talk, TheirSide
from mentorjournal.ui.panes.feedback_detail_note import Ends, Note
from mentorjournal.ui.panes.feedback_detail_parts import Section
from mentorjournal.ui.panes.feedback_detail_plan import CameOf, Plan, Report
from mentorjournal.ui.panes.feedback_detail_said import Asked, Said
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.parts import column, rule, scrolled
from mentorjournal.words import tr

LEAST_WIDTH = 360


class FeedbackDetail(QFrame):
    """Shows one entry, or says what it is for. Whatever needs a dialog is wished for.

    Wishes are "person", "meeting", "heard", "ask_talk", "draft_note", "note_email", "note_save",
    "note_print", "to_agenda", "set_aside", "take_up", "edit" and "remove".
    """

    wished = Signal(str, int)
    refused = Signal(str)

    def __init__(
        self, journal: Journal, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("feedbackDetail")
        self.setAccessibleName(tr("The chosen feedback"))
        self.setMinimumWidth(theme.px(LEAST_WIDTH))
        self._journal, self._settings = journal, settings
        self.pen = Pen(journal, self)
        self.pen.refused.connect(self.refused)
        self.facts: Facts | None = None
        self.head: Head | None = None
        self.sections: dict[str, Section] = {}
        self._page: QWidget | None = None
        self._measured_at = theme.px(100)
        self._nothing = EmptyState(
            tr("Nothing chosen"),
            tr("Choose an entry to read what was said, plan what you will do, and tell them "
               "what came of it."))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nothing)

    # Showing ----------------------------------------------------------------------------------

    def show_entry(self, feedback_id: int | None) -> None:
        """Show an entry, or none."""
        self.hand_in()
        if feedback_id is not None and self.facts is not None and (
            self.facts.entry.id == feedback_id
        ):
            self._read(own=False)
            return
        self._clear()
        if feedback_id is None:
            return
        try:
            self.facts = reading.read(self._journal, feedback_id, clock.today())
        except JournalError:  # it went in the meantime: there is nothing to show
            return
        self._make(feedback_id)
        self._show(own=False)

    def take_changes(self, changes: Changes) -> None:
        """Read again what has changed; an entry that is gone is shown no more."""
        if self.facts is not None and reading.concern(changes, self.facts):
            self._read(own=changes.origin is self.pen)

    def _read(self, own: bool) -> None:
        assert self.facts is not None
        try:
            self.facts = reading.read(self._journal, self.facts.entry.id, clock.today())
        except JournalError:
            self._clear()
            return
        self._show(own)

    def _show(self, own: bool) -> None:
        assert self.facts is not None and self.head is not None
        self.head.show_facts(self.facts, own)
        for section in self.sections.values():
            section.show_facts(self.facts, own)
        self.ends.show_facts(self.facts)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.facts is not None and self.facts.as_of != clock.today():
            self._read(own=False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and theme.px(100) != self._measured_at:
            self._measured_at = theme.px(100)
            QTimer.singleShot(0, self, self._make_anew)  # once every part wears the new size

    # Making -----------------------------------------------------------------------------------

    def _clear(self) -> None:
        self.facts, self.head, self.sections = None, None, {}
        if self._page is not None:
            self._stack.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
            self._page = None
        self._stack.setCurrentWidget(self._nothing)

    def _make_anew(self) -> None:
        """Show the same entry, measured for the text size there is now."""
        self.setMinimumWidth(theme.px(LEAST_WIDTH))
        if self.facts is not None:
            self.hand_in()
            which = self.facts.entry.id
            self._clear()
            self.show_entry(which)

    def _make(self, feedback_id: int) -> None:
        self.head = Head(self.pen, feedback_id)
        self.head.wished.connect(self._wish)
        self.head.next_wanted.connect(self.do_next)
        made: dict[str, Section] = {
            "asked": Asked(self.pen, feedback_id), "said": Said(self.pen, feedback_id),
            "mind": Mind(self.pen, feedback_id), "their_side": TheirSide(self.pen, feedback_id),
            "talk": Talk(self.pen, feedback_id), "plan": Plan(self.pen, feedback_id),
            "note": Note(self.pen, feedback_id), "came_of": CameOf(self.pen, feedback_id),
            "report": Report(self.pen, feedback_id),
        }
        self.sections = made
        self.ends = Ends()
        content = QWidget()
        lines = column(content, 14)
        lines.setContentsMargins(*map(theme.px, (15, 14, 20, 20)))
        for section in made.values():
            section.wished.connect(self._wish)
            lines.addWidget(section)
        lines.addWidget(rule())
        lines.addWidget(self.ends)
        lines.addStretch(1)
        self.ends.wished.connect(self._wish)
        self._area = scrolled(content)
        self._set_page()

    def _set_page(self) -> None:
        page = QWidget()
        parts = column(page, 0)
        top = QWidget()
        head = column(top, 0)
        head.setContentsMargins(*map(theme.px, (15, 14, 20, 12)))
        head.addWidget(self.head)
        parts.addWidget(top)
        parts.addWidget(rule())
        parts.addWidget(self._area, 1)
        self._page = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    # Doing ------------------------------------------------------------------------------------

    def do_next(self) -> None:
        """Do what comes next, or go to where it is done."""
        assert self.facts is not None and self.head is not None
        self.hand_in()
        kind, entry = self.facts.move.kind, self.facts.entry
        if kind in ("ask", "answer"):
            self.head.ask_step(0) if kind == "ask" else self._wish("heard")
        elif kind == "aside":
            self._wish("take_up")
        elif kind == "talk":
            self._next_talk(entry.talk_asked_on is not None)
        elif kind == "report":
            self._next_report()
        elif kind == "actions":
            self._go_to("plan", self._plan().first_open())
        elif kind == "act":
            came_of = self.sections["came_of"]
            assert isinstance(came_of, CameOf)
            self._go_to("came_of", came_of.acted)
            came_of.acted.ask()
        elif kind in ("plan", "note"):
            self.sections[kind].open()
            self._area.ensureWidgetVisible(self.sections[kind].first())

    def _next_talk(self, is_asked: bool) -> None:
        talk = self.sections["talk"]
        assert isinstance(talk, Talk)
        if is_asked:
            talk.talked.ask()
        else:
            self._wish("ask_talk")

    def _next_report(self) -> None:
        assert self.facts is not None
        report = self.sections["report"]
        assert isinstance(report, Report)
        if self.facts.next_meeting is not None and self.facts.agenda_of is None:
            self._wish("to_agenda")
        else:
            self._go_to("report", report.told)
            report.told.ask()

    def _plan(self) -> Plan:
        plan = self.sections["plan"]
        assert isinstance(plan, Plan)
        return plan

    def _go_to(self, key: str, widget: QWidget) -> None:
        self._area.ensureWidgetVisible(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wish(self, wish: str) -> None:
        if self.facts is not None:
            self.hand_in()  # what is wished for reads the journal
            self.wished.emit(wish, self.facts.entry.id)

    def hand_in(self) -> None:
        """Hand in what is being typed."""
        if self.head is not None:
            self.head.hand_in()
        for section in self.sections.values():
            section.hand_in()

    def focus_first(self) -> None:
        """Put the keyboard where one begins."""
        if self.head is None:
            self.setFocus()
        elif self.head.next.isVisible():
            self.head.next.setFocus()
        else:
            self.head.stepper.setFocus()

    def scroll_area(self) -> QScrollArea:
        """What scrolls below the head."""
        return self._area
