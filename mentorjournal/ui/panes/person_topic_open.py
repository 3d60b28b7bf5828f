"""The open part of a topic: mine, theirs and what was agreed, how it stands, what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mentorjournal import clock
from mentorjournal.journal import expectations
from mentorjournal.journal.between import Expectation
from mentorjournal.mentoring import expectations as rules
from mentorjournal.ui import theme
from mentorjournal.ui.pen import Pen, show_text
from mentorjournal.ui.widgets.buttons import Button
from mentorjournal.ui.widgets.flow_layout import FlowLayout
from mentorjournal.ui.widgets.growing_text import GrowingText
from mentorjournal.ui.widgets.label import label
from mentorjournal.ui.widgets.segmented import Segmented
from mentorjournal.words import in_sentence, short_day, tr, trn

STATES = (("open", "Open"), ("agreed", "Agreed"), ("differs", "Seen differently"))
LINES = 4  # of each of the three texts, so that they have room from the start


class TopicDetails(QWidget):
    """Texts go to the journal by the pen; what needs a dialog is wished for."""

    talk_wanted = Signal(int)
    wordings_wanted = Signal(int)
    move_wanted = Signal(int, int)
    remove_wanted = Signal(int)

    def __init__(
        self, pen: Pen, topic: Expectation, name: str, parent: QWidget | None = None
    ) -> None:
        """`name` is how the other person is called in a sentence."""
        super().__init__(parent)
        self._pen, self.topic = pen, topic
        self.own_words = self._text("topic_words", tr("What is it about?"), 1)
        self.own_words.setAccessibleName(tr("Topic in our own words"))
        self.mine = self._text("mine", rules.question(topic.topic), LINES)
        self.theirs = self._text("theirs", tr("Ask {name}, and write it as said", name=name), LINES)
        self.agreed = self._text("agreed", tr("One sentence both would sign"), LINES)
        self.going = self._text("how_it_goes", tr("Kept, slipping, or in the way?"), 1)
        self.state = Segmented([(key, tr(words)) for key, words in STATES], topic.status, slow=True)
        self.state.chosen.connect(self._choose)
        self._make_deeds()
        self._lay_out(name)

    def _text(self, name: str, placeholder: str, lines: int) -> GrowingText:
        field = GrowingText(placeholder, least_lines=lines, quiet=False)
        self._pen.bind(field, expectations.edit_topic, "expectation", self.topic.id, name)
        return field

    def _make_deeds(self) -> None:
        def deed(words: str, sign: str, act: object) -> Button:
            button = Button(words, sign, "row")
            button.clicked.connect(act)
            return button

        self.talk = deed(
            tr("Note a talk…"), "chats", lambda: self.talk_wanted.emit(self.topic.id))
        self.wordings = deed(
            "", "clock-counter-clockwise", lambda: self.wordings_wanted.emit(self.topic.id))
        self.up = deed(
            tr("Move up"), "arrow-up", lambda: self.move_wanted.emit(self.topic.id, -1))
        self.down = deed(
            tr("Move down"), "arrow-down", lambda: self.move_wanted.emit(self.topic.id, 1))
        self.remove = deed(
            tr("Remove"), "trash", lambda: self.remove_wanted.emit(self.topic.id))

    def _lay_out(self, name: str) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.px(15), theme.px(2), theme.px(15), theme.px(14))
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(5))
        self._own_caption = _caption(tr("Topic in our own words"), self.own_words)
        grid.addWidget(self._own_caption, 0, 0)
        grid.addWidget(self.own_words, 1, 0, 1, 3)
        sides = (
            (tr("I expect"), self.mine),
            (tr("{name} expects", name=in_sentence(name)), self.theirs),
            (tr("We agreed"), self.agreed),
        )
        for place, (words, field) in enumerate(sides):
            grid.setColumnStretch(place, 1)
            grid.addWidget(_caption(words, field), 2, place)
            grid.addWidget(field, 3, place, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(self._standing(), 4, 0, 1, 3)
        self._says = label("", "small", "muted", wrap=True)
        grid.addWidget(self._says, 5, 0, 1, 3)
        deeds = FlowLayout(gap=theme.px(8), line_gap=theme.px(6))
        deeds.setContentsMargins(0, theme.px(4), 0, 0)
        for button in (self.talk, self.wordings, self.up, self.down, self.remove):
            deeds.addWidget(button)
        grid.addLayout(deeds, 6, 0, 1, 3)

    def _standing(self) -> QGridLayout:
        """How it stands and how it is going, side by side."""
        parts = QGridLayout()
        parts.setContentsMargins(0, theme.px(7), 0, 0)  # air below the texts
        parts.setHorizontalSpacing(theme.px(16))
        parts.setVerticalSpacing(theme.px(5))
        parts.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for place, (words, field) in enumerate(
            ((tr("How it stands"), self.state), (tr("How it is going"), self.going))
        ):
            parts.addWidget(_caption(words, field), 0, place)
            parts.addWidget(field, 1, place, top)
        return parts

    def show_topic(self, topic: Expectation, earlier: int, ends: tuple[bool, bool], own: bool
                   ) -> None:
        """Show what the journal holds; `ends` says whether it is the first, and the last."""
        self.topic = topic
        for field in self.texts():
            name = {self.own_words: "topic_words", self.mine: "mine", self.theirs: "theirs",
                    self.agreed: "agreed", self.going: "how_it_goes"}[field]
            show_text(field, getattr(topic, name), own=own)
        named = topic.topic == "other"
        self.own_words.setVisible(named)
        self._own_caption.setVisible(named)
        self.state.set_current(topic.status)
        said = _history(topic)
        self._says.setText(said)
        self._says.setVisible(bool(said))
        self.wordings.setVisible(earlier > 0)
        self.wordings.setText(trn("{n} earlier wording", "{n} earlier wordings", earlier))
        self.up.setEnabled(not ends[0])
        self.down.setEnabled(not ends[1])

    def texts(self) -> tuple[GrowingText, ...]:
        """Its fields for text."""
        return self.own_words, self.mine, self.theirs, self.agreed, self.going

    def first(self) -> QWidget:
        """Where one begins to write."""
        return self.own_words if self.topic.topic == "other" else self.mine

    def tab_chain(self) -> list[QWidget]:
        """Its widgets in the order of Tab."""
        states = [self.state.button(key) for key, _ in STATES]
        return [self.own_words, self.mine, self.theirs, self.agreed, *states, self.going,
                self.talk, self.wordings, self.up, self.down, self.remove]

    def hand_in(self) -> None:
        """Hand in what was typed."""
        for field in self.texts():
            field.commit()

    def _choose(self, state: str) -> None:
        self.hand_in()  # what was agreed may still be in the field
        today, topic_id = clock.today(), self.topic.id
        if state == "agreed" and not self.agreed.text().strip():
            self._ask_for_words()
            return
        if state == "agreed":
            done = self._pen.write(expectations.agree, topic_id, today)
        elif state == "differs":
            done = self._pen.write(expectations.mark_differs, topic_id, today)
        else:
            done = self._pen.write(expectations.reopen, topic_id)
        if not done:
            self.state.set_current(self.topic.status)

    def _ask_for_words(self) -> None:
        """Nobody agrees on nothing; this goes again with the first words."""
        self.state.set_current(self.topic.status)
        self._says.setText(tr("Write down first what you agreed on."))
        self._says.show()
        self.agreed.setFocus(Qt.FocusReason.OtherFocusReason)


def _caption(words: str, field: QWidget) -> QWidget:
    caption = label(words, "label", "ink2")
    caption.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(words)
    return caption


def _history(topic: Expectation) -> str:
    """When it was talked about and looked over, as far as that is known."""
    today = clock.today()
    parts = []
    if topic.conversation_on:
        day = short_day(topic.conversation_on, today)
        parts.append(tr("Talked about on {day}.", day=day))
    if topic.reviewed_on:
        parts.append(tr("Looked over on {day}.", day=short_day(topic.reviewed_on, today)))
    return " ".join(parts)
