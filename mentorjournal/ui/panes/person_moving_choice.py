"""Keep, change or close: three cards, none chosen beforehand, and what each of them asks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mentorjournal import clock
from mentorjournal.journal.records import Person
from mentorjournal.mentoring.endings import Reason, reason_words
from mentorjournal.ui import theme
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.choice_card import ChoiceCard
from mentorjournal.ui.widgets.date_field import DateField
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.notice import NoticeStrip
from mentorjournal.ui.widgets.rhythm_field import RhythmField
from mentorjournal.words import rhythm, tr

PAUSE_DAYS = 91  # until when a pause is offered; any day can be chosen


class MovingChoice(QWidget):
    """Somebody closed without a note, or who was only considered, is offered the way back."""

    keep_wanted = Signal(int, object)
    change_wanted = Signal(int, str, object)
    closing_wanted = Signal(int)
    reopen_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: Person | None = None
        self.why = NoticeStrip(icon_name="arrows-clockwise")
        self.says = label("", "body", "muted", wrap=True)
        self.cards = {
            "keep": ChoiceCard("handshake", tr("Keep"), tr("It goes on as it is.")),
            "change": ChoiceCard(
                "arrows-clockwise", tr("Change"),
                tr("Less often, as colleagues, or after a pause.")),
            "close": ChoiceCard(
                "flag", tr("Close"), tr("On a good note, with thanks and an open door.")),
        }
        self.group = QButtonGroup(self)
        for card in self.cards.values():
            self.group.addButton(card.radio)
        self.asks = QStackedWidget()
        self.next_word = DateField(optional=True)
        self.reopen = Button(tr("Reopen"), "arrow-counter-clockwise")
        self._make_asks()
        self._lay_out()
        self.group.buttonToggled.connect(self._show_asks)
        self.reopen.clicked.connect(lambda: self.reopen_wanted.emit(self._id()))

    def show_person(self, person: Person, reasons: Sequence[Reason]) -> None:
        """Ask about this person, and say why."""
        self._person = person
        is_past = person.is_over
        self.why.setVisible(bool(reasons) and not is_past)
        if reasons:
            self.why.set_words(
                tr("Keep, change or close?"), " ".join(reason_words(one) for one in reasons))
        self.says.setText(_says(person))
        self.reopen.setText(tr("Consider them again") if person.never_began else tr("Reopen"))
        self.reopen.setVisible(is_past)
        self._cards_part.setVisible(not is_past)
        self.asks.setVisible(not is_past and self.chosen() != "")
        self.every.set_value(max((person.cadence_days or 91) * 2, 14))
        now = tr("now {rhythm}", rhythm=rhythm(person.cadence_days or 91))
        self._every_says.setText(now)

    def chosen(self) -> str:
        """The key of the card that is chosen, "" at first."""
        return next((key for key, card in self.cards.items() if card.radio.isChecked()), "")

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        if self.reopen.isVisible():
            self.reopen.setFocus()
        else:
            self.cards["keep"].radio.setFocus()

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(16))
        lines.addWidget(self.why)
        lines.addWidget(self.says)
        self._cards_part = QWidget()
        row = QHBoxLayout(self._cards_part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        for card in self.cards.values():
            row.addWidget(card, 1)
        lines.addWidget(self._cards_part)
        lines.addWidget(self.asks)
        lines.addWidget(self.reopen, 0, Qt.AlignmentFlag.AlignLeft)

    # What each card asks ----------------------------------------------------------------------

    def _make_asks(self) -> None:
        keep = Button(tr("Keep it as it is"))
        keep.clicked.connect(lambda: self.keep_wanted.emit(self._id(), self.next_word.day()))
        self.next_word.setAccessibleName(tr("Next word on"))
        self.asks.addWidget(_page(
            _asked(tr("Next word on"), self.next_word, tr("if you want to name a day")), keep))
        self.asks.addWidget(self._change_page())
        begin = Button(tr("Begin the closing note"))
        begin.clicked.connect(lambda: self.closing_wanted.emit(self._id()))
        self.asks.addWidget(_page(
            label(tr("You write the note first; it ends only when you say so."), "body", "ink2",
                  wrap=True), begin))

    def _change_page(self) -> QWidget:
        self.ways = {
            "lighter_rhythm": QRadioButton(tr("Less often")),
            "now_colleagues": QRadioButton(tr("As colleagues from now on")),
            "paused": QRadioButton(tr("After a pause, until")),
        }
        self.every = RhythmField()
        self._every_says = label("", "small", "muted")
        self.until = DateField(clock.today() + timedelta(PAUSE_DAYS))
        self.until.setAccessibleName(tr("Paused until"))
        group = QButtonGroup(self)
        part = QWidget()
        lines = QVBoxLayout(part)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(8))
        beside = {"lighter_rhythm": (self.every, self._every_says), "paused": (self.until,)}
        for key, radio in self.ways.items():
            group.addButton(radio)
            line = QHBoxLayout()
            line.setSpacing(theme.px(10))
            line.addWidget(radio)
            for field in beside.get(key, ()):
                line.addWidget(field)
            line.addStretch(1)
            lines.addLayout(line)
        self.change = Button(tr("Change it"))
        self.change.setEnabled(False)
        group.buttonToggled.connect(lambda: self.change.setEnabled(True))
        self.change.clicked.connect(self._change)
        return _page(part, self.change)

    def _change(self) -> None:
        way = next(key for key, radio in self.ways.items() if radio.isChecked())
        value = {"lighter_rhythm": self.every.value(), "paused": self.until.day()}.get(way)
        self.change_wanted.emit(self._id(), way, value)

    def _show_asks(self) -> None:
        chosen = self.chosen()
        if chosen:
            self.asks.setCurrentIndex(list(self.cards).index(chosen))
        self.asks.setVisible(chosen != "")

    def _id(self) -> int:
        assert self._person is not None
        return self._person.id


def _says(person: Person) -> str:
    if person.never_began:
        return tr("It did not come about with {name}. What you noted stays, and you can consider "
                  "them again.", name=person.short_name)
    if person.is_over:
        return tr("This ended without a note. It stays readable, and you can begin again.")
    return tr("Every relationship changes. Nothing is chosen for you, and nothing is sent.")


def _asked(words: str, field: QWidget, after: str = "") -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(10))
    row.addWidget(label(words, "label", "muted"))
    row.addWidget(field)
    row.addWidget(label(after, "small", "muted"))
    row.addStretch(1)
    return part


def _page(asked: QWidget, button: Button) -> QWidget:
    page = QWidget()
    lines = QVBoxLayout(page)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(theme.px(14))
    lines.addWidget(asked)
    lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    lines.addStretch(1)
    return page
