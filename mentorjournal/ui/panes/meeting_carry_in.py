"""What the journal suggests to take along: one click and it is on the agenda."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mentorjournal import clock
from mentorjournal.journal import advice, carry_in, given_heard, promises
from mentorjournal.journal.records import CarryIn, Person
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui import theme
from mentorjournal.ui.panes.meeting_facts import MeetingFacts
from mentorjournal.ui.panes.meeting_parts import signed
from mentorjournal.ui.pen import Pen
from mentorjournal.ui.widgets.buttons import IconButton
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.parts import column, row, rule, wrapped
from mentorjournal.words import short_day, tr

PROMISES = ("my_promise", "their_promise")
CHANNEL_ICONS = {
    "in_person": "user", "video": "video-camera", "phone": "phone", "email": "envelope-simple",
    "text": "chat-circle", "team_chat": "chats", "via_assistant": "users",
    "letter": "envelope-simple",
}


class CarryRow(QWidget):
    """One suggestion with its button; a promise can be ticked off."""

    add_wanted = Signal(object)
    ticked = Signal(object, bool)
    not_for_wanted = Signal(object)

    def __init__(self, carry: CarryIn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.carry = carry
        parts = row(self, gap=2)
        lines = column(gap=0)
        lines.addWidget(wrapped(carry.title, "body", "muted" if carry.done else "ink"))
        tone = "alert" if carry.late else "muted"
        if carry.detail:
            lines.addWidget(wrapped(carry.detail, "small", tone))
        if carry.source in PROMISES:
            self.tick = QCheckBox()
            self.tick.setChecked(carry.done)
            self.tick.setAccessibleName(tr("{promise}: kept", promise=carry.title))
            self.tick.setProperty("carry", _key(carry, "tick"))
            self.tick.clicked.connect(lambda on: self.ticked.emit(carry, on))
            parts.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        parts.addLayout(lines, 1)
        if carry.on_agenda:
            lines.addWidget(_on_agenda())
        else:
            self.add = IconButton(
                "plus", tr("Put on the agenda: {title}", title=carry.title), "box", side=28
            )
            self.add.setProperty("carry", _key(carry, "add"))
            self.add.clicked.connect(lambda: self.add_wanted.emit(carry))
            parts.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
            if carry.source == advice.SOURCE:
                self.drop = IconButton(
                    "x", tr("Not for them: {title}", title=carry.title), "box", side=28)
                self.drop.setProperty("carry", _key(carry, "drop"))
                self.drop.clicked.connect(lambda: self.not_for_wanted.emit(carry))
                parts.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignTop)


class CarryInPanel(QScrollArea):
    """The column beside an agenda; `undoable` carries what was done, for the offer of Undo."""

    undoable = Signal(str)

    def __init__(self, pen: Pen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen = pen
        self._meeting_id: int | None = None
        self._person_id: int | None = None
        self._shown: object = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def rows(self) -> list[CarryRow]:
        """What is suggested, in order."""
        return self.findChildren(CarryRow)

    def show_meeting(self, facts: MeetingFacts) -> None:
        """Collect what there is for a meeting and show it; nothing moves when it is the same."""
        found = carry_in.collect(self._pen.journal, facts.meeting.id, facts.now.date())
        known = (facts.meeting.id, found, facts.person, facts.last_day)
        if known == self._shown:
            return
        same_meeting = self._meeting_id == facts.meeting.id
        self._shown, self._meeting_id = known, facts.meeting.id
        self._person_id = facts.person.id
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        key = focused.property("carry") if inside and focused is not None else None
        place = self.verticalScrollBar().value() if same_meeting else 0
        self.setWidget(self._page(facts, found))
        self.verticalScrollBar().setValue(place)
        if key is not None:
            self._focus_again(key)

    def forget(self) -> None:
        """Show everything anew the next time."""
        self._shown = None

    def _focus_again(self, key: str) -> None:
        """Back to the same button, or to the next one that can still be pressed."""
        buttons = self.findChildren(IconButton) + self.findChildren(QCheckBox)
        same = [each for each in buttons if each.property("carry") == key]
        for each in (same or buttons)[:1]:
            each.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page(self, facts: MeetingFacts, found: Sequence[CarryIn]) -> QWidget:
        page = QWidget()
        page.setProperty("clear", True)
        lines = column(page, gap=10)
        lines.setContentsMargins(*(theme.px(n) for n in (20, 16, 20, 20)))
        head = row()
        head.addWidget(label(tr("Carry in"), "heading"), 1)
        if facts.last_day is not None:
            since = short_day(facts.last_day, facts.now.date())
            head.addWidget(label(tr("since {day}", day=since), "small", "muted"))
        lines.addLayout(head)
        first = True
        for words, sources in _sections(facts):
            members = [carry for carry in found if carry.source in sources]
            if members:
                if not first:
                    lines.addWidget(rule())
                first = False
                self._add_section(lines, words, members)
        if first:
            lines.addWidget(wrapped(
                tr("Nothing left over from last time. Promises, parked items and thanks will "
                   "gather here."), "small", "muted"))
        _add_style(lines, facts)
        lines.addStretch(1)
        return page

    def _add_section(
        self, lines: QVBoxLayout, words: str, members: Sequence[CarryIn]
    ) -> None:
        lines.addWidget(label(words, "label", "muted"))
        for carry in members:
            line = CarryRow(carry)
            line.add_wanted.connect(self._take)
            line.ticked.connect(self._tick)
            line.not_for_wanted.connect(self._not_for)
            lines.addWidget(line)

    def _take(self, carry: CarryIn) -> None:
        if self._meeting_id is not None:
            self._pen.write(carry_in.take, self._meeting_id, carry)

    def _not_for(self, carry: CarryIn) -> None:
        if self._person_id is not None and self._pen.write(
                advice.not_for, carry.source_id, self._person_id):
            self.undoable.emit(tr("Not offered for them again."))

    def _tick(self, carry: CarryIn, kept: bool) -> None:
        if not self._pen.write(
            promises.set_done, carry.source_id, clock.today() if kept else None
        ):
            for line in self.rows():
                if line.carry is carry:
                    line.tick.setChecked(not kept)


def _sections(facts: MeetingFacts) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (tr("What you need {them} for", them=facts.spoken.object), ("need",)),
        (tr("My promises"), ("my_promise",)),
        (tr("What {they} promised", they=facts.spoken.subject), ("their_promise",)),
        (tr("Feedback to report on"), ("feedback",)),
        (tr("What {they} wanted to try", they=facts.spoken.subject), (given_heard.SOURCE,)),
        (tr("Ask what {they} {want} to try", they=facts.spoken.subject,
            want=facts.spoken.verb(tr("wants"), tr("want"))), (given_heard.PLAN,)),
        (tr("Worked for you"), (advice.SOURCE,)),
        (tr("Carried over"), ("parked",)),
        (tr("Expectations"), ("expectation_review", "expectation")),
        (tr("Thanks"), ("thanks", "letter_thanks")),
        (tr("News"), ("news",)),
    ]


def _add_style(lines: QVBoxLayout, facts: MeetingFacts) -> None:
    """How the person likes to work, as far as it is known."""
    one = facts.person
    if not (one.styles or one.channel or one.style_note):
        return
    spoken = facts.spoken
    lines.addWidget(rule())
    lines.addWidget(label(tr(
        "How {they} {like} to work", they=spoken.subject, like=spoken.verb(tr("likes"), tr("like")),
    ), "label", "muted"))
    for style in one.styles:
        lines.addWidget(signed("check", "muted", wrapped(word(style), "body")))
    if one.channel:
        sign = CHANNEL_ICONS.get(one.channel, "chats")
        lines.addWidget(signed(sign, "muted", wrapped(_reached(one), "body")))
    if one.style_note:
        lines.addWidget(signed("quotes", "muted", wrapped(one.style_note, "body")))


def _reached(one: Person) -> str:
    if one.channel == "via_assistant" and one.assistant:
        return tr("Through {name}", name=one.assistant)
    return tr("Best reached: {channel}", channel=word(one.channel).lower())


def _on_agenda() -> QWidget:
    mark = QWidget()
    parts = row(mark, gap=4)
    parts.addWidget(IconLabel("check", "ok", 13))
    parts.addWidget(label(tr("On the agenda"), "small", "ok"), 1)
    return mark


def _key(carry: CarryIn, part: str) -> str:
    return f"{part} {carry.source} {carry.source_id}"
