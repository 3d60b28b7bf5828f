"""Beside the feedback log: one entry, from what was asked to what was told back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QWidget

from mentorjournal import clock
from mentorjournal.journal import feedback
from mentorjournal.journal.changes import Changes
from mentorjournal.journal.journal import Journal
from mentorjournal.mentoring import loop
from mentorjournal.ui import theme
from mentorjournal.ui.panes import feedback_detail_facts as facts_of
from mentorjournal.ui.panes.feedback_detail_facts import TABLES, EntryFacts
from mentorjournal.ui.panes.feedback_detail_mind import Mind, TheirSide
from mentorjournal.ui.panes.feedback_detail_note import Note, Report
from mentorjournal.ui.panes.feedback_detail_plan import CameOf, Plan
from mentorjournal.ui.panes.feedback_detail_said import Asked, Said, SetAside
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.avatar import Avatar
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.empty_state import EmptyState
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import ElidedLabel, dress, label
from mentorjournal.ui.widgets.parts import column, row, scrolled
from mentorjournal.ui.widgets.stepper import Stepper
from mentorjournal.words import tr

_TONES = {"plain": "ink2", "look": "warn", "act": "alert", "done": "ok"}


class Part(Protocol):
    """A part of the panel."""

    def show_facts(self, facts: EntryFacts, own: bool) -> None: ...


class Head(QFrame):
    """Topic, who said it and when, the steps, and what comes next."""

    step_chosen = Signal(int)
    wished = Signal(str)

    def __init__(self, pen: Pen, facts: EntryFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("clear", True)
        self.topic = GrowingText(tr("What is it about?"), longest=300)
        self.topic.setAccessibleName(tr("Topic"))
        dress(self.topic, "record-title")  # type: ignore[arg-type]
        pen.bind(self.topic, feedback.edit, "feedback", facts.entry.id, "topic")
        self.avatar = Avatar(side=22)
        self.who = ElidedLabel("", "small", "muted")
        self.more = IconButton("dots-three", tr("More"), "", 28)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self.more))
        self.stepper = Stepper()
        self.stepper.chosen.connect(self.step_chosen)
        self.next = label("", "row-title")
        lines = column(self, 6)
        first = row()
        first.addWidget(self.topic, 1)
        first.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(first)
        second = row()
        second.addWidget(self.avatar)
        second.addWidget(self.who, 1)
        lines.addLayout(second)
        lines.addSpacing(theme.px(4))
        lines.addWidget(self.stepper)
        lines.addWidget(self.next)

    def show_facts(self, facts: EntryFacts, own: bool) -> None:
        """Show what the journal holds."""
        entry, person = facts.entry, facts.person
        show_text(self.topic, entry.topic, own=own)
        self.avatar.set_person(
            person.initials, next(iter(person.roles), None), person.standing, name=person.name)
        self.who.setText(_who(facts))
        at = loop.step(entry)
        self.stepper.set_steps(facts_of.step_labels(facts), at)
        move = facts.move
        self.next.setText(move.words)
        dress(self.next, "row-title", _TONES[move.tone])
        self._fill_menu(facts)

    def _fill_menu(self, facts: EntryFacts) -> None:
        menu = self.more.menu()
        menu.clear()
        wishes = [("person", tr("Open the page of {name}", name=facts.person.short_name))]
        if facts.met is not None:
            wishes.append(("meeting", tr("Open the meeting it was said in")))
        wishes.append(("edit", tr("Edit in a form…")))
        if not facts.is_over and facts.coming is not None and facts.on_agenda is None:
            wishes.append(("to_agenda", tr("Put it on the next agenda")))
        wishes.append(("take_up", tr("Take it up again")) if facts.entry.set_aside_on else (
            "set_aside", tr("Set aside…")))
        wishes.append(("remove", tr("Remove")))
        for name, words in wishes:
            menu.addAction(
                words.replace("&", "&&"), lambda name=name: self.wished.emit(name))


def _who(facts: EntryFacts) -> str:
    entry, name = facts.entry, facts.person.name
    if entry.date is None:
        asked = facts.day(entry.asked_on) if entry.asked_on else ""
        return tr("{name} · asked {day}", name=name, day=asked) if asked else name
    said = tr("{name} · heard {day}", name=name, day=facts.day(entry.date))
    return tr("{said}, when you met", said=said) if facts.met is not None else said


class FeedbackDetail(QWidget):
    """Made anew for every other entry; what is typed is handed in by the pen."""

    wished = Signal(str, int)
    refused = Signal(str)

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._journal = journal
        self.pen = Pen(journal, self)
        self.pen.refused.connect(self.refused)
        self.facts: EntryFacts | None = None
        self.head: Head | None = None
        self.parts: list[Part] = []
        self._scale = theme.px(100)
        self.nothing = EmptyState(
            tr("Nothing chosen"),
            tr("Choose an entry to see what was said, what you plan, and what came of it."))
        self._lines = column(self, 0)
        self._body: QWidget = self.nothing
        self._lines.addWidget(self._body, 1)

    # What others ask of it

    def show_entry(self, feedback_id: int | None) -> None:
        """Show an entry, or nothing."""
        if self.facts is not None and self.facts.entry.id == feedback_id:
            self.refresh(own=False)
            return
        self.hand_in()
        self.facts = facts_of.read(
            self._journal, feedback_id, clock.today()) if feedback_id is not None else None
        self._build()

    def take_changes(self, changes: Changes) -> None:
        """Show what has changed."""
        if self.facts is not None and changes.touches(*TABLES):
            self.refresh(own=changes.origin is self.pen)

    def refresh(self, *, own: bool) -> None:
        """Read the entry again; what is typed stays when the change is its `own`."""
        if self.facts is None:
            return
        self.facts = facts_of.read(self._journal, self.facts.entry.id, clock.today())
        if self.facts is None:
            self._build()
            return
        for part in self.parts:
            part.show_facts(self.facts, own)

    def hand_in(self) -> None:
        """Hand in what was typed."""
        for field in self._body.findChildren(GrowingText):
            field.commit()

    def focus_first(self) -> None:
        """Put the keyboard where one goes on: on the next thing to do."""
        if self.head is None or self.facts is None:
            return
        target = self._next_stop()
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _next_stop(self) -> QWidget:
        assert self.facts is not None and self.head is not None
        by_kind = {type(part): part for part in self.parts}
        asked, mind, plan = by_kind[Asked], by_kind[Mind], by_kind[Plan]
        note, came, report = by_kind[Note], by_kind[CameOf], by_kind[Report]
        stops: dict[str, list[QWidget]] = {
            "ask": [asked.heard], "answer": [asked.heard],  # type: ignore[attr-defined]
            "talk": [mind.ask],  # type: ignore[attr-defined]
            "plan": [plan.add], "actions": [plan.add],  # type: ignore[attr-defined]
            "note": [note.mail, note.text],  # type: ignore[attr-defined]
            "act": [came.acted.button],  # type: ignore[attr-defined]
            "report": [report.told.button],  # type: ignore[attr-defined]
        }
        shown = [one for one in stops.get(self.facts.move.kind, []) if one.isVisibleTo(self)]
        return shown[0] if shown else self.head.topic

    # How it is made

    def _build(self) -> None:
        self.parts, self.head = [], None
        before = self._body
        self._body = self.nothing if self.facts is None else self._page(self.facts)
        if before is not self._body:
            self._lines.removeWidget(before)
            before.hide()
            if before is not self.nothing:
                before.deleteLater()
            self._lines.addWidget(self._body, 1)
            self._body.show()

    def _page(self, facts: EntryFacts) -> QWidget:
        content = QWidget()
        lines = column(content, 16)
        lines.setContentsMargins(*(theme.px(n) for n in (22, 18, 22, 24)))
        for part in self._make_parts(facts):
            lines.addWidget(part)
            self.parts.append(part)  # type: ignore[arg-type]
        lines.addStretch(1)
        for one in self.parts:
            one.show_facts(facts, False)
        return scrolled(content)

    def _make_parts(self, facts: EntryFacts) -> Iterator[QWidget]:
        self.head = Head(self.pen, facts)
        self.head.wished.connect(self._wish)
        self.head.step_chosen.connect(self._go_to_step)
        yield self.head
        yield SetAside(self._wish)
        for made in (Asked, Said, Mind, TheirSide, Plan, Note, CameOf, Report):
            yield made(self.pen, facts, self._wish)

    def _wish(self, name: str) -> None:
        if self.facts is not None:
            self.hand_in()
            self.wished.emit(name, self.facts.entry.id)

    def _go_to_step(self, place: int) -> None:
        """The keyboard goes to where a step is taken or its day is changed."""
        kinds = (Asked, Said, Mind, Plan, CameOf, Report)
        part = next((one for one in self.parts if isinstance(one, kinds[place])), None)
        if not isinstance(part, QWidget) or part.isHidden():
            return
        stops = [one for one in part.findChildren(QWidget)
                 if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(part)]
        if stops:
            stops[-1 if place in (4, 5) else 0].setFocus(Qt.FocusReason.TabFocusReason)

    # Its size

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._scale != theme.px(100):
            self._scale = theme.px(100)
            QTimer.singleShot(0, self, self._measure_again)

    def _measure_again(self) -> None:
        self.hand_in()
        self._build()
