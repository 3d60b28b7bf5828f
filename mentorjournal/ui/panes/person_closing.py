"""Closing a relationship well: the note and its three parts, what is private, the last steps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from mentorjournal import clock
from mentorjournal.documents.note import words_in
from mentorjournal.journal import endings
from mentorjournal.journal.between import Ending
from mentorjournal.journal.records import Person
from mentorjournal.mentoring import endings as rules
from mentorjournal.mentoring.vocabulary import ENDING_REASONS
from mentorjournal.mentoring.vocabulary import label as word
from mentorjournal.ui import theme
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.choice_box import ChoiceBox
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.icon_label import IconLabel
from mentorjournal.ui.widgets.label import beginning, dress, label
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.ui.widgets.private_mark import PrivateMark
from mentorjournal.words import long_day, short_day, tr

WORD_LETTERS = 120  # of what was promised, above the note that says the whole
NARROW = 820  # px of width below which the two columns stand below each other
# Field -> its words, and what helps to begin.
NOTE = {
    "framing": ("What it was", "What we set out to do, and two or three things I gained"),
    "thanks": ("Thanks", "Thank you for one moment I remember"),
    "what_changes": ("What changes now", "The next step, and from when"),
    "door_open": ("An open door", "In plain words: what I would gladly come back for"),
    "offer_back": ("What I offer in return", "Such as: I would gladly read your next talk"),
    "update_promised": ("One update I promise", "Such as: I will tell you how the paper ends"),
}
# The same fields for somebody I mentor: what they gained, and what they may come back for.
NOTE_TO_MENTEE = {
    "framing": ("What it was", "What you set out to do, and two or three things you did well"),
    "thanks": ("Thanks", "Thank you for one moment I remember"),
    "what_changes": ("What changes now", "The next step, and from when"),
    "door_open": ("An open door", "In plain words: what you are welcome to come back for"),
    "offer_back": ("What I still offer", "Such as: I would gladly be a referee for you"),
    "update_promised": ("One word from me", "Such as: I will ask in autumn how the exam went"),
}
TALK_WITH_MENTEE = ("What they learned, what remains, who else can help, how we stay in touch. "
                    "Talk first, then send the note.")
TALK = ("What I learned, how I will use it, what remains, how we stay in touch. "
        "Talk first, then send the note.")


class Closing(QWidget):
    """One ending, being written or over; every text is handed in as it is typed."""

    close_wanted = Signal(int, object)
    give_up_wanted = Signal(int)
    reopen_wanted = Signal(int)
    talk_wanted = Signal(int)
    copy_wanted = Signal(int)
    export_wanted = Signal(int, str)
    sent_wanted = Signal(int, object)
    update_wanted = Signal(int, object)
    later_wanted = Signal(int)

    def __init__(self, pen: Pen, ending_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pen, self.ending_id = pen, ending_id
        self._person_id = 0
        self._captions: dict[str, QLabel] = {}
        self._fresh = True
        self.fields = {name: self._text(name, *words) for name, words in NOTE.items()}
        self.reason = ChoiceBox(
            [("", tr("Not said")), *((key, word(key)) for key in ENDING_REASONS)])
        self.reason_note = self._text("reason_note", "Why", "Only for you")
        self.talk_plan = self._text("talk_plan", "Plan for the talk", TALK)
        self.talked_on, self.check_in_on = DateField(optional=True), DateField(optional=True)
        self.check_in_on.setSpecialValueText(tr("90 days after the end"))
        self.ended_on = DateField(clock.today())
        self.update_strip = NoticeStrip(icon_name="clock")
        self.over = label("", "body", "ink2", wrap=True)
        self.length = label("", "small", "muted")
        self.missing = label("", "small", "muted", wrap=True)
        self._make_buttons()
        self._lay_out()
        self._wire()

    def _text(self, name: str, words: str, placeholder: str) -> GrowingText:
        field = GrowingText(tr(placeholder), quiet=False, least_lines=2, most_lines=30)
        field.setAccessibleName(tr(words))
        self._pen.bind(field, endings.edit, "ending", self.ending_id, name)
        return field

    def _make_buttons(self) -> None:
        self.copy = Button(tr("Copy the note"), "copy")
        self.export = Button(tr("Export"), "export")
        menu = QMenu(self.export)
        for suffix, words in ((".pdf", tr("PDF…")), (".eml", tr("Mail draft…")),
                              (".txt", tr("Text…"))):
            menu.addAction(words).triggered.connect(
                lambda _=False, kind=suffix: self._emit_export(kind))
        self.export.setMenu(menu)
        self.sent = Button("", "paper-plane-tilt")
        self.talk = Button(tr("Arrange the talk…"), "calendar-plus")
        self.close_now = Button(tr("Close the relationship"))
        self.give_up = Button(tr("Do not close after all"), kind="quiet")
        self.reopen = Button(tr("Reopen"), "arrow-counter-clockwise")
        self.later = Button(tr("Later"), kind="row")
        self.update_strip.add_button(self.later)

    def _wire(self) -> None:
        mine = self.ending_id
        for field in self.fields.values():
            field.textChanged.connect(self._judge)
        for name, box in (("conversation_on", self.talked_on), ("check_in_on", self.check_in_on)):
            box.day_changed.connect(
                lambda day, name=name: self._pen.write(endings.edit, mine, {name: day}))
        self.reason.chosen.connect(
            lambda key: self._pen.write(endings.edit, mine, {"reason": key or None}))
        self.copy.clicked.connect(lambda: self._after_hand_in(self.copy_wanted, mine))
        self.sent.clicked.connect(
            lambda: self.sent_wanted.emit(mine, None if self._is_sent else clock.today()))
        self.talk.clicked.connect(lambda: self.talk_wanted.emit(self._person_id))
        self.close_now.clicked.connect(
            lambda: self._after_hand_in(self.close_wanted, mine, self.ended_on.day()))
        self.give_up.clicked.connect(lambda: self.give_up_wanted.emit(mine))
        self.reopen.clicked.connect(lambda: self.reopen_wanted.emit(self._person_id))
        self.update_strip.acted.connect(lambda: self.update_wanted.emit(mine, clock.today()))
        self.later.clicked.connect(lambda: self.later_wanted.emit(mine))

    def _emit_export(self, suffix: str) -> None:
        self._after_hand_in(self.export_wanted, self.ending_id, suffix)

    def _after_hand_in(self, signal: object, *values: object) -> None:
        self.hand_in()
        signal.emit(*values)  # type: ignore[attr-defined]

    def hand_in(self) -> None:
        """Hand in what is being typed."""
        for field in (*self.fields.values(), self.reason_note, self.talk_plan):
            field.commit()

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        (self.reopen if self.reopen.isVisible() else self.fields["framing"]).setFocus()

    # Showing ----------------------------------------------------------------------------------

    def show_ending(self, which: Ending, person: Person) -> None:
        """Show what the journal holds; a field that is being typed in keeps its text."""
        self._person_id = person.id
        self._word(person.direction == "mentee")
        for name, field in (*self.fields.items(), ("reason_note", self.reason_note),
                            ("talk_plan", self.talk_plan)):
            show_text(field, getattr(which, name), own=True, fresh=self._fresh)
        self._fresh = False
        self.reason.set_current(which.reason or "")
        for box, day in ((self.talked_on, which.conversation_on),
                         (self.check_in_on, which.check_in_on)):
            box.blockSignals(True)
            box.set_day(day)
            box.blockSignals(False)
        self._show_state(which, person)
        self._judge()

    def _word(self, mentee: bool) -> None:
        """Speak to a mentor, or to somebody I mentor; the fields are the same."""
        for name, (words, example) in (NOTE_TO_MENTEE if mentee else NOTE).items():
            self.fields[name].setPlaceholderText(tr(example))
            self.fields[name].setAccessibleName(tr(words))
            self._captions[name].setText(tr(words))
        self.talk_plan.setPlaceholderText(tr(TALK_WITH_MENTEE if mentee else TALK))

    def _show_state(self, which: Ending, person: Person) -> None:
        is_over = person.is_over
        today = clock.today()
        self._is_sent = which.note_sent_on is not None
        self.sent.setText(
            tr("Sent {day}: take back", day=short_day(which.note_sent_on, today))
            if which.note_sent_on else tr("Mark as sent"))
        self.over.setVisible(is_over)
        if person.ended:
            self.over.setText(tr("Closed {day}. All of it stays readable.",
                                 day=long_day(person.ended)))
        for widget in (self._ending_part, self.give_up, self.close_now, self.talk):
            widget.setVisible(not is_over)
        self.reopen.setVisible(is_over)
        self._show_update(which, is_over)

    def _show_update(self, which: Ending, is_over: bool) -> None:
        today = clock.today()
        due = is_over and which.check_in_done_on is None and which.check_in_on is not None
        self.update_strip.setVisible(bool(due))
        if due and which.check_in_on is not None:
            when = short_day(which.check_in_on, today)
            said = tr("It was due {day}.", day=when) if which.check_in_on < today else tr(
                "Due {day}.", day=when)
            what = beginning(which.update_promised or "", WORD_LETTERS)
            self.update_strip.set_words(
                tr("You promised an update."), f"{said} {what}".strip(), tr("I have sent it"))
        self._update_done.setVisible(which.check_in_done_on is not None)
        if which.check_in_done_on is not None:
            self._update_done.setText(
                tr("Update sent {day}", day=short_day(which.check_in_done_on, today)))

    def _judge(self) -> None:
        """The three ticks, the length, and what is still to write, as the fields stand now."""
        said = {name: field.text() for name, field in self.fields.items()}
        now = Ending(0, 0, **said)
        written = rules.parts_written(now)
        for name, (sign, _) in self._ticks.items():
            there = name in written
            sign.set_icon("check-circle" if there else "circle", "ok" if there else "faint",
                          filled=there)
            sign.setAccessibleName(tr("written") if there else tr("not written"))
        count = sum(words_in(text) for text in said.values())
        self.length.setText(tr("{n} of {most} words", n=count, most=rules.MOST_WORDS))
        dress(self.length, "small", "warn" if count > rules.MOST_WORDS else "muted")
        self.missing.setText(rules.missing_words(now) or tr("All three parts are there."))

    # Laying out -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.px(24))
        self._columns.addWidget(self._note_part(), 7, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self._private_part(), 5, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(16))
        head = QHBoxLayout()
        head.addWidget(self.over, 1)
        head.addWidget(self.reopen)
        lines.addLayout(head)
        lines.addWidget(self.update_strip)
        lines.addLayout(self._columns)
        foot = QHBoxLayout()
        foot.addWidget(self.give_up)
        foot.addStretch(1)
        self._ending_part = QWidget()
        row = QHBoxLayout(self._ending_part)
        row.setContentsMargins(0, 0, 0, 0)
        self.ended_on.setAccessibleName(tr("It ends on"))
        row.addWidget(label(tr("It ends on"), "label", "muted"))
        row.addWidget(self.ended_on)
        foot.addWidget(self._ending_part)
        foot.addWidget(self.close_now)
        lines.addLayout(foot)

    def _note_part(self) -> QWidget:
        card, lines = _card()
        head = QHBoxLayout()
        head.addWidget(label(tr("The closing note"), "heading"))
        head.addStretch(1)
        head.addWidget(self.length)
        lines.addLayout(head)
        lines.addLayout(self._tick_row())
        for name, (words, _) in NOTE.items():
            self._captions[name] = label(tr(words), "label", "muted")
            lines.addLayout(_below(self._captions[name], self.fields[name]))
        promised = QHBoxLayout()
        promised.setSpacing(theme.px(10))
        self.check_in_on.setAccessibleName(tr("Remind me on"))
        self._update_done = label("", "small", "muted")
        promised.addWidget(label(tr("Remind me on"), "label", "muted"))
        promised.addWidget(self.check_in_on)
        promised.addWidget(self._update_done)
        promised.addStretch(1)
        lines.addLayout(promised)
        deeds = QHBoxLayout()
        deeds.setSpacing(theme.px(8))
        for button in (self.copy, self.export, self.sent):
            deeds.addWidget(button)
        deeds.addStretch(1)
        lines.addLayout(deeds)
        return card

    def _tick_row(self) -> QVBoxLayout:
        self._ticks: dict[str, tuple[IconLabel, QLabel]] = {}
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        for name in rules.PARTS:
            sign, said = IconLabel("circle", "faint", 16), label(tr(NOTE[name][0]), "small")
            self._ticks[name] = sign, said
            row.addWidget(sign)
            row.addWidget(said)
            row.addSpacing(theme.px(10))
        row.addStretch(1)
        lines = QVBoxLayout()
        lines.setSpacing(theme.px(4))
        lines.addLayout(row)
        lines.addWidget(self.missing)
        return lines

    def _private_part(self) -> QWidget:
        card, lines = _card()
        head = QHBoxLayout()
        head.addWidget(label(tr("For you alone"), "heading"))
        head.addStretch(1)
        head.addWidget(PrivateMark())
        lines.addLayout(head)
        self.reason.setAccessibleName(tr("Reason"))
        lines.addLayout(_field(tr("Reason"), self.reason))
        lines.addLayout(_field(tr("Why, in your words"), self.reason_note))
        lines.addLayout(_field(tr("Plan for the talk"), self.talk_plan))
        self.talked_on.setAccessibleName(tr("We talked on"))
        lines.addLayout(_field(tr("We talked on"), self.talked_on))
        lines.addWidget(self.talk, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()

    def _fold(self) -> None:
        way = QBoxLayout.Direction
        narrow = self.width() < theme.px(NARROW)
        self._columns.setDirection(way.TopToBottom if narrow else way.LeftToRight)


def _card() -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("card", True)
    lines = QVBoxLayout(card)
    lines.setContentsMargins(*[theme.px(16)] * 4)
    lines.setSpacing(theme.px(12))
    return card, lines


def _field(words: str, field: QWidget) -> QVBoxLayout:
    return _below(label(words, "label", "muted"), field)


def _below(caption: QLabel, field: QWidget) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(theme.px(5))
    caption.setBuddy(field)
    lines.addWidget(caption)
    lines.addWidget(field)
    return lines
